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
#include "model/pooled/pooled_seasonal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_sf_gamma.h>

#include "model/figures.h"
#include "model/pooled/outlier.h"
#include "model/pooled/seasonal_workspace.h"

static const double prior_df = 4;           /* ν0 */
static const double tempering_n = 20;       /* η = min(1, √(20/n)) */
static const double weight_min = 2e-3;      /* lighter nodes are dropped */
static const double square_sum_min = 1e-10; /* of a perfect fit, in mean figures squared */
/* One over the variance of a preliminary figure's own error, over σ²: the level of a random walk
 * then takes 80 per cent of the step to it. */
static const double preliminary_precision = 4;

static const double suspect = 5; /* departures below this many of the usual changes are none */
static const double outlier_gain = 20; /* log Bayes factor that leaves a figure out */

#define OUTLIERS 4 /* at most so many are left out */

enum { SEASONS_OF_WEEKS = 5, PERIODS_MAX = 1000, FIGURES_MIN = 2 };

prg_seasonal *prg_seasonal_alloc(const prg_seasonal_node_list *prior) {
  prg_seasonal *w = calloc(1, sizeof *w);
  if (w != NULL)
    w->prior = prior;
  return w;
}

void prg_seasonal_free(prg_seasonal *w) {
  if (w == NULL)
    return;
  free(w->raw);
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

/* Where the part of the series that is used begins: a figure, with as many loose figures after it
 * as there is room for. status: shape (n). */
static size_t first_used(const double *raw, const prg_observation *status, size_t n) {
  size_t begin = n, loose = 0;
  while (begin > 0) {
    loose += isnan(raw[begin - 1]) || is_preliminary(status[begin - 1]);
    if (loose > PRG_LOOSE_MAX)
      break;
    begin--;
  }
  while (isnan(raw[begin]))
    begin++;
  return begin;
}

/* The figures and their pattern. *first: where they begin in the series. */
static prg_status take_figures(prg_seasonal *w, const prg_series *series, size_t *first,
                               prg_error *error) {
  const size_t m = w->m;
  size_t n;
  const double *raw = prg_figures_used(series, m >= 52 ? SEASONS_OF_WEEKS * m : PERIODS_MAX, &n);
  *first = (size_t)(raw - series->value);
  const prg_observation *status = series->observation + *first;
  size_t begin = first_used(raw, status, n);
  *first += begin;
  w->n = w->pattern.n = n - begin;
  if (!prg_figures_reserve(&w->raw, &w->raw_room, w->n))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  memcpy(w->raw, raw + begin, w->n * sizeof *w->raw);
  w->pattern.n_loose = 0;
  for (size_t t = 0; t < w->n; t++) {
    bool missing = isnan(w->raw[t]);
    if (!missing && !is_preliminary(status[begin + t]))
      continue;
    w->pattern.precision[w->pattern.n_loose] = missing ? 0 : preliminary_precision;
    w->pattern.loose[w->pattern.n_loose++] = t;
  }
  return PRG_OK;
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

int seasonal_scale(const prg_seasonal *w, const prg_seasonal_node *node) {
  if (w->raw_only || node->transform == 1)
    return SCALE_RAW;
  return node->transform == 0 ? SCALE_LOG : SCALE_ROOT;
}

double seasonal_growth(const prg_seasonal *w, const prg_seasonal_node *node) {
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

double seasonal_shape(const prg_seasonal *w) {
  return (prior_df + (double)w->observed - 1) / 2;
}

static double common_part(const prg_seasonal *w) {
  return -((double)w->observed - 1) / 2 * log(2 * M_PI) + gsl_sf_lngamma(seasonal_shape(w)) -
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
  const double g = seasonal_growth(w, node), b0 = prior_df * node->s0 * node->s0 / 2;
  double rss = r->square - 2 * g * r->cross + g * g * r->line_square, slope_part = 0;
  if (node->kappa > 0) {
    double pivot = prg_seasonal_slope_pivot(factor, w->k, node->kappa);
    double rest = r->rest - g * r->line_rest;
    rss -= rest * rest / pivot;
    slope_part = log(pivot) / 2 + log(node->kappa);
  }
  w->rate[i] = b0 + fmax(rss, square_sum_min) / 2;
  w->log_likelihood[i] = common + prior_df / 2 * log(b0) - seasonal_shape(w) * log(w->rate[i]) -
                         factor->log_det - slope_part + r->scaled->jacobian;
}

static void evaluate_factor(prg_seasonal *w, const prg_seasonal_factor *factor, double common) {
  leftover r = {0};
  for (size_t i = factor->begin; i < factor->end; i++) {
    const scaled_series *scaled = &w->scaled[seasonal_scale(w, &w->grid.node[i])];
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
        if (seasonal_scale(w, &grid->node[i]) != s)
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

const prg_seasonal_node *seasonal_node(const prg_seasonal *w, const kept_node *kept) {
  return &w->grid.node[kept->node];
}

const prg_seasonal_dynamics *seasonal_dynamics(const prg_seasonal *w, const kept_node *kept) {
  return &w->grid.dynamics[w->grid.factor[kept->factor].dynamics];
}

static scaled_series *scaled_of(prg_seasonal *w, const kept_node *kept) {
  return &w->scaled[seasonal_scale(w, seasonal_node(w, kept))];
}

void seasonal_whiten(const prg_seasonal *w, const kept_node *kept, const double *g, double *v) {
  const prg_seasonal_factor *factor = &w->grid.factor[kept->factor];
  prg_seasonal_forward(factor, w->k, g, v);
  v[w->k - 1] =
      kept->pivot > 0 ? prg_seasonal_slope_rest(factor, w->k, g, v) / sqrt(kept->pivot) : 0;
}

void seasonal_run(prg_seasonal *w, const kept_node *kept, const double *theta,
                  prg_seasonal_state *state) {
  const size_t m = w->m;
  const double *z = scaled_of(w, kept)->z, growth = seasonal_growth(w, seasonal_node(w, kept));
  double *figure = w->figure;
  for (size_t t = 0; t < w->n; t++)
    figure[t] = z[t] - growth * (double)t / (double)m;
  for (size_t a = 0; a < w->pattern.n_loose; a++)
    figure[w->pattern.loose[a]] -= theta[m + a];
  memcpy(w->season, theta, m * sizeof *theta);
  *state = (prg_seasonal_state){theta[w->k - 2], theta[w->k - 1], w->season};
  prg_seasonal_filter(seasonal_dynamics(w, kept), m, w->n, figure, state, w->error);
}

/* E[θ | y] = L⁻ᵀ L⁻¹ X'e and the state to which it leads. */
static void finish_node(prg_seasonal *w, kept_node *kept, double *room) {
  const size_t m = w->m, k = w->k;
  const prg_seasonal_node *node = seasonal_node(w, kept);
  const prg_seasonal_factor *factor = &w->grid.factor[kept->factor];
  const double growth = seasonal_growth(w, node);
  scaled_series *scaled = scaled_of(w, kept);
  kept->theta = room;
  kept->season = room + k;
  kept->pivot = node->kappa > 0 ? prg_seasonal_slope_pivot(factor, k, node->kappa) : 0;
  filter_from_zero(w, factor->dynamics, scaled);
  seasonal_whiten(w, kept, scaled->g, w->vector);
  for (size_t i = factor->first; i + 1 < k; i++)
    w->vector[i] -= growth * factor->line[i];
  if (kept->pivot > 0)
    w->vector[k - 1] -= growth * factor->line[k - 1] / sqrt(kept->pivot);
  prg_seasonal_backward(factor, k, kept->pivot, w->vector, kept->theta);
  prg_seasonal_state state;
  seasonal_run(w, kept, kept->theta, &state);
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
    sum += seasonal_node(w, &w->kept[i])->tau > 0 ? w->kept[i].weight : 0;
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
  measure(w);
  for (int s = 0; s < (w->raw_only ? 1 : SCALE_COUNT); s++)
    set_scaled(w, s);
  evaluate(w);
  return PRG_OK;
}

/* The nodes that are kept, and their states. */
static prg_status finish(prg_seasonal *w, prg_error *error) {
  keep_nodes(w);
  return finish_nodes(w) ? PRG_OK : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}

/* log p of the figures. */
static double log_evidence(const prg_seasonal *w) {
  double best = -INFINITY, sum = 0;
  for (size_t i = 0; i < w->grid.n_node; i++)
    best = fmax(best, w->grid.node[i].log_weight + w->log_likelihood[i]);
  for (size_t i = 0; i < w->grid.n_node; i++)
    sum += exp(w->grid.node[i].log_weight + w->log_likelihood[i] - best);
  return best + log(sum);
}

/* The figure that departs most from those around it, freed of the season that the heaviest node
 * sees: w->n if none departs enough. */
static size_t find_suspect(prg_seasonal *w) {
  const kept_node *heaviest = w->kept;
  for (size_t i = 0; i < w->n_kept; i++)
    heaviest = w->kept[i].weight > heaviest->weight ? &w->kept[i] : heaviest;
  prg_seasonal_state state;
  seasonal_run(w, heaviest, heaviest->theta, &state);
  const double *z = scaled_of(w, heaviest)->z;
  for (size_t t = 0; t < w->n; t++)
    w->error[t] = isnan(w->raw[t]) ? NAN : z[t] - w->season[t];
  outlier_departure apart = outlier_search(w->error, w->n);
  return fabs(apart.departure) > suspect * apart.noise ? apart.index : w->n;
}

/* From now on the figure is missing. */
static void leave_out(prg_seasonal *w, size_t t) {
  prg_seasonal_pattern *pattern = &w->pattern;
  size_t a = 0;
  w->raw[t] = NAN;
  while (a < pattern->n_loose && pattern->loose[a] < t)
    a++;
  if (a == pattern->n_loose || pattern->loose[a] != t) {
    size_t after = pattern->n_loose++ - a;
    memmove(pattern->loose + a + 1, pattern->loose + a, after * sizeof *pattern->loose);
    memmove(pattern->precision + a + 1, pattern->precision + a, after * sizeof *pattern->precision);
  }
  pattern->loose[a] = t;
  pattern->precision[a] = 0;
}

/* Figures that were left out, to be taken back. */
typedef struct trial {
  size_t n, index[OUTLIERS];
  double figure[OUTLIERS];
  prg_seasonal_pattern pattern[OUTLIERS]; /* before each */
} trial;

static prg_status undo(prg_seasonal *w, trial *tried, size_t accepted, prg_error *error) {
  if (tried->n == accepted)
    return PRG_OK;
  for (size_t i = accepted; i < tried->n; i++)
    w->raw[tried->index[i]] = tried->figure[i];
  w->pattern = tried->pattern[accepted];
  tried->n = accepted;
  prg_status status = weigh_nodes(w, error);
  return status == PRG_OK ? finish(w, error) : status;
}

/*
 * Leaves out the figures that stand apart if what remains is overwhelmingly likelier: with y₋ the
 * other figures and an outlier spread evenly over the size a of the series, the log Bayes factor
 *   log p(y₋) − log p(y) − k (log a + outlier_gain) > 0,  k figures being left out.
 * Since p(y) is that of the whole series, a change of level or of trend is no outlier. Several are
 * also tried together, for they hide each other. On return `tried` has those left out.
 */
static prg_status leave_out_outliers(prg_seasonal *w, trial *tried, prg_error *error) {
  double whole = log_evidence(w), charge = log(w->scale) + outlier_gain;
  size_t accepted = 0;
  while (tried->n < OUTLIERS && w->pattern.n_loose < PRG_LOOSE_MAX) {
    size_t t = find_suspect(w);
    if (t == w->n)
      break;
    tried->index[tried->n] = t;
    tried->figure[tried->n] = w->raw[t];
    tried->pattern[tried->n++] = w->pattern;
    leave_out(w, t);
    prg_status status = weigh_nodes(w, error);
    if (status == PRG_OK)
      status = finish(w, error);
    if (status != PRG_OK)
      return status;
    if (log_evidence(w) - whole > (double)tried->n * charge)
      accepted = tried->n;
  }
  return undo(w, tried, accepted, error);
}

static void tell_outliers(const prg_series *series, size_t first, const trial *left_out,
                          prg_notes *notes) {
  for (size_t i = 0; i < left_out->n; i++) {
    char period[PRG_PERIOD_BYTES];
    prg_period_print(prg_series_period(series, first + left_out->index[i]), period);
    prg_notes_add(notes, PRG_TEXT_NOTE_OUTLIER_LEFT_OUT, PRG_ARGS(prg_string(period)));
  }
}

static prg_status weigh(prg_seasonal *w, const prg_series *series, size_t *first,
                        prg_error *error) {
  w->n_kept = 0;
  prg_status status = check(series, error);
  if (status == PRG_OK)
    status = prg_seasonal_grid_set(&w->grid, (size_t)series->season, w->prior, error);
  if (status != PRG_OK)
    return status;
  w->m = w->grid.m;
  status = take_figures(w, series, first, error);
  return status == PRG_OK ? weigh_nodes(w, error) : status;
}

prg_status prg_seasonal_weigh(prg_seasonal *w, const prg_series *series, prg_error *error) {
  size_t first;
  return weigh(w, series, &first, error);
}

prg_status prg_seasonal_fit(prg_seasonal *w, const prg_series *series, prg_notes *notes,
                            prg_error *error) {
  size_t first;
  trial tried = {.n = 0};
  prg_status status = weigh(w, series, &first, error);
  if (status == PRG_OK)
    status = finish(w, error);
  if (status == PRG_OK)
    status = leave_out_outliers(w, &tried, error);
  if (status != PRG_OK)
    return status;
  add_notes(w, notes);
  tell_outliers(series, first, &tried, notes);
  return PRG_OK;
}

size_t prg_seasonal_kept(const prg_seasonal *w) {
  return w->n_kept;
}

prg_seasonal_node_fit prg_seasonal_kept_node(const prg_seasonal *w, size_t i) {
  const prg_seasonal_node *node = seasonal_node(w, &w->kept[i]);
  return (prg_seasonal_node_fit){.node = *node,
                                 .log_likelihood = w->log_likelihood[w->kept[i].node],
                                 .weight = w->kept[i].weight,
                                 .origin = w->grid.origin[w->kept[i].node]};
}
