/* The counts of one period as a table of cells: cell i is series i of the panel. */
#ifndef PLAN_DISCLOSURE_TABLE_H
#define PLAN_DISCLOSURE_TABLE_H

#include <stdbool.h>

#include <prognos/disclosure.h>

#include "plan/cells/sum_rows.h"

typedef struct disclosure_table {
  const prg_panel *panel;
  prg_period first, last; /* of all series */
  sum_rows sums;          /* the cells are those of the period set last; owned, as all of these */
  double *value;          /* shape (n): of the cells; 0 where a part has no row */
  bool *is_protected;     /* shape (n): a series of people */
  bool *hidden;           /* shape (n): for the caller */
} disclosure_table;

/* `hierarchy` may be NULL and must outlive the table. False if memory is exhausted; clear it after
 * use, whatever was returned. */
bool disclosure_table_init(disclosure_table *table, const prg_panel *panel,
                           const prg_hierarchy *hierarchy, const prg_disclosure_options *options);
void disclosure_table_clear(disclosure_table *table);

/* Fills the cells with the figures of that period. */
void disclosure_table_set(disclosure_table *table, prg_period period);

/* Where series i has the period; NULL if it is outside its span. Borrowed from the panel. */
double *disclosure_value(const prg_panel *panel, size_t i, prg_period period);
prg_observation *disclosure_observation(const prg_panel *panel, size_t i, prg_period period);

/* True if the cell is a small count of people. */
bool disclosure_is_small(const disclosure_table *table, size_t i, double threshold);

#endif
