/* All forms of exponential smoothing fitted to one series. */
#ifndef MODEL_ETS_FAMILY_H
#define MODEL_ETS_FAMILY_H

#include "model/smoothing/ets_fit.h"

/* Simple forms first. */
typedef struct prg_ets_family {
  size_t n;
  prg_ets_fit fit[PRG_ETS_FORMS];
} prg_ets_family;

/* What is fitted, and which forms. */
typedef struct prg_ets_task {
  const prg_ets_figures *figures;
  bool relative;              /* those with multiplicative errors, too; figures are positive */
  const prg_ets_form *wanted; /* this one alone, and the simpler ones that lead to it; or NULL */
} prg_ets_task;

/* Fits the forms, those with a season only if m > 1; fewer than asked for if some cannot be. */
void prg_ets_fit_family(const prg_ets_task *task, prg_ets_family *family);

/*
 * The same for figures that begin as those of `neighbour` did, scaled alike, and end earlier or
 * later: a form that was fitted there is climbed from there, and not at all if its AICc is so far
 * above the least that no such climb makes up for it.
 */
void prg_ets_refit_family(const prg_ets_task *task, const prg_ets_family *neighbour,
                          prg_ets_family *family);

#endif
