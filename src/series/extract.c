#include "series/extract.h"
#include "series/frequency.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/hash.h>
#include <prognos/number.h>

#include "series/header_word.h"
#include "series/merged.h"
#include "table/fold.h"
#include "table/table_cells.h"

#define BEGUN 64 /* series that are looked up together */
#define KNOWN_PERIODS 64
#define KNOWN_BYTES 16

typedef struct known_period {
  size_t n; /* 0: none */
  char text[KNOWN_BYTES];
  prg_period period;
} known_period;

typedef struct begun_series {
  uint64_t fingerprint; /* of its name */
  size_t i;             /* the data row on which it begins */
} begun_series;

typedef struct extractor {
  const frame_layout *found;
  const prg_frame *frame;
  const prg_table *table;
  const prg_read_options *options;
  seen_series *seen;
  begun_series begun[BEGUN];
  size_t n_begun;
  collector *c;
  prg_left_out_list *left_out;
  bool header_names;  /* texts in the header tell series apart */
  bool names_are_new; /* a row that does not go on with the series of the one before begins one: in
                         a part of a table check_begun refuses those that come back */
  naming named;       /* the series of the row; used again for each */
  uint32_t series;    /* of the row of a long frame */
  char decimal;
  known_period known[KNOWN_PERIODS];
  int place; /* of the row before, where a bare index counts the periods; else 0 */
  prg_error *error;
} extractor;

/* --- names --- */

/* True if the header tells series apart. */
static bool header_names(const frame_layout *found) {
  for (size_t part = 0; part < found->head.n_text; part++)
    if (found->heading[part] == HEADING_NAME)
      return true;
  return false;
}

/* Names the series by the label columns of data row i; *column is the first of them. */
static prg_status find_row_name(extractor *x, size_t i, size_t *column) {
  naming_restart(&x->named);
  *column = SIZE_MAX;
  for (size_t c = 0; c < x->frame->width; c++) {
    if (x->found->role[c] != ROLE_LABEL)
      continue;
    if (*column == SIZE_MAX)
      *column = c;
    size_t n;
    const char *text = merged_cell(x->found, x->frame, i, c, &n);
    naming_add(&x->named, text, n);
  }
  if (*column == SIZE_MAX)
    *column = 0;
  if (x->header_names && x->found->n_label == 0)
    return PRG_OK;
  if (x->named.name.length == 0 && x->frame->n == 1 && x->seen == NULL)
    naming_add_file(&x->named, x->table->file);
  if (x->named.name.failed || x->named.members.failed)
    return prg_fail(x->error, PRG_TEXT_NO_MEMORY, NULL);
  if (x->named.name.length == 0)
    return prg_table_fail(x->table, x->frame->row[i], *column, PRG_TEXT_SERIES_UNNAMED, NULL,
                          x->error);
  return PRG_OK;
}

/* --- which series have begun --- */

/* Looks up the series that began since the last time; PRG_EINPUT if one of them had begun before.
 */
static prg_status check_begun(extractor *x) {
  for (size_t k = 0; k < x->n_begun; k++)
    seen_prefetch(x->seen, x->begun[k].fingerprint);
  for (size_t k = 0; k < x->n_begun; k++) {
    size_t i = x->begun[k].i, row = x->frame->row[i], column, before;
    if (!seen_add(x->seen, x->begun[k].fingerprint, x->table->line[row], &before))
      return prg_fail(x->error, PRG_TEXT_NO_MEMORY, NULL);
    if (before == 0)
      continue;
    find_row_name(x, i, &column);
    return prg_table_fail(
        x->table, row, column, PRG_TEXT_SERIES_RETURNS,
        PRG_ARGS(prg_string(prg_buffer_string(&x->named.name)), prg_integer((long long)before)),
        x->error);
  }
  x->n_begun = 0;
  return PRG_OK;
}

