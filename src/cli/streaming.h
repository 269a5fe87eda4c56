/*
 * A verb that goes through the series of a file one by one. Threads take the next ones, work on
 * them, and deliver in the order in which they took: reading is done by one at a time, delivering
 * as well, the work by all at once. What is delivered depends on the file only, not on how many
 * threads there are; of a share of the file (sharding.h), on the share.
 */
#ifndef CLI_STREAMING_H
#define CLI_STREAMING_H

#include "cli/asking.h"

#define THREADS_MAX 256
#define THREADS_OPTION INTEGER_OPTION("threads", 0, NULL, 1, THREADS_MAX, THREADS)

/* --threads; without it one for each processor the run may use. */
size_t streaming_threads(const command *run);

typedef struct streaming_work {
  void *context;
  size_t slice; /* series that a thread takes at a time, >= 1 */
  /* What one thread works with, before any series was taken; `first` are those in which the file
   * begins, all of them if it is not large. NULL with *error if it fails. */
  void *(*worker)(void *context, const prg_panel *first, prg_error *error);
  void (*worker_free)(void *worker);
  /* Series i of the slice, i < slice; what it gives may be text, appended to `out`. PRG_ENOMEM ends
   * all; any other error is a series that is told of and passed over. */
  prg_status (*work)(void *worker, size_t i, const prg_series *series, prg_buffer *out,
                     prg_error *error);
  /* In turn: the heading, before the first series that is delivered; */
  void (*head)(void *context, prg_buffer *out);
  /* and each series, after its text: an error ends all. NULL: the text is all. */
  prg_status (*deliver)(void *worker, size_t i, prg_buffer *out, prg_error *error);
} streaming_work;

/* What a verb reads. */
typedef struct streaming {
  command *run;
  asking_source *source; /* NULL: the series of `first` are all there are */
  sharding share;
  prg_panel first;    /* the first part of the file */
  bool is_forecast;   /* the file is what `forecast` wrote; nothing of it was read */
  bool is_done;       /* the share was made before: there is nothing to do */
  uint64_t delivered; /* series */
} streaming;

/* Opens the file of --shard or all of it, and reads the first part. streaming_close it after use,
 * whatever was returned. */
prg_status streaming_open(command *run, const char *path, streaming *all, prg_error *error);
void streaming_close(streaming *all);

/*
 * Does the work on every series: run->out gets the heading and the series, and is written as it
 * fills; `first` is empty afterwards. A series that was refused is told in its place; the last
 * error is returned if none was delivered. Not so for a share: others may have delivered.
 */
prg_status streaming_run(streaming *all, const streaming_work *work, prg_error *error);

/* Of a share: the rest of the part, all->share.writer.extra among it. Nothing without --shard. */
prg_status streaming_end(streaming *all, prg_error *error);

#endif
