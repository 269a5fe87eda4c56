/* Cases to learn from: a window of a series, and what came after it. */
#ifndef EVALUATE_LEARN_CASE_H
#define EVALUATE_LEARN_CASE_H

#include "evaluate/learn_sample.h"

/*
 * Draws from a series without season: `origins` origins, the one `horizon` periods before its end
 * and others random; of each origin two windows: all that was known there, and its last 4 … 40
 * periods (log-uniform). All windows of one series in ten are set aside. *made: how many windows.
 * PRG_ENOMEM.
 */
prg_status learn_case_draw(prg_learn_sample *sample, learn_stratum *stratum,
                           const prg_series *series, size_t *made, prg_error *error);

typedef struct learn_cases {
  learn_case *item;          /* shape (n); owned, but what it points to is the sample's */
  size_t n, n_aside;         /* the last n_aside are set aside */
  uint64_t series, left_out; /* series that gave at least one case, and that gave none */
} learn_cases;

/*
 * The windows of the series with that season that are to be learned from, at most as many as
 * wanted, drawn evenly from the panels, in random order; those set aside stand last, unless there
 * are no others. PRG_ENOMEM. learn_cases_clear it after use, whatever was returned.
 */
prg_status learn_cases_take(prg_learn_sample *sample, int season, learn_cases *out,
                            prg_error *error);
void learn_cases_clear(learn_cases *cases);

/* Of two cases, for qsort: by length of the window, of several in the random order. */
int learn_case_compare_lengths(const void *left, const void *right);
/* The window as a series without kind; borrows the figures. */
prg_series learn_case_window(const learn_case *item);

#endif