/* Remembers the series that begins on data row i, if one must not come back. */
static prg_status see(extractor *x, size_t i) {
  if (x->seen == NULL)
    return PRG_OK;
  uint64_t fingerprint = prg_hash(prg_buffer_string(&x->named.name), x->named.name.length);
  x->begun[x->n_begun++] = (begun_series){fingerprint, i};
  return x->n_begun < BEGUN ? PRG_OK : check_begun(x);
}

static prg_status leave_out(extractor *x, size_t row, size_t column, bool whole_row,
                            prg_text reason) {
  return prg_left_out_add(x->left_out, x->table->line[row], whole_row ? 0 : column + 1, reason,
                          prg_table_cell(x->table, row, column), x->error);
}

/* --- periods --- */

static prg_status apply_frequency(const extractor *x, size_t row, size_t column,
                                  prg_period *period) {
  prg_frequency wanted = x->options->frequency;
  if (frequency_apply(wanted, period))
    return PRG_OK;
  char found[PRG_PERIOD_BYTES];
  return prg_table_fail(x->table, row, column, PRG_TEXT_PERIOD_NOT_OF_FREQUENCY,
                        PRG_ARGS(prg_string(prg_period_print(*period, found)),
                                 prg_text_argument(prg_frequency_text(period->frequency)),
                                 prg_text_argument(prg_frequency_text(wanted))),
                        x->error);
}

static prg_status accept_period(extractor *x, size_t row, size_t column, prg_period *period) {
  prg_status status = apply_frequency(x, row, column, period);
  if (status == PRG_OK)
    status = collector_check_period(x->c, *period, row, column, x->error);
  return status;
}

/* The place of a text among those whose period was read lately: a panel has the same few periods in
 * series after series. NULL if it is too short or too long to be kept. */
static known_period *place_of(extractor *x, const char *text, size_t n) {
  if (n < 2 || n > KNOWN_BYTES)
    return NULL;
  size_t place = 10 * (size_t)(unsigned char)text[n - 2] + (size_t)(unsigned char)text[n - 1];
  return &x->known[place % KNOWN_PERIODS];
}

/* The period of a text that has no part column beside it, which need be accepted only once. */
static prg_status read_whole_period(extractor *x, size_t row, size_t column, const char *text,
                                    size_t n, prg_period *period) {
  known_period *known = place_of(x, text, n);
  if (known != NULL && known->n == n && memcmp(known->text, text, n) == 0) {
    *period = known->period;
    return PRG_OK;
  }
  if (!prg_period_parse(text, n, period))
    return prg_table_fail(x->table, row, column, PRG_TEXT_PERIOD_BROKEN, PRG_ARGS(prg_string(text)),
                          x->error);
  prg_status status = accept_period(x, row, column, period);
  if (status == PRG_OK && known != NULL) {
    *known = (known_period){.n = n, .period = *period};
    memcpy(known->text, text, n);
  }
  return status;
}

/* The period of data row i from its period column, and its part column if there is one. */
static prg_status read_period(extractor *x, size_t i, prg_period *period) {
  size_t row = x->frame->row[i];
  size_t column = x->found->period_column, part = x->found->part_column, n;
  if (column == SIZE_MAX) {
    *period = x->found->period;
    return accept_period(x, row, 0, period);
  }
  const char *text = merged_cell(x->found, x->frame, i, column, &n);
  if (part == SIZE_MAX) {
    prg_status status = frequency_counts_on(text, n, x->place, period)
                            ? PRG_OK
                            : read_whole_period(x, row, column, text, n, period);
    x->place = status == PRG_OK && period->frequency == PRG_INDEX ? period->ordinal : 0;
    return status;
  }
  if (prg_period_parse_parts(text, n, prg_table_cell(x->table, row, part),
                             prg_table_length(x->table, row, part), x->found->part, period))
    return accept_period(x, row, column, period);
  return prg_table_fail(x->table, row, part, PRG_TEXT_PERIOD_PARTS_BROKEN,
                        PRG_ARGS(prg_string(text), prg_string(prg_table_cell(x->table, row, part))),
                        x->error);
}

/* --- figures --- */

