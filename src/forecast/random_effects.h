/* Estimates of the same thing in several units, of which each has its own true value. */
#ifndef FORECAST_RANDOM_EFFECTS_H
#define FORECAST_RANDOM_EFFECTS_H

#include <stddef.h>

typedef struct random_effects {
  double mean;
  double between; /* variance of the true values; >= 0 */
} random_effects;

/*
 * DerSimonian and Laird (Controlled Clinical Trials 7, 1986, 177–188): with w[i] = 1/variance[i],
 * m the mean so weighted and Q = Σ w[i] (estimate[i] − m)²,
 *   between = max(0, (Q − (n − 1)) / (Σ w[i] − Σ w[i]² / Σ w[i])),
 * and the mean weighted by 1/(variance[i] + between). n >= 2; variances > 0.
 */
random_effects random_effects_fit(const double *estimate, const double *variance, size_t n);

/* How much of a unit's own estimate is believed, 0 … 1: between / (between + variance). */
double random_effects_weight(const random_effects *fit, double variance);

#endif
