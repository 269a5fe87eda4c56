/* The chart of changes as gnuplot source. */
#include "present/chart/change.h"

#include <math.h>

#include "present/canvas/panels.h"
#include "present/canvas/script.h"
#include "present/chart/bar.h"
#include "present/chart/curves.h"

static const prg_bar style = {.width = PRG_BAR_ALONE};

typedef double (*value_of)(const prg_change_figures *, int);
typedef void (*interval_of)(const prg_change_figures *, int, double, double *, double *);

static void write_outcome(const prg_change_figures *f, int from, value_of value, prg_buffer *out) {
  for (int x = from; x <= f->origin; x++) {
    double row[] = {value(f, x)};
    prg_data_row(out, prg_change_period(f, x), row, 1);
  }
  prg_buffer_add(out, "END\n");
}

static void write_forecast(const prg_change_figures *f, value_of value, interval_of interval,
                           prg_buffer *out) {
  for (int x = f->origin + 1; x <= f->last; x++) {
    double row[5] = {value(f, x)};
    interval(f, x, 0.80, &row[1], &row[2]);
    interval(f, x, 0.95, &row[3], &row[4]);
    prg_data_row(out, prg_change_period(f, x), row, 5);
  }
  prg_buffer_add(out, "END\n");
}

static void write_data(const prg_change_figures *f, prg_buffer *out) {
  prg_buffer_add(out, "# period, change\n$change_1 << END\n");
  write_outcome(f, f->first + f->lag, prg_change_at, out);
  prg_buffer_add(out, "# period, sum of the changes\n$sum_1 << END\n");
  write_outcome(f, f->first + f->lag - 1, prg_change_sum, out);
  if (f->last == f->origin)
    return;
  prg_buffer_add(out, "# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper\n"
                      "$change_forecast_1 << END\n");
  write_forecast(f, prg_change_at, prg_change_interval, out);
  double y = prg_change_sum(f, f->origin);
  prg_buffer_add(out, "$sum_forecast_1 << END\n");
  prg_data_row(out, prg_change_period(f, f->origin), (const double[]){y, y, y, y, y}, 5);
  write_forecast(f, prg_change_sum, prg_change_sum_interval, out);
}

static void write_bars(const prg_change *change, prg_buffer *out) {
  const prg_change_figures *f = &change->figures;
  bool first = true;
  if (f->first + f->lag <= f->origin)
    prg_bar_outcome(&style, "$change_1", out, &first);
  if (change->zones.has_forecast)
    prg_bar_forecast(&style, "$change_forecast_1", true, out, &first);
}

static void write_band(prg_buffer *out, bool *first, const char *limits, const char *part) {
  prg_curve_next(out, first);
  prg_buffer_printf(out,
                    "$sum_forecast_1 using 1:%s with filledcurves linecolor rgb "
                    "band(colour[1], %s) fillstyle solid noborder notitle",
                    limits, part);
}

static void write_line(const prg_change *change, prg_buffer *out) {
  double gap = prg_axes_x(&change->sum, 1) - prg_axes_x(&change->sum, 0);
  double radius = fmin(PRG_MARKER, fmax(3, 0.27 * gap));
  bool first = true;
  if (change->zones.has_forecast) {
    if (change->has_bands) {
      write_band(out, &first, "5:6", "band_95");
      write_band(out, &first, "3:4", "band_80");
    }
    prg_curve_line(out, &first, "sum_forecast", 0, "linestyle 11");
    prg_curve_holes(out, &first, "sum_forecast", 0, "linestyle 1", radius);
  }
  prg_curve_line(out, &first, "sum", 0, "linestyle 1");
  prg_curve_points(out, &first, "sum", 0, "linestyle 1", radius);
}

static void write_samples(const prg_change *change, size_t from, size_t to, prg_buffer *out) {
  for (size_t i = from; i < to; i++)
    prg_sample_script(&change->canvas, &change->sample[i], out);
}

void prg_change_script(const prg_change *change, prg_buffer *out) {
  const prg_canvas *canvas = &change->canvas;
  prg_script_head(canvas, out);
  write_data(&change->figures, out);
  prg_panels_begin(out);
  prg_panels_next(&change->bars, canvas, out);
  prg_zones_script(&change->zones, &change->bars, canvas, prg_zones_top(&change->bars), out);
  write_samples(change, 0, 1, out);
  write_bars(change, out);
  prg_panels_next(&change->sum, canvas, out);
  prg_zones_script(&change->zones, &change->sum, canvas, change->bars.bottom, out);
  write_samples(change, 1, change->n_sample, out);
  write_line(change, out);
  prg_panels_end(canvas, out);
}
