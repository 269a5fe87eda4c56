/* The chart of series as gnuplot source. */
#include "present/chart/fan.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "present/canvas/script.h"

/* "# 2022M01": which period an ordinal is; a year tells it itself. */
static void end_row(const prg_fan *fan, prg_buffer *out, int ordinal) {
  if (fan->axes.origin.frequency != PRG_YEAR && fan->axes.origin.frequency != PRG_INDEX) {
    char text[PRG_PERIOD_BYTES];
    prg_period_print((prg_period){fan->axes.origin.frequency, ordinal}, text);
    prg_buffer_printf(out, " # %s", text);
  }
  prg_buffer_add(out, "\n");
}

static void write_outcome(const prg_fan *fan, size_t i, prg_buffer *out) {
  const prg_outline *series = &fan->series[i];
  prg_buffer_printf(out, "$outcome_%zu << END\n", i + 1);
  for (size_t t = series->first; t <= series->last; t++) {
    int ordinal = prg_fan_ordinal(series, t);
    prg_buffer_printf(out, "%d ", ordinal);
    prg_script_number(out, series->series->value[t]);
    end_row(fan, out, ordinal);
  }
  prg_buffer_add(out, "END\n");
}

static void write_forecast_row(const prg_fan *fan, prg_buffer *out, int ordinal,
                               const double value[5]) {
  prg_buffer_printf(out, "%d", ordinal);
  for (int k = 0; k < 5; k++) {
    prg_buffer_add(out, " ");
    prg_script_number(out, value[k]);
  }
  end_row(fan, out, ordinal);
}

/* The first row is the last figure, from which the bands open. */
static void write_forecast(const prg_fan *fan, size_t i, prg_buffer *out) {
  const prg_outline *series = &fan->series[i];
  if (series->horizon == 0)
    return;
  int origin = prg_outline_origin(series).ordinal;
  double y = prg_outline_last_value(series);
  prg_buffer_printf(out,
                    "# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper\n"
                    "$forecast_%zu << END\n",
                    i + 1);
  write_forecast_row(fan, out, origin, (const double[]){y, y, y, y, y});
  for (size_t h = 1; h <= series->horizon; h++) {
    double value[5] = {prg_forecast_point(series->forecast, h)};
    prg_forecast_interval(series->forecast, h, 0.80, &value[1], &value[2]);
    prg_forecast_interval(series->forecast, h, 0.95, &value[3], &value[4]);
    write_forecast_row(fan, out, origin + (int)h, value);
  }
  prg_buffer_add(out, "END\n");
}

/* A zone and the line where it begins; it reaches up behind its name. */
static void write_zone(const prg_fan *fan, prg_buffer *out, const char *colour, double from,
                       double to) {
  double left = prg_axes_x(&fan->axes, from), right = prg_axes_x(&fan->axes, to);
  double top = fan->axes.top - 1.35 * PRG_TEXT_LEADING;
  prg_buffer_add(out, "set object rectangle from ");
  prg_script_place(&fan->canvas, out, left, fan->axes.bottom);
  prg_buffer_add(out, " to ");
  prg_script_place(&fan->canvas, out, right, top);
  prg_buffer_printf(out, " behind fillcolor rgb %s fillstyle solid noborder\n", colour);
  prg_buffer_add(out, "set arrow from ");
  prg_script_place(&fan->canvas, out, left, fan->axes.bottom);
  prg_buffer_add(out, " to ");
  prg_script_place(&fan->canvas, out, left, top);
  prg_buffer_add(out, " nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)\n");
}

static void write_zones(const prg_fan *fan, prg_buffer *out) {
  if (!fan->has_forecast)
    return;
  double begin = fan->axes.origin.ordinal + 0.5, outlook = fan->x_outlook + 0.5;
  write_zone(fan, out, "zone_forecast", begin, fmin(outlook, fan->axes.x_high));
  if (fan->x_outlook < fan->axes.x_last)
    write_zone(fan, out, "zone_outlook", outlook, fan->axes.x_high);
}

/* The line of places: a row where it begins, where it steps, and where it ends. */
static void write_places(const prg_fan *fan, prg_buffer *out) {
  if (!fan->has_capacity)
    return;
  double before = NAN;
  prg_buffer_add(out, "$places << END\n");
  for (int x = fan->axes.x_first; x <= fan->axes.x_last; x++) {
    double level = prg_fan_level(fan, x);
    if (level != before && !(isnan(level) && isnan(before))) {
      prg_script_number(out, x == fan->axes.x_first ? fan->axes.x_low : x - 0.5);
      prg_buffer_add(out, " ");
      prg_script_number(out, level);
      end_row(fan, out, x);
    }
    before = level;
  }
  prg_script_number(out, fan->axes.x_high);
  prg_buffer_add(out, " ");
  prg_script_number(out, before);
  prg_buffer_add(out, "\nEND\n");
}

static void write_rings(const prg_fan *fan, prg_buffer *out) {
  for (size_t i = 0; i < fan->n_ring; i++) {
    prg_buffer_add(out, "set label '' at ");
    prg_script_place(&fan->canvas, out, fan->ring[i].x, fan->ring[i].y);
    prg_buffer_add(out, " front point pointtype 6 linewidth 4 linecolor rgb capacity_colour "
                        "pointsize 17*pixel\n");
  }
}

