#include "plan/disclosure/disclosure_table.h"

#include <math.h>
#include <stdlib.h>

static bool is_of_people(const prg_series *series, bool stated_only) {
  switch (series->kind) {
  case PRG_KIND_PEOPLE:
  case PRG_KIND_AREA_TOTAL:
  case PRG_KIND_FLOW:
    return true;
  case PRG_KIND_UNKNOWN:
    return !stated_only && prg_series_is_count(series);
  default:
    return false;
  }
}

static void extend_span(disclosure_table *table, const prg_series *series, bool begin) {
  prg_period last = prg_series_period(series, series->n - 1);
  if (begin || prg_period_compare(series->start, table->first) < 0)
    table->first = series->start;
  if (begin || prg_period_compare(last, table->last) > 0)
    table->last = last;
}

bool disclosure_table_init(disclosure_table *table, const prg_panel *panel,
                           const prg_hierarchy *hierarchy, const prg_disclosure_options *options) {
  size_t n = panel->n;
  *table = (disclosure_table){.panel = panel};
  table->value = calloc(n + 1, sizeof *table->value);
  table->is_protected = calloc(n + 1, sizeof *table->is_protected);
  table->hidden = calloc(n + 1, sizeof *table->hidden);
  if (!sum_rows_init(&table->sums, n, hierarchy) || table->value == NULL ||
      table->is_protected == NULL || table->hidden == NULL)
    return false;
  for (size_t i = 0; i < n; i++) {
    table->is_protected[i] = is_of_people(&panel->series[i], options->stated_only);
    extend_span(table, &panel->series[i], i == 0);
  }
  table->sums.cells.value = table->value;
  return true;
}

void disclosure_table_clear(disclosure_table *table) {
  sum_rows_clear(&table->sums);
  free(table->value);
  free(table->is_protected);
  free(table->hidden);
  *table = (disclosure_table){0};
}

static bool place_of(const prg_panel *panel, size_t i, prg_period period, size_t *t) {
  const prg_series *series = &panel->series[i];
  if (series->start.frequency != period.frequency)
    return false;
  int distance = prg_period_distance(series->start, period);
  *t = (size_t)distance;
  return distance >= 0 && (size_t)distance < series->n;
}

double *disclosure_value(const prg_panel *panel, size_t i, prg_period period) {
  size_t t;
  return place_of(panel, i, period, &t) ? &panel->series[i].value[t] : NULL;
}

prg_observation *disclosure_observation(const prg_panel *panel, size_t i, prg_period period) {
  size_t t;
  return place_of(panel, i, period, &t) ? &panel->series[i].observation[t] : NULL;
}

/* Blank, or a series that had ended or not begun. */
static bool is_absent(const disclosure_table *table, size_t i, prg_period period) {
  const prg_observation *observation = disclosure_observation(table->panel, i, period);
  return observation == NULL || *observation == PRG_GAP;
}

/*
 * An absent part is nobody: who says otherwise would help the defender. An absent total may be
 * anything, and so may what the source has no figure for or hides itself.
 */
void disclosure_table_set(disclosure_table *table, prg_period period) {
  for (size_t i = 0; i < table->panel->n; i++)
    table->value[i] = is_absent(table, i, period) ? 0 : *disclosure_value(table->panel, i, period);
  for (size_t s = 0; s < table->sums.cells.n_sum; s++)
    if (is_absent(table, table->sums.total[s], period))
      table->value[table->sums.total[s]] = NAN;
}

bool disclosure_is_small(const disclosure_table *table, size_t i, double threshold) {
  double value = table->value[i];
  return table->is_protected[i] && value > 0 && value < threshold;
}
