/* What tests of packed files share. */
#ifndef GZIP_TEST_H
#define GZIP_TEST_H

#include "test.h"

#include <stdlib.h>

#include <zlib.h>

#include <prognos/buffer.h>

/* Appends one gzip member. */
static inline void pack(const char *text, size_t n, prg_buffer *out) {
  z_stream s = {0};
  assert_int_equal(deflateInit2(&s, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  size_t room = deflateBound(&s, n);
  char *packed = malloc(room);
  assert_non_null(packed);
  s.next_in = (z_const Bytef *)text;
  s.avail_in = (uInt)n;
  s.next_out = (Bytef *)packed;
  s.avail_out = (uInt)room;
  assert_int_equal(deflate(&s, Z_FINISH), Z_STREAM_END);
  prg_buffer_add_n(out, packed, room - s.avail_out);
  deflateEnd(&s);
  free(packed);
}

/* In members of that many bytes each, as `split --filter=gzip` and bgzip do. */
static inline void pack_members(const char *text, size_t n, size_t bytes, prg_buffer *out) {
  for (size_t i = 0; i < n; i += bytes)
    pack(text + i, bytes < n - i ? bytes : n - i, out);
}

#endif
