/*
 * A mixture of Student t distributions with common degrees of freedom, each on its own scale:
 * ξ itself, 2√ξ or log ξ. Structure of arrays: the loops run across the components.
 */
#ifndef MODEL_MIXTURE_H
#define MODEL_MIXTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/student_table.h"

/* The scales, as indices. */
enum { SCALE_RAW, SCALE_ROOT, SCALE_LOG, SCALE_COUNT };

typedef struct prg_mixture {
  size_t n;
  size_t first[SCALE_COUNT + 1]; /* components first[s] … first[s+1] − 1 are on scale s */
  double *weight;                /* shape (n); sum 1; borrowed, as the next three */
  double *location;              /* shape (n), on the component's scale */
  double *precision;             /* shape (n): 1 / scale of the t, on the component's scale */
  double *scratch;               /* shape (2 n): for the evaluation */
  const student_table *student;
} prg_mixture;

/* z(ξ): ξ, 2√ξ, log ξ; −infinity for ξ <= 0 on the last two. */
double mixture_forward(int scale, double xi);
/* ξ(z); 0 for z <= 0 on the root scale. */
double mixture_backward(int scale, double z);

/* P(Ξ <= ξ), and its density if `density` is not NULL. */
double mixture_cdf(const prg_mixture *mixture, double xi, double *density);

/* Roughly where the mixture lies and how wide it is, in units of ξ. */
typedef struct mixture_size {
  double centre, spread;
} mixture_size;

/*
 * Quantiles at increasing probabilities p[0..n), by a safeguarded Newton iteration on the logit,
 * until |F − p| <= 1e-7 min(p, 1 − p) or the last step was below 1e-4 of the spread (an error of
 * about its square). `before` are the quantiles of a mixture of similar shape and of size
 * *size to start from, or NULL; *size becomes this mixture's.
 */
void mixture_quantiles(const prg_mixture *mixture, const double *p, size_t n, const double *before,
                       mixture_size *size, double *quantile);

#endif
