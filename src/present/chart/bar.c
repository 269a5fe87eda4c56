#include "present/chart/bar.h"

#include <math.h>
#include <string.h>

#include "present/canvas/script.h"
#include "present/chart/chart_words.h"
#include "present/chart/curves.h"

static const double band_part = 0.62; /* of a bar's width */
/* Pixels. */
static const double distance = 34;         /* from the end of a bar to the middle of its value */
static const double distance_within = 30;  /* the same of a value within it */
static const double distance_upright = 12; /* to the nearer end of an upright value */
static const double farthest = 3;          /* times the distance */

prg_box prg_bar_box(const prg_bar *bar, const prg_axes *axes, int ordinal, double value) {
  double middle = ordinal + bar->offset;
  double end = prg_axes_y(axes, value), zero = prg_axes_y(axes, 0);
  return (prg_box){prg_axes_x(axes, middle - bar->width / 2),
                   prg_axes_x(axes, middle + bar->width / 2), fmin(end, zero), fmax(end, zero)};
}

/* "($1 − 0.34):($1 + 0.34)", a bar's sides or those of its bands. */
static void add_sides(const prg_bar *bar, double part, prg_buffer *out) {
  for (int side = -1; side <= 1; side += 2) {
    prg_buffer_add(out, side < 0 ? "($1 + " : ":($1 + ");
    prg_script_number(out, bar->offset + side * part * bar->width / 2);
    prg_buffer_add(out, ")");
  }
}

static void begin(const char *data, double offset, prg_buffer *out, bool *first) {
  prg_curve_next(out, first);
  prg_buffer_printf(out, "%s using ($1 + ", data);
  prg_script_number(out, offset);
  prg_buffer_add(out, "):2");
}

/* Boxes between the columns `ends`. */
static void add_boxes(const prg_bar *bar, const char *data, const char *ends, double part,
                      prg_buffer *out, bool *first) {
  begin(data, bar->offset, out, first);
  prg_buffer_add(out, ":");
  add_sides(bar, part, out);
  prg_buffer_printf(out, ":%s with boxxyerror ", ends);
}

static void add_stripes(const prg_bar *bar, const char *data, prg_buffer *out, bool *first) {
  for (size_t k = 0; k < bar->series; k++) {
    double across = (double)(k + 1) / (double)(bar->series + 1) - 0.5;
    begin(data, bar->offset + bar->width * across, out, first);
    prg_buffer_add(out, " with impulses linecolor rgb paper linewidth 4 notitle");
  }
}

void prg_bar_outcome(const prg_bar *bar, const char *data, prg_buffer *out, bool *first) {
  add_boxes(bar, data, "(0):2", 1, out, first);
  prg_buffer_printf(out, "fillcolor rgb colour[%zu] fillstyle solid noborder notitle",
                    bar->series + 1);
  add_stripes(bar, data, out, first);
}

/* On paper, so that neither zone nor grid shows through. */
static void add_light_bars(const prg_bar *bar, const char *data, prg_buffer *out, bool *first) {
  add_boxes(bar, data, "(0):2", 1, out, first);
  prg_buffer_add(out, "fillcolor rgb paper fillstyle solid noborder notitle");
  add_boxes(bar, data, "(0):2", 1, out, first);
  prg_buffer_printf(out,
                    "fillcolor rgb band(colour[%zu], band_95) fillstyle solid noborder notitle",
                    bar->series + 1);
  add_stripes(bar, data, out, first);
}

void prg_bar_forecast(const prg_bar *bar, const char *data, bool both, prg_buffer *out,
                      bool *first) {
  size_t style = bar->series + 1;
  add_light_bars(bar, data, out, first);
  for (int inner = both ? 0 : 1; inner < 2; inner++) {
    add_boxes(bar, data, inner ? "3:4" : "5:6", band_part, out, first);
    prg_buffer_printf(out, "fillcolor rgb band(colour[%zu], %s) fillstyle solid noborder notitle",
                      style, inner ? "band_80" : "band_95");
  }
  add_boxes(bar, data, "(0):2", 1, out, first);
  prg_buffer_printf(out,
                    "linestyle %zu linewidth 3 fillstyle empty border linecolor rgb colour[%zu] "
                    "notitle",
                    10 + style, style);
  begin(data, bar->offset - bar->width / 2, out, first);
  prg_buffer_add(out, ":(");
  prg_script_number(out, bar->width);
  prg_buffer_printf(out, "):(0) with vectors nohead linecolor rgb colour[%zu] linewidth 6 notitle",
                    style);
}

