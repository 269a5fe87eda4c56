#include <prognos/chart_spread.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/alt_text.h>
#include <prognos/number.h>

#include "present/canvas/gnuplot_text.h"
#include "present/canvas/placing.h"
#include "present/chart/chart_types.h"
#include "present/chart/chart_words.h"
#include "present/chart/spread.h"

/* Pixels. */
static const double marker_radius = 11;
static const double column_gap = 26; /* from the plot area to the column of names */
static const double block_gap = 10;  /* between two names */
static const double name_width = 380;
static const int most_periods = 36525;

double prg_spread_end(const prg_spread *spread, size_t i, size_t *h) {
  for (*h = spread->horizon; *h > 0; --*h)
    if (!isnan(spread->line[i].value[*h - 1]))
      return spread->line[i].value[*h - 1];
  return NAN;
}

/* --- words --- */

/* "Metoderna ger mellan 244 och 335 elever år 2027" */
static void write_headline(prg_spread_chart *chart) {
  const prg_spread *spread = chart->spread;
  const prg_chart_options *options = chart->canvas.options;
  double low = INFINITY, high = -INFINITY;
  size_t last = 0;
  for (size_t i = 0; i < spread->n; i++) {
    size_t h;
    double end = prg_spread_end(spread, i, &h);
    low = fmin(low, end);
    high = fmax(high, end);
    last = h > last ? h : last;
  }
  prg_page_add_title(
      &chart->page, spread->are_scenarios ? PRG_TEXT_SPREAD_SCENARIOS : PRG_TEXT_SPREAD_METHODS,
      PRG_ARGS(prg_number(low, chart->series.decimals),
               prg_quantity(options, high, chart->series.decimals),
               prg_when(prg_period_add(spread->origin, (int)last), options->language),
               prg_string(spread->series->name)),
      options->language);
}

static void write_words(prg_spread_chart *chart) {
  const prg_chart_options *options = chart->canvas.options;
  const prg_spread *spread = chart->spread;
  if (!prg_page_title_is_given(&chart->page, options))
    write_headline(chart);
  prg_chart_subtitle(options, prg_outline_begin(&chart->series), spread->origin,
                     prg_period_add(spread->origin, (int)spread->horizon), &chart->page.subtitle);
  prg_page_name_series(&chart->page, options,
                       spread->name == NULL ? spread->series->name : spread->name);
}

static void write_footer(prg_spread_chart *chart) {
  const prg_spread *spread = chart->spread;
  prg_language language = chart->canvas.options->language;
  prg_chart_footer(chart->canvas.options, spread->origin, true, chart->axes.cut_axis,
                   &chart->page.footer);
  if (spread->band != NULL)
    prg_page_add_footer(&chart->page, PRG_TEXT_SPREAD_BAND,
                        PRG_ARGS(prg_string(spread->line[0].name)), language);
  if (prg_strip_has_gap(&chart->strip, &chart->axes))
    prg_chart_explain_missing(chart->canvas.options, &chart->page.footer);
}

static void describe(const prg_spread_chart *chart, prg_buffer *out) {
  const prg_spread *spread = chart->spread;
  const prg_chart_options *options = chart->canvas.options;
  prg_add_message(out, PRG_TEXT_ALT_SPREAD, PRG_ARGS(prg_integer((long long)spread->n)),
                  options->language);
  prg_buffer_add_char(out, ' ');
  prg_alt_text_series(&chart->alone, options, out);
  for (size_t i = 0; i < spread->n; i++) {
    size_t h;
    prg_buffer name = {0};
    double end = prg_spread_end(spread, i, &h);
    prg_add_one_line(&name, spread->line[i].name);
    prg_buffer_add_char(out, ' ');
    prg_add_message(out, PRG_TEXT_ALT_SPREAD_LINE,
                    PRG_ARGS(prg_string(prg_buffer_string(&name)),
                             prg_quantity(options, end, chart->series.decimals),
                             prg_when(prg_period_add(spread->origin, (int)h), options->language)),
                    options->language);
    prg_buffer_free(&name);
  }
}

/* --- what the axes cover --- */

static prg_status find_range(prg_spread_chart *chart, prg_error *error) {
  const prg_spread *spread = chart->spread;
  prg_axes *axes = &chart->axes;
  axes->y_lowest_shown = INFINITY;
  axes->y_highest_shown = -INFINITY;
  for (size_t t = chart->series.first; t <= chart->series.last; t++)
    prg_axes_include(axes, spread->series->value[t]);
  for (size_t i = 0; i < spread->n; i++)
    for (size_t h = 0; h < spread->horizon; h++)
      prg_axes_include(axes, spread->line[i].value[h]);
  for (size_t h = 1; spread->band != NULL && h <= spread->band->distribution.horizon; h++) {
    double lower, upper;
    prg_forecast_interval(spread->band, h, 0.80, &lower, &upper);
    prg_axes_include(axes, lower);
    prg_axes_include(axes, upper);
  }
  axes->origin = spread->origin;
  axes->x_first = prg_outline_begin(&chart->series).ordinal;
  axes->x_last = spread->origin.ordinal + (int)spread->horizon;
  double pad = fmax(0.5, 0.015 * (axes->x_last - axes->x_first));
  axes->x_low = axes->x_first - pad;
  axes->x_high = axes->x_last + pad;
  double largest = fmax(fabs(axes->y_lowest_shown), fabs(axes->y_highest_shown));
  if (!(largest < 1e15) || (double)axes->x_last - axes->x_first > most_periods)
    return prg_fail(error, PRG_TEXT_CHART_TOO_LARGE, PRG_ARGS(prg_integer(most_periods)));
  return PRG_OK;
}

