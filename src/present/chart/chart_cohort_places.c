/* Where everything stands: labels of grades and years round the cells, figures in them, the total
 * below, and the key. */
#include "present/chart/chart_cohort.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "present/chart/chart_words.h"

/* Pixels. */
static const double label_gap = 20;
static const double cell_least = 34; /* height of one with a figure */
static const double row_most = 82;
static const double shade_width = 44; /* of a step in the key */
static const double key_gap = 50;

enum { SHADES = 5 };

static const char *period_text(const cohort_chart *chart, size_t c, char text[PRG_PERIOD_BYTES]) {
  return prg_period_print_people(cohort_column_period(chart, c), chart->canvas.options->language,
                                 text);
}

/* Where the cells begin: right of the grades' labels. */
static double left_of_cells(const cohort_chart *chart) {
  prg_language language = chart->canvas.options->language;
  double widest =
      prg_text_width(prg_text_get(PRG_TEXT_CAPACITY_INTERVAL, language), PRG_TEXT_SIZE, false);
  for (size_t r = 0; r < chart->plan->panel.n; r++)
    if (chart->plan->kind[r] != PRG_COHORT_GROUP)
      widest =
          fmax(widest, prg_text_width(prg_cohort_plan_label(chart->plan, r), PRG_TEXT_SIZE, true));
  return PRG_EDGE + widest + label_gap;
}

size_t cohort_columns_that_fit(cohort_chart *chart) {
  char text[PRG_NUMBER_BYTES]; /* of a period, too */
  prg_period_print_people(chart->plan->forecast[0].origin, chart->canvas.options->language, text);
  double width = prg_text_width(text, PRG_TEXT_SIZE, false) + 16;
  double total = 0;
  const prg_series *series = &chart->plan->panel.series[chart->total];
  for (size_t t = 0; t < series->n; t++)
    total = fmax(total, series->value[t]);
  prg_number_people(text, total, 0, chart->canvas.options->language);
  width = fmax(width, prg_text_width(text, PRG_TEXT_SIZE, true) + 16);
  return (size_t)((chart->canvas.width - PRG_EDGE - left_of_cells(chart)) / width);
}

/* ---- the key ---- */

static void add_words(cohort_chart *chart, double *x, double y, const char *text) {
  const prg_canvas_text at = {.x = *x, .y = y, .ink = PRG_INK};
  prg_canvas_add_text(&chart->canvas, at, text, strlen(text));
  *x += prg_text_width(text, PRG_TEXT_SIZE, false);
}

static void add_sample(cohort_chart *chart, double *x, double y, cohort_sample_kind kind,
                       double part) {
  if (chart->n_sample == COHORT_SAMPLES)
    return;
  chart->sample[chart->n_sample++] = (cohort_sample){kind, part, *x, y};
  *x += shade_width;
}

/* "62 ▒▒▒▒▒ 113   ▢ den största årskullen" */
static void add_key(cohort_chart *chart, double y) {
  prg_language language = chart->canvas.options->language;
  char text[PRG_NUMBER_BYTES];
  double x = PRG_EDGE;
  prg_number_people(text, chart->least, 0, language);
  add_words(chart, &x, y, text);
  x += 14;
  for (int k = 0; k < SHADES; k++)
    add_sample(chart, &x, y, COHORT_SAMPLE_SHADE,
               cohort_shade(chart, chart->least + (chart->most - chart->least) * k / (SHADES - 1)));
  x += 14;
  prg_number_people(text, chart->most, 0, language);
  add_words(chart, &x, y, text);
  x += key_gap;
  add_sample(chart, &x, y, COHORT_SAMPLE_LARGEST, 0);
  x += 14;
  add_words(chart, &x, y, prg_text_get(PRG_TEXT_COHORT_CHART_LARGEST, language));
  if (!chart->has_missing)
    return;
  x += key_gap;
  add_sample(chart, &x, y, COHORT_SAMPLE_MISSING, 0);
  x += 14;
  add_words(chart, &x, y, prg_text_get(PRG_TEXT_COHORT_CHART_MISSING, language));
}

/* Headline, subtitle, footer and key, and the cells' room between them. */
static void add_frame(cohort_chart *chart) {
  prg_buffer title = {0}, subtitle = {0}, footer = {0};
  prg_canvas *canvas = &chart->canvas;
  cohort_title(chart, &title);
  cohort_subtitle(chart, &subtitle);
  prg_chart_footer(canvas->options, chart->plan->forecast[0].origin, true, false, &footer);
  double top =
      prg_canvas_add_heading(canvas, prg_buffer_string(&title), prg_buffer_string(&subtitle));
  double bottom = prg_canvas_add_footer(canvas, prg_buffer_string(&footer));
  double key = bottom - 1.6 * PRG_TEXT_LEADING;
  add_key(chart, key);
  chart->axes.top = top + 2.5 * PRG_TEXT_LEADING;               /* zones and years */
  double most = key - 3.6 * PRG_TEXT_LEADING - chart->axes.top; /* the total, its interval */
  double height = fmin(most, row_most * (double)chart->n_grade);
  chart->axes.bottom = chart->axes.top + height;
  chart->with_values = height / (double)chart->n_grade >= cell_least;
  canvas->failed = canvas->failed || title.failed || subtitle.failed || footer.failed;
  prg_buffer_free(&title);
  prg_buffer_free(&subtitle);
  prg_buffer_free(&footer);
}

/* ---- round the cells ---- */

static void add_centred(cohort_chart *chart, size_t c, double y, prg_face face, prg_ink ink,
                        const char *text) {
  const prg_canvas_text at = {.x = prg_axes_x(&chart->axes, (double)c + 0.5),
                              .y = y,
                              .align = PRG_CENTRE,
                              .face = face,
                              .ink = ink};
  prg_canvas_add_text(&chart->canvas, at, text, strlen(text));
}

