/*
 * Wide, if two headers or more are periods (one, if no column holds periods). Otherwise there is a
 * column of periods: the one that its header names, or the leftmost whose cells are periods;
 * without one, all may be of the period that the only title with a period names. What else is
 * numeric are figures, unless its header names a series, what else is text names series. If a
 * period then comes twice for the same names, numeric columns before the periods, or beside a
 * column of figures known by name, are taken as names too, until it does not.
 */
#include "series/layout.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "series/columns.h"
#include "series/merged.h"
#include "series/repeats.h"
#include "series/title_period.h"
#include "table/fold.h"

typedef struct finder {
  frame_layout *out;
  const prg_frame *frame;
  const prg_read_options *options;
  column_profile *profile; /* shape (width) */
  bool period_is_named, value_is_named;
  prg_error *error;
} finder;

static bool is_blank_column(const finder *f, size_t column) {
  const char *header = prg_frame_header(f->frame, column);
  size_t n = strlen(header);
  trim_blanks(&header, &n);
  return n == 0 && f->profile[column].filled == 0;
}

static prg_status fail_column_missing(const finder *f, const char *name) {
  const prg_table *table = f->frame->table;
  prg_buffer found;
  prg_buffer_init(&found);
  for (size_t c = 0; c < f->frame->width; c++) {
    prg_buffer_add(&found, c > 0 ? ", " : "");
    prg_buffer_add(&found, prg_frame_header(f->frame, c));
  }
  prg_status status =
      prg_fail_at(f->error, table->file, table->line[f->frame->header], 0, PRG_TEXT_COLUMN_UNKNOWN,
                  PRG_ARGS(prg_string(name), prg_string(prg_buffer_string(&found))));
  prg_buffer_free(&found);
  return status;
}

/* Gives the column of that name the role; a name that is NULL asks for nothing. */
static prg_status set_named(finder *f, const char *name, column_role role) {
  size_t column;
  if (name == NULL)
    return PRG_OK;
  if (!prg_frame_column(f->frame, name, &column))
    return fail_column_missing(f, name);
  f->out->role[column] = role;
  return PRG_OK;
}

static prg_status apply_options(finder *f) {
  const prg_read_options *options = f->options;
  prg_status status = set_named(f, options->period_column, ROLE_PERIOD);
  if (status == PRG_OK)
    status = set_named(f, options->value_column, ROLE_VALUE);
  for (size_t i = 0; i < options->n_series_columns && status == PRG_OK; i++)
    status = set_named(f, options->series_columns[i], ROLE_LABEL);
  f->period_is_named = options->period_column != NULL;
  f->value_is_named = options->value_column != NULL;
  return status;
}

/* --- wide --- */

/* The frequency of most period headers; a place in a row only if there is nothing else. */
static size_t count_header_periods(const finder *f, bool calendar) {
  size_t n = 0;
  for (size_t c = 0; c < f->frame->width; c++)
    n += f->out->head.column[c].is_period &&
         calendar == (f->out->head.column[c].period.frequency != PRG_INDEX);
  return n;
}

static bool holds_periods(const column_profile *p) {
  return p->filled > 0 && 2 * p->periods >= p->filled;
}

static bool any_column_of_periods(const finder *f) {
  for (size_t c = 0; c < f->frame->width; c++) {
    const column_profile *p = &f->profile[c];
    bool named = p->word == WORD_PERIOD || p->word == WORD_PART;
    if (!f->out->head.column[c].is_period && holds_periods(p) && (named || c == 0))
      return true;
    if (named && p->places == p->filled && p->filled > 0)
      return true;
  }
  return false;
}

/* A column of text has no figures of its period, however it is headed. */
static bool is_text(const finder *f, size_t column) {
  const column_profile *p = &f->profile[column];
  return p->filled > 0 && p->figures + p->symbols + p->broken == 0;
}

/* Columns headed by a text and a period, with figures under them, and no column of periods. */
static bool is_split_wide(const finder *f) {
  size_t n = 0;
  for (size_t c = 0; c < f->frame->width; c++)
    n += f->out->head.column[c].is_period && f->profile[c].figures > 0;
  return n > 0 && !any_column_of_periods(f);
}

static bool looks_wide(const finder *f) {
  if (f->options->layout != PRG_LAYOUT_UNKNOWN)
    return f->options->layout == PRG_LAYOUT_WIDE;
  if (f->period_is_named || f->options->period != NULL)
    return false;
  if (f->out->head.are_split)
    return is_split_wide(f);
  if (count_header_periods(f, true) >= 2)
    return true;
  size_t any = count_header_periods(f, true) + count_header_periods(f, false);
  return any >= 1 && !any_column_of_periods(f);
}

