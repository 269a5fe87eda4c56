/*
 * Structural models (structural_filter.h): local level, local linear trend, and the basic
 * structural model with a season, by exact diffuse maximum likelihood.
 *
 * Assumptions and limits. Normal errors of constant variance. The forecast is Student t with
 * figures − states degrees of freedom: it carries the uncertainty of the states and of σ², not that
 * of the ratios between the variances, so that intervals from short series are too narrow.
 */
#include "model/structural/structural.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>

#include "model/figures.h"
#include "model/structural/structural_filter.h"

enum { SPARE = 2 }; /* degrees of freedom without which the intervals have no end */

typedef struct structural_state {
  const prg_model_type *type;
  prg_structural_form form;
  prg_structural_run run; /* of u */
  double *u;              /* shape (n): figures, centred and scaled; owned */
  size_t n, room;
  double centre, scale, rounding; /* y = centre + scale u; variance of rounding of u */
  double df, sigma2;
} structural_state;

static void structural_free(void *data) {
  structural_state *state = data;
  if (state == NULL)
    return;
  free(state->u);
  free(state);
}

static void *structural_alloc(const prg_model_type *type) {
  structural_state *state = calloc(1, sizeof *state);
  if (state != NULL)
    state->type = type;
  return state;
}

static void *alloc_level(const prg_model_options *options) {
  (void)options;
  return structural_alloc(&prg_model_local_level);
}

static void *alloc_trend(const prg_model_options *options) {
  (void)options;
  return structural_alloc(&prg_model_local_trend);
}

static void *alloc_structural(const prg_model_options *options) {
  (void)options;
  return structural_alloc(&prg_model_structural);
}

/* The form for the figures; a season that they cannot tell, or that the model has not, is noted. */
static prg_structural_form form_for(const structural_state *state, const prg_series *series,
                                    prg_notes *notes) {
  const size_t m = (size_t)series->season;
  prg_structural_form plain = {.n_part = state->type == &prg_model_local_level ? 2 : 3, .m = 1};
  prg_structural_form seasonal = {.n_part = STRUCTURAL_PARTS, .m = m};
  prg_structural_run run;
  static const double even[STRUCTURAL_PARTS] = {0.25, 0.25, 0.25, 0.25};
  if (m < 2)
    return plain;
  if (state->type != &prg_model_structural)
    prg_notes_add(notes, PRG_TEXT_SMOOTHING_NO_SEASON, PRG_ARGS(prg_string(state->type->name)));
  else if (m > PRG_STRUCTURAL_SEASON_MAX)
    prg_notes_add(notes, PRG_TEXT_STRUCTURAL_SEASON_LONG,
                  PRG_ARGS(prg_integer(series->season), prg_integer(PRG_STRUCTURAL_SEASON_MAX)));
  else if (prg_series_observed(series) < prg_structural_states(&seasonal) + SPARE ||
           !prg_structural_filter(&seasonal, even, state->u, state->n, &run))
    prg_notes_add(notes, PRG_TEXT_ETS_SEASON_SHORT, PRG_ARGS(prg_integer(series->season)));
  else
    return seasonal;
  return plain;
}

static void tell(const structural_state *state, prg_notes *notes) {
  prg_structural_summary s = prg_structural_summary_of(state);
  prg_notes_add(notes, PRG_TEXT_STRUCTURAL_VARIANCES,
                PRG_ARGS(prg_number(s.level, 4), prg_number(s.slope, 4), prg_number(s.season, 4),
                         prg_number(s.noise, 4)));
  prg_notes_add(notes, PRG_TEXT_STRUCTURAL_NARROW, NULL);
}

static prg_status structural_refit(void *data, const prg_series *series, prg_notes *notes,
                                   prg_error *error) {
  structural_state *state = data;
  prg_status status = prg_figures_check(series, state->type->name, state->type->min_n, error);
  if (status != PRG_OK)
    return status;
  const double *y = prg_figures_used(series, series->n, &state->n);
  if (!prg_figures_reserve(&state->u, &state->room, state->n))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_figures_centre(y, state->n, state->u, &state->centre, &state->scale);
  state->rounding = prg_rounding_variance(prg_rounding_unit(y, state->n) / state->scale);
  const prg_structural_form form = form_for(state, series, notes);
  if (form.n_part != state->form.n_part)
    state->run.n_figures = 0;
  state->form = form;
  if (!prg_structural_search(&state->form, state->u, state->n, &state->run))
    return prg_fail(error, PRG_TEXT_TREND_NO_CONVERGENCE, PRG_ARGS(prg_string(state->type->name)));
  state->df = (double)(state->run.n_figures - prg_structural_states(&state->form));
  state->sigma2 = state->run.rss / state->df;
  tell(state, notes);
  return PRG_OK;
}

static prg_status structural_fit(void *data, const prg_series *series, prg_notes *notes,
                                 prg_error *error) {
  structural_state *state = data;
  state->run.n_figures = 0;
  return structural_refit(state, series, notes, error);
}

