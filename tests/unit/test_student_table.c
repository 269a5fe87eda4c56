#include "test.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "model/pooled/student_table.h"

static const double degrees[] = {4, 5.37, 8.57, 15, 36.2, 123.4, 1003};
enum { DEGREES = sizeof degrees / sizeof degrees[0], N = 1237 };

static void test_table_is_the_student_distribution(void **state) {
  (void)state;
  static student_table table;
  double t[N], cdf[N], density[N], change[N];
  for (int d = 0; d < DEGREES; d++) {
    const double nu = degrees[d];
    student_table_set(&table, nu);
    for (int i = 0; i < N; i++)
      t[i] = 9.13 * (2. * i / (N - 1) - 1) + 0.0017;
    student_table_evaluate(&table, N, t, cdf, density, change);
    for (int i = 0; i < N; i++) {
      double f = gsl_ran_tdist_pdf(t[i], nu);
      assert_close(cdf[i], gsl_cdf_tdist_P(t[i], nu), 1e-10);
      assert_close(density[i], f, 2e-7);
      assert_close(change[i], -(nu + 1) * t[i] / (nu + t[i] * t[i]) * f, 3e-4);
    }
  }
}

static void test_tails_are_right_relatively(void **state) {
  (void)state;
  static student_table table;
  for (int d = 0; d < DEGREES; d++) {
    student_table_set(&table, degrees[d]);
    for (double p = 0.0002; p < 0.02; p *= 1.0137) {
      double t = gsl_cdf_tdist_Pinv(p, degrees[d]), cdf, density, change;
      student_table_evaluate(&table, 1, &t, &cdf, &density, &change);
      assert_close(cdf, p, 1e-6 * p);
    }
  }
}

static void test_farthest_values(void **state) {
  (void)state;
  static student_table table;
  student_table_set(&table, 4.7);
  const double t[] = {-STUDENT_FARTHEST, -1e5, 0, 1e5, STUDENT_FARTHEST};
  double cdf[5], density[5], change[5];
  student_table_evaluate(&table, 5, t, cdf, density, change);
  const double expected[] = {0, 0, 0.5, 1, 1};
  for (int i = 0; i < 5; i++) {
    assert_close(cdf[i], expected[i], 1e-12);
    assert_true(cdf[i] >= 0);
    assert_true(density[i] >= 0);
  }
  assert_close(change[2], 0, 1e-8);
}

static void test_table_is_made_anew_for_other_degrees(void **state) {
  (void)state;
  static student_table table;
  const double t = 1.337;
  double first, second, density, change;
  student_table_set(&table, 5.2);
  student_table_evaluate(&table, 1, &t, &first, &density, &change);
  student_table_set(&table, 11.9);
  student_table_evaluate(&table, 1, &t, &second, &density, &change);
  assert_close(first, gsl_cdf_tdist_P(t, 5.2), 1e-10);
  assert_close(second, gsl_cdf_tdist_P(t, 11.9), 1e-10);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_table_is_the_student_distribution),
      cmocka_unit_test(test_tails_are_right_relatively),
      cmocka_unit_test(test_farthest_values),
      cmocka_unit_test(test_table_is_made_anew_for_other_degrees),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
