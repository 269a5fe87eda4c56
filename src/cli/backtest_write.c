#include "cli/backtest_write.h"

#include <math.h>
#include <stdio.h>

#include <prognos/number.h>
#include <prognos/text_table.h>

#define DIGITS 6           /* of a measure in CSV and JSON */
#define FORECAST_DIGITS 10 /* of a forecast there, as `forecast` writes it */

/* --- the measures in their order, for CSV and JSON --- */

#define MEASURES 9

static const char *const measure_name[MEASURES] = {
    "mase", "rmsse", "smape", "mape", "bias", "coverage_80", "coverage_95", "msis", "crps"};

static void list_measures(const prg_measures *m, double value[MEASURES]) {
  const double list[MEASURES] = {m->mase,        m->rmsse,       m->smape, m->mape, m->bias,
                                 m->coverage_80, m->coverage_95, m->msis,  m->crps};
  for (size_t i = 0; i < MEASURES; i++)
    value[i] = list[i];
}

/* --- CSV --- */

static void csv_head(backtest_writer *writer) {
  static const char *const details[] = {"series",   "model",    "origin", "period",   "lead",
                                        "actual",   "value",    "error",  "lower_80", "upper_80",
                                        "lower_95", "upper_95", "crps"};
  static const char *const before[] = {"series", "model", "lead", "n"};
  prg_csv_begin(&writer->csv, &writer->run->out, PRG_CSV_PLAIN);
  for (size_t i = 0; i < 4 && !writer->details; i++)
    prg_csv_text(&writer->csv, before[i]);
  for (size_t i = 0; i < MEASURES && !writer->details; i++)
    prg_csv_text(&writer->csv, measure_name[i]);
  for (size_t i = 0; i < sizeof details / sizeof details[0] && writer->details; i++)
    prg_csv_text(&writer->csv, details[i]);
  prg_csv_end_row(&writer->csv);
}

static void csv_measures(prg_csv_writer *csv, const char *series, const char *model, size_t lead,
                         const prg_measures *measures) {
  double value[MEASURES];
  list_measures(measures, value);
  prg_csv_text(csv, series);
  prg_csv_text(csv, model);
  if (lead == 0)
    prg_csv_text(csv, ALL);
  else
    prg_csv_number(csv, (double)lead);
  prg_csv_number(csv, (double)measures->n);
  for (size_t i = 0; i < MEASURES; i++)
    prg_csv_significant(csv, value[i], DIGITS);
  prg_csv_end_row(csv);
}

/* Each model: all leads together, then lead by lead while there are outcomes. */
static void csv_summary(backtest_writer *writer, const char *series,
                        const prg_backtest_summary *summary) {
  for (size_t k = 0; k < summary->n_model; k++) {
    for (size_t lead = 0; lead <= summary->horizon && prg_backtest_summary_has(summary, k);
         lead++) {
      prg_measures measures = prg_backtest_summary_measures(summary, k, lead);
      if (measures.n > 0)
        csv_measures(&writer->csv, series, summary->model[k]->name, lead, &measures);
    }
  }
}

static void csv_detail(prg_csv_writer *csv, const prg_backtest_result *result, size_t i, size_t k,
                       size_t h) {
  const prg_score *score = prg_backtest_score(result, i, k, h);
  const double value[] = {score->point,    score->point - score->actual,
                          score->lower_80, score->upper_80,
                          score->lower_95, score->upper_95,
                          score->crps};
  char period[PRG_PERIOD_BYTES];
  prg_csv_text(csv, result->series->name);
  prg_csv_text(csv, result->model[k]->name);
  prg_csv_text(csv, prg_period_print(prg_series_period(result->series, result->origin[i]), period));
  prg_csv_text(csv,
               prg_period_print(prg_series_period(result->series, result->origin[i] + h), period));
  prg_csv_number(csv, (double)h);
  prg_csv_number(csv, score->actual);
  for (size_t j = 0; j < sizeof value / sizeof value[0]; j++)
    prg_csv_significant(csv, value[j], FORECAST_DIGITS);
  prg_csv_end_row(csv);
}

