/* Forecasts of one series by several models, or under several assumptions, as a spread. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/chart_spread.h>

#include "present/chart/chart_types.h"

static bool are_of_one_name(const prg_forecast *const *forecast, size_t n) {
  for (size_t i = 1; i < n; i++)
    if (strcmp(forecast[i]->series->name, forecast[0]->series->name) != 0)
      return false;
  return true;
}

static const char between[] = " · ";

/* How much of the names, up to the first such mark, is the same in all; bytes, 0 if nothing is. */
static size_t common_length(const prg_forecast *const *forecast, size_t n) {
  const char *name = forecast[0]->series->name, *end = strstr(name, between);
  size_t length = end == NULL ? 0 : (size_t)(end - name) + strlen(between);
  for (size_t k = 1; k < n; k++)
    if (strncmp(forecast[k]->series->name, name, length) != 0)
      return 0;
  return length;
}

static const char *model_title(const prg_forecast *forecast, prg_language language) {
  const prg_model_type *model = prg_model_find(forecast->model == NULL ? "" : forecast->model);
  return model == NULL ? forecast->series->name : prg_text_get(model->title, language);
}

/* value: shape (n, horizon); line: shape (n) */
static void fill(const prg_forecast *const *forecast, const prg_chart_options *options,
                 prg_spread *spread, prg_spread_line *line, double *value) {
  size_t common = common_length(forecast, spread->n);
  for (size_t i = 0; i < spread->n; i++) {
    double *row = value + i * spread->horizon;
    for (size_t h = 1; h <= spread->horizon; h++) {
      int ahead = prg_period_distance(forecast[i]->origin, prg_period_add(spread->origin, (int)h));
      bool told = ahead >= 1 && (size_t)ahead <= forecast[i]->distribution.horizon;
      row[h - 1] = told ? prg_forecast_point(forecast[i], (size_t)ahead) : NAN;
    }
    line[i] = (prg_spread_line){spread->are_scenarios ? forecast[i]->series->name + common
                                                      : model_title(forecast[i], options->language),
                                row};
  }
}

static prg_status check(const prg_forecast *const *forecast, size_t n, prg_error *error) {
  for (size_t i = 0; i < n; i++) {
    if (forecast[i]->distribution.horizon == 0)
      return prg_fail(error, PRG_TEXT_SPREAD_NO_FORECAST,
                      PRG_ARGS(prg_string(forecast[i]->series->name)));
    if (forecast[i]->origin.frequency != forecast[0]->origin.frequency)
      return prg_fail(
          error, PRG_TEXT_CHART_MIXED_FREQUENCY,
          PRG_ARGS(prg_text_argument(prg_frequency_text(forecast[0]->origin.frequency)),
                   prg_text_argument(prg_frequency_text(forecast[i]->origin.frequency))));
  }
  return PRG_OK;
}

/* The first forecast is the one whose band is shown. */
static prg_status draw(const prg_forecast *const *forecast, size_t n,
                       const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  prg_spread_line line[PRG_CHART_SERIES_MAX];
  prg_status status = check(forecast, n, error);
  if (status != PRG_OK)
    return status;
  prg_spread spread = {.series = forecast[0]->series,
                       .origin = forecast[0]->origin,
                       .line = line,
                       .n = n,
                       .band = forecast[0],
                       .are_scenarios = !are_of_one_name(forecast, n)};
  for (size_t i = 0; i < n; i++)
    if (forecast[i]->distribution.horizon > spread.horizon)
      spread.horizon = forecast[i]->distribution.horizon;
  double *value = calloc(n * spread.horizon, sizeof *value);
  if (value == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  fill(forecast, options, &spread, line, value);
  size_t common = spread.are_scenarios ? common_length(forecast, n) : 0;
  char *name = common == 0 ? NULL : strndup(forecast[0]->series->name, common - strlen(between));
  spread.name = name;
  status = prg_spread_draw(&spread, options, out, error);
  free(name);
  free(value);
  return status;
}

const prg_chart_type prg_chart_spread = {
    "spread", PRG_TEXT_CHART_TYPE_SPREAD, 2, PRG_CHART_SERIES_MAX, draw, PRG_TEXT_NONE};
