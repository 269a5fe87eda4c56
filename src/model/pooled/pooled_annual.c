/*
 * Pooled exponential smoothing, annual.
 *
 * Averages damped-trend state-space models (Hyndman, Koehler, Ord, Snyder 2008, chapter 3) over a
 * grid of their parameters, each weighted by prior × marginal likelihood; initial states and noise
 * variance are integrated out:
 *
 *   u_t = z_t − z_1 − g (t − 1);  e_t = u_t − l − φ b;  l ← l + φ b + α e_t;  b ← φ b + β e_t
 *   l₀ flat, b₀ ~ N(0, κ²σ²), σ² ~ Inv-Gamma(ν₀/2, ν₀ s₀²/2)
 *
 * With weights w_t = δ^(n−t), N = Σ w_t, the errors e⁰ from zero states, and the responses x₁, x₂
 * of the predictions to unit states: P = Σ w x xᵀ + diag(0, κ⁻²), V = P⁻¹, (L, B) = V Σ w x e⁰, rss
 * = Σ w e⁰² − (L, B)·Σ w x e⁰, a_n = (ν₀ + N − 1)/2, b_n = ν₀ s₀²/2 + rss/2,
 *
 *   log L = −½ log|P| − log κ + ν₀/2 log(ν₀ s₀²/2) − a_n log b_n + J + what all nodes share,
 *
 * J what the log-Jacobian of the scale adds. The forecast of a node is Student t with ν₀ + N − 1
 * degrees of freedom on its scale.
 *
 * With a period missing or a figure preliminary the errors and their variances come from the
 * Kalman filter (Harvey 1989, section 3.4): e²/F and x e/F take the place of e² and x e, log L
 * loses ½ Σ w log F, and the covariance of the end states adds to the forecast's variance.
 *
 * Assumptions and limits: one level of noise; no season; at most the last ANNUAL_LENGTH periods. If
 * a figure is not positive after the count offset, only the raw scale is used, without growth.
 */
#include "model/pooled/pooled_annual.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>

#include "base/clones.h"
#include "model/draw.h"
#include "model/figures.h"
#include "model/pooled/annual_filter.h"
#include "model/pooled/annual_grid.h"
#include "model/pooled/logarithm.h"
#include "model/pooled/mixture.h"
#include "model/pooled/outlier.h"

#define NU0 4.0             /* degrees of freedom of the prior on σ² */
#define PRUNE 6.0           /* nodes whose log weight is this far below the best are dropped */
#define CONSTANT_FLOOR 0.1  /* of a constant count's s₀², over its mean */
#define FLAT_PRECISION 1e-8 /* of the level's flat prior */
#define SMALLEST_RSS 1e-12
/* Variance of the error of a preliminary or approximate figure over σ²: the level of a random walk
 * then takes 1/(1 + ¼) = 80 per cent of the step to it. */
#define PRELIMINARY_NOISE 0.25
#define SUSPECT 3.0      /* departures below this many of the usual changes are no outliers */
#define OUTLIER_GAIN 7.0 /* log Bayes factor that leaves a figure out */
#define OUTLIERS 2       /* at most so many are left out */

/* What the data make of each run. */
typedef struct run_state {
  double *l, *b;         /* end states from zero states */
  double *see, *s1, *s2; /* discounted Σ e²/F, Σ x₁ e/F, Σ x₂ e/F; F = 1 unless uneven */
  double *log_f;         /* discounted Σ log F; not set unless uneven */
  state_cov *end;        /* of the end states; zero unless uneven */
} run_state;

/* Of a node, what depends on n (and on the floor of a constant count) only. */
typedef struct node_constants {
  double *v11, *v12, *v22; /* V */
  double *b0;              /* ν₀ s₀²/2 */
  double *fixed;           /* ν₀/2 log b₀ − ½ log|P| − log κ */
} node_constants;

/* The nodes that were kept; arrays of shape (n), room for all. The states are those at the origin,
 * the level counted on the scale of z. */
