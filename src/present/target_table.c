#include <prognos/target_table.h>

#include <math.h>
#include <string.h>

#include <prognos/csv_write.h>
#include <prognos/json.h>
#include <prognos/number.h>
#include <prognos/period.h>
#include <prognos/text_table.h>
#include <prognos/utf8.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"
#include "present/paragraph.h"

enum { WIDTH = 100, INDENT = 2, DIGITS = 10 };

static const char *const format_names[PRG_TARGET_FORMATS] = {"table", "markdown", "excel", "csv",
                                                             "json"};

const char *prg_target_format_name(prg_target_format format) {
  return format_names[format];
}

bool prg_target_format_from_name(const char *name, prg_target_format *format) {
  size_t place = word_place(format_names, PRG_TARGET_FORMATS, name);
  if (place == PRG_TARGET_FORMATS)
    return false;
  *format = (prg_target_format)place;
  return true;
}

/* ---- the cells that all formats share ---- */

/* Appends the text with a capital first and a full stop last. */
static void add_sentence(prg_buffer *out, const char *text) {
  size_t n = strlen(text);
  prg_utf8_add_capital(out, text);
  if (n > 0 && strchr(".!?", text[n - 1]) == NULL)
    prg_buffer_add_char(out, '.');
}

static void add_blank(prg_buffer *out, size_t start) {
  if (out->length > start)
    prg_buffer_add_char(out, ' ');
}

/* What is computed, then what somebody wrote. */
static void add_follow_up(prg_buffer *out, const prg_target_result *result, prg_language language) {
  size_t start = out->length;
  prg_sentences_write(&result->follow_up, language, out);
  if (result->indicator->follow_up[0] == '\0')
    return;
  add_blank(out, start);
  prg_add_one_line(out, result->indicator->follow_up);
}

static void add_assessment(prg_buffer *out, const prg_target_result *result, bool with_verdict,
                           prg_language language) {
  size_t start = out->length;
  if (with_verdict)
    add_sentence(out, result->verdict);
  if (result->assessment.n > 0)
    add_blank(out, start);
  prg_sentences_write(&result->assessment, language, out);
  if (result->indicator->assessment[0] != '\0') {
    add_blank(out, start);
    prg_add_one_line(out, result->indicator->assessment);
  }
  if (out->length == start && result->state == PRG_TARGET_TEXT)
    prg_buffer_add(out, prg_text_get(PRG_TEXT_TARGET_NO_ASSESSMENT, language));
}

static void add_goal(prg_buffer *out, const prg_target_result *result, prg_language language) {
  if (result->goal.text != PRG_TEXT_NONE)
    prg_message_write(&result->goal, language, out);
}

/* The year that every result is about; 0 if they differ. */
static int common_year(const prg_target_result *result, size_t n) {
  int year = 0;
  for (size_t i = 0; i < n; i++) {
    int one = result[i].through.year;
    if (one != 0 && year != 0 && one != year)
      return 0;
    year = one != 0 ? one : year;
  }
  return year;
}

/* "Bedömning helår 2018" */
static void add_year_heading(prg_buffer *out, int year, prg_language language) {
  prg_buffer_add(out, prg_text_get(PRG_TEXT_TARGET_WHOLE_YEAR, language));
  if (year != 0)
    prg_buffer_printf(out, " %d", year);
}

/* The text that a function appends to a buffer of its own, handed on as one cell. */
typedef void hand_on(void *to, const char *cell);

typedef struct cell_writer {
  hand_on *hand_on;
  void *to;
  prg_buffer cell;
  prg_buffer *out; /* learns of exhausted memory */
} cell_writer;

static void end_cell(cell_writer *writer) {
  writer->hand_on(writer->to, prg_buffer_string(&writer->cell));
  writer->out->failed = writer->out->failed || writer->cell.failed;
  prg_buffer_clear(&writer->cell);
}

/* ---- the documents' table: four columns ---- */

static void write_four_columns(const prg_target_result *result, size_t n, prg_language language,
                               cell_writer *writer, void (*end_row)(void *)) {
  static const prg_text heading[] = {PRG_TEXT_TARGET_INDICATOR, PRG_TEXT_TARGET_GOAL,
                                     PRG_TEXT_TARGET_PART_YEAR};
  for (size_t k = 0; k < sizeof heading / sizeof *heading; k++) {
    prg_buffer_add(&writer->cell, prg_text_get(heading[k], language));
    end_cell(writer);
  }
  add_year_heading(&writer->cell, common_year(result, n), language);
  end_cell(writer);
  end_row(writer->to);
  for (size_t i = 0; i < n; i++) {
    prg_add_one_line(&writer->cell, result[i].indicator->name);
    end_cell(writer);
    add_goal(&writer->cell, &result[i], language);
    end_cell(writer);
    add_follow_up(&writer->cell, &result[i], language);
    end_cell(writer);
    add_assessment(&writer->cell, &result[i], true, language);
    end_cell(writer);
    end_row(writer->to);
  }
  prg_buffer_free(&writer->cell);
}

