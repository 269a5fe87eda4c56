/*
 * A cohort plan: one unit's grades, stages and total in the years to come, from the same sample
 * paths, so that in each of them the parts are the total.
 */
#ifndef PROGNOS_COHORT_PLAN_H
#define PROGNOS_COHORT_PLAN_H

#include <prognos/cohort_unit.h>
#include <prognos/forecast.h>
#include <prognos/housing.h>

PRG_BEGIN_C

#define PRG_COHORT_LABEL_BYTES 64
#define PRG_COHORT_GROUPS_MAX 12

/* Grades that are summed: a stage. */
typedef struct prg_cohort_group {
  char name[PRG_COHORT_LABEL_BYTES];
  int first, last; /* numbers of grades */
} prg_cohort_group;

/*
 * Reads "Låg:1-3,Mellan:4-6,Hög:7-9" (F is grade 0) into group[0 … PRG_COHORT_GROUPS_MAX).
 * PRG_EUSAGE with the part that is none.
 */
prg_status prg_cohort_groups_read(const char *text, prg_cohort_group *group, size_t *n,
                                  prg_error *error);

typedef struct prg_cohort_plan_options {
  prg_cohort_options cohort;
  size_t horizon;              /* 1 … PRG_COHORT_HORIZON_MAX, default 5 */
  size_t n_paths;              /* >= 100, default 4000 */
  unsigned long seed;          /* default 1 */
  const prg_cohort_pool *pool; /* of the unit's grades; default NULL: no reference. Borrowed, as
                                  are those below */
  const prg_series *births;    /* whom the first grade comes from; default NULL: it is forecast */
  int lag;                     /* years from those; default −1: the age of the first grade */
  const prg_housing *housing;  /* default NULL */
  bool only_unit;              /* every area of the housing plan is the unit's */
  int shift_year;              /* from this autumn on, grades shift; default 0: never */
  prg_language language;       /* of the word for the total; default Swedish */
  prg_cohort_group group[PRG_COHORT_GROUPS_MAX];
  size_t n_group; /* default 0: the stages of school, where the grades are there */
} prg_cohort_plan_options;

#define PRG_COHORT_HORIZON_MAX 30

void prg_cohort_plan_options_init(prg_cohort_plan_options *options);

typedef enum prg_cohort_row_kind {
  PRG_COHORT_GRADE,
  PRG_COHORT_GROUP,
  PRG_COHORT_TOTAL
} prg_cohort_row_kind;

typedef struct prg_cohort_plan {
  const prg_cohort_unit *unit; /* borrowed */
  prg_cohort *cohort;          /* its ratios; owned */
  prg_panel panel;             /* figures of grades, groups and total, in this order; owned */
  prg_cohort_row_kind *kind;   /* shape (panel.n); owned */
  prg_forecast *forecast; /* shape (panel.n): of panel.series, the total's with the notes; owned */
  struct cohort_row *row; /* shape (panel.n): which grades each sums; owned */
  int shift_year;         /* of the options */
  size_t n_paths, horizon;
  double *path; /* shape (n_paths, horizon, panel.n): persons; owned */
} prg_cohort_plan;

/*
 * Makes the plan. What prg_cohort_fit and the default forecaster refuse is refused; PRG_EUSAGE for
 * a grade shift of something that is no grades. prg_cohort_plan_clear it after use, whatever was
 * returned.
 */
prg_status prg_cohort_plan_make(const prg_cohort_unit *unit, const prg_cohort_plan_options *options,
                                prg_cohort_plan *plan, prg_error *error);
void prg_cohort_plan_clear(prg_cohort_plan *plan);

/* "Åk 1", "Lågstadiet", "Totalt": the row without the unit. Borrowed. */
const char *prg_cohort_plan_label(const prg_cohort_plan *plan, size_t r);

/*
 * Whole persons for a table of year h = 1 … horizon: count: shape (panel.n). The total is its point
 * forecast rounded; the grades are theirs, rounded to sum to it (largest remainder), the groups
 * sums of grades.
 */
void prg_cohort_plan_whole(const prg_cohort_plan *plan, size_t h, double *count);

PRG_END_C

#endif
