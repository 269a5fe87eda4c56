/* What a function can answer. One table is the enumeration, the meaning and the exit code. */
#ifndef PROGNOS_STATUS_H
#define PROGNOS_STATUS_H

#include <prognos/linkage.h>

PRG_BEGIN_C

/* PRG_STATUS(name, exit code of the command, meaning) */
#define PRG_STATUS_TABLE(PRG_STATUS)                                                               \
  PRG_STATUS(PRG_OK, 0, "done")                                                                    \
  PRG_STATUS(PRG_EIO, 1, "a file or a program outside could not be used")                          \
  PRG_STATUS(PRG_ENOMEM, 1, "memory is exhausted")                                                 \
  PRG_STATUS(PRG_EUSAGE, 2, "the command line is wrong")                                           \
  PRG_STATUS(PRG_EINPUT, 3, "the input is rejected")                                               \
  PRG_STATUS(PRG_EREFUSED, 4, "too little data for what was asked")                                \
  PRG_STATUS(PRG_ELOCKED, 5, "another run holds the lock")                                         \
  PRG_STATUS(PRG_EALARM, 10, "an alarm that was asked for is raised")

typedef enum prg_status {
#define PRG_STATUS(name, code, meaning) name,
  PRG_STATUS_TABLE(PRG_STATUS)
#undef PRG_STATUS
} prg_status;

/* The exit code of the command for a status. */
int prg_status_exit_code(prg_status status);

PRG_END_C

#endif
