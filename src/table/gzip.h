/* gzip (RFC 1952) through zlib, whose header is included in gzip.c and nowhere else. */
#ifndef TABLE_GZIP_H
#define TABLE_GZIP_H

#include <stdint.h>

#include <prognos/error.h>

typedef struct gzip gzip;

/* True if bytes[0..n) begin like a gzip member. */
bool gzip_is(const char *bytes, size_t n);

/* NULL if memory is exhausted. gzip_free it after use. */
gzip *gzip_new(void);
void gzip_free(gzip *z);

/*
 * Unpacks more of bytes[0..n) and appends at most `room` bytes to `out`. Returns how many bytes it
 * has taken in *taken: all of them unless the room was filled. Members one after another make one
 * text; zeros after the last one are padding. PRG_EINPUT, without a file, with the place in the
 * packed bytes, if they are broken.
 */
prg_status gzip_feed(gzip *z, const char *bytes, size_t n, size_t room, size_t *taken,
                     prg_buffer *out, prg_error *error);

/* Bytes unpacked so far. */
uint64_t gzip_made(const gzip *z);
/* Where the member began that is being unpacked or was last: in the packed bytes, and in what they
 * unpack to. */
void gzip_member(const gzip *z, uint64_t *packed, uint64_t *unpacked);
/* What is fed next begins a member there. */
void gzip_restart(gzip *z, uint64_t packed, uint64_t unpacked);

/* The packed bytes have ended: PRG_EINPUT if a member has not. */
prg_status gzip_end(const gzip *z, prg_error *error);

#endif