static void csv_details(backtest_writer *writer, const prg_backtest_result *result) {
  for (size_t k = 0; k < result->n_model; k++)
    for (size_t i = 0; i < result->n_origin; i++)
      for (size_t h = 1; h <= result->horizon; h++)
        if (!isnan(prg_backtest_score(result, i, k, h)->actual))
          csv_detail(&writer->csv, result, i, k, h);
}

/* --- JSON --- */

static void json_message(backtest_writer *writer, const prg_message *message) {
  prg_buffer words;
  prg_buffer_init(&words);
  prg_message_write(message, writer->run->language, &words);
  prg_json_string(&writer->json, prg_buffer_string(&words));
  writer->run->out.failed = writer->run->out.failed || words.failed;
  prg_buffer_free(&words);
}

static void json_range(prg_json *json, const char *key, double lower, double upper) {
  prg_json_key(json, key);
  prg_json_array(json, PRG_JSON_FLAT);
  prg_json_rounded(json, lower, DIGITS);
  prg_json_rounded(json, upper, DIGITS);
  prg_json_close(json);
}

static void json_lead(prg_json *json, size_t lead, const prg_measures *measures) {
  double value[MEASURES];
  list_measures(measures, value);
  prg_json_object(json, PRG_JSON_FLAT);
  prg_json_key(json, "lead");
  if (lead == 0)
    prg_json_string(json, ALL);
  else
    prg_json_number(json, (double)lead);
  prg_json_key(json, "n");
  prg_json_number(json, (double)measures->n);
  for (size_t i = 0; i < MEASURES; i++) {
    prg_json_key(json, measure_name[i]);
    prg_json_rounded(json, value[i], DIGITS);
  }
  json_range(json, "coverage_80_interval", measures->coverage_80_lower,
             measures->coverage_80_upper);
  json_range(json, "coverage_95_interval", measures->coverage_95_lower,
             measures->coverage_95_upper);
  prg_json_close(json);
}

static void json_forecasts(prg_json *json, const prg_backtest_result *result, size_t k) {
  char period[PRG_PERIOD_BYTES];
  prg_json_key(json, "forecasts");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t i = 0; i < result->n_origin; i++) {
    for (size_t h = 1; h <= result->horizon; h++) {
      const prg_score *score = prg_backtest_score(result, i, k, h);
      if (isnan(score->actual))
        continue;
      size_t t = result->origin[i];
      prg_json_object(json, PRG_JSON_FLAT);
      prg_json_key(json, "origin");
      prg_json_string(json, prg_period_print(prg_series_period(result->series, t), period));
      prg_json_key(json, "period");
      prg_json_string(json, prg_period_print(prg_series_period(result->series, t + h), period));
      prg_json_key(json, "actual");
      prg_json_number(json, score->actual);
      prg_json_key(json, "value");
      prg_json_rounded(json, score->point, FORECAST_DIGITS);
      json_range(json, "interval_80", score->lower_80, score->upper_80);
      json_range(json, "interval_95", score->lower_95, score->upper_95);
      prg_json_close(json);
    }
  }
  prg_json_close(json);
}

/* result: NULL for all series together. */
static void json_model(backtest_writer *writer, const prg_backtest_summary *summary, size_t k,
                       const prg_backtest_result *result) {
  prg_json *json = &writer->json;
  prg_json_object(json, PRG_JSON_LINES);
  prg_json_key(json, "model");
  prg_json_string(json, summary->model[k]->name);
  prg_json_key(json, "better_than_naive");
  prg_json_number(json, (double)summary->n_better[k]);
  prg_json_key(json, "measures");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t lead = 0; lead <= summary->horizon; lead++) {
    prg_measures measures = prg_backtest_summary_measures(summary, k, lead);
    if (measures.n > 0)
      json_lead(json, lead, &measures);
  }
  prg_json_close(json);
  if (result != NULL && writer->details)
    json_forecasts(json, result, k);
  prg_json_close(json);
}

