#include "present/chart/fan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/alt_text.h>

#include "present/chart/chart_types.h"
#include "present/chart/chart_words.h"
#include "present/chart/level.h"

int prg_fan_ordinal(const prg_outline *series, size_t t) {
  return prg_series_period(series->series, t).ordinal;
}

prg_zones prg_fan_zones(const prg_fan *fan) {
  return (prg_zones){fan->has_forecast, fan->x_outlook};
}

/* Headline and subtitle at the top; what is left below them begins at axes.top. */
static void add_heading(prg_fan *fan, const prg_forecast *const *forecast) {
  prg_buffer title = {0}, subtitle = {0};
  prg_chart_title(forecast, fan->n, fan->canvas.options, &title);
  prg_axes *axes = &fan->axes;
  prg_period first = {axes->origin.frequency, axes->x_first};
  prg_period last = {axes->origin.frequency,
                     fan->has_forecast ? axes->x_last : axes->origin.ordinal};
  prg_chart_subtitle(fan->canvas.options, first, axes->origin, last, &subtitle);
  double y =
      prg_canvas_add_heading(&fan->canvas, prg_buffer_string(&title), prg_buffer_string(&subtitle));
  prg_zones zones = prg_fan_zones(fan);
  fan->axes.top = y + prg_zones_room(&zones);
  fan->canvas.failed = fan->canvas.failed || title.failed || subtitle.failed;
  prg_buffer_free(&title);
  prg_buffer_free(&subtitle);
}

bool prg_fan_has_gap(const prg_fan *fan) {
  for (size_t i = 0; i < fan->n; i++)
    if (prg_series_observed(fan->series[i].series) < fan->series[i].last - fan->series[i].first + 1)
      return true;
  return false;
}

/* The footer at the bottom; the plot area ends above it and the tick labels. */
static void add_footer(prg_fan *fan) {
  prg_buffer text = {0};
  prg_chart_footer(fan->canvas.options, fan->axes.origin, fan->has_forecast, fan->axes.cut_axis,
                   &text);
  if ((fan->bars || fan->strip.n > 0) && prg_fan_has_gap(fan))
    prg_chart_explain_missing(fan->canvas.options, &text);
  double y = prg_canvas_add_footer(&fan->canvas, prg_buffer_string(&text));
  fan->axes.bottom = y - 2.9 * PRG_TEXT_LEADING - prg_strip_height(&fan->strip);
  fan->canvas.failed = fan->canvas.failed || text.failed;
  prg_buffer_free(&text);
}

/* The plot area lies between the labels of the y axis and the column of names. */
static void set_sides(prg_fan *fan) {
  fan->axes.left = PRG_EDGE + fmax(prg_axes_y_width(&fan->axes, &fan->canvas) + 18,
                                   prg_strip_label_width(&fan->strip, &fan->axes, &fan->canvas));
  fan->axes.right = fan->canvas.width - 0.8 * PRG_EDGE - prg_fan_column_width(fan);
}

static prg_status outline_series(prg_fan *fan, const prg_forecast *const *forecast,
                                 prg_error *error) {
  fan->decimals = 0;
  for (size_t i = 0; i < fan->n; i++) {
    prg_outline *series = &fan->series[i];
    prg_outline_init(series, forecast[i], fan->canvas.options->decimals);
    if (series->empty)
      return prg_fail(error, PRG_TEXT_CHART_NO_FIGURES, PRG_ARGS(prg_string(series->series->name)));
    prg_period origin = prg_outline_origin(series);
    if (i == 0)
      fan->axes.origin = origin;
    if (origin.frequency != fan->axes.origin.frequency)
      return prg_fail(error, PRG_TEXT_CHART_MIXED_FREQUENCY,
                      PRG_ARGS(prg_text_argument(prg_frequency_text(fan->axes.origin.frequency)),
                               prg_text_argument(prg_frequency_text(origin.frequency))));
    fan->axes.origin.ordinal =
        origin.ordinal > fan->axes.origin.ordinal ? origin.ordinal : fan->axes.origin.ordinal;
    fan->has_forecast = fan->has_forecast || series->horizon > 0;
    fan->decimals = series->decimals > fan->decimals ? series->decimals : fan->decimals;
  }
  return PRG_OK;
}

