/*
 * Simple exponential smoothing, Holt's linear and damped trend: ETS(A,N,N), (A,A,N), (A,Ad,N) by
 * maximum likelihood.
 *
 * Assumptions and limits. Additive normal errors of constant variance, no season. The intervals
 * carry the uncertainty of the starting states and of σ² (Student-t with n − parameters degrees of
 * freedom), not that of the smoothing parameters. Reference: Hyndman, Koehler, Ord, Snyder,
 * Forecasting with Exponential Smoothing, 2008, ch. 5 and 6.
 */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>

#include "model/draw.h"
#include "model/figures.h"
#include "model/smoothing/smoothing_models.h"

enum { LEVEL, SLOPE };

typedef struct smoothing_state {
  const prg_model_type *type;
  size_t n_parameters; /* smoothing parameters and starting states */
  prg_smoothing_search *search;
  double *u; /* figures, centred and scaled: y = centre + scale · u; owned */
  size_t n, room;
  double centre, scale, unit;
  prg_smoothing_fit fit;
  double sigma2, df; /* of u */
} smoothing_state;

static void smoothing_free(void *data) {
  smoothing_state *state = data;
  if (state == NULL)
    return;
  prg_smoothing_search_free(state->search);
  free(state->u);
  free(state);
}

static void *smoothing_alloc(const prg_model_type *type, prg_smoothing_form form) {
  static const size_t n_parameters[] = {[PRG_SMOOTHING_LEVEL] = 2, /* α, l_0 */
                                        [PRG_SMOOTHING_SLOPE] = 4, /* + β, b_0 */
                                        [PRG_SMOOTHING_DAMPED] = 5 /* + φ */};
  smoothing_state *state = calloc(1, sizeof *state);
  if (state == NULL)
    return NULL;
  state->type = type;
  state->n_parameters = n_parameters[form];
  state->search = prg_smoothing_search_alloc(form);
  if (state->search == NULL) {
    smoothing_free(state);
    return NULL;
  }
  return state;
}

static void *ses_alloc(const prg_model_options *options) {
  (void)options;
  return smoothing_alloc(&prg_model_ses, PRG_SMOOTHING_LEVEL);
}

static void *holt_alloc(const prg_model_options *options) {
  (void)options;
  return smoothing_alloc(&prg_model_holt, PRG_SMOOTHING_SLOPE);
}

static void *damped_alloc(const prg_model_options *options) {
  (void)options;
  return smoothing_alloc(&prg_model_damped, PRG_SMOOTHING_DAMPED);
}

static prg_status smoothing_refit(void *data, const prg_series *series, prg_notes *notes,
                                  prg_error *error) {
  smoothing_state *state = data;
  prg_status status = prg_figures_check(series, state->type->name, state->type->min_n, error);
  if (status != PRG_OK)
    return status;
  const double *y = prg_figures_used(series, series->n, &state->n);
  if (!prg_figures_reserve(&state->u, &state->room, state->n))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_figures_centre(y, state->n, state->u, &state->centre, &state->scale);
  state->unit = prg_rounding_unit(y, state->n);
  prg_smoothing_search_run(state->search, state->u, state->n, &state->fit);
  state->df = (double)(state->fit.n - state->n_parameters);
  state->sigma2 = state->fit.sse / state->df;
  if (series->season > 1)
    prg_notes_add(notes, PRG_TEXT_SMOOTHING_NO_SEASON, PRG_ARGS(prg_string(state->type->name)));
  return PRG_OK;
}

static prg_status smoothing_fit(void *data, const prg_series *series, prg_notes *notes,
                                prg_error *error) {
  smoothing_state *state = data;
  state->fit.n = 0;
  return smoothing_refit(state, series, notes, error);
}

/* The variance of rounding on the scale of u. */
static double rounding_variance(const smoothing_state *state) {
  return prg_rounding_variance(state->unit / state->scale);
}

/*
 * h ahead, with P = φ + … + φ^h and g = (1, P) · response:
 *   mean l_n + P b_n, variance σ² (Σ_{j<h} (α + β (φ + … + φ^j))² + g V g') + max(σ², rounding).
 */
