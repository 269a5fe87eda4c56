/*
 * The dynamic optimised Theta model (DOTM): Theta whose line is fitted anew at every figure and
 * whose θ is estimated, in state-space form,
 *
 *   y_t = μ_t + ε_t,   l_t = α y_t + (1 − α) l_{t−1},
 *   μ_t = l_{t−1} + (1 − 1/θ) [(1 − α)^{t−1} A_{t−1} + (1 − (1 − α)^t)/α · B_{t−1}],
 *
 * A_t + B_t s being the least-squares line through y_1 … y_t in s = 1 … t (A_1 = y_1, B_1 = 0).
 * Forecasts replace what is not yet known by what was forecast. θ = 2 with the whole series' line
 * is the classic Theta method.
 *
 * Given α, the errors are linear in l_0 and ω = 1 − 1/θ: these are found exactly, under 0 ≤ ω ≤ 1,
 * by least squares, and α by a grid and golden sections, 0.1 ≤ α ≤ 0.99. As in the paper the errors
 * of the first two figures do not count: the line has not been there. A missing period leaves line
 * and level as they were; the powers of 1 − α count figures, the lag grows by the period.
 *
 * Assumptions and limits. Normal errors of constant variance, Student t on n − 2 − parameters
 * degrees of freedom. The intervals carry the uncertainty of l_0 and ω, not that of α or of the
 * seasonal indices.
 *
 * Reference: Fiorucci, Pellegrini, Louzada, Petropoulos, Koehler, Int. J. Forecasting 32, 2016.
 */
#include "model/smoothing/dotm.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>

#include "model/draw.h"
#include "model/figures.h"
#include "model/smoothing/seasonal_adjustment.h"

enum { LEVEL, OMEGA, COEFFICIENTS, N_PARAMETERS = 3, WARM_UP = 2, SPARE = 2 };
static const double ALPHA_MIN = 0.1, ALPHA_MAX = 0.99;

/* Where the recursion has come to. The line is kept by running moments of time and figure. */
typedef struct dotm_place {
  double alpha;
  double t;                                      /* periods passed */
  double count, mean_t, mean_y, square, product; /* figures, their moments */
  double level[2];                               /* l = level[0] + l_0 level[1] */
  double power, lag; /* (1 − α)^figures, and D: the lag of smoothing */
} dotm_place;

typedef struct dotm_state {
  prg_seasonal_adjustment season;
  double *x; /* shape (n): figures, adjusted, centred and scaled; owned */
  size_t n, n_figures, x_room;
  double centre, scale, unit;
  dotm_place end;
  double coefficient[COEFFICIENTS];        /* l_0, ω */
  double root[COEFFICIENTS][COEFFICIENTS]; /* lower triangle: their covariance for σ² = 1 */
  double sse, df, sigma2;
} dotm_state;

static dotm_place begin_at(double alpha) {
  return (dotm_place){.alpha = alpha, .level = {0, 1}, .power = 1, .lag = 1};
}

/* What ω multiplies in the next period's μ. */
static double line_part(const dotm_place *p) {
  double slope = p->square > 0 ? p->product / p->square : 0;
  double intercept = p->mean_y - slope * p->mean_t;
  return p->power * intercept + p->lag * slope;
}

static double predicted(const dotm_place *p, const double coefficient[COEFFICIENTS]) {
  return p->level[0] + coefficient[LEVEL] * p->level[1] + coefficient[OMEGA] * line_part(p);
}

/* One period on, with its figure. */
static void step(dotm_place *p, double y) {
  p->t++;
  p->count++;
  double time = p->t - p->mean_t, figure = y - p->mean_y;
  p->mean_t += time / p->count;
  p->mean_y += figure / p->count;
  p->square += time * (p->t - p->mean_t);
  p->product += time * (y - p->mean_y);
  p->level[0] += p->alpha * (y - p->level[0]);
  p->level[1] *= 1 - p->alpha;
  p->power *= 1 - p->alpha;
  p->lag = 1 + (1 - p->alpha) * p->lag;
}

