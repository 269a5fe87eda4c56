#include <prognos/json.h>

#include <assert.h>
#include <math.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/utf8.h>

#include "present/chart/outline.h"

/* Digits of a forecast: more than any of them means, few enough to read. */
static const int forecast_digits = 10;

void prg_json_init(prg_json *json, prg_buffer *out) {
  *json = (prg_json){.out = out};
}

static bool is_flat(const prg_json *json) {
  return json->depth > 0 && json->style[json->depth - 1] == PRG_JSON_FLAT;
}

static void new_line(prg_json *json) {
  prg_buffer_add_char(json->out, '\n');
  prg_buffer_fill(json->out, ' ', 2 * json->depth);
}

/* What stands before a member: comma, line feed, indentation. */
static void begin_member(prg_json *json) {
  if (json->after_key || json->depth == 0) {
    json->after_key = false;
    return;
  }
  if (json->filled[json->depth - 1])
    prg_buffer_add(json->out, is_flat(json) ? ", " : ",");
  if (!is_flat(json))
    new_line(json);
  json->filled[json->depth - 1] = true;
}

static void open_container(prg_json *json, prg_json_style style, char open, char shut) {
  begin_member(json);
  assert(json->depth < PRG_JSON_DEPTH);
  json->style[json->depth] = is_flat(json) ? PRG_JSON_FLAT : style;
  json->shut[json->depth] = shut;
  json->filled[json->depth] = false;
  json->depth++;
  prg_buffer_add_char(json->out, open);
}

void prg_json_object(prg_json *json, prg_json_style style) {
  open_container(json, style, '{', '}');
}

void prg_json_array(prg_json *json, prg_json_style style) {
  open_container(json, style, '[', ']');
}

void prg_json_close(prg_json *json) {
  assert(json->depth > 0);
  bool on_own_line = !is_flat(json) && json->filled[json->depth - 1];
  char shut = json->shut[--json->depth];
  if (on_own_line)
    new_line(json);
  prg_buffer_add_char(json->out, shut);
}

/* One character: the quote, the backslash and what is below a blank escaped. */
static size_t add_character(prg_buffer *out, const char *text, size_t n) {
  uint32_t character;
  size_t length = prg_utf8_decode(text, n, &character);
  if (length == 0) {
    prg_buffer_add(out, "\uFFFD");
    return 1;
  }
  if (character == '"' || character == '\\')
    prg_buffer_printf(out, "\\%c", (char)character);
  else if (character == '\n')
    prg_buffer_add(out, "\\n");
  else if (character == '\t')
    prg_buffer_add(out, "\\t");
  else if (character < 0x20 || character == 0x7F)
    prg_buffer_printf(out, "\\u%04x", (unsigned)character);
  else
    prg_buffer_add_n(out, text, length);
  return length;
}

static void add_quoted(prg_buffer *out, const char *text) {
  prg_buffer_add_char(out, '"');
  for (size_t left = strlen(text), length; left > 0; text += length, left -= length)
    length = add_character(out, text, left);
  prg_buffer_add_char(out, '"');
}

void prg_json_key(prg_json *json, const char *key) {
  begin_member(json);
  add_quoted(json->out, key);
  prg_buffer_add(json->out, ": ");
  json->after_key = true;
}

void prg_json_string(prg_json *json, const char *string) {
  begin_member(json);
  add_quoted(json->out, string);
}

void prg_json_null(prg_json *json) {
  begin_member(json);
  prg_buffer_add(json->out, "null");
}

void prg_json_boolean(prg_json *json, bool boolean) {
  begin_member(json);
  prg_buffer_add(json->out, boolean ? "true" : "false");
}

void prg_json_number(prg_json *json, double number) {
  if (!isfinite(number)) {
    prg_json_null(json);
    return;
  }
  begin_member(json);
  prg_buffer_add_shortest(json->out, number);
}

void prg_json_rounded(prg_json *json, double number, int digits) {
  if (!isfinite(number)) {
    prg_json_null(json);
    return;
  }
  begin_member(json);
  prg_buffer_add_significant(json->out, number, digits);
}

static void number_member(prg_json *json, const char *key, double number) {
  prg_json_key(json, key);
  prg_json_number(json, number);
}

static void rounded_member(prg_json *json, const char *key, double number) {
  prg_json_key(json, key);
  prg_json_rounded(json, number, forecast_digits);
}

static void string_member(prg_json *json, const char *key, const char *string) {
  prg_json_key(json, key);
  prg_json_string(json, string);
}

static void period_member(prg_json *json, const char *key, prg_period period) {
  char text[PRG_PERIOD_BYTES];
  string_member(json, key, prg_period_print(period, text));
}

