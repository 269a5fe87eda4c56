#include "model/pooled/seasonal_grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clones.h"
#include "model/figures.h"

static const double level_precision = 1e-8; /* "flat", and still a Cholesky factor */

static const prg_seasonal_node_list *prior_for(size_t m) {
  const char *name = m <= 3 ? "half_yearly" : m <= 6 ? "quarterly" : m < 40 ? "monthly" : "weekly";
  const prg_seasonal_prior *prior = prg_seasonal_priors;
  while (strcmp(prior->name, name) != 0)
    prior++;
  return &prior->list;
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

/* By what is shared: dynamics, τ, scale, growth, κ, s0. */
static int compare_nodes(const void *left, const void *right) {
  const prg_seasonal_node *a = *(const prg_seasonal_node *const *)left,
                          *b = *(const prg_seasonal_node *const *)right;
  int order = compare_dynamics(a, b);
  order = order != 0 ? order : compare(a->tau, b->tau);
  order = order != 0 ? order : compare(b->transform, a->transform);
  order = order != 0 ? order : compare(a->growth, b->growth);
  order = order != 0 ? order : compare(a->kappa, b->kappa);
  order = order != 0 ? order : compare(a->s0, b->s0);
  return order != 0 ? order : compare((double)(a - b), 0);
}

static prg_seasonal_dynamics dynamics_of(const prg_seasonal_node *node) {
  return (prg_seasonal_dynamics){node->alpha, node->beta, node->kappa > 0 ? node->phi : 0,
                                 node->gamma};
}

/* The nodes in order, and of those the stable ones: what is stable is asked once per dynamics. */
static bool take_stable_nodes(prg_seasonal_grid *grid, const prg_seasonal_node_list *nodes) {
  const prg_seasonal_node **sorted = malloc(nodes->n * sizeof *sorted);
  if (sorted == NULL)
    return false;
  bool stable = false;
  for (size_t i = 0; i < nodes->n; i++)
    sorted[i] = &nodes->node[i];
  qsort(sorted, nodes->n, sizeof *sorted, compare_nodes);
  grid->n_node = 0;
  for (size_t i = 0; i < nodes->n; i++) {
    prg_seasonal_dynamics dynamics = dynamics_of(sorted[i]);
    if (i == 0 || compare_dynamics(sorted[i - 1], sorted[i]) != 0)
      stable = prg_seasonal_is_stable(&dynamics, grid->m, grid->scratch);
    if (!stable)
      continue;
    grid->origin[grid->n_node] = (size_t)(sorted[i] - nodes->node);
    grid->node[grid->n_node++] = *sorted[i];
  }
  free(sorted);
  return true;
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
  free(grid->origin);
  free(grid->factor);
  free(grid->dynamics);
  free(grid->precision);
  free(grid->line_error);
  free(grid->line_square);
  free(grid->memory);
  free(grid->scratch);
  *grid = (prg_seasonal_grid){0};
}

prg_status prg_seasonal_grid_set(prg_seasonal_grid *grid, size_t m,
                                 const prg_seasonal_node_list *nodes, prg_error *error) {
  if (grid->m == m)
    return PRG_OK;
  if (nodes == NULL)
    nodes = prior_for(m);
  prg_seasonal_grid_clear(grid);
  grid->node = calloc(nodes->n, sizeof *grid->node);
  grid->origin = calloc(nodes->n, sizeof *grid->origin);
  grid->factor = calloc(nodes->n, sizeof *grid->factor);
  grid->dynamics = calloc(nodes->n, sizeof *grid->dynamics);
  grid->line_square = calloc(nodes->n, sizeof *grid->line_square);
  grid->precision = calloc(m, sizeof *grid->precision);
  grid->m = m;
  if (grid->node == NULL || grid->origin == NULL || grid->factor == NULL ||
      grid->dynamics == NULL || grid->precision == NULL || grid->line_square == NULL ||
      !prg_figures_reserve(&grid->scratch, &grid->scratch_size, prg_seasonal_stable_scratch(m)) ||
      !take_stable_nodes(grid, nodes)) {
    prg_seasonal_grid_clear(grid);
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  group_nodes(grid);
  set_precision(grid);
  return PRG_OK;
}

/* Eight sums side by side: an order that neither compiler nor vector length changes. */
PRG_CLONES
static double dot(const double *restrict a, const double *restrict b, size_t n) {
  double sum[8] = {0};
  size_t t = 0;
  for (; t + 8 <= n; t += 8)
    for (size_t i = 0; i < 8; i++)
      sum[i] += a[t + i] * b[t + i];
  for (; t < n; t++)
    sum[t % 8] += a[t] * b[t];
  return ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
}

/* While factoring. */
typedef struct gram_work {
  prg_seasonal_response response; /* of one dynamics */
  double *season;                 /* scratch, shape (m + n) */
  double *product;                /* shape (k, k): X'X, the lower half */
  double *line;                   /* shape (k): X'r */
} gram_work;

/*
 * The seasonal columns are one column c delayed: x_{t,i} = c_{t−i}. So the products of two columns
 * one step further down lack only the last term of the products before.
 */
static void season_block(const prg_seasonal_grid *grid, gram_work *w) {
  const size_t m = grid->m, n = grid->pattern.n, k = grid->k;
  const double *c = w->response.season;
  for (size_t j = 0; j < m; j++)
    w->product[j * k] = j < n ? dot(c, c + j, n - j) : 0;
  for (size_t i = 1; i < m; i++)
    for (size_t j = i; j < m; j++)
      w->product[j * k + i] = j < n ? w->product[(j - 1) * k + i - 1] - c[n - i] * c[n - j] : 0;
}

/* Σ_t a_{t−i} b_{t−j}: of two columns that are a and b delayed. */
static double delayed(size_t n, const double *a, size_t i, const double *b, size_t j) {
  size_t later = i > j ? i : j;
  return later < n ? dot(a + (later - i), b + (later - j), n - later) : 0;
}

static void loose_rows(const prg_seasonal_grid *grid, gram_work *w) {
  const size_t m = grid->m, n = grid->pattern.n, k = grid->k;
  const size_t *loose = grid->pattern.loose;
  for (size_t a = 0; a < grid->pattern.n_loose; a++) {
    double *row = w->product + (m + a) * k;
    for (size_t i = 0; i < m; i++)
      row[i] = delayed(n, w->response.figure, loose[a], w->response.season, i);
    for (size_t b = 0; b <= a; b++)
      row[m + b] = delayed(n, w->response.figure, loose[a], w->response.figure, loose[b]);
  }
}

/* The products of a column that is no delayed copy with those that are. */
static void full_row(const prg_seasonal_grid *grid, const gram_work *w, const double *column,
                     double *row) {
  const size_t m = grid->m, n = grid->pattern.n;
  for (size_t i = 0; i < m; i++)
    row[i] = delayed(n, w->response.season, i, column, 0);
  for (size_t a = 0; a < grid->pattern.n_loose; a++)
    row[m + a] = delayed(n, w->response.figure, grid->pattern.loose[a], column, 0);
}

static void set_gram(prg_seasonal_grid *grid, gram_work *w, size_t dynamics) {
  const size_t n = grid->pattern.n, k = grid->k, level = k - 2, slope = k - 1;
  const prg_seasonal_response *x = &w->response;
  prg_seasonal_respond(&grid->dynamics[dynamics], grid->m, n, x, w->season);
  season_block(grid, w);
  loose_rows(grid, w);
  full_row(grid, w, x->level, w->product + level * k);
  full_row(grid, w, x->slope, w->product + slope * k);
  full_row(grid, w, x->line, w->line);
  w->product[level * k + level] = dot(x->level, x->level, n);
  w->product[slope * k + level] = dot(x->level, x->slope, n);
  w->product[slope * k + slope] = dot(x->slope, x->slope, n);
  w->line[level] = dot(x->level, x->line, n);
  w->line[slope] = dot(x->slope, x->line, n);
  grid->line_square[dynamics] = dot(x->line, x->line, n);
  memcpy(grid->line_error + dynamics * n, x->line, n * sizeof *grid->line_error);
}

/* P_ij of the block that the factor has, j <= i; 1/κ² left out. */
static double posterior_precision(const prg_seasonal_grid *grid, const prg_seasonal_factor *factor,
                                  const double *product, size_t i, size_t j) {
  const size_t m = grid->m, level = grid->k - 2;
  double value = product[i * grid->k + j];
  if (i < m)
    value += grid->precision[i - j] / (factor->tau * factor->tau);
  else if (i == j && i < level)
    value += grid->pattern.precision[i - m];
  else if (i == j && i == level)
    value += level_precision;
  return value;
}

/* ½ log |prior precision|; a figure that is missing has none. */
static double prior_log_det(const prg_seasonal_grid *grid, const prg_seasonal_factor *factor) {
  double sum = factor->tau > 0 ? -(double)grid->m * log(factor->tau) - grid->half_log_det : 0;
  for (size_t a = 0; a < grid->pattern.n_loose; a++)
    sum += grid->pattern.precision[a] > 0 ? log(grid->pattern.precision[a]) / 2 : 0;
  return sum;
}

/* Cholesky by rows: L_ij = (P_ij − Σ_k L_ik L_jk) / L_jj, the last diagonal without its root. */
static void factorise(const prg_seasonal_grid *grid, const gram_work *w,
                      prg_seasonal_factor *factor) {
  const size_t k = grid->k, first = factor->first;
  double *lower = factor->lower;
  factor->log_det = -prior_log_det(grid, factor);
  for (size_t i = first; i < k; i++)
    for (size_t j = first; j <= i; j++) {
      double rest = posterior_precision(grid, factor, w->product, i, j) -
                    dot(lower + i * k + first, lower + j * k + first, j - first);
      if (j < i) {
        lower[i * k + j] = rest / lower[j * k + j];
      } else if (i + 1 < k) {
        lower[i * k + i] = sqrt(fmax(rest, level_precision));
        factor->log_det += log(lower[i * k + i]);
      } else {
        lower[i * k + i] = fmax(rest, 0);
      }
    }
  factor->line_square = prg_seasonal_forward(factor, k, w->line, factor->line);
  factor->line[k - 1] = prg_seasonal_slope_rest(factor, k, w->line, factor->line);
}

static bool same_pattern(const prg_seasonal_pattern *a, const prg_seasonal_pattern *b) {
  return a->n == b->n && a->n_loose == b->n_loose &&
         memcmp(a->loose, b->loose, a->n_loose * sizeof *a->loose) == 0 &&
         memcmp(a->precision, b->precision, a->n_loose * sizeof *a->precision) == 0;
}

static bool reserve(prg_seasonal_grid *grid) {
  const size_t k = grid->k, n = grid->pattern.n;
  if (!prg_figures_reserve(&grid->memory, &grid->memory_size, grid->n_factor * (k * k + k)) ||
      !prg_figures_reserve(&grid->line_error, &grid->line_size, grid->n_dynamics * n) ||
      !prg_figures_reserve(&grid->scratch, &grid->scratch_size, 6 * n + grid->m + k * k + k))
    return false;
  for (size_t i = 0; i < grid->n_factor; i++) {
    grid->factor[i].lower = grid->memory + i * (k * k + k);
    grid->factor[i].line = grid->factor[i].lower + k * k;
  }
  return true;
}

static gram_work cut_scratch(const prg_seasonal_grid *grid) {
  const size_t n = grid->pattern.n, k = grid->k;
  double *x = grid->scratch, *season = x + 5 * n, *product = season + grid->m + n;
  return (gram_work){.response = {x, x + n, x + 2 * n, x + 3 * n, x + 4 * n},
                     .season = season,
                     .product = product,
                     .line = product + k * k};
}

prg_status prg_seasonal_grid_factor(prg_seasonal_grid *grid, const prg_seasonal_pattern *pattern,
                                    prg_error *error) {
  if (same_pattern(&grid->pattern, pattern))
    return PRG_OK;
  grid->pattern = *pattern;
  grid->k = grid->m + pattern->n_loose + 2;
  if (!reserve(grid)) {
    grid->pattern.n = 0;
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  gram_work w = cut_scratch(grid);
  for (size_t i = 0; i < grid->n_factor; i++) {
    prg_seasonal_factor *factor = &grid->factor[i];
    if (i == 0 || factor->dynamics != factor[-1].dynamics)
      set_gram(grid, &w, factor->dynamics);
    factorise(grid, &w, factor);
  }
  return PRG_OK;
}

double prg_seasonal_forward(const prg_seasonal_factor *factor, size_t k, const double *g,
                            double *v) {
  const size_t first = factor->first;
  double square = 0;
  for (size_t i = first; i + 1 < k; i++) {
    const double *row = factor->lower + i * k;
    v[i] = (g[i] - dot(row + first, v + first, i - first)) / row[i];
    square += v[i] * v[i];
  }
  return square;
}

double prg_seasonal_slope_rest(const prg_seasonal_factor *factor, size_t k, const double *g,
                               const double *v) {
  const double *row = factor->lower + (k - 1) * k;
  return g[k - 1] - dot(row + factor->first, v + factor->first, k - 1 - factor->first);
}

double prg_seasonal_slope_pivot(const prg_seasonal_factor *factor, size_t k, double kappa) {
  return factor->lower[k * k - 1] + 1 / (kappa * kappa);
}

void prg_seasonal_backward(const prg_seasonal_factor *factor, size_t k, double pivot,
                           const double *v, double *x) {
  const size_t end = pivot > 0 ? k : k - 1;
  memset(x, 0, k * sizeof *x);
  for (size_t i = end; i-- > factor->first;) {
    double sum = v[i];
    for (size_t j = i + 1; j < end; j++)
      sum -= factor->lower[j * k + i] * x[j];
    x[i] = sum / (i + 1 == k ? sqrt(pivot) : factor->lower[i * k + i]);
  }
}