static void skip(dotm_place *p) {
  p->t++;
  p->lag++;
}

/* The sums of the regression of y − level[0] on level[1] and the line's part. */
typedef struct sums {
  double xx[COEFFICIENTS][COEFFICIENTS], xy[COEFFICIENTS], yy;
} sums;

static sums accumulate(const dotm_state *state, double alpha, dotm_place *end) {
  sums s = {0};
  *end = begin_at(alpha);
  for (size_t t = 0; t < state->n; t++) {
    if (isnan(state->x[t])) {
      skip(end);
      continue;
    }
    if (end->count >= WARM_UP) {
      const double x[] = {end->level[1], line_part(end)}, y = state->x[t] - end->level[0];
      s.yy += y * y;
      for (int i = 0; i < COEFFICIENTS; i++) {
        s.xy[i] += x[i] * y;
        for (int j = 0; j < COEFFICIENTS; j++)
          s.xx[i][j] += x[i] * x[j];
      }
    }
    step(end, state->x[t]);
  }
  return s;
}

/* The best l_0 for ω; 0 where the figures say nothing of it. */
static double level_for(const sums *s, double omega) {
  return s->xx[LEVEL][LEVEL] > 0
             ? (s->xy[LEVEL] - omega * s->xx[LEVEL][OMEGA]) / s->xx[LEVEL][LEVEL]
             : 0;
}

/* Σ e² for given coefficients, from the figures: from the sums it would be rounding. */
static double squares(const dotm_state *state, double alpha, const double *coefficient) {
  dotm_place p = begin_at(alpha);
  double sse = 0;
  for (size_t t = 0; t < state->n; t++) {
    if (isnan(state->x[t])) {
      skip(&p);
      continue;
    }
    double e = p.count >= WARM_UP ? state->x[t] - predicted(&p, coefficient) : 0;
    sse += e * e;
    step(&p, state->x[t]);
  }
  return sse;
}

/* The best coefficients for α: ω by elimination of l_0, cut to [0, 1]. Returns Σ e². */
static double solve(const dotm_state *state, double alpha, double coefficient[COEFFICIENTS]) {
  dotm_place end;
  sums s = accumulate(state, alpha, &end);
  double by_level = s.xx[LEVEL][LEVEL] > 0 ? s.xx[LEVEL][OMEGA] / s.xx[LEVEL][LEVEL] : 0;
  double own = s.xx[OMEGA][OMEGA] - by_level * s.xx[LEVEL][OMEGA];
  static const double rtol = 1e-12; /* below, the line tells nothing that the level does not */
  double omega =
      own > rtol * s.xx[OMEGA][OMEGA] ? (s.xy[OMEGA] - by_level * s.xy[LEVEL]) / own : 0.5;
  coefficient[OMEGA] = fmin(fmax(omega, 0), 1);
  coefficient[LEVEL] = level_for(&s, coefficient[OMEGA]);
  return squares(state, alpha, coefficient);
}

/* The α of least Σ e² between the neighbours of the best point of a grid. */
static double search_alpha(const dotm_state *state) {
  enum { POINTS = 32 };
  static const double golden = 0.6180339887498949, narrow = 1e-7;
  double best = INFINITY, at = ALPHA_MIN, width = (ALPHA_MAX - ALPHA_MIN) / POINTS, c[COEFFICIENTS];
  for (int i = 0; i <= POINTS; i++) {
    double alpha = ALPHA_MIN + i * width, sse = solve(state, alpha, c);
    if (sse < best) {
      best = sse;
      at = alpha;
    }
  }
  double low = fmax(at - width, ALPHA_MIN), high = fmin(at + width, ALPHA_MAX);
  double a = high - golden * (high - low), b = low + golden * (high - low);
  double fa = solve(state, a, c), fb = solve(state, b, c);
  while (high - low > narrow) {
    if (fa <= fb) {
      high = b, b = a, fb = fa;
      a = high - golden * (high - low), fa = solve(state, a, c);
    } else {
      low = a, a = b, fa = fb;
      b = low + golden * (high - low), fb = solve(state, b, c);
    }
  }
  double found = (low + high) / 2;
  return solve(state, found, c) < best ? found : at;
}