typedef struct kept_nodes {
  size_t n;
  size_t *run, *node;
  double *weight, *sigma2; /* posterior weight; b_n/a_n */
  double *alpha, *beta, *phi, *growth;
  double *level, *slope;                                /* posterior means */
  double *level_variance, *covariance, *slope_variance; /* posterior, over σ² */
  double *squares, *sum, *power; /* while predicting: Σ c², φ + … + φ^h, φ^h */
} kept_nodes;

struct prg_annual {
  annual_grid grid;
  run_state run;
  node_constants constant;
  size_t constant_n;     /* the n they are for; 0: none */
  double constant_floor; /* and the lower_s0 */
  annual_sums own;       /* responses of this series, if it is uneven */
  double *bn, *work;     /* shape (n_nodes): b_n; scratch */
  double *score;         /* shape (n_nodes): log posterior */
  kept_nodes kept;
  double *location, *precision;    /* shape (n_nodes): the mixture's arrays */
  double *scratch;                 /* shape (mixture_scratch(n_nodes)): the mixture's */
  student_table *table;            /* shape (ANNUAL_LENGTH + 1): by n; 0 for an uneven series */
  double *block;                   /* the memory of all arrays of doubles; owned */
  size_t siblings[PRG_KIND_COUNT]; /* how many series have shared in the weights; 0: none */

  /* The series fitted last. */
  double z[SCALE_COUNT][ANNUAL_LENGTH]; /* NaN: missing */
  size_t n;
  double figure[ANNUAL_LENGTH]; /* NaN: missing, or left out as an outlier */
  double noise[ANNUAL_LENGTH];  /* variance of the figure's own error, over σ² */
  bool uneven;                  /* a figure is missing or has noise */
  bool raw_only;
  double offset, mean, lower_s0, weight_sum, an;
  double best, total; /* the largest score; Σ exp(score − best) of the kept nodes */
  const annual_sums *sums;
  const student_table *student;
};

void prg_annual_free(prg_annual *annual) {
  if (annual == NULL)
    return;
  annual_grid_clear(&annual->grid);
  free(annual->block);
  free(annual->kept.run);
  free(annual->kept.node);
  free(annual->run.end);
  free(annual->table);
  free(annual);
}

/* Cuts n arrays of the size off the rest of a block. */
static void cut(double **rest, double ***array, size_t n, size_t size) {
  for (size_t i = 0; i < n; i++, *rest += size)
    *array[i] = *rest;
}

#define COUNT(array) (sizeof array / sizeof array[0])

static bool allocate_arrays(prg_annual *annual) {
  run_state *run = &annual->run;
  annual_sums *own = &annual->own;
  node_constants *c = &annual->constant;
  kept_nodes *kept = &annual->kept;
  double **by_run[] = {&run->l,   &run->b,   &run->see, &run->s1, &run->s2, &run->log_f, &own->c11,
                       &own->c12, &own->c22, &own->l1,  &own->b1, &own->l2, &own->b2};
  double **by_node[] = {&c->v11,
                        &c->v12,
                        &c->v22,
                        &c->b0,
                        &c->fixed,
                        &annual->bn,
                        &annual->work,
                        &annual->score,
                        &annual->location,
                        &annual->precision,
                        &kept->weight,
                        &kept->sigma2,
                        &kept->alpha,
                        &kept->beta,
                        &kept->phi,
                        &kept->growth,
                        &kept->level,
                        &kept->slope,
                        &kept->level_variance,
                        &kept->covariance,
                        &kept->slope_variance,
                        &kept->squares,
                        &kept->sum,
                        &kept->power};
  const size_t runs = annual->grid.n_runs, nodes = annual->grid.n_nodes;
  annual->block = calloc(runs * COUNT(by_run) + nodes * COUNT(by_node) + mixture_scratch(nodes),
                         sizeof *annual->block);
  annual->kept.run = calloc(nodes, sizeof *annual->kept.run);
  annual->kept.node = calloc(nodes, sizeof *annual->kept.node);
  annual->table = calloc(ANNUAL_LENGTH + 1, sizeof *annual->table);
  annual->run.end = calloc(runs, sizeof *annual->run.end);
  if (annual->block == NULL || annual->kept.run == NULL || annual->kept.node == NULL ||
      annual->table == NULL || annual->run.end == NULL)
    return false;
  double *rest = annual->block;
  cut(&rest, by_run, COUNT(by_run), runs);
  cut(&rest, by_node, COUNT(by_node), nodes);
  annual->scratch = rest;
  return true;
}

