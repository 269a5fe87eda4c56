/*
 * A table of counts for disclosure control: cells, and the sums that tie them. A cell may stand in
 * several sums, as part or as total (by school and by sex). Plain values; the arrays are borrowed.
 */
#ifndef PLAN_CELL_TABLE_H
#define PLAN_CELL_TABLE_H

#include <stddef.h>

typedef struct cell_table {
  size_t n;            /* cells */
  const double *value; /* shape (n): persons, >= 0; NaN: nobody outside the source knows it */
  size_t n_sum;
  const size_t *total; /* shape (n_sum): the cell that is the sum of its parts */
  const size_t *first; /* shape (n_sum + 1): where the parts of a sum begin in `part` */
  const size_t *part;  /* shape (first[n_sum]) */
} cell_table;

#endif
