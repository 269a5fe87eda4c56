#include "model/blend.h"

#include <gsl/gsl_cdf.h>

#include "test.h"

enum { PATHS = 20000 };

static void normal(prg_distribution *d, double mean, double sd) {
  assert_int_equal(
      prg_distribution_init(d, 2, prg_standard_probability, prg_standard_probability_count, NULL),
      PRG_OK);
  for (size_t h = 1; h <= 2; h++)
    prg_distribution_set_student(d, h, mean * (double)h, sd, INFINITY);
}

/* F(q) = p for the mixture of normal distributions, which the members' grids know to the error of
 * their interpolation: none for normal distributions, as it is linear in the normal score. */
static void test_mixture_of_normals(void **state) {
  (void)state;
  prg_distribution a, b, out;
  normal(&a, 102.3, 7.1), normal(&b, 131.9, 13.7), normal(&out, 0, 1);
  blend pool = {2, {&a, &b}, {.7, .3}};
  blend_quantiles(&pool, &out);
  for (size_t h = 1; h <= 2; h++)
    for (size_t i = 0; i < out.n_probability; i++) {
      double q = out.quantile[(h - 1) * out.n_probability + i];
      double f = .7 * gsl_cdf_gaussian_P(q - 102.3 * (double)h, 7.1) +
                 .3 * gsl_cdf_gaussian_P(q - 131.9 * (double)h, 13.7);
      assert_close(f, out.probability[i], 1e-9);
    }
  prg_distribution_clear(&a), prg_distribution_clear(&b), prg_distribution_clear(&out);
}

/* Limits are not averaged: between two forecasts far apart the pool is wider than either. */
static void test_wider_than_averaged_limits(void **state) {
  (void)state;
  prg_distribution a, b, out;
  normal(&a, 102.3, 3.1), normal(&b, 171.9, 3.1), normal(&out, 0, 1);
  blend pool = {2, {&a, &b}, {.5, .5}};
  blend_quantiles(&pool, &out);
  double width =
      prg_distribution_quantile(&out, 1, .975) - prg_distribution_quantile(&out, 1, .025);
  assert_true(width > 171.9 - 102.3);
  prg_distribution_clear(&a), prg_distribution_clear(&b), prg_distribution_clear(&out);
}

static void test_equal_members(void **state) {
  (void)state;
  prg_distribution a, out;
  normal(&a, -41.7, 2.9), normal(&out, 0, 1);
  blend pool = {3, {&a, &a, &a}, {.2, .5, .3}};
  blend_quantiles(&pool, &out);
  for (size_t i = 0; i < 2 * out.n_probability; i++)
    assert_close(out.quantile[i], a.quantile[i], 0);
  prg_distribution_clear(&a), prg_distribution_clear(&out);
}

/* Members that hold an atom at 0, as clamped ones do. */
static void test_atoms(void **state) {
  (void)state;
  prg_distribution a, b, out;
  normal(&a, 1.7, 2.9), normal(&b, .4, 1.3), normal(&out, 0, 1);
  prg_distribution_clamp_below(&a, 0), prg_distribution_clamp_below(&b, 0);
  blend pool = {2, {&a, &b}, {.6, .4}};
  blend_quantiles(&pool, &out);
  for (size_t i = 1; i < out.n_probability; i++)
    assert_true(out.quantile[i] >= out.quantile[i - 1] && out.quantile[i] >= 0);
  assert_close(out.quantile[0], 0, 1e-9);
  prg_distribution_clear(&a), prg_distribution_clear(&b), prg_distribution_clear(&out);
}

static void test_choice(void **state) {
  (void)state;
  static unsigned char choice[PATHS], again[PATHS];
  blend pool = {.n = 3, .weight = {.55, .1, .35}};
  double share[3] = {0};
  assert_true(blend_choose(&pool, PATHS, 19, choice) && blend_choose(&pool, PATHS, 19, again));
  assert_memory_equal(choice, again, PATHS);
  for (size_t i = 0; i < PATHS; i++)
    share[choice[i]] += 1.0 / PATHS;
  for (size_t k = 0; k < 3; k++)
    assert_close(share[k], pool.weight[k], .012);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_mixture_of_normals),
      cmocka_unit_test(test_wider_than_averaged_limits),
      cmocka_unit_test(test_equal_members),
      cmocka_unit_test(test_atoms),
      cmocka_unit_test(test_choice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
