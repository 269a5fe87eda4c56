/* Bars over time: solid where they are the outcome, outlined where they are a forecast, with the
 * intervals as bands about their ends; and where their values stand. */
#ifndef PRESENT_BAR_H
#define PRESENT_BAR_H

#include "present/canvas/axes.h"

#define PRG_BAR_ALONE 0.68 /* of a period, that a bar takes that has it for itself */

/* The bars of one series. Without colour they are told apart by white stripes: none in the first
 * series, one in the second, two in the third. */
typedef struct prg_bar {
  size_t series;
  double offset, width; /* of their middle from their period's; parts of a period */
} prg_bar;

/* Pixels of the bar from 0 to the value. */
prg_box prg_bar_box(const prg_bar *bar, const prg_axes *axes, int ordinal, double value);

/* Appends curves of the rows of `data`, such as "$change": period, value */
void prg_bar_outcome(const prg_bar *bar, const char *data, prg_buffer *out, bool *first);
/* and the limits of the 80 per cent interval, with `both` of the 95 per cent one, too. */
void prg_bar_forecast(const prg_bar *bar, const char *data, bool both, prg_buffer *out,
                      bool *first);

typedef struct prg_bar_value {
  const char *text;
  size_t length, series;
  bool down, is_forecast;
  double aside; /* how far it may be moved to either side of the bar's middle; pixels */
  bool upright; /* it reads from below, so that a narrow bar has it beyond its end */
} prg_bar_value;

/* Writes the value beyond the end of the bar, or within it, or farther out; false if there is no
 * room. */
bool prg_bar_label(prg_canvas *canvas, const prg_box *room, const prg_box *bar,
                   const prg_bar_value *value);
/* Two dots where a bar would stand whose figure is missing: without them it would look like 0. */
void prg_bar_mark_missing(prg_canvas *canvas, const prg_box *bar, size_t series);

#endif
