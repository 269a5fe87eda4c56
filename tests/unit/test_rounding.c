#include "plan/cells/rounding.h"

#include "cross_table.h"
#include "test.h"

static void test_parts_and_total(void **state) {
  (void)state;
  static const double value[] = {149, 96, 4, 249};
  static const size_t total[] = {3}, first[] = {0, 3}, part[] = {0, 1, 2};
  const cell_table table = {4, value, 1, total, first, part};
  double rounded[4];
  int moved;
  assert_true(round_cells(&table, 5, rounded, &moved));
  assert_memory_equal(rounded, ((const double[]){150, 95, 5, 250}), sizeof rounded);
  assert_int_equal(moved, 1);
}

/* 1 + 1 + 1 = 3 to base 3: one part has to stand for all. */
static void test_a_sum_of_small_parts(void **state) {
  (void)state;
  static const double value[] = {1, 1, 1, 3};
  static const size_t total[] = {3}, first[] = {0, 3}, part[] = {0, 1, 2};
  const cell_table table = {4, value, 1, total, first, part};
  double rounded[4];
  assert_true(round_cells(&table, 3, rounded, NULL));
  assert_close(rounded[3], 3, 0);
  assert_close(rounded[0] + rounded[1] + rounded[2], 3, 0);
}

static void test_sums_hold_in_both_directions(void **state) {
  (void)state;
  unsigned seed = 99;
  for (size_t k = 0; k < 12; k++) {
    cross_table t;
    double rounded[CROSS_CELLS];
    int moved;
    cross_make(&t, 3 + k, 2 + k % 7, &seed);
    assert_true(round_cells(&t.cells, 5, rounded, &moved));
    assert_int_equal(moved, 1);
    for (size_t i = 0; i < t.cells.n; i++) {
      assert_close(fmod(rounded[i], 5), 0, 0);
      assert_true(fabs(rounded[i] - t.value[i]) < 5);
    }
    for (size_t s = 0; s < t.cells.n_sum; s++) {
      double rest = rounded[t.total[s]];
      for (size_t p = t.first[s]; p < t.first[s + 1]; p++)
        rest -= rounded[t.part[p]];
      assert_close(rest, 0, 0);
    }
  }
}

/* What is missing stays so, and its sum binds nobody; nor does one that does not add up. */
static void test_missing_and_contradictory_sums(void **state) {
  (void)state;
  static const double value[] = {7, NAN, 31, 12, 13, 20};
  static const size_t total[] = {2, 5}, first[] = {0, 2, 4}, part[] = {0, 1, 3, 4};
  const cell_table table = {6, value, 2, total, first, part};
  double rounded[6];
  assert_true(round_cells(&table, 5, rounded, NULL));
  assert_close(rounded[0], 5, 0);
  assert_true(isnan(rounded[1]));
  assert_close(rounded[2], 30, 0);
  assert_close(rounded[3], 10, 0);
  assert_close(rounded[4], 15, 0);
  assert_close(rounded[5], 20, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_parts_and_total),
      cmocka_unit_test(test_a_sum_of_small_parts),
      cmocka_unit_test(test_sums_hold_in_both_directions),
      cmocka_unit_test(test_missing_and_contradictory_sums),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
