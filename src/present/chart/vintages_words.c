/* The sentences of earlier forecasts. */
#include <math.h>

#include <prognos/alt_text.h>

#include "present/chart/chart_words.h"
#include "present/chart/vintages.h"

/* "Prognoserna har i genomsnitt legat 4 procent för lågt" */
static void write_headline(prg_vintages *chart) {
  double per_cent = round(100 * chart->bias);
  prg_text text = isnan(chart->bias) ? PRG_TEXT_VINTAGES_NOT_YET
                  : per_cent > 0     ? PRG_TEXT_VINTAGES_HIGH
                  : per_cent < 0     ? PRG_TEXT_VINTAGES_LOW
                                     : PRG_TEXT_VINTAGES_EVEN;
  prg_page_add_title(&chart->page, text,
                     PRG_ARGS(prg_number(fabs(per_cent), 0),
                              prg_number(100 * chart->mean_deviation, 0),
                              prg_string(chart->outcome.series->name)),
                     chart->canvas.options->language);
}

void prg_vintages_words(prg_vintages *chart) {
  const prg_chart_options *options = chart->canvas.options;
  prg_period origin = prg_outline_origin(&chart->outcome);
  if (!prg_page_title_is_given(&chart->page, options))
    write_headline(chart);
  prg_chart_subtitle(options, prg_outline_begin(&chart->outcome), origin, origin,
                     &chart->page.subtitle);
  prg_buffer_add(&chart->page.subtitle, " · ");
  if (options->recomputed)
    prg_buffer_add(&chart->page.subtitle,
                   prg_text_get(PRG_TEXT_VINTAGES_RECOMPUTED, options->language));
  else
    prg_buffer_add(&chart->page.subtitle,
                   prg_text_get(PRG_TEXT_VINTAGES_PUBLISHED, options->language));
}

void prg_vintages_footer(prg_vintages *chart) {
  const prg_chart_options *options = chart->canvas.options;
  prg_chart_footer(options, prg_outline_origin(&chart->outcome), false, chart->axes.cut_axis,
                   &chart->page.footer);
  if (chart->pairs > 0)
    prg_page_add_footer(
        &chart->page, PRG_TEXT_VINTAGES_INSIDE,
        PRG_ARGS(prg_integer((long long)chart->inside), prg_integer((long long)chart->pairs)),
        options->language);
}

void prg_vintages_describe(const prg_vintages *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->canvas.options;
  int decimals = chart->outcome.decimals;
  prg_add_message(out, PRG_TEXT_ALT_VINTAGES, PRG_ARGS(prg_integer((long long)chart->n)),
                  options->language);
  prg_buffer_add_char(out, ' ');
  prg_alt_text_series(&chart->alone, options, out);
  for (size_t i = 0; i < chart->n; i++) {
    const prg_forecast *vintage = chart->vintage[i];
    size_t h = vintage->distribution.horizon;
    while (h > 1 && (isnan(prg_vintages_outcome(chart, prg_forecast_period(vintage, h))) ||
                     isnan(prg_forecast_point(vintage, h))))
      h--;
    prg_period when = prg_forecast_period(vintage, h);
    double actual = prg_vintages_outcome(chart, when);
    prg_buffer_add_char(out, ' ');
    prg_add_message(out, isnan(actual) ? PRG_TEXT_ALT_VINTAGE : PRG_TEXT_ALT_VINTAGE_OUTCOME,
                    PRG_ARGS(prg_when(vintage->origin, options->language),
                             prg_number(prg_forecast_point(vintage, h), decimals),
                             prg_when(when, options->language), prg_number(actual, decimals)),
                    options->language);
  }
}
