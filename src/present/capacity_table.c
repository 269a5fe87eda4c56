#include <prognos/capacity_table.h>

#include <math.h>
#include <stddef.h>

#include <prognos/utf8.h>

#include "present/canvas/gnuplot_text.h"
#include "present/capacity_figures.h"
#include "present/paragraph.h"

enum { WIDTH = 100 };

/* --- the columns that all formats share --- */

#define YEAR(member) offsetof(prg_capacity_year, member)

const figure capacity_figure[] = {
    {"demand", PRG_TEXT_CAPACITY_DEMAND, FIGURE_NUMBER, 0, YEAR(demand)},
    {"lower_80", PRG_TEXT_NONE, FIGURE_NUMBER, 0, YEAR(lower_80)},
    {"upper_80", PRG_TEXT_NONE, FIGURE_NUMBER, 0, YEAR(upper_80)},
    {"places", PRG_TEXT_CAPACITY_PLACES, FIGURE_NUMBER, 0, YEAR(room[PRG_ROOM_PLACES])},
    {"staff", PRG_TEXT_CAPACITY_STAFF, FIGURE_NUMBER, 0, YEAR(room[PRG_ROOM_STAFF])},
    {"use", PRG_TEXT_CAPACITY_USE, FIGURE_PER_CENT, 0, YEAR(use)},
    {"prob_over", PRG_TEXT_CAPACITY_OVER, FIGURE_PER_CENT, 0, YEAR(over)},
    {"prob_over_places", PRG_TEXT_NONE, FIGURE_PER_CENT, 0, YEAR(over_premises)},
    {"prob_over_staff", PRG_TEXT_NONE, FIGURE_PER_CENT, 0, YEAR(over_staff)},
    {"lack", PRG_TEXT_CAPACITY_LACK, FIGURE_NUMBER, 0, YEAR(lack)},
    {"surplus", PRG_TEXT_CAPACITY_SURPLUS, FIGURE_NUMBER, 0, YEAR(surplus)},
    {"groups", PRG_TEXT_CAPACITY_GROUPS, FIGURE_NUMBER, 0, YEAR(groups)},
    {"groups_upper_80", PRG_TEXT_CAPACITY_GROUPS_UPPER, FIGURE_NUMBER, 0, YEAR(groups_upper)},
    {"rooms", PRG_TEXT_CAPACITY_ROOMS, FIGURE_NUMBER, 0, YEAR(room[PRG_ROOM_ROOMS])},
    {"area", PRG_TEXT_NONE, FIGURE_NUMBER, 1, YEAR(room[PRG_ROOM_AREA])},
    {"area_per_person", PRG_TEXT_CAPACITY_AREA, FIGURE_NUMBER, 1, YEAR(area_per_person)},
};

#define COLUMNS (sizeof capacity_figure / sizeof capacity_figure[0])
const size_t capacity_figures = COLUMNS;

/* Of the table for people, beside those: after the first, and at the end. */
enum { INTERVAL = COLUMNS, VERDICT, SHOWN };

/* --- for people --- */

static bool has_figures(const figure *column, const prg_capacity *unit) {
  bool any = !isnan(figure_value(column, &unit->now));
  for (size_t h = 0; h < unit->horizon; h++)
    any = any || !isnan(figure_value(column, &unit->year[h]));
  return any;
}

/* The last column is there only if probabilities are. */
static bool has_verdict(const prg_capacity *unit) {
  static const figure probability = {.offset = YEAR(over)};
  return has_figures(&probability, unit);
}

static void add_row(prg_text_table *table, const prg_capacity_year *year, const bool *shown,
                    const prg_capacity_words *words) {
  prg_text_table_period(table, year->period, words->language);
  for (size_t c = 0; c < COLUMNS; c++) {
    if (!shown[c])
      continue;
    figure_cell(&capacity_figure[c], figure_value(&capacity_figure[c], year), words->language,
                table);
    if (c == 0 && shown[INTERVAL])
      prg_text_table_interval(table, year->lower_80, year->upper_80, 0, words->language);
  }
  if (shown[VERDICT])
    prg_text_table_add(table, prg_text_get(prg_capacity_verdict(year->over), words->language));
}

