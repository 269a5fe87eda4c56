#include "test.h"

#include "series/name_index.h"

static void test_numbers_are_kept(void **state) {
  (void)state;
  name_index index = {0};
  char name[24];
  size_t number;
  assert_false(name_index_find(&index, "Skola 0", 7, &number));
  for (size_t i = 0; i < 5000; i++) {
    int n = snprintf(name, sizeof name, "Skola %zu", i * 7919);
    number = 3 * i + 1;
    assert_true(name_index_add(&index, name, (size_t)n, &number));
    assert_int_equal(number, 3 * i + 1);
  }
  for (size_t i = 0; i < 5000; i++) {
    int n = snprintf(name, sizeof name, "Skola %zu", i * 7919);
    number = 99999;
    assert_true(name_index_add(&index, name, (size_t)n, &number));
    assert_int_equal(number, 3 * i + 1);
    assert_true(name_index_find(&index, name, (size_t)n, &number));
    assert_int_equal(number, 3 * i + 1);
  }
  assert_int_equal(index.n, 5000);
  assert_false(name_index_find(&index, "Skola 7", 7, &number));
  name_index_clear(&index);
}

/* Zero bytes and the empty text are texts like others. */
static void test_any_bytes(void **state) {
  (void)state;
  name_index index = {0};
  size_t number = 17;
  assert_true(name_index_add(&index, "", 0, &number));
  number = 23;
  assert_true(name_index_add(&index, "a\0b", 3, &number));
  assert_true(name_index_find(&index, "", 0, &number));
  assert_int_equal(number, 17);
  assert_true(name_index_find(&index, "a\0b", 3, &number));
  assert_int_equal(number, 23);
  assert_false(name_index_find(&index, "a\0c", 3, &number));
  name_index_clear(&index);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers_are_kept),
                                     cmocka_unit_test(test_any_bytes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
