/*
 * The classic Theta method (Assimakopoulos & Nikolopoulos, IJF 16, 2000) in the form of Hyndman &
 * Billah (IJF 19, 2003): simple exponential smoothing with a drift d of half the least-squares
 * slope,
 *
 *   forecast h ahead = l_n + d (h − 1 + D_n),   D_t = 1 + (1 − α) D_{t−1}, D_0 = 0,
 *
 * where D_t is how far smoothing lags behind a line of slope 1 (D_n = (1 − (1−α)ⁿ)/α). A seasonal
 * series is adjusted by classical decomposition first, if its autocorrelation at the season is
 * significant at 90 per cent, as in the M3 competition: multiplicative if every figure is positive,
 * else additive.
 *
 * Assumptions and limits. α by maximum likelihood as in ses; the variance is that of Theta's own
 * one-step errors on n − 3 degrees of freedom. The intervals carry the uncertainty of l_0 and of
 * the slope, as it follows from the smoothing model, not that of α, of the seasonal indices, or of
 * the halving.
 */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>

#include "model/draw.h"
#include "model/figures.h"
#include "model/smoothing/seasonal_adjustment.h"
#include "model/smoothing/smoothing_models.h"

enum { N_PARAMETERS = 3 }; /* α, l_0, drift */

typedef struct theta_state {
  prg_smoothing_search *search;
  prg_seasonal_adjustment season;
  double *x;      /* shape (n): figures, adjusted, centred and scaled; owned */
  double *weight; /* shape (n): of the figures in the slope; owned */
  size_t n, x_room, weight_room;
  double centre, scale, unit;
  prg_smoothing_fit fit;
  double drift, drift_variance, lag; /* d, its variance for σ² = 1, D_n */
  double sigma2, df;
} theta_state;

static void theta_free(void *data) {
  theta_state *state = data;
  if (state == NULL)
    return;
  prg_smoothing_search_free(state->search);
  prg_seasonal_adjustment_clear(&state->season);
  free(state->x);
  free(state->weight);
  free(state);
}

static void *theta_alloc(const prg_model_options *options) {
  (void)options;
  theta_state *state = calloc(1, sizeof *state);
  if (state == NULL)
    return NULL;
  state->search = prg_smoothing_search_alloc(PRG_SMOOTHING_LEVEL);
  if (state->search == NULL) {
    theta_free(state);
    return NULL;
  }
  return state;
}

/* weight[t] such that the least-squares slope is Σ weight_t x_t; 0 where a figure is missing. */
static void slope_weights(const double *x, size_t n, double *weight) {
  double count = 0, mean = 0, square = 0;
  for (size_t t = 0; t < n; t++)
    if (!isnan(x[t])) {
      count++;
      mean += ((double)t - mean) / count;
    }
  for (size_t t = 0; t < n; t++)
    if (!isnan(x[t]))
      square += ((double)t - mean) * ((double)t - mean);
  for (size_t t = 0; t < n; t++)
    weight[t] = isnan(x[t]) ? 0 : ((double)t - mean) / square;
}

/*
 * d and its variance for σ² = 1: under x_t = l_0 + … + e_t + α Σ_{j<t} e_j the slope reacts to e_j
 * by w_j + α Σ_{t>j} w_t.
 */
static void set_drift(theta_state *state) {
  const size_t n = state->n;
  const double *weight = state->weight, alpha = state->fit.parameters.alpha;
  double slope = 0, later = 0, variance = 0;
  slope_weights(state->x, n, state->weight);
  for (size_t t = n; t-- > 0;) {
    if (isnan(state->x[t]))
      continue;
    double reaction = weight[t] + alpha * later;
    slope += weight[t] * state->x[t];
    variance += reaction * reaction;
    later += weight[t];
  }
  state->drift = slope / 2;
  state->drift_variance = variance / 4;
}

/* D_n, and σ² from Theta's own errors x_t − l_{t−1} − d D_{t−1}. */
static void set_variance(theta_state *state) {
  const double alpha = state->fit.parameters.alpha;
  double level = state->fit.start[0], lag = 0, sse = 0;
  for (size_t t = 0; t < state->n; t++) {
    bool seen = !isnan(state->x[t]);
    double e = seen ? state->x[t] - level : 0, own = seen ? e - state->drift * lag : 0;
    sse += own * own;
    level += alpha * e;
    lag = 1 + (seen ? 1 - alpha : 1) * lag;
  }
  state->lag = lag;
  state->df = (double)(state->fit.n - N_PARAMETERS);
  state->sigma2 = sse / state->df;
}

