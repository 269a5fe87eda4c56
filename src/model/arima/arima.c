/*
 * Automatic ARIMA and seasonal ARIMA as a model of the table.
 *
 * Assumptions and limits: Gaussian innovations of constant variance. The predictive distribution is
 * Student t with n − d − mD − k degrees of freedom, k coefficients, around the state-space
 * forecast; it carries what is not known of the regression coefficients, but not of the ARMA
 * coefficients and of the order: intervals from short series are too narrow, which is why this is
 * not the default model. R's forecast takes the normal distribution instead.
 */
#include "model/arima/arima.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "model/arima/arima_predict.h"
#include "model/arima/arima_search.h"
#include "model/figures.h"
#include "model/trend/event_effect.h"
#include "model/trend/trend_fit.h"

enum { fewest_figures = 3, name_bytes = 96 };
/* Each gap is a column of the regression; more would cost more than they tell. */
static const size_t most_gaps = 40;

typedef struct arima_state {
  prg_arima arima;
  prg_arima_fit model;
  prg_arima_memory memory;
  prg_arima_outlook outlook;
  prg_model_options options;
  double *y; /* shape (n): the figures / scale; owned */
  size_t room;
  double *x; /* shape (n_event, n): the events' effects, or those of the periods ahead; owned */
  size_t x_room;
  size_t skipped, n;         /* periods before the first one used, and from there on */
  double at[PRG_EVENTS_MAX]; /* the events' times, as event_effect.h has them */
  double scale;              /* a power of two, so that scaling is exact */
  double sigma;              /* of an innovation, in the units of the series */
  double df;
  char name[name_bytes];
} arima_state;

static void *alloc(const prg_model_options *options) {
  arima_state *state = calloc(1, sizeof *state);
  if (state != NULL)
    state->options = *options;
  return state;
}

static void free_state(void *memory) {
  arima_state *state = memory;
  if (state == NULL)
    return;
  prg_arima_clear(&state->arima);
  prg_arima_outlook_clear(&state->outlook);
  free(state->y);
  free(state->x);
  free(state);
}

const prg_arima_fit *prg_arima_fitted(const void *state) {
  return &((const arima_state *)state)->model;
}

const char *prg_arima_name(const void *state) {
  return ((const arima_state *)state)->name;
}

static void write_name(arima_state *state) {
  const prg_arima_order *o = &state->model.order;
  int length = snprintf(state->name, sizeof state->name, "ARIMA(%d,%d,%d)", o->p, o->d, o->q);
  if (o->m > 1 && o->P + o->D + o->Q > 0)
    snprintf(state->name + length, sizeof state->name - (size_t)length, "(%d,%d,%d)[%d]", o->P,
             o->D, o->Q, o->m);
}

/* The first period from which on there are at most `most_gaps` gaps, itself a figure. */
static size_t first_used(const double *y, size_t n) {
  size_t first = n - 1, gaps = 0;
  for (size_t t = n; t-- > 0 && gaps <= most_gaps;) {
    if (isnan(y[t]))
      gaps++;
    else
      first = t;
  }
  return first;
}

/* The figures to fit, scaled to at most 1. */
static prg_status take_figures(arima_state *state, const prg_series *series, prg_notes *notes,
                               prg_error *error) {
  prg_status status = prg_figures_check(series, "arima", fewest_figures, error);
  if (status != PRG_OK)
    return status;
  const double *y = prg_figures_used(series, series->n, &state->n);
  size_t skipped = first_used(y, state->n), figures = 0;
  double largest = 0;
  y += skipped;
  state->n -= skipped;
  state->skipped = (size_t)(y - series->value);
  for (size_t t = 0; t < state->n; t++) {
    figures += isnan(y[t]) ? 0 : 1;
    largest = fmax(largest, fabs(y[t])); /* fmax passes over NaN */
  }
  if (figures < fewest_figures)
    return prg_fail(error, PRG_TEXT_ARIMA_TOO_MANY_GAPS,
                    PRG_ARGS(prg_string(series->name), prg_integer((long long)most_gaps)));
  if (skipped > 0)
    prg_notes_add(notes, PRG_TEXT_ARIMA_RECENT_ONLY,
                  PRG_ARGS(prg_integer((long long)state->n), prg_integer((long long)most_gaps)));
  if (!prg_figures_reserve(&state->y, &state->room, state->n))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  int exponent = 0;
  frexp(largest, &exponent);
  state->scale = largest > DBL_MIN ? ldexp(1, exponent) : 1;
  for (size_t t = 0; t < state->n; t++)
    state->y[t] = y[t] / state->scale;
  return PRG_OK;
}

/* The effects of the events in n periods, the first at time `first`; false if memory is exhausted.
 */
static bool set_effects(arima_state *state, double first, size_t n) {
  const prg_model_options *options = &state->options;
  if (!prg_figures_reserve(&state->x, &state->x_room, options->n_event * n))
    return false;
  for (size_t k = 0; k < options->n_event; k++)
    for (size_t t = 0; t < n; t++)
      state->x[k * n + t] =
          prg_event_effect(options->event[k].kind, state->at[k], first + (double)t);
  return true;
}

static prg_status take_events(arima_state *state, const prg_series *series, prg_error *error) {
  prg_status status = prg_events_place(&state->options, series, state->at, error);
  if (status == PRG_OK && !set_effects(state, (double)(state->skipped + 1), state->n))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return status;
}

