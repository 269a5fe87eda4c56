#include "model/seasonal_grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double level_precision = 1e-8; /* "flat", and still a Cholesky factor */

static const prg_seasonal_prior *prior_for(size_t m) {
  const char *name = m <= 6 ? "quarterly" : "monthly";
  const prg_seasonal_prior *prior = prg_seasonal_priors;
  while (strcmp(prior->name, name) != 0)
    prior++;
  return prior;
}

/* The share of the seasonal prior's variance that is the same at all frequencies: rough patterns
 * are as likely as smooth ones for 1, and not at all for 0. */
static double roughness(size_t m) {
  if (m == 7)
    return 0.3;
  return m < 52 ? 0.1 : 0;
}

/*
 * C is circulant with eigenvalues λ_f = r + (1−r)/(1+(f/2)⁴) at the frequencies f = 1 … m/2 and
 * λ_0 = 1, scaled to mean 1. First row of its inverse: q_d = (1/m) Σ_k cos(2πkd/m)/λ_k.
 */
static void set_precision(prg_seasonal_grid *grid) {
  const size_t m = grid->m;
  const double r = roughness(m);
  double lambda[PRG_SEASON_MAX], mean = 0;
  for (size_t k = 0; k < m; k++) {
    double f = (double)(k < m - k ? k : m - k);
    lambda[k] = k == 0 ? 1 : r + (1 - r) / (1 + pow(f / 2, 4));
    mean += lambda[k] / (double)m;
  }
  grid->half_log_det = 0;
  for (size_t k = 0; k < m; k++) {
    lambda[k] /= mean;
    grid->half_log_det += log(lambda[k]) / 2;
  }
  for (size_t d = 0; d < m; d++) {
    double sum = 0;
    for (size_t k = 0; k < m; k++)
      sum += cos(2 * M_PI * (double)(k * d % m) / (double)m) / lambda[k];
    grid->precision[d] = sum / (double)m;
  }
}

static int compare(double a, double b) {
  return (a > b) - (a < b);
}

static int compare_dynamics(const prg_seasonal_node *a, const prg_seasonal_node *b) {
  int order = compare(a->alpha, b->alpha);
  order = order != 0 ? order : compare(a->beta, b->beta);
  order = order != 0 ? order : compare(a->phi, b->phi);
  return order != 0 ? order : compare(a->gamma, b->gamma);
}

/* By what is shared: dynamics, τ, scale, κ, s0. */
static int compare_nodes(const void *left, const void *right) {
  const prg_seasonal_node *a = left, *b = right;
  int order = compare_dynamics(a, b);
  order = order != 0 ? order : compare(a->tau, b->tau);
  order = order != 0 ? order : compare(a->log, b->log);
  order = order != 0 ? order : compare(a->kappa, b->kappa);
  return order != 0 ? order : compare(a->s0, b->s0);
}

static prg_seasonal_dynamics dynamics_of(const prg_seasonal_node *node) {
  return (prg_seasonal_dynamics){node->alpha, node->beta, node->trend != 0 ? node->phi : 0,
                                 node->gamma};
}

/* The nodes in order, and of those the stable ones: what is stable is asked once per dynamics. */
static void take_stable_nodes(prg_seasonal_grid *grid, const prg_seasonal_prior *prior) {
  prg_seasonal_node *node = grid->node, last = {0};
  bool stable = false;
  memcpy(node, prior->node, prior->n * sizeof *node);
  qsort(node, prior->n, sizeof *node, compare_nodes);
  grid->n_node = 0;
  for (size_t i = 0; i < prior->n; i++) {
    prg_seasonal_dynamics dynamics = dynamics_of(&node[i]);
    if (i == 0 || compare_dynamics(&last, &node[i]) != 0)
      stable = prg_seasonal_is_stable(&dynamics, grid->m, grid->scratch);
    last = node[i];
    if (stable)
      node[grid->n_node++] = last;
  }
}

static void group_nodes(prg_seasonal_grid *grid) {
  grid->n_factor = grid->n_dynamics = 0;
  for (size_t i = 0; i < grid->n_node; i++) {
    const prg_seasonal_node *node = &grid->node[i];
    bool new_dynamics = i == 0 || compare_dynamics(node - 1, node) != 0;
    if (new_dynamics)
      grid->dynamics[grid->n_dynamics++] = dynamics_of(node);
    if (new_dynamics || node[-1].tau != node->tau)
      grid->factor[grid->n_factor++] = (prg_seasonal_factor){.dynamics = grid->n_dynamics - 1,
                                                             .tau = node->tau,
                                                             .begin = i,
                                                             .first = node->tau > 0 ? 0 : grid->m};
    grid->factor[grid->n_factor - 1].end = i + 1;
  }
}

void prg_seasonal_grid_clear(prg_seasonal_grid *grid) {
  free(grid->node);
  free(grid->factor);
  free(grid->dynamics);
  free(grid->lower);
  free(grid->precision);
  free(grid->gram);
  free(grid->scratch);
  *grid = (prg_seasonal_grid){0};
}

static bool reserve_scratch(prg_seasonal_grid *grid, size_t size) {
  if (size <= grid->scratch_size)
    return true;
  double *grown = realloc(grid->scratch, size * sizeof *grown);
  if (grown == NULL)
    return false;
  grid->scratch = grown;
  grid->scratch_size = size;
  return true;
}

