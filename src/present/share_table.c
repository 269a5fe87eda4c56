#include <prognos/share_table.h>

#include <math.h>
#include <stddef.h>

#include "present/canvas/gnuplot_text.h"
#include "present/figure.h"
#include "present/paragraph.h"

enum { WIDTH = 100 };

/* --- the columns that both formats share --- */

#define YEAR(member) offsetof(prg_share_year, member)
#define POPULATION(variant) YEAR(population[PRG_VARIANT_##variant])
#define PUPILS(variant) YEAR(pupils[PRG_VARIANT_##variant])

static const figure columns[] = {
    {"population", PRG_TEXT_SHARE_POPULATION, FIGURE_NUMBER, 0, POPULATION(MIDDLE)},
    {"population_low", PRG_TEXT_NONE, FIGURE_NUMBER, 0, POPULATION(LOW)},
    {"population_high", PRG_TEXT_NONE, FIGURE_NUMBER, 0, POPULATION(HIGH)},
    {"share", PRG_TEXT_SHARE_SHARE, FIGURE_PER_CENT, 2, YEAR(share)},
    {"pupils", PRG_TEXT_SHARE_PUPILS, FIGURE_NUMBER, 1, PUPILS(MIDDLE)},
    {"pupils_low", PRG_TEXT_SHARE_LOW, FIGURE_NUMBER, 1, PUPILS(LOW)},
    {"pupils_high", PRG_TEXT_SHARE_HIGH, FIGURE_NUMBER, 1, PUPILS(HIGH)},
    {"share_effect", PRG_TEXT_SHARE_BY_SHARE, FIGURE_NUMBER, 1, YEAR(share_effect)},
    {"population_effect", PRG_TEXT_SHARE_BY_POPULATION, FIGURE_NUMBER, 1, YEAR(population_effect)},
    {"direct", PRG_TEXT_SHARE_DIRECT, FIGURE_NUMBER, 1, YEAR(rival[PRG_SHARE_DIRECT])},
    {"line", PRG_TEXT_SHARE_LINE, FIGURE_NUMBER, 1, YEAR(rival[PRG_SHARE_LINE])},
};

enum { COLUMNS = sizeof columns / sizeof columns[0], AFTER_PUPILS = 4 };

/* --- for people --- */

/* Variants that are all the same, and other forecasts that are not there, have no column. */
static bool is_shown(const figure *column, const prg_share *share) {
  bool variant = column->offset == PUPILS(LOW) || column->offset == PUPILS(HIGH), any = false;
  for (size_t h = 0; h < share->horizon; h++) {
    double value = figure_value(column, &share->year[h]);
    any = any || (variant ? value != share->year[h].pupils[PRG_VARIANT_MIDDLE] : !isnan(value));
  }
  return any && column->heading != PRG_TEXT_NONE;
}

/* h periods ahead; 0 is the last year with a figure, which has no interval. */
static void find_interval(const prg_share *share, size_t h, double *lower, double *upper) {
  *lower = *upper = NAN;
  if (h > 0)
    prg_forecast_interval(&share->forecast, h, .8, lower, upper);
}

static void add_row(prg_text_table *table, const prg_share *share, size_t h, const bool *shown,
                    prg_language language) {
  const prg_share_year *year = h == 0 ? &share->now : &share->year[h - 1];
  double lower, upper;
  find_interval(share, h, &lower, &upper);
  prg_text_table_period(table, year->period, language);
  for (size_t c = 0; c < COLUMNS; c++) {
    bool is_now = h == 0 && c > AFTER_PUPILS; /* nothing has changed, and there are no variants */
    if (shown[c])
      figure_cell(&columns[c], is_now ? NAN : figure_value(&columns[c], year), language, table);
    if (c == AFTER_PUPILS)
      prg_text_table_interval(table, lower, upper, 0, language);
  }
}

static void write_table(const prg_share *share, prg_language language, prg_buffer *out) {
  bool shown[COLUMNS];
  size_t n = 2; /* the period and the interval */
  for (size_t c = 0; c < COLUMNS; c++)
    n += shown[c] = is_shown(&columns[c], share);
  prg_text_table table;
  prg_text_table_init(&table, n);
  prg_text_table_add(&table, prg_text_get(PRG_TEXT_REPORT_PERIOD, language));
  for (size_t c = 0; c < COLUMNS; c++) {
    if (shown[c])
      prg_text_table_add(&table, prg_text_get(columns[c].heading, language));
    if (c == AFTER_PUPILS)
      prg_text_table_add(&table, prg_text_get(PRG_TEXT_SHARE_INTERVAL, language));
  }
  for (size_t h = 0; h <= share->horizon; h++)
    add_row(&table, share, h, shown, language);
  prg_text_table_write(&table, out);
  prg_text_table_free(&table);
}

static void add_note(const prg_message *note, prg_language language, prg_buffer *out) {
  prg_buffer text = {0};
  prg_message_write(note, language, &text);
  paragraph_add(out, prg_buffer_string(&text), WIDTH, 0);
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

void prg_share_write(const prg_share *share, prg_language language, prg_buffer *out) {
  prg_add_one_line(out, share->forecast.series->name);
  prg_buffer_add(out, "\n\n");
  write_table(share, language, out);
  prg_buffer_add_char(out, '\n');
  for (size_t i = 0; i < share->forecast.notes.n; i++)
    add_note(&share->forecast.notes.note[i], language, out);
}

/* --- for programs --- */

static void json_year(prg_json *json, const prg_share *share, size_t h) {
  const prg_share_year *year = h == 0 ? &share->now : &share->year[h - 1];
  char period[PRG_PERIOD_BYTES];
  double lower, upper;
  find_interval(share, h, &lower, &upper);
  prg_json_object(json, PRG_JSON_FLAT);
  prg_json_key(json, "period");
  prg_json_string(json, prg_period_print(year->period, period));
  figures_json(columns, COLUMNS, year, json);
  prg_json_key(json, "lower_80");
  prg_json_rounded(json, lower, FIGURE_DIGITS);
  prg_json_key(json, "upper_80");
  prg_json_rounded(json, upper, FIGURE_DIGITS);
  prg_json_close(json);
}

static void json_notes(prg_json *json, const prg_notes *notes, prg_language language) {
  prg_json_key(json, "notes");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t i = 0; i < notes->n; i++) {
    prg_buffer text = {0};
    prg_message_write(&notes->note[i], language, &text);
    prg_json_string(json, prg_buffer_string(&text));
    prg_buffer_free(&text);
  }
  prg_json_close(json);
}

void prg_share_json(const prg_share *share, size_t n, prg_language language, prg_buffer *out) {
  prg_json json;
  prg_json_init(&json, out);
  prg_json_array(&json, PRG_JSON_LINES);
  for (size_t i = 0; i < n; i++) {
    prg_json_object(&json, PRG_JSON_LINES);
    prg_json_key(&json, "series");
    prg_json_string(&json, share[i].forecast.series->name);
    prg_json_key(&json, "model");
    prg_json_string(&json, share[i].forecast.model);
    prg_json_key(&json, "now");
    json_year(&json, &share[i], 0);
    prg_json_key(&json, "years");
    prg_json_array(&json, PRG_JSON_LINES);
    for (size_t h = 1; h <= share[i].horizon; h++)
      json_year(&json, &share[i], h);
    prg_json_close(&json);
    json_notes(&json, &share[i].forecast.notes, language);
    prg_json_close(&json);
  }
  prg_json_close(&json);
  prg_buffer_add_char(out, '\n');
}
