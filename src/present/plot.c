#include "present/plot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "present/gnuplot_text.h"

#define MAX_LINES 3

/* Room for one more of an array; NULL leaves the old array and marks the plot. */
static void *grown(prg_plot *plot, void *array, size_t n, size_t *capacity, size_t size) {
  if (n < *capacity)
    return array;
  size_t more = *capacity == 0 ? 64 : 2 * *capacity;
  void *larger = realloc(array, more * size);
  if (larger == NULL)
    plot->failed = true;
  else
    *capacity = more;
  return larger;
}

void prg_plot_add_box(prg_plot *plot, prg_plot_box box) {
  prg_plot_box *array = grown(plot, plot->box, plot->n_box, &plot->box_capacity, sizeof *array);
  if (array == NULL)
    return;
  plot->box = array;
  plot->box[plot->n_box++] = box;
}

static double face_size(prg_face face) {
  return face == PRG_FACE_TITLE ? PRG_TITLE_SIZE : PRG_TEXT_SIZE;
}

prg_plot_box prg_plot_text_box(const prg_plot_text *at, const char *text, size_t n) {
  double size = face_size(at->face);
  double width = prg_text_width_n(text, n, size, at->face != PRG_FACE_TEXT);
  double left = at->align == PRG_LEFT    ? at->x
                : at->align == PRG_RIGHT ? at->x - width
                                         : at->x - width / 2;
  /* Digits and capitals stand between −0.37 and +0.37 of the size about the middle. */
  return (prg_plot_box){left, left + width, at->y - 0.42 * size, at->y + 0.42 * size};
}

void prg_plot_add_text(prg_plot *plot, prg_plot_text at, const char *text, size_t n) {
  prg_plot_text *array =
      grown(plot, plot->label, plot->n_label, &plot->label_capacity, sizeof *array);
  if (array == NULL)
    return;
  at.start = plot->text.length;
  at.length = n;
  plot->label = array;
  plot->label[plot->n_label++] = at;
  prg_buffer_add_n(&plot->text, text, n);
}

double prg_plot_x(const prg_plot *plot, double ordinal) {
  double part = (ordinal - plot->x_low) / (plot->x_high - plot->x_low);
  return plot->left + part * (plot->right - plot->left);
}

double prg_plot_y(const prg_plot *plot, double value) {
  double part = (value - plot->y_low) / (plot->y_high - plot->y_low);
  return plot->bottom - part * (plot->bottom - plot->top);
}

int prg_plot_ordinal(const prg_outline *series, size_t t) {
  return prg_series_period(series->series, t).ordinal;
}

/* As many lines as the width makes necessary, about equally long: no last word alone. */
static size_t wrap_evenly(const char *text, prg_face face, double width, prg_text_line *line) {
  double size = face_size(face);
  bool bold = face != PRG_FACE_TEXT;
  size_t n = prg_text_wrap(text, size, bold, width, line, MAX_LINES);
  if (n <= 1 || line[n - 1].cut)
    return n;
  double enough = width, step = width / 32;
  prg_text_line trial[MAX_LINES];
  while (enough - step > width / 4 &&
         prg_text_wrap(text, size, bold, enough - step, trial, MAX_LINES) == n && !trial[n - 1].cut)
    enough -= step;
  return prg_text_wrap(text, size, bold, enough, line, MAX_LINES);
}

/* Adds the text in lines below each other, the first at y; returns how many lines. */
static size_t add_paragraph(prg_plot *plot, const char *text, double y, prg_face face,
                            prg_ink ink) {
  prg_text_line line[MAX_LINES];
  double leading = face == PRG_FACE_TITLE ? PRG_TITLE_LEADING : PRG_TEXT_LEADING;
  size_t n = wrap_evenly(text, face, plot->width - 2 * PRG_EDGE, line);
  for (size_t i = 0; i < n; i++) {
    prg_plot_text at = {.x = PRG_EDGE, .y = y + leading * (double)i, .face = face, .ink = ink};
    prg_plot_add_text(plot, at, line[i].start, line[i].length);
    if (line[i].cut && !plot->failed) {
      prg_buffer_add(&plot->text, "…");
      plot->label[plot->n_label - 1].length += strlen("…");
    }
  }
  return n;
}

/* Headline and subtitle at the top; what is left below them begins at plot->top. */
static void add_heading(prg_plot *plot, const prg_forecast *const *forecast) {
  prg_buffer text;
  prg_buffer_init(&text);
  prg_chart_title(forecast, plot->n, plot->options, &text);
  double y = PRG_EDGE;
  size_t lines = add_paragraph(plot, prg_buffer_string(&text), y, PRG_FACE_TITLE, PRG_INK);
  y += PRG_TITLE_LEADING * (double)lines;
  prg_buffer_clear(&text);
  prg_plot_subtitle(plot, &text);
  lines = add_paragraph(plot, prg_buffer_string(&text), y, PRG_FACE_TEXT, PRG_INK_QUIET);
  y += PRG_TEXT_LEADING * (double)lines;
  plot->failed = plot->failed || text.failed;
  plot->top = y + (plot->has_forecast ? 2.4 : 1.0) * PRG_TEXT_LEADING; /* room for zone names */
  prg_buffer_free(&text);
}

