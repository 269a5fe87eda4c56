/*
 * The predictive distribution of a count whose mean is uncertain:
 *   log μ ~ N(η, σ²),   Y | μ ~ Poisson(μ), or negative binomial with mean μ and variance μ + μ²/θ.
 * Its quantiles are those of a continuous variable that rounds to Y, so that they do not jump.
 */
#ifndef PROGNOS_COUNT_DISTRIBUTION_H
#define PROGNOS_COUNT_DISTRIBUTION_H

#include <gsl/gsl_rng.h>

typedef struct prg_count_distribution {
  double log_mean;  /* η */
  double std_error; /* σ >= 0 */
  double theta;     /* > 0; infinity: Poisson */
} prg_count_distribution;

/*
 * P(Y <= x − ½) continued between the whole numbers, x > −½: P(Y <= y | μ) is a distribution
 * function in μ too, of a gamma variable of shape y + 1 (Poisson), or of θ times a beta-prime one
 * of shapes y + 1 and θ. So P(Y <= y) = E Φ((log M − η)/σ) over that variable M, by the trapezoidal
 * rule on log M; absolute error below 1e-6.
 */
double prg_count_cdf(const prg_count_distribution *count, double x);

/* The p-quantile, >= 0, finite; nondecreasing in p. */
double prg_count_quantile(const prg_count_distribution *count, double p);

/* One draw given log μ. */
double prg_count_draw(double log_mean, double theta, gsl_rng *rng);

#endif
