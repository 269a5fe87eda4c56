/* What happens in the process of a job. */
#ifndef BATCH_JOB_WORK_H
#define BATCH_JOB_WORK_H

#include <prognos/job_run.h>

typedef struct job_work {
  const prg_jobs *jobs;
  const prg_job *job;
  const prg_job_memory *memory;
  uint64_t fingerprint;
} job_work;

/* A job_function: does the work, watched, and hands over its record. */
int job_work_do(void *context, int report);

#endif
