#include "test.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "model/student_mixture.h"

static const double degrees[] = {4, 5.37, 15, 123.4, 1003};

static void test_table_is_the_student_distribution(void **state) {
  (void)state;
  static prg_student_table table;
  for (int i = 0; i < 5; i++) {
    prg_student_table_set(&table, degrees[i]);
    for (double t = -9.13; t < 9.2; t += 0.0717) {
      double density, p = prg_student_cdf(&table, t, &density);
      assert_close(p, gsl_cdf_tdist_P(t, degrees[i]), 1e-7);
      assert_close(density, gsl_ran_tdist_pdf(t, degrees[i]), 2e-5);
    }
  }
}

static void test_table_is_exact_in_the_tails_of_short_series(void **state) {
  (void)state;
  static prg_student_table table;
  prg_student_table_set(&table, 5.37);
  for (double p = 0.0005; p < 0.01; p *= 1.3) {
    double density, t = gsl_cdf_tdist_Pinv(p, 5.37);
    assert_digits(prg_student_cdf(&table, t, &density), p, 6);
  }
}

static void test_one_component_is_its_own_quantile(void **state) {
  (void)state;
  static prg_student_table table;
  prg_student_table_set(&table, 7.2);
  prg_mixture_component raw = {1, 3.71, 0.62, false}, logged = {1, 0.42, 0.17, true};
  double t = gsl_cdf_tdist_Pinv(0.983, 7.2);
  assert_digits(prg_mixture_quantile(&table, &raw, 1, 0.983, t), 3.71 + 0.62 * t, 12);
  assert_digits(prg_mixture_quantile(&table, &logged, 1, 0.983, t), exp(0.42 + 0.17 * t), 12);
}

static double exact_cdf(const prg_mixture_component *c, size_t n, double x, double df) {
  double sum = 0;
  for (size_t k = 0; k < n; k++)
    if (!c[k].log || x > 0)
      sum +=
          c[k].weight * gsl_cdf_tdist_P(((c[k].log ? log(x) : x) - c[k].location) / c[k].scale, df);
  return sum;
}

static void test_quantile_inverts_the_mixture(void **state) {
  (void)state;
  static prg_student_table table;
  const prg_mixture_component mixtures[][3] = {
      {{0.37, 1.13, 0.21, false}, {0.42, 0.07, 0.33, true}, {0.21, 0.9, 0.05, false}},
      /* far apart: the density between them is next to nothing */
      {{0.5, -40.7, 0.013, false}, {0.31, 4.4, 0.002, true}, {0.19, 55.3, 0.7, false}},
      /* spans of many powers of ten */
      {{0.3, 0.4, 11.7, true}, {0.6, -3.1, 0.4, true}, {0.1, 2.2, 1.9, false}},
  };
  for (int i = 0; i < 5; i++) {
    prg_student_table_set(&table, degrees[i]);
    for (int m = 0; m < 3; m++)
      for (double p = 0.005; p < 1; p += 0.0331) {
        double q =
            prg_mixture_quantile(&table, mixtures[m], 3, p, gsl_cdf_tdist_Pinv(p, degrees[i]));
        double jump = exact_cdf(mixtures[m], 3, q + 1e-9 * fabs(q), degrees[i]) -
                      exact_cdf(mixtures[m], 3, q - 1e-9 * fabs(q), degrees[i]);
        assert_close(exact_cdf(mixtures[m], 3, q, degrees[i]), p,
                     2e-6 * fmin(p, 1 - p) + 2e-7 + jump);
      }
  }
}

static void test_a_log_component_never_overflows(void **state) {
  (void)state;
  static prg_student_table table;
  prg_student_table_set(&table, 5);
  prg_mixture_component wild = {1, 12, 900, true};
  assert_true(isfinite(prg_mixture_quantile(&table, &wild, 1, 0.995, 4.03)));
  assert_true(prg_mixture_quantile(&table, &wild, 1, 0.005, -4.03) > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_table_is_the_student_distribution),
      cmocka_unit_test(test_table_is_exact_in_the_tails_of_short_series),
      cmocka_unit_test(test_one_component_is_its_own_quantile),
      cmocka_unit_test(test_quantile_inverts_the_mixture),
      cmocka_unit_test(test_a_log_component_never_overflows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
