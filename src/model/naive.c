/*
 * Random walk, seasonal random walk, mean, random walk with drift.
 *
 * Assumptions and limits: errors independent, of constant variance, normal; the predictive
 * distribution is Student t because their variance is estimated. A change over a gap of k periods
 * counts as a sum of k changes. Hyndman & Athanasopoulos, Forecasting: Principles
 * and Practice, 3rd ed., 2021, sections 5.2 and 5.5.
 */
#include "model/naive.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>

#include "model/draw.h"
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

/* Whether there is a figure at t and one a multiple k of the lag before; y[t] − y[t − k lag]. */
static bool find_change(const naive_state *state, size_t t, size_t lag, double *k, double *change) {
  const double *y = state->series->value;
  if (isnan(y[t]))
    return false;
  size_t earlier = t;
  do {
    if (earlier < lag)
      return false;
    earlier -= lag;
  } while (isnan(y[earlier]));
  *k = (double)((t - earlier) / lag);
  *change = y[t] - y[earlier];
  return true;
}

/*
 * The differences y[t] − y[s] between neighbouring figures, each a sum of k = (t − s)/lag changes:
 * drift = Σ (y[t] − y[s]) / Σ k, variance = Σ (y[t] − y[s] − k drift)² / k / df.
 */
static void fit_differences(naive_state *state, size_t lag, bool with_drift) {
  double changes = 0, steps = 0, squares = 0, n = 0, k, change;
  for (size_t t = lag; t < state->series->n; t++) {
    if (!find_change(state, t, lag, &k, &change))
      continue;
    changes += change;
    steps += k;
    n++;
  }
  state->drift = with_drift && n > 0 ? changes / steps : 0;
  for (size_t t = lag; t < state->series->n; t++) {
    if (!find_change(state, t, lag, &k, &change))
      continue;
    double rest = change - k * state->drift;
    squares += rest * rest / k;
  }
  state->df = n - (with_drift ? 1 : 0);
  state->variance = squares / state->df;
  state->drift_variance = with_drift ? state->variance / steps : 0;
}

static void fit_mean(naive_state *state) {
  const prg_series *series = state->series;
  double n = (double)prg_series_observed(series), sum = 0, squares = 0;
  for (size_t t = 0; t < series->n; t++)
    sum += isnan(series->value[t]) ? 0 : series->value[t];
  state->level = sum / n;
  for (size_t t = 0; t < series->n; t++) {
    double rest = series->value[t] - state->level;
    squares += isnan(rest) ? 0 : rest * rest;
  }
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
  double unit = prg_rounding_unit(series->value, series->n);
  state->variance = fmax(state->variance, prg_rounding_variance(unit));
  return PRG_OK;
}

/* The last figure of the same season as h ahead, and how many cycles lie between; the last figure
 * of all if that season was never seen. */
static double seasonal_location(const naive_state *state, size_t h, double *cycles) {
  const double *y = state->series->value;
  size_t season = (size_t)state->series->season, k = (h - 1) / season + 1;
  size_t t = last_figure(state->series) + h - k * season;
  *cycles = (double)k;
  for (; isnan(y[t]) && t >= season; t -= season)
    ++*cycles;
  return isnan(y[t]) ? state->level : y[t];
}

/* Median and variance h periods after the last figure. */
static void moments(const naive_state *state, size_t h, double *location, double *variance) {
  double steps = (double)h;
  *location = state->level + steps * state->drift;
  *variance = steps * state->variance + steps * steps * state->drift_variance;
  if (state->form == FORM_MEAN)
    *variance = state->variance + state->drift_variance;
  if (state->form == FORM_SEASONAL) {
    *location = seasonal_location(state, h, &steps);
    *variance = steps * state->variance;
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
static void draw_path(const void *fitted, gsl_rng *rng, size_t horizon, double *path) {
  const naive_state *state = fitted;
  double inflation = sqrt(state->df / gsl_ran_chisq(rng, state->df));
  double sigma = inflation * sqrt(state->variance);
  double drift = inflation * gsl_ran_gaussian(rng, sqrt(state->drift_variance));
  size_t season = state->form == FORM_SEASONAL ? (size_t)state->series->season : 1;
  for (size_t h = 1; h <= horizon; h++) {
    double location, variance, noise = gsl_ran_gaussian(rng, sigma);
    moments(state, h, &location, &variance);
    if (state->form == FORM_SEASONAL && h <= season) /* a gap there adds cycles */
      noise *= sqrt(variance / state->variance);
    if (state->form == FORM_MEAN || h <= season)
      path[h - 1] = location + drift + noise;
    else
      path[h - 1] = path[h - 1 - season] + (season == 1 ? state->drift + drift : 0) + noise;
  }
}

static prg_status paths(void *memory, size_t horizon, size_t n_paths, unsigned long seed,
                        double *path, prg_error *error) {
  return prg_draw_paths(draw_path, memory, horizon, n_paths, seed, path, error);
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
