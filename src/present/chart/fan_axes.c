/* What the axes of a chart of series cover. */
#include "present/chart/fan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/number.h>

/* Years that are called forecast; those after it are called outlook. */
static const int forecast_years = 5;
/* Days in a century: more are not told apart in any picture. */
static const int most_periods = 36525;

static void include_series(prg_fan *fan, const prg_outline *series) {
  fan->axes.x_first = fan->axes.x_first < prg_outline_begin(series).ordinal
                          ? fan->axes.x_first
                          : prg_outline_begin(series).ordinal;
  int end = prg_outline_end(series).ordinal;
  fan->axes.x_last = fan->axes.x_last > end ? fan->axes.x_last : end;
  for (size_t t = series->first; t <= series->last; t++)
    prg_axes_include(&fan->axes, series->series->value[t]); /* fmin and fmax pass over NaN */
  for (size_t h = 1; h <= series->horizon; h++) {
    double lower, upper;
    prg_forecast_interval(series->forecast, h, fan->both_bands ? 0.95 : 0.80, &lower, &upper);
    prg_axes_include(&fan->axes, lower);
    prg_axes_include(&fan->axes, upper);
  }
}

prg_status prg_fan_ranges(prg_fan *fan, prg_error *error) {
  fan->axes.y_lowest_shown = INFINITY;
  fan->axes.y_highest_shown = -INFINITY;
  fan->axes.x_first = prg_outline_begin(&fan->series[0]).ordinal;
  fan->axes.x_last = fan->axes.x_first;
  for (size_t i = 0; i < fan->n; i++)
    include_series(fan, &fan->series[i]);
  bool endless = (double)fan->axes.x_last - fan->axes.x_first > most_periods;
  for (int x = fan->axes.x_first; fan->has_capacity && !endless && x <= fan->axes.x_last; x++)
    prg_axes_include(&fan->axes, prg_fan_level(fan, x));
  double largest = fmax(fabs(fan->axes.y_lowest_shown), fabs(fan->axes.y_highest_shown));
  if (!(largest < 1e15) || endless)
    return prg_fail(error, PRG_TEXT_CHART_TOO_LARGE, PRG_ARGS(prg_integer(most_periods)));
  double pad = fmax(0.5, 0.015 * (fan->axes.x_last - fan->axes.x_first));
  fan->axes.x_low = fan->axes.x_first - pad;
  fan->axes.x_high = fan->axes.x_last + pad;
  int season = fan->axes.origin.frequency == PRG_DAY
                   ? 365
                   : prg_frequency_season(fan->axes.origin.frequency);
  fan->x_outlook = fan->axes.origin.ordinal + forecast_years * season;
  return PRG_OK;
}

bool prg_fan_counts(const prg_fan *fan) {
  for (size_t i = 0; i < fan->n; i++)
    if (!prg_series_is_count(fan->series[i].series))
      return false;
  return true;
}
