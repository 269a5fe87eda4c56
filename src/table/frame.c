#include <prognos/frame.h>

#include <stdlib.h>
#include <string.h>

#include <prognos/utf8.h>

#include "table/fold.h"
#include "table/frame_rows.h"
#include "table/table_cells.h"

prg_status prg_left_out_add(prg_left_out_list *list, size_t line, size_t column, prg_text reason,
                            const char *what, prg_error *error) {
  if (list->n == list->capacity) {
    size_t capacity = list->capacity == 0 ? 8 : 2 * list->capacity;
    prg_left_out *grown = realloc(list->item, capacity * sizeof *grown);
    if (grown == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    list->item = grown;
    list->capacity = capacity;
  }
  prg_left_out *item = &list->item[list->n++];
  *item = (prg_left_out){.line = line, .column = column, .reason = reason};
  memcpy(item->what, what, prg_utf8_prefix(what, strlen(what), sizeof item->what - 1));
  return PRG_OK;
}

void prg_left_out_clear(prg_left_out_list *list) {
  free(list->item);
  *list = (prg_left_out_list){0};
}

/* "Källa: …", "* …", "1) …": how people mark a note under a table. */
static bool has_note_mark(const char *text) {
  static const char *const marks[] = {"källa",  "source", "anm", "not:",   "noter",  "note:",
                                      "fotnot", "*",      "1)",  "senast", "hämtad", "uppdaterad"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (fold_starts(text, strlen(text), marks[i]))
      return true;
  return false;
}

/*
 * A footnote is one cell alone on the rows after the data, with a mark before it, or under a blank
 * line. Anything else that is too short is a broken row.
 */
static bool is_footnote(const prg_table *table, size_t row) {
  if (has_note_mark(prg_table_cell(table, row, 0)))
    return true;
  size_t above = row - 1;
  return table->line[row] > table->last_line[above] + 1 || frame_row_width(table, above) == 0;
}

static prg_status take_footnotes(prg_frame *frame, size_t row, size_t end, prg_error *error) {
  const prg_table *table = frame->table;
  prg_status status = PRG_OK;
  for (; row < end && status == PRG_OK; row++)
    if (frame_row_width(table, row) > 0)
      status = prg_left_out_add(&frame->left_out, table->line[row], 0, PRG_TEXT_LEFT_OUT_FOOTNOTE,
                                prg_table_cell(table, row, 0), error);
  return status;
}

/* The first row in [first, end) after the last one with two cells. */
static size_t find_tail(const prg_table *table, size_t first, size_t end) {
  while (end > first && frame_row_width(table, end - 1) < 2)
    end--;
  return end;
}

static prg_status fail_width(const prg_frame *frame, size_t row, size_t cells, prg_error *error) {
  const prg_table *table = frame->table;
  return prg_fail_at(error, table->file, table->line[row], 0, PRG_TEXT_ROW_WIDTH,
                     PRG_ARGS(prg_integer((long long)cells), prg_integer((long long)frame->width),
                              prg_integer((long long)table->line[frame->header])));
}

static bool grow_rows(prg_frame *frame, size_t n) {
  size_t *grown = n < frame->capacity ? frame->row : realloc(frame->row, (n + 1) * sizeof *grown);
  if (grown == NULL)
    return false;
  frame->row = grown;
  frame->capacity = n < frame->capacity ? frame->capacity : n + 1;
  return true;
}

/* Files put one after another, and pages, have their header again and again. */
static bool repeats_header(const prg_frame *frame, size_t row) {
  for (size_t c = 0; c < frame->width; c++) {
    size_t n, m;
    const char *text = table_cell(frame->table, row, c, &n);
    const char *header = table_cell(frame->table, frame->header, c, &m);
    bool marked = c == 0 && n >= 3 && memcmp(text, "\uFEFF", 3) == 0; /* the second file's */
    text += marked ? 3 : 0;
    n -= marked ? 3 : 0;
    if (n != m || memcmp(text, header, n) != 0)
      return false;
  }
  return true;
}

prg_status frame_take_rows(prg_frame *frame, size_t first, size_t end, bool is_last,
                           prg_error *error) {
  const prg_table *table = frame->table;
  frame->n = 0;
  if (!grow_rows(frame, end - first))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  size_t tail = is_last ? find_tail(table, first, end) : end, row = first;
  for (; row < end; row++) {
    size_t filled = frame_row_width(table, row), width = prg_table_width(table, row);
    if (filled == 0)
      continue;
    if (filled == 1 && row >= tail && is_footnote(table, row))
      break;
    if (filled > frame->width || width < frame->width)
      return fail_width(frame, row, filled > frame->width ? filled : width, error);
    if (!repeats_header(frame, row)) {
      frame->row[frame->n++] = row;
      continue;
    }
    prg_status status =
        prg_left_out_add(&frame->left_out, table->line[row], 0, PRG_TEXT_LEFT_OUT_HEADER,
                         prg_table_cell(table, row, 0), error);
    if (status != PRG_OK)
      return status;
  }
  return take_footnotes(frame, row, end, error);
}

bool frame_row_is_wide(const prg_table *table, size_t row) {
  return frame_row_width(table, row) >= 2;
}

prg_status prg_frame_find(prg_frame *frame, const prg_table *table, prg_error *error) {
  prg_status status = frame_find_header(frame, table, error);
  if (status == PRG_OK)
    status = frame_take_rows(frame, frame->header + 1, table->n_rows, true, error);
  if (status == PRG_OK && frame->n == 0)
    status =
        prg_fail_at(error, table->file, table->line[frame->header], 0, PRG_TEXT_HEADER_ONLY, NULL);
  return status;
}

void prg_frame_clear(prg_frame *frame) {
  if (frame == NULL)
    return;
  free(frame->row);
  prg_left_out_clear(&frame->left_out);
  *frame = (prg_frame){0};
}

const char *prg_frame_cell(const prg_frame *frame, size_t i, size_t column) {
  return prg_table_cell(frame->table, frame->row[i], column);
}

bool prg_frame_column(const prg_frame *frame, const char *name, size_t *column) {
  size_t n = strlen(name);
  for (size_t c = 0; c < frame->width; c++) {
    const char *header = prg_frame_header(frame, c);
    size_t length = strlen(header);
    trim_blanks(&header, &length);
    if (fold_same(header, length, name, n)) {
      *column = c;
      return true;
    }
  }
  return false;
}
