#include <prognos/chart_decomposition.h>

#include <math.h>
#include <string.h>

#include <prognos/alt_text.h>
#include <prognos/number.h>

#include "present/canvas/panels.h"
#include "present/canvas/script.h"
#include "present/chart/chart_words.h"
#include "present/chart/curves.h"
#include "present/chart/outline.h"
#include "present/chart/page.h"

enum { OUTCOME, TREND, SEASON, REMAINDER, PANELS };

/* Pixels. */
static const double title_height = 52; /* above each panel: its name, and air */
static const double title_middle = 24;
static const double bar_gap = 20, bar_width = 16; /* beside the panel */
static const double ticks_height = 54;            /* below the lowest panel */
/* A season weaker than this is hardly one. */
static const double weak = 0.4;

typedef struct decomposition_chart {
  prg_canvas canvas;
  prg_page page;
  prg_outline series;
  prg_forecast alone; /* the series, as an outline has it */
  const prg_decomposition *parts;
  const double *value[PANELS]; /* shape (parts->n) */
  prg_axes axes[PANELS];
  double bar; /* its height, in the series' unit */
} decomposition_chart;

/* --- what is shown --- */

static prg_status set_values(decomposition_chart *chart, const prg_series *series,
                             prg_error *error) {
  const prg_decomposition *parts = chart->parts;
  chart->value[OUTCOME] = series->value + chart->series.first;
  chart->value[TREND] = parts->trend;
  chart->value[SEASON] = parts->season;
  chart->value[REMAINDER] = parts->remainder;
  for (int p = 0; p < PANELS; p++) {
    prg_axes *axes = &chart->axes[p];
    axes->y_lowest_shown = p == OUTCOME || p == TREND ? INFINITY : 0;
    axes->y_highest_shown = p == OUTCOME || p == TREND ? -INFINITY : 0;
    for (size_t t = 0; t < parts->n; t++)
      prg_axes_include(axes, chart->value[p][t]);
    if (!(fmax(fabs(axes->y_lowest_shown), fabs(axes->y_highest_shown)) < 1e15))
      return prg_fail(error, PRG_TEXT_CHART_TOO_LARGE, PRG_ARGS(prg_integer(36525)));
  }
  return PRG_OK;
}

/* The largest of 1, 2, 5 · 10^k that no panel is too small for. */
static double choose_bar(const decomposition_chart *chart) {
  double least = INFINITY;
  for (int p = 0; p < PANELS; p++) {
    double height = chart->axes[p].y_high - chart->axes[p].y_low;
    least = fmin(least, 0.8 * height);
  }
  double power = pow(10, floor(log10(least)));
  return least >= 5 * power ? 5 * power : least >= 2 * power ? 2 * power : power;
}

/* --- words --- */

/* "−260 i juli": the lowest, or the highest, place of the last year's season. */
static prg_argument extreme(const decomposition_chart *chart, bool highest) {
  const prg_decomposition *parts = chart->parts;
  prg_language language = chart->canvas.options->language;
  size_t season = (size_t)chart->series.series->season, best = parts->n - 1;
  for (size_t t = parts->n > season ? parts->n - season : 0; t < parts->n; t++)
    if (highest ? parts->season[t] > parts->season[best] : parts->season[t] < parts->season[best])
      best = t;
  prg_buffer text = {0};
  prg_argument value = prg_signed(parts->season[best], chart->series.decimals, language);
  prg_argument when = prg_part_of_year(prg_period_add(parts->start, (int)best), language);
  prg_buffer_printf(&text, "%s %s", value.string, when.string);
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}

static void write_words(decomposition_chart *chart) {
  const prg_chart_options *options = chart->canvas.options;
  const prg_decomposition *parts = chart->parts;
  int decimals = chart->series.decimals;
  prg_period last = prg_period_add(parts->start, (int)parts->n - 1);
  if (!prg_page_title_is_given(&chart->page, options))
    prg_page_add_title(
        &chart->page, parts->season_strength < weak ? PRG_TEXT_PARTS_TREND : PRG_TEXT_PARTS_SEASON,
        PRG_ARGS(prg_string(chart->series.series->name), prg_number(parts->trend[0], decimals),
                 prg_number(parts->trend[parts->n - 1], decimals), extreme(chart, false),
                 extreme(chart, true)),
        options->language);
  prg_chart_subtitle(options, parts->start, last, last, &chart->page.subtitle);
}

