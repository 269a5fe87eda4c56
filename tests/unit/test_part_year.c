#include <prognos/part_year.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>

#include "target_reference.h"

static const prg_goal_range anything = {-INFINITY, INFINITY, false, false};

static void assert_outlook(const prg_outlook *o, const char *name, double unit) {
  assert_close(o->lower_80 * unit, reference(name, "q10"), 1e-9);
  assert_close(o->median * unit, reference(name, "q50"), 1e-9);
  assert_close(o->upper_80 * unit, reference(name, "q90"), 1e-9);
  assert_digits(o->mean * unit, reference(name, "mean"), 8);
  assert_close(o->probability, reference(name, "probability"), 1e-9);
}

static prg_outlook even(double count, double part, prg_goal_range range) {
  const prg_part_count known = {count, part, 0, 0, false, NAN};
  return prg_part_year_count(&known, &range);
}

static void test_counts_agree_with_r(void **state) {
  (void)state;
  prg_outlook o = even(7, 6 / 12.0, (prg_goal_range){17, INFINITY, true, false});
  assert_outlook(&o, "n", 1);
  o = even(1, 6 / 12.0, (prg_goal_range){3, INFINITY, false, false});
  assert_outlook(&o, "one", 1);
  o = even(0, 4 / 12.0, (prg_goal_range){1, INFINITY, false, false});
  assert_outlook(&o, "none", 1);
  o = even(143, 8 / 12.0, (prg_goal_range){-INFINITY, 211, false, false});
  assert_outlook(&o, "august", 1);
  o = even(52, 7.5 / 12, (prg_goal_range){74, 97, false, false});
  assert_outlook(&o, "range", 1);
}

/* Seven through June, more than seventeen wanted: what the sources ask for. */
static void test_the_report_of_2018(void **state) {
  (void)state;
  prg_outlook o = even(7, 0.5, (prg_goal_range){17, INFINITY, true, false});
  assert_close(o.median, 14, 0);
  assert_close(o.lower_80, 10, 0);
  assert_close(o.upper_80, 20, 0);
  assert_close(o.probability, 0.20, 0.005);
  o = even(1, 0.5, anything);
  assert_close(o.median, 2, 0);
  assert_close(o.mean, 2.5, 1e-12);
}

/* GSL's distribution function of the same law. */
static void test_counts_agree_with_gsl(void **state) {
  (void)state;
  const double count[] = {0, 3, 89, 2417, 38119}, part[] = {1 / 12.0, 0.37, 11 / 12.0};
  for (size_t i = 0; i < 15; i++) {
    double k = count[i % 5], p = part[i / 5], bound = floor(1.03 * k / p) + 1;
    prg_outlook o = even(k, p, (prg_goal_range){-INFINITY, bound, false, false});
    assert_close(o.probability, gsl_cdf_negative_binomial_P((unsigned)(bound - k), p, k + 0.5),
                 1e-9);
  }
}

static void test_the_profile_of_earlier_years(void **state) {
  (void)state;
  prg_part_count known = {23, 0.5, 31, 9, true, 1};
  prg_outlook o = prg_part_year_count(&known, &(prg_goal_range){33, INFINITY, true, false});
  assert_outlook(&o, "summer", 1);
  known.before = 9, known.after = 31;
  o = prg_part_year_count(&known, &(prg_goal_range){90, INFINITY, true, false});
  assert_outlook(&o, "autumn", 1);
  known = (prg_part_count){7, 0.5, 5, 12, true, 1};
  o = prg_part_year_count(&known, &(prg_goal_range){17, INFINITY, true, false});
  assert_outlook(&o, "few", 1);
}

/* A profile that is known well is exposure: 65 per cent by June is as 7.8 months. */
static void test_a_firm_profile_is_exposure(void **state) {
  (void)state;
  const prg_goal_range range = {60, INFINITY, false, false};
  const prg_part_count known = {41, 0.5, 650000, 350000, true, 1};
  prg_outlook o = prg_part_year_count(&known, &range), e = even(41, 0.65, range);
  assert_close(o.median, e.median, 0);
  assert_close(o.probability, e.probability, 1e-4);
}

/* Visits by parties: the same counts say less. */
static void test_parties_agree_with_r(void **state) {
  (void)state;
  const prg_goal_range more = {1279, INFINITY, true, false};
  prg_part_count known = {725, 0.5, 680, 599, true, 6.7};
  prg_outlook o = prg_part_year_count(&known, &more);
  assert_outlook(&o, "parties", 1);
  known.has_profile = false;
  o = prg_part_year_count(&known, &more);
  assert_outlook(&o, "even parties", 1);
}

static void test_dispersion_agrees_with_r(void **state) {
  (void)state;
  const double now[] = {153, 118, 190, 0, 131, 84, 49}, then[] = {140, 151, 139, 0, 122, 97, 31};
  assert_digits(prg_part_year_dispersion(now, then, 7), reference("visits", "dispersion"), 10);
  assert_close(prg_part_year_dispersion(now, now, 7), 1, 0);
  const double nothing[7] = {0};
  assert_true(isnan(prg_part_year_dispersion(now, then, 4)) != 0);
  assert_true(isnan(prg_part_year_dispersion(now, nothing, 7)) != 0);
}

