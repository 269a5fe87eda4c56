/*
 * The distribution function of Student's t by a table, for mixtures that need it some thousand
 * times per forecast. Over u = t/√(ν + t²) in (−1, 1) the function is smooth and its tails are
 * short, so that 1024 straight cells are right to about 1e-6. Rounding ν to an integer would not
 * do: at ν = 9.6 it makes limits 2 per cent too narrow.
 */
#ifndef MODEL_STUDENT_TABLE_H
#define MODEL_STUDENT_TABLE_H

#define STUDENT_CELLS 1024

typedef struct student_table {
  double df;
  double value[STUDENT_CELLS + 1]; /* F at u = −1 + 2 i / STUDENT_CELLS */
} student_table;

/* Fills the table for df degrees of freedom (> 0), unless it is already for that. */
void student_table_set(student_table *table, double df);

#endif
