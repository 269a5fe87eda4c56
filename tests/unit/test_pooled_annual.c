#include "test.h"

#include <gsl/gsl_cdf.h>

#include "model/pooled_annual.h"

/* 2.5, 10, 50, 90, 97.5 per cent. */
static const double probability[] = {.025, .1, .5, .9, .975};

typedef struct answer {
  double q[6][5];
} answer;

static answer forecast(prg_prior prior, prg_kind kind, const double *y, size_t n) {
  prg_series series;
  prg_notes notes = {0};
  prg_distribution d;
  prg_period start = {PRG_YEAR, 2017};
  assert_int_equal(prg_series_init_values(&series, "prov", start, y, n, NULL), PRG_OK);
  series.kind = kind;
  prg_annual *annual = prg_annual_alloc(prior);
  assert_non_null(annual);
  assert_int_equal(prg_distribution_init(&d, 6, probability, 5, NULL), PRG_OK);
  assert_int_equal(prg_annual_fit(annual, &series, &notes, NULL), PRG_OK);
  assert_int_equal(prg_annual_predict(annual, &d, NULL), PRG_OK);
  answer result;
  memcpy(result.q, d.quantile, sizeof result.q);
  prg_distribution_clear(&d);
  prg_annual_free(annual);
  prg_series_clear(&series);
  return result;
}

/* Point, 80 % and 95 % limits at h, as they were computed by an independent program with exact
 * Student quantiles, to the digits printed there. */
static void check(const answer *a, size_t h, double point, double lower80, double upper80,
                  double lower95, double upper95, double tolerance) {
  const double *q = a->q[h - 1];
  assert_close(q[2], point, tolerance);
  assert_close(q[1], lower80, tolerance);
  assert_close(q[3], upper80, tolerance);
  assert_close(q[0], lower95, tolerance);
  assert_close(q[4], upper95, tolerance);
}

static const double compulsory[] = {168, 183, 198, 214, 240, 249};
static const double upper_secondary[] = {96, 112, 126, 131, 129, 126};
#define TOLERANCE 0.0016

static void test_growth_prior(void **state) {
  (void)state;
  answer a = forecast(PRG_PRIOR_GROWTH, PRG_KIND_UNKNOWN, compulsory, 6);
  check(&a, 1, 261.590, 244.678, 278.423, 232.260, 292.390, TOLERANCE);
  check(&a, 5, 323.359, 261.738, 392.027, 219.767, 455.945, TOLERANCE);
  a = forecast(PRG_PRIOR_GROWTH, PRG_KIND_UNKNOWN, upper_secondary, 6);
  check(&a, 1, 128.185, 117.587, 141.948, 110.110, 153.211, TOLERANCE);
  check(&a, 5, 148.789, 106.410, 201.812, 84.440, 245.653, TOLERANCE);
}

static void test_neutral_prior(void **state) {
  (void)state;
  answer a = forecast(PRG_PRIOR_NEUTRAL, PRG_KIND_UNKNOWN, compulsory, 6);
  check(&a, 1, 261.209, 244.038, 277.362, 230.367, 290.931, TOLERANCE);
  check(&a, 5, 323.673, 253.989, 386.682, 202.108, 443.763, TOLERANCE);
  a = forecast(PRG_PRIOR_NEUTRAL, PRG_KIND_UNKNOWN, upper_secondary, 6);
  check(&a, 1, 127.494, 115.135, 141.924, 105.034, 155.271, TOLERANCE);
  check(&a, 5, 140.870, 93.128, 197.408, 65.656, 245.950, TOLERANCE);
}

static void test_equal_mixture(void **state) {
  (void)state;
  answer a = forecast(PRG_PRIOR_MIXTURE, PRG_KIND_UNKNOWN, compulsory, 6);
  check(&a, 1, 259.415, 244.004, 274.907, 233.022, 286.982, TOLERANCE);
  check(&a, 5, 307.616, 243.932, 372.300, 206.069, 427.569, TOLERANCE);
  a = forecast(PRG_PRIOR_MIXTURE, PRG_KIND_UNKNOWN, upper_secondary, 6);
  check(&a, 1, 126.829, 116.845, 138.577, 109.691, 148.593, TOLERANCE);
  check(&a, 5, 138.568, 101.636, 185.259, 81.334, 223.970, TOLERANCE);
}

static void test_small_counts(void **state) {
  (void)state;
  static const double few[] = {4, 2, 3, 1, 2, 1};
  answer a = forecast(PRG_PRIOR_GROWTH, PRG_KIND_UNKNOWN, few, 6);
  assert_close(a.q[0][2], 1.308, 6e-4);
  assert_close(a.q[0][1], 0.413, 6e-4);
  assert_close(a.q[0][3], 2.752, 6e-4);
  assert_close(a.q[0][0], 0.013, 6e-4);
  assert_close(a.q[0][4], 4.022, 6e-4);
  a = forecast(PRG_PRIOR_MIXTURE, PRG_KIND_UNKNOWN, few, 6);
  check(&a, 1, 1.264, 0.395, 2.730, 0.005, 3.942, 6e-4);
}

static void test_constant_count(void **state) {
  (void)state;
  static const double hundred[] = {100, 100, 100, 100, 100, 100};
  answer a = forecast(PRG_PRIOR_NEUTRAL, PRG_KIND_UNKNOWN, hundred, 6);
  check(&a, 1, 100.000, 96.513, 103.583, 94.142, 106.130, TOLERANCE);
}

static void test_exact_line(void **state) {
  (void)state;
  static const double line[] = {10.5, 20.5, 30.5, 40.5, 50.5, 60.5};
  answer a = forecast(PRG_PRIOR_GROWTH, PRG_KIND_UNKNOWN, line, 6);
  assert_close(a.q[0][2], 70.50, .01);
  assert_close(a.q[5][2], 120.49, .02);
}

static void test_one_observation(void **state) {
  (void)state;
  static const double one[] = {250};
  answer a = forecast(PRG_PRIOR_GROWTH, PRG_KIND_UNKNOWN, one, 1);
  assert_close(a.q[0][2], 257, .5);
  assert_close(a.q[0][0], 169, .5);
  assert_close(a.q[0][4], 391, .5);
  assert_close(a.q[5][2], 299, .5);
  assert_close(a.q[5][0], 104, .5);
  assert_close(a.q[5][4], 857, .5);
  a = forecast(PRG_PRIOR_NEUTRAL, PRG_KIND_UNKNOWN, one, 1);
  assert_close(a.q[0][2], 250, .5);
  assert_close(a.q[0][0], 147, .5);
  assert_close(a.q[0][4], 398, .5);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_growth_prior),    cmocka_unit_test(test_neutral_prior),
      cmocka_unit_test(test_equal_mixture),   cmocka_unit_test(test_small_counts),
      cmocka_unit_test(test_constant_count),  cmocka_unit_test(test_exact_line),
      cmocka_unit_test(test_one_observation),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
