#include "test.h"

#include <prognos/hash.h>

#include "series/seen.h"

static void test_first_lines_are_kept(void **state) {
  (void)state;
  seen_series seen = {0};
  char name[24];
  size_t before;
  for (size_t i = 0; i < 5000; i++) {
    int n = snprintf(name, sizeof name, "Skola %zu", i * 7919);
    assert_true(seen_add(&seen, prg_hash(name, (size_t)n), 2 + 3 * i, &before));
    assert_int_equal(before, 0);
  }
  seen_prefetch(&seen, 7919);
  for (size_t i = 0; i < 5000; i++) {
    int n = snprintf(name, sizeof name, "Skola %zu", i * 7919);
    assert_true(seen_add(&seen, prg_hash(name, (size_t)n), 99999, &before));
    assert_int_equal(before, 2 + 3 * i);
  }
  assert_int_equal(seen.n, 5000);
  assert_true(4 * seen.n <= 3 * seen.n_slots);
  seen_clear(&seen);
  assert_int_equal(seen.n, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_first_lines_are_kept)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
