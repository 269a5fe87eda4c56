/*
 * Whoever must know what a result was made from, and what was made, is told of every file that the
 * library opens for reading or puts in its place. One watcher for the process: `run` sets one in
 * the process of a job, to know next time whether anything has changed.
 */
#ifndef PROGNOS_WATCH_H
#define PROGNOS_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#include <prognos/linkage.h>

PRG_BEGIN_C

/* Called by whatever thread it is, one at a time. */
typedef struct prg_watcher {
  /* Before it is opened, whether it is there or not. */
  void (*reads)(void *context, const char *path);
  /* When it is in its place; prg_hash of its bytes. */
  void (*wrote)(void *context, const char *path, uint64_t hash);
  void *context;
} prg_watcher;

/* Borrowed; NULL: nobody watches. To be called while no other thread is in the library. */
void prg_watch_files(const prg_watcher *watcher);

/* For those who open and write files. A hash takes time: it is needed if somebody watches. */
bool prg_watch_is_on(void);
void prg_watch_reads(const char *path);
void prg_watch_wrote(const char *path, uint64_t hash);

PRG_END_C

#endif
