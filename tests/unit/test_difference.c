#include <prognos/difference.h>

#include <gsl/gsl_errno.h>

#include "target_reference.h"

static void assert_interval(const prg_difference *d, const char *name, bool proven) {
  assert_close(d->lower, reference(name, "lower"), 1e-9 + 1e-8 * fabs(d->lower));
  assert_close(d->upper, reference(name, "upper"), 1e-8 * fabs(d->upper));
  assert_int_equal(d->proven, proven);
}

/* The last of them is Newcombe's own example. */
static void test_shares(void **state) {
  (void)state;
  prg_difference d = prg_difference_of_shares((const double[]){7, 17}, (const double[]){21, 81});
  assert_close(d.value, 7 / 21.0 - 17 / 81.0, 1e-15);
  assert_interval(&d, "shares", false);
  d = prg_difference_of_shares((const double[]){3, 0}, (const double[]){34, 29});
  assert_interval(&d, "alike", false);
  d = prg_difference_of_shares((const double[]){56, 48}, (const double[]){70, 80});
  assert_interval(&d, "newcombe", true);
  assert_close(d.lower, .0524, 5e-5);
  assert_close(d.upper, .3339, 5e-5);
}

static void test_counts(void **state) {
  (void)state;
  prg_difference d = prg_difference_of_counts((const double[]){7, 17}, (const double[]){6, 12});
  assert_close(d.value, 14 / 17.0, 1e-12);
  assert_interval(&d, "rate", false);
  d = prg_difference_of_counts((const double[]){143, 120}, (const double[]){8, 12});
  assert_interval(&d, "faster", true);
  d = prg_difference_of_counts((const double[]){0, 9}, (const double[]){5, 12});
  assert_interval(&d, "stopped", false);
}

static void test_counts_at_the_edge(void **state) {
  (void)state;
  prg_difference d = prg_difference_of_counts((const double[]){0, 0}, (const double[]){6, 12});
  assert_true(isnan(d.value) && isnan(d.lower) && !d.proven);
  d = prg_difference_of_counts((const double[]){11, 0}, (const double[]){6, 12});
  assert_true(isinf(d.value) && isinf(d.upper) && d.lower > 1 && d.proven);
}

static void test_means(void **state) {
  (void)state;
  const double mean[] = {11.3, 14.9}, spread[] = {6.7, 9.1}, n[] = {37, 52};
  prg_difference d = prg_difference_of_means(mean, spread, n);
  assert_close(d.value, -3.6, 1e-12);
  assert_interval(&d, "welch", true);
  d = prg_difference_of_means(mean, (const double[]){6.7, NAN}, n);
  assert_true(isnan(d.lower) && !d.proven);
  assert_close(d.value, -3.6, 1e-12);
  d = prg_difference_of_means(mean, spread, (const double[]){37, 1});
  assert_true(isnan(d.lower) && !d.proven);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_shares),
      cmocka_unit_test(test_counts),
      cmocka_unit_test(test_counts_at_the_edge),
      cmocka_unit_test(test_means),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
