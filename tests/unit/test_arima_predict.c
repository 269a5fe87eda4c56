#include "unit/arima_reference.h"

#include "model/arima/arima_predict.h"

/* Forecasts and standard errors at R's order and coefficients. */
static void test_as_r(void **state) {
  (void)state;
  static const char *const name[8] = {"AirPassengers", "Nile",     "USAccDeaths", "UKgas",
                                      "lynx",          "WWWusage", "compulsory",  "upper"};
  for (int i = 0; i < 8; i++) {
    double y[REFERENCE_VALUES], arma[REFERENCE_VALUES];
    double mean[REFERENCE_VALUES], error[REFERENCE_VALUES];
    const prg_arima_order order = order_of(name[i], "auto.order");
    const prg_arima_data data = {.n = item(name[i], "y", y), .y = y};
    prg_arima arima = {0};
    prg_arima_fit fit;
    prg_arima_outlook outlook = {0};
    size_t horizon = item(name[i], "auto.forecast", mean);
    item(name[i], "auto.se", error);
    item(name[i], "auto.arma", arma);
    assert_int_equal(prg_arima_evaluate(&arima, &data, &order, arma, &fit), PRG_ARIMA_OK);
    assert_true(prg_arima_outlook_set(&outlook, &arima, &order, NULL, horizon));
    double sigma = sqrt(prg_arima_variance(&fit));
    /* R counts the diffuse first figures as residuals of nearly 0: its sigma2 is up to .03 % off.
     */
    for (size_t h = 1; h <= horizon; h++) {
      assert_close(outlook.mean[h - 1], mean[h - 1], 1e-4 * fabs(mean[h - 1]));
      assert_close(sigma * sqrt(prg_arima_outlook_variance(&outlook, h, true)), error[h - 1],
                   3e-4 * error[h - 1]);
      assert_true(prg_arima_outlook_variance(&outlook, h, false) >=
                  prg_arima_outlook_variance(&outlook, h, true));
    }
    prg_arima_outlook_clear(&outlook);
    prg_arima_clear(&arima);
  }
}

/* Missing figures near the end widen the forecast, as they do in R's Kalman filter. */
static void check_gaps(const char *name, double scale, const size_t *missing, size_t n_missing,
                       double tolerance) {
  double y[REFERENCE_VALUES], arma[REFERENCE_VALUES], mean[8], error[8];
  const prg_arima_order order = order_of(name, "gaps.order");
  const prg_arima_data data = {.n = item(name, "y", y), .y = y};
  prg_arima arima = {0};
  prg_arima_fit fit;
  prg_arima_outlook outlook = {0};
  for (size_t t = 0; t < data.n; t++)
    y[t] *= scale;
  for (size_t i = 0; i < n_missing; i++)
    y[missing[i] - 1] = NAN;
  item(name, "gaps.arma", arma);
  assert_int_equal(item(name, "gaps.forecast", mean), 5);
  assert_int_equal(item(name, "gaps.se", error), 5);
  assert_int_equal(prg_arima_evaluate(&arima, &data, &order, arma, &fit), PRG_ARIMA_OK);
  assert_true(prg_arima_outlook_set(&outlook, &arima, &order, NULL, 5));
  assert_int_equal(outlook.n_missing, n_missing);
  for (size_t h = 1; h <= 5; h++) {
    assert_close(outlook.mean[h - 1], mean[h - 1], tolerance * fabs(mean[h - 1]));
    assert_close(sqrt(prg_arima_outlook_variance(&outlook, h, true)), error[h - 1],
                 tolerance * error[h - 1]);
  }
  prg_arima_outlook_clear(&outlook);
  prg_arima_clear(&arima);
}

static void test_missing_figures(void **state) {
  (void)state;
  check_gaps("Nile", 1, (size_t[]){4, 17, 18, 19, 57, 98, 99}, 7, 1e-5);
  check_gaps("lynx", 1, (size_t[]){2, 33, 71, 72, 73, 74, 75, 113}, 8, 1e-4);
  check_gaps("USAccDeaths", 1e-3, (size_t[]){5, 14, 15, 40, 41, 42, 43, 71}, 8, 1e-4);
}

