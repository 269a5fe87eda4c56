#include "plan/target/target_rows.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/cell.h>
#include <prognos/decimal.h>

#include "table/fold.h"

static prg_status find_columns(target_rows *rows, prg_left_out_list *left_out, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t k = 0; k < TARGET_COLUMNS; k++)
    rows->place[k] = SIZE_MAX;
  for (size_t c = 0; c < rows->frame.width && status == PRG_OK; c++) {
    const char *heading = prg_frame_header(&rows->frame, c);
    target_column column = target_column_find(heading);
    size_t header = rows->frame.header, line = prg_table_line(&rows->table, header, c);
    if (column == TARGET_COLUMNS)
      status =
          prg_left_out_add(left_out, line, c + 1, PRG_TEXT_TARGET_COLUMN_UNKNOWN, heading, error);
    else if (rows->place[column] != SIZE_MAX)
      status = prg_table_fail(
          &rows->table, header, c, PRG_TEXT_TARGET_COLUMN_TWICE,
          PRG_ARGS(prg_string(heading), prg_integer((long long)rows->place[column] + 1)), error);
    else
      rows->place[column] = c;
  }
  return status;
}

static prg_status take_left_out(const prg_left_out_list *from, prg_left_out_list *to,
                                prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t i = 0; i < from->n && status == PRG_OK; i++)
    status = prg_left_out_add(to, from->item[i].line, from->item[i].column, from->item[i].reason,
                              from->item[i].what, error);
  return status;
}

prg_status target_rows_open(target_rows *rows, const char *file, const char *bytes, size_t n,
                            const prg_dialect *wanted, prg_left_out_list *left_out,
                            prg_error *error) {
  *rows = (target_rows){.decimal = wanted->decimal};
  prg_status status = prg_table_read(&rows->table, file, bytes, n, wanted, error);
  if (status == PRG_OK)
    status = prg_frame_find(&rows->frame, &rows->table, error);
  if (status == PRG_OK && rows->decimal == '\0')
    status = prg_decimal_find(&rows->frame, &rows->decimal, error);
  if (status == PRG_OK)
    status = take_left_out(&rows->frame.left_out, left_out, error);
  return status == PRG_OK ? find_columns(rows, left_out, error) : status;
}

void target_rows_clear(target_rows *rows) {
  prg_frame_clear(&rows->frame);
  prg_table_clear(&rows->table);
}

bool target_rows_has(const target_rows *rows, target_column column) {
  return rows->place[column] != SIZE_MAX;
}

const char *target_cell(const target_rows *rows, size_t i, target_column column, size_t *n) {
  *n = 0;
  if (!target_rows_has(rows, column))
    return "";
  const char *text = prg_frame_cell(&rows->frame, i, rows->place[column]);
  *n = strlen(text);
  trim_blanks(&text, n);
  return text;
}

bool target_cell_is_blank(const target_rows *rows, size_t i, target_column column) {
  size_t n;
  target_cell(rows, i, column, &n);
  return n == 0;
}

prg_status target_cell_fail(const target_rows *rows, size_t i, target_column column, prg_text text,
                            const prg_argument *arguments, prg_error *error) {
  size_t row = rows->frame.row[i];
  if (!target_rows_has(rows, column))
    return prg_fail_at(error, rows->table.file, rows->table.line[row], 0, text, arguments);
  return prg_table_fail(&rows->table, row, rows->place[column], text, arguments, error);
}

prg_status target_cell_refuse(const target_rows *rows, size_t i, target_column column,
                              prg_text text, prg_error *error) {
  size_t n;
  const char *cell = target_cell(rows, i, column, &n);
  return target_cell_fail(rows, i, column, text, PRG_ARGS(prg_string_n(cell, n)), error);
}

prg_status target_cell_copy(const target_rows *rows, size_t i, target_column column, char **copy,
                            prg_error *error) {
  size_t n;
  const char *cell = target_cell(rows, i, column, &n);
  *copy = strndup(cell, n);
  return *copy == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

static bool says_not_measured(const char *text, size_t n) {
  static const char *const words[] = {"ej mätt", "ej mätta", "inte mätt", "mäts inte",
                                      "not measured"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (fold_starts(text, n, words[i]))
      return true;
  return false;
}

prg_status target_figure(const target_rows *rows, size_t i, target_column column,
                         const target_limits *limits, double *value, prg_error *error) {
  size_t n;
  const char *text = target_cell(rows, i, column, &n);
  prg_cell cell = prg_cell_parse(text, n, rows->decimal);
  *value = NAN;
  if (cell.kind == PRG_CELL_BLANK || says_not_measured(text, n))
    return PRG_OK;
  if (cell.kind == PRG_CELL_SYMBOL)
    return cell.observation == PRG_SUPPRESSED
               ? target_cell_refuse(rows, i, column, PRG_TEXT_TARGET_HIDDEN, error)
               : PRG_OK;
  if (cell.kind != PRG_CELL_FIGURE || (limits->whole && cell.percent))
    return target_cell_refuse(rows, i, column, PRG_TEXT_TARGET_NOT_A_FIGURE, error);
  if (limits->whole && cell.value != floor(cell.value))
    return target_cell_refuse(rows, i, column, PRG_TEXT_TARGET_NOT_WHOLE, error);
  if (!(cell.value >= limits->minimum && cell.value <= limits->maximum))
    return target_cell_fail(rows, i, column, PRG_TEXT_TARGET_OUTSIDE,
                            PRG_ARGS(prg_string_n(text, n), prg_number(limits->minimum, -1),
                                     prg_number(limits->maximum, -1)),
                            error);
  *value = cell.value;
  return PRG_OK;
}
