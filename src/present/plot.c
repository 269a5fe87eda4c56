#include "present/plot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "present/level.h"

int prg_plot_ordinal(const prg_outline *series, size_t t) {
  return prg_series_period(series->series, t).ordinal;
}

/* Headline and subtitle at the top; what is left below them begins at axes.top. */
static void add_heading(prg_plot *plot, const prg_forecast *const *forecast) {
  prg_buffer title = {0}, subtitle = {0};
  prg_chart_title(forecast, plot->n, plot->canvas.options, &title);
  prg_plot_subtitle(plot, &subtitle);
  double y = prg_canvas_add_heading(&plot->canvas, prg_buffer_string(&title),
                                    prg_buffer_string(&subtitle));
  plot->axes.top = y + (plot->has_forecast ? 2.4 : 1.0) * PRG_TEXT_LEADING; /* zone names */
  plot->canvas.failed = plot->canvas.failed || title.failed || subtitle.failed;
  prg_buffer_free(&title);
  prg_buffer_free(&subtitle);
}

/* The footer at the bottom; the plot area ends above it and the tick labels. */
static void add_footer(prg_plot *plot) {
  prg_buffer text = {0};
  prg_plot_footer(plot, &text);
  double y = prg_canvas_add_footer(&plot->canvas, prg_buffer_string(&text));
  plot->axes.bottom = y - 2.9 * PRG_TEXT_LEADING;
  plot->canvas.failed = plot->canvas.failed || text.failed;
  prg_buffer_free(&text);
}

/* The plot area lies between the labels of the y axis and the column of names. */
static void set_sides(prg_plot *plot) {
  plot->axes.left = PRG_EDGE + prg_axes_y_width(&plot->axes, &plot->canvas) + 18;
  plot->axes.right = plot->canvas.width - 0.8 * PRG_EDGE - prg_plot_column_width(plot);
}

static void add_zone_name(prg_plot *plot, prg_text name, double from, double to) {
  const char *text = prg_text_get(name, plot->canvas.options->language);
  double left = prg_axes_x(&plot->axes, from), right = prg_axes_x(&plot->axes, to);
  prg_canvas_text at = {.x = left + 16,
                        .y = plot->axes.top - 0.75 * PRG_TEXT_LEADING,
                        .face = PRG_FACE_TEXT,
                        .ink = PRG_INK_QUIET};
  if (prg_canvas_text_box(&at, text, strlen(text)).right < right)
    prg_canvas_add_text(&plot->canvas, at, text, strlen(text));
}

static void add_zone_names(prg_plot *plot) {
  if (!plot->has_forecast)
    return;
  double begin = plot->axes.origin.ordinal + 0.5, outlook = plot->x_outlook + 0.5;
  add_zone_name(plot, PRG_TEXT_CHART_OUTCOME, plot->axes.x_low, begin);
  add_zone_name(plot, PRG_TEXT_CHART_FORECAST, begin, fmin(outlook, plot->axes.x_high));
  if (plot->x_outlook < plot->axes.x_last)
    add_zone_name(plot, PRG_TEXT_CHART_OUTLOOK, outlook, plot->axes.x_high);
}

static prg_status outline_series(prg_plot *plot, const prg_forecast *const *forecast,
                                 prg_error *error) {
  plot->decimals = 0;
  for (size_t i = 0; i < plot->n; i++) {
    prg_outline *series = &plot->series[i];
    prg_outline_init(series, forecast[i], plot->canvas.options->decimals);
    if (series->empty)
      return prg_fail(error, PRG_TEXT_CHART_NO_FIGURES, PRG_ARGS(prg_string(series->series->name)));
    prg_period origin = prg_outline_origin(series);
    if (i == 0)
      plot->axes.origin = origin;
    if (origin.frequency != plot->axes.origin.frequency)
      return prg_fail(error, PRG_TEXT_CHART_MIXED_FREQUENCY,
                      PRG_ARGS(prg_text_argument(prg_frequency_text(plot->axes.origin.frequency)),
                               prg_text_argument(prg_frequency_text(origin.frequency))));
    plot->axes.origin.ordinal =
        origin.ordinal > plot->axes.origin.ordinal ? origin.ordinal : plot->axes.origin.ordinal;
    plot->has_forecast = plot->has_forecast || series->horizon > 0;
    plot->decimals = series->decimals > plot->decimals ? series->decimals : plot->decimals;
  }
  return PRG_OK;
}

prg_status prg_plot_init(prg_plot *plot, const prg_forecast *const *forecast, size_t n,
                         const prg_chart_options *options, prg_error *error) {
  *plot = (prg_plot){.n = n, .both_bands = n <= 2};
  prg_canvas_init(&plot->canvas, options);
  plot->level_of = n == 1 ? forecast[0]->series->name : "";
  plot->has_capacity = prg_level_is_given(options, plot->level_of);
  prg_status status = outline_series(plot, forecast, error);
  if (status == PRG_OK)
    status = prg_plot_ranges(plot, error);
  if (status != PRG_OK)
    return status;
  prg_plot_names(plot);
  add_heading(plot, forecast);
  plot->axes.bottom = plot->canvas.height - 2 * PRG_EDGE; /* near enough to choose the ticks */
  prg_axes_y_ticks(&plot->axes, &plot->canvas, prg_plot_counts(plot), false);
  add_footer(plot);
  set_sides(plot);
  prg_axes_x_ticks(&plot->axes, &plot->canvas);
  add_zone_names(plot);
  prg_plot_markers(plot);
  prg_plot_label_level(plot);
  prg_plot_crossings(plot);
  prg_plot_values(plot);
  prg_plot_events(plot);
  prg_plot_column(plot);
  if (plot->canvas.failed || plot->canvas.text.failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return PRG_OK;
}

void prg_plot_clear(prg_plot *plot) {
  for (size_t i = 0; i < PRG_CHART_SERIES_MAX; i++)
    prg_buffer_free(&plot->name[i]);
  prg_canvas_clear(&plot->canvas);
  *plot = (prg_plot){0};
}
