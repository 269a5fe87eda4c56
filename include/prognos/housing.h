/*
 * A housing plan: how many dwellings are finished in which year and area, and how many children
 * (or persons) move into each.
 *
 *   year;area;dwellings;children per dwelling        år;område;bostäder;barn per bostad;årskurs
 *
 * A column of grades (or ages) is optional: with it a row tells how many of that grade there are
 * per dwelling, without it they are spread as those who live there already.
 */
#ifndef PROGNOS_HOUSING_H
#define PROGNOS_HOUSING_H

#include <prognos/cohort_unit.h>
#include <prognos/table.h>

PRG_BEGIN_C

typedef struct prg_housing_row {
  char *area; /* owned; "" if the file has no such column */
  int year;
  double persons; /* dwellings × persons per dwelling; >= 0 */
  bool has_grade;
  prg_grade grade; /* if has_grade */
  size_t line;     /* in the file, from 1 */
} prg_housing_row;

typedef struct prg_housing {
  char *file;           /* its name, for errors; owned */
  prg_housing_row *row; /* shape (n); owned */
  size_t n;
} prg_housing;

/*
 * Reads the plan; `file` is for errors. PRG_EINPUT with file, line and column for a column that is
 * missing and for a cell that is no year, no number >= 0, or no grade. prg_housing_clear it after
 * use, whatever was returned.
 */
prg_status prg_housing_read(const char *file, const char *bytes, size_t n, prg_housing *out,
                            prg_error *error);
void prg_housing_clear(prg_housing *housing);

/* PRG_EINPUT with the place of the first row whose area is none of the units. One unit takes all
 * areas. */
prg_status prg_housing_check(const prg_housing *housing, const prg_cohort_units *units,
                             prg_error *error);

/*
 * Adds to added[h · n_grade + g] what the plan expects in the unit h + 1 years after its last year,
 * h < horizon; returns how many persons that is. `only` tells that it is the only unit.
 */
double prg_housing_add(const prg_housing *housing, const prg_cohort_unit *unit, bool only,
                       size_t horizon, double *added);

PRG_END_C

#endif
