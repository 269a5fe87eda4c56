#include "present/canvas/strip.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

static const double first_row = 2.25; /* from the plot area to the first row, in lines */
static const double below_rows = 0.35;
static const double label_part = 0.2; /* of the width, that the labels may take */
static const double label_gap = 10;   /* pixels from a label to the first figure */
static const double figure_gap = 22;  /* pixels between two figures */

double prg_strip_height(const prg_strip *strip) {
  return strip->n == 0 ? 0 : PRG_TEXT_LEADING * ((double)strip->n + below_rows);
}

/* The label as it fits. */
static prg_text_line label_line(const prg_strip *strip, const prg_canvas *canvas, size_t row) {
  prg_text_line line = {"", 0, false};
  prg_text_wrap(strip->label[row], PRG_TEXT_SIZE, strip->of_series, label_part * canvas->width,
                &line, 1);
  return line;
}

/* "249", ".." if it is missing; false if nothing belongs there. */
static bool print_figure(const prg_strip *strip, const prg_canvas *canvas, size_t row, int ordinal,
                         char text[PRG_NUMBER_BYTES]) {
  double value;
  if (!strip->value(strip->chart, row, ordinal, &value))
    return false;
  if (isnan(value))
    strcpy(text, PRG_MISSING_MARK);
  else
    prg_number_people(text, value, strip->decimals, canvas->options->language);
  return true;
}

/* The widest figure. */
static double figure_width(const prg_strip *strip, const prg_axes *axes, const prg_canvas *canvas) {
  double widest = 0;
  for (size_t i = 0; i < strip->n; i++)
    for (int x = axes->x_first; x <= axes->x_last; x++) {
      char text[PRG_NUMBER_BYTES];
      if (print_figure(strip, canvas, i, x, text))
        widest = fmax(widest, prg_text_width(text, PRG_TEXT_SIZE, false));
    }
  return widest;
}

double prg_strip_label_width(const prg_strip *strip, const prg_axes *axes,
                             const prg_canvas *canvas) {
  double widest = 0;
  for (size_t i = 0; i < strip->n; i++) {
    prg_text_line line = label_line(strip, canvas, i);
    double width = prg_text_width_n(line.start, line.length, PRG_TEXT_SIZE, strip->of_series);
    widest = fmax(widest, width + (line.cut ? PRG_TEXT_SIZE : 0));
  }
  /* Half of the first figure may stand before the plot area. */
  double gap = label_gap + figure_width(strip, axes, canvas) / 2;
  return strip->n == 0 ? 0 : widest + gap;
}

void prg_strip_fit(const prg_strip *strip, prg_axes *axes, const prg_canvas *canvas) {
  axes->column_width = strip->n == 0 ? 0 : figure_width(strip, axes, canvas) + figure_gap;
}

static void add_row(const prg_strip *strip, const prg_axes *axes, prg_canvas *canvas, size_t row) {
  prg_text_line line = label_line(strip, canvas, row);
  prg_canvas_text at = {.x = PRG_EDGE,
                        .y = axes->bottom + PRG_TEXT_LEADING * (first_row + (double)row),
                        .face = strip->of_series ? PRG_FACE_BOLD : PRG_FACE_TEXT,
                        .ink = strip->of_series ? PRG_INK_SERIES : PRG_INK_QUIET,
                        .series = row};
  prg_canvas_add_line(canvas, at, &line);
  at.face = PRG_FACE_TEXT;
  at.ink = strip->of_series ? PRG_INK_SERIES : PRG_INK;
  at.align = PRG_CENTRE;
  for (size_t i = 0; i < axes->n_x_tick; i++) {
    char text[PRG_NUMBER_BYTES];
    at.x = prg_axes_x(axes, axes->x_tick[i].at);
    if (print_figure(strip, canvas, row, (int)axes->x_tick[i].at, text))
      prg_canvas_add_text(canvas, at, text, strlen(text));
  }
}

void prg_strip_add(const prg_strip *strip, const prg_axes *axes, prg_canvas *canvas) {
  for (size_t i = 0; i < strip->n; i++)
    add_row(strip, axes, canvas, i);
}
