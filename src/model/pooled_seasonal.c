/*
 * Assumptions and limits. Additive errors, normal given σ, on the figures, their roots or their
 * logarithms; one seasonal pattern of fixed length; no moving holidays. Levels, slopes, seasons and
 * σ are integrated out in closed form, so an answer exists from two figures on; with less than two
 * seasons of figures the pattern rests on the prior's view of how large seasons are.
 *
 * Given σ: l_0 flat, b_0 ~ N(0, κ²σ²), s ~ N(0, τ²σ²C); σ² ~ IG(ν0/2, ν0 s0²/2). Each node has a
 * long-run growth g: it works on z_t − g t/m, so that a damped slope reverts to g. With e⁰ and r
 * the errors, from zero states, of z and of the line t/m, all that depends on g is linear or square
 * in it: X'e = X'e⁰ − g X'r, e'e = e⁰'e⁰ − 2g e⁰'r + g² r'r.
 */
#include "model/pooled_seasonal.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>

#include "model/figures.h"
#include "model/mixture.h"
#include "model/seasonal_grid.h"

static const double prior_df = 4;           /* ν0 */
static const double tempering_n = 20;       /* η = min(1, √(20/n)) */
static const double weight_min = 2e-3;      /* lighter nodes are dropped */
static const double square_sum_min = 1e-10; /* of a perfect fit, in mean figures squared */
/* One over the variance of a preliminary figure's own error, over σ²: the level of a random walk
 * then takes 80 per cent of the step to it. */
static const double preliminary_precision = 4;

enum { SEASONS_OF_WEEKS = 5, PERIODS_MAX = 1000, FIGURES_MIN = 2 };

/* The series on one scale. */
typedef struct scaled_series {
  double *z;        /* shape (n): centred at `reference`; 0 where there is no figure; borrowed */
  double reference; /* mean of the first season */
  double jacobian;  /* log |dz/dy|, summed */
  /* Of one dynamics: */
  double *g;            /* shape (k): X'e⁰; borrowed */
  double square, cross; /* Σ e⁰², Σ e⁰ r */
} scaled_series;

/* A node that was kept, with its state at the last figure. */
typedef struct kept_node {
  size_t node, factor; /* indexes of the grid */
  double weight;
  double rate;    /* B0 + rss/2: σ² ~ IG(a_n, rate) */
  double pivot;   /* p_b; 0 without a slope */
  double *theta;  /* shape (k): the start, E[θ | y]; borrowed */
  double *season; /* shape (m): the season h ahead is season[(h − 1) mod m]; borrowed */
  double level, slope;
} kept_node;

struct prg_seasonal {
  const prg_seasonal_node_list *prior; /* NULL: the shipped one; borrowed */
  prg_seasonal_grid grid;
  size_t m, n, k, observed;
  double offset, scale,
      unit; /* figure = scale · x − offset, rounded to unit; z = x, 2√x or log x */
  bool nonnegative, raw_only; /* no figure < 0; some x <= 0 */
  const double *raw;          /* shape (n); borrowed */
  prg_seasonal_pattern pattern;
  scaled_series scaled[SCALE_COUNT];
  double *error, *figure;        /* scratch, shape (n); borrowed, as all below */
  double *season;                /* scratch, shape (m+n) */
  double *vector, *spread;       /* scratch, shape (k), (k, k) */
  double *log_likelihood, *rate; /* shape (n_node) */
  double *block;                 /* the memory of all arrays above; owned */
  size_t block_size;
  kept_node *kept; /* shape (n_node), n_kept used, scale by scale; owned */
  size_t n_kept, kept_room;
  double *weight;     /* shape (n_kept): of the kept nodes; borrowed */
  double *kept_state; /* what the kept nodes borrow; owned */
  size_t kept_state_size;
  /* Of the last predict: */
  double *location, *precision; /* shape (horizon, n_kept), on the node's scale; borrowed */
  double *mixture_scratch;      /* borrowed */
  double *component;            /* the memory of those three; owned */
  size_t component_room;
  student_table student;
};

