/*
 * The grid of models behind annual pooling, laid out for speed.
 *
 * Nodes that differ only in κ and s₀ share the recursion through the data: that shared part is a
 * *run*. What a run's recursion needs of the data is the detrended series; how its predictions
 * answer to a unit level or slope at the start depends on n alone, and is tabled once, as far as it
 * is asked for (structure of arrays, runs innermost).
 */
#ifndef MODEL_ANNUAL_GRID_H
#define MODEL_ANNUAL_GRID_H

#include <stdbool.h>

#include <prognos/model.h>
#include <prognos/prior_file.h>

#include "model/pooled/mixture.h"

#define ANNUAL_LENGTH 80     /* at most the last 80 periods are used */
#define ANNUAL_DISCOUNT 0.97 /* weight of an error loses 3 per cent per period of age */

/* What the responses of the runs add up to after n periods; each of shape (n_runs). */
typedef struct annual_sums {
  double *c11, *c12, *c22;   /* discounted Σ x₁², Σ x₁x₂, Σ x₂² */
  double *l1, *b1, *l2, *b2; /* end states from a unit level, a unit slope */
} annual_sums;
#define ANNUAL_SUMS 7

typedef struct annual_grid {
  size_t n_runs;
  int *scale;                          /* shape (n_runs), nondecreasing: SCALE_RAW … */
  size_t first[SCALE_COUNT + 1];       /* runs of a scale */
  double *alpha, *beta, *phi, *growth; /* shape (n_runs) */
  double *x1, *x2;                     /* shape (ANNUAL_LENGTH, n_runs): one-step responses at t */
  annual_sums sums[ANNUAL_LENGTH + 1]; /* after n periods, n = 0 … */
  size_t n_tabled;                     /* how many periods x1, x2 and sums are filled for */

  size_t n_nodes;
  size_t *run;                        /* shape (n_nodes), nondecreasing */
  double *kappa, *s0;                 /* shape (n_nodes); κ = 0: no slope */
  double *log_weight[PRG_KIND_COUNT]; /* shape (n_nodes): log prior by the series' kind */

  double *block; /* the memory of all of the above; owned */
  size_t *index_block;
} annual_grid;

/*
 * The grid of a list of nodes (>= 1), NULL: of those that are shipped. If the list has weights by
 * kind, `prior` says which count; PRG_PRIOR_MIXTURE: log_weight, but 85 per cent of the
 * kind's own for series of kind economy, people and area-total. False if memory is exhausted.
 * annual_grid_clear it after use.
 */
bool annual_grid_init(annual_grid *grid, const prg_node_list *nodes, prg_prior prior);
void annual_grid_clear(annual_grid *grid);

/* Fills x1, x2 and sums for n <= ANNUAL_LENGTH periods. */
void annual_grid_table(annual_grid *grid, size_t n);

/* Node i as a list has it, with its weight for that kind. */
prg_annual_node annual_grid_node(const annual_grid *grid, size_t i, prg_kind kind);

#endif
