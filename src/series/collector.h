/*
 * Gathers observations in any order and makes series of them: grouped by name through a hash
 * table, in the order in which the names were first met, each sorted by period.
 */
#ifndef SERIES_COLLECTOR_H
#define SERIES_COLLECTOR_H

#include <stdint.h>

#include <prognos/cell.h>
#include <prognos/reading.h>

#include "series/naming.h"

typedef struct collected {
  double value;
  size_t row; /* of the table */
  uint32_t series, column;
  int ordinal;
  uint8_t observation; /* a prg_observation */
  bool percent;
} collected;

typedef struct collected_name {
  size_t offset, length; /* in `names`; its members follow after the zero byte */
  size_t members;        /* their length */
  size_t n;              /* its items */
  size_t row, column;    /* where it was first met */
  bool has_period;
  prg_period period; /* the first one: the others must be of its frequency */
  size_t period_row;
} collected_name;

typedef struct collector {
  const prg_table *table; /* borrowed; for places */
  prg_buffer names;
  collected_name *name; /* shape (n_series) */
  size_t n_series, name_capacity;
  uint32_t *slot; /* shape (n_slots), a power of two: series + 1, 0 is free */
  size_t n_slots;
  collected *item; /* shape (n) */
  size_t n, capacity;
  bool is_scattered; /* the items of some series do not stand together, as in a file by period */
  bool has_calendar;
  prg_period calendar; /* the first period that is no bare index */
  size_t calendar_line;
} collector;

void collector_init(collector *c, const prg_table *table);
void collector_clear(collector *c);
/* Forgets the series, which were finished, and keeps the memory and the calendar. */
void collector_restart(collector *c);

/* The number of the series of that name, which is new if it was not met before. */
prg_status collector_series(collector *c, const naming *named, size_t row, size_t column,
                            uint32_t *series, prg_error *error);
/* The same for a name that is known to be new: no name of the collector is looked up then. */
prg_status collector_begin_series(collector *c, const naming *named, size_t row, size_t column,
                                  uint32_t *series, prg_error *error);
const char *collector_name(const collector *c, uint32_t series);

/*
 * PRG_EINPUT with the place if the period is of another frequency than the others. A bare index
 * belongs to no calendar: a file may have series of each, but collector_add does not let them mix
 * in one series.
 */
prg_status collector_check_period(collector *c, prg_period period, size_t row, size_t column,
                                  prg_error *error);

/* Adds one observation, which stands in that row and column of the table. */
prg_status collector_add(collector *c, uint32_t series, prg_period period, const prg_cell *cell,
                         size_t row, size_t column, prg_error *error);

/*
 * Moves everything to reading->panel. PRG_EINPUT if a period comes twice with different values or
 * a series spans an unreasonable time.
 */
prg_status collector_finish(collector *c, prg_reading *reading, prg_error *error);

#endif
