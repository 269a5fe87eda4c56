#include <prognos/prior_file.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/table.h>

/* A column: its heading, where it stands in a node, and what it may hold. The last are the weights
 * by kind. */
static const struct {
  const char *name;
  size_t offset;
  double minimum, maximum;
} columns[] = {
    {"transform", offsetof(prg_annual_node, transform), 0, 1},
    {"alpha", offsetof(prg_annual_node, alpha), 0, 2},
    {"beta", offsetof(prg_annual_node, beta), -2, 4},
    {"phi", offsetof(prg_annual_node, phi), 0, 1},
    {"kappa", offsetof(prg_annual_node, kappa), 0, 1000},
    {"s0", offsetof(prg_annual_node, s0), 1e-4, 10},
    {"growth", offsetof(prg_annual_node, growth), -1, 1},
    {"log_weight", offsetof(prg_annual_node, log_weight), -700, 700},
    {"economy", offsetof(prg_annual_node, economy), -700, 700},
    {"people", offsetof(prg_annual_node, people), -700, 700},
    {"area_total", offsetof(prg_annual_node, area_total), -700, 700},
};
#define COLUMNS (sizeof columns / sizeof columns[0])
#define KINDS 3

void prg_node_list_clear(prg_node_list *list) {
  free(list->node);
  *list = (prg_node_list){0};
}

/* The response moves by D = ((1−α) φ(1−α); −β φ(1−β)): its trace and determinant within the
 * triangle |det| < 1, |trace| <= 1 + det (Jury). */
bool prg_annual_node_is_stable(const prg_annual_node *node) {
  double trace = 1 - node->alpha + node->phi * (1 - node->beta);
  double determinant = node->phi * (1 - node->alpha);
  double room = 1 + determinant - fabs(trace);
  return fabs(determinant) <= 1 && room >= -1e-12;
}

static bool is_comment(const prg_table *table, size_t row) {
  const char *first = prg_table_cell(table, row, 0);
  return first[0] == '#' || (first[0] == '\0' && prg_table_width(table, row) == 1);
}

/* Where the columns of a file stand: all of them, or those before the weights by kind. */
typedef struct heading {
  size_t n, place[COLUMNS];
} prior_heading;

static prg_status find_columns(const prg_table *table, size_t header, prior_heading *out,
                               prg_error *error) {
  size_t width = prg_table_width(table, header);
  out->n = COLUMNS - KINDS;
  for (size_t c = 0; c < COLUMNS; c++) {
    size_t i = 0;
    while (i < width && strcmp(prg_table_cell(table, header, i), columns[c].name) != 0)
      i++;
    out->place[c] = i;
    if (i < width && c >= COLUMNS - KINDS)
      out->n = COLUMNS;
  }
  for (size_t c = 0; c < out->n; c++)
    if (out->place[c] == width)
      return prg_table_fail(table, header, 0, PRG_TEXT_PRIOR_COLUMN_MISSING,
                            PRG_ARGS(prg_string(columns[c].name)), error);
  return PRG_OK;
}

static prg_status read_node(const prg_table *table, size_t row, const prior_heading *heading,
                            prg_annual_node *node, prg_error *error) {
  const size_t *place = heading->place;
  for (size_t c = 0; c < heading->n; c++) {
    const char *cell = prg_table_cell(table, row, place[c]);
    double value;
    if (!prg_number_parse(cell, prg_table_length(table, row, place[c]), '.', &value) ||
        value < columns[c].minimum || value > columns[c].maximum)
      return prg_table_fail(table, row, place[c], PRG_TEXT_PRIOR_CELL_WRONG,
                            PRG_ARGS(prg_string(cell), prg_string(columns[c].name),
                                     prg_number(columns[c].minimum, -1),
                                     prg_number(columns[c].maximum, -1)),
                            error);
    memcpy((char *)node + columns[c].offset, &value, sizeof value);
  }
  if (node->transform != 0 && node->transform != 0.5 && node->transform != 1)
    return prg_table_fail(table, row, place[0], PRG_TEXT_PRIOR_TRANSFORM_WRONG,
                          PRG_ARGS(prg_number(node->transform, -1)), error);
  if (!prg_annual_node_is_stable(node))
    return prg_table_fail(table, row, place[1], PRG_TEXT_PRIOR_NOT_STABLE, NULL, error);
  return PRG_OK;
}

static prg_status read_rows(const prg_table *table, prg_node_list *out, prg_error *error) {
  size_t row = 0;
  prior_heading heading;
  while (row < table->n_rows && is_comment(table, row))
    row++;
  prg_status status = row < table->n_rows
                          ? find_columns(table, row, &heading, error)
                          : prg_fail_at(error, table->file, 0, 0, PRG_TEXT_PRIOR_EMPTY, NULL);
  for (row++; status == PRG_OK && row < table->n_rows; row++) {
    if (is_comment(table, row))
      continue;
    status = out->n < PRG_PRIOR_NODES_MAX
                 ? read_node(table, row, &heading, &out->node[out->n], error)
                 : prg_table_fail(table, row, 0, PRG_TEXT_PRIOR_TOO_MANY,
                                  PRG_ARGS(prg_integer(PRG_PRIOR_NODES_MAX)), error);
    out->n++;
  }
  if (status == PRG_OK && out->n == 0)
    status = prg_fail_at(error, table->file, 0, 0, PRG_TEXT_PRIOR_EMPTY, NULL);
  out->by_kind = status == PRG_OK && heading.n == COLUMNS;
  return status;
}

prg_status prg_prior_file_read(const char *file, const char *bytes, size_t n, prg_node_list *out,
                               prg_error *error) {
  *out = (prg_node_list){0};
  const prg_dialect dialect = {.delimiter = ','};
  prg_table table = {0};
  prg_status status = prg_table_read(&table, file, bytes, n, &dialect, error);
  if (status == PRG_OK) {
    out->node = calloc(table.n_rows + 1, sizeof *out->node);
    status = out->node == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                               : read_rows(&table, out, error);
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

void prg_prior_file_write(const prg_node_list *list, const char *origin, prg_buffer *out) {
  const size_t n = list->by_kind ? COLUMNS : COLUMNS - KINDS;
  write_comments(origin, out);
  for (size_t c = 0; c < n; c++)
    prg_buffer_printf(out, c == 0 ? "%s" : ",%s", columns[c].name);
  prg_buffer_add_char(out, '\n');
  for (size_t i = 0; i < list->n; i++) {
    for (size_t c = 0; c < n; c++) {
      double value;
      memcpy(&value, (const char *)&list->node[i] + columns[c].offset, sizeof value);
      if (c > 0)
        prg_buffer_add_char(out, ',');
      prg_buffer_add_significant(out, value, 6);
    }
    prg_buffer_add_char(out, '\n');
  }
}
