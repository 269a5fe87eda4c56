/* The settings under which GLPK is used here: silent, from scratch, and bounded by a count of nodes
 * instead of a clock, so that the same program has the same solution. */
#ifndef PLAN_PROGRAM_H
#define PLAN_PROGRAM_H

#include <stdbool.h>

#include <glpk.h>

/* An empty program in that direction (GLP_MIN, GLP_MAX). glp_delete_prob it after use. */
glp_prob *program_new(int direction);

/* By the simplex method from the standard basis; true if it found the optimum. */
bool program_solve(glp_prob *program);

/*
 * By branch and bound over the columns that are integer, from the linear solution that
 * program_solve found; true if there is a solution. *is_best, unless NULL, becomes false if the
 * tree grew past `nodes` before it was proved to be the best.
 */
bool program_solve_whole(glp_prob *program, int nodes, bool *is_best);

#endif