static prg_status read_cell(const extractor *x, size_t row, size_t column, prg_cell *cell) {
  size_t n;
  const char *text = table_cell(x->table, row, column, &n);
  if (table_whole(text, n, &cell->value)) {
    cell->kind = PRG_CELL_FIGURE;
    cell->observation = PRG_OBSERVED;
    cell->percent = false;
    return PRG_OK;
  }
  *cell = prg_cell_parse(text, n, x->decimal);
  if (cell->kind == PRG_CELL_EXCEL_ERROR && x->options->errors_are_missing)
    *cell = (prg_cell){PRG_CELL_SYMBOL, NAN, PRG_MISSING, false};
  if (cell->kind == PRG_CELL_EXCEL_ERROR)
    return prg_table_fail(x->table, row, column, PRG_TEXT_CELL_EXCEL_ERROR,
                          PRG_ARGS(prg_string(text)), x->error);
  if (cell->kind == PRG_CELL_TEXT) {
    char mark[] = {x->decimal, '\0'};
    return prg_table_fail(x->table, row, column, PRG_TEXT_CELL_NOT_NUMBER,
                          PRG_ARGS(prg_string(text), prg_string(mark)), x->error);
  }
  return PRG_OK;
}

static prg_status fail_status(const extractor *x, size_t row, prg_text text) {
  size_t column = x->found->status_column;
  return prg_table_fail(x->table, row, column, text,
                        PRG_ARGS(prg_string(prg_table_cell(x->table, row, column))), x->error);
}

/* Lets the status column say what the cell cannot. */
static prg_status apply_status(const extractor *x, size_t row, prg_cell *cell) {
  size_t column = x->found->status_column;
  prg_observation said;
  if (column == SIZE_MAX)
    return PRG_OK;
  const char *text = prg_table_cell(x->table, row, column);
  size_t n = prg_table_length(x->table, row, column);
  trim_blanks(&text, &n);
  if (n == 0)
    return PRG_OK;
  if (!prg_observation_from_name(text, n, &said))
    return x->found->status_is_strict ? fail_status(x, row, PRG_TEXT_STATUS_UNKNOWN) : PRG_OK;
  bool has_value = prg_observation_has_value(said);
  if (cell->kind == PRG_CELL_FIGURE && !has_value)
    return fail_status(x, row, PRG_TEXT_STATUS_CONTRADICTS);
  if (cell->kind == PRG_CELL_FIGURE ? said != PRG_OBSERVED : !has_value)
    *cell = (prg_cell){cell->kind == PRG_CELL_FIGURE ? PRG_CELL_FIGURE : PRG_CELL_SYMBOL,
                       cell->value, said, cell->percent};
  return PRG_OK;
}

static prg_status take_cell(extractor *x, uint32_t series, prg_period period, size_t row,
                            size_t column) {
  prg_cell cell;
  prg_status status = read_cell(x, row, column, &cell);
  if (status == PRG_OK && x->found->kind != PRG_LAYOUT_WIDE)
    status = apply_status(x, row, &cell);
  if (cell.kind == PRG_CELL_FIGURE && cell.observation == PRG_OBSERVED)
    cell.observation = x->found->head.column[column].observation;
  if (status != PRG_OK || cell.kind == PRG_CELL_BLANK)
    return status;
  return collector_add(x->c, series, period, &cell, row, column, x->error);
}

/* --- the three layouts --- */

static prg_status start_series(extractor *x, size_t row, size_t column, uint32_t *series) {
  if (x->names_are_new)
    return collector_begin_series(x->c, &x->named, row, column, series, x->error);
  return collector_series(x->c, &x->named, row, column, series, x->error);
}

/* In a part of a table there are others, in the parts before or after. */
static bool is_total(const extractor *x, const char *text, size_t n, size_t others) {
  others += x->seen != NULL;
  return !x->options->keep_totals && others > 0 && header_word_is_total(text, n);
}

/* The series of the row, and of its text in the header if there are any: the columns of one text
 * mostly stand together. */
