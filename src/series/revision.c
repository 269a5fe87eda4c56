#include <prognos/revision.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "series/name_index.h"

static const char *const kind_name[PRG_REVISION_KINDS] = {"changed", "appeared", "vanished"};

const char *prg_revision_kind_name(prg_revision_kind kind) {
  return kind_name[kind];
}

void prg_revision_list_clear(prg_revision_list *list) {
  free(list->item);
  *list = (prg_revision_list){0};
}

static prg_status add(prg_revision_list *list, const prg_revision *revision, prg_error *error) {
  if ((list->n & (list->n - 1)) == 0) { /* full: n is 0 or a power of two */
    prg_revision *grown = realloc(list->item, (list->n == 0 ? 1 : 2 * list->n) * sizeof *grown);
    if (grown == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    list->item = grown;
  }
  list->item[list->n++] = *revision;
  list->count[revision->kind]++;
  return PRG_OK;
}

/* The entry of a period; a gap where the series, which may be NULL, has none. */
static void find_entry(const prg_series *series, prg_period period, double *value,
                       prg_observation *status) {
  *value = NAN;
  *status = PRG_GAP;
  if (series == NULL || period.frequency != series->start.frequency)
    return;
  long long t = (long long)period.ordinal - series->start.ordinal;
  if (t < 0 || t >= (long long)series->n)
    return;
  *value = series->value[t];
  *status = series->observation[t];
}

static prg_status compare_entry(prg_revision *entry, prg_revision_list *out, prg_error *error) {
  bool before = entry->status_before != PRG_GAP, after = entry->status_after != PRG_GAP;
  bool same_value = entry->before == entry->after || (isnan(entry->before) && isnan(entry->after));
  if (!before && !after)
    return PRG_OK;
  if (before && after && same_value && entry->status_before == entry->status_after) {
    out->same++;
    return PRG_OK;
  }
  entry->kind = !before  ? PRG_REVISION_APPEARED
                : !after ? PRG_REVISION_VANISHED
                         : PRG_REVISION_CHANGED;
  return add(out, entry, error);
}

/* Compares the periods first … last of one frequency; either series may be NULL. */
static prg_status compare_span(const prg_series *before, const prg_series *after, prg_period first,
                               int last, prg_revision_list *out, prg_error *error) {
  prg_status status = PRG_OK;
  for (prg_period p = first; p.ordinal <= last && status == PRG_OK; p.ordinal++) {
    prg_revision entry = {.series = after != NULL ? after->name : before->name, .period = p};
    find_entry(before, p, &entry.before, &entry.status_before);
    find_entry(after, p, &entry.after, &entry.status_after);
    status = compare_entry(&entry, out, error);
  }
  return status;
}

static int last_ordinal(const prg_series *series) {
  return series->start.ordinal + (int)series->n - 1;
}

static prg_status compare_series(const prg_series *before, const prg_series *after,
                                 prg_revision_list *out, prg_error *error) {
  if (before == NULL || after == NULL || before->start.frequency != after->start.frequency) {
    prg_status status = PRG_OK;
    if (before != NULL)
      status = compare_span(before, NULL, before->start, last_ordinal(before), out, error);
    if (after != NULL && status == PRG_OK)
      status = compare_span(NULL, after, after->start, last_ordinal(after), out, error);
    return status;
  }
  bool earlier = before->start.ordinal < after->start.ordinal;
  int end_before = last_ordinal(before), end_after = last_ordinal(after);
  return compare_span(before, after, earlier ? before->start : after->start,
                      end_before > end_after ? end_before : end_after, out, error);
}

static const prg_series *look_up(const prg_panel *panel, const name_index *index,
                                 const char *name) {
  size_t i;
  return name_index_find(index, name, strlen(name), &i) ? &panel->series[i] : NULL;
}

prg_status prg_revision_find(const prg_panel *before, const prg_panel *after,
                             prg_revision_list *out, prg_error *error) {
  *out = (prg_revision_list){0};
  name_index old = {0}, new = {0};
  prg_status status = PRG_OK;
  if (!name_index_add_panel(&old, before) || !name_index_add_panel(&new, after))
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < after->n && status == PRG_OK; i++) {
    const prg_series *series = &after->series[i];
    status = compare_series(look_up(before, &old, series->name), series, out, error);
  }
  for (size_t i = 0; i < before->n && status == PRG_OK; i++) {
    const prg_series *series = &before->series[i];
    if (look_up(after, &new, series->name) == NULL)
      status = compare_series(series, NULL, out, error);
  }
  name_index_clear(&old);
  name_index_clear(&new);
  return status;
}
