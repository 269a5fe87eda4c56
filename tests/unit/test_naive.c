#include "model/naive.h"

#include <gsl/gsl_cdf.h>

#include "forecast_test.h"

static const double compulsory[] = {168, 183, 198, 214, 240, 249};

static trial_options with(const char *model, size_t horizon) {
  return (trial_options){.model = model, .every = PRG_YEAR, .start = 2017, .horizon = horizon};
}

/* Drift 16.2, s = 6.140 by hand: changes 15 15 16 26 9. */
static void test_drift_of_pupils(void **state) {
  (void)state;
  trial t;
  trial_run(&t, &(trial_options){.model = "drift", .every = PRG_YEAR, .start = 2017}, compulsory,
            6);
  assert_int_equal(t.status, PRG_OK);
  assert_close(point_of(&t, 1), 265.2, 1e-9);
  assert_close(point_of(&t, 5), 249 + 5 * 16.2, 1e-9);
  assert_close(quantile_of(&t, 1, .1), 254.9, .05);
  assert_close(quantile_of(&t, 1, .9), 275.5, .05);
  assert_close(quantile_of(&t, 1, .025), 246.5, .05);
  assert_close(quantile_of(&t, 1, .975), 283.9, .05);
  double s = sqrt((1.44 + 1.44 + .04 + 96.04 + 51.84) / 4);
  assert_close(s, 6.140, 5e-4);
  double scale = s * sqrt(3 + 9 / 5.0); /* h = 3: h + h²/5 */
  assert_digits(quantile_of(&t, 3, .9), 249 + 3 * 16.2 + scale * gsl_cdf_tdist_Pinv(.9, 4), 12);
  trial_close(&t);
}

/* Acceptance: 270 places are exceeded with 26, 84, 95 per cent in 2023–2025; 280 with 5, 55, 87. */
static void test_drift_exceeds_places(void **state) {
  (void)state;
  static const double places[] = {270, 280};
  static const double percent[][3] = {{26, 84, 95}, {5, 55, 87}};
  trial t;
  trial_options drift = with("drift", 3);
  trial_run(&t, &drift, compulsory, 6);
  for (size_t i = 0; i < 2; i++)
    for (size_t h = 1; h <= 3; h++)
      assert_close(100 * prg_forecast_prob_above(&t.forecast, h, places[i]), percent[i][h - 1], .5);
  trial_close(&t);
}

/* 3, gap, 7.4, 6.1: changes +4.4 over two periods, −1.3 over one. */
static void test_gap_is_two_changes(void **state) {
  (void)state;
  static const double y[] = {3, NAN, 7.4, 6.1};
  trial t;
  trial_options drift = with("drift", 2);
  trial_run(&t, &drift, y, 4);
  double mean = 3.1 / 3, a = 4.4 - 2 * mean, b = -1.3 - mean, s2 = a * a / 2 + b * b;
  assert_close(point_of(&t, 2), 6.1 + 2 * mean, 1e-12);
  assert_digits(quantile_of(&t, 2, .75),
                6.1 + 2 * mean + sqrt(s2 * (2 + 4 / 3.0)) * gsl_cdf_tdist_Pinv(.75, 1), 12);
  assert_true(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_MISSING_INSIDE));
  trial_close(&t);
  trial_options naive = with("naive", 2);
  trial_run(&t, &naive, y, 4);
  assert_close(point_of(&t, 2), 6.1, 0);
  s2 = (4.4 * 4.4 / 2 + 1.3 * 1.3) / 2;
  assert_digits(quantile_of(&t, 2, .75), 6.1 + sqrt(2 * s2) * gsl_cdf_tdist_Pinv(.75, 2), 12);
  trial_close(&t);
}

static void test_mean(void **state) {
  (void)state;
  static const double y[] = {2.385, 7.12, NAN, 5.03, 3.61};
  trial t;
  trial_options mean = with("mean", 9);
  trial_run(&t, &mean, y, 5);
  double m = (2.385 + 7.12 + 5.03 + 3.61) / 4, squares = 0;
  for (size_t i = 0; i < 5; i++)
    squares += isnan(y[i]) ? 0 : (y[i] - m) * (y[i] - m);
  assert_digits(point_of(&t, 9), m, 14);
  assert_digits(quantile_of(&t, 9, .9),
                m + sqrt(squares / 3 * (1 + 1 / 4.0)) * gsl_cdf_tdist_Pinv(.9, 3), 12);
  trial_close(&t);
}

