/* Cases to learn from: a window of a series, and what came after it. */
#ifndef EVALUATE_LEARN_CASE_H
#define EVALUATE_LEARN_CASE_H

#include <prognos/learn.h>

typedef struct learn_case {
  const prg_series *series; /* borrowed */
  size_t begin, n;          /* the window: begins and ends with a figure */
  size_t ahead;             /* periods after it that are its target, >= 1 */
  double scale;             /* mean |change| before the origin; > 0. With few figures there, of the
                               whole series: of them alone it would be too unsteady */
  bool aside;               /* of a series that is not learned from */
} learn_case;

typedef struct learn_cases {
  learn_case *item;        /* shape (n); owned */
  size_t n, n_aside;       /* the last n_aside are set aside */
  size_t series, left_out; /* series that gave at least one case, and that gave none */
} learn_cases;

/*
 * Of each series `origins` origins: the one `horizon` periods before its end, the others random.
 * Of each origin two windows: all that was known there, and its last 4 … 40 periods (log-uniform).
 * Of more than options->windows, so many drawn evenly from the panels; in random order, but the
 * windows of one series in ten stand last, set aside, unless there are no others. PRG_EREFUSED if
 * there is none, PRG_EINPUT if a figure is too large. learn_cases_clear it after use, whatever was
 * returned.
 */
prg_status learn_cases_make(const prg_panel *const *panel, size_t n_panels,
                            const prg_learn_options *options, learn_cases *out, prg_error *error);
void learn_cases_clear(learn_cases *cases);

/* The window as a series without kind; borrows the figures. */
prg_series learn_case_window(const learn_case *item);

#endif