static prg_status take_wide_cells(extractor *x, size_t row, size_t label, bool goes_on) {
  size_t members = x->named.members.length, labels = x->named.name.length;
  size_t before = SIZE_MAX;
  prg_status status = PRG_OK;
  for (size_t c = 0; c < x->frame->width && status == PRG_OK; c++) {
    if (x->found->role[c] != ROLE_VALUE)
      continue;
    bool begins = before == SIZE_MAX && !(goes_on && x->names_are_new);
    if (begins || (x->header_names && !headings_same(&x->found->head, before, c))) {
      naming_cut(&x->named, members, labels);
      naming_add_headings(&x->named, x->found, c);
      status = start_series(x, row, label, &x->series);
    }
    if (status == PRG_OK)
      status = take_cell(x, x->series, x->found->head.column[c].period, row, c);
    before = c;
  }
  return status;
}

static prg_status take_wide_row(extractor *x, size_t i) {
  size_t row = x->frame->row[i], label;
  prg_status status = find_row_name(x, i, &label);
  if (status != PRG_OK)
    return status;
  const char *first = prg_table_cell(x->table, row, label);
  if (x->found->n_label > 0 && is_total(x, first, strlen(first), x->frame->n - 1))
    return leave_out(x, row, label, true, PRG_TEXT_LEFT_OUT_TOTAL);
  bool goes_on = i > 0 && extract_same_names(x->found, x->table, x->frame->row[i - 1], row);
  status = goes_on ? PRG_OK : see(x, i);
  if (status != PRG_OK)
    return status;
  return take_wide_cells(x, row, label, goes_on);
}

static prg_status extract_wide(extractor *x) {
  prg_status status = PRG_OK;
  for (size_t c = 0; c < x->frame->width && status == PRG_OK; c++)
    if (x->found->role[c] == ROLE_VALUE)
      status = accept_period(x, x->frame->header, c, &x->found->head.column[c].period);
  for (size_t i = 0; i < x->frame->n && status == PRG_OK; i++)
    status = take_wide_row(x, i);
  return status;
}

/* The series of each column of figures, UINT32_MAX for a total that is left out. */
static prg_status start_columns(extractor *x, uint32_t *series) {
  size_t header = x->frame->header;
  prg_status status = PRG_OK;
  for (size_t c = 0; c < x->frame->width && status == PRG_OK; c++) {
    series[c] = UINT32_MAX;
    if (x->found->role[c] != ROLE_VALUE)
      continue;
    const char *text = prg_frame_header(x->frame, c);
    size_t n = strlen(text);
    naming_restart(&x->named);
    naming_add_headings(&x->named, x->found, c);
    if (is_total(x, text, n, x->found->n_value - 1))
      status = leave_out(x, header, c, false, PRG_TEXT_LEFT_OUT_TOTAL);
    else if (x->named.name.length == 0)
      status = prg_table_fail(x->table, header, c, PRG_TEXT_COLUMN_UNNAMED, NULL, x->error);
    else
      status = start_series(x, header, c, &series[c]);
  }
  return status;
}

/* A row that sums the periods above it: Summa;1252;720. */
static bool is_total_row(const extractor *x, size_t row) {
  size_t column = x->found->period_column;
  return is_total(x, prg_table_cell(x->table, row, column), prg_table_length(x->table, row, column),
                  x->frame->n - 1);
}

