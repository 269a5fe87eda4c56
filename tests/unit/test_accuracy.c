#include "test.h"

#include <float.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include <prognos/accuracy.h>

static prg_distribution student(double location, double scale, double df) {
  prg_distribution distribution;
  assert_int_equal(prg_distribution_init(&distribution, 1, prg_standard_probability,
                                         prg_standard_probability_count, NULL),
                   PRG_OK);
  prg_distribution_set_student(&distribution, 1, location, scale, df);
  return distribution;
}

static prg_score score_of(const prg_distribution *distribution, double actual) {
  prg_scorer *scorer =
      prg_scorer_alloc(distribution->probability, distribution->n_probability, NULL);
  prg_score score;
  prg_scorer_run(scorer, distribution, 1, actual, &score);
  prg_scorer_free(scorer);
  return score;
}

/* Gneiting & Raftery 2007, equation 21: σ (w (2Φ(w) − 1) + 2φ(w) − 1/√π), w = (y − μ)/σ. */
static double crps_normal(double mu, double sigma, double y) {
  double w = (y - mu) / sigma;
  return sigma *
         (w * (2 * gsl_cdf_ugaussian_P(w) - 1) + 2 * gsl_ran_ugaussian_pdf(w) - 1 / sqrt(M_PI));
}

static void test_crps_of_a_normal_is_the_closed_form(void **state) {
  (void)state;
  static const double y[] = {231.7, 248.385, 250, 251.2, 263.4, 190.1, 341.9};
  prg_distribution normal = student(248.385, 7.193, INFINITY);
  for (size_t i = 0; i < sizeof y / sizeof y[0]; i++)
    assert_digits(score_of(&normal, y[i]).crps, crps_normal(248.385, 7.193, y[i]), 11);
  prg_distribution_clear(&normal);
}

/* The quantile function that is meant: straight in the normal score between the grid's quantiles
 * and beyond. */
static double straight_quantile(const prg_distribution *distribution, double z) {
  size_t i = 0;
  while (i + 2 < distribution->n_probability &&
         z > gsl_cdf_ugaussian_Pinv(distribution->probability[i + 1]))
    i++;
  double left = gsl_cdf_ugaussian_Pinv(distribution->probability[i]);
  double right = gsl_cdf_ugaussian_Pinv(distribution->probability[i + 1]);
  const double *q = distribution->quantile + i;
  return q[0] + (q[1] - q[0]) * (z - left) / (right - left);
}

/* The slow twin: 2 ∫ (1{y < q(p)} − p)(q(p) − y) dp by the midpoint rule over the normal score. */
static double crps_by_quadrature(const prg_distribution *distribution, double y) {
  const double step = 1e-3;
  double sum = 0;
  for (double z = -8 + step / 2; z < 8; z += step) {
    double p = gsl_cdf_ugaussian_P(z), q = straight_quantile(distribution, z);
    sum += ((y < q ? 1 : 0) - p) * (q - y) * gsl_ran_ugaussian_pdf(z) * step;
  }
  return 2 * sum;
}

static void test_crps_by_quadrature(void **state) {
  (void)state;
  static const double y[] = {0, 1.31, 2.86, 3.9, 14.7};
  prg_distribution skew = student(1.37, 1.94, 3.7);
  for (size_t i = 0; i < skew.n_probability; i++)
    skew.quantile[i] = fmax(skew.quantile[i], 0); /* ties at a bound, as counts have */
  for (size_t i = 0; i < sizeof y / sizeof y[0]; i++)
    assert_close(score_of(&skew, y[i]).crps, crps_by_quadrature(&skew, y[i]), 1e-5);
  prg_distribution_clear(&skew);
}

/* Of the quantiles' own distribution, by ∫ (F(x) − 1{y <= x})² dx: the straight lines cost little,
 * even where the tails are heavy. */
static void test_crps_of_a_student(void **state) {
  (void)state;
  static const double y[] = {.137, 1.7, 3.46}, df = 2.5, step = 2e-3;
  prg_distribution heavy = student(0, 1, df);
  for (size_t i = 0; i < sizeof y / sizeof y[0]; i++) {
    double sum = 0;
    for (double x = -60 + step / 2; x < 60; x += step)
      sum += pow(gsl_cdf_tdist_P(x, df) - (y[i] <= x ? 1 : 0), 2) * step;
    assert_close(score_of(&heavy, y[i]).crps, sum, .004 * sum);
  }
  prg_distribution_clear(&heavy);
}

