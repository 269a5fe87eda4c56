/* Where the header of a table is, and of how many rows. */
#include <stdlib.h>
#include <string.h>

#include <prognos/cell.h>
#include <prognos/period.h>

#include "table/fold.h"
#include "table/frame_rows.h"
#include "table/table_cells.h"

#define SAMPLE_ROWS 200 /* rows that decide where the header is */

static bool is_blank(const prg_table *table, size_t row, size_t column) {
  size_t n;
  const char *text = table_cell(table, row, column, &n);
  if (*text > ' ') /* ASCII, and no blank */
    return false;
  trim_blanks(&text, &n);
  return n == 0;
}

size_t frame_row_filled(const prg_table *table, size_t row) {
  size_t width = table->row[row + 1] - table->row[row];
  while (width > 0 && is_blank(table, row, width - 1))
    width--;
  return width;
}

static int compare_sizes(const void *a, const void *b) {
  size_t x = *(const size_t *)a, y = *(const size_t *)b;
  return (x > y) - (x < y);
}

/* The commonest width among the first rows; of two as common the smaller. */
static size_t common_width(const prg_table *table) {
  size_t width[SAMPLE_ROWS] = {0}, n = 0, best = 0, common = 0;
  for (size_t row = 0; row < table->n_rows && n < SAMPLE_ROWS; row++) {
    size_t filled = frame_row_width(table, row);
    if (filled >= 2)
      width[n++] = filled;
  }
  qsort(width, n, sizeof *width, compare_sizes);
  for (size_t i = 0, run = 0; i < n; i++) {
    run = i > 0 && width[i] == width[i - 1] ? run + 1 : 1;
    if (run > best) {
      best = run;
      common = width[i];
    }
  }
  return common;
}

/* --- headers of several rows --- */

/* Text or a year, quarter …: what is a figure, or a symbol that stands for one, is data. */
static bool may_be_heading(const char *text, size_t n) {
  prg_period period;
  if (prg_period_parse(text, n, &period) && period.frequency != PRG_INDEX)
    return true;
  prg_cell_kind kind = prg_cell_parse(text, n, ',').kind;
  return (kind == PRG_CELL_TEXT || kind == PRG_CELL_BLANK) &&
         prg_cell_parse(text, n, '.').kind == kind;
}

/* How many cells are filled, 0 if one of them is data. */
static size_t count_headings(const prg_table *table, size_t row) {
  size_t n, filled = 0;
  for (size_t c = 0; c < prg_table_width(table, row); c++) {
    const char *text = table_cell(table, row, c, &n);
    if (!may_be_heading(text, n))
      return 0;
    filled += !is_blank(table, row, c);
  }
  return filled;
}

/* True if a cell of the upper row spans one of the lower: it is blank beside a filled one, or says
 * the same as its neighbour. The first column has the names of the rows and spans nothing. */
static bool spans(const prg_table *table, size_t upper, size_t lower) {
  size_t n, m = 0;
  const char *before = NULL;
  for (size_t c = 1; c < prg_table_width(table, lower); c++) {
    const char *text = table_cell(table, upper, c, &n);
    bool blank = is_blank(table, upper, c);
    if (is_blank(table, lower, c))
      continue;
    if (before != NULL && (blank || (m == n && memcmp(before, text, n) == 0)))
      return true;
    if (!blank) {
      before = text;
      m = n;
    }
  }
  return false;
}

/* ";antal;antal;antal" below the names of the columns. */
static bool has_units(const prg_table *table, size_t upper, size_t lower) {
  prg_period period;
  size_t n;
  for (size_t c = 1; c < prg_table_width(table, lower); c++) {
    const char *text = table_cell(table, lower, c, &n);
    if (prg_period_parse(text, n, &period))
      return false;
  }
  return is_blank(table, lower, 0) && frame_row_width(table, upper) > 1;
}

/* True if the two rows, one below the other, are of one header. */
static bool goes_on(const prg_table *table, size_t upper, size_t lower) {
  if (count_headings(table, lower) < 2 || count_headings(table, upper) == 0)
    return false;
  return spans(table, upper, lower) || has_units(table, upper, lower);
}

/* The first row about as wide as the rest, with those that belong to it; above them are titles. */
static void find_rows(prg_frame *frame, size_t enough) {
  const prg_table *table = frame->table;
  size_t last = 0;
  while (last + 1 < table->n_rows && frame_row_width(table, last) < enough)
    last++;
  size_t first = last;
  while (first > 0 && goes_on(table, first - 1, first))
    first--;
  while (last + 2 < table->n_rows && goes_on(table, last, last + 1))
    last++;
  frame->header = last;
  frame->n_header = last - first + 1;
  for (size_t row = first; row <= last; row++) {
    size_t width = frame_row_width(table, row);
    frame->width = width > frame->width ? width : frame->width;
  }
}

prg_status frame_find_header(prg_frame *frame, const prg_table *table, prg_error *error) {
  *frame = (prg_frame){.table = table};
  size_t common = common_width(table);
  if (common < 2)
    return prg_fail_at(error, table->file, table->n_rows > 0 ? table->line[0] : 0, 0,
                       PRG_TEXT_ONE_COLUMN, NULL);
  find_rows(frame, common > 2 ? common - 1 : common);
  prg_status status = PRG_OK;
  for (size_t row = 0; row + frame->n_header <= frame->header && status == PRG_OK; row++)
    if (frame_row_width(table, row) > 0)
      status = prg_left_out_add(&frame->left_out, table->line[row], 0, PRG_TEXT_LEFT_OUT_TITLE,
                                prg_table_cell(table, row, 0), error);
  return status;
}

const char *prg_frame_header(const prg_frame *frame, size_t column) {
  size_t row = frame->header;
  for (size_t up = 1; up < frame->n_header && is_blank(frame->table, row, column); up++)
    row--;
  return prg_table_cell(frame->table, row, column);
}

const char *prg_frame_header_part(const prg_frame *frame, size_t part, size_t column) {
  size_t row = frame->header + 1 + part - frame->n_header;
  while (row < frame->header && column > 1 && is_blank(frame->table, row, column))
    column--;
  return prg_table_cell(frame->table, row, column);
}