prg_seasonal *prg_seasonal_alloc(const prg_seasonal_node_list *prior) {
  prg_seasonal *w = calloc(1, sizeof *w);
  if (w != NULL)
    w->prior = prior;
  return w;
}

void prg_seasonal_free(prg_seasonal *w) {
  if (w == NULL)
    return;
  free(w->block);
  free(w->kept);
  free(w->kept_state);
  free(w->component);
  prg_seasonal_grid_clear(&w->grid);
  free(w);
}

prg_status prg_seasonal_set_season(prg_seasonal *w, size_t season, prg_error *error) {
  return prg_seasonal_grid_set(&w->grid, season, w->prior, error);
}

const prg_seasonal_grid *prg_seasonal_grid_of(const prg_seasonal *w) {
  return &w->grid;
}

const double *prg_seasonal_log_likelihoods(const prg_seasonal *w) {
  return w->log_likelihood;
}

static double *take(double **rest, size_t size) {
  double *array = *rest;
  *rest += size;
  return array;
}

/* Room for the series with the grid's season. */
static bool reserve(prg_seasonal *w) {
  const size_t m = w->m, n = w->n, nodes = w->grid.n_node;
  const size_t k = w->k = m + w->pattern.n_loose + 2;
  if (nodes > w->kept_room) {
    free(w->kept);
    w->kept = calloc(nodes, sizeof *w->kept);
    w->kept_room = w->kept == NULL ? 0 : nodes;
  }
  if (w->kept_room == 0 ||
      !prg_figures_reserve(&w->block, &w->block_size,
                           (SCALE_COUNT + 3) * n + m + (SCALE_COUNT + 1 + k) * k + 2 * nodes))
    return false;
  double *rest = w->block;
  for (int s = 0; s < SCALE_COUNT; s++) {
    w->scaled[s].z = take(&rest, n);
    w->scaled[s].g = take(&rest, k);
  }
  w->error = take(&rest, n);
  w->figure = take(&rest, n);
  w->season = take(&rest, m + n);
  w->vector = take(&rest, k);
  w->spread = take(&rest, k * k);
  w->rate = take(&rest, nodes);
  w->log_likelihood = take(&rest, nodes);
  return true;
}

static prg_status check(const prg_series *series, prg_error *error) {
  if (series->season < 2 || series->season > PRG_SEASON_MAX)
    return prg_fail(error, PRG_TEXT_SEASONAL_SEASON_LENGTH,
                    PRG_ARGS(prg_integer(series->season), prg_integer(PRG_SEASON_MAX)));
  return prg_figures_check(series, "pooled", FIGURES_MIN, error);
}

static bool is_preliminary(prg_observation status) {
  return status == PRG_PRELIMINARY || status == PRG_APPROXIMATE;
}

/* The part of the series that is used: from a figure to the last figure, with as many loose figures
 * as there is room for; raw, n and the pattern. */
static void take_figures(prg_seasonal *w, const prg_series *series) {
  const size_t m = w->m;
  size_t n, loose = 0;
  const double *raw = prg_figures_used(series, m >= 52 ? SEASONS_OF_WEEKS * m : PERIODS_MAX, &n);
  const prg_observation *status = series->observation + (raw - series->value);
  size_t begin = n;
  while (begin > 0) {
    loose += isnan(raw[begin - 1]) || is_preliminary(status[begin - 1]);
    if (loose > PRG_LOOSE_MAX)
      break;
    begin--;
  }
  while (isnan(raw[begin]))
    begin++;
  w->raw = raw + begin;
  w->n = w->pattern.n = n - begin;
  w->pattern.n_loose = 0;
  for (size_t t = 0; t < w->n; t++) {
    bool missing = isnan(w->raw[t]);
    if (!missing && !is_preliminary(status[begin + t]))
      continue;
    w->pattern.precision[w->pattern.n_loose] = missing ? 0 : preliminary_precision;
    w->pattern.loose[w->pattern.n_loose++] = t;
  }
}

