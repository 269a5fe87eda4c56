#include "model/smoothing/smoothing_core.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_multimin.h>
#include <gsl/gsl_randist.h>

enum { LEVEL, SLOPE, STATES };

/* The sums of the regression of the zero-start errors on the responses to the unit starts. */
typedef struct response_sums {
  size_t n;
  double ee, xx[STATES][STATES], xe[STATES];
  double end[STATES], response[STATES][STATES];
} response_sums;

static void step(const prg_smoothing_parameters *p, double error, double state[STATES]) {
  double damped = p->phi * state[SLOPE];
  state[LEVEL] += damped + p->alpha * error;
  state[SLOPE] = damped + p->beta * error;
}

static double predicted(const prg_smoothing_parameters *p, const double state[STATES]) {
  return state[LEVEL] + p->phi * state[SLOPE];
}

static void accumulate(const prg_smoothing_parameters *p, const double *y, size_t n,
                       response_sums *sums) {
  double state[STATES] = {0, 0}, unit[STATES][STATES] = {{1, 0}, {0, 1}};
  *sums = (response_sums){0};
  for (size_t t = 0; t < n; t++) {
    bool seen = !isnan(y[t]);
    double e = seen ? y[t] - predicted(p, state) : 0, x[STATES];
    for (int i = 0; i < STATES; i++)
      x[i] = seen ? predicted(p, unit[i]) : 0;
    sums->n += seen;
    sums->ee += e * e;
    for (int i = 0; i < STATES; i++) {
      sums->xe[i] += x[i] * e;
      for (int j = i; j < STATES; j++)
        sums->xx[i][j] += x[i] * x[j];
      step(p, -x[i], unit[i]);
    }
    step(p, e, state);
  }
  for (int i = 0; i < STATES; i++) {
    sums->end[i] = state[i];
    for (int j = 0; j < STATES; j++)
      sums->response[i][j] = unit[j][i];
  }
}

/* (l_0, b_0) from the normal equations, the slope's column made orthogonal to the level's first.
 * Returns Σ e² by what the regression explains. */
static double solve(const response_sums *sums, double start[STATES],
                    double covariance[STATES][STATES]) {
  static const double independent = 1e-13; /* share of a column that is not the other's multiple */
  const double a = sums->xx[LEVEL][LEVEL], b = sums->xx[LEVEL][SLOPE];
  const double rest = sums->xx[SLOPE][SLOPE] - b * b / a;
  memset(covariance, 0, STATES * sizeof covariance[0]);
  double slope = 0, explained = sums->xe[LEVEL] * sums->xe[LEVEL] / a;
  if (rest > independent * sums->xx[SLOPE][SLOPE]) {
    double own = sums->xe[SLOPE] - b / a * sums->xe[LEVEL];
    slope = own / rest;
    explained += own * slope;
    covariance[SLOPE][SLOPE] = 1 / rest;
    covariance[LEVEL][SLOPE] = covariance[SLOPE][LEVEL] = -b / a / rest;
  }
  covariance[LEVEL][LEVEL] = 1 / a + b / a * (b / a) * covariance[SLOPE][SLOPE];
  start[LEVEL] = (sums->xe[LEVEL] - b * slope) / a;
  start[SLOPE] = slope;
  return fmax(sums->ee - explained, 0);
}

void prg_smoothing_concentrate(prg_smoothing_parameters parameters, const double *y, size_t n,
                               prg_smoothing_fit *fit) {
  response_sums sums;
  accumulate(&parameters, y, n, &sums);
  *fit = (prg_smoothing_fit){.parameters = parameters, .n = sums.n};
  solve(&sums, fit->start, fit->covariance);
  memcpy(fit->response, sums.response, sizeof fit->response);
  memcpy(fit->end, fit->start, sizeof fit->end);
  for (size_t t = 0; t < n; t++) {
    double e = isnan(y[t]) ? 0 : y[t] - predicted(&parameters, fit->end);
    fit->sse += e * e;
    step(&parameters, e, fit->end);
  }
}

