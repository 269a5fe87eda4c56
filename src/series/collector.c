#include "series/collector.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/hash.h>

#include "series/frequency.h"
#include "series/series_block.h"

/* Periods that a panel may span in all, beside PERIODS_PER_OBSERVATION for each observation: two
 * days far apart in each of many series must not fill the memory. */
#define PERIODS_FREE 1000000
#define PERIODS_PER_OBSERVATION 100

void collector_init(collector *c, const prg_table *table) {
  *c = (collector){.table = table};
}

void collector_clear(collector *c) {
  prg_buffer_free(&c->names);
  free(c->name);
  free(c->slot);
  free(c->item);
  *c = (collector){0};
}

void collector_restart(collector *c) {
  prg_buffer_clear(&c->names);
  c->n_series = c->n = 0;
  c->is_scattered = false;
  if (c->slot != NULL)
    memset(c->slot, 0, c->n_slots * sizeof *c->slot);
}

const char *collector_name(const collector *c, uint32_t series) {
  return prg_buffer_string(&c->names) + c->name[series].offset;
}

/* The slot that holds the name, or the free one where it belongs. */
static uint32_t *find_slot(const collector *c, const char *name, size_t n) {
  size_t mask = c->n_slots - 1;
  for (size_t i = (size_t)prg_hash(name, n) & mask;; i = (i + 1) & mask) {
    if (c->slot[i] == 0)
      return &c->slot[i];
    const collected_name *known = &c->name[c->slot[i] - 1];
    if (known->length == n && memcmp(collector_name(c, c->slot[i] - 1), name, n) == 0)
      return &c->slot[i];
  }
}

/* Doubles the slots before they are half full. */
static bool grow_slots(collector *c) {
  if (2 * (c->n_series + 1) <= c->n_slots)
    return true;
  free(c->slot);
  c->n_slots = c->n_slots == 0 ? 64 : 2 * c->n_slots;
  c->slot = calloc(c->n_slots, sizeof *c->slot);
  if (c->slot == NULL)
    return false;
  for (uint32_t s = 0; s < c->n_series; s++)
    *find_slot(c, collector_name(c, s), c->name[s].length) = s + 1;
  return true;
}

static bool grow_names(collector *c) {
  if (c->n_series < c->name_capacity)
    return true;
  size_t capacity = c->name_capacity == 0 ? 64 : 2 * c->name_capacity;
  collected_name *grown = realloc(c->name, capacity * sizeof *grown);
  if (grown == NULL || c->n_series >= UINT32_MAX / 2) {
    c->name = grown == NULL ? c->name : grown;
    return false;
  }
  c->name = grown;
  c->name_capacity = capacity;
  return true;
}

