#include "present/chart/multiples.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/number.h>

#include "present/canvas/gnuplot_text.h"
#include "present/canvas/placing.h"
#include "present/chart/chart_types.h"

/* Pixels. */
static const double marker_radius = 9;
static const double label_gap = 15; /* from a line's end to its label */
static const double panel_gap = 34;
static const double title_height = 60; /* and the air above it */
static const double title_middle = 25; /* above the panel */
static const double least_height = 56;
static const double panel_shape = 1.55; /* as wide as high */
static const double ticks_height = 54;  /* below the lowest panels */
static const int most_periods = 36525;

static double end_value(const prg_outline *series) {
  return series->horizon > 0 ? prg_forecast_point(series->forecast, series->horizon)
                             : prg_outline_last_value(series);
}

/* --- what the axes cover --- */

static void include_series(prg_multiples *chart, prg_axes *axes, const prg_outline *series) {
  int begin = prg_outline_begin(series).ordinal, end = prg_outline_end(series).ordinal;
  chart->x_first = begin < chart->x_first ? begin : chart->x_first;
  chart->x_last = end > chart->x_last ? end : chart->x_last;
  for (size_t t = series->first; t <= series->last; t++)
    prg_axes_include(axes, series->series->value[t]); /* fmin and fmax pass over NaN */
  for (size_t h = 1; h <= series->horizon; h++) {
    double lower, upper;
    prg_forecast_interval(series->forecast, h, 0.80, &lower, &upper);
    prg_axes_include(axes, lower);
    prg_axes_include(axes, upper);
  }
}

static prg_status outline_series(prg_multiples *chart, const prg_forecast *const *forecast,
                                 prg_error *error) {
  const prg_outline *shown = NULL;
  for (size_t i = 0; i < chart->n; i++) {
    prg_outline *series = &chart->series[i];
    prg_outline_init(series, forecast[i], chart->canvas.options->decimals);
    if (series->empty)
      continue;
    prg_frequency frequency = prg_outline_origin(series).frequency;
    if (shown == NULL)
      chart->frequency = frequency;
    if (frequency != chart->frequency)
      return prg_fail(error, PRG_TEXT_CHART_MIXED_FREQUENCY,
                      PRG_ARGS(prg_text_argument(prg_frequency_text(chart->frequency)),
                               prg_text_argument(prg_frequency_text(frequency))));
    chart->has_forecast = chart->has_forecast || series->horizon > 0;
    shown = series;
  }
  if (shown == NULL)
    return prg_fail(error, PRG_TEXT_CHART_NO_FIGURES,
                    PRG_ARGS(prg_string(forecast[0]->series->name)));
  return PRG_OK;
}

/* Each panel its own range of y, or all the widest. */
static prg_status find_ranges(prg_multiples *chart, prg_error *error) {
  prg_axes all = {.y_lowest_shown = INFINITY, .y_highest_shown = -INFINITY};
  chart->x_first = INT_MAX;
  chart->x_last = INT_MIN;
  for (size_t i = 0; i < chart->n; i++) {
    prg_axes *axes = &chart->axes[i];
    *axes = (prg_axes){.y_lowest_shown = INFINITY, .y_highest_shown = -INFINITY};
    if (chart->series[i].empty)
      continue;
    include_series(chart, axes, &chart->series[i]);
    prg_axes_include(&all, axes->y_lowest_shown);
    prg_axes_include(&all, axes->y_highest_shown);
  }
  double largest = fmax(fabs(all.y_lowest_shown), fabs(all.y_highest_shown));
  if (!(largest < 1e15) || (double)chart->x_last - chart->x_first > most_periods)
    return prg_fail(error, PRG_TEXT_CHART_TOO_LARGE, PRG_ARGS(prg_integer(most_periods)));
  for (size_t i = 0; i < chart->n; i++)
    if (!chart->canvas.options->free_scale || chart->series[i].empty) {
      chart->axes[i].y_lowest_shown = all.y_lowest_shown;
      chart->axes[i].y_highest_shown = all.y_highest_shown;
    }
  return PRG_OK;
}

