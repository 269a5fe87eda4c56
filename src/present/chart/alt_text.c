#include <prognos/alt_text.h>

#include <math.h>

#include <prognos/number.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"
#include "present/chart/chart_words.h"
#include "present/chart/level.h"

static void add_sentence(prg_buffer *out, prg_text text, const prg_argument *arguments,
                         prg_language language) {
  if (out->length > 0)
    prg_buffer_add_char(out, ' ');
  prg_add_message(out, text, arguments, language);
}

/* "249 elever" */
static prg_argument quantity(const prg_outline *series, double value,
                             const prg_chart_options *options) {
  prg_buffer text;
  prg_buffer_init(&text);
  prg_buffer_add_people(&text, value, series->decimals, options->language);
  if (word_is_given(options->unit)) {
    prg_buffer_add_char(&text, ' ');
    prg_add_one_line(&text, options->unit);
  }
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}

static void describe_outcome(const prg_outline *series, const prg_chart_options *options,
                             prg_buffer *out) {
  prg_language language = options->language;
  prg_argument name = prg_string(series->series->name);
  if (series->empty) {
    add_sentence(out, PRG_TEXT_ALT_NO_FIGURES, PRG_ARGS(name), language);
    return;
  }
  prg_argument last = quantity(series, prg_outline_last_value(series), options);
  prg_argument last_when = prg_when(prg_series_period(series->series, series->last), language);
  if (series->first == series->last)
    add_sentence(out, PRG_TEXT_ALT_ONE_FIGURE, PRG_ARGS(name, last, last_when), language);
  else
    add_sentence(out, PRG_TEXT_ALT_OUTCOME,
                 PRG_ARGS(name, quantity(series, prg_outline_first_value(series), options),
                          prg_when(prg_outline_begin(series), language), last, last_when),
                 language);
  size_t missing = series->last - series->first + 1 - prg_series_observed(series->series);
  if (missing > 0)
    add_sentence(out, PRG_TEXT_ALT_MISSING, PRG_ARGS(prg_integer((long long)missing)), language);
}

static void describe_forecast(const prg_outline *series, const prg_chart_options *options,
                              prg_buffer *out) {
  if (series->empty || series->horizon == 0)
    return;
  size_t h = series->horizon;
  double lower_80, upper_80, lower_95, upper_95;
  prg_forecast_interval(series->forecast, h, 0.80, &lower_80, &upper_80);
  prg_forecast_interval(series->forecast, h, 0.95, &lower_95, &upper_95);
  int decimals = series->decimals;
  add_sentence(out, PRG_TEXT_ALT_FORECAST,
               PRG_ARGS(quantity(series, prg_forecast_point(series->forecast, h), options),
                        prg_when(prg_outline_end(series), options->language),
                        prg_number(lower_80, decimals), prg_number(upper_80, decimals),
                        prg_number(lower_95, decimals), prg_number(upper_95, decimals)),
               options->language);
}

/* "Från och med 2026 är det 310." for each step after the first period shown. */
static void describe_steps(const prg_outline *series, const prg_chart_options *options,
                           prg_buffer *out) {
  prg_period end = prg_outline_end(series), period = prg_outline_begin(series);
  double before = prg_level_at(options, series->series->name, period);
  while (prg_period_compare(period, end) < 0) {
    period = prg_period_add(period, 1);
    double level = prg_level_at(options, series->series->name, period);
    if (level != before && !isnan(level))
      add_sentence(out, PRG_TEXT_ALT_STEP,
                   PRG_ARGS(prg_when(period, options->language), prg_number(level, -1)),
                   options->language);
    before = level;
  }
}

static void describe_capacity(const prg_outline *series, const prg_chart_options *options,
                              prg_buffer *out) {
  const char *unit = series->series->name;
  if (series->empty || !prg_level_is_given(options, unit))
    return;
  prg_language language = options->language;
  size_t h = prg_level_crossing(options, series);
  prg_period last = prg_series_period(series->series, series->last);
  prg_period when = h > 0 ? prg_forecast_period(series->forecast, h) : last;
  if (prg_level_is_passed(options, series))
    add_sentence(out, PRG_TEXT_ALT_ABOVE,
                 PRG_ARGS(prg_number(prg_level_at(options, unit, last), -1)), language);
  else if (h > 0)
    add_sentence(
        out, PRG_TEXT_ALT_CROSSING,
        PRG_ARGS(prg_number(prg_level_at(options, unit, when), -1), prg_when(when, language)),
        language);
  else
    add_sentence(out, PRG_TEXT_ALT_BELOW,
                 PRG_ARGS(prg_number(prg_level_at(options, unit, prg_outline_end(series)), -1)),
                 language);
  size_t again = prg_level_room_again(options, series);
  if (again > 0)
    add_sentence(out, PRG_TEXT_ALT_ROOM_AGAIN,
                 PRG_ARGS(prg_when(prg_forecast_period(series->forecast, again), language)),
                 language);
  describe_steps(series, options, out);
}

/* Those of a series of the chart. */
static void describe_events(const prg_forecast *const *forecast, size_t n,
                            const prg_chart_options *options, prg_buffer *out) {
  const prg_event_list *events = options->events;
  for (size_t k = 0; events != NULL && k < events->n; k++) {
    const prg_event *event = &events->item[k];
    bool concerns = false;
    for (size_t i = 0; i < n; i++)
      concerns = concerns || prg_event_concerns(event, forecast[i]->series);
    char period[PRG_PERIOD_BYTES];
    const char *note = event->note == NULL ? "" : event->note;
    if (concerns)
      add_sentence(out, note[0] == '\0' ? PRG_TEXT_ALT_EVENT : PRG_TEXT_ALT_EVENT_SAID,
                   PRG_ARGS(prg_string(prg_period_print(event->period, period)),
                            prg_text_argument(prg_event_kind_text(event->kind)), prg_string(note)),
                   options->language);
  }
}

static void describe_series(const prg_forecast *forecast, const prg_chart_options *options,
                            prg_buffer *out) {
  prg_outline series;
  prg_outline_init(&series, forecast, options->decimals);
  describe_outcome(&series, options, out);
  describe_forecast(&series, options, out);
  describe_capacity(&series, options, out);
}

void prg_alt_text_series(const prg_forecast *forecast, const prg_chart_options *options,
                         prg_buffer *out) {
  prg_buffer text = {0};
  describe_series(forecast, options, &text);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

void prg_chart_describe(prg_text one, prg_text many, const prg_forecast *const *forecast, size_t n,
                        const prg_chart_options *options, prg_buffer *out) {
  prg_buffer text;
  prg_buffer_init(&text);
  if (n == 1)
    add_sentence(&text, one, NULL, options->language);
  else
    add_sentence(&text, many, PRG_ARGS(prg_integer((long long)n)), options->language);
  for (size_t i = 0; i < n; i++)
    describe_series(forecast[i], options, &text);
  describe_events(forecast, n, options, &text);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

void prg_alt_text(const prg_forecast *const *forecast, size_t n, const prg_chart_options *options,
                  prg_buffer *out) {
  prg_chart_describe(PRG_TEXT_ALT_CHART, PRG_TEXT_ALT_CHART_OF, forecast, n, options, out);
}
