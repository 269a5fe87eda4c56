/* Years at the ends of their lines, and the figures that the headline is about. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <prognos/number.h>

#include "present/canvas/placing.h"
#include "present/chart/seasonal.h"

/* Pixels. */
static const double column_gap = 52; /* from the last place to the years */
static const double year_height = 34;
static const double line_gap = 14; /* from a line's end to its leader */
static const double marker_radius = 11;

void prg_season_name(const prg_seasonal *chart, size_t line, bool ahead, prg_buffer *out) {
  char year[16];
  snprintf(year, sizeof year, "%d", chart->line[line].year);
  if (ahead)
    prg_add_message(out, PRG_TEXT_SEASONAL_AHEAD, PRG_ARGS(prg_string(year)),
                    chart->canvas.options->language);
  else
    prg_buffer_add(out, year);
}

static size_t name_line(const prg_seasonal *chart, size_t i, char text[64]) {
  prg_buffer words = {0};
  prg_season_name(chart, i, i > chart->latest, &words);
  size_t n = (size_t)snprintf(text, 64, "%s", prg_buffer_string(&words));
  prg_buffer_free(&words);
  return n;
}

double prg_seasonal_column_width(const prg_seasonal *chart) {
  double widest = 0;
  for (size_t i = 0; i < chart->n; i++) {
    char text[64];
    name_line(chart, i, text);
    widest = fmax(widest, prg_text_width(text, PRG_TEXT_SIZE, i >= chart->latest));
  }
  return column_gap + widest;
}

static void add_lines(prg_seasonal *chart, const prg_season_line *line) {
  const prg_axes *axes = &chart->axes;
  for (int k = 1; k < chart->season; k++) {
    double from = prg_season_shown(line, k - 1), to = prg_season_shown(line, k);
    if (!isnan(from) && !isnan(to))
      prg_canvas_add_segment(&chart->canvas,
                             (prg_segment){prg_axes_x(axes, k - 1), prg_axes_y(axes, from),
                                           prg_axes_x(axes, k), prg_axes_y(axes, to)});
  }
}

static prg_canvas_text label_of(const prg_seasonal *chart, size_t i) {
  bool strong = i >= chart->latest;
  return (prg_canvas_text){.align = PRG_LEFT,
                           .face = strong ? PRG_FACE_BOLD : PRG_FACE_TEXT,
                           .ink = strong ? PRG_INK_SERIES : PRG_INK_QUIET};
}

/* With more years than fit, every second, third … earlier one has a label. */
static bool has_label(const prg_seasonal *chart, size_t i) {
  double room = chart->axes.bottom - chart->axes.top;
  size_t fit = (size_t)fmax(1, floor(room / year_height) - 2);
  size_t step = (chart->latest + fit - 1) / fit;
  return i >= chart->latest || step < 2 || (chart->latest - i) % step == 0;
}

/* A year that ends within the plot has its name beside its end. */
static void label_inside(prg_seasonal *chart, size_t i, int end) {
  char text[64];
  size_t n = name_line(chart, i, text);
  const prg_axes *axes = &chart->axes;
  prg_canvas_text at = label_of(chart, i);
  at.x = prg_axes_x(axes, end);
  at.y = prg_axes_y(axes, prg_season_shown(&chart->line[i], end));
  prg_box inside = {axes->left, axes->right, axes->top - 8, axes->bottom};
  prg_place_beside(&chart->canvas, at, text, n, &inside);
}

/* The others in a column at the right, as near to their ends as can be. */
static void label_column(prg_seasonal *chart, prg_slot *slot, size_t n) {
  const prg_axes *axes = &chart->axes;
  double end = prg_axes_x(axes, chart->season - 1), column = axes->right + column_gap - line_gap;
  prg_slots_spread(slot, n, axes->top - year_height, axes->bottom + year_height, 0);
  for (size_t k = 0; k < n; k++) {
    char text[64];
    size_t i = slot[k].item, length = name_line(chart, i, text);
    prg_canvas_text at = label_of(chart, i);
    at.x = column + line_gap;
    at.y = slot[k].at + year_height / 2;
    prg_canvas_add_text(&chart->canvas, at, text, length);
    chart->leader[chart->n_leader++] =
        (prg_segment){end + line_gap, slot[k].wanted + year_height / 2, column, at.y};
  }
}

static void label_years(prg_seasonal *chart) {
  prg_slot slot[PRG_SEASON_YEARS + 2];
  size_t n = 0;
  for (size_t i = 0; i < chart->n; i++) {
    int end = prg_season_end(chart, &chart->line[i]);
    if (end < 0 || !has_label(chart, i))
      continue;
    double y = prg_axes_y(&chart->axes, prg_season_shown(&chart->line[i], end));
    if (end == chart->season - 1)
      slot[n++] = (prg_slot){y - year_height / 2, year_height, i, 0};
    else
      label_inside(chart, i, end);
  }
  label_column(chart, slot, n);
}

static void label_value(prg_seasonal *chart, int place, double value) {
  char text[PRG_NUMBER_BYTES];
  const prg_axes *axes = &chart->axes;
  size_t n =
      prg_number_people(text, value, chart->series.decimals, chart->canvas.options->language);
  prg_canvas_text at = {
      .x = prg_axes_x(axes, place), .y = prg_axes_y(axes, value), .ink = PRG_INK_SERIES};
  prg_box inside = {axes->left, axes->right, axes->top - 8, axes->bottom};
  prg_place_beside(&chart->canvas, at, text, n, &inside);
}

/* The highest and the lowest of a row of figures. */
static void label_extremes(prg_seasonal *chart, const double *value) {
  int high = -1, low = -1;
  for (int k = 0; k < chart->season; k++) {
    if (isnan(value[k]))
      continue;
    high = high < 0 || value[k] > value[high] ? k : high;
    low = low < 0 || value[k] < value[low] ? k : low;
  }
  if (high < 0)
    return;
  label_value(chart, high, value[high]);
  if (low != high)
    label_value(chart, low, value[low]);
}

static void add_markers(prg_seasonal *chart, const prg_season_line *line) {
  const prg_axes *axes = &chart->axes;
  for (int k = 0; k < chart->season; k++) {
    double x = prg_axes_x(axes, k), y = prg_axes_y(axes, prg_season_shown(line, k));
    if (!isnan(y))
      prg_canvas_add_box(&chart->canvas, (prg_box){x - marker_radius, x + marker_radius,
                                                   y - marker_radius, y + marker_radius});
  }
}

void prg_seasonal_labels(prg_seasonal *chart) {
  for (size_t i = 0; i < chart->n; i++)
    add_lines(chart, &chart->line[i]);
  for (size_t i = chart->latest; i < chart->n; i++)
    add_markers(chart, &chart->line[i]);
  label_years(chart);
  for (size_t i = chart->latest; i < chart->n; i++)
    label_extremes(chart, chart->line[i].median);
  label_extremes(chart, chart->line[chart->latest].outcome);
}