/* Offset, scale and unit of the figures. Divides before it adds, against overflow. */
static void measure(prg_seasonal *w) {
  double minimum = INFINITY, largest = 0, sum = 0;
  w->observed = 0;
  w->offset = prg_figures_offset(w->raw, w->n);
  for (size_t t = 0; t < w->n; t++) {
    if (isnan(w->raw[t]))
      continue;
    w->observed++;
    minimum = fmin(minimum, w->raw[t]);
    largest = fmax(largest, fabs(w->raw[t] + w->offset));
  }
  w->nonnegative = minimum >= 0;
  w->unit = prg_rounding_unit(w->raw, w->n);
  for (size_t t = 0; t < w->n && largest > 0; t++)
    sum += isnan(w->raw[t]) ? 0 : fabs(w->raw[t] + w->offset) / largest;
  w->scale = largest > 0 ? sum / (double)w->observed * largest : 1;
  w->raw_only = !((minimum + w->offset) / w->scale > 0);
}

static int scale_of(const prg_seasonal *w, const prg_seasonal_node *node) {
  if (w->raw_only || node->transform == 1)
    return SCALE_RAW;
  return node->transform == 0 ? SCALE_LOG : SCALE_ROOT;
}

static double growth_of(const prg_seasonal *w, const prg_seasonal_node *node) {
  return w->raw_only ? 0 : node->growth;
}

/* z and its reference, the mean of the first season (numerical centring: the level is flat). */
static void set_scaled(prg_seasonal *w, int scale) {
  static const double lambda[SCALE_COUNT] = {1, .5, 0};
  scaled_series *scaled = &w->scaled[scale];
  double sum = 0, count = 0, log_sum = 0;
  for (size_t t = 0; t < w->n; t++) {
    double x = (w->raw[t] + w->offset) / w->scale, z = mixture_forward(scale, x);
    bool seen = !isnan(w->raw[t]);
    scaled->z[t] = z;
    log_sum += seen && !w->raw_only ? log(x) : 0;
    sum += t < w->m && seen ? z : 0;
    count += t < w->m && seen;
  }
  scaled->jacobian = (lambda[scale] - 1) * log_sum - (double)w->observed * log(w->scale);
  scaled->reference = sum / count;
  for (size_t t = 0; t < w->n; t++)
    scaled->z[t] = isnan(w->raw[t]) ? 0 : scaled->z[t] - scaled->reference;
}

/* Σ e² and X'e⁰ of the filter from θ = 0. */
static void filter_from_zero(prg_seasonal *w, size_t dynamics, scaled_series *scaled) {
  const size_t m = w->m, n = w->n;
  const double *line_error = w->grid.line_error + dynamics * n;
  memset(w->season, 0, m * sizeof *w->season);
  prg_seasonal_state state = {0, 0, w->season};
  prg_seasonal_filter(&w->grid.dynamics[dynamics], m, n, scaled->z, &state, w->error);
  scaled->square = scaled->cross = 0;
  for (size_t t = 0; t < n; t++) {
    scaled->square += w->error[t] * w->error[t];
    scaled->cross += line_error[t] * w->error[t];
  }
  memset(w->season + n, 0, m * sizeof *w->season);
  state = (prg_seasonal_state){0, 0, w->season};
  prg_seasonal_adjoint(&w->grid.dynamics[dynamics], m, n, w->error, &state, w->figure);
  memcpy(scaled->g, w->season, m * sizeof *w->season);
  for (size_t a = 0; a < w->pattern.n_loose; a++)
    scaled->g[m + a] = w->figure[w->pattern.loose[a]];
  scaled->g[w->k - 2] = state.level;
  scaled->g[w->k - 1] = state.slope;
}

static double shape_of(const prg_seasonal *w) {
  return (prior_df + (double)w->observed - 1) / 2;
}

static double common_part(const prg_seasonal *w) {
  return -((double)w->observed - 1) / 2 * log(2 * M_PI) + gsl_sf_lngamma(shape_of(w)) -
         gsl_sf_lngamma(prior_df / 2);
}

static bool set_aside(const prg_seasonal *w, const prg_seasonal_node *node) {
  return node->tau > 0 && w->observed < w->m;
}