static void json_summary(backtest_writer *writer, const prg_backtest_summary *summary,
                         const prg_backtest_result *result, const prg_notes *notes) {
  prg_json *json = &writer->json;
  prg_json_object(json, PRG_JSON_LINES);
  prg_json_key(json, "series");
  prg_json_string(json, result == NULL ? ALL : result->series->name);
  prg_json_key(json, "origins");
  prg_json_number(json, (double)summary->n_origin);
  if (result != NULL) {
    prg_json_key(json, "first");
    prg_json_number(json, (double)result->first);
  }
  prg_json_key(json, "models");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t k = 0; k < summary->n_model; k++)
    if (prg_backtest_summary_has(summary, k))
      json_model(writer, summary, k, result);
  prg_json_close(json);
  prg_json_key(json, "notes");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t i = 0; i < notes->n; i++)
    json_message(writer, &notes->note[i]);
  prg_json_close(json);
  prg_json_close(json);
}

/* --- tables --- */

static const char *words(const backtest_writer *writer, prg_text text) {
  return prg_text_get(text, writer->run->language);
}

static void add_message(backtest_writer *writer, prg_text text, const prg_argument *arguments) {
  prg_message message;
  prg_message_set(&message, text, arguments);
  prg_message_write(&message, writer->run->language, &writer->run->out);
}

/* An empty cell where there is no number. */
static void add_number(backtest_writer *writer, prg_text_table *table, double value, int decimals) {
  char text[PRG_NUMBER_BYTES] = "";
  if (!isnan(value))
    prg_number_people(text, value, decimals, writer->run->language);
  prg_text_table_add(table, text);
}

/* "67 % (30–90)": the share, and what it could be. */
static void add_coverage(backtest_writer *writer, prg_text_table *table, double share, double lower,
                         double upper) {
  prg_buffer cell;
  prg_buffer_init(&cell);
  prg_buffer_add_per_cent(&cell, share, 0, writer->run->language);
  prg_buffer_add(&cell, " (");
  prg_buffer_add_people(&cell, 100 * lower, 0, writer->run->language);
  prg_buffer_add(&cell, "–");
  prg_buffer_add_people(&cell, 100 * upper, 0, writer->run->language);
  prg_buffer_add_char(&cell, ')');
  prg_text_table_add(table, prg_buffer_string(&cell));
  prg_buffer_free(&cell);
}

/* Decimals for three significant digits of an error of that size. */
static int decimals_for(double size) {
  if (!(size > 0))
    return 1;
  double decimals = 2 - floor(log10(size));
  return (int)fmin(fmax(decimals, 0), 6);
}

static void add_measure_row(backtest_writer *writer, prg_text_table *table, const char *model,
                            const prg_measures *m, int decimals) {
  prg_text_table_add(table, model);
  add_number(writer, table, m->mase, 2);
  add_number(writer, table, m->rmsse, 2);
  add_number(writer, table, m->smape, 1);
  add_number(writer, table, m->mape, 1);
  add_number(writer, table, m->bias, decimals);
  add_coverage(writer, table, m->coverage_80, m->coverage_80_lower, m->coverage_80_upper);
  add_coverage(writer, table, m->coverage_95, m->coverage_95_lower, m->coverage_95_upper);
  add_number(writer, table, m->msis, 1);
  add_number(writer, table, m->crps, decimals);
}

static void write_measures(backtest_writer *writer, const prg_backtest_summary *summary) {
  static const prg_text heading[] = {PRG_TEXT_BACKTEST_MODEL,       PRG_TEXT_BACKTEST_MASE,
                                     PRG_TEXT_BACKTEST_RMSSE,       PRG_TEXT_BACKTEST_SMAPE,
                                     PRG_TEXT_BACKTEST_MAPE,        PRG_TEXT_BACKTEST_BIAS,
                                     PRG_TEXT_BACKTEST_COVERAGE_80, PRG_TEXT_BACKTEST_COVERAGE_95,
                                     PRG_TEXT_BACKTEST_MSIS,        PRG_TEXT_BACKTEST_CRPS};
  size_t n = sizeof heading / sizeof heading[0];
  double largest = 0;
  for (size_t k = 0; k < summary->n_model; k++)
    largest = fmax(largest, prg_backtest_summary_measures(summary, k, 0).crps);
  int decimals = decimals_for(largest);
  prg_text_table table;
  prg_text_table_init(&table, n);
  for (size_t i = 0; i < n; i++)
    prg_text_table_add(&table, words(writer, heading[i]));
  for (size_t k = 0; k < summary->n_model; k++) {
    prg_measures measures = prg_backtest_summary_measures(summary, k, 0);
    if (prg_backtest_summary_has(summary, k))
      add_measure_row(writer, &table, summary->model[k]->name, &measures, decimals);
  }
  prg_text_table_write(&table, &writer->run->out);
  prg_text_table_free(&table);
}

