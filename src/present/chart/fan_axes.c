/* What the axes of a chart of series cover. */
#include "present/chart/fan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/number.h>

/* Room for the values above and below bars; part of the range. */
static const double bar_headroom = 0.05;

/* Bars begin at 0, and their values stand outside them. */
static void include_bars(prg_axes *axes) {
  prg_axes_include(axes, 0);
  double room = bar_headroom * (axes->y_highest_shown - axes->y_lowest_shown);
  if (axes->y_lowest_shown < 0)
    axes->y_lowest_shown -= room;
  axes->y_highest_shown += axes->y_highest_shown > 0 ? room : 0;
}

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
  prg_status status = prg_axes_check(&fan->axes, error);
  if (status != PRG_OK)
    return status;
  for (int x = fan->axes.x_first; fan->has_capacity && x <= fan->axes.x_last; x++)
    prg_axes_include(&fan->axes, prg_fan_level(fan, x));
  if (fan->bars)
    include_bars(&fan->axes);
  double pad = fmax(0.5, 0.015 * (fan->axes.x_last - fan->axes.x_first));
  fan->axes.x_low = fan->axes.x_first - pad;
  fan->axes.x_high = fan->axes.x_last + pad;
  fan->x_outlook = prg_zones_outlook(fan->axes.origin);
  return prg_axes_check(&fan->axes, error); /* with the places */
}

bool prg_fan_counts(const prg_fan *fan) {
  for (size_t i = 0; i < fan->n; i++)
    if (!prg_series_is_count(fan->series[i].series))
      return false;
  return true;
}
