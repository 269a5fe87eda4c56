#include "table/row_scan.h"

#include <string.h>

/* Steps over the cell that begins at `at`: to the delimiter or line feed that ends it, or to end.
 */
static const char *cell_end(const char *at, const char *end, char delimiter) {
  if (at < end && *at == '"') {
    at++;
    while (at < end && !(*at == '"' && (at + 1 == end || at[1] != '"')))
      at += *at == '"' ? 2 : 1;
    at += at < end;
  }
  while (at < end && *at != delimiter && *at != '\n')
    at++;
  return at;
}

size_t row_scan_end(const char *text, size_t n, size_t from, char delimiter) {
  const char *at = text + from, *end = text + n;
  for (;;) {
    at = cell_end(at, end, delimiter);
    if (at >= end)
      return 0;
    if (*at == '\n')
      return (size_t)(at - text) + 1;
    at++;
  }
}

/* A cell without the blanks and the quotation marks around it. */
typedef struct cell_text {
  const char *begin;
  size_t n;
} cell_text;

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

static cell_text trimmed(const char *begin, const char *end, char mark) {
  while (begin < end && (is_blank(*begin) || *begin == mark))
    begin++;
  while (begin < end && (is_blank(end[-1]) || end[-1] == mark))
    end--;
  return (cell_text){begin, (size_t)(end - begin)};
}

/* The next cell of the row, which begins at *at; an empty one behind the last. */
static cell_text next_cell(const char **at, const char *end, char delimiter) {
  const char *begin = *at, *stop = cell_end(begin, end, delimiter);
  *at = stop < end && *stop == delimiter ? stop + 1 : end;
  return trimmed(begin, stop, '"');
}

bool row_scan_same(const row_key *key, const char *a, size_t n_a, const char *b, size_t n_b) {
  const char *end_a = a + n_a, *end_b = b + n_b;
  for (size_t c = 0; c < key->n; c++) {
    cell_text x = next_cell(&a, end_a, key->delimiter), y = next_cell(&b, end_b, key->delimiter);
    if (key->column[c] && (x.n != y.n || memcmp(x.begin, y.begin, x.n) != 0))
      return false;
  }
  return true;
}

bool row_scan_is_wide(const char *row, size_t n, char delimiter) {
  const char *end = row + n;
  size_t filled = 0;
  while (row < end && filled < 2)
    filled += next_cell(&row, end, delimiter).n > 0;
  return filled == 2;
}

size_t row_scan_lines(const char *text, size_t n) {
  size_t lines = 0;
  for (size_t i = 0; i < n; i++)
    lines += text[i] == '\n';
  return lines;
}
