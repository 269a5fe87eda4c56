#include "model/smoothing/ets_family.h"

#include <math.h>

static bool same_form(const prg_ets_form *a, const prg_ets_form *b) {
  return a->error == b->error && a->trend == b->trend && a->season == b->season;
}

/* True if `simple` is the form with one component less: the trend, its damping, or an error that is
 * multiplicative. */
static bool is_parent(const prg_ets_form *simple, const prg_ets_form *form) {
  prg_ets_form calm = *form, additive = *form;
  calm.trend = form->trend == PRG_ETS_DAMPED ? PRG_ETS_ADDITIVE : PRG_ETS_NONE;
  additive.error = PRG_ETS_ADDITIVE;
  return !same_form(simple, form) && (same_form(simple, &calm) || same_form(simple, &additive));
}

/* True if the form is among those that `wanted`, a fixed form, is fitted by way of. */
static bool leads_to(const prg_ets_form *form, const prg_ets_form *wanted) {
  return form->error <= wanted->error && form->trend <= wanted->trend &&
         form->season == wanted->season;
}

/* True if the form is one of those to fit. */
static bool is_asked(const prg_ets_task *task, const prg_ets_form *form) {
  bool has_season = form->season == PRG_ETS_NONE || task->figures->m > 1;
  bool has_error = form->error == PRG_ETS_ADDITIVE || task->relative;
  return has_season && has_error && (task->wanted == NULL || leads_to(form, task->wanted));
}

/* A form without a season takes figures with m = 1. */
static prg_ets_figures figures_for(const prg_ets_form *form, const prg_ets_task *task) {
  prg_ets_figures figures = *task->figures;
  figures.m = form->season == PRG_ETS_NONE ? 1 : figures.m;
  return figures;
}

/* Adds the form, from nothing and from its parents in the family, if it can be fitted. */
static void fit_next(const prg_ets_task *task, const prg_ets_form *form, prg_ets_family *family) {
  const prg_ets_figures figures = figures_for(form, task);
  prg_ets_fit parent[PRG_ETS_PARENTS];
  size_t n_parent = 0;
  for (size_t j = 0; j < family->n; j++)
    if (is_parent(&family->fit[j].form, form))
      parent[n_parent++] = family->fit[j];
  if (prg_ets_fit_form(form, &figures, parent, n_parent, &family->fit[family->n]))
    family->n++;
}

void prg_ets_fit_family(const prg_ets_task *task, prg_ets_family *family) {
  family->n = 0;
  for (size_t i = 0; i < PRG_ETS_FORMS; i++)
    if (is_asked(task, &prg_ets_forms[i]))
      fit_next(task, &prg_ets_forms[i], family);
}

static const prg_ets_fit *find_form(const prg_ets_family *family, const prg_ets_form *form) {
  for (size_t i = 0; i < family->n; i++)
    if (same_form(&family->fit[i].form, form))
      return &family->fit[i];
  return NULL;
}

/* The AICc of each form as the neighbour found it, NaN where it did not; returns the least. */
static double aicc_near(const prg_ets_task *task, const prg_ets_family *neighbour,
                        double aicc[PRG_ETS_FORMS]) {
  double least = INFINITY;
  for (size_t i = 0; i < PRG_ETS_FORMS; i++) {
    const prg_ets_form *form = &prg_ets_forms[i];
    const prg_ets_figures figures = figures_for(form, task);
    const prg_ets_fit *fit = is_asked(task, form) ? find_form(neighbour, form) : NULL;
    aicc[i] = fit != NULL ? prg_ets_aicc_near(fit, &figures) : NAN;
    least = fmin(least, aicc[i]);
  }
  return least;
}

void prg_ets_refit_family(const prg_ets_task *task, const prg_ets_family *neighbour,
                          prg_ets_family *family) {
  static const double far = 10; /* in AICc: a climb from near an optimum gains less */
  double aicc[PRG_ETS_FORMS], least = aicc_near(task, neighbour, aicc);
  family->n = 0;
  for (size_t i = 0; i < PRG_ETS_FORMS; i++) {
    const prg_ets_form *form = &prg_ets_forms[i];
    if (!is_asked(task, form))
      continue;
    if (isnan(aicc[i])) {
      fit_next(task, form, family);
      continue;
    }
    const prg_ets_figures figures = figures_for(form, task);
    bool climbing = task->wanted != NULL || aicc[i] <= least + far;
    if (prg_ets_refit_form(find_form(neighbour, form), &figures, climbing, &family->fit[family->n]))
      family->n++;
  }
}
