/* The chart of a spread as gnuplot source. */
#include <math.h>
#include <stdio.h>

#include "present/canvas/script.h"
#include "present/chart/curves.h"
#include "present/chart/spread.h"

static void write_row(prg_buffer *out, prg_period period, double value) {
  prg_buffer_printf(out, "%d ", period.ordinal);
  prg_script_number(out, value);
  prg_data_end_row(out, period);
}

/* $from_N begins at the last figure, $line_N after it. */
static void write_line(const prg_spread_chart *chart, size_t i, prg_buffer *out) {
  const prg_spread *spread = chart->spread;
  for (int joined = 1; joined >= 0; joined--) {
    prg_buffer_printf(out, "$%s_%zu << END\n", joined ? "from" : "line", i + 1);
    if (joined)
      write_row(out, spread->origin, prg_outline_last_value(&chart->series));
    for (size_t h = 1; h <= spread->horizon; h++)
      write_row(out, prg_period_add(spread->origin, (int)h), spread->line[i].value[h - 1]);
    prg_buffer_add(out, "END\n");
  }
}

static void write_data(const prg_spread_chart *chart, prg_buffer *out) {
  prg_outline band;
  prg_data_outcome(&chart->series, 0, out);
  if (chart->spread->band != NULL) {
    prg_outline_init(&band, chart->spread->band, chart->canvas.options->decimals);
    prg_data_forecast(&band, 0, out);
  }
  for (size_t i = 0; i < chart->spread->n; i++)
    write_line(chart, i, out);
}

static void write_zone(const prg_spread_chart *chart, prg_buffer *out) {
  const prg_axes *axes = &chart->axes;
  prg_buffer_add(out, "set object rectangle from ");
  prg_script_place(&chart->canvas, out, prg_axes_x(axes, chart->spread->origin.ordinal + 0.5),
                   axes->bottom);
  prg_buffer_add(out, " to ");
  prg_script_place(&chart->canvas, out, axes->right, axes->top);
  prg_buffer_add(out, " behind fillcolor rgb zone_forecast fillstyle solid noborder\n");
}

static void write_sample(const prg_spread_chart *chart, size_t i, prg_buffer *out) {
  double x = chart->sample_x, y = chart->sample_y[i];
  prg_buffer_add(out, "set arrow from ");
  prg_script_place(&chart->canvas, out, x, y);
  prg_buffer_add(out, " to ");
  prg_script_place(&chart->canvas, out, x + PRG_SAMPLE_LENGTH, y);
  prg_buffer_printf(out, " nohead front linestyle %zu linewidth 4\n", i + 1);
  for (int hole = 0; hole < 2; hole++) {
    prg_buffer_add(out, "set label '' at ");
    prg_script_place(&chart->canvas, out, x + PRG_SAMPLE_LENGTH / 2, y);
    prg_buffer_printf(out, " front point linestyle %zu linewidth 1 %spointsize %s*pixel\n", i + 1,
                      hole ? "linecolor rgb paper " : "", hole ? "4.5" : "9");
  }
}

static double marker_radius(const prg_spread_chart *chart) {
  double gap = prg_axes_x(&chart->axes, 1) - prg_axes_x(&chart->axes, 0);
  return fmin(PRG_MARKER, fmax(3, 0.27 * gap));
}

static void write_curves(const prg_spread_chart *chart, prg_buffer *out) {
  bool first = true;
  double radius = marker_radius(chart);
  char look[64];
  if (chart->spread->band != NULL) {
    prg_curve_next(out, &first);
    prg_buffer_add(out, "$forecast_1 using 1:3:4 with filledcurves linecolor rgb "
                        "band(colour[1], band_95) fillstyle solid noborder notitle");
  }
  for (size_t i = chart->spread->n; i-- > 0;) {
    snprintf(look, sizeof look, "linestyle %zu linewidth 4", i + 1);
    prg_curve_line(out, &first, "from", i, look);
    snprintf(look, sizeof look, "linestyle %zu", i + 1);
    prg_curve_holes(out, &first, "line", i, look, radius);
  }
  prg_curve_line(out, &first, "outcome", 0, "linetype 1 linecolor rgb ink linewidth 6");
  prg_curve_points(out, &first, "outcome", 0, "pointtype 7 linecolor rgb ink", radius);
}

void prg_spread_script(const prg_spread_chart *chart, prg_buffer *out) {
  prg_script_head(&chart->canvas, out);
  write_data(chart, out);
  prg_buffer_add(out, "\n");
  prg_script_axes(&chart->axes, &chart->canvas, out);
  write_zone(chart, out);
  prg_script_labels(&chart->canvas, out);
  for (size_t i = 0; i < chart->spread->n; i++)
    write_sample(chart, i, out);
  write_curves(chart, out);
  prg_buffer_add(out, "\nset output\n");
}