static prg_status extract_transposed(extractor *x) {
  uint32_t *series = calloc(x->frame->width, sizeof *series);
  if (series == NULL)
    return prg_fail(x->error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = start_columns(x, series);
  for (size_t i = 0; i < x->frame->n && status == PRG_OK; i++) {
    size_t row = x->frame->row[i];
    prg_period period;
    if (is_total_row(x, row)) {
      status = leave_out(x, row, x->found->period_column, true, PRG_TEXT_LEFT_OUT_TOTAL);
      continue;
    }
    status = read_period(x, i, &period);
    for (size_t c = 0; c < x->frame->width && status == PRG_OK; c++)
      if (series[c] != UINT32_MAX)
        status = take_cell(x, series[c], period, row, c);
  }
  free(series);
  return status;
}

bool extract_same_names(const frame_layout *found, const prg_table *table, size_t a, size_t b) {
  if (found->n_merged > 0)
    return false;
  for (size_t c = 0; c < found->width; c++) {
    size_t n, m;
    if (found->role[c] != ROLE_LABEL)
      continue;
    const char *x = table_cell(table, a, c, &n), *y = table_cell(table, b, c, &m);
    if (n != m || memcmp(x, y, n) != 0)
      return false;
  }
  return true;
}

/* Summa;375 among rows of one period: they are as those of a wide table. */
static bool is_total_of_rows(const extractor *x, size_t row, size_t label) {
  return x->found->period_column == SIZE_MAX &&
         is_total(x, prg_table_cell(x->table, row, label), prg_table_length(x->table, row, label),
                  x->frame->n - 1);
}

static prg_status take_long_row(extractor *x, size_t i) {
  size_t row = x->frame->row[i], label = 0;
  prg_period period;
  /* Exports keep a series' rows together: then its name need not be made and looked up again. */
  bool goes_on = i > 0 && extract_same_names(x->found, x->table, x->frame->row[i - 1], row);
  bool same = goes_on && x->found->n_value == 1;
  prg_status status = same ? PRG_OK : find_row_name(x, i, &label);
  if (status == PRG_OK && is_total_of_rows(x, row, label))
    return leave_out(x, row, label, true, PRG_TEXT_LEFT_OUT_TOTAL);
  if (status == PRG_OK && !goes_on)
    status = see(x, i);
  if (status == PRG_OK)
    status = read_period(x, i, &period);
  size_t members = x->named.members.length, labels = x->named.name.length;
  for (size_t c = 0; c < x->frame->width && status == PRG_OK; c++) {
    if (x->found->role[c] != ROLE_VALUE)
      continue;
    if (x->found->n_value > 1) { /* several measures of the same labels */
      naming_cut(&x->named, members, labels);
      naming_add_headings(&x->named, x->found, c);
    }
    if (!same)
      status = start_series(x, row, label, &x->series);
    if (status == PRG_OK)
      status = take_cell(x, x->series, period, row, c);
  }
  return status;
}

static prg_status extract_long(extractor *x) {
  prg_status status = PRG_OK;
  for (size_t i = 0; i < x->frame->n && status == PRG_OK; i++)
    status = take_long_row(x, i);
  return status;
}

static prg_status tell_left_out_columns(extractor *x) {
  prg_status status = PRG_OK;
  for (size_t c = 0; c < x->frame->width && status == PRG_OK; c++)
    if (x->found->role[c] == ROLE_LEFT_OUT)
      status = leave_out(x, x->frame->header, c, false, PRG_TEXT_LEFT_OUT_COLUMN);
  return status;
}

prg_status extract(const frame_layout *found, const prg_frame *frame, char decimal,
                   const prg_read_options *options, seen_series *seen, collector *c,
                   prg_left_out_list *left_out, prg_error *error) {
  extractor x = {.found = found,
                 .frame = frame,
                 .table = frame->table,
                 .options = options,
                 .seen = seen,
                 .c = c,
                 .left_out = left_out,
                 .decimal = decimal,
                 .header_names = header_names(found),
                 .error = error};
  x.names_are_new =
      seen != NULL && !x.header_names && (found->kind == PRG_LAYOUT_WIDE || found->n_value == 1);
  prg_status status = tell_left_out_columns(&x);
  if (status == PRG_OK && found->kind == PRG_LAYOUT_WIDE)
    status = extract_wide(&x);
  else if (status == PRG_OK && found->kind == PRG_LAYOUT_TRANSPOSED)
    status = extract_transposed(&x);
  else if (status == PRG_OK)
    status = extract_long(&x);
  /* A series that came back was there before whatever else is wrong. */
  prg_status earlier = check_begun(&x);
  if (earlier != PRG_OK)
    status = earlier;
  naming_clear(&x.named);
  return status;
}
