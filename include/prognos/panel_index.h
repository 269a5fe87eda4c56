/*
 * An index of a large file of series: where it can be cut so that no series is in two pieces. With
 * it a program that takes every eighth block of a panel reads an eighth of the file.
 *
 * The index is text, a line for each block:
 *
 *   # prognos index 1
 *   # bytes 320000000
 *   offset,bytes,line,checksum,member,skip
 *   0,1048921,1,9f0c3a…,0,0
 *   1048921,262150,40344,51d2aa…,214007,262489
 *
 * Places are in what the file unpacks to, if it is packed. Such a file can be cut where a member of
 * gzip begins, of which it has to have several: a block is unpacked from the member that it begins
 * in, which stands at byte `member` of the file, and `skip` bytes are passed over.
 */
#ifndef PROGNOS_PANEL_INDEX_H
#define PROGNOS_PANEL_INDEX_H

#include <stdint.h>

#include <prognos/reading.h>

PRG_BEGIN_C

/* A piece of a file: whole lines, whole series. */
typedef struct prg_block {
  uint64_t offset, bytes;
  uint64_t line;         /* the number of its first line, from 1 */
  uint64_t checksum;     /* prg_checksum of its bytes */
  uint64_t member, skip; /* not packed: 0 and `offset` */
} prg_block;

typedef struct prg_panel_index {
  prg_block *block; /* shape (n): one after another from the file's first byte to its last; owned */
  size_t n, capacity;
} prg_panel_index;

#define PRG_INDEX_BLOCK_BYTES ((size_t)256 << 10)

/*
 * Makes the index of the file at `path`, which is read once, in bounded memory. Blocks have
 * block_bytes and what is left of their last series; the first one is larger than a megabyte, since
 * the form of the file is found in it. PRG_EUSAGE if the file cannot be cut: it is small, UTF-16,
 * transposed, packed in one member, or its rows are not grouped by series. prg_panel_index_clear it
 * after use, whatever was returned.
 */
prg_status prg_panel_index_make(const char *path, const prg_read_options *options,
                                size_t block_bytes, prg_panel_index *index, prg_error *error);
void prg_panel_index_clear(prg_panel_index *index);

/* Appends it as text. */
void prg_panel_index_write(const prg_panel_index *index, prg_buffer *out);
/* Reads bytes[0..n) of an index file. PRG_EINPUT with the line of what is no index, or has blocks
 * that do not follow each other. */
prg_status prg_panel_index_read(const char *name, const char *bytes, size_t n,
                                prg_panel_index *index, prg_error *error);

/* The size of the file and a fingerprint of all of it, packed or not. */
uint64_t prg_panel_index_bytes(const prg_panel_index *index);
uint64_t prg_panel_index_checksum(const prg_panel_index *index);

PRG_END_C

#endif
