#include <prognos/target_file.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/gregorian.h"
#include "plan/target/target_rows.h"
#include "table/fold.h"

static const double year_end = 12;
static const target_limits count_limits = {0, PRG_PART_YEAR_COUNT_MAX, true},
                           of_limits = {1, PRG_PART_YEAR_COUNT_MAX, true},
                           percent_limits = {0, 100, false}, mean_limits = {0, 1e9, false};

prg_goal_range prg_goal_range_of(const prg_goal *goal, double last_year) {
  double target = goal->last_year ? last_year : goal->lower;
  switch (goal->relation) {
  case PRG_GOAL_AT_LEAST:
  case PRG_GOAL_ABOVE:
    return (prg_goal_range){target, INFINITY, goal->relation == PRG_GOAL_ABOVE, false};
  case PRG_GOAL_AT_MOST:
  case PRG_GOAL_BELOW:
    return (prg_goal_range){-INFINITY, target, false, goal->relation == PRG_GOAL_BELOW};
  case PRG_GOAL_WITHIN:
    break;
  }
  return (prg_goal_range){goal->lower, goal->upper, false, false};
}

bool prg_span_through(const char *text, size_t n, prg_span *span) {
  prg_period period;
  if (!prg_period_parse(text, n, &period))
    return false;
  if (period.frequency == PRG_DAY) {
    prg_date date = prg_date_from_days(period.ordinal);
    span->year = date.year;
    span->to = date.month - 1 + (double)date.day / prg_date_days_in_month(date.year, date.month);
  } else if (!target_span_of(period, span)) {
    return false;
  }
  span->from = 0;
  return true;
}

static void clear_indicator(prg_indicator *indicator) {
  free(indicator->id);
  free(indicator->name);
  free(indicator->unit);
  free(indicator->follow_up);
  free(indicator->assessment);
  for (size_t g = 0; g < indicator->n_group; g++)
    free(indicator->group[g]);
  free(indicator->group);
}

void prg_target_book_clear(prg_target_book *book) {
  for (size_t i = 0; i < book->n; i++)
    clear_indicator(&book->indicator[i]);
  for (size_t i = 0; i < book->n_outcome; i++)
    free(book->outcome[i].group);
  free(book->indicator);
  free(book->outcome);
  free(book->row_error);
  prg_left_out_clear(&book->left_out);
  *book = (prg_target_book){0};
}

/* Room for one more; the array, moved if need be, or NULL. */
static void *grown(void *array, size_t n, size_t *capacity, size_t size) {
  if (n < *capacity)
    return array;
  size_t wanted = *capacity == 0 ? 16 : 2 * *capacity;
  void *moved = realloc(array, wanted * size);
  *capacity = moved == NULL ? *capacity : wanted;
  return moved;
}

