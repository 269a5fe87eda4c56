#include "plan/cohort/cohort_entry.h"

#include <math.h>
#include <stdlib.h>

#include <prognos/forecast.h>

/* Sample paths of a series by the default forecaster; path: shape (n_paths, horizon). */
static prg_status forecast_paths(const prg_series *series, size_t horizon,
                                 const cohort_entry_options *options, unsigned long seed,
                                 double *path, prg_error *error) {
  prg_forecast_options asked;
  prg_forecast_options_init(&asked);
  asked.horizon = horizon;
  prg_forecaster *forecaster = prg_forecaster_alloc(&asked, error);
  if (forecaster == NULL)
    return PRG_ENOMEM;
  prg_forecast forecast = {0};
  prg_status status = prg_forecaster_run(forecaster, series, &forecast, error);
  if (status == PRG_OK)
    status = prg_forecaster_paths(forecaster, options->n_paths, seed, path, error);
  prg_forecast_clear(&forecast);
  prg_forecaster_free(forecaster);
  return status;
}

/* The births that become the first grade of that year; NaN if they are not known. */
static double births_of(const cohort_entry_options *options, prg_period year) {
  int t = year.ordinal - options->lag - options->births->start.ordinal;
  return t >= 0 && (size_t)t < options->births->n ? options->births->value[t] : NAN;
}

/* The first grade's own figures, or what share they are of the births. */
static prg_status entry_series(const prg_cohort_unit *unit, const cohort_entry_options *options,
                               prg_series *series, prg_error *error) {
  prg_status status = prg_series_init_values(series, unit->name, unit->start, unit->table.count,
                                             unit->table.n_year, error);
  if (status != PRG_OK)
    return status;
  series->kind = options->births == NULL ? PRG_KIND_PEOPLE : PRG_KIND_UNKNOWN;
  for (size_t t = 0; options->births != NULL && t < series->n; t++) {
    double births = births_of(options, prg_series_period(series, t));
    series->value[t] = births > 0 ? series->value[t] / births : NAN;
    if (isnan(series->value[t]))
      series->observation[t] = PRG_GAP;
  }
  return PRG_OK;
}

/* The last year with births. */
static int last_births(const prg_series *births) {
  size_t n = births->n;
  while (n > 0 && isnan(births->value[n - 1]))
    n--;
  return births->start.ordinal + (int)n - 1;
}

/* Multiplies the shares by the births: the known ones, then forecast ones. */
static prg_status times_births(const prg_cohort_unit *unit, const cohort_entry_options *options,
                               size_t horizon, double *entry, size_t *known, prg_error *error) {
  prg_period origin = prg_cohort_unit_origin(unit);
  int rest = origin.ordinal + (int)horizon - options->lag - last_births(options->births);
  size_t n_forecast = rest > 0 ? (size_t)rest : 0;
  double *births = calloc(options->n_paths * (n_forecast + 1), sizeof *births);
  if (births == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = PRG_OK;
  if (n_forecast > 0)
    status = forecast_paths(options->births, n_forecast, options, options->seed + 1, births, error);
  *known = n_forecast < horizon ? horizon - n_forecast : 0;
  for (size_t h = 0; status == PRG_OK && h < horizon; h++) {
    prg_period year = prg_period_add(origin, (int)h + 1);
    double count = births_of(options, year);
    if (h < *known && isnan(count))
      status = prg_fail(
          error, PRG_TEXT_COHORT_BIRTHS_MISSING,
          PRG_ARGS(prg_integer(year.ordinal - options->lag), prg_string(options->births->name)));
    for (size_t i = 0; status == PRG_OK && i < options->n_paths; i++)
      entry[i * horizon + h] *=
          h < *known ? count : births[i * n_forecast + n_forecast - horizon + h];
  }
  free(births);
  return status;
}

prg_status cohort_entry_paths(const prg_cohort_unit *unit, const cohort_entry_options *options,
                              size_t horizon, double *entry, size_t *known, prg_error *error) {
  prg_series series;
  *known = 0;
  prg_status status = entry_series(unit, options, &series, error);
  if (status != PRG_OK)
    return status;
  int missing = prg_cohort_unit_origin(unit).ordinal - options->lag;
  if (options->births != NULL && isnan(series.value[series.n - 1]))
    status = prg_fail(error, PRG_TEXT_COHORT_BIRTHS_MISSING,
                      PRG_ARGS(prg_integer(missing), prg_string(options->births->name)));
  else if (options->births != NULL && prg_series_observed(&series) < 2)
    status =
        prg_fail(error, PRG_TEXT_COHORT_BIRTHS_FEW, PRG_ARGS(prg_string(options->births->name)));
  if (status == PRG_OK)
    status = forecast_paths(&series, horizon, options, options->seed, entry, error);
  if (status == PRG_OK && options->births != NULL)
    status = times_births(unit, options, horizon, entry, known, error);
  prg_series_clear(&series);
  return status;
}
