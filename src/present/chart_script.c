/*
 * The gnuplot source of a chart. It holds numbers written here, single-quoted text, and nothing
 * else that comes from outside: see gnuplot_text.h. The theme is the one exception.
 */
#include "present/chart_script.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "present/gnuplot_text.h"

/* Pixels. */
static const double marker = 9, marker_hole = 4.5;
static const double sample_length = 64;
static const double swatch_height = 24;

/* A number for gnuplot: any figure to ten digits is exact enough for a picture. */
static void add_number(prg_buffer *out, double value) {
  if (isnan(value))
    prg_buffer_add(out, "NaN");
  else
    prg_buffer_add_significant(out, value, 10);
}

/* Pixels from the top left corner as gnuplot's "screen x, screen y". */
static void add_place(const prg_plot *plot, prg_buffer *out, double x, double y) {
  prg_buffer_add(out, "screen ");
  prg_buffer_add_significant(out, x / plot->canvas.width, 6);
  prg_buffer_add(out, ", screen ");
  prg_buffer_add_significant(out, 1 - y / plot->canvas.height, 6);
}

static void write_head(const prg_plot *plot, prg_buffer *out) {
  const prg_chart_options *options = plot->canvas.options;
  prg_gnuplot_comment(out, "prognos", options->version == NULL ? "" : options->version);
  if (options->command != NULL)
    prg_gnuplot_comment(out, "command", options->command);
  if (options->input_hash != NULL)
    prg_gnuplot_comment(out, "input", options->input_hash);
  prg_buffer_add(out, "# Draws an SVG beside this file: gnuplot FILE.gp\n"
                      "# Other pictures: gnuplot -e \"format='png'\" FILE.gp  (png, pdf, emf)\n"
                      "reset\nset encoding utf8\n"
                      "if (!exists('format')) format = 'svg'\n\n");
  prg_buffer_add(out, options->theme != NULL && options->theme[0] != '\0' ? options->theme
                                                                          : prg_theme_default);
}

/* Each terminal's idea of a point size, and how wide a point (ps) of size 1 is: gnuplot 5.4. PDF
 * pages are 144 pixels to the inch. A font's name ends up as it is in SVG, weight and all. */
static const char terminals[] =
    "\nfont_unit = (format eq 'svg') ? 1.0 : 0.75\n"
    "font_face = (format eq 'emf') ? font_name_emf : font_name\n"
    "font_heavy = font_face.(format eq 'svg' ? '\" font-weight=\"bold' :"
    " format eq 'emf' ? ' Bold' : ':Bold')\n"
    "font_text = font_face.sprintf(',%g', text_size*scale*font_unit)\n"
    "font_bold = font_heavy.sprintf(',%g', text_size*scale*font_unit)\n"
    "font_title = font_heavy.sprintf(',%g', title_size*scale*font_unit)\n"
    "pixel = (format eq 'svg') ? 1/10.5 : (format eq 'png') ? scale/3.05 :"
    " (format eq 'pdf') ? scale/6.0 : 1/12.0\n"
    "if (format eq 'svg') set terminal svg size width,height dynamic noenhanced"
    " font font_text linewidth scale background rgb paper\n"
    "if (format eq 'png') set terminal pngcairo size width,height noenhanced"
    " font font_text linewidth scale background rgb paper\n"
    "if (format eq 'pdf') set terminal pdfcairo size width/144.0,height/144.0 noenhanced"
    " font font_text linewidth scale background rgb paper\n"
    "if (format eq 'emf') set terminal emf size width,height noenhanced"
    " font font_text linewidth scale background rgb paper\n"
    "if (!exists('output')) output = (exists('ARG0') && strlen(ARG0) > 3 &&"
    " ARG0[strlen(ARG0)-2:*] eq '.gp' ? ARG0[1:strlen(ARG0)-3] : 'prognos').'.'.format\n"
    "set output (output[1:1] eq '/' ? '' : './').output\n"
    "# A band's colour lets what is below it show; EMF cannot, and gets the colour on paper.\n"
    "if (format eq 'emf') band_80 = 1 - (1 - band_80)*(1 - band_95)\n"
    "channel(c, shift, part) = int(((c >> shift) & 255)*part + ((paper >> shift) & 255)*(1 - part)"
    " + 0.5) << shift\n"
    "band(c, part) = (format eq 'emf') ?"
    " channel(c, 16, part) + channel(c, 8, part) + channel(c, 0, part) :"
    " c + (int(255*(1 - part)) << 24)\n\n";

