/* A part that is being read. */
#ifndef BATCH_PART_READ_H
#define BATCH_PART_READ_H

#include <inttypes.h>
#include <stdio.h>

#include <prognos/part.h>

/* "footer 0000000123 01234567\n": the bytes of the footer, and a checksum of those before this
 * line.
 */
#define PART_LAST_LINE 27
#define PART_LAST_FORMAT "footer %010zu %08" PRIx32 "\n"

typedef struct part_reader {
  const char *path; /* borrowed */
  FILE *file;
  char *footer;           /* its text, cut into strings; owned */
  prg_part_about about;   /* its strings are in `footer` */
  uint64_t head, body, n; /* bytes of heading and body; pieces */
  uint64_t length;        /* of the file */
  uint64_t n_extra;       /* bytes, behind the body */
  char *entries;          /* owned */
  size_t n_entries;       /* bytes */
  uint64_t extra_checksum, entries_checksum;
  size_t at;           /* in `entries`: the next */
  uint64_t taken;      /* pieces so far */
  uint64_t key, bytes; /* of the piece that is next */
  uint32_t checksum;
} part_reader;

/* Reads the footer and checks the lengths. part_close it after use, whatever was returned. */
prg_status part_open(part_reader *part, const char *path, prg_error *error);
/* Appends the extra; PRG_EINPUT if it is not what was written. */
prg_status part_extra(part_reader *part, prg_buffer *out, prg_error *error);
/* Reads the entries and goes to the heading, which is head bytes. */
prg_status part_begin(part_reader *part, prg_error *error);
/* Goes to the next piece: key and bytes. False at the end. PRG_EINPUT if the entries are broken. */
prg_status part_next(part_reader *part, bool *more, prg_error *error);
/* Appends the next n bytes of the body. */
prg_status part_read(part_reader *part, size_t n, prg_buffer *out, prg_error *error);
/* Appends the piece that is next, checked, and goes to the one after it, as part_next does. */
prg_status part_piece(part_reader *part, prg_buffer *out, bool *more, prg_error *error);
/* That the part is torn or altered. */
prg_status part_fail(const part_reader *part, prg_error *error);
void part_close(part_reader *part);

/* The checksum of a piece. */
uint32_t part_checksum(const char *bytes, size_t n);
uint32_t part_checksum_of(const prg_checksum *sum);

#endif
