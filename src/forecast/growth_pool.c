/*
 * Assumptions and limits: a unit's forecast of its mean growth per period, γ(h) = log(median(h) /
 * last figure) / h, is its true growth with an error as large as that of its mean yearly change,
 * s²/m over m changes; true growths of units are normal about a common mean. s² is steadied by four
 * changes' worth of the peers' mean. What the peers have in common but the future has not, such as
 * a large cohort that passes, is not found out.
 */
#include <prognos/growth_pool.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "forecast/random_effects.h"

#define STEADY 4

/* What the figures tell of the growth: the mean change of the logarithm. */
typedef struct growth {
  double variance; /* s² of one change */
  double changes;  /* m */
  double last;     /* logarithm of the last figure */
  bool usable;
} growth;

static bool is_positive(const prg_forecast *forecast) {
  const prg_series *series = forecast->series;
  for (size_t t = 0; t < series->n; t++)
    if (series->value[t] <= 0)
      return false;
  for (size_t h = 1; h <= forecast->distribution.horizon; h++)
    if (!(prg_forecast_point(forecast, h) > 0))
      return false;
  return true;
}

/* A change over a gap of k periods counts as k changes. At least three figures. */
static growth growth_of(const prg_forecast *forecast) {
  const prg_series *series = forecast->series;
  growth g = {0};
  if (!is_positive(forecast))
    return g;
  size_t first = 0, before = 0, n = 0;
  double squares = 0;
  for (size_t t = 0; t < series->n; t++) { /* Σ (x[t] − x[s])² / (t − s) */
    if (isnan(series->value[t]))
      continue;
    if (n++ == 0)
      first = t;
    else
      squares += pow(log(series->value[t] / series->value[before]), 2) / (double)(t - before);
    before = t;
  }
  g.usable = n >= 3;
  if (!g.usable)
    return g;
  g.changes = (double)(before - first);
  g.last = log(series->value[before]);
  double total = g.last - log(series->value[first]);
  g.variance = fmax(0, squares - total * total / g.changes) / (double)(n - 2);
  return g;
}

static double rate(const prg_forecast *forecast, const growth *g, size_t h) {
  return (log(prg_forecast_point(forecast, h)) - g->last) / (double)h;
}

/* s²/m, s² with STEADY changes' worth of the mean of all peers; some growth is never surer than
 * that of figures rounded in the sixth digit. */
static double variance_of(const growth *g, double common) {
  double s2 = (g->variance * (g->changes - 1) + STEADY * common) / (g->changes - 1 + STEADY);
  return fmax(s2, 1e-12) / g->changes;
}

/* The peers that count: of which forecasts[use[i]] is of growth[i]. */
typedef struct peers {
  size_t n;
  size_t *use;
  growth *growth;
  double *rate, *variance; /* room for random_effects_fit */
  double common;           /* mean s² */
} peers;

static void clear_peers(peers *p) {
  free(p->use);
  free(p->growth);
  free(p->rate);
  free(p->variance);
}

static prg_status find_peers(const prg_forecast *peer, size_t n, const prg_forecast *own, peers *p,
                             prg_error *error) {
  *p = (peers){.use = calloc(n + 1, sizeof *p->use),
               .growth = calloc(n + 1, sizeof *p->growth),
               .rate = calloc(n + 1, sizeof *p->rate),
               .variance = calloc(n + 1, sizeof *p->variance)};
  if (p->use == NULL || p->growth == NULL || p->rate == NULL || p->variance == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < n; i++) {
    growth g = growth_of(&peer[i]);
    if (!g.usable || strcmp(peer[i].series->name, own->series->name) == 0 ||
        peer[i].origin.frequency != own->origin.frequency ||
        peer[i].distribution.horizon < own->distribution.horizon)
      continue;
    p->use[p->n] = i;
    p->growth[p->n++] = g;
    p->common += g.variance;
  }
  p->common /= fmax(1, (double)p->n);
  if (p->n < PRG_GROWTH_PEERS)
    return prg_fail(error, PRG_TEXT_POOL_TOO_FEW,
                    PRG_ARGS(prg_string(own->series->name), prg_integer((long long)p->n),
                             prg_integer(PRG_GROWTH_PEERS)));
  return PRG_OK;
}

/* The factor by which the median h ahead grows as pooled; how much of the own growth is in it. */
static double factor(const prg_forecast *peer, peers *p, const prg_forecast *own, const growth *g,
                     size_t h, double *weight) {
  for (size_t i = 0; i < p->n; i++) {
    p->rate[i] = rate(&peer[p->use[i]], &p->growth[i], h);
    p->variance[i] = variance_of(&p->growth[i], p->common);
  }
  random_effects fit = random_effects_fit(p->rate, p->variance, p->n);
  *weight = random_effects_weight(&fit, variance_of(g, p->common));
  return exp((double)h * (1 - *weight) * (fit.mean - rate(own, g, h)));
}

static void multiply(double factor, size_t h, prg_forecast *forecast, double *path,
                     size_t n_paths) {
  prg_distribution *distribution = &forecast->distribution;
  double *quantile = distribution->quantile + (h - 1) * distribution->n_probability;
  for (size_t i = 0; i < distribution->n_probability; i++)
    quantile[i] *= factor;
  for (size_t k = 0; path != NULL && k < n_paths; k++)
    path[k * distribution->horizon + h - 1] *= factor;
}

prg_status prg_growth_pool(const prg_forecast *peer, size_t n, prg_forecast *forecast, double *path,
                           size_t n_paths, prg_error *error) {
  if (forecast->series->season > 1)
    return prg_fail(error, PRG_TEXT_POOL_SEASONS, PRG_ARGS(prg_string(forecast->series->name)));
  growth g = growth_of(forecast);
  if (!g.usable) {
    prg_notes_add(&forecast->notes, PRG_TEXT_NOTE_NOT_POOLED, NULL);
    return PRG_OK;
  }
  peers p;
  prg_status status = find_peers(peer, n, forecast, &p, error);
  double weight = 1;
  for (size_t h = 1; status == PRG_OK && h <= forecast->distribution.horizon; h++)
    multiply(factor(peer, &p, forecast, &g, h, &weight), h, forecast, path, n_paths);
  if (status == PRG_OK)
    prg_notes_add(&forecast->notes, PRG_TEXT_NOTE_POOLED_GROWTH,
                  PRG_ARGS(prg_number(100 * (1 - weight), 0), prg_integer((long long)p.n)));
  clear_peers(&p);
  return status;
}
