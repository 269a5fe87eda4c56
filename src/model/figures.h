/* What the smoothing models ask of a series' figures before they compute. */
#ifndef MODEL_FIGURES_H
#define MODEL_FIGURES_H

#include <prognos/series.h>

/*
 * PRG_EREFUSED if the series has fewer than `least` figures, telling the model's name; PRG_EINPUT
 * if one of them is infinite or so large (1e100) that sums of squares would be.
 */
prg_status prg_figures_check(const prg_series *series, const char *model, size_t least,
                             prg_error *error);

/* True if not all figures are 0 but the largest is so small (1e-100) that squares vanish. */
bool prg_figures_vanish(const prg_series *series);

/* The figures from a figure to the last figure, at most the last `most` periods: borrowed, shape
 * (*n), NaN where one is missing in between. */
const double *prg_figures_used(const prg_series *series, size_t most, size_t *n);

/* Room for n doubles in *array; false if memory is exhausted. Keeps what is large enough. */
bool prg_figures_reserve(double **array, size_t *room, size_t n);

/* u = (y − centre) / scale: the first figure is 0 and the one farthest from it ±1; scale 1 if all
 * are equal. y[0] is a figure. NaN stays; u may be y. */
void prg_figures_centre(const double *y, size_t n, double *u, double *centre, double *scale);

/*
 * The largest power of ten, at most 1, of which all figures are multiples (to a relative 1e-9):
 * 1 for whole numbers, 0.1 for 12.5 and 13; but no less than 1e-9 of the largest figure, since
 * digits beyond that are not told apart. NaN is passed over; 1 if there are no figures.
 */
double prg_rounding_unit(const double *value, size_t n);

/* What is added to the figures before a root or a logarithm is taken: ½ for counts, whole numbers
 * none of which is negative; half the smallest positive figure if there are zeros and no negative
 * one; else 0. NaN is passed over. */
#define PRG_COUNT_OFFSET 0.5
double prg_figures_offset(const double *value, size_t n);

/* unit²/12, the variance of an error uniform over one unit: no forecast is surer than that. */
double prg_rounding_variance(double unit);

#endif
