/*
 * Several plot areas in one picture, by gnuplot's multiplot: for each its axes, what lies behind
 * it, its plot; at last the texts of the canvas, which stand on all of them.
 */
#ifndef PRESENT_PANELS_H
#define PRESENT_PANELS_H

#include "present/canvas/axes.h"

/* Panels in rows and columns, filled row by row. */
typedef struct prg_panel_grid {
  prg_box area; /* all of them, without the labels of the outer axes; pixels */
  size_t n, columns, rows;
  double gap_beside, gap_above; /* between two panels; above each, its title's room; pixels */
  double least_width;           /* of a panel, if more than one are to stand beside each other */
} prg_panel_grid;

/* Sets columns and rows so that the panels are about `shape` times as wide as high. */
void prg_panel_grid_arrange(prg_panel_grid *grid, double shape);
/* The plot area of panel i. */
prg_box prg_panel_grid_box(const prg_panel_grid *grid, size_t i);
/* True if no panel lies below panel i: its x axis has labels. */
bool prg_panel_grid_is_lowest(const prg_panel_grid *grid, size_t i);

/* Takes the labels of ticks away; the lines of the grid stay. */
void prg_panel_hide_labels(prg_tick *tick, size_t n);

/* Appends what stands before all panels; before each; and before the last plot: what was set for a
 * panel (rectangles, arrows) is forgotten where the next one begins. */
void prg_panels_begin(prg_buffer *out);
void prg_panels_next(const prg_axes *axes, const prg_canvas *canvas, prg_buffer *out);
/* Appends the texts of the canvas as a plot of their own, and ends the picture. */
void prg_panels_end(const prg_canvas *canvas, prg_buffer *out);

#endif