static bool all_count(const prg_multiples *chart) {
  for (size_t i = 0; i < chart->n; i++)
    if (!chart->series[i].empty && !prg_series_is_count(chart->series[i].series))
      return false;
  return true;
}

/* --- where the panels are --- */

static void set_boxes(prg_multiples *chart) {
  for (size_t i = 0; i < chart->n; i++) {
    prg_box box = prg_panel_grid_box(&chart->grid, i);
    chart->axes[i].left = box.left;
    chart->axes[i].right = box.right;
    chart->axes[i].top = box.top;
    chart->axes[i].bottom = box.bottom;
  }
}

static size_t format(const prg_multiples *chart, const prg_outline *series, double value,
                     char text[PRG_NUMBER_BYTES]) {
  return prg_number_people(text, value, series->decimals, chart->canvas.options->language);
}

/* Room at the right of every panel for the figure at the end of its line; pixels. */
static double end_room(const prg_multiples *chart) {
  double widest = 0;
  for (size_t i = 0; i < chart->n; i++) {
    char text[PRG_NUMBER_BYTES];
    if (chart->series[i].empty)
      continue;
    format(chart, &chart->series[i], end_value(&chart->series[i]), text);
    widest = fmax(widest, prg_text_width(text, PRG_TEXT_SIZE, false));
  }
  return widest + label_gap + 4;
}

/* Room for the labels of the y axes; pixels. */
static double tick_room(const prg_multiples *chart) {
  double widest = 0;
  for (size_t i = 0; i < chart->n; i++) {
    char low[PRG_NUMBER_BYTES], high[PRG_NUMBER_BYTES];
    format(chart, &chart->series[i], chart->axes[i].y_lowest_shown, low);
    format(chart, &chart->series[i], chart->axes[i].y_highest_shown, high);
    widest = fmax(widest, fmax(prg_text_width(low, PRG_TEXT_SIZE, false),
                               prg_text_width(high, PRG_TEXT_SIZE, false)));
  }
  return widest + 18;
}

/* One line above each panel, or two if a name would be cut. */
static size_t title_lines(const prg_multiples *chart) {
  prg_box panel = prg_panel_grid_box(&chart->grid, 0);
  for (size_t i = 0; i < chart->n; i++)
    if (prg_text_width(chart->series[i].series->name, PRG_TEXT_SIZE, true) >
        panel.right - panel.left)
      return 2;
  return 1;
}

static double panel_height(const prg_multiples *chart) {
  prg_box panel = prg_panel_grid_box(&chart->grid, 0);
  return panel.bottom - panel.top;
}

/* False if the panels would be too small. */
static bool arrange(prg_multiples *chart, double top) {
  bool free_scale = chart->canvas.options->free_scale;
  double ticks = tick_room(chart), end = end_room(chart);
  chart->grid = (prg_panel_grid){.area = {PRG_EDGE + ticks, chart->canvas.width - PRG_EDGE, top,
                                          chart->canvas.height - 2 * PRG_EDGE},
                                 .n = chart->n,
                                 .gap_beside = panel_gap + (free_scale ? ticks - 14 : 0),
                                 .gap_above = title_height,
                                 .least_width = 2.4 * end};
  prg_panel_grid_arrange(&chart->grid, panel_shape);
  chart->title_lines = title_lines(chart);
  prg_panel_grid one = chart->grid;
  if (chart->title_lines > 1) {
    chart->grid.gap_above += PRG_TEXT_LEADING;
    prg_panel_grid_arrange(&chart->grid, panel_shape);
  }
  if (panel_height(chart) < least_height) {
    chart->grid = one;
    chart->title_lines = 1;
  }
  set_boxes(chart);
  return panel_height(chart) >= least_height;
}

