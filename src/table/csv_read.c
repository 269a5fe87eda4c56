/*
 * libcsv cuts the lines with quotation marks. It is fed one physical line at a time: its row
 * callback is no line number, because blank lines vanish and a quoted cell may hold line feeds.
 */
#include "table/csv_read.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "table/csv_guard.h"
#include "table/table_cells.h"

#define BETWEEN_ROWS 0 /* ROW_NOT_BEGUN of libcsv.c, which its header keeps to itself */

struct csv_reader {
  prg_table *table;
  struct csv_parser parser;
  size_t arena_used, arena_capacity, cell_capacity, row_capacity;
  char feed;        /* what ends a line; '\0' before the first */
  size_t line;      /* of the text being fed */
  size_t row_line;  /* where the row being read begins */
  size_t cell_line; /* where the cell being read begins */
  bool inside;      /* a quoted cell that goes on over the line's end */
  bool all_plain;   /* no quotation mark or carriage return in the text being fed */
  bool no_memory;   /* sticky: libcsv's callbacks return nothing */
};

/* Room for `more` elements after n and the end mark after them. */
static bool grow(size_t **array, size_t *capacity, size_t n, size_t more) {
  if (n + more < *capacity)
    return true;
  size_t wanted = 2 * *capacity + more + 64;
  size_t *grown = realloc(*array, wanted * sizeof *grown);
  if (grown == NULL)
    return false;
  *array = grown;
  *capacity = wanted;
  return true;
}

/* Room for a cell of n bytes, its end mark and the spare bytes. */
static bool grow_arena(csv_reader *r, size_t n) {
  n += TABLE_SPARE_BYTES;
  if (n < r->arena_capacity - r->arena_used)
    return true;
  size_t capacity = 2 * r->arena_capacity + n + 64;
  char *grown = realloc(r->table->arena, capacity);
  if (grown == NULL)
    return false;
  r->table->arena = grown;
  r->arena_capacity = capacity;
  return true;
}

static bool grow_rows(csv_reader *r) {
  prg_table *table = r->table;
  size_t line = r->row_capacity, last_line = line; /* the three grow together */
  return grow(&table->row, &r->row_capacity, table->n_rows, 1) &&
         grow(&table->line, &line, table->n_rows, 1) &&
         grow(&table->last_line, &last_line, table->n_rows, 1);
}

static void on_cell(void *bytes, size_t n, void *data) {
  csv_reader *r = data;
  prg_table *table = r->table;
  if (r->no_memory || !grow(&table->cell, &r->cell_capacity, table->n_cells, 1) ||
      !grow_arena(r, n)) {
    r->no_memory = true;
    return;
  }
  if (csv_has_guard(bytes, n)) {
    bytes = (char *)bytes + 1;
    n--;
  }
  memcpy(table->arena + r->arena_used, bytes, n);
  r->arena_used += n;
  table->arena[r->arena_used++] = '\0';
  table->cell[++table->n_cells] = r->arena_used;
  r->cell_line = r->line;
}

