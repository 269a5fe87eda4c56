/* The sums of a hierarchy as a table of cells has them, cell i being series i. */
#ifndef PLAN_SUM_ROWS_H
#define PLAN_SUM_ROWS_H

#include <stdbool.h>

#include <prognos/hierarchy.h>

#include "plan/cells/cell_table.h"

typedef struct sum_rows {
  cell_table cells; /* value is the caller's to set */
  size_t *total;    /* shape (n_sum); owned */
  size_t *first;    /* shape (n_sum + 1); owned */
} sum_rows;

/* `hierarchy` may be NULL: no sums; it must outlive the rows. False if memory is exhausted; clear
 * them after use, whatever was returned. */
bool sum_rows_init(sum_rows *rows, size_t n_series, const prg_hierarchy *hierarchy);
void sum_rows_clear(sum_rows *rows);

#endif
