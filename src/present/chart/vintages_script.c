/* Earlier forecasts as gnuplot source. */
#include <math.h>
#include <stdio.h>

#include "present/canvas/script.h"
#include "present/chart/curves.h"
#include "present/chart/vintages.h"

/* How much of the colour the earliest line has: enough for 3:1 on paper. */
static const double palest = 0.6;

static void write_row(prg_buffer *out, prg_period period, double value) {
  prg_buffer_printf(out, "%d ", period.ordinal);
  prg_script_number(out, value);
  prg_data_end_row(out, period);
}

static void write_vintage(const prg_vintages *chart, size_t i, prg_buffer *out) {
  const prg_forecast *vintage = chart->vintage[i];
  prg_buffer_printf(out, "$vintage_%zu << END\n", i + 1);
  write_row(out, vintage->origin, prg_vintage_start(vintage));
  for (size_t h = 1; h <= vintage->distribution.horizon; h++)
    write_row(out, prg_forecast_period(vintage, h), prg_forecast_point(vintage, h));
  prg_buffer_printf(out, "END\n$origin_%zu << END\n", i + 1);
  write_row(out, vintage->origin, prg_vintage_start(vintage));
  prg_buffer_add(out, "END\n");
}

/* Later ones are darker and thicker; their markers tell them apart without colour. */
static void write_curves(const prg_vintages *chart, prg_buffer *out) {
  bool first = true;
  for (size_t i = 0; i < chart->n; i++) {
    double part = chart->n == 1 ? 1 : (double)i / (double)(chart->n - 1);
    char look[128];
    snprintf(look, sizeof look, "linetype 1 dashtype (6,2) linecolor rgb shade(%d) linewidth %d",
             (int)lround(100 * (palest + (1 - palest) * part)), (int)lround(3 + 2 * part));
    prg_curve_line(out, &first, "vintage", i, look);
    prg_curve_points(out, &first, "origin", i, "pointtype 7 linecolor rgb colour[1]", 5);
  }
  prg_curve_line(out, &first, "outcome", 0, "linetype 1 linecolor rgb ink linewidth 6");
  prg_curve_points(out, &first, "outcome", 0, "pointtype 7 linecolor rgb ink", 4);
}

void prg_vintages_script(const prg_vintages *chart, prg_buffer *out) {
  prg_script_head(&chart->canvas, out);
  prg_buffer_add(out, "shade(c) = channel(colour[1], 16, c/100.0) + channel(colour[1], 8, c/100.0)"
                      " + channel(colour[1], 0, c/100.0)\n\n");
  prg_data_outcome(&chart->outcome, 0, out);
  for (size_t i = 0; i < chart->n; i++)
    write_vintage(chart, i, out);
  prg_buffer_add(out, "\n");
  prg_script_axes(&chart->axes, &chart->canvas, out);
  prg_script_labels(&chart->canvas, out);
  write_curves(chart, out);
  prg_buffer_add(out, "\nset output\n");
}
