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

size_t prg_level_crossing(const prg_chart_options *options, const prg_outline *series) {
  for (size_t h = 1; h <= series->horizon; h++) {
    prg_period period = prg_forecast_period(series->forecast, h);
    if (prg_forecast_point(series->forecast, h) >
        prg_level_at(options, series->series->name, period))
      return h;
  }
  return 0;
}
