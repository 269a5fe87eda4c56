#include "model/arima/arima_predict.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const size_t most_steps = 20000;  /* of the filter on its way to the steady state */
static const double no_variance = 1e-14; /* of a state, beside the largest */

static size_t n_direction(const prg_arima_outlook *o) {
  return o->n_missing + o->n_beta + o->n_state;
}

static bool resize(prg_arima_outlook *o) {
  size_t h = o->horizon;
  double *memory = realloc(o->memory, (2 + n_direction(o)) * h * sizeof *memory);
  if (memory == NULL)
    return false;
  o->memory = memory;
  o->mean = memory;
  o->psi = o->mean + h;
  o->direction = o->psi + h;
  return true;
}

void prg_arima_outlook_clear(prg_arima_outlook *outlook) {
  free(outlook->memory);
  *outlook = (prg_arima_outlook){0};
}

/*
 * The levels ahead of a series whose differences are predicted from state a (shape r + 1, used
 * up): w = a₀, a ← Ta, and the differences added up from `past`, the level of the last period and
 * before; NULL: all 0.
 */
static void extrapolate(const prg_arima *arima, double *a, const double *past, size_t horizon,
                        double *out) {
  const prg_arima_filter *f = &arima->filter;
  const prg_arima_design *d = &arima->design;
  for (size_t h = 0; h < horizon; h++) {
    double first = a[0];
    out[h] = first;
    for (size_t i = 0; i < f->r; i++)
      a[i] = a[i + 1] + f->phi[i] * first;
    for (size_t i = 0; i < d->lag; i++) {
      double level = i < h ? out[h - 1 - i] : past != NULL ? *(past - (i - h)) : 0;
      out[h] += d->delta[i] * level;
    }
  }
}

/* Column j extrapolated, from the state the filter left. */
static void extrapolate_column(const prg_arima *arima, size_t j, double *a, size_t horizon,
                               double *out) {
  size_t r = arima->filter.r, n = arima->design.n;
  memcpy(a, arima->filter.state + j * (r + 1), (r + 1) * sizeof *a);
  extrapolate(arima, a, arima->design.level + j * n + n - 1, horizon, out);
}

/* The column's own value h (from 0) periods ahead: 0 for a missing figure. */
static double ahead(const prg_arima *arima, const prg_arima_order *order, const double *x, size_t j,
                    size_t horizon, size_t h) {
  const prg_arima_design *d = &arima->design;
  if (j < d->n_missing)
    return 0;
  if (order->constant && j + 1 == d->n_missing + d->n_beta)
    return order->d + order->D > 0 ? (double)(d->n + 1 + h) : 1;
  return x[(j - d->n_missing) * horizon + h];
}

/*
 * mean = the prediction of y + Σ β (x − the prediction of x), and the directions U of the
 * coefficients: their covariance is σ²(RᵀR)⁻¹, so RᵀU = x − the prediction of x.
 */
static void set_regression(prg_arima_outlook *o, const prg_arima *arima,
                           const prg_arima_order *order, const double *x, double *a) {
  const prg_arima_design *d = &arima->design;
  size_t c = d->n_column, horizon = o->horizon;
  extrapolate_column(arima, c - 1, a, horizon, o->mean);
  for (size_t j = 0; j + 1 < c; j++) {
    double *u = o->direction + j * horizon;
    extrapolate_column(arima, j, a, horizon, u);
    for (size_t h = 0; h < horizon; h++) {
      u[h] = ahead(arima, order, x, j, horizon, h) - u[h];
      o->mean[h] += d->beta[j] * u[h];
    }
  }
  for (size_t j = 0; j + 1 < c; j++) {
    double *u = o->direction + j * horizon;
    for (size_t h = 0; h < horizon; h++) {
      for (size_t i = 0; i < j; i++)
        u[h] -= d->triangle[i * c + j] * o->direction[i * horizon + h];
      u[h] /= d->triangle[j * c + j];
    }
  }
}

/* Lower Cholesky factor in place, row by row; a direction without variance gets zeros. */
static void factor(double *a, size_t n) {
  double largest = 0;
  for (size_t j = 0; j < n; j++)
    largest = fmax(largest, a[j * n + j]);
  for (size_t j = 0; j < n; j++) {
    double pivot = a[j * n + j];
    for (size_t k = 0; k < j; k++)
      pivot -= a[j * n + k] * a[j * n + k];
    double root = pivot > no_variance * largest ? sqrt(pivot) : 0;
    a[j * n + j] = root;
    for (size_t i = j + 1; i < n; i++) {
      double sum = a[i * n + j];
      for (size_t k = 0; k < j; k++)
        sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = root > 0 ? sum / root : 0;
    }
  }
}

/*
 * The covariance of the last state beyond that of the next innovation, Q = P − RRᵀ = Σ LLᵀ/F over
 * the steps that remain to the steady state. work: room for gain and change.
 */
static void state_covariance(const prg_arima *arima, double *work, double *q) {
  prg_arima_filter f = arima->filter;
  size_t r = f.r;
  memset(q, 0, r * r * sizeof *q);
  memcpy(work, f.gain, (2 * r + 1) * sizeof *work); /* change follows gain */
  f.gain = work;
  f.change = work + r;
  for (size_t step = 0; step < most_steps && !f.steady; step++) {
    for (size_t i = 0; i < r; i++)
      for (size_t j = 0; j <= i; j++)
        q[i * r + j] += f.change[i] * f.change[j] / f.variance;
    prg_arima_filter_advance(&f);
  }
}

static void set_state(prg_arima_outlook *o, const prg_arima *arima, double *a, double *q) {
  size_t r = arima->filter.r;
  if (o->n_state == 0)
    return;
  state_covariance(arima, a, q);
  factor(q, r);
  for (size_t j = 0; j < r; j++) {
    for (size_t i = 0; i < r; i++)
      a[i] = i < j ? 0 : q[i * r + j];
    a[r] = 0;
    extrapolate(arima, a, NULL, o->horizon,
                o->direction + (o->n_missing + o->n_beta + j) * o->horizon);
  }
}

bool prg_arima_outlook_set(prg_arima_outlook *outlook, const prg_arima *arima,
                           const prg_arima_order *order, const double *x, size_t horizon) {
  size_t r = arima->filter.r;
  outlook->horizon = horizon;
  outlook->n_missing = arima->design.n_missing;
  outlook->n_beta = arima->design.n_beta;
  outlook->n_state = arima->filter.steady ? 0 : r;
  double *a = malloc((2 * r + 2 + r * r) * sizeof *a);
  if (a == NULL || !resize(outlook)) {
    free(a);
    return false;
  }
  set_regression(outlook, arima, order, x, a);
  set_state(outlook, arima, a, a + 2 * r + 2);
  memcpy(a, arima->filter.theta, r * sizeof *a);
  a[r] = 0;
  extrapolate(arima, a, NULL, horizon, outlook->psi); /* the answer to ε = 1 */
  free(a);
  return true;
}

double prg_arima_outlook_variance(const prg_arima_outlook *outlook, size_t h,
                                  bool known_regression) {
  size_t first = outlook->n_missing, last = first + outlook->n_beta;
  double sum = 0;
  for (size_t j = 0; j < h; j++)
    sum += outlook->psi[j] * outlook->psi[j];
  for (size_t i = 0; i < n_direction(outlook); i++) {
    double u = outlook->direction[i * outlook->horizon + h - 1];
    if (!known_regression || i < first || i >= last)
      sum += u * u;
  }
  return sum;
}
