/* Small multiples as gnuplot source. */
#include <math.h>

#include "present/canvas/script.h"
#include "present/chart/curves.h"
#include "present/chart/multiples.h"

/* What is forecast lies on grey. */
static void write_zone(const prg_multiples *chart, size_t i, prg_buffer *out) {
  const prg_axes *axes = &chart->axes[i];
  const prg_outline *series = &chart->series[i];
  if (series->horizon == 0)
    return;
  prg_buffer_add(out, "set object rectangle from ");
  prg_script_place(&chart->canvas, out, prg_axes_x(axes, prg_outline_origin(series).ordinal + 0.5),
                   axes->bottom);
  prg_buffer_add(out, " to ");
  prg_script_place(&chart->canvas, out, axes->right, axes->top);
  prg_buffer_add(out, " behind fillcolor rgb zone_forecast fillstyle solid noborder\n");
}

static double line_marker(const prg_axes *axes) {
  return fmin(3, fmax(1.8, 0.27 * (prg_axes_x(axes, 1) - prg_axes_x(axes, 0))));
}

/* Only the last figure and the end have a marker; the others are as thick as their line, so that
 * one between two gaps shows. */
static void write_curves(const prg_multiples *chart, size_t i, prg_buffer *out) {
  const prg_outline *series = &chart->series[i];
  bool first = true;
  if (series->horizon > 0) {
    prg_curve_band(out, &first, i, 1);
    prg_curve_line(out, &first, "forecast", i, "linestyle 11 linewidth 4");
  }
  prg_curve_line(out, &first, "outcome", i, "linestyle 1 linewidth 4");
  prg_curve_points(out, &first, "outcome", i, "linestyle 1", line_marker(&chart->axes[i]));
  prg_curve_points(out, &first, "last", i, "linestyle 1", 7);
  if (series->horizon > 0)
    prg_curve_holes(out, &first, "end", i, "linestyle 1", 7);
  prg_buffer_add(out, "\n");
}

static void write_point(const char *name, size_t i, prg_period period, double value,
                        prg_buffer *out) {
  prg_buffer_printf(out, "$%s_%zu << END\n%d ", name, i + 1, period.ordinal);
  prg_script_number(out, value);
  prg_data_end_row(out, period);
  prg_buffer_add(out, "END\n");
}

static void write_data(const prg_outline *series, size_t i, prg_buffer *out) {
  prg_data_outcome(series, i, out);
  prg_data_forecast(series, i, out);
  write_point("last", i, prg_series_period(series->series, series->last),
              prg_outline_last_value(series), out);
  if (series->horizon > 0)
    write_point("end", i, prg_outline_end(series),
                prg_forecast_point(series->forecast, series->horizon), out);
}

void prg_multiples_script(const prg_multiples *chart, prg_buffer *out) {
  prg_script_head(&chart->canvas, out);
  for (size_t i = 0; i < chart->n; i++)
    if (!chart->series[i].empty)
      write_data(&chart->series[i], i, out);
  prg_panels_begin(out);
  for (size_t i = 0; i < chart->n; i++) {
    prg_panels_next(&chart->axes[i], &chart->canvas, out);
    write_zone(chart, i, out);
    if (chart->series[i].empty)
      prg_buffer_add(out, "plot NaN notitle\n");
    else
      write_curves(chart, i, out);
  }
  prg_panels_end(&chart->canvas, out);
}
