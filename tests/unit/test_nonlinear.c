#include "model/trend/nonlinear.h"

#include <gsl/gsl_errno.h>

#include "nist.h"

static double misra1a(const double *b, double x, double *g) {
  double decay = exp(-b[1] * x);
  g[0] = 1 - decay;
  g[1] = b[0] * x * decay;
  return b[0] * g[0];
}

static double misra1b(const double *b, double x, double *g) {
  double base = 1 + b[1] * x / 2;
  g[0] = 1 - pow(base, -2);
  g[1] = b[0] * x * pow(base, -3);
  return b[0] * g[0];
}

static double chwirut(const double *b, double x, double *g) {
  double denominator = b[1] + b[2] * x, y = exp(-b[0] * x) / denominator;
  g[0] = -x * y;
  g[1] = -y / denominator;
  g[2] = -x * y / denominator;
  return y;
}

static double danwood(const double *b, double x, double *g) {
  g[0] = pow(x, b[1]);
  g[1] = b[0] * g[0] * log(x);
  return b[0] * g[0];
}

static double logistic(const double *b, double x, double *g) {
  double e = exp(b[1] - b[2] * x), y = b[0] / (1 + e);
  g[0] = 1 / (1 + e);
  g[1] = -y * e / (1 + e);
  g[2] = x * y * e / (1 + e);
  return y;
}

static double kowalik(const double *b, double x, double *g) {
  double above = x * x + x * b[1], below = x * x + x * b[2] + b[3];
  g[0] = above / below;
  g[1] = b[0] * x / below;
  g[2] = -b[0] * above * x / (below * below);
  g[3] = -b[0] * above / (below * below);
  return b[0] * above / below;
}

/* A polynomial of `above` coefficients over 1 + one of the rest. */
static double rational(const double *b, size_t above, size_t p, double x, double *g) {
  double numerator = 0, denominator = 1;
  for (size_t j = 0; j < above; j++)
    numerator += b[j] * pow(x, (double)j);
  for (size_t j = above; j < p; j++)
    denominator += b[j] * pow(x, (double)(j - above + 1));
  for (size_t j = 0; j < above; j++)
    g[j] = pow(x, (double)j) / denominator;
  for (size_t j = above; j < p; j++)
    g[j] = -numerator * pow(x, (double)(j - above + 1)) / (denominator * denominator);
  return numerator / denominator;
}

static double kirby(const double *b, double x, double *g) {
  return rational(b, 3, 5, x, g);
}

static double hahn(const double *b, double x, double *g) {
  return rational(b, 4, 7, x, g);
}

static double bump(double height, double place, double width, double x, double *g) {
  double z = (x - place) / width, e = exp(-z * z);
  g[0] = e;
  g[1] = height * e * 2 * z / width;
  g[2] = height * e * 2 * z * z / width;
  return height * e;
}

static double gauss(const double *b, double x, double *g) {
  double decay = exp(-b[1] * x);
  g[0] = decay;
  g[1] = -b[0] * x * decay;
  return b[0] * decay + bump(b[2], b[3], b[4], x, g + 2) + bump(b[5], b[6], b[7], x, g + 5);
}

static void check(const char *name, prg_curve *curve, int digits) {
  nist set = nist_read(name);
  double x[NIST_ROWS], y[NIST_ROWS];
  prg_nonlinear problem = {.n = set.n, .p = set.p, .x = x, .y = y, .curve = curve};
  assert_true(set.n > set.p && set.p >= 2 && set.start[0] != 0);
  for (size_t i = 0; i < set.n; i++) {
    y[i] = set.data[i][0];
    x[i] = set.data[i][1];
  }
  memcpy(problem.parameter, set.start, sizeof problem.parameter);
  assert_int_equal(prg_nonlinear_fit(&problem), PRG_NONLINEAR_FOUND);
  double sigma = sqrt(problem.rss / (double)(set.n - set.p));
  assert_digits(sigma, set.sigma, digits);
  for (size_t j = 0; j < set.p; j++) {
    assert_digits(problem.parameter[j], set.estimate[j], digits);
    assert_digits(sigma * sqrt(problem.unscaled[j][j]), set.std_error[j], digits - 1);
  }
  prg_nonlinear_clear(&problem);
}

static void test_exponential_sets(void **state) {
  (void)state;
  check("Misra1a", misra1a, 9);
  check("Misra1b", misra1b, 9);
  check("Chwirut1", chwirut, 9);
  check("Chwirut2", chwirut, 9);
  check("Gauss1", gauss, 9);
}

static void test_power_and_logistic_sets(void **state) {
  (void)state;
  check("DanWood", danwood, 9);
  check("Rat42", logistic, 9);
}

static void test_rational_sets(void **state) {
  (void)state;
  check("MGH09", kowalik, 7);
  check("Kirby2", kirby, 9);
  check("Hahn1", hahn, 8);
}

static double not_a_number(const double *b, double x, double *g) {
  g[0] = 1;
  return b[0] * x > 2.1 ? NAN : b[0] * x;
}

static void test_a_curve_without_value_is_lost(void **state) {
  (void)state;
  static const double x[] = {1.3, 2.7, 4.1}, y[] = {2.9, 1.1, 0.7};
  prg_nonlinear problem = {.n = 3, .p = 1, .x = x, .y = y, .curve = not_a_number};
  problem.parameter[0] = 1.7;
  assert_int_equal(prg_nonlinear_fit(&problem), PRG_NONLINEAR_LOST);
  prg_nonlinear_clear(&problem);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_exponential_sets),
      cmocka_unit_test(test_power_and_logistic_sets),
      cmocka_unit_test(test_rational_sets),
      cmocka_unit_test(test_a_curve_without_value_is_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
