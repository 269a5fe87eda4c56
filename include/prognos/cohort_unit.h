/*
 * Units: the schools, areas or municipalities of a panel, each with its persons by grade (or
 * one-year age) and year.
 */
#ifndef PROGNOS_COHORT_UNIT_H
#define PROGNOS_COHORT_UNIT_H

#include <prognos/cohort.h>
#include <prognos/grade.h>
#include <prognos/series.h>

PRG_BEGIN_C

typedef struct prg_cohort_unit {
  char *name;          /* what its series have in common beside the grade, "" if nothing; owned */
  prg_grade_kind kind; /* of its grades */
  int first;           /* number of the first grade; the others follow without a gap */
  prg_period start;    /* of the first year */
  prg_cohort_table table; /* its array is owned; grade 0 is the one with the number `first` */
  prg_error *refusal;     /* why the unit cannot be followed; NULL if it can; owned */
} prg_cohort_unit;

typedef struct prg_cohort_units {
  prg_cohort_unit *unit; /* shape (n), in the panel's order; owned */
  size_t n;
  size_t open_grades; /* series of "100+ år" and the like, which do not move on: left out */
} prg_cohort_units;

/*
 * Finds the dimension of grades, by its name or by its members, and takes every unit apart by it.
 * Grades at the ends without a figure in the last year are left out. PRG_EINPUT if the panel has no
 * such dimension, a member of it is no grade, a grade stands twice, or there is not one figure a
 * year. A unit of which a grade is missing between others or in the last year, or that has one year
 * or one grade only, is kept with its refusal and without figures. prg_cohort_units_clear it after
 * use, whatever was returned.
 */
prg_status prg_cohort_units_make(const prg_panel *panel, prg_cohort_units *out, prg_error *error);
void prg_cohort_units_clear(prg_cohort_units *units);

/* The year of the last figures. */
prg_period prg_cohort_unit_origin(const prg_cohort_unit *unit);
/* The label of its grade g. */
prg_grade prg_cohort_unit_grade(const prg_cohort_unit *unit, size_t g);

/*
 * Tables of the other units' same grades, unit number `except` left out (SIZE_MAX: none), and those
 * that have no two grades of `like`. prg_cohort_pool_clear it after use, whatever was returned.
 */
prg_status prg_cohort_pool_make(const prg_cohort_units *units, size_t except,
                                const prg_cohort_unit *like, prg_cohort_pool *pool,
                                prg_error *error);
void prg_cohort_pool_clear(prg_cohort_pool *pool);

PRG_END_C

#endif
