#include "model/trend/trend_fit.h"

#include "test.h"

static prg_series series_of(prg_frequency frequency, const double *value, size_t n) {
  prg_series series;
  prg_period start = {frequency, 4000};
  assert_int_equal(prg_series_init_values(&series, "A", start, value, n, NULL), PRG_OK);
  return series;
}

static void test_resize_and_clear(void **state) {
  (void)state;
  prg_trend trend = {0};
  assert_true(prg_trend_resize(&trend, 3));
  trend.fitted[2] = 2.385;
  assert_true(prg_trend_resize(&trend, 300));
  assert_close(trend.fitted[2], 2.385, 0);
  assert_int_equal(trend.n, 300);
  prg_trend_clear(&trend);
  assert_null(trend.time);
  prg_trend_clear(NULL);
}

static void test_coefficient(void **state) {
  (void)state;
  prg_coefficient c;
  prg_coefficient_set(&c, "slope", 2.385, 0.9, 4);
  assert_digits(c.t, 2.65, 15);
  assert_digits(c.p, 0.05698179086, 9); /* 2 * pt(-2.65, 4) */
  assert_digits(c.upper_95, 2.385 + 0.9 * 2.7764451051978, 12);
  prg_coefficient_set(&c, "slope", 2.385, 0.9, INFINITY);
  assert_digits(c.lower_95, 2.385 - 0.9 * 1.9599639845401, 12);
  assert_digits(c.p, 0.008049177086, 9); /* 2 * pnorm(-2.65) */
  prg_coefficient_set(&c, "slope", 2.385, 0, 4);
  assert_true(isnan(c.t) && isnan(c.p));
  assert_close(c.upper_95, 2.385, 0);
}

static void test_aicc(void **state) {
  (void)state;
  assert_close(prg_aicc(-15.25, 3, 6), 30.5 + 6 + 12, 1e-12);
  assert_true(isnan(prg_aicc(-15.25, 3, 4)));
}

static void test_durbin_watson(void **state) {
  (void)state;
  const double e[] = {1.5, -0.5, 2};
  assert_digits(prg_durbin_watson(e, 3), (4 + 6.25) / 6.5, 14);
  assert_true(isnan(prg_durbin_watson((double[]){0, 0}, 2)));
}

static void test_finish_ignores_what_rounding_leaves(void **state) {
  (void)state;
  const double y[] = {1e6, 2e6, 3e6};
  prg_trend trend = {0};
  assert_true(prg_trend_resize(&trend, 3));
  for (size_t i = 0; i < 3; i++)
    trend.fitted[i] = y[i] * (1 + 2e-16);
  prg_trend_finish(&trend, y, 2, 0);
  assert_close(trend.sigma, 0, 0);
  assert_true(isnan(trend.log_likelihood));
  trend.fitted[1] += 0.1;
  prg_trend_finish(&trend, y, 2, 0);
  assert_digits(trend.sigma, 0.1, 6);
  prg_trend_clear(&trend);
}

static void test_check(void **state) {
  (void)state;
  prg_trend trend = {.sigma = 1.3, .n_coefficient = 1};
  assert_int_equal(prg_trend_check(&trend, NULL), PRG_OK);
  trend.coefficient[0].estimate = NAN;
  assert_int_equal(prg_trend_check(&trend, NULL), PRG_EREFUSED);
  trend.coefficient[0].estimate = -1e200;
  assert_int_equal(prg_trend_check(&trend, NULL), PRG_EREFUSED);
}

static void test_slope(void **state) {
  (void)state;
  const double y[] = {3.1, NAN, 4.7, 9.2}, one[] = {4};
  prg_series series = series_of(PRG_YEAR, y, 4), short_one = series_of(PRG_YEAR, one, 1);
  /* times 0, 2, 3 about 5/3: Σ(t − t̄)y / Σ(t − t̄)² */
  assert_digits(prg_series_slope(&series),
                (-5 * 3.1 + 1 * 4.7 + 4 * 9.2) / 3 / (25.0 / 9 + 1.0 / 9 + 16.0 / 9), 13);
  assert_close(prg_series_slope(&short_one), 0, 0);
  /* the line goes through the means, time 5/3 and figure 17/3 */
  assert_digits(prg_series_line(&series, 5), 17 / 3.0 + prg_series_slope(&series) * (5 - 5 / 3.0),
                13);
  assert_close(prg_series_line(&short_one, 7), 4, 0);
  prg_series_clear(&series);
  prg_series_clear(&short_one);
}

