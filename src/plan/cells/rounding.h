/*
 * Controlled rounding: every count becomes a multiple of a base, and the sums still add up. With
 * x the counts, b the base and k whole numbers,
 *
 *   minimise  Σ |b k[i] − x[i]|,   ⌊x[i]/b⌋ <= k[i] <= ⌈x[i]/b⌉,   k[total] = Σ k[parts]
 *
 * (Cox, JASA 82, 1987). The cost is convex in k, so that it is linear in steps of one, and where
 * the sums form a tree or a table in two directions the linear program has whole solutions; else
 * GLPK branches. Where a table in more directions has no such solution, k may be one step further
 * off on either side, and two, and so on.
 */
#ifndef PLAN_ROUNDING_H
#define PLAN_ROUNDING_H

#include <stdbool.h>

#include "plan/cells/cell_table.h"

/*
 * Fills rounded, shape (n): NaN where the table has no value. A sum is kept if it has all its
 * parts and adds up before. `moved`, unless NULL, is how many bases a count moved at most (1 as a
 * rule). False if memory is exhausted.
 */
bool round_cells(const cell_table *table, double base, double *rounded, int *moved);

#endif
