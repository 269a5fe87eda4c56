#include <prognos/ledger_table.h>

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"
#include "present/paragraph.h"
#include "present/sheet.h"

enum { WIDTH = 100 };

#define COUNT_OF(array) (sizeof array / sizeof array[0])

bool prg_ledger_format_from_name(const char *name, prg_ledger_format *format) {
  static const char *const names[PRG_LEDGER_FORMAT_COUNT] = {"table", "csv", "excel", "json"};
  size_t place = word_place(names, PRG_LEDGER_FORMAT_COUNT, name);
  if (place == PRG_LEDGER_FORMAT_COUNT)
    return false;
  *format = (prg_ledger_format)place;
  return true;
}

static void begin(sheet *s, const sheet_column *column, size_t n, const prg_ledger_view *view,
                  prg_buffer *out) {
  static const sheet_format formats[] = {[PRG_LEDGER_TABLE] = SHEET_TABLE,
                                         [PRG_LEDGER_CSV] = SHEET_CSV,
                                         [PRG_LEDGER_EXCEL] = SHEET_EXCEL,
                                         [PRG_LEDGER_JSON] = SHEET_JSON};
  sheet_begin(s, column, n, formats[view->format], view->language, out);
}

/* A walk that writes a row at a time. */
typedef struct writing {
  const prg_ledger_view *view;
  sheet sheet;
  prg_buffer *out;
  size_t n;
} writing;

static void period_cell(sheet *s, prg_period period) {
  char text[PRG_PERIOD_BYTES];
  sheet_text(s, s->format == SHEET_TABLE ? prg_period_print_people(period, s->language, text)
                                         : prg_period_print(period, text));
}

static void id_cell(sheet *s, const prg_ledger_forecast *met) {
  char text[PRG_LEDGER_ID_BYTES];
  sheet_text(s, prg_ledger_id_print(met->id, text));
}

/* The lines of the options, in one. */
static void options_cell(sheet *s, const char *options) {
  size_t n = strlen(options);
  prg_buffer whole = {0}, line = {0};
  prg_buffer_add_n(&whole, options, n > 0 && options[n - 1] == '\n' ? n - 1 : n);
  prg_add_one_line(&line, prg_buffer_string(&whole));
  prg_buffer_free(&whole);
  sheet_text(s, prg_buffer_string(&line));
  s->out->failed = s->out->failed || line.failed;
  prg_buffer_free(&line);
}

static void input_cell(sheet *s, uint64_t input) {
  prg_buffer text = {0};
  prg_buffer_printf(&text, "%016llx", (unsigned long long)input);
  sheet_text(s, prg_buffer_string(&text));
  prg_buffer_free(&text);
}

/* --- list --- */

static const sheet_column list_columns[] = {
    {"id", PRG_TEXT_LEDGER_ID, SHEET_TEXT},       {"series", PRG_TEXT_LEDGER_SERIES, SHEET_TEXT},
    {"frequency", PRG_TEXT_NONE, SHEET_TEXT},     {"origin", PRG_TEXT_LEDGER_ORIGIN, SHEET_TEXT},
    {"made", PRG_TEXT_LEDGER_MADE, SHEET_TEXT},   {"model", PRG_TEXT_LEDGER_MODEL, SHEET_TEXT},
    {"horizon", PRG_TEXT_LEDGER_HORIZON, 0},      {"outcomes", PRG_TEXT_LEDGER_OUTCOMES, 0},
    {"label", PRG_TEXT_LEDGER_LABEL, SHEET_TEXT}, {"options", PRG_TEXT_NONE, SHEET_TEXT},
    {"version", PRG_TEXT_NONE, SHEET_TEXT},       {"input", PRG_TEXT_NONE, SHEET_TEXT},
};

static size_t count_outcomes(const prg_ledger_forecast *met) {
  size_t n = 0;
  for (size_t h = 1; h <= met->forecast.distribution.horizon; h++)
    n += prg_ledger_find_outcome(met->series, met->forecast.origin.ordinal + (int)h) != NULL;
  return n;
}

