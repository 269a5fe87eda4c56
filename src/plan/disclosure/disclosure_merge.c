#include "plan/disclosure/disclosure_merge.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "plan/disclosure/disclosure_table.h"
#include "series/naming.h"

#define DROPPED SIZE_MAX

typedef struct merging {
  prg_panel *panel;
  const prg_hierarchy *hierarchy; /* may be NULL */
  const prg_disclosure_options *options;
  disclosure_table table;
  size_t *unit;     /* shape (n): the first series of those it is merged with, or DROPPED */
  size_t *sum_of;   /* shape (n): the sum it is a part of, n_sum if none */
  double *smallest; /* shape (n): of a unit, over the periods: its smallest count above 0 */
  double *size;     /* shape (n): of a unit: its count over all periods */
} merging;

static size_t sums(const merging *m) {
  return m->hierarchy == NULL ? 0 : m->hierarchy->n_sum;
}

static prg_status refuse_graph(const merging *m, size_t series, prg_error *error) {
  return prg_fail(error, PRG_TEXT_MERGE_NEEDS_TREE,
                  PRG_ARGS(prg_string(m->panel->series[series].name)));
}

static prg_status find_sums(merging *m, prg_error *error) {
  for (size_t i = 0; i < m->panel->n; i++)
    m->sum_of[i] = sums(m);
  for (size_t s = 0; s < sums(m); s++) {
    const prg_sum *sum = &m->hierarchy->sum[s];
    for (size_t k = sum->first; k < sum->first + sum->n; k++) {
      size_t part = m->hierarchy->part[k];
      if (m->sum_of[part] < sums(m))
        return refuse_graph(m, part, error);
      m->sum_of[part] = s;
    }
    for (size_t r = 0; r < s; r++)
      if (m->hierarchy->sum[r].total == sum->total)
        return refuse_graph(m, sum->total, error);
  }
  return PRG_OK;
}

/* Reckons size and smallest count of every unit anew. */
static void measure(merging *m) {
  size_t n = m->panel->n;
  for (size_t i = 0; i < n; i++) {
    m->smallest[i] = INFINITY;
    m->size[i] = 0;
  }
  for (prg_period period = m->table.first; prg_period_compare(period, m->table.last) <= 0;
       period = prg_period_add(period, 1)) {
    disclosure_table_set(&m->table, period);
    for (size_t i = 0; i < n; i++)
      if (m->unit[i] != DROPPED && m->unit[i] != i && !isnan(m->table.value[i]))
        m->table.value[m->unit[i]] += m->table.value[i];
    for (size_t i = 0; i < n; i++) {
      double value = m->table.value[i];
      if (m->unit[i] != i || isnan(value))
        continue;
      m->size[i] += value;
      if (value > 0 && m->table.is_protected[i])
        m->smallest[i] = fmin(m->smallest[i], value);
    }
  }
}

static bool is_small(const merging *m, size_t i) {
  return m->unit[i] == i && m->smallest[i] < m->options->threshold;
}

/* The smallest other unit among the parts of the sum; DROPPED if it is alone. */
static size_t smallest_sibling(const merging *m, size_t s, size_t of) {
  const prg_sum *sum = &m->hierarchy->sum[s];
  size_t found = DROPPED;
  for (size_t k = sum->first; k < sum->first + sum->n; k++) {
    size_t part = m->hierarchy->part[k];
    if (part != of && m->unit[part] == part && (found == DROPPED || m->size[part] < m->size[found]))
      found = part;
  }
  return found;
}

static void join(merging *m, size_t a, size_t b) {
  size_t first = a < b ? a : b, other = a < b ? b : a;
  for (size_t i = 0; i < m->panel->n; i++)
    if (m->unit[i] == other)
      m->unit[i] = first;
}

/* Merges within the sum until no unit is small, and drops the last if it is alone. */
static void merge_within(merging *m, size_t s) {
  const prg_sum *sum = &m->hierarchy->sum[s];
  for (size_t k = sum->first; k < sum->first + sum->n; k++) {
    size_t part = m->hierarchy->part[k], sibling = DROPPED;
    while (m->unit[part] == part && is_small(m, part) &&
           (sibling = smallest_sibling(m, s, part)) != DROPPED) {
      join(m, part, sibling);
      measure(m);
      part = m->unit[part];
    }
  }
  size_t units = 0, parts = sum->n;
  for (size_t k = sum->first; k < sum->first + parts; k++)
    units += m->unit[m->hierarchy->part[k]] == m->hierarchy->part[k];
  bool is_alone = units == 1 && (parts > 1 || is_small(m, m->hierarchy->part[sum->first]));
  for (size_t k = sum->first; k < sum->first + parts && is_alone; k++)
    m->unit[m->hierarchy->part[k]] = DROPPED;
}