static void test_crps_of_a_point_is_the_absolute_error(void **state) {
  (void)state;
  prg_distribution point = student(17.25, 0, INFINITY);
  assert_close(score_of(&point, 17.25).crps, 0, 0);
  assert_close(score_of(&point, 13.875).crps, 3.375, 1e-13);
  assert_close(score_of(&point, 20.5).crps, 3.25, 1e-13);
  prg_distribution_clear(&point);

  static const double half = .5;
  assert_int_equal(prg_distribution_init(&point, 1, &half, 1, NULL), PRG_OK);
  point.quantile[0] = 17.25;
  assert_close(score_of(&point, 13.875).crps, 3.375, 0);
  prg_distribution_clear(&point);
}

/* A forecast for the truth scores better than one that is off or too sure, on average. */
static void test_crps_rewards_the_truth(void **state) {
  (void)state;
  static const double other[][2] = {{2.11, 1}, {-1.3, 1}, {0, .41}, {0, 2.3}};
  prg_distribution truth = student(0, 1, INFINITY);
  for (size_t k = 0; k < sizeof other / sizeof other[0]; k++) {
    prg_distribution wrong = student(other[k][0], other[k][1], INFINITY);
    double difference = 0;
    for (size_t i = 0; i < 200; i++) {
      double y = gsl_cdf_ugaussian_Pinv(((double)i + .5) / 200);
      difference += score_of(&wrong, y).crps - score_of(&truth, y).crps;
    }
    assert_true(difference > 5);
    prg_distribution_clear(&wrong);
  }
  prg_distribution_clear(&truth);
}

static void test_a_score_has_the_quantiles(void **state) {
  (void)state;
  prg_distribution normal = student(120.5, 8.25, INFINITY);
  prg_score score = score_of(&normal, 131.375);
  assert_close(score.actual, 131.375, 0);
  assert_close(score.point, 120.5, 0);
  assert_close(score.lower_80, 120.5 - 8.25 * 1.2815515655446004, 1e-9);
  assert_close(score.upper_80, 120.5 + 8.25 * 1.2815515655446004, 1e-9);
  assert_close(score.lower_95, 120.5 - 8.25 * 1.9599639845400545, 1e-9);
  assert_close(score.upper_95, 120.5 + 8.25 * 1.9599639845400545, 1e-9);
  assert_true(isnan(score_of(&normal, NAN).actual));
  prg_distribution_clear(&normal);
}

/*
 * By hand: y 104, 95, 0; f 110, 92, 3; errors 6, −3, 3; scale 7.5 and 64.
 * MASE (12/3)/7.5; RMSSE √(54/3/64); sMAPE (1200/214 + 600/187 + 200)/3; MAPE (600/104 + 300/95)/2.
 * Interval scores: 40; 97.5 − 96 + 40 · 1 = 41.5; 9 + 40 · 1.5 = 69.
 */
static void test_every_measure_by_hand(void **state) {
  (void)state;
  static const prg_score score[] = {
      {104, 110, 101, 119, 90, 130, 2.375},
      {95, 92, 91, 95, 96, 97.5, 1.625}, /* limits that no model makes: only the 80 holds it */
      {0, 3, .5, 6, 1.5, 10.5, 1.125},
      {NAN, 777, 1, 2, 3, 4, 555},
  };
  const prg_scale scale = {7.5, 64};
  prg_accuracy accuracy = {0};
  for (size_t i = 0; i < 4; i++)
    prg_accuracy_add(&accuracy, &score[i], &scale);
  prg_measures measures = prg_accuracy_measures(&accuracy);
  assert_int_equal(measures.n, 3);
  assert_digits(measures.mase, 4 / 7.5, 14);
  assert_digits(measures.rmsse, sqrt(18.0 / 64), 14);
  assert_digits(measures.smape, (1200.0 / 214 + 600.0 / 187 + 200) / 3, 14);
  assert_digits(measures.mape, (600.0 / 104 + 300.0 / 95) / 2, 14);
  assert_digits(measures.bias, 2.0, 14);
  assert_digits(measures.coverage_80, 2.0 / 3, 14);
  assert_digits(measures.coverage_95, 1.0 / 3, 14);
  assert_digits(measures.msis, (40 + 41.5 + 69) / 3 / 7.5, 14);
  assert_digits(measures.crps, 5.125 / 3, 14);
}

static void test_nothing_gathered_is_no_number(void **state) {
  (void)state;
  prg_accuracy accuracy = {0};
  prg_measures measures = prg_accuracy_measures(&accuracy);
  assert_int_equal(measures.n, 0);
  const double *number = &measures.mase;
  for (size_t i = 0; i < 13; i++)
    assert_true(isnan(number[i]));
}

