/* The content of the report, in the order in which it is read. */
#include <prognos/report.h>

#include <math.h>
#include <string.h>

#include <prognos/alt_text.h>
#include <prognos/number.h>
#include <prognos/utf8.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"
#include "present/chart/outline.h"
#include "present/report/report_format.h"

static const double default_level[] = {0.80, 0.95};

void prg_report_init(prg_report *report) {
  *report = (prg_report){.language = PRG_SWEDISH, .level = default_level, .n_level = 2};
}

static const char *word(const report_writer *w, prg_text text) {
  return prg_text_get(text, w->report->language);
}

/* The message as a paragraph or an item: a sentence of its own, with a capital. */
static void write_message(report_writer *w, const prg_message *message,
                          void (*write)(report_writer *, const char *)) {
  prg_buffer text = {0}, capital = {0};
  prg_message_write(message, w->report->language, &text);
  prg_utf8_add_capital(&capital, prg_buffer_string(&text));
  write(w, prg_buffer_string(&capital));
  w->out->failed = w->out->failed || text.failed || capital.failed;
  prg_buffer_free(&text);
  prg_buffer_free(&capital);
}

static void say(report_writer *w, prg_text text, const prg_argument *arguments) {
  prg_message message;
  prg_message_set(&message, text, arguments);
  write_message(w, &message, w->format->paragraph);
}

static void step(report_writer *w, void (*of_format)(report_writer *)) {
  if (of_format != NULL)
    of_format(w);
}

static void write_table(report_writer *w, const report_table *table) {
  if (w->format->table != NULL)
    w->format->table(w, table);
}

static prg_report_options table_options(const prg_report *report) {
  prg_report_options options;
  prg_report_options_init(&options);
  options.language = report->language;
  options.unit = report->unit;
  options.level = report->level;
  options.n_level = report->n_level;
  return options;
}

static void chart_options(const prg_report *report, prg_chart_options *options) {
  prg_chart_options_init(options);
  options->language = report->language;
  options->unit = report->unit;
}

void prg_report_title(const prg_report *report, prg_buffer *out) {
  const prg_forecast *forecast[PRG_CHART_SERIES_MAX];
  size_t n = report->n;
  if (word_is_given(report->title)) {
    prg_add_one_line(out, report->title);
  } else if (n <= PRG_CHART_SERIES_MAX) {
    prg_chart_options options;
    chart_options(report, &options);
    for (size_t i = 0; i < n; i++)
      forecast[i] = report->part[i].forecast;
    prg_chart_title(forecast, n, &options, out);
  } else {
    prg_outline first;
    prg_message message;
    prg_outline_init(&first, report->part[0].forecast, -1);
    prg_message_set(
        &message, PRG_TEXT_CHART_TITLE_MANY_FORECAST,
        PRG_ARGS(prg_integer((long long)n), prg_when(prg_outline_end(&first), report->language)));
    prg_message_write(&message, report->language, out);
  }
}

/* --- several series side by side --- */

static void add_overview_row(const report_writer *w, const prg_report_part *part,
                             prg_text_table *cells) {
  prg_outline series;
  prg_language language = w->report->language;
  prg_outline_init(&series, part->forecast, -1);
  size_t h = series.horizon;
  double lower = NAN, upper = NAN;
  if (h > 0)
    prg_forecast_interval(part->forecast, h, 0.80, &lower, &upper);
  prg_text_table_add(cells, series.series->name);
  prg_text_table_period(cells, prg_outline_origin(&series), language);
  prg_text_table_number(cells, series.empty ? NAN : prg_outline_last_value(&series),
                        series.decimals, language);
  prg_text_table_period(cells, prg_outline_end(&series), language);
  prg_text_table_number(cells, h > 0 ? prg_forecast_point(part->forecast, h) : NAN, series.decimals,
                        language);
  prg_text_table_number(cells, lower, series.decimals, language);
  prg_text_table_number(cells, upper, series.decimals, language);
}