static void write_events(const prg_fan *fan, prg_buffer *out) {
  for (size_t i = 0; i < fan->n_event; i++) {
    double x = prg_axes_x(&fan->axes, fan->event[i]);
    prg_buffer_add(out, "set arrow from ");
    prg_script_place(&fan->canvas, out, x, fan->axes.bottom);
    prg_buffer_add(out, " to ");
    prg_script_place(&fan->canvas, out, x, fan->axes.top);
    prg_buffer_add(out, " nohead back linecolor rgb quiet linewidth 2 dashtype (8,5)\n");
  }
}

static void write_line_sample(const prg_fan *fan, const prg_fan_sample *sample, prg_buffer *out) {
  size_t style = sample->series + 1;
  prg_buffer_add(out, "set arrow from ");
  prg_script_place(&fan->canvas, out, sample->x, sample->y);
  prg_buffer_add(out, " to ");
  prg_script_place(&fan->canvas, out, sample->x + PRG_SAMPLE_LENGTH, sample->y);
  prg_buffer_printf(out, " nohead front linestyle %zu\n", style);
  prg_buffer_add(out, "set label '' at ");
  prg_script_place(&fan->canvas, out, sample->x + PRG_SAMPLE_LENGTH / 2, sample->y);
  prg_buffer_printf(out, " front point linestyle %zu linewidth 1 pointsize ", style);
  prg_buffer_add_significant(out, PRG_MARKER, 3);
  prg_buffer_add(out, "*pixel\n");
}

/* The 80 per cent band lies on the 95 per cent one in the chart, so also in its sample. */
static void write_band_sample(const prg_fan *fan, const prg_fan_sample *sample, prg_buffer *out) {
  static const char *const part[] = {"band_95", "band_80"};
  bool inner = sample->kind == PRG_SAMPLE_80;
  for (int k = inner && !fan->both_bands ? 1 : 0; k < (inner ? 2 : 1); k++) {
    prg_buffer_add(out, "set object rectangle from ");
    prg_script_place(&fan->canvas, out, sample->x, sample->y + PRG_SWATCH_HEIGHT / 2);
    prg_buffer_add(out, " to ");
    prg_script_place(&fan->canvas, out, sample->x + PRG_SAMPLE_LENGTH,
                     sample->y - PRG_SWATCH_HEIGHT / 2);
    prg_buffer_printf(out, " front fillcolor rgb band(colour[%zu], %s) fillstyle solid noborder\n",
                      sample->series + 1, part[k]);
  }
}

static void write_samples(const prg_fan *fan, prg_buffer *out) {
  for (size_t i = 0; i < fan->n_sample; i++) {
    if (fan->sample[i].kind == PRG_SAMPLE_LINE)
      write_line_sample(fan, &fan->sample[i], out);
    else
      write_band_sample(fan, &fan->sample[i], out);
  }
}

/* The next thing to draw, after "plot" or the one before. */
static void next_curve(prg_buffer *out, bool *first) {
  prg_buffer_add(out, *first ? "plot \\\n  " : ", \\\n  ");
  *first = false;
}

static void write_bands(const prg_fan *fan, prg_buffer *out, bool *first) {
  for (int inner = fan->both_bands ? 0 : 1; inner < 2; inner++)
    for (size_t i = 0; i < fan->n; i++) {
      if (fan->series[i].horizon == 0)
        continue;
      next_curve(out, first);
      prg_buffer_printf(out,
                        "$forecast_%zu using 1:%s with filledcurves linecolor rgb "
                        "band(colour[%zu], %s) fillstyle solid noborder notitle",
                        i + 1, inner ? "3:4" : "5:6", i + 1, inner ? "band_80" : "band_95");
    }
}

/* Markers shrink where the points are closer than their width. */
static double marker_radius(const prg_fan *fan) {
  double gap = prg_axes_x(&fan->axes, 1) - prg_axes_x(&fan->axes, 0);
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

static void write_lines(const prg_fan *fan, prg_buffer *out, bool *first) {
  double radius = marker_radius(fan);
  for (size_t i = 0; i < fan->n; i++) {
    if (fan->series[i].horizon > 0) {
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

void prg_fan_script(const prg_fan *fan, prg_buffer *out) {
  prg_script_head(&fan->canvas, out);
  for (size_t i = 0; i < fan->n; i++) {
    write_outcome(fan, i, out);
    write_forecast(fan, i, out);
  }
  write_places(fan, out);
  prg_buffer_add(out, "\n");
  prg_script_axes(&fan->axes, &fan->canvas, out);
  write_zones(fan, out);
  write_events(fan, out);
  prg_script_labels(&fan->canvas, out);
  write_samples(fan, out);
  write_rings(fan, out);
  bool first = true;
  write_bands(fan, out, &first);
  write_lines(fan, out, &first);
  if (fan->has_capacity) {
    next_curve(out, &first);
    prg_buffer_add(out, "$places using 1:2 with steps linetype 1 linecolor rgb capacity_colour "
                        "linewidth 3.5 notitle");
  }
  prg_buffer_add(out, "\nset output\n");
}