static void write_footer(decomposition_chart *chart) {
  const prg_chart_options *options = chart->canvas.options;
  prg_chart_footer(options, prg_outline_origin(&chart->series), false, false, &chart->page.footer);
  prg_page_add_footer(&chart->page, PRG_TEXT_PARTS_BAR,
                      PRG_ARGS(prg_quantity(options, chart->bar, -1)), options->language);
}

static void describe(const decomposition_chart *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->canvas.options;
  const prg_decomposition *parts = chart->parts;
  prg_add_message(out, PRG_TEXT_ALT_PARTS,
                  PRG_ARGS(prg_number(parts->trend[0], chart->series.decimals),
                           prg_number(parts->trend[parts->n - 1], chart->series.decimals),
                           extreme(chart, false), extreme(chart, true),
                           prg_number(parts->trend_strength, 2),
                           prg_number(parts->season_strength, 2)),
                  options->language);
  prg_buffer_add_char(out, ' ');
  prg_alt_text_series(&chart->alone, options, out);
}

/* --- places --- */

static void set_panels(decomposition_chart *chart, double top, double bottom) {
  prg_panel_grid grid = {.area = {0, 0, top, bottom},
                         .n = PANELS,
                         .columns = 1,
                         .rows = PANELS,
                         .gap_above = title_height};
  for (size_t p = 0; p < PANELS; p++) {
    prg_box box = prg_panel_grid_box(&grid, p);
    chart->axes[p].top = box.top;
    chart->axes[p].bottom = box.bottom;
  }
}

static double set_scales(decomposition_chart *chart) {
  double widest = 0;
  for (int p = 0; p < PANELS; p++) {
    prg_axes_y_ticks(&chart->axes[p], &chart->canvas, false, false);
    widest = fmax(widest, prg_axes_y_width(&chart->axes[p], &chart->canvas));
  }
  chart->bar = choose_bar(chart);
  return widest;
}

static void set_sides(decomposition_chart *chart, double left, double right) {
  const prg_decomposition *parts = chart->parts;
  int first = parts->start.ordinal, last = first + (int)parts->n - 1;
  double pad = fmax(0.5, 0.015 * (last - first));
  for (int p = 0; p < PANELS; p++) {
    prg_axes *axes = &chart->axes[p];
    axes->left = left;
    axes->right = right;
    axes->x_first = first;
    axes->x_last = last;
    axes->x_low = first - pad;
    axes->x_high = last + pad;
    axes->origin = (prg_period){parts->start.frequency, last};
    prg_axes_x_ticks(axes, &chart->canvas);
    if (p + 1 < PANELS)
      prg_panel_hide_labels(axes->x_tick, axes->n_x_tick);
  }
}

static void add_name(decomposition_chart *chart, int p) {
  static const prg_text name[PANELS] = {PRG_TEXT_CHART_OUTCOME, PRG_TEXT_PARTS_TREND_NAME,
                                        PRG_TEXT_PARTS_SEASON_NAME, PRG_TEXT_PARTS_REST_NAME};
  const char *text = prg_text_get(name[p], chart->canvas.options->language);
  prg_canvas_text at = {.x = chart->axes[p].left,
                        .y = chart->axes[p].top - title_middle,
                        .face = PRG_FACE_BOLD,
                        .ink = PRG_INK};
  prg_canvas_add_text(&chart->canvas, at, text, strlen(text));
}

