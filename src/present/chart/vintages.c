#include "present/chart/vintages.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "present/canvas/placing.h"
#include "present/chart/chart_types.h"

/* Pixels. */
static const double marker_radius = 9;
static const double label_room = 120; /* at the right of the last period */
static const int most_periods = 36525;

static double value_at(const prg_series *series, prg_period period) {
  int t = prg_period_distance(series->start, period);
  return t < 0 || (size_t)t >= series->n ? NAN : series->value[t];
}

double prg_vintages_outcome(const prg_vintages *chart, prg_period period) {
  return value_at(chart->outcome.series, period);
}

double prg_vintage_start(const prg_forecast *vintage) {
  return value_at(vintage->series, vintage->origin);
}

/* --- what there is --- */

static int compare_origins(const void *left, const void *right) {
  const prg_forecast *a = *(const prg_forecast *const *)left;
  const prg_forecast *b = *(const prg_forecast *const *)right;
  return prg_period_compare(a->origin, b->origin);
}

/* The outcome is that of the series which goes on longest; a forecast from its end is no earlier
 * one, and is left out. */
static prg_status sort_out(prg_vintages *chart, const prg_forecast *const *forecast, size_t n,
                           prg_error *error) {
  int decimals = chart->canvas.options->decimals;
  for (size_t i = 0; i < n; i++) {
    prg_forecast alone = {.series = forecast[i]->series};
    prg_outline outline;
    prg_outline_init(&outline, &alone, decimals);
    if (outline.empty)
      return prg_fail(error, PRG_TEXT_CHART_NO_FIGURES, PRG_ARGS(prg_string(alone.series->name)));
    prg_period first = forecast[0]->series->start;
    if (alone.series->start.frequency != first.frequency)
      return prg_fail(
          error, PRG_TEXT_CHART_MIXED_FREQUENCY,
          PRG_ARGS(prg_text_argument(prg_frequency_text(first.frequency)),
                   prg_text_argument(prg_frequency_text(alone.series->start.frequency))));
    if (i == 0 || prg_period_compare(prg_series_period(alone.series, outline.last),
                                     prg_outline_origin(&chart->outcome)) > 0) {
      chart->alone = alone;
      prg_outline_init(&chart->outcome, &chart->alone, decimals);
    }
  }
  for (size_t i = 0; i < n; i++)
    if (forecast[i]->distribution.horizon > 0 &&
        prg_period_compare(forecast[i]->origin, prg_outline_origin(&chart->outcome)) < 0)
      chart->vintage[chart->n++] = forecast[i];
  if (chart->n == 0)
    return prg_fail(error, PRG_TEXT_VINTAGES_NONE, PRG_ARGS(prg_string(chart->alone.series->name)));
  qsort(chart->vintage, chart->n, sizeof *chart->vintage, compare_origins);
  return PRG_OK;
}

/* Hits and misses, over all periods that have both. */
static void score(prg_vintages *chart) {
  double size = 0;
  for (size_t i = 0; i < chart->n; i++)
    for (size_t h = 1; h <= chart->vintage[i]->distribution.horizon; h++) {
      double lower, upper;
      double actual = prg_vintages_outcome(chart, prg_forecast_period(chart->vintage[i], h));
      double off = prg_forecast_point(chart->vintage[i], h) - actual;
      if (isnan(off)) /* a plan may lack a period */
        continue;
      if (chart->vintage[i]->distribution.n_probability > 1) {
        prg_forecast_interval(chart->vintage[i], h, 0.80, &lower, &upper);
        chart->pairs++;
        chart->inside += actual >= lower && actual <= upper;
      }
      chart->bias += off;
      chart->mean_deviation += fabs(off);
      size += fabs(actual);
    }
  chart->bias = size > 0 ? chart->bias / size : NAN;
  chart->mean_deviation = size > 0 ? chart->mean_deviation / size : NAN;
}

static prg_status find_range(prg_vintages *chart, prg_error *error) {
  prg_axes *axes = &chart->axes;
  const prg_outline *outcome = &chart->outcome;
  axes->y_lowest_shown = INFINITY;
  axes->y_highest_shown = -INFINITY;
  axes->origin = prg_outline_origin(outcome);
  axes->x_first = prg_outline_begin(outcome).ordinal;
  axes->x_last = axes->origin.ordinal;
  for (size_t t = outcome->first; t <= outcome->last; t++)
    prg_axes_include(axes, outcome->series->value[t]);
  for (size_t i = 0; i < chart->n; i++) {
    const prg_forecast *vintage = chart->vintage[i];
    size_t horizon = vintage->distribution.horizon;
    int end = prg_forecast_period(vintage, horizon).ordinal;
    axes->x_last = end > axes->x_last ? end : axes->x_last;
    axes->x_first =
        vintage->origin.ordinal < axes->x_first ? vintage->origin.ordinal : axes->x_first;
    prg_axes_include(axes, prg_vintage_start(vintage));
    for (size_t h = 1; h <= horizon; h++)
      prg_axes_include(axes, prg_forecast_point(vintage, h));
  }
  double largest = fmax(fabs(axes->y_lowest_shown), fabs(axes->y_highest_shown));
  if (!(largest < 1e15) || (double)axes->x_last - axes->x_first > most_periods)
    return prg_fail(error, PRG_TEXT_CHART_TOO_LARGE, PRG_ARGS(prg_integer(most_periods)));
  return PRG_OK;
}

static void set_x(prg_vintages *chart) {
  prg_axes *axes = &chart->axes;
  double pad = fmax(0.5, 0.015 * (axes->x_last - axes->x_first));
  double part = label_room / (axes->right - axes->left);
  axes->x_low = axes->x_first - pad;
  axes->x_high = axes->x_low + (axes->x_last - axes->x_low) / (1 - part);
  prg_axes_x_ticks(axes, &chart->canvas);
}

