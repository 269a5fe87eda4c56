/* prg_table's look-ups for the loops that visit every cell. */
#ifndef TABLE_TABLE_CELLS_H
#define TABLE_TABLE_CELLS_H

#include <prognos/table.h>

/* The cell's text and its length in bytes; "" and 0 beyond the row's end. */
static inline const char *table_cell(const prg_table *table, size_t row, size_t column, size_t *n) {
  size_t first = table->row[row];
  if (column >= table->row[row + 1] - first) {
    *n = 0;
    return "";
  }
  const size_t *cell = table->cell + first + column;
  *n = cell[1] - cell[0] - 1;
  return table->arena + cell[0];
}

#endif