prg_status prg_seasonal_grid_set(prg_seasonal_grid *grid, size_t m, prg_error *error) {
  if (grid->m == m)
    return PRG_OK;
  const prg_seasonal_prior *prior = prior_for(m);
  const size_t square = (m + 2) * (m + 2);
  prg_seasonal_grid_clear(grid);
  grid->node = calloc(prior->n, sizeof *grid->node);
  grid->factor = calloc(prior->n, sizeof *grid->factor);
  grid->dynamics = calloc(prior->n, sizeof *grid->dynamics);
  grid->precision = calloc(m, sizeof *grid->precision);
  grid->gram = calloc(square, sizeof *grid->gram);
  if (grid->node == NULL || grid->factor == NULL || grid->dynamics == NULL ||
      grid->precision == NULL || grid->gram == NULL ||
      !reserve_scratch(grid, prg_seasonal_scratch(m, PRG_SEASONAL_STABLE_SEASONS * m)))
    goto no_memory;
  grid->m = m;
  take_stable_nodes(grid, prior);
  group_nodes(grid);
  set_precision(grid);
  grid->lower = calloc(grid->n_factor * square, sizeof *grid->lower);
  if (grid->lower == NULL)
    goto no_memory;
  for (size_t i = 0; i < grid->n_factor; i++)
    grid->factor[i].lower = grid->lower + i * square;
  return PRG_OK;

no_memory:
  prg_seasonal_grid_clear(grid);
  return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}

/* P_ij of the block that the factor has; 1/κ² left out. */
static double posterior_precision(const prg_seasonal_grid *grid, const prg_seasonal_factor *factor,
                                  size_t i, size_t j) {
  const size_t m = grid->m;
  double value = grid->gram[i * (m + 2) + j];
  if (i < m)
    value += grid->precision[i - j] / (factor->tau * factor->tau); /* j <= i */
  if (i == m && j == m)
    value += level_precision;
  return value;
}

/* Cholesky by rows: L_ij = (P_ij − Σ_k L_ik L_jk) / L_jj, the last diagonal without its root. */
static void factorise(const prg_seasonal_grid *grid, prg_seasonal_factor *factor) {
  const size_t m = grid->m, k = m + 2;
  double *lower = factor->lower;
  factor->log_det = factor->tau > 0 ? (double)m * log(factor->tau) + grid->half_log_det : 0;
  for (size_t i = factor->first; i < k; i++)
    for (size_t j = factor->first; j <= i; j++) {
      double sum = posterior_precision(grid, factor, i, j);
      for (size_t l = factor->first; l < j; l++)
        sum -= lower[i * k + l] * lower[j * k + l];
      if (j < i) {
        lower[i * k + j] = sum / lower[j * k + j];
      } else if (i <= m) {
        lower[i * k + i] = sqrt(fmax(sum, level_precision));
        factor->log_det += log(lower[i * k + i]);
      } else {
        lower[i * k + i] = fmax(sum, 0);
      }
    }
}

prg_status prg_seasonal_grid_factor(prg_seasonal_grid *grid, size_t n, const double *seen,
                                    prg_error *error) {
  bool complete = true;
  for (size_t t = 0; t < n; t++)
    complete = complete && !isnan(seen[t]);
  if (complete && grid->factored_n == n)
    return PRG_OK;
  if (!reserve_scratch(grid, prg_seasonal_scratch(grid->m, n)))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  size_t done = grid->n_dynamics;
  for (size_t i = 0; i < grid->n_factor; i++) {
    prg_seasonal_factor *factor = &grid->factor[i];
    if (factor->dynamics != done)
      prg_seasonal_gram(&grid->dynamics[factor->dynamics], grid->m, n, seen, grid->gram,
                        grid->scratch);
    done = factor->dynamics;
    factorise(grid, factor);
  }
  grid->factored_n = complete ? n : 0;
  return PRG_OK;
}

double prg_seasonal_forward(const prg_seasonal_factor *factor, size_t m, const double *g,
                            double *v) {
  const size_t k = m + 2;
  double square = 0;
  for (size_t i = factor->first; i <= m; i++) {
    const double *row = factor->lower + i * k;
    double sum = g[i];
    for (size_t j = factor->first; j < i; j++)
      sum -= row[j] * v[j];
    v[i] = sum / row[i];
    square += v[i] * v[i];
  }
  return square;
}

double prg_seasonal_slope_rest(const prg_seasonal_factor *factor, size_t m, const double *g,
                               const double *v) {
  const double *row = factor->lower + (m + 1) * (m + 2);
  double sum = g[m + 1];
  for (size_t j = factor->first; j <= m; j++)
    sum -= row[j] * v[j];
  return sum;
}

double prg_seasonal_slope_pivot(const prg_seasonal_factor *factor, size_t m, double kappa) {
  return factor->lower[(m + 1) * (m + 2) + m + 1] + 1 / (kappa * kappa);
}

void prg_seasonal_backward(const prg_seasonal_factor *factor, size_t m, bool has_slope,
                           double pivot, const double *v, double *x) {
  const size_t k = m + 2, end = has_slope ? k : m + 1;
  memset(x, 0, k * sizeof *x);
  for (size_t i = end; i-- > factor->first;) {
    double sum = v[i];
    for (size_t j = i + 1; j < end; j++)
      sum -= factor->lower[j * k + i] * x[j];
    x[i] = sum / (i == m + 1 ? sqrt(pivot) : factor->lower[i * k + i]);
  }
}