prg_annual *prg_annual_alloc(const prg_node_list *nodes, prg_prior prior) {
  prg_annual *annual = calloc(1, sizeof *annual);
  if (annual == NULL)
    return NULL;
  if (!annual_grid_init(&annual->grid, nodes, prior) || !allocate_arrays(annual)) {
    prg_annual_free(annual);
    return NULL;
  }
  return annual;
}

annual_grid *prg_annual_grid(prg_annual *annual) {
  return &annual->grid;
}

void prg_annual_set_siblings(prg_annual *annual, prg_kind kind, size_t n) {
  annual->siblings[kind] = n;
}

const double *prg_annual_scores(const prg_annual *annual) {
  return annual->score;
}

static bool is_constant(const double *y, size_t n) {
  for (size_t t = 1; t < n; t++)
    if (!isnan(y[t]) && y[t] != y[0])
      return false;
  return true;
}

/* Mean and weights of the figures, and whether they allow the scales of positive figures. */
static void survey(prg_annual *annual, const double *y, size_t n) {
  double observed = 0;
  annual->weight_sum = annual->mean = 0;
  annual->uneven = false;
  for (size_t t = 0; t < n; t++) {
    bool seen = !isnan(y[t]);
    annual->uneven = annual->uneven || !seen || annual->noise[t] > 0;
    annual->weight_sum = ANNUAL_DISCOUNT * annual->weight_sum + (seen ? 1 : 0);
    annual->mean += seen ? fabs(y[t] + annual->offset) : 0;
    observed += seen ? 1 : 0;
  }
  annual->mean = annual->mean > 0 ? annual->mean / observed : 1;
  annual->raw_only = false;
  for (size_t t = 0; t < n; t++)
    annual->raw_only = annual->raw_only || (y[t] + annual->offset) / annual->mean <= 0;
}

/* Offset, mean, scales, weights: everything that the nodes share. */
static void prepare(prg_annual *annual, const double *y, size_t n) {
  annual->n = n;
  annual->offset = prg_figures_offset(y, n);
  survey(annual, y, n);
  for (size_t t = 0; t < n; t++) {
    double xi = (y[t] + annual->offset) / annual->mean;
    annual->z[SCALE_RAW][t] = xi;
    annual->z[SCALE_ROOT][t] = annual->raw_only ? xi : 2 * sqrt(xi);
    annual->z[SCALE_LOG][t] = annual->raw_only ? xi : log(xi);
  }
  bool constant_count = annual->offset == PRG_COUNT_OFFSET && is_constant(y, n);
  annual->lower_s0 = constant_count ? CONSTANT_FLOOR / annual->mean : 0;
  annual->an = (NU0 + annual->weight_sum - 1) / 2;
}

/* What one step of the recursion needs to know of the period. */
typedef struct period_step {
  double z, time; /* from z₁; t − 1 */
  const double *x1, *x2;
} period_step;

/* One step of the runs begin … end − 1. */
PRG_CLONES
static void step_runs(const annual_grid *grid, const run_state *run, const period_step *step,
                      size_t begin, size_t end) {
  const double *restrict x1 = step->x1, *restrict x2 = step->x2;
  const double *restrict alpha = grid->alpha, *restrict beta = grid->beta;
  const double *restrict phi = grid->phi, *restrict growth = grid->growth;
  double *restrict l = run->l, *restrict b = run->b, *restrict see = run->see;
  double *restrict s1 = run->s1, *restrict s2 = run->s2;
  const double z = step->z, time = step->time;
  for (size_t r = begin; r < end; r++) {
    double damped = phi[r] * b[r], f = l[r] + damped;
    double e = z - growth[r] * time - f;
    see[r] = ANNUAL_DISCOUNT * see[r] + e * e;
    s1[r] = ANNUAL_DISCOUNT * s1[r] + x1[r] * e;
    s2[r] = ANNUAL_DISCOUNT * s2[r] + x2[r] * e;
    l[r] = f + alpha[r] * e;
    b[r] = damped + beta[r] * e;
  }
}

