#include "unit/arima_reference.h"

#include "model/stl.h"

static void check(const char *name) {
  double y[REFERENCE_VALUES], season[REFERENCE_VALUES], trend[REFERENCE_VALUES];
  double expected_season[REFERENCE_VALUES], expected_trend[REFERENCE_VALUES];
  size_t n = item(name, "y", y), m = (size_t)only(name, "season");
  prg_stl_options options;
  prg_stl_options_init(&options, m, 11);
  assert_true(prg_stl(y, n, m, &options, season, trend));
  assert_int_equal(item(name, "stl.season", expected_season), n);
  assert_int_equal(item(name, "stl.trend", expected_trend), n);
  for (size_t t = 0; t < n; t++) {
    assert_close(season[t], expected_season[t], 1e-9 * fabs(y[t]));
    assert_close(trend[t], expected_trend[t], 1e-9 * fabs(y[t]));
  }
}

static void test_as_r(void **state) {
  (void)state;
  check("UKgas");
  check("USAccDeaths");
}

/* The shortest series it takes: two seasons and a period. */
static void test_shortest(void **state) {
  (void)state;
  const double y[5] = {13.7, 21.9, 15.1, 24.3, 16.6};
  double season[5], trend[5];
  prg_stl_options options;
  prg_stl_options_init(&options, 2, 11);
  assert_true(prg_stl(y, 5, 2, &options, season, trend));
  for (size_t t = 0; t < 5; t++) {
    assert_true(isfinite(season[t]) && isfinite(trend[t]));
    assert_true(t % 2 == 0 ? season[t] < 0 : season[t] > 0);
  }
}

static void test_options(void **state) {
  (void)state;
  prg_stl_options options;
  prg_stl_options_init(&options, 12, 11);
  assert_int_equal(options.season_window, 11);
  assert_int_equal(options.trend_window, 21); /* 18 / (1 − 1.5/11) = 20.8 */
  assert_int_equal(options.low_window, 13);
  assert_int_equal(options.inner, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_as_r),
      cmocka_unit_test(test_shortest),
      cmocka_unit_test(test_options),
  };
  return cmocka_run_group_tests(tests, read_reference, NULL);
}