static prg_status list_forecast(void *data, const prg_ledger_forecast *met, prg_error *error) {
  writing *w = data;
  sheet *s = &w->sheet;
  (void)error;
  if (!prg_ledger_matches(&w->view->filter, met))
    return PRG_OK;
  if (w->n++ == 0)
    begin(s, list_columns, COUNT_OF(list_columns), w->view, w->out);
  id_cell(s, met);
  sheet_text(s, met->series->name);
  sheet_text(s, prg_frequency_name(met->series->frequency));
  period_cell(s, met->forecast.origin);
  period_cell(s, met->made);
  sheet_text(s, met->model);
  sheet_number(s, (double)met->forecast.distribution.horizon);
  sheet_number(s, (double)count_outcomes(met));
  sheet_text(s, met->label);
  options_cell(s, met->options);
  sheet_text(s, met->version);
  input_cell(s, met->input);
  return PRG_OK;
}

prg_status prg_ledger_list_write(prg_ledger *ledger, const prg_ledger_view *view, size_t *n,
                                 prg_buffer *out, prg_error *error) {
  writing w = {.view = view, .out = out};
  prg_status status = prg_ledger_each(ledger, &view->filter, list_forecast, &w, error);
  if (w.n > 0)
    sheet_end(&w.sheet);
  *n = w.n;
  return status;
}

/* --- one period of a forecast, with what came of it --- */

typedef struct period_row {
  prg_period period;
  size_t lead;
  bool is_hidden, has_interval;
  double point, lower_80, upper_80, lower_95, upper_95; /* NaN: hidden, or a point alone */
  const prg_ledger_outcome *outcome;                    /* NULL: none, or hidden */
  double actual;                                        /* the revision asked for */
} period_row;

static period_row row_of(const prg_ledger_forecast *met, size_t h, const prg_ledger_view *view) {
  const prg_forecast *forecast = &met->forecast;
  period_row row = {.period = prg_forecast_period(forecast, h), .lead = h};
  row.point = row.lower_80 = row.upper_80 = row.lower_95 = row.upper_95 = row.actual = NAN;
  row.is_hidden = prg_ledger_veil_hides(view->veil, met->series, row.period.ordinal);
  row.has_interval = forecast->distribution.n_probability > 1;
  if (row.is_hidden)
    return row;
  row.point = prg_forecast_point(forecast, h);
  if (row.has_interval) {
    prg_forecast_interval(forecast, h, .80, &row.lower_80, &row.upper_80);
    prg_forecast_interval(forecast, h, .95, &row.lower_95, &row.upper_95);
  }
  row.outcome = prg_ledger_find_outcome(met->series, row.period.ordinal);
  if (row.outcome != NULL)
    row.actual = view->latest ? row.outcome->latest : row.outcome->first;
  return row;
}

static double per_cent(const period_row *row) {
  return row->actual == 0 ? (double)NAN : 100 * (row->point - row->actual) / fabs(row->actual);
}

/* --- show --- */

static const sheet_column show_columns[] = {
    {"id", PRG_TEXT_NONE, SHEET_TEXT},
    {"series", PRG_TEXT_NONE, SHEET_TEXT},
    {"period", PRG_TEXT_REPORT_PERIOD, SHEET_TEXT},
    {"lead", PRG_TEXT_NONE, 0},
    {"outcome", PRG_TEXT_LEDGER_OUTCOME, 0},
    {"value", PRG_TEXT_LEDGER_FORECAST, 0},
    {NULL, PRG_TEXT_SHARE_INTERVAL, SHEET_TEXT},
    {"lower_80", PRG_TEXT_NONE, 0},
    {"upper_80", PRG_TEXT_NONE, 0},
    {"lower_95", PRG_TEXT_NONE, 0},
    {"upper_95", PRG_TEXT_NONE, 0},
    {"error", PRG_TEXT_LEDGER_ERROR, 0},
    {"error_percent", PRG_TEXT_LEDGER_ERROR_PERCENT, 2},
    {"inside_80", PRG_TEXT_LEDGER_INSIDE, SHEET_TEXT},
    {"status", PRG_TEXT_NONE, SHEET_TEXT},
};