/* Values before rings: the label of a bar has one place or two, that of a ring many. */
static void place_figures(prg_fan *fan) {
  if (fan->bars)
    prg_bars_boxes(fan);
  else
    prg_fan_markers(fan);
  prg_fan_label_level(fan);
  if (fan->bars)
    prg_fan_values(fan);
  prg_fan_crossings(fan);
  if (!fan->bars)
    prg_fan_values(fan);
  prg_fan_events(fan);
  prg_fan_column(fan);
}

static prg_status lay_out(prg_fan *fan, const prg_forecast *const *forecast,
                          const prg_chart_options *options, prg_error *error) {
  prg_canvas_init(&fan->canvas, options);
  fan->level_of = fan->n == 1 ? forecast[0]->series->name : "";
  fan->has_capacity = prg_level_is_given(options, fan->level_of);
  prg_status status = outline_series(fan, forecast, error);
  if (status == PRG_OK)
    status = prg_fan_ranges(fan, error);
  if (status != PRG_OK)
    return status;
  prg_fan_names(fan);
  prg_fan_table(fan);
  add_heading(fan, forecast);
  /* Near enough to choose the ticks. */
  fan->axes.bottom = fan->canvas.height - 2 * PRG_EDGE - prg_strip_height(&fan->strip);
  prg_axes_y_ticks(&fan->axes, &fan->canvas, prg_fan_counts(fan), fan->bars);
  add_footer(fan);
  set_sides(fan);
  prg_strip_fit(&fan->strip, &fan->axes, &fan->canvas);
  prg_axes_x_ticks(&fan->axes, &fan->canvas);
  prg_strip_add(&fan->strip, &fan->axes, &fan->canvas);
  prg_zones zones = prg_fan_zones(fan);
  prg_zones_names(&zones, &fan->axes, &fan->canvas);
  place_figures(fan);
  if (fan->canvas.failed || fan->canvas.text.failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return PRG_OK;
}

prg_status prg_fan_init(prg_fan *fan, const prg_forecast *const *forecast, size_t n,
                        const prg_chart_options *options, prg_error *error) {
  *fan = (prg_fan){.n = n, .both_bands = n <= 2};
  return lay_out(fan, forecast, options, error);
}

prg_status prg_bars_init(prg_fan *fan, const prg_forecast *const *forecast, size_t n,
                         const prg_chart_options *options, prg_error *error) {
  *fan = (prg_fan){.n = n, .both_bands = n == 1, .bars = true};
  return lay_out(fan, forecast, options, error);
}

void prg_fan_clear(prg_fan *fan) {
  for (size_t i = 0; i < PRG_CHART_SERIES_MAX; i++)
    prg_buffer_free(&fan->name[i]);
  prg_strip_clear(&fan->strip);
  prg_canvas_clear(&fan->canvas);
  *fan = (prg_fan){0};
}

void prg_fan_write(const prg_fan *fan, prg_drawing *out) {
  prg_fan_script(fan, &out->script);
  const prg_axes *axes = &fan->axes;
  out->left = prg_axes_x(axes, axes->x_first - .5) / fan->canvas.width;
  out->right = prg_axes_x(axes, axes->x_last + .5) / fan->canvas.width;
}

static prg_status draw(const prg_forecast *const *forecast, size_t n,
                       const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  prg_fan fan;
  prg_status status = prg_fan_init(&fan, forecast, n, options, error);
  if (status == PRG_OK) {
    prg_fan_write(&fan, out);
    prg_chart_title(forecast, n, options, &out->title);
    prg_alt_text(forecast, n, options, &out->description);
  }
  prg_fan_clear(&fan);
  return status;
}

const prg_chart_type prg_chart_fan = {
    "fan", PRG_TEXT_CHART_TYPE_FAN, 1, PRG_CHART_SERIES_MAX, draw, PRG_TEXT_NONE};