/* The leads with outcomes; at most `most` of them, evenly from the first to the last. */
static size_t choose_leads(const prg_backtest_summary *summary, size_t most, size_t *lead) {
  size_t last = summary->horizon, n = 0;
  while (last > 1 && prg_backtest_summary_measures(summary, summary->naive, last).n == 0)
    last--;
  size_t count = last < most ? last : most;
  for (size_t i = 0; i < count; i++) {
    size_t h = count == 1 ? 1 : 1 + (i * (last - 1) + (count - 1) / 2) / (count - 1);
    if (prg_backtest_summary_measures(summary, summary->naive, h).n > 0)
      lead[n++] = h;
  }
  return n;
}

#define LEADS 12

static void write_leads(backtest_writer *writer, const prg_backtest_summary *summary) {
  size_t lead[LEADS], n = choose_leads(summary, LEADS, lead);
  prg_text_table table;
  prg_text_table_init(&table, n + 1);
  prg_text_table_add(&table, words(writer, PRG_TEXT_BACKTEST_BY_LEAD));
  for (size_t i = 0; i < n; i++)
    add_number(writer, &table, (double)lead[i], 0);
  for (size_t k = 0; k < summary->n_model; k++) {
    if (!prg_backtest_summary_has(summary, k))
      continue;
    prg_text_table_add(&table, summary->model[k]->name);
    for (size_t i = 0; i < n; i++)
      add_number(writer, &table, prg_backtest_summary_measures(summary, k, lead[i]).mase, 2);
  }
  prg_text_table_add(&table, words(writer, PRG_TEXT_BACKTEST_OUTCOMES));
  for (size_t i = 0; i < n; i++)
    add_number(writer, &table,
               (double)prg_backtest_summary_measures(summary, summary->naive, lead[i]).n, 0);
  prg_text_table_write(&table, &writer->run->out);
  prg_text_table_free(&table);
}

static void add_detail_row(backtest_writer *writer, prg_text_table *table,
                           const prg_backtest_result *result, size_t i, size_t k, size_t h) {
  const prg_score *score = prg_backtest_score(result, i, k, h);
  int decimals = decimals_for(result->scale.absolute);
  const double value[] = {score->point,    score->point - score->actual,
                          score->lower_80, score->upper_80,
                          score->lower_95, score->upper_95};
  char period[PRG_PERIOD_BYTES];
  prg_language language = writer->run->language;
  prg_text_table_add(table, result->model[k]->name);
  prg_text_table_add(table,
                     prg_period_print_people(prg_series_period(result->series, result->origin[i]),
                                             language, period));
  prg_text_table_add(
      table, prg_period_print_people(prg_series_period(result->series, result->origin[i] + h),
                                     language, period));
  add_number(writer, table, score->actual, -1);
  for (size_t j = 0; j < sizeof value / sizeof value[0]; j++)
    add_number(writer, table, value[j], decimals);
}

static void write_detail_table(backtest_writer *writer, const prg_backtest_result *result) {
  static const prg_text heading[] = {PRG_TEXT_BACKTEST_MODEL,    PRG_TEXT_BACKTEST_ORIGIN,
                                     PRG_TEXT_BACKTEST_PERIOD,   PRG_TEXT_BACKTEST_ACTUAL,
                                     PRG_TEXT_BACKTEST_FORECAST, PRG_TEXT_BACKTEST_ERROR,
                                     PRG_TEXT_BACKTEST_LOWER_80, PRG_TEXT_BACKTEST_UPPER,
                                     PRG_TEXT_BACKTEST_LOWER_95, PRG_TEXT_BACKTEST_UPPER};
  size_t n = sizeof heading / sizeof heading[0];
  prg_text_table table;
  prg_text_table_init(&table, n);
  for (size_t i = 0; i < n; i++)
    prg_text_table_add(&table, words(writer, heading[i]));
  for (size_t k = 0; k < result->n_model; k++)
    for (size_t i = 0; i < result->n_origin; i++)
      for (size_t h = 1; h <= result->horizon; h++)
        if (!isnan(prg_backtest_score(result, i, k, h)->actual))
          add_detail_row(writer, &table, result, i, k, h);
  prg_text_table_write(&table, &writer->run->out);
  prg_text_table_free(&table);
}

