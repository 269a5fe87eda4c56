#include "series/headings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "series/frequency.h"
#include "table/fold.h"

/* One cell of the header, cut in two. */
typedef struct cut_cell {
  bool has_period, is_split;
  prg_period period;
  prg_observation observation;
  const char *text; /* what is left beside the period */
  size_t n;
} cut_cell;

static bool parse_calendar(const char *text, size_t n, prg_period *period) {
  return prg_period_parse(text, n, period) && period->frequency != PRG_INDEX;
}

/* Bytes of what may stand between text and period; 0 if it is none. */
static size_t gap_length(const char *text, size_t n) {
  return n > 0 && *text == '_' ? 1 : blank_length(text, n);
}

static void strip_parentheses(const char **text, size_t *n) {
  trim_blanks(text, n);
  if (*n >= 2 && **text == '(' && (*text)[*n - 1] == ')') {
    (*text)++;
    *n -= 2;
  }
}

/* "2022 (prel.)": what stands after the period says what its figures are. */
static bool cut_observation(const char *text, size_t n, cut_cell *cell) {
  for (size_t i = n; i-- > 4;) {
    if (text[i] != '(' && gap_length(text + i, n - i) == 0)
      continue;
    const char *rest = text + i;
    size_t left = n - i;
    strip_parentheses(&rest, &left);
    if (parse_calendar(text, i, &cell->period) &&
        prg_observation_from_name(rest, left, &cell->observation) &&
        prg_observation_has_value(cell->observation)) {
      *cell = (cut_cell){
          .has_period = true, .period = cell->period, .observation = cell->observation, .text = ""};
      return true;
    }
  }
  return false;
}

/* Bytes at the end that are the mark of a footnote: "2022 1)", "2022¹", "2022*". */
static size_t footnote_length(const char *text, size_t n) {
  static const char *const raised[] = {"\u00B9", "\u00B2", "\u00B3"};
  size_t left = n;
  for (size_t i = 0; i < sizeof raised / sizeof *raised; i++)
    if (n > 2 && memcmp(text + n - 2, raised[i], 2) == 0)
      return 2;
  while (left > 0 && text[left - 1] == '*')
    left--;
  if (left < n || n == 0 || text[n - 1] != ')')
    return n - left;
  for (left = n - 1; left > 0 && text[left - 1] >= '0' && text[left - 1] <= '9';)
    left--;
  bool apart = left > 0 && gap_length(text + left - 1, 1) > 0; /* 20221) may be anything */
  return apart && left < n - 1 ? n - left : 0;
}

static bool cut_footnote(const char *text, size_t n, cut_cell *cell) {
  size_t mark = footnote_length(text, n);
  if (mark == 0 || !parse_calendar(text, n - mark, &cell->period))
    return false;
  *cell = (cut_cell){.has_period = true, .period = cell->period, .text = ""};
  return true;
}

/* The longest period at the end, else at the beginning, that a gap sets apart from the rest. */
static bool split(const char *text, size_t n, cut_cell *cell) {
  for (size_t i = 1, gap; i < n; i++) {
    if ((gap = gap_length(text + i, n - i)) == 0 ||
        !parse_calendar(text + i + gap, n - i - gap, &cell->period))
      continue;
    *cell = (cut_cell){true, true, cell->period, PRG_OBSERVED, text, i};
    return true;
  }
  for (size_t i = n; i-- > 1;) {
    size_t gap = gap_length(text + i, n - i);
    bool aside = gap > 0 && i + gap < n && text[i + gap] == '('; /* 2023 (prognos) */
    if (gap == 0 || aside || !parse_calendar(text, i, &cell->period))
      continue;
    *cell = (cut_cell){true, true, cell->period, PRG_OBSERVED, text + i + gap, n - i - gap};
    return true;
  }
  return false;
}

static cut_cell cut(const char *text) {
  size_t n = strlen(text);
  trim_blanks(&text, &n);
  cut_cell cell = {.text = text, .n = n};
  if (parse_calendar(text, n, &cell.period))
    return (cut_cell){.has_period = true, .period = cell.period, .text = ""};
  if (!cut_observation(text, n, &cell) && !cut_footnote(text, n, &cell) && !split(text, n, &cell))
    cell.has_period = false;
  return cell;
}