static void check_note(prg_frequency frequency, const double *y, size_t n, double slope,
                       const char *swedish) {
  prg_series series = series_of(frequency, y, n);
  prg_notes notes = {0};
  prg_buffer text;
  prg_buffer_init(&text);
  prg_note_opposing_end(&series, slope, &notes);
  if (notes.n > 0)
    prg_message_write(&notes.note[0], PRG_SWEDISH, &text);
  assert_string_equal(prg_buffer_string(&text), swedish);
  prg_buffer_free(&text);
  prg_series_clear(&series);
}

static void test_how_a_series_ends(void **state) {
  (void)state;
  const double falls[] = {9.25, NAN, 14.5, 12.25, NAN, 11};
  prg_series series = series_of(PRG_TERM, falls, 6), two = series_of(PRG_TERM, falls, 3);
  prg_series_end end = prg_series_end_against(&series, .3);
  assert_int_equal(end.direction, -1);
  assert_int_equal(end.index[0], 5);
  assert_int_equal(end.index[1], 3);
  assert_int_equal(end.index[2], 2);
  assert_int_equal(end.subject, PRG_TEXT_TREND_TWO_CHANGES);
  assert_int_equal(prg_series_end_against(&series, -.3).direction, 0);
  assert_int_equal(prg_series_end_against(&two, .3).direction, 0);
  prg_series_clear(&series);
  prg_series_clear(&two);
}

static void test_the_end_against_the_slope(void **state) {
  (void)state;
  const double falls[] = {96, 112, 126, 131, 129, 126}, rises[] = {17, 11.25, 12.5, 13},
               gap[] = {9, 8, NAN, 7}, mixed[] = {9, 8, 9};
  check_note(PRG_YEAR, falls, 6, 5.2,
             "De två senaste åren minskar (−2 och −3) medan trenden genom hela serien stiger.");
  check_note(PRG_SCHOOL_YEAR, falls, 6, -5.2, "");
  check_note(
      PRG_MONTH, rises, 4, -0.1,
      "De två senaste månaderna ökar (1,25 och 0,50) medan trenden genom hela serien faller.");
  check_note(
      PRG_INDEX, gap, 4, 1,
      "De tre senaste uppgifterna minskar (−1 och −1) medan trenden genom hela serien stiger.");
  check_note(PRG_YEAR, mixed, 3, 1, "");
  check_note(PRG_YEAR, mixed, 2, 1, "");
}

static void test_numbers_have_three_digits(void **state) {
  (void)state;
  assert_int_equal(prg_trend_number(0, 16.9).decimals, 1);
  assert_int_equal(prg_trend_number(0, 1690).decimals, 0);
  assert_int_equal(prg_trend_number(0, 0.169).decimals, 3);
  assert_int_equal(prg_trend_number(0, 0).decimals, 6);
}

static void test_subject_and_unit(void **state) {
  (void)state;
  const double whole[] = {3, 4}, part[] = {3.5, 4};
  prg_series count = series_of(PRG_TERM, whole, 2), value = series_of(PRG_WEEK, part, 2);
  assert_int_equal((int)prg_trend_subject(&count).number, PRG_TEXT_TREND_THE_NUMBER);
  assert_int_equal((int)prg_trend_subject(&value).number, PRG_TEXT_TREND_THE_VALUE);
  assert_int_equal((int)prg_trend_unit(&count).number, PRG_TEXT_TREND_PER_TERM);
  assert_int_equal((int)prg_trend_unit(&value).number, PRG_TEXT_TREND_PER_WEEK);
  value.kind = PRG_KIND_SHARE;
  assert_int_equal((int)prg_trend_subject(&value).number, PRG_TEXT_TREND_THE_SHARE);
  count.kind = PRG_KIND_INDEX;
  assert_int_equal((int)prg_trend_subject(&count).number, PRG_TEXT_TREND_THE_VALUE);
  prg_series_clear(&count);
  prg_series_clear(&value);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_resize_and_clear),
      cmocka_unit_test(test_coefficient),
      cmocka_unit_test(test_aicc),
      cmocka_unit_test(test_durbin_watson),
      cmocka_unit_test(test_finish_ignores_what_rounding_leaves),
      cmocka_unit_test(test_check),
      cmocka_unit_test(test_slope),
      cmocka_unit_test(test_how_a_series_ends),
      cmocka_unit_test(test_the_end_against_the_slope),
      cmocka_unit_test(test_numbers_have_three_digits),
      cmocka_unit_test(test_subject_and_unit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