/* 2O22 is a slip, and so is "Folkmängd 2O22" beside others of its kind; "Förändring" and
 * "2023 (prognos)" are other columns. */
static bool is_broken_period(const finder *f, const char *header) {
  if (f->out->head.are_split) {
    const char *gap = strrchr(header, ' ');
    header = gap != NULL && strlen(gap + 1) == strlen("2022") ? gap + 1 : "";
  }
  return header[0] >= '0' && header[0] <= '9' && strpbrk(header, " \n") == NULL;
}

static prg_status set_wide_column(finder *f, size_t column, bool calendar, bool *seen) {
  frame_layout *out = f->out;
  const heading *head = &out->head.column[column];
  const char *header = prg_frame_header(f->frame, column);
  if (out->role[column] == ROLE_LABEL)
    return PRG_OK;
  if (head->is_period && calendar == (head->period.frequency != PRG_INDEX)) {
    out->role[column] = out->head.are_split && is_text(f, column) ? ROLE_LEFT_OUT : ROLE_VALUE;
    *seen = true;
  } else if (is_broken_period(f, header)) {
    return prg_table_fail(f->frame->table, f->frame->header, column, PRG_TEXT_PERIOD_BROKEN,
                          PRG_ARGS(prg_string(header)), f->error);
  } else {
    bool names = !*seen && f->options->n_series_columns == 0;
    out->role[column] = names ? ROLE_LABEL : ROLE_LEFT_OUT;
  }
  return PRG_OK;
}

static prg_status set_wide(finder *f) {
  bool calendar = count_header_periods(f, true) > 0, seen = false;
  f->out->kind = PRG_LAYOUT_WIDE;
  prg_status status = PRG_OK;
  for (size_t c = 0; c < f->frame->width && status == PRG_OK; c++)
    if (!is_blank_column(f, c))
      status = set_wide_column(f, c, calendar, &seen);
  if (status == PRG_OK && !seen)
    status =
        prg_table_fail(f->frame->table, f->frame->header, 0, PRG_TEXT_NO_PERIODS, NULL, f->error);
  return status == PRG_OK ? merged_find(f->out, f->frame, f->error) : status;
}

/* --- transposed and long --- */

/* Calendar periods from top to bottom, each next to the one before; not codes. */
static bool runs_on(const finder *f, size_t column) {
  const column_profile *p = &f->profile[column];
  const char *header = prg_frame_header(f->frame, column);
  prg_period before, period;
  if (p->filled < 2 || p->periods < p->filled || header_word_may_be_code(header, strlen(header)))
    return false;
  for (size_t i = 0; i < f->frame->n && i < p->filled; i++) {
    const char *text = prg_frame_cell(f->frame, i, column);
    if (!prg_period_parse(text, strlen(text), &period))
      return false;
    if (i > 0 &&
        (period.frequency != before.frequency || abs(prg_period_distance(before, period)) != 1))
      return false;
    before = period;
  }
  return true;
}

/* The period that all figures are of: said by the option, or in the only title that names one. */
static bool find_period_of_all(finder *f) {
  frame_layout *out = f->out;
  bool found = f->options->period != NULL;
  if (found)
    out->period = *f->options->period;
  else
    found = title_period(f->frame, &out->period, &out->period_line);
  if (found)
    out->period_column = SIZE_MAX;
  return found;
}

/* A better candidate for the column of periods has a higher score; 0 is none. The last resort is
 * the first column: of a wide table that was turned round, its heading still names the series. */
static int score_period(const finder *f, size_t column) {
  const column_profile *p = &f->profile[column];
  bool named = p->word == WORD_PERIOD || p->word == WORD_PART;
  if (f->out->role[column] != ROLE_NONE || p->filled == 0)
    return 0;
  if (named && holds_periods(p))
    return 5;
  if (named && p->places == p->filled)
    return p->word == WORD_PERIOD ? 4 : 2;
  if (p->word != WORD_LABEL && p->word != WORD_VALUE && holds_periods(p))
    return 3;
  if (p->word == WORD_PERIOD)
    return 2;
  bool places = p->places == p->filled && p->filled >= 2;
  return column == 0 && (places || runs_on(f, column)) ? 1 : 0;
}

static prg_status find_period_column(finder *f) {
  int best = 0;
  if (f->options->period != NULL && find_period_of_all(f))
    return PRG_OK;
  for (size_t c = 0; c < f->frame->width; c++) {
    if (f->out->role[c] == ROLE_PERIOD) {
      f->out->period_column = c;
      return PRG_OK;
    }
  }
  for (size_t c = 0; c < f->frame->width; c++) {
    int score = score_period(f, c);
    if (score > best) {
      best = score;
      f->out->period_column = c;
    }
  }
  if (best == 0 && find_period_of_all(f))
    return PRG_OK;
  if (best == 0)
    return prg_table_fail(f->frame->table, f->frame->header, 0, PRG_TEXT_NO_PERIODS, NULL,
                          f->error);
  f->out->role[f->out->period_column] = ROLE_PERIOD;
  f->period_is_named = best != 3 && best != 1;
  return PRG_OK;
}

