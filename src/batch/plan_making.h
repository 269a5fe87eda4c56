/* A plan that is being made, and what is found wrong with it. */
#ifndef BATCH_PLAN_MAKING_H
#define BATCH_PLAN_MAKING_H

#include <prognos/job_plan.h>

#define PRG_JOB_SECONDS_MOST 604800 /* a week */

typedef struct plan_making {
  const prg_job_file *file;
  const prg_job_verbs *verbs;
  prg_job_plan *plan;
  bool in_defaults; /* what is being read is a default: not every verb has it */
  prg_error *error;
  prg_status status; /* PRG_ENOMEM if there was none */
} plan_making;

/* Adds a problem to the plan, at the place of the setting. */
prg_status plan_problem(plan_making *m, const prg_setting *at, prg_text text,
                        const prg_argument *arguments);
prg_status plan_add_problem(plan_making *m, const prg_error *problem);

#endif
