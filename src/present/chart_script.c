/* The chart of series as gnuplot source. */
#include "present/chart_script.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "present/script.h"

/* "# 2022M01": which period an ordinal is; a year tells it itself. */
static void end_row(const prg_plot *plot, prg_buffer *out, int ordinal) {
  if (plot->axes.origin.frequency != PRG_YEAR && plot->axes.origin.frequency != PRG_INDEX) {
    char text[PRG_PERIOD_BYTES];
    prg_period_print((prg_period){plot->axes.origin.frequency, ordinal}, text);
    prg_buffer_printf(out, " # %s", text);
  }
  prg_buffer_add(out, "\n");
}

static void write_outcome(const prg_plot *plot, size_t i, prg_buffer *out) {
  const prg_outline *series = &plot->series[i];
  prg_buffer_printf(out, "$outcome_%zu << END\n", i + 1);
  for (size_t t = series->first; t <= series->last; t++) {
    int ordinal = prg_plot_ordinal(series, t);
    prg_buffer_printf(out, "%d ", ordinal);
    prg_script_number(out, series->series->value[t]);
    end_row(plot, out, ordinal);
  }
  prg_buffer_add(out, "END\n");
}

static void write_forecast_row(const prg_plot *plot, prg_buffer *out, int ordinal,
                               const double value[5]) {
  prg_buffer_printf(out, "%d", ordinal);
  for (int k = 0; k < 5; k++) {
    prg_buffer_add(out, " ");
    prg_script_number(out, value[k]);
  }
  end_row(plot, out, ordinal);
}

/* The first row is the last figure, from which the bands open. */
static void write_forecast(const prg_plot *plot, size_t i, prg_buffer *out) {
  const prg_outline *series = &plot->series[i];
  if (series->horizon == 0)
    return;
  int origin = prg_outline_origin(series).ordinal;
  double y = prg_outline_last_value(series);
  prg_buffer_printf(out,
                    "# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper\n"
                    "$forecast_%zu << END\n",
                    i + 1);
  write_forecast_row(plot, out, origin, (const double[]){y, y, y, y, y});
  for (size_t h = 1; h <= series->horizon; h++) {
    double value[5] = {prg_forecast_point(series->forecast, h)};
    prg_forecast_interval(series->forecast, h, 0.80, &value[1], &value[2]);
    prg_forecast_interval(series->forecast, h, 0.95, &value[3], &value[4]);
    write_forecast_row(plot, out, origin + (int)h, value);
  }
  prg_buffer_add(out, "END\n");
}

/* A zone and the line where it begins; it reaches up behind its name. */
static void write_zone(const prg_plot *plot, prg_buffer *out, const char *colour, double from,
                       double to) {
  double left = prg_axes_x(&plot->axes, from), right = prg_axes_x(&plot->axes, to);
  double top = plot->axes.top - 1.35 * PRG_TEXT_LEADING;
  prg_buffer_add(out, "set object rectangle from ");
  prg_script_place(&plot->canvas, out, left, plot->axes.bottom);
  prg_buffer_add(out, " to ");
  prg_script_place(&plot->canvas, out, right, top);
  prg_buffer_printf(out, " behind fillcolor rgb %s fillstyle solid noborder\n", colour);
  prg_buffer_add(out, "set arrow from ");
  prg_script_place(&plot->canvas, out, left, plot->axes.bottom);
  prg_buffer_add(out, " to ");
  prg_script_place(&plot->canvas, out, left, top);
  prg_buffer_add(out, " nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)\n");
}

static void write_zones(const prg_plot *plot, prg_buffer *out) {
  if (!plot->has_forecast)
    return;
  double begin = plot->axes.origin.ordinal + 0.5, outlook = plot->x_outlook + 0.5;
  write_zone(plot, out, "zone_forecast", begin, fmin(outlook, plot->axes.x_high));
  if (plot->x_outlook < plot->axes.x_last)
    write_zone(plot, out, "zone_outlook", outlook, plot->axes.x_high);
}

