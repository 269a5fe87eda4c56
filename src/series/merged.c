#include "series/merged.h"

#include <stdlib.h>

#include "table/fold.h"
#include "table/table_cells.h"

static bool is_filled(const prg_frame *frame, size_t i, size_t column) {
  size_t n;
  const char *text = table_cell(frame->table, frame->row[i], column, &n);
  trim_blanks(&text, &n);
  return n > 0;
}

static bool is_named_further(const frame_layout *found, const prg_frame *frame, size_t i,
                             size_t column) {
  for (size_t c = column + 1; c < found->width; c++)
    if (layout_is_key(found, c) && is_filled(frame, i, c))
      return true;
  return false;
}

/* The blank cells of the column if all of them belong to the name above, else 0. */
static size_t count_merged(const frame_layout *found, const prg_frame *frame, size_t column) {
  size_t blank = 0;
  bool alone = false; /* a name that no blank cell has followed yet */
  for (size_t i = 0; i < frame->n; i++) {
    bool filled = is_filled(frame, i, column), further = is_named_further(found, frame, i, column);
    if (filled ? alone : i == 0 || !further)
      return 0;
    blank += !filled;
    alone = filled && further; /* Summa;;375 has the row for itself */
  }
  return alone ? 0 : blank;
}

static size_t *find_rows(const prg_frame *frame, size_t column) {
  size_t *row = malloc(frame->n * sizeof *row);
  for (size_t i = 0; row != NULL && i < frame->n; i++)
    row[i] = is_filled(frame, i, column) ? frame->row[i] : row[i - 1];
  return row;
}

prg_status merged_find(frame_layout *found, const prg_frame *frame, prg_error *error) {
  found->merged = calloc(found->width, sizeof *found->merged);
  bool failed = found->merged == NULL;
  for (size_t c = 0; c < found->width && !failed; c++) {
    size_t blank = layout_is_key(found, c) ? count_merged(found, frame, c) : 0;
    if (blank == 0)
      continue;
    found->merged[c] = find_rows(frame, c);
    found->n_merged += blank;
    failed = found->merged[c] == NULL;
  }
  return failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

void merged_clear(frame_layout *found) {
  for (size_t c = 0; c < found->width && found->merged != NULL; c++)
    free(found->merged[c]);
  free(found->merged);
}

const char *merged_cell(const frame_layout *found, const prg_frame *frame, size_t i, size_t column,
                        size_t *n) {
  const size_t *row = found->merged == NULL ? NULL : found->merged[column];
  return table_cell(frame->table, row == NULL ? frame->row[i] : row[i], column, n);
}
