/*
 * Which cells to hide beside the small ones, so that nobody derives these: cell suppression.
 *
 *   minimise   Σ cost[i] y[i],   y[i] = 1 if cell i is hidden, y = 1 for the small ones,
 *
 * such that of every hidden cell an attacker (attacker.h) can at best say that it lies in an
 * interval of `width` persons around the truth: at least min(x, ⌊width/2⌋) below it and the rest
 * above it. Solved by cuts (Fischetti and Salazar-González, Management Science 47, 2001): the
 * attacker's program for a cell p that he comes too close to yields, with d its slopes,
 *
 *   Σ c[i] y[i] >= need · y[p],   c[i] = need if d[i] > 0, min(need, −d[i] x[i]) if d[i] < 0,
 *
 * and the next y comes from the integer program with all cuts so far. If that does not end within
 * `rounds`, what is lacking is added by a linear program that spreads the attacker's doubt as
 * cheaply as it can: protected all the same, though perhaps not at the least cost.
 */
#ifndef PLAN_SUPPRESSION_H
#define PLAN_SUPPRESSION_H

#include <stdbool.h>

#include "plan/cells/cell_table.h"

typedef struct suppression {
  const cell_table *table;
  const bool *small;  /* shape (n): must be hidden */
  const bool *known;  /* shape (n): cannot be hidden, it has been published before */
  const double *cost; /* shape (n): > 0, of hiding it */
  double width;       /* persons, >= 1 */
  size_t rounds;      /* of the integer program; 0: only the linear one */
} suppression;

typedef struct suppressed {
  bool *hidden;    /* shape (n), the caller's */
  size_t unsafe;   /* hidden cells that cannot be protected, whatever is hidden */
  bool least_cost; /* the cost is proved to be the least */
} suppressed;

/* False if memory is exhausted. */
bool suppress(const suppression *task, suppressed *out);

#endif