static void add_row_label(cohort_chart *chart, double y, prg_face face, const char *text) {
  const prg_canvas_text at = {.x = chart->axes.left - label_gap,
                              .y = y,
                              .align = PRG_RIGHT,
                              .face = face,
                              .ink = face == PRG_FACE_BOLD ? PRG_INK : PRG_INK_QUIET};
  prg_canvas_add_text(&chart->canvas, at, text, strlen(text));
}

/* Every grade, or every fifth where there is no room. */
static void add_grades(cohort_chart *chart) {
  double height = (chart->axes.bottom - chart->axes.top) / (double)chart->n_grade;
  size_t step = height >= cell_least ? 1 : height * 5 >= cell_least ? 5 : 10;
  for (size_t g = 0; g < chart->n_grade; g++)
    if ((size_t)(chart->plan->unit->first + (int)g) % step == 0)
      add_row_label(chart, prg_axes_y(&chart->axes, (double)g + 0.5), PRG_FACE_TEXT,
                    prg_cohort_plan_label(chart->plan, g));
}

static void add_years(cohort_chart *chart) {
  prg_language language = chart->canvas.options->language;
  double y = chart->axes.top - 0.6 * PRG_TEXT_LEADING;
  for (size_t c = 0; c < chart->n_column; c++) {
    char text[PRG_PERIOD_BYTES];
    add_centred(chart, c, y, PRG_FACE_TEXT, PRG_INK_QUIET, period_text(chart, c, text));
  }
  static const prg_text zone[] = {PRG_TEXT_CHART_OUTCOME, PRG_TEXT_CHART_FORECAST};
  const size_t from[] = {0, chart->n_known};
  for (int k = 0; k < 2; k++) {
    const char *text = prg_text_get(zone[k], language);
    const prg_canvas_text at = {.x = prg_axes_x(&chart->axes, (double)from[k]) + (k == 0 ? 4 : 16),
                                .y = chart->axes.top - 1.7 * PRG_TEXT_LEADING,
                                .face = PRG_FACE_BOLD,
                                .ink = PRG_INK_QUIET};
    prg_canvas_add_text(&chart->canvas, at, text, strlen(text));
  }
}

static void add_count(cohort_chart *chart, size_t c, size_t r, double y, prg_face face) {
  char text[PRG_NUMBER_BYTES] = "..";
  double count = cohort_count(chart, c, r);
  if (!isnan(count))
    prg_number_people(text, count, 0, chart->canvas.options->language);
  add_centred(chart, c, y, face, PRG_INK, text);
}

/* ---- the total ---- */

/* As many of the years ahead as their intervals stand beside each other in, the last among them. */
static void add_intervals(cohort_chart *chart, double y) {
  prg_language language = chart->canvas.options->language;
  double taken = INFINITY, border = prg_axes_x(&chart->axes, (double)chart->n_known);
  for (size_t c = chart->n_column; c-- > chart->n_known;) {
    double lower, upper;
    prg_buffer text = {0};
    prg_forecast_interval(&chart->plan->forecast[chart->total], c - chart->n_known + 1, 0.80,
                          &lower, &upper);
    prg_buffer_add_people(&text, lower, 0, language);
    prg_buffer_add(&text, "–");
    prg_buffer_add_people(&text, upper, 0, language);
    double width = prg_text_width(prg_buffer_string(&text), PRG_TEXT_SIZE, false);
    double right = fmin(prg_axes_x(&chart->axes, (double)c + 0.5) + 0.5 * width, chart->axes.right);
    right = fmax(right, border + 8 + width);
    bool fits = right < taken - 16 && right <= chart->axes.right;
    if (fits) {
      const prg_canvas_text at = {.x = right, .y = y, .align = PRG_RIGHT, .ink = PRG_INK_QUIET};
      prg_canvas_add_text(&chart->canvas, at, prg_buffer_string(&text), text.length);
      taken = right - width;
    }
    chart->canvas.failed = chart->canvas.failed || text.failed;
    prg_buffer_free(&text);
  }
}

static void add_total(cohort_chart *chart) {
  double y = chart->axes.bottom + 0.9 * PRG_TEXT_LEADING;
  add_row_label(chart, y, PRG_FACE_BOLD,
                prg_text_get(PRG_TEXT_COHORT_TOTAL_ROW, chart->canvas.options->language));
  for (size_t c = 0; c < chart->n_column; c++)
    add_count(chart, c, chart->total, y, PRG_FACE_BOLD);
  y += PRG_TEXT_LEADING;
  add_row_label(chart, y, PRG_FACE_TEXT,
                prg_text_get(PRG_TEXT_CAPACITY_INTERVAL, chart->canvas.options->language));
  add_intervals(chart, y);
}

void cohort_places(cohort_chart *chart) {
  add_frame(chart);
  chart->axes.left = left_of_cells(chart);
  chart->axes.right = chart->canvas.width - PRG_EDGE;
  chart->axes.x_low = 0;
  chart->axes.x_high = (double)chart->n_column;
  chart->axes.y_low = (double)chart->n_grade;
  chart->axes.y_high = 0;
  chart->axes.cut_axis = true;
  add_grades(chart);
  add_years(chart);
  for (size_t c = 0; c < chart->n_column && chart->with_values; c++)
    for (size_t g = 0; g < chart->n_grade; g++)
      if (cohort_has_grade(chart, c, g))
        add_count(chart, c, g, prg_axes_y(&chart->axes, (double)g + 0.5), PRG_FACE_TEXT);
  add_total(chart);
}
