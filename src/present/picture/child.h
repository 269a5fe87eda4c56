/* A program run without a shell, for a limited time. */
#ifndef PRESENT_CHILD_H
#define PRESENT_CHILD_H

#include <stdbool.h>

#include <prognos/buffer.h>

typedef struct prg_child {
  const char *const *argument; /* argument[0] is looked for in PATH; ended by NULL */
  const char *directory;       /* where it runs */
  int input;                   /* file descriptor of its standard input; not closed */
  double time_limit;           /* seconds */
} prg_child;

typedef enum prg_child_result {
  PRG_CHILD_DONE,    /* it ended with 0 */
  PRG_CHILD_FAILED,  /* it ended with anything else */
  PRG_CHILD_MISSING, /* there is no such program */
  PRG_CHILD_LATE,    /* it was stopped */
  PRG_CHILD_SYSTEM   /* it could not be started; see errno */
} prg_child_result;

/* Runs it to its end. What it says on standard error is appended to `talk`. */
prg_child_result prg_child_run(const prg_child *child, prg_buffer *talk);

#endif
