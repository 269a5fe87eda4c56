#include <prognos/housing.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/cell.h>
#include <prognos/decimal.h>
#include <prognos/frame.h>

#include "table/fold.h"

enum { YEAR, AREA, DWELLINGS, PER_DWELLING, GRADE, COLUMNS };

#define HEADINGS 5

static const double most_persons = 1e8; /* more is a slip of the pen */

/* What a column may be called; the first is what errors call it. */
static const char *const headings[COLUMNS][HEADINGS] = {
    [YEAR] = {"år", "year", NULL},
    [AREA] = {"område", "area", "skola", "school", NULL},
    [DWELLINGS] = {"bostäder", "dwellings", "lägenheter", NULL},
    [PER_DWELLING] = {"barn per bostad", "children per dwelling", "personer per bostad", NULL},
    [GRADE] = {"årskurs", "grade", "ålder", "age", NULL},
};

/* One reading of a plan. */
typedef struct plan_reading {
  prg_frame frame;
  char decimal;
  bool has[COLUMNS];
  size_t column[COLUMNS];
} plan_reading;

static bool find_column(plan_reading *reading, size_t k) {
  for (size_t i = 0; headings[k][i] != NULL; i++)
    if (prg_frame_column(&reading->frame, headings[k][i], &reading->column[k]))
      return true;
  return false;
}

static prg_status find_columns(plan_reading *reading, prg_error *error) {
  for (size_t k = 0; k < COLUMNS; k++) {
    reading->has[k] = find_column(reading, k);
    if (!reading->has[k] && k != AREA && k != GRADE)
      return prg_table_fail(reading->frame.table, reading->frame.header, 0, PRG_TEXT_HOUSING_COLUMN,
                            PRG_ARGS(prg_string(headings[k][0]), prg_string(headings[k][1])),
                            error);
  }
  return PRG_OK;
}

static prg_status fail_cell(const plan_reading *reading, size_t i, size_t k, prg_text text,
                            prg_error *error) {
  return prg_table_fail(
      reading->frame.table, reading->frame.row[i], reading->column[k], text,
      PRG_ARGS(prg_string(prg_frame_cell(&reading->frame, i, reading->column[k]))), error);
}

static prg_status read_amount(const plan_reading *reading, size_t i, size_t k, double *amount,
                              prg_error *error) {
  const char *text = prg_frame_cell(&reading->frame, i, reading->column[k]);
  prg_cell cell = prg_cell_parse(text, strlen(text), reading->decimal);
  if (cell.kind != PRG_CELL_FIGURE || cell.value < 0)
    return fail_cell(reading, i, k, PRG_TEXT_HOUSING_NUMBER, error);
  *amount = cell.value;
  return PRG_OK;
}

static prg_status read_year(const plan_reading *reading, size_t i, int *year, prg_error *error) {
  const char *text = prg_frame_cell(&reading->frame, i, reading->column[YEAR]);
  prg_period period;
  bool is_year = prg_period_parse(text, strlen(text), &period) &&
                 (period.frequency == PRG_YEAR || period.frequency == PRG_SCHOOL_YEAR);
  if (!is_year)
    return fail_cell(reading, i, YEAR, PRG_TEXT_HOUSING_YEAR, error);
  *year = period.ordinal;
  return PRG_OK;
}