/* January alone of a year that began with nothing: the mean does not exist, the median does. */
static void test_a_heavy_tail(void **state) {
  (void)state;
  const prg_part_count known = {4, 1 / 12.0, 0, 0, true, 1};
  prg_outlook o = prg_part_year_count(&known, &(prg_goal_range){900, INFINITY, true, false});
  assert_true(isnan(o.mean));
  assert_true(o.lower_80 <= o.median && o.median < o.upper_80);
  assert_true(o.probability > 0.01 && o.probability < 0.1);
}

static void test_shares_agree_with_r(void **state) {
  (void)state;
  const prg_part_share half = {7, 21, 42}, lopsided = {58, 61, 97}, empty = {0, 13, 29};
  prg_outlook o = prg_part_year_share(&half, &(prg_goal_range){17 / 81.0, INFINITY, true, false});
  assert_outlook(&o, "half", 42);
  o = prg_part_year_share(&lopsided, &(prg_goal_range){0.95, INFINITY, false, false});
  assert_outlook(&o, "lopsided", 97);
  o = prg_part_year_share(&empty, &(prg_goal_range){-INFINITY, 0.05, false, false});
  assert_outlook(&o, "empty", 29);
}

static void test_means_agree_with_r(void **state) {
  (void)state;
  const prg_part_mean wait = {11.3, 8 / 12.0, 6.7, 37};
  prg_outlook o = prg_part_year_mean(&wait, &(prg_goal_range){-INFINITY, 10, false, false});
  assert_digits(o.lower_80, reference("wait", "q10"), 9);
  assert_digits(o.upper_80, reference("wait", "q90"), 9);
  assert_digits(o.probability, reference("wait", "probability"), 8);
  assert_close(o.median, 11.3, 0);
  const double change[] = {1.7, -0.4, 2.9, 0.8};
  o = prg_part_year_history(78.6, change, 4, &(prg_goal_range){80, INFINITY, true, false});
  assert_digits(o.lower_80, reference("history", "q10"), 9);
  assert_digits(o.upper_80, reference("history", "q90"), 9);
  assert_digits(o.probability, reference("history", "probability"), 8);
}

/* Neither values that are all alike nor changes that are make the rest of the year certain. */
static void test_no_uncertainty_is_nought(void **state) {
  (void)state;
  const prg_part_mean alike = {9, 0.5, 0, 14};
  prg_outlook o = prg_part_year_mean(&alike, &(prg_goal_range){-INFINITY, 9, false, false});
  assert_close(o.probability, 0.5, 1e-9);
  assert_true(o.lower_80 < 9 && o.upper_80 > 9);
  o = prg_part_year_history(9, (const double[]){2, 2, 2}, 3, &anything);
  assert_true(o.lower_80 < 11 && o.upper_80 > 11);
  const prg_part_mean short_waits = {0.1, 0.1, 3.3, 5};
  assert_close(prg_part_year_mean(&short_waits, &anything).lower_80, 0, 0);
}

static void test_a_year_that_is_over_is_known(void **state) {
  (void)state;
  const prg_goal_range more = {17, INFINITY, true, false}, least = {17, INFINITY, false, false};
  assert_close(even(17, 1, more).probability, 0, 0);
  assert_close(even(17, 1, least).probability, 1, 0);
  const prg_part_share share = {17, 81, 81};
  assert_close(prg_part_year_share(&share, &anything).median, 17 / 81.0, 0);
  const prg_part_mean mean = {10.4, 1, 3.2, 9};
  assert_close(prg_part_year_mean(&mean, &more).upper_80, 10.4, 0);
}

static void test_ranges(void **state) {
  (void)state;
  const prg_goal_range open = {2.5, 7.5, true, true}, shut = {2.5, 7.5, false, false};
  assert_false(prg_goal_range_holds(&open, 2.5));
  assert_false(prg_goal_range_holds(&open, 7.5));
  assert_true(prg_goal_range_holds(&open, 2.6));
  assert_true(prg_goal_range_holds(&shut, 2.5));
  assert_true(prg_goal_range_holds(&shut, 7.5));
  assert_false(prg_goal_range_holds(&shut, 7.6));
  assert_true(prg_goal_range_holds(&anything, -1e300));
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_counts_agree_with_r),
      cmocka_unit_test(test_the_report_of_2018),
      cmocka_unit_test(test_counts_agree_with_gsl),
      cmocka_unit_test(test_the_profile_of_earlier_years),
      cmocka_unit_test(test_a_firm_profile_is_exposure),
      cmocka_unit_test(test_parties_agree_with_r),
      cmocka_unit_test(test_dispersion_agrees_with_r),
      cmocka_unit_test(test_a_heavy_tail),
      cmocka_unit_test(test_shares_agree_with_r),
      cmocka_unit_test(test_means_agree_with_r),
      cmocka_unit_test(test_no_uncertainty_is_nought),
      cmocka_unit_test(test_a_year_that_is_over_is_known),
      cmocka_unit_test(test_ranges),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
