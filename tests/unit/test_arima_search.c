#include "unit/arima_reference.h"

#include "model/arima/arima_difference.h"
#include "model/arima/arima_search.h"

static prg_arima_memory memory;

static prg_arima_result choose_data(prg_arima *arima, const prg_arima_data *data, int m,
                                    prg_arima_fit *fit) {
  prg_arima_forget(&memory);
  return prg_arima_choose(arima, data, m, &memory, fit);
}

/* The order, coefficients and likelihood of R's auto.arima. */
static void test_chooses_as_r(void **state) {
  (void)state;
  static const char *const name[8] = {"AirPassengers", "Nile",     "USAccDeaths", "UKgas",
                                      "lynx",          "WWWusage", "compulsory",  "upper"};
  for (int i = 0; i < 8; i++) {
    double y[REFERENCE_VALUES], arma[REFERENCE_VALUES], constant;
    const prg_arima_order expected = order_of(name[i], "auto.order");
    const prg_arima_data data = {.n = item(name[i], "y", y), .y = y};
    prg_arima arima = {0};
    prg_arima_fit fit;
    assert_int_equal(choose_data(&arima, &data, expected.m, &fit), PRG_ARIMA_OK);
    const int chosen[7] = {fit.order.p, fit.order.d, fit.order.q,       fit.order.P,
                           fit.order.D, fit.order.Q, fit.order.constant};
    const int wanted[7] = {expected.p, expected.d, expected.q,       expected.P,
                           expected.D, expected.Q, expected.constant};
    assert_memory_equal(chosen, wanted, sizeof chosen);
    assert_true(fit.admissible);
    /* Not below R's likelihood at its own coefficients, computed without kappa (arima.R). */
    assert_true(fit.log_likelihood > only(name[i], "exact.loglik") - 1e-6);
    assert_close(fit.log_likelihood, only(name[i], "auto.loglik"), 1.2e-3);
    assert_close(fit.aicc, only(name[i], "auto.aicc"), 2.4e-3);
    size_t n = item(name[i], "auto.arma", arma);
    for (size_t j = 0; j < n; j++)
      assert_close(fit.arma[j], arma[j], 5e-4);
    if (item(name[i], "auto.constant", &constant) == 1)
      assert_digits(arima.design.beta[0], constant, 5);
    prg_arima_clear(&arima);
  }
}

static prg_arima_result choose(const double *y, size_t n, int m, prg_arima_fit *fit) {
  prg_arima arima = {0};
  const prg_arima_data data = {.n = n, .y = y};
  prg_arima_result result = choose_data(&arima, &data, m, fit);
  prg_arima_clear(&arima);
  return result;
}

/* A search that remembers that of a longer window finds what one from nothing finds. */
static void test_a_search_that_remembers(void **state) {
  (void)state;
  static const char *const name[] = {"AirPassengers", "Nile", "USAccDeaths", "UKgas", "lynx"};
  for (int i = 0; i < 5; i++) {
    double y[REFERENCE_VALUES];
    const int m = order_of(name[i], "auto.order").m;
    prg_arima_data data = {.n = item(name[i], "y", y), .y = y};
    prg_arima arima = {0};
    prg_arima_fit fit, again;
    assert_int_equal(choose_data(&arima, &data, m, &again), PRG_ARIMA_OK);
    for (int back = 0; back < 3; back++) {
      data.n--;
      assert_int_equal(prg_arima_choose(&arima, &data, m, &memory, &again), PRG_ARIMA_OK);
      const prg_arima_memory kept = memory;
      assert_int_equal(choose_data(&arima, &data, m, &fit), PRG_ARIMA_OK);
      memory = kept;
      assert_memory_equal(&fit.order, &again.order, sizeof fit.order);
      assert_close(again.log_likelihood, fit.log_likelihood, 2e-3);
    }
    prg_arima_clear(&arima);
  }
}

static void assert_order(const prg_arima_fit *fit, int d, int D, bool constant) {
  assert_int_equal(prg_arima_parameters(&fit->order), 0);
  assert_int_equal(fit->order.d, d);
  assert_int_equal(fit->order.D, D);
  assert_int_equal(fit->order.constant, constant);
  assert_true(isfinite(fit->log_likelihood));
}

/* Nothing varies, at once or after differences: these remain, with the constant that fits. */
static void test_nothing_varies(void **state) {
  (void)state;
  double same[9], line[30], season[24];
  prg_arima_fit fit;
  for (int t = 0; t < 30; t++) {
    line[t] = 17.3 + 2.4 * t;
    if (t < 9)
      same[t] = 41.7;
    if (t < 24)
      season[t] = t % 4 * 3.7 + 11;
  }
  assert_int_equal(choose(same, 9, 1, &fit), PRG_ARIMA_OK);
  assert_order(&fit, 0, 0, true);
  assert_int_equal(choose(line, 30, 1, &fit), PRG_ARIMA_OK);
  assert_order(&fit, 1, 0, true);
  assert_int_equal(choose(season, 24, 4, &fit), PRG_ARIMA_OK);
  assert_order(&fit, 0, 1, true);
}