static prg_status theta_refit(void *data, const prg_series *series, prg_notes *notes,
                              prg_error *error) {
  theta_state *state = data;
  prg_status status = prg_figures_check(series, prg_model_theta.name, prg_model_theta.min_n, error);
  if (status != PRG_OK)
    return status;
  const double *y = prg_figures_used(series, series->n, &state->n);
  if (!prg_figures_reserve(&state->x, &state->x_room, state->n) ||
      !prg_figures_reserve(&state->weight, &state->weight_room, state->n) ||
      !prg_seasonal_adjust(&state->season, y, state->n, (size_t)series->season, state->x))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  state->unit = prg_rounding_unit(y, state->n);
  prg_figures_centre(state->x, state->n, state->x, &state->centre, &state->scale);
  prg_smoothing_search_run(state->search, state->x, state->n, &state->fit);
  set_drift(state);
  set_variance(state);
  if (state->season.adjusted)
    prg_notes_add(notes, PRG_TEXT_THETA_SEASON_REMOVED, PRG_ARGS(prg_integer(series->season)));
  return PRG_OK;
}

static prg_status theta_fit(void *data, const prg_series *series, prg_notes *notes,
                            prg_error *error) {
  theta_state *state = data;
  state->fit.n = 0;
  return theta_refit(state, series, notes, error);
}

/* The variance of rounding on the scale of x. */
static double rounding_variance(const theta_state *state) {
  return prg_rounding_variance(state->unit / state->scale);
}

/*
 * Variance h ahead: σ² ((h−1) α² + r² V + (h − 1 + D_n)² var d) + max(σ², rounding), r and V being
 * the response of l_n to l_0 and the variance of l_0.
 */
static prg_status theta_predict(void *data, prg_distribution *out, prg_error *error) {
  (void)error;
  const theta_state *state = data;
  const double alpha = state->fit.parameters.alpha, r = state->fit.response[0][0];
  const double noise = fmax(state->sigma2, rounding_variance(state));
  for (size_t h = 1; h <= out->horizon; h++) {
    double ahead = (double)(h - 1), steps = ahead + state->lag, factor, term;
    double start = r * r * state->fit.covariance[0][0] + steps * steps * state->drift_variance;
    double variance = noise + state->sigma2 * (ahead * alpha * alpha + start);
    double x = state->centre + state->scale * (state->fit.end[0] + steps * state->drift);
    prg_seasonal_adjustment_undo(&state->season, h, &factor, &term);
    prg_distribution_set_student(out, h, factor * x + term, factor * state->scale * sqrt(variance),
                                 state->df);
  }
  return PRG_OK;
}

static void draw_path(const void *fitted, gsl_rng *random, size_t horizon, double *path) {
  const theta_state *state = fitted;
  const double alpha = state->fit.parameters.alpha;
  const double sigma = sqrt(state->sigma2 * state->df / gsl_ran_chisq(random, state->df));
  const double rounding = sqrt(fmax(0, rounding_variance(state) - sigma * sigma));
  double end[2];
  prg_smoothing_draw_end(&state->fit, sigma, random, end);
  double drift_error = gsl_ran_gaussian_ziggurat(random, sigma * sqrt(state->drift_variance));
  double drift = state->drift + drift_error;
  for (size_t h = 1; h <= horizon; h++) {
    double steps = (double)(h - 1) + state->lag, factor, term;
    double e = gsl_ran_gaussian_ziggurat(random, sigma);
    double x = end[0] + steps * drift + e + gsl_ran_gaussian_ziggurat(random, rounding);
    end[0] += alpha * e;
    prg_seasonal_adjustment_undo(&state->season, h, &factor, &term);
    path[h - 1] = factor * (state->centre + state->scale * x) + term;
  }
}

static prg_status theta_paths(void *data, size_t horizon, size_t n_paths, unsigned long seed,
                              double *path, prg_error *error) {
  return prg_draw_paths(draw_path, data, horizon, n_paths, seed, path, error);
}

prg_smoothing_summary prg_theta_summary_of(const void *data) {
  const theta_state *state = data;
  return (prg_smoothing_summary){
      .alpha = state->fit.parameters.alpha,
      .level = state->centre + state->scale * state->fit.start[0],
      .slope = state->scale * state->drift,
      .sigma2 = state->sigma2 * state->scale * state->scale,
      .df = state->df,
      .log_likelihood = prg_smoothing_log_likelihood(&state->fit, state->scale),
  };
}

const prg_model_type prg_model_theta = {
    .name = "theta",
    .title = PRG_TEXT_SMOOTHING_THETA_TITLE,
    .min_n = N_PARAMETERS + 2,
    .alloc = theta_alloc,
    .free = theta_free,
    .fit = theta_fit,
    .refit = theta_refit,
    .predict = theta_predict,
    .paths = theta_paths,
};
