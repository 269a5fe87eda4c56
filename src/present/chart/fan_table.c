/* The figures of the fan in a strip below it, if they are asked for. */
#include "present/chart/fan.h"

#include <math.h>

enum { FIGURES, LOWER, UPPER };

/* The outcome, and after it the forecast; row: FIGURES, or an end of the interval of 8 in 10. */
static bool figure(const prg_outline *series, int row, int ordinal, double *value) {
  int first = prg_fan_ordinal(series, series->first), last = prg_fan_ordinal(series, series->last);
  int h = ordinal - prg_outline_origin(series).ordinal;
  double lower, upper;
  if (row == FIGURES && ordinal >= first && ordinal <= last) {
    *value = series->series->value[series->first + (size_t)(ordinal - first)];
    return true;
  }
  if (h < 1 || (size_t)h > series->horizon)
    return false;
  prg_forecast_interval(series->forecast, (size_t)h, 0.80, &lower, &upper);
  *value = row == LOWER   ? lower
           : row == UPPER ? upper
                          : prg_forecast_point(series->forecast, (size_t)h);
  return true;
}

static bool figure_of_one(const void *chart, size_t row, int ordinal, double *value) {
  const prg_fan *fan = chart;
  return figure(&fan->series[0], (int)row, ordinal, value);
}

static bool figure_of_many(const void *chart, size_t row, int ordinal, double *value) {
  const prg_fan *fan = chart;
  return figure(&fan->series[row], FIGURES, ordinal, value);
}

/* One series has its interval as well; of several there is a row each. */
void prg_fan_table(prg_fan *fan) {
  static const prg_text row[] = {PRG_TEXT_CHART_ROW_FIGURES, PRG_TEXT_CHART_ROW_LOWER,
                                 PRG_TEXT_CHART_ROW_UPPER};
  prg_language language = fan->canvas.options->language;
  prg_strip *strip = &fan->strip;
  if (!fan->canvas.options->with_table)
    return;
  *strip = (prg_strip){.chart = fan, .decimals = fan->decimals};
  strip->value = fan->n > 1 ? figure_of_many : figure_of_one;
  size_t n = fan->n > 1 ? fan->n : fan->has_forecast ? 3 : 1;
  strip->n_plain = fan->n > 1 ? 0 : n;
  for (size_t i = 0; i < n; i++)
    prg_strip_add_row(strip, fan->n > 1          ? fan->series[i].series->name
                             : fan->has_forecast ? prg_text_get(row[i], language)
                                                 : prg_text_get(PRG_TEXT_CHART_OUTCOME, language));
}
