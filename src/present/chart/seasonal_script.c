/* The seasonal plot as gnuplot source. */
#include <math.h>

#include "present/canvas/script.h"
#include "present/chart/curves.h"
#include "present/chart/seasonal.h"

static void write_outcome(const prg_seasonal *chart, size_t i, prg_buffer *out) {
  const prg_season_line *line = &chart->line[i];
  prg_buffer_printf(out, "# %d\n$outcome_%zu << END\n", line->year, i + 1);
  for (int k = 0; k < chart->season; k++) {
    prg_buffer_printf(out, "%d ", k);
    prg_script_number(out, line->outcome[k]);
    prg_buffer_add(out, "\n");
  }
  prg_buffer_add(out, "END\n");
}

static void write_forecast_row(prg_buffer *out, int place, double median, double lower,
                               double upper) {
  prg_buffer_printf(out, "%d ", place);
  prg_script_number(out, median);
  prg_buffer_add(out, " ");
  prg_script_number(out, lower);
  prg_buffer_add(out, " ");
  prg_script_number(out, upper);
  prg_buffer_add(out, "\n");
}

static bool has_forecast(const prg_seasonal *chart, size_t i) {
  for (int k = 0; k < chart->season; k++)
    if (!isnan(chart->line[i].median[k]))
      return true;
  return false;
}

/* From the figure before, where the year has one; $ahead are the points of the forecast itself. */
static void write_forecast(const prg_seasonal *chart, size_t i, prg_buffer *out) {
  const prg_season_line *line = &chart->line[i];
  prg_buffer_printf(out,
                    "# place in the year, median, 80 per cent: lower, upper\n"
                    "$forecast_%zu << END\n",
                    i + 1);
  for (int k = 0; k < chart->season; k++) {
    if (k > 0 && isnan(line->median[k - 1]) && !isnan(line->median[k]) &&
        !isnan(line->outcome[k - 1])) {
      double y = line->outcome[k - 1];
      write_forecast_row(out, k - 1, y, y, y);
    }
    if (!isnan(line->median[k]))
      write_forecast_row(out, k, line->median[k], line->lower[k], line->upper[k]);
  }
  prg_buffer_printf(out, "END\n$ahead_%zu << END\n", i + 1);
  for (int k = 0; k < chart->season; k++)
    if (!isnan(line->median[k]))
      write_forecast_row(out, k, line->median[k], line->lower[k], line->upper[k]);
  prg_buffer_add(out, "END\n");
}

static void write_leaders(const prg_seasonal *chart, prg_buffer *out) {
  for (size_t k = 0; k < chart->n_leader; k++) {
    const prg_segment *leader = &chart->leader[k];
    prg_buffer_add(out, "set arrow from ");
    prg_script_place(&chart->canvas, out, leader->x0, leader->y0);
    prg_buffer_add(out, " to ");
    prg_script_place(&chart->canvas, out, leader->x1, leader->y1);
    prg_buffer_add(out, " nohead back linecolor rgb zone_line linewidth 1.5\n");
  }
}

static double marker_radius(const prg_seasonal *chart) {
  double gap = prg_axes_x(&chart->axes, 1) - prg_axes_x(&chart->axes, 0);
  return fmin(PRG_MARKER, fmax(3, 0.27 * gap));
}

static void write_curves(const prg_seasonal *chart, prg_buffer *out) {
  bool first = true;
  double radius = marker_radius(chart);
  for (size_t i = chart->latest; i < chart->n; i++)
    if (has_forecast(chart, i))
      prg_curve_band(out, &first, i, 1);
  for (size_t i = 0; i < chart->latest; i++) {
    const char *look = i + 1 == chart->latest ? "linetype 1 linecolor rgb quiet linewidth 3"
                                              : "linetype 1 linecolor rgb axis linewidth 2.5";
    prg_curve_line(out, &first, "outcome", i, look);
    prg_curve_points(out, &first, "outcome", i, "pointtype 7 linecolor rgb axis", 2.5);
  }
  for (size_t i = chart->latest; i < chart->n; i++)
    if (has_forecast(chart, i)) {
      prg_curve_line(out, &first, "forecast", i, "linestyle 11");
      prg_curve_holes(out, &first, "ahead", i, "linestyle 1", radius);
    }
  prg_curve_line(out, &first, "outcome", chart->latest, "linestyle 1");
  prg_curve_points(out, &first, "outcome", chart->latest, "linestyle 1", radius);
}

void prg_seasonal_script(const prg_seasonal *chart, prg_buffer *out) {
  prg_script_head(&chart->canvas, out);
  for (size_t i = 0; i < chart->n; i++) {
    if (i <= chart->latest)
      write_outcome(chart, i, out);
    if (has_forecast(chart, i))
      write_forecast(chart, i, out);
  }
  prg_buffer_add(out, "\n");
  prg_script_axes(&chart->axes, &chart->canvas, out);
  write_leaders(chart, out);
  prg_script_labels(&chart->canvas, out);
  write_curves(chart, out);
  prg_buffer_add(out, "\nset output\n");
}
