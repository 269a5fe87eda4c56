#include "model/trend/sample.h"

#include "test.h"

static prg_sample read(const double *value, size_t n) {
  prg_series series;
  prg_sample sample = {0};
  prg_period start = {PRG_INDEX, 1};
  assert_int_equal(prg_series_init_values(&series, "A", start, value, n, NULL), PRG_OK);
  assert_true(prg_sample_read(&sample, &series));
  prg_series_clear(&series);
  return sample;
}

static void test_gaps_keep_their_time(void **state) {
  (void)state;
  const double value[] = {NAN, 4.5, NAN, -7.25, 3.0, NAN};
  prg_sample sample = read(value, 6);
  assert_int_equal(sample.n, 3);
  assert_close(sample.t[0], 2, 0);
  assert_close(sample.t[1], 4, 0);
  assert_close(sample.y[1], -7.25, 0);
  assert_close(sample.last, 5, 0);
  assert_close(sample.centre, 11.0 / 3, 1e-15);
  assert_close(sample.half_span, 1.5, 0);
  assert_close(prg_sample_largest(&sample), 7.25, 0);
  prg_sample_clear(&sample);
}

static void test_no_figures(void **state) {
  (void)state;
  const double value[] = {NAN, NAN};
  prg_sample sample = read(value, 2);
  assert_int_equal(sample.n, 0);
  assert_close(prg_sample_largest(&sample), 0, 0);
  prg_sample_clear(&sample);
}

static void check_rounding(const double *value, double unit) {
  prg_sample sample = read(value, 3);
  assert_digits(prg_sample_rounding(&sample), unit / sqrt(12), 12);
  prg_sample_clear(&sample);
}

static void test_the_unit_of_recording(void **state) {
  (void)state;
  check_rounding((double[]){300, 500, 1200}, 1); /* whole numbers: never more than 1 */
  check_rounding((double[]){0, 0, 0}, 1);
  check_rounding((double[]){21.5, 33, 17.1}, 0.1);
  check_rounding((double[]){0.214, 0.33, 0.171}, 0.001);
  check_rounding((double[]){1e-300, 0, 0}, 1e-300);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_gaps_keep_their_time),
      cmocka_unit_test(test_no_figures),
      cmocka_unit_test(test_the_unit_of_recording),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
