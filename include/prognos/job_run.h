/*
 * Runs the jobs of a plan, each in a process of its own, several at a time, none before those it
 * comes after; none that has nothing to do. Who calls does the work, tells the words and reads the
 * clock; here is what must not go wrong meanwhile.
 */
#ifndef PROGNOS_JOB_RUN_H
#define PROGNOS_JOB_RUN_H

#include <prognos/job_plan.h>
#include <prognos/job_record.h>

PRG_BEGIN_C

typedef enum prg_job_state {
  PRG_JOB_LEFT_OUT, /* not chosen */
  PRG_JOB_WAITING,
  PRG_JOB_RUNNING,
  PRG_JOB_DONE,
  PRG_JOB_UNCHANGED, /* there was nothing to do */
  PRG_JOB_FAILED,    /* its code is not 0; what it could deliver is there all the same */
  PRG_JOB_SKIPPED,   /* it comes after one that delivered nothing, which is told but once */
  PRG_JOB_STOPPED,   /* the run was told to end */
  PRG_JOB_STATES
} prg_job_state;

/* "left-out", "waiting", …; static storage. */
const char *prg_job_state_name(prg_job_state state);

typedef struct prg_job_outcome {
  prg_job_state state;
  int code;              /* an exit code; that of an alarm if one was raised and nothing is worse */
  prg_job_record record; /* of this time, or of the last if nothing was to be done */
  prg_error error;       /* what went wrong outside the job: it was late, killed, skipped … */
} prg_job_outcome;

typedef enum prg_job_event_kind {
  PRG_JOB_STARTS,
  PRG_JOB_SAYS,       /* a line on its standard error */
  PRG_JOB_WARNS,      /* an alarm is raised */
  PRG_JOB_WARNS_LESS, /* an alarm that was raised no longer is */
  PRG_JOB_ENDS        /* one that was started, or skipped, or had nothing to do */
} prg_job_event_kind;

typedef struct prg_job_event {
  prg_job_event_kind kind;
  size_t index; /* of the job */
  const prg_job *job;
  const char *text; /* a line, or what an alarm says */
  const prg_job_outcome *outcome;
} prg_job_event;

/* Where the work finds what the last time left for comparing, and leaves what the next time is to
 * find: both become the state only when all that was to be told is told. */
typedef struct prg_job_memory {
  const char *directory; /* of state */
  const char *stem;      /* the job's name as a file name */
} prg_job_memory;

/* Appends the path of a job's remembered file, such as "input.csv". */
void prg_job_memory_path(const prg_job_memory *memory, const char *name, prg_buffer *path);
/* Appends the path where the next one is to be written. */
void prg_job_memory_next(const prg_job_memory *memory, const char *name, prg_buffer *path);

typedef struct prg_jobs {
  const prg_job_plan *plan;
  const bool *chosen; /* shape (n); NULL: all */
  const char *state;  /* the directory of records and lock; made if it is not there */
  const char *holder; /* who runs, and since when, for another run that finds the lock taken */
  const char *manner; /* what else the results depend on; part of the fingerprint */
  const char *today;  /* YYYY-MM-DD: from when on a job fails */
  size_t parallel;    /* processes at a time, >= 1 */
  int stop;           /* a descriptor that can be read when the run is to end; -1: none */
  /* Does the job, in its process; returns its exit code. Adds the alarms to the record; what it
   * reads and writes is added without its doing, until it calls prg_watch_files(NULL). */
  int (*work)(void *context, const prg_job *job, const prg_job_memory *memory,
              prg_job_record *record);
  void (*tell)(void *context, const prg_job_event *event);
  void *context;
} prg_jobs;

/*
 * Runs them. outcome: shape (n), zeroed; prg_job_outcomes_clear it after use. What goes wrong with
 * a job is in its outcome; PRG_ELOCKED or PRG_EIO if there can be no run, PRG_EIO if it was told to
 * end before its end: then no process of it is left.
 */
prg_status prg_jobs_run(const prg_jobs *jobs, prg_job_outcome *outcome, prg_error *error);

/* What prg_jobs_run would do now, without doing it: WAITING if the job would be run. The code of
 * one that would not is the one that it ended with, so that rejected input can be asked for. */
prg_status prg_jobs_look(const prg_jobs *jobs, prg_job_outcome *outcome, prg_error *error);

/* The worst of the codes: 1 before 2, 3 and 4, these before an alarm's 10, that before 0. */
int prg_jobs_code(const prg_job_outcome *outcome, size_t n);
void prg_job_outcomes_clear(prg_job_outcome *outcome, size_t n);

PRG_END_C

#endif
