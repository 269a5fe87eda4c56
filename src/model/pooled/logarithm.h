/* The natural logarithm of many numbers at once: the same bytes on every processor, which the C
 * library's is not, and several at a time. */
#ifndef MODEL_LOGARITHM_H
#define MODEL_LOGARITHM_H

#include <stddef.h>

/* y = log x for x[0..n) positive and normal; right to 4e-16 of the larger of 1 and |log x|. y may
 * not be x. */
void prg_logarithms(size_t n, const double *x, double *y);

#endif