static prg_canvas_text text_at(const prg_box *bar, size_t series, double y) {
  return (prg_canvas_text){.x = (bar->left + bar->right) / 2,
                           .y = y,
                           .align = PRG_CENTRE,
                           .ink = PRG_INK_SERIES,
                           .series = series};
}

/* Beyond the end of the bar, or aside of that where a neighbour is taller. */
static bool label_beyond(prg_canvas *canvas, prg_canvas_text at, const prg_box *room,
                         const prg_bar_value *value) {
  double x = at.x;
  for (int side = 0; side < (value->aside > 0 ? 3 : 1); side++) {
    at.x = x + (side == 0 ? 0 : side == 1 ? 1 : -1) * value->aside;
    prg_box box = prg_canvas_text_box(&at, value->text, value->length);
    if (!prg_box_holds(room, &box) || !prg_canvas_is_free(canvas, &box))
      continue;
    prg_canvas_add_text(canvas, at, value->text, value->length);
    prg_canvas_add_box(canvas, (prg_box){box.left - 5, box.right + 5, box.top, box.bottom});
    return true;
  }
  return false;
}

static bool label_within(prg_canvas *canvas, prg_canvas_text at, const prg_box *bar,
                         const prg_bar_value *value) {
  prg_box box = prg_canvas_text_box(&at, value->text, value->length);
  prg_box inside = {bar->left, bar->right, bar->top + 4, bar->bottom - 4};
  if (!prg_box_holds(&inside, &box) || prg_canvas_is_crossed(canvas, &box))
    return false;
  prg_canvas_add_text(canvas, at, value->text, value->length);
  return true;
}

/* Read from below, close to the end of its bar. */
static bool label_upright(prg_canvas *canvas, prg_canvas_text at, const prg_box *room,
                          const prg_bar_value *value) {
  at.upright = true;
  prg_box box = prg_canvas_text_box(&at, value->text, value->length);
  if (!prg_box_holds(room, &box) || !prg_canvas_is_free(canvas, &box))
    return false;
  prg_canvas_add_text(canvas, at, value->text, value->length);
  prg_canvas_add_box(canvas, box);
  return true;
}

bool prg_bar_label(prg_canvas *canvas, const prg_box *room, const prg_box *bar,
                   const prg_bar_value *value) {
  double out = value->down ? 1 : -1, end = value->down ? bar->bottom : bar->top;
  prg_canvas_text within = text_at(bar, value->series, end - out * distance_within);
  prg_canvas_text beyond = text_at(bar, value->series, end + out * distance);
  if (value->upright) {
    double length = prg_text_width_n(value->text, value->length, PRG_TEXT_SIZE, false);
    beyond.y = end + out * (distance_upright + length / 2);
    return label_upright(canvas, beyond, room, value);
  }
  if (!value->is_forecast)
    within.ink = PRG_INK_ON_SERIES;
  if (label_beyond(canvas, beyond, room, value) || label_within(canvas, within, bar, value))
    return true;
  for (double far = 1.5; far <= farthest; far += 0.5) {
    beyond.y = end + out * far * distance;
    if (label_beyond(canvas, beyond, room, value))
      return true;
  }
  return false;
}

void prg_bar_mark_missing(prg_canvas *canvas, const prg_box *bar, size_t series) {
  prg_canvas_text at = text_at(bar, series, bar->bottom - distance / 2);
  prg_canvas_add_text(canvas, at, PRG_MISSING_MARK, strlen(PRG_MISSING_MARK));
  prg_canvas_add_box(canvas, prg_canvas_text_box(&at, PRG_MISSING_MARK, strlen(PRG_MISSING_MARK)));
}