/* Whole numbers where all figures are, or where they are large; else as the figures need. */
static int decimals_of(const prg_ledger_forecast *met) {
  double largest = fabs(prg_forecast_point(&met->forecast, 1));
  bool whole = isnan(met->last) || met->last == floor(met->last);
  return whole || largest >= 1000 ? 0 : largest >= 100 ? 1 : largest >= 1 ? 2 : 4;
}

static void interval_cell(sheet *s, const period_row *row, int decimals) {
  prg_buffer text = {0};
  if (!isnan(row->lower_80)) {
    prg_buffer_add_people(&text, row->lower_80, decimals, s->language);
    prg_buffer_add(&text, "–");
    prg_buffer_add_people(&text, row->upper_80, decimals, s->language);
  }
  sheet_text(s, prg_buffer_string(&text));
  s->out->failed = s->out->failed || text.failed;
  prg_buffer_free(&text);
}

static void inside_cell(sheet *s, const period_row *row) {
  if (isnan(row->actual) || isnan(row->lower_80)) {
    sheet_text(s, "");
    return;
  }
  bool inside = row->lower_80 <= row->actual && row->actual <= row->upper_80;
  if (s->format == SHEET_TABLE)
    sheet_text(s, prg_text_get(inside ? PRG_TEXT_LEDGER_YES : PRG_TEXT_LEDGER_NO, s->language));
  else
    sheet_text(s, inside ? "true" : "false");
}

static void show_row(sheet *s, const prg_ledger_forecast *met, const period_row *row) {
  int decimals = decimals_of(met);
  id_cell(s, met);
  sheet_text(s, met->series->name);
  period_cell(s, row->period);
  sheet_number(s, (double)row->lead);
  sheet_decimals(s, row->actual, decimals);
  sheet_decimals(s, row->point, decimals);
  interval_cell(s, row, decimals);
  const double limit[] = {row->lower_80, row->upper_80, row->lower_95, row->upper_95};
  for (size_t i = 0; i < COUNT_OF(limit); i++)
    sheet_number(s, limit[i]);
  sheet_decimals(s, row->point - row->actual, decimals);
  sheet_number(s, per_cent(row));
  inside_cell(s, row);
  sheet_text(s, row->is_hidden ? "suppressed" : "");
}

/* "Grundsärskola · pooled · Lokalförsörjningsplan 2023", and how it was made. */
static void show_heading(const writing *w, const prg_ledger_forecast *met) {
  char made[PRG_PERIOD_BYTES], origin[PRG_PERIOD_BYTES];
  prg_message message;
  prg_add_one_line(w->out, met->series->name);
  const char *part[] = {met->series->unit, met->model, met->label};
  for (size_t i = 0; i < COUNT_OF(part); i++) {
    if (part[i][0] == '\0')
      continue;
    prg_buffer_add(w->out, " · ");
    prg_add_one_line(w->out, part[i]);
  }
  prg_buffer_add_char(w->out, '\n');
  prg_message_set(
      &message, met->version[0] == '\0' ? PRG_TEXT_LEDGER_MADE_ON : PRG_TEXT_LEDGER_MADE_BY,
      PRG_ARGS(prg_string(prg_period_print(met->made, made)),
               prg_string(prg_period_print_people(met->forecast.origin, w->view->language, origin)),
               prg_string(met->version)));
  prg_message_write(&message, w->view->language, w->out);
  prg_buffer_add(w->out, "\n\n");
}

static prg_status show_forecast(void *data, const prg_ledger_forecast *met, prg_error *error) {
  writing *w = data;
  (void)error;
  if (!prg_ledger_matches(&w->view->filter, met))
    return PRG_OK;
  if (w->view->format == PRG_LEDGER_TABLE)
    show_heading(w, met);
  begin(&w->sheet, show_columns, COUNT_OF(show_columns), w->view, w->out);
  for (size_t h = 1; h <= met->forecast.distribution.horizon; h++) {
    period_row row = row_of(met, h, w->view);
    show_row(&w->sheet, met, &row);
  }
  sheet_end(&w->sheet);
  w->n++;
  return PRG_OK;
}

