/*
 * Canvas and axes as gnuplot source. A script holds numbers written here, single-quoted text, and
 * nothing else that comes from outside: see gnuplot_text.h and theme.h.
 */
#ifndef PRESENT_SCRIPT_H
#define PRESENT_SCRIPT_H

#include "present/canvas/axes.h"

/* Radius of a marker and of the hole in a hollow one; a sample of a line; a swatch; pixels. */
#define PRG_MARKER 9.0
#define PRG_MARKER_HOLE 4.5
#define PRG_SAMPLE_LENGTH 64.0
#define PRG_SWATCH_HEIGHT 24.0

/* Appends a number: any figure to ten digits is exact enough for a picture. */
void prg_script_number(prg_buffer *out, double value);
/* Appends pixels from the top left corner as "screen x, screen y". */
void prg_script_place(const prg_canvas *canvas, prg_buffer *out, double x, double y);

/* Appends "set object rectangle" over the box. */
void prg_script_rectangle(const prg_canvas *canvas, prg_buffer *out, const prg_box *box);
/* Appends what comes first: where the script is from, the theme, the terminals. */
void prg_script_head(const prg_canvas *canvas, prg_buffer *out);
/* Appends margins, ranges, grid and ticks. */
void prg_script_axes(const prg_axes *axes, const prg_canvas *canvas, prg_buffer *out);
/* Appends every text of the canvas. */
void prg_script_labels(const prg_canvas *canvas, prg_buffer *out);

#endif
