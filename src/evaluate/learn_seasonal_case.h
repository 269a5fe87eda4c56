/* Windows of seasonal series to learn from. */
#ifndef EVALUATE_LEARN_SEASONAL_CASE_H
#define EVALUATE_LEARN_SEASONAL_CASE_H

#include "evaluate/learn_sample.h"

/* Periods at most in a window of seasons of m. */
#define LEARN_SEASONAL_LONGEST(m) ((m) < 24 ? 120 : 5 * (m))
#define LEARN_SEASONAL_SHORTEST 4 /* figures in a window */

/*
 * Draws from a series of the stratum's season: the last LEARN_SEASONAL_LONGEST periods, and a
 * stretch of random length (log-uniform from one season) that ends anywhere. `ahead` and `scale` of
 * the cases are 0, and none is set aside. *made: how many windows. PRG_ENOMEM.
 */
prg_status learn_seasonal_case_draw(prg_learn_sample *sample, learn_stratum *stratum,
                                    const prg_series *series, size_t *made, prg_error *error);

#endif
