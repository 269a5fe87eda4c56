/*
 * The rows of a plan: grades, groups of grades and the total, each a sum of the grades as they are
 * now. After a grade shift (every grade + 1, one more at the end) a row sums other grades than
 * before it.
 */
#ifndef PLAN_COHORT_ROWS_H
#define PLAN_COHORT_ROWS_H

#include <prognos/cohort_plan.h>

/* Numbers of grades as they are now, from … to; from > to: none. */
typedef struct cohort_span {
  int from, to;
} cohort_span;

typedef struct cohort_row {
  prg_cohort_row_kind kind;
  char label[PRG_COHORT_LABEL_BYTES];
  cohort_span before, after; /* the grade shift */
} cohort_row;

/* Room for as many as there can be. */
#define COHORT_ROWS_MAX (PRG_COHORT_GRADES_MAX + PRG_COHORT_GROUPS_MAX + 2)

/* The rows of a unit into row[0 … COHORT_ROWS_MAX); returns how many. `shift` tells that grades
 * shift within the horizon. */
size_t cohort_rows_make(const prg_cohort_unit *unit, const prg_cohort_plan_options *options,
                        bool shift, cohort_row *row);

/* The grades, as they are now, that the row sums h years ahead. */
cohort_span cohort_row_span(const prg_cohort_plan *plan, const cohort_row *row, size_t h);

/* True if a shift needs a year of children more than the unit has grades: those who now come the
 * year after into grade 1. */
bool cohort_rows_need_entrants(const prg_cohort_unit *unit);

#endif
