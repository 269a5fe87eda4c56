#include "model/smoothing/ets.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "model/figures.h"
#include "model/smoothing/ets_predict.h"

typedef struct ets_state {
  char wanted[sizeof((prg_model_options *)0)->ets_form];
  prg_ets_fit fit;  /* in units of the figures, for those who look at it */
  prg_ets_fit unit; /* in units of the largest figure, for forecasts: nothing under- or overflows */
  prg_ets_family family; /* all forms, in those units; before a fit those of the one before */
  double scale;          /* the largest figure, or near it; 1 for zeros */
  double rounding;       /* variance, in units of the largest figure */
  double *y;             /* shape (room): the figures, divided by the largest; owned */
  size_t room;
  double *work; /* shape (work_room): moments of the forecasts; owned */
  size_t work_room;
} ets_state;

static void ets_free(void *data) {
  ets_state *state = data;
  if (state == NULL)
    return;
  free(state->y);
  free(state->work);
  free(state);
}

static void *ets_alloc(const prg_model_options *options) {
  ets_state *state = calloc(1, sizeof *state);
  if (state != NULL)
    memcpy(state->wanted, options->ets_form, sizeof state->wanted);
  return state;
}

/* True if every place of a season of m periods has a figure. */
static bool season_is_seen(const double *y, size_t n, size_t m) {
  for (size_t j = 0; j < m; j++) {
    bool seen = false;
    for (size_t t = j; t < n && !seen; t += m)
      seen = !isnan(y[t]);
    if (!seen)
      return false;
  }
  return true;
}

/* The scale of the fit before, if it is near enough to tell its optima by; else forgets them. */
static double keep_scale(ets_state *state, double largest) {
  if (state->family.n > 0 && largest > state->scale / 2 && largest <= state->scale * 2)
    return state->scale;
  state->family.n = 0;
  return largest > 0 ? largest : 1;
}

/* Figures divided by about the largest, so that tolerances mean the same for every series; false
 * if memory is exhausted. */
static bool read_figures(ets_state *state, const prg_series *series, prg_ets_figures *figures) {
  size_t n, m = (size_t)series->season;
  const double *y = prg_figures_used(series, series->n, &n);
  if (!prg_figures_reserve(&state->y, &state->room, n))
    return false;
  double largest = 0;
  *figures = (prg_ets_figures){.n = n, .m = 1, .y = state->y};
  for (size_t t = 0; t < n; t++) {
    if (isnan(y[t]))
      continue;
    largest = fmax(largest, fabs(y[t]));
    figures->n_figures++;
  }
  state->scale = keep_scale(state, largest);
  for (size_t t = 0; t < n; t++)
    state->y[t] = y[t] / state->scale;
  state->rounding = prg_rounding_variance(prg_rounding_unit(y, n) / state->scale);
  figures->floor = (double)figures->n_figures * state->rounding;
  if (m <= PRG_ETS_SEASON_MAX && season_is_seen(y, n, m))
    figures->m = m;
  return true;
}

/* Multiplicative errors need positive figures; those of a constant series are rounding only. */
static bool may_be_relative(const prg_ets_figures *figures) {
  double least = INFINITY, most = 0;
  for (size_t t = 0; t < figures->n; t++) {
    least = fmin(least, figures->y[t]);
    most = fmax(most, figures->y[t]);
  }
  return least > 0 && least < most;
}

static prg_status refuse(const prg_series *series, const prg_ets_figures *figures,
                         const prg_ets_form *wanted, prg_error *error) {
  prg_argument name = prg_string(prg_ets_form_name(wanted));
  if (wanted->season != PRG_ETS_NONE && figures->m == 1)
    return prg_fail(error, PRG_TEXT_ETS_NEEDS_SEASON,
                    PRG_ARGS(name, prg_integer(PRG_ETS_SEASON_MAX), prg_integer(series->season)));
  if (wanted->error == PRG_ETS_MULTIPLICATIVE && !may_be_relative(figures))
    return prg_fail(error, PRG_TEXT_ETS_NEEDS_POSITIVE, PRG_ARGS(name));
  size_t m = wanted->season == PRG_ETS_NONE ? 1 : figures->m;
  size_t needed = prg_ets_form_parameters(wanted, m) + PRG_ETS_SPARE;
  if (figures->n_figures < needed)
    return prg_fail(
        error, PRG_TEXT_ETS_TOO_FEW,
        PRG_ARGS(name, prg_integer((long long)needed), prg_integer((long long)figures->n_figures)));
  return prg_fail(error, PRG_TEXT_ETS_NOT_FITTED, PRG_ARGS(name));
}

/* The least AICc; of forms for which n is too small to have one, the simplest, then the likeliest.
 */
static const prg_ets_fit *choose(const prg_ets_fit *fit, size_t n) {
  const prg_ets_fit *best = &fit[0];
  for (size_t i = 1; i < n; i++) {
    bool comparable = isfinite(fit[i].aicc) || isfinite(best->aicc);
    bool simpler = fit[i].n_parameters < best->n_parameters;
    bool as_simple = fit[i].n_parameters == best->n_parameters;
    if (comparable ? fit[i].aicc < best->aicc
                   : simpler || (as_simple && fit[i].deviance < best->deviance))
      best = &fit[i];
  }
  return best;
}

