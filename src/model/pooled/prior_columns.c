#include "model/pooled/prior_columns.h"

#include <stdlib.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/prior_file.h>

static bool is_comment(const prg_table *table, size_t row) {
  const char *first = prg_table_cell(table, row, 0);
  return first[0] == '#' || (first[0] == '\0' && prg_table_width(table, row) == 1);
}

/* Where the columns of a file stand. */
typedef struct prior_heading {
  size_t n, place[PRIOR_COLUMNS_MAX]; /* n: those that are read */
} prior_heading;

static prg_status find_columns(const prior_form *form, const prg_table *table, size_t header,
                               prior_heading *out, prg_error *error) {
  size_t width = prg_table_width(table, header);
  out->n = form->n_columns - form->n_optional;
  for (size_t c = 0; c < form->n_columns; c++) {
    size_t i = 0;
    while (i < width && strcmp(prg_table_cell(table, header, i), form->column[c].name) != 0)
      i++;
    out->place[c] = i;
    if (i < width && c >= out->n)
      out->n = form->n_columns;
  }
  for (size_t c = 0; c < out->n; c++)
    if (out->place[c] == width)
      return prg_table_fail(table, header, 0, PRG_TEXT_PRIOR_COLUMN_MISSING,
                            PRG_ARGS(prg_string(form->column[c].name)), error);
  return PRG_OK;
}

prg_status prior_check_transform(double transform, const prg_table *table, size_t row,
                                 size_t column, prg_error *error) {
  if (transform == 0 || transform == 0.5 || transform == 1)
    return PRG_OK;
  return prg_table_fail(table, row, column, PRG_TEXT_PRIOR_TRANSFORM_WRONG,
                        PRG_ARGS(prg_number(transform, -1)), error);
}

static prg_status read_node(const prior_form *form, const prg_table *table, size_t row,
                            const prior_heading *heading, char *node, prg_error *error) {
  const size_t *place = heading->place;
  for (size_t c = 0; c < heading->n; c++) {
    const prior_column *column = &form->column[c];
    const char *cell = prg_table_cell(table, row, place[c]);
    double value;
    if (!prg_number_parse(cell, prg_table_length(table, row, place[c]), '.', &value) ||
        value < column->minimum || value > column->maximum)
      return prg_table_fail(table, row, place[c], PRG_TEXT_PRIOR_CELL_WRONG,
                            PRG_ARGS(prg_string(cell), prg_string(column->name),
                                     prg_number(column->minimum, -1),
                                     prg_number(column->maximum, -1)),
                            error);
    memcpy(node + column->offset, &value, sizeof value);
  }
  return form->check(node, table, row, place, error);
}

static prg_status read_rows(const prior_form *form, const prg_table *table, prior_rows *rows,
                            prg_error *error) {
  char *node = rows->node;
  size_t row = 0, *n = &rows->n;
  prior_heading heading;
  while (row < table->n_rows && is_comment(table, row))
    row++;
  prg_status status = row < table->n_rows
                          ? find_columns(form, table, row, &heading, error)
                          : prg_fail_at(error, table->file, 0, 0, PRG_TEXT_PRIOR_EMPTY, NULL);
  for (row++; status == PRG_OK && row < table->n_rows; row++) {
    if (is_comment(table, row))
      continue;
    status = *n < PRG_PRIOR_NODES_MAX
                 ? read_node(form, table, row, &heading, node + *n * form->node_size, error)
                 : prg_table_fail(table, row, 0, PRG_TEXT_PRIOR_TOO_MANY,
                                  PRG_ARGS(prg_integer(PRG_PRIOR_NODES_MAX)), error);
    *n += 1;
  }
  if (status == PRG_OK && *n == 0)
    status = prg_fail_at(error, table->file, 0, 0, PRG_TEXT_PRIOR_EMPTY, NULL);
  rows->optional = status == PRG_OK && form->n_optional > 0 && heading.n == form->n_columns;
  return status;
}

prg_status prior_columns_read(const prior_form *form, const char *file, const char *bytes,
                              size_t length, prior_rows *rows, prg_error *error) {
  const prg_dialect dialect = {.delimiter = ','};
  prg_table table = {0};
  *rows = (prior_rows){0};
  prg_status status = prg_table_read(&table, file, bytes, length, &dialect, error);
  if (status == PRG_OK) {
    rows->node = calloc(table.n_rows + 1, form->node_size);
    status = rows->node == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                                : read_rows(form, &table, rows, error);
  }
  prg_table_clear(&table);
  return status;
}

/* A quotation mark at the beginning of a cell would have to be closed when the file is read. */
static void write_comments(const char *text, prg_buffer *out) {
  while (*text != '\0') {
    size_t length = strcspn(text, "\n");
    prg_buffer_add(out, "# ");
    for (size_t i = 0; i < length; i++)
      prg_buffer_add_char(out, text[i] == '"' ? '\'' : text[i]);
    prg_buffer_add_char(out, '\n');
    text += length + (text[length] == '\n');
  }
}

void prior_columns_write(const prior_form *form, const prior_rows *rows, const char *origin,
                         prg_buffer *out) {
  const size_t n = form->n_columns - (rows->optional ? 0 : form->n_optional);
  const char *bytes = rows->node;
  write_comments(origin, out);
  for (size_t c = 0; c < n; c++)
    prg_buffer_printf(out, c == 0 ? "%s" : ",%s", form->column[c].name);
  prg_buffer_add_char(out, '\n');
  for (size_t i = 0; i < rows->n; i++, bytes += form->node_size) {
    for (size_t c = 0; c < n; c++) {
      double value;
      memcpy(&value, bytes + form->column[c].offset, sizeof value);
      if (c > 0)
        prg_buffer_add_char(out, ',');
      prg_buffer_add_significant(out, value, 6);
    }
    prg_buffer_add_char(out, '\n');
  }
}