typedef struct markdown {
  prg_buffer *out;
  size_t n_column, n_row;
} markdown;

/* What would end the cell, or be taken for a mark, is escaped. */
static void markdown_cell(void *to, const char *cell) {
  markdown *m = to;
  prg_buffer_add(m->out, m->n_column++ == 0 ? "| " : " | ");
  for (; *cell != '\0'; cell++) {
    if (strchr("|\\`*_<[", *cell) != NULL)
      prg_buffer_add_char(m->out, '\\');
    prg_buffer_add_char(m->out, *cell);
  }
}

static void markdown_end_row(void *to) {
  markdown *m = to;
  prg_buffer_add(m->out, " |\n");
  if (m->n_row++ == 0) {
    for (size_t k = 0; k < m->n_column; k++)
      prg_buffer_add(m->out, "|---");
    prg_buffer_add(m->out, "|\n");
  }
  m->n_column = 0;
}

static void write_markdown(const prg_target_result *result, size_t n, prg_language language,
                           prg_buffer *out) {
  markdown m = {.out = out};
  cell_writer writer = {.hand_on = markdown_cell, .to = &m, .out = out};
  write_four_columns(result, n, language, &writer, markdown_end_row);
}

static void csv_cell(void *to, const char *cell) {
  prg_csv_text(to, cell);
}

static void csv_end_row(void *to) {
  prg_csv_end_row(to);
}

static void write_excel(const prg_target_result *result, size_t n, prg_language language,
                        prg_buffer *out) {
  prg_csv_writer csv;
  prg_csv_begin(&csv, out, PRG_CSV_EXCEL);
  cell_writer writer = {.hand_on = csv_cell, .to = &csv, .out = out};
  write_four_columns(result, n, language, &writer, csv_end_row);
}

/* ---- for programs ---- */

static const char *const kind_names[PRG_INDICATOR_KINDS] = {"text", "count", "share", "index",
                                                            "waiting time"};

/* A period where the month is whole, else the day before which the data end. */
static const char *through_of(const prg_target_result *result, char text[PRG_PERIOD_BYTES]) {
  int month = (int)lround(result->through.to);
  bool whole = fabs(result->through.to - month) < 1e-9;
  text[0] = '\0';
  if (result->n_measured == 0)
    return text;
  if (whole && month == 12)
    return prg_period_print((prg_period){PRG_YEAR, result->through.year}, text);
  if (!whole)
    month = (int)floor(result->through.to) + 1;
  return prg_period_print((prg_period){PRG_MONTH, 12 * result->through.year + month - 1}, text);
}

/* A figure as the row has it: shares in per cent. */
static double shown(const prg_target_result *result, double figure) {
  return result->indicator->kind == PRG_INDICATOR_SHARE ? 100 * figure : figure;
}

/* The figures of a part by name; hits and denominators as they are. */
enum { FIGURES = 13 };

typedef struct named_figure {
  const char *name;
  double value;
} named_figure;

static void list_figures(const prg_target_result *result, const prg_target_part *part,
                         named_figure out[FIGURES]) {
  const prg_outlook *o = &part->outlook;
  const prg_difference *d = &part->difference;
  bool is_ratio = result->indicator->kind == PRG_INDICATOR_COUNT;
  bool outcome_is_share = isnan(part->of), last_is_share = isnan(part->last_of);
  const named_figure figures[FIGURES] = {
      {"outcome", outcome_is_share ? shown(result, part->value) : part->value},
      {"of", part->of},
      {"lower_95", shown(result, part->lower_95)},
      {"upper_95", shown(result, part->upper_95)},
      {"last_year", last_is_share ? shown(result, part->last) : part->last},
      {"last_year_of", part->last_of},
      {"difference", is_ratio ? d->value : shown(result, d->value)},
      {"median", shown(result, o->median)},
      {"mean", shown(result, o->mean)},
      {"lower_80", shown(result, o->lower_80)},
      {"upper_80", shown(result, o->upper_80)},
      {"probability", o->probability},
      {"goal_probability", result->probability},
  };
  memcpy(out, figures, sizeof figures);
}

static const char *proven_word(const prg_target_part *part) {
  return isnan(part->difference.lower) ? "" : part->difference.proven ? "yes" : "no";
}

static void csv_buffer(prg_csv_writer *csv, prg_buffer *cell) {
  prg_csv_text(csv, prg_buffer_string(cell));
  csv->out->failed = csv->out->failed || cell->failed;
  prg_buffer_clear(cell);
}

