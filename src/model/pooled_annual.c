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
#include "model/pooled_annual.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sf_gamma.h>

#include "model/annual_grid.h"
#include "model/mixture.h"
#include "model/outlier.h"

#define NU0 4.0             /* degrees of freedom of the prior on σ² */
#define PRUNE 6.0           /* nodes whose log weight is this far below the best are dropped */
#define COUNT_OFFSET 0.5    /* added to whole numbers */
#define CONSTANT_FLOOR 0.1  /* of a constant count's s₀², over its mean */
#define FLAT_PRECISION 1e-8 /* of the level's flat prior */
#define SMALLEST_RSS 1e-12
/* Variance of the error of a preliminary or approximate figure over σ²: the level of a random walk
 * then takes 1/(1 + ¼) = 80 per cent of the step to it. */
#define PRELIMINARY_NOISE 0.25
#define SUSPECT 3.0      /* departures below this many of the usual changes are no outliers */
#define OUTLIER_GAIN 7.0 /* log Bayes factor that leaves a figure out */
#define OUTLIERS 2       /* at most so many are left out */

/* Covariance of the states over σ², given the initial ones: 0 while every error is seen. */
typedef struct state_cov {
  double ll, lb, bb;
} state_cov;

/* What the data make of each run. */
typedef struct run_state {
  double *l, *b;         /* end states from zero states */
  double *see, *s1, *s2; /* discounted Σ e²/F, Σ x₁ e/F, Σ x₂ e/F; F = 1 unless uneven */
  double *log_f;         /* discounted Σ log F; not set unless uneven */
  state_cov *end;        /* of the end states; zero unless uneven */
} run_state;

/* A node that was kept. */
typedef struct kept_node {
  size_t run;
  double weight;
  double level, slope;     /* posterior mean of the states at the origin */
  double v11, v12, v22;    /* posterior covariance of the initial states, over σ² */
  double start_l, start_b; /* posterior mean of the initial states, L and B */
  double bn;
} kept_node;

/* Of a node, what depends on n only. */
typedef struct node_constants {
  double *v11, *v12, *v22, *half_log_det; /* half_log_det includes log κ */
} node_constants;

struct prg_annual {
  annual_grid grid;
  run_state run;
  node_constants constant;
  size_t constant_n; /* the n they are for; 0: none */
  annual_sums own;   /* responses of this series, if a period is missing */
  double *score;     /* shape (n_nodes): log posterior */
  kept_node *kept;   /* shape (n_nodes) */
  size_t n_kept;
  double *component;    /* the mixture's arrays: shape (3, n_nodes), and its scratch */
  double *progress;     /* shape (3, n_nodes): Σ c², P_h, φ^h while predicting */
  student_table *table; /* shape (ANNUAL_LENGTH + 1): by n; 0 for an uneven series */
  double *block;

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
  free(annual->kept);
  free(annual->run.end);
  free(annual->table);
  free(annual);
}

prg_annual *prg_annual_alloc(prg_prior prior) {
  prg_annual *annual = calloc(1, sizeof *annual);
  if (annual == NULL || !annual_grid_init(&annual->grid, prior)) {
    free(annual);
    return NULL;
  }
  size_t runs = annual->grid.n_runs, nodes = annual->grid.n_nodes;
  annual->block = calloc(
      runs * (6 + ANNUAL_SUMS) + nodes * (4 + 1 + 3 + 3) + mixture_scratch(nodes), sizeof(double));
  annual->kept = calloc(nodes, sizeof *annual->kept);
  annual->table = calloc(ANNUAL_LENGTH + 1, sizeof *annual->table);
  annual->run.end = calloc(runs, sizeof *annual->run.end);
  if (annual->block == NULL || annual->kept == NULL || annual->table == NULL ||
      annual->run.end == NULL) {
    prg_annual_free(annual);
    return NULL;
  }
  double *rest = annual->block;
  double **by_run[] = {&annual->run.l,   &annual->run.b,     &annual->run.see, &annual->run.s1,
                       &annual->run.s2,  &annual->run.log_f, &annual->own.c11, &annual->own.c12,
                       &annual->own.c22, &annual->own.l1,    &annual->own.b1,  &annual->own.l2,
                       &annual->own.b2};
  for (size_t i = 0; i < sizeof by_run / sizeof by_run[0]; i++, rest += runs)
    *by_run[i] = rest;
  double **by_node[] = {&annual->constant.v11, &annual->constant.v12, &annual->constant.v22,
                        &annual->constant.half_log_det, &annual->score};
  for (size_t i = 0; i < sizeof by_node / sizeof by_node[0]; i++, rest += nodes)
    *by_node[i] = rest;
  annual->progress = rest;
  annual->component = rest + 3 * nodes;
  return annual;
}

