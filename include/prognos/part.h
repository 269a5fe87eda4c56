/*
 * Parts: what one of N programs wrote of a whole, each for its own share of the series, and how
 * they become the whole again. A part is one file:
 *
 *   body      the pieces that the share gave, one after another, after the heading of the whole
 *   extra     what the verb needs to end the whole, such as sums over all series; may be empty
 *   entries   of each piece: its place in the whole, its bytes, a checksum
 *   footer    text: version, verb, options, input, share; the last line tells how long it is
 *
 * so that a part that was cut off, made by another version, of another input or with other options
 * is known before a byte is written, and one that was altered before the altered piece is.
 */
#ifndef PROGNOS_PART_H
#define PROGNOS_PART_H

#include <stdint.h>

#include <prognos/error.h>
#include <prognos/hash.h>

PRG_BEGIN_C

#define PRG_SHARDS_MAX 100000

/* Whose part it is. Strings are one line each. */
typedef struct prg_part_about {
  const char *version, *verb, *options;
  const char *input; /* a fingerprint of what was read by all … */
  const char *own;   /* … and of what no other share read; may be empty */
  size_t shard, n;   /* share `shard` of n, from 1 */
  uint64_t series;   /* delivered */
  uint64_t refused;  /* series that were told of instead */
} prg_part_about;

/* Parses "3/8"; false if it is not 1/1 … N/N, N <= PRG_SHARDS_MAX. */
bool prg_shard_parse(const char *text, size_t *shard, size_t *n);
/* The share of n, from 1, that a series of that name belongs to: the same everywhere, for ever. */
size_t prg_shard_of(const char *name, size_t n);

/* A part being written: the caller appends body bytes where they belong, and tells of each piece.
 */
typedef struct prg_part_writer {
  prg_buffer extra; /* added to by the caller */
  prg_buffer entries;
  uint64_t n, head, body; /* pieces that have ended; head: bytes of the heading */
  uint64_t key_before;    /* of the last of them */
  uint64_t key, bytes;    /* of the piece that may go on */
  prg_checksum checksum;  /* of it */
} prg_part_writer;        /* zero before the first piece */

/* The heading of the whole, before any piece; a part without pieces may lack it. */
void prg_part_writer_head(prg_part_writer *writer, size_t n);
/* Bytes whose place in the whole is behind those of every smaller key. Keys of one part do not
 * fall; what has the same key one after another becomes one piece, so that the whole is soon made.
 */
void prg_part_writer_add(prg_part_writer *writer, uint64_t key, const char *bytes, size_t n);
/* Appends extra, entries and footer to `out`, and frees the writer. */
void prg_part_writer_end(prg_part_writer *writer, const prg_part_about *about, prg_buffer *out);
void prg_part_writer_clear(prg_part_writer *writer);

/* The parts of one whole. */
typedef struct prg_parts prg_parts;

/*
 * Opens the parts in path[0..n), n >= 1, in any order; the paths are borrowed. PRG_EINPUT names a
 * part that is torn, a share that is missing or there twice, two parts that differ in version,
 * verb, options or input. NULL in *parts if it fails. prg_parts_close it after use.
 */
prg_status prg_parts_open(const char *const *path, size_t n, prg_parts **parts, prg_error *error);
void prg_parts_close(prg_parts *parts);

/* Of the whole: series and refused are those of all parts together; shard is 0. Borrowed. */
const prg_part_about *prg_parts_about(const prg_parts *parts);
/* Appends what share k, from 1, has as extra; PRG_EINPUT if it was altered. */
prg_status prg_parts_extra(prg_parts *parts, size_t k, prg_buffer *out, prg_error *error);
/* The path of share k. */
const char *prg_parts_path(const prg_parts *parts, size_t k);

/* Takes bytes of the whole. */
typedef prg_status prg_part_sink(void *context, const char *bytes, size_t n, prg_error *error);
/* The heading and the pieces, ordered by key, each checked as it is copied. PRG_EINPUT if one was
 * altered. To be called once. */
prg_status prg_parts_merge(prg_parts *parts, prg_part_sink *sink, void *context, prg_error *error);

/* True if the file is a whole part of that share, made by the same version, verb, options and
 * input: it need not be made again. */
bool prg_part_is_done(const char *path, const prg_part_about *about);

PRG_END_C

#endif