static const double alpha_min = 1e-4, alpha_max = 0.9999, beta_min = 1e-4;
static const double phi_min = 0.8, phi_max = 0.98;

struct prg_smoothing_search {
  prg_smoothing_form form;
  const double *y;
  size_t n;
  gsl_multimin_fminimizer *minimizer;
  gsl_vector *start, *size;
};

void prg_smoothing_search_free(prg_smoothing_search *search) {
  if (search == NULL)
    return;
  if (search->minimizer != NULL)
    gsl_multimin_fminimizer_free(search->minimizer);
  gsl_vector_free(search->start);
  gsl_vector_free(search->size);
  free(search);
}

prg_smoothing_search *prg_smoothing_search_alloc(prg_smoothing_form form) {
  prg_smoothing_search *search = calloc(1, sizeof *search);
  if (search == NULL)
    return NULL;
  const size_t dimensions = (size_t)form + 1;
  search->form = form;
  search->minimizer = gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, dimensions);
  search->start = gsl_vector_alloc(dimensions);
  search->size = gsl_vector_alloc(dimensions);
  if (search->minimizer == NULL || search->start == NULL || search->size == NULL) {
    prg_smoothing_search_free(search);
    return NULL;
  }
  return search;
}

static double within(double x, double lower, double upper) {
  return fmax(lower, fmin(x, upper));
}

static double excess(double x, double lower, double upper) {
  return fabs(x - within(x, lower, upper));
}

/* A point of the search is (α, β/α, φ), as many as the form has; outside the bounds it stands for
 * the nearest point within. */
static prg_smoothing_parameters parameters_at(const gsl_vector *point, prg_smoothing_form form) {
  prg_smoothing_parameters p = {within(gsl_vector_get(point, 0), alpha_min, alpha_max), 0, 0};
  if (form >= PRG_SMOOTHING_SLOPE) {
    p.beta = fmax(beta_min, within(gsl_vector_get(point, 1), 0, 1) * p.alpha);
    p.phi = 1;
  }
  if (form == PRG_SMOOTHING_DAMPED)
    p.phi = within(gsl_vector_get(point, 2), phi_min, phi_max);
  return p;
}

/* How far outside the bounds a point lies. */
static double outside(const gsl_vector *point, prg_smoothing_form form) {
  double sum = excess(gsl_vector_get(point, 0), alpha_min, alpha_max);
  if (form >= PRG_SMOOTHING_SLOPE)
    sum += excess(gsl_vector_get(point, 1), 0, 1);
  if (form == PRG_SMOOTHING_DAMPED)
    sum += excess(gsl_vector_get(point, 2), phi_min, phi_max);
  return sum;
}

/* Σ e², made to rise outside the bounds, so that a simplex shrinks onto them. */
static double objective(const gsl_vector *point, void *data) {
  const prg_smoothing_search *search = data;
  prg_smoothing_parameters parameters = parameters_at(point, search->form);
  response_sums sums;
  double start[STATES], covariance[STATES][STATES];
  accumulate(&parameters, search->y, search->n, &sums);
  return solve(&sums, start, covariance) * (1 + outside(point, search->form));
}

/* Nelder–Mead from search->start, where it leaves the point it finds; returns its Σ e². */
static double descend(prg_smoothing_search *search) {
  enum { ITERATIONS = 300 };
  static const double first_size = 0.05, last_size = 1e-8;
  gsl_multimin_function function = {objective, search->start->size, search};
  gsl_vector_set_all(search->size, first_size);
  gsl_multimin_fminimizer_set(search->minimizer, &function, search->start, search->size);
  for (int i = 0; i < ITERATIONS; i++)
    if (gsl_multimin_fminimizer_iterate(search->minimizer) != GSL_SUCCESS ||
        gsl_multimin_fminimizer_size(search->minimizer) < last_size)
      break;
  gsl_vector_memcpy(search->start, search->minimizer->x);
  return search->minimizer->fval;
}

