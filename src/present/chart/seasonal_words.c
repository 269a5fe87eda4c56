/* The sentences of the seasonal plot. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <prognos/alt_text.h>
#include <prognos/decomposition.h>
#include <prognos/number.h>

#include "base/word.h"
#include "present/chart/chart_words.h"
#include "present/chart/seasonal.h"

/* Strength of a season that is hardly one. */
static const double weak = 0.4;

/* False if the series is too short to tell. */
static bool is_weak(const prg_series *series) {
  prg_decomposition_options options;
  prg_decomposition parts;
  prg_decomposition_options_init(&options);
  if (prg_decompose(series, &options, &parts, NULL) != PRG_OK)
    return false;
  bool answer = parts.season_strength < weak;
  prg_decomposition_clear(&parts);
  return answer;
}

static prg_argument when_in_year(const prg_seasonal *chart, int place) {
  prg_period period = prg_outline_origin(&chart->series);
  period.ordinal += place - prg_period_position(period);
  return prg_part_of_year(period, chart->canvas.options->language);
}

/* "Flest besök i mars, färst i juli" */
static void write_headline(prg_seasonal *chart) {
  const prg_chart_options *options = chart->canvas.options;
  const prg_series *series = chart->series.series;
  int high = 0, low = 0;
  for (int k = 1; k < chart->season; k++) {
    high = chart->mean[k] > chart->mean[high] || isnan(chart->mean[high]) ? k : high;
    low = chart->mean[k] < chart->mean[low] || isnan(chart->mean[low]) ? k : low;
  }
  bool counts = prg_series_is_count(series) && word_is_given(options->unit);
  bool flat = !(chart->mean[high] > chart->mean[low]) || is_weak(series);
  prg_text text = flat     ? PRG_TEXT_SEASONAL_WEAK
                  : counts ? PRG_TEXT_SEASONAL_COUNT
                           : PRG_TEXT_SEASONAL_LEVEL;
  prg_page_add_title(&chart->page, text,
                     PRG_ARGS(prg_string(counts && !flat ? options->unit : series->name),
                              when_in_year(chart, high), when_in_year(chart, low)),
                     options->language);
}

static prg_period shown_from(const prg_seasonal *chart) {
  prg_period begin = prg_outline_begin(&chart->series);
  int late = (chart->line[0].year - prg_period_year(begin)) * chart->season;
  return late > 0 ? prg_period_add(begin, late - prg_period_position(begin)) : begin;
}

void prg_seasonal_words(prg_seasonal *chart) {
  const prg_chart_options *options = chart->canvas.options;
  const prg_outline *series = &chart->series;
  prg_period origin = prg_outline_origin(series);
  int ahead = (int)series->horizon < chart->season ? (int)series->horizon : chart->season;
  if (!prg_page_title_is_given(&chart->page, options))
    write_headline(chart);
  prg_chart_subtitle(options, shown_from(chart), origin, prg_period_add(origin, ahead),
                     &chart->page.subtitle);
  if (strncmp(prg_buffer_string(&chart->page.title), series->series->name,
              strlen(series->series->name)) != 0)
    prg_page_name_series(&chart->page, options, series->series->name);
}

void prg_seasonal_footer(prg_seasonal *chart) {
  const prg_chart_options *options = chart->canvas.options;
  bool ahead = chart->series.horizon > 0;
  prg_chart_footer(options, prg_outline_origin(&chart->series), ahead, chart->axes.cut_axis,
                   &chart->page.footer);
  if (ahead)
    prg_page_add_footer(&chart->page, PRG_TEXT_CHART_SHADED_80, NULL, options->language);
  if (prg_strip_has_gap(&chart->strip, &chart->axes))
    prg_chart_explain_missing(options, &chart->page.footer);
}

/* "i januari 210, i februari 190" */
static void add_means(const prg_seasonal *chart, prg_buffer *out) {
  prg_language language = chart->canvas.options->language;
  prg_buffer_add_char(out, ' ');
  prg_add_message(out, PRG_TEXT_ALT_SEASONAL_MEAN, NULL, language);
  for (int k = 0; k < chart->season; k++) {
    prg_argument when = when_in_year(chart, k);
    prg_buffer_add(out, k == 0 ? " " : ", ");
    prg_buffer_add(out, when.string);
    prg_buffer_add_char(out, ' ');
    if (isnan(chart->mean[k]))
      prg_buffer_add(out, "..");
    else
      prg_buffer_add_people(out, chart->mean[k], chart->series.decimals, language);
  }
  prg_buffer_add(out, ". ");
}

void prg_seasonal_describe(const prg_seasonal *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->canvas.options;
  char first[16], last[16];
  snprintf(first, sizeof first, "%d", chart->line[0].year);
  snprintf(last, sizeof last, "%d", chart->line[chart->n - 1].year);
  prg_add_message(out, PRG_TEXT_ALT_SEASONAL, PRG_ARGS(prg_string(first), prg_string(last)),
                  options->language);
  add_means(chart, out);
  prg_alt_text_series(chart->series.forecast, options, out);
}