static void csv_head(prg_csv_writer *csv) {
  const prg_indicator nothing = {0};
  const prg_target_result none = {.indicator = &nothing};
  static const char *const before[] = {"id",   "indicator", "group",  "kind",
                                       "goal", "unit",      "through"};
  static const char *const after[] = {"difference_proven", "verdict", "follow_up", "assessment"};
  named_figure figures[FIGURES];
  list_figures(&none, &(prg_target_part){0}, figures);
  for (size_t k = 0; k < sizeof before / sizeof *before; k++)
    prg_csv_text(csv, before[k]);
  for (size_t k = 0; k < FIGURES; k++)
    prg_csv_text(csv, figures[k].name);
  for (size_t k = 0; k < sizeof after / sizeof *after; k++)
    prg_csv_text(csv, after[k]);
  prg_csv_end_row(csv);
}

static void csv_row(prg_csv_writer *csv, const prg_target_result *result,
                    const prg_target_part *part, prg_language language) {
  const prg_indicator *indicator = result->indicator;
  prg_buffer cell;
  prg_buffer_init(&cell);
  named_figure figures[FIGURES];
  char through[PRG_PERIOD_BYTES];
  prg_csv_text(csv, indicator->id);
  prg_csv_text(csv, indicator->name);
  prg_csv_text(csv, part->group);
  prg_csv_text(csv, kind_names[indicator->kind]);
  add_goal(&cell, result, language);
  csv_buffer(csv, &cell);
  prg_csv_text(csv, indicator->unit);
  prg_csv_text(csv, through_of(result, through));
  list_figures(result, part, figures);
  for (size_t k = 0; k < FIGURES; k++)
    prg_csv_significant(csv, figures[k].value, DIGITS);
  prg_csv_text(csv, proven_word(part));
  prg_csv_text(csv, result->verdict);
  add_follow_up(&cell, result, language);
  csv_buffer(csv, &cell);
  add_assessment(&cell, result, false, language);
  csv_buffer(csv, &cell);
  prg_csv_end_row(csv);
  prg_buffer_free(&cell);
}

/* A text has no figures, and still its row. */
static const prg_target_part wordless = {
    .group = "",
    .value = NAN,
    .of = NAN,
    .lower_95 = NAN,
    .upper_95 = NAN,
    .last = NAN,
    .last_of = NAN,
    .outlook = {NAN, NAN, NAN, NAN, NAN},
    .difference = {NAN, NAN, NAN, false},
};

static void write_csv(const prg_target_result *result, size_t n, prg_language language,
                      prg_buffer *out) {
  prg_csv_writer csv;
  prg_csv_begin(&csv, out, PRG_CSV_PLAIN);
  csv_head(&csv);
  for (size_t i = 0; i < n; i++) {
    if (result[i].n_part == 0)
      csv_row(&csv, &result[i], &wordless, language);
    for (size_t g = 0; g < result[i].n_part; g++)
      csv_row(&csv, &result[i], &result[i].part[g], language);
  }
}

static void json_text(prg_json *json, const char *key, const char *text) {
  prg_json_key(json, key);
  prg_json_string(json, text);
}

static void json_buffer(prg_json *json, const char *key, prg_buffer *text) {
  json_text(json, key, prg_buffer_string(text));
  json->out->failed = json->out->failed || text->failed;
  prg_buffer_clear(text);
}

static void json_part(prg_json *json, const prg_target_result *result,
                      const prg_target_part *part) {
  named_figure figures[FIGURES];
  list_figures(result, part, figures);
  prg_json_object(json, PRG_JSON_LINES);
  json_text(json, "group", part->group);
  prg_json_key(json, "measured");
  prg_json_boolean(json, part->state != PRG_TARGET_UNMEASURED);
  for (size_t k = 0; k + 1 < FIGURES; k++) { /* the last is the goal's */
    prg_json_key(json, figures[k].name);
    prg_json_rounded(json, figures[k].value, DIGITS);
  }
  prg_json_key(json, "difference_proven");
  if (isnan(part->difference.lower))
    prg_json_null(json);
  else
    prg_json_boolean(json, part->difference.proven);
  prg_json_close(json);
}

static void json_result(prg_json *json, const prg_target_result *result, prg_language language) {
  prg_buffer text;
  prg_buffer_init(&text);
  char through[PRG_PERIOD_BYTES];
  prg_json_object(json, PRG_JSON_LINES);
  json_text(json, "id", result->indicator->id);
  json_text(json, "indicator", result->indicator->name);
  json_text(json, "kind", kind_names[result->indicator->kind]);
  add_goal(&text, result, language);
  json_buffer(json, "goal", &text);
  json_text(json, "unit", result->indicator->unit);
  json_text(json, "frequency", prg_text_get(result->indicator->frequency, language));
  json_text(json, "through", through_of(result, through));
  prg_json_key(json, "probability");
  prg_json_rounded(json, result->probability, DIGITS);
  json_text(json, "verdict", result->verdict);
  prg_json_key(json, "parts");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t g = 0; g < result->n_part; g++)
    json_part(json, result, &result->part[g]);
  prg_json_close(json);
  add_follow_up(&text, result, language);
  json_buffer(json, "follow_up", &text);
  add_assessment(&text, result, false, language);
  json_buffer(json, "assessment", &text);
  prg_json_close(json);
  prg_buffer_free(&text);
}

