/* Windows of seasonal series to learn from. */
#ifndef EVALUATE_LEARN_SEASONAL_CASE_H
#define EVALUATE_LEARN_SEASONAL_CASE_H

#include "evaluate/learn_case.h"

/*
 * Of each series with the season of the first that has one: the last LEARN_SEASONAL_LONGEST
 * periods, and a stretch of random length (log-uniform from one season) that ends anywhere. Of more
 * than options->windows, so many drawn at random. `ahead` and `scale` of the cases are 0. *season:
 * the season. PRG_EREFUSED if there is none, PRG_EINPUT if a figure is too large. learn_cases_clear
 * it after use, whatever was returned.
 */
prg_status learn_seasonal_cases_make(const prg_panel *const *panel, size_t n_panels,
                                     const prg_learn_options *options, size_t *season,
                                     learn_cases *out, prg_error *error);
#define LEARN_SEASONAL_LONGEST(m) ((m) < 24 ? 120 : 5 * (m))

#endif
