/*
 * Where bytes come from: a file or standard input, read whole or piece by piece. What is packed
 * with gzip is unpacked on the way, several members one after another included; it is told from the
 * bytes, not from the name.
 */
#ifndef PROGNOS_SOURCE_H
#define PROGNOS_SOURCE_H

#include <stdint.h>

#include <prognos/error.h>

PRG_BEGIN_C

/* A packed file may unpack to this when it is read whole: 512 MiB. In parts there is no limit. */
#define PRG_UNPACKED_BYTES ((size_t)512 << 20)

/* A line may be this long: 256 MiB. JSON often is one line; a table with such a line is none. */
#define PRG_LINE_BYTES ((size_t)256 << 20)

/*
 * Appends the whole file to `out`; "-" is standard input. An error names the file: that it does not
 * exist, is a directory (PRG_EINPUT), cannot be opened or read (PRG_EIO), is packed and broken, cut
 * off or larger than PRG_UNPACKED_BYTES, has a line longer than PRG_LINE_BYTES, which is named
 * (PRG_EINPUT).
 */
prg_status prg_source_read(const char *path, prg_buffer *out, prg_error *error);

/* The same from an open descriptor, which stays open; `name` is for errors. */
prg_status prg_source_read_descriptor(int descriptor, const char *name, prg_buffer *out,
                                      prg_error *error);

/* Opens a file for reading; "-" is standard input. prg_source_close it after use. */
prg_status prg_source_open(const char *path, int *descriptor, prg_error *error);
/* Standard input stays open; a negative descriptor is fine. */
void prg_source_close(int descriptor);

typedef struct prg_source prg_source;

/* Begins to read an open descriptor, which stays open and is the caller's; `name` is for errors.
 * prg_source_free it after use. */
prg_status prg_source_new(prg_source **source, int descriptor, const char *name, prg_error *error);
void prg_source_free(prg_source *source);

/* Appends up to that many bytes, fewer only at the end, which *at_end tells. Errors as those of
 * prg_source_read; SIZE_MAX means the whole file. */
prg_status prg_source_read_some(prg_source *source, size_t bytes, prg_buffer *out, bool *at_end,
                                prg_error *error);

/* True if the file is packed, once some of it was read. */
bool prg_source_is_unpacking(const prg_source *source);

/* A place in a file: byte `offset` of what is read of it, which begins line `line`. If the file is
 * packed, that is `skip` bytes behind the beginning of a gzip member, which stands at its byte
 * `member`. */
typedef struct prg_place {
  uint64_t offset, line, member, skip;
} prg_place;

/* Goes on reading there, once some of the file was read; a packed one is unpacked from the member,
 * or from where it stands if that is nearer. PRG_EIO if the descriptor cannot do it, PRG_EINPUT if
 * there is no member. */
prg_status prg_source_jump(prg_source *source, const prg_place *place, prg_error *error);

/* Where the gzip member begins that was read last: `offset` and `member`. Zero if not packed. */
prg_place prg_source_member(const prg_source *source);

/* Bytes taken from the descriptor so far: packed ones if the file is packed. */
size_t prg_source_position(const prg_source *source);

/* True if bytes[0..n) begin like something packed with gzip. */
bool prg_source_is_packed(const char *bytes, size_t n);

/* Appends what bytes[0..n) unpack to. PRG_EINPUT as prg_source_read. */
prg_status prg_source_unpack(const char *name, const char *bytes, size_t n, prg_buffer *out,
                             prg_error *error);

PRG_END_C

#endif
