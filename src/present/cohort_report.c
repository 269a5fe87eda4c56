#include <prognos/cohort_report.h>

#include <math.h>

#include <prognos/number.h>
#include <prognos/text_table.h>

#include "present/canvas/gnuplot_text.h"
#include "present/chart/outline.h"
#include "present/paragraph.h"

#define YEARS_ABREAST 8
#define ROWS_MAX 160

static void add_words(prg_text_table *table, prg_text text, prg_language language) {
  prg_text_table_add(table, prg_text_get(text, language));
}

static void add_figure(prg_text_table *table, double value, int decimals, prg_language language) {
  if (isnan(value))
    prg_text_table_add(table, "..");
  else
    prg_text_table_number(table, value, decimals, language);
}

/* A blank label, the last year with figures, and the years first … last ahead. */
static void add_heading(prg_text_table *table, const prg_cohort_plan *plan, size_t first,
                        size_t last, prg_language language) {
  prg_period origin = plan->forecast[0].origin;
  add_words(table, plan->unit->kind == PRG_GRADE_AGE ? PRG_TEXT_COHORT_AGE : PRG_TEXT_COHORT_GRADE,
            language);
  prg_text_table_period(table, origin, language);
  for (size_t h = first; h <= last; h++)
    prg_text_table_period(table, prg_period_add(origin, (int)h), language);
}

static void add_row(prg_text_table *table, const prg_cohort_plan *plan, size_t r, size_t first,
                    size_t last, prg_language language) {
  const prg_series *series = &plan->panel.series[r];
  double count[ROWS_MAX];
  prg_text_table_add(table, prg_cohort_plan_label(plan, r));
  add_figure(table, series->value[series->n - 1], 0, language);
  for (size_t h = first; h <= last; h++) {
    prg_cohort_plan_whole(plan, h, count);
    add_figure(table, count[r], 0, language);
  }
}

/* "  8 av 10", and the row's interval in every year. */
static void add_intervals(prg_text_table *table, const prg_cohort_plan *plan, size_t r,
                          size_t first, size_t last, const prg_report_options *options) {
  prg_buffer text;
  prg_buffer_init(&text);
  prg_buffer_add(&text, "  ");
  prg_add_odds(&text, options->level[0], options->language);
  prg_text_table_add(table, prg_buffer_string(&text));
  prg_text_table_add(table, "");
  table->text.failed = table->text.failed || text.failed;
  prg_buffer_free(&text);
  for (size_t h = first; h <= last; h++) {
    double lower, upper;
    prg_forecast_interval(&plan->forecast[r], h, options->level[0], &lower, &upper);
    prg_text_table_interval(table, lower, upper, 0, options->language);
  }
}

static void add_years(const prg_cohort_plan *plan, size_t first, size_t last,
                      const prg_report_options *options, prg_buffer *out) {
  prg_text_table table;
  prg_text_table_init(&table, 2 + last - first + 1);
  add_heading(&table, plan, first, last, options->language);
  for (size_t r = 0; r < plan->panel.n; r++) {
    add_row(&table, plan, r, first, last, options->language);
    if (plan->kind[r] != PRG_COHORT_GRADE && options->n_level > 0)
      add_intervals(&table, plan, r, first, last, options);
  }
  prg_text_table_write(&table, out);
  prg_text_table_free(&table);
}

static void add_ratios(const prg_cohort_plan *plan, prg_language language, prg_buffer *out) {
  prg_text_table table;
  prg_text_table_init(&table, 5);
  add_words(&table, PRG_TEXT_COHORT_INTO, language);
  add_words(&table, PRG_TEXT_COHORT_OWN, language);
  add_words(&table, PRG_TEXT_COHORT_REFERENCE, language);
  add_words(&table, PRG_TEXT_COHORT_WEIGHT, language);
  add_words(&table, PRG_TEXT_COHORT_USED, language);
  for (size_t g = 1; g < plan->unit->table.n_grade; g++) {
    const prg_cohort_ratio *ratio = prg_cohort_ratio_into(plan->cohort, g);
    char label[PRG_GRADE_BYTES];
    prg_text_table_add(&table, prg_grade_print(prg_cohort_unit_grade(plan->unit, g), label));
    add_figure(&table, ratio->own, 3, language);
    add_figure(&table, ratio->reference, 3, language);
    add_figure(&table, ratio->weight, 2, language);
    add_figure(&table, ratio->used, 3, language);
  }
  prg_text_table_write(&table, out);
  prg_text_table_free(&table);
}

static void add_notes(const prg_notes *notes, const prg_report_options *options, prg_buffer *out) {
  for (size_t i = 0; i < notes->n; i++) {
    prg_buffer text;
    prg_buffer_init(&text);
    prg_message_write(&notes->note[i], options->language, &text);
    paragraph_add(out, prg_buffer_string(&text), options->width, 0);
    out->failed = out->failed || text.failed;
    prg_buffer_free(&text);
  }
}

void prg_report_cohort(const prg_cohort_plan *plan, const prg_report_options *options,
                       prg_buffer *out) {
  if (plan->unit->name[0] != '\0') {
    prg_add_one_line(out, plan->unit->name);
    prg_buffer_add(out, " · ");
  }
  prg_buffer_add(out, prg_text_get(PRG_TEXT_COHORT_TITLE, options->language));
  prg_buffer_add(out, "\n\n");
  for (size_t first = 1; first <= plan->horizon; first += YEARS_ABREAST) {
    size_t last = first + YEARS_ABREAST - 1;
    add_years(plan, first, last < plan->horizon ? last : plan->horizon, options, out);
    prg_buffer_add_char(out, '\n');
  }
  add_ratios(plan, options->language, out);
  prg_buffer_add_char(out, '\n');
  add_notes(&plan->forecast[plan->panel.n - 1].notes, options, out);
}

static void add_json_ratio(prg_json *json, const prg_cohort_plan *plan, size_t g) {
  const prg_cohort_ratio *ratio = prg_cohort_ratio_into(plan->cohort, g);
  const struct {
    const char *key;
    double value;
  } member[] = {
      {"own", ratio->own},   {"reference", ratio->reference},   {"weight", ratio->weight},
      {"used", ratio->used}, {"dispersion", ratio->dispersion}, {"years", (double)ratio->years}};
  char label[PRG_GRADE_BYTES];
  prg_json_object(json, PRG_JSON_FLAT);
  prg_json_key(json, "grade");
  prg_json_string(json, prg_grade_print(prg_cohort_unit_grade(plan->unit, g), label));
  for (size_t k = 0; k < sizeof member / sizeof member[0]; k++) {
    prg_json_key(json, member[k].key);
    prg_json_rounded(json, member[k].value, 10);
  }
  prg_json_close(json);
}

void prg_json_cohort(prg_json *json, const prg_cohort_plan *plan, const double *level,
                     size_t n_level, prg_language language) {
  prg_json_object(json, PRG_JSON_LINES);
  prg_json_key(json, "unit");
  prg_json_string(json, plan->unit->name);
  prg_json_key(json, "level_weight");
  prg_json_rounded(json, prg_cohort_level_weight(plan->cohort), 10);
  prg_json_key(json, "ratios");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t g = 1; g < plan->unit->table.n_grade; g++)
    add_json_ratio(json, plan, g);
  prg_json_close(json);
  prg_json_key(json, "rows");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t r = 0; r < plan->panel.n; r++)
    prg_json_forecast(json, &plan->forecast[r], level, n_level, language);
  prg_json_close(json);
  prg_json_close(json);
}