static void write_overview(report_writer *w) {
  static const prg_text heading[] = {PRG_TEXT_REPORT_SERIES,   PRG_TEXT_REPORT_LATEST,
                                     PRG_TEXT_REPORT_OUTCOME,  PRG_TEXT_REPORT_AHEAD,
                                     PRG_TEXT_REPORT_FORECAST, PRG_TEXT_REPORT_LOWER_80,
                                     PRG_TEXT_REPORT_UPPER_80};
  const size_t n = sizeof heading / sizeof heading[0];
  report_table table = {.caption = word(w, PRG_TEXT_REPORT_OVERVIEW_CAPTION)};
  prg_text_table_init(&table.cells, n);
  for (size_t k = 0; k < n; k++)
    prg_text_table_add(&table.cells, word(w, heading[k]));
  for (size_t i = 0; i < w->report->n; i++)
    add_overview_row(w, &w->report->part[i], &table.cells);
  w->format->open_section(w, word(w, PRG_TEXT_REPORT_OVERVIEW));
  write_table(w, &table);
  step(w, w->format->close_section);
  prg_text_table_free(&table.cells);
}

/* --- one series --- */

static void write_summary(report_writer *w, const prg_report_part *part) {
  prg_chart_options options;
  prg_buffer text = {0};
  chart_options(w->report, &options);
  prg_alt_text_series(part->forecast, &options, &text);
  w->format->paragraph(w, prg_buffer_string(&text));
  w->out->failed = w->out->failed || text.failed;
  prg_buffer_free(&text);
}

static prg_capacity_words capacity_words(const prg_report *report) {
  return (prg_capacity_words){.language = report->language,
                              .moment = report->moment == NULL ? "" : report->moment};
}

/* A page is not the place to say how the program is told otherwise. */
static prg_message without_advice(const prg_message *note) {
  prg_message kept = *note;
  if (note->text == PRG_TEXT_NOTE_TAKEN_AS_STOCK)
    prg_message_set(&kept, PRG_TEXT_REPORT_TAKEN_AS_STOCK, NULL);
  return kept;
}

static void write_notes(report_writer *w, const prg_report_part *part) {
  prg_notes sentences = {0};
  const prg_notes *notes = &part->forecast->notes;
  if (part->capacity != NULL) {
    prg_capacity_words words = capacity_words(w->report);
    prg_capacity_sentences(part->capacity, &words, &sentences);
  }
  if (sentences.n + notes->n == 0)
    return;
  step(w, w->format->open_list);
  for (size_t i = 0; i < sentences.n; i++)
    write_message(w, &sentences.note[i], w->format->item);
  for (size_t i = 0; i < notes->n; i++) {
    prg_message note = without_advice(&notes->note[i]);
    write_message(w, &note, w->format->item);
  }
  step(w, w->format->close_list);
}

/* "Grundsärskola: utfall och prognos, elever" */
static void make_caption(const report_writer *w, const prg_report_part *part, prg_text text,
                         prg_buffer *caption) {
  prg_add_one_line(caption, part->forecast->series->name);
  prg_buffer_printf(caption, ": %s", word(w, text));
  if (word_is_given(w->report->unit)) {
    prg_buffer_add(caption, ", ");
    prg_add_one_line(caption, w->report->unit);
  }
}

static void write_chart(report_writer *w, const prg_report_part *part) {
  prg_buffer name = {0};
  if (w->format->chart == NULL)
    return;
  make_caption(w, part, PRG_TEXT_REPORT_CHART, &name);
  w->format->chart(w, part, prg_buffer_string(&name));
  prg_buffer_free(&name);
}

static void write_figures(report_writer *w, const prg_report_part *part) {
  prg_report_options options = table_options(w->report);
  prg_buffer caption = {0};
  make_caption(w, part, PRG_TEXT_REPORT_FIGURES, &caption);
  report_table table = {.caption = prg_buffer_string(&caption), .by_period = true};
  prg_report_fill(part->forecast, &options, &table.cells);
  write_table(w, &table);
  prg_text_table_free(&table.cells);
  prg_buffer_free(&caption);
}

static void write_capacity(report_writer *w, const prg_report_part *part) {
  prg_capacity_words words = capacity_words(w->report);
  prg_buffer caption = {0};
  make_caption(w, part, PRG_TEXT_REPORT_AGAINST_PLACES, &caption);
  report_table table = {.caption = prg_buffer_string(&caption), .by_period = true};
  prg_capacity_fill(part->capacity, &words, &table.cells);
  w->format->subheading(w, word(w, PRG_TEXT_REPORT_PLACES));
  write_table(w, &table);
  prg_text_table_free(&table.cells);
  prg_buffer_free(&caption);
}