/* All runs through a complete series. */
static void run_complete(prg_annual *annual) {
  annual_grid *grid = &annual->grid;
  for (size_t r = 0; r < 5 * grid->n_runs; r++)
    annual->run.l[r] = 0; /* l, b, see, s1, s2 lie side by side */
  memset(annual->run.end, 0, grid->n_runs * sizeof *annual->run.end);
  annual_grid_table(grid, annual->n);
  annual->sums = &grid->sums[annual->n];
  for (size_t t = 0; t < annual->n; t++)
    for (int s = 0; s < SCALE_COUNT; s++) {
      period_step step = {.z = annual->z[s][t] - annual->z[s][0],
                          .time = annual->raw_only ? 0 : (double)t,
                          .x1 = grid->x1 + t * grid->n_runs,
                          .x2 = grid->x2 + t * grid->n_runs};
      step_runs(grid, &annual->run, &step, grid->first[s], grid->first[s + 1]);
    }
}

/* The same for an uneven series, by the Kalman filter: the responses, too, depend on where the
 * gaps are, and an error of variance F counts 1/F. */
static void run_uneven(prg_annual *annual, size_t r) {
  const annual_grid *grid = &annual->grid;
  const double *z = annual->z[grid->scale[r]], phi = grid->phi[r];
  double growth = annual->raw_only ? 0 : grid->growth[r];
  double l[3] = {0, 1, 0}, b[3] = {0, 0, 1}; /* of the data, of a unit level, of a unit slope */
  double sum[6] = {0}, log_f = 0;            /* see, s1, s2, c11, c12, c22 */
  state_cov p = {0, 0, 0};
  for (size_t t = 0; t < annual->n; t++) {
    bool seen = !isnan(z[t]);
    filter_gain k = filter_step(&p, grid->alpha[r], grid->beta[r], phi, seen, annual->noise[t]);
    double e[3];
    for (int i = 0; i < 3; i++) {
      double target = i == 0 ? z[t] - z[0] - growth * (double)t : 0, f = l[i] + phi * b[i];
      e[i] = seen ? target - f : 0;
      l[i] = f + k.l * e[i];
      b[i] = phi * b[i] + k.b * e[i];
    }
    /* the responses are x = −e of the zero data */
    const double product[6] = {e[0] * e[0], -e[1] * e[0], -e[2] * e[0],
                               e[1] * e[1], e[1] * e[2],  e[2] * e[2]};
    for (int i = 0; i < 6; i++)
      sum[i] = ANNUAL_DISCOUNT * sum[i] + product[i] / k.f;
    log_f = ANNUAL_DISCOUNT * log_f + (seen ? log(k.f) : 0);
  }
  run_state *run = &annual->run;
  annual_sums *own = &annual->own;
  run->l[r] = l[0], run->b[r] = b[0], run->see[r] = sum[0], run->s1[r] = sum[1];
  run->s2[r] = sum[2], run->log_f[r] = log_f, run->end[r] = p;
  own->c11[r] = sum[3], own->c12[r] = sum[4], own->c22[r] = sum[5];
  own->l1[r] = l[1], own->b1[r] = b[1], own->l2[r] = l[2], own->b2[r] = b[2];
}

/* V = P⁻¹ of a node; returns |P| κ². */
static double invert(const prg_annual *annual, size_t i) {
  const annual_sums *sums = annual->sums;
  const node_constants *c = &annual->constant;
  const size_t r = annual->grid.run[i];
  const double kappa = annual->grid.kappa[i];
  if (kappa == 0) {
    c->v11[i] = 1 / sums->c11[r];
    c->v12[i] = c->v22[i] = 0;
    return sums->c11[r];
  }
  double p11 = sums->c11[r] + FLAT_PRECISION, p12 = sums->c12[r];
  double p22 = sums->c22[r] + 1 / (kappa * kappa), det = p11 * p22 - p12 * p12;
  c->v11[i] = p22 / det;
  c->v12[i] = -p12 / det;
  c->v22[i] = p11 / det;
  return det * kappa * kappa;
}