/* --- the table: the outcome, and each line --- */

static bool table_value(const void *of, size_t row, int x, double *value) {
  const prg_spread_chart *chart = of;
  const prg_spread *spread = chart->spread;
  int h = x - spread->origin.ordinal;
  if (row == 0) {
    bool is_outcome = x >= chart->axes.x_first && h <= 0;
    *value = is_outcome ? spread->series->value[x - spread->series->start.ordinal] : NAN;
    return is_outcome;
  }
  *value = h >= 1 && (size_t)h <= spread->horizon ? spread->line[row - 1].value[h - 1] : NAN;
  return !isnan(*value);
}

static void add_table(prg_spread_chart *chart) {
  chart->strip = (prg_strip){
      .value = table_value, .chart = chart, .decimals = chart->series.decimals, .n_plain = 1};
  prg_strip_add_row(&chart->strip,
                    prg_text_get(PRG_TEXT_CHART_OUTCOME, chart->canvas.options->language));
  for (size_t i = 0; i < chart->spread->n; i++)
    prg_strip_add_row(&chart->strip, chart->spread->line[i].name);
}

/* --- the names at the ends --- */

static void make_names(prg_spread_chart *chart) {
  for (size_t i = 0; i < chart->spread->n; i++) {
    size_t h;
    double end = prg_spread_end(chart->spread, i, &h);
    prg_buffer_add_people(&chart->name[i], end, chart->series.decimals,
                          chart->canvas.options->language);
    prg_buffer_add(&chart->name[i], "\u00A0");
    prg_add_one_line(&chart->name[i], chart->spread->line[i].name);
    chart->canvas.failed = chart->canvas.failed || chart->name[i].failed;
  }
}

static size_t wrap_name(const prg_spread_chart *chart, size_t i, prg_text_line line[2]) {
  return prg_text_wrap(prg_buffer_string(&chart->name[i]), PRG_TEXT_SIZE, true, name_width, line,
                       2);
}

static double column_width(const prg_spread_chart *chart) {
  double widest = 0;
  for (size_t i = 0; i < chart->spread->n; i++) {
    prg_text_line line[2];
    size_t n = wrap_name(chart, i, line);
    for (size_t k = 0; k < n; k++)
      widest = fmax(widest, prg_text_width_n(line[k].start, line[k].length, PRG_TEXT_SIZE, true) +
                                (line[k].cut ? PRG_TEXT_SIZE : 0));
  }
  return column_gap + PRG_SAMPLE + widest;
}

static void add_name(prg_spread_chart *chart, size_t i, double top) {
  prg_text_line line[2];
  size_t n = wrap_name(chart, i, line);
  prg_canvas_text at = {.x = chart->sample_x + PRG_SAMPLE,
                        .y = top + PRG_TEXT_LEADING / 2.0,
                        .face = PRG_FACE_BOLD,
                        .ink = PRG_INK_SERIES,
                        .series = i};
  chart->sample_y[i] = at.y;
  for (size_t k = 0; k < n; k++, at.y += PRG_TEXT_LEADING)
    prg_canvas_add_line(&chart->canvas, at, &line[k]);
}

static void add_column(prg_spread_chart *chart) {
  prg_slot slot[PRG_CHART_SERIES_MAX];
  size_t n = chart->spread->n, h;
  for (size_t i = 0; i < n; i++) {
    prg_text_line line[2];
    double y = prg_axes_y(&chart->axes, prg_spread_end(chart->spread, i, &h));
    slot[i] = (prg_slot){y - PRG_TEXT_LEADING / 2.0,
                         PRG_TEXT_LEADING * (double)wrap_name(chart, i, line), i, 0};
  }
  chart->sample_x = chart->axes.right + column_gap;
  prg_slots_spread(slot, n, chart->axes.top, chart->axes.bottom, block_gap);
  for (size_t k = 0; k < n; k++)
    add_name(chart, slot[k].item, slot[k].at);
}

/* --- figures beside the outcome --- */

