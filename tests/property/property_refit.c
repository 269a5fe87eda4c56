/*
 * What a fit finds that begins where the one of a longer window ended is what a fit from nothing
 * finds: as likely a model, and the same forecast. Searches climb from a few starts, and either may
 * miss a height that the other meets; that is allowed in one window of fifty.
 */
#include "forecast_test.h"

#include <gsl/gsl_randist.h>

#include "model/arima/arima.h"
#include "model/smoothing/ets.h"
#include "model/smoothing/smoothing_models.h"
#include "model/structural/structural.h"

enum { SERIES = 12, WINDOWS = 8, LONGEST = 72, AHEAD = 4 };

/* Twice the negative log-likelihood, with AICc's penalty where the model chooses by it. */
static double criterion(const prg_model_type *model, const void *state) {
  if (model == &prg_model_ets)
    return prg_ets_fitted(state)->aicc;
  if (model == &prg_model_arima)
    return prg_arima_fitted(state)->aicc;
  if (model == &prg_model_theta)
    return -2 * prg_theta_summary_of(state).log_likelihood;
  if (model == &prg_model_ses || model == &prg_model_holt || model == &prg_model_damped)
    return -2 * prg_smoothing_summary_of(state).log_likelihood;
  return -2 * prg_structural_summary_of(state).log_likelihood;
}

/* A level that wanders with a drift, noise on top, and a season if there is one. */
static void draw_series(gsl_rng *random, size_t n, int season, double *y) {
  double level = 150 + 300 * gsl_rng_uniform(random), drift = gsl_ran_gaussian(random, 4);
  double walk = 2 + 8 * gsl_rng_uniform(random), noise = 1 + 6 * gsl_rng_uniform(random);
  for (size_t t = 0; t < n; t++) {
    double angle = 2 * M_PI * (double)t / season;
    level += drift + gsl_ran_gaussian(random, walk);
    y[t] = level + gsl_ran_gaussian(random, noise) + (season > 1 ? 30 * sin(angle) : 0);
    y[t] = fmax(round(y[t]), 1);
  }
}

typedef struct tally {
  size_t windows, worse, other;
} tally;

static void compare(const prg_model_type *model, void *warm, void *cold, const prg_series *window,
                    tally *counts) {
  static const double probability[] = {.025, .5, .975};
  prg_notes notes = {0};
  prg_distribution a = {0}, b = {0};
  assert_int_equal(prg_model_fit(model, cold, window, &notes, NULL), PRG_OK);
  assert_int_equal(prg_model_refit(model, warm, window, &notes, NULL), PRG_OK);
  assert_int_equal(prg_distribution_init(&a, AHEAD, probability, 3, NULL), PRG_OK);
  assert_int_equal(prg_distribution_init(&b, AHEAD, probability, 3, NULL), PRG_OK);
  assert_int_equal(model->predict(cold, &a, NULL), PRG_OK);
  assert_int_equal(model->predict(warm, &b, NULL), PRG_OK);
  double gain = criterion(model, cold) - criterion(model, warm), apart = 0;
  for (size_t i = 0; i < AHEAD * 3; i++)
    apart = fmax(apart, fabs(a.quantile[i] - b.quantile[i]));
  counts->windows++;
  counts->worse += gain < -0.01;
  counts->other += apart > 0.01 * (a.quantile[2] - a.quantile[0]);
  prg_distribution_clear(&a);
  prg_distribution_clear(&b);
}

static void check_model(const prg_model_type *model, int season, size_t n) {
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  prg_model_options options;
  prg_model_options_init(&options);
  void *warm = model->alloc(&options), *cold = model->alloc(&options);
  tally counts = {0, 0, 0};
  gsl_rng_set(random, 4711);
  for (int i = 0; i < SERIES; i++) {
    double y[LONGEST];
    prg_notes notes = {0};
    prg_series series;
    draw_series(random, n, season, y);
    assert_int_equal(
        prg_series_init_values(&series, "walk", (prg_period){PRG_YEAR, 1950}, y, n, NULL), PRG_OK);
    series.season = season;
    assert_int_equal(prg_model_fit(model, warm, &series, &notes, NULL), PRG_OK);
    for (size_t back = 1; back <= WINDOWS; back++) {
      prg_series window = series;
      window.n -= back;
      compare(model, warm, cold, &window, &counts);
    }
    prg_series_clear(&series);
  }
  if (counts.worse * 50 > counts.windows || counts.other * 25 > counts.windows)
    fail_msg("%s, season %d: of %zu windows %zu are less likely, %zu forecast otherwise",
             model->name, season, counts.windows, counts.worse, counts.other);
  model->free(warm);
  model->free(cold);
  gsl_rng_free(random);
}

static void test_annual(void **state) {
  (void)state;
  const prg_model_type *model[] = {&prg_model_ses,         &prg_model_holt,       &prg_model_damped,
                                   &prg_model_theta,       &prg_model_ets,        &prg_model_arima,
                                   &prg_model_local_level, &prg_model_local_trend};
  for (size_t k = 0; k < COUNT_OF(model); k++)
    check_model(model[k], 1, 22);
}

static void test_seasonal(void **state) {
  (void)state;
  const prg_model_type *model[] = {&prg_model_theta, &prg_model_ets, &prg_model_arima,
                                   &prg_model_structural};
  for (size_t k = 0; k < COUNT_OF(model); k++)
    check_model(model[k], 4, 36);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_annual),
      cmocka_unit_test(test_seasonal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