/* What is left of Σ e² by a factor's best start, as a polynomial in the growth. */
typedef struct leftover {
  const scaled_series *scaled;
  double square, cross, line_square; /* less the squared lengths of L⁻¹X'e */
  double rest, line_rest;            /* of the slope's equation */
} leftover;

static leftover leftover_of(prg_seasonal *w, const prg_seasonal_factor *factor,
                            const scaled_series *scaled) {
  leftover r = {.scaled = scaled,
                .square = scaled->square,
                .cross = scaled->cross,
                .line_square = w->grid.line_square[factor->dynamics] - factor->line_square,
                .line_rest = factor->line[w->k - 1]};
  r.square -= prg_seasonal_forward(factor, w->k, scaled->g, w->vector);
  for (size_t i = factor->first; i + 1 < w->k; i++)
    r.cross -= w->vector[i] * factor->line[i];
  r.rest = prg_seasonal_slope_rest(factor, w->k, scaled->g, w->vector);
  return r;
}

/*
 * log p(y | node), θ and σ² integrated out; a = (ν0 + n − 1)/2, B0 = ν0 s0²/2:
 *   −(n−1)/2 log 2π + lnΓ(a) − lnΓ(ν0/2) + ν0/2 log B0 − a log(B0 + rss/2)
 *   − ½ log |P| + prior terms + Jacobian; the parts common to all nodes are in `common`.
 */
static void score_node(prg_seasonal *w, const prg_seasonal_factor *factor, size_t i,
                       const leftover *r, double common) {
  const prg_seasonal_node *node = &w->grid.node[i];
  const double g = growth_of(w, node), b0 = prior_df * node->s0 * node->s0 / 2;
  double rss = r->square - 2 * g * r->cross + g * g * r->line_square, slope_part = 0;
  if (node->kappa > 0) {
    double pivot = prg_seasonal_slope_pivot(factor, w->k, node->kappa);
    double rest = r->rest - g * r->line_rest;
    rss -= rest * rest / pivot;
    slope_part = log(pivot) / 2 + log(node->kappa);
  }
  w->rate[i] = b0 + fmax(rss, square_sum_min) / 2;
  w->log_likelihood[i] = common + prior_df / 2 * log(b0) - shape_of(w) * log(w->rate[i]) -
                         factor->log_det - slope_part + r->scaled->jacobian;
}

static void evaluate_factor(prg_seasonal *w, const prg_seasonal_factor *factor, double common) {
  leftover r = {0};
  for (size_t i = factor->begin; i < factor->end; i++) {
    const scaled_series *scaled = &w->scaled[scale_of(w, &w->grid.node[i])];
    w->log_likelihood[i] = -INFINITY;
    if (set_aside(w, &w->grid.node[i]))
      continue;
    if (r.scaled != scaled)
      r = leftover_of(w, factor, scaled);
    score_node(w, factor, i, &r, common);
  }
}

static void evaluate(prg_seasonal *w) {
  const double common = common_part(w);
  for (size_t i = 0; i < w->grid.n_factor; i++) {
    const prg_seasonal_factor *factor = &w->grid.factor[i];
    if (i == 0 || factor->dynamics != factor[-1].dynamics)
      for (int s = 0; s < (w->raw_only ? 1 : SCALE_COUNT); s++)
        filter_from_zero(w, factor->dynamics, &w->scaled[s]);
    evaluate_factor(w, factor, common);
  }
}

static double log_weight(const prg_seasonal *w, size_t node) {
  double eta = fmin(1, sqrt(tempering_n / (double)w->observed));
  return w->grid.node[node].log_weight + eta * w->log_likelihood[node];
}