static void on_row(int terminator, void *data) {
  (void)terminator;
  csv_reader *r = data;
  prg_table *table = r->table;
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

csv_reader *csv_reader_new(prg_table *table, size_t first_line, size_t size, prg_error *error) {
  csv_reader *r = calloc(1, sizeof *r);
  if (r == NULL || csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
    free(r);
    prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    return NULL;
  }
  r->table = table;
  r->line = first_line;
  if (!grow(&table->cell, &r->cell_capacity, 0, 1) || !grow_rows(r) || !grow_arena(r, size)) {
    csv_reader_free(r);
    prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    return NULL;
  }
  table->cell[0] = table->row[0] = 0;
  csv_set_delim(&r->parser, (unsigned char)table->dialect.delimiter);
  csv_set_blk_size(&r->parser,
                   4096 + size / 16); /* its buffer grows by this: no quadratic copying */
  return r;
}

void csv_reader_free(csv_reader *reader) {
  if (reader == NULL)
    return;
  csv_free(&reader->parser);
  free(reader);
}

static prg_status fail_parse(const csv_reader *r, prg_text text, size_t line, prg_error *error) {
  if (r->no_memory || csv_error((struct csv_parser *)&r->parser) == CSV_ENOMEM)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  const prg_table *table = r->table;
  char delimiter[] = {table->dialect.delimiter, '\0'};
  size_t column = table->n_cells - table->row[table->n_rows] + 1;
  return prg_fail_at(error, NULL, line, column, text,
                     PRG_ARGS(prg_string(*delimiter == '\t' ? "tab" : delimiter)));
}

/* --- lines without quotation marks: cut here, several times faster --- */

static bool is_space(char c) {
  return c == ' ' || c == '\t';
}

/* Takes the spaces around the cell [cell, end) away, as libcsv does, and returns its end. */
static char *trim_cell(char *cell, char *end) {
  char *first = cell;
  while (first < end && is_space(*first))
    first++;
  while (end > first && is_space(end[-1]))
    end--;
  memmove(cell, first, (size_t)(end - first));
  return cell + (end - first);
}

/* Cuts [text, end) into cells. There is room. */
static void cut_cells(csv_reader *r, const char *text, const char *end) {
  prg_table *table = r->table;
  const char delimiter = table->dialect.delimiter;
  char *to = table->arena + r->arena_used;
  size_t n = table->n_cells;
  for (bool more = true; more; text++) {
    char *cell = to;
    while (text < end && *text != delimiter)
      *to++ = *text++;
    if (to > cell && (is_space(*cell) || is_space(to[-1])))
      to = trim_cell(cell, to);
    if (csv_has_guard(cell, (size_t)(to - cell)))
      memmove(cell, cell + 1, (size_t)(--to - cell));
    *to++ = '\0';
    table->cell[++n] = (size_t)(to - table->arena);
    more = text < end;
  }
  table->n_cells = n;
  r->arena_used = (size_t)(to - table->arena);
}

/* A row from one line; a line of nothing but spaces is none. */
static bool cut_plain_line(csv_reader *r, const char *text, const char *end) {
  const char delimiter = r->table->dialect.delimiter;
  while (text < end && is_space(*text) && *text != delimiter)
    text++;
  if (text == end)
    return true;
  size_t most = (size_t)(end - text) + 1; /* cells of the line */
  if (!grow_arena(r, 2 * most) ||
      !grow(&r->table->cell, &r->cell_capacity, r->table->n_cells, most))
    return false;
  cut_cells(r, text, end);
  r->row_line = r->line;
  on_row('\n', r);
  return !r->no_memory;
}

/* The end of the line's text if it can be cut here, NULL if libcsv must: it has a quotation mark, a
 * carriage return inside, or no line feed. */
static const char *plain_end(const csv_reader *r, const char *text, size_t length) {
  const char *end = text + length - 1;
  if (r->all_plain && !r->inside && *end == '\n')
    return end;
  if (r->inside || *end != '\n' || memchr(text, '"', length) != NULL)
    return NULL;
  end -= end > text && end[-1] == '\r';
  return memchr(text, '\r', (size_t)(end - text)) == NULL ? end : NULL;
}

/* --- the others: libcsv --- */

static prg_status parse_line(csv_reader *r, const char *text, size_t length, prg_error *error) {
  if (!r->inside)
    r->row_line = r->cell_line = r->line;
  if (csv_parse(&r->parser, text, length, on_cell, on_row, r) != length)
    return fail_parse(r, PRG_TEXT_QUOTE_BROKEN, r->line, error);
  r->inside = r->parser.pstate != BETWEEN_ROWS;
  return r->no_memory ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

prg_status csv_reader_feed(csv_reader *r, const char *text, size_t n, prg_error *error) {
  if (r->feed == '\0' && n > 0)
    r->feed = memchr(text, '\n', n) == NULL ? '\r' : '\n';
  r->all_plain = memchr(text, '"', n) == NULL && memchr(text, '\r', n) == NULL;
  prg_status status = PRG_OK;
  for (size_t i = 0, length; i < n && status == PRG_OK; i += length) {
    const char *line = text + i, *feed = memchr(line, r->feed, n - i);
    length = feed == NULL ? n - i : (size_t)(feed - line) + 1;
    const char *end = plain_end(r, line, length);
    if (end == NULL)
      status = parse_line(r, line, length, error);
    else if (!cut_plain_line(r, line, end))
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    r->line += feed != NULL && status == PRG_OK;
  }
  return status;
}

size_t csv_reader_line(const csv_reader *reader) {
  return reader->line;
}

void csv_reader_jump(csv_reader *reader, size_t line) {
  reader->line = line;
}

prg_status csv_reader_end(csv_reader *r, prg_error *error) {
  if (csv_fini(&r->parser, on_cell, on_row, r) != 0)
    return fail_parse(r, PRG_TEXT_QUOTE_OPEN, r->cell_line, error);
  return r->no_memory ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

void csv_reader_drop(csv_reader *r, size_t first, size_t end) {
  prg_table *table = r->table;
  size_t to = table->row[first], from = table->row[end], cells = from - to;
  size_t bytes = table->cell[from] - table->cell[to];
  memmove(table->arena + table->cell[to], table->arena + table->cell[from],
          r->arena_used - table->cell[from]);
  r->arena_used -= bytes;
  for (size_t c = from; c <= table->n_cells; c++)
    table->cell[c - cells] = table->cell[c] - bytes;
  table->n_cells -= cells;
  for (size_t i = end; i <= table->n_rows; i++) {
    table->row[i - (end - first)] = table->row[i] - cells;
    if (i == table->n_rows)
      break; /* the end mark has no lines */
    table->line[i - (end - first)] = table->line[i];
    table->last_line[i - (end - first)] = table->last_line[i];
  }
  table->n_rows -= end - first;
}