/* --- labels --- */

static void add_segment(prg_vintages *chart, int x, double from, double to) {
  const prg_axes *axes = &chart->axes;
  if (!isnan(from) && !isnan(to))
    prg_canvas_add_segment(&chart->canvas,
                           (prg_segment){prg_axes_x(axes, x - 1), prg_axes_y(axes, from),
                                         prg_axes_x(axes, x), prg_axes_y(axes, to)});
}

static void add_lines(prg_vintages *chart) {
  const prg_outline *outcome = &chart->outcome;
  const double *value = outcome->series->value;
  for (size_t t = outcome->first + 1; t <= outcome->last; t++)
    add_segment(chart, prg_series_period(outcome->series, t).ordinal, value[t - 1], value[t]);
  for (size_t i = 0; i < chart->n; i++) {
    double before = prg_vintage_start(chart->vintage[i]);
    for (size_t h = 1; h <= chart->vintage[i]->distribution.horizon; h++) {
      double next = prg_forecast_point(chart->vintage[i], h);
      add_segment(chart, prg_forecast_period(chart->vintage[i], h).ordinal, before, next);
      before = next;
    }
  }
}

static void add_label(prg_vintages *chart, int ordinal, double value, const char *text,
                      prg_canvas_text at) {
  const prg_axes *axes = &chart->axes;
  prg_box inside = {axes->left, axes->right + 60, axes->top - 20, axes->bottom - 2};
  at.x = prg_axes_x(axes, ordinal);
  at.y = prg_axes_y(axes, value);
  prg_place_after(&chart->canvas, at, text, strlen(text), &inside);
}

static void label_vintages(prg_vintages *chart) {
  for (size_t i = chart->n; i-- > 0;) {
    const prg_forecast *vintage = chart->vintage[i];
    size_t horizon = vintage->distribution.horizon;
    char text[PRG_PERIOD_BYTES];
    prg_period_print_people(vintage->origin, chart->canvas.options->language, text);
    add_label(chart, prg_forecast_period(vintage, horizon).ordinal,
              prg_forecast_point(vintage, horizon), text,
              (prg_canvas_text){.ink = PRG_INK_SERIES, .series = 0});
  }
}

static void label_outcome(prg_vintages *chart) {
  const prg_axes *axes = &chart->axes;
  const prg_outline *outcome = &chart->outcome;
  double value = prg_outline_last_value(outcome);
  double x = prg_axes_x(axes, axes->origin.ordinal), y = prg_axes_y(axes, value);
  prg_canvas_add_box(&chart->canvas, (prg_box){x - marker_radius, x + marker_radius,
                                               y - marker_radius, y + marker_radius});
  add_label(chart, axes->origin.ordinal, value,
            prg_text_get(PRG_TEXT_CHART_OUTCOME, chart->canvas.options->language),
            (prg_canvas_text){.ink = PRG_INK, .face = PRG_FACE_BOLD});
}

/* --- all of it --- */

static void place(prg_vintages *chart) {
  prg_axes *axes = &chart->axes;
  prg_canvas *canvas = &chart->canvas;
  prg_vintages_words(chart);
  axes->top = prg_page_write_top(&chart->page, canvas) + PRG_TEXT_LEADING;
  axes->bottom = canvas->height - 2 * PRG_EDGE; /* near enough to choose the ticks */
  prg_axes_y_ticks(axes, canvas, prg_series_is_count(chart->outcome.series), false);
  prg_vintages_footer(chart);
  axes->bottom = prg_page_write_bottom(&chart->page, canvas) - 2.9 * PRG_TEXT_LEADING;
  axes->left = PRG_EDGE + prg_axes_y_width(axes, canvas) + 18;
  axes->right = canvas->width - PRG_EDGE;
  set_x(chart);
  add_lines(chart);
  label_outcome(chart);
  label_vintages(chart);
}

prg_status prg_vintages_init(prg_vintages *chart, const prg_forecast *const *forecast, size_t n,
                             const prg_chart_options *options, prg_error *error) {
  *chart = (prg_vintages){0};
  prg_canvas_init(&chart->canvas, options);
  prg_status status = sort_out(chart, forecast, n, error);
  if (status == PRG_OK)
    status = find_range(chart, error);
  if (status != PRG_OK)
    return status;
  score(chart);
  place(chart);
  return chart->canvas.failed || chart->canvas.text.failed
             ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
             : PRG_OK;
}

void prg_vintages_clear(prg_vintages *chart) {
  prg_page_clear(&chart->page);
  prg_canvas_clear(&chart->canvas);
}

static prg_status draw(const prg_forecast *const *forecast, size_t n,
                       const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  prg_vintages chart;
  prg_status status = prg_vintages_init(&chart, forecast, n, options, error);
  if (status == PRG_OK) {
    prg_vintages_script(&chart, &out->script);
    prg_buffer_add(&out->title, prg_buffer_string(&chart.page.title));
    prg_vintages_describe(&chart, &out->description);
    out->left = prg_axes_x(&chart.axes, chart.axes.x_first - .5) / chart.canvas.width;
    out->right = prg_axes_x(&chart.axes, chart.axes.x_last + .5) / chart.canvas.width;
  }
  prg_vintages_clear(&chart);
  return status;
}

const prg_chart_type prg_chart_vintages = {"vintages", PRG_TEXT_CHART_TYPE_VINTAGES,
                                           1,          PRG_VINTAGES_MAX,
                                           draw,       PRG_TEXT_VINTAGES_NO_TABLE};
