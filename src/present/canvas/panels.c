#include "present/canvas/panels.h"

#include <math.h>

#include "present/canvas/script.h"

static double panel_width(const prg_panel_grid *grid) {
  double gaps = grid->gap_beside * (double)(grid->columns - 1);
  return (grid->area.right - grid->area.left - gaps) / (double)grid->columns;
}

static double panel_height(const prg_panel_grid *grid) {
  return (grid->area.bottom - grid->area.top) / (double)grid->rows - grid->gap_above;
}

void prg_panel_grid_arrange(prg_panel_grid *grid, double shape) {
  double best = INFINITY;
  size_t columns = 1;
  for (size_t k = 1; k <= grid->n; k++) {
    grid->columns = k;
    grid->rows = (grid->n + k - 1) / k;
    if (k > 1 && panel_width(grid) < grid->least_width)
      break;
    double empty = 2 * (double)(grid->rows * k - grid->n) / (double)grid->n;
    double off = fabs(log(panel_width(grid) / fmax(1, panel_height(grid)) / shape)) + empty;
    if (off < best) {
      best = off;
      columns = k;
    }
  }
  grid->columns = columns;
  grid->rows = (grid->n + columns - 1) / columns;
}

prg_box prg_panel_grid_box(const prg_panel_grid *grid, size_t i) {
  double width = panel_width(grid), height = panel_height(grid);
  double left = grid->area.left + (double)(i % grid->columns) * (width + grid->gap_beside);
  double top = grid->area.top + (double)(i / grid->columns) * (height + grid->gap_above);
  return (prg_box){left, left + width, top + grid->gap_above, top + grid->gap_above + height};
}

bool prg_panel_grid_is_lowest(const prg_panel_grid *grid, size_t i) {
  return i + grid->columns >= grid->n;
}

void prg_panel_hide_labels(prg_tick *tick, size_t n) {
  for (size_t i = 0; i < n; i++)
    tick[i].length = 0;
}

void prg_panels_begin(prg_buffer *out) {
  prg_buffer_add(out, "set multiplot\n");
}

void prg_panels_next(const prg_axes *axes, const prg_canvas *canvas, prg_buffer *out) {
  prg_buffer_add(out, "\nunset object\nunset arrow\nunset label\n");
  prg_script_axes(axes, canvas, out);
}

void prg_panels_end(const prg_canvas *canvas, prg_buffer *out) {
  prg_buffer_add(out, "\nunset object\nunset arrow\nunset tics\nunset grid\n"
                      "set lmargin at screen 0\nset rmargin at screen 1\n"
                      "set tmargin at screen 1\nset bmargin at screen 0\n"
                      "set xrange [0:1]\nset yrange [0:1]\n");
  prg_script_labels(canvas, out);
  prg_buffer_add(out, "plot NaN notitle\nunset multiplot\nset output\n");
}
