#include "model/smoothing/seasonal_adjustment.h"

#include "test.h"

enum { N = 20, M = 4 };

/* Factors of mean 1 on a line, or terms of mean 0; adjusting gives the line back in the middle. */
static void check(bool multiplicative) {
  static const double index[M] = {0.83, 1.21, 1.07, 0.89};
  double y[N], x[N], factor, term;
  prg_seasonal_adjustment season = {0};
  for (size_t t = 0; t < N; t++) {
    double line = multiplicative ? 93.7 : 2.3 + 0.03 * (double)t - 5;
    y[t] = multiplicative ? line * index[t % M] : line + 7.3 * (index[t % M] - 1);
  }
  assert_true(prg_seasonal_adjust(&season, y, N, M, x));
  assert_true(season.adjusted);
  assert_int_equal(season.multiplicative, multiplicative);
  for (size_t t = 0; t < N; t++)
    assert_close(x[t], multiplicative ? 93.7 : 2.3 + 0.03 * (double)t - 5, 1e-12 * 93.7);
  for (size_t h = 1; h <= 6; h++) {
    prg_seasonal_adjustment_undo(&season, h, &factor, &term);
    double part = index[(N + h - 1) % M];
    assert_close(factor, multiplicative ? part : 1, 1e-12);
    assert_close(term, multiplicative ? 0 : 7.3 * (part - 1), 1e-12);
  }
  prg_seasonal_adjustment_clear(&season);
}

static void test_multiplicative(void **state) {
  (void)state;
  check(true);
}

static void test_additive(void **state) {
  (void)state;
  check(false);
}

/* No season, too few seasons, a line: the figures as they are; the memory is used again. */
static void test_left_alone(void **state) {
  (void)state;
  double y[N], x[N], factor, term;
  prg_seasonal_adjustment season = {0};
  for (size_t t = 0; t < N; t++)
    y[t] = t == 5 ? NAN : 31.7 + (double)(t * t % 7);
  const size_t length[] = {N, 2 * M}, m[] = {1, M};
  for (size_t i = 0; i < 2; i++) {
    assert_true(prg_seasonal_adjust(&season, y, length[i], m[i], x));
    assert_false(season.adjusted);
    for (size_t t = 0; t < length[i]; t++)
      assert_close(x[t], y[t], 0);
    prg_seasonal_adjustment_undo(&season, 3, &factor, &term);
    assert_close(factor, 1, 0);
    assert_close(term, 0, 0);
  }
  prg_seasonal_adjustment_clear(&season);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_multiplicative),
      cmocka_unit_test(test_additive),
      cmocka_unit_test(test_left_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
