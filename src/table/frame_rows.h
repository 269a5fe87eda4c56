/* A frame whose rows are taken part by part, for a table that is never whole. */
#ifndef TABLE_FRAME_ROWS_H
#define TABLE_FRAME_ROWS_H

#include <prognos/frame.h>

/* Finds the header only; the frame has no rows. prg_frame_clear it after use. */
prg_status frame_find_header(prg_frame *frame, const prg_table *table, prg_error *error);

/*
 * Makes rows [first, end) of the table the frame's rows of data, in place of those it had. Only the
 * last part of a table may end with footnotes. PRG_EINPUT with the place of a row of another width.
 */
prg_status frame_take_rows(prg_frame *frame, size_t first, size_t end, bool is_last,
                           prg_error *error);

/* The cells of a row up to the last that is not blank. */
size_t frame_row_filled(const prg_table *table, size_t row);

/* The same, in line for a row whose last cell begins with an ASCII character that is no blank. */
static inline size_t frame_row_width(const prg_table *table, size_t row) {
  size_t first = table->row[row], end = table->row[row + 1];
  bool last_is_filled = end > first && table->arena[table->cell[end - 1]] > ' ';
  return last_is_filled ? end - first : frame_row_filled(table, row);
}

/* True if two cells or more, blank ones at the end not counted: no footnote. */
bool frame_row_is_wide(const prg_table *table, size_t row);

#endif