void prg_capacity_fill(const prg_capacity *unit, const prg_capacity_words *words,
                       prg_text_table *table) {
  bool shown[SHOWN];
  shown[INTERVAL] = shown[VERDICT] = has_verdict(unit);
  size_t n = 1 + 2 * (size_t)shown[VERDICT]; /* the period is always there */
  for (size_t c = 0; c < COLUMNS; c++) {
    shown[c] =
        capacity_figure[c].heading != PRG_TEXT_NONE && has_figures(&capacity_figure[c], unit);
    n += shown[c];
  }
  prg_text_table_init(table, n);
  table->right[n - 1] = !shown[VERDICT];
  prg_text_table_add(table, prg_text_get(PRG_TEXT_REPORT_PERIOD, words->language));
  for (size_t c = 0; c < COLUMNS; c++) {
    if (shown[c])
      prg_text_table_add(table, prg_text_get(capacity_figure[c].heading, words->language));
    if (c == 0 && shown[INTERVAL])
      prg_text_table_add(table, prg_text_get(PRG_TEXT_CAPACITY_INTERVAL, words->language));
  }
  if (shown[VERDICT])
    prg_text_table_add(table, prg_text_get(PRG_TEXT_CAPACITY_VERDICT, words->language));
  add_row(table, &unit->now, shown, words);
  for (size_t h = 0; h < unit->horizon; h++)
    add_row(table, &unit->year[h], shown, words);
}

static void write_table(const prg_capacity *unit, const prg_capacity_words *words,
                        prg_buffer *out) {
  prg_text_table table;
  prg_capacity_fill(unit, words, &table);
  prg_text_table_write(&table, out);
  prg_text_table_free(&table);
}

static void add_sentence(const prg_message *sentence, const prg_capacity_words *words,
                         prg_buffer *out) {
  prg_buffer text = {0}, capital = {0};
  prg_message_write(sentence, words->language, &text);
  prg_utf8_add_capital(&capital, prg_buffer_string(&text));
  paragraph_add(out, prg_buffer_string(&capital), WIDTH, 0);
  out->failed = out->failed || text.failed || capital.failed;
  prg_buffer_free(&text);
  prg_buffer_free(&capital);
}

/* "Första året med för få platser: 2023 26 %, 2024 58 %; aldrig till 2027 5 %." */
static void tell_first(const prg_capacity *unit, const prg_capacity_words *words,
                       prg_notes *notes) {
  prg_buffer list = {0};
  double never = 1;
  char period[PRG_PERIOD_BYTES];
  for (size_t h = 0; unit->first != NULL && h < unit->horizon; h++) {
    never -= unit->first[h];
    if (unit->first[h] < .005)
      continue;
    prg_buffer_add(&list, list.length > 0 ? ", " : "");
    prg_buffer_add(&list, prg_period_print_people(unit->year[h].period, words->language, period));
    prg_buffer_add_char(&list, ' ');
    prg_buffer_add_per_cent(&list, unit->first[h], 0, words->language);
  }
  if (list.length > 0 && !isnan(unit->year[0].places)) {
    prg_period last = unit->year[unit->horizon - 1].period;
    prg_notes_add(notes, PRG_TEXT_CAPACITY_FIRST,
                  PRG_ARGS(prg_string(prg_buffer_string(&list)),
                           prg_string(prg_period_print_people(last, words->language, period)),
                           prg_number(100 * fmax(never, 0), 0)));
  }
  prg_buffer_free(&list);
}

void prg_capacity_sentences(const prg_capacity *unit, const prg_capacity_words *words,
                            prg_notes *notes) {
  prg_message sentence;
  prg_capacity_sentence(unit, words->moment, &sentence);
  prg_notes_add(notes, sentence.text, sentence.argument);
  if (!isnan(unit->now.use)) {
    prg_capacity_use_sentence(unit, words->moment, &sentence);
    prg_notes_add(notes, sentence.text, sentence.argument);
  }
  tell_first(unit, words, notes);
}

static void write_unit(const prg_capacity *unit, const prg_capacity_words *words, prg_buffer *out) {
  prg_notes notes = {0};
  prg_add_one_line(out, unit->unit);
  prg_buffer_add_char(out, '\n');
  prg_capacity_sentences(unit, words, &notes);
  for (size_t i = 0; i < notes.n; i++)
    add_sentence(&notes.note[i], words, out);
  prg_buffer_add_char(out, '\n');
  write_table(unit, words, out);
}

