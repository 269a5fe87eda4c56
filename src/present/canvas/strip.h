/* A strip of figures below the plot area, each under the label of its period. */
#ifndef PRESENT_STRIP_H
#define PRESENT_STRIP_H

#include <prognos/number.h>

#include "present/canvas/axes.h"

#define PRG_STRIP_ROWS 10

/* False if the row has nothing in that period; NaN if a figure is missing there. */
typedef bool prg_strip_value(const void *chart, size_t row, int ordinal, double *value);
/* Writes a figure; returns its length. */
typedef size_t prg_strip_print(char text[PRG_NUMBER_BYTES + 2], double value, int decimals,
                               prg_language language);

typedef struct prg_strip {
  size_t n;                         /* rows; 0: there is no strip */
  prg_buffer label[PRG_STRIP_ROWS]; /* one line, cut if it is long */
  size_t n_plain;                   /* that many rows at the top have no colour of a series */
  prg_strip_value *value;
  prg_strip_print *print; /* NULL: without a plus sign */
  const void *chart;      /* handed to `value` */
  int decimals;
} prg_strip;

/* Adds a row at the bottom, of PRG_STRIP_ROWS at most. prg_strip_clear it after use. */
void prg_strip_add_row(prg_strip *strip, const char *label);
void prg_strip_clear(prg_strip *strip);
/* PRG_EUSAGE if the rows leave the plot area less than `least` of its height; pixels. */
prg_status prg_strip_check(const prg_strip *strip, const prg_axes *axes, double least,
                           prg_error *error);
/* True if a figure is missing in a row. */
bool prg_strip_has_gap(const prg_strip *strip, const prg_axes *axes);

/* What the strip takes of the height, and of the width at the left of the plot area; pixels. */
double prg_strip_height(const prg_strip *strip);
double prg_strip_label_width(const prg_strip *strip, const prg_axes *axes,
                             const prg_canvas *canvas);
/* Sees to it that the ticks of x, chosen after this, stand as far apart as the figures need. */
void prg_strip_fit(const prg_strip *strip, prg_axes *axes, const prg_canvas *canvas);
/* Writes the figures under the ticks. */
void prg_strip_add(const prg_strip *strip, const prg_axes *axes, prg_canvas *canvas);

#endif
