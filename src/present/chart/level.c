#include "present/chart/level.h"

#include <math.h>

bool prg_level_is_given(const prg_chart_options *options, const char *unit) {
  return options->places != NULL ? prg_places_has(options->places, unit)
                                 : !isnan(options->capacity);
}

double prg_level_at(const prg_chart_options *options, const char *unit, prg_period period) {
  return options->places != NULL ? prg_places_at(options->places, unit, period, PRG_ROOM_PLACES)
                                 : options->capacity;
}

/* Comparisons with NaN are false: what is not known is not passed. */
bool prg_level_is_passed(const prg_chart_options *options, const prg_outline *series) {
  prg_period last = prg_series_period(series->series, series->last);
  return prg_outline_last_value(series) > prg_level_at(options, series->series->name, last);
}

static double level_ahead(const prg_chart_options *options, const prg_outline *series, size_t h) {
  return prg_level_at(options, series->series->name, prg_forecast_period(series->forecast, h));
}

size_t prg_level_crossing(const prg_chart_options *options, const prg_outline *series) {
  for (size_t h = 1; h <= series->horizon; h++)
    if (prg_forecast_point(series->forecast, h) > level_ahead(options, series, h))
      return h;
  return 0;
}

size_t prg_level_room_again(const prg_chart_options *options, const prg_outline *series) {
  size_t from = series->horizon + 1;
  while (from > 1 &&
         prg_forecast_point(series->forecast, from - 1) <= level_ahead(options, series, from - 1))
    from--;
  bool never_above = from == 1 && !prg_level_is_passed(options, series);
  return from <= series->horizon && !never_above ? from : 0;
}
