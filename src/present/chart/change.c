#include "present/chart/change.h"

#include <math.h>
#include <string.h>

#include "present/canvas/gnuplot_text.h"
#include "present/canvas/panels.h"
#include "present/canvas/placing.h"
#include "present/chart/bar.h"
#include "present/chart/chart_types.h"
#include "present/chart/chart_words.h"

/* Pixels. */
static const double between_panels = 56;
static const double column_gap = 26;
static const double column_least = 300, column_most = 420;
static const double marker_radius = 11;
/* Parts of the height that the upper panel takes, and of a range that its labels need. */
static const double upper_part = 0.52, label_room = 0.17;
/* A panel is low, and takes its grid lines nearer to each other than a whole chart. */
static const double grid_density = 1.5;

/* --- what the axes cover --- */

static void include_interval(const prg_change_figures *f, int x, prg_axes *axes,
                             void (*of)(const prg_change_figures *, int, double, double *,
                                        double *)) {
  double lower, upper;
  of(f, x, 0.95, &lower, &upper);
  prg_axes_include(axes, lower);
  prg_axes_include(axes, upper);
}

/* Labels stand outside of bars and line. */
static void include_labels(prg_axes *axes) {
  double room = label_room * (axes->y_highest_shown - axes->y_lowest_shown);
  axes->y_highest_shown += axes->y_highest_shown > 0 ? room : 0;
  axes->y_lowest_shown -= axes->y_lowest_shown < 0 ? room : 0;
}

static void begin_axes(const prg_change_figures *f, prg_axes *axes) {
  double pad = fmax(0.5, 0.015 * (f->last - f->first));
  *axes = (prg_axes){.y_lowest_shown = 0,
                     .y_highest_shown = 0,
                     .origin = prg_change_period(f, f->origin),
                     .x_first = f->first + f->lag - 1,
                     .x_last = f->last};
  axes->x_low = axes->x_first - pad;
  axes->x_high = axes->x_last + pad;
}

static prg_status set_ranges(prg_change *change, prg_error *error) {
  const prg_change_figures *f = &change->figures;
  begin_axes(f, &change->bars);
  begin_axes(f, &change->sum);
  for (int x = change->bars.x_first; x <= f->last; x++) {
    prg_axes_include(&change->bars, prg_change_at(f, x));
    prg_axes_include(&change->sum, prg_change_sum(f, x));
    include_interval(f, x, &change->bars, prg_change_interval);
    include_interval(f, x, &change->sum, prg_change_sum_interval);
  }
  prg_status status = prg_axes_check(&change->bars, error);
  if (status == PRG_OK)
    status = prg_axes_check(&change->sum, error);
  include_labels(&change->bars);
  include_labels(&change->sum);
  return status;
}

/* --- the column at the right: what each panel shows --- */

static void write_sum_label(const prg_change *change, prg_buffer *out) {
  const prg_change_figures *f = &change->figures;
  prg_language language = change->canvas.options->language;
  char first[PRG_PERIOD_BYTES];
  prg_period_print_people(prg_change_period(f, f->first), language, first);
  if (f->lag > 1)
    prg_add_message(out, PRG_TEXT_CHANGE_SUM_SEASON, PRG_ARGS(prg_integer(f->lag)), language);
  else
    prg_add_message(out, PRG_TEXT_CHANGE_SUM, PRG_ARGS(prg_string(first)), language);
}

static void add_sample(prg_change *change, prg_sample_kind kind, double x, double y) {
  change->sample[change->n_sample++] = (prg_sample){x, y, kind, 0, true};
}

/* A sample and its label, in up to three lines; returns the y below. */
static double add_entry(prg_change *change, prg_sample_kind kind, const char *text, double y) {
  double x = change->bars.right + column_gap;
  bool bold = kind == PRG_SAMPLE_BAR || kind == PRG_SAMPLE_LINE;
  prg_text_line line[3];
  size_t n = prg_text_wrap(text, PRG_TEXT_SIZE, bold, column_most, line, 3);
  add_sample(change, kind, x, y);
  for (size_t k = 0; k < n; k++, y += PRG_TEXT_LEADING) {
    prg_canvas_text at = {.x = x + PRG_SAMPLE,
                          .y = y,
                          .face = bold ? PRG_FACE_BOLD : PRG_FACE_TEXT,
                          .ink = bold ? PRG_INK_SERIES : PRG_INK};
    prg_canvas_add_line(&change->canvas, at, &line[k]);
  }
  return y;
}

