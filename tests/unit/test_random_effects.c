#include "forecast/random_effects.h"

#include "test.h"

/* Worked apart from the program: Q = 5.4634, Σ w = 164.1628, Σ w² = 9201.3537. */
static void test_dersimonian_laird(void **state) {
  (void)state;
  const double estimate[] = {.28, -.11, .47, .16}, variance[] = {.012, .035, .031, .05};
  random_effects fit = random_effects_fit(estimate, variance, 4);
  assert_close(fit.between, 0.0227855981, 1e-8);
  assert_close(fit.mean, 0.2179311107, 1e-8);
  assert_close(random_effects_weight(&fit, .02), 0.0227855981 / (0.0227855981 + .02), 1e-8);
}

/* Estimates closer than their errors: all that differs is chance, nothing of its own is left. */
static void test_no_difference_between_units(void **state) {
  (void)state;
  const double estimate[] = {.021, .019, .024}, variance[] = {.01, .02, .04};
  random_effects fit = random_effects_fit(estimate, variance, 3);
  assert_close(fit.between, 0, 0);
  assert_close(fit.mean, (2.1 + .95 + .6) / 175, 1e-12);
  assert_close(random_effects_weight(&fit, .01), 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_dersimonian_laird),
      cmocka_unit_test(test_no_difference_between_units),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