static void set_scales(prg_multiples *chart) {
  bool free_scale = chart->canvas.options->free_scale, whole = all_count(chart);
  for (size_t i = 0; i < chart->n; i++) {
    prg_axes_y_ticks(&chart->axes[i], &chart->canvas, whole, false);
    chart->cut_axis = chart->cut_axis || chart->axes[i].cut_axis;
    if (!free_scale && i % chart->grid.columns != 0)
      prg_panel_hide_labels(chart->axes[i].y_tick, chart->axes[i].n_y_tick);
  }
}

/* All panels have the same x axis; the lowest ones tell which. */
static void set_x(prg_multiples *chart) {
  const prg_axes *first = &chart->axes[0];
  double room = fmin(end_room(chart), 0.45 * (first->right - first->left));
  double span = fmax(1, chart->x_last - chart->x_first), pad = 0.04 * span;
  double part = room / (first->right - first->left);
  for (size_t i = 0; i < chart->n; i++) {
    prg_axes *axes = &chart->axes[i];
    axes->x_first = chart->x_first;
    axes->x_last = chart->x_last;
    axes->x_low = chart->x_first - pad;
    axes->x_high = axes->x_low + (chart->x_last - axes->x_low) / (1 - part);
    axes->origin = (prg_period){chart->frequency, chart->x_last};
    for (size_t k = 0; k < chart->n; k++)
      if (!chart->series[k].empty && prg_outline_origin(&chart->series[k]).ordinal < chart->x_last)
        axes->origin.ordinal = prg_outline_origin(&chart->series[k]).ordinal;
    prg_axes_x_ticks(axes, &chart->canvas);
    if (!prg_panel_grid_is_lowest(&chart->grid, i))
      prg_panel_hide_labels(axes->x_tick, axes->n_x_tick);
  }
}

/* --- labels --- */

/* The name stands just above its panel, the second line if it has one. */
static void add_title(prg_multiples *chart, size_t i) {
  prg_buffer name = {0};
  prg_text_line line[2];
  const prg_axes *axes = &chart->axes[i];
  prg_add_one_line(&name, chart->series[i].series->name);
  size_t n = prg_text_wrap(prg_buffer_string(&name), PRG_TEXT_SIZE, true, axes->right - axes->left,
                           line, chart->title_lines);
  for (size_t k = 0; k < n; k++) {
    double up = PRG_TEXT_LEADING * (double)(n - 1 - k);
    prg_canvas_text at = {
        .x = axes->left, .y = axes->top - title_middle - up, .face = PRG_FACE_BOLD, .ink = PRG_INK};
    prg_canvas_add_line(&chart->canvas, at, &line[k]);
  }
  prg_buffer_free(&name);
}

static void add_segment(prg_multiples *chart, const prg_axes *axes, double x, double from,
                        double to) {
  if (!isnan(from) && !isnan(to))
    prg_canvas_add_segment(&chart->canvas,
                           (prg_segment){prg_axes_x(axes, x - 1), prg_axes_y(axes, from),
                                         prg_axes_x(axes, x), prg_axes_y(axes, to)});
}

static void add_lines(prg_multiples *chart, size_t i) {
  const prg_outline *series = &chart->series[i];
  const double *value = series->series->value;
  for (size_t t = series->first + 1; t <= series->last; t++)
    add_segment(chart, &chart->axes[i], prg_series_period(series->series, t).ordinal, value[t - 1],
                value[t]);
  double before = prg_outline_last_value(series);
  for (size_t h = 1; h <= series->horizon; h++) {
    double next = prg_forecast_point(series->forecast, h);
    add_segment(chart, &chart->axes[i], prg_forecast_period(series->forecast, h).ordinal, before,
                next);
    before = next;
  }
}

static prg_canvas_text place(const prg_axes *axes, double ordinal, double value) {
  return (prg_canvas_text){.x = prg_axes_x(axes, ordinal),
                           .y = prg_axes_y(axes, value),
                           .ink = PRG_INK_SERIES,
                           .align = PRG_LEFT};
}

static void add_marker_box(prg_canvas *canvas, const prg_canvas_text *at) {
  prg_canvas_add_box(canvas, (prg_box){at->x - marker_radius, at->x + marker_radius,
                                       at->y - marker_radius, at->y + marker_radius});
}