static void write_json(const prg_target_result *result, size_t n, prg_language language,
                       prg_buffer *out) {
  prg_json json;
  prg_json_init(&json, out);
  prg_json_array(&json, PRG_JSON_LINES);
  for (size_t i = 0; i < n; i++)
    json_result(&json, &result[i], language);
  prg_json_close(&json);
  prg_buffer_add_char(out, '\n');
}

/* ---- for people ---- */

static void table_cell(prg_text_table *table, prg_buffer *cell) {
  prg_text_table_add(table, prg_buffer_string(cell));
  table->text.failed = table->text.failed || cell->failed;
  prg_buffer_clear(cell);
}

/* A percentage that claims no certainty the sentences do not. */
static void add_chance(prg_buffer *out, const prg_target_result *result, prg_language language) {
  double per_cent = 100 * result->probability;
  if (isnan(per_cent) || result->state == PRG_TARGET_KNOWN) {
    prg_buffer_add(out, "–");
    return;
  }
  prg_buffer_add(out, per_cent < 1 ? "<" : per_cent > 99 ? ">" : "");
  prg_buffer_add_people(out, fmin(99, fmax(1, per_cent)), 0, language);
  prg_buffer_add(out, prg_text_get(PRG_TEXT_TARGET_PER_CENT, language));
}

static void write_summary(const prg_target_result *result, size_t n, prg_language language,
                          prg_buffer *out) {
  static const prg_text heading[] = {PRG_TEXT_TARGET_INDICATOR, PRG_TEXT_TARGET_GOAL,
                                     PRG_TEXT_TARGET_CHANCE, PRG_TEXT_TARGET_VERDICT};
  prg_text_table table;
  prg_buffer cell;
  prg_buffer_init(&cell);
  prg_text_table_init(&table, sizeof heading / sizeof *heading);
  table.right[1] = table.right[3] = false;
  for (size_t k = 0; k < table.n_column; k++)
    prg_text_table_add(&table, prg_text_get(heading[k], language));
  for (size_t i = 0; i < n; i++) {
    prg_add_one_line(&cell, result[i].indicator->name);
    table_cell(&table, &cell);
    add_goal(&cell, &result[i], language);
    table_cell(&table, &cell);
    add_chance(&cell, &result[i], language);
    table_cell(&table, &cell);
    prg_buffer_add(&cell, result[i].state == PRG_TARGET_TEXT
                              ? prg_text_get(PRG_TEXT_TARGET_IN_WORDS, language)
                              : result[i].verdict);
    table_cell(&table, &cell);
  }
  prg_text_table_write(&table, out);
  prg_text_table_free(&table);
  prg_buffer_free(&cell);
}

static void add_paragraph(prg_buffer *out, prg_buffer *text) {
  prg_buffer_fill(out, ' ', INDENT);
  paragraph_add(out, prg_buffer_string(text), WIDTH - INDENT, INDENT);
  out->failed = out->failed || text->failed;
  prg_buffer_clear(text);
}

static void write_sentences(const prg_target_result *result, int year, prg_language language,
                            prg_buffer *out) {
  prg_buffer text;
  prg_buffer_init(&text);
  prg_buffer_add_char(out, '\n');
  prg_add_one_line(out, result->indicator->name);
  prg_buffer_add_char(out, '\n');
  prg_buffer_printf(&text, "%s: ", prg_text_get(PRG_TEXT_TARGET_PART_YEAR, language));
  add_follow_up(&text, result, language);
  add_paragraph(out, &text);
  add_year_heading(&text, result->through.year != 0 ? result->through.year : year, language);
  prg_buffer_add(&text, ": ");
  add_assessment(&text, result, true, language);
  add_paragraph(out, &text);
  prg_buffer_free(&text);
}

static void write_table(const prg_target_result *result, size_t n, prg_language language,
                        prg_buffer *out) {
  write_summary(result, n, language, out);
  for (size_t i = 0; i < n; i++)
    write_sentences(&result[i], common_year(result, n), language, out);
}

void prg_target_write(const prg_target_result *result, size_t n, prg_target_format format,
                      prg_language language, prg_buffer *out) {
  static void (*const write[PRG_TARGET_FORMATS])(const prg_target_result *, size_t, prg_language,
                                                 prg_buffer *) = {
      write_table, write_markdown, write_excel, write_csv, write_json};
  write[format](result, n, language, out);
}
