#include <prognos/cell.h>

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "table/fold.h"

#define FIGURE_BYTES 64 /* no figure is longer, once its grouping is taken away */

static const prg_cell text_cell = {PRG_CELL_TEXT, NAN, PRG_GAP, false};

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* The symbols that stand alone in a cell. */
static const struct {
  const char *text;
  prg_observation observation;
} symbols[] = {
    {"..", PRG_MISSING},   {"…", PRG_MISSING},        {"...", PRG_MISSING},
    {"n/a", PRG_MISSING},  {"na", PRG_MISSING},       {"#n/a", PRG_MISSING},
    {"null", PRG_MISSING}, {"nan", PRG_MISSING},      {"#saknas!", PRG_MISSING},
    {":", PRG_MISSING},    {".", PRG_NOT_APPLICABLE}, {"x", PRG_SUPPRESSED},
    {"*", PRG_SUPPRESSED},
};

static bool read_symbol(const char *text, size_t n, prg_cell *cell) {
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    if (fold_equal(text, n, symbols[i].text)) {
      *cell = (prg_cell){PRG_CELL_SYMBOL, NAN, symbols[i].observation, false};
      return true;
    }
  }
  if (n < 2 || *text != '<')
    return false;
  for (text++, n--; blank_length(text, n) > 0; n--)
    text++;
  size_t digits = 0;
  while (digits < n && is_digit(text[digits]))
    digits++;
  *cell = (prg_cell){PRG_CELL_SYMBOL, NAN, PRG_SUPPRESSED, false};
  return n > 0 && digits == n;
}

/* A dash alone is zero in official statistics: - – — − */
static bool is_dash(const char *text, size_t n) {
  return (n == 1 && *text == '-') ||
         (n == 3 && (memcmp(text, "\xE2\x80\x93", 3) == 0 || memcmp(text, "\xE2\x80\x94", 3) == 0 ||
                     memcmp(text, "\xE2\x88\x92", 3) == 0));
}

/* Bytes of the mark between groups of three that text[0..n) begins with; 0 if it is none. */
static size_t group_mark(const char *text, size_t n, char decimal) {
  size_t blank = blank_length(text, n);
  if (blank > 0)
    return *text == '\t' || *text == '\n' || *text == '\r' ? 0 : blank;
  if (n >= 1 && (*text == '\'' || *text == (decimal == ',' ? '.' : ',')))
    return 1;
  return n >= 3 && memcmp(text, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/*
 * Copies the whole part, 1–3 digits and then groups of exactly three after the same mark, to
 * `plain`. Returns the bytes read, 0 if it is written otherwise.
 */
static size_t read_groups(const char *text, size_t n, char decimal, char *plain, size_t *length) {
  size_t i = 0, mark = 0;
  while (i < n && is_digit(text[i]) && i < FIGURE_BYTES / 2)
    plain[(*length)++] = text[i++];
  if (i == 0 || i > 3)
    return i;
  while ((mark = group_mark(text + i, n - i, decimal)) > 0 && *length < FIGURE_BYTES / 2) {
    const char *group = text + i + mark;
    size_t left = n - i - mark, digits = 0;
    while (digits < left && is_digit(group[digits]))
      digits++;
    if (digits != 3 || text[0] == '0')
      return 0;
    memcpy(plain + *length, group, 3);
    *length += 3;
    i += mark + 3;
    size_t next = group_mark(text + i, n - i, decimal);
    if (next > 0 && (next != mark || memcmp(text + i, group - mark, mark) != 0))
      return 0;
  }
  return i;
}

/* Also with en dash as minus, and with thousands set apart. */
static bool read_number(const char *text, size_t n, char decimal, double *value) {
  if (prg_number_parse(text, n, decimal, value))
    return true;
  char plain[FIGURE_BYTES + 8];
  size_t length = 0;
  bool en_dash = n > 3 && memcmp(text, "\xE2\x80\x93", 3) == 0;
  if (en_dash || (n > 3 && memcmp(text, "\xE2\x88\x92", 3) == 0)) {
    plain[length++] = '-';
    text += 3;
    n -= 3;
  } else if (n > 1 && (*text == '-' || *text == '+')) {
    plain[length++] = *text++;
    n--;
  }
  size_t whole = read_groups(text, n, decimal, plain, &length);
  if (whole == 0 || n - whole > FIGURE_BYTES - length)
    return false;
  if (whole < n && text[whole] != decimal)
    return false;
  memcpy(plain + length, text + whole, n - whole);
  return prg_number_parse(plain, length + n - whole, decimal, value);
}

/* drygt 1070: the words that say "about". */
static bool skip_about(const char **text, size_t *n) {
  static const char *const words[] = {
      "drygt",   "knappt", "ca.",    "ca",    "c:a",     "cirka",         "circa", "omkring",
      "ungefär", "runt",   "nästan", "about", "approx.", "approximately", "~",     "≈"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (fold_starts(*text, *n, words[i])) {
      *text += strlen(words[i]);
      *n -= strlen(words[i]);
      trim_blanks(text, n);
      return true;
    }
  }
  return false;
}

/* The letter after a figure, as SCB writes it: 123p, 123 r. */
static prg_observation take_letter(const char *text, size_t *n) {
  static const char letters[] = "prk";
  static const prg_observation meaning[] = {PRG_PRELIMINARY, PRG_REVISED, PRG_CORRECTED};
  const char *found = *n >= 2 ? memchr(letters, text[*n - 1], sizeof letters - 1) : NULL;
  if (found == NULL)
    return PRG_OBSERVED;
  (*n)--;
  trim_blanks(&text, n);
  return meaning[found - letters];
}

static bool read_figure(const char *text, size_t n, char decimal, prg_cell *cell) {
  prg_cell figure = {.kind = PRG_CELL_FIGURE, .observation = PRG_OBSERVED};
  if (skip_about(&text, &n))
    figure.observation = PRG_APPROXIMATE;
  else
    figure.observation = take_letter(text, &n);
  if (n >= 2 && text[n - 1] == '%') {
    figure.percent = true;
    n--;
    trim_blanks(&text, &n);
  }
  if (!read_number(text, n, decimal, &figure.value))
    return false;
  *cell = figure;
  return true;
}

prg_cell prg_cell_parse(const char *text, size_t n, char decimal) {
  prg_cell cell = text_cell;
  if (n > 0 && is_digit(*text) && prg_number_parse(text, n, decimal, &cell.value))
    return (prg_cell){PRG_CELL_FIGURE, cell.value, PRG_OBSERVED, false};
  trim_blanks(&text, &n);
  if (n == 0)
    return (prg_cell){PRG_CELL_BLANK, NAN, PRG_GAP, false};
  if (is_dash(text, n))
    return (prg_cell){PRG_CELL_FIGURE, 0, PRG_OBSERVED, false};
  if (read_symbol(text, n, &cell) || read_figure(text, n, decimal, &cell))
    return cell;
  cell = text_cell;
  if (*text == '#')
    cell.kind = PRG_CELL_EXCEL_ERROR;
  return cell;
}
