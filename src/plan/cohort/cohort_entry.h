/* Those who enter the first grade: sample paths of their number. */
#ifndef PLAN_COHORT_ENTRY_H
#define PLAN_COHORT_ENTRY_H

#include <prognos/cohort_unit.h>

typedef struct cohort_entry_options {
  const prg_series *births; /* or six-year-olds …: whom they come from; NULL: none */
  int lag;                  /* years from those to the first grade, >= 0 */
  size_t n_paths;
  unsigned long seed;
} cohort_entry_options;

/*
 * entry: shape (n_paths, horizon), >= 0. With births, the share of them that entered is forecast
 * and multiplied by the births, known ones or forecast; else the first grade's own series is.
 * *known tells how many of the years rest on births that are known. PRG_EREFUSED if there are too
 * few figures, PRG_EINPUT if births that are needed are missing.
 */
prg_status cohort_entry_paths(const prg_cohort_unit *unit, const cohort_entry_options *options,
                              size_t horizon, double *entry, size_t *known, prg_error *error);

#endif