/* Weights prior · likelihood^η; nodes below weight_min are dropped, the rest made to sum to 1. */
static void keep_nodes(prg_seasonal *w) {
  const prg_seasonal_grid *grid = &w->grid;
  double largest = -INFINITY, sum = 0, kept_sum = 0;
  for (size_t i = 0; i < grid->n_node; i++)
    largest = fmax(largest, log_weight(w, i));
  for (size_t i = 0; i < grid->n_node; i++)
    sum += exp(log_weight(w, i) - largest);
  w->n_kept = 0;
  for (int s = 0; s < SCALE_COUNT; s++)
    for (size_t f = 0; f < grid->n_factor; f++)
      for (size_t i = grid->factor[f].begin; i < grid->factor[f].end; i++) {
        if (scale_of(w, &grid->node[i]) != s)
          continue;
        double weight = exp(log_weight(w, i) - largest) / sum;
        if (weight < weight_min)
          continue;
        kept_sum += weight;
        w->kept[w->n_kept++] =
            (kept_node){.node = i, .factor = f, .weight = weight, .rate = w->rate[i]};
      }
  for (size_t i = 0; i < w->n_kept; i++)
    w->kept[i].weight /= kept_sum;
}

static const prg_seasonal_node *node_of(const prg_seasonal *w, const kept_node *kept) {
  return &w->grid.node[kept->node];
}

static const prg_seasonal_dynamics *dynamics_of(const prg_seasonal *w, const kept_node *kept) {
  return &w->grid.dynamics[w->grid.factor[kept->factor].dynamics];
}

static scaled_series *scaled_of(prg_seasonal *w, const kept_node *kept) {
  return &w->scaled[scale_of(w, node_of(w, kept))];
}

/* v = L⁻¹ g of a kept node, the slope included. */
static void whiten(const prg_seasonal *w, const kept_node *kept, const double *g, double *v) {
  const prg_seasonal_factor *factor = &w->grid.factor[kept->factor];
  prg_seasonal_forward(factor, w->k, g, v);
  v[w->k - 1] =
      kept->pivot > 0 ? prg_seasonal_slope_rest(factor, w->k, g, v) / sqrt(kept->pivot) : 0;
}

/* Runs the filter from θ; leaves the state at the end in *state, its seasons in w->season + n. */
static void run_from(prg_seasonal *w, const kept_node *kept, const double *theta,
                     prg_seasonal_state *state) {
  const size_t m = w->m;
  const double *z = scaled_of(w, kept)->z, growth = growth_of(w, node_of(w, kept));
  double *figure = w->figure;
  for (size_t t = 0; t < w->n; t++)
    figure[t] = z[t] - growth * (double)t / (double)m;
  for (size_t a = 0; a < w->pattern.n_loose; a++)
    figure[w->pattern.loose[a]] -= theta[m + a];
  memcpy(w->season, theta, m * sizeof *theta);
  *state = (prg_seasonal_state){theta[w->k - 2], theta[w->k - 1], w->season};
  prg_seasonal_filter(dynamics_of(w, kept), m, w->n, figure, state, w->error);
}

/* E[θ | y] = L⁻ᵀ L⁻¹ X'e and the state to which it leads. */
static void finish_node(prg_seasonal *w, kept_node *kept, double *room) {
  const size_t m = w->m, k = w->k;
  const prg_seasonal_node *node = node_of(w, kept);
  const prg_seasonal_factor *factor = &w->grid.factor[kept->factor];
  const double growth = growth_of(w, node);
  scaled_series *scaled = scaled_of(w, kept);
  kept->theta = room;
  kept->season = room + k;
  kept->pivot = node->kappa > 0 ? prg_seasonal_slope_pivot(factor, k, node->kappa) : 0;
  filter_from_zero(w, factor->dynamics, scaled);
  whiten(w, kept, scaled->g, w->vector);
  for (size_t i = factor->first; i + 1 < k; i++)
    w->vector[i] -= growth * factor->line[i];
  if (kept->pivot > 0)
    w->vector[k - 1] -= growth * factor->line[k - 1] / sqrt(kept->pivot);
  prg_seasonal_backward(factor, k, kept->pivot, w->vector, kept->theta);
  prg_seasonal_state state;
  run_from(w, kept, kept->theta, &state);
  kept->level = state.level;
  kept->slope = state.slope;
  memcpy(kept->season, w->season + w->n, m * sizeof *kept->season);
}