/* Quarters, the last third one missing: its forecast is two years old, and so is its variance. */
static void test_seasonal_gap(void **state) {
  (void)state;
  static const double y[] = {31.2, 44.7, 18.3, 27.9, 33.8, 41.1, NAN, 29.4};
  static const trial_options how = {
      .model = "seasonal-naive", .every = PRG_QUARTER, .start = 8088, .horizon = 8};
  trial t;
  trial_run(&t, &how, y, 8);
  double s2 = (2.6 * 2.6 + 3.6 * 3.6 + 1.5 * 1.5) / 3, t90 = gsl_cdf_tdist_Pinv(.9, 3);
  assert_close(point_of(&t, 1), 33.8, 0);
  assert_close(point_of(&t, 3), 18.3, 0);
  assert_close(point_of(&t, 8), 29.4, 0);
  assert_digits(quantile_of(&t, 1, .9), 33.8 + sqrt(s2) * t90, 10);
  assert_digits(quantile_of(&t, 3, .9), 18.3 + sqrt(2 * s2) * t90, 10);
  assert_digits(quantile_of(&t, 7, .9), 18.3 + sqrt(3 * s2) * t90, 10);
  assert_digits(quantile_of(&t, 8, .9), 29.4 + sqrt(2 * s2) * t90, 10);
  assert_paths_follow(&t);
  trial_close(&t);
}

static void test_seasonal_too_short(void **state) {
  (void)state;
  static const double y[] = {31.2, 44.7, 18.3, 27.9};
  static const trial_options how = {
      .model = "seasonal-naive", .every = PRG_QUARTER, .start = 8088, .horizon = 8};
  trial t;
  trial_run(&t, &how, y, 4);
  assert_int_equal(t.status, PRG_EREFUSED);
  assert_int_equal(t.error.message.text, PRG_TEXT_NAIVE_TOO_FEW);
  trial_close(&t);
}

static void test_no_width_is_zero(void **state) {
  (void)state;
  static const double same[] = {100, 100, 100, 100}, tenths[] = {12.5, 12.5, 12.5};
  static const char *const model[] = {"naive", "mean", "drift"};
  for (size_t i = 0; i < 3; i++) {
    trial t;
    trial_options how = with(model[i], 2);
    trial_run(&t, &how, same, 4);
    assert_close(point_of(&t, 1), 100, 0);
    assert_true(quantile_of(&t, 1, .975) > 100.5 && quantile_of(&t, 1, .975) < 103);
    trial_close(&t);
    trial_run(&t, &how, tenths, 3);
    assert_true(quantile_of(&t, 1, .9) > 12.53 && quantile_of(&t, 1, .9) < 12.7);
    trial_close(&t);
  }
}

static void test_paths_follow_quantiles(void **state) {
  (void)state;
  static const double gaps[] = {8.13, 6.2, NAN, 9.47, -3.06, NAN, NAN, 4.4, 6.91};
  static const char *const model[] = {"naive", "mean", "drift"};
  for (size_t i = 0; i < 3; i++) {
    trial t;
    trial_options how = with(model[i], 3);
    trial_run(&t, &how, compulsory, 6);
    assert_paths_follow(&t);
    trial_close(&t);
    trial_run(&t, &how, gaps, 9);
    assert_paths_follow(&t);
    trial_close(&t);
  }
}

static void test_seasonal_paths(void **state) {
  (void)state;
  static const double y[] = {31.2, 44.7, 18.3, 27.9, 33.8, 41.1, 20.6, 29.4, 36.5};
  static const trial_options how = {
      .model = "seasonal-naive", .every = PRG_QUARTER, .start = 8088, .horizon = 9};
  trial t;
  trial_run(&t, &how, y, 9);
  assert_paths_follow(&t);
  trial_close(&t);
}

static void test_too_large(void **state) {
  (void)state;
  static const double y[] = {1, 1e101, 2};
  trial t;
  trial_options how = with("naive", 1);
  trial_run(&t, &how, y, 3);
  assert_int_equal(t.status, PRG_EINPUT);
  assert_int_equal(t.error.message.text, PRG_TEXT_SMOOTHING_TOO_LARGE);
  trial_close(&t);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_drift_of_pupils),    cmocka_unit_test(test_drift_exceeds_places),
      cmocka_unit_test(test_gap_is_two_changes), cmocka_unit_test(test_mean),
      cmocka_unit_test(test_seasonal_gap),       cmocka_unit_test(test_seasonal_too_short),
      cmocka_unit_test(test_no_width_is_zero),   cmocka_unit_test(test_paths_follow_quantiles),
      cmocka_unit_test(test_seasonal_paths),     cmocka_unit_test(test_too_large),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