/* The line of places: a row where it begins, where it steps, and where it ends. */
static void write_places(const prg_plot *plot, prg_buffer *out) {
  if (!plot->has_capacity)
    return;
  double before = NAN;
  prg_buffer_add(out, "$places << END\n");
  for (int x = plot->axes.x_first; x <= plot->axes.x_last; x++) {
    double level = prg_plot_level(plot, x);
    if (level != before && !(isnan(level) && isnan(before))) {
      prg_script_number(out, x == plot->axes.x_first ? plot->axes.x_low : x - 0.5);
      prg_buffer_add(out, " ");
      prg_script_number(out, level);
      end_row(plot, out, x);
    }
    before = level;
  }
  prg_script_number(out, plot->axes.x_high);
  prg_buffer_add(out, " ");
  prg_script_number(out, before);
  prg_buffer_add(out, "\nEND\n");
}

static void write_rings(const prg_plot *plot, prg_buffer *out) {
  for (size_t i = 0; i < plot->n_ring; i++) {
    prg_buffer_add(out, "set label '' at ");
    prg_script_place(&plot->canvas, out, plot->ring[i].x, plot->ring[i].y);
    prg_buffer_add(out, " front point pointtype 6 linewidth 4 linecolor rgb capacity_colour "
                        "pointsize 17*pixel\n");
  }
}

static void write_events(const prg_plot *plot, prg_buffer *out) {
  for (size_t i = 0; i < plot->n_event; i++) {
    double x = prg_axes_x(&plot->axes, plot->event[i]);
    prg_buffer_add(out, "set arrow from ");
    prg_script_place(&plot->canvas, out, x, plot->axes.bottom);
    prg_buffer_add(out, " to ");
    prg_script_place(&plot->canvas, out, x, plot->axes.top);
    prg_buffer_add(out, " nohead back linecolor rgb quiet linewidth 2 dashtype (8,5)\n");
  }
}

static void write_line_sample(const prg_plot *plot, const prg_plot_sample *sample,
                              prg_buffer *out) {
  size_t style = sample->series + 1;
  prg_buffer_add(out, "set arrow from ");
  prg_script_place(&plot->canvas, out, sample->x, sample->y);
  prg_buffer_add(out, " to ");
  prg_script_place(&plot->canvas, out, sample->x + PRG_SAMPLE_LENGTH, sample->y);
  prg_buffer_printf(out, " nohead front linestyle %zu\n", style);
  prg_buffer_add(out, "set label '' at ");
  prg_script_place(&plot->canvas, out, sample->x + PRG_SAMPLE_LENGTH / 2, sample->y);
  prg_buffer_printf(out, " front point linestyle %zu linewidth 1 pointsize ", style);
  prg_buffer_add_significant(out, PRG_MARKER, 3);
  prg_buffer_add(out, "*pixel\n");
}

/* The 80 per cent band lies on the 95 per cent one in the chart, so also in its sample. */
static void write_band_sample(const prg_plot *plot, const prg_plot_sample *sample,
                              prg_buffer *out) {
  static const char *const part[] = {"band_95", "band_80"};
  bool inner = sample->kind == PRG_SAMPLE_80;
  for (int k = inner && !plot->both_bands ? 1 : 0; k < (inner ? 2 : 1); k++) {
    prg_buffer_add(out, "set object rectangle from ");
    prg_script_place(&plot->canvas, out, sample->x, sample->y + PRG_SWATCH_HEIGHT / 2);
    prg_buffer_add(out, " to ");
    prg_script_place(&plot->canvas, out, sample->x + PRG_SAMPLE_LENGTH,
                     sample->y - PRG_SWATCH_HEIGHT / 2);
    prg_buffer_printf(out, " front fillcolor rgb band(colour[%zu], %s) fillstyle solid noborder\n",
                      sample->series + 1, part[k]);
  }
}