static void test_regressors(void **state) {
  (void)state;
  double y[REFERENCE_VALUES], x[REFERENCE_VALUES], coef[REFERENCE_VALUES], mean[8];
  size_t n = item("Nile", "y", y) - 5;
  prg_arima arima = {0};
  prg_arima_fit fit;
  prg_arima_outlook outlook = {0};
  const prg_arima_order order = {.p = 1, .q = 1, .m = 1, .constant = true};
  const prg_arima_data data = {.n = n, .y = y, .n_x = 1, .x = x};
  item("Nile", "xreg.x", x);
  item("Nile", "xreg.coef", coef);
  item("Nile", "xreg.forecast", mean);
  assert_int_equal(prg_arima_evaluate(&arima, &data, &order, coef, &fit), PRG_ARIMA_OK);
  assert_true(prg_arima_outlook_set(&outlook, &arima, &order, x + n, 5));
  assert_int_equal(outlook.n_beta, 2);
  for (size_t h = 0; h < 5; h++)
    assert_close(outlook.mean[h], mean[h], 1e-4 * mean[h]);
  prg_arima_outlook_clear(&outlook);
  prg_arima_clear(&arima);
}

/*
 * A random walk with drift over n steps, by hand: mean y_n + h δ, δ = (y_n − y_1)/(n − 1),
 * variance h + h²/(n − 1). A mean: variance 1 + 1/n.
 */
static void test_by_hand(void **state) {
  (void)state;
  const double y[6] = {168, 183, 198, 214, 240, 249};
  const prg_arima_data data = {.n = 6, .y = y};
  prg_arima arima = {0};
  prg_arima_fit fit;
  prg_arima_outlook outlook = {0};
  prg_arima_order order = {.d = 1, .m = 1, .constant = true};
  assert_int_equal(prg_arima_evaluate(&arima, &data, &order, NULL, &fit), PRG_ARIMA_OK);
  assert_true(prg_arima_outlook_set(&outlook, &arima, &order, NULL, 4));
  for (size_t h = 1; h <= 4; h++) {
    double steps = (double)h;
    assert_close(outlook.mean[h - 1], 249 + steps * 16.2, 1e-10);
    assert_close(prg_arima_outlook_variance(&outlook, h, true), steps, 1e-12);
    assert_close(prg_arima_outlook_variance(&outlook, h, false), steps + steps * steps / 5, 1e-12);
  }
  order.d = 0;
  assert_int_equal(prg_arima_evaluate(&arima, &data, &order, NULL, &fit), PRG_ARIMA_OK);
  assert_true(prg_arima_outlook_set(&outlook, &arima, &order, NULL, 2));
  assert_close(prg_arima_outlook_variance(&outlook, 2, false), 7. / 6, 1e-12);
  prg_arima_outlook_clear(&outlook);
  prg_arima_clear(&arima);
}

/* One figure of y = ε + θε₋₁ with θ = −.95: the first forecast has the variance of the Kalman
 * filter, F₂ = 1 + θ² − θ²/(1 + θ²), not the 1 of an infinite past. */
static void test_finite_past(void **state) {
  (void)state;
  const double y[3] = {1.7, -2.3, 0.9}, theta = -0.95;
  const prg_arima_data data = {.n = 3, .y = y};
  const prg_arima_order order = {.q = 1, .m = 1};
  prg_arima arima = {0};
  prg_arima_fit fit;
  prg_arima_outlook outlook = {0};
  assert_int_equal(prg_arima_evaluate(&arima, &data, &order, &theta, &fit), PRG_ARIMA_OK);
  assert_true(prg_arima_outlook_set(&outlook, &arima, &order, NULL, 2));
  double f = 1 + theta * theta;
  for (int t = 0; t < 3; t++)
    f = 1 + theta * theta - theta * theta / f;
  assert_close(prg_arima_outlook_variance(&outlook, 1, true), f, 1e-10);
  assert_close(prg_arima_outlook_variance(&outlook, 2, true), 1 + theta * theta, 1e-10);
  prg_arima_outlook_clear(&outlook);
  prg_arima_clear(&arima);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_as_r),        cmocka_unit_test(test_missing_figures),
      cmocka_unit_test(test_regressors),  cmocka_unit_test(test_by_hand),
      cmocka_unit_test(test_finite_past),
  };
  return cmocka_run_group_tests(tests, read_reference, NULL);
}
