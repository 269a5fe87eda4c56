/* prg_table's look-ups for the loops that visit every cell. */
#ifndef TABLE_TABLE_CELLS_H
#define TABLE_TABLE_CELLS_H

#include <stdint.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/table.h>

/* Bytes of the arena beyond its last cell, so that a cell can be read as a word. */
#define TABLE_SPARE_BYTES 8

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

/*
 * prg_number_whole of a cell. Up to eight digits are read at once, without a branch for each, which
 * the processor guesses wrong in every cell: pairs of digits are joined, then pairs of pairs
 * (Lemire, "Number parsing at a gigabyte per second", Software: Practice and Experience 51, 2021).
 */
static inline bool table_whole(const char *cell, size_t n, double *value) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if (n > 0 && n <= 8) {
    uint64_t digits;
    memcpy(&digits, cell, sizeof digits);
    digits = (digits ^ UINT64_C(0x3030303030303030)) << (64 - 8 * n); /* zeros before the first */
    if (((digits | (digits + UINT64_C(0x7676767676767676))) & UINT64_C(0x8080808080808080)) != 0)
      return false;
    digits = (digits * 10 + (digits >> 8)) & UINT64_C(0x00FF00FF00FF00FF);
    digits = (digits * 100 + (digits >> 16)) & UINT64_C(0x0000FFFF0000FFFF);
    digits = (digits * 10000 + (digits >> 32)) & UINT64_C(0x00000000FFFFFFFF);
    *value = (double)digits;
    return true;
  }
#endif
  return prg_number_whole(cell, n, value);
}

#endif