static void set_constants(prg_annual *annual) {
  const annual_grid *grid = &annual->grid;
  const node_constants *c = &annual->constant;
  for (size_t i = 0; i < grid->n_nodes; i++) {
    c->b0[i] = NU0 * (grid->s0[i] * grid->s0[i] + annual->lower_s0) / 2;
    annual->bn[i] = invert(annual, i);
  }
  prg_logarithms(grid->n_nodes, annual->bn, annual->work);
  prg_logarithms(grid->n_nodes, c->b0, c->fixed);
  for (size_t i = 0; i < grid->n_nodes; i++)
    c->fixed[i] = NU0 / 2 * c->fixed[i] - annual->work[i] / 2;
  annual->constant_n = annual->uneven ? 0 : annual->n;
  annual->constant_floor = annual->lower_s0;
}

/* b_n of every node. */
static void set_scales(const prg_annual *annual) {
  const run_state *run = &annual->run;
  const node_constants *c = &annual->constant;
  for (size_t i = 0; i < annual->grid.n_nodes; i++) {
    size_t r = annual->grid.run[i];
    double s1 = run->s1[r], s2 = run->s2[r];
    double level = c->v11[i] * s1 + c->v12[i] * s2, slope = c->v12[i] * s1 + c->v22[i] * s2;
    double rss = run->see[r] - level * s1 - slope * s2;
    annual->bn[i] = c->b0[i] + (rss > SMALLEST_RSS ? rss : SMALLEST_RSS) / 2;
  }
}

/* J = (λ − 1) Σ w log(x/a) per scale: the log-Jacobian but for −N log a, which all share. */
static void log_jacobians(const prg_annual *annual, double jacobian[SCALE_COUNT]) {
  static const double lambda[SCALE_COUNT] = {1, .5, 0};
  double log_sum = 0;
  for (size_t t = 0; t < annual->n && !annual->raw_only; t++) {
    double z = annual->z[SCALE_LOG][t];
    log_sum = ANNUAL_DISCOUNT * log_sum + (isnan(z) ? 0 : z);
  }
  for (int s = 0; s < SCALE_COUNT; s++)
    jacobian[s] = (lambda[s] - 1) * log_sum;
}

/* The log posterior of every node; returns the largest. */
static double score_nodes(prg_annual *annual, prg_kind kind) {
  const annual_grid *grid = &annual->grid;
  double jacobian[SCALE_COUNT], best = -INFINITY;
  log_jacobians(annual, jacobian);
  set_scales(annual);
  prg_logarithms(grid->n_nodes, annual->bn, annual->work);
  for (size_t i = 0; i < grid->n_nodes; i++) {
    double score = grid->log_weight[kind][i] + jacobian[grid->scale[grid->run[i]]] +
                   annual->constant.fixed[i] - annual->an * annual->work[i] -
                   (annual->uneven ? annual->run.log_f[grid->run[i]] / 2 : 0);
    annual->score[i] = score;
    best = score > best ? score : best;
  }
  return best;
}

