/*
 * A mixture of Student t distributions with common degrees of freedom, each on its own scale:
 *
 *   F(ξ) = Σ_k w_k T_ν((z_k(ξ) − location_k) precision_k),   z = ξ, 2√ξ or log ξ.
 *
 * On the last two there is nothing at ξ < 0; a root's z < 0 is ξ = 0, where F may jump. Structure
 * of arrays: the loops run across the components.
 */
#ifndef MODEL_MIXTURE_H
#define MODEL_MIXTURE_H

#include <stddef.h>

#include "model/pooled/student_table.h"

/* The scales, as indices. */
enum { SCALE_RAW, SCALE_ROOT, SCALE_LOG, SCALE_COUNT };

typedef struct prg_mixture {
  size_t n;                      /* >= 1 */
  size_t first[SCALE_COUNT + 1]; /* components first[s] … first[s+1] − 1 are on scale s */
  const double *weight;          /* shape (n); sum 1; borrowed, as the next three */
  const double *location;        /* shape (n), on the component's scale */
  const double *precision;       /* shape (n): 1 / scale of the t, on the component's scale */
  double *scratch;               /* shape (mixture_scratch(n)) */
  const student_table *student;
} prg_mixture;

size_t mixture_scratch(size_t n);

/* Counts one more component on the scale, n and first[]: components come scale by scale. */
void mixture_count(prg_mixture *mixture, int scale);

/* z(ξ): ξ, 2√ξ, log ξ; −infinity where there is none. */
double mixture_forward(int scale, double xi);
/* ξ(z); 0 for z <= 0 on the root scale. Within a factor of e^±MIXTURE_LOG_MAX of 1 on the log
 * scale: farther than any figure lies from the mean of figures, and nothing overflows. */
double mixture_backward(int scale, double z);
#define MIXTURE_LOG_MAX 60.0

/* Roughly where a mixture lies and how wide it is, in units of ξ. */
typedef struct mixture_size {
  double centre, spread;
} mixture_size;

/* A succession of mixtures of similar shape, such as those of one period ahead, two, and so on. */
typedef struct mixture_course {
  size_t n_solved;          /* 0 before the first */
  mixture_size previous[2]; /* of the last mixture and the last but one */
} mixture_course;

/*
 * Quantiles of the next mixture of the course at increasing probabilities p[0..n): nondecreasing,
 * right to 1e-7 in log odds, log F/(1 − F), or 1e-6 where components hardly overlap, by Halley's
 * iteration on them within a bracket.
 * `quantile` is the next row of a matrix whose rows before it hold those of the course so far: the
 * iteration starts from them.
 */
void mixture_quantiles(const prg_mixture *mixture, const double *p, size_t n,
                       mixture_course *course, double *quantile);

#endif
