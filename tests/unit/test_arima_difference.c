#include "unit/arima_reference.h"

#include "model/arima/arima_difference.h"

static void test_constant(void **state) {
  (void)state;
  const double y[4] = {NAN, 14.7, NAN, 14.7}, z[3] = {14.7, 14.7, 14.7001};
  const double close[3] = {1e9, 1e9 + 1, 1e9};
  assert_true(prg_arima_is_constant(y, 4));
  assert_false(prg_arima_is_constant(z, 3));
  assert_true(prg_arima_is_constant(close, 3));
  assert_true(prg_arima_is_constant(y, 1));
  assert_true(prg_arima_is_constant(NULL, 0));
}

static void test_lagged(void **state) {
  (void)state;
  double y[5] = {1.7, 4.1, NAN, 9.2, 11.9};
  assert_int_equal(prg_arima_lagged(y, 5, 3, y), 2);
  assert_close(y[0], 7.5, 1e-15);
  assert_close(y[1], 7.8, 1e-14);
  assert_int_equal(prg_arima_lagged(y, 2, 2, y), 0);
}

static void test_kpss_as_r(void **state) {
  (void)state;
  const char *const name[3] = {"Nile", "lynx", "WWWusage"};
  for (int i = 0; i < 3; i++) {
    double y[REFERENCE_VALUES];
    size_t n = item(name[i], "y", y);
    assert_digits(prg_arima_kpss(y, n), only(name[i], "kpss"), 10);
  }
  assert_close(prg_arima_kpss((double[]){7.3, 7.3, 7.3}, 3), 0, 0);
}

/* A line needs one difference, a parabola two, and never three. */
static void test_differences(void **state) {
  (void)state;
  double line[40], parabola[40], cubic[40];
  for (int t = 0; t < 40; t++) {
    line[t] = t % 7 == 3 ? NAN : 1.7 * t;
    parabola[t] = 0.31 * t * t - 2.7 * t;
    cubic[t] = 0.011 * t * t * t;
  }
  assert_int_equal(prg_arima_differences(line, 40), 1);
  assert_int_equal(prg_arima_differences(parabola, 40), 2);
  assert_int_equal(prg_arima_differences(cubic, 40), 2);
  assert_int_equal(prg_arima_differences(line, 0), 0);
}

static void test_strength_as_r(void **state) {
  (void)state;
  const char *const name[2] = {"UKgas", "USAccDeaths"};
  for (int i = 0; i < 2; i++) {
    double y[REFERENCE_VALUES], strength, with_gaps;
    size_t n = item(name[i], "y", y), m = (size_t)only(name[i], "season");
    assert_true(prg_arima_seasonal_strength(y, n, m, &strength));
    assert_digits(strength, only(name[i], "strength"), 9);
    y[7] = y[8] = y[n / 2] = y[n - 2] = NAN;
    assert_true(prg_arima_seasonal_strength(y, n, m, &with_gaps));
    assert_close(with_gaps, strength, 0.05);
  }
}

static void test_strength_without_season(void **state) {
  (void)state;
  const double y[8] = {3.1, 4.7, 2.9, 5.3, 4.4, 3.8, 5.1, 2.2}, same[9] = {0};
  double strength = 1;
  assert_true(prg_arima_seasonal_strength(y, 8, 4, &strength));
  assert_close(strength, 0, 0);
  assert_true(prg_arima_seasonal_strength(y, 8, 1, &strength));
  assert_close(strength, 0, 0);
  assert_true(prg_arima_seasonal_strength(same, 9, 4, &strength));
  assert_close(strength, 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_constant),      cmocka_unit_test(test_lagged),
      cmocka_unit_test(test_kpss_as_r),     cmocka_unit_test(test_differences),
      cmocka_unit_test(test_strength_as_r), cmocka_unit_test(test_strength_without_season),
  };
  return cmocka_run_group_tests(tests, read_reference, NULL);
}
