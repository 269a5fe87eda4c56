/*
 * Random walk, seasonal random walk, mean, random walk with drift.
 *
 * Assumptions and limits: errors independent, of constant variance, normal; the predictive
 * distribution is Student t because their variance is estimated. A change over a gap of k periods
 * counts as a sum of k changes. Hyndman & Athanasopoulos, Forecasting: Principles and Practice,
 * 3rd ed., 2021, sections 5.2 and 5.5.
 */
#include "model/naive.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "model/figures.h"

typedef enum naive_form { FORM_NAIVE, FORM_SEASONAL, FORM_MEAN, FORM_DRIFT } naive_form;

typedef struct naive_state {
  naive_form form;
  const prg_series *series; /* the one fitted last; borrowed */
  double level;             /* last figure, or the mean */
  double drift;             /* per period; 0 but for drift */
  double variance;          /* of one error */
  double drift_variance;    /* of the estimate of drift, or of the mean */
  double df;
} naive_state;

static void *alloc_form(naive_form form) {
  naive_state *state = calloc(1, sizeof *state);
  if (state != NULL)
    state->form = form;
  return state;
}

static size_t last_figure(const prg_series *series) {
  size_t t = series->n;
  while (t > 0 && isnan(series->value[t - 1]))
    t--;
  return t - 1;
}

/* The last figure at or before t of the same season; NaN if there is none. */
static double same_season(const prg_series *series, size_t t, size_t season) {
  for (;;) {
    if (!isnan(series->value[t]) || t < season)
      return series->value[t];
    t -= season;
  }
}

/*
 * The differences y[t] − y[s] between neighbouring figures, each a sum of k = (t − s)/lag changes:
 * drift = Σ (y[t] − y[s]) / Σ k, variance = Σ (y[t] − y[s] − k drift)² / k / df.
 */
static void fit_differences(naive_state *state, size_t lag, bool with_drift) {
  const prg_series *series = state->series;
  double changes = 0, steps = 0, sum = 0;
  size_t n = 0;
  for (int pass = 0; pass < 2; pass++) {
    for (size_t t = lag; t < series->n; t++) {
      size_t k = 1;
      while (k * lag <= t && isnan(series->value[t - k * lag]))
        k++;
      if (isnan(series->value[t]) || k * lag > t)
        continue;
      double change = series->value[t] - series->value[t - k * lag];
      double rest = change - (double)k * state->drift;
      changes += pass == 0 ? change : 0;
      steps += pass == 0 ? (double)k : 0;
      sum += pass == 1 ? rest * rest / (double)k : 0;
      n += pass == 0 ? 1 : 0;
    }
    if (pass == 0 && with_drift)
      state->drift = changes / steps;
  }
  state->df = (double)n - (with_drift ? 1 : 0);
  state->variance = sum / state->df;
  state->drift_variance = with_drift ? state->variance / steps : 0;
}

static void fit_mean(naive_state *state) {
  const prg_series *series = state->series;
  double n = (double)prg_series_observed(series), sum = 0, squares = 0;
  for (size_t t = 0; t < series->n; t++)
    sum += isnan(series->value[t]) ? 0 : series->value[t];
  state->level = sum / n;
  for (size_t t = 0; t < series->n; t++)
    squares += isnan(series->value[t]) ? 0 : pow(series->value[t] - state->level, 2);
  state->df = n - 1;
  state->variance = squares / state->df;
  state->drift_variance = state->variance / n;
}

static prg_status fit(void *memory, const prg_series *series, prg_notes *notes, prg_error *error) {
  (void)notes;
  naive_state *state = memory;
  *state = (naive_state){.form = state->form, .series = series};
  state->level = series->value[last_figure(series)];
  size_t lag = state->form == FORM_SEASONAL ? (size_t)series->season : 1;
  if (state->form == FORM_MEAN)
    fit_mean(state);
  else
    fit_differences(state, lag, state->form == FORM_DRIFT);
  if (!(state->df >= 1))
    return prg_fail(error, PRG_TEXT_NAIVE_TOO_FEW,
                    PRG_ARGS(prg_string(series->name), prg_integer((long long)lag + 1)));
  state->variance =
      fmax(state->variance, prg_rounding_variance(prg_rounding_unit(series->value, series->n)));
  return PRG_OK;
}

