/* A process of our own for one job: its words and its report are listened to, its time is limited,
 * and it ends when the run does. */
#ifndef BATCH_JOB_PROCESS_H
#define BATCH_JOB_PROCESS_H

#include <poll.h>
#include <sys/types.h>

#include <prognos/error.h>

/* What it does; `report` is a descriptor on which it may write what it has to hand over. */
typedef int job_function(void *context, int report);

typedef struct job_process {
  pid_t pid;
  int report_end, talk_end; /* -1: it has said everything */
  prg_buffer report, talk;  /* so far; of talk no more than JOB_TALK_BYTES are kept */
  double deadline;          /* of the monotonic clock, seconds */
  bool is_late;             /* it was stopped when its time was up */
  int how;                  /* as waitpid tells it, when it has ended */
} job_process;

#define JOB_TALK_BYTES 65536

/* Runs function(context) in a child with nothing on standard input, standard output thrown away;
 * what it returns is its exit code. PRG_EIO if there can be no child. */
prg_status job_process_start(job_process *process, job_function *function, void *context,
                             double time_limit, prg_error *error);

/* Milliseconds until its time is up. */
int job_process_patience(const job_process *process);
/* The two descriptors to watch. */
void job_process_watch(const job_process *process, struct pollfd watched[2]);
/* Takes what there is; stops it if it is late. True when it has ended. */
bool job_process_attend(job_process *process);
/* Stops it and what it started; waits until it is gone. */
void job_process_stop(job_process *process);
void job_process_clear(job_process *process);

#endif