/* The variance h ahead, given the states' before noise: never below that of rounding. */
static double variance_of(const structural_state *state, const prg_structural_matrix *v) {
  double seen[PRG_STRUCTURAL_STATES];
  for (size_t i = 0; i < prg_structural_states(&state->form); i++)
    seen[i] = prg_structural_seen(&state->form, v->at[i]);
  double of_states = prg_structural_seen(&state->form, seen);
  double noise = state->sigma2 * state->run.weight[STRUCTURAL_NOISE];
  return fmax(noise, state->rounding) + state->sigma2 * fmax(of_states, 0);
}

static prg_status structural_predict(void *data, prg_distribution *out, prg_error *error) {
  (void)error;
  const structural_state *state = data;
  prg_structural_vector mean = state->run.end;
  prg_structural_matrix v = state->run.covariance;
  for (size_t h = 1; h <= out->horizon; h++) {
    prg_structural_advance(&state->form, mean.at);
    prg_structural_advance_covariance(&state->form, state->run.weight, &v);
    double location = state->centre + state->scale * prg_structural_seen(&state->form, mean.at);
    prg_distribution_set_student(out, h, location, state->scale * sqrt(variance_of(state, &v)),
                                 state->df);
  }
  return PRG_OK;
}

static void draw_path(const structural_state *state, const prg_structural_matrix *root,
                      gsl_rng *random, size_t horizon, double *path) {
  const size_t d = prg_structural_states(&state->form);
  const double *weight = state->run.weight;
  const double draw = state->df / gsl_ran_chisq(random, state->df);
  const double sigma = sqrt(state->sigma2 * draw);
  const double noise = fmax(state->sigma2 * weight[STRUCTURAL_NOISE], state->rounding);
  prg_structural_vector x = state->run.end;
  for (size_t j = 0; j < d; j++) {
    double z = gsl_ran_gaussian_ziggurat(random, sigma);
    for (size_t i = j; i < d; i++)
      x.at[i] += root->at[i][j] * z;
  }
  for (size_t h = 0; h < horizon; h++) {
    prg_structural_advance(&state->form, x.at);
    for (size_t part = STRUCTURAL_LEVEL; part < state->form.n_part; part++)
      x.at[part - 1] += gsl_ran_gaussian_ziggurat(random, sigma * sqrt(weight[part]));
    double u = prg_structural_seen(&state->form, x.at);
    u += gsl_ran_gaussian_ziggurat(random, sqrt(noise * draw));
    path[h] = state->centre + state->scale * u;
  }
}

static prg_status structural_paths(void *data, size_t horizon, size_t n_paths, unsigned long seed,
                                   double *path, prg_error *error) {
  const structural_state *state = data;
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  if (random == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  gsl_rng_set(random, seed);
  prg_structural_matrix root = state->run.covariance;
  prg_structural_cholesky(prg_structural_states(&state->form), &root);
  for (size_t i = 0; i < n_paths; i++)
    draw_path(state, &root, random, horizon, path + i * horizon);
  gsl_rng_free(random);
  return PRG_OK;
}

prg_structural_summary prg_structural_summary_of(const void *data) {
  const structural_state *state = data;
  const double *w = state->run.weight, unit = state->sigma2 * state->scale * state->scale;
  return (prg_structural_summary){
      .noise = w[STRUCTURAL_NOISE] * unit,
      .level = w[STRUCTURAL_LEVEL] * unit,
      .slope = w[STRUCTURAL_SLOPE] * unit,
      .season = w[STRUCTURAL_SEASON] * unit,
      .log_likelihood =
          prg_structural_log_likelihood(&state->form, &state->run) - state->df * log(state->scale),
      .n_states = prg_structural_states(&state->form),
  };
}

const prg_model_type prg_model_local_level = {
    .name = "local-level",
    .title = PRG_TEXT_STRUCTURAL_LEVEL_TITLE,
    .min_n = 1 + SPARE,
    .alloc = alloc_level,
    .free = structural_free,
    .fit = structural_fit,
    .refit = structural_refit,
    .predict = structural_predict,
    .paths = structural_paths,
};

const prg_model_type prg_model_local_trend = {
    .name = "local-trend",
    .title = PRG_TEXT_STRUCTURAL_TREND_TITLE,
    .min_n = 2 + SPARE,
    .alloc = alloc_trend,
    .free = structural_free,
    .fit = structural_fit,
    .refit = structural_refit,
    .predict = structural_predict,
    .paths = structural_paths,
};

const prg_model_type prg_model_structural = {
    .name = "structural",
    .title = PRG_TEXT_STRUCTURAL_TITLE,
    .min_n = 2 + SPARE,
    .alloc = alloc_structural,
    .free = structural_free,
    .fit = structural_fit,
    .refit = structural_refit,
    .predict = structural_predict,
    .paths = structural_paths,
};
