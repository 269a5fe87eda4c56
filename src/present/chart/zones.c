#include "present/chart/zones.h"

#include <math.h>
#include <string.h>

#include "present/canvas/script.h"

static const int forecast_years = 5;

int prg_zones_outlook(prg_period origin) {
  int season = origin.frequency == PRG_DAY ? 365 : prg_frequency_season(origin.frequency);
  return origin.ordinal + forecast_years * season;
}

static void add_name(const prg_axes *axes, prg_canvas *canvas, prg_text name, double from,
                     double to) {
  const char *text = prg_text_get(name, canvas->options->language);
  prg_canvas_text at = {.x = prg_axes_x(axes, from) + 16,
                        .y = axes->top - 0.75 * PRG_TEXT_LEADING,
                        .face = PRG_FACE_TEXT,
                        .ink = PRG_INK_QUIET};
  if (prg_canvas_text_box(&at, text, strlen(text)).right < prg_axes_x(axes, to))
    prg_canvas_add_text(canvas, at, text, strlen(text));
}

void prg_zones_names(const prg_zones *zones, const prg_axes *axes, prg_canvas *canvas) {
  if (!zones->has_forecast)
    return;
  double begin = axes->origin.ordinal + 0.5, outlook = zones->outlook + 0.5;
  add_name(axes, canvas, PRG_TEXT_CHART_OUTCOME, axes->x_low, begin);
  add_name(axes, canvas, PRG_TEXT_CHART_FORECAST, begin, fmin(outlook, axes->x_high));
  if (zones->outlook < axes->x_last)
    add_name(axes, canvas, PRG_TEXT_CHART_OUTLOOK, outlook, axes->x_high);
}

double prg_zones_top(const prg_axes *axes) {
  return axes->top - 1.35 * PRG_TEXT_LEADING;
}

double prg_zones_room(const prg_zones *zones) {
  return (zones->has_forecast ? 2.4 : 1.0) * PRG_TEXT_LEADING;
}

/* A zone and the line where it begins. */
static void write_zone(const prg_canvas *canvas, const prg_box *box, const char *colour,
                       prg_buffer *out) {
  prg_script_rectangle(canvas, out, box);
  prg_buffer_printf(out, " behind fillcolor rgb %s fillstyle solid noborder\n", colour);
  prg_buffer_add(out, "set arrow from ");
  prg_script_place(canvas, out, box->left, box->bottom);
  prg_buffer_add(out, " to ");
  prg_script_place(canvas, out, box->left, box->top);
  prg_buffer_add(out, " nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)\n");
}

void prg_zones_script(const prg_zones *zones, const prg_axes *axes, const prg_canvas *canvas,
                      double top, prg_buffer *out) {
  if (!zones->has_forecast)
    return;
  double begin = prg_axes_x(axes, axes->origin.ordinal + 0.5);
  double outlook = prg_axes_x(axes, fmin(zones->outlook + 0.5, axes->x_high));
  write_zone(canvas, &(prg_box){begin, outlook, top, axes->bottom}, "zone_forecast", out);
  if (zones->outlook < axes->x_last)
    write_zone(canvas, &(prg_box){outlook, prg_axes_x(axes, axes->x_high), top, axes->bottom},
               "zone_outlook", out);
}