static void add_column(prg_change *change) {
  prg_language language = change->canvas.options->language;
  prg_buffer label = {0};
  write_sum_label(change, &label);
  add_entry(change, PRG_SAMPLE_BAR, prg_text_get(PRG_TEXT_CHANGE_BARS, language),
            change->bars.top + PRG_TEXT_LEADING / 2.0);
  double y = add_entry(change, PRG_SAMPLE_LINE, prg_buffer_string(&label),
                       change->sum.top + PRG_TEXT_LEADING / 2.0);
  if (change->has_bands) {
    y = add_entry(change, PRG_SAMPLE_80, prg_text_get(PRG_TEXT_CHART_BAND_80, language), y);
    add_entry(change, PRG_SAMPLE_95, prg_text_get(PRG_TEXT_CHART_BAND_95, language), y);
  }
  change->canvas.failed = change->canvas.failed || label.failed;
  prg_buffer_free(&label);
}

static double column_width(const prg_change *change) {
  prg_buffer label = {0};
  write_sum_label(change, &label);
  double wide = prg_text_width(prg_buffer_string(&label), PRG_TEXT_SIZE, true);
  prg_buffer_free(&label);
  return column_gap + PRG_SAMPLE + fmin(column_most, fmax(column_least, wide)) + 4;
}

/* --- the table --- */

enum { ROW_CHANGE, ROW_SUM };

static bool table_value(const void *chart, size_t row, int x, double *value) {
  const prg_change_figures *f = &((const prg_change *)chart)->figures;
  int first = f->first + f->lag;
  *value = row == ROW_CHANGE ? prg_change_at(f, x) : prg_change_sum(f, x);
  return x >= first && x <= f->last;
}

static void add_table(prg_change *change) {
  prg_language language = change->canvas.options->language;
  change->strip = (prg_strip){.value = table_value,
                              .print = prg_change_print,
                              .chart = change,
                              .decimals = change->figures.series.decimals,
                              .n_plain = 2};
  prg_strip_add_row(&change->strip, prg_text_get(PRG_TEXT_CHANGE_BARS, language));
  prg_strip_add_row(&change->strip, prg_text_get(PRG_TEXT_CHANGE_ROW_SUM, language));
}

/* --- values --- */

static prg_box room_of(const prg_axes *axes) {
  return (prg_box){axes->left + 4, axes->right + column_gap, axes->top, axes->bottom};
}

static void label_bar(prg_change *change, int x) {
  char text[PRG_NUMBER_BYTES + 2];
  const prg_bar style = {.width = PRG_BAR_ALONE};
  double value = prg_change_at(&change->figures, x);
  if (isnan(value))
    return;
  prg_bar_value label = {.text = text, .down = value < 0};
  label.length = prg_change_print(text, value, change->figures.series.decimals,
                                  change->canvas.options->language);
  label.is_forecast = x > change->figures.origin;
  prg_box bar = prg_bar_box(&style, &change->bars, x, value), room = room_of(&change->bars);
  prg_bar_label(&change->canvas, &room, &bar, &label);
}

static void add_bar(prg_change *change, int x) {
  const prg_bar style = {.width = PRG_BAR_ALONE};
  double value = prg_change_at(&change->figures, x);
  prg_box box = prg_bar_box(&style, &change->bars, x, isnan(value) ? 0 : value);
  if (isnan(value))
    prg_bar_mark_missing(&change->canvas, &box, 0);
  else
    prg_canvas_add_box(&change->canvas, box);
}