prg_status prg_ledger_show_write(prg_ledger *ledger, const prg_ledger_view *view, size_t *n,
                                 prg_buffer *out, prg_error *error) {
  writing w = {.view = view, .out = out};
  prg_status status = prg_ledger_each(ledger, &view->filter, show_forecast, &w, error);
  *n = w.n;
  return status;
}

/* --- export --- */

static const sheet_column export_columns[] = {
    {"id", PRG_TEXT_NONE, SHEET_TEXT},
    {"series", PRG_TEXT_NONE, SHEET_TEXT},
    {"kind", PRG_TEXT_NONE, SHEET_TEXT},
    {"unit", PRG_TEXT_NONE, SHEET_TEXT},
    {"label", PRG_TEXT_NONE, SHEET_TEXT},
    {"made", PRG_TEXT_NONE, SHEET_TEXT},
    {"model", PRG_TEXT_NONE, SHEET_TEXT},
    {"options", PRG_TEXT_NONE, SHEET_TEXT},
    {"version", PRG_TEXT_NONE, SHEET_TEXT},
    {"input", PRG_TEXT_NONE, SHEET_TEXT},
    {"origin", PRG_TEXT_NONE, SHEET_TEXT},
    {"period", PRG_TEXT_NONE, SHEET_TEXT},
    {"lead", PRG_TEXT_NONE, 0},
    {"value", PRG_TEXT_NONE, 0},
    {"lower_80", PRG_TEXT_NONE, 0},
    {"upper_80", PRG_TEXT_NONE, 0},
    {"lower_95", PRG_TEXT_NONE, 0},
    {"upper_95", PRG_TEXT_NONE, 0},
    {"outcome", PRG_TEXT_NONE, 0},
    {"seen", PRG_TEXT_NONE, SHEET_TEXT},
    {"outcome_latest", PRG_TEXT_NONE, 0},
    {"seen_latest", PRG_TEXT_NONE, SHEET_TEXT},
    {"status", PRG_TEXT_NONE, SHEET_TEXT},
};

static void export_making(sheet *s, const prg_ledger_forecast *met) {
  id_cell(s, met);
  sheet_text(s, met->series->name);
  sheet_text(s, prg_kind_name(met->series->kind));
  sheet_text(s, met->series->unit);
  sheet_text(s, met->label);
  period_cell(s, met->made);
  sheet_text(s, met->model);
  options_cell(s, met->options);
  sheet_text(s, met->version);
  input_cell(s, met->input);
  period_cell(s, met->forecast.origin);
}

static void export_row(sheet *s, const prg_ledger_forecast *met, const period_row *row) {
  const prg_ledger_outcome *outcome = row->outcome;
  export_making(s, met);
  period_cell(s, row->period);
  const double value[] = {(double)row->lead, row->point,    row->lower_80,
                          row->upper_80,     row->lower_95, row->upper_95};
  for (size_t i = 0; i < COUNT_OF(value); i++)
    sheet_number(s, value[i]);
  sheet_number(s, outcome == NULL ? (double)NAN : outcome->first);
  if (outcome == NULL)
    sheet_text(s, "");
  else
    period_cell(s, outcome->first_seen);
  sheet_number(s, outcome == NULL ? (double)NAN : outcome->latest);
  if (outcome == NULL)
    sheet_text(s, "");
  else
    period_cell(s, outcome->latest_seen);
  sheet_text(s, row->is_hidden ? "suppressed" : "");
}