/* Below a total that is dropped, or is one with others, nothing can stand. */
static void drop_below(merging *m, size_t s) {
  const prg_sum *sum = &m->hierarchy->sum[s];
  bool alone = m->unit[sum->total] == sum->total;
  for (size_t i = 0; i < m->panel->n && alone; i++)
    alone = i == sum->total || m->unit[i] != sum->total;
  for (size_t k = sum->first; k < sum->first + sum->n && !alone; k++)
    m->unit[m->hierarchy->part[k]] = DROPPED;
}

/* From the highest totals down, so that what is merged has been decided before its parts are. */
static prg_status merge_all(merging *m, prg_error *error) {
  measure(m);
  for (size_t i = 0; i < m->panel->n; i++)
    if (m->sum_of[i] == sums(m) && is_small(m, i))
      return prg_fail(error, PRG_TEXT_MERGE_NO_SIBLING,
                      PRG_ARGS(prg_string(m->panel->series[i].name)));
  for (size_t level = m->hierarchy == NULL ? 0 : m->hierarchy->n_levels; level-- > 1;) {
    for (size_t s = 0; s < sums(m); s++) {
      if (m->hierarchy->level[m->hierarchy->sum[s].total] != level)
        continue;
      drop_below(m, s);
      merge_within(m, s);
      measure(m);
    }
  }
  return PRG_OK;
}

/* --- the panel anew --- */

static void add_joined(prg_buffer *text, const char *name) {
  if (text->length > 0)
    prg_buffer_add(text, " + ");
  prg_buffer_add(text, name);
}

/* The member that all have in common, or "A + B". */
static void join_members(const merging *m, size_t unit, size_t d, prg_buffer *text) {
  const char *first = prg_series_member(&m->panel->series[unit], d);
  bool same = true;
  prg_buffer_clear(text);
  for (size_t i = unit; i < m->panel->n; i++) {
    if (m->unit[i] != unit)
      continue;
    const char *member = prg_series_member(&m->panel->series[i], d);
    same = same && strcmp(member, first) == 0;
    add_joined(text, member);
  }
  if (same) {
    prg_buffer_clear(text);
    prg_buffer_add(text, first);
  }
}

static void name_unit(const merging *m, size_t unit, naming *named) {
  prg_buffer text;
  prg_buffer_init(&text);
  naming_restart(named);
  for (size_t d = 0; d < m->panel->n_dimension; d++) {
    join_members(m, unit, d, &text);
    naming_add(named, prg_buffer_string(&text), text.length);
  }
  prg_buffer_clear(&text);
  for (size_t i = unit; i < m->panel->n && m->panel->n_dimension == 0; i++)
    if (m->unit[i] == unit)
      add_joined(&text, m->panel->series[i].name);
  if (m->panel->n_dimension == 0)
    naming_add(named, prg_buffer_string(&text), text.length);
  prg_buffer_free(&text);
}

/* One figure of a merged series: a sum that lacks a part is no figure. */
static void add_figure(prg_series *series, size_t t, double value, prg_observation observation) {
  if (observation == PRG_GAP)
    return;
  bool begun = series->observation[t] != PRG_GAP;
  bool whole = prg_observation_has_value(observation) &&
               (!begun || prg_observation_has_value(series->observation[t]));
  if (!whole) {
    series->value[t] = NAN;
    if (!begun || prg_observation_has_value(series->observation[t]))
      series->observation[t] = observation;
    return;
  }
  series->value[t] = begun ? series->value[t] + value : value;
  if (!begun || series->observation[t] == PRG_OBSERVED)
    series->observation[t] = observation;
}

static void add_figures(const merging *m, size_t unit, prg_series *series) {
  for (size_t i = unit; i < m->panel->n; i++) {
    for (size_t t = 0; m->unit[i] == unit && t < series->n; t++) {
      prg_period period = prg_series_period(series, t);
      const double *value = disclosure_value(m->panel, i, period);
      if (value != NULL)
        add_figure(series, t, *value, *disclosure_observation(m->panel, i, period));
    }
  }
}

