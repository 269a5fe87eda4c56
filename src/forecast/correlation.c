#include "forecast/correlation.h"

#include <math.h>

#include <gsl/gsl_blas.h>
#include <gsl/gsl_math.h>

static const size_t least_changes = 3;     /* from two, every correlation is ±1 */
static const double least_shrinkage = .05; /* keeps the matrix well conditioned */

static double figure(const prg_series *series, prg_period period) {
  if (series->start.frequency != period.frequency)
    return NAN;
  int t = prg_period_distance(series->start, period);
  return t < 0 || (size_t)t >= series->n ? NAN : series->value[t];
}

/* sign(y) √|y| */
static double root(double y) {
  return copysign(sqrt(fabs(y)), y);
}

/* The changes into row `row` of x, shape (·, n); false if a series lacks one of the periods. */
static bool take_changes(const prg_panel *panel, const size_t *which, prg_period period,
                         gsl_matrix *x, size_t row) {
  for (size_t i = 0; i < x->size2; i++) {
    const prg_series *series = &panel->series[which[i]];
    double now = figure(series, period), before = figure(series, prg_period_add(period, -1));
    if (isnan(now) || isnan(before))
      return false;
    gsl_matrix_set(x, row, i, root(now) - root(before));
  }
  return true;
}

/* Makes every column have mean 0 and variance 1; a constant one becomes 0. */
static void standardise(gsl_matrix *x) {
  double n = (double)x->size1;
  for (size_t i = 0; i < x->size2; i++) {
    double mean = 0, square = 0;
    for (size_t t = 0; t < x->size1; t++)
      mean += gsl_matrix_get(x, t, i) / n;
    for (size_t t = 0; t < x->size1; t++)
      square += gsl_pow_2(gsl_matrix_get(x, t, i) - mean);
    double scale = square > 0 ? 1 / sqrt(square / (n - 1)) : 0;
    for (size_t t = 0; t < x->size1; t++)
      gsl_matrix_set(x, t, i, scale * (gsl_matrix_get(x, t, i) - mean));
  }
}

/* λ, from the variance of the mean of w[t] = x[t][i] x[t][j]. */
static double shrinkage(const gsl_matrix *x, const gsl_matrix *r) {
  double n = (double)x->size1, variance = 0, squares = 0;
  for (size_t i = 0; i < x->size2; i++) {
    for (size_t j = 0; j < i; j++) {
      double mean = gsl_matrix_get(r, i, j) * (n - 1) / n, sum = 0;
      for (size_t t = 0; t < x->size1; t++)
        sum += gsl_pow_2(gsl_matrix_get(x, t, i) * gsl_matrix_get(x, t, j) - mean);
      variance += sum * n / gsl_pow_3(n - 1);
      squares += gsl_pow_2(gsl_matrix_get(r, i, j));
    }
  }
  double lambda = squares > 0 ? variance / squares : 1;
  return fmax(least_shrinkage, fmin(lambda, 1));
}

static void correlate(gsl_matrix *x, gsl_matrix *r) {
  standardise(x);
  gsl_blas_dgemm(CblasTrans, CblasNoTrans, 1 / ((double)x->size1 - 1), x, x, 0, r);
  double kept = 1 - shrinkage(x, r);
  gsl_matrix_scale(r, kept);
  for (size_t i = 0; i < r->size1; i++)
    gsl_matrix_set(r, i, i, 1);
}

bool correlation_of_changes(const prg_panel *panel, const size_t *which, size_t n,
                            gsl_matrix *correlation) {
  const prg_series *first = &panel->series[which[0]];
  gsl_matrix *x = gsl_matrix_alloc(first->n, n);
  size_t rows = 0;
  gsl_matrix_set_identity(correlation);
  if (x == NULL)
    return false;
  for (size_t t = 1; t < first->n; t++)
    rows += take_changes(panel, which, prg_series_period(first, t), x, rows);
  if (rows >= least_changes) {
    gsl_matrix_view changes = gsl_matrix_submatrix(x, 0, 0, rows, n);
    correlate(&changes.matrix, correlation);
  }
  gsl_matrix_free(x);
  return true;
}
