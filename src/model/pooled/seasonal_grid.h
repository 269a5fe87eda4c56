/*
 * The grid of nodes of a seasonal prior for one season length, with everything that does not depend
 * on the figures: nodes in the order in which they share work, and for each dynamics and τ the
 * Cholesky factor of
 *
 *   P = X'X + blockdiag(C⁻¹/τ², R⁻¹, 1e-8, 1/κ²),   θ = (s_1 … s_m, ν_1 … ν_q, l_0, b_0),
 *
 * X the responses of the predictions to θ. ν_j is how far the j-th loose figure is from the true
 * one: R its variance over σ², infinite for a figure that is missing. Integrating ν out is what the
 * Kalman filter does with such figures; here all series of one pattern share it.
 *
 * κ, with b_0 last, alters only the last pivot: the factor is kept without it.
 */
#ifndef MODEL_SEASONAL_GRID_H
#define MODEL_SEASONAL_GRID_H

#include <prognos/error.h>

#include "model/pooled/prior.h"
#include "model/pooled/seasonal_filter.h"

#define PRG_SEASON_MAX 60 /* the longest season that is handled: a year of weeks, and some room */
#define PRG_LOOSE_MAX 60  /* loose figures in the part of a series that is used */

/* Which figures are not fully known. */
typedef struct prg_seasonal_pattern {
  size_t n;                        /* periods */
  size_t n_loose;                  /* <= PRG_LOOSE_MAX */
  size_t loose[PRG_LOOSE_MAX];     /* periods from 0, increasing */
  double precision[PRG_LOOSE_MAX]; /* 1/R: 0 for a figure that is missing */
} prg_seasonal_pattern;

typedef struct prg_seasonal_factor {
  size_t dynamics;   /* index */
  double tau;        /* 0: without seasons */
  size_t begin, end; /* nodes */
  size_t first;      /* first unknown: 0; m without seasons */
  double *lower;     /* shape (k, k): L; the last pivot is p_b − 1/κ², not its root; borrowed */
  double *line; /* shape (k): L⁻¹X'r, r the errors of the line that rises by 1 per season, for b_0
                   as prg_seasonal_slope_rest; borrowed */
  double line_square; /* its squared length, b_0 left out */
  double log_det;     /* of P over what it is without figures, halved, b_0 left out */
} prg_seasonal_factor;

typedef struct prg_seasonal_grid {
  size_t m, n_node, n_factor, n_dynamics;
  prg_seasonal_node *node;         /* shape (n_node): stable for this m, sorted; owned */
  size_t *origin;                  /* shape (n_node): where each stands in the prior; owned */
  prg_seasonal_factor *factor;     /* shape (n_factor); owned */
  prg_seasonal_dynamics *dynamics; /* shape (n_dynamics); owned */
  double *precision;               /* shape (m): first row of the circulant C⁻¹; owned */
  double half_log_det;             /* ½ Σ log λ_k */
  /* For one pattern: */
  prg_seasonal_pattern pattern; /* n = 0: none yet */
  size_t k;                     /* unknowns, m + n_loose + 2 */
  double *line_error;           /* shape (n_dynamics, n): errors of the line; owned */
  double *line_square;          /* shape (n_dynamics): their square sum; owned */
  double *memory;               /* all factors; owned */
  double *scratch;              /* owned */
  size_t memory_size, scratch_size, line_size;
} prg_seasonal_grid;

/*
 * The grid for seasons of m = 2 … PRG_SEASON_MAX periods, from the nodes, or if they are NULL from
 * the shipped prior for m: half_yearly up to 3, quarterly up to 6, monthly below 40, else weekly.
 * Keeps what is there if m is the same; one grid has the same nodes always. Zero-initialise before
 * the first call.
 */
prg_status prg_seasonal_grid_set(prg_seasonal_grid *grid, size_t m,
                                 const prg_seasonal_node_list *nodes, prg_error *error);
void prg_seasonal_grid_clear(prg_seasonal_grid *grid);

/* Factors for series of the pattern; nothing to do if they are there. */
prg_status prg_seasonal_grid_factor(prg_seasonal_grid *grid, const prg_seasonal_pattern *pattern,
                                    prg_error *error);

/* v = L⁻¹ g for all unknowns but b_0, which is left to prg_seasonal_slope_pivot; returns v'v. */
double prg_seasonal_forward(const prg_seasonal_factor *factor, size_t k, const double *g,
                            double *v);
/* What is left of the right-hand side of b_0, g_b − Σ L_bk v_k, and its pivot p_b (with 1/κ²). */
double prg_seasonal_slope_rest(const prg_seasonal_factor *factor, size_t k, const double *g,
                               const double *v);
double prg_seasonal_slope_pivot(const prg_seasonal_factor *factor, size_t k, double kappa);
/* x = L⁻ᵀ v over all unknowns, b_0 if pivot (p_b) is not 0; the others 0. */
void prg_seasonal_backward(const prg_seasonal_factor *factor, size_t k, double pivot,
                           const double *v, double *x);

#endif
