/* The unit to which figures are rounded, and the variance that the rounding alone gives. */
#ifndef MODEL_ROUNDING_H
#define MODEL_ROUNDING_H

#include <stddef.h>

/*
 * The largest power of ten, at most 1, of which all figures are multiples (to a relative 1e-9):
 * 1 for whole numbers, 0.1 for 12.5 and 13. NaN is passed over; 1 if there are no figures.
 */
double prg_rounding_unit(const double *value, size_t n);

/* unit²/12, the variance of an error uniform over one unit: no forecast is surer than that. */
double prg_rounding_variance(double unit);

#endif