/* --- how earlier forecasts did --- */

size_t report_tested_model(const prg_backtest_summary *record) {
  for (size_t k = 0; k < record->n_model; k++)
    if (k != record->naive)
      return k;
  return record->naive;
}

static void add_record_row(const report_writer *w, const prg_backtest_summary *record, size_t lead,
                           prg_text_table *cells) {
  prg_language language = w->report->language;
  size_t k = report_tested_model(record);
  prg_measures measures = prg_backtest_summary_measures(record, k, lead);
  prg_measures naive = prg_backtest_summary_measures(record, record->naive, lead);
  prg_text_table_number(cells, (double)lead, 0, language);
  prg_text_table_number(cells, (double)measures.n, 0, language);
  prg_text_table_per_cent(cells, measures.mape / 100, 0, language);
  if (k != record->naive)
    prg_text_table_per_cent(cells, naive.mape / 100, 0, language);
  prg_text_table_per_cent(cells, measures.coverage_80, 0, language);
  prg_text_table_per_cent(cells, measures.coverage_95, 0, language);
}

static void write_record_table(report_writer *w, const prg_report_part *part) {
  const prg_backtest_summary *record = part->record;
  bool compared = report_tested_model(record) != record->naive;
  prg_buffer caption = {0};
  make_caption(w, part, PRG_TEXT_REPORT_RECORD_CAPTION, &caption);
  report_table table = {.caption = prg_buffer_string(&caption), .by_period = true};
  prg_text_table_init(&table.cells, compared ? 6 : 5);
  prg_text_table_add(&table.cells, word(w, PRG_TEXT_REPORT_LEAD));
  prg_text_table_add(&table.cells, word(w, PRG_TEXT_REPORT_TRIALS));
  prg_text_table_add(&table.cells, word(w, PRG_TEXT_REPORT_ERROR));
  if (compared)
    prg_text_table_add(&table.cells, word(w, PRG_TEXT_REPORT_ERROR_NAIVE));
  prg_text_table_add(&table.cells, word(w, PRG_TEXT_REPORT_INSIDE_80));
  prg_text_table_add(&table.cells, word(w, PRG_TEXT_REPORT_INSIDE_95));
  for (size_t lead = 1; lead <= record->horizon; lead++)
    if (prg_backtest_summary_measures(record, report_tested_model(record), lead).n > 0)
      add_record_row(w, record, lead, &table.cells);
  write_table(w, &table);
  prg_text_table_free(&table.cells);
  prg_buffer_free(&caption);
}

static const size_t many_trials = 10;

/* True if more than the model had its say in the forecast: none of that was there in the trials. */
static bool leans_on_others(const prg_notes *notes) {
  return prg_notes_has(notes, PRG_TEXT_NOTE_SIBLINGS) ||
         prg_notes_has(notes, PRG_TEXT_NOTE_POOLED_GROWTH) ||
         prg_notes_has(notes, PRG_TEXT_NOTE_RECONCILED);
}

static void write_record(report_writer *w, const prg_report_part *part) {
  const prg_backtest_summary *record = part->record;
  w->format->subheading(w, word(w, PRG_TEXT_REPORT_RECORD));
  if (record == NULL) {
    say(w, PRG_TEXT_REPORT_NO_RECORD, NULL);
    return;
  }
  say(w, PRG_TEXT_REPORT_TESTED, PRG_ARGS(prg_integer((long long)record->n_origin)));
  if (record->n_origin < many_trials)
    say(w, PRG_TEXT_REPORT_FEW_TRIALS, NULL);
  if (leans_on_others(&part->forecast->notes))
    say(w, PRG_TEXT_REPORT_TESTED_ALONE, NULL);
  write_record_table(w, part);
}

static void write_part(report_writer *w, const prg_report_part *part) {
  w->format->open_section(w, part->forecast->series->name);
  write_summary(w, part);
  write_notes(w, part);
  write_chart(w, part);
  write_figures(w, part);
  if (part->capacity != NULL)
    write_capacity(w, part);
  write_record(w, part);
  step(w, w->format->close_section);
}

/* --- method and sources --- */