static bool period_column_holds_years(const finder *f) {
  prg_period period;
  if (f->out->period_column == SIZE_MAX)
    return false;
  const char *text = prg_frame_cell(f->frame, 0, f->out->period_column);
  return !prg_period_parse(text, strlen(text), &period) || period.frequency == PRG_YEAR;
}

/* Quarter, month … in a column of its own, beside the year. */
static void find_part_column(finder *f) {
  if (!period_column_holds_years(f))
    return;
  for (size_t c = 0; c < f->frame->width; c++) {
    const column_profile *p = &f->profile[c];
    const char *header = prg_frame_header(f->frame, c);
    if (f->out->role[c] != ROLE_NONE || p->word != WORD_PART || holds_periods(p) || p->filled == 0)
      continue;
    f->out->role[c] = ROLE_PART;
    f->out->part_column = c;
    f->out->part = header_word_frequency(header, strlen(header));
    return;
  }
}

static void set_role_by_word(finder *f, size_t column) {
  frame_layout *out = f->out;
  const column_profile *p = &f->profile[column];
  bool labels_are_given = f->options->n_series_columns > 0;
  if (p->word == WORD_STATUS || p->word == WORD_NOTE) {
    bool first = out->status_column == SIZE_MAX;
    out->role[column] = first ? ROLE_STATUS : ROLE_LEFT_OUT;
    if (first) {
      out->status_column = column;
      out->status_is_strict = p->word == WORD_STATUS;
    }
  } else if (p->word == WORD_VALUE && f->options->value_column == NULL && p->filled > 0) {
    out->role[column] = ROLE_VALUE;
    f->value_is_named = true;
  } else if (p->word == WORD_LABEL || (!column_is_numeric(p) && p->filled > p->symbols)) {
    out->role[column] = labels_are_given ? ROLE_LEFT_OUT : ROLE_LABEL;
  }
}

/* The first known by name as figures, or else every numeric column that nothing else is known of.
 * In a transposed frame a column named "Elever" does not push its neighbours aside. */
static void set_values(finder *f, bool transposed) {
  for (size_t c = 0; c < f->frame->width; c++) {
    if (f->out->role[c] != ROLE_NONE || is_blank_column(f, c))
      continue;
    bool aside = f->value_is_named && (!transposed || f->options->value_column != NULL);
    bool empty = !transposed && f->profile[c].filled == 0;
    f->out->role[c] = aside || empty ? ROLE_LEFT_OUT : ROLE_VALUE;
  }
}

static size_t count_role(const finder *f, column_role role) {
  size_t n = 0;
  for (size_t c = 0; c < f->frame->width; c++)
    n += f->out->role[c] == role;
  return n;
}

/* A numeric column that could name series, should the other names not be enough. */
static bool could_name(const finder *f, size_t column) {
  const frame_layout *out = f->out;
  if (f->options->n_series_columns > 0)
    return false;
  if (f->value_is_named)
    return out->role[column] == ROLE_LEFT_OUT && column_is_numeric(&f->profile[column]);
  return column < out->period_column && out->role[column] == ROLE_VALUE &&
         count_role(f, ROLE_VALUE) > 1;
}

/* Takes numeric columns as names, from the left, until no period repeats. */
static prg_status resolve_repeats(finder *f) {
  bool repeats = true, counted = false;
  prg_status status = PRG_OK;
  for (size_t c = 0; c < f->frame->width && status == PRG_OK && repeats; c++) {
    if (!could_name(f, c) || !column_groups_rows(f->frame, c))
      continue;
    if (!counted)
      status = layout_repeats(f->out, f->frame, &repeats, f->error);
    counted = true;
    if (status != PRG_OK || !repeats)
      break;
    f->out->role[c] = ROLE_LABEL;
    status = layout_repeats(f->out, f->frame, &repeats, f->error);
  }
  return status;
}

/* A single column of text where figures should be: its first cell will be shown as the error. */
static bool take_broken_figures(finder *f) {
  for (size_t c = f->frame->width; c-- > 0;) {
    if (f->out->role[c] == ROLE_LABEL && f->profile[c].broken > 0 &&
        f->profile[c].word != WORD_LABEL) {
      f->out->role[c] = ROLE_VALUE;
      return true;
    }
  }
  return false;
}

