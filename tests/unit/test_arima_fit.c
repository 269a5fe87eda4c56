#include "unit/arima_reference.h"

#include "model/arima/arima_fit.h"

/* The likelihood at R's coefficients is R's: to 1e-6 where R is exact (no differences). */
static void check_fixed(const char *name, const char *what, const double *y, size_t n,
                        double tolerance) {
  char label[32];
  double arma[REFERENCE_VALUES];
  prg_arima arima = {0};
  prg_arima_fit fit;
  snprintf(label, sizeof label, "%s.order", what);
  const prg_arima_order order = order_of(name, label);
  snprintf(label, sizeof label, "%s.arma", what);
  assert_int_equal(item(name, label, arma), prg_arima_parameters(&order));
  const prg_arima_data data = {.n = n, .y = y};
  assert_int_equal(prg_arima_evaluate(&arima, &data, &order, arma, &fit), PRG_ARIMA_OK);
  snprintf(label, sizeof label, "%s.loglik", what);
  assert_close(fit.log_likelihood, only(name, label), tolerance);
  prg_arima_clear(&arima);
}

static size_t series(const char *name, double scale, double *y) {
  size_t n = item(name, "y", y);
  for (size_t t = 0; t < n; t++)
    y[t] *= scale;
  return n;
}

static void test_fixed_coefficients(void **state) {
  (void)state;
  double y[REFERENCE_VALUES];
  check_fixed("lynx", "fixed", y, series("lynx", 1, y), 1e-6);
  check_fixed("Nile", "fixed", y, series("Nile", 1, y), 1e-6);
  check_fixed("USAccDeaths", "fixed", y, series("USAccDeaths", 1e-3, y), 1e-6);
  check_fixed("AirPassengers", "fixed", y, series("AirPassengers", 1, y), 1e-6);
}

/* Missing figures; R's diffuse start of variance 10⁶ costs it digits where there are differences.
 */
static void test_missing_figures(void **state) {
  (void)state;
  double y[REFERENCE_VALUES];
  static const size_t nile[7] = {4, 17, 18, 19, 57, 98, 99};
  static const size_t lynx[8] = {2, 33, 71, 72, 73, 74, 75, 113};
  static const size_t deaths[8] = {5, 14, 15, 40, 41, 42, 43, 71};
  size_t n = series("Nile", 1, y);
  for (int i = 0; i < 7; i++)
    y[nile[i] - 1] = NAN;
  check_fixed("Nile", "gaps", y, n, 1e-6);
  n = series("lynx", 1, y);
  for (int i = 0; i < 8; i++)
    y[lynx[i] - 1] = NAN;
  check_fixed("lynx", "gaps", y, n, 1e-3);
  n = series("USAccDeaths", 1e-3, y);
  for (int i = 0; i < 8; i++)
    y[deaths[i] - 1] = NAN;
  check_fixed("USAccDeaths", "gaps", y, n, 3e-3);
}

/* At the coefficients R found, R's exact likelihood; and ours is never lower at its own. */
static void test_maximum_likelihood(void **state) {
  (void)state;
  static const char *const name[8] = {"AirPassengers", "Nile",     "USAccDeaths", "UKgas",
                                      "lynx",          "WWWusage", "compulsory",  "upper"};
  for (int i = 0; i < 8; i++) {
    double y[REFERENCE_VALUES], arma[REFERENCE_VALUES];
    const prg_arima_order order = order_of(name[i], "auto.order");
    const prg_arima_data data = {.n = item(name[i], "y", y), .y = y};
    prg_arima arima = {0};
    prg_arima_fit fit, noise;
    bool maximum = false;
    item(name[i], "auto.arma", arma);
    double exact = only(name[i], "exact.loglik");
    assert_int_equal(prg_arima_evaluate(&arima, &data, &order, arma, &fit), PRG_ARIMA_OK);
    assert_close(fit.log_likelihood, exact, 1e-6);
    assert_int_equal(prg_arima_estimate(&arima, &data, &order, PRG_ARIMA_FROM_SQUARES, &fit),
                     PRG_ARIMA_OK);
    assert_true(fit.log_likelihood > exact - 1e-6);
    assert_true(fit.log_likelihood < exact + 1e-3);
    assert_int_equal(prg_arima_check_maximum(&arima, &data, &fit, &maximum), PRG_ARIMA_OK);
    assert_true(maximum && fit.admissible);
    assert_int_equal(prg_arima_estimate(&arima, &data, &order, PRG_ARIMA_FROM_NOISE, &noise),
                     PRG_ARIMA_OK);
    assert_close(noise.log_likelihood, fit.log_likelihood, 1e-5);
    prg_arima_clear(&arima);
  }
}

