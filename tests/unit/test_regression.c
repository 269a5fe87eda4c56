#include "model/trend/regression.h"

#include "nist.h"

enum shape { RAW, POLYNOMIAL };

/* Fits a NIST set: all its predictors, or powers of its only one, after a constant if asked. */
static void check(const char *name, enum shape shape, size_t constant, int digits) {
  nist set = nist_read(name);
  prg_regression r = {0};
  assert_true(set.n > set.p);
  assert_true(prg_regression_resize(&r, set.n, set.p));
  for (size_t i = 0; i < set.n; i++) {
    gsl_vector_set(r.response, i, set.data[i][0]);
    for (size_t j = 0; j < set.p; j++) {
      double x = shape == POLYNOMIAL ? gsl_pow_int(set.data[i][1], (int)j)
                 : j < constant      ? 1
                                     : set.data[i][1 + j - constant];
      gsl_matrix_set(r.design, i, j, x);
    }
  }
  assert_true(prg_regression_fit(&r));
  for (size_t j = 0; j < set.p; j++) {
    double se = r.sigma * sqrt(gsl_matrix_get(r.unscaled, j, j));
    assert_digits(gsl_vector_get(r.coefficient, j), set.estimate[j], digits);
    if (set.std_error[j] > 0)
      assert_digits(se, set.std_error[j], digits);
    else
      assert_close(se, 0, 1e-7);
  }
  if (set.sigma > 0)
    assert_digits(r.sigma, set.sigma, digits);
  prg_regression_clear(&r);
}

static void test_norris(void **state) {
  (void)state;
  check("Norris", RAW, 1, 11);
}

static void test_no_intercept(void **state) {
  (void)state;
  check("NoInt1", RAW, 0, 13);
  check("NoInt2", RAW, 0, 13);
}

static void test_pontius(void **state) {
  (void)state;
  check("Pontius", POLYNOMIAL, 1, 10);
}

static void test_longley(void **state) {
  (void)state;
  check("Longley", RAW, 1, 9);
}

static void test_wampler(void **state) {
  (void)state;
  check("Wampler1", POLYNOMIAL, 1, 7);
  check("Wampler2", POLYNOMIAL, 1, 9);
  check("Wampler3", POLYNOMIAL, 1, 7);
}

static void test_weight_counts_as_repetition(void **state) {
  (void)state;
  static const double x[] = {1.3, 2.9, 3.1, 4.7}, y[] = {2.31, 3.77, 3.02, 6.18};
  prg_regression weighted = {0}, repeated = {0};
  assert_true(prg_regression_resize(&weighted, 4, 2));
  assert_true(prg_regression_resize(&repeated, 6, 2));
  for (size_t i = 0; i < 6; i++) {
    size_t row = i < 4 ? i : 1; /* the second figure three times */
    gsl_matrix_set(repeated.design, i, 0, 1);
    gsl_matrix_set(repeated.design, i, 1, x[row]);
    gsl_vector_set(repeated.response, i, y[row]);
    if (i >= 4)
      continue;
    gsl_matrix_set(weighted.design, i, 0, 1);
    gsl_matrix_set(weighted.design, i, 1, x[i]);
    gsl_vector_set(weighted.response, i, y[i]);
  }
  gsl_vector_set(weighted.weight, 1, 3);
  assert_true(prg_regression_fit(&weighted));
  assert_true(prg_regression_fit(&repeated));
  assert_digits(gsl_vector_get(weighted.coefficient, 1), gsl_vector_get(repeated.coefficient, 1),
                13);
  assert_digits(gsl_matrix_get(weighted.unscaled, 0, 1), gsl_matrix_get(repeated.unscaled, 0, 1),
                13);
  assert_digits(weighted.rss, repeated.rss, 12);
  prg_regression_clear(&weighted);
  prg_regression_clear(&repeated);
}

static void test_dependent_columns_are_told(void **state) {
  (void)state;
  prg_regression r = {0};
  assert_true(prg_regression_resize(&r, 5, 2));
  for (size_t i = 0; i < 5; i++) {
    gsl_matrix_set(r.design, i, 0, 1.7);
    gsl_matrix_set(r.design, i, 1, 3.4);
    gsl_vector_set(r.response, i, (double)i);
  }
  assert_false(prg_regression_fit(&r));
  prg_regression_clear(&r);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_norris),
      cmocka_unit_test(test_no_intercept),
      cmocka_unit_test(test_pontius),
      cmocka_unit_test(test_longley),
      cmocka_unit_test(test_wampler),
      cmocka_unit_test(test_weight_counts_as_repetition),
      cmocka_unit_test(test_dependent_columns_are_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