/* The offset: ½ for counts; half the smallest positive figure if there are zeros; else 0. */
static double find_offset(const double *y, size_t n) {
  bool count = true, zero = false, negative = false;
  double smallest = INFINITY;
  for (size_t t = 0; t < n; t++) {
    if (isnan(y[t]))
      continue;
    count = count && y[t] >= 0 && y[t] == floor(y[t]);
    zero = zero || y[t] == 0;
    negative = negative || y[t] < 0;
    smallest = y[t] > 0 ? fmin(smallest, y[t]) : smallest;
  }
  if (count)
    return COUNT_OFFSET;
  return zero && !negative && isfinite(smallest) ? smallest / 2 : 0;
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
  annual->offset = find_offset(y, n);
  survey(annual, y, n);
  for (size_t t = 0; t < n; t++) {
    double xi = (y[t] + annual->offset) / annual->mean;
    annual->z[SCALE_RAW][t] = xi;
    annual->z[SCALE_ROOT][t] = annual->raw_only ? xi : 2 * sqrt(xi);
    annual->z[SCALE_LOG][t] = annual->raw_only ? xi : log(xi);
  }
  bool constant_count = annual->offset == COUNT_OFFSET && is_constant(y, n);
  annual->lower_s0 = constant_count ? CONSTANT_FLOOR / annual->mean : 0;
  annual->an = (NU0 + annual->weight_sum - 1) / 2;
}

/* One step of every run on a scale, at a period with a figure. */
static void step_scale(prg_annual *annual, size_t t, size_t begin, size_t end, double z,
                       double growth_time) {
  const annual_grid *grid = &annual->grid;
  const double *restrict x1 = grid->x1 + t * grid->n_runs, *restrict x2 =
                                                               grid->x2 + t * grid->n_runs;
  const double *restrict alpha = grid->alpha, *restrict beta = grid->beta;
  const double *restrict phi = grid->phi, *restrict growth = grid->growth;
  double *restrict l = annual->run.l, *restrict b = annual->run.b;
  double *restrict see = annual->run.see, *restrict s1 = annual->run.s1;
  double *restrict s2 = annual->run.s2;
  for (size_t r = begin; r < end; r++) {
    double damped = phi[r] * b[r], f = l[r] + damped;
    double e = z - growth[r] * growth_time - f;
    see[r] = ANNUAL_DISCOUNT * see[r] + e * e;
    s1[r] = ANNUAL_DISCOUNT * s1[r] + x1[r] * e;
    s2[r] = ANNUAL_DISCOUNT * s2[r] + x2[r] * e;
    l[r] = f + alpha[r] * e;
    b[r] = damped + beta[r] * e;
  }
}

static void clear_runs(prg_annual *annual) {
  memset(annual->run.end, 0, annual->grid.n_runs * sizeof *annual->run.end);
  for (size_t r = 0; r < 5 * annual->grid.n_runs; r++)
    annual->run.l[r] = 0; /* l, b, see, s1, s2 lie side by side */
}

static void run_complete(prg_annual *annual) {
  const annual_grid *grid = &annual->grid;
  clear_runs(annual);
  for (size_t t = 0; t < annual->n; t++)
    for (int s = 0; s < SCALE_COUNT; s++)
      step_scale(annual, t, grid->first[s], grid->first[s + 1], annual->z[s][t] - annual->z[s][0],
                 annual->raw_only ? 0 : (double)t);
  annual->sums = &grid->sums[annual->n];
}

/* What a period does to the states: Kalman gains, and the variance of the one-step error over σ².
 * With Q = A P Aᵀ, A = (1 φ; 0 φ), g = (α, β) and the figure's noise r:
 *   F = Q₁₁ + 1 + r,  K = (Q e₁ + g) / F,  P ← Q + g gᵀ − F K Kᵀ;  K = 0 without a figure. */
typedef struct filter_gain {
  double l, b, f;
} filter_gain;

