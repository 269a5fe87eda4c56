/*
 * Rows of a table told from their bytes alone, without reading their cells: several times faster
 * than csv_read.h, for those who only want to know where a row ends and whom it is about.
 */
#ifndef TABLE_ROW_SCAN_H
#define TABLE_ROW_SCAN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct row_key {
  char delimiter;
  const bool *column; /* shape (n): whether it tells whom a row is about; borrowed */
  size_t n;           /* columns beyond tell nothing */
} row_key;

/*
 * Where the row that begins at text[from] ends: behind the line feed that is in no quoted cell. 0
 * if it does not end in text[0..n). Cells are quoted as in RFC 4180; a quotation mark inside an
 * unquoted cell is a character as any other.
 */
size_t row_scan_end(const char *text, size_t n, size_t from, char delimiter);

/* True if the rows a[0..n_a) and b[0..n_b) have the same cells in the key's columns; blanks and
 * quotation marks around them do not count. */
bool row_scan_same(const row_key *key, const char *a, size_t n_a, const char *b, size_t n_b);

/* True if two cells or more of the row are not blank. */
bool row_scan_is_wide(const char *row, size_t n, char delimiter);

/* How many line feeds there are in text[0..n). */
size_t row_scan_lines(const char *text, size_t n);

#endif
