#include "model/pooled/annual_grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clones.h"
#include "model/pooled/prior.h"

#define OWN_SHARE 0.85 /* of what the series' kind has of its own, beside the mixture */

static int scale_of(double transform) {
  return transform == 1 ? SCALE_RAW : transform == 0 ? SCALE_LOG : SCALE_ROOT;
}

static int compare_doubles(double a, double b) {
  return (a > b) - (a < b);
}

/* By scale, growth, dynamics: nodes of one run stand together. */
static int compare_runs(const prg_annual_node *a, const prg_annual_node *b) {
  int order = scale_of(a->transform) - scale_of(b->transform);
  order = order != 0 ? order : compare_doubles(a->growth, b->growth);
  order = order != 0 ? order : compare_doubles(a->alpha, b->alpha);
  order = order != 0 ? order : compare_doubles(a->beta, b->beta);
  return order != 0 ? order : compare_doubles(a->phi, b->phi);
}

static int compare_nodes(const void *left, const void *right) {
  const prg_annual_node *a = left, *b = right;
  int order = compare_runs(a, b);
  order = order != 0 ? order : compare_doubles(a->kappa, b->kappa);
  order = order != 0 ? order : compare_doubles(a->s0, b->s0);
  return order != 0 ? order : compare_doubles(a->log_weight, b->log_weight);
}

static size_t count_runs(const prg_annual_node *node, size_t n) {
  size_t runs = 0;
  for (size_t i = 0; i < n; i++)
    runs += i == 0 || compare_runs(&node[i - 1], &node[i]) != 0 ? 1 : 0;
  return runs;
}

static double *carve(double **block, size_t n) {
  double *part = *block;
  *block += n;
  return part;
}

static bool carve_grid(annual_grid *grid) {
  size_t runs = grid->n_runs, nodes = grid->n_nodes, length = ANNUAL_LENGTH;
  size_t doubles =
      runs * (4 + 2 * length + ANNUAL_SUMS * (length + 1)) + nodes * (2 + PRG_KIND_COUNT);
  grid->block = calloc(doubles, sizeof *grid->block);
  grid->index_block = calloc(nodes, sizeof *grid->index_block);
  grid->scale = calloc(runs, sizeof *grid->scale);
  if (grid->block == NULL || grid->index_block == NULL || grid->scale == NULL)
    return false;
  double *rest = grid->block;
  grid->run = grid->index_block;
  grid->alpha = carve(&rest, runs);
  grid->beta = carve(&rest, runs);
  grid->phi = carve(&rest, runs);
  grid->growth = carve(&rest, runs);
  grid->x1 = carve(&rest, runs * length);
  grid->x2 = carve(&rest, runs * length);
  for (size_t t = 0; t <= length; t++) {
    annual_sums *s = &grid->sums[t];
    double **part[ANNUAL_SUMS] = {&s->c11, &s->c12, &s->c22, &s->l1, &s->b1, &s->l2, &s->b2};
    for (size_t i = 0; i < ANNUAL_SUMS; i++)
      *part[i] = carve(&rest, runs);
  }
  grid->kappa = carve(&rest, nodes);
  grid->s0 = carve(&rest, nodes);
  for (size_t k = 0; k < PRG_KIND_COUNT; k++)
    grid->log_weight[k] = carve(&rest, nodes);
  return true;
}

/* Where a prior's log weights stand in a node. */
static size_t weight_offset(prg_prior prior) {
  return prior == PRG_PRIOR_ECONOMY      ? offsetof(prg_annual_node, economy)
         : prior == PRG_PRIOR_PEOPLE     ? offsetof(prg_annual_node, people)
         : prior == PRG_PRIOR_AREA_TOTAL ? offsetof(prg_annual_node, area_total)
                                         : offsetof(prg_annual_node, log_weight);
}

static double log_weight_at(const prg_annual_node *node, size_t offset) {
  double value;
  memcpy(&value, (const char *)node + offset, sizeof value);
  return value;
}

/* The prior for series of a kind: what was asked for, or what the kind has of its own. */
static prg_prior prior_for(prg_prior asked, prg_kind kind) {
  return asked != PRG_PRIOR_MIXTURE    ? asked
         : kind == PRG_KIND_ECONOMY    ? PRG_PRIOR_ECONOMY
         : kind == PRG_KIND_PEOPLE     ? PRG_PRIOR_PEOPLE
         : kind == PRG_KIND_AREA_TOTAL ? PRG_PRIOR_AREA_TOTAL
                                       : PRG_PRIOR_MIXTURE;
}

/* Adds share × the weights of a prior, made to sum to 1. */
static void add_weights(const prg_annual_node *node, size_t n, prg_prior prior, double share,
                        double *weight) {
  const size_t offset = weight_offset(prior);
  double total = 0, heaviest = -INFINITY;
  for (size_t i = 0; i < n; i++)
    heaviest = fmax(heaviest, log_weight_at(&node[i], offset));
  for (size_t i = 0; i < n; i++)
    total += exp(log_weight_at(&node[i], offset) - heaviest);
  for (size_t i = 0; i < n; i++)
    weight[i] += share / total * exp(log_weight_at(&node[i], offset) - heaviest);
}

/* Log weights for series of a kind: a prior that was asked for counts alone, the mixture beside
 * what the kind has of its own. */
static void weigh(const prg_annual_node *node, size_t n, prg_prior prior, prg_kind kind,
                  double *log_weight) {
  for (size_t i = 0; i < n; i++)
    log_weight[i] = 0;
  add_weights(node, n, prior, 1 - OWN_SHARE, log_weight);
  add_weights(node, n, prior_for(prior, kind), OWN_SHARE, log_weight);
  for (size_t i = 0; i < n; i++)
    log_weight[i] = log(log_weight[i]);
}

