/* A minimiser for smooth functions of a few well-scaled parameters. */
#ifndef MODEL_BFGS_H
#define MODEL_BFGS_H

#include <stdbool.h>
#include <stddef.h>

#define PRG_BFGS_MAX 24 /* parameters */

typedef struct prg_bfgs {
  size_t n;                                 /* 1 … PRG_BFGS_MAX */
  double (*f)(const double *x, void *data); /* finite everywhere; huge where it is not allowed */
  void *data;
  double step;       /* of the forward differences */
  double tolerance;  /* stop when f falls by less than this times (|f| + tolerance) */
  int max_iteration; /* line searches */
  double *inverse;   /* shape (n, n): an approximation of the inverse Hessian to begin with, if its
                        first element is not 0, and the last one in the end; NULL: neither */
} prg_bfgs;

/*
 * Moves x to a local minimum and returns f there. Broyden–Fletcher–Goldfarb–Shanno with a
 * backtracking line search, as in Nash, Compact Numerical Methods for Computers, 1990, algorithm
 * 21, with forward differences for the gradient.
 */
double prg_bfgs_minimise(const prg_bfgs *problem, double *x);

/* True if the matrix of second differences (step h) of f at x is positive definite. */
bool prg_bfgs_is_minimum(const prg_bfgs *problem, const double *x, double h);

#endif
