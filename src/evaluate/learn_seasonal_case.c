#include "evaluate/learn_seasonal_case.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "model/figures.h"

#define PER_SERIES 2
#define FEWEST 4 /* figures in a window */

/* Makes [begin, end) begin and end with a figure; false if it has too few. */
static bool trim_case(learn_case *item, const prg_series *series, size_t begin, size_t end) {
  const double *y = series->value;
  size_t figures = 0;
  while (begin < end && isnan(y[begin]))
    begin++;
  while (end > begin && isnan(y[end - 1]))
    end--;
  for (size_t t = begin; t < end; t++)
    figures += isnan(y[t]) ? 0 : 1;
  *item = (learn_case){.series = series, .begin = begin, .n = end - begin};
  return figures >= FEWEST;
}

/* Appends the cases of one series to item[]; returns how many: 0 if it is no season longer than
 * one. */
static size_t add_series(const prg_series *series, gsl_rng *rng, learn_case *item) {
  const size_t n = series->n, m = (size_t)series->season, most = LEARN_SEASONAL_LONGEST(m);
  if (n <= m + FEWEST)
    return 0;
  size_t made = trim_case(item, series, n > most ? n - most : 0, n) ? 1 : 0;
  double span = (double)most / (double)m, drawn = (double)m * pow(span, gsl_rng_uniform(rng));
  size_t end = m + FEWEST + gsl_rng_uniform_int(rng, n - m - FEWEST + 1);
  size_t length = (size_t)fmax(drawn, FEWEST);
  made += trim_case(item + made, series, end > length ? end - length : 0, end) ? 1 : 0;
  return made;
}

static size_t find_season(const prg_panel *const *panel, size_t n_panels) {
  for (size_t p = 0; p < n_panels; p++)
    for (size_t i = 0; i < panel[p]->n; i++)
      if (panel[p]->series[i].season > 1)
        return (size_t)panel[p]->series[i].season;
  return 0;
}

static prg_status add_panel(const prg_panel *panel, size_t season, gsl_rng *rng, learn_cases *out,
                            prg_error *error) {
  for (size_t i = 0; i < panel->n; i++) {
    const prg_series *series = &panel->series[i];
    size_t made = 0;
    if (series->season == (int)season && prg_series_observed(series) > 0) {
      prg_status status = prg_figures_check(series, "pooled", 1, error);
      if (status != PRG_OK)
        return status;
      made = add_series(series, rng, out->item + out->n);
    }
    out->n += made;
    *(made > 0 ? &out->series : &out->left_out) += 1;
  }
  return PRG_OK;
}

static prg_status make(const prg_panel *const *panel, size_t n_panels,
                       const prg_learn_options *options, size_t season, gsl_rng *rng,
                       learn_cases *out, prg_error *error) {
  gsl_rng_set(rng, options->seed);
  for (size_t p = 0; p < n_panels; p++) {
    prg_status status = add_panel(panel[p], season, rng, out, error);
    if (status != PRG_OK)
      return status;
  }
  if (out->n == 0)
    return prg_fail(error, PRG_TEXT_LEARN_NO_SEASONAL, NULL);
  gsl_ran_shuffle(rng, out->item, out->n, sizeof *out->item);
  out->n = out->n < options->windows ? out->n : options->windows;
  return PRG_OK;
}

prg_status learn_seasonal_cases_make(const prg_panel *const *panel, size_t n_panels,
                                     const prg_learn_options *options, size_t *season,
                                     learn_cases *out, prg_error *error) {
  size_t total = 0;
  *out = (learn_cases){0};
  *season = find_season(panel, n_panels);
  for (size_t p = 0; p < n_panels; p++)
    total += panel[p]->n;
  out->item = calloc(total * PER_SERIES + 1, sizeof *out->item);
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  prg_status status = out->item == NULL || rng == NULL
                          ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                          : make(panel, n_panels, options, *season, rng, out, error);
  if (rng != NULL)
    gsl_rng_free(rng);
  return status;
}