/* The figure of the same season, cycles ago; the last one if that season was never seen. */
static double seasonal_location(const naive_state *state, size_t h, size_t *cycles) {
  size_t season = (size_t)state->series->season;
  *cycles = (h - 1) / season + 1;
  size_t t = last_figure(state->series) + h - *cycles * season;
  double figure = same_season(state->series, t, season);
  return isnan(figure) ? state->level : figure;
}

/* Median and variance h periods after the last figure. */
static void moments(const naive_state *state, size_t h, double *location, double *variance) {
  double steps = (double)h;
  size_t cycles = h;
  *location = state->level + steps * state->drift;
  *variance = steps * state->variance + steps * steps * state->drift_variance;
  if (state->form == FORM_MEAN)
    *variance = state->variance + state->drift_variance;
  if (state->form == FORM_SEASONAL) {
    *location = seasonal_location(state, h, &cycles);
    *variance = (double)cycles * state->variance;
  }
}

static prg_status predict(void *memory, prg_distribution *out, prg_error *error) {
  (void)error;
  const naive_state *state = memory;
  for (size_t h = 1; h <= out->horizon; h++) {
    double location, variance;
    moments(state, h, &location, &variance);
    prg_distribution_set_student(out, h, location, sqrt(variance), state->df);
  }
  return PRG_OK;
}

/* One path: the variance from its posterior, then the drift (or the mean), then the errors. */
static void draw_path(const naive_state *state, gsl_rng *rng, size_t horizon, double *path) {
  double inflation = sqrt(state->df / gsl_ran_chisq(rng, state->df));
  double sigma = inflation * sqrt(state->variance);
  double drift = inflation * gsl_ran_gaussian(rng, sqrt(state->drift_variance));
  size_t season = state->form == FORM_SEASONAL ? (size_t)state->series->season : 1;
  for (size_t h = 1; h <= horizon; h++) {
    double location, variance, noise = gsl_ran_gaussian(rng, sigma);
    moments(state, h, &location, &variance);
    if (state->form == FORM_MEAN)
      path[h - 1] = location + drift + noise;
    else if (h <= season)
      path[h - 1] = location + drift + noise;
    else
      path[h - 1] = path[h - 1 - season] + (season == 1 ? state->drift + drift : 0) + noise;
  }
}

static prg_status paths(void *memory, size_t horizon, size_t n_paths, unsigned long seed,
                        double *path, prg_error *error) {
  const naive_state *state = memory;
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  if (rng == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  gsl_rng_set(rng, seed);
  for (size_t i = 0; i < n_paths; i++)
    draw_path(state, rng, horizon, path + i * horizon);
  gsl_rng_free(rng);
  return PRG_OK;
}

#define NAIVE_TYPE(variable, form, label, heading, least)                                          \
  static void *alloc_##variable(const prg_model_options *options) {                                \
    (void)options;                                                                                 \
    return alloc_form(form);                                                                       \
  }                                                                                                \
  const prg_model_type variable = {                                                                \
      .name = label,                                                                               \
      .title = heading,                                                                            \
      .min_n = least,                                                                              \
      .alloc = alloc_##variable,                                                                   \
      .free = free,                                                                                \
      .fit = fit,                                                                                  \
      .predict = predict,                                                                          \
      .paths = paths,                                                                              \
  };

NAIVE_TYPE(prg_model_naive, FORM_NAIVE, "naive", PRG_TEXT_MODEL_NAIVE, 2)
NAIVE_TYPE(prg_model_seasonal_naive, FORM_SEASONAL, "seasonal-naive", PRG_TEXT_MODEL_SEASONAL_NAIVE,
           2)
NAIVE_TYPE(prg_model_mean, FORM_MEAN, "mean", PRG_TEXT_MODEL_MEAN, 2)
NAIVE_TYPE(prg_model_drift, FORM_DRIFT, "drift", PRG_TEXT_MODEL_DRIFT, 3)
