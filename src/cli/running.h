/* What `run` does around the jobs, which the library runs: the verbs they can have, their work, and
 * what is told of them. */
#ifndef CLI_RUNNING_H
#define CLI_RUNNING_H

#include <stdio.h>

#include <prognos/job_run.h>

#include "cli/verb.h"

/* The verbs and their options, for the plan. */
extern const prg_job_verbs running_verbs;

/* A job's part in a run. */
typedef struct running_clock {
  double began, seconds;
} running_clock;

typedef struct running {
  command *run;
  prg_job_plan plan;
  bool *chosen;             /* shape (plan.n) */
  prg_job_outcome *outcome; /* the same */
  running_clock *clock;     /* the same */
  int log;                  /* descriptor, -1: none */
  bool log_failed;
} running;

/* Does a job, in its own process: see prg_jobs. The context is the running. */
int running_work(void *context, const prg_job *job, const prg_job_memory *memory,
                 prg_job_record *record);

/* After the work: what earlier periods of the input were revised, which forecasts have moved. */
prg_status running_compare(command *run, const prg_job *job, const prg_job_memory *memory,
                           prg_error *error);

/* Tells of an event on standard error, if it is a problem or an alarm, and in the log. */
void running_tell(void *context, const prg_job_event *event);
/* A line of the log with the time before it; `name` may be NULL. */
void running_log(running *all, const char *name, const char *words);
/* Appends the time as ISO 8601 has it: 2026-11-26T02:30:00+0100. */
void running_now(prg_buffer *out);

/* How many jobs became what: to the log, and if it is asked for to standard error. */
void running_sum_up(running *all);
/* --dry-run: appends the plan as a table. */
void running_write_plan(const running *all);
/* --format json: appends the state of every job. */
void running_write_json(const running *all, int code);

#endif
