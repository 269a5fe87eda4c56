#include "test.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/exact_sum.h>

static double sum_of(const double *value, size_t n) {
  prg_exact_sum sum = {0};
  for (size_t i = 0; i < n; i++)
    prg_exact_sum_add(&sum, value[i]);
  return prg_exact_sum_value(&sum);
}

#define SUM(...)                                                                                   \
  sum_of((const double[]){__VA_ARGS__}, sizeof((double[]){__VA_ARGS__}) / sizeof(double))

/* Where doubles added one by one go wrong. */
static void test_sums_known_exactly(void **state) {
  (void)state;
  assert_true(SUM(0) == 0);
  assert_true(SUM(1e100, 1, -1e100) == 1);
  assert_true(SUM(.1, .2, -.3) == 0x1p-55); /* what the three doubles add up to */
  assert_true(SUM(DBL_MAX, DBL_MAX, -DBL_MAX) == DBL_MAX);
  assert_true(SUM(-DBL_MAX, 5, DBL_MAX) == 5);
  assert_true(SUM(DBL_TRUE_MIN, DBL_TRUE_MIN) == 2 * DBL_TRUE_MIN);
  assert_true(SUM(DBL_MIN, -DBL_TRUE_MIN) == DBL_MIN - DBL_TRUE_MIN);
  assert_true(SUM(-1, -2, -2251799813685248.5) == -2251799813685251.5);
  assert_true(SUM(1, -3) == -2);
}

static void test_what_is_no_number(void **state) {
  (void)state;
  assert_true(SUM(1, INFINITY) == INFINITY);
  assert_true(SUM(-INFINITY, 1e308) == -INFINITY);
  assert_true(isnan(SUM(-INFINITY, INFINITY)));
  assert_true(isnan(SUM(3, NAN)));
  assert_true(SUM(DBL_MAX, DBL_MAX) == INFINITY);
}

static double draw(uint64_t *seed) {
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  double size = ldexp((double)(*seed >> 11), (int)(*seed >> 5 & 63) - 80);
  return *seed >> 63 ? size : -size;
}

#define DRAWN 5000

/* The same bits in any order, and as sums of sums. */
static void test_order_and_parts_do_not_matter(void **state) {
  (void)state;
  static double value[DRAWN];
  uint64_t seed = 20240817;
  for (size_t i = 0; i < DRAWN; i++)
    value[i] = draw(&seed);
  const double forwards = sum_of(value, DRAWN);
  prg_exact_sum part[3] = {0}, backwards = {0};
  for (size_t i = DRAWN; i-- > 0;) {
    prg_exact_sum_add(&backwards, value[i]);
    prg_exact_sum_add(&part[i * 7 % 3], value[i]);
  }
  prg_exact_sum_join(&part[2], &part[0]);
  prg_exact_sum_join(&part[2], &part[1]);
  assert_true(prg_exact_sum_value(&backwards) == forwards);
  assert_true(prg_exact_sum_value(&part[2]) == forwards);
  for (size_t i = 0; i < DRAWN; i++)
    prg_exact_sum_add(&backwards, -value[i]);
  assert_true(prg_exact_sum_value(&backwards) == 0);
}

/* Against long double, which has 11 bits more, where those are enough. */
static void test_close_to_a_wider_sum(void **state) {
  (void)state;
  uint64_t seed = 7;
  long double wide = 0;
  prg_exact_sum sum = {0};
  for (size_t i = 0; i < 100000; i++) {
    double value = fabs(draw(&seed));
    wide += value;
    prg_exact_sum_add(&sum, value);
  }
  assert_digits(prg_exact_sum_value(&sum), (double)wide, 14);
}

static void test_as_text(void **state) {
  (void)state;
  uint64_t seed = 3;
  prg_exact_sum sum = {0}, read = {0}, empty = {0};
  prg_buffer text = {0};
  for (size_t i = 0; i < 1500; i++)
    prg_exact_sum_add(&sum, draw(&seed));
  prg_exact_sum_write(&sum, &text);
  prg_exact_sum_write(&empty, &text);
  const char *at = prg_buffer_string(&text);
  assert_true(prg_exact_sum_read(&read, &at));
  assert_true(prg_exact_sum_value(&read) == prg_exact_sum_value(&sum));
  assert_string_equal(at, "e");
  assert_true(prg_exact_sum_read(&read, &at)); /* and nothing */
  assert_true(prg_exact_sum_value(&read) == prg_exact_sum_value(&sum));
  assert_false(prg_exact_sum_read(&read, &at));
  prg_buffer_clear(&text);
  prg_exact_sum_add(&empty, -1);
  prg_exact_sum_add(&empty, -INFINITY);
  prg_exact_sum_write(&empty, &text);
  at = prg_buffer_string(&text);
  assert_true(prg_exact_sum_read(&sum, &at));
  assert_true(prg_exact_sum_value(&sum) == -INFINITY);
  prg_buffer_free(&text);
}

static void test_text_that_is_none(void **state) {
  (void)state;
  static const char *const bad[] = {
      "",    "3",      "3:",   "3:5", "67:1.e", "-1:1.e", "3:-1.e", "3:x.e", "3:4294967296.e",
      "ie3", "3: 1.e", "3:1,e"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    prg_exact_sum sum = {0};
    const char *at = bad[i];
    if (prg_exact_sum_read(&sum, &at) && *at == '\0')
      fail_msg("\"%s\" was read", bad[i]);
    if (strcmp(bad[i], "ie3") != 0)
      assert_ptr_equal(at, bad[i]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sums_known_exactly),
      cmocka_unit_test(test_what_is_no_number),
      cmocka_unit_test(test_order_and_parts_do_not_matter),
      cmocka_unit_test(test_close_to_a_wider_sum),
      cmocka_unit_test(test_as_text),
      cmocka_unit_test(test_text_that_is_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
