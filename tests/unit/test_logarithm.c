#include "test.h"

#include <float.h>

#include "model/pooled/logarithm.h"

static void test_logarithms_are_those_of_the_library(void **state) {
  (void)state;
  enum { N = 1013 };
  double x[N], y[N];
  for (int scale = -1020; scale <= 1020; scale += 17) {
    for (int i = 0; i < N; i++)
      x[i] = ldexp(0.5 + 0.8371 * i / N, scale);
    prg_logarithms(N, x, y);
    for (int i = 0; i < N; i++)
      assert_close(y[i], log(x[i]), 4e-16 * fmax(1, fabs(log(x[i]))));
  }
}

static void test_ends_of_the_range(void **state) {
  (void)state;
  const double x[] = {DBL_MIN, DBL_MAX, 1, 1 + DBL_EPSILON, 1 - DBL_EPSILON / 2, M_SQRT1_2};
  double y[6];
  prg_logarithms(6, x, y);
  for (int i = 0; i < 6; i++)
    assert_digits(y[i] + (i == 2), log(x[i]) + (i == 2), 15);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_logarithms_are_those_of_the_library),
      cmocka_unit_test(test_ends_of_the_range),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
