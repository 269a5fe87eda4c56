/*
 * The reader who wants to know a hidden count: he has the published cells, knows which cells are
 * sums of which, and that no count is negative. What he can find out about a hidden cell x are the
 * bounds
 *
 *   min x and max x   subject to   total − Σ parts = 0 for every sum, published cells as they are,
 *                                  hidden cells >= 0,
 *
 * two linear programs (GLPK's simplex), and two in whole numbers for the last word.
 */
#ifndef PLAN_ATTACKER_H
#define PLAN_ATTACKER_H

#include <stdbool.h>

#include "plan/cells/cell_table.h"

typedef struct attacker attacker;

/* NULL if memory is exhausted. The table's arrays must outlive the attacker. */
attacker *attacker_new(const cell_table *table);
void attacker_free(attacker *a);

/* To be called first. hidden: shape (n); a cell without a value is hidden whatever is said. */
void attacker_set_hidden(attacker *a, const bool *hidden);
/* What else he knows of a hidden cell, until others are hidden: that it is within these bounds. */
void attacker_set_bounds(attacker *a, size_t cell, double lower, double upper);

/*
 * The largest value of sign · x (sign is +1 or −1) of a hidden cell x that agrees with what is
 * published; +infinity if nothing limits it. slope: shape (n), or NULL: by how much it grows with
 * one more person in each cell, 0 for the cells that the solution leaves free.
 */
double attacker_reach(attacker *a, size_t cell, int sign, double *slope);

/* The narrowest whole numbers lower <= x <= upper that can be derived; upper may be +infinity. */
void attacker_bounds(attacker *a, size_t cell, double *lower, double *upper);

#endif
