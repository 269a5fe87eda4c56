/* Weighted linear least squares: the one numerical core of every trend that is linear in its
 * coefficients, and of the iteratively reweighted ones. */
#ifndef PROGNOS_REGRESSION_H
#define PROGNOS_REGRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include <gsl/gsl_multifit.h>

typedef struct prg_regression {
  size_t n, p;
  gsl_matrix *design;      /* shape (n, p): filled by the caller */
  gsl_vector *response;    /* shape (n): filled by the caller */
  gsl_vector *weight;      /* shape (n): 1 after a resize, > 0 */
  gsl_vector *coefficient; /* shape (p): the result */
  gsl_matrix *unscaled;    /* shape (p, p): (XᵀWX)⁻¹; times sigma² it is the covariance */
  double rss;              /* Σ w (y − xᵀb)² */
  double sigma;            /* √(rss/(n − p)); 0 if n = p */
  gsl_vector *residual, *correction; /* shape (n), (p): workspace */
  gsl_multifit_linear_workspace *work;
} prg_regression;

/* Room for n rows and p columns, n >= p >= 1; false if memory is exhausted. Zero-initialise before
 * the first call; prg_regression_clear after the last. */
bool prg_regression_resize(prg_regression *regression, size_t n, size_t p);
void prg_regression_clear(prg_regression *regression);

/*
 * b = argmin Σ w (y − xᵀb)² by the singular value decomposition of √W X with balanced columns
 * (gsl_multifit_linear), then one step of iterative refinement (Björck, BIT 7, 1967). Returns
 * false if the columns are linearly dependent to working precision.
 */
bool prg_regression_fit(prg_regression *regression);

#endif