static void tell(arima_state *state, prg_notes *notes) {
  const prg_arima_order *order = &state->model.order;
  prg_text text = PRG_TEXT_ARIMA_CHOSEN;
  if (order->constant)
    text = order->d + order->D > 0 ? PRG_TEXT_ARIMA_CHOSEN_DRIFT : PRG_TEXT_ARIMA_CHOSEN_MEAN;
  prg_notes_add(notes, text, PRG_ARGS(prg_string(state->name)));
  const prg_arima_design *design = &state->arima.design;
  for (size_t k = 0; k < state->options.n_event; k++) {
    size_t j = design->n_missing + k;
    prg_coefficient size;
    prg_coefficient_set(&size, "event", design->beta[j] * state->scale,
                        state->sigma * prg_arima_design_deviation(design, j), state->df);
    prg_event_note(&state->options.event[k], &size, notes);
  }
}

static prg_status refit(void *memory, const prg_series *series, prg_notes *notes,
                        prg_error *error) {
  arima_state *state = memory;
  prg_status status = take_figures(state, series, notes, error);
  if (status == PRG_OK)
    status = take_events(state, series, error);
  if (status != PRG_OK)
    return status;
  const prg_arima_data data = {
      .n = state->n, .y = state->y, .n_x = state->options.n_event, .x = state->x};
  prg_arima_result result =
      prg_arima_choose(&state->arima, &data, series->season, &state->memory, &state->model);
  if (result == PRG_ARIMA_NO_MEMORY)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (result == PRG_ARIMA_IMPOSSIBLE || state->model.n_used <= state->model.n_coefficient)
    return prg_fail(error, PRG_TEXT_ARIMA_IMPOSSIBLE, PRG_ARGS(prg_string(series->name)));
  double rounding = prg_rounding_variance(prg_rounding_unit(series->value, series->n));
  state->sigma = fmax(sqrt(prg_arima_variance(&state->model)) * state->scale, sqrt(rounding));
  state->df = (double)(state->model.n_used - state->model.n_coefficient);
  write_name(state);
  tell(state, notes);
  return PRG_OK;
}

static prg_status fit(void *memory, const prg_series *series, prg_notes *notes, prg_error *error) {
  prg_arima_forget(&((arima_state *)memory)->memory);
  return refit(memory, series, notes, error);
}

static prg_status look_ahead(arima_state *state, size_t horizon, prg_error *error) {
  if (!set_effects(state, (double)(state->skipped + state->n + 1), horizon) ||
      !prg_arima_outlook_set(&state->outlook, &state->arima, &state->model.order, state->x,
                             horizon))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return PRG_OK;
}

static prg_status predict(void *memory, prg_distribution *out, prg_error *error) {
  arima_state *state = memory;
  prg_status status = look_ahead(state, out->horizon, error);
  for (size_t h = 1; status == PRG_OK && h <= out->horizon; h++) {
    double deviation = sqrt(prg_arima_outlook_variance(&state->outlook, h, false));
    prg_distribution_set_student(out, h, state->outlook.mean[h - 1] * state->scale,
                                 state->sigma * deviation, state->df);
  }
  return status;
}

/* One path: the variance from its posterior, then the directions, then the innovations. */
static void draw_path(const arima_state *state, gsl_rng *rng, double *innovation, double *path) {
  const prg_arima_outlook *o = &state->outlook;
  double chi_square = fmax(gsl_ran_chisq(rng, state->df), DBL_EPSILON * DBL_EPSILON);
  double sigma = state->sigma * sqrt(state->df / chi_square);
  for (size_t h = 0; h < o->horizon; h++)
    path[h] = o->mean[h] * state->scale;
  for (size_t i = 0; i < o->n_missing + o->n_beta + o->n_state; i++) {
    double z = gsl_ran_gaussian(rng, sigma);
    for (size_t h = 0; h < o->horizon; h++)
      path[h] += z * o->direction[i * o->horizon + h];
  }
  for (size_t h = 0; h < o->horizon; h++) {
    innovation[h] = gsl_ran_gaussian(rng, sigma);
    for (size_t j = 0; j <= h; j++)
      path[h] += o->psi[j] * innovation[h - j];
  }
}

static prg_status paths(void *memory, size_t horizon, size_t n_paths, unsigned long seed,
                        double *path, prg_error *error) {
  arima_state *state = memory;
  double *innovation = malloc((horizon + 1) * sizeof *innovation);
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  prg_status status = PRG_OK;
  if (innovation == NULL || rng == NULL) {
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    goto cleanup;
  }
  status = look_ahead(state, horizon, error);
  gsl_rng_set(rng, seed);
  for (size_t i = 0; status == PRG_OK && i < n_paths; i++)
    draw_path(state, rng, innovation, path + i * horizon);
cleanup:
  gsl_rng_free(rng);
  free(innovation);
  return status;
}

const prg_model_type prg_model_arima = {
    .name = "arima",
    .title = PRG_TEXT_MODEL_ARIMA,
    .min_n = fewest_figures,
    .alloc = alloc,
    .free = free_state,
    .fit = fit,
    .refit = refit,
    .predict = predict,
    .paths = paths,
};