prg_status collector_begin_series(collector *c, const naming *named, size_t row, size_t column,
                                  uint32_t *series, prg_error *error) {
  if (!grow_names(c))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  c->name[c->n_series] = (collected_name){.offset = c->names.length,
                                          .length = named->name.length,
                                          .members = named->members.length,
                                          .row = row,
                                          .column = column};
  prg_buffer_add_n(&c->names, prg_buffer_string(&named->name), named->name.length + 1);
  prg_buffer_add_n(&c->names, prg_buffer_string(&named->members), named->members.length);
  if (c->names.failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  *series = (uint32_t)c->n_series++;
  return PRG_OK;
}

prg_status collector_series(collector *c, const naming *named, size_t row, size_t column,
                            uint32_t *series, prg_error *error) {
  if (!grow_slots(c))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  uint32_t *slot = find_slot(c, prg_buffer_string(&named->name), named->name.length);
  prg_status status = PRG_OK;
  if (*slot == 0) {
    status = collector_begin_series(c, named, row, column, series, error);
    *slot = (uint32_t)c->n_series;
  }
  *series = *slot - 1;
  return status;
}

static prg_status fail_mixed(const collector *c, prg_period period, size_t row, size_t column,
                             prg_period other, size_t other_line, prg_error *error) {
  char found[PRG_PERIOD_BYTES], expected[PRG_PERIOD_BYTES];
  return prg_table_fail(c->table, row, column, PRG_TEXT_PERIOD_MIXED,
                        PRG_ARGS(prg_string(prg_period_print(period, found)),
                                 prg_text_argument(prg_frequency_text(period.frequency)),
                                 prg_text_argument(prg_frequency_text(other.frequency)),
                                 prg_string(prg_period_print(other, expected)),
                                 prg_integer((long long)other_line)),
                        error);
}

prg_status collector_check_period(collector *c, prg_period period, size_t row, size_t column,
                                  prg_error *error) {
  if (period.frequency == PRG_INDEX)
    return PRG_OK;
  if (!c->has_calendar) {
    c->has_calendar = true;
    c->calendar = period;
    c->calendar_line = c->table->line[row];
  }
  if (period.frequency == c->calendar.frequency)
    return PRG_OK;
  return fail_mixed(c, period, row, column, c->calendar, c->calendar_line, error);
}

static bool grow_items(collector *c) {
  if (c->n < c->capacity)
    return true;
  size_t capacity = c->capacity == 0 ? 256 : 2 * c->capacity;
  collected *grown = realloc(c->item, capacity * sizeof *grown);
  if (grown == NULL)
    return false;
  c->item = grown;
  c->capacity = capacity;
  return true;
}

prg_status collector_add(collector *c, uint32_t series, prg_period period, const prg_cell *cell,
                         size_t row, size_t column, prg_error *error) {
  collected_name *name = &c->name[series];
  if (!name->has_period) {
    name->has_period = true;
    name->period = period;
    name->period_row = row;
  }
  if (period.frequency != name->period.frequency)
    return fail_mixed(c, period, row, column, name->period, c->table->line[name->period_row],
                      error);
  if (!grow_items(c))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  name->n++;
  c->is_scattered = c->is_scattered || (c->n > 0 && series < c->item[c->n - 1].series);
  c->item[c->n++] = (collected){.value = cell->value,
                                .row = row,
                                .series = series,
                                .column = (uint32_t)column,
                                .ordinal = period.ordinal,
                                .observation = (uint8_t)cell->observation,
                                .percent = cell->percent};
  return PRG_OK;
}

static int compare_collected(const void *a, const void *b) {
  const collected *x = a, *y = b;
  if (x->ordinal != y->ordinal)
    return x->ordinal < y->ordinal ? -1 : 1;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return (x->column > y->column) - (x->column < y->column);
}

/* True if every period comes once, in order: as in nearly every series. */
static bool is_in_order(const collected *item, size_t n) {
  for (size_t i = 1; i < n; i++)
    if (item[i - 1].ordinal >= item[i].ordinal)
      return false;
  return true;
}

/* The items by series, in the order they came; *start: shape (n_series + 1). */
static bool group(collector *c, size_t **start) {
  *start = calloc(c->n_series + 2, sizeof **start);
  if (*start == NULL)
    return false;
  for (size_t s = 0; s < c->n_series; s++)
    (*start)[s + 1] = (*start)[s] + c->name[s].n;
  if (!c->is_scattered)
    return true;
  collected *grouped = malloc((c->n + 1) * sizeof *grouped);
  if (grouped == NULL)
    return false;
  size_t *next = *start + 1; /* where the next item goes, then where the next series begins */
  memmove(next, *start, c->n_series * sizeof *next);
  for (size_t i = 0; i < c->n; i++)
    grouped[next[c->item[i].series]++] = c->item[i];
  free(c->item);
  c->item = grouped;
  c->capacity = c->n + 1;
  return true;
}

static prg_status fail_duplicate(const collector *c, const collected *before,
                                 const collected *again, prg_error *error) {
  char period[PRG_PERIOD_BYTES];
  prg_period when = {c->name[again->series].period.frequency, again->ordinal};
  prg_argument old = isnan(before->value) ? prg_string("..") : prg_number(before->value, -1);
  prg_argument new = isnan(again->value) ? prg_string("..") : prg_number(again->value, -1);
  size_t line = prg_table_line(c->table, again->row, again->column);
  size_t old_line = prg_table_line(c->table, before->row, before->column);
  return prg_table_fail(c->table, again->row, again->column, PRG_TEXT_PERIOD_TWICE,
                        PRG_ARGS(prg_string(collector_name(c, again->series)),
                                 prg_string(prg_period_print(when, period)), new,
                                 prg_integer((long long)line), old,
                                 prg_integer((long long)old_line)),
                        error);
}

/* Sorts the items by period and drops those that repeat the one before; PRG_EINPUT if they say
 * something else. */
static prg_status put_in_order(const collector *c, collected *item, size_t *n, prg_reading *reading,
                               prg_error *error) {
  size_t kept = 0;
  qsort(item, *n, sizeof *item, compare_collected);
  for (size_t i = 0; i < *n; i++) {
    collected *before = kept > 0 ? &item[kept - 1] : NULL;
    if (before == NULL || before->ordinal != item[i].ordinal) {
      item[kept++] = item[i];
      continue;
    }
    bool same = before->observation == item[i].observation &&
                (before->value == item[i].value || isnan(before->value));
    if (!same)
      return fail_duplicate(c, before, &item[i], error);
    reading->duplicates++;
    prg_status status =
        prg_left_out_add(&reading->left_out, c->table->line[item[i].row], item[i].column + 1,
                         PRG_TEXT_LEFT_OUT_DUPLICATE, collector_name(c, item[i].series), error);
    if (status != PRG_OK)
      return status;
  }
  *n = kept;
  return PRG_OK;
}

static prg_status make_series(const collector *c, uint32_t number, const collected *item, size_t n,
                              prg_reading *reading, prg_error *error) {
  prg_period start = {c->name[number].period.frequency, item[0].ordinal};
  size_t length = (size_t)((long long)item[n - 1].ordinal - item[0].ordinal) + 1, percents = 0;
  const collected_name *name = &c->name[number];
  prg_series series;
  prg_status status = series_init_texts(&series, collector_name(c, number),
                                        name->length + 1 + name->members, start, length, error);
  if (status != PRG_OK)
    return status;
  for (size_t i = 0; i < n; i++) {
    size_t t = (size_t)((long long)item[i].ordinal - item[0].ordinal);
    series.value[t] = item[i].value;
    series.observation[t] = (prg_observation)item[i].observation;
    percents += item[i].percent;
  }
  if (percents > 0 && percents == prg_series_observed(&series))
    series.kind = PRG_KIND_SHARE;
  return prg_panel_add(&reading->panel, &series, error);
}

/* Figures counted once a year or a month are no daily series with hundreds of gaps. */
static prg_status refuse_rare_dates(const collector *c, uint32_t number, const collected *item,
                                    size_t n, prg_error *error) {
  if (c->name[number].period.frequency != PRG_DAY || n < 2)
    return PRG_OK;
  prg_frequency apart = frequency_of_days((long long)item[1].ordinal - item[0].ordinal);
  for (size_t i = 2; i < n; i++)
    if (frequency_of_days((long long)item[i].ordinal - item[i - 1].ordinal) != apart)
      return PRG_OK;
  if (apart == PRG_DAY)
    return PRG_OK;
  return prg_table_fail(c->table, item[0].row, item[0].column, PRG_TEXT_RARE_DATES,
                        PRG_ARGS(prg_string(collector_name(c, number)),
                                 prg_text_argument(prg_frequency_text(apart)),
                                 prg_string(prg_frequency_name(apart))),
                        error);
}

static prg_status finish_series(const collector *c, uint32_t number, collected *item, size_t n,
                                size_t *periods, prg_reading *reading, prg_error *error) {
  const collected_name *name = &c->name[number];
  if (n == 0)
    return prg_left_out_add(&reading->left_out, c->table->line[name->row], name->column + 1,
                            PRG_TEXT_LEFT_OUT_EMPTY, collector_name(c, number), error);
  prg_status status = is_in_order(item, n) ? PRG_OK : put_in_order(c, item, &n, reading, error);
  if (status != PRG_OK)
    return status;
  status = refuse_rare_dates(c, number, item, n, error);
  if (status != PRG_OK)
    return status;
  *periods += (size_t)((long long)item[n - 1].ordinal - item[0].ordinal) + 1;
  if (*periods > PERIODS_FREE + PERIODS_PER_OBSERVATION * c->n) {
    char first[PRG_PERIOD_BYTES], last[PRG_PERIOD_BYTES];
    prg_period from = {c->name[number].period.frequency, item[0].ordinal};
    prg_period to = {c->name[number].period.frequency, item[n - 1].ordinal};
    return prg_table_fail(c->table, item[n - 1].row, item[n - 1].column, PRG_TEXT_SPAN_UNREASONABLE,
                          PRG_ARGS(prg_string(collector_name(c, number)),
                                   prg_string(prg_period_print(from, first)),
                                   prg_string(prg_period_print(to, last))),
                          error);
  }
  return make_series(c, number, item, n, reading, error);
}

prg_status collector_finish(collector *c, prg_reading *reading, prg_error *error) {
  size_t *start = NULL, periods = 0;
  prg_status status = PRG_OK;
  if (!group(c, &start))
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (uint32_t s = 0; s < c->n_series && status == PRG_OK; s++)
    status = finish_series(c, s, c->n == 0 ? NULL : c->item + start[s], start[s + 1] - start[s],
                           &periods, reading, error);
  free(start);
  return status;
}
