#include "present/canvas/strip.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "present/canvas/gnuplot_text.h"

static const double first_row = 2.25; /* from the plot area to the first row, in lines */
static const double below_rows = 0.35;
static const double label_part = 0.2; /* of the width, that the labels may take */
static const double label_gap = 10;   /* pixels from a label to the first figure */
static const double figure_gap = 22;  /* pixels between two figures */

void prg_strip_add_row(prg_strip *strip, const char *label) {
  assert(strip->n < PRG_STRIP_ROWS);
  prg_add_one_line(&strip->label[strip->n++], label);
}

void prg_strip_clear(prg_strip *strip) {
  for (size_t i = 0; i < strip->n; i++)
    prg_buffer_free(&strip->label[i]);
  strip->n = 0;
}

double prg_strip_height(const prg_strip *strip) {
  return strip->n == 0 ? 0 : PRG_TEXT_LEADING * ((double)strip->n + below_rows);
}

prg_status prg_strip_check(const prg_strip *strip, const prg_axes *axes, double least,
                           prg_error *error) {
  if (strip->n > 0 && axes->bottom - axes->top < least)
    return prg_fail(error, PRG_TEXT_CHART_TABLE_ROOM, PRG_ARGS(prg_integer((long long)strip->n)));
  return PRG_OK;
}

static bool is_plain(const prg_strip *strip, size_t row) {
  return row < strip->n_plain;
}

/* The label as it fits. */
static prg_text_line label_line(const prg_strip *strip, const prg_canvas *canvas, size_t row) {
  prg_text_line line = {"", 0, false};
  prg_text_wrap(prg_buffer_string(&strip->label[row]), PRG_TEXT_SIZE, !is_plain(strip, row),
                label_part * canvas->width, &line, 1);
  return line;
}

/* "249", ".." if it is missing; false if nothing belongs there. */
static bool print_figure(const prg_strip *strip, const prg_canvas *canvas, size_t row, int ordinal,
                         char text[PRG_NUMBER_BYTES + 2]) {
  double value;
  if (!strip->value(strip->chart, row, ordinal, &value))
    return false;
  if (isnan(value))
    strcpy(text, PRG_MISSING_MARK);
  else if (strip->print != NULL)
    strip->print(text, value, strip->decimals, canvas->options->language);
  else
    prg_number_people(text, value, strip->decimals, canvas->options->language);
  return true;
}

bool prg_strip_has_gap(const prg_strip *strip, const prg_axes *axes) {
  double value;
  for (size_t i = 0; i < strip->n; i++)
    for (int x = axes->x_first; x <= axes->x_last; x++)
      if (strip->value(strip->chart, i, x, &value) && isnan(value))
        return true;
  return false;
}

/* The widest figure. */
static double figure_width(const prg_strip *strip, const prg_axes *axes, const prg_canvas *canvas) {
  double widest = 0;
  for (size_t i = 0; i < strip->n; i++)
    for (int x = axes->x_first; x <= axes->x_last; x++) {
      char text[PRG_NUMBER_BYTES + 2];
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
    double width = prg_text_width_n(line.start, line.length, PRG_TEXT_SIZE, !is_plain(strip, i));
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
  bool plain = is_plain(strip, row);
  prg_canvas_text at = {.x = PRG_EDGE,
                        .y = axes->bottom + PRG_TEXT_LEADING * (first_row + (double)row),
                        .face = plain ? PRG_FACE_TEXT : PRG_FACE_BOLD,
                        .ink = plain ? PRG_INK_QUIET : PRG_INK_SERIES,
                        .series = plain ? 0 : row - strip->n_plain};
  prg_canvas_add_line(canvas, at, &line);
  at.face = PRG_FACE_TEXT;
  at.ink = plain ? PRG_INK : PRG_INK_SERIES;
  at.align = PRG_CENTRE;
  for (size_t i = 0; i < axes->n_x_tick; i++) {
    char text[PRG_NUMBER_BYTES + 2];
    at.x = prg_axes_x(axes, axes->x_tick[i].at);
    if (print_figure(strip, canvas, row, (int)axes->x_tick[i].at, text))
      prg_canvas_add_text(canvas, at, text, strlen(text));
  }
}

void prg_strip_add(const prg_strip *strip, const prg_axes *axes, prg_canvas *canvas) {
  for (size_t i = 0; i < strip->n; i++)
    add_row(strip, axes, canvas, i);
}
