/*
 * The Student-t predictive distribution of a curve with normal errors: at time t
 *   f(t) + s √(1 + gᵀUg) T,   T ~ Student-t with df degrees of freedom,
 * f being the fitted curve, g its gradient by the parameters, s² U their covariance. Exact for a
 * curve linear in its parameters, the delta method otherwise.
 */
#ifndef PROGNOS_STUDENT_H
#define PROGNOS_STUDENT_H

#include <prognos/distribution.h>

#define PRG_STUDENT_PARAMETERS 8

/* A small square matrix; a struct, so that a pointer to it can be const. */
typedef struct prg_student_matrix {
  double at[PRG_STUDENT_PARAMETERS][PRG_STUDENT_PARAMETERS];
} prg_student_matrix;

typedef struct prg_student {
  size_t p;
  prg_student_matrix unscaled; /* U */
  double sigma;                /* s > 0 */
  double df;                   /* > 0 */
  double last;                 /* the time of the last figure; h periods ahead is t = last + h */
  /* The curve at t; fills gradient[0..p). */
  double (*curve)(const void *data, double t, double *gradient);
  const void *data;
} prg_student;

/* Fills out->quantile for h = 1 … out->horizon. */
void prg_student_predict(const prg_student *student, prg_distribution *out);

/*
 * Sample paths whose margins are those of prg_student_predict; path: shape (n_paths, horizon). One
 * draw of the parameters and of the error variance per path, an error of its own per period.
 */
prg_status prg_student_paths(const prg_student *student, size_t horizon, size_t n_paths,
                             unsigned long seed, double *path, prg_error *error);

/* Lower Cholesky factor of the leading p × p block; a direction without variance gets zeros. */
void prg_student_cholesky(size_t p, const prg_student_matrix *matrix, prg_student_matrix *factor);

#endif