/* Keeps node i: its states at the origin are the run's, moved by what the initial states are. */
static void keep_node(prg_annual *annual, size_t i, double weight) {
  const annual_grid *grid = &annual->grid;
  const annual_sums *sums = annual->sums;
  const node_constants *c = &annual->constant;
  kept_nodes *kept = &annual->kept;
  const size_t k = kept->n++, r = grid->run[i];
  const double v11 = c->v11[i], v12 = c->v12[i], v22 = c->v22[i];
  const double s1 = annual->run.s1[r], s2 = annual->run.s2[r];
  const double level = v11 * s1 + v12 * s2, slope = v12 * s1 + v22 * s2; /* the initial ones */
  const double l1 = sums->l1[r], b1 = sums->b1[r], l2 = sums->l2[r], b2 = sums->b2[r];
  kept->node[k] = i;
  kept->run[k] = r;
  kept->weight[k] = weight;
  kept->sigma2[k] = annual->bn[i] / annual->an;
  kept->alpha[k] = grid->alpha[r];
  kept->beta[k] = grid->beta[r];
  kept->phi[k] = grid->phi[r];
  kept->growth[k] = annual->raw_only ? 0 : grid->growth[r];
  kept->level[k] = annual->z[grid->scale[r]][0] + annual->run.l[r] + level * l1 + slope * l2;
  kept->slope[k] = annual->run.b[r] + level * b1 + slope * b2;
  const state_cov *end = &annual->run.end[r];
  kept->level_variance[k] = l1 * l1 * v11 + 2 * l1 * l2 * v12 + l2 * l2 * v22 + end->ll;
  kept->covariance[k] = l1 * b1 * v11 + (l1 * b2 + l2 * b1) * v12 + l2 * b2 * v22 + end->lb;
  kept->slope_variance[k] = b1 * b1 * v11 + 2 * b1 * b2 * v12 + b2 * b2 * v22 + end->bb;
}

static void keep_best(prg_annual *annual, double best) {
  kept_nodes *kept = &annual->kept;
  double total = 0;
  kept->n = 0;
  for (size_t i = 0; i < annual->grid.n_nodes; i++) {
    if (annual->score[i] < best - PRUNE)
      continue;
    double weight = exp(annual->score[i] - best);
    keep_node(annual, i, weight);
    total += weight;
  }
  for (size_t k = 0; k < kept->n; k++)
    kept->weight[k] /= total;
  annual->best = best;
  annual->total = total;
}

/* Everything that the figures and their noise make of the nodes. */
static void weigh_nodes(prg_annual *annual, prg_kind kind) {
  prepare(annual, annual->figure, annual->n);
  if (annual->uneven) {
    for (size_t r = 0; r < annual->grid.n_runs; r++)
      run_uneven(annual, r);
    annual->sums = &annual->own;
  } else {
    run_complete(annual);
  }
  if (annual->uneven || annual->constant_n != annual->n ||
      annual->constant_floor != annual->lower_s0)
    set_constants(annual);
  student_table *table = &annual->table[annual->uneven ? 0 : annual->n];
  student_table_set(table, NU0 + annual->weight_sum - 1);
  annual->student = table;
  keep_best(annual, score_nodes(annual, kind));
}

/* log p of the figures: of every kept node with its prior weight. */
static double log_evidence(const prg_annual *annual) {
  double n = annual->weight_sum;
  return annual->best + log(annual->total) - (n - 1) / 2 * log(2 * M_PI) +
         gsl_sf_lngamma(annual->an) - gsl_sf_lngamma(NU0 / 2) - n * log(annual->mean);
}

/*
 * Leaves out the figures that stand apart if what remains is overwhelmingly likelier: with y₋ the
 * other figures and an outlier spread evenly over the size a of the series, the log Bayes factor
 *   log p(y₋) − log p(y) − Σ w (log a + OUTLIER_GAIN) > 0,  w the discounted weight of each left
 * out. Since p(y) is that of the whole series, a change of level or of trend is no outlier. Two are
 * also tried together, for each hides the other. Returns how many are left out; index: shape
 * (OUTLIERS).
 */
static size_t leave_out_outliers(prg_annual *annual, prg_kind kind, size_t *index) {
  double whole = 0, charge = 0, figure[OUTLIERS];
  size_t tried = 0, accepted = 0;
  while (tried < OUTLIERS) {
    outlier_departure apart = outlier_search(annual->z[SCALE_ROOT], annual->n);
    if (!(fabs(apart.departure) > SUSPECT * apart.noise))
      break;
    if (tried == 0)
      whole = log_evidence(annual);
    figure[tried] = annual->figure[apart.index];
    index[tried++] = apart.index;
    annual->figure[apart.index] = NAN;
    weigh_nodes(annual, kind);
    double weight = pow(ANNUAL_DISCOUNT, (double)(annual->n - 1 - apart.index));
    charge += weight * (log(annual->mean) + OUTLIER_GAIN);
    if (log_evidence(annual) - charge > whole)
      accepted = tried;
  }
  for (size_t i = accepted; i < tried; i++)
    annual->figure[index[i]] = figure[i];
  if (accepted < tried)
    weigh_nodes(annual, kind);
  return accepted;
}

