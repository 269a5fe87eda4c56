/* What the heat map of cohorts says in words. */
#include "present/chart/chart_cohort.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"
#include "present/chart/outline.h"

static bool is_age(const cohort_chart *chart) {
  return chart->plan->unit->kind == PRG_GRADE_AGE;
}

/* Where a new stage begins, of school or of life. */
static bool begins_stage(const cohort_chart *chart, int number) {
  static const int grade[] = {1, 4, 7, 10}, age[] = {1, 6, 13, 16, 19, 65, 80};
  const int *stage = is_age(chart) ? age : grade;
  size_t n = is_age(chart) ? sizeof age / sizeof *age : sizeof grade / sizeof *grade;
  for (size_t k = 0; k < n; k++)
    if (stage[k] == number)
      return true;
  return false;
}

/* When the largest cohort begins its next stage, else when it is in the last grade shown. */
static void add_headline(const cohort_chart *chart, prg_buffer *out) {
  static const prg_text words[2][2] = {
      {PRG_TEXT_COHORT_CHART_TITLE_LEAVES, PRG_TEXT_COHORT_CHART_TITLE},
      {PRG_TEXT_COHORT_CHART_TITLE_LEAVES_AGE, PRG_TEXT_COHORT_CHART_TITLE_AGE}};
  size_t row = chart->largest, last_row = row, last = chart->n_known - 1;
  bool begins = false;
  for (size_t c = chart->n_known; c < chart->n_column && !begins; c++) {
    if (!cohort_largest_row(chart, c, &row))
      break;
    last_row = row;
    last = c;
    begins = begins_stage(chart, chart->plan->unit->first + (int)row);
  }
  bool leaves = last_row + 1 == chart->n_grade;
  prg_text text = words[is_age(chart)][begins || !leaves];
  prg_add_message(out, text,
                  PRG_ARGS(prg_integer(chart->plan->unit->first + (long long)last_row),
                           prg_integer(prg_period_year(cohort_column_period(chart, last)))),
                  chart->canvas.options->language);
}

void cohort_title(const cohort_chart *chart, prg_buffer *out) {
  prg_buffer text = {0};
  if (word_is_given(chart->canvas.options->title))
    prg_buffer_add(&text, chart->canvas.options->title);
  else
    add_headline(chart, &text);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

/* "2014/15–2023/24" */
static prg_argument span(const cohort_chart *chart, size_t from, size_t to) {
  prg_language language = chart->canvas.options->language;
  char text[PRG_PERIOD_BYTES];
  prg_buffer out = {0};
  prg_buffer_add(&out, prg_period_print_people(cohort_column_period(chart, from), language, text));
  if (to > from) {
    prg_buffer_add(&out, "–");
    prg_buffer_add(&out, prg_period_print_people(cohort_column_period(chart, to), language, text));
  }
  prg_argument argument = prg_string(prg_buffer_string(&out));
  prg_buffer_free(&out);
  return argument;
}

void cohort_subtitle(const cohort_chart *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->canvas.options;
  if (word_is_given(options->subtitle)) {
    prg_add_one_line(out, options->subtitle);
    return;
  }
  if (chart->plan->unit->name[0] != '\0') {
    prg_add_one_line(out, chart->plan->unit->name);
    prg_buffer_add(out, " · ");
  }
  prg_add_message(
      out, is_age(chart) ? PRG_TEXT_COHORT_CHART_SUBTITLE_AGE : PRG_TEXT_COHORT_CHART_SUBTITLE,
      PRG_ARGS(span(chart, 0, chart->n_known - 1),
               span(chart, chart->n_known, chart->n_column - 1)),
      options->language);
}

/* ---- alternative text ---- */

/* "Åk 5 2023/24 112, Åk 6 2024/25 113" */
static void add_cohort(const cohort_chart *chart, prg_buffer *out) {
  prg_language language = chart->canvas.options->language;
  prg_buffer text = {0};
  for (size_t c = 0, row; c < chart->n_column; c++) {
    char period[PRG_PERIOD_BYTES];
    if (!cohort_largest_row(chart, c, &row) || isnan(cohort_count(chart, c, row)))
      continue;
    prg_buffer_add(&text, text.length > 0 ? ", " : "");
    prg_buffer_printf(&text, "%s %s ", prg_cohort_plan_label(chart->plan, row),
                      prg_period_print_people(cohort_column_period(chart, c), language, period));
    prg_buffer_add_people(&text, cohort_count(chart, c, row), 0, language);
  }
  prg_buffer_add_char(out, ' ');
  prg_buffer_add(out, prg_text_get(PRG_TEXT_COHORT_CHART_ALT_COHORT, language));
  prg_buffer_add(out, prg_buffer_string(&text));
  prg_buffer_add_char(out, '.');
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

static void add_total(const cohort_chart *chart, prg_buffer *out) {
  prg_language language = chart->canvas.options->language;
  size_t last = chart->n_column - 1, h = chart->n_column - chart->n_known;
  double known = cohort_count(chart, chart->n_known - 1, chart->total), lower, upper;
  if (isnan(known))
    return;
  prg_forecast_interval(&chart->plan->forecast[chart->total], h, 0.80, &lower, &upper);
  prg_buffer_add_char(out, ' ');
  prg_add_message(out, PRG_TEXT_COHORT_CHART_ALT_TOTAL,
                  PRG_ARGS(span(chart, chart->n_known - 1, chart->n_known - 1),
                           prg_number(known, 0), span(chart, last, last),
                           prg_number(cohort_count(chart, last, chart->total), 0),
                           prg_number(lower, 0), prg_number(upper, 0)),
                  language);
}

void cohort_describe(const cohort_chart *chart, prg_buffer *out) {
  prg_language language = chart->canvas.options->language;
  prg_buffer text = {0};
  prg_buffer_add(
      &text, prg_text_get(is_age(chart) ? PRG_TEXT_COHORT_CHART_ALT_AGE : PRG_TEXT_COHORT_CHART_ALT,
                          language));
  add_cohort(chart, &text);
  add_total(chart, &text);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}
