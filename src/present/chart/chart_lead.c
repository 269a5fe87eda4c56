#include "present/chart/chart_lead.h"

#include <math.h>

/* The style of naive: grey, so that the eye goes to the forecast. */
static const size_t naive_style = LEAD_LINES - 1;

prg_measures lead_measures(const lead_chart *chart, size_t lead) {
  return prg_backtest_summary_measures(chart->summary, chart->line[0].model, lead);
}

double lead_error(const lead_chart *chart, size_t line, size_t lead) {
  prg_measures m = prg_backtest_summary_measures(chart->summary, chart->line[line].model, lead);
  return chart->scaled ? m.mase : m.mape;
}

int lead_decimals(const lead_chart *chart) {
  return chart->scaled ? 2 : 1;
}

/* An outcome of 0 has no per cent, and one beside the others would not be the same mean. */
static bool has_zeros(const prg_backtest_summary *summary) {
  for (size_t k = 0; k < summary->n_model * (summary->horizon + 1); k++)
    if (summary->accuracy[k].n_relative < summary->accuracy[k].n)
      return true;
  return false;
}

static void add_line(lead_chart *chart, size_t model) {
  size_t style = model == chart->summary->naive ? naive_style : chart->n == 0 ? 0 : chart->n - 1;
  chart->line[chart->n++] = (lead_line){.model = model, .style = style};
}

static bool is_drawn(const lead_chart *chart, size_t model) {
  for (size_t i = 0; i < chart->n; i++)
    if (chart->line[i].model == model)
      return true;
  return false;
}

/* The model not drawn yet with the smallest error over all leads; n_model if there is none. */
static size_t best_left(const lead_chart *chart, size_t *n_left) {
  const prg_backtest_summary *summary = chart->summary;
  size_t best = summary->n_model;
  double least = INFINITY;
  *n_left = 0;
  for (size_t k = 0; k < summary->n_model; k++) {
    prg_measures m = prg_backtest_summary_measures(summary, k, 0);
    double error = chart->scaled ? m.mase : m.mape;
    if (is_drawn(chart, k) || !prg_backtest_summary_has(summary, k) || isnan(error))
      continue;
    ++*n_left;
    if (error < least) {
      least = error;
      best = k;
    }
  }
  return best;
}

/* The first model that took part is the forecast; naive what it is compared with. */
static void choose_lines(lead_chart *chart) {
  const prg_backtest_summary *summary = chart->summary;
  for (size_t k = 0; k < summary->n_model && chart->n == 0; k++)
    if (k != summary->naive && prg_backtest_summary_has(summary, k))
      add_line(chart, k);
  add_line(chart, summary->naive);
  for (size_t next; (next = best_left(chart, &chart->n_left_out)) < summary->n_model;) {
    if (chart->n == LEAD_LINES)
      return;
    add_line(chart, next);
  }
}

prg_status prg_lead_draw(const prg_backtest_summary *summary, const prg_lead_subject *subject,
                         const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  lead_chart chart = {.summary = summary, .subject = subject, .scaled = has_zeros(summary)};
  prg_status status = prg_chart_check_size(options, error);
  if (status != PRG_OK)
    return status;
  choose_lines(&chart);
  for (size_t h = 1; h <= summary->horizon; h++)
    if (lead_measures(&chart, h).n > 0 && !isnan(lead_error(&chart, 0, h)))
      chart.last = h;
  if (chart.last == 0)
    return prg_fail(error, PRG_TEXT_LEAD_CHART_EMPTY, NULL);
  prg_canvas_init(&chart.canvas, options);
  lead_places(&chart);
  lead_script(&chart, &out->script);
  lead_title(&chart, &out->title);
  lead_describe(&chart, &out->description);
  bool failed = chart.canvas.failed || chart.canvas.text.failed || prg_drawing_failed(out);
  prg_canvas_clear(&chart.canvas);
  return failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}
