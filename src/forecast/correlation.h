/* How series change together, reckoned from few figures and therefore drawn to independence. */
#ifndef FORECAST_CORRELATION_H
#define FORECAST_CORRELATION_H

#include <gsl/gsl_matrix.h>

#include <prognos/series.h>

/*
 * Fills the correlation matrix, shape (n, n), of the changes from period to period of the series
 * which[0..n) of the panel, on the scale of square roots, on which the noise of counts is alike
 * whatever their size; over the periods that all of them have. r is shrunk to (1 − λ) r with
 *
 *   λ = Σ Var(r[i][j]) / Σ r[i][j]²   over i ≠ j, within [0, 1]
 *
 * (Schäfer and Strimmer, Statistical Applications in Genetics and Molecular Biology 4, 2005); it is
 * positive definite if λ > 0. With fewer than three such changes, or none that differ, it is the
 * identity. False if memory is exhausted.
 */
bool correlation_of_changes(const prg_panel *panel, const size_t *which, size_t n,
                            gsl_matrix *correlation);

#endif
