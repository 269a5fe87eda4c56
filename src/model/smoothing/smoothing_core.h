/*
 * Exponential smoothing with additive error, level and (damped) slope, in state-space form:
 *
 *   y_t = l_{t−1} + φ b_{t−1} + e_t    l_t = l_{t−1} + φ b_{t−1} + α e_t    b_t = φ b_{t−1} + β e_t
 *
 * The starting states (l_0, b_0) enter linearly: they are estimated exactly by least squares for
 * given (α, β, φ), so that the likelihood is a function of those alone.
 */
#ifndef MODEL_SMOOTHING_CORE_H
#define MODEL_SMOOTHING_CORE_H

#include <stdbool.h>
#include <stddef.h>

#include <gsl/gsl_rng.h>

typedef enum prg_smoothing_form {
  PRG_SMOOTHING_LEVEL, /* β = φ = 0 */
  PRG_SMOOTHING_SLOPE, /* φ = 1 */
  PRG_SMOOTHING_DAMPED,
} prg_smoothing_form;

typedef struct prg_smoothing_parameters {
  double alpha, beta, phi;
} prg_smoothing_parameters;

/* A fit for given parameters. Index 0: level, 1: slope. */
typedef struct prg_smoothing_fit {
  prg_smoothing_parameters parameters;
  size_t n;                /* figures */
  double start[2];         /* l_0, b_0 */
  double end[2];           /* l_n, b_n */
  double response[2][2];   /* end[i] for a unit start[j] */
  double covariance[2][2]; /* of the start, for σ² = 1 */
  double sse;              /* Σ e_t² */
} prg_smoothing_fit;

/*
 * Least-squares starting states for given parameters; y: shape (n), NaN where a figure is missing
 * (its update is skipped), at least one figure. The slope is 0 where the figures cannot tell it
 * from the level.
 */
void prg_smoothing_concentrate(prg_smoothing_parameters parameters, const double *y, size_t n,
                               prg_smoothing_fit *fit);

/* The search for the likeliest parameters; prg_smoothing_search_free it after use. */
typedef struct prg_smoothing_search prg_smoothing_search;

/* NULL if memory is exhausted. */
prg_smoothing_search *prg_smoothing_search_alloc(prg_smoothing_form form);
void prg_smoothing_search_free(prg_smoothing_search *search);

/*
 * The fit of greatest likelihood, that is of least Σ e², within the usual bounds (R's ets):
 * α in [1e-4, 0.9999], β in [1e-4, α], φ in [0.8, 0.98]. A grid, then Nelder–Mead from its best
 * points. Figures of the size 1 are expected: centre and scale them.
 *
 * fit->n > 0: *fit is of figures that begin as these do, but end earlier or later; then from there,
 * and from the grid only if it has a better point.
 */
void prg_smoothing_search_run(prg_smoothing_search *search, const double *y, size_t n,
                              prg_smoothing_fit *fit);

/* The log-likelihood as R's ets tells it, −n/2 log Σ e²; scale: what the figures were divided by.
 */
double prg_smoothing_log_likelihood(const prg_smoothing_fit *fit, double scale);

/* Two normal deviates with the fit's covariance of the start, times sigma, carried to the end. */
void prg_smoothing_draw_end(const prg_smoothing_fit *fit, double sigma, gsl_rng *random,
                            double end[2]);

#endif
