/* The sentences of a chart: headline, subtitle, footer. */
#include "present/chart/chart_words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <prognos/number.h>

#include "base/word.h"
#include "present/canvas/canvas.h"
#include "present/canvas/gnuplot_text.h"
#include "present/chart/level.h"
#include "present/chart/page.h"

/* "; år 2025 troligen över 270, plats igen från år 2026"; over it already, the last part alone. */
static void add_crossing(const prg_outline *series, const prg_chart_options *options,
                         prg_buffer *out) {
  prg_language language = options->language;
  bool passed = prg_level_is_passed(options, series);
  size_t h = passed ? 0 : prg_level_crossing(options, series);
  if (h > 0) {
    prg_period when = prg_forecast_period(series->forecast, h);
    double level = prg_level_at(options, series->series->name, when);
    prg_add_message(out, PRG_TEXT_CHART_TITLE_CROSSING,
                    PRG_ARGS(prg_number(level, -1), prg_when(when, language)), language);
  }
  size_t again = prg_level_room_again(options, series);
  if (again > 0)
    prg_add_message(out, passed ? PRG_TEXT_CHART_TITLE_ROOM : PRG_TEXT_CHART_TITLE_ROOM_AGAIN,
                    PRG_ARGS(prg_when(prg_forecast_period(series->forecast, again), language)),
                    language);
}

/* "Grundsärskola: 249 elever 2022, omkring 308 år 2027"; without a unit it says "från 249 år 2022
 * till omkring 308 år 2027". */
static void title_of_one(const prg_outline *series, const prg_chart_options *options,
                         prg_buffer *out) {
  prg_language language = options->language;
  char origin[PRG_PERIOD_BYTES];
  prg_period_print_people(prg_series_period(series->series, series->last), language, origin);
  bool with_unit = word_is_given(options->unit);
  prg_argument name = prg_string(series->series->name);
  prg_argument last = prg_quantity(options, prg_outline_last_value(series), series->decimals);
  prg_argument last_when = prg_when(prg_series_period(series->series, series->last), language);
  if (series->horizon == 0) {
    prg_add_message(out, with_unit ? PRG_TEXT_CHART_TITLE_SERIES : PRG_TEXT_CHART_TITLE_SERIES_BARE,
                    PRG_ARGS(name, last, prg_string(origin), last_when), language);
    return;
  }
  double end = prg_forecast_point(series->forecast, series->horizon);
  prg_add_message(out,
                  with_unit ? PRG_TEXT_CHART_TITLE_FORECAST : PRG_TEXT_CHART_TITLE_FORECAST_BARE,
                  PRG_ARGS(name, last, prg_string(origin), prg_number(end, series->decimals),
                           prg_when(prg_outline_end(series), language), last_when),
                  language);
  add_crossing(series, options, out);
}

/* "Grundsärskola omkring 308 och Gymnasiesärskola omkring 139 år 2027" */
static void title_of_two(const prg_outline *series, const prg_chart_options *options,
                         prg_buffer *out) {
  prg_argument value[2];
  for (int i = 0; i < 2; i++)
    value[i] =
        prg_number(prg_forecast_point(series[i].forecast, series[i].horizon), series[i].decimals);
  prg_add_message(out, PRG_TEXT_CHART_TITLE_TWO,
                  PRG_ARGS(prg_string(series[0].series->name), value[0],
                           prg_string(series[1].series->name), value[1],
                           prg_when(prg_outline_end(&series[0]), options->language)),
                  options->language);
}

static prg_period latest_end(const prg_outline *series, size_t n) {
  prg_period end = prg_outline_end(&series[0]);
  for (size_t i = 1; i < n; i++)
    if (prg_period_compare(prg_outline_end(&series[i]), end) > 0)
      end = prg_outline_end(&series[i]);
  return end;
}

static void title_of_many(const prg_outline *series, size_t n, const prg_chart_options *options,
                          prg_buffer *out) {
  bool has_forecast = false;
  for (size_t i = 0; i < n; i++)
    has_forecast = has_forecast || series[i].horizon > 0;
  prg_add_message(
      out, has_forecast ? PRG_TEXT_CHART_TITLE_MANY_FORECAST : PRG_TEXT_CHART_TITLE_MANY,
      PRG_ARGS(prg_integer((long long)n), prg_when(latest_end(series, n), options->language)),
      options->language);
}