static void write_notes(backtest_writer *writer, const prg_notes *notes) {
  prg_buffer *out = &writer->run->out;
  prg_buffer_add_char(out, '\n');
  for (size_t i = 0; i < notes->n; i++) {
    prg_message_write(&notes->note[i], writer->run->language, out);
    prg_buffer_add_char(out, '\n');
  }
}

/* Which origins, and how long the shortest window. */
static void write_heading(backtest_writer *writer, const prg_backtest_result *result) {
  prg_language language = writer->run->language;
  char from[PRG_PERIOD_BYTES], to[PRG_PERIOD_BYTES];
  size_t last = result->origin[result->n_origin - 1];
  prg_period_print_people(prg_series_period(result->series, result->origin[0]), language, from);
  prg_period_print_people(prg_series_period(result->series, last), language, to);
  add_message(writer, PRG_TEXT_BACKTEST_HEADING,
              PRG_ARGS(prg_string(result->series->name), prg_integer((long long)result->n_origin),
                       prg_string(from), prg_string(to), prg_integer((long long)result->first)));
  prg_buffer_add(&writer->run->out, "\n\n");
}

static void write_summary_tables(backtest_writer *writer, const prg_backtest_summary *summary) {
  write_measures(writer, summary);
  prg_buffer_add_char(&writer->run->out, '\n');
  write_leads(writer, summary);
}

/* --- all formats --- */

/* Tables stand apart. */
static void begin_table(backtest_writer *writer) {
  if (writer->begun)
    prg_buffer_add_char(&writer->run->out, '\n');
  writer->begun = true;
}

void backtest_write_begin(backtest_writer *writer) {
  prg_buffer *out = &writer->run->out;
  if (writer->format == BACKTEST_CSV)
    csv_head(writer);
  if (writer->format == BACKTEST_JSON) {
    prg_json_init(&writer->json, out);
    prg_json_array(&writer->json, PRG_JSON_LINES);
  }
}

void backtest_write_series(backtest_writer *writer, const prg_backtest_result *result,
                           const prg_backtest_summary *summary) {
  prg_notes notes = result->notes;
  prg_backtest_recommend(summary, &notes);
  switch (writer->format) {
  case BACKTEST_CSV:
    if (writer->details)
      csv_details(writer, result);
    else
      csv_summary(writer, result->series->name, summary);
    break;
  case BACKTEST_JSON:
    json_summary(writer, summary, result, &notes);
    break;
  case BACKTEST_TABLE:
    begin_table(writer);
    write_heading(writer, result);
    if (writer->details)
      write_detail_table(writer, result);
    else
      write_summary_tables(writer, summary);
    write_notes(writer, &notes);
    break;
  }
}

void backtest_write_all(backtest_writer *writer, const prg_backtest_summary *summary) {
  prg_notes notes = {0};
  prg_backtest_recommend(summary, &notes);
  switch (writer->format) {
  case BACKTEST_CSV:
    if (!writer->details)
      csv_summary(writer, ALL, summary);
    break;
  case BACKTEST_JSON:
    json_summary(writer, summary, NULL, &notes);
    break;
  case BACKTEST_TABLE:
    begin_table(writer);
    add_message(writer, PRG_TEXT_BACKTEST_HEADING_ALL,
                PRG_ARGS(prg_integer((long long)summary->n_series),
                         prg_integer((long long)summary->n_origin)));
    prg_buffer_add(&writer->run->out, "\n\n");
    write_summary_tables(writer, summary);
    write_notes(writer, &notes);
    break;
  }
}

void backtest_write_end(backtest_writer *writer) {
  prg_buffer *out = &writer->run->out;
  if (writer->format == BACKTEST_JSON) {
    prg_json_close(&writer->json);
    prg_buffer_add_char(out, '\n');
  } else if (writer->format == BACKTEST_TABLE && !writer->details) {
    prg_buffer_add_char(out, '\n');
    prg_buffer_add(out, words(writer, PRG_TEXT_BACKTEST_LEGEND));
  }
}