static void fill_nodes(annual_grid *grid, const prg_annual_node *node, prg_prior prior,
                       bool by_kind) {
  size_t r = 0;
  for (size_t i = 0; i < grid->n_nodes; i++) {
    r += i > 0 && compare_runs(&node[i - 1], &node[i]) != 0 ? 1 : 0;
    grid->run[i] = r;
    grid->kappa[i] = node[i].kappa;
    grid->s0[i] = node[i].s0;
    grid->scale[r] = scale_of(node[i].transform);
    grid->alpha[r] = node[i].alpha;
    grid->beta[r] = node[i].beta;
    grid->phi[r] = node[i].phi;
    grid->growth[r] = node[i].growth;
  }
  for (int k = 0; k < PRG_KIND_COUNT; k++)
    weigh(node, grid->n_nodes, by_kind ? prior : PRG_PRIOR_MIXTURE,
          by_kind ? (prg_kind)k : PRG_KIND_UNKNOWN, grid->log_weight[k]);
  for (size_t s = 0; s < SCALE_COUNT; s++)
    for (size_t i = 0; i < grid->n_runs; i++)
      grid->first[s + 1] = grid->scale[i] <= (int)s ? i + 1 : grid->first[s + 1];
  for (size_t s = 1; s <= SCALE_COUNT; s++)
    grid->first[s] = grid->first[s] > grid->first[s - 1] ? grid->first[s] : grid->first[s - 1];
}

/* Before any period: the unit states. */
static void start(const annual_grid *grid, annual_sums *sums) {
  double *zero[] = {sums->c11, sums->c12, sums->c22, sums->b1, sums->l2};
  for (size_t i = 0; i < sizeof zero / sizeof zero[0]; i++)
    memset(zero[i], 0, grid->n_runs * sizeof *zero[i]);
  for (size_t r = 0; r < grid->n_runs; r++)
    sums->l1[r] = sums->b2[r] = 1;
}

/* x = l + φb; l ← x − αx; b ← φb − βx. */
PRG_CLONES
static void respond(size_t n, const double *restrict alpha, const double *restrict beta,
                    const double *restrict phi, const double *restrict l, const double *restrict b,
                    double *restrict next_l, double *restrict next_b, double *restrict x) {
  for (size_t r = 0; r < n; r++) {
    double damped = phi[r] * b[r], prediction = l[r] + damped;
    next_l[r] = prediction - alpha[r] * prediction;
    next_b[r] = damped - beta[r] * prediction;
    x[r] = prediction;
  }
}

/* Σ ← δ Σ + x y. */
PRG_CLONES
static void discount(size_t n, const double *restrict before, const double *x, const double *y,
                     double *restrict after) {
  for (size_t r = 0; r < n; r++)
    after[r] = ANNUAL_DISCOUNT * before[r] + x[r] * y[r];
}

/* One period on; x1, x2: shape (n_runs), the responses of the predictions. */
static void advance(const annual_grid *grid, const annual_sums *before, const annual_sums *after,
                    double *x1, double *x2) {
  const size_t n = grid->n_runs;
  respond(n, grid->alpha, grid->beta, grid->phi, before->l1, before->b1, after->l1, after->b1, x1);
  respond(n, grid->alpha, grid->beta, grid->phi, before->l2, before->b2, after->l2, after->b2, x2);
  discount(n, before->c11, x1, x1, after->c11);
  discount(n, before->c12, x1, x2, after->c12);
  discount(n, before->c22, x2, x2, after->c22);
}

void annual_grid_table(annual_grid *grid, size_t n) {
  for (; grid->n_tabled < n; grid->n_tabled++) {
    const size_t t = grid->n_tabled, row = t * grid->n_runs;
    advance(grid, &grid->sums[t], &grid->sums[t + 1], grid->x1 + row, grid->x2 + row);
  }
}

bool annual_grid_init(annual_grid *grid, const prg_node_list *nodes, prg_prior prior) {
  const prg_node_list *list = nodes == NULL ? &prg_annual_prior : nodes;
  prg_annual_node *node = malloc(list->n * sizeof *node);
  *grid = (annual_grid){.n_nodes = list->n};
  if (node == NULL)
    return false;
  memcpy(node, list->node, list->n * sizeof *node);
  qsort(node, list->n, sizeof *node, compare_nodes);
  grid->n_runs = count_runs(node, grid->n_nodes);
  bool done = carve_grid(grid);
  if (done) {
    fill_nodes(grid, node, prior, list->by_kind);
    start(grid, &grid->sums[0]);
  } else {
    annual_grid_clear(grid);
  }
  free(node);
  return done;
}

prg_annual_node annual_grid_node(const annual_grid *grid, size_t i, prg_kind kind) {
  static const double transform[SCALE_COUNT] = {1, .5, 0};
  size_t r = grid->run[i];
  return (prg_annual_node){.transform = transform[grid->scale[r]],
                           .alpha = grid->alpha[r],
                           .beta = grid->beta[r],
                           .phi = grid->phi[r],
                           .kappa = grid->kappa[i],
                           .s0 = grid->s0[i],
                           .log_weight = grid->log_weight[kind][i],
                           .growth = grid->growth[r]};
}

void annual_grid_clear(annual_grid *grid) {
  free(grid->block);
  free(grid->index_block);
  free(grid->scale);
  *grid = (annual_grid){0};
}
