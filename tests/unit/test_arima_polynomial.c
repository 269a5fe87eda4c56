#include "test.h"

#include "model/arima/arima_polynomial.h"

static void test_degrees(void **state) {
  (void)state;
  const prg_arima_order order = {.p = 2, .d = 1, .q = 1, .P = 1, .D = 1, .Q = 2, .m = 12};
  assert_int_equal(prg_arima_parameters(&order), 6);
  assert_int_equal(prg_arima_ar_degree(&order), 14);
  assert_int_equal(prg_arima_ma_degree(&order), 25);
  assert_int_equal(prg_arima_lag(&order), 13);
}

/* (1 − .541B + .327B²)(1 − .213B³) and (1 + .417B)(1 − .369B³), by hand. */
static void test_expands_products(void **state) {
  (void)state;
  const prg_arima_order order = {.p = 2, .q = 1, .P = 1, .Q = 1, .m = 3};
  const double arma[5] = {0.541, -0.327, 0.417, 0.213, -0.369};
  double phi[5], theta[4];
  prg_arima_expand(&order, arma, phi, theta);
  const double expected_phi[5] = {0.541, -0.327, 0.213, -0.541 * 0.213, 0.327 * 0.213};
  const double expected_theta[4] = {0.417, 0, -0.369, 0.417 * -0.369};
  for (int i = 0; i < 5; i++)
    assert_close(phi[i], expected_phi[i], 1e-15);
  for (int i = 0; i < 4; i++)
    assert_close(theta[i], expected_theta[i], 1e-15);
}

/* 1 − (1 − B)²(1 − B⁴) = 2B − B² + B⁴ − 2B⁵ + B⁶. */
static void test_integration(void **state) {
  (void)state;
  const prg_arima_order order = {.d = 2, .D = 1, .m = 4};
  const double expected[6] = {2, -1, 0, 1, -2, 1};
  double delta[6];
  prg_arima_integration(&order, delta);
  for (int i = 0; i < 6; i++)
    assert_close(delta[i], expected[i], 0);
}

/* Whatever the free numbers, the coefficients are stationary and invertible, and the partial
 * autocorrelations come back. */
static void test_free_numbers_give_stable_coefficients(void **state) {
  (void)state;
  const prg_arima_order order = {.p = 3, .q = 2, .P = 2, .Q = 1, .m = 4};
  const double free[8] = {1.73, -0.91, 0.377, -2.11, 0.613, 0.271, -1.39, 0.847};
  double arma[8], partial[3], phi[3];
  prg_arima_from_free(&order, free, arma);
  assert_true(prg_arima_roots_beyond(&order, arma, 1));
  memcpy(phi, arma, sizeof phi);
  assert_true(prg_arima_partial(phi, 3, partial));
  for (int i = 0; i < 3; i++)
    assert_close(partial[i], tanh(free[i]), 1e-12);
}

static void test_roots(void **state) {
  (void)state;
  const prg_arima_order ar = {.p = 1, .m = 1}, ma = {.q = 2, .m = 1}, seasonal = {.Q = 1, .m = 12};
  /* 1 − .97z: root 1.0309. */
  assert_true(prg_arima_roots_beyond(&ar, (double[]){0.97}, 1.03));
  assert_false(prg_arima_roots_beyond(&ar, (double[]){0.97}, 1.031));
  /* 1 + .8z² : modulus 1.118. */
  assert_true(prg_arima_roots_beyond(&ma, (double[]){0, 0.8}, 1.118));
  assert_false(prg_arima_roots_beyond(&ma, (double[]){0, 0.8}, 1.1181));
  /* 1 − .9z¹²: modulus .9^(−1/12) = 1.00882. */
  assert_true(prg_arima_roots_beyond(&seasonal, (double[]){-0.9}, 1.0088));
  assert_false(prg_arima_roots_beyond(&seasonal, (double[]){-0.9}, 1.0089));
}

static void test_not_stationary(void **state) {
  (void)state;
  double unit[2] = {1.5, -0.5}, partial[2];
  assert_false(prg_arima_partial(unit, 2, partial));
  double odd[1] = {NAN};
  assert_false(prg_arima_partial(odd, 1, partial));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_degrees),
      cmocka_unit_test(test_expands_products),
      cmocka_unit_test(test_integration),
      cmocka_unit_test(test_free_numbers_give_stable_coefficients),
      cmocka_unit_test(test_roots),
      cmocka_unit_test(test_not_stationary),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
