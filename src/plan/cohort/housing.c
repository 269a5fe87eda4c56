#include <prognos/housing.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "series/listing.h"
#include "table/fold.h"

static const double most_persons = 1e8; /* more is a slip of the pen */

enum { YEAR, AREA, DWELLINGS, PER_DWELLING, GRADE, COLUMNS };

static const listing_column columns[COLUMNS] = {
    [YEAR] = {(const char *const[]){"år", "year", NULL}, true},
    [AREA] = {(const char *const[]){"område", "area", "skola", "school", NULL}, false},
    [DWELLINGS] = {(const char *const[]){"bostäder", "dwellings", "lägenheter", NULL}, true},
    [PER_DWELLING] = {(const char *const[]){"barn per bostad", "children per dwelling",
                                            "personer per bostad", NULL},
                      true},
    [GRADE] = {(const char *const[]){"årskurs", "grade", "ålder", "age", NULL}, false},
};

static prg_status read_amount(const listing *list, size_t column, double *amount,
                              prg_error *error) {
  return listing_figure(list, column, amount) && *amount >= 0
             ? PRG_OK
             : listing_refuse(list, column, PRG_TEXT_HOUSING_NUMBER, error);
}

static prg_status read_year(const listing *list, int *year, prg_error *error) {
  size_t n;
  const char *text = listing_cell(list, YEAR, &n);
  prg_period period;
  bool is_year = prg_period_parse(text, n, &period) &&
                 (period.frequency == PRG_YEAR || period.frequency == PRG_SCHOOL_YEAR);
  if (!is_year)
    return listing_refuse(list, YEAR, PRG_TEXT_HOUSING_YEAR, error);
  *year = period.ordinal;
  return PRG_OK;
}

static prg_status read_row(const listing *list, prg_housing_row *row, prg_error *error) {
  double dwellings = 0, each = 0;
  size_t n;
  const char *area = listing_cell(list, AREA, &n);
  row->line = listing_line(list);
  row->area = strndup(area, n);
  if (row->area == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = read_year(list, &row->year, error);
  if (status == PRG_OK)
    status = read_amount(list, DWELLINGS, &dwellings, error);
  if (status == PRG_OK)
    status = read_amount(list, PER_DWELLING, &each, error);
  row->persons = dwellings * each;
  row->has_grade = listing_has(list, GRADE);
  if (status == PRG_OK && row->persons > most_persons)
    status = listing_refuse(list, DWELLINGS, PRG_TEXT_HOUSING_NUMBER, error);
  if (status != PRG_OK || !row->has_grade)
    return status;
  const char *grade = listing_cell(list, GRADE, &n);
  return prg_grade_parse(grade, n, &row->grade)
             ? PRG_OK
             : listing_refuse(list, GRADE, PRG_TEXT_HOUSING_GRADE, error);
}

prg_status prg_housing_read(const char *file, const char *bytes, size_t n, prg_housing *out,
                            prg_error *error) {
  listing list;
  *out = (prg_housing){0};
  prg_status status = listing_read(&list, file, bytes, n, columns, COLUMNS, error);
  if (status == PRG_OK) {
    out->file = strdup(file);
    out->row = calloc(list.table.n_rows + 1, sizeof *out->row);
    if (out->file == NULL || out->row == NULL)
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  while (status == PRG_OK && listing_next(&list))
    status = read_row(&list, &out->row[out->n++], error);
  listing_clear(&list);
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