static filter_gain filter_step(state_cov *p, double alpha, double beta, double phi, bool seen,
                               double noise) {
  double q_ll = p->ll + 2 * phi * p->lb + phi * phi * p->bb;
  double q_lb = phi * p->lb + phi * phi * p->bb, q_bb = phi * phi * p->bb;
  double f = q_ll + 1 + noise;
  filter_gain k = {seen ? (q_ll + alpha) / f : 0, seen ? (q_lb + beta) / f : 0, f};
  /* exactly 0 where nothing is unknown, whatever the rounding */
  bool known = seen && q_ll == 0 && q_bb == 0 && noise == 0;
  *p = known ? (state_cov){0, 0, 0}
             : (state_cov){fmax(q_ll + alpha * alpha - f * k.l * k.l, 0),
                           q_lb + alpha * beta - f * k.l * k.b,
                           fmax(q_bb + beta * beta - f * k.b * k.b, 0)};
  return k;
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

/* V = P⁻¹ and ½ log|P| + log κ of every node. */
static void set_constants(prg_annual *annual) {
  const annual_grid *grid = &annual->grid;
  const annual_sums *sums = annual->sums;
  node_constants *c = &annual->constant;
  for (size_t i = 0; i < grid->n_nodes; i++) {
    size_t r = grid->run[i];
    double kappa = grid->kappa[i];
    if (kappa == 0) {
      c->v11[i] = 1 / sums->c11[r];
      c->v12[i] = c->v22[i] = 0;
      c->half_log_det[i] = log(sums->c11[r]) / 2;
      continue;
    }
    double p11 = sums->c11[r] + FLAT_PRECISION, p12 = sums->c12[r];
    double p22 = sums->c22[r] + 1 / (kappa * kappa), det = p11 * p22 - p12 * p12;
    c->v11[i] = p22 / det;
    c->v12[i] = -p12 / det;
    c->v22[i] = p11 / det;
    c->half_log_det[i] = log(det) / 2 + log(kappa);
  }
  annual->constant_n = annual->uneven ? 0 : annual->n;
}

/* b_n, with the posterior means L and B of the initial states. */
static double posterior_scale(const prg_annual *annual, size_t i, double *level, double *slope) {
  const node_constants *c = &annual->constant;
  const run_state *run = &annual->run;
  size_t r = annual->grid.run[i];
  double s1 = run->s1[r], s2 = run->s2[r];
  *level = c->v11[i] * s1 + c->v12[i] * s2;
  *slope = c->v12[i] * s1 + c->v22[i] * s2;
  double rss = fmax(run->see[r] - *level * s1 - *slope * s2, SMALLEST_RSS);
  double s0 = annual->grid.s0[i];
  return NU0 * (s0 * s0 + annual->lower_s0) / 2 + rss / 2;
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
  for (size_t i = 0; i < grid->n_nodes; i++) {
    double level, slope, s0 = grid->s0[i];
    double bn = posterior_scale(annual, i, &level, &slope);
    double b0 = NU0 * (s0 * s0 + annual->lower_s0) / 2;
    annual->score[i] = grid->log_weight[kind][i] + jacobian[grid->scale[grid->run[i]]] -
                       annual->constant.half_log_det[i] + NU0 / 2 * log(b0) - annual->an * log(bn);
    if (annual->uneven)
      annual->score[i] -= annual->run.log_f[grid->run[i]] / 2;
    best = fmax(best, annual->score[i]);
  }
  return best;
}

static void keep_node(prg_annual *annual, size_t i, double weight) {
  const annual_sums *sums = annual->sums;
  size_t r = annual->grid.run[i];
  double level, slope, bn = posterior_scale(annual, i, &level, &slope);
  annual->kept[annual->n_kept++] = (kept_node){
      .run = r,
      .weight = weight,
      .level = annual->run.l[r] + level * sums->l1[r] + slope * sums->l2[r],
      .slope = annual->run.b[r] + level * sums->b1[r] + slope * sums->b2[r],
      .v11 = annual->constant.v11[i],
      .v12 = annual->constant.v12[i],
      .v22 = annual->constant.v22[i],
      .start_l = level,
      .start_b = slope,
      .bn = bn,
  };
}

static void keep_best(prg_annual *annual, double best) {
  double total = 0;
  annual->n_kept = 0;
  for (size_t i = 0; i < annual->grid.n_nodes; i++) {
    if (annual->score[i] < best - PRUNE)
      continue;
    double weight = exp(annual->score[i] - best);
    keep_node(annual, i, weight);
    total += weight;
  }
  for (size_t k = 0; k < annual->n_kept; k++)
    annual->kept[k].weight /= total;
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
  if (annual->uneven || annual->constant_n != annual->n)
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
  return PRG_OK;
}

/* Location and precision of every kept node h periods ahead; called for h = 1, 2 … in turn. */
static void place_components(prg_annual *annual, size_t h, double *location, double *precision) {
  const annual_grid *grid = &annual->grid;
  double *squares = annual->progress, *sum = squares + grid->n_nodes, *power = sum + grid->n_nodes;
  for (size_t k = 0; k < annual->n_kept; k++) {
    const kept_node *node = &annual->kept[k];
    size_t r = node->run;
    const annual_sums *sums = annual->sums;
    double c = h == 1 ? 0 : grid->alpha[r] + grid->beta[r] * sum[k]; /* c_{h−1} */
    squares[k] = h == 1 ? 0 : squares[k] + c * c;
    power[k] = h == 1 ? grid->phi[r] : power[k] * grid->phi[r];
    sum[k] = h == 1 ? power[k] : sum[k] + power[k];
    double growth = annual->raw_only ? 0 : grid->growth[r];
    double g1 = sums->l1[r] + sum[k] * sums->b1[r], g2 = sums->l2[r] + sum[k] * sums->b2[r];
    location[k] = annual->z[grid->scale[r]][0] + growth * (double)(annual->n + h - 1) +
                  node->level + sum[k] * node->slope;
    double variance =
        1 + squares[k] + g1 * g1 * node->v11 + 2 * g1 * g2 * node->v12 + g2 * g2 * node->v22;
    const state_cov *end = &annual->run.end[r];
    variance += end->ll + 2 * sum[k] * end->lb + sum[k] * sum[k] * end->bb;
    precision[k] = 1 / sqrt(node->bn / annual->an * variance);
  }
}

/* The mixture of the kept nodes; they stand in the grid's order, so scale by scale. */
static prg_mixture make_mixture(const prg_annual *annual) {
  size_t nodes = annual->grid.n_nodes;
  double *weight = annual->component;
  prg_mixture m = {.weight = weight,
                   .location = weight + nodes,
                   .precision = weight + 2 * nodes,
                   .scratch = weight + 3 * nodes,
                   .student = annual->student};
  for (size_t k = 0; k < annual->n_kept; k++) {
    weight[k] = annual->kept[k].weight;
    mixture_count(&m, annual->raw_only ? SCALE_RAW : annual->grid.scale[annual->kept[k].run]);
  }
  return m;
}

prg_status prg_annual_predict(prg_annual *annual, prg_distribution *out, prg_error *error) {
  (void)error;
  prg_mixture m = make_mixture(annual);
  size_t n = out->n_probability, nodes = annual->grid.n_nodes;
  mixture_size size;
  for (size_t h = 1; h <= out->horizon; h++) {
    double *quantile = out->quantile + (h - 1) * n;
    place_components(annual, h, annual->component + nodes, annual->component + 2 * nodes);
    mixture_quantiles(&m, out->probability, n, h == 1 ? NULL : quantile - n, &size, quantile);
  }
  for (size_t i = 0; i < out->horizon * n; i++)
    out->quantile[i] = out->quantile[i] * annual->mean - annual->offset;
  return PRG_OK;
}

static const kept_node *draw_node(const prg_annual *annual, gsl_rng *rng) {
  double u = gsl_rng_uniform(rng);
  size_t k = 0;
  while (k + 1 < annual->n_kept && (u -= annual->kept[k].weight) >= 0)
    k++;
  return &annual->kept[k];
}

/* A path: a node by its weight, σ² from its posterior, the states given σ², then the errors. */
static void draw_path(const prg_annual *annual, gsl_rng *rng, size_t horizon, double *path) {
  const kept_node *node = draw_node(annual, rng);
  const annual_grid *grid = &annual->grid;
  const annual_sums *sums = annual->sums;
  size_t r = node->run;
  double sigma = sqrt(node->bn / gsl_ran_gamma(rng, annual->an, 1));
  double root = sqrt(node->v11), cross = node->v12 / root;
  double first = gsl_ran_gaussian(rng, sigma), second = gsl_ran_gaussian(rng, sigma);
  double dl = root * first, db = cross * first + sqrt(fmax(node->v22 - cross * cross, 0)) * second;
  double l = node->level + dl * sums->l1[r] + db * sums->l2[r];
  double b = node->slope + dl * sums->b1[r] + db * sums->b2[r];
  const state_cov *end = &annual->run.end[r];
  double unseen_l = gsl_ran_gaussian(rng, sigma), unseen_b = gsl_ran_gaussian(rng, sigma);
  double shared = end->ll > 0 ? end->lb / sqrt(end->ll) : 0;
  l += sqrt(end->ll) * unseen_l;
  b += shared * unseen_l + sqrt(fmax(end->bb - shared * shared, 0)) * unseen_b;
  int scale = annual->raw_only ? SCALE_RAW : grid->scale[r];
  double growth = annual->raw_only ? 0 : grid->growth[r], start = annual->z[scale][0];
  for (size_t h = 1; h <= horizon; h++) {
    double f = l + grid->phi[r] * b, e = gsl_ran_gaussian(rng, sigma);
    double z = start + growth * (double)(annual->n + h - 1) + f + e;
    path[h - 1] = mixture_backward(scale, z) * annual->mean - annual->offset;
    l = f + grid->alpha[r] * e;
    b = grid->phi[r] * b + grid->beta[r] * e;
  }
}

prg_status prg_annual_paths(prg_annual *annual, size_t horizon, size_t n_paths, unsigned long seed,
                            double *path, prg_error *error) {
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  if (rng == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  gsl_rng_set(rng, seed);
  for (size_t i = 0; i < n_paths; i++)
    draw_path(annual, rng, horizon, path + i * horizon);
  gsl_rng_free(rng);
  return PRG_OK;
}
