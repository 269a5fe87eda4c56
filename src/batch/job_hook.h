/* The program that is handed what an alarm says. */
#ifndef BATCH_JOB_HOOK_H
#define BATCH_JOB_HOOK_H

#include "batch/job_process.h"

#define JOB_HOOK_SECONDS 60.0

typedef struct job_hook {
  const char *program; /* looked for in PATH unless it has a slash */
  const char *job;     /* its only argument */
  const char *message; /* on its standard input */
} job_hook;

/* A job_function; its context is the job_hook. */
int job_hook_work(void *context, int report);

#endif