/* The footer at the bottom; the plot area ends above it and the tick labels. */
static void add_footer(prg_plot *plot) {
  prg_buffer text;
  prg_buffer_init(&text);
  prg_plot_footer(plot, &text);
  prg_text_line line[MAX_LINES];
  size_t lines = prg_text_wrap(prg_buffer_string(&text), PRG_TEXT_SIZE, false,
                               plot->width - 2 * PRG_EDGE, line, MAX_LINES);
  double y = plot->height - 0.7 * PRG_EDGE - PRG_TEXT_LEADING * ((double)lines - 1);
  add_paragraph(plot, prg_buffer_string(&text), y, PRG_FACE_TEXT, PRG_INK_QUIET);
  plot->failed = plot->failed || text.failed;
  plot->bottom = y - 2.9 * PRG_TEXT_LEADING;
  prg_buffer_free(&text);
}

/* The plot area lies between the labels of the y axis and the column of names. */
static void set_sides(prg_plot *plot) {
  double widest = 0;
  for (size_t i = 0; i < plot->n_y_tick; i++) {
    const prg_plot_tick *tick = &plot->y_tick[i];
    widest = fmax(widest, prg_text_width_n(prg_buffer_string(&plot->text) + tick->start,
                                           tick->length, PRG_TEXT_SIZE, false));
  }
  plot->left = PRG_EDGE + widest + 18;
  plot->right = plot->width - 0.8 * PRG_EDGE - prg_plot_column_width(plot);
}

static void add_zone_name(prg_plot *plot, prg_text name, double from, double to) {
  const char *text = prg_text_get(name, plot->options->language);
  double left = prg_plot_x(plot, from), right = prg_plot_x(plot, to);
  prg_plot_text at = {.x = left + 16,
                      .y = plot->top - 0.75 * PRG_TEXT_LEADING,
                      .face = PRG_FACE_TEXT,
                      .ink = PRG_INK_QUIET};
  if (prg_plot_text_box(&at, text, strlen(text)).right < right)
    prg_plot_add_text(plot, at, text, strlen(text));
}

static void add_zone_names(prg_plot *plot) {
  if (!plot->has_forecast)
    return;
  double begin = plot->origin.ordinal + 0.5, outlook = plot->x_outlook + 0.5;
  add_zone_name(plot, PRG_TEXT_CHART_OUTCOME, plot->x_low, begin);
  add_zone_name(plot, PRG_TEXT_CHART_FORECAST, begin, fmin(outlook, plot->x_high));
  if (plot->x_outlook < plot->x_last)
    add_zone_name(plot, PRG_TEXT_CHART_OUTLOOK, outlook, plot->x_high);
}

static prg_status outline_series(prg_plot *plot, const prg_forecast *const *forecast,
                                 prg_error *error) {
  plot->decimals = 0;
  for (size_t i = 0; i < plot->n; i++) {
    prg_outline *series = &plot->series[i];
    prg_outline_init(series, forecast[i], plot->options->decimals);
    if (series->empty)
      return prg_fail(error, PRG_TEXT_CHART_NO_FIGURES, PRG_ARGS(prg_string(series->series->name)));
    prg_period origin = prg_outline_origin(series);
    if (i == 0)
      plot->origin = origin;
    if (origin.frequency != plot->origin.frequency)
      return prg_fail(error, PRG_TEXT_CHART_MIXED_FREQUENCY,
                      PRG_ARGS(prg_text_argument(prg_frequency_text(plot->origin.frequency)),
                               prg_text_argument(prg_frequency_text(origin.frequency))));
    plot->origin.ordinal =
        origin.ordinal > plot->origin.ordinal ? origin.ordinal : plot->origin.ordinal;
    plot->has_forecast = plot->has_forecast || series->horizon > 0;
    plot->decimals = series->decimals > plot->decimals ? series->decimals : plot->decimals;
  }
  return PRG_OK;
}

prg_status prg_plot_init(prg_plot *plot, const prg_forecast *const *forecast, size_t n,
                         const prg_chart_options *options, prg_error *error) {
  *plot = (prg_plot){.options = options,
                     .n = n,
                     .width = PRG_HEIGHT * options->width / options->height,
                     .height = PRG_HEIGHT,
                     .has_capacity = !isnan(options->capacity),
                     .both_bands = n <= 2};
  prg_buffer_init(&plot->text);
  prg_status status = outline_series(plot, forecast, error);
  if (status == PRG_OK)
    status = prg_plot_ranges(plot, error);
  if (status != PRG_OK)
    return status;
  prg_plot_names(plot);
  add_heading(plot, forecast);
  plot->bottom = plot->height - 2 * PRG_EDGE; /* near enough to choose the ticks */
  prg_plot_y_ticks(plot);
  add_footer(plot);
  set_sides(plot);
  prg_plot_x_ticks(plot);
  add_zone_names(plot);
  prg_plot_capacity(plot);
  prg_plot_values(plot);
  prg_plot_events(plot);
  prg_plot_column(plot);
  if (plot->failed || plot->text.failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return PRG_OK;
}

void prg_plot_clear(prg_plot *plot) {
  prg_buffer_free(&plot->text);
  for (size_t i = 0; i < PRG_CHART_SERIES_MAX; i++)
    prg_buffer_free(&plot->name[i]);
  free(plot->label);
  free(plot->box);
  *plot = (prg_plot){0};
}
