#include <prognos/delimiter.h>

#include <stdbool.h>
#include <string.h>

/* Enough to see the shape, however long the file is. */
#define SAMPLE_LINES 200
#define SAMPLE_BYTES (1 << 17)

static const char candidates[] = {';', '\t', '|', ','};

/* Cells per line for one delimiter; a line break inside quotes does not end the line. */
static size_t count_cells(const char *text, size_t n, char delimiter, bool quotes,
                          size_t cells[SAMPLE_LINES]) {
  size_t lines = 0, found = 1;
  bool quoted = false, blank = true;
  for (size_t i = 0; i <= n && lines < SAMPLE_LINES; i++) {
    char c = i < n ? text[i] : '\n';
    if (quotes && c == '"')
      quoted = !quoted;
    if (i == n || ((c == '\n' || c == '\r') && !quoted)) {
      if (!blank)
        cells[lines++] = found;
      found = 1;
      blank = true;
      continue;
    }
    found += c == delimiter && !quoted;
    blank = blank && (c == ' ' || c == '\t' || c == delimiter);
  }
  return lines;
}

/* How many lines have the commonest number of cells that is at least 2. */
static size_t count_agreeing(const size_t *cells, size_t lines) {
  size_t best = 0;
  for (size_t i = 0; i < lines; i++) {
    size_t agreeing = 0;
    for (size_t j = 0; j < lines && cells[i] >= 2; j++)
      agreeing += cells[j] == cells[i];
    if (agreeing > best)
      best = agreeing;
  }
  return best;
}

static char find(const char *text, size_t n, bool quotes) {
  size_t cells[SAMPLE_LINES], best = 0;
  char delimiter = '\0';
  for (size_t i = 0; i < sizeof candidates; i++) {
    size_t lines = count_cells(text, n, candidates[i], quotes, cells);
    size_t agreeing = count_agreeing(cells, lines);
    if (agreeing > best) {
      best = agreeing;
      delimiter = candidates[i];
    }
  }
  return delimiter;
}

char prg_delimiter_find(const char *text, size_t n) {
  if (n > SAMPLE_BYTES)
    n = SAMPLE_BYTES;
  char delimiter = find(text, n, true);
  return delimiter != '\0' ? delimiter : find(text, n, false); /* a quote that is never closed */
}

size_t prg_delimiter_line(const char *text, size_t n, char *delimiter) {
  size_t start = n > 0 && text[0] == '"' ? 1 : 0;
  if (n < start + 5 || (memcmp(text + start, "sep=", 4) != 0 && memcmp(text + start, "SEP=", 4)))
    return 0;
  size_t i = start + 5 + start;
  if (start == 1 && (i > n || text[i - 1] != '"'))
    return 0;
  if (i < n && text[i] == '\r')
    i++;
  if (i < n && text[i] != '\n')
    return 0;
  *delimiter = text[start + 4];
  return i < n ? i + 1 : n;
}