/* True if no part before it used the same model. */
static bool is_first_of_its_model(const prg_report *report, size_t i) {
  const char *model = report->part[i].forecast->model;
  for (size_t k = 0; k < i; k++)
    if (strcmp(report->part[k].forecast->model, model) == 0)
      return false;
  return true;
}

static void write_model(report_writer *w, const char *name) {
  const prg_model_type *model = prg_model_find(name);
  if (model != NULL)
    say(w, PRG_TEXT_REPORT_MODEL_NAMED,
        PRG_ARGS(prg_text_argument(model->title), prg_string(model->name)));
  say(w, prg_report_method(name), NULL);
}

static bool has_gaps(const prg_report *report) {
  for (size_t i = 0; i < report->n; i++) {
    prg_outline series;
    prg_outline_init(&series, report->part[i].forecast, -1);
    if (!series.empty && series.last - series.first + 1 > prg_series_observed(series.series))
      return true;
  }
  return false;
}

static bool lacks_charts(const prg_report *report) {
  for (size_t i = 0; i < report->n; i++)
    if (report->part[i].chart == NULL)
      return true;
  return false;
}

static void write_levels(report_writer *w) {
  const prg_report *report = w->report;
  if (report->n_level == 0)
    return;
  step(w, w->format->open_list);
  for (size_t k = 0; k < report->n_level; k++) {
    prg_buffer odds = {0};
    prg_message sentence;
    prg_add_odds(&odds, report->level[k], report->language);
    prg_message_set(
        &sentence, PRG_TEXT_REPORT_LEVEL,
        PRG_ARGS(prg_string(prg_buffer_string(&odds)), prg_number(100 * report->level[k], -1)));
    write_message(w, &sentence, w->format->item);
    prg_buffer_free(&odds);
  }
  step(w, w->format->close_list);
}

static void write_method(report_writer *w) {
  const prg_report *report = w->report;
  w->format->open_section(w, word(w, PRG_TEXT_REPORT_METHOD));
  for (size_t i = 0; i < report->n; i++)
    if (is_first_of_its_model(report, i))
      write_model(w, report->part[i].forecast->model);
  say(w, PRG_TEXT_REPORT_MEDIAN, NULL);
  write_levels(w);
  if (has_gaps(report))
    say(w, PRG_TEXT_REPORT_GAPS, NULL);
  say(w, PRG_TEXT_REPORT_ASSUMPTION, NULL);
  step(w, w->format->close_section);
}

static void write_sources(report_writer *w) {
  const prg_report *report = w->report;
  prg_outline first;
  char origin[PRG_PERIOD_BYTES];
  prg_outline_init(&first, report->part[0].forecast, -1);
  prg_period_print_people(prg_outline_origin(&first), report->language, origin);
  w->format->open_footer(w);
  if (word_is_given(report->source))
    say(w, PRG_TEXT_REPORT_SOURCE, PRG_ARGS(prg_string(report->source)));
  if (word_is_given(report->today))
    say(w, PRG_TEXT_CHART_MADE, PRG_ARGS(prg_string(report->today), prg_string(origin)));
  else
    say(w, PRG_TEXT_CHART_DATA_TO, PRG_ARGS(prg_string(origin)));
  if (word_is_given(report->input))
    say(w, PRG_TEXT_REPORT_INPUT,
        PRG_ARGS(prg_string(report->input),
                 prg_string(report->input_hash == NULL ? "" : report->input_hash)));
  if (word_is_given(report->version))
    say(w, PRG_TEXT_REPORT_MADE_BY, PRG_ARGS(prg_string(report->version)));
}

void report_write(const prg_report *report, const report_format *format, void *state,
                  prg_buffer *out) {
  report_writer w = {.format = format, .report = report, .out = out, .state = state};
  prg_buffer title = {0};
  prg_report_title(report, &title);
  format->begin(&w, prg_buffer_string(&title));
  if (format->chart != NULL && lacks_charts(report))
    say(&w, PRG_TEXT_REPORT_NO_CHARTS, NULL);
  if (report->n > 1)
    write_overview(&w);
  for (size_t i = 0; i < report->n; i++)
    write_part(&w, &report->part[i]);
  write_method(&w);
  write_sources(&w);
  step(&w, format->end);
  out->failed = out->failed || title.failed;
  prg_buffer_free(&title);
}