/* The figure at the end stands after the line; the last one known beside its point if there is
 * room. */
static void add_values(prg_multiples *chart, size_t i) {
  const prg_outline *series = &chart->series[i];
  const prg_axes *axes = &chart->axes[i];
  char text[PRG_NUMBER_BYTES];
  size_t n = format(chart, series, end_value(series), text);
  prg_canvas_text at = place(axes, prg_outline_end(series).ordinal, end_value(series));
  add_marker_box(&chart->canvas, &at);
  at.x += label_gap;
  at.y = fmin(fmax(at.y, axes->top + 14), axes->bottom - 14);
  prg_canvas_add_text(&chart->canvas, at, text, n);
  prg_canvas_add_box(&chart->canvas, prg_canvas_text_box(&at, text, n));
  if (series->horizon == 0)
    return;
  n = format(chart, series, prg_outline_last_value(series), text);
  at = place(axes, prg_series_period(series->series, series->last).ordinal,
             prg_outline_last_value(series));
  add_marker_box(&chart->canvas, &at);
  prg_box inside = {axes->left, axes->right, axes->top - 2, axes->bottom};
  prg_place_beside(&chart->canvas, at, text, n, &inside);
}

static void add_absence(prg_multiples *chart, size_t i) {
  const prg_axes *axes = &chart->axes[i];
  const char *text = prg_text_get(PRG_TEXT_MULTIPLES_NONE, chart->canvas.options->language);
  prg_canvas_text at = {.x = (axes->left + axes->right) / 2,
                        .y = (axes->top + axes->bottom) / 2,
                        .align = PRG_CENTRE,
                        .ink = PRG_INK_QUIET};
  prg_canvas_add_text(&chart->canvas, at, text, strlen(text));
}

prg_status prg_multiples_init(prg_multiples *chart, const prg_forecast *const *forecast, size_t n,
                              const prg_chart_options *options, prg_error *error) {
  *chart = (prg_multiples){.n = n};
  prg_canvas_init(&chart->canvas, options);
  prg_status status = outline_series(chart, forecast, error);
  if (status == PRG_OK)
    status = find_ranges(chart, error);
  if (status != PRG_OK)
    return status;
  prg_multiples_words(chart);
  if (!arrange(chart, prg_page_write_top(&chart->page, &chart->canvas) - 26))
    return prg_fail(error, PRG_TEXT_MULTIPLES_NO_ROOM, PRG_ARGS(prg_integer((long long)n)));
  set_scales(chart);
  prg_multiples_footer(chart);
  chart->grid.area.bottom =
      prg_page_write_bottom(&chart->page, &chart->canvas) - PRG_TEXT_LEADING - ticks_height;
  set_boxes(chart);
  set_x(chart);
  for (size_t i = 0; i < n; i++) {
    add_title(chart, i);
    if (chart->series[i].empty) {
      add_absence(chart, i);
      continue;
    }
    add_lines(chart, i);
    add_values(chart, i);
  }
  if (chart->canvas.failed || chart->canvas.text.failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return PRG_OK;
}

void prg_multiples_clear(prg_multiples *chart) {
  prg_page_clear(&chart->page);
  prg_canvas_clear(&chart->canvas);
}

static prg_status draw(const prg_forecast *const *forecast, size_t n,
                       const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  prg_multiples *chart = malloc(sizeof *chart);
  if (chart == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = prg_multiples_init(chart, forecast, n, options, error);
  if (status == PRG_OK) {
    prg_multiples_script(chart, &out->script);
    prg_buffer_add(&out->title, prg_buffer_string(&chart->page.title));
    prg_multiples_describe(chart, &out->description);
  }
  prg_multiples_clear(chart);
  free(chart);
  return status;
}

const prg_chart_type prg_chart_multiples = {"multiples", PRG_TEXT_CHART_TYPE_MULTIPLES,
                                            2,           PRG_MULTIPLES_MAX,
                                            draw,        PRG_TEXT_MULTIPLES_NO_TABLE};