static void tell(const prg_series *series, const prg_ets_fit *fit, bool is_wanted, size_t n_fit,
                 bool season_tried, prg_notes *notes) {
  const prg_ets_smoothing *p = &fit->smoothing;
  prg_notes_add(notes, is_wanted ? PRG_TEXT_ETS_AS_WANTED : PRG_TEXT_ETS_CHOSEN,
                PRG_ARGS(prg_string(prg_ets_form_name(&fit->form)), prg_integer((long long)n_fit),
                         prg_number(p->alpha, 4), prg_number(p->beta, 4), prg_number(p->gamma, 4),
                         prg_number(p->phi, 3)));
  if (series->season > PRG_ETS_SEASON_MAX)
    prg_notes_add(notes, PRG_TEXT_ETS_SEASON_LONG,
                  PRG_ARGS(prg_integer(series->season), prg_integer(PRG_ETS_SEASON_MAX)));
  else if (series->season > 1 && !season_tried)
    prg_notes_add(notes, PRG_TEXT_ETS_SEASON_SHORT, PRG_ARGS(prg_integer(series->season)));
  prg_notes_add(notes, PRG_TEXT_ETS_NARROW, NULL);
}

/* The fit that is kept: the wanted form's or the best one's; NULL if the wanted one has none. */
static const prg_ets_fit *keep(const prg_ets_fit *fit, size_t n_fit, const prg_ets_form *wanted) {
  if (wanted == NULL)
    return choose(fit, n_fit);
  for (size_t i = 0; i < n_fit; i++)
    if (prg_ets_form_name(&fit[i].form) == prg_ets_form_name(wanted))
      return &fit[i];
  return NULL;
}

static void fit_family(ets_state *state, const prg_ets_figures *figures,
                       const prg_ets_form *wanted) {
  const prg_ets_task task = {figures, may_be_relative(figures), wanted};
  const prg_ets_family neighbour = state->family;
  if (neighbour.n == 0)
    prg_ets_fit_family(&task, &state->family);
  else
    prg_ets_refit_family(&task, &neighbour, &state->family);
}

static prg_status ets_refit(void *data, const prg_series *series, prg_notes *notes,
                            prg_error *error) {
  ets_state *state = data;
  prg_ets_form form = {0}, *wanted = state->wanted[0] == '\0' ? NULL : &form;
  if (wanted != NULL && !prg_ets_form_find(state->wanted, wanted))
    return prg_fail(error, PRG_TEXT_ETS_UNKNOWN, PRG_ARGS(prg_string(state->wanted)));
  prg_status status = prg_figures_check(series, prg_model_ets.name, prg_model_ets.min_n, error);
  if (status != PRG_OK)
    return status;
  prg_ets_figures figures;
  if (!read_figures(state, series, &figures))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  fit_family(state, &figures, wanted);
  const prg_ets_fit *fit = state->family.fit, *kept = keep(fit, state->family.n, wanted);
  if (kept == NULL)
    return refuse(series, &figures, &form, error);
  state->fit = state->unit = *kept;
  prg_ets_fit_rescale(&state->fit, state->scale);
  bool season_tried = wanted != NULL;
  for (size_t i = 0; i < state->family.n; i++)
    season_tried = season_tried || fit[i].form.season != PRG_ETS_NONE;
  tell(series, &state->fit, wanted != NULL, state->family.n, season_tried, notes);
  return PRG_OK;
}

static prg_status ets_fit(void *data, const prg_series *series, prg_notes *notes,
                          prg_error *error) {
  ets_state *state = data;
  state->family.n = 0;
  return ets_refit(state, series, notes, error);
}

static double degrees_of_freedom(const prg_ets_fit *fit) {
  return (double)(fit->n_figures - fit->n_parameters);
}

static prg_status ets_predict(void *data, prg_distribution *out, prg_error *error) {
  ets_state *state = data;
  size_t horizon = out->horizon, n = out->n_probability;
  if (!prg_figures_reserve(&state->work, &state->work_room, 4 * horizon))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  double *mean = state->work, *variance = mean + horizon;
  prg_ets_moments(&state->unit, horizon, mean, variance, variance + horizon);
  /* All periods have the same degrees of freedom: the scores are computed once, in the last row. */
  const double *score = out->quantile + (horizon - 1) * n;
  prg_distribution_set_student(out, horizon, 0, 1, degrees_of_freedom(&state->fit));
  for (size_t h = 0; h < horizon; h++) {
    double scale = sqrt(fmax(variance[h], state->rounding));
    for (size_t i = 0; i < n; i++)
      out->quantile[h * n + i] = state->scale * (mean[h] + scale * score[i]);
  }
  return PRG_OK;
}

/* The error variance of each path is drawn, so that the margins are about those of predict. */
static prg_status ets_paths(void *data, size_t horizon, size_t n_paths, unsigned long seed,
                            double *path, prg_error *error) {
  const ets_state *state = data;
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  if (random == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  gsl_rng_set(random, seed);
  double df = degrees_of_freedom(&state->fit), mean, variance, work[2];
  prg_ets_moments(&state->unit, 1, &mean, &variance, work);
  double rounding = sqrt(fmax(0, state->rounding - variance));
  for (size_t i = 0; i < n_paths; i++) {
    double *row = path + i * horizon;
    double sigma2 = state->unit.sigma2 * df / gsl_ran_chisq(random, df);
    prg_ets_draw(&state->unit, sigma2, random, horizon, row);
    for (size_t h = 0; rounding > 0 && h < horizon; h++)
      row[h] += gsl_ran_gaussian_ziggurat(random, rounding);
    for (size_t h = 0; h < horizon; h++)
      row[h] *= state->scale;
  }
  gsl_rng_free(random);
  return PRG_OK;
}

const prg_ets_fit *prg_ets_fitted(const void *state) {
  return &((const ets_state *)state)->fit;
}

const prg_model_type prg_model_ets = {
    .name = "ets",
    .title = PRG_TEXT_ETS_TITLE,
    .min_n = 4,
    .alloc = ets_alloc,
    .free = ets_free,
    .fit = ets_fit,
    .refit = ets_refit,
    .predict = ets_predict,
    .paths = ets_paths,
    .trend = NULL,
};