/* The periods that any of them has. */
static prg_period span_of_unit(const merging *m, size_t unit, size_t *n) {
  prg_period first = m->table.last, last = m->table.first;
  for (size_t i = unit; i < m->panel->n; i++) {
    const prg_series *series = &m->panel->series[i];
    prg_period end = prg_series_period(series, series->n - 1);
    if (m->unit[i] != unit)
      continue;
    if (prg_period_compare(series->start, first) < 0)
      first = series->start;
    if (prg_period_compare(end, last) > 0)
      last = end;
  }
  *n = (size_t)prg_period_distance(first, last) + 1;
  return first;
}

static prg_status make_unit(const merging *m, size_t unit, naming *named, prg_series *series,
                            prg_error *error) {
  size_t n;
  prg_period first = span_of_unit(m, unit, &n);
  name_unit(m, unit, named);
  prg_status status = prg_series_init(series, prg_buffer_string(&named->name), first, n, error);
  if (status == PRG_OK && m->panel->n_dimension > 0)
    status = prg_series_set_members(series, prg_buffer_string(&named->members),
                                    named->members.length, error);
  if (status != PRG_OK)
    return status;
  series->kind = m->panel->series[unit].kind;
  series->season = m->panel->series[unit].season;
  add_figures(m, unit, series);
  return PRG_OK;
}

static size_t size_of_unit(const merging *m, size_t unit) {
  size_t n = 0;
  for (size_t i = unit; i < m->panel->n; i++)
    n += m->unit[i] == unit;
  return n;
}

/* Puts the merged series in the places of their first ones and takes away the others. */
static prg_status rebuild(merging *m, prg_disclosure *out, prg_error *error) {
  prg_panel *panel = m->panel;
  naming named = {0};
  prg_series *made = calloc(panel->n + 1, sizeof *made);
  prg_status status = made == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  for (size_t i = 0; i < panel->n && status == PRG_OK; i++)
    if (m->unit[i] == i && size_of_unit(m, i) > 1)
      status = make_unit(m, i, &named, &made[i], error);
  size_t kept = 0;
  for (size_t i = 0; i < panel->n && status == PRG_OK; i++) {
    out->dropped += m->unit[i] == DROPPED;
    out->merged += m->unit[i] != DROPPED && (m->unit[i] != i || made[i].name != NULL);
    prg_series series = made[i].name != NULL ? made[i] : panel->series[i];
    if (made[i].name != NULL || m->unit[i] != i)
      prg_series_clear(&panel->series[i]);
    if (m->unit[i] == i)
      panel->series[kept++] = series;
  }
  if (status == PRG_OK)
    panel->n = kept;
  for (size_t i = 0; i < panel->n && status != PRG_OK && made != NULL; i++)
    prg_series_clear(&made[i]);
  free(made);
  naming_clear(&named);
  return status;
}

static prg_status merge(merging *m, prg_disclosure *out, prg_error *error) {
  for (size_t i = 0; i < m->panel->n; i++)
    m->unit[i] = i;
  prg_status status = find_sums(m, error);
  if (status == PRG_OK)
    status = merge_all(m, error);
  return status == PRG_OK ? rebuild(m, out, error) : status;
}

prg_status disclosure_merge(prg_panel *panel, const prg_hierarchy *hierarchy,
                            const prg_disclosure_options *options, prg_disclosure *out,
                            prg_error *error) {
  merging m = {.panel = panel, .hierarchy = hierarchy, .options = options};
  size_t n = panel->n + 1;
  if (panel->n == 0)
    return PRG_OK;
  m.unit = calloc(n, sizeof *m.unit);
  m.sum_of = calloc(n, sizeof *m.sum_of);
  m.smallest = calloc(n, sizeof *m.smallest);
  m.size = calloc(n, sizeof *m.size);
  bool begun = disclosure_table_init(&m.table, panel, hierarchy, options) && m.unit != NULL &&
               m.sum_of != NULL && m.smallest != NULL && m.size != NULL;
  prg_status status = begun ? merge(&m, out, error) : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  disclosure_table_clear(&m.table);
  free(m.unit);
  free(m.sum_of);
  free(m.smallest);
  free(m.size);
  return status;
}
