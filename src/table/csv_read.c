/*
 * libcsv is fed one physical line at a time: its row callback is no line number, because blank
 * lines vanish and a quoted cell may hold line feeds.
 */
#include "table/csv_read.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "table/fold.h"

typedef struct reader {
  prg_table *table;
  struct csv_parser parser;
  size_t arena_used, cell_capacity, row_capacity;
  size_t line;      /* of the text being fed */
  size_t row_line;  /* where the row being read begins */
  size_t cell_line; /* where the cell being read begins */
  bool row_ended;   /* by the line being fed */
  bool no_memory;   /* sticky: libcsv's callbacks return nothing */
} reader;

/* Room for one more element and the end mark after it. */
static bool grow(size_t **array, size_t *capacity, size_t n) {
  if (n + 2 <= *capacity)
    return true;
  size_t wanted = *capacity < 64 ? 64 : 2 * *capacity;
  size_t *grown = realloc(*array, wanted * sizeof *grown);
  if (grown == NULL)
    return false;
  *array = grown;
  *capacity = wanted;
  return true;
}

static bool grow_rows(reader *r) {
  prg_table *table = r->table;
  size_t line = r->row_capacity, last_line = line; /* the three grow together */
  return grow(&table->row, &r->row_capacity, table->n_rows) &&
         grow(&table->line, &line, table->n_rows) &&
         grow(&table->last_line, &last_line, table->n_rows);
}

static void on_cell(void *bytes, size_t n, void *data) {
  reader *r = data;
  prg_table *table = r->table;
  if (r->no_memory || !grow(&table->cell, &r->cell_capacity, table->n_cells)) {
    r->no_memory = true;
    return;
  }
  memcpy(table->arena + r->arena_used, bytes, n);
  r->arena_used += n;
  table->arena[r->arena_used++] = '\0';
  table->cell[++table->n_cells] = r->arena_used;
  r->cell_line = r->line;
}

static void on_row(int terminator, void *data) {
  (void)terminator;
  reader *r = data;
  prg_table *table = r->table;
  r->row_ended = true;
  if (r->no_memory)
    return;
  if (!grow_rows(r)) {
    r->no_memory = true;
    return;
  }
  table->line[table->n_rows] = r->row_line;
  table->last_line[table->n_rows] = r->line;
  table->row[++table->n_rows] = table->n_cells;
}

/* The cells of all rows, with their end marks, are no longer than the text and one byte. */
static prg_status begin(reader *r, size_t n, prg_error *error) {
  prg_table *table = r->table;
  table->arena = malloc(n + 2);
  if (table->arena == NULL || !grow(&table->cell, &r->cell_capacity, 0) || !grow_rows(r))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  table->cell[0] = table->row[0] = 0;
  if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  csv_set_delim(&r->parser, (unsigned char)table->dialect.delimiter);
  csv_set_blk_size(&r->parser, 4096 + n / 16); /* its buffer grows by this: no quadratic copying */
  return PRG_OK;
}

static prg_status fail_parse(const reader *r, prg_text text, size_t line, prg_error *error) {
  if (r->no_memory || csv_error((struct csv_parser *)&r->parser) == CSV_ENOMEM)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  const prg_table *table = r->table;
  char delimiter[] = {table->dialect.delimiter, '\0'};
  size_t column = table->n_cells - table->row[table->n_rows] + 1;
  return prg_fail_at(error, NULL, line, column, text,
                     PRG_ARGS(prg_string(*delimiter == '\t' ? "tab" : delimiter)));
}

static bool is_blank(const char *text, size_t n) {
  trim_blanks(&text, &n);
  return n == 0;
}

static prg_status feed_lines(reader *r, const char *text, size_t n, prg_error *error) {
  char feed = memchr(text, '\n', n) == NULL ? '\r' : '\n';
  bool inside = false; /* a quoted cell that goes on over the line's end */
  for (size_t i = 0, length; i < n; i += length, r->line++) {
    const char *end = memchr(text + i, feed, n - i);
    length = end == NULL ? n - i : (size_t)(end - (text + i)) + 1;
    if (!inside)
      r->row_line = r->cell_line = r->line;
    r->row_ended = false;
    if (csv_parse(&r->parser, text + i, length, on_cell, on_row, r) != length)
      return fail_parse(r, PRG_TEXT_QUOTE_BROKEN, r->line, error);
    if (r->no_memory)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    inside = !r->row_ended && (inside || !is_blank(text + i, length));
  }
  r->line--;
  if (csv_fini(&r->parser, on_cell, on_row, r) != 0)
    return fail_parse(r, PRG_TEXT_QUOTE_OPEN, r->cell_line, error);
  return r->no_memory ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

prg_status csv_read(prg_table *table, const char *text, size_t n, size_t first_line,
                    prg_error *error) {
  reader r = {.table = table, .line = first_line};
  prg_status status = begin(&r, n, error);
  if (status == PRG_OK) {
    status = n == 0 ? PRG_OK : feed_lines(&r, text, n, error);
    csv_free(&r.parser);
  }
  return status;
}
