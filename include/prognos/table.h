/*
 * A table as a file has it: rows of cells, each a UTF-8 string with its real place. Nothing is
 * interpreted yet; rows may differ in length. Blank lines make no row.
 */
#ifndef PROGNOS_TABLE_H
#define PROGNOS_TABLE_H

#include <prognos/encoding.h>

PRG_BEGIN_C

/* What is needed to cut bytes into cells; 0 (unknown) means "find it". */
typedef struct prg_dialect {
  prg_encoding encoding;
  char delimiter; /* ';' ',' '\t' '|' */
  char decimal;   /* ',' '.'; prg_decimal_find finds it, prg_table_read leaves it alone */
} prg_dialect;

typedef struct prg_table {
  char *file;        /* its name, for errors; owned */
  char *arena;       /* every cell's text, each zero-ended; owned */
  size_t *cell;      /* shape (n_cells + 1): where a cell begins in the arena; owned */
  size_t *row;       /* shape (n_rows + 1): the first cell of a row; owned */
  size_t *line;      /* shape (n_rows): the line on which a row begins, from 1; owned */
  size_t *last_line; /* shape (n_rows): on which it ends; owned */
  size_t n_cells, n_rows;
  prg_dialect dialect; /* as found or as wanted */
} prg_table;

/*
 * Reads bytes[0..n) as delimited text. `file` is the name that errors show. `wanted` may be NULL.
 * PRG_EINPUT with file, line and column: empty, binary, another format (Excel, JSON, PX), broken
 * encoding, only one column, a quotation mark that is not closed or is followed by more text.
 * prg_table_clear it after use, whatever was returned.
 */
prg_status prg_table_read(prg_table *table, const char *file, const char *bytes, size_t n,
                          const prg_dialect *wanted, prg_error *error);
void prg_table_clear(prg_table *table);

/* Cells of a row. */
size_t prg_table_width(const prg_table *table, size_t row);
/* The cell's text, zero-ended; "" beyond the row's end. Borrowed. */
const char *prg_table_cell(const prg_table *table, size_t row, size_t column);
/* Its length in bytes. */
size_t prg_table_length(const prg_table *table, size_t row, size_t column);
/* The line on which the cell begins: a quoted cell before it may hold line feeds. */
size_t prg_table_line(const prg_table *table, size_t row, size_t column);

/* prg_fail_at with the cell's file, line and column (both counted from 0 here). */
prg_status prg_table_fail(const prg_table *table, size_t row, size_t column, prg_text text,
                          const prg_argument *arguments, prg_error *error);

PRG_END_C

#endif