static void place(decomposition_chart *chart) {
  write_words(chart);
  double top = prg_page_write_top(&chart->page, &chart->canvas) - 22;
  set_panels(chart, top, chart->canvas.height - 2 * PRG_EDGE); /* near enough to choose ticks */
  double widest = set_scales(chart);
  write_footer(chart);
  double bottom = prg_page_write_bottom(&chart->page, &chart->canvas);
  set_panels(chart, top, bottom - PRG_TEXT_LEADING - ticks_height);
  set_sides(chart, PRG_EDGE + widest + 18, chart->canvas.width - PRG_EDGE - bar_gap - bar_width);
  for (int p = 0; p < PANELS; p++)
    add_name(chart, p);
}

/* --- the script --- */

static const char *const block[PANELS] = {"outcome", "trend", "season", "remainder"};

static void write_data(const decomposition_chart *chart, prg_buffer *out) {
  for (int p = 0; p < PANELS; p++) {
    prg_buffer_printf(out, "$%s_1 << END\n", block[p]);
    for (size_t t = 0; t < chart->parts->n; t++) {
      prg_period period = prg_period_add(chart->parts->start, (int)t);
      prg_buffer_printf(out, "%d ", period.ordinal);
      prg_script_number(out, chart->value[p][t]);
      prg_data_end_row(out, period);
    }
    prg_buffer_add(out, "END\n");
  }
}

/* As many pixels as the common height is in the panel's scale, about its middle. */
static void write_bar(const decomposition_chart *chart, int p, prg_buffer *out) {
  const prg_axes *axes = &chart->axes[p];
  double height = prg_axes_y(axes, 0) - prg_axes_y(axes, chart->bar);
  double middle = (axes->top + axes->bottom) / 2;
  prg_buffer_add(out, "set object rectangle from ");
  prg_script_place(&chart->canvas, out, axes->right + bar_gap, middle + height / 2);
  prg_buffer_add(out, " to ");
  prg_script_place(&chart->canvas, out, axes->right + bar_gap + bar_width, middle - height / 2);
  prg_buffer_add(out, " front fillcolor rgb axis fillstyle solid noborder\n");
}

/* Season and remainder stand on 0; a remainder is no line, but a row of deviations. */
static void write_curve(int p, prg_buffer *out) {
  bool first = true;
  if (p == REMAINDER) {
    prg_curve_next(out, &first);
    prg_buffer_printf(out,
                      "$%s_1 using 1:2 with impulses linetype 1 linecolor rgb colour[1] "
                      "linewidth 4 notitle",
                      block[p]);
  } else {
    prg_curve_line(out, &first, block[p], 0, "linestyle 1 linewidth 4");
  }
  prg_buffer_add(out, "\n");
}

static void write_script(const decomposition_chart *chart, prg_buffer *out) {
  prg_script_head(&chart->canvas, out);
  write_data(chart, out);
  prg_panels_begin(out);
  for (int p = 0; p < PANELS; p++) {
    prg_panels_next(&chart->axes[p], &chart->canvas, out);
    write_bar(chart, p, out);
    write_curve(p, out);
  }
  prg_panels_end(&chart->canvas, out);
}

prg_status prg_decomposition_draw(const prg_series *series, const prg_decomposition *parts,
                                  const prg_chart_options *options, prg_drawing *out,
                                  prg_error *error) {
  decomposition_chart chart = {.parts = parts, .alone = {.series = series}};
  prg_status status = prg_chart_check_size(options, error);
  if (status != PRG_OK)
    return status;
  prg_canvas_init(&chart.canvas, options);
  prg_outline_init(&chart.series, &chart.alone, options->decimals);
  status = set_values(&chart, series, error);
  if (status == PRG_OK) {
    place(&chart);
    write_script(&chart, &out->script);
    prg_buffer_add(&out->title, prg_buffer_string(&chart.page.title));
    describe(&chart, &out->description);
    out->left = prg_axes_x(&chart.axes[0], chart.axes[0].x_first - .5) / chart.canvas.width;
    out->right = prg_axes_x(&chart.axes[0], chart.axes[0].x_last + .5) / chart.canvas.width;
    if (chart.canvas.failed || chart.canvas.text.failed || prg_drawing_failed(out))
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  prg_page_clear(&chart.page);
  prg_canvas_clear(&chart.canvas);
  return status;
}