static const double alpha_grid[] = {0.0001, 0.02, 0.06, 0.12, 0.2, 0.32, 0.45, 0.6, 0.8, 0.9999};
static const double ratio_grid[] = {0, 0.03, 0.1, 0.25, 0.55, 1};
static const double phi_grid[] = {0.8, 0.88, 0.94, 0.98};
enum { ALPHAS = 10, RATIOS = 6, PHIS = 4, STARTS = 4 };

typedef struct grid_point {
  double coordinate[3], sse;
} grid_point;

/* Keeps the best STARTS points of the grid, best first. */
static size_t scan(prg_smoothing_search *search, grid_point best[STARTS]) {
  const size_t ratios = search->form >= PRG_SMOOTHING_SLOPE ? RATIOS : 1;
  const size_t phis = search->form == PRG_SMOOTHING_DAMPED ? PHIS : 1;
  size_t kept = 0;
  for (size_t i = 0; i < ALPHAS * ratios * phis; i++) {
    grid_point point = {
        {alpha_grid[i % ALPHAS], ratio_grid[i / ALPHAS % ratios], phi_grid[i / ALPHAS / ratios]},
        0};
    for (size_t d = 0; d < search->start->size; d++)
      gsl_vector_set(search->start, d, point.coordinate[d]);
    point.sse = objective(search->start, search);
    size_t place = kept < STARTS ? kept++ : STARTS;
    for (; place > 0 && point.sse < best[place - 1].sse; place--)
      if (place < STARTS)
        best[place] = best[place - 1];
    if (place < STARTS)
      best[place] = point;
  }
  return kept;
}

/* Nelder–Mead from a point, where it leaves its best one. The second descent starts with a fresh
 * simplex where the first may have collapsed. */
static void improve(prg_smoothing_search *search, grid_point *point) {
  for (size_t d = 0; d < search->start->size; d++)
    gsl_vector_set(search->start, d, point->coordinate[d]);
  descend(search);
  point->sse = descend(search);
  for (size_t d = 0; d < search->start->size; d++)
    point->coordinate[d] = gsl_vector_get(search->start, d);
}

static grid_point point_at(const prg_smoothing_parameters *p) {
  return (grid_point){{p->alpha, p->beta / p->alpha, p->phi}, 0};
}

void prg_smoothing_search_run(prg_smoothing_search *search, const double *y, size_t n,
                              prg_smoothing_fit *fit) {
  grid_point start[STARTS], best = {{0}, INFINITY};
  search->y = y;
  search->n = n;
  size_t starts = scan(search, start);
  if (fit->n > 0) {
    best = point_at(&fit->parameters);
    improve(search, &best);
    starts = start[0].sse < best.sse ? 1 : 0;
  }
  for (size_t i = 0; i < starts; i++) {
    improve(search, &start[i]);
    best = start[i].sse < best.sse ? start[i] : best;
  }
  for (size_t d = 0; d < search->start->size; d++)
    gsl_vector_set(search->start, d, best.coordinate[d]);
  prg_smoothing_concentrate(parameters_at(search->start, search->form), y, n, fit);
}

double prg_smoothing_log_likelihood(const prg_smoothing_fit *fit, double scale) {
  static const double sse_min = 1e-30; /* a perfect fit: no logarithm of 0 */
  return -(double)fit->n / 2 * (log(fmax(fit->sse, sse_min)) + 2 * log(scale));
}

void prg_smoothing_draw_end(const prg_smoothing_fit *fit, double sigma, gsl_rng *random,
                            double end[2]) {
  const double(*v)[2] = fit->covariance;
  double root = sqrt(v[LEVEL][LEVEL]), tilt = v[LEVEL][SLOPE] / root;
  double first = gsl_ran_gaussian_ziggurat(random, sigma);
  double second = gsl_ran_gaussian_ziggurat(random, sigma);
  double level = root * first;
  double slope = tilt * first + sqrt(fmax(v[SLOPE][SLOPE] - tilt * tilt, 0)) * second;
  for (int i = 0; i < STATES; i++)
    end[i] = fit->end[i] + fit->response[i][LEVEL] * level + fit->response[i][SLOPE] * slope;
}
