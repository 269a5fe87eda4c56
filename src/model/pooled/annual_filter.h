/* The Kalman filter of a node of annual pooling: level and slope with one source of error. */
#ifndef MODEL_ANNUAL_FILTER_H
#define MODEL_ANNUAL_FILTER_H

#include <stdbool.h>

/* Covariance of the states over σ², given the initial ones: 0 while every error is seen. */
typedef struct state_cov {
  double ll, lb, bb;
} state_cov;

/* What a period does to the states: Kalman gains, and the variance of the one-step error over σ².
 * With Q = A P Aᵀ, A = (1 φ; 0 φ), g = (α, β) and the figure's noise r:
 *   F = Q₁₁ + 1 + r,  K = (Q e₁ + g) / F,  P ← Q + g gᵀ − F K Kᵀ;  K = 0 without a figure. */
typedef struct filter_gain {
  double l, b, f;
} filter_gain;

filter_gain filter_step(state_cov *p, double alpha, double beta, double phi, bool seen,
                        double noise);

#endif
