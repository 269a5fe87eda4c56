/*
 * The year effect: in some years more move in than in others, in all grades at once, and one such
 * year is like the one before it. With y[t] the logarithm of what came over what the ratios
 * expected,
 *
 *   y[t] = μ + z[t] + ε[t],   z[t] = φ z[t−1] + s √(1 − φ²) η[t],   μ ~ N(0, κ s²),
 *
 * η standard normal, ε of known variance. φ and s are not estimated as one number each but kept as
 * a grid with weights (prior times likelihood), so that few years mean wide intervals.
 */
#ifndef PLAN_COHORT_YEAR_H
#define PLAN_COHORT_YEAR_H

#include <gsl/gsl_rng.h>

#define PRG_YEAR_PERSISTENCES 6
#define PRG_YEAR_SPREADS 13
#define PRG_YEAR_NODES (PRG_YEAR_PERSISTENCES * PRG_YEAR_SPREADS)

/* What is known at the last year, given φ and s: mean and covariance of (μ, z). */
typedef struct prg_year_node {
  double weight, persistence, spread;
  double mean[2], mm, mz, zz;
} prg_year_node;

typedef struct prg_year_effect {
  prg_year_node node[PRG_YEAR_NODES]; /* weights sum to 1 */
} prg_year_effect;

/* From y[0..n) (NaN: no figure) with the error variances; n may be 0. */
void prg_year_effect_fit(const double *y, const double *variance, size_t n,
                         prg_year_effect *effect);

/* Forgets where the level stands: μ = z = 0 at the last year, in every node. */
void prg_year_effect_rest(prg_year_effect *effect);

/* The mean of μ + z h years ahead. */
double prg_year_effect_mean(const prg_year_effect *effect, size_t h);
/* 1 − variance of μ now / before the first figure: how much of the level the figures tell. */
double prg_year_effect_level_weight(const prg_year_effect *effect);

/* Draws the effects of h = 1 … horizon. */
void prg_year_effect_draw(const prg_year_effect *effect, gsl_rng *random, size_t horizon,
                          double *path);

#endif
