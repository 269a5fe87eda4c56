#include "model/trend/student.h"

#include <gsl/gsl_cdf.h>

#include "test.h"

static const double level = 31.7, slope = 2.9;

static double line(const void *data, double t, double *gradient) {
  assert_null(data);
  gradient[0] = 1;
  gradient[1] = t;
  return level + slope * t;
}

static const prg_student student = {.p = 2,
                                    .unscaled = {{{0.87, -0.2}, {-0.2, 0.057}}},
                                    .sigma = 3.1,
                                    .df = 4,
                                    .last = 6,
                                    .curve = line};

static void test_quantiles(void **state) {
  (void)state;
  prg_distribution d;
  const double probability[] = {0.1, 0.5, 0.95};
  assert_int_equal(prg_distribution_init(&d, 3, probability, 3, NULL), PRG_OK);
  prg_student_predict(&student, &d);
  double leverage = 0.87 - 2 * 0.2 * 9 + 0.057 * 81;
  assert_digits(d.quantile[2 * 3 + 1], 31.7 + 2.9 * 9, 14);
  assert_digits(d.quantile[2 * 3 + 2],
                31.7 + 2.9 * 9 + 3.1 * sqrt(1 + leverage) * gsl_cdf_tdist_Pinv(0.95, 4), 12);
  prg_distribution_clear(&d);
}

/* A linear function of the path has the variance that the parameters' covariance says. */
static void test_paths_share_their_parameters(void **state) {
  (void)state;
  enum { PATHS = 20000 };
  static double path[PATHS][2];
  prg_student many = student;
  many.df = 60;
  assert_int_equal(prg_student_paths(&many, 2, PATHS, 11, path[0], NULL), PRG_OK);
  double mean[2] = {0}, product = 0;
  for (size_t i = 0; i < PATHS; i++)
    for (size_t h = 0; h < 2; h++)
      mean[h] += path[i][h] / PATHS;
  for (size_t i = 0; i < PATHS; i++)
    product += (path[i][0] - mean[0]) * (path[i][1] - mean[1]) / PATHS;
  assert_close(mean[1], 31.7 + 2.9 * 8, 0.2);
  double expected = 3.1 * 3.1 * (0.87 - 0.2 * (7 + 8) + 0.057 * 7 * 8) * 60 / 58;
  assert_close(product, expected, 0.06 * expected);
}

static void test_the_seed_decides(void **state) {
  (void)state;
  double a[6], b[6], c[6];
  assert_int_equal(prg_student_paths(&student, 3, 2, 5, a, NULL), PRG_OK);
  assert_int_equal(prg_student_paths(&student, 3, 2, 5, b, NULL), PRG_OK);
  assert_int_equal(prg_student_paths(&student, 3, 2, 6, c, NULL), PRG_OK);
  assert_memory_equal(a, b, sizeof a);
  assert_memory_not_equal(a, c, sizeof a);
}

static void test_cholesky(void **state) {
  (void)state;
  const prg_student_matrix singular = {
      {{4, 2, 0, 0}, {2, 1, 0, 0}, {0, 0, 2.25, 0.3}, {0, 0, 0.3, 1.7}}};
  prg_student_matrix l;
  prg_student_cholesky(4, &singular, &l);
  assert_close(l.at[1][1], 0, 0);
  for (size_t i = 0; i < 4; i++) {
    for (size_t j = 0; j < 4; j++) {
      double sum = 0;
      for (size_t k = 0; k < 4; k++)
        sum += l.at[i][k] * l.at[j][k];
      assert_close(sum, singular.at[i][j], 1e-14);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_quantiles),
      cmocka_unit_test(test_paths_share_their_parameters),
      cmocka_unit_test(test_the_seed_decides),
      cmocka_unit_test(test_cholesky),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
