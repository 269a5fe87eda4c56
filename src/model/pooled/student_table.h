/*
 * The distribution function of Student's t by a table, for mixtures that need it some thousand
 * times per forecast: cubic Hermite over u = t/√(c + t²) in [−1, 1], c = min(ν, 8), where it is as
 * smooth for 1000 degrees of freedom as for 5. Right to 1e-9, and to a relative 1e-6 in tails down
 * to 0.0002. Rounding ν to an integer would not do: at ν = 9.6 it makes limits 2 per cent too
 * narrow.
 */
#ifndef MODEL_STUDENT_TABLE_H
#define MODEL_STUDENT_TABLE_H

#include <stddef.h>

#define STUDENT_CELLS 512

typedef struct student_table {
  double df;                       /* 0: not yet made */
  double bend;                     /* c */
  double value[STUDENT_CELLS + 1]; /* F at u = −1 + 2 i / STUDENT_CELLS */
  double slope[STUDENT_CELLS + 1]; /* dF/du there, per cell */
} student_table;

/* Fills the table for df degrees of freedom (> 2), unless it is already for that. */
void student_table_set(student_table *table, double df);

/*
 * F, its density f and f' at t[0..n), each of shape (n); |t| <= STUDENT_FARTHEST. Takes least per
 * value if n is a multiple of 8. f and f' are for finding a root: right to about 1e-5.
 */
void student_table_evaluate(const student_table *table, size_t n, const double *t, double *cdf,
                            double *density, double *change);
#define STUDENT_FARTHEST 1e9

#endif
