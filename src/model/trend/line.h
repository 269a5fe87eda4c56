/*
 * What the trends on the columns 1, u and one more share, u = (t − t̄)/(half the range of t): state,
 * least squares, description in the series' own time, prediction. linear.c, robust.c, theil_sen.c
 * and piecewise.c are the estimators.
 */
#ifndef PROGNOS_LINE_H
#define PROGNOS_LINE_H

#include <prognos/model.h>

#include "model/trend/regression.h"
#include "model/trend/sample.h"
#include "model/trend/student.h"
#include "model/trend/trend_fit.h"

#define PRG_LINE_COLUMNS 3

typedef struct prg_line {
  prg_model_options options;
  prg_sample sample;
  prg_regression regression;
  prg_trend trend;
  prg_student student;
  size_t p;                                       /* columns used, 2 or 3 */
  enum { PRG_LINE_SQUARE, PRG_LINE_HINGE } third; /* u², or max(0, t − knot)/half span */
  double knot;
  bool log;                      /* fitted to log y */
  double beta[PRG_LINE_COLUMNS]; /* on the columns above */
} prg_line;

/* The members of a model type that are the same for all of them. */
void *prg_line_alloc(const prg_model_options *options);
void prg_line_free(void *state);
prg_status prg_line_predict(void *state, prg_distribution *out, prg_error *error);
prg_status prg_line_paths(void *state, size_t horizon, size_t n_paths, unsigned long seed,
                          double *path, prg_error *error);
const prg_trend *prg_line_trend(const void *state);

/* Reads the figures of the series. PRG_EREFUSED if there are fewer than type->min_n. */
prg_status prg_line_read(prg_line *line, const prg_model_type *type, const prg_series *series,
                         prg_error *error);

/*
 * Fits p columns by least squares (line->third, knot, log and the sample being set) and fills beta,
 * the trend but for its coefficients and sentence, and student.
 */
prg_status prg_line_least_squares(prg_line *line, size_t p, prg_error *error);

/* The trend from line->beta, and what prediction needs with U as it is in student. */
void prg_line_finish(prg_line *line);

/*
 * Coefficients as they read in t: estimate = A β, covariance = sigma² A U Aᵀ; A: shape (p,
 * PRG_LINE_COLUMNS).
 */
void prg_line_describe(prg_line *line, const char *const name[],
                       double transform[][PRG_LINE_COLUMNS]);

/* A for intercept + slope t (+ quadratic t²). */
void prg_line_polynomial_transform(const prg_line *line,
                                   double transform[PRG_LINE_COLUMNS][PRG_LINE_COLUMNS]);

/* The slope per period of the fitted line at the last figure. */
double prg_line_end_slope(const prg_line *line);

/* exp, finite for any finite argument. */
double prg_line_exp(double x);

#endif