static void tell_outliers(const prg_series *series, size_t first, const size_t *index, size_t n,
                          prg_notes *notes) {
  for (size_t i = 0; i < n; i++) {
    char period[PRG_PERIOD_BYTES];
    prg_period_print(prg_series_period(series, first + index[i]), period);
    prg_notes_add(notes, PRG_TEXT_NOTE_OUTLIER_LEFT_OUT, PRG_ARGS(prg_string(period)));
  }
}

/* The last figures of the series with their noise. */
static void take_figures(prg_annual *annual, const prg_series *series, size_t first,
                         prg_notes *notes) {
  long long preliminary = 0;
  annual->n = series->n - first;
  for (size_t t = 0; t < annual->n; t++) {
    prg_observation status = series->observation[first + t];
    bool certain = status != PRG_PRELIMINARY && status != PRG_APPROXIMATE;
    annual->figure[t] = series->value[first + t];
    annual->noise[t] = certain ? 0 : PRELIMINARY_NOISE;
    preliminary += !certain;
  }
  if (preliminary > 0)
    prg_notes_add(notes, PRG_TEXT_NOTE_POOLED_PRELIMINARY, PRG_ARGS(prg_integer(preliminary)));
}

prg_status prg_annual_fit(prg_annual *annual, const prg_series *series, prg_notes *notes,
                          prg_error *error) {
  (void)error;
  size_t first = series->n > ANNUAL_LENGTH ? series->n - ANNUAL_LENGTH : 0;
  while (isnan(series->value[first]))
    first++;
  if (first > 0)
    prg_notes_add(notes, PRG_TEXT_NOTE_POOLED_LAST, PRG_ARGS(prg_integer(ANNUAL_LENGTH)));
  take_figures(annual, series, first, notes);
  weigh_nodes(annual, series->kind);
  size_t apart[OUTLIERS], n_apart = leave_out_outliers(annual, series->kind, apart);
  tell_outliers(series, first, apart, n_apart, notes);
  if (annual->siblings[series->kind] > 0)
    prg_notes_add(notes, PRG_TEXT_NOTE_SIBLINGS,
                  PRG_ARGS(prg_integer((long long)annual->siblings[series->kind])));
  return PRG_OK;
}

/* Before the first period: h = 0. */
static void start_components(const kept_nodes *kept) {
  for (size_t k = 0; k < kept->n; k++) {
    kept->squares[k] = kept->sum[k] = 0;
    kept->power[k] = 1;
  }
}

/*
 * Location and precision of every kept node h periods ahead; called for h = 1, 2 … in turn. With P
 * = φ + … + φ^h and c_j = α + β (φ + … + φ^j), the location is level + P slope, and growth, the
 * variance over σ² is 1 + Σ_{j<h} c_j² + var(level + P slope).
 */
PRG_CLONES
static void place_components(const kept_nodes *kept, double time, double *restrict location,
                             double *restrict precision) {
  const double *restrict alpha = kept->alpha, *restrict beta = kept->beta;
  const double *restrict phi = kept->phi, *restrict growth = kept->growth;
  const double *restrict level = kept->level, *restrict slope = kept->slope;
  const double *restrict level_variance = kept->level_variance;
  const double *restrict covariance = kept->covariance;
  const double *restrict slope_variance = kept->slope_variance;
  const double *restrict sigma2 = kept->sigma2;
  double *restrict squares = kept->squares, *restrict sum = kept->sum;
  double *restrict power = kept->power;
  for (size_t k = 0; k < kept->n; k++) {
    power[k] *= phi[k];
    sum[k] += power[k];
    location[k] = growth[k] * time + level[k] + sum[k] * slope[k];
    double start = level_variance[k] + sum[k] * (2 * covariance[k] + sum[k] * slope_variance[k]);
    precision[k] = 1 / sqrt(sigma2[k] * (1 + squares[k] + start));
    double c = alpha[k] + beta[k] * sum[k];
    squares[k] += c * c;
  }
}