/* R optimises the regression coefficients, here they are exact: ours is at least as high. */
static void check_regression(const char *name, bool drift, double tolerance) {
  double y[REFERENCE_VALUES], x[REFERENCE_VALUES], v[REFERENCE_VALUES], coef[REFERENCE_VALUES];
  size_t n = item(name, "y", y) - 5;
  item(name, "xreg.x", x);
  item(name, "xreg.order", v);
  item(name, "xreg.coef", coef);
  const prg_arima_order order = {
      .p = (int)v[0], .d = (int)v[1], .q = (int)v[2], .m = 1, .constant = true};
  const prg_arima_data data = {.n = n, .y = y, .n_x = 1, .x = x};
  prg_arima arima = {0};
  prg_arima_fit fit, again;
  assert_int_equal(prg_arima_estimate(&arima, &data, &order, PRG_ARIMA_FROM_SQUARES, &fit),
                   PRG_ARIMA_OK);
  assert_close(fit.log_likelihood, only(name, "xreg.loglik"), 1e-3);
  assert_int_equal(fit.n_coefficient, 4);
  assert_int_equal(prg_arima_evaluate(&arima, &data, &order, fit.arma, &again), PRG_ARIMA_OK);
  for (int i = 0; i < 2; i++)
    assert_close(fit.arma[i], coef[i], 3e-3);
  /* R has the constant (mean, drift) before the regressor. */
  assert_close(arima.design.beta[1], coef[2], tolerance * fabs(coef[2]));
  assert_close(arima.design.beta[0], coef[3], tolerance * fabs(coef[3]));
  assert_true(drift == (order.d > 0));
  prg_arima_clear(&arima);
}

static void test_regressors(void **state) {
  (void)state;
  check_regression("Nile", false, 1e-3);
  check_regression("lynx", true, 0.05); /* the drift is 1.9 with a standard error of 50 */
}

/* Scaling the figures moves the likelihood by n log(scale) and nothing else. */
static void test_scale(void **state) {
  (void)state;
  double y[REFERENCE_VALUES];
  const prg_arima_order order = {.p = 1, .d = 1, .q = 1, .m = 1};
  prg_arima_data data = {.n = item("Nile", "y", y), .y = y};
  prg_arima arima = {0};
  prg_arima_fit fit, scaled;
  assert_int_equal(prg_arima_estimate(&arima, &data, &order, PRG_ARIMA_FROM_SQUARES, &fit),
                   PRG_ARIMA_OK);
  series("Nile", 1e9, y);
  assert_int_equal(prg_arima_estimate(&arima, &data, &order, PRG_ARIMA_FROM_SQUARES, &scaled),
                   PRG_ARIMA_OK);
  assert_close(scaled.log_likelihood, fit.log_likelihood - 99 * log(1e9), 1e-5);
  assert_close(scaled.arma[1], fit.arma[1], 1e-4);
  assert_close(fit.aic, -2 * fit.log_likelihood + 6, 1e-9);
  assert_close(fit.aicc, fit.aic + 24. / 95, 1e-9);
  assert_close(prg_arima_variance(&fit), fit.sum_of_squares / 97, 1e-9);
  prg_arima_clear(&arima);
}

static void test_impossible(void **state) {
  (void)state;
  const double y[4] = {3.7, NAN, 5.1, 4.3}, x[8] = {1.3, 0.2, -0.7, 2.9, 0.1, 0.9, 0.7, 1.1};
  const double never[9] = {1.1, 2.7, NAN, 1.9, 3.2, NAN, 2.3, 3.9, NAN};
  prg_arima arima = {0};
  prg_arima_fit fit;
  prg_arima_data data = {.n = 4, .y = y};
  const prg_arima_order ar = {.p = 1, .m = 1}, twice = {.d = 2, .m = 1, .constant = true};
  const prg_arima_order white = {.m = 1, .constant = true}, seasonal = {.D = 1, .m = 3};
  assert_int_equal(prg_arima_evaluate(&arima, &data, &ar, (double[]){1.1}, &fit),
                   PRG_ARIMA_IMPOSSIBLE); /* not stationary */
  assert_int_equal(prg_arima_evaluate(&arima, &data, &twice, NULL, &fit), PRG_ARIMA_IMPOSSIBLE);
  assert_int_equal(prg_arima_estimate(&arima, &data, &twice, PRG_ARIMA_FROM_NOISE, &fit),
                   PRG_ARIMA_IMPOSSIBLE);
  data = (prg_arima_data){.n = 4, .y = y, .n_x = 2, .x = x};
  assert_int_equal(prg_arima_evaluate(&arima, &data, &white, (double[]){0}, &fit),
                   PRG_ARIMA_IMPOSSIBLE); /* as many coefficients as figures */
  data = (prg_arima_data){.n = 9, .y = never};
  assert_int_equal(prg_arima_evaluate(&arima, &data, &seasonal, (double[]){0}, &fit),
                   PRG_ARIMA_IMPOSSIBLE); /* a season never seen is not identified */
  prg_arima_clear(&arima);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fixed_coefficients),
      cmocka_unit_test(test_missing_figures),
      cmocka_unit_test(test_maximum_likelihood),
      cmocka_unit_test(test_regressors),
      cmocka_unit_test(test_scale),
      cmocka_unit_test(test_impossible),
  };
  return cmocka_run_group_tests(tests, read_reference, NULL);
}
