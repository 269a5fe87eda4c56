#include "plan/cells/sum_rows.h"

#include <stdlib.h>

bool sum_rows_init(sum_rows *rows, size_t n_series, const prg_hierarchy *hierarchy) {
  size_t n_sum = hierarchy == NULL ? 0 : hierarchy->n_sum;
  *rows = (sum_rows){.total = calloc(n_sum + 1, sizeof *rows->total),
                     .first = calloc(n_sum + 1, sizeof *rows->first)};
  if (rows->total == NULL || rows->first == NULL)
    return false;
  for (size_t s = 0; s < n_sum; s++) { /* the parts of one sum follow those of the one before */
    rows->total[s] = hierarchy->sum[s].total;
    rows->first[s] = hierarchy->sum[s].first;
    rows->first[s + 1] = hierarchy->sum[s].first + hierarchy->sum[s].n;
  }
  rows->cells = (cell_table){.n = n_series,
                             .n_sum = n_sum,
                             .total = rows->total,
                             .first = rows->first,
                             .part = hierarchy == NULL ? NULL : hierarchy->part};
  return true;
}

void sum_rows_clear(sum_rows *rows) {
  free(rows->total);
  free(rows->first);
  *rows = (sum_rows){0};
}