/* A row that cannot be used is kept as an error; anything worse ends the reading. */
static prg_status keep_error(prg_target_book *book, const prg_error *row, prg_error *error) {
  if (row->status != PRG_EINPUT) {
    *error = *row;
    return row->status;
  }
  if (book->row_error == NULL)
    book->row_error = calloc(PRG_TARGET_ERRORS, sizeof *book->row_error);
  if (book->row_error == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (book->n_row_error < PRG_TARGET_ERRORS)
    book->row_error[book->n_row_error++] = *row;
  book->n_malformed++;
  return PRG_OK;
}

/* What one outcome row says. */
static prg_status add_outcome(prg_target_book *book, const prg_outcome *outcome, prg_error *error) {
  prg_outcome *moved =
      grown(book->outcome, book->n_outcome, &book->outcome_capacity, sizeof *moved);
  if (moved == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  book->outcome = moved;
  char *group = strdup(outcome->group);
  if (group == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  moved[book->n_outcome] = *outcome;
  moved[book->n_outcome++].group = group;
  return PRG_OK;
}

/* A share is hits of a denominator, or per cent alone. */
static prg_status read_share(const target_rows *rows, size_t i, const target_column column[2],
                             prg_outcome *out, prg_error *error) {
  prg_status status = target_figure(rows, i, column[1], &of_limits, &out->of, error);
  if (status != PRG_OK)
    return status;
  const target_limits hits = {0, out->of, true};
  bool has_of = !isnan(out->of);
  status = target_figure(rows, i, column[0], has_of ? &hits : &percent_limits, &out->value, error);
  out->value = has_of ? out->value : out->value / 100;
  return status;
}

/* The figure in column[0], of the denominator in column[1]. */
static prg_status read_value(const target_rows *rows, size_t i, prg_indicator_kind kind,
                             const target_column column[2], prg_outcome *out, prg_error *error) {
  out->of = NAN;
  out->line = rows->table.line[rows->frame.row[i]];
  out->column = target_rows_has(rows, column[0]) ? rows->place[column[0]] + 1 : 0;
  switch (kind) {
  case PRG_INDICATOR_SHARE:
    return read_share(rows, i, column, out, error);
  case PRG_INDICATOR_COUNT:
    return target_figure(rows, i, column[0], &count_limits, &out->value, error);
  case PRG_INDICATOR_INDEX:
  case PRG_INDICATOR_WAIT:
    return target_figure(rows, i, column[0], &mean_limits, &out->value, error);
  default:
    return target_cell_fail(rows, i, column[0], PRG_TEXT_TARGET_TEXT_HAS_FIGURES, NULL, error);
  }
}

static prg_status read_spread(const target_rows *rows, size_t i, prg_outcome *out,
                              prg_error *error) {
  prg_status status = target_figure(rows, i, COLUMN_SPREAD, &mean_limits, &out->spread, error);
  return status == PRG_OK ? target_figure(rows, i, COLUMN_N, &of_limits, &out->n, error) : status;
}

/* ---- indicators ---- */

/* Where the kind is not said, it must be plain: nobody can tell 81 visits from an index of 81. */
static prg_status find_kind(const target_rows *rows, size_t i, prg_indicator *out,
                            prg_error *error) {
  out->kind = out->has_goal ? PRG_INDICATOR_SHARE : PRG_INDICATOR_TEXT;
  if (!out->has_goal || !target_cell_is_blank(rows, i, COLUMN_OF) ||
      target_kind_of_unit(out->unit, &out->kind))
    return PRG_OK;
  return target_cell_fail(rows, i, COLUMN_UNIT, PRG_TEXT_TARGET_KIND_NEEDED,
                          PRG_ARGS(prg_string(out->unit)), error);
}

static prg_status read_kind(const target_rows *rows, size_t i, prg_indicator *out,
                            prg_error *error) {
  char *kind;
  out->has_goal = !target_cell_is_blank(rows, i, COLUMN_DIRECTION) ||
                  !target_cell_is_blank(rows, i, COLUMN_TARGET);
  if (target_cell_is_blank(rows, i, COLUMN_KIND))
    return find_kind(rows, i, out, error);
  prg_status status = target_cell_copy(rows, i, COLUMN_KIND, &kind, error);
  if (status != PRG_OK)
    return status;
  bool found = target_kind_find(kind, &out->kind);
  free(kind);
  if (!found)
    return target_cell_refuse(rows, i, COLUMN_KIND, PRG_TEXT_TARGET_KIND_UNKNOWN, error);
  if (out->kind == PRG_INDICATOR_TEXT && out->has_goal)
    return target_cell_fail(rows, i, COLUMN_TARGET, PRG_TEXT_TARGET_TEXT_HAS_FIGURES, NULL, error);
  return PRG_OK;
}

static prg_status read_goal(const target_rows *rows, size_t i, prg_indicator *out,
                            prg_error *error) {
  char *direction = NULL, *target = NULL;
  target_column wrong;
  prg_status status = target_cell_copy(rows, i, COLUMN_DIRECTION, &direction, error);
  if (status == PRG_OK)
    status = target_cell_copy(rows, i, COLUMN_TARGET, &target, error);
  if (status == PRG_OK) {
    prg_text text = target_goal_read(direction, target, rows->decimal,
                                     out->kind == PRG_INDICATOR_SHARE, &out->goal, &wrong);
    if (text != PRG_TEXT_NONE)
      status = target_cell_refuse(rows, i, wrong, text, error);
  }
  free(direction);
  free(target);
  return status;
}

static prg_status add_group(prg_indicator *out, const char *name, size_t n, prg_error *error) {
  char **moved = realloc(out->group, (out->n_group + 1) * sizeof *moved);
  if (moved == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  out->group = moved;
  moved[out->n_group] = strndup(name, n);
  if (moved[out->n_group] == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  out->n_group++;
  return PRG_OK;
}

static bool find_group(const prg_indicator *indicator, const char *name, size_t n, size_t *group) {
  for (*group = 0; *group < indicator->n_group; (*group)++)
    if (fold_same(indicator->group[*group], strlen(indicator->group[*group]), name, n))
      return true;
  return false;
}

/* "män, kvinnor, flickor, pojkar". */
static prg_status read_groups(const target_rows *rows, size_t i, prg_indicator *out,
                              prg_error *error) {
  size_t n, same;
  const char *text = target_cell(rows, i, COLUMN_GROUPS, &n), *end = text + n;
  prg_status status = PRG_OK;
  while (text < end && status == PRG_OK) {
    const char *comma = memchr(text, ',', (size_t)(end - text));
    const char *name = text, *stop = comma == NULL ? end : comma;
    size_t length = (size_t)(stop - name);
    trim_blanks(&name, &length);
    if (length == 0 || find_group(out, name, length, &same))
      return target_cell_refuse(rows, i, COLUMN_GROUPS, PRG_TEXT_TARGET_GROUPS_WRONG, error);
    status = add_group(out, name, length, error);
    text = comma == NULL ? end : comma + 1;
  }
  return status;
}

static prg_status read_through(const target_rows *rows, size_t i,
                               const prg_target_read_options *options, prg_indicator *out,
                               prg_error *error) {
  size_t n;
  const char *text = target_cell(rows, i, COLUMN_THROUGH, &n);
  out->through_stated = n > 0;
  out->has_through = out->through_stated || options->has_through;
  out->through = options->through;
  if (n > 0 && !prg_span_through(text, n, &out->through))
    return target_cell_refuse(rows, i, COLUMN_THROUGH, PRG_TEXT_TARGET_THROUGH_WRONG, error);
  return PRG_OK;
}

static prg_status read_frequency(const target_rows *rows, size_t i, prg_indicator *out,
                                 prg_error *error) {
  char *text;
  if (target_cell_is_blank(rows, i, COLUMN_FREQUENCY))
    return PRG_OK;
  prg_status status = target_cell_copy(rows, i, COLUMN_FREQUENCY, &text, error);
  if (status != PRG_OK)
    return status;
  out->frequency = target_frequency_find(text, &out->once_a_year);
  free(text);
  if (out->frequency == PRG_TEXT_NONE)
    return target_cell_refuse(rows, i, COLUMN_FREQUENCY, PRG_TEXT_TARGET_FREQUENCY_WRONG, error);
  return PRG_OK;
}

static prg_status read_words(const target_rows *rows, size_t i, prg_indicator *out,
                             prg_error *error) {
  bool has_id = !target_cell_is_blank(rows, i, COLUMN_ID);
  bool has_name = !target_cell_is_blank(rows, i, COLUMN_NAME);
  if (!has_id && !has_name)
    return target_cell_fail(rows, i, COLUMN_NAME, PRG_TEXT_TARGET_NO_NAME, NULL, error);
  const struct {
    target_column column;
    char **copy;
  } words[] = {{has_id ? COLUMN_ID : COLUMN_NAME, &out->id},
               {has_name ? COLUMN_NAME : COLUMN_ID, &out->name},
               {COLUMN_UNIT, &out->unit},
               {COLUMN_FOLLOW_UP, &out->follow_up},
               {COLUMN_ASSESSMENT, &out->assessment}};
  prg_status status = PRG_OK;
  for (size_t k = 0; k < sizeof words / sizeof *words && status == PRG_OK; k++)
    status = target_cell_copy(rows, i, words[k].column, words[k].copy, error);
  return status;
}

/* By id, or by name if `names` count too. */
static bool find_indicator(const prg_target_book *book, const char *text, size_t n, bool names,
                           size_t *found) {
  for (*found = 0; *found < book->n; (*found)++) {
    const prg_indicator *one = &book->indicator[*found];
    if (fold_same(one->id, strlen(one->id), text, n) ||
        (names && fold_same(one->name, strlen(one->name), text, n)))
      return true;
  }
  return false;
}

static prg_status check_new(const prg_target_book *book, const target_rows *rows, size_t i,
                            const prg_indicator *out, prg_error *error) {
  size_t other;
  if (!find_indicator(book, out->id, strlen(out->id), false, &other))
    return PRG_OK;
  target_column column = target_cell_is_blank(rows, i, COLUMN_ID) ? COLUMN_NAME : COLUMN_ID;
  return target_cell_fail(
      rows, i, column, PRG_TEXT_TARGET_TWICE,
      PRG_ARGS(prg_string(out->id), prg_integer((long long)book->indicator[other].line)), error);
}

static prg_status read_indicator(const prg_target_book *book, const target_rows *rows, size_t i,
                                 const prg_target_read_options *options, prg_indicator *out,
                                 prg_error *error) {
  *out = (prg_indicator){.line = rows->table.line[rows->frame.row[i]], .of_year = NAN};
  prg_status status = read_words(rows, i, out, error);
  if (status == PRG_OK)
    status = check_new(book, rows, i, out, error);
  if (status == PRG_OK)
    status = read_kind(rows, i, out, error);
  if (status == PRG_OK && out->has_goal)
    status = read_goal(rows, i, out, error);
  if (status == PRG_OK)
    status = read_groups(rows, i, out, error);
  if (status == PRG_OK)
    status = read_through(rows, i, options, out, error);
  if (status == PRG_OK)
    status = read_frequency(rows, i, out, error);
  return status == PRG_OK ? target_figure(rows, i, COLUMN_OF_YEAR, &of_limits, &out->of_year, error)
                          : status;
}

/* Figures that stand in the indicator's own row: this year's part, and last year. */
static prg_status read_own_outcomes(const target_rows *rows, size_t i, const prg_indicator *of,
                                    prg_outcome own[2], prg_error *error) {
  static const target_column column[2][2] = {{COLUMN_VALUE, COLUMN_OF},
                                             {COLUMN_LAST, COLUMN_LAST_OF}};
  for (int k = 0; k < 2; k++) {
    own[k] = (prg_outcome){.group = "", .value = NAN, .of = NAN, .spread = NAN, .n = NAN};
    if (target_cell_is_blank(rows, i, column[k][0]))
      continue;
    prg_status status = read_value(rows, i, of->kind, column[k], &own[k], error);
    if (status == PRG_OK && k == 0)
      status = read_spread(rows, i, &own[k], error);
    if (status != PRG_OK)
      return status;
    if (!isnan(own[k].value) && !of->has_through)
      return target_cell_fail(rows, i, COLUMN_THROUGH, PRG_TEXT_TARGET_NO_THROUGH, NULL, error);
    if (!isnan(own[k].value) && of->n_group > 0)
      return target_cell_fail(rows, i, column[k][0], PRG_TEXT_TARGET_GROUPS_ELSEWHERE, NULL, error);
    own[k].span = k == 0 ? of->through : (prg_span){of->through.year - 1, 0, year_end};
  }
  return PRG_OK;
}

static prg_status add_indicator(prg_target_book *book, prg_indicator *indicator,
                                const prg_outcome own[2], prg_error *error) {
  prg_indicator *moved = grown(book->indicator, book->n, &book->capacity, sizeof *moved);
  if (moved == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  book->indicator = moved;
  moved[book->n++] = *indicator;
  *indicator = (prg_indicator){0};
  prg_status status = PRG_OK;
  for (int k = 0; k < 2 && status == PRG_OK; k++) {
    prg_outcome outcome = own[k];
    outcome.indicator = book->n - 1;
    if (!isnan(outcome.value))
      status = add_outcome(book, &outcome, error);
  }
  return status;
}

prg_status prg_target_indicators_read(prg_target_book *book, const char *file, const char *bytes,
                                      size_t n, const prg_target_read_options *options,
                                      prg_error *error) {
  target_rows rows;
  prg_status status =
      target_rows_open(&rows, file, bytes, n, &options->dialect, &book->left_out, error);
  if (status == PRG_OK && !target_rows_has(&rows, COLUMN_ID) &&
      !target_rows_has(&rows, COLUMN_NAME))
    status = prg_fail_at(error, file, rows.table.line[rows.frame.header], 0,
                         PRG_TEXT_TARGET_NO_NAME_COLUMN, NULL);
  snprintf(book->file, sizeof book->file, "%s", file);
  for (size_t i = 0; status == PRG_OK && i < rows.frame.n; i++) {
    prg_indicator indicator;
    prg_outcome own[2];
    prg_error row;
    prg_error_clear(&row);
    status = read_indicator(book, &rows, i, options, &indicator, &row);
    if (status == PRG_OK)
      status = read_own_outcomes(&rows, i, &indicator, own, &row);
    if (status == PRG_OK)
      status = add_indicator(book, &indicator, own, &row);
    if (status != PRG_OK)
      status = keep_error(book, &row, error);
    clear_indicator(&indicator);
  }
  target_rows_clear(&rows);
  return status;
}

/* ---- outcomes ---- */

/* År, with Månad (that month alone), Till och med (from January) or neither (the whole year). */
static bool read_year_span(const target_rows *rows, size_t i, prg_span *span) {
  size_t n_year, n_part;
  bool cumulative = target_cell_is_blank(rows, i, COLUMN_MONTH);
  const char *year = target_cell(rows, i, COLUMN_YEAR, &n_year);
  const char *part = target_cell(rows, i, cumulative ? COLUMN_THROUGH : COLUMN_MONTH, &n_part);
  prg_period period;
  bool found = n_part == 0 ? prg_period_parse(year, n_year, &period)
                           : prg_period_parse_parts(year, n_year, part, n_part, PRG_MONTH, &period);
  if (found && target_span_of(period, span)) {
    span->from = cumulative ? 0 : span->from;
    return true;
  }
  prg_span whole;
  return cumulative && prg_span_through(part, n_part, span) &&
         prg_span_through(year, n_year, &whole) && whole.year == span->year;
}

static prg_status read_span(const target_rows *rows, size_t i, prg_span *span, prg_error *error) {
  size_t n;
  prg_period period;
  if (!target_cell_is_blank(rows, i, COLUMN_PERIOD)) {
    const char *text = target_cell(rows, i, COLUMN_PERIOD, &n);
    if (prg_period_parse(text, n, &period) && target_span_of(period, span))
      return PRG_OK;
    return target_cell_refuse(rows, i, COLUMN_PERIOD, PRG_TEXT_TARGET_PERIOD_WRONG, error);
  }
  if (target_rows_has(rows, COLUMN_YEAR)) {
    target_column shown =
        target_cell_is_blank(rows, i, COLUMN_MONTH) ? COLUMN_THROUGH : COLUMN_MONTH;
    if (target_cell_is_blank(rows, i, shown))
      shown = COLUMN_YEAR;
    return read_year_span(rows, i, span)
               ? PRG_OK
               : target_cell_refuse(rows, i, shown, PRG_TEXT_TARGET_PERIOD_WRONG, error);
  }
  const char *text = target_cell(rows, i, COLUMN_THROUGH, &n);
  return prg_span_through(text, n, span)
             ? PRG_OK
             : target_cell_refuse(rows, i, COLUMN_THROUGH, PRG_TEXT_TARGET_THROUGH_WRONG, error);
}

static prg_status read_owner(const prg_target_book *book, const target_rows *rows, size_t i,
                             prg_outcome *out, prg_error *error) {
  size_t n, group;
  target_column column = target_cell_is_blank(rows, i, COLUMN_ID) ? COLUMN_NAME : COLUMN_ID;
  const char *text = target_cell(rows, i, column, &n);
  if (!find_indicator(book, text, n, true, &out->indicator))
    return target_cell_refuse(rows, i, column, PRG_TEXT_TARGET_UNKNOWN, error);
  const prg_indicator *owner = &book->indicator[out->indicator];
  text = target_cell(rows, i, COLUMN_GROUP, &n);
  out->group = "";
  if (n == 0 && owner->n_group == 0)
    return PRG_OK;
  if (!find_group(owner, text, n, &group))
    return target_cell_fail(rows, i, COLUMN_GROUP, PRG_TEXT_TARGET_GROUP_UNKNOWN,
                            PRG_ARGS(prg_string_n(text, n), prg_string(owner->name)), error);
  out->group = owner->group[group];
  return PRG_OK;
}

static bool same_span(const prg_span *a, const prg_span *b) {
  return a->year == b->year && a->from == b->from && a->to == b->to;
}

static prg_status check_outcome_new(const prg_target_book *book, const target_rows *rows, size_t i,
                                    const prg_outcome *out, prg_error *error) {
  for (size_t k = 0; k < book->n_outcome; k++) {
    const prg_outcome *other = &book->outcome[k];
    if (other->indicator == out->indicator && same_span(&other->span, &out->span) &&
        strcmp(other->group, out->group) == 0)
      return target_cell_fail(rows, i, COLUMN_VALUE, PRG_TEXT_TARGET_OUTCOME_TWICE,
                              PRG_ARGS(prg_integer((long long)other->line)), error);
  }
  return PRG_OK;
}

static prg_status read_outcome(prg_target_book *book, const target_rows *rows, size_t i,
                               prg_error *error) {
  static const target_column column[2] = {COLUMN_VALUE, COLUMN_OF};
  prg_outcome out = {0};
  prg_status status = read_owner(book, rows, i, &out, error);
  if (status == PRG_OK)
    status = read_span(rows, i, &out.span, error);
  if (status == PRG_OK)
    status = read_value(rows, i, book->indicator[out.indicator].kind, column, &out, error);
  if (status == PRG_OK)
    status = read_spread(rows, i, &out, error);
  if (status == PRG_OK)
    status = check_outcome_new(book, rows, i, &out, error);
  return status == PRG_OK ? add_outcome(book, &out, error) : status;
}

static prg_status check_outcome_columns(const target_rows *rows, prg_error *error) {
  bool has_owner = target_rows_has(rows, COLUMN_ID) || target_rows_has(rows, COLUMN_NAME);
  bool has_time = target_rows_has(rows, COLUMN_YEAR) || target_rows_has(rows, COLUMN_PERIOD) ||
                  target_rows_has(rows, COLUMN_THROUGH);
  if (has_owner && has_time && target_rows_has(rows, COLUMN_VALUE))
    return PRG_OK;
  return prg_fail_at(error, rows->table.file, rows->table.line[rows->frame.header], 0,
                     PRG_TEXT_TARGET_OUTCOME_COLUMNS, NULL);
}

prg_status prg_target_outcomes_read(prg_target_book *book, const char *file, const char *bytes,
                                    size_t n, const prg_target_read_options *options,
                                    prg_error *error) {
  target_rows rows;
  prg_status status =
      target_rows_open(&rows, file, bytes, n, &options->dialect, &book->left_out, error);
  if (status == PRG_OK)
    status = check_outcome_columns(&rows, error);
  for (size_t i = 0; status == PRG_OK && i < rows.frame.n; i++) {
    prg_error row;
    prg_error_clear(&row);
    status = read_outcome(book, &rows, i, &row);
    if (status != PRG_OK)
      status = keep_error(book, &row, error);
  }
  target_rows_clear(&rows);
  return status;
}
