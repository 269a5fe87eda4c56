/* Series as data of a gnuplot script, and the curves that show them. */
#ifndef PRESENT_CURVES_H
#define PRESENT_CURVES_H

#include "present/chart/outline.h"

/* Ends a row of data with which period it is, "# 2022M01"; a year tells it itself. */
void prg_data_end_row(prg_buffer *out, prg_period period);

/* Appends a row of a period and value[0..n). */
void prg_data_row(prg_buffer *out, prg_period period, const double *value, size_t n);

/* Appends the figures as $outcome_N, N = i + 1; */
void prg_data_outcome(const prg_outline *series, size_t i, prg_buffer *out);
/* and the forecast, if there is one, as $forecast_N: median and limits of the 80 and 95 per cent
 * intervals; the first row is the last figure, from which the bands open. */
void prg_data_forecast(const prg_outline *series, size_t i, prg_buffer *out);

/* Begins the next thing to draw, after "plot" or the one before. */
void prg_curve_next(prg_buffer *out, bool *first);
/* Appends the 80 per cent band of $forecast_N in the colour of line style `style`; */
void prg_curve_band(prg_buffer *out, bool *first, size_t i, size_t style);
/* columns 1 and 2 of $BLOCK_N as a line, `look` such as "linestyle 1"; */
void prg_curve_line(prg_buffer *out, bool *first, const char *block, size_t i, const char *look);
/* and as points of that radius, filled or hollow; `look` as there. */
void prg_curve_points(prg_buffer *out, bool *first, const char *block, size_t i, const char *look,
                      double radius);
void prg_curve_holes(prg_buffer *out, bool *first, const char *block, size_t i, const char *look,
                     double radius);

#endif
