#include "series/columns.h"

#include <stdlib.h>
#include <string.h>

#include <prognos/cell.h>

#include "series/frequency.h"

#define SAMPLE_ROWS 1000 /* rows that tell what a column holds … */
#define SAMPLE_FILLED 50 /* … and more, until as many cells are not blank */

static void count_cell(column_profile *p, const char *text, size_t n, char decimal) {
  prg_cell cell = prg_cell_parse(text, n, decimal);
  if (cell.kind == PRG_CELL_BLANK)
    return;
  p->filled++;
  p->figures += cell.kind == PRG_CELL_FIGURE;
  p->symbols += cell.kind == PRG_CELL_SYMBOL || cell.kind == PRG_CELL_EXCEL_ERROR;
  p->broken += cell.kind == PRG_CELL_TEXT && text[0] >= '0' && text[0] <= '9';
  prg_period period;
  bool counts_on = frequency_counts_on(text, n, (int)p->places, &period);
  if (!counts_on && !prg_period_parse(text, n, &period))
    return;
  if (period.frequency != PRG_INDEX)
    p->periods++;
  else
    p->places += (size_t)period.ordinal == p->places + 1;
}

column_profile *columns_profile(const prg_frame *frame, char decimal) {
  column_profile *profile = calloc(frame->width, sizeof *profile);
  if (profile == NULL)
    return NULL;
  for (size_t c = 0; c < frame->width; c++) {
    column_profile *p = &profile[c];
    const char *header = prg_frame_header(frame, c);
    p->word = header_word_find(header, strlen(header));
    for (size_t i = 0; i < frame->n && (i < SAMPLE_ROWS || p->filled < SAMPLE_FILLED); i++)
      count_cell(p, prg_frame_cell(frame, i, c), prg_table_length(frame->table, frame->row[i], c),
                 decimal);
  }
  return profile;
}

bool column_is_numeric(const column_profile *profile) {
  return profile->figures > 0 && 2 * (profile->figures + profile->symbols) > profile->filled;
}

static int compare_strings(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool column_groups_rows(const prg_frame *frame, size_t column) {
  size_t n = frame->n < SAMPLE_ROWS ? frame->n : SAMPLE_ROWS, distinct = 0;
  const char **cell = malloc((n + 1) * sizeof *cell);
  if (cell == NULL)
    return false;
  for (size_t i = 0; i < n; i++)
    cell[i] = prg_frame_cell(frame, i, column);
  qsort(cell, n, sizeof *cell, compare_strings);
  for (size_t i = 0; i < n; i++)
    distinct += i == 0 || strcmp(cell[i], cell[i - 1]) != 0;
  free(cell);
  return 2 * distinct <= n;
}
