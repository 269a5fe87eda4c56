/*
 * Assumptions and limits: a variant is a whole future; which of its years is low is not told apart.
 * Low and high are taken as the 10 and 90 per cent quantiles of a distribution that is normal on
 * either side of the middle, since whoever made the variants seldom says what they are.
 */
#include <prognos/population.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "table/fold.h"

/* --- groups and variants --- */

/* In the order of prg_variant, in small letters. */
static const char *const words[PRG_VARIANTS][9] = {
    {"låg", "lågt", "lag", "lågalternativ", "low", "lower", "min", NULL},
    {"mellan", "medel", "huvud", "huvudalternativ", "bas", "mid", "middle", "main", NULL},
    {"hög", "högt", "hog", "högalternativ", "high", "upper", "max", NULL},
};

static bool is_variant(const char *member, prg_variant *variant) {
  for (int v = 0; v < PRG_VARIANTS; v++)
    for (size_t k = 0; words[v][k] != NULL; k++)
      if (fold_equal(member, strlen(member), words[v][k])) {
        *variant = (prg_variant)v;
        return true;
      }
  return false;
}

/* The dimension that tells the variants apart; n_dimension if none does. */
static size_t variant_dimension(const prg_panel *panel) {
  for (size_t d = 0; d < panel->n_dimension && panel->n > 0; d++) {
    size_t k = 0;
    prg_variant variant;
    while (k < panel->n && is_variant(prg_series_member(&panel->series[k], d), &variant))
      k++;
    if (k == panel->n)
      return d;
  }
  return panel->n_dimension;
}

/* The members but the one of dimension `but`: "Norr · 7–15 år". Without dimensions the name. */
static char *group_name(const prg_panel *panel, const prg_series *series, size_t but) {
  if (but == panel->n_dimension)
    return strdup(series->name);
  prg_buffer name = {0};
  for (size_t d = 0; d < panel->n_dimension; d++) {
    const char *member = prg_series_member(series, d);
    if (d != but && *member != '\0')
      prg_buffer_printf(&name, name.length == 0 ? "%s" : " · %s", member);
  }
  char *copy = name.failed ? NULL : strdup(prg_buffer_string(&name));
  prg_buffer_free(&name);
  return copy;
}

static prg_population_group *find_group(const prg_population *population, const char *name) {
  for (size_t i = 0; i < population->n; i++)
    if (strcmp(population->group[i].name, name) == 0)
      return &population->group[i];
  return NULL;
}

/* The group of that name, a new one at need; takes over the name. */
static prg_population_group *group_of(prg_population *population, char *name) {
  prg_population_group *group = find_group(population, name);
  if (group != NULL)
    free(name);
  else
    *(group = &population->group[population->n++]) = (prg_population_group){.name = name};
  return group;
}

static prg_status check_middles(const prg_population *population, prg_error *error) {
  for (size_t i = 0; i < population->n; i++)
    if (population->group[i].variant[PRG_VARIANT_MIDDLE] == NULL)
      return prg_fail(error, PRG_TEXT_POPULATION_NO_MIDDLE,
                      PRG_ARGS(prg_string(population->group[i].name)));
  return PRG_OK;
}

