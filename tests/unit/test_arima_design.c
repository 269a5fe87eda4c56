#include "test.h"

#include "model/arima/arima_design.h"

static const double y[7] = {3.17, 4.91, NAN, 7.73, 6.29, NAN, 9.11};
static const double x[7] = {0.3, -0.7, 1.1, 0.9, -1.3, 0.4, 2.3};

static void test_columns(void **state) {
  (void)state;
  const prg_arima_data data = {.n = 7, .y = y, .n_x = 1, .x = x};
  const prg_arima_order order = {.d = 1, .m = 1, .constant = true};
  prg_arima_design d = {0};
  assert_int_equal(prg_arima_missing(&data), 2);
  assert_true(prg_arima_design_set(&d, &data, &order));
  assert_int_equal(d.n_difference, 6);
  assert_int_equal(d.n_missing, 2);
  assert_int_equal(d.n_beta, 2);
  assert_int_equal(d.n_column, 5);
  const double first_gap[6] = {0, 1, -1, 0, 0, 0};
  for (size_t t = 0; t < 6; t++) {
    assert_close(d.column[t], first_gap[t], 0);
    assert_close(d.column[12 + t], x[t + 1] - x[t], 1e-15);
    assert_close(d.column[18 + t], 1, 0); /* the drift, t differenced */
  }
  assert_close(d.column[24], 4.91 - 3.17, 1e-15);
  prg_arima_design_clear(&d);
}

/* A mean and a seasonal drift. */
static void test_constants(void **state) {
  (void)state;
  const prg_arima_data data = {.n = 7, .y = y};
  prg_arima_design d = {0};
  assert_true(prg_arima_design_set(&d, &data, &(prg_arima_order){.m = 1, .constant = true}));
  assert_close(d.column[2 * 7 + 3], 1, 0);
  assert_true(
      prg_arima_design_set(&d, &data, &(prg_arima_order){.D = 1, .m = 4, .constant = true}));
  assert_int_equal(d.n_difference, 3);
  assert_close(d.column[2 * 3 + 1], 4, 0);
  prg_arima_design_clear(&d);
}

/* With white noise the estimates are those of the figures that are there: y = a + bx. */
static void test_least_squares(void **state) {
  (void)state;
  const prg_arima_data data = {.n = 7, .y = y, .n_x = 1, .x = x};
  prg_arima_design d = {0};
  double squares, log_determinant, n = 5, sx = 0, sy = 0, sxx = 0, sxy = 0, expected = 0;
  assert_true(prg_arima_design_set(&d, &data, &(prg_arima_order){.m = 1, .constant = true}));
  memcpy(d.white, d.column, 7 * d.n_column * sizeof *d.white);
  assert_true(prg_arima_design_solve(&d, &squares, &log_determinant));
  prg_arima_design_coefficients(&d);
  for (int t = 0; t < 7; t++)
    if (!isnan(y[t]))
      sx += x[t], sy += y[t], sxx += x[t] * x[t], sxy += x[t] * y[t];
  double b = (sxy - sx * sy / n) / (sxx - sx * sx / n), a = (sy - b * sx) / n;
  for (int t = 0; t < 7; t++)
    expected += isnan(y[t]) ? 0 : pow(y[t] - a - b * x[t], 2);
  assert_close(d.beta[2], b, 1e-12);
  assert_close(d.beta[3], a, 1e-12);
  assert_close(squares, expected, 1e-12);
  assert_close(log_determinant, 0, 1e-14);
  prg_arima_design_clear(&d);
}

static void test_dependent_columns(void **state) {
  (void)state;
  double twice[14];
  for (int t = 0; t < 7; t++)
    twice[t] = x[t], twice[7 + t] = -3.1 * x[t];
  const prg_arima_data data = {.n = 7, .y = y, .n_x = 2, .x = twice};
  prg_arima_design d = {0};
  double squares, log_determinant;
  assert_true(prg_arima_design_set(&d, &data, &(prg_arima_order){.m = 1}));
  memcpy(d.white, d.column, 7 * d.n_column * sizeof *d.white);
  assert_false(prg_arima_design_solve(&d, &squares, &log_determinant));
  prg_arima_design_clear(&d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_columns),
      cmocka_unit_test(test_constants),
      cmocka_unit_test(test_least_squares),
      cmocka_unit_test(test_dependent_columns),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