static void write_message(prg_json *json, const prg_message *message, prg_language language) {
  prg_buffer text;
  prg_buffer_init(&text);
  prg_message_write(message, language, &text);
  prg_json_string(json, prg_buffer_string(&text));
  json->out->failed = json->out->failed || text.failed;
  prg_buffer_free(&text);
}

static void write_coefficient(prg_json *json, const prg_coefficient *coefficient) {
  prg_json_object(json, PRG_JSON_FLAT);
  string_member(json, "name", coefficient->name);
  number_member(json, "estimate", coefficient->estimate);
  number_member(json, "std_error", coefficient->std_error);
  number_member(json, "t", coefficient->t);
  number_member(json, "p", coefficient->p);
  number_member(json, "lower_95", coefficient->lower_95);
  number_member(json, "upper_95", coefficient->upper_95);
  prg_json_close(json);
}

static void numbers_member(prg_json *json, const char *key, const double *number, size_t n) {
  prg_json_key(json, key);
  prg_json_array(json, PRG_JSON_FLAT);
  for (size_t t = 0; number != NULL && t < n; t++)
    prg_json_number(json, number[t]);
  prg_json_close(json);
}

void prg_json_trend(prg_json *json, const char *name, const prg_trend *trend,
                    prg_language language) {
  prg_json_object(json, PRG_JSON_LINES);
  string_member(json, "series", name);
  string_member(json, "model", trend->model == NULL ? "" : trend->model);
  number_member(json, "n", (double)trend->n);
  prg_json_key(json, "coefficients");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t k = 0; k < trend->n_coefficient; k++)
    write_coefficient(json, &trend->coefficient[k]);
  prg_json_close(json);
  number_member(json, "df", trend->df);
  number_member(json, "sigma", trend->sigma);
  number_member(json, "r_squared", trend->r_squared);
  number_member(json, "log_likelihood", trend->log_likelihood);
  number_member(json, "aicc", trend->aicc);
  number_member(json, "durbin_watson", trend->durbin_watson);
  number_member(json, "dispersion", trend->dispersion);
  numbers_member(json, "time", trend->time, trend->n);
  numbers_member(json, "fitted", trend->fitted, trend->n);
  numbers_member(json, "residuals", trend->residual, trend->n);
  prg_json_key(json, "sentence");
  write_message(json, &trend->sentence, language);
  prg_json_close(json);
}

static void write_observations(prg_json *json, const prg_series *series) {
  prg_json_key(json, "observations");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t t = 0; t < series->n; t++) {
    prg_json_object(json, PRG_JSON_FLAT);
    period_member(json, "period", prg_series_period(series, t));
    number_member(json, "value", series->value[t]);
    string_member(json, "status", prg_observation_name(series->observation[t]));
    prg_json_close(json);
  }
  prg_json_close(json);
}

static void write_step(prg_json *json, const prg_forecast *forecast, size_t h, const double *level,
                       size_t n_level) {
  prg_json_object(json, PRG_JSON_FLAT);
  period_member(json, "period", prg_forecast_period(forecast, h));
  rounded_member(json, "value", prg_forecast_point(forecast, h));
  prg_json_key(json, "intervals");
  prg_json_array(json, PRG_JSON_FLAT);
  for (size_t k = 0; k < n_level; k++) {
    double lower, upper;
    prg_forecast_interval(forecast, h, level[k], &lower, &upper);
    prg_json_object(json, PRG_JSON_FLAT);
    rounded_member(json, "level", level[k]);
    rounded_member(json, "lower", lower);
    rounded_member(json, "upper", upper);
    prg_json_close(json);
  }
  prg_json_close(json);
  prg_json_close(json);
}

void prg_json_forecast(prg_json *json, const prg_forecast *forecast, const double *level,
                       size_t n_level, prg_language language) {
  prg_outline series;
  prg_outline_init(&series, forecast, -1);
  prg_json_object(json, PRG_JSON_LINES);
  string_member(json, "series", series.series->name);
  string_member(json, "model", forecast->model == NULL ? "" : forecast->model);
  string_member(json, "frequency", prg_frequency_name(series.series->start.frequency));
  if (!series.empty)
    period_member(json, "origin", prg_outline_origin(&series));
  write_observations(json, series.series);
  prg_json_key(json, "forecasts");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t h = 1; h <= series.horizon; h++)
    write_step(json, forecast, h, level, n_level);
  prg_json_close(json);
  prg_json_key(json, "notes");
  prg_json_array(json, PRG_JSON_LINES);
  for (size_t i = 0; i < forecast->notes.n; i++)
    write_message(json, &forecast->notes.note[i], language);
  prg_json_close(json);
  prg_json_close(json);
}
