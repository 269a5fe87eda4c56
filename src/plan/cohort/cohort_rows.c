#include "plan/cohort/cohort_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/fold.h"

static const cohort_span none = {0, -1};

static const prg_cohort_group school_stages[] = {
    {"Lågstadiet", 0, 3}, {"Mellanstadiet", 4, 6}, {"Högstadiet", 7, 9}};
static const prg_cohort_group age_stages[] = {
    {"1–5 år", 1, 5}, {"6–15 år", 6, 15}, {"16–19 år", 16, 19}};

static prg_status fail_group(const char *text, size_t n, prg_error *error) {
  return prg_fail(error, PRG_TEXT_COHORT_GROUP, PRG_ARGS(prg_string_n(text, n)));
}

/* "Låg:1-3" */
static prg_status read_group(const char *text, size_t n, prg_cohort_group *group,
                             prg_error *error) {
  const char *colon = memchr(text, ':', n);
  size_t n_name = colon != NULL ? (size_t)(colon - text) : 0;
  if (n_name == 0 || n_name >= sizeof group->name)
    return fail_group(text, n, error);
  const char *from = colon + 1, *dash = memchr(from, '-', n - n_name - 1);
  size_t n_from = dash != NULL ? (size_t)(dash - from) : n - n_name - 1;
  prg_grade first, last;
  if (!prg_grade_parse(from, n_from, &first))
    return fail_group(text, n, error);
  last = first;
  if (dash != NULL && !prg_grade_parse(dash + 1, (size_t)(text + n - dash - 1), &last))
    return fail_group(text, n, error);
  if (first.number > last.number)
    return fail_group(text, n, error);
  memcpy(group->name, text, n_name);
  group->name[n_name] = '\0';
  group->first = first.number;
  group->last = last.number;
  return PRG_OK;
}

prg_status prg_cohort_groups_read(const char *text, prg_cohort_group *group, size_t *n,
                                  prg_error *error) {
  for (*n = 0; *n < PRG_COHORT_GROUPS_MAX;) {
    size_t length = strcspn(text, ",");
    prg_status status = read_group(text, length, &group[*n], error);
    if (status != PRG_OK)
      return status;
    ++*n;
    if (text[length] == '\0')
      return PRG_OK;
    text += length + 1;
  }
  return prg_fail(error, PRG_TEXT_COHORT_GROUPS_MANY, PRG_ARGS(prg_integer(PRG_COHORT_GROUPS_MAX)));
}

static int last_grade(const prg_cohort_unit *unit) {
  return unit->first + (int)unit->table.n_grade - 1;
}

bool cohort_rows_need_entrants(const prg_cohort_unit *unit) {
  return unit->kind != PRG_GRADE_AGE && unit->first == 1;
}

static void add_grade(const prg_cohort_unit *unit, int number, bool shift, cohort_row *row) {
  char label[PRG_GRADE_BYTES];
  *row = (cohort_row){.kind = PRG_COHORT_GRADE, .before = {number, number}};
  row->after = shift ? (cohort_span){number - 1, number - 1} : row->before;
  strcpy(row->label, prg_grade_print((prg_grade){unit->kind, number, false}, label));
}

/* A group of which the unit has at least two grades, or all there are. */
static bool add_group(const prg_cohort_unit *unit, const prg_cohort_group *group, bool shift,
                      cohort_row *row) {
  int first = group->first > unit->first ? group->first : unit->first;
  int last = group->last < last_grade(unit) ? group->last : last_grade(unit);
  if (first > last || (first == last && group->first != group->last))
    return false;
  *row = (cohort_row){.kind = PRG_COHORT_GROUP, .before = {first, last}, .after = {first, last}};
  if (shift && first == 1 && cohort_rows_need_entrants(unit))
    row->after.from = 0;
  strcpy(row->label, group->name);
  return true;
}

static size_t stages_of(const prg_cohort_unit *unit, const prg_cohort_plan_options *options,
                        const prg_cohort_group **stages) {
  *stages = options->group;
  if (options->n_group > 0)
    return options->n_group;
  *stages = unit->kind == PRG_GRADE_AGE ? age_stages : school_stages;
  return unit->kind == PRG_GRADE_BARE ? 0 : 3;
}

/* One group that is all there is says no more than the total. */
static bool is_everything(const prg_cohort_unit *unit, const cohort_row *row) {
  return row->before.from == unit->first && row->before.to == last_grade(unit);
}

size_t cohort_rows_make(const prg_cohort_unit *unit, const prg_cohort_plan_options *options,
                        bool shift, cohort_row *row) {
  size_t n = 0;
  const prg_cohort_group *stages;
  for (int k = unit->first; k <= last_grade(unit) + (shift ? 1 : 0); k++)
    add_grade(unit, k, shift, &row[n++]);
  row[n - 1].before = shift ? none : row[n - 1].before;
  if (shift && !cohort_rows_need_entrants(unit))
    row[0].after = none;
  size_t n_stages = stages_of(unit, options, &stages);
  for (size_t i = 0; i < n_stages; i++)
    if (add_group(unit, &stages[i], shift, &row[n]) && !is_everything(unit, &row[n]))
      n++;
  bool more = shift && cohort_rows_need_entrants(unit);
  row[n] = (cohort_row){.kind = PRG_COHORT_TOTAL,
                        .before = {unit->first, last_grade(unit)},
                        .after = {unit->first - (more ? 1 : 0), last_grade(unit)}};
  snprintf(row[n].label, sizeof row[n].label, "%s",
           prg_text_get(PRG_TEXT_COHORT_TOTAL_ROW, options->language));
  return n + 1;
}

cohort_span cohort_row_span(const prg_cohort_plan *plan, const cohort_row *row, size_t h) {
  int year = prg_cohort_unit_origin(plan->unit).ordinal + (int)h;
  return plan->shift_year > 0 && year >= plan->shift_year ? row->after : row->before;
}

const char *prg_cohort_plan_label(const prg_cohort_plan *plan, size_t r) {
  return plan->row[r].label;
}
