#include "present/chart/chart_cohort.h"

#include <math.h>
#include <stdlib.h>

/* Years of outcome that are shown at least, however long the forecast is. */
static const size_t least_known = 3;

double cohort_count(const cohort_chart *chart, size_t c, size_t r) {
  return chart->count[c * chart->plan->panel.n + r];
}

prg_period cohort_column_period(const cohort_chart *chart, size_t c) {
  return prg_period_add(chart->plan->forecast[0].origin, (int)c + 1 - (int)chart->n_known);
}

static int column_year(const cohort_chart *chart, size_t c) {
  return prg_period_year(cohort_column_period(chart, c));
}

/* The year of the grade shift; 0 if there is none after the last known year. */
static int shift_year(const cohort_chart *chart) {
  int origin = prg_period_year(chart->plan->forecast[0].origin);
  return chart->plan->shift_year > origin ? chart->plan->shift_year : 0;
}

/* The highest grade of a plan with a shift comes with it, and the lowest may go. */
bool cohort_has_grade(const cohort_chart *chart, size_t c, size_t g) {
  int shift = shift_year(chart);
  if (shift == 0)
    return true;
  if (g + 1 == chart->n_grade)
    return column_year(chart, c) >= shift;
  return g > 0 || column_year(chart, c) < shift || cohort_count(chart, c, g) > 0;
}

/* After a grade shift everybody is one grade higher than a year older. */
bool cohort_largest_row(const cohort_chart *chart, size_t c, size_t *row) {
  int shift = shift_year(chart);
  bool shifted = shift > 0 && column_year(chart, c) >= shift;
  long at = (long)chart->largest + (long)c + 1 - (long)chart->n_known + (shifted ? 1 : 0);
  *row = (size_t)at;
  return at >= 0 && at < (long)chart->n_grade && cohort_has_grade(chart, c, *row);
}

static double known_count(const prg_series *series, prg_period period) {
  int t = prg_period_distance(series->start, period);
  return t >= 0 && t < (int)series->n ? series->value[t] : NAN;
}

static void choose_columns(cohort_chart *chart) {
  size_t fit = cohort_columns_that_fit(chart), horizon = chart->plan->horizon;
  size_t there = chart->plan->unit->table.n_year;
  if (fit > COHORT_COLUMNS)
    fit = COHORT_COLUMNS;
  size_t known = fit > horizon + least_known ? fit - horizon : least_known;
  chart->n_known = known < there ? known : there;
  size_t ahead = fit > chart->n_known ? fit - chart->n_known : 1;
  chart->n_column = chart->n_known + (ahead < horizon ? ahead : horizon);
}

static void count_persons(cohort_chart *chart) {
  const prg_panel *panel = &chart->plan->panel;
  for (size_t c = 0; c < chart->n_column; c++) {
    double *count = &chart->count[c * panel->n];
    if (c >= chart->n_known)
      prg_cohort_plan_whole(chart->plan, c - chart->n_known + 1, count);
    for (size_t r = 0; r < panel->n && c < chart->n_known; r++)
      count[r] = known_count(&panel->series[r], cohort_column_period(chart, c));
  }
}

static void find_range(cohort_chart *chart) {
  double largest = -1;
  chart->least = INFINITY;
  chart->most = -INFINITY;
  for (size_t c = 0; c < chart->n_column; c++)
    for (size_t g = 0; g < chart->n_grade; g++) {
      double count = cohort_count(chart, c, g);
      if (!cohort_has_grade(chart, c, g))
        continue;
      chart->has_missing = chart->has_missing || isnan(count);
      chart->least = fmin(chart->least, count);
      chart->most = fmax(chart->most, count);
      if (c + 1 == chart->n_known && count > largest) {
        largest = count;
        chart->largest = g;
      }
    }
}

static prg_status fill(cohort_chart *chart, prg_error *error) {
  const prg_cohort_plan *plan = chart->plan;
  for (size_t r = 0; r < plan->panel.n; r++)
    chart->n_grade += plan->kind[r] == PRG_COHORT_GRADE;
  chart->total = plan->panel.n - 1;
  choose_columns(chart);
  chart->count = calloc(chart->n_column * plan->panel.n, sizeof *chart->count);
  if (chart->count == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  count_persons(chart);
  find_range(chart);
  if (!isfinite(chart->most))
    return prg_fail(error, PRG_TEXT_COHORT_CHART_EMPTY, NULL);
  return PRG_OK;
}

prg_status prg_cohort_draw(const prg_cohort_plan *plan, const prg_chart_options *options,
                           prg_drawing *out, prg_error *error) {
  cohort_chart chart = {.plan = plan};
  prg_status status = prg_chart_check_size(options, error);
  if (status != PRG_OK)
    return status;
  prg_canvas_init(&chart.canvas, options);
  status = fill(&chart, error);
  if (status == PRG_OK) {
    cohort_places(&chart);
    cohort_script(&chart, &out->script);
    cohort_title(&chart, &out->title);
    cohort_describe(&chart, &out->description);
    if (chart.canvas.failed || chart.canvas.text.failed || prg_drawing_failed(out))
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  free(chart.count);
  prg_canvas_clear(&chart.canvas);
  return status;
}
