/* Nonlinear least squares: the numerical core of the growth curves. */
#ifndef PROGNOS_NONLINEAR_H
#define PROGNOS_NONLINEAR_H

#include <stdbool.h>
#include <stddef.h>

#include <gsl/gsl_multifit_nlinear.h>

#define PRG_NONLINEAR_PARAMETERS 8

/* The curve at x; fills gradient[0..p) with its derivatives by the parameters. */
typedef double prg_curve(const double *parameter, double x, double *gradient);

typedef struct prg_nonlinear {
  /* Given by the caller: */
  size_t n, p;         /* n >= p, p <= PRG_NONLINEAR_PARAMETERS */
  const double *x, *y; /* shape (n); borrowed */
  prg_curve *curve;
  /* The result: */
  double parameter[PRG_NONLINEAR_PARAMETERS];
  double unscaled[PRG_NONLINEAR_PARAMETERS][PRG_NONLINEAR_PARAMETERS]; /* (JᵀJ)⁻¹ */
  double rss;                                                          /* Σ(y − f)² */
  double reciprocal_condition; /* of J, columns scaled; near 0: the data do not determine them */
  gsl_multifit_nlinear_workspace *work; /* owned; prg_nonlinear_clear */
} prg_nonlinear;

void prg_nonlinear_clear(prg_nonlinear *problem);

typedef enum prg_nonlinear_outcome {
  PRG_NONLINEAR_FOUND,
  PRG_NONLINEAR_LOST, /* no convergence from this start, or the Jacobian is singular */
  PRG_NONLINEAR_NO_MEMORY
} prg_nonlinear_outcome;

/*
 * Minimises rss from parameter[] as the start, by gsl_multifit_nlinear's trust region
 * (Levenberg–Marquardt with geodesic acceleration off, QR). The workspace is kept for problems of
 * the same n and p.
 */
prg_nonlinear_outcome prg_nonlinear_fit(prg_nonlinear *problem);

#endif
