#include "test.h"

#include "model/bfgs.h"

/* Rosenbrock's valley: minimum 0.37 at (1, 1). */
static double valley(const double *x, void *data) {
  (void)data;
  double a = x[1] - x[0] * x[0], b = 1 - x[0];
  return 100 * a * a + b * b + 0.37;
}

/* Minimum at data; the wall to the left has no derivative. */
static double walled(const double *x, void *data) {
  double a = x[0] - *(double *)data;
  return x[0] < 0 ? 1e100 : a * a;
}

static double saddle(const double *x, void *data) {
  (void)data;
  return x[0] * x[0] - 0.3 * x[1] * x[1];
}

static double flat(const double *x, void *data) {
  (void)x, (void)data;
  return 2.385;
}

static prg_bfgs problem(double (*f)(const double *, void *), size_t n, void *data) {
  return (prg_bfgs){
      .n = n, .f = f, .data = data, .step = 1e-7, .tolerance = 1e-14, .max_iteration = 300};
}

static void test_valley(void **state) {
  (void)state;
  prg_bfgs p = problem(valley, 2, NULL);
  double x[2] = {-1.2, 1};
  assert_close(prg_bfgs_minimise(&p, x), 0.37, 1e-8);
  assert_close(x[0], 1, 1e-4);
  assert_close(x[1], 1, 1e-4);
  assert_true(prg_bfgs_is_minimum(&p, x, 1e-3));
}

static void test_beside_a_wall(void **state) {
  (void)state;
  double centre = 0.0137, x[1] = {1.9};
  prg_bfgs p = problem(walled, 1, &centre);
  prg_bfgs_minimise(&p, x);
  assert_close(x[0], centre, 1e-5);
}

static void test_no_minimum(void **state) {
  (void)state;
  prg_bfgs p = problem(saddle, 2, NULL);
  assert_false(prg_bfgs_is_minimum(&p, (double[]){0, 0}, 1e-3));
}

static void test_flat_stays(void **state) {
  (void)state;
  prg_bfgs p = problem(flat, 2, NULL);
  double x[2] = {0.31, -0.77};
  assert_close(prg_bfgs_minimise(&p, x), 2.385, 0);
  assert_close(x[0], 0.31, 0);
  assert_close(x[1], -0.77, 0);
  assert_false(prg_bfgs_is_minimum(&p, x, 1e-3));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_valley),
      cmocka_unit_test(test_beside_a_wall),
      cmocka_unit_test(test_no_minimum),
      cmocka_unit_test(test_flat_stays),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
