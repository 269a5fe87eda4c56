/*
 * What a job file asks for, checked wholly before anything is done: jobs with the options of their
 * verbs, in an order in which they can be run.
 *
 * Keys of a job that are no option of its verb:
 *
 *   verb            what the job does
 *   files           what it reads: paths separated by blanks, in double quotes if they hold blanks
 *   input           one path, as it stands; may be repeated
 *   after           jobs that come before, separated by commas
 *   timeout         seconds after which it is stopped (default 3600)
 *   hook            a program that is handed what an alarm says
 *   alarm-revision  tells when earlier periods of what it reads were revised
 *   alarm-moved     tells when the forecast has left its own interval since last time
 *
 * A job that reads what another one writes comes after it, whether it says so or not.
 */
#ifndef PROGNOS_JOB_PLAN_H
#define PROGNOS_JOB_PLAN_H

#include <prognos/job_file.h>

PRG_BEGIN_C

typedef enum prg_key_kind { PRG_KEY_UNKNOWN, PRG_KEY_FLAG, PRG_KEY_VALUE } prg_key_kind;

/* What the verbs are, for somebody who knows none of them. Options have their long names. */
typedef struct prg_job_verbs {
  /* The i-th verb that a job can have; NULL after the last. */
  const char *(*verb)(size_t i);
  /* The name of the i-th option of a verb; NULL after the last. The run itself is the verb "". */
  const char *(*key)(const char *verb, size_t i);
  prg_key_kind (*kind)(const char *verb, const char *key);
  prg_status (*check)(const char *verb, const char *key, const char *value, prg_error *error);
  /* True if the verb can have alarm-revision, alarm-moved. */
  bool (*has_alarm)(const char *verb, const char *key);
  /* True if what it writes is its point: without `output` it would be lost. */
  bool (*needs_output)(const char *verb);
  /* True if the option names a directory in which the verb writes. */
  bool (*is_directory)(const char *verb, const char *key);
} prg_job_verbs;

/* A job; strings are borrowed from the job file. */
typedef struct prg_job {
  const prg_job_section *section;
  const char *verb;
  const char **input; /* shape (n_input): paths; owned */
  size_t n_input;
  const prg_setting *
      *option; /* shape (n_option): of the verb, in order; a flag's value is ""; owned */
  size_t n_option;
  size_t *after; /* shape (n_after): indices of the jobs that come before; owned */
  size_t n_after;
  const char *output;     /* NULL: none */
  bool fills_directory;   /* `output` is one */
  const char **directory; /* shape (n_directory): in which it writes; owned */
  size_t n_directory;
  double time_limit; /* seconds */
  const char *hook;  /* NULL: none */
  bool alarm_revision, alarm_moved;
} prg_job;

typedef struct prg_job_plan {
  const prg_setting **run_option; /* shape (n_run_option): of the run itself; owned */
  size_t n_run_option;
  prg_job *job; /* shape (n), in the file's order; owned */
  size_t n;
  size_t *order; /* shape (n): in which they can be run: the file's, but none before those it
                    comes after; owned */
  char **string; /* shape (n_string): pieces of values; owned */
  size_t n_string;
  prg_error *problem; /* shape (n_problem): everything that is wrong, in the order found; owned */
  size_t n_problem;
} prg_job_plan;

#define PRG_JOB_SECONDS 3600.0 /* the time limit if none is given */

/*
 * Makes the plan. Whatever is wrong in the file is in plan->problem; the plan is to be used only if
 * nothing is. Returns PRG_ENOMEM without memory. The file must outlive the plan. prg_job_plan_clear
 * it after use, whatever was returned.
 */
prg_status prg_job_plan_make(const prg_job_file *file, const prg_job_verbs *verbs,
                             prg_job_plan *plan, prg_error *error);
void prg_job_plan_clear(prg_job_plan *plan);

/* The index of the job of that name; plan->n if there is none. */
size_t prg_job_plan_find(const prg_job_plan *plan, const char *name);

PRG_END_C

#endif
