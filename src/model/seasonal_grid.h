/*
 * The grid of nodes of the seasonal prior for one season length, with everything that does not
 * depend on the figures: nodes in the order in which they share work, and for each dynamics and τ
 * the Cholesky factor of
 *
 *   P = X'X + blockdiag(C⁻¹/τ², 1e-8, 1/κ²),   θ = (s_1 … s_m, l_0, b_0).
 *
 * κ, with b_0 last, alters only the last pivot: the factor is kept without it.
 */
#ifndef MODEL_SEASONAL_GRID_H
#define MODEL_SEASONAL_GRID_H

#include <prognos/error.h>

#include "model/prior.h"
#include "model/seasonal_filter.h"

#define PRG_SEASON_MAX 60 /* the longest season that is handled: a year of weeks, and some room */

typedef struct prg_seasonal_factor {
  size_t dynamics;   /* index */
  double tau;        /* 0: without seasons */
  size_t begin, end; /* nodes */
  size_t first;      /* first unknown: 0; m without seasons, θ = (l_0, b_0) */
  double *lower; /* shape (m+2, m+2): L; the last pivot is p_b − 1/κ², not its root; borrowed */
  double log_det; /* Σ log L_kk over s and l, + m log τ + ½ Σ log λ_k */
} prg_seasonal_factor;

typedef struct prg_seasonal_grid {
  size_t m, n_node, n_factor, n_dynamics;
  prg_seasonal_node *node;         /* shape (n_node): stable for this m, sorted; owned */
  prg_seasonal_factor *factor;     /* shape (n_factor); owned */
  prg_seasonal_dynamics *dynamics; /* shape (n_dynamics); owned */
  double *lower;                   /* all factors; owned */
  double *precision;               /* shape (m): first row of the circulant C⁻¹; owned */
  double half_log_det;             /* ½ Σ log λ_k */
  double *gram;                    /* shape (m+2, m+2); owned */
  double *scratch;
  size_t scratch_size;
  size_t factored_n; /* the factors are those of a complete series of this length; 0: none */
} prg_seasonal_grid;

/*
 * The grid for seasons of m = 2 … PRG_SEASON_MAX periods: the quarterly prior up to m = 6, else the
 * monthly one. Keeps what is there if m is the same. Zero-initialise before the first call.
 */
prg_status prg_seasonal_grid_set(prg_seasonal_grid *grid, size_t m, prg_error *error);
void prg_seasonal_grid_clear(prg_seasonal_grid *grid);

/* Factors for series of length n with NaN in seen[0..n) where a figure is missing. */
prg_status prg_seasonal_grid_factor(prg_seasonal_grid *grid, size_t n, const double *seen,
                                    prg_error *error);

/* v = L⁻¹ g for the unknowns first … m (b_0 is left to prg_seasonal_slope_pivot); returns v'v. */
double prg_seasonal_forward(const prg_seasonal_factor *factor, size_t m, const double *g,
                            double *v);
/* What is left of the right-hand side of b_0, g_b − Σ L_bk v_k, and its pivot p_b (with 1/κ²). */
double prg_seasonal_slope_rest(const prg_seasonal_factor *factor, size_t m, const double *g,
                               const double *v);
double prg_seasonal_slope_pivot(const prg_seasonal_factor *factor, size_t m, double kappa);
/* x = L⁻ᵀ v over first … m, and m + 1 too if has_slope (pivot: p_b); the others 0. */
void prg_seasonal_backward(const prg_seasonal_factor *factor, size_t m, bool has_slope,
                           double pivot, const double *v, double *x);

#endif