static void write_terminals(const prg_plot *plot, prg_buffer *out) {
  prg_buffer_printf(
      out, "\nwidth = %d\nheight = %d\nscale = height/1080.0\ntext_size = %d\ntitle_size = %d",
      plot->canvas.options->width, plot->canvas.options->height, PRG_TEXT_SIZE, PRG_TITLE_SIZE);
  prg_buffer_add(out, terminals);
}

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
    add_number(out, series->series->value[t]);
    end_row(plot, out, ordinal);
  }
  prg_buffer_add(out, "END\n");
}

static void write_forecast_row(const prg_plot *plot, prg_buffer *out, int ordinal,
                               const double value[5]) {
  prg_buffer_printf(out, "%d", ordinal);
  for (int k = 0; k < 5; k++) {
    prg_buffer_add(out, " ");
    add_number(out, value[k]);
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

static void write_ticks(const prg_plot *plot, prg_buffer *out, char axis, const prg_tick *tick,
                        size_t n) {
  prg_buffer_printf(out, "set %ctics (", axis);
  for (size_t i = 0; i < n; i++) {
    prg_buffer_add(out, i > 0 ? ", " : "");
    prg_gnuplot_quote(out, prg_buffer_string(&plot->canvas.text) + tick[i].start, tick[i].length);
    prg_buffer_add(out, " ");
    add_number(out, tick[i].at);
  }
  prg_buffer_add(out, ") scale 0 nomirror textcolor rgb quiet\n");
}

static void write_margin(prg_buffer *out, const char *side, double part) {
  prg_buffer_printf(out, "set %smargin at screen ", side);
  prg_buffer_add_significant(out, part, 6);
  prg_buffer_add(out, "\n");
}

/* With fewer digits than the figures, so that a forecast read back from CSV is drawn the same. */
static void write_range(prg_buffer *out, char axis, double low, double high) {
  prg_buffer_printf(out, "set %crange [", axis);
  prg_buffer_add_significant(out, low, 8);
  prg_buffer_add(out, ":");
  prg_buffer_add_significant(out, high, 8);
  prg_buffer_add(out, "]\n");
}

static void write_axes(const prg_plot *plot, prg_buffer *out) {
  write_margin(out, "l", plot->axes.left / plot->canvas.width);
  write_margin(out, "r", plot->axes.right / plot->canvas.width);
  write_margin(out, "t", 1 - plot->axes.top / plot->canvas.height);
  write_margin(out, "b", 1 - plot->axes.bottom / plot->canvas.height);
  write_range(out, 'x', plot->axes.x_low, plot->axes.x_high);
  write_range(out, 'y', plot->axes.y_low, plot->axes.y_high);
  prg_buffer_add(out, "unset key\nunset border\n"
                      "set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5\n");
  write_ticks(plot, out, 'x', plot->axes.x_tick, plot->axes.n_x_tick);
  write_ticks(plot, out, 'y', plot->axes.y_tick, plot->axes.n_y_tick);
  if (!plot->axes.cut_axis)
    prg_buffer_add(out, "set arrow from graph 0, first 0 to graph 1, first 0 nohead back"
                        " linecolor rgb axis linewidth 2\n");
}

/* A zone and the line where it begins; it reaches up behind its name. */
static void write_zone(const prg_plot *plot, prg_buffer *out, const char *colour, double from,
                       double to) {
  double left = prg_axes_x(&plot->axes, from), right = prg_axes_x(&plot->axes, to);
  double top = plot->axes.top - 1.35 * PRG_TEXT_LEADING;
  prg_buffer_add(out, "set object rectangle from ");
  add_place(plot, out, left, plot->axes.bottom);
  prg_buffer_add(out, " to ");
  add_place(plot, out, right, top);
  prg_buffer_printf(out, " behind fillcolor rgb %s fillstyle solid noborder\n", colour);
  prg_buffer_add(out, "set arrow from ");
  add_place(plot, out, left, plot->axes.bottom);
  prg_buffer_add(out, " to ");
  add_place(plot, out, left, top);
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

static void write_capacity(const prg_plot *plot, prg_buffer *out) {
  if (!plot->has_capacity)
    return;
  prg_buffer_add(out, "set arrow from graph 0, first ");
  add_number(out, plot->canvas.options->capacity);
  prg_buffer_add(out, " to graph 1, first ");
  add_number(out, plot->canvas.options->capacity);
  prg_buffer_add(out, " nohead front linecolor rgb capacity_colour linewidth 3.5\n");
}

static void write_events(const prg_plot *plot, prg_buffer *out) {
  for (size_t i = 0; i < plot->n_event; i++) {
    double x = prg_axes_x(&plot->axes, plot->event[i]);
    prg_buffer_add(out, "set arrow from ");
    add_place(plot, out, x, plot->axes.bottom);
    prg_buffer_add(out, " to ");
    add_place(plot, out, x, plot->axes.top);
    prg_buffer_add(out, " nohead back linecolor rgb quiet linewidth 2 dashtype (8,5)\n");
  }
}

static void write_label(const prg_plot *plot, const prg_canvas_text *label, prg_buffer *out) {
  static const char *const align[] = {"left", "center", "right"};
  static const char *const face[] = {"font_text", "font_bold", "font_title"};
  static const char *const ink[] = {"ink", "quiet", "capacity_colour"};
  prg_buffer_add(out, "set label ");
  prg_gnuplot_quote(out, prg_buffer_string(&plot->canvas.text) + label->start, label->length);
  prg_buffer_add(out, " at ");
  add_place(plot, out, label->x, label->y);
  prg_buffer_printf(out, " %s front noenhanced font %s textcolor rgb ", align[label->align],
                    face[label->face]);
  if (label->ink == PRG_INK_SERIES)
    prg_buffer_printf(out, "text_colour[%zu]\n", label->series + 1);
  else
    prg_buffer_printf(out, "%s\n", ink[label->ink]);
}

static void write_line_sample(const prg_plot *plot, const prg_plot_sample *sample,
                              prg_buffer *out) {
  size_t style = sample->series + 1;
  prg_buffer_add(out, "set arrow from ");
  add_place(plot, out, sample->x, sample->y);
  prg_buffer_add(out, " to ");
  add_place(plot, out, sample->x + sample_length, sample->y);
  prg_buffer_printf(out, " nohead front linestyle %zu\n", style);
  prg_buffer_add(out, "set label '' at ");
  add_place(plot, out, sample->x + sample_length / 2, sample->y);
  prg_buffer_printf(out, " front point linestyle %zu linewidth 1 pointsize ", style);
  prg_buffer_add_significant(out, marker, 3);
  prg_buffer_add(out, "*pixel\n");
}

/* The 80 per cent band lies on the 95 per cent one in the chart, so also in its sample. */
static void write_band_sample(const prg_plot *plot, const prg_plot_sample *sample,
                              prg_buffer *out) {
  static const char *const part[] = {"band_95", "band_80"};
  bool inner = sample->kind == PRG_SAMPLE_80;
  for (int k = inner && !plot->both_bands ? 1 : 0; k < (inner ? 2 : 1); k++) {
    prg_buffer_add(out, "set object rectangle from ");
    add_place(plot, out, sample->x, sample->y + swatch_height / 2);
    prg_buffer_add(out, " to ");
    add_place(plot, out, sample->x + sample_length, sample->y - swatch_height / 2);
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
  return fmin(marker, fmax(3, 0.27 * gap));
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
      add_points(out, "forecast", i, radius * marker_hole / marker, "linecolor rgb paper");
    }
    next_curve(out, first);
    prg_buffer_printf(out, "$outcome_%zu using 1:2 with lines linestyle %zu notitle", i + 1, i + 1);
    next_curve(out, first);
    add_points(out, "outcome", i, radius, "");
  }
}

void prg_chart_script(const prg_plot *plot, prg_buffer *out) {
  write_head(plot, out);
  write_terminals(plot, out);
  for (size_t i = 0; i < plot->n; i++) {
    write_outcome(plot, i, out);
    write_forecast(plot, i, out);
  }
  prg_buffer_add(out, "\n");
  write_axes(plot, out);
  write_zones(plot, out);
  write_capacity(plot, out);
  write_events(plot, out);
  for (size_t i = 0; i < plot->canvas.n_label; i++)
    write_label(plot, &plot->canvas.label[i], out);
  write_samples(plot, out);
  bool first = true;
  write_bands(plot, out, &first);
  write_lines(plot, out, &first);
  prg_buffer_add(out, "\nset output\n");
}
