/* The chart of series as gnuplot source. */
#include "present/chart/fan.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "present/canvas/script.h"
#include "present/chart/curves.h"
#include "present/chart/zones.h"

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
      prg_data_end_row(out, (prg_period){fan->axes.origin.frequency, x});
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

static void write_samples(const prg_fan *fan, prg_buffer *out) {
  for (size_t i = 0; i < fan->n_sample; i++)
    prg_sample_script(&fan->canvas, &fan->sample[i], out);
}

static void write_bands(const prg_fan *fan, prg_buffer *out, bool *first) {
  for (int inner = fan->both_bands ? 0 : 1; inner < 2; inner++)
    for (size_t i = 0; i < fan->n; i++) {
      if (fan->series[i].horizon == 0)
        continue;
      prg_curve_next(out, first);
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
      prg_curve_next(out, first);
      prg_buffer_printf(out, "$forecast_%zu using 1:2 with lines linestyle %zu notitle", i + 1,
                        11 + i);
      prg_curve_next(out, first);
      add_points(out, "forecast", i, radius, "");
      prg_curve_next(out, first);
      add_points(out, "forecast", i, radius * PRG_MARKER_HOLE / PRG_MARKER, "linecolor rgb paper");
    }
    prg_curve_next(out, first);
    prg_buffer_printf(out, "$outcome_%zu using 1:2 with lines linestyle %zu notitle", i + 1, i + 1);
    prg_curve_next(out, first);
    add_points(out, "outcome", i, radius, "");
  }
}

void prg_fan_script(const prg_fan *fan, prg_buffer *out) {
  prg_script_head(&fan->canvas, out);
  for (size_t i = 0; i < fan->n; i++) {
    prg_data_outcome(&fan->series[i], i, out);
    prg_data_forecast(&fan->series[i], i, out);
  }
  write_places(fan, out);
  prg_buffer_add(out, "\n");
  prg_script_axes(&fan->axes, &fan->canvas, out);
  prg_zones zones = prg_fan_zones(fan);
  prg_zones_script(&zones, &fan->axes, &fan->canvas, prg_zones_top(&fan->axes), out);
  write_events(fan, out);
  prg_script_labels(&fan->canvas, out);
  write_samples(fan, out);
  write_rings(fan, out);
  bool first = true;
  if (fan->bars)
    prg_bars_curves(fan, out, &first);
  else {
    write_bands(fan, out, &first);
    write_lines(fan, out, &first);
  }
  if (fan->has_capacity) {
    prg_curve_next(out, &first);
    prg_buffer_add(out, "$places using 1:2 with steps linetype 1 linecolor rgb capacity_colour "
                        "linewidth 3.5 notitle");
  }
  prg_buffer_add(out, "\nset output\n");
}