static prg_status smoothing_predict(void *data, prg_distribution *out, prg_error *error) {
  (void)error;
  const smoothing_state *state = data;
  const prg_smoothing_fit *fit = &state->fit;
  const prg_smoothing_parameters *p = &fit->parameters;
  const double noise = fmax(state->sigma2, rounding_variance(state));
  double power = 1, steps = 0, reactions = 0;
  for (size_t h = 1; h <= out->horizon; h++) {
    power *= p->phi;
    steps += power;
    double g[2], start = 0;
    for (int j = 0; j < 2; j++)
      g[j] = fit->response[LEVEL][j] + steps * fit->response[SLOPE][j];
    for (int i = 0; i < 2; i++)
      for (int j = 0; j < 2; j++)
        start += g[i] * fit->covariance[i][j] * g[j];
    double location = state->centre + state->scale * (fit->end[LEVEL] + steps * fit->end[SLOPE]);
    double variance = noise + state->sigma2 * (reactions + start);
    prg_distribution_set_student(out, h, location, state->scale * sqrt(variance), state->df);
    double c = p->alpha + p->beta * steps;
    reactions += c * c;
  }
  return PRG_OK;
}

static void draw_path(const void *fitted, gsl_rng *random, size_t horizon, double *path) {
  const smoothing_state *state = fitted;
  const prg_smoothing_parameters *p = &state->fit.parameters;
  const double sigma = sqrt(state->sigma2 * state->df / gsl_ran_chisq(random, state->df));
  const double rounding = sqrt(fmax(0, rounding_variance(state) - sigma * sigma));
  double end[2];
  prg_smoothing_draw_end(&state->fit, sigma, random, end);
  for (size_t h = 0; h < horizon; h++) {
    double e = gsl_ran_gaussian_ziggurat(random, sigma), damped = p->phi * end[SLOPE];
    double u = end[LEVEL] + damped + e + gsl_ran_gaussian_ziggurat(random, rounding);
    end[LEVEL] += damped + p->alpha * e;
    end[SLOPE] = damped + p->beta * e;
    path[h] = state->centre + state->scale * u;
  }
}

static prg_status smoothing_paths(void *data, size_t horizon, size_t n_paths, unsigned long seed,
                                  double *path, prg_error *error) {
  return prg_draw_paths(draw_path, data, horizon, n_paths, seed, path, error);
}

prg_smoothing_summary prg_smoothing_summary_of(const void *data) {
  const smoothing_state *state = data;
  const prg_smoothing_fit *fit = &state->fit;
  return (prg_smoothing_summary){
      .alpha = fit->parameters.alpha,
      .beta = fit->parameters.beta,
      .phi = fit->parameters.phi,
      .level = state->centre + state->scale * fit->start[LEVEL],
      .slope = state->scale * fit->start[SLOPE],
      .sigma2 = state->sigma2 * state->scale * state->scale,
      .df = state->df,
      .log_likelihood = prg_smoothing_log_likelihood(fit, state->scale),
  };
}

/* min_n leaves two degrees of freedom: with one the intervals have no end. */
const prg_model_type prg_model_ses = {
    .name = "ses",
    .title = PRG_TEXT_SMOOTHING_SES_TITLE,
    .min_n = 4,
    .alloc = ses_alloc,
    .free = smoothing_free,
    .fit = smoothing_fit,
    .refit = smoothing_refit,
    .predict = smoothing_predict,
    .paths = smoothing_paths,
};

const prg_model_type prg_model_holt = {
    .name = "holt",
    .title = PRG_TEXT_SMOOTHING_HOLT_TITLE,
    .min_n = 6,
    .alloc = holt_alloc,
    .free = smoothing_free,
    .fit = smoothing_fit,
    .refit = smoothing_refit,
    .predict = smoothing_predict,
    .paths = smoothing_paths,
};

const prg_model_type prg_model_damped = {
    .name = "damped",
    .title = PRG_TEXT_SMOOTHING_DAMPED_TITLE,
    .min_n = 7,
    .alloc = damped_alloc,
    .free = smoothing_free,
    .fit = smoothing_fit,
    .refit = smoothing_refit,
    .predict = smoothing_predict,
    .paths = smoothing_paths,
};
