/*
 * Forecasts of a fitted form of exponential smoothing, given its parameters: the mean and variance
 * of each period ahead in closed form, and sample paths.
 *
 * Assumptions and limits: as the textbook's intervals, these take form and parameters for known,
 * but for the error variance; they are too narrow for short series.
 */
#ifndef MODEL_ETS_PREDICT_H
#define MODEL_ETS_PREDICT_H

#include <gsl/gsl_rng.h>

#include "model/smoothing/ets_fit.h"

/* No mean, standard deviation or sampled figure is beyond this: keeps an explosive form finite. */
#define PRG_ETS_LARGEST 1e150

/*
 * Fills mean[h − 1] and variance[h − 1], h = 1 … horizon; `work` is scratch, shape (2 · horizon).
 * Exact for normal errors. The classes are those of Hyndman et al. (2008), chapter 6:
 *
 *   1 additive errors            σ² (1 + Σ_{j<h} c[j]²),  c[j] = α + β(φ + … + φ^j) + γ[m divides
 * j] 2 multiplicative errors      (1 + σ²) θ[h] − mean², θ[h] = mean² + σ² Σ_{j<h} c[j]² θ[h−j] 3
 * multiplicative season too  moments of (level, slope) × season, one season's period at a time
 */
void prg_ets_moments(const prg_ets_fit *fit, size_t horizon, double *mean, double *variance,
                     double *work);

/* One sample path of the figures h = 1 … horizon with error variance `sigma2`. */
void prg_ets_draw(const prg_ets_fit *fit, double sigma2, gsl_rng *random, size_t horizon,
                  double *path);

#endif
