/*
 * The regression part of an ARIMA model. Missing figures, the constant and the regressors are the
 * columns of one regression on the differenced series, solved by generalised least squares for
 * every ARMA part, so that the optimiser sees only the ARMA coefficients.
 *
 * A missing figure is set to the one before it and gets a column that is 1 there; integrating its
 * coefficient out gives the exact likelihood of the figures that are there. With N differences, k
 * of the n figures missing, V the covariance of the ARMA process with σ² = 1 and Z the columns of
 * the missing:
 *
 *   −2 log L = (N − k) log 2πσ² + log|V| + log|ZᵀV⁻¹Z| + SS/σ²
 *
 * Reference: Gómez, Maravall, Peña, J. Econometrics 88(2), 1999.
 */
#ifndef MODEL_ARIMA_DESIGN_H
#define MODEL_ARIMA_DESIGN_H

#include "model/arima/arima_polynomial.h"

/* What is fitted: figures and regressors. Borrowed. */
typedef struct prg_arima_data {
  size_t n;        /* periods from the first figure to the last */
  const double *y; /* shape (n): NaN where missing; y[0] and y[n − 1] are figures */
  size_t n_x;
  const double *x; /* shape (n_x, n): regressors, finite */
} prg_arima_data;

/* Columns in this order: missing figures, regressors, the constant, y. */
typedef struct prg_arima_design {
  size_t n, n_difference;             /* periods; N = n − d − mD */
  size_t n_missing, n_beta, n_column; /* n_beta = n_x + constant; n_column includes y */
  double *level;                      /* shape (n_column, n) */
  double *column;                     /* shape (n_column, N): level differenced */
  double *white;                      /* shape (n_column, N): column, filtered */
  double *triangle;                   /* shape (n_column, n_column): R of the filtered columns */
  double *beta;                       /* shape (n_missing + n_beta) */
  double *delta;                      /* shape (d + mD): see prg_arima_integration */
  size_t lag;                         /* d + mD */
  size_t capacity;                    /* of doubles in memory */
  double *memory;
} prg_arima_design;

size_t prg_arima_missing(const prg_arima_data *data);

/* Lays out the columns for d, D, m and constant of the order, d + mD < n. False if memory is
 * exhausted. Zero-initialise before the first call; may be called again. */
bool prg_arima_design_set(prg_arima_design *design, const prg_arima_data *data,
                          const prg_arima_order *order);
void prg_arima_design_clear(prg_arima_design *design);

/*
 * Least squares of the last white column on the others by modified Gram–Schmidt, in place. Returns
 * the residual sum of squares and log|ZᵀV⁻¹Z|. False if a column is a combination of those before.
 */
bool prg_arima_design_solve(prg_arima_design *design, double *sum_of_squares,
                            double *log_determinant);

/* beta by back substitution, after prg_arima_design_solve. */
void prg_arima_design_coefficients(prg_arima_design *design);

/* The standard error of beta[j] for σ² = 1, after prg_arima_design_solve: with (RᵀR)⁻¹ the
 * covariance, the length of what solves Rᵀz = e_j. */
double prg_arima_design_deviation(const prg_arima_design *design, size_t j);

#endif
