/* The forecasts of one series beside each other, as a chart wants them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "evaluate/ledger/ledger_parts.h"

#define PERIODS_MAX 1000000 /* from the first figure to the last: more than any series has */

typedef struct gathering {
  const prg_ledger *ledger;
  const prg_ledger_filter *filter;
  prg_ledger_vintages *out;
  long long series;           /* its id; 0: not met yet */
  prg_ledger_outcome *figure; /* the outcomes, and the last figures at origins; owned */
  size_t n_figure;
  int first, last; /* ordinals of the figures */
  prg_frequency frequency;
} gathering;

static prg_status add_figure(gathering *g, int ordinal, double value, prg_error *error) {
  prg_ledger_outcome *grown = realloc(g->figure, (g->n_figure + 1) * sizeof *grown);
  if (grown == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  g->figure = grown;
  g->figure[g->n_figure++] = (prg_ledger_outcome){.ordinal = ordinal, .latest = value};
  return PRG_OK;
}

static prg_status copy_distribution(const prg_distribution *from, prg_distribution *to,
                                    prg_error *error) {
  prg_status status =
      prg_distribution_init(to, from->horizon, from->probability, from->n_probability, error);
  if (status != PRG_OK)
    return status;
  memcpy(to->quantile, from->quantile,
         from->horizon * from->n_probability * sizeof *from->quantile);
  to->lower = from->lower;
  to->upper = from->upper;
  return PRG_OK;
}

/* Room for one more in both arrays. */
static bool grow(prg_ledger_vintages *v) {
  prg_forecast *forecast = realloc(v->forecast, (v->n + 1) * sizeof *forecast);
  if (forecast == NULL)
    return false;
  v->forecast = forecast;
  prg_ledger_vintage *about = realloc(v->about, (v->n + 1) * sizeof *about);
  if (about == NULL)
    return false;
  v->about = about;
  return true;
}

static void clear_about(prg_ledger_vintage *about) {
  free(about->model);
  free(about->options);
  free(about->version);
  free(about->label);
}

static prg_status copy_about(const prg_ledger_forecast *met, prg_ledger_vintage *about,
                             prg_error *error) {
  *about = (prg_ledger_vintage){.id = met->id,
                                .made = met->made,
                                .model = strdup(met->model),
                                .options = strdup(met->options),
                                .version = strdup(met->version),
                                .label = strdup(met->label)};
  return about->model != NULL && about->options != NULL && about->version != NULL &&
                 about->label != NULL
             ? PRG_OK
             : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}

/* True if the one recorded later is the newer one although its day is before: it knew more figures,
 * so that the day is wrong, of a clock that was set back. Not so if either is a plan of others,
 * which may be recorded long after its day. */
static bool has_wrong_day(const prg_ledger_vintages *v, size_t i, const prg_forecast *forecast,
                          const prg_ledger_vintage *about) {
  return v->forecast[i].origin.ordinal < forecast->origin.ordinal &&
         strcmp(v->about[i].model, PRG_LEDGER_PLAN) != 0 &&
         strcmp(about->model, PRG_LEDGER_PLAN) != 0;
}

/* Before the first that was made later. */
static size_t place_of(const prg_ledger_vintages *v, const prg_forecast *forecast,
                       const prg_ledger_vintage *about) {
  size_t at = 0;
  while (at < v->n && (v->about[at].made.ordinal <= about->made.ordinal ||
                       has_wrong_day(v, at, forecast, about)))
    at++;
  return at;
}

static void insert(prg_ledger_vintages *v, const prg_forecast *forecast,
                   const prg_ledger_vintage *about) {
  size_t at = place_of(v, forecast, about);
  for (size_t i = v->n++; i > at; i--) {
    v->forecast[i] = v->forecast[i - 1];
    v->about[i] = v->about[i - 1];
  }
  v->forecast[at] = *forecast;
  v->forecast[at].model = about->model;
  v->about[at] = *about;
}

static prg_status add_vintage(prg_ledger_vintages *v, const prg_ledger_forecast *met,
                              prg_error *error) {
  prg_forecast forecast = {.origin = met->forecast.origin};
  prg_ledger_vintage about = {0};
  prg_status status = copy_distribution(&met->forecast.distribution, &forecast.distribution, error);
  if (status == PRG_OK)
    status = copy_about(met, &about, error);
  if (status == PRG_OK && !grow(v))
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK) {
    insert(v, &forecast, &about);
  } else {
    prg_forecast_clear(&forecast);
    clear_about(&about);
  }
  return status;
}