static prg_status set_rows(finder *f) {
  frame_layout *out = f->out;
  prg_status status = find_period_column(f);
  if (status == PRG_OK)
    status = headings_take_whole(&out->head, f->frame, f->error);
  if (status != PRG_OK)
    return status;
  find_part_column(f);
  for (size_t c = 0; c < f->frame->width; c++)
    if (out->role[c] == ROLE_NONE)
      set_role_by_word(f, c);
  bool transposed = count_role(f, ROLE_LABEL) == 0 || f->options->layout == PRG_LAYOUT_TRANSPOSED;
  set_values(f, transposed || out->period_column == SIZE_MAX);
  if (count_role(f, ROLE_VALUE) == 0 && !take_broken_figures(f))
    return prg_table_fail(f->frame->table, f->frame->header, 0, PRG_TEXT_NO_FIGURES, NULL,
                          f->error);
  for (size_t c = 0; c < f->frame->width && f->options->layout == PRG_LAYOUT_TRANSPOSED; c++)
    if (out->role[c] == ROLE_LABEL)
      out->role[c] = ROLE_LEFT_OUT;
  status = merged_find(out, f->frame, f->error);
  if (status == PRG_OK && f->options->layout != PRG_LAYOUT_TRANSPOSED)
    status = resolve_repeats(f);
  out->kind = count_role(f, ROLE_LABEL) > 0 ? PRG_LAYOUT_LONG : PRG_LAYOUT_TRANSPOSED;
  return status;
}

/* Periods told only by their look and several columns of figures beside names: anybody's guess. */
static prg_status refuse_guess(const finder *f) {
  const frame_layout *out = f->out;
  if (out->kind != PRG_LAYOUT_LONG || out->n_value == 1 || f->period_is_named ||
      out->period_column == SIZE_MAX)
    return PRG_OK;
  return prg_table_fail(
      f->frame->table, f->frame->header, out->period_column, PRG_TEXT_LAYOUT_UNCLEAR,
      PRG_ARGS(prg_string(prg_frame_header(f->frame, out->period_column))), f->error);
}

/* --- the texts of the header --- */

/* How the text of that row differs among the columns of figures. */
static heading_role find_heading_role(const frame_layout *out, size_t part) {
  const char *first = NULL;
  heading_role role = HEADING_NONE;
  for (size_t c = 0; c < out->width; c++) {
    if (out->role[c] != ROLE_VALUE)
      continue;
    const char *text = headings_text(&out->head, c, part);
    if (first != NULL && strcmp(first, text) != 0)
      return HEADING_NAME;
    first = text;
    role = *text == '\0' ? HEADING_NONE : HEADING_MEMBER;
  }
  return role;
}

/* The header names the only column of a transposed frame, and a series without other name. */
static void set_heading_roles(frame_layout *out) {
  bool named = out->kind == PRG_LAYOUT_LONG || out->n_label > 0;
  for (size_t part = out->head.n_text; part-- > 0;) {
    bool needed = out->kind != PRG_LAYOUT_LONG || out->n_value > 1;
    heading_role role = needed ? find_heading_role(out, part) : HEADING_NONE;
    out->heading[part] = role == HEADING_MEMBER && !named ? HEADING_NAME : role;
    named = named || role != HEADING_NONE;
  }
}

prg_status layout_find(frame_layout *out, const prg_frame *frame, char decimal,
                       const prg_read_options *options, prg_error *error) {
  *out = (frame_layout){.width = frame->width,
                        .part_column = SIZE_MAX,
                        .status_column = SIZE_MAX,
                        .part = PRG_FREQUENCY_COUNT};
  out->role = calloc(frame->width, sizeof *out->role);
  out->heading = calloc(frame->n_header, sizeof *out->heading);
  prg_status status = headings_find(&out->head, frame, error);
  finder f = {.out = out, .frame = frame, .options = options, .error = error};
  f.profile = columns_profile(frame, decimal);
  if (out->role == NULL || out->heading == NULL || f.profile == NULL)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK)
    status = apply_options(&f);
  if (status == PRG_OK)
    status = looks_wide(&f) ? set_wide(&f) : set_rows(&f);
  if (status == PRG_OK) {
    out->n_label = count_role(&f, ROLE_LABEL);
    out->n_value = count_role(&f, ROLE_VALUE);
    set_heading_roles(out);
    status = refuse_guess(&f);
  }
  free(f.profile);
  return status;
}

bool layout_is_key(const frame_layout *found, size_t column) {
  column_role role = found->role[column];
  return role == ROLE_LABEL || role == ROLE_PERIOD || role == ROLE_PART;
}

void layout_clear(frame_layout *out) {
  merged_clear(out);
  free(out->role);
  free(out->heading);
  headings_clear(&out->head);
  *out = (frame_layout){0};
}
