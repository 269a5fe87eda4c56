#include "model/trend/count_distribution.h"

#include <gsl/gsl_cdf.h>

#include "trend_test.h"

/* R's integrals of the same mixtures. */
static void test_r_agrees(void **state) {
  (void)state;
  prg_count_distribution poisson = {golden("poisson", "eta"), golden("poisson", "eta_se"),
                                    INFINITY};
  prg_count_distribution negbin = {golden("negative-binomial", "eta"),
                                   golden("negative-binomial", "eta_se"),
                                   golden("negative-binomial", "theta")};
  assert_close(prg_count_cdf(&poisson, 5.5), golden("poisson", "cdf5"), 1e-6);
  assert_close(prg_count_cdf(&poisson, 15.5), golden("poisson", "cdf15"), 1e-6);
  assert_close(prg_count_cdf(&poisson, 30.5), golden("poisson", "cdf30"), 1e-6);
  assert_close(prg_count_cdf(&negbin, 0.5), golden("negative-binomial", "cdf0"), 1e-6);
  assert_close(prg_count_cdf(&negbin, 20.5), golden("negative-binomial", "cdf20"), 1e-6);
  assert_close(prg_count_cdf(&negbin, 90.5), golden("negative-binomial", "cdf90"), 1e-6);
}

/* A mean that is known leaves the count's own distribution. */
static void test_known_means(void **state) {
  (void)state;
  prg_count_distribution poisson = {log(6.7), 0, INFINITY}, negbin = {log(6.7), 0, 1.9};
  for (unsigned y = 0; y < 20; y += 3) {
    assert_close(prg_count_cdf(&poisson, y + 0.5), gsl_cdf_poisson_P(y, 6.7), 1e-3);
    assert_close(prg_count_cdf(&negbin, y + 0.5),
                 gsl_cdf_negative_binomial_P(y, 1.9 / (1.9 + 6.7), 1.9), 1e-3);
  }
}

static void test_quantiles_invert_the_distribution_function(void **state) {
  (void)state;
  const prg_count_distribution many[] = {{1.3, 0.4, INFINITY},
                                         {5.1, 0.03, INFINITY},
                                         {3.3, 1.7, 2.6},
                                         {9.2, 0.2, 0.4},
                                         {15.9, 0.01, INFINITY}};
  for (size_t i = 0; i < sizeof many / sizeof *many; i++) {
    for (double p = 0.005; p < 1; p += 0.11) {
      double x = prg_count_quantile(&many[i], p);
      if (x > 0)
        assert_close(prg_count_cdf(&many[i], x), p, 1e-6);
      else
        assert_true(prg_count_cdf(&many[i], 0) >= p);
    }
  }
}

/* Far away only the uncertainty of the mean is left: the log-normal. */
static void test_large_means_scale(void **state) {
  (void)state;
  prg_count_distribution large = {40.7, 0.31, INFINITY};
  assert_digits(prg_count_quantile(&large, .9), exp(40.7 + 0.31 * gsl_cdf_ugaussian_Pinv(.9)), 6);
}

static void test_extremes_are_finite(void **state) {
  (void)state;
  const double log_mean[] = {-700, -20, 0, 20, 700}, std_error[] = {0, 1e-9, 3, 500},
               theta[] = {0.05, 30, 1e6, INFINITY};
  for (size_t i = 0; i < 80; i++) {
    prg_count_distribution d = {log_mean[i % 5], std_error[i / 5 % 4], theta[i / 20]};
    double low = prg_count_quantile(&d, .005), high = prg_count_quantile(&d, .995);
    assert_true(isfinite(low) && isfinite(high) && low >= 0 && low <= high);
  }
}

static void test_draws_have_the_mean_and_variance(void **state) {
  (void)state;
  enum { DRAWS = 40000 };
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  double sum = 0, squares = 0, mean = 23.7, theta = 5.3;
  for (size_t i = 0; i < DRAWS; i++) {
    double y = prg_count_draw(log(mean), theta, rng);
    assert_close(y, floor(y), 0);
    sum += y / DRAWS;
    squares += y * y / DRAWS;
  }
  assert_close(sum, mean, 0.25);
  assert_close(squares - sum * sum, mean + mean * mean / theta, 4);
  assert_digits(prg_count_draw(50, INFINITY, rng), exp(50), 6);
  gsl_rng_free(rng);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_r_agrees),
      cmocka_unit_test(test_known_means),
      cmocka_unit_test(test_quantiles_invert_the_distribution_function),
      cmocka_unit_test(test_large_means_scale),
      cmocka_unit_test(test_extremes_are_finite),
      cmocka_unit_test(test_draws_have_the_mean_and_variance),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
