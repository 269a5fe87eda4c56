/* A strip of figures below the plot area, each under the label of its period. */
#ifndef PRESENT_STRIP_H
#define PRESENT_STRIP_H

#include "present/canvas/axes.h"

#define PRG_STRIP_ROWS 8

/* False if the row has nothing in that period; NaN if a figure is missing there. */
typedef bool prg_strip_value(const void *chart, size_t row, int ordinal, double *value);

typedef struct prg_strip {
  size_t n;                          /* rows; 0: there is no strip */
  const char *label[PRG_STRIP_ROWS]; /* one line, cut if it is long; borrowed */
  bool of_series;                    /* row i is series i, and has its colour */
  prg_strip_value *value;
  const void *chart; /* handed to `value` */
  int decimals;
} prg_strip;

/* What the strip takes of the height, and of the width at the left of the plot area; pixels. */
double prg_strip_height(const prg_strip *strip);
double prg_strip_label_width(const prg_strip *strip, const prg_axes *axes,
                             const prg_canvas *canvas);
/* Sees to it that the ticks of x, chosen after this, stand as far apart as the figures need. */
void prg_strip_fit(const prg_strip *strip, prg_axes *axes, const prg_canvas *canvas);
/* Writes the figures under the ticks. */
void prg_strip_add(const prg_strip *strip, const prg_axes *axes, prg_canvas *canvas);

#endif
