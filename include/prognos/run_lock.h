/*
 * One run at a time for each state directory. The lock is the system's: it is gone when its holder
 * is, however that came about, and the processes that the holder started are.
 */
#ifndef PROGNOS_RUN_LOCK_H
#define PROGNOS_RUN_LOCK_H

#include <prognos/error.h>

PRG_BEGIN_C

typedef struct prg_run_lock prg_run_lock;

/*
 * Takes the lock in the file, which is made if it is not there and else not touched. PRG_ELOCKED
 * with what the holder signed if another run has it, PRG_EIO if the file cannot be used.
 * prg_run_lock_give it after use.
 */
prg_status prg_run_lock_take(const char *path, prg_run_lock **lock, prg_error *error);
/* Says who holds it, and since when: one line. Whoever changes nothing need not sign. */
void prg_run_lock_sign(prg_run_lock *lock, const char *words);
/* NULL is fine. */
void prg_run_lock_give(prg_run_lock *lock);

PRG_END_C

#endif
