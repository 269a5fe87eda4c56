#include "table/gzip.h"

#include <limits.h>
#include <stdlib.h>

#include <zlib.h>

#define BLOCK_BYTES ((size_t)1 << 16)
#define GZIP_WINDOW (15 + 16) /* zlib: the largest window, with the gzip header */

struct gzip {
  z_stream stream;
  uint64_t position;         /* packed bytes taken … */
  uint64_t made;             /* … and what they unpacked to */
  uint64_t packed, unpacked; /* of both, before this member */
  size_t members;            /* that have ended */
  enum { BETWEEN, INSIDE, PADDING } state;
};

bool gzip_is(const char *bytes, size_t n) {
  return n >= 3 && (unsigned char)bytes[0] == 0x1F && (unsigned char)bytes[1] == 0x8B &&
         bytes[2] == Z_DEFLATED;
}

gzip *gzip_new(void) {
  gzip *z = calloc(1, sizeof *z);
  if (z == NULL || inflateInit2(&z->stream, GZIP_WINDOW) != Z_OK) {
    free(z);
    return NULL;
  }
  return z;
}

void gzip_free(gzip *z) {
  if (z == NULL)
    return;
  inflateEnd(&z->stream);
  free(z);
}

static prg_status fail_broken(const gzip *z, prg_error *error) {
  return prg_fail(error, PRG_TEXT_GZIP_BROKEN, PRG_ARGS(prg_integer((long long)z->position)));
}

/* Unpacks a piece; *made is what came out. */
static prg_status inflate_piece(gzip *z, const char *bytes, size_t n, char *block, size_t room,
                                size_t *made, prg_error *error) {
  z_stream *s = &z->stream;
  s->next_in = (z_const Bytef *)bytes;
  s->avail_in = n > UINT_MAX ? UINT_MAX : (uInt)n;
  s->next_out = (Bytef *)block;
  s->avail_out = (uInt)(room < BLOCK_BYTES ? room : BLOCK_BYTES);
  uInt given = s->avail_in, wanted = s->avail_out;
  int result = inflate(s, Z_NO_FLUSH);
  z->position += given - s->avail_in;
  *made = wanted - s->avail_out;
  z->made += *made;
  if (result == Z_MEM_ERROR)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (result == Z_STREAM_END) {
    z->state = BETWEEN;
    z->members++;
    inflateReset(s);
  } else if (result != Z_OK && result != Z_BUF_ERROR) {
    return fail_broken(z, error);
  }
  return PRG_OK;
}

/* Between members, at bytes[*taken]: another one, or zeros to the end. */
static prg_status begin_member(gzip *z, const char *bytes, size_t n, size_t *taken,
                               prg_error *error) {
  if (z->state == PADDING || (z->members > 0 && bytes[*taken] == '\0')) {
    z->state = PADDING;
    while (*taken < n && bytes[*taken] == '\0') {
      ++*taken;
      z->position++;
    }
    return *taken < n ? fail_broken(z, error) : PRG_OK;
  }
  z->state = INSIDE;
  z->packed = z->position;
  z->unpacked = z->made;
  return PRG_OK;
}

prg_status gzip_feed(gzip *z, const char *bytes, size_t n, size_t room, size_t *taken,
                     prg_buffer *out, prg_error *error) {
  char block[BLOCK_BYTES];
  *taken = 0;
  for (bool more = true; more && room > 0;) { /* once at least: zlib may hold what did not fit */
    size_t made;
    prg_status status = PRG_OK;
    if (z->state != INSIDE && *taken == n)
      return PRG_OK;
    if (z->state != INSIDE)
      status = begin_member(z, bytes, n, taken, error);
    if (status != PRG_OK || z->state == PADDING)
      return status;
    uint64_t before = z->position;
    status = inflate_piece(z, bytes + *taken, n - *taken, block, room, &made, error);
    if (status != PRG_OK)
      return status;
    *taken += (size_t)(z->position - before);
    room -= made;
    more = *taken < n || made == BLOCK_BYTES;
    prg_buffer_add_n(out, block, made);
    if (out->failed)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  return PRG_OK;
}

uint64_t gzip_made(const gzip *z) {
  return z->made;
}

void gzip_member(const gzip *z, uint64_t *packed, uint64_t *unpacked) {
  *packed = z->packed;
  *unpacked = z->unpacked;
}

void gzip_restart(gzip *z, uint64_t packed, uint64_t unpacked) {
  inflateReset(&z->stream);
  z->position = z->packed = packed;
  z->made = z->unpacked = unpacked;
  z->members = 0;
  z->state = BETWEEN;
}

prg_status gzip_end(const gzip *z, prg_error *error) {
  if (z->state != INSIDE)
    return PRG_OK;
  return prg_fail(error, PRG_TEXT_GZIP_CUT, PRG_ARGS(prg_integer((long long)z->position)));
}