static prg_status read_row(const plan_reading *reading, size_t i, prg_housing_row *row,
                           prg_error *error) {
  double dwellings = 0, each = 0;
  const char *area =
      reading->has[AREA] ? prg_frame_cell(&reading->frame, i, reading->column[AREA]) : "";
  row->line = prg_table_line(reading->frame.table, reading->frame.row[i], 0);
  row->area = strdup(area);
  if (row->area == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = read_year(reading, i, &row->year, error);
  if (status == PRG_OK)
    status = read_amount(reading, i, DWELLINGS, &dwellings, error);
  if (status == PRG_OK)
    status = read_amount(reading, i, PER_DWELLING, &each, error);
  row->persons = dwellings * each;
  row->has_grade = reading->has[GRADE];
  if (status == PRG_OK && row->persons > most_persons)
    status = fail_cell(reading, i, DWELLINGS, PRG_TEXT_HOUSING_NUMBER, error);
  if (status != PRG_OK || !row->has_grade)
    return status;
  const char *grade = prg_frame_cell(&reading->frame, i, reading->column[GRADE]);
  return prg_grade_parse(grade, strlen(grade), &row->grade)
             ? PRG_OK
             : fail_cell(reading, i, GRADE, PRG_TEXT_HOUSING_GRADE, error);
}

static prg_status read_rows(const plan_reading *reading, prg_housing *out, prg_error *error) {
  out->row = calloc(reading->frame.n + 1, sizeof *out->row);
  if (out->row == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = PRG_OK;
  for (size_t i = 0; status == PRG_OK && i < reading->frame.n; i++)
    status = read_row(reading, i, &out->row[out->n++], error);
  return status;
}

prg_status prg_housing_read(const char *file, const char *bytes, size_t n, prg_housing *out,
                            prg_error *error) {
  prg_table table = {0};
  plan_reading reading = {0};
  *out = (prg_housing){.file = strdup(file)};
  prg_status status = out->file != NULL ? prg_table_read(&table, file, bytes, n, NULL, error)
                                        : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK)
    status = prg_frame_find(&reading.frame, &table, error);
  if (status == PRG_OK)
    status = prg_decimal_find(&reading.frame, &reading.decimal, error);
  if (status == PRG_OK)
    status = find_columns(&reading, error);
  if (status == PRG_OK)
    status = read_rows(&reading, out, error);
  prg_frame_clear(&reading.frame);
  prg_table_clear(&table);
  return status;
}

void prg_housing_clear(prg_housing *housing) {
  for (size_t i = 0; i < housing->n; i++)
    free(housing->row[i].area);
  free(housing->row);
  free(housing->file);
  *housing = (prg_housing){0};
}

static bool is_of(const prg_housing_row *row, const prg_cohort_unit *unit) {
  return fold_same(row->area, strlen(row->area), unit->name, strlen(unit->name));
}

prg_status prg_housing_check(const prg_housing *housing, const prg_cohort_units *units,
                             prg_error *error) {
  for (size_t i = 0; units->n > 1 && i < housing->n; i++) {
    size_t k = 0;
    while (k < units->n && !is_of(&housing->row[i], &units->unit[k]))
      k++;
    if (k == units->n)
      return prg_fail_at(error, housing->file, housing->row[i].line, 0, PRG_TEXT_HOUSING_AREA,
                         PRG_ARGS(prg_string(housing->row[i].area)));
  }
  return PRG_OK;
}

/* Spreads the persons over the grades as those of the last year are spread, evenly if nobody is. */
static void spread(const prg_cohort_unit *unit, double persons, double *added) {
  const prg_cohort_table *table = &unit->table;
  double all = 0, n = (double)table->n_grade;
  for (size_t g = 0; g < table->n_grade; g++)
    all += table->count[(g + 1) * table->n_year - 1];
  for (size_t g = 0; g < table->n_grade; g++) {
    double here = table->count[(g + 1) * table->n_year - 1];
    added[g] += persons * (all > 0 ? here / all : 1 / n);
  }
}

double prg_housing_add(const prg_housing *housing, const prg_cohort_unit *unit, bool only,
                       size_t horizon, double *added) {
  double sum = 0;
  for (size_t i = 0; i < housing->n; i++) {
    const prg_housing_row *row = &housing->row[i];
    int h = row->year - prg_cohort_unit_origin(unit).ordinal - 1;
    if ((!only && !is_of(row, unit)) || h < 0 || (size_t)h >= horizon)
      continue;
    double *year = added + (size_t)h * unit->table.n_grade;
    int g = row->has_grade ? row->grade.number - unit->first : 0;
    if (g < 0 || (size_t)g >= unit->table.n_grade)
      continue;
    if (row->has_grade)
      year[g] += row->persons;
    else
      spread(unit, row->persons, year);
    sum += row->persons;
  }
  return sum;
}
