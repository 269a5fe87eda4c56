#include <prognos/join.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "series/name_index.h"
#include "series/series_block.h"

static prg_status fail_frequencies(const prg_series *a, const prg_series *b,
                                   const prg_join_options *options, prg_error *error) {
  return prg_fail_at(error, options->added, 0, 0, PRG_TEXT_JOIN_FREQUENCIES,
                     PRG_ARGS(prg_string(b->name),
                              prg_text_argument(prg_frequency_text(b->start.frequency)),
                              prg_text_argument(prg_frequency_text(a->start.frequency)),
                              prg_string(options->file)));
}

static prg_status fail_values(const prg_series *series, size_t t, double added,
                              const prg_join_options *options, prg_error *error) {
  char period[PRG_PERIOD_BYTES];
  return prg_fail_at(error, options->added, 0, 0, PRG_TEXT_JOIN_VALUES,
                     PRG_ARGS(prg_string(series->name),
                              prg_string(prg_period_print(prg_series_period(series, t), period)),
                              prg_number(added, -1), prg_number(series->value[t], -1),
                              prg_string(options->file)));
}

/* Puts what `from` says in its period t in the period of *to that is the same. */
static prg_status take_period(prg_series *to, const prg_series *from, size_t t,
                              const prg_join_options *options, prg_error *error) {
  size_t at = (size_t)prg_period_distance(to->start, prg_series_period(from, t));
  prg_observation before = to->observation[at], after = from->observation[t];
  bool had = prg_observation_has_value(before), has = prg_observation_has_value(after);
  if (after == PRG_GAP || (had && !has))
    return PRG_OK;
  if (had && to->value[at] != from->value[t] && !options->later_wins)
    return fail_values(to, at, from->value[t], options, error);
  to->observation[at] = after;
  to->value[at] = from->value[t];
  return PRG_OK;
}

static prg_status take_periods(prg_series *to, const prg_series *from,
                               const prg_join_options *options, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t t = 0; t < from->n && status == PRG_OK; t++)
    status = take_period(to, from, t, options, error);
  return status;
}

/* Makes the series long enough for the other one, with gaps. */
static prg_status lengthen(prg_series *series, const prg_series *other, prg_error *error) {
  prg_period first = series->start, last = prg_series_period(series, series->n - 1);
  prg_period end = prg_series_period(other, other->n - 1);
  if (prg_period_compare(other->start, first) >= 0 && prg_period_compare(end, last) <= 0)
    return PRG_OK;
  first = prg_period_compare(other->start, first) < 0 ? other->start : first;
  last = prg_period_compare(end, last) > 0 ? end : last;
  prg_series longer;
  prg_status status = prg_series_init(&longer, series->name, first,
                                      (size_t)prg_period_distance(first, last) + 1, error);
  if (status != PRG_OK)
    return status;
  size_t at = (size_t)prg_period_distance(first, series->start);
  memcpy(longer.value + at, series->value, series->n * sizeof *series->value);
  memcpy(longer.observation + at, series->observation, series->n * sizeof *series->observation);
  status = series_copy_figures(series, &longer, error);
  prg_series_clear(&longer);
  return status;
}

prg_status prg_series_join(prg_series *to, const prg_series *from, const prg_join_options *options,
                           prg_error *error) {
  if (to->start.frequency != from->start.frequency)
    return fail_frequencies(to, from, options, error);
  prg_status status = lengthen(to, from, error);
  return status == PRG_OK ? take_periods(to, from, options, error) : status;
}

static bool same_dimensions(const prg_panel *a, const prg_panel *b) {
  if (a->n_dimension != b->n_dimension)
    return false;
  for (size_t d = 0; d < a->n_dimension; d++)
    if (strcmp(a->dimension[d], b->dimension[d]) != 0)
      return false;
  return true;
}

static void drop_dimensions(prg_panel *panel) {
  for (size_t d = 0; d < panel->n_dimension; d++) {
    free(panel->dimension[d]);
    free(panel->dimension_id[d]);
  }
  panel->n_dimension = 0;
  for (size_t i = 0; i < panel->n; i++) {
    prg_series_set_members(&panel->series[i], NULL, 0, NULL);
    prg_series_set_codes(&panel->series[i], NULL, 0, NULL);
  }
}

/* The first panel to be joined gives its dimensions. */
static void agree_on_dimensions(prg_panel *panel, prg_panel *added) {
  if (panel->n == 0 && panel->n_dimension == 0) {
    panel->dimension = added->dimension;
    panel->dimension_id = added->dimension_id;
    panel->n_dimension = added->n_dimension;
    added->dimension = added->dimension_id = NULL;
    added->n_dimension = 0;
  } else if (!same_dimensions(panel, added)) {
    drop_dimensions(panel);
    drop_dimensions(added);
  }
}

prg_status prg_panel_join(prg_panel *panel, prg_panel *added, const prg_join_options *options,
                          prg_error *error) {
  name_index names = {0};
  agree_on_dimensions(panel, added);
  prg_status status =
      name_index_add_panel(&names, panel) ? PRG_OK : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < added->n && status == PRG_OK; i++) {
    prg_series *series = &added->series[i];
    size_t number = panel->n;
    if (!name_index_add(&names, series->name, strlen(series->name), &number))
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    else if (number == panel->n)
      status = prg_panel_add(panel, series, error);
    else
      status = prg_series_join(&panel->series[number], series, options, error);
  }
  name_index_clear(&names);
  prg_panel_clear(added);
  return status;
}
