/*
 * --shard K/N: a verb that goes through the series of a file works on one share of them, and writes
 * a part that `prognos merge` makes the whole of.
 */
#ifndef CLI_SHARDING_H
#define CLI_SHARDING_H

#include <prognos/part.h>
#include <prognos/stream.h>

#include "cli/verb.h"

/* clang-format off */
#define SHARDING_OPTIONS TEXT_OPTION("shard", 0, NULL, SHARD, SHARD), TEXT_OPTION("index", 0, NULL, FILE, INDEX), FLAG_OPTION("resume", 0, RESUME), FLAG_OPTION("partitioned", 0, PARTITIONED)
/* clang-format on */

/* The share of one run. Without --index it is the series whose names fall to it, found by reading
 * all of the file; with it every n-th block of the file, and only those are read; with
 * --partitioned all of the file, of which the others have one each. */
typedef struct sharding {
  bool on;
  size_t shard, n;
  bool indexed, partitioned;
  prg_panel_index index; /* of --index */
  size_t *block;         /* shape (n_block): in the index, of each piece read; owned */
  prg_block *piece;      /* shape (n_block); owned */
  size_t n_block;
  uint64_t *key; /* shape (n_key): of the series kept last; owned */
  size_t n_key;
  uint64_t met;  /* series so far, of every share */
  uint64_t read; /* a fingerprint of the files read before; 0: none */
  uint64_t delivered, refused;
  prg_part_writer writer;
} sharding;

/* Reads --shard and --index. PRG_EUSAGE if they are no share or do not go together. sharding_clear
 * it after use, whatever was returned. */
prg_status sharding_begin(const command *run, sharding *share, prg_error *error);
void sharding_clear(sharding *share);
/* What the stream is to read. */
void sharding_set_stream(const sharding *share, prg_stream_options *options);

/* Leaves in the panel, which the stream handed out last, the series of this share; share->key gets
 * the place in the whole of each that is left. PRG_ENOMEM. */
prg_status sharding_keep(sharding *share, const prg_series_stream *stream, prg_panel *panel,
                         prg_error *error);
/* Of text[0..n), just appended to run->out: what was written of the series with that key. */
void sharding_note(sharding *share, uint64_t key, const char *text, size_t n);

/* With --resume, and --index or --partitioned: whether --output is this part of the file already,
 * whole. It is then left as it is. */
bool sharding_is_done(const sharding *share, command *run, const char *path);

/* A file was read to its end, and there may be another one. */
void sharding_next(sharding *share, const prg_series_stream *stream);
/* Appends the rest of the part to run->out, once the whole file has been read; stream NULL: the
 * whole of several, of each of which sharding_next was told. */
prg_status sharding_end(sharding *share, command *run, const prg_series_stream *stream,
                        prg_error *error);

#endif