static void write_total(const prg_capacity *unit, size_t n, const prg_capacity_words *words,
                        prg_buffer *out) {
  prg_capacity_year year[PRG_HORIZON_MAX];
  prg_capacity total = {.year = year, .horizon = unit[0].horizon};
  total.now = prg_capacity_total(unit, n, 0);
  for (size_t h = 1; h <= total.horizon; h++)
    year[h - 1] = prg_capacity_total(unit, n, h);
  prg_buffer_printf(out, "\n%s\n\n", prg_text_get(PRG_TEXT_CAPACITY_TOGETHER, words->language));
  write_table(&total, words, out);
}

void prg_capacity_write(const prg_capacity *unit, size_t n, const prg_capacity_words *words,
                        prg_buffer *out) {
  bool alike = true;
  for (size_t i = 0; i < n; i++) {
    if (i > 0)
      prg_buffer_add_char(out, '\n');
    write_unit(&unit[i], words, out);
    alike = alike && prg_period_compare(unit[i].now.period, unit[0].now.period) == 0;
  }
  if (n > 1 && alike)
    write_total(unit, n, words, out);
}

/* --- for programs --- */

static void csv_row(prg_csv_writer *csv, const prg_capacity *unit, const prg_capacity_year *year,
                    double first) {
  char period[PRG_PERIOD_BYTES];
  prg_csv_text(csv, unit->unit);
  prg_csv_text(csv, prg_period_print(year->period, period));
  prg_csv_text(csv, year == &unit->now ? "actual" : "forecast");
  figures_csv(capacity_figure, COLUMNS, year, csv);
  prg_csv_significant(csv, first, FIGURE_DIGITS);
  prg_csv_end_row(csv);
}

void prg_capacity_csv(const prg_capacity *unit, size_t n, prg_csv_style style, prg_buffer *out) {
  prg_csv_writer csv;
  prg_csv_begin(&csv, out, style);
  prg_csv_text(&csv, "series");
  prg_csv_text(&csv, "period");
  prg_csv_text(&csv, "kind");
  figures_csv_names(capacity_figure, COLUMNS, &csv);
  prg_csv_text(&csv, "prob_first_over");
  prg_csv_end_row(&csv);
  for (size_t i = 0; i < n; i++) {
    csv_row(&csv, &unit[i], &unit[i].now, NAN);
    for (size_t h = 0; h < unit[i].horizon; h++)
      csv_row(&csv, &unit[i], &unit[i].year[h], unit[i].first == NULL ? NAN : unit[i].first[h]);
  }
}

static void json_year(prg_json *json, const prg_capacity_year *year, double first) {
  char period[PRG_PERIOD_BYTES];
  prg_json_object(json, PRG_JSON_FLAT);
  prg_json_key(json, "period");
  prg_json_string(json, prg_period_print(year->period, period));
  figures_json(capacity_figure, COLUMNS, year, json);
  prg_json_key(json, "prob_first_over");
  prg_json_rounded(json, first, FIGURE_DIGITS);
  prg_json_close(json);
}

void prg_capacity_json(const prg_capacity *unit, size_t n, const prg_capacity_words *words,
                       prg_buffer *out) {
  prg_json json;
  prg_json_init(&json, out);
  prg_json_array(&json, PRG_JSON_LINES);
  for (size_t i = 0; i < n; i++) {
    prg_buffer text = {0};
    prg_message sentence;
    prg_capacity_sentence(&unit[i], words->moment, &sentence);
    prg_message_write(&sentence, words->language, &text);
    prg_json_object(&json, PRG_JSON_LINES);
    prg_json_key(&json, "series");
    prg_json_string(&json, unit[i].unit);
    prg_json_key(&json, "sentence");
    prg_json_string(&json, prg_buffer_string(&text));
    prg_json_key(&json, "now");
    json_year(&json, &unit[i].now, NAN);
    prg_json_key(&json, "years");
    prg_json_array(&json, PRG_JSON_LINES);
    for (size_t h = 0; h < unit[i].horizon; h++)
      json_year(&json, &unit[i].year[h], unit[i].first == NULL ? NAN : unit[i].first[h]);
    prg_json_close(&json);
    prg_json_close(&json);
    prg_buffer_free(&text);
  }
  prg_json_close(&json);
  prg_buffer_add_char(out, '\n');
}