static bool finish_nodes(prg_seasonal *w) {
  const size_t each = w->k + w->m;
  if (!prg_figures_reserve(&w->kept_state, &w->kept_state_size, w->n_kept * (each + 1)))
    return false;
  w->weight = w->kept_state + w->n_kept * each;
  for (size_t i = 0; i < w->n_kept; i++) {
    finish_node(w, &w->kept[i], w->kept_state + i * each);
    w->weight[i] = w->kept[i].weight;
  }
  return true;
}

double prg_seasonal_probability(const prg_seasonal *w) {
  double sum = 0;
  for (size_t i = 0; i < w->n_kept; i++)
    sum += node_of(w, &w->kept[i])->tau > 0 ? w->kept[i].weight : 0;
  return sum;
}

static void add_notes(const prg_seasonal *w, prg_notes *notes) {
  long long preliminary = 0;
  for (size_t a = 0; a < w->pattern.n_loose; a++)
    preliminary += w->pattern.precision[a] > 0;
  if (w->observed < w->m)
    prg_notes_add(notes, PRG_TEXT_SEASONAL_NOT_SEEN,
                  PRG_ARGS(prg_integer((long long)w->observed), prg_integer((long long)w->m)));
  else if (w->observed < 2 * w->m)
    prg_notes_add(notes, PRG_TEXT_SEASONAL_SEEN_ONCE,
                  PRG_ARGS(prg_number(100 * prg_seasonal_probability(w), 0)));
  if (preliminary > 0)
    prg_notes_add(notes, PRG_TEXT_NOTE_POOLED_PRELIMINARY, PRG_ARGS(prg_integer(preliminary)));
}

/* Everything that the figures make of the nodes' likelihoods. */
static prg_status weigh_nodes(prg_seasonal *w, prg_error *error) {
  if (!reserve(w))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = prg_seasonal_grid_factor(&w->grid, &w->pattern, error);
  if (status != PRG_OK)
    return status;
  for (int s = 0; s < (w->raw_only ? 1 : SCALE_COUNT); s++)
    set_scaled(w, s);
  evaluate(w);
  return PRG_OK;
}

prg_status prg_seasonal_weigh(prg_seasonal *w, const prg_series *series, prg_error *error) {
  w->n_kept = 0;
  prg_status status = check(series, error);
  if (status == PRG_OK)
    status = prg_seasonal_grid_set(&w->grid, (size_t)series->season, w->prior, error);
  if (status != PRG_OK)
    return status;
  w->m = w->grid.m;
  take_figures(w, series);
  measure(w);
  return weigh_nodes(w, error);
}

prg_status prg_seasonal_fit(prg_seasonal *w, const prg_series *series, prg_notes *notes,
                            prg_error *error) {
  prg_status status = prg_seasonal_weigh(w, series, error);
  if (status != PRG_OK)
    return status;
  keep_nodes(w);
  if (!finish_nodes(w))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  add_notes(w, notes);
  return PRG_OK;
}

/*
 * Rows L⁻¹ w of `spread`, w being how the seasons (as many as the horizon asks for), the level and
 * the slope at the end depend on θ: what the uncertainty of the start does to a forecast is the
 * squared length of a sum of such rows.
 */
static void set_spread(prg_seasonal *w, const kept_node *kept, size_t horizon) {
  const size_t m = w->m, k = w->k;
  for (size_t i = 0; i < m + 2; i++) {
    if (i < m && (i >= horizon || node_of(w, kept)->tau == 0))
      continue;
    memset(w->season + w->n, 0, m * sizeof *w->season);
    if (i < m)
      w->season[w->n + i] = 1;
    prg_seasonal_state end = {i == m, i == m + 1, w->season};
    prg_seasonal_adjoint(dynamics_of(w, kept), m, w->n, NULL, &end, w->figure);
    memcpy(w->vector, w->season, m * sizeof *w->season);
    for (size_t a = 0; a < w->pattern.n_loose; a++)
      w->vector[m + a] = w->figure[w->pattern.loose[a]];
    w->vector[k - 2] = end.level;
    w->vector[k - 1] = end.slope;
    whiten(w, kept, w->vector, w->spread + i * k);
  }
}

