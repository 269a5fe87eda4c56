#include "gzip_test.h"

#include <unistd.h>

#include <prognos/source.h>

#include "table/gzip.h"

/* Unpacks in pieces of `step` bytes, at most `room` at a time. */
static void check_pieces(const prg_buffer *packed, size_t step, size_t room, const char *text,
                         size_t n) {
  gzip *z = gzip_new();
  prg_buffer out = {0};
  prg_error error;
  assert_non_null(z);
  for (size_t i = 0, taken = 0; i < packed->length; i += taken) {
    size_t left = packed->length - i, before = out.length;
    assert_int_equal(
        gzip_feed(z, packed->data + i, left < step ? left : step, room, &taken, &out, &error),
        PRG_OK);
    assert_true(taken > 0 || out.length > before);
    assert_true(out.length - before <= room);
  }
  for (size_t before = SIZE_MAX, taken; before != out.length;) { /* what did not fit */
    before = out.length;
    assert_int_equal(gzip_feed(z, "", 0, room, &taken, &out, &error), PRG_OK);
  }
  assert_int_equal(gzip_end(z, &error), PRG_OK);
  assert_int_equal(out.length, n);
  assert_memory_equal(out.data, text, n);
  prg_buffer_free(&out);
  gzip_free(z);
}

static void test_every_piece_size(void **state) {
  (void)state;
  static const char text[] = "Skola;2021;2022\nBergaskolan;131;137\n";
  prg_buffer packed = {0};
  pack(text, sizeof text - 1, &packed);
  for (size_t step = 1; step <= packed.length; step++)
    for (size_t room = 1; room < sizeof text; room += 5)
      check_pieces(&packed, step, room, text, sizeof text - 1);
  prg_buffer_free(&packed);
}

static void test_members_one_after_another(void **state) {
  (void)state;
  prg_buffer packed = {0};
  pack("Skola;2021\n", 11, &packed);
  pack("", 0, &packed);
  pack("Berga;131\n", 10, &packed);
  for (size_t step = 1; step <= packed.length; step++)
    check_pieces(&packed, step, 1000, "Skola;2021\nBerga;131\n", 21);
  prg_buffer_fill(&packed, '\0', 600); /* padding of a tape */
  check_pieces(&packed, 7, 1000, "Skola;2021\nBerga;131\n", 21);
  prg_buffer_free(&packed);
}

static void test_more_than_a_block(void **state) {
  (void)state;
  size_t n = 300000;
  char *text = malloc(n);
  assert_non_null(text);
  uint32_t random = 12345;
  for (size_t i = 0; i < n; i++) {
    random = random * 1664525 + 1013904223;
    text[i] = i < n / 2 ? ' ' : (char)(random >> 24);
  }
  prg_buffer packed = {0};
  pack(text, n, &packed);
  check_pieces(&packed, 65536, SIZE_MAX, text, n);
  check_pieces(&packed, 1000, 65536, text, n);
  check_pieces(&packed, packed.length, 65536, text, n);
  prg_buffer_free(&packed);
  free(text);
}

static void check_unpack_fails(const prg_buffer *packed, size_t n, prg_text text, double place) {
  prg_buffer out = {0};
  prg_error error;
  assert_int_equal(prg_source_unpack("fil.gz", packed->data, n, &out, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, text);
  assert_string_equal(error.file, "fil.gz");
  assert_close(error.message.argument[0].number, place, 0);
  prg_buffer_free(&out);
}

static void test_broken_files_have_their_place(void **state) {
  (void)state;
  prg_buffer packed = {0};
  pack("Skola;2021;2022\nBergaskolan;131;137\n", 36, &packed);
  for (size_t n = 3; n < packed.length; n++)
    check_unpack_fails(&packed, n, PRG_TEXT_GZIP_CUT, (double)n);
  packed.data[packed.length - 8] ^= 1; /* the check sum */
  check_unpack_fails(&packed, packed.length, PRG_TEXT_GZIP_BROKEN, (double)packed.length - 4);
  packed.data[packed.length - 8] ^= 1;
  size_t whole = packed.length;
  prg_buffer_add_n(&packed, "\0\0\0x", 4); /* padding, and then something */
  check_unpack_fails(&packed, packed.length, PRG_TEXT_GZIP_BROKEN, (double)whole + 3);
  packed.length = whole;
  prg_buffer_add(&packed, "trailing");
  check_unpack_fails(&packed, packed.length, PRG_TEXT_GZIP_BROKEN, (double)packed.length - 6);
  prg_buffer_free(&packed);
}

/* A few kilobytes that unpack to more than anyone reads whole. */
static void test_a_bomb_is_refused(void **state) {
  (void)state;
  size_t n = (size_t)32 << 20;
  char *blanks = malloc(n);
  assert_non_null(blanks);
  memset(blanks, ' ', n);
  prg_buffer member = {0}, packed = {0};
  pack(blanks, n, &member);
  for (size_t i = 0; i <= PRG_UNPACKED_BYTES / n; i++)
    prg_buffer_add_n(&packed, member.data, member.length);
  check_unpack_fails(&packed, packed.length, PRG_TEXT_GZIP_LARGE,
                     (double)(PRG_UNPACKED_BYTES >> 20));
  prg_buffer_free(&packed);
  prg_buffer_free(&member);
  free(blanks);
}

static void test_a_packed_source(void **state) {
  (void)state;
  prg_buffer packed = {0}, out = {0};
  prg_error error;
  int pipe_ends[2];
  pack("Skola;2021\n", 11, &packed);
  pack("Berga;131\n", 10, &packed);
  assert_true(prg_source_is_packed(packed.data, packed.length));
  assert_false(prg_source_is_packed("Skola", 5));
  assert_int_equal(pipe(pipe_ends), 0);
  assert_int_equal(write(pipe_ends[1], packed.data, packed.length), packed.length);
  close(pipe_ends[1]);
  prg_source *source;
  bool at_end = false;
  assert_int_equal(prg_source_new(&source, pipe_ends[0], "p", &error), PRG_OK);
  for (size_t reads = 0; !at_end; reads++) {
    assert_true(reads < 10);
    assert_int_equal(prg_source_read_some(source, 4, &out, &at_end, &error), PRG_OK);
  }
  assert_string_equal(out.data, "Skola;2021\nBerga;131\n");
  assert_int_equal(prg_source_position(source), packed.length);
  prg_source_free(source);
  prg_source_close(pipe_ends[0]);
  prg_buffer_free(&out);
  prg_buffer_free(&packed);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_piece_size),
      cmocka_unit_test(test_members_one_after_another),
      cmocka_unit_test(test_more_than_a_block),
      cmocka_unit_test(test_broken_files_have_their_place),
      cmocka_unit_test(test_a_bomb_is_refused),
      cmocka_unit_test(test_a_packed_source),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
