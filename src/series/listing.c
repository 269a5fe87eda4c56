#include "series/listing.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <prognos/cell.h>

#include "table/fold.h"
#include "table/table_cells.h"

static bool is_heading(const listing_column *column, const char *text, size_t n) {
  trim_blanks(&text, &n);
  for (size_t i = 0; column->heading[i] != NULL; i++)
    if (fold_equal(text, n, column->heading[i]))
      return true;
  return false;
}

static prg_status find_column(listing *list, const listing_column *column, size_t k,
                              prg_error *error) {
  list->place[k] = SIZE_MAX;
  for (size_t c = 0; c < prg_table_width(&list->table, list->row); c++) {
    size_t n;
    const char *text = table_cell(&list->table, list->row, c, &n);
    if (!is_heading(column, text, n))
      continue;
    if (list->place[k] != SIZE_MAX)
      return prg_table_fail(&list->table, list->row, c, PRG_TEXT_LISTING_COLUMN_TWICE,
                            PRG_ARGS(prg_string(text)), error);
    list->place[k] = c;
  }
  if (list->place[k] == SIZE_MAX && column->needed)
    return prg_table_fail(&list->table, list->row, 0, PRG_TEXT_LISTING_COLUMN_MISSING,
                          PRG_ARGS(prg_string(column->heading[0])), error);
  return PRG_OK;
}

/* A comment, or nothing but blanks. */
static bool is_passed_over(const prg_table *table, size_t row) {
  if (prg_table_cell(table, row, 0)[0] == '#')
    return true;
  for (size_t c = 0; c < prg_table_width(table, row); c++) {
    size_t n;
    const char *text = table_cell(table, row, c, &n);
    trim_blanks(&text, &n);
    if (n > 0)
      return false;
  }
  return true;
}

prg_status listing_read(listing *list, const char *file, const char *bytes, size_t n,
                        const listing_column *column, size_t n_column, prg_error *error) {
  assert(n_column <= LISTING_COLUMNS);
  *list = (listing){0};
  prg_status status = prg_table_read(&list->table, file, bytes, n, NULL, error);
  if (status != PRG_OK)
    return status;
  while (list->row < list->table.n_rows && is_passed_over(&list->table, list->row))
    list->row++;
  if (list->row == list->table.n_rows)
    return prg_fail_at(error, file, 0, 0, PRG_TEXT_LISTING_COLUMN_MISSING,
                       PRG_ARGS(prg_string(column[0].heading[0])));
  for (size_t k = 0; status == PRG_OK && k < n_column; k++)
    status = find_column(list, &column[k], k, error);
  return status;
}

void listing_clear(listing *list) {
  prg_table_clear(&list->table);
}

bool listing_next(listing *list) {
  do
    list->row++;
  while (list->row < list->table.n_rows && is_passed_over(&list->table, list->row));
  return list->row < list->table.n_rows;
}

const char *listing_cell(const listing *list, size_t column, size_t *n) {
  const char *text = table_cell(&list->table, list->row, list->place[column], n);
  trim_blanks(&text, n);
  return text;
}

size_t listing_line(const listing *list) {
  return list->table.line[list->row];
}

prg_status listing_fail(const listing *list, size_t column, prg_text text,
                        const prg_argument *arguments, prg_error *error) {
  size_t place = list->place[column] == SIZE_MAX ? 0 : list->place[column];
  return prg_table_fail(&list->table, list->row, place, text, arguments, error);
}

prg_status listing_refuse(const listing *list, size_t column, prg_text text, prg_error *error) {
  size_t n;
  const char *cell = listing_cell(list, column, &n);
  return listing_fail(list, column, text, PRG_ARGS(prg_string_n(cell, n)), error);
}

bool listing_has(const listing *list, size_t column) {
  return list->place[column] != SIZE_MAX;
}

bool listing_figure(const listing *list, size_t column, double *figure) {
  size_t n;
  const char *text = listing_cell(list, column, &n);
  prg_cell cell = prg_cell_parse(text, n, memchr(text, ',', n) == NULL ? '.' : ',');
  *figure = cell.value;
  return cell.kind == PRG_CELL_FIGURE;
}