static prg_status export_forecast(void *data, const prg_ledger_forecast *met, prg_error *error) {
  writing *w = data;
  (void)error;
  if (!prg_ledger_matches(&w->view->filter, met))
    return PRG_OK;
  for (size_t h = 1; h <= met->forecast.distribution.horizon; h++) {
    period_row row = row_of(met, h, w->view);
    export_row(&w->sheet, met, &row);
  }
  w->n++;
  return w->out->failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

prg_status prg_ledger_export_write(prg_ledger *ledger, const prg_ledger_view *view, size_t *n,
                                   prg_buffer *out, prg_error *error) {
  writing w = {.view = view, .out = out};
  begin(&w.sheet, export_columns, COUNT_OF(export_columns), view, out);
  prg_status status = prg_ledger_each(ledger, &view->filter, export_forecast, &w, error);
  sheet_end(&w.sheet);
  *n = w.n;
  return status;
}

/* --- score --- */

static const sheet_column score_columns[] = {
    {"by", PRG_TEXT_NONE, SHEET_TEXT},
    {"name", PRG_TEXT_LEDGER_GROUP, SHEET_TEXT},
    {"n", PRG_TEXT_LEDGER_N, 0},
    {"bias", PRG_TEXT_LEDGER_BIAS, 1},
    {"bias_percent", PRG_TEXT_LEDGER_BIAS_PERCENT, 2},
    {"mape", PRG_TEXT_LEDGER_MAPE, 1},
    {"mase", PRG_TEXT_LEDGER_MASE, 2},
    {"n_interval", PRG_TEXT_NONE, 0},
    {"coverage_80", PRG_TEXT_LEDGER_COVERAGE_80, 0},
    {"coverage_95", PRG_TEXT_LEDGER_COVERAGE_95, 0},
    {"crps", PRG_TEXT_LEDGER_CRPS, 1},
    {"n_naive", PRG_TEXT_NONE, 0},
    {"against_naive", PRG_TEXT_LEDGER_AGAINST_NAIVE, 2},
    {"n_previous", PRG_TEXT_NONE, 0},
    {"against_previous", PRG_TEXT_LEDGER_AGAINST_PREVIOUS, 2},
};

static const char *name_of(const prg_ledger_line *line, prg_language language,
                           char text[PRG_NUMBER_BYTES]) {
  if (line->name != NULL)
    return line->name[0] == '\0' ? "–" : line->name;
  if (line->lead == 0)
    return prg_text_get(PRG_TEXT_LEDGER_ALL, language);
  prg_number_shortest(text, (double)line->lead);
  return text;
}

/* Per cent for people, a share for programs, as `backtest` has them. */
static void coverage_cell(sheet *s, double share) {
  sheet_number(s, s->format == SHEET_TABLE ? 100 * share : share);
}

static void score_row(sheet *s, const char *by, const prg_ledger_line *line) {
  char text[PRG_NUMBER_BYTES];
  if (line->accuracy.n == 0)
    return;
  prg_measures m = prg_accuracy_measures(&line->accuracy);
  bool is_all = line->name == NULL && line->lead == 0;
  sheet_text(s, is_all ? "all" : by);
  sheet_text(s, is_all && s->format != SHEET_TABLE ? "" : name_of(line, s->language, text));
  sheet_number(s, (double)m.n);
  sheet_number(s, m.bias);
  sheet_number(s, prg_ledger_line_percentage(line));
  sheet_number(s, m.mape);
  sheet_number(s, m.mase);
  sheet_number(s, (double)line->accuracy.n_interval);
  coverage_cell(s, m.coverage_80);
  coverage_cell(s, m.coverage_95);
  sheet_number(s, m.crps);
  sheet_number(s, (double)line->naive.n);
  sheet_number(s, prg_ledger_contest_ratio(&line->naive));
  sheet_number(s, (double)line->previous.n);
  sheet_number(s, prg_ledger_contest_ratio(&line->previous));
}

static void score_sentences(const prg_ledger_score *score, prg_language language, prg_buffer *out) {
  prg_notes notes = {0};
  prg_buffer text = {0};
  prg_ledger_score_summary(score, &notes);
  for (size_t i = 0; i < notes.n; i++) {
    if (i > 0)
      prg_buffer_add_char(&text, ' ');
    prg_message_write(&notes.note[i], language, &text);
  }
  paragraph_add(out, prg_buffer_string(&text), WIDTH, 0);
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

void prg_ledger_score_write(const prg_ledger_score *score, const prg_ledger_view *view,
                            prg_buffer *out) {
  static const prg_text heading[PRG_LEDGER_GROUP_COUNT] = {
      PRG_TEXT_LEDGER_GROUP, PRG_TEXT_LEDGER_SERIES, PRG_TEXT_LEDGER_MODEL, PRG_TEXT_LEDGER_LABEL};
  sheet s;
  sheet_column columns[COUNT_OF(score_columns)];
  memcpy(columns, score_columns, sizeof columns);
  columns[1].heading = heading[score->by];
  if (view->format == PRG_LEDGER_TABLE) {
    score_sentences(score, view->language, out);
    if (score->all.accuracy.n == 0)
      return;
    prg_buffer_add_char(out, '\n');
  }
  const char *by = prg_ledger_group_name(score->by);
  begin(&s, columns, COUNT_OF(columns), view, out);
  for (size_t i = 0; score->by == PRG_LEDGER_BY_LEAD && i < score->n_lead; i++)
    score_row(&s, by, &score->lead[i]);
  for (size_t i = 0; i < score->n_group; i++)
    score_row(&s, by, &score->group[i]);
  score_row(&s, by, &score->all);
  sheet_end(&s);
}

/* --- moved --- */

static const sheet_column move_columns[] = {
    {"series", PRG_TEXT_LEDGER_SERIES, SHEET_TEXT}, {"period", PRG_TEXT_REPORT_PERIOD, SHEET_TEXT},
    {"before", PRG_TEXT_LEDGER_BEFORE, 0},          {"after", PRG_TEXT_LEDGER_AFTER, 0},
    {"change", PRG_TEXT_LEDGER_CHANGE, 0},          {"data", PRG_TEXT_LEDGER_BY_DATA, 0},
    {"method", PRG_TEXT_LEDGER_BY_METHOD, 0},       {"lower_80_before", PRG_TEXT_NONE, 0},
    {"upper_80_before", PRG_TEXT_NONE, 0},          {"sentence", PRG_TEXT_NONE, SHEET_TEXT},
};

static void move_sentence(const prg_ledger_move_list *list, const prg_ledger_move *move,
                          prg_language language, prg_buffer *text) {
  prg_message message;
  prg_ledger_move_message(list->series, move, list->decimals, language, &message);
  prg_message_write(&message, language, text);
}

static void move_row(sheet *s, const prg_ledger_move_list *list, const prg_ledger_move *move) {
  prg_buffer text = {0};
  prg_ledger_move told =
      s->format == SHEET_TABLE ? prg_ledger_move_rounded(move, list->decimals) : *move;
  const double value[] = {told.before, told.after, told.after - told.before, told.data, told.method,
                          told.lower,  told.upper};
  move_sentence(list, move, s->language, &text);
  sheet_text(s, list->series);
  period_cell(s, move->period);
  for (size_t i = 0; i < COUNT_OF(value); i++)
    sheet_decimals(s, value[i], list->decimals);
  sheet_text(s, prg_buffer_string(&text));
  s->out->failed = s->out->failed || text.failed;
  prg_buffer_free(&text);
}

void prg_ledger_moves_write(const prg_ledger_move_list *list, size_t n, const prg_ledger_view *view,
                            prg_buffer *out) {
  sheet s;
  for (size_t i = 0; i < n && view->format == PRG_LEDGER_TABLE; i++) {
    prg_buffer text = {0};
    move_sentence(&list[i], &list[i].move[list[i].n - 1], view->language, &text); /* n >= 1 */
    paragraph_add(out, prg_buffer_string(&text), WIDTH, 0);
    prg_buffer_free(&text);
  }
  if (view->format == PRG_LEDGER_TABLE)
    prg_buffer_add_char(out, '\n');
  begin(&s, move_columns, COUNT_OF(move_columns), view, out);
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < list[i].n; k++)
      move_row(&s, &list[i], &list[i].move[k]);
  sheet_end(&s);
}