/* root rootᵀ = (XᵀX)⁻¹; a coefficient at its bound, or of which nothing is known, is taken as
 * known. */
static void set_covariance(dotm_state *state, const sums *s) {
  static const double rtol = 1e-12;
  const double a = s->xx[LEVEL][LEVEL], b = s->xx[LEVEL][OMEGA], c = s->xx[OMEGA][OMEGA];
  double omega = state->coefficient[OMEGA], determinant = a * c - b * b;
  bool free_level = a > 0, free_omega = omega > 0 && omega < 1 && determinant > rtol * a * c;
  double(*root)[COEFFICIENTS] = state->root;
  root[0][0] = root[1][0] = root[0][1] = root[1][1] = 0;
  if (free_level)
    root[0][0] = free_omega ? sqrt(c / determinant) : sqrt(1 / a);
  if (free_level && free_omega) {
    root[1][0] = -b / determinant / root[0][0];
    root[1][1] = sqrt(1 / c);
  }
}

static void dotm_free(void *data) {
  dotm_state *state = data;
  if (state == NULL)
    return;
  prg_seasonal_adjustment_clear(&state->season);
  free(state->x);
  free(state);
}

static void *dotm_alloc(const prg_model_options *options) {
  (void)options;
  return calloc(1, sizeof(dotm_state));
}

static prg_status dotm_fit(void *data, const prg_series *series, prg_notes *notes,
                           prg_error *error) {
  dotm_state *state = data;
  prg_status status = prg_figures_check(series, prg_model_dotm.name, prg_model_dotm.min_n, error);
  if (status != PRG_OK)
    return status;
  const double *y = prg_figures_used(series, series->n, &state->n);
  if (!prg_figures_reserve(&state->x, &state->x_room, state->n) ||
      !prg_seasonal_adjust(&state->season, y, state->n, (size_t)series->season, state->x))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  state->n_figures = prg_series_observed(series);
  state->unit = prg_rounding_unit(y, state->n);
  prg_figures_centre(state->x, state->n, state->x, &state->centre, &state->scale);
  double alpha = search_alpha(state);
  state->sse = solve(state, alpha, state->coefficient);
  sums s = accumulate(state, alpha, &state->end);
  set_covariance(state, &s);
  state->df = (double)(state->n_figures - WARM_UP - N_PARAMETERS);
  state->sigma2 = state->sse / state->df;
  prg_dotm_summary found = prg_dotm_summary_of(state);
  if (state->season.adjusted)
    prg_notes_add(notes, PRG_TEXT_THETA_SEASON_REMOVED, PRG_ARGS(prg_integer(series->season)));
  prg_notes_add(notes, PRG_TEXT_DOTM_FOUND,
                PRG_ARGS(prg_number(found.alpha, 3), prg_number(state->coefficient[OMEGA], 3)));
  return PRG_OK;
}

/* The forecasts, with `shock` added to the figure of the period `shocked` (0: to none). */
static void trace(const dotm_state *state, const double *coefficient, size_t shocked, double shock,
                  size_t horizon, double *x) {
  dotm_place p = state->end;
  for (size_t h = 1; h <= horizon; h++) {
    x[h - 1] = predicted(&p, coefficient);
    step(&p, x[h - 1] + (h == shocked ? shock : 0));
  }
}

/* The variance of rounding on the scale of x. */
static double rounding_variance(const dotm_state *state) {
  return prg_rounding_variance(state->unit / state->scale);
}

/*
 * variance[h] += (the response to one standard error of each coefficient)², and to a unit error of
 * each earlier period: the forecasts are linear in the errors, and nearly so in the coefficients.
 */
