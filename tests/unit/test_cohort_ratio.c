#include "test.h"

#include "plan/cohort/cohort_ratio.h"

/* Two grades, five years; 47 of 43 went on in the last step. */
static double counts[] = {51, 48, 39, 43, 57, /* */ 60, 53, 46, 41, 47};
static const prg_cohort_table table = {2, 5, counts};

static prg_cohort_options options_of(size_t years, double half_life) {
  return (prg_cohort_options){years, half_life, PRG_MIGRATION_RECENT};
}

static void test_steps_pair_a_grade_with_the_one_below(void **state) {
  (void)state;
  prg_step step = prg_cohort_step(&table, 1, 4);
  assert_close(step.from, 43, 0);
  assert_close(step.to, 47, 0);
  assert_int_equal(prg_cohort_steps(&table, 1), 4);
}

static void test_ratio_is_one_of_weighted_sums(void **state) {
  (void)state;
  prg_cohort_options options = options_of(3, 2);
  prg_log_ratio ratio = prg_cohort_log_ratio(&table, 1, 1, &options);
  double w1 = sqrt(.5), w2 = .5; /* a half after two years */
  double to = 47 + w1 * 41 + w2 * 46, from = 43 + w1 * 39 + w2 * 48;
  assert_close(ratio.value, log(to / from), 1e-14);
  assert_close(ratio.spread, (47 + w1 * w1 * 41 + w2 * w2 * 46) / (to * to), 1e-14);
}

static void test_several_tables_are_one_sum(void **state) {
  (void)state;
  double other[] = {10, 12, 0, 11};
  const prg_cohort_table both[] = {table, {2, 2, other}};
  prg_cohort_options options = options_of(1, 5);
  assert_close(prg_cohort_log_ratio(both, 2, 1, &options).value, log((47. + 11) / (43 + 10)),
               1e-14);
}

static void test_gaps_and_empty_grades(void **state) {
  (void)state;
  prg_cohort_options options = options_of(10, INFINITY);
  double gap[] = {51, NAN, 39, /* */ 60, 53, 46};
  const prg_cohort_table with_gap = {2, 3, gap};
  assert_int_equal(prg_cohort_steps(&with_gap, 1), 1);
  assert_close(prg_cohort_log_ratio(&with_gap, 1, 1, &options).value, log(53. / 51), 1e-14);
  double empty[] = {0, 0, /* */ 5, 7};
  const prg_cohort_table nobody = {2, 2, empty};
  assert_true(isnan(prg_cohort_log_ratio(&nobody, 1, 1, &options).value));
  assert_close(prg_cohort_from_empty(&nobody, 1), 7, 0);
  assert_close(prg_cohort_from_empty(&table, 1), 0, 0);
  double gone[] = {23, 21, /* */ 5, 0};
  const prg_cohort_table nobody_stays = {2, 2, gone};
  assert_close(prg_cohort_log_ratio(&nobody_stays, 1, 1, &options).value, log(.5 / 23), 1e-14);
}

static void test_alike_departures_are_shrunk_together(void **state) {
  (void)state;
  prg_departure d[] = {
      {.value = .021, .own = .0004}, {.value = .019, .own = .0004}, {.value = NAN}};
  double common = prg_cohort_shrink(d, 3);
  assert_close(common, .02, 1e-12);
  double weight = 9e-6 / (9e-6 + .0004); /* true departures are never called quite equal */
  assert_close(d[0].weight, weight, 1e-12);
  assert_close(d[0].shrunk, .02 + weight * .001, 1e-12);
  assert_close(d[2].weight, 0, 0);
  assert_close(d[2].shrunk, .02, 1e-12);
}

static void test_departures_that_differ_stay(void **state) {
  (void)state;
  prg_departure d[] = {{.value = .31, .own = 1e-4}, {.value = -.29, .own = 1e-4}};
  prg_cohort_shrink(d, 2);
  /* Q = .18/1e-4 = 1800; τ² = (1800 − 1) / (2e4 − 1e4) */
  double variance = 1799 / 1e4;
  assert_close(d[0].weight, variance / (variance + 1e-4), 1e-9);
  assert_true(d[0].shrunk > .309);
}

static void test_an_unsure_reference_counts_for_less(void **state) {
  (void)state;
  prg_departure sure[] = {{.value = .01, .own = 3e-4}, {.value = -.01, .own = 3e-4}};
  prg_departure unsure[] = {{.value = .01, .own = 3e-4, .reference = 3e-4},
                            {.value = -.01, .own = 3e-4, .reference = 3e-4}};
  prg_cohort_shrink(sure, 2);
  prg_cohort_shrink(unsure, 2);
  assert_true(sure[0].weight < .1);
  assert_close(unsure[0].weight, (9e-6 + 3e-4) / (9e-6 + 6e-4), 1e-9);
}

static void test_nothing_known(void **state) {
  (void)state;
  prg_departure d[] = {{.value = NAN}};
  assert_close(prg_cohort_shrink(d, 1), 0, 0);
  assert_close(d[0].shrunk, 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_steps_pair_a_grade_with_the_one_below),
      cmocka_unit_test(test_ratio_is_one_of_weighted_sums),
      cmocka_unit_test(test_several_tables_are_one_sum),
      cmocka_unit_test(test_gaps_and_empty_grades),
      cmocka_unit_test(test_alike_departures_are_shrunk_together),
      cmocka_unit_test(test_departures_that_differ_stay),
      cmocka_unit_test(test_an_unsure_reference_counts_for_less),
      cmocka_unit_test(test_nothing_known),
  };
  return cmocka_run_group_tests_name("cohort_ratio", tests, NULL, NULL);
}