static void write_samples(const prg_plot *plot, prg_buffer *out) {
  for (size_t i = 0; i < plot->n_sample; i++) {
    if (plot->sample[i].kind == PRG_SAMPLE_LINE)
      write_line_sample(plot, &plot->sample[i], out);
    else
      write_band_sample(plot, &plot->sample[i], out);
  }
}

/* The next thing to draw, after "plot" or the one before. */
static void next_curve(prg_buffer *out, bool *first) {
  prg_buffer_add(out, *first ? "plot \\\n  " : ", \\\n  ");
  *first = false;
}

static void write_bands(const prg_plot *plot, prg_buffer *out, bool *first) {
  for (int inner = plot->both_bands ? 0 : 1; inner < 2; inner++)
    for (size_t i = 0; i < plot->n; i++) {
      if (plot->series[i].horizon == 0)
        continue;
      next_curve(out, first);
      prg_buffer_printf(out,
                        "$forecast_%zu using 1:%s with filledcurves linecolor rgb "
                        "band(colour[%zu], %s) fillstyle solid noborder notitle",
                        i + 1, inner ? "3:4" : "5:6", i + 1, inner ? "band_80" : "band_95");
    }
}

/* Markers shrink where the points are closer than their width. */
static double marker_radius(const prg_plot *plot) {
  double gap = prg_axes_x(&plot->axes, 1) - prg_axes_x(&plot->axes, 0);
  return fmin(PRG_MARKER, fmax(3, 0.27 * gap));
}

static void add_points(prg_buffer *out, const char *block, size_t i, double radius,
                       const char *colour) {
  bool is_forecast = strcmp(block, "forecast") == 0;
  prg_buffer_printf(out, "$%s_%zu using 1:2 %swith points linestyle %zu linewidth 1 %s pointsize ",
                    block, i + 1, is_forecast ? "every ::1 " : "", i + 1, colour);
  prg_buffer_add_significant(out, radius, 3);
  prg_buffer_add(out, "*pixel notitle");
}

static void write_lines(const prg_plot *plot, prg_buffer *out, bool *first) {
  double radius = marker_radius(plot);
  for (size_t i = 0; i < plot->n; i++) {
    if (plot->series[i].horizon > 0) {
      next_curve(out, first);
      prg_buffer_printf(out, "$forecast_%zu using 1:2 with lines linestyle %zu notitle", i + 1,
                        11 + i);
      next_curve(out, first);
      add_points(out, "forecast", i, radius, "");
      next_curve(out, first);
      add_points(out, "forecast", i, radius * PRG_MARKER_HOLE / PRG_MARKER, "linecolor rgb paper");
    }
    next_curve(out, first);
    prg_buffer_printf(out, "$outcome_%zu using 1:2 with lines linestyle %zu notitle", i + 1, i + 1);
    next_curve(out, first);
    add_points(out, "outcome", i, radius, "");
  }
}

void prg_chart_script(const prg_plot *plot, prg_buffer *out) {
  prg_script_head(&plot->canvas, out);
  for (size_t i = 0; i < plot->n; i++) {
    write_outcome(plot, i, out);
    write_forecast(plot, i, out);
  }
  write_places(plot, out);
  prg_buffer_add(out, "\n");
  prg_script_axes(&plot->axes, &plot->canvas, out);
  write_zones(plot, out);
  write_events(plot, out);
  prg_script_labels(&plot->canvas, out);
  write_samples(plot, out);
  write_rings(plot, out);
  bool first = true;
  write_bands(plot, out, &first);
  write_lines(plot, out, &first);
  if (plot->has_capacity) {
    next_curve(out, &first);
    prg_buffer_add(out, "$places using 1:2 with steps linetype 1 linecolor rgb capacity_colour "
                        "linewidth 3.5 notitle");
  }
  prg_buffer_add(out, "\nset output\n");
}