static void add_responses(const dotm_state *state, size_t horizon, const double *mean,
                          double *moved, double *variance) {
  static const double small = 1e-4;
  for (int j = 0; j < COEFFICIENTS; j++) {
    double coefficient[] = {state->coefficient[0] + small * state->root[0][j],
                            state->coefficient[1] + small * state->root[1][j]};
    trace(state, coefficient, 0, 0, horizon, moved);
    for (size_t h = 0; h < horizon; h++)
      variance[h] += pow((moved[h] - mean[h]) / small, 2);
  }
  for (size_t k = 1; k < horizon; k++) {
    trace(state, state->coefficient, k, 1, horizon, moved);
    for (size_t h = k; h < horizon; h++)
      variance[h] += (moved[h] - mean[h]) * (moved[h] - mean[h]);
  }
}

static prg_status dotm_predict(void *data, prg_distribution *out, prg_error *error) {
  const dotm_state *state = data;
  const size_t horizon = out->horizon;
  double *mean = calloc(3 * horizon, sizeof *mean);
  if (mean == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  double *moved = mean + horizon, *variance = moved + horizon;
  trace(state, state->coefficient, 0, 0, horizon, mean);
  add_responses(state, horizon, mean, moved, variance);
  const double noise = fmax(state->sigma2, rounding_variance(state));
  for (size_t h = 1; h <= horizon; h++) {
    double factor, term, sd = state->scale * sqrt(noise + state->sigma2 * variance[h - 1]);
    prg_seasonal_adjustment_undo(&state->season, h, &factor, &term);
    prg_distribution_set_student(out, h,
                                 factor * (state->centre + state->scale * mean[h - 1]) + term,
                                 factor * sd, state->df);
  }
  free(mean);
  return PRG_OK;
}

static void draw_path(const void *fitted, gsl_rng *random, size_t horizon, double *path) {
  const dotm_state *state = fitted;
  const double sigma = sqrt(state->sigma2 * state->df / gsl_ran_chisq(random, state->df));
  const double rounding = sqrt(fmax(0, rounding_variance(state) - sigma * sigma));
  const double z[] = {gsl_ran_gaussian_ziggurat(random, sigma),
                      gsl_ran_gaussian_ziggurat(random, sigma)};
  double coefficient[COEFFICIENTS], factor, term;
  for (int i = 0; i < COEFFICIENTS; i++)
    coefficient[i] = state->coefficient[i] + state->root[i][0] * z[0] + state->root[i][1] * z[1];
  dotm_place p = state->end;
  for (size_t h = 1; h <= horizon; h++) {
    double x = predicted(&p, coefficient) + gsl_ran_gaussian_ziggurat(random, sigma);
    step(&p, x);
    x += gsl_ran_gaussian_ziggurat(random, rounding);
    prg_seasonal_adjustment_undo(&state->season, h, &factor, &term);
    path[h - 1] = factor * (state->centre + state->scale * x) + term;
  }
}

static prg_status dotm_paths(void *data, size_t horizon, size_t n_paths, unsigned long seed,
                             double *path, prg_error *error) {
  return prg_draw_paths(draw_path, data, horizon, n_paths, seed, path, error);
}

prg_dotm_summary prg_dotm_summary_of(const void *data) {
  const dotm_state *state = data;
  return (prg_dotm_summary){
      .alpha = state->end.alpha,
      .theta = state->coefficient[OMEGA] < 1 ? 1 / (1 - state->coefficient[OMEGA]) : INFINITY,
      /* the line's intercept moves with the centre, too: (1 − ω) centre is left to l_0 */
      .level = state->centre * (1 - state->coefficient[OMEGA]) +
               state->scale * state->coefficient[LEVEL],
      .sse = state->sse * state->scale * state->scale,
      .df = state->df,
  };
}

const prg_model_type prg_model_dotm = {
    .name = "dotm",
    .title = PRG_TEXT_DOTM_TITLE,
    .min_n = WARM_UP + N_PARAMETERS + SPARE,
    .alloc = dotm_alloc,
    .free = dotm_free,
    .fit = dotm_fit,
    .predict = dotm_predict,
    .paths = dotm_paths,
};
