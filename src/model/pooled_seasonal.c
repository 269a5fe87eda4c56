/*
 * Assumptions and limits. Additive errors, normal given σ, on the figures or their logarithms; one
 * seasonal pattern of fixed length; no outliers, breaks or moving holidays. The priors come from
 * economic series of the M competitions. Levels, slopes, seasons and σ are integrated out in closed
 * form, so an answer exists from two figures on; with less than two seasons of figures the pattern
 * rests on the prior's view of how large seasons are.
 *
 * Given σ: l_0 flat, b_0 ~ N(0, κ²σ²), s ~ N(0, τ²σ²C); σ² ~ IG(ν0/2, ν0 s0²/2).
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

enum { SEASONS_OF_WEEKS = 5, PERIODS_MAX = 1000, FIGURES_MIN = 2 };

/* The series on one scale: raw or log. */
typedef struct scaled_series {
  double *z;        /* shape (n): centred at `reference`; NaN where there is no figure; owned */
  double reference; /* mean of the first season */
  double jacobian;  /* log |dz/dy|, summed */
  double *g;        /* shape (m+2): X'e⁰; owned */
  double square;    /* Σ e⁰² */
} scaled_series;

/* A node that was kept, with its state at the last figure. */
typedef struct kept_node {
  size_t node, factor; /* indexes of the grid */
  double weight;
  double rate;    /* B0 + rss/2: σ² ~ IG(a_n, rate) */
  double pivot;   /* p_b; 0 without a slope */
  double *theta;  /* shape (m+2): the start, E[θ | y]; borrowed */
  double *season; /* shape (m): the season h ahead is season[(h − 1) mod m]; borrowed */
  double level, slope;
} kept_node;

struct prg_seasonal {
  prg_seasonal_grid grid;
  size_t m, n, observed;
  double scale, unit;         /* figure = scale · x, rounded to unit; z = x or log x */
  bool nonnegative, positive; /* no figure < 0; every figure > 0 */
  scaled_series scaled[2];    /* raw, log */
  double *error, *season;     /* scratch, shape (n), (m+n); owned */
  double *vector, *spread;    /* scratch, shape (m+2), (m+2, m+2); owned */
  double *log_likelihood;     /* shape (n_node); owned */
  double *rate;               /* shape (n_node); owned */
  kept_node *kept;            /* shape (n_node), n_kept used, raw before log; owned */
  size_t n_kept;
  double *kept_state; /* what the kept nodes borrow; owned */
  /* Of the last predict: */
  double *location, *precision; /* shape (horizon, n_kept), on the node's scale; borrowed */
  double *component;            /* those two, the weights and the mixture's scratch; owned */
  size_t n_room, m_room, component_room;
  student_table student;
};

prg_seasonal *prg_seasonal_alloc(void) {
  return calloc(1, sizeof(prg_seasonal));
}

static void free_arrays(prg_seasonal *w) {
  for (int i = 0; i < 2; i++) {
    free(w->scaled[i].z);
    free(w->scaled[i].g);
    w->scaled[i].z = w->scaled[i].g = NULL;
  }
  double **array[] = {&w->error, &w->season,         &w->vector,    &w->spread,
                      &w->rate,  &w->log_likelihood, &w->kept_state};
  for (size_t i = 0; i < sizeof array / sizeof array[0]; i++) {
    free(*array[i]);
    *array[i] = NULL;
  }
  free(w->kept);
  w->kept = NULL;
  w->n_room = w->m_room = w->n_kept = 0;
}

void prg_seasonal_free(prg_seasonal *w) {
  if (w == NULL)
    return;
  free_arrays(w);
  free(w->component);
  prg_seasonal_grid_clear(&w->grid);
  free(w);
}

