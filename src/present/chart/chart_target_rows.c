/* From results to rows with a scale each. */
#include "present/chart/chart_target.h"

#include <math.h>

/* Where the goal stands on its row; part of the scale. */
static const double goal_part = 0.6;
/* A row whose marks all are within so much of the goal is shown enlarged; part of the goal. */
static const double near_part = 0.15;
/* How far the marks reach at most, so that none is cut. */
static const double most_part = 0.96;

size_t target_rows_of(const prg_target_result *result) {
  if (result->state == PRG_TARGET_TEXT || result->n_part == 0)
    return 0;
  return result->n_part == 1 || result->n_measured == 0 ? 1 : 1 + result->n_part;
}

bool target_row_is_hidden(const target_row *row) {
  return row->part != NULL && row->part->state != PRG_TARGET_UNMEASURED && isnan(row->part->value);
}

static double figure(double value, double of) {
  return isnan(of) ? value : value / of;
}

static bool is_bound(double value) {
  return isfinite(value); /* neither open nor unknown */
}

/* Last year's figure is taken from the part, which has none if it is hidden, never from its range.
 */
static void set_figures(target_row *row, const prg_target_part *part) {
  const prg_indicator *asked = row->result->indicator;
  row->part = part;
  row->last = figure(part->last, part->last_of);
  if (asked->has_goal)
    row->goal = prg_goal_range_of(&asked->goal, row->last);
  bool is_count = asked->kind == PRG_INDICATOR_COUNT;
  bool forecast = part->state == PRG_TARGET_FORECAST;
  row->outlook =
      part->state == PRG_TARGET_SO_FAR ? figure(part->value, part->of) : part->outlook.median;
  row->lower = forecast ? part->outlook.lower_80 : NAN;
  row->upper = forecast ? part->outlook.upper_80 : NAN;
  row->so_far = forecast && is_count ? part->value : NAN;
}

/* The bound that the scale is made for. */
static double main_goal(const target_row *row) {
  return is_bound(row->goal.upper) ? row->goal.upper : row->goal.lower;
}

static double most_shown(const target_row *row) {
  return fmax(fmax(row->outlook, row->upper), fmax(row->last, row->so_far));
}

static double least_shown(const target_row *row) {
  return fmin(fmin(row->outlook, row->lower), row->last);
}

/* Means and shares near their goal, such as an index of 82 for 80, would all look alike on a scale
 * from 0; what is counted is drawn from there. */
static bool is_near(const target_row *row) {
  double goal = main_goal(row);
  bool is_range = is_bound(row->goal.lower) && is_bound(row->goal.upper);
  return row->result->indicator->kind != PRG_INDICATOR_COUNT && !is_range && is_bound(goal) &&
         goal > 0 && !isnan(row->outlook) && least_shown(row) >= (1 - near_part) * goal &&
         most_shown(row) <= (1 + near_part) * goal;
}

static void set_scale(target_row *row) {
  double goal = main_goal(row), most = most_shown(row);
  double least = fmin(least_shown(row), row->goal.lower);
  bool near = is_near(row);
  double length = near ? 2.4 * near_part * goal : goal / goal_part;
  row->low = near ? goal - goal_part * length : isfinite(least) ? fmin(0, least / most_part) : 0;
  row->high = near ? row->low + length : fmax(length, most / most_part);
  if (row->result->indicator->kind == PRG_INDICATOR_SHARE)
    row->high = fmin(row->high, fmax(1, most));
  if (!(row->high > row->low))
    row->high = row->low + 1;
}

static void add_row(target_chart *chart, const prg_target_result *result, size_t g) {
  bool in_groups = target_rows_of(result) > 1;
  target_row *row = &chart->row[chart->n++];
  *row = (target_row){.result = result,
                      .outlook = NAN,
                      .lower = NAN,
                      .upper = NAN,
                      .last = NAN,
                      .so_far = NAN,
                      .goal = {NAN, NAN, false, false},
                      .has_name = g == 0,
                      .has_verdict = g == 0};
  if (!in_groups)
    set_figures(row, &result->part[0]);
  else if (g > 0)
    set_figures(row, &result->part[g - 1]);
  set_scale(row);
  chart->marks.outlook |= !isnan(row->outlook);
  chart->marks.interval |= !isnan(row->lower);
  chart->marks.last |= !isnan(row->last);
  chart->marks.so_far |= !isnan(row->so_far);
  chart->marks.goal |= is_bound(row->goal.lower) || is_bound(row->goal.upper);
}

void target_rows_make(target_chart *chart) {
  size_t total = 0;
  for (size_t i = 0; i < chart->n_result; i++)
    total += target_rows_of(&chart->result[i]);
  size_t per_page = (total + chart->n_page - 1) / chart->n_page;
  size_t from = chart->page * per_page, at = 0;
  for (size_t i = 0; i < chart->n_result; i++)
    for (size_t g = 0; g < target_rows_of(&chart->result[i]); g++, at++)
      if (at >= from && at < from + per_page)
        add_row(chart, &chart->result[i], g);
}