/* |L⁻¹ g_h|², g_h = level + (φ + … + φ^h) slope + the season of h. */
static double start_variance(const prg_seasonal *w, const kept_node *kept, size_t h,
                             double slope_steps) {
  const size_t m = w->m, k = w->k, first = w->grid.factor[kept->factor].first;
  const double *level = w->spread + m * k, *slope = level + k;
  const double *season = first == 0 ? w->spread + (h - 1) % m * k : NULL;
  double sum = 0;
  for (size_t i = first; i < k; i++) {
    double sensitivity = level[i] + slope_steps * slope[i] + (season == NULL ? 0 : season[i]);
    sum += sensitivity * sensitivity;
  }
  return sum;
}

/* The variance of rounding on the node's scale, at the location of the forecast: dz/dx is 1, 1/√x
 * or 1/x. */
static double rounding_variance(const prg_seasonal *w, int scale, double location) {
  double unit = w->unit / w->scale, x = fmax(mixture_backward(scale, location), unit);
  return prg_rounding_variance(scale == SCALE_RAW    ? unit
                               : scale == SCALE_ROOT ? unit / sqrt(x)
                                                     : unit / x);
}

/* The reaction of the forecast j ahead of an error to it: α + β (φ + … + φ^j) + γ [m | j]. */
static double reaction(const prg_seasonal_dynamics *d, size_t m, size_t j, double slope_steps) {
  return d->alpha + d->beta * slope_steps + (j % m == 0 ? d->gamma : 0);
}

/* What the kept node's growth has come to h periods after the last figure. */
static double grown(const prg_seasonal *w, const kept_node *kept, size_t h) {
  return growth_of(w, node_of(w, kept)) * (double)(w->n - 1 + h) / (double)w->m;
}

/*
 * Location and precision for h = 1 … horizon of node number i:
 *   variance = rate/a_n · (1 + Σ_{j<h} c_j² + |L⁻¹ g_h|²), the 1 not below rounding.
 */
static void forecast_node(prg_seasonal *w, size_t i, size_t horizon) {
  const kept_node *kept = &w->kept[i];
  const prg_seasonal_dynamics *d = dynamics_of(w, kept);
  const int scale = scale_of(w, node_of(w, kept));
  const double sigma2 = kept->rate / shape_of(w), reference = w->scaled[scale].reference;
  double power = 1, slope_steps = 0, reactions = 0;
  set_spread(w, kept, horizon);
  for (size_t h = 1; h <= horizon; h++) {
    power *= d->phi;
    slope_steps += power;
    double location = reference + grown(w, kept, h) + kept->level + slope_steps * kept->slope +
                      kept->season[(h - 1) % w->m];
    double start = start_variance(w, kept, h, slope_steps);
    double noise = fmax(sigma2, rounding_variance(w, scale, location));
    w->location[(h - 1) * w->n_kept + i] = location;
    w->precision[(h - 1) * w->n_kept + i] = 1 / sqrt(noise + sigma2 * (reactions + start));
    double c = reaction(d, w->m, h, slope_steps);
    reactions += c * c;
  }
}

/* From mean figures to figures: finite, and not below 0 if no figure is. */
static double to_figure(const prg_seasonal *w, double x) {
  double figure = fmax(fmin(x * w->scale - w->offset, DBL_MAX), -DBL_MAX);
  return w->nonnegative ? fmax(figure, 0) : figure;
}

static bool reserve_components(prg_seasonal *w, size_t horizon) {
  size_t cells = horizon * w->n_kept, size = 2 * cells + mixture_scratch(w->n_kept);
  if (!prg_figures_reserve(&w->component, &w->component_room, size))
    return false;
  w->location = w->component;
  w->precision = w->location + cells;
  w->mixture_scratch = w->precision + cells;
  return true;
}

/* The kept nodes' mixture for the period h ahead. */
static prg_mixture mixture_at(const prg_seasonal *w, size_t h) {
  prg_mixture m = {.weight = w->weight,
                   .location = w->location + (h - 1) * w->n_kept,
                   .precision = w->precision + (h - 1) * w->n_kept,
                   .scratch = w->mixture_scratch,
                   .student = &w->student};
  for (size_t i = 0; i < w->n_kept; i++)
    mixture_count(&m, scale_of(w, node_of(w, &w->kept[i])));
  return m;
}