void prg_chart_title(const prg_forecast *const *forecast, size_t n,
                     const prg_chart_options *options, prg_buffer *out) {
  prg_outline series[PRG_CHART_SERIES_MAX];
  size_t shown = n < PRG_CHART_SERIES_MAX ? n : PRG_CHART_SERIES_MAX;
  bool empty = shown == 0;
  for (size_t i = 0; i < shown; i++) {
    prg_outline_init(&series[i], forecast[i], options->decimals);
    empty = empty || series[i].empty;
  }
  prg_buffer text;
  prg_buffer_init(&text);
  if (word_is_given(options->title))
    prg_buffer_add(&text, options->title);
  else if (shown == 1 && !empty)
    title_of_one(series, options, &text);
  else if (shown == 2 && !empty && series[0].horizon > 0 && series[1].horizon > 0 &&
           prg_period_compare(prg_outline_end(&series[0]), prg_outline_end(&series[1])) == 0)
    title_of_two(series, options, &text);
  else if (!empty)
    title_of_many(series, shown, options, &text);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

/* "2017–2022", or the one period if they are the same. */
static prg_argument span(prg_period from, prg_period to, prg_language language) {
  char begin[PRG_PERIOD_BYTES], end[PRG_PERIOD_BYTES], text[2 * PRG_PERIOD_BYTES + 4];
  prg_period_print_people(from, language, begin);
  prg_period_print_people(to, language, end);
  if (prg_period_compare(from, to) == 0)
    return prg_string(begin);
  snprintf(text, sizeof text, strchr(begin, ' ') != NULL ? "%s – %s" : "%s–%s", begin, end);
  return prg_string(text);
}

/* å, ä, ö and the other small letters of Latin-1 are 0xC3 and a byte 0x20 above the capital's. */
static void capitalise(char *text) {
  unsigned char *c = (unsigned char *)text;
  if (c[0] >= 'a' && c[0] <= 'z')
    c[0] = (unsigned char)(c[0] - 0x20);
  else if (c[0] == 0xC3 && c[1] >= 0xA0 && c[1] <= 0xBE && c[1] != 0xB7)
    c[1] = (unsigned char)(c[1] - 0x20);
}

void prg_chart_subtitle(const prg_chart_options *options, prg_period first, prg_period origin,
                        prg_period last, prg_buffer *out) {
  prg_language language = options->language;
  if (word_is_given(options->subtitle)) {
    prg_add_one_line(out, options->subtitle);
    return;
  }
  if (word_is_given(options->unit)) {
    prg_add_one_line(out, options->unit);
    prg_buffer_add(out, ", ");
  }
  prg_argument outcome = span(first, origin, language);
  if (prg_period_compare(last, origin) > 0)
    prg_add_message(out, PRG_TEXT_CHART_SUBTITLE_FORECAST,
                    PRG_ARGS(outcome, span(prg_period_add(origin, 1), last, language)), language);
  else
    prg_add_message(out, PRG_TEXT_CHART_SUBTITLE, PRG_ARGS(outcome), language);
  if (out->data != NULL)
    capitalise(out->data);
}

void prg_chart_footer(const prg_chart_options *options, prg_period origin, bool has_forecast,
                      bool cut_axis, prg_buffer *out) {
  prg_language language = options->language;
  char last[PRG_PERIOD_BYTES];
  prg_period_print_people(origin, language, last);
  if (word_is_given(options->source)) {
    prg_buffer_add(out, prg_text_get(PRG_TEXT_CHART_SOURCE, language));
    prg_add_footer_text(out, options->source);
    prg_buffer_add(out, " · ");
  }
  prg_buffer today = {0};
  prg_add_one_line(&today, word_is_given(options->today) ? options->today : "");
  if (today.length > 0 && has_forecast)
    prg_add_message(out, PRG_TEXT_CHART_MADE,
                    PRG_ARGS(prg_string(prg_buffer_string(&today)), prg_string(last)), language);
  else
    prg_add_message(out, PRG_TEXT_CHART_DATA_TO, PRG_ARGS(prg_string(last)), language);
  if (cut_axis) {
    prg_buffer_add(out, " · ");
    prg_buffer_add(out, prg_text_get(PRG_TEXT_CHART_CUT_AXIS, language));
  }
  out->failed = out->failed || today.failed;
  prg_buffer_free(&today);
}

void prg_chart_explain_missing(const prg_chart_options *options, prg_buffer *out) {
  prg_buffer_add(out, " · ");
  prg_add_message(out, PRG_TEXT_CHART_MISSING, PRG_ARGS(prg_string(PRG_MISSING_MARK)),
                  options->language);
}