/* The year of one row and the part of it in another; false if the column has not both. */
static bool compose(const prg_frame *frame, size_t column, heading *found, size_t rows[2]) {
  for (size_t y = 0; y < frame->n_header; y++) {
    const char *year = prg_frame_header_part(frame, y, column);
    for (size_t p = 0; p < frame->n_header; p++) {
      const char *part = prg_frame_header_part(frame, p, column);
      if (p == y || !prg_period_parse_parts(year, strlen(year), part, strlen(part),
                                            PRG_FREQUENCY_COUNT, &found->period))
        continue;
      found->is_period = true;
      rows[0] = y;
      rows[1] = p;
      return true;
    }
  }
  return false;
}

static void add_text(prg_buffer *out, const char *text, size_t n) {
  trim_blanks(&text, &n);
  prg_buffer_add_n(out, text, n);
  prg_buffer_add_n(out, "", 1);
}

/* Fills in the column; `splits` says whether a text beside a period is cut off. */
static void find_column(headings *out, const prg_frame *frame, size_t column, bool splits) {
  heading *found = &out->column[column];
  size_t composed[2] = {SIZE_MAX, SIZE_MAX};
  *found = (heading){.text = out->text.length};
  compose(frame, column, found, composed);
  for (size_t part = 0; part < frame->n_header; part++) {
    const char *text = prg_frame_header_part(frame, part, column);
    cut_cell cell = cut(text);
    if (part == composed[0] || part == composed[1]) {
      add_text(&out->text, "", 0);
    } else if (cell.has_period && !found->is_period && cell.is_split <= splits) {
      found->is_period = true;
      found->period = cell.period;
      found->observation = cell.observation;
      add_text(&out->text, cell.text, cell.n);
    } else {
      add_text(&out->text, text, strlen(text));
    }
  }
  found->length = out->text.length - found->text;
}

static void find_columns(headings *out, const prg_frame *frame, bool splits) {
  prg_buffer_clear(&out->text);
  out->are_split = splits;
  for (size_t c = 0; c < out->width; c++)
    find_column(out, frame, c, splits);
}

static bool any_period(const headings *found) {
  for (size_t c = 0; c < found->width; c++)
    if (found->column[c].is_period)
      return true;
  return false;
}

/* 1, 2, 3 … from left to right, whatever stands between. */
static void find_places(headings *out, const prg_frame *frame) {
  int place = 1;
  size_t blank = out->text.length;
  for (size_t part = 0; part < out->n_text; part++)
    prg_buffer_add_n(&out->text, "", 1);
  for (size_t c = 0; c < out->width; c++) {
    const char *text = prg_frame_header(frame, c);
    prg_period period;
    bool counts_on = frequency_counts_on(text, strlen(text), place - 1, &period);
    if (!counts_on && (out->column[c].is_period || !prg_period_parse(text, strlen(text), &period)))
      continue;
    if (period.frequency != PRG_INDEX || period.ordinal != place)
      continue;
    out->column[c] = (heading){true, period, PRG_OBSERVED, blank, out->n_text};
    place++;
  }
}

prg_status headings_find(headings *out, const prg_frame *frame, prg_error *error) {
  *out = (headings){.width = frame->width, .n_text = frame->n_header};
  out->column = calloc(frame->width, sizeof *out->column);
  if (out->column == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  find_columns(out, frame, false);
  if (!any_period(out))
    find_columns(out, frame, true);
  find_places(out, frame);
  return out->text.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

prg_status headings_take_whole(headings *out, const prg_frame *frame, prg_error *error) {
  prg_buffer_clear(&out->text);
  for (size_t c = 0; c < out->width; c++) {
    out->column[c] = (heading){.text = out->text.length};
    for (size_t part = 0; part < out->n_text; part++) {
      const char *text = prg_frame_header_part(frame, part, c);
      add_text(&out->text, text, strlen(text));
    }
    out->column[c].length = out->text.length - out->column[c].text;
  }
  return out->text.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

void headings_clear(headings *out) {
  free(out->column);
  prg_buffer_free(&out->text);
  *out = (headings){0};
}

const char *headings_text(const headings *found, size_t column, size_t part) {
  const char *text = prg_buffer_string(&found->text) + found->column[column].text;
  for (; part > 0; part--)
    text += strlen(text) + 1;
  return text;
}

bool headings_same(const headings *found, size_t a, size_t b) {
  const heading *x = &found->column[a], *y = &found->column[b];
  const char *text = prg_buffer_string(&found->text);
  return x->length == y->length && memcmp(text + x->text, text + y->text, x->length) == 0;
}