/* The point, and the line to it. */
static void add_point(prg_change *change, int x) {
  const prg_axes *axes = &change->sum;
  double before = prg_change_sum(&change->figures, x - 1);
  double value = prg_change_sum(&change->figures, x);
  double right = prg_axes_x(axes, x), y = prg_axes_y(axes, value);
  if (isnan(value))
    return;
  prg_canvas_add_box(&change->canvas, (prg_box){right - marker_radius, right + marker_radius,
                                                y - marker_radius, y + marker_radius});
  if (!isnan(before) && x > axes->x_first)
    prg_canvas_add_segment(&change->canvas, (prg_segment){prg_axes_x(axes, x - 1),
                                                          prg_axes_y(axes, before), right, y});
}

static void label_point(prg_change *change, int x) {
  char text[PRG_NUMBER_BYTES + 2];
  double value = prg_change_sum(&change->figures, x);
  if (isnan(value))
    return;
  size_t n = prg_change_print(text, value, change->figures.series.decimals,
                              change->canvas.options->language);
  prg_box room = room_of(&change->sum);
  prg_canvas_text at = {.x = prg_axes_x(&change->sum, x),
                        .y = prg_axes_y(&change->sum, value),
                        .ink = PRG_INK_SERIES};
  prg_place_beside(&change->canvas, at, text, n, &room);
}

static bool is_dense(const prg_change *change) {
  double widest = 0;
  const prg_axes *axes = &change->bars;
  for (int x = axes->x_first; x <= axes->x_last; x++) {
    char text[PRG_NUMBER_BYTES + 2];
    double value = prg_change_at(&change->figures, x);
    if (isnan(value))
      continue;
    prg_change_print(text, value, change->figures.series.decimals,
                     change->canvas.options->language);
    widest = fmax(widest, prg_text_width(text, PRG_TEXT_SIZE, false));
  }
  return prg_axes_x(axes, 1) - prg_axes_x(axes, 0) < widest + 14;
}

/* Where there is no room for all: the latest figure's, and the largest one up and down. */
static void label_few_bars(prg_change *change) {
  const prg_change_figures *f = &change->figures;
  int most[2] = {f->last, f->last};
  for (int x = f->first + f->lag; x <= f->last; x++)
    for (int k = 0; k < 2; k++) {
      double sign = k == 0 ? 1 : -1, value = sign * prg_change_at(f, x);
      if (value > 0 && !(value <= sign * prg_change_at(f, most[k])))
        most[k] = x;
    }
  for (int k = 0; k < 2; k++)
    label_bar(change, most[k]);
  if (f->origin != most[0] && f->origin != most[1])
    label_bar(change, f->origin);
}

static void label_all(prg_change *change) {
  const prg_change_figures *f = &change->figures;
  for (int x = f->first + f->lag; x <= f->last; x++) {
    label_bar(change, x);
    if (x != f->last && x != f->origin)
      label_point(change, x);
  }
}

static void add_values(prg_change *change) {
  const prg_change_figures *f = &change->figures;
  for (int x = change->bars.x_first; x <= f->last; x++) {
    if (x >= f->first + f->lag)
      add_bar(change, x);
    add_point(change, x);
  }
  label_point(change, f->last);
  label_point(change, f->origin);
  if (change->strip.n > 0 || is_dense(change))
    label_few_bars(change);
  else
    label_all(change);
}

/* --- the page --- */

static double add_heading(prg_change *change) {
  prg_buffer title = {0}, subtitle = {0};
  prg_change_title(&change->figures, change->canvas.options, &title);
  prg_change_subtitle(&change->figures, change->canvas.options, &subtitle);
  double y = prg_canvas_add_heading(&change->canvas, prg_buffer_string(&title),
                                    prg_buffer_string(&subtitle));
  change->canvas.failed = change->canvas.failed || title.failed || subtitle.failed;
  prg_buffer_free(&title);
  prg_buffer_free(&subtitle);
  return y;
}

static bool has_gap(const prg_change_figures *f) {
  for (int x = f->first + f->lag; x <= f->last; x++)
    if (isnan(prg_change_at(f, x)))
      return true;
  return false;
}