/* The mixture of the kept nodes; they stand in the grid's order, so scale by scale. */
static prg_mixture make_mixture(const prg_annual *annual) {
  const kept_nodes *kept = &annual->kept;
  prg_mixture m = {.weight = kept->weight,
                   .location = annual->location,
                   .precision = annual->precision,
                   .scratch = annual->scratch,
                   .student = annual->student};
  for (size_t k = 0; k < kept->n; k++)
    mixture_count(&m, annual->raw_only ? SCALE_RAW : annual->grid.scale[kept->run[k]]);
  return m;
}

prg_status prg_annual_predict(prg_annual *annual, prg_distribution *out, prg_error *error) {
  (void)error;
  prg_mixture m = make_mixture(annual);
  start_components(&annual->kept);
  size_t n = out->n_probability;
  mixture_course course = {0};
  for (size_t h = 1; h <= out->horizon; h++) {
    double *quantile = out->quantile + (h - 1) * n;
    place_components(&annual->kept, (double)(annual->n + h - 1), annual->location,
                     annual->precision);
    mixture_quantiles(&m, out->probability, n, &course, quantile);
  }
  for (size_t i = 0; i < out->horizon * n; i++)
    out->quantile[i] = out->quantile[i] * annual->mean - annual->offset;
  return PRG_OK;
}

annual_view prg_annual_look(prg_annual *annual, size_t h) {
  if (h == 1)
    start_components(&annual->kept);
  place_components(&annual->kept, (double)(annual->n + h - 1), annual->location, annual->precision);
  return (annual_view){make_mixture(annual), annual->mean, annual->offset};
}

size_t prg_annual_kept(const prg_annual *annual, size_t k) {
  return annual->kept.node[k];
}

static size_t draw_node(const kept_nodes *kept, gsl_rng *rng) {
  double u = gsl_rng_uniform(rng);
  size_t k = 0;
  while (k + 1 < kept->n && (u -= kept->weight[k]) >= 0)
    k++;
  return k;
}

/* A path: a node by its weight, σ² from its posterior, the states given σ², then the errors. */
static void draw_path(const void *fitted, gsl_rng *rng, size_t horizon, double *path) {
  const prg_annual *annual = fitted;
  const kept_nodes *kept = &annual->kept;
  const size_t k = draw_node(kept, rng);
  const double sigma = sqrt(kept->sigma2[k] * annual->an / gsl_ran_gamma(rng, annual->an, 1));
  const double root =
      sqrt(fmax(kept->level_variance[k], 0)); /* 0 if the last figure is the level */
  const double cross = root > 0 ? kept->covariance[k] / root : 0;
  const double rest = sqrt(fmax(kept->slope_variance[k] - cross * cross, 0));
  const double first = gsl_ran_gaussian(rng, sigma), second = gsl_ran_gaussian(rng, sigma);
  double l = kept->level[k] + root * first, b = kept->slope[k] + cross * first + rest * second;
  const int scale = annual->raw_only ? SCALE_RAW : annual->grid.scale[kept->run[k]];
  for (size_t h = 1; h <= horizon; h++) {
    double f = l + kept->phi[k] * b, e = gsl_ran_gaussian(rng, sigma);
    double z = kept->growth[k] * (double)(annual->n + h - 1) + f + e;
    path[h - 1] = mixture_backward(scale, z) * annual->mean - annual->offset;
    l = f + kept->alpha[k] * e;
    b = kept->phi[k] * b + kept->beta[k] * e;
  }
}

prg_status prg_annual_paths(prg_annual *annual, size_t horizon, size_t n_paths, unsigned long seed,
                            double *path, prg_error *error) {
  return prg_draw_paths(draw_path, annual, horizon, n_paths, seed, path, error);
}
