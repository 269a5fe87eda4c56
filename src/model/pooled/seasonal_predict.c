/* Forecasts and sample paths from a fitted workspace. */
#include <float.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_randist.h>

#include "model/figures.h"
#include "model/pooled/seasonal_workspace.h"

/*
 * Rows L⁻¹ w of `spread`, w being how the seasons (as many as the horizon asks for), the level and
 * the slope at the end depend on θ: what the uncertainty of the start does to a forecast is the
 * squared length of a sum of such rows.
 */
static void set_spread(prg_seasonal *w, const kept_node *kept, size_t horizon) {
  const size_t m = w->m, k = w->k;
  for (size_t i = 0; i < m + 2; i++) {
    if (i < m && (i >= horizon || seasonal_node(w, kept)->tau == 0))
      continue;
    memset(w->season + w->n, 0, m * sizeof *w->season);
    if (i < m)
      w->season[w->n + i] = 1;
    prg_seasonal_state end = {i == m, i == m + 1, w->season};
    prg_seasonal_adjoint(seasonal_dynamics(w, kept), m, w->n, NULL, &end, w->figure);
    memcpy(w->vector, w->season, m * sizeof *w->season);
    for (size_t a = 0; a < w->pattern.n_loose; a++)
      w->vector[m + a] = w->figure[w->pattern.loose[a]];
    w->vector[k - 2] = end.level;
    w->vector[k - 1] = end.slope;
    seasonal_whiten(w, kept, w->vector, w->spread + i * k);
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
  return seasonal_growth(w, seasonal_node(w, kept)) * (double)(w->n - 1 + h) / (double)w->m;
}

/*
 * Location and precision for h = 1 … horizon of node number i:
 *   variance = rate/a_n · (1 + Σ_{j<h} c_j² + |L⁻¹ g_h|²), the 1 not below rounding.
 */
static void forecast_node(prg_seasonal *w, size_t i, size_t horizon) {
  const kept_node *kept = &w->kept[i];
  const prg_seasonal_dynamics *d = seasonal_dynamics(w, kept);
  const int scale = seasonal_scale(w, seasonal_node(w, kept));
  const double sigma2 = kept->rate / seasonal_shape(w), reference = w->scaled[scale].reference;
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
    mixture_count(&m, seasonal_scale(w, seasonal_node(w, &w->kept[i])));
  return m;
}

prg_status prg_seasonal_predict(prg_seasonal *w, prg_distribution *out, prg_error *error) {
  if (!reserve_components(w, out->horizon))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < w->n_kept; i++)
    forecast_node(w, i, out->horizon);
  student_table_set(&w->student, 2 * seasonal_shape(w));
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
  const double sigma = sqrt(kept->rate / gsl_ran_gamma(random, seasonal_shape(w), 1));
  for (size_t i = 0; i < k; i++)
    w->vector[i] = gsl_ran_gaussian_ziggurat(random, sigma);
  prg_seasonal_backward(&w->grid.factor[kept->factor], k, kept->pivot, w->vector, theta);
  for (size_t i = 0; i < k; i++)
    theta[i] += kept->theta[i];
  prg_seasonal_state state;
  seasonal_run(w, kept, theta, &state);

  const prg_seasonal_dynamics *d = seasonal_dynamics(w, kept);
  const int scale = seasonal_scale(w, seasonal_node(w, kept));
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

prg_seasonal_component prg_seasonal_component_at(const prg_seasonal *w, size_t i, size_t h) {
  size_t cell = (h - 1) * w->n_kept + i;
  return (prg_seasonal_component){.weight = w->kept[i].weight,
                                  .location = w->location[cell],
                                  .scale = 1 / w->precision[cell],
                                  .mixture_scale =
                                      seasonal_scale(w, seasonal_node(w, &w->kept[i]))};
}
