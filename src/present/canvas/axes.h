/* A plot area of a chart: its place on the canvas, its axes and their ticks. */
#ifndef PRESENT_AXES_H
#define PRESENT_AXES_H

#include "present/canvas/canvas.h"

typedef struct prg_tick {
  double at;
  size_t start, length; /* its label, in prg_canvas.text */
} prg_tick;

#define PRG_TICKS 64

typedef struct prg_axes {
  double left, right, top, bottom; /* pixels */
  double x_low, x_high;
  double y_low, y_high;
  bool cut_axis;     /* the y axis does not begin at 0 */
  prg_period origin; /* the frequency of the x axis, and the last figure */
  int x_first, x_last;
  double column_width; /* the least from one x tick to the next; 0: what their labels need */
  double y_lowest_shown, y_highest_shown;
  prg_tick x_tick[PRG_TICKS], y_tick[PRG_TICKS];
  size_t n_x_tick, n_y_tick;
} prg_axes;

/* Pixels of a place in the data. */
double prg_axes_x(const prg_axes *axes, double ordinal);
double prg_axes_y(const prg_axes *axes, double value);
/* The place in the data of a pixel. */
double prg_axes_ordinal(const prg_axes *axes, double x);

/* Widens what is shown; NaN is passed over. */
void prg_axes_include(prg_axes *axes, double value);

/* PRG_EINPUT if what is shown, or the span of time, is too large for a picture. */
prg_status prg_axes_check(const prg_axes *axes, prg_error *error);

/* Chooses the range of y and its ticks from what is shown and from top and bottom; the axis has
 * whole numbers only if it counts something, and begins at 0 if `from_zero`. */
void prg_axes_y_ticks(prg_axes *axes, prg_canvas *canvas, bool whole, bool from_zero);
/* Chooses the ticks of x from x_first, x_last and the sides. */
void prg_axes_x_ticks(prg_axes *axes, prg_canvas *canvas);
/* Adds one with its label to tick[0..*n), PRG_TICKS at most. */
void prg_add_tick(prg_canvas *canvas, prg_tick *tick, size_t *n, double at, const char *text);
/* How wide the labels of the y axis are; pixels. */
double prg_axes_y_width(const prg_axes *axes, const prg_canvas *canvas);

#endif
