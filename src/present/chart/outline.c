#include "present/chart/outline.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

/* Three significant digits of the largest figure, at most six decimals. */
static int decimals_by_size(const prg_series *series) {
  double largest = 0;
  for (size_t t = 0; t < series->n; t++)
    largest = fmax(largest, fabs(series->value[t]));
  if (largest == 0)
    return 0;
  int decimals = 2 - (int)floor(log10(largest));
  return decimals < 0 ? 0 : decimals > 6 ? 6 : decimals;
}

void prg_outline_init(prg_outline *outline, const prg_forecast *forecast, int decimals) {
  const prg_series *series = forecast->series;
  *outline = (prg_outline){.forecast = forecast, .series = series, .empty = true};
  for (size_t t = 0; t < series->n; t++) {
    if (isnan(series->value[t]))
      continue;
    if (outline->empty)
      outline->first = t;
    outline->empty = false;
    outline->last = t;
  }
  outline->horizon = forecast->distribution.horizon;
  outline->decimals = decimals >= 0                 ? decimals
                      : prg_series_is_count(series) ? 0
                                                    : decimals_by_size(series);
}

prg_period prg_outline_begin(const prg_outline *outline) {
  return prg_series_period(outline->series, outline->first);
}

prg_period prg_outline_origin(const prg_outline *outline) {
  return outline->horizon > 0 ? outline->forecast->origin
                              : prg_series_period(outline->series, outline->last);
}

prg_period prg_outline_end(const prg_outline *outline) {
  return prg_period_add(prg_outline_origin(outline), (int)outline->horizon);
}

double prg_outline_first_value(const prg_outline *outline) {
  return outline->series->value[outline->first];
}

double prg_outline_last_value(const prg_outline *outline) {
  return outline->series->value[outline->last];
}

void prg_add_when(prg_buffer *out, prg_period period, prg_language language) {
  char text[PRG_PERIOD_BYTES];
  prg_text row = period.frequency == PRG_YEAR          ? PRG_TEXT_WHEN_YEAR
                 : period.frequency == PRG_SCHOOL_YEAR ? PRG_TEXT_WHEN_SCHOOL_YEAR
                 : period.frequency == PRG_INDEX       ? PRG_TEXT_WHEN_INDEX
                                                       : PRG_TEXT_WHEN_OTHER;
  prg_buffer words;
  prg_buffer_init(&words);
  prg_message message;
  prg_message_set(&message, row,
                  PRG_ARGS(prg_string(prg_period_print_people(period, language, text))));
  prg_message_write(&message, language, &words);
  for (const char *c = prg_buffer_string(&words); *c != '\0'; c++)
    prg_buffer_add_n(out, *c == ' ' ? "\u00A0" : c, *c == ' ' ? strlen("\u00A0") : 1);
  out->failed = out->failed || words.failed;
  prg_buffer_free(&words);
}

prg_argument prg_when(prg_period period, prg_language language) {
  prg_buffer text;
  prg_buffer_init(&text);
  prg_add_when(&text, period, language);
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}

void prg_add_odds(prg_buffer *out, double level, prg_language language) {
  double tenths = round(10 * level);
  bool in_ten = fabs(tenths - 10 * level) < 1e-9;
  double hundredths = round(100 * level);
  bool in_hundred = fabs(hundredths - 100 * level) < 1e-9;
  double of = in_ten ? 10 : in_hundred ? 100 : 1000;
  prg_message message;
  prg_message_set(
      &message, PRG_TEXT_ODDS,
      PRG_ARGS(prg_number(level * of, in_ten || in_hundred ? 0 : -1), prg_number(of, 0)));
  prg_message_write(&message, language, out);
}
