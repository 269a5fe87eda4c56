/*
 * The exact Gaussian likelihood of a stationary ARMA process by the Kalman filter, in the form of
 * Chandrasekhar recursions: O(r) per figure instead of O(r²), since in a stationary start the
 * covariance P of the state changes by a matrix of rank one from one period to the next.
 */
#ifndef MODEL_ARIMA_KALMAN_H
#define MODEL_ARIMA_KALMAN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct prg_arima_filter {
  size_t r;        /* length of the state: max(p, q + 1) of the expanded polynomials */
  size_t n_column; /* series filtered side by side */
  double *phi;     /* shape (r): zeros after the last coefficient */
  double *theta;   /* shape (r): 1, θ₁, θ₂ … */
  double *gain;    /* shape (r): K = TPh, of the period after the last one filtered */
  double *change;  /* shape (r + 1): L, P falls by LLᵀ/F in that period; ends with 0 */
  double variance; /* F = hᵀPh of that period, in units of σ² */
  bool steady;     /* L is 0 in double precision: K and F do not change any more */
  double *state;   /* shape (n_column, r + 1): the predicted states; each ends with 0 */
  double *work;    /* shape (8 r + 8) */
  size_t capacity; /* of doubles in memory */
  double *memory;
} prg_arima_filter;

/* Room for states of length r and n_column series; false if memory is exhausted. Zero-initialise
 * before the first call; may be called again. */
bool prg_arima_filter_resize(prg_arima_filter *filter, size_t r, size_t n_column);
void prg_arima_filter_clear(prg_arima_filter *filter);

/* Sets the model phi[0..p), theta[0..q), max(p, q + 1) <= r. */
void prg_arima_filter_set(prg_arima_filter *filter, const double *phi, size_t p,
                          const double *theta, size_t q);

/*
 * Filters column[j][0..n) for every j; white: innovation / √F, both of shape (n_column, n), not the
 * same. Returns Σ log F in *log_variance. False if the model is not stationary.
 */
bool prg_arima_filter_run(prg_arima_filter *filter, const double *column, size_t n, double *white,
                          double *log_variance);

/*
 * The conditional sum of squares' errors instead: e = 0 before the first period, the first p
 * periods left out (white is 0 there).
 */
void prg_arima_filter_conditional(const prg_arima_filter *filter, size_t p, size_t q,
                                  const double *column, size_t n, double *white);

/* One step of K, L, F without data. */
void prg_arima_filter_advance(prg_arima_filter *filter);

#endif