/* Room for n figures with the grid's season; nothing to do if there is. */
static prg_status reserve(prg_seasonal *w, size_t n, prg_error *error) {
  const size_t m = w->grid.m, k = m + 2, nodes = w->grid.n_node;
  if (w->m_room == m && w->n_room >= n)
    return PRG_OK;
  free_arrays(w);
  for (int i = 0; i < 2; i++) {
    w->scaled[i].z = calloc(n, sizeof(double));
    w->scaled[i].g = calloc(k, sizeof(double));
  }
  w->error = calloc(n, sizeof(double));
  w->season = calloc(m + n, sizeof(double));
  w->vector = calloc(k, sizeof(double));
  w->spread = calloc(k * k, sizeof(double));
  w->rate = calloc(nodes, sizeof(double));
  w->log_likelihood = calloc(nodes, sizeof(double));
  w->kept_state = calloc(nodes * (k + m), sizeof(double));
  w->kept = calloc(nodes, sizeof *w->kept);
  if (w->scaled[0].z == NULL || w->scaled[0].g == NULL || w->scaled[1].z == NULL ||
      w->scaled[1].g == NULL || w->error == NULL || w->season == NULL || w->vector == NULL ||
      w->spread == NULL || w->rate == NULL || w->log_likelihood == NULL || w->kept_state == NULL ||
      w->kept == NULL) {
    free_arrays(w);
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  w->n_room = n;
  w->m_room = m;
  return PRG_OK;
}

static prg_status check(const prg_series *series, prg_error *error) {
  if (series->season < 2 || series->season > PRG_SEASON_MAX)
    return prg_fail(error, PRG_TEXT_SEASONAL_SEASON_LENGTH,
                    PRG_ARGS(prg_integer(series->season), prg_integer(PRG_SEASON_MAX)));
  return prg_figures_check(series, "pooled", FIGURES_MIN, error);
}

static const double *used_part(const prg_series *series, size_t *n) {
  const size_t m = (size_t)series->season;
  return prg_figures_used(series, m >= 52 ? SEASONS_OF_WEEKS * m : PERIODS_MAX, n);
}

/* Scale and unit of the figures raw[0..n). Divides before it adds, against overflow. */
static void measure(prg_seasonal *w, const double *raw) {
  double minimum = INFINITY, largest = 0, sum = 0;
  w->observed = 0;
  for (size_t t = 0; t < w->n; t++) {
    if (isnan(raw[t]))
      continue;
    w->observed++;
    minimum = fmin(minimum, raw[t]);
    largest = fmax(largest, fabs(raw[t]));
  }
  w->nonnegative = minimum >= 0;
  w->unit = prg_rounding_unit(raw, w->n);
  for (size_t t = 0; t < w->n && largest > 0; t++)
    sum += isnan(raw[t]) ? 0 : fabs(raw[t]) / largest;
  w->scale = largest > 0 ? sum / (double)w->observed * largest : 1;
  w->positive = minimum / w->scale > 0;
}

/* z and its reference, the mean of the first season (numerical centring: the level is flat). */
static void set_scaled(prg_seasonal *w, const double *raw, bool log_scale) {
  scaled_series *scaled = &w->scaled[log_scale];
  double sum = 0, count = 0, jacobian = 0;
  for (size_t t = 0; t < w->n; t++) {
    double x = raw[t] / w->scale;
    double z = log_scale ? log(x) : x;
    scaled->z[t] = z;
    if (isnan(z))
      continue;
    jacobian -= log(w->scale) + (log_scale ? z : 0);
    sum += t < w->grid.m ? z : 0;
    count += t < w->grid.m;
  }
  scaled->jacobian = jacobian;
  scaled->reference = sum / count;
  for (size_t t = 0; t < w->n; t++)
    scaled->z[t] -= scaled->reference;
}

/* e⁰ of the filter from θ = 0, its square sum and X'e⁰. */
static void filter_from_zero(prg_seasonal *w, const prg_seasonal_dynamics *dynamics,
                             scaled_series *scaled) {
  const size_t m = w->grid.m;
  memset(w->season, 0, m * sizeof *w->season);
  prg_seasonal_state state = {0, 0, w->season};
  prg_seasonal_filter(dynamics, m, w->n, scaled->z, &state, w->error);
  scaled->square = 0;
  for (size_t t = 0; t < w->n; t++)
    scaled->square += w->error[t] * w->error[t];
  memset(w->season + w->n, 0, m * sizeof *w->season);
  state = (prg_seasonal_state){0, 0, w->season};
  prg_seasonal_adjoint(dynamics, m, w->n, scaled->z, w->error, &state);
  memcpy(scaled->g, w->season, m * sizeof *w->season);
  scaled->g[m] = state.level;
  scaled->g[m + 1] = state.slope;
}

static double shape_of(const prg_seasonal *w) {
  return (prior_df + (double)w->observed - 1) / 2;
}

/*
 * log p(y | node), θ and σ² integrated out; a = (ν0 + n − 1)/2, B0 = ν0 s0²/2:
 *   −(n−1)/2 log 2π + lnΓ(a) − lnΓ(ν0/2) + ν0/2 log B0 − a log(B0 + rss/2)
 *   − log |P|/2 + prior terms + Jacobian; the parts common to all nodes are in `common`.
 */
static double marginal(const prg_seasonal *w, const prg_seasonal_node *node, double rss,
                       double common, double *rate) {
  const double b0 = prior_df * node->s0 * node->s0 / 2;
  *rate = b0 + fmax(rss, square_sum_min) / 2;
  return common + prior_df / 2 * log(b0) - shape_of(w) * log(*rate);
}

static double common_part(const prg_seasonal *w) {
  return -((double)w->observed - 1) / 2 * log(2 * M_PI) + gsl_sf_lngamma(shape_of(w)) -
         gsl_sf_lngamma(prior_df / 2);
}

static bool set_aside(const prg_seasonal *w, const prg_seasonal_node *node) {
  return (node->log != 0 && !w->positive) || (node->tau > 0 && w->observed < w->grid.m);
}

static void evaluate_factor(prg_seasonal *w, const prg_seasonal_factor *factor) {
  const size_t m = w->grid.m;
  const double common = common_part(w);
  const scaled_series *scaled = NULL;
  double square = 0, rest = 0;
  for (size_t i = factor->begin; i < factor->end; i++) {
    const prg_seasonal_node *node = &w->grid.node[i];
    w->log_likelihood[i] = -INFINITY;
    if (set_aside(w, node))
      continue;
    if (scaled != &w->scaled[node->log != 0]) {
      scaled = &w->scaled[node->log != 0];
      square = prg_seasonal_forward(factor, m, scaled->g, w->vector);
      rest = prg_seasonal_slope_rest(factor, m, scaled->g, w->vector);
    }
    double rss = scaled->square - square, slope_part = 0;
    if (node->trend != 0) {
      double pivot = prg_seasonal_slope_pivot(factor, m, node->kappa);
      rss -= rest * rest / pivot;
      slope_part = log(pivot) / 2 + log(node->kappa);
    }
    w->log_likelihood[i] = marginal(w, node, rss, common, &w->rate[i]) - factor->log_det -
                           slope_part + scaled->jacobian;
  }
}

static void evaluate(prg_seasonal *w) {
  size_t done = w->grid.n_dynamics;
  for (size_t i = 0; i < w->grid.n_factor; i++) {
    const prg_seasonal_factor *factor = &w->grid.factor[i];
    const prg_seasonal_dynamics *dynamics = &w->grid.dynamics[factor->dynamics];
    if (factor->dynamics != done) {
      filter_from_zero(w, dynamics, &w->scaled[0]);
      if (w->positive)
        filter_from_zero(w, dynamics, &w->scaled[1]);
    }
    done = factor->dynamics;
    evaluate_factor(w, factor);
  }
}

static double log_weight(const prg_seasonal *w, size_t node) {
  double eta = fmin(1, sqrt(tempering_n / (double)w->observed));
  return log(w->grid.node[node].weight) + eta * w->log_likelihood[node];
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
  for (int log_scale = 0; log_scale < 2; log_scale++)
    for (size_t f = 0; f < grid->n_factor; f++)
      for (size_t i = grid->factor[f].begin; i < grid->factor[f].end; i++) {
        double weight = exp(log_weight(w, i) - largest) / sum;
        if ((grid->node[i].log != 0) != log_scale || weight < weight_min)
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

/* v = L⁻¹ g of a kept node, the slope included. */
static void whiten(const prg_seasonal *w, const kept_node *kept, const double *g, double *v) {
  const prg_seasonal_factor *factor = &w->grid.factor[kept->factor];
  const size_t m = w->grid.m;
  prg_seasonal_forward(factor, m, g, v);
  v[m + 1] = kept->pivot > 0 ? prg_seasonal_slope_rest(factor, m, g, v) / sqrt(kept->pivot) : 0;
}

/* Runs the filter from θ; leaves the state at the end in *state, its seasons in w->season + n. */
static void run_from(const prg_seasonal *w, const kept_node *kept, const double *theta,
                     prg_seasonal_state *state) {
  const size_t m = w->grid.m;
  memcpy(w->season, theta, m * sizeof *theta);
  *state = (prg_seasonal_state){theta[m], theta[m + 1], w->season};
  prg_seasonal_filter(dynamics_of(w, kept), m, w->n, w->scaled[node_of(w, kept)->log != 0].z, state,
                      w->error);
}

/* E[θ | y] = L⁻ᵀ L⁻¹ X'e⁰ and the state to which it leads. */
static void finish_node(prg_seasonal *w, kept_node *kept, double *room) {
  const size_t m = w->grid.m;
  const prg_seasonal_node *node = node_of(w, kept);
  const prg_seasonal_factor *factor = &w->grid.factor[kept->factor];
  scaled_series *scaled = &w->scaled[node->log != 0];
  kept->theta = room;
  kept->season = room + m + 2;
  kept->pivot = node->trend != 0 ? prg_seasonal_slope_pivot(factor, m, node->kappa) : 0;
  filter_from_zero(w, dynamics_of(w, kept), scaled);
  whiten(w, kept, scaled->g, w->vector);
  prg_seasonal_backward(factor, m, kept->pivot > 0, kept->pivot, w->vector, kept->theta);
  prg_seasonal_state state;
  run_from(w, kept, kept->theta, &state);
  kept->level = state.level;
  kept->slope = state.slope;
  memcpy(kept->season, w->season + w->n, m * sizeof *kept->season);
}

double prg_seasonal_probability(const prg_seasonal *w) {
  double sum = 0;
  for (size_t i = 0; i < w->n_kept; i++)
    sum += node_of(w, &w->kept[i])->tau > 0 ? w->kept[i].weight : 0;
  return sum;
}

static void add_notes(const prg_seasonal *w, prg_notes *notes) {
  const size_t m = w->grid.m;
  if (w->observed < m)
    prg_notes_add(notes, PRG_TEXT_SEASONAL_NOT_SEEN,
                  PRG_ARGS(prg_integer((long long)w->observed), prg_integer((long long)m)));
  else if (w->observed < 2 * m)
    prg_notes_add(notes, PRG_TEXT_SEASONAL_SEEN_ONCE,
                  PRG_ARGS(prg_number(100 * prg_seasonal_probability(w), 0)));
}

prg_status prg_seasonal_fit(prg_seasonal *w, const prg_series *series, prg_notes *notes,
                            prg_error *error) {
  w->n_kept = 0;
  prg_status status = check(series, error);
  if (status == PRG_OK)
    status = prg_seasonal_grid_set(&w->grid, (size_t)series->season, error);
  if (status != PRG_OK)
    return status;
  const double *raw = used_part(series, &w->n);
  status = reserve(w, w->n, error);
  if (status == PRG_OK)
    status = prg_seasonal_grid_factor(&w->grid, w->n, raw, error);
  if (status != PRG_OK)
    return status;
  measure(w, raw);
  set_scaled(w, raw, false);
  if (w->positive)
    set_scaled(w, raw, true);
  evaluate(w);
  keep_nodes(w);
  for (size_t i = 0; i < w->n_kept; i++)
    finish_node(w, &w->kept[i], w->kept_state + i * (2 * w->grid.m + 2));
  add_notes(w, notes);
  return PRG_OK;
}

/*
 * Rows L⁻¹ w of `spread`, w being how the seasons (as many as the horizon asks for), the level and
 * the slope at the end depend on θ: what the uncertainty of the start does to a forecast is the
 * squared length of a sum of such rows.
 */
static void set_spread(prg_seasonal *w, const kept_node *kept, size_t horizon) {
  const size_t m = w->grid.m, k = m + 2;
  const double *seen = w->scaled[0].z;
  for (size_t i = 0; i < k; i++) {
    if (i < m && (i >= horizon || node_of(w, kept)->tau == 0))
      continue;
    memset(w->season + w->n, 0, m * sizeof *w->season);
    if (i < m)
      w->season[w->n + i] = 1;
    prg_seasonal_state end = {i == m, i == m + 1, w->season};
    prg_seasonal_adjoint(dynamics_of(w, kept), m, w->n, seen, NULL, &end);
    memcpy(w->vector, w->season, m * sizeof *w->season);
    w->vector[m] = end.level;
    w->vector[m + 1] = end.slope;
    whiten(w, kept, w->vector, w->spread + i * k);
  }
}

/* |L⁻¹ g_h|², g_h = level + (φ + … + φ^h) slope + the season of h. */
static double start_variance(const prg_seasonal *w, const kept_node *kept, size_t h,
                             double slope_steps) {
  const size_t m = w->grid.m, k = m + 2, first = w->grid.factor[kept->factor].first;
  const double *level = w->spread + m * k, *slope = level + k;
  const double *season = first == 0 ? w->spread + (h - 1) % m * k : NULL;
  double sum = 0;
  for (size_t i = first; i < k; i++) {
    double sensitivity = level[i] + slope_steps * slope[i] + (season == NULL ? 0 : season[i]);
    sum += sensitivity * sensitivity;
  }
  return sum;
}

/* The variance of rounding on the node's scale, at the location of the forecast. */
static double rounding_variance(const prg_seasonal *w, bool log_scale, double location) {
  double size = log_scale ? fmax(w->scale * exp(location), w->unit) : w->scale;
  return prg_rounding_variance(w->unit / size);
}

/* The reaction of the forecast j ahead of an error to it: α + β (φ + … + φ^j) + γ [m | j]. */
static double reaction(const prg_seasonal_dynamics *d, size_t m, size_t j, double slope_steps) {
  return d->alpha + d->beta * slope_steps + (j % m == 0 ? d->gamma : 0);
}

/*
 * Location and precision for h = 1 … horizon of node number i:
 *   variance = rate/a_n · (1 + Σ_{j<h} c_j² + |L⁻¹ g_h|²), the 1 not below rounding.
 */
static void forecast_node(prg_seasonal *w, size_t i, size_t horizon) {
  const kept_node *kept = &w->kept[i];
  const prg_seasonal_dynamics *d = dynamics_of(w, kept);
  const bool log_scale = node_of(w, kept)->log != 0;
  const double sigma2 = kept->rate / shape_of(w), reference = w->scaled[log_scale].reference;
  double power = 1, slope_steps = 0, reactions = 0;
  set_spread(w, kept, horizon);
  for (size_t h = 1; h <= horizon; h++) {
    power *= d->phi;
    slope_steps += power;
    double location =
        reference + kept->level + slope_steps * kept->slope + kept->season[(h - 1) % w->grid.m];
    double start = start_variance(w, kept, h, slope_steps);
    double noise = fmax(sigma2, rounding_variance(w, log_scale, location));
    w->location[(h - 1) * w->n_kept + i] = location;
    w->precision[(h - 1) * w->n_kept + i] = 1 / sqrt(noise + sigma2 * (reactions + start));
    double c = reaction(d, w->grid.m, h, slope_steps);
    reactions += c * c;
  }
}

/* From mean figures to figures: finite, and not below 0 if no figure is. */
static double to_figure(const prg_seasonal *w, double x) {
  double figure = fmax(fmin(x * w->scale, DBL_MAX), -DBL_MAX);
  return w->nonnegative ? fmax(figure, 0) : figure;
}

static bool reserve_components(prg_seasonal *w, size_t horizon) {
  size_t cells = horizon * w->n_kept, size = 2 * cells + w->n_kept + mixture_scratch(w->n_kept);
  if (!prg_figures_reserve(&w->component, &w->component_room, size))
    return false;
  w->location = w->component;
  w->precision = w->component + cells;
  return true;
}

/* The kept nodes' mixture; location and precision are those of the period. */
static prg_mixture make_mixture(const prg_seasonal *w, double *room) {
  prg_mixture m = {.weight = room, .scratch = room + w->n_kept, .student = &w->student};
  for (size_t i = 0; i < w->n_kept; i++) {
    room[i] = w->kept[i].weight;
    mixture_count(&m, node_of(w, &w->kept[i])->log != 0 ? SCALE_LOG : SCALE_RAW);
  }
  return m;
}

prg_status prg_seasonal_predict(prg_seasonal *w, prg_distribution *out, prg_error *error) {
  if (!reserve_components(w, out->horizon))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < w->n_kept; i++)
    forecast_node(w, i, out->horizon);
  student_table_set(&w->student, 2 * shape_of(w));
  prg_mixture mixture = make_mixture(w, w->precision + out->horizon * w->n_kept);
  mixture_course course = {0};
  const size_t n = out->n_probability;
  for (size_t h = 0; h < out->horizon; h++) {
    double *quantile = out->quantile + h * n;
    mixture.location = w->location + h * w->n_kept;
    mixture.precision = w->precision + h * w->n_kept;
    mixture_quantiles(&mixture, out->probability, n, &course, quantile);
  }
  for (size_t i = 0; i < out->horizon * n; i++)
    out->quantile[i] = to_figure(w, out->quantile[i]);
  return PRG_OK;
}

/* One draw of (node, σ², θ), and the future from it. */
static void draw_path(prg_seasonal *w, gsl_rng *random, size_t horizon, double *path) {
  const size_t m = w->grid.m, k = m + 2;
  double u = gsl_rng_uniform(random), *theta = w->spread;
  const kept_node *kept = w->kept;
  while (kept < w->kept + w->n_kept - 1 && u >= kept->weight)
    u -= kept++->weight;
  const double sigma = sqrt(kept->rate / gsl_ran_gamma(random, shape_of(w), 1));
  for (size_t i = 0; i < k; i++)
    w->vector[i] = gsl_ran_gaussian_ziggurat(random, sigma);
  prg_seasonal_backward(&w->grid.factor[kept->factor], m, kept->pivot > 0, kept->pivot, w->vector,
                        theta);
  for (size_t i = 0; i < k; i++)
    theta[i] += kept->theta[i];
  prg_seasonal_state state;
  run_from(w, kept, theta, &state);

  const prg_seasonal_dynamics *d = dynamics_of(w, kept);
  const bool log_scale = node_of(w, kept)->log != 0;
  double *season = w->season + w->n;
  for (size_t h = 0; h < horizon; h++) {
    double damped = d->phi * state.slope, e = gsl_ran_gaussian_ziggurat(random, sigma);
    double z = w->scaled[log_scale].reference + state.level + damped + season[h % m];
    double rounding = fmax(0, rounding_variance(w, log_scale, z) - sigma * sigma);
    state.level += damped + d->alpha * e;
    state.slope = damped + d->beta * e;
    season[h % m] += d->gamma * e;
    z += e + gsl_ran_gaussian_ziggurat(random, sqrt(rounding));
    path[h] = to_figure(w, mixture_backward(log_scale ? SCALE_LOG : SCALE_RAW, z));
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
                                 .weight = w->kept[i].weight};
}

prg_seasonal_component prg_seasonal_component_at(const prg_seasonal *w, size_t i, size_t h) {
  size_t cell = (h - 1) * w->n_kept + i;
  return (prg_seasonal_component){.weight = w->kept[i].weight,
                                  .location = w->location[cell],
                                  .scale = 1 / w->precision[cell],
                                  .log = node_of(w, &w->kept[i])->log != 0};
}
