/* The three zones of a chart over time: outcome, forecast, outlook. */
#ifndef PRESENT_ZONES_H
#define PRESENT_ZONES_H

#include "present/canvas/axes.h"

typedef struct prg_zones {
  bool has_forecast; /* else there are none */
  int outlook;       /* the last ordinal that is called forecast; what comes after it is outlook */
} prg_zones;

/* Five years are called forecast. */
int prg_zones_outlook(prg_period origin);
/* Writes the names above the plot area. */
void prg_zones_names(const prg_zones *zones, const prg_axes *axes, prg_canvas *canvas);
/* Appends their rectangles and the lines where they begin, from the bottom of the plot area up to
 * `top`, */
void prg_zones_script(const prg_zones *zones, const prg_axes *axes, const prg_canvas *canvas,
                      double top, prg_buffer *out);
/* which is here where they lie behind their names. */
double prg_zones_top(const prg_axes *axes);
/* Pixels between the heading and the plot area. */
double prg_zones_room(const prg_zones *zones);

#endif