prg_status prg_seasonal_predict(prg_seasonal *w, prg_distribution *out, prg_error *error) {
  if (!reserve_components(w, out->horizon))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < w->n_kept; i++)
    forecast_node(w, i, out->horizon);
  student_table_set(&w->student, 2 * shape_of(w));
  mixture_course course = {0};
  const size_t n = out->n_probability;
  for (size_t h = 1; h <= out->horizon; h++) {
    prg_mixture mixture = mixture_at(w, h);
    mixture_quantiles(&mixture, out->probability, n, &course, out->quantile + (h - 1) * n);
  }
  for (size_t i = 0; i < out->horizon * n; i++)
    out->quantile[i] = to_figure(w, out->quantile[i]);
  return PRG_OK;
}

/* One draw of (node, σ², θ), and the future from it. */
static void draw_path(prg_seasonal *w, gsl_rng *random, size_t horizon, double *path) {
  const size_t m = w->m, k = w->k;
  double u = gsl_rng_uniform(random), *theta = w->spread;
  const kept_node *kept = w->kept;
  while (kept < w->kept + w->n_kept - 1 && u >= kept->weight)
    u -= kept++->weight;
  const double sigma = sqrt(kept->rate / gsl_ran_gamma(random, shape_of(w), 1));
  for (size_t i = 0; i < k; i++)
    w->vector[i] = gsl_ran_gaussian_ziggurat(random, sigma);
  prg_seasonal_backward(&w->grid.factor[kept->factor], k, kept->pivot, w->vector, theta);
  for (size_t i = 0; i < k; i++)
    theta[i] += kept->theta[i];
  prg_seasonal_state state;
  run_from(w, kept, theta, &state);

  const prg_seasonal_dynamics *d = dynamics_of(w, kept);
  const int scale = scale_of(w, node_of(w, kept));
  double *season = w->season + w->n;
  for (size_t h = 0; h < horizon; h++) {
    double damped = d->phi * state.slope, e = gsl_ran_gaussian_ziggurat(random, sigma);
    double z =
        w->scaled[scale].reference + grown(w, kept, h + 1) + state.level + damped + season[h % m];
    double rounding = fmax(0, rounding_variance(w, scale, z) - sigma * sigma);
    state.level += damped + d->alpha * e;
    state.slope = damped + d->beta * e;
    season[h % m] += d->gamma * e;
    z += e + gsl_ran_gaussian_ziggurat(random, sqrt(rounding));
    path[h] = to_figure(w, mixture_backward(scale, z));
  }
}

prg_status prg_seasonal_paths(prg_seasonal *w, size_t horizon, size_t n_paths, unsigned long seed,
                              double *path, prg_error *error) {
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  if (random == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  gsl_rng_set(random, seed);
  for (size_t i = 0; i < n_paths; i++)
    draw_path(w, random, horizon, path + i * horizon);
  gsl_rng_free(random);
  return PRG_OK;
}

size_t prg_seasonal_kept(const prg_seasonal *w) {
  return w->n_kept;
}

prg_seasonal_node_fit prg_seasonal_kept_node(const prg_seasonal *w, size_t i) {
  const prg_seasonal_node *node = node_of(w, &w->kept[i]);
  return (prg_seasonal_node_fit){.node = *node,
                                 .log_likelihood = w->log_likelihood[w->kept[i].node],
                                 .weight = w->kept[i].weight,
                                 .origin = w->grid.origin[w->kept[i].node]};
}

prg_seasonal_component prg_seasonal_component_at(const prg_seasonal *w, size_t i, size_t h) {
  size_t cell = (h - 1) * w->n_kept + i;
  return (prg_seasonal_component){.weight = w->kept[i].weight,
                                  .location = w->location[cell],
                                  .scale = 1 / w->precision[cell],
                                  .mixture_scale = scale_of(w, node_of(w, &w->kept[i]))};
}
