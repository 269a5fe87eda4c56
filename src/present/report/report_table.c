#include <prognos/report_table.h>

#include <assert.h>
#include <math.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/sparkline.h>
#include <prognos/text_table.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"
#include "present/chart/outline.h"
#include "present/paragraph.h"

static const double default_level[] = {0.80, 0.95};
/* Digits that an auditor compares; p-values get three decimals. */
static const int trend_digits = 6;

void prg_report_options_init(prg_report_options *options) {
  *options = (prg_report_options){.language = PRG_SWEDISH,
                                  .level = default_level,
                                  .n_level = 2,
                                  .decimals = -1,
                                  .model_title = PRG_TEXT_NONE,
                                  .width = 100};
}

static void add_text(prg_buffer *out, prg_text text, prg_language language) {
  prg_buffer_add(out, prg_text_get(text, language));
}

static void add_message(prg_buffer *out, const prg_message *message,
                        const prg_report_options *options) {
  prg_buffer text;
  prg_buffer_init(&text);
  prg_message_write(message, options->language, &text);
  paragraph_add(out, prg_buffer_string(&text), options->width, 0);
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

static const char *model_words(const char *model, const prg_report_options *options) {
  return options->model_title != PRG_TEXT_NONE
             ? prg_text_get(options->model_title, options->language)
         : model != NULL ? model
                         : "";
}

/* "Grundsärskola (elever)", and below it the model. */
static void add_heading(prg_buffer *out, const char *name, const char *model,
                        const prg_report_options *options) {
  prg_add_one_line(out, name);
  if (word_is_given(options->unit)) {
    prg_buffer_add(out, " (");
    prg_add_one_line(out, options->unit);
    prg_buffer_add_char(out, ')');
  }
  if (model[0] != '\0') {
    prg_buffer_add(out, " · ");
    add_text(out, PRG_TEXT_REPORT_MODEL, options->language);
    prg_buffer_add(out, model);
  }
  prg_buffer_add_char(out, '\n');
}

/* Outcome, a line, and the point forecasts, on one scale. */
static void add_sparkline(prg_buffer *out, const prg_outline *series) {
  double low = INFINITY, high = -INFINITY;
  for (size_t t = series->first; t <= series->last; t++) {
    low = fmin(low, series->series->value[t]);
    high = fmax(high, series->series->value[t]);
  }
  for (size_t h = 1; h <= series->horizon; h++) {
    low = fmin(low, prg_forecast_point(series->forecast, h));
    high = fmax(high, prg_forecast_point(series->forecast, h));
  }
  prg_sparkline_add(out, series->series->value + series->first, series->last - series->first + 1,
                    low, high);
  prg_buffer_add(out, series->horizon > 0 ? "┊" : "");
  for (size_t h = 1; h <= series->horizon; h++) {
    double point = prg_forecast_point(series->forecast, h);
    prg_sparkline_add(out, &point, 1, low, high);
  }
  prg_buffer_add(out, "\n\n");
}

static void add_headings(prg_text_table *table, const prg_report_options *options,
                         bool has_forecast) {
  prg_text_table_add(table, prg_text_get(PRG_TEXT_REPORT_PERIOD, options->language));
  prg_text_table_add(table, prg_text_get(PRG_TEXT_REPORT_OUTCOME, options->language));
  if (!has_forecast)
    return;
  prg_text_table_add(table, prg_text_get(PRG_TEXT_REPORT_FORECAST, options->language));
  for (size_t k = 0; k < options->n_level; k++) {
    prg_buffer odds;
    prg_buffer_init(&odds);
    prg_add_odds(&odds, options->level[k], options->language);
    prg_text_table_add(table, prg_buffer_string(&odds));
    prg_buffer_free(&odds);
  }
}

static void add_outcome_row(prg_text_table *table, const prg_outline *series, size_t t,
                            const prg_report_options *options) {
  prg_text_table_period(table, prg_series_period(series->series, t), options->language);
  double value = series->series->value[t];
  if (isnan(value))
    prg_text_table_add(table, "..");
  else
    prg_text_table_number(table, value, series->decimals, options->language);
  for (size_t k = 2; k < table->n_column; k++)
    prg_text_table_add(table, "");
}

static void add_forecast_row(prg_text_table *table, const prg_outline *series, size_t h,
                             const prg_report_options *options) {
  const prg_forecast *forecast = series->forecast;
  prg_language language = options->language;
  prg_text_table_period(table, prg_forecast_period(forecast, h), language);
  prg_text_table_add(table, "");
  prg_text_table_number(table, prg_forecast_point(forecast, h), series->decimals, language);
  for (size_t k = 0; k < options->n_level; k++) {
    double lower, upper;
    prg_forecast_interval(forecast, h, options->level[k], &lower, &upper);
    prg_text_table_interval(table, lower, upper, series->decimals, language);
  }
}

void prg_report_fill(const prg_forecast *forecast, const prg_report_options *options,
                     prg_text_table *table) {
  prg_outline series;
  assert(options->n_level <= PRG_REPORT_LEVELS);
  prg_outline_init(&series, forecast, options->decimals);
  bool has_forecast = series.horizon > 0;
  prg_text_table_init(table, has_forecast ? 3 + options->n_level : 2);
  add_headings(table, options, has_forecast);
  for (size_t t = series.first; !series.empty && t <= series.last; t++)
    add_outcome_row(table, &series, t, options);
  for (size_t h = 1; h <= series.horizon; h++)
    add_forecast_row(table, &series, h, options);
}

void prg_report_forecast(const prg_forecast *forecast, const prg_report_options *options,
                         prg_buffer *out) {
  prg_outline series;
  prg_text_table table;
  prg_outline_init(&series, forecast, options->decimals);
  add_heading(out, series.series->name, model_words(forecast->model, options), options);
  if (!series.empty)
    add_sparkline(out, &series);
  prg_report_fill(forecast, options, &table);
  prg_text_table_write(&table, out);
  prg_text_table_free(&table);
  if (forecast->notes.n > 0)
    prg_buffer_add_char(out, '\n');
  for (size_t i = 0; i < forecast->notes.n; i++)
    add_message(out, &forecast->notes.note[i], options);
}

/* To so many significant digits, but at most ten decimals. */
static int decimals_of(double value, int digits) {
  if (value == 0 || !isfinite(value))
    return 0;
  int decimals = digits - 1 - (int)floor(log10(fabs(value)));
  return decimals < 0 ? 0 : decimals > 10 ? 10 : decimals;
}

static void add_digits_cell(prg_text_table *table, double value, prg_language language) {
  prg_text_table_number(table, value, decimals_of(value, trend_digits), language);
}

static void add_p_cell(prg_text_table *table, double p, prg_language language) {
  char text[PRG_NUMBER_BYTES + 1] = "<";
  if (p < 0.001) {
    prg_number_people(text + 1, 0.001, 3, language);
    prg_text_table_add(table, text);
  } else {
    prg_text_table_number(table, p, 3, language);
  }
}

/* The names of coefficients in words; one that is not here is shown as it is. */
static const char *coefficient_words(const char *name, prg_language language) {
  static const struct {
    const char *name;
    prg_text words;
  } row[] = {
      {"intercept", PRG_TEXT_REPORT_INTERCEPT},     {"slope", PRG_TEXT_REPORT_SLOPE},
      {"quadratic", PRG_TEXT_REPORT_QUADRATIC},     {"slope_before", PRG_TEXT_REPORT_SLOPE_BEFORE},
      {"slope_after", PRG_TEXT_REPORT_SLOPE_AFTER}, {"break", PRG_TEXT_REPORT_BREAK},
      {"capacity", PRG_TEXT_REPORT_CAPACITY},       {"rate", PRG_TEXT_REPORT_RATE},
      {"midpoint", PRG_TEXT_REPORT_MIDPOINT},       {"theta", PRG_TEXT_REPORT_THETA},
      {"event_1", PRG_TEXT_REPORT_EVENT_1},         {"event_2", PRG_TEXT_REPORT_EVENT_2},
      {"event_3", PRG_TEXT_REPORT_EVENT_3},         {"event_4", PRG_TEXT_REPORT_EVENT_4},
      {"event_5", PRG_TEXT_REPORT_EVENT_5},         {"event_6", PRG_TEXT_REPORT_EVENT_6}};
  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
    if (strcmp(name, row[i].name) == 0)
      return prg_text_get(row[i].words, language);
  return name;
}

static void add_coefficients(prg_buffer *out, const prg_trend *trend, prg_language language) {
  static const prg_text heading[] = {PRG_TEXT_REPORT_COEFFICIENT, PRG_TEXT_REPORT_ESTIMATE,
                                     PRG_TEXT_REPORT_STD_ERROR,   PRG_TEXT_REPORT_T,
                                     PRG_TEXT_REPORT_P,           PRG_TEXT_REPORT_LOWER,
                                     PRG_TEXT_REPORT_UPPER};
  const size_t n = sizeof heading / sizeof heading[0];
  prg_text_table table;
  prg_text_table_init(&table, n);
  for (size_t k = 0; k < n; k++)
    prg_text_table_add(&table, prg_text_get(heading[k], language));
  for (size_t k = 0; k < trend->n_coefficient; k++) {
    const prg_coefficient *c = &trend->coefficient[k];
    prg_text_table_add(&table, coefficient_words(c->name, language));
    add_digits_cell(&table, c->estimate, language);
    add_digits_cell(&table, c->std_error, language);
    prg_text_table_number(&table, c->t, 2, language);
    add_p_cell(&table, c->p, language);
    add_digits_cell(&table, c->lower_95, language);
    add_digits_cell(&table, c->upper_95, language);
  }
  prg_text_table_write(&table, out);
  prg_text_table_free(&table);
}

/* " · name value", unless the value means nothing. */
static void add_measure(prg_buffer *out, prg_text name, double value, prg_language language) {
  if (isnan(value))
    return;
  prg_buffer_add(out, " · ");
  add_text(out, name, language);
  prg_buffer_add_char(out, ' ');
  prg_buffer_add_people(out, value, decimals_of(value, trend_digits), language);
}

void prg_report_trend(const char *name, const prg_trend *trend, const prg_report_options *options,
                      prg_buffer *out) {
  prg_language language = options->language;
  add_heading(out, name, model_words(trend->model, options), options);
  if (trend->sentence.text != PRG_TEXT_NONE)
    add_message(out, &trend->sentence, options);
  prg_buffer_add_char(out, '\n');
  add_coefficients(out, trend, language);
  prg_buffer_add(out, "\nn ");
  prg_buffer_add_people(out, (double)trend->n, 0, language);
  if (!isnan(trend->df)) {
    prg_buffer_add(out, " · ");
    add_text(out, PRG_TEXT_REPORT_DF, language);
    prg_buffer_add_char(out, ' ');
    prg_buffer_add_people(out, trend->df, -1, language);
  }
  add_measure(out, PRG_TEXT_REPORT_SIGMA, trend->sigma, language);
  add_measure(out, PRG_TEXT_REPORT_R_SQUARED, trend->r_squared, language);
  add_measure(out, PRG_TEXT_REPORT_AICC, trend->aicc, language);
  add_measure(out, PRG_TEXT_REPORT_DURBIN_WATSON, trend->durbin_watson, language);
  add_measure(out, PRG_TEXT_REPORT_DISPERSION, trend->dispersion, language);
  prg_buffer_add_char(out, '\n');
}
