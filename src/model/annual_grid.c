#include "model/annual_grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clones.h"
#include "model/prior.h"

/* The files of the equal mixture, and the kind whose own file each is. */
static const struct {
  const char *name;
  prg_prior prior;
  prg_kind kind;
} files[] = {
    {"annual_growth", PRG_PRIOR_GROWTH, PRG_KIND_ECONOMY},
    {"annual_neutral", PRG_PRIOR_NEUTRAL, PRG_KIND_COUNT},
    {"annual_people", PRG_PRIOR_PEOPLE, PRG_KIND_PEOPLE},
    {"annual_area_total", PRG_PRIOR_AREA_TOTAL, PRG_KIND_AREA_TOTAL},
};
#define FILES (sizeof files / sizeof files[0])

/* A node of the union with its weight in each file. */
typedef struct union_node {
  prg_annual_node node;
  int scale;
  double weight[FILES];
} union_node;

static int scale_of(double transform) {
  return transform == 1 ? SCALE_RAW : transform == 0 ? SCALE_LOG : SCALE_ROOT;
}

static int compare_doubles(double a, double b) {
  return (a > b) - (a < b);
}

/* By scale, growth, dynamics: nodes of one run stand together. */
static int compare_runs(const union_node *a, const union_node *b) {
  int order = a->scale - b->scale;
  order = order != 0 ? order : compare_doubles(a->node.growth, b->node.growth);
  order = order != 0 ? order : compare_doubles(a->node.alpha, b->node.alpha);
  order = order != 0 ? order : compare_doubles(a->node.beta, b->node.beta);
  return order != 0 ? order : compare_doubles(a->node.phi, b->node.phi);
}

static int compare_nodes(const void *left, const void *right) {
  const union_node *a = left, *b = right;
  int order = compare_runs(a, b);
  order = order != 0 ? order : compare_doubles(a->node.kappa, b->node.kappa);
  return order != 0 ? order : compare_doubles(a->node.s0, b->node.s0);
}

static const prg_annual_prior *find_file(const char *name) {
  const prg_annual_prior *file = prg_annual_priors;
  while (strcmp(file->name, name) != 0)
    file++;
  return file;
}

/* Appends a file's nodes; its weights then sum to 1. */
static void add_nodes(union_node *node, const prg_annual_node *from, size_t n, size_t which) {
  double total = 0, heaviest = -INFINITY;
  for (size_t i = 0; i < n; i++)
    heaviest = fmax(heaviest, from[i].log_weight);
  for (size_t i = 0; i < n; i++)
    total += exp(from[i].log_weight - heaviest);
  for (size_t i = 0; i < n; i++) {
    node[i] = (union_node){.node = from[i], .scale = scale_of(from[i].transform)};
    node[i].weight[which] = exp(from[i].log_weight - heaviest) / total;
  }
}

static size_t add_file(union_node *node, size_t n, size_t which) {
  const prg_annual_prior *file = find_file(files[which].name);
  add_nodes(node + n, file->node, file->n, which);
  return n + file->n;
}

/* The prior's files side by side, sorted: a node that stands in two files stays two nodes, each
 * with the chance to be pruned that it has in its own file. NULL if memory is exhausted. */
static union_node *collect(prg_prior prior, size_t *n) {
  size_t total = 0;
  for (size_t f = 0; f < FILES; f++)
    total += find_file(files[f].name)->n;
  union_node *node = malloc(total * sizeof *node);
  if (node == NULL)
    return NULL;
  *n = 0;
  for (size_t f = 0; f < FILES; f++)
    if (prior == PRG_PRIOR_MIXTURE || prior == files[f].prior)
      *n = add_file(node, *n, f);
  qsort(node, *n, sizeof *node, compare_nodes);
  return node;
}

/* Log weight of a node for a series of that kind: a file alone counts whole; in the mixture each
 * counts a quarter, or the kind's own a half and the others a sixth. */
static double log_weight(const union_node *node, prg_prior prior, prg_kind kind) {
  bool has_own = kind == PRG_KIND_PEOPLE || kind == PRG_KIND_AREA_TOTAL || kind == PRG_KIND_ECONOMY;
  double weight = 0;
  for (size_t f = 0; f < FILES; f++) {
    double share = prior != PRG_PRIOR_MIXTURE ? 1
                   : !has_own                 ? 1.0 / FILES
                   : files[f].kind == kind    ? 0.5
                                              : 0.5 / (FILES - 1);
    weight += share * node->weight[f];
  }
  return log(weight);
}

static size_t count_runs(const union_node *node, size_t n) {
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

static void fill_nodes(annual_grid *grid, const union_node *node, prg_prior prior) {
  size_t r = 0;
  for (size_t i = 0; i < grid->n_nodes; i++) {
    r += i > 0 && compare_runs(&node[i - 1], &node[i]) != 0 ? 1 : 0;
    grid->run[i] = r;
    grid->kappa[i] = node[i].node.kappa;
    grid->s0[i] = node[i].node.s0;
    for (size_t k = 0; k < PRG_KIND_COUNT; k++)
      grid->log_weight[k][i] = log_weight(&node[i], prior, (prg_kind)k);
    grid->scale[r] = node[i].scale;
    grid->alpha[r] = node[i].node.alpha;
    grid->beta[r] = node[i].node.beta;
    grid->phi[r] = node[i].node.phi;
    grid->growth[r] = node[i].node.growth;
  }
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

/* The grid of grid->n_nodes sorted nodes, which are freed; NULL is memory exhausted. */
static bool build(annual_grid *grid, union_node *node, prg_prior prior) {
  if (node == NULL)
    return false;
  grid->n_runs = count_runs(node, grid->n_nodes);
  bool done = carve_grid(grid);
  if (done) {
    fill_nodes(grid, node, prior);
    start(grid, &grid->sums[0]);
  } else {
    annual_grid_clear(grid);
  }
  free(node);
  return done;
}

bool annual_grid_init(annual_grid *grid, prg_prior prior) {
  *grid = (annual_grid){0};
  return build(grid, collect(prior, &grid->n_nodes), prior);
}

bool annual_grid_init_nodes(annual_grid *grid, const prg_node_list *nodes) {
  *grid = (annual_grid){.n_nodes = nodes->n};
  union_node *node = malloc(nodes->n * sizeof *node);
  if (node == NULL)
    return false;
  add_nodes(node, nodes->node, nodes->n, 0);
  qsort(node, nodes->n, sizeof *node, compare_nodes);
  return build(grid, node, files[0].prior); /* as a file alone */
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
