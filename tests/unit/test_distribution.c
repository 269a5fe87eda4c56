#include "test.h"

#include <prognos/distribution.h>

#include <gsl/gsl_cdf.h>

static prg_distribution standard(size_t horizon) {
  prg_distribution distribution;
  assert_int_equal(prg_distribution_init(&distribution, horizon, prg_standard_probability,
                                         prg_standard_probability_count, NULL),
                   PRG_OK);
  return distribution;
}

static void test_a_normal_is_exact_everywhere(void **state) {
  (void)state;
  prg_distribution d = standard(2);
  prg_distribution_set_student(&d, 2, 265.2, 7.873, INFINITY);
  for (double p = .001; p < 1; p += .013) {
    double q = prg_distribution_quantile(&d, 2, p);
    assert_close(q, 265.2 + 7.873 * gsl_cdf_ugaussian_Pinv(p), 1e-9);
    assert_close(prg_distribution_prob_above(&d, 2, q), 1 - p, 1e-9);
  }
  prg_distribution_clear(&d);
}

static void test_a_student_is_exact_on_the_grid_and_near_between(void **state) {
  (void)state;
  prg_distribution d = standard(1);
  prg_distribution_set_student(&d, 1, 0, 1, 5);
  assert_close(prg_distribution_quantile(&d, 1, .975), 2.5705818356363141, 1e-12);
  assert_close(prg_distribution_quantile(&d, 1, .5), 0, 0);
  assert_close(prg_distribution_quantile(&d, 1, .92), gsl_cdf_tdist_Pinv(.92, 5), .002);
  for (double p = .006; p < .995; p += .0137) {
    double q = prg_distribution_quantile(&d, 1, p), exact = gsl_cdf_tdist_Pinv(p, 5);
    assert_close(q, exact, p < .02 || p > .98 ? .03 : .004);
    assert_close(prg_distribution_prob_above(&d, 1, q), 1 - p, 1e-12);
    assert_close(prg_distribution_prob_above(&d, 1, exact), 1 - p, 2e-4);
  }
  prg_distribution_clear(&d);
}

static double triple(double x, void *data) {
  return *(double *)data * x;
}

static void test_map_and_clamp(void **state) {
  (void)state;
  prg_distribution d = standard(1);
  prg_distribution_set_student(&d, 1, 1.25, 2.5, INFINITY);
  double factor = 3;
  prg_distribution_map(&d, triple, &factor);
  assert_close(prg_distribution_quantile(&d, 1, .5), 3.75, 1e-12);
  prg_distribution_clamp_below(&d, 0);
  assert_close(prg_distribution_quantile(&d, 1, .1), 0, 0);
  /* The probability that was below 0 now sits at 0: above it is what was above it. */
  assert_close(prg_distribution_prob_above(&d, 1, -.5), 1, 0);
  assert_close(prg_distribution_prob_above(&d, 1, 0), gsl_cdf_ugaussian_Q(-.5), .05);
  assert_close(prg_distribution_prob_above(&d, 1, 3.75), .5, 1e-9);
  prg_distribution_clear(&d);
}

/* A share at its upper bound: nothing is above it, and below the tie the rest is as before. */
static void test_upper_bound(void **state) {
  (void)state;
  const double probability[] = {.1, .5, .9, .95};
  prg_distribution d;
  assert_int_equal(prg_distribution_init(&d, 1, probability, 4, NULL), PRG_OK);
  d.quantile[0] = 87.5, d.quantile[1] = 95.25, d.quantile[2] = d.quantile[3] = 100;
  assert_close(prg_distribution_prob_above(&d, 1, 100), 0, 0);
  assert_close(prg_distribution_prob_above(&d, 1, 103.5), 0, 0);
  assert_close(prg_distribution_prob_above(&d, 1, 95.25), .5, 1e-12);
  assert_close(prg_distribution_quantile(&d, 1, .93), 100, 0);
  double before = 1;
  for (double x = 80; x < 100; x += .37) {
    double now = prg_distribution_prob_above(&d, 1, x);
    assert_true(now < before);
    before = now;
  }
  prg_distribution_clear(&d);
}

/* Beyond the grid's ends the line goes on, but not past a bound. */
static void test_bounds_hold_beyond_the_grid(void **state) {
  (void)state;
  const double probability[] = {.1, .25, .5, .75, .9};
  prg_distribution d;
  assert_int_equal(prg_distribution_init(&d, 1, probability, 5, NULL), PRG_OK);
  d.quantile[0] = .395, d.quantile[1] = .765, d.quantile[2] = 1.264, d.quantile[3] = 1.932,
  d.quantile[4] = 2.73;
  assert_true(prg_distribution_quantile(&d, 1, .025) < 0);
  prg_distribution_clamp_below(&d, 0);
  prg_distribution_clamp_above(&d, 3.5);
  assert_close(prg_distribution_quantile(&d, 1, .025), 0, 0);
  assert_close(prg_distribution_quantile(&d, 1, .999), 3.5, 0);
  assert_close(prg_distribution_quantile(&d, 1, .1), .395, 0);
  assert_close(prg_distribution_prob_above(&d, 1, -1e-9), 1, 0);
  assert_close(prg_distribution_prob_above(&d, 1, 3.5), 0, 0);
  assert_true(prg_distribution_prob_above(&d, 1, 3.4) > 0);
  assert_close(prg_distribution_prob_above(&d, 1, 1.264), .5, 1e-12);
  prg_distribution_clear(&d);
}

static void test_one_probability_and_no_width(void **state) {
  (void)state;
  prg_distribution d;
  const double half = .5;
  assert_int_equal(prg_distribution_init(&d, 1, &half, 1, NULL), PRG_OK);
  prg_distribution_set_student(&d, 1, 17.5, 2, 9);
  assert_close(prg_distribution_quantile(&d, 1, .9), 17.5, 0);
  assert_close(prg_distribution_prob_above(&d, 1, 17), 1, 0);
  assert_close(prg_distribution_prob_above(&d, 1, 18), 0, 0);
  prg_distribution_clear(&d);
  prg_distribution_clear(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_normal_is_exact_everywhere),
      cmocka_unit_test(test_a_student_is_exact_on_the_grid_and_near_between),
      cmocka_unit_test(test_map_and_clamp),
      cmocka_unit_test(test_upper_bound),
      cmocka_unit_test(test_bounds_hold_beyond_the_grid),
      cmocka_unit_test(test_one_probability_and_no_width),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
