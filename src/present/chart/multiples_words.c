/* The sentences of small multiples. */
#include <math.h>

#include <prognos/alt_text.h>

#include "present/chart/chart_words.h"
#include "present/chart/multiples.h"

/* As the figures are shown, so that the difference is that of what can be read. */
static double rounded(double value, int decimals) {
  double scale = pow(10, decimals);
  return round(value * scale) / scale;
}

/* Two to one: what is less likely than that to rise, or to fall, is said to stay. */
static const double likely = 2.0 / 3;

/* How much a series is expected to change; without a forecast, how much it has changed. */
static double change(const prg_outline *series, bool ahead) {
  double last = rounded(prg_outline_last_value(series), series->decimals);
  if (ahead) {
    double above = prg_forecast_prob_above(series->forecast, series->horizon, last);
    if (above > 1 - likely && above < likely)
      return 0;
    return rounded(prg_forecast_point(series->forecast, series->horizon), series->decimals) - last;
  }
  return last - rounded(prg_outline_first_value(series), series->decimals);
}

/* How many change, how many of them upwards, and which one most: upwards, if any does. */
typedef struct movement {
  size_t n, up;
  const prg_outline *most;
  double by;
} movement;

static movement find_movement(const prg_multiples *chart) {
  movement m = {0};
  for (size_t i = 0; i < chart->n; i++) {
    const prg_outline *series = &chart->series[i];
    if (series->empty || (chart->has_forecast && series->horizon == 0))
      continue;
    double by = change(series, chart->has_forecast);
    m.n++;
    m.up += by > 0;
    bool more = m.most == NULL || (by > 0 ? by > m.by : m.by <= 0 && by < m.by);
    m.most = more ? series : m.most;
    m.by = more ? by : m.by;
  }
  return m;
}

static prg_text headline(const movement *m, bool ahead) {
  if (m->by == 0)
    return ahead ? PRG_TEXT_MULTIPLES_SAME : PRG_TEXT_MULTIPLES_STAYED;
  if (m->up == 0)
    return ahead ? PRG_TEXT_MULTIPLES_FALL : PRG_TEXT_MULTIPLES_FELL;
  if (m->up == m->n)
    return ahead ? PRG_TEXT_MULTIPLES_RISE_ALL : PRG_TEXT_MULTIPLES_ROSE_ALL;
  return ahead ? PRG_TEXT_MULTIPLES_RISE_MOST : PRG_TEXT_MULTIPLES_ROSE;
}

static void write_headline(prg_multiples *chart) {
  prg_language language = chart->canvas.options->language;
  char when[PRG_PERIOD_BYTES];
  movement m = find_movement(chart);
  if (m.most == NULL)
    return;
  int ordinal = chart->has_forecast ? chart->x_last : chart->x_first;
  prg_period_print_people((prg_period){chart->frequency, ordinal}, language, when);
  prg_page_add_title(&chart->page, headline(&m, chart->has_forecast),
                     PRG_ARGS(prg_integer((long long)m.up), prg_integer((long long)m.n),
                              prg_string(when), prg_string(m.most->series->name),
                              prg_signed(m.by, m.most->decimals, language)),
                     language);
}

static prg_period latest_origin(const prg_multiples *chart) {
  prg_period latest = {chart->frequency, chart->x_first};
  for (size_t i = 0; i < chart->n; i++)
    if (!chart->series[i].empty &&
        prg_period_compare(prg_outline_origin(&chart->series[i]), latest) > 0)
      latest = prg_outline_origin(&chart->series[i]);
  return latest;
}

void prg_multiples_words(prg_multiples *chart) {
  const prg_chart_options *options = chart->canvas.options;
  prg_period origin = latest_origin(chart);
  prg_period first = {chart->frequency, chart->x_first}, last = {chart->frequency, chart->x_last};
  if (!prg_page_title_is_given(&chart->page, options))
    write_headline(chart);
  prg_chart_subtitle(options, first, origin, chart->has_forecast ? last : origin,
                     &chart->page.subtitle);
}

void prg_multiples_footer(prg_multiples *chart) {
  const prg_chart_options *options = chart->canvas.options;
  prg_chart_footer(options, latest_origin(chart), chart->has_forecast, chart->cut_axis,
                   &chart->page.footer);
  if (chart->has_forecast)
    prg_page_add_footer(&chart->page, PRG_TEXT_CHART_SHADED_80, NULL, options->language);
  if (options->free_scale)
    prg_page_add_footer(&chart->page, PRG_TEXT_MULTIPLES_FREE, NULL, options->language);
}

void prg_multiples_describe(const prg_multiples *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->canvas.options;
  prg_add_message(out, PRG_TEXT_ALT_MULTIPLES, PRG_ARGS(prg_integer((long long)chart->n)),
                  options->language);
  for (size_t i = 0; i < chart->n; i++) {
    prg_buffer_add_char(out, ' ');
    prg_alt_text_series(chart->series[i].forecast, options, out);
  }
}