static double add_footer(prg_change *change) {
  const prg_change_figures *f = &change->figures;
  prg_buffer text = {0};
  prg_chart_footer(change->canvas.options, prg_change_period(f, f->origin),
                   change->zones.has_forecast, false, &text);
  if (has_gap(f))
    prg_chart_explain_missing(change->canvas.options, &text);
  double y = prg_canvas_add_footer(&change->canvas, prg_buffer_string(&text));
  change->canvas.failed = change->canvas.failed || text.failed;
  prg_buffer_free(&text);
  return y;
}

/* Down to what is shown, and no further: half a panel below the last grid line would be empty. */
static void set_y(prg_change *change, prg_axes *axes) {
  double bottom = axes->bottom;
  axes->bottom = axes->top + grid_density * (bottom - axes->top);
  prg_axes_y_ticks(axes, &change->canvas, prg_series_is_count(change->figures.series.series), true);
  axes->bottom = bottom;
  axes->y_low = fmin(0, axes->y_lowest_shown);
}

static void set_panels(prg_change *change, double top, double bottom) {
  prg_axes *bars = &change->bars, *sum = &change->sum;
  bars->top = top;
  bars->bottom = top + upper_part * (bottom - top - between_panels);
  sum->top = bars->bottom + between_panels;
  sum->bottom = bottom;
  set_y(change, bars);
  set_y(change, sum);
  double ticks =
      fmax(prg_axes_y_width(bars, &change->canvas), prg_axes_y_width(sum, &change->canvas));
  double labels = prg_strip_label_width(&change->strip, sum, &change->canvas);
  bars->left = sum->left = PRG_EDGE + fmax(ticks + 18, labels);
  bars->right = sum->right = change->canvas.width - 0.8 * PRG_EDGE - column_width(change);
  prg_strip_fit(&change->strip, bars, &change->canvas);
  prg_strip_fit(&change->strip, sum, &change->canvas);
  prg_axes_x_ticks(bars, &change->canvas);
  prg_axes_x_ticks(sum, &change->canvas);
  prg_panel_hide_labels(bars->x_tick, bars->n_x_tick);
}

prg_status prg_change_init(prg_change *change, const prg_forecast *forecast,
                           const prg_chart_options *options, prg_error *error) {
  *change = (prg_change){0};
  prg_canvas_init(&change->canvas, options);
  prg_status status = prg_change_figures_init(&change->figures, forecast, options, error);
  if (status == PRG_OK)
    status = set_ranges(change, error);
  if (status != PRG_OK)
    return status;
  const prg_change_figures *f = &change->figures;
  change->zones = (prg_zones){f->last > f->origin, prg_zones_outlook(change->bars.origin)};
  change->has_bands = change->zones.has_forecast && f->lag == 1;
  if (options->with_table)
    add_table(change);
  double top = add_heading(change) + prg_zones_room(&change->zones);
  set_panels(change, top,
             add_footer(change) - 2.9 * PRG_TEXT_LEADING - prg_strip_height(&change->strip));
  prg_strip_add(&change->strip, &change->sum, &change->canvas);
  prg_zones_names(&change->zones, &change->bars, &change->canvas);
  add_values(change);
  add_column(change);
  if (change->canvas.failed || change->canvas.text.failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return PRG_OK;
}

void prg_change_clear(prg_change *change) {
  prg_strip_clear(&change->strip);
  prg_canvas_clear(&change->canvas);
  *change = (prg_change){0};
}

static prg_status draw(const prg_forecast *const *forecast, size_t n,
                       const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  (void)n; /* it is one */
  prg_change change;
  prg_status status = prg_change_init(&change, forecast[0], options, error);
  if (status == PRG_OK) {
    const prg_axes *axes = &change.sum;
    prg_change_script(&change, &out->script);
    prg_change_title(&change.figures, options, &out->title);
    prg_change_describe(&change.figures, options, &out->description);
    out->left = prg_axes_x(axes, axes->x_first - .5) / change.canvas.width;
    out->right = prg_axes_x(axes, axes->x_last + .5) / change.canvas.width;
  }
  prg_change_clear(&change);
  return status;
}

const prg_chart_type prg_chart_change = {"change",     PRG_TEXT_CHART_TYPE_CHANGE, 1, 1, draw,
                                         PRG_TEXT_NONE};
