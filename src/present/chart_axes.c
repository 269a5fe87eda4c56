/* What the axes of a chart of series cover. */
#include "present/plot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/number.h>

/* Years that are called forecast; those after it are called outlook. */
static const int forecast_years = 5;
/* Days in a century: more are not told apart in any picture. */
static const int most_periods = 36525;

static void include_series(prg_plot *plot, const prg_outline *series) {
  plot->axes.x_first = plot->axes.x_first < prg_outline_begin(series).ordinal
                           ? plot->axes.x_first
                           : prg_outline_begin(series).ordinal;
  int end = prg_outline_end(series).ordinal;
  plot->axes.x_last = plot->axes.x_last > end ? plot->axes.x_last : end;
  for (size_t t = series->first; t <= series->last; t++)
    prg_axes_include(&plot->axes, series->series->value[t]); /* fmin and fmax pass over NaN */
  for (size_t h = 1; h <= series->horizon; h++) {
    double lower, upper;
    prg_forecast_interval(series->forecast, h, plot->both_bands ? 0.95 : 0.80, &lower, &upper);
    prg_axes_include(&plot->axes, lower);
    prg_axes_include(&plot->axes, upper);
  }
}

prg_status prg_plot_ranges(prg_plot *plot, prg_error *error) {
  plot->axes.y_lowest_shown = INFINITY;
  plot->axes.y_highest_shown = -INFINITY;
  plot->axes.x_first = prg_outline_begin(&plot->series[0]).ordinal;
  plot->axes.x_last = plot->axes.x_first;
  for (size_t i = 0; i < plot->n; i++)
    include_series(plot, &plot->series[i]);
  bool endless = (double)plot->axes.x_last - plot->axes.x_first > most_periods;
  for (int x = plot->axes.x_first; plot->has_capacity && !endless && x <= plot->axes.x_last; x++)
    prg_axes_include(&plot->axes, prg_plot_level(plot, x));
  double largest = fmax(fabs(plot->axes.y_lowest_shown), fabs(plot->axes.y_highest_shown));
  if (!(largest < 1e15) || endless)
    return prg_fail(error, PRG_TEXT_CHART_TOO_LARGE, PRG_ARGS(prg_integer(most_periods)));
  double pad = fmax(0.5, 0.015 * (plot->axes.x_last - plot->axes.x_first));
  plot->axes.x_low = plot->axes.x_first - pad;
  plot->axes.x_high = plot->axes.x_last + pad;
  int season = plot->axes.origin.frequency == PRG_DAY
                   ? 365
                   : prg_frequency_season(plot->axes.origin.frequency);
  plot->x_outlook = plot->axes.origin.ordinal + forecast_years * season;
  return PRG_OK;
}

bool prg_plot_counts(const prg_plot *plot) {
  for (size_t i = 0; i < plot->n; i++)
    if (!prg_series_is_count(plot->series[i].series))
      return false;
  return true;
}