prg_status prg_population_make(const prg_panel *panel, const prg_forecast *forecast,
                               prg_population *out, prg_error *error) {
  *out = (prg_population){calloc(panel->n + 1, sizeof *out->group), 0};
  if (out->group == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  size_t d = variant_dimension(panel);
  for (size_t i = 0; i < panel->n; i++) {
    const prg_series *series = &panel->series[i];
    prg_variant variant = PRG_VARIANT_MIDDLE;
    if (d < panel->n_dimension)
      is_variant(prg_series_member(series, d), &variant);
    char *name = group_name(panel, series, d);
    if (name == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    prg_population_group *group = group_of(out, name);
    if (group->variant[variant] != NULL)
      return prg_fail(error, PRG_TEXT_POPULATION_TWICE, PRG_ARGS(prg_string(series->name)));
    group->variant[variant] = series;
    group->forecast = forecast == NULL ? NULL : &forecast[i];
  }
  return check_middles(out, error);
}

void prg_population_clear(prg_population *population) {
  for (size_t i = 0; i < population->n; i++)
    free(population->group[i].name);
  free(population->group);
  *population = (prg_population){0};
}

prg_status prg_population_add(prg_population *population, const prg_panel *panel,
                              prg_variant variant, prg_error *error) {
  for (size_t i = 0; i < population->n; i++) {
    prg_population_group *group = &population->group[i];
    bool only = population->n == 1 && panel->n == 1;
    group->variant[variant] = only ? &panel->series[0] : prg_panel_find(panel, group->name);
    if (group->variant[variant] == NULL)
      return prg_fail(error, PRG_TEXT_POPULATION_NOT_THERE, PRG_ARGS(prg_string(group->name)));
  }
  return PRG_OK;
}

const prg_population_group *prg_population_find(const prg_population *population,
                                                const prg_panel *panel, size_t i) {
  const prg_series *pupils = &panel->series[i];
  if (population->n == 1)
    return &population->group[0];
  const prg_population_group *group = find_group(population, pupils->name);
  for (size_t d = 0; group == NULL && d < panel->n_dimension; d++)
    group = find_group(population, prg_series_member(pupils, d));
  return group;
}

/* --- how many --- */

/* Where the period is among those that begin at `start`. */
static long place_of(prg_period start, prg_period period) {
  if (start.frequency == period.frequency)
    return (long)period.ordinal - (long)start.ordinal;
  return prg_period_year(period) - prg_period_year(start);
}

static double figure(const prg_series *series, long t) {
  return t >= 0 && t < (long)series->n ? series->value[t] : NAN;
}

/* The figure, or a point of the line between its neighbours; NaN at the ends. */
static double figure_between(const prg_series *series, prg_period period) {
  long t = place_of(series->start, period), before = t, after = t;
  if (t < 0 || t >= (long)series->n)
    return NAN;
  while (before > 0 && isnan(figure(series, before)))
    before--;
  while (after + 1 < (long)series->n && isnan(figure(series, after)))
    after++;
  if (before == after)
    return figure(series, t);
  double part = (double)(t - before) / (double)(after - before);
  return (1 - part) * figure(series, before) + part * figure(series, after);
}

/* The period's place in the forecast, from 1; 0 if it is not there. */
static size_t lead_of(const prg_population_group *group, prg_period period) {
  if (group->forecast == NULL)
    return 0;
  long h = place_of(group->forecast->origin, period);
  return h < 1 || h > (long)group->forecast->distribution.horizon ? 0 : (size_t)h;
}

double prg_population_at(const prg_population_group *group, prg_period period, double score) {
  size_t h = lead_of(group, period);
  if (h > 0)
    return fmax(0, score == 0
                       ? prg_forecast_point(group->forecast, h)
                       : prg_forecast_quantile(group->forecast, h, gsl_cdf_ugaussian_P(score)));
  double middle = figure_between(group->variant[PRG_VARIANT_MIDDLE], period);
  const prg_series *side = group->variant[score < 0 ? PRG_VARIANT_LOW : PRG_VARIANT_HIGH];
  double other = side == NULL ? NAN : figure_between(side, period);
  if (score == 0 || isnan(other)) /* of what has been there is one figure, in the middle */
    return middle;
  return fmax(0, middle + (other - middle) * fabs(score) / PRG_VARIANT_SCORE);
}

bool prg_population_is_given(const prg_population_group *group, prg_period period) {
  const prg_series *middle = group->variant[PRG_VARIANT_MIDDLE];
  return lead_of(group, period) > 0 || !isnan(figure(middle, place_of(middle->start, period)));
}

bool prg_population_has_spread(const prg_population_group *group) {
  return group->variant[PRG_VARIANT_LOW] != NULL || group->variant[PRG_VARIANT_HIGH] != NULL ||
         (group->forecast != NULL && group->forecast->distribution.n_probability > 1);
}
