#include <prognos/share_table.h>

#include <math.h>

#include <prognos/json.h>
#include <prognos/number.h>
#include <prognos/text_table.h>

#include "present/canvas/gnuplot_text.h"
#include "present/paragraph.h"

enum { WIDTH = 100, DIGITS = 10 };

/* --- the columns that both formats share --- */

typedef double column_value(const prg_share_year *year);

#define FIELD(name, member)                                                                        \
  static double name(const prg_share_year *year) {                                                 \
    return year->member;                                                                           \
  }

FIELD(population, population[PRG_VARIANT_MIDDLE])
FIELD(population_low, population[PRG_VARIANT_LOW])
FIELD(population_high, population[PRG_VARIANT_HIGH])
FIELD(share_of, share)
FIELD(pupils, pupils[PRG_VARIANT_MIDDLE])
FIELD(pupils_low, pupils[PRG_VARIANT_LOW])
FIELD(pupils_high, pupils[PRG_VARIANT_HIGH])
FIELD(share_effect, share_effect)
FIELD(population_effect, population_effect)
FIELD(direct, rival[PRG_SHARE_DIRECT])
FIELD(line, rival[PRG_SHARE_LINE])

typedef enum column_form { PERSONS, TENTHS, PER_CENT } column_form;

/* A column for people has a heading; all of them have a name for programs. */
typedef struct column {
  const char *name;
  prg_text heading;
  column_form form;
  column_value *value;
} column;

static const column columns[] = {
    {"population", PRG_TEXT_SHARE_POPULATION, PERSONS, population},
    {"population_low", PRG_TEXT_NONE, PERSONS, population_low},
    {"population_high", PRG_TEXT_NONE, PERSONS, population_high},
    {"share", PRG_TEXT_SHARE_SHARE, PER_CENT, share_of},
    {"pupils", PRG_TEXT_SHARE_PUPILS, TENTHS, pupils},
    {"pupils_low", PRG_TEXT_SHARE_LOW, TENTHS, pupils_low},
    {"pupils_high", PRG_TEXT_SHARE_HIGH, TENTHS, pupils_high},
    {"share_effect", PRG_TEXT_SHARE_BY_SHARE, TENTHS, share_effect},
    {"population_effect", PRG_TEXT_SHARE_BY_POPULATION, TENTHS, population_effect},
    {"direct", PRG_TEXT_SHARE_DIRECT, TENTHS, direct},
    {"line", PRG_TEXT_SHARE_LINE, TENTHS, line},
};

enum { COLUMNS = sizeof columns / sizeof columns[0], AFTER_PUPILS = 4 };

/* --- for people --- */

/* Variants that are all the same, and other forecasts that are not there, have no column. */
static bool is_shown(const column *c, const prg_share *share) {
  bool variant = c->value == pupils_low || c->value == pupils_high, any = false;
  for (size_t h = 0; h < share->horizon; h++) {
    double value = c->value(&share->year[h]);
    any = any || (variant ? value != pupils(&share->year[h]) : !isnan(value));
  }
  return any && c->heading != PRG_TEXT_NONE;
}

static void add_cell(prg_text_table *table, const column *c, double value, prg_language language) {
  static const int decimals[] = {[PERSONS] = 0, [TENTHS] = 1, [PER_CENT] = 2};
  prg_buffer text = {0};
  if (!isnan(value))
    prg_buffer_add_people(&text, c->form == PER_CENT ? 100 * value : value, decimals[c->form],
                          language);
  prg_buffer_add(&text, !isnan(value) && c->form == PER_CENT ? " %" : "");
  prg_text_table_add(table, prg_buffer_string(&text));
  table->text.failed = table->text.failed || text.failed;
  prg_buffer_free(&text);
}

/* The period h ahead; 0 is the last year with a figure, which has no interval. */
static void add_interval(prg_text_table *table, const prg_share *share, size_t h,
                         prg_language language) {
  prg_buffer text = {0};
  if (h > 0) {
    double lower, upper;
    prg_forecast_interval(&share->forecast, h, .8, &lower, &upper);
    prg_buffer_add_people(&text, lower, 0, language);
    prg_buffer_add(&text, "–");
    prg_buffer_add_people(&text, upper, 0, language);
  }
  prg_text_table_add(table, prg_buffer_string(&text));
  table->text.failed = table->text.failed || text.failed;
  prg_buffer_free(&text);
}

static void add_row(prg_text_table *table, const prg_share *share, size_t h, const bool *shown,
                    prg_language language) {
  const prg_share_year *year = h == 0 ? &share->now : &share->year[h - 1];
  char period[PRG_PERIOD_BYTES];
  prg_text_table_add(table, prg_period_print_people(year->period, language, period));
  for (size_t c = 0; c < COLUMNS; c++) {
    bool is_now = h == 0 && c > AFTER_PUPILS; /* nothing has changed, and there are no variants */
    if (shown[c])
      add_cell(table, &columns[c], is_now ? NAN : columns[c].value(year), language);
    if (c == AFTER_PUPILS)
      add_interval(table, share, h, language);
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
  double lower = NAN, upper = NAN;
  if (h > 0)
    prg_forecast_interval(&share->forecast, h, .8, &lower, &upper);
  prg_json_object(json, PRG_JSON_FLAT);
  prg_json_key(json, "period");
  prg_json_string(json, prg_period_print(year->period, period));
  for (size_t c = 0; c < COLUMNS; c++) {
    prg_json_key(json, columns[c].name);
    prg_json_rounded(json, columns[c].value(year), DIGITS);
  }
  prg_json_key(json, "lower_80");
  prg_json_rounded(json, lower, DIGITS);
  prg_json_key(json, "upper_80");
  prg_json_rounded(json, upper, DIGITS);
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