/* Three to nine figures, of any kind: a finite model that leaves a degree of freedom. */
static void test_short_series(void **state) {
  (void)state;
  static const double y[4][9] = {{168, 183, 198, 214, 240, 249, 251, 266, 281},
                                 {4, 2, 3, 1, 2, 1, 0, 0, 1},
                                 {1, 2, 1, 2, 1, 2, 1, 2, 1},
                                 {0, 0, 0, 0, 917, 0, 0, 0, 0}};
  for (int i = 0; i < 4; i++)
    for (size_t n = 3; n <= 9; n++) {
      prg_arima_fit fit;
      assert_int_equal(choose(y[i], n, 1, &fit), PRG_ARIMA_OK);
      assert_true(fit.n_used > fit.n_coefficient);
      assert_true(isfinite(fit.log_likelihood) && isfinite(prg_arima_variance(&fit)));
      assert_true(fit.admissible);
    }
}

/* Fewer than two seasons, a season above 350, a season of 1: none is modelled. */
static void test_no_season(void **state) {
  (void)state;
  double y[REFERENCE_VALUES];
  prg_arima_fit fit;
  item("USAccDeaths", "y", y);
  assert_int_equal(choose(y, 24, 12, &fit), PRG_ARIMA_OK);
  assert_int_equal(fit.order.m, 1);
  assert_int_equal(choose(y, 25, 12, &fit), PRG_ARIMA_OK);
  assert_int_equal(fit.order.m, 12);
  assert_int_equal(choose(y, 72, 365, &fit), PRG_ARIMA_OK);
  assert_int_equal(fit.order.m, 1);
}

/* A seasonal difference that would leave two figures is not taken. */
static void test_season_takes_too_much(void **state) {
  (void)state;
  const double y[10] = {1.1, 7.3, 3.9, 5.7, 1.1, NAN, NAN, NAN, NAN, 7.3};
  double strength;
  prg_arima_fit fit;
  assert_true(prg_arima_seasonal_strength(y, 10, 4, &strength));
  assert_true(strength > 0.64);
  assert_int_equal(choose(y, 10, 4, &fit), PRG_ARIMA_OK);
  assert_int_equal(fit.order.D, 0);
  assert_true(fit.n_used > fit.n_coefficient);
}

/* A calendar month that is never reported: a seasonal difference is not identified. */
static void test_month_never_seen(void **state) {
  (void)state;
  double y[REFERENCE_VALUES];
  prg_arima_fit fit;
  size_t n = item("USAccDeaths", "y", y);
  for (size_t t = 6; t < n; t += 12)
    y[t] = NAN;
  assert_int_equal(choose(y, n, 12, &fit), PRG_ARIMA_OK);
  assert_int_equal(fit.order.D, 0);
  assert_true(isfinite(fit.log_likelihood));
}

/* A step that a regressor explains needs no difference; a trend is no regressor after one. */
static void test_regressors(void **state) {
  (void)state;
  double y[REFERENCE_VALUES], x[REFERENCE_VALUES];
  size_t n = item("Nile", "y", y);
  prg_arima arima = {0};
  prg_arima_fit without, with;
  const prg_arima_data data = {.n = n, .y = y, .n_x = 1, .x = x};
  item("Nile", "xreg.x", x);
  assert_int_equal(choose(y, n, 1, &without), PRG_ARIMA_OK);
  assert_int_equal(without.order.d, 1);
  assert_int_equal(choose_data(&arima, &data, 1, &with), PRG_ARIMA_OK);
  assert_int_equal(with.order.d, 0);
  assert_true(with.order.constant);
  assert_close(arima.design.beta[0], -247.8, 10); /* R: −247.8 (28.6) */
  for (size_t t = 0; t < n; t++)
    x[t] = 0.7 * (double)t;
  assert_int_equal(choose_data(&arima, &data, 1, &with), PRG_ARIMA_OK);
  assert_int_equal(with.order.d, 0);
  prg_arima_clear(&arima);
}

/* More regressors than figures, or two that are one. */
static void test_impossible(void **state) {
  (void)state;
  const double y[4] = {3.7, 4.9, 5.1, 4.3};
  const double x[12] = {1.3, 0.2, -0.7, 2.9, 2.6, 0.4, -1.4, 5.8, 0.1, 0.9, 0.7, 1.1};
  prg_arima arima = {0};
  prg_arima_fit fit;
  prg_arima_data data = {.n = 4, .y = y, .n_x = 3, .x = x};
  assert_int_equal(choose_data(&arima, &data, 1, &fit), PRG_ARIMA_IMPOSSIBLE);
  data.n_x = 2;
  assert_int_equal(choose_data(&arima, &data, 1, &fit), PRG_ARIMA_IMPOSSIBLE);
  prg_arima_clear(&arima);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_chooses_as_r),     cmocka_unit_test(test_a_search_that_remembers),
      cmocka_unit_test(test_nothing_varies),   cmocka_unit_test(test_short_series),
      cmocka_unit_test(test_no_season),        cmocka_unit_test(test_season_takes_too_much),
      cmocka_unit_test(test_month_never_seen), cmocka_unit_test(test_regressors),
      cmocka_unit_test(test_impossible),
  };
  return cmocka_run_group_tests(tests, read_reference, NULL);
}
