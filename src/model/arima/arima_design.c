#include "model/arima/arima_design.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A column whose part orthogonal to those before it is smaller than this is one of them. */
static const double dependent = 1e-9;

size_t prg_arima_missing(const prg_arima_data *data) {
  size_t missing = 0;
  for (size_t t = 0; t < data->n; t++)
    missing += isnan(data->y[t]) ? 1 : 0;
  return missing;
}

static bool resize(prg_arima_design *d) {
  size_t c = d->n_column;
  size_t needed = c * (d->n + 2 * d->n_difference + c + 1) + d->lag + 1;
  if (needed > d->capacity) {
    double *memory = realloc(d->memory, needed * sizeof *memory);
    if (memory == NULL)
      return false;
    d->memory = memory;
    d->capacity = needed;
  }
  d->level = d->memory;
  d->column = d->level + c * d->n;
  d->white = d->column + c * d->n_difference;
  d->triangle = d->white + c * d->n_difference;
  d->beta = d->triangle + c * c;
  d->delta = d->beta + c;
  return true;
}

static void fill_levels(prg_arima_design *d, const prg_arima_data *data, bool constant,
                        bool drift) {
  size_t n = d->n, j = 0;
  double *y = d->level + (d->n_column - 1) * n, figure = 0;
  memset(d->level, 0, d->n_column * n * sizeof *d->level);
  for (size_t t = 0; t < n; t++) {
    if (isnan(data->y[t]))
      d->level[j++ * n + t] = 1;
    else
      figure = data->y[t];
    y[t] = figure;
  }
  if (data->n_x > 0)
    memcpy(d->level + j * n, data->x, data->n_x * n * sizeof *data->x);
  j += data->n_x;
  for (size_t t = 0; constant && t < n; t++)
    d->level[j * n + t] = drift ? (double)(t + 1) : 1;
}

static void difference(prg_arima_design *d) {
  for (size_t j = 0; j < d->n_column; j++) {
    const double *level = d->level + j * d->n + d->lag;
    double *w = d->column + j * d->n_difference;
    for (size_t t = 0; t < d->n_difference; t++) {
      w[t] = level[t];
      for (size_t i = 0; i < d->lag; i++)
        if (d->delta[i] != 0)
          w[t] -= d->delta[i] * *(level + t - 1 - i);
    }
  }
}

bool prg_arima_design_set(prg_arima_design *design, const prg_arima_data *data,
                          const prg_arima_order *order) {
  design->n = data->n;
  design->lag = prg_arima_lag(order);
  design->n_difference = data->n - design->lag;
  design->n_missing = prg_arima_missing(data);
  design->n_beta = data->n_x + (order->constant ? 1 : 0);
  design->n_column = design->n_missing + design->n_beta + 1;
  if (!resize(design))
    return false;
  prg_arima_integration(order, design->delta);
  fill_levels(design, data, order->constant, order->d + order->D > 0);
  difference(design);
  return true;
}

void prg_arima_design_clear(prg_arima_design *design) {
  free(design->memory);
  *design = (prg_arima_design){0};
}

static double product(const double *a, const double *b, size_t n) {
  double sum = 0;
  for (size_t t = 0; t < n; t++)
    sum += a[t] * b[t];
  return sum;
}

/* Frees column j of those before it and gives it length 1. Returns false if nothing is left. */
static bool orthogonalise(prg_arima_design *d, size_t j) {
  size_t n = d->n_difference, c = d->n_column;
  double *x = d->white + j * n, before = sqrt(product(x, x, n));
  for (size_t i = 0; i < j; i++) {
    const double *q = d->white + i * n;
    double r = product(q, x, n);
    d->triangle[i * c + j] = r;
    for (size_t t = 0; t < n; t++)
      x[t] -= r * q[t];
  }
  double length = sqrt(product(x, x, n));
  d->triangle[j * c + j] = length;
  if (j + 1 == c)
    return true;
  if (!(length > dependent * before))
    return false;
  for (size_t t = 0; t < n; t++)
    x[t] /= length;
  return true;
}

bool prg_arima_design_solve(prg_arima_design *design, double *sum_of_squares,
                            double *log_determinant) {
  size_t c = design->n_column;
  *log_determinant = 0;
  for (size_t j = 0; j < c; j++) {
    if (!orthogonalise(design, j))
      return false;
    if (j < design->n_missing)
      *log_determinant += 2 * log(design->triangle[j * c + j]);
  }
  double length = design->triangle[c * c - 1];
  *sum_of_squares = length * length;
  return isfinite(*sum_of_squares) && isfinite(*log_determinant);
}

void prg_arima_design_coefficients(prg_arima_design *design) {
  size_t c = design->n_column;
  for (size_t j = c - 1; j-- > 0;) {
    double sum = design->triangle[j * c + c - 1];
    for (size_t i = j + 1; i < c - 1; i++)
      sum -= design->triangle[j * c + i] * design->beta[i];
    design->beta[j] = sum / design->triangle[j * c + j];
  }
}

double prg_arima_design_deviation(const prg_arima_design *design, size_t j) {
  size_t c = design->n_column;
  double *z = design->white, square = 0; /* the columns have been used up */
  for (size_t i = j; i + 1 < c; i++) {
    double sum = i == j ? 1 : 0;
    for (size_t k = j; k < i; k++)
      sum -= design->triangle[k * c + i] * z[k - j];
    z[i - j] = sum / design->triangle[i * c + i];
    square += z[i - j] * z[i - j];
  }
  return sqrt(square);
}
