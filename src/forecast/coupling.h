/* Sample paths of several series, drawn apart, put side by side as the series hang together. */
#ifndef FORECAST_COUPLING_H
#define FORECAST_COUPLING_H

#include <stdbool.h>

#include <gsl/gsl_matrix.h>

/*
 * A Gaussian copula (as the Schaake shuffle is one of past ranks): the paths of each series keep
 * their values and only change places, so that the ranks of their means over the horizon are those
 * of normal variables z = loading · ε, ε independent. path: shape (n, n_paths, horizon);
 * loading: shape (n, ·). False if memory is exhausted.
 */
bool couple_paths(const gsl_matrix *loading, size_t n_paths, size_t horizon, unsigned long seed,
                  double *path);

#endif
