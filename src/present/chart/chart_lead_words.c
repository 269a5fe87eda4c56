/* What the chart of accuracy by lead says in words. */
#include "present/chart/chart_lead.h"

#include <math.h>

#include <prognos/utf8.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"

/* The lead that the headline is about: what people plan for. */
static const size_t years_told = 3;
static const size_t enough_forecasts = 5;

/* "ett år", "3 år", "12 månader" */
void lead_add_length(const lead_chart *chart, size_t lead, prg_buffer *out) {
  prg_text one = PRG_TEXT_LEAD_PERIOD, many = PRG_TEXT_LEAD_PERIODS;
  prg_frequency frequency = chart->subject->frequency;
  if (frequency == PRG_YEAR || frequency == PRG_SCHOOL_YEAR) {
    one = PRG_TEXT_LEAD_YEAR;
    many = PRG_TEXT_LEAD_YEARS;
  } else if (frequency == PRG_QUARTER) {
    one = PRG_TEXT_LEAD_QUARTER;
    many = PRG_TEXT_LEAD_QUARTERS;
  } else if (frequency == PRG_MONTH) {
    one = PRG_TEXT_LEAD_MONTH;
    many = PRG_TEXT_LEAD_MONTHS;
  }
  prg_add_message(out, lead == 1 ? one : many, PRG_ARGS(prg_integer((long long)lead)),
                  chart->canvas.options->language);
}

static prg_argument length(const lead_chart *chart, size_t lead) {
  prg_buffer text = {0};
  lead_add_length(chart, lead, &text);
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}

void lead_add_name(const lead_chart *chart, size_t line, prg_buffer *out) {
  prg_language language = chart->canvas.options->language;
  size_t model = chart->line[line].model;
  if (model == chart->summary->naive)
    prg_buffer_add(out, prg_text_get(PRG_TEXT_LEAD_NO_CHANGE, language));
  else if (line == 0)
    prg_add_message(out, PRG_TEXT_LEAD_THE_FORECAST,
                    PRG_ARGS(prg_text_argument(chart->summary->model[model]->title)), language);
  else
    prg_buffer_add(out, prg_text_get(chart->summary->model[model]->title, language));
}

/* Three years, or a year of months, or as far as there are enough forecasts for a mean. */
static size_t told_lead(const lead_chart *chart) {
  int season = prg_frequency_season(chart->subject->frequency);
  size_t lead = season > 1 ? (size_t)season : years_told;
  lead = lead < chart->last ? lead : chart->last;
  while (lead > 1 && lead_measures(chart, lead).n < enough_forecasts)
    lead--;
  while (isnan(lead_error(chart, 0, lead))) /* the last lead has outcomes */
    lead++;
  return lead;
}

void lead_title(const lead_chart *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->canvas.options;
  size_t lead = told_lead(chart);
  bool alone = chart->n < 2;
  prg_buffer text = {0}, capital = {0};
  static const prg_text words[2][2] = {
      {PRG_TEXT_LEAD_TITLE, PRG_TEXT_LEAD_TITLE_ALONE},
      {PRG_TEXT_LEAD_TITLE_SCALED, PRG_TEXT_LEAD_TITLE_SCALED_ALONE}};
  if (word_is_given(options->title))
    prg_buffer_add(&text, options->title);
  else
    prg_add_message(
        &text, words[chart->scaled][alone],
        PRG_ARGS(length(chart, lead), prg_number(lead_error(chart, 0, lead), lead_decimals(chart)),
                 prg_number(alone ? 0 : lead_error(chart, 1, lead), lead_decimals(chart))),
        options->language);
  prg_utf8_add_capital(&capital, prg_buffer_string(&text));
  prg_add_one_line(out, prg_buffer_string(word_is_given(options->title) ? &text : &capital));
  out->failed = out->failed || text.failed || capital.failed;
  prg_buffer_free(&text);
  prg_buffer_free(&capital);
}

/* "Elever, 12 prognostillfällen" */
static prg_argument tested(const lead_chart *chart) {
  const prg_backtest_summary *summary = chart->summary;
  prg_buffer text = {0};
  prg_argument origins = prg_integer((long long)summary->n_origin);
  if (chart->subject->name != NULL)
    prg_add_message(&text, PRG_TEXT_LEAD_ONE_SERIES,
                    PRG_ARGS(prg_string(chart->subject->name), origins),
                    chart->canvas.options->language);
  else
    prg_add_message(&text, PRG_TEXT_LEAD_SERIES,
                    PRG_ARGS(prg_integer((long long)summary->n_series), origins),
                    chart->canvas.options->language);
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}

void lead_subtitle(const lead_chart *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->canvas.options;
  prg_buffer text = {0};
  if (word_is_given(options->subtitle))
    prg_buffer_add(&text, options->subtitle);
  else
    prg_add_message(&text, chart->scaled ? PRG_TEXT_LEAD_SUBTITLE_SCALED : PRG_TEXT_LEAD_SUBTITLE,
                    PRG_ARGS(tested(chart)), options->language);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

void lead_footer(const lead_chart *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->canvas.options;
  if (word_is_given(options->source)) {
    prg_buffer_add(out, prg_text_get(PRG_TEXT_CHART_SOURCE, options->language));
    prg_add_footer_text(out, options->source);
    prg_buffer_add(out, " · ");
  }
  prg_buffer_add(out, prg_text_get(PRG_TEXT_LEAD_FOOTER, options->language));
  if (chart->n_left_out > 0)
    prg_add_message(out, PRG_TEXT_LEAD_MORE, PRG_ARGS(prg_integer((long long)chart->n_left_out)),
                    options->language);
}

/* Every line at every lead, then how many outcomes the intervals held. */
void lead_describe(const lead_chart *chart, prg_buffer *out) {
  prg_language language = chart->canvas.options->language;
  prg_buffer text = {0}, name = {0};
  prg_buffer_add(&text, prg_text_get(PRG_TEXT_LEAD_ALT, language));
  for (size_t i = 0; i < chart->n; i++) {
    prg_buffer_clear(&name);
    lead_add_name(chart, i, &name);
    prg_buffer_add_char(&text, ' ');
    prg_utf8_add_capital(&text, prg_buffer_string(&name));
    for (size_t h = 1, told = 0; h <= chart->last; h++)
      if (!isnan(lead_error(chart, i, h)))
        prg_add_message(
            &text, told++ == 0 ? PRG_TEXT_LEAD_ALT_FIRST : PRG_TEXT_LEAD_ALT_NEXT,
            PRG_ARGS(length(chart, h), prg_number(lead_error(chart, i, h), lead_decimals(chart))),
            language);
    prg_buffer_add_char(&text, '.');
  }
  prg_measures all = lead_measures(chart, 0);
  prg_buffer_add_char(&text, ' ');
  prg_add_message(
      &text, PRG_TEXT_LEAD_ALT_COVERAGE,
      PRG_ARGS(prg_number(100 * all.coverage_80, 0), prg_number(100 * all.coverage_95, 0)),
      language);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed || name.failed;
  prg_buffer_free(&text);
  prg_buffer_free(&name);
}