static prg_status begin_series(gathering *g, const prg_ledger_series *series, prg_error *error) {
  prg_status status = PRG_OK;
  g->series = series->id;
  g->frequency = series->frequency;
  g->out->outcome.kind = series->kind;
  for (size_t i = 0; i < series->n_outcome && status == PRG_OK; i++)
    status = add_figure(g, series->outcome[i].ordinal, series->outcome[i].latest, error);
  return status;
}

static prg_status gather(void *data, const prg_ledger_forecast *met, prg_error *error) {
  gathering *g = data;
  prg_status status = PRG_OK;
  if (!prg_ledger_matches(g->filter, met) || (g->series != 0 && g->series != met->series->id))
    return PRG_OK;
  if (g->series == 0)
    status = begin_series(g, met->series, error);
  int origin = met->forecast.origin.ordinal;
  if (status == PRG_OK && !isnan(met->last) && prg_ledger_find_outcome(met->series, origin) == NULL)
    status = add_figure(g, origin, met->last, error);
  return status == PRG_OK ? add_vintage(g->out, met, error) : status;
}

/* From the first figure to the last; at least the first origin, without a figure. */
static prg_status make_series(gathering *g, const char *name, prg_error *error) {
  int first = g->out->forecast[0].origin.ordinal, last = first;
  for (size_t i = 0; i < g->n_figure; i++) {
    first = g->figure[i].ordinal < first ? g->figure[i].ordinal : first;
    last = g->figure[i].ordinal > last ? g->figure[i].ordinal : last;
  }
  if ((long long)last - first >= PERIODS_MAX)
    return ledger_damaged(g->ledger, error);
  prg_series *series = &g->out->outcome;
  prg_kind kind = series->kind;
  prg_period start = {g->frequency, first};
  prg_status status =
      prg_series_init(series, name, start, (size_t)((long long)last - first + 1), error);
  if (status != PRG_OK)
    return status;
  series->kind = kind;
  series->season = prg_frequency_season(g->frequency);
  for (size_t i = 0; i < g->n_figure; i++) {
    series->value[g->figure[i].ordinal - first] = g->figure[i].latest;
    series->observation[g->figure[i].ordinal - first] = PRG_OBSERVED;
  }
  for (size_t i = 0; i < g->out->n; i++)
    g->out->forecast[i].series = series;
  return PRG_OK;
}

prg_status prg_ledger_vintages_read(prg_ledger *ledger, const char *series,
                                    const prg_ledger_filter *filter, prg_ledger_vintages *vintages,
                                    prg_error *error) {
  prg_ledger_filter of_series = *filter;
  of_series.series = &series;
  of_series.n_series = 1;
  *vintages = (prg_ledger_vintages){0};
  gathering g = {.ledger = ledger, .filter = &of_series, .out = vintages};
  prg_status status = prg_ledger_each(ledger, &of_series, gather, &g, error);
  if (status == PRG_OK && vintages->n == 0)
    status = prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_LEDGER_NO_FORECAST,
                         PRG_ARGS(prg_string(series)));
  if (status == PRG_OK)
    status = make_series(&g, series, error);
  free(g.figure);
  return status;
}

void prg_ledger_vintages_clear(prg_ledger_vintages *vintages) {
  if (vintages == NULL)
    return;
  for (size_t i = 0; i < vintages->n; i++) {
    prg_forecast_clear(&vintages->forecast[i]);
    clear_about(&vintages->about[i]);
  }
  free(vintages->forecast);
  free(vintages->about);
  prg_series_clear(&vintages->outcome);
  *vintages = (prg_ledger_vintages){0};
}
