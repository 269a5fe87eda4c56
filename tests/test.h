/*
 * What every cmocka test needs. cmocka 1.1.5 compares floating point numbers as float, so the
 * double assertions are here.
 */
#ifndef PROGNOS_TEST_H
#define PROGNOS_TEST_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* |actual − expected| <= tolerance, or both the same infinity, or both NaN. */
#define assert_close(actual, expected, tolerance)                                                  \
  test_close((actual), (expected), (tolerance), #actual, __FILE__, __LINE__)

/* Relative: agreement to `digits` significant digits. */
#define assert_digits(actual, expected, digits)                                                    \
  test_close((actual), (expected), fabs(expected) * 0.5 * pow(10, 1 - (digits)), #actual,          \
             __FILE__, __LINE__)

static inline void test_close(double actual, double expected, double tolerance, const char *what,
                              const char *file, int line) {
  if ((isnan(actual) && isnan(expected)) || actual == expected ||
      fabs(actual - expected) <= tolerance)
    return;
  print_error("%s is %.17g, expected %.17g within %g\n", what, actual, expected, tolerance);
  _fail(file, line);
}

#endif