static void test_what_cannot_be_told_is_left_out(void **state) {
  (void)state;
  const prg_scale none = {NAN, NAN}, scale = {2.5, 9};
  const prg_score zero = {0, 0, 0, 0, 0, 0, 0}, off = {0, 1.75, 1, 2, 0, 3, 1};
  prg_accuracy accuracy = {0};
  prg_accuracy_add(&accuracy, &zero, &none);
  prg_measures measures = prg_accuracy_measures(&accuracy);
  assert_close(measures.smape, 0, 0);
  assert_true(isnan(measures.mape));
  assert_true(isnan(measures.mase) && isnan(measures.rmsse) && isnan(measures.msis));
  prg_accuracy_add(&accuracy, &off, &scale);
  assert_close(prg_accuracy_measures(&accuracy).mase, 1.75 / 2.5, 1e-15); /* of one outcome */
}

static void test_figures_near_the_largest_double(void **state) {
  (void)state;
  const prg_scale scale = {1e-300, 0};
  const prg_score huge = {-DBL_MAX, DBL_MAX / 2, 0, 1, 0, 1, DBL_MAX};
  prg_accuracy accuracy = {0};
  prg_accuracy_add(&accuracy, &huge, &scale);
  prg_accuracy_add(&accuracy, &huge, &scale);
  prg_measures measures = prg_accuracy_measures(&accuracy);
  assert_true(isnan(measures.mase) && isnan(measures.rmsse) && isnan(measures.bias));
  assert_true(isnan(measures.msis) && isnan(measures.crps));
}

static prg_scale scale_of(const double *value, size_t n, int season, size_t end) {
  prg_series series;
  assert_int_equal(
      prg_series_init_values(&series, "skola", (prg_period){PRG_YEAR, 2011}, value, n, NULL),
      PRG_OK);
  series.season = season;
  prg_scale scale = prg_scale_of(&series, end);
  prg_series_clear(&series);
  return scale;
}

static void test_scale_of_the_window(void **state) {
  (void)state;
  static const double y[] = {168, 183, 198, 214, 240, 249};
  prg_scale scale = scale_of(y, 6, 1, 4);
  assert_digits(scale.absolute, (15 + 15 + 16) / 3.0, 14);
  assert_digits(scale.square, (225 + 225 + 256) / 3.0, 14);
  scale = scale_of(y, 6, 4, 6);
  assert_digits(scale.absolute, (72 + 66) / 2.0, 14);
}

static void test_scale_passes_over_gaps(void **state) {
  (void)state;
  static const double y[] = {NAN, 12, NAN, 17, 14, 19};
  assert_digits(scale_of(y, 6, 1, 5).absolute, 3.0, 14);
  assert_digits(scale_of(y, 6, 2, 6).absolute, (5 + 2) / 2.0, 14);
}

static void test_scale_extends_a_window_without_change(void **state) {
  (void)state;
  static const double late[] = {31, 31, 31, 31, 31, 34, 90}, same[] = {31, 31, 31};
  assert_digits(scale_of(late, 7, 1, 4).absolute, 3.0 / 5, 14);
  assert_digits(scale_of(late, 7, 12, 4).absolute, 3.0 / 5, 14); /* no season is seen: lag 1 */
  assert_true(isnan(scale_of(same, 3, 1, 3).absolute));
  assert_true(isnan(scale_of(same, 1, 1, 1).square));
}

/* Acceptance N: 17/81 and 7/21; the ends by the rule of three's exact cousins z²/(n + z²). */
static void test_interval_of_a_proportion(void **state) {
  (void)state;
  double lower, upper;
  prg_proportion_interval(17, 81, .95, &lower, &upper);
  assert_close(lower, .135, 5e-4);
  assert_close(upper, .311, 5e-4);
  prg_proportion_interval(7, 21, .95, &lower, &upper);
  assert_close(lower, .172, 5e-4);
  assert_close(upper, .546, 5e-4);
  prg_proportion_interval(0, 10, .95, &lower, &upper);
  assert_close(lower, 0, 0);
  assert_close(upper, 3.841458820694124 / 13.841458820694124, 1e-12);
  prg_proportion_interval(10, 10, .95, &lower, &upper);
  assert_close(lower, 10 / 13.841458820694124, 1e-12);
  assert_close(upper, 1, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_crps_of_a_normal_is_the_closed_form),
      cmocka_unit_test(test_crps_by_quadrature),
      cmocka_unit_test(test_crps_of_a_student),
      cmocka_unit_test(test_crps_of_a_point_is_the_absolute_error),
      cmocka_unit_test(test_crps_rewards_the_truth),
      cmocka_unit_test(test_a_score_has_the_quantiles),
      cmocka_unit_test(test_every_measure_by_hand),
      cmocka_unit_test(test_nothing_gathered_is_no_number),
      cmocka_unit_test(test_what_cannot_be_told_is_left_out),
      cmocka_unit_test(test_figures_near_the_largest_double),
      cmocka_unit_test(test_scale_of_the_window),
      cmocka_unit_test(test_scale_passes_over_gaps),
      cmocka_unit_test(test_scale_extends_a_window_without_change),
      cmocka_unit_test(test_interval_of_a_proportion),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
