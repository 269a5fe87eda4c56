/* Where labels go so that none lies on another: beside a point, or in a column beside lines. */
#ifndef PRESENT_PLACING_H
#define PRESENT_PLACING_H

#include "present/canvas/canvas.h"

/*
 * Writes the text near the point `at`, whose align is chosen: above or below it, straight or
 * aslant, in the first place that is free and within `inside`; false, and nothing, if none is.
 */
bool prg_place_beside(prg_canvas *canvas, prg_canvas_text at, const char *text, size_t n,
                      const prg_box *inside);

/* The same for the end of a line: at its right, if that is free, else as above. */
bool prg_place_after(prg_canvas *canvas, prg_canvas_text at, const char *text, size_t n,
                     const prg_box *inside);

/* One of several things in a column. */
typedef struct prg_slot {
  double wanted, size; /* where its top would be best, its height; pixels */
  size_t item;         /* which it is */
  double at;           /* where its top comes */
} prg_slot;

/* Sorts slot[0..n) by where they want to be, and finds each a place within low … high, with a gap
 * between: as near as can be to what was wanted. What does not fit leaves at the top. */
void prg_slots_spread(prg_slot *slot, size_t n, double low, double high, double gap);

#endif