static void add_segments(prg_spread_chart *chart) {
  const prg_axes *axes = &chart->axes;
  const prg_outline *series = &chart->series;
  const double *value = series->series->value;
  for (size_t t = series->first; t <= series->last; t++) {
    double x = prg_axes_x(axes, prg_series_period(series->series, t).ordinal);
    double y = prg_axes_y(axes, value[t]);
    if (!isnan(y))
      prg_canvas_add_box(&chart->canvas, (prg_box){x - marker_radius, x + marker_radius,
                                                   y - marker_radius, y + marker_radius});
    if (t > series->first && !isnan(y) && !isnan(value[t - 1]))
      prg_canvas_add_segment(&chart->canvas,
                             (prg_segment){x - prg_axes_x(axes, 1) + prg_axes_x(axes, 0),
                                           prg_axes_y(axes, value[t - 1]), x, y});
  }
  double x = prg_axes_x(axes, chart->spread->origin.ordinal);
  double y = prg_axes_y(axes, prg_outline_last_value(series));
  for (size_t i = 0; i < chart->spread->n; i++)
    if (!isnan(chart->spread->line[i].value[0]))
      prg_canvas_add_segment(
          &chart->canvas, (prg_segment){x, y, prg_axes_x(axes, chart->spread->origin.ordinal + 1),
                                        prg_axes_y(axes, chart->spread->line[i].value[0])});
}

static void label_figure(prg_spread_chart *chart, size_t t) {
  char text[PRG_NUMBER_BYTES];
  const prg_axes *axes = &chart->axes;
  double value = chart->series.series->value[t];
  size_t n =
      prg_number_people(text, value, chart->series.decimals, chart->canvas.options->language);
  prg_canvas_text at = {.x = prg_axes_x(axes, prg_series_period(chart->series.series, t).ordinal),
                        .y = prg_axes_y(axes, value),
                        .ink = PRG_INK};
  prg_box inside = {axes->left + 4, axes->right + column_gap, axes->top, axes->bottom - 4};
  if (!isnan(value))
    prg_place_beside(&chart->canvas, at, text, n, &inside);
}

static void label_figures(prg_spread_chart *chart) {
  const prg_outline *series = &chart->series;
  label_figure(chart, series->last);
  label_figure(chart, series->first);
  if (chart->strip.n > 0) /* which tells the others */
    return;
  for (size_t t = series->first + 1; t < series->last; t++)
    label_figure(chart, t);
}

/* --- all of it --- */

static void place(prg_spread_chart *chart) {
  prg_axes *axes = &chart->axes;
  prg_canvas *canvas = &chart->canvas;
  make_names(chart);
  write_words(chart);
  if (canvas->options->with_table)
    add_table(chart);
  double below = 2.9 * PRG_TEXT_LEADING + prg_strip_height(&chart->strip);
  axes->top = prg_page_write_top(&chart->page, canvas) + PRG_TEXT_LEADING;
  axes->bottom = canvas->height - 2 * PRG_EDGE -
                 prg_strip_height(&chart->strip); /* near enough to choose the ticks */
  prg_axes_y_ticks(axes, canvas, prg_series_is_count(chart->series.series), false);
  write_footer(chart);
  axes->bottom = prg_page_write_bottom(&chart->page, canvas) - below;
  axes->left = PRG_EDGE + fmax(prg_axes_y_width(axes, canvas) + 18,
                               prg_strip_label_width(&chart->strip, axes, canvas));
  axes->right = canvas->width - 0.8 * PRG_EDGE - column_width(chart);
  prg_strip_fit(&chart->strip, axes, canvas);
  prg_axes_x_ticks(axes, canvas);
  prg_strip_add(&chart->strip, axes, canvas);
  add_segments(chart);
  label_figures(chart);
  add_column(chart);
}

prg_status prg_spread_chart_init(prg_spread_chart *chart, const prg_spread *spread,
                                 const prg_chart_options *options, prg_error *error) {
  *chart = (prg_spread_chart){.spread = spread};
  chart->alone = (prg_forecast){.series = spread->series};
  prg_canvas_init(&chart->canvas, options);
  prg_outline_init(&chart->series, &chart->alone, options->decimals);
  if (chart->series.empty)
    return prg_fail(error, PRG_TEXT_CHART_NO_FIGURES, PRG_ARGS(prg_string(spread->series->name)));
  prg_status status = find_range(chart, error);
  if (status != PRG_OK)
    return status;
  place(chart);
  return chart->canvas.failed || chart->canvas.text.failed
             ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
             : PRG_OK;
}

void prg_spread_chart_clear(prg_spread_chart *chart) {
  for (size_t i = 0; i < PRG_CHART_SERIES_MAX; i++)
    prg_buffer_free(&chart->name[i]);
  prg_strip_clear(&chart->strip);
  prg_page_clear(&chart->page);
  prg_canvas_clear(&chart->canvas);
}

prg_status prg_spread_draw(const prg_spread *spread, const prg_chart_options *options,
                           prg_drawing *out, prg_error *error) {
  prg_spread_chart chart;
  prg_status status = prg_chart_check_size(options, error);
  if (status != PRG_OK)
    return status;
  status = prg_spread_chart_init(&chart, spread, options, error);
  if (status == PRG_OK) {
    prg_spread_script(&chart, &out->script);
    prg_buffer_add(&out->title, prg_buffer_string(&chart.page.title));
    describe(&chart, &out->description);
    out->left = prg_axes_x(&chart.axes, chart.axes.x_first - .5) / chart.canvas.width;
    out->right = prg_axes_x(&chart.axes, chart.axes.x_last + .5) / chart.canvas.width;
    if (prg_drawing_failed(out))
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  prg_spread_chart_clear(&chart);
  return status;
}
