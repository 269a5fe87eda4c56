#include "test.h"

#include <prognos/hash.h>

/* The test vectors of the FNV page (Landon Curt Noll). */
static void test_published_vectors(void **state) {
  (void)state;
  assert_true(prg_hash("", 0) == 0xcbf29ce484222325u);
  assert_true(prg_hash("a", 1) == 0xaf63dc4c8601ec8cu);
  assert_true(prg_hash("foobar", 6) == 0x85944171f73967e8u);
}

static void test_piece_by_piece(void **state) {
  (void)state;
  assert_true(prg_hash_more(prg_hash_more(PRG_HASH_START, "foo", 3), "bar", 3) ==
              0x85944171f73967e8u);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_published_vectors),
      cmocka_unit_test(test_piece_by_piece),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
