/*
 * Structural time series models: level, slope and season as unobserved components that each move by
 * noise of their own,
 *
 *   y_t = μ_t + s_t + ε_t,  μ_t = μ_{t−1} + β_{t−1} + η_t,  β_t = β_{t−1} + ζ_t,
 *   s_t = −(s_{t−1} + … + s_{t−m+1}) + ω_t,
 *
 * with variances σ² (w_ε, w_η, w_ζ, w_ω), Σ w = 1. The states before the first period are unknown
 * (diffuse), and enter the innovations of the Kalman filter linearly: they and σ² are concentrated
 * out of the likelihood by generalised least squares, exactly, for any pattern of missing figures.
 *
 * Reference: Harvey, Forecasting, Structural Time Series Models and the Kalman Filter, 1989, ch. 2
 * to 4; de Jong, Annals of Statistics 19, 1991 (the augmented filter).
 */
#ifndef MODEL_STRUCTURAL_FILTER_H
#define MODEL_STRUCTURAL_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#define PRG_STRUCTURAL_SEASON_MAX 24
#define PRG_STRUCTURAL_STATES (1 + PRG_STRUCTURAL_SEASON_MAX)

/* The variances, as indices. */
enum { STRUCTURAL_NOISE, STRUCTURAL_LEVEL, STRUCTURAL_SLOPE, STRUCTURAL_SEASON, STRUCTURAL_PARTS };

typedef struct prg_structural_form {
  size_t n_part; /* 2: level only, 3: with a slope, 4: with slope and season */
  size_t m;      /* periods in a season, <= PRG_STRUCTURAL_SEASON_MAX; 1 if n_part < 4 */
} prg_structural_form;

/* Level, slope, and the m − 1 latest seasonal effects: 1, 2 or m + 1. */
size_t prg_structural_states(const prg_structural_form *form);

typedef struct prg_structural_vector {
  double at[PRG_STRUCTURAL_STATES];
} prg_structural_vector;

typedef struct prg_structural_matrix {
  double at[PRG_STRUCTURAL_STATES][PRG_STRUCTURAL_STATES];
} prg_structural_matrix;

/* What the filter makes of the figures for given weights. */
typedef struct prg_structural_run {
  size_t n_figures;
  double weight[STRUCTURAL_PARTS];
  double rss;                       /* generalised sum of squares about the best starting states */
  double log_determinant;           /* Σ log F + log|XᵀF⁻¹X| */
  prg_structural_vector end;        /* the states at the last figure: mean */
  prg_structural_matrix covariance; /* of them, for σ² = 1 */
} prg_structural_run;

/* One period on: x ← T x. */
void prg_structural_advance(const prg_structural_form *form, double *x);
/* V ← T V Tᵀ + Q for σ² = 1. */
void prg_structural_advance_covariance(const prg_structural_form *form, const double *weight,
                                       prg_structural_matrix *v);
/* What is seen of the states: level plus season. */
double prg_structural_seen(const prg_structural_form *form, const double *x);

/*
 * Filters y[0..n), NaN where a figure is missing. False if the figures do not determine the
 * starting states (a period of the season without any, too few figures).
 */
bool prg_structural_filter(const prg_structural_form *form, const double *weight, const double *y,
                           size_t n, prg_structural_run *run);

/*
 * The diffuse log-likelihood with σ² = rss/(figures − states) at its maximum:
 *   −½ [(n − d)(log(2π σ²) + 1) + Σ log F + log|XᵀF⁻¹X|]
 */
double prg_structural_log_likelihood(const prg_structural_form *form,
                                     const prg_structural_run *run);

/*
 * The weights of greatest diffuse likelihood, from a grid and then by quasi-Newton steps from its
 * best points; figures of the size 1 are expected. False as prg_structural_filter.
 *
 * run->n_figures > 0: *run is of the same form and of figures that begin as these do, but end
 * earlier or later; then from its weights, and from the grid only if it has a better point.
 */
bool prg_structural_search(const prg_structural_form *form, const double *y, size_t n,
                           prg_structural_run *run);

/* Lower Cholesky factor of the leading n × n block, in place; a direction without variance (to a
 * relative 1e-12) gets zeros. Returns how many directions have some. */
size_t prg_structural_cholesky(size_t n, prg_structural_matrix *matrix);

#endif
