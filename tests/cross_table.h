/* A table of counts in two directions with its margins, as random as a seed makes it. */
#ifndef PROGNOS_CROSS_TABLE_H
#define PROGNOS_CROSS_TABLE_H

#include "plan/cells/cell_table.h"

#define CROSS_SIDE 15 /* rows and columns at most, margins not counted */
#define CROSS_CELLS ((CROSS_SIDE + 1) * (CROSS_SIDE + 1))

typedef struct cross_table {
  size_t rows, columns;
  double value[CROSS_CELLS];
  size_t total[2 * CROSS_SIDE + 2], first[2 * CROSS_SIDE + 3], part[2 * CROSS_CELLS];
  cell_table cells;
} cross_table;

static inline size_t cross_cell(const cross_table *t, size_t row, size_t column) {
  return row * (t->columns + 1) + column;
}

static inline unsigned cross_random(unsigned *seed) {
  *seed = *seed * 1664525U + 1013904223U;
  return *seed >> 16;
}

/* One count in four is below six. */
static inline void cross_fill(cross_table *t, unsigned *seed) {
  for (size_t i = 0; i < CROSS_CELLS; i++)
    t->value[i] = 0;
  for (size_t r = 0; r < t->rows; r++) {
    for (size_t c = 0; c < t->columns; c++) {
      double x = cross_random(seed) % 4 == 0 ? cross_random(seed) % 6 : cross_random(seed) % 60;
      t->value[cross_cell(t, r, c)] = x;
      t->value[cross_cell(t, r, t->columns)] += x;
      t->value[cross_cell(t, t->rows, c)] += x;
      t->value[cross_cell(t, t->rows, t->columns)] += x;
    }
  }
}

static inline void cross_make(cross_table *t, size_t rows, size_t columns, unsigned *seed) {
  size_t sum = 0, n = 0;
  t->rows = rows;
  t->columns = columns;
  cross_fill(t, seed);
  for (size_t r = 0; r <= rows; r++, sum++) {
    t->total[sum] = cross_cell(t, r, columns);
    t->first[sum] = n;
    for (size_t c = 0; c < columns; c++)
      t->part[n++] = cross_cell(t, r, c);
  }
  for (size_t c = 0; c <= columns; c++, sum++) {
    t->total[sum] = cross_cell(t, rows, c);
    t->first[sum] = n;
    for (size_t r = 0; r < rows; r++)
      t->part[n++] = cross_cell(t, r, c);
  }
  t->first[sum] = n;
  t->cells = (cell_table){.n = (rows + 1) * (columns + 1),
                          .value = t->value,
                          .n_sum = sum,
                          .total = t->total,
                          .first = t->first,
                          .part = t->part};
}

#endif
