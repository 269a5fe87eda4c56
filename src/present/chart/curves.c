#include "present/chart/curves.h"

#include <prognos/number.h>

#include "present/canvas/script.h"

void prg_data_end_row(prg_buffer *out, prg_period period) {
  if (period.frequency != PRG_YEAR && period.frequency != PRG_INDEX) {
    char text[PRG_PERIOD_BYTES];
    prg_period_print(period, text);
    prg_buffer_printf(out, " # %s", text);
  }
  prg_buffer_add(out, "\n");
}

void prg_data_outcome(const prg_outline *series, size_t i, prg_buffer *out) {
  prg_buffer_printf(out, "$outcome_%zu << END\n", i + 1);
  for (size_t t = series->first; t <= series->last; t++) {
    prg_period period = prg_series_period(series->series, t);
    prg_buffer_printf(out, "%d ", period.ordinal);
    prg_script_number(out, series->series->value[t]);
    prg_data_end_row(out, period);
  }
  prg_buffer_add(out, "END\n");
}

void prg_data_row(prg_buffer *out, prg_period period, const double *value, size_t n) {
  prg_buffer_printf(out, "%d", period.ordinal);
  for (size_t k = 0; k < n; k++) {
    prg_buffer_add(out, " ");
    prg_script_number(out, value[k]);
  }
  prg_data_end_row(out, period);
}

void prg_data_forecast(const prg_outline *series, size_t i, prg_buffer *out) {
  if (series->horizon == 0)
    return;
  double y = prg_outline_last_value(series);
  prg_buffer_printf(out,
                    "# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper\n"
                    "$forecast_%zu << END\n",
                    i + 1);
  prg_data_row(out, prg_outline_origin(series), (const double[]){y, y, y, y, y}, 5);
  for (size_t h = 1; h <= series->horizon; h++) {
    double value[5] = {prg_forecast_point(series->forecast, h)};
    prg_forecast_interval(series->forecast, h, 0.80, &value[1], &value[2]);
    prg_forecast_interval(series->forecast, h, 0.95, &value[3], &value[4]);
    prg_data_row(out, prg_forecast_period(series->forecast, h), value, 5);
  }
  prg_buffer_add(out, "END\n");
}

void prg_curve_next(prg_buffer *out, bool *first) {
  prg_buffer_add(out, *first ? "plot \\\n  " : ", \\\n  ");
  *first = false;
}

void prg_curve_band(prg_buffer *out, bool *first, size_t i, size_t style) {
  prg_curve_next(out, first);
  prg_buffer_printf(out,
                    "$forecast_%zu using 1:3:4 with filledcurves linecolor rgb "
                    "band(colour[%zu], band_80) fillstyle solid noborder notitle",
                    i + 1, style);
}

void prg_curve_line(prg_buffer *out, bool *first, const char *block, size_t i, const char *look) {
  prg_curve_next(out, first);
  prg_buffer_printf(out, "$%s_%zu using 1:2 with lines %s notitle", block, i + 1, look);
}

void prg_curve_points(prg_buffer *out, bool *first, const char *block, size_t i, const char *look,
                      double radius) {
  prg_curve_next(out, first);
  prg_buffer_printf(out, "$%s_%zu using 1:2 with points %s linewidth 1 pointsize ", block, i + 1,
                    look);
  prg_buffer_add_significant(out, radius, 3);
  prg_buffer_add(out, "*pixel notitle");
}

void prg_curve_holes(prg_buffer *out, bool *first, const char *block, size_t i, const char *look,
                     double radius) {
  prg_curve_points(out, first, block, i, look, radius);
  prg_curve_next(out, first);
  prg_buffer_printf(out,
                    "$%s_%zu using 1:2 with points %s linewidth 1 linecolor rgb paper pointsize ",
                    block, i + 1, look);
  prg_buffer_add_significant(out, radius * PRG_MARKER_HOLE / PRG_MARKER, 3);
  prg_buffer_add(out, "*pixel notitle");
}
