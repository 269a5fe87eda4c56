#include "test.h"

#include <prognos/hash.h>

/* The test vectors of the FNV page (Landon Curt Noll). */
static void test_published_vectors(void **state) {
  (void)state;
  assert_true(prg_hash("", 0) == 0xcbf29ce484222325u);
  assert_true(prg_hash("a", 1) == 0xaf63dc4c8601ec8cu);
  assert_true(prg_hash("foobar", 6) == 0x85944171f73967e8u);
}

static uint64_t checksum(const char *bytes, size_t n) {
  prg_checksum sum = {0};
  prg_checksum_add(&sum, bytes, n);
  return prg_checksum_value(&sum);
}

static const char text[] = "Grundskolan;2021;2385;;Gymnasiet;1077";

static void test_checksum_of_pieces_is_that_of_the_whole(void **state) {
  (void)state;
  size_t n = strlen(text);
  for (size_t i = 0; i <= n; i++)
    for (size_t k = i; k <= n; k++) {
      prg_checksum sum = {0};
      prg_checksum_add(&sum, text, i);
      prg_checksum_add(&sum, text + i, k - i);
      prg_checksum_add(&sum, text + k, n - k);
      assert_true(prg_checksum_value(&sum) == checksum(text, n));
    }
}

static void test_every_change_of_a_byte_shows(void **state) {
  (void)state;
  char other[sizeof text];
  size_t n = strlen(text);
  for (size_t i = 0; i < n; i++) {
    memcpy(other, text, sizeof text);
    other[i] ^= 1;
    assert_true(checksum(other, n) != checksum(text, n));
  }
  assert_true(checksum(text, n - 1) != checksum(text, n));
  assert_true(checksum("\0", 1) != checksum("", 0));
  assert_true(checksum("12345678abcdefgh", 16) != checksum("abcdefgh12345678", 16));
}

static void test_piece_by_piece(void **state) {
  (void)state;
  assert_true(prg_hash_more(prg_hash_more(PRG_HASH_START, "foo", 3), "bar", 3) ==
              0x85944171f73967e8u);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_published_vectors),
      cmocka_unit_test(test_checksum_of_pieces_is_that_of_the_whole),
      cmocka_unit_test(test_every_change_of_a_byte_shows),
      cmocka_unit_test(test_piece_by_piece),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
