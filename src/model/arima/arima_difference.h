/* How often a series has to be differenced to look stationary: the rules of R's forecast 8.20. */
#ifndef MODEL_ARIMA_DIFFERENCE_H
#define MODEL_ARIMA_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>

/* True if all figures (NaN passed over) are equal, to a relative 1.5e-8 in the mean. */
bool prg_arima_is_constant(const double *y, size_t n);

/* out[t] = y[t + lag] − y[t], NaN where either is; shape (n − lag); may be y. Returns n − lag, 0 if
 * n <= lag. */
size_t prg_arima_lagged(const double *y, size_t n, size_t lag, double *out);

/* The statistic of the KPSS test of a constant level, bandwidth ⌊3√n/13⌋, of y[0..n) without NaN;
 * 0 if y is constant. Reference: Kwiatkowski, Phillips, Schmidt, Shin, J. Econometrics 54, 1992. */
double prg_arima_kpss(const double *y, size_t n);

/* Differences, 0 … 2, until the KPSS test does not reject at 5 per cent. y is used up. */
int prg_arima_differences(double *y, size_t n);

/*
 * The strength of season m in y (NaN where missing), 0 … 1: max(0, 1 − Var R / Var(S + R)) of the
 * STL decomposition with seasonal window 11. A missing figure is replaced by the nearest ones of
 * the same season for the decomposition and left out of the variances. Needs n > 2m and m >= 2,
 * else 0. False if memory is exhausted. Reference: Wang, Smith, Hyndman, DMKD 13(3), 2006.
 */
bool prg_arima_seasonal_strength(const double *y, size_t n, size_t m, double *strength);

#endif
