/* Series as bars: solid where it is the outcome, outlined where it is a forecast, with the
 * intervals as bands about the bar's end. Series beside each other differ by stripes, not by colour
 * alone. */
#include "present/chart/fan.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "present/canvas/script.h"
#include "present/chart/chart_types.h"
#include "present/chart/chart_words.h"

#define BARS_MOST 3 /* series beside each other */

/* Parts of a period, that one bar takes, and all bars of a group; the air between two of them. */
static const double alone = 0.68, group = 0.84, between = 0.06;
static const double band_part = 0.62; /* of a bar's width */
/* Pixels. */
static const double value_distance = 34; /* from the end of a bar to the middle of its value */
static const double farthest = 3;        /* times that */

/* Parts of a period. */
static double slot(const prg_fan *fan) {
  return fan->n == 1 ? alone : group / (double)fan->n;
}

static double width(const prg_fan *fan) {
  return slot(fan) * (fan->n == 1 ? 1 : 1 - between);
}

static double offset(const prg_fan *fan, size_t i) {
  return ((double)i - ((double)fan->n - 1) / 2) * slot(fan);
}

double prg_bars_middle(const prg_fan *fan, size_t i, int ordinal) {
  return ordinal + offset(fan, i);
}

double prg_bars_width(const prg_fan *fan) {
  return slot(fan) * (prg_axes_x(&fan->axes, 1) - prg_axes_x(&fan->axes, 0));
}

prg_box prg_bars_box(const prg_fan *fan, size_t i, int ordinal, double value) {
  double middle = prg_bars_middle(fan, i, ordinal);
  double end = prg_axes_y(&fan->axes, value), zero = prg_axes_y(&fan->axes, 0);
  return (prg_box){prg_axes_x(&fan->axes, middle - width(fan) / 2),
                   prg_axes_x(&fan->axes, middle + width(fan) / 2), fmin(end, zero),
                   fmax(end, zero)};
}

static prg_canvas_text text_at(const prg_fan *fan, size_t i, int ordinal, double y) {
  return (prg_canvas_text){.x = prg_axes_x(&fan->axes, prg_bars_middle(fan, i, ordinal)),
                           .y = y,
                           .align = PRG_CENTRE,
                           .ink = PRG_INK_SERIES,
                           .series = i};
}

/* Two dots where a bar would stand: without them it would look like 0. */
static void mark_missing(prg_fan *fan, size_t i, int ordinal) {
  prg_canvas_text at = text_at(fan, i, ordinal, prg_axes_y(&fan->axes, 0) - value_distance / 2);
  prg_canvas_add_text(&fan->canvas, at, PRG_MISSING_MARK, strlen(PRG_MISSING_MARK));
}

void prg_bars_boxes(prg_fan *fan) {
  for (size_t i = 0; i < fan->n; i++) {
    const prg_outline *series = &fan->series[i];
    for (size_t t = series->first; t <= series->last; t++) {
      double value = series->series->value[t];
      int ordinal = prg_fan_ordinal(series, t);
      if (isnan(value))
        mark_missing(fan, i, ordinal);
      else
        prg_canvas_add_box(&fan->canvas, prg_bars_box(fan, i, ordinal, value));
    }
    int origin = prg_outline_origin(series).ordinal;
    for (size_t h = 1; h <= series->horizon; h++)
      prg_canvas_add_box(&fan->canvas, prg_bars_box(fan, i, origin + (int)h,
                                                    prg_forecast_point(series->forecast, h)));
  }
}

/* Within the bar if its end is not too near to zero. */
static bool label_within(prg_fan *fan, prg_canvas_text at, const prg_box *bar, const char *text,
                         size_t n) {
  prg_box box = prg_canvas_text_box(&at, text, n);
  if (box.left < bar->left || box.right > bar->right || box.top < bar->top + 4 ||
      box.bottom > bar->bottom - 4 || prg_canvas_is_crossed(&fan->canvas, &box))
    return false;
  prg_canvas_add_text(&fan->canvas, at, text, n);
  return true;
}

/* Beyond the end of the bar, or aside of that where a neighbour is taller. */
static bool label_beyond(prg_fan *fan, prg_canvas_text at, const char *text, size_t n) {
  double x = at.x, aside = 0.5 * (prg_text_width_n(text, n, PRG_TEXT_SIZE, false) + 8);
  for (int side = 0; side < (fan->n > 1 ? 3 : 1); side++) {
    at.x = x + (side == 0 ? 0 : side == 1 ? 1 : -1) * fmax(0, aside - prg_bars_width(fan) / 2);
    if (!prg_fan_has_room(fan, &at, text, n))
      continue;
    prg_box box = prg_canvas_text_box(&at, text, n);
    prg_canvas_add_text(&fan->canvas, at, text, n);
    prg_canvas_add_box(&fan->canvas, (prg_box){box.left - 5, box.right + 5, box.top, box.bottom});
    return true;
  }
  return false;
}

void prg_bars_label(prg_fan *fan, size_t i, int ordinal, double value) {
  char text[PRG_NUMBER_BYTES];
  size_t n = prg_number_people(text, value, fan->decimals, fan->canvas.options->language);
  prg_box bar = prg_bars_box(fan, i, ordinal, value);
  double out = value < 0 ? 1 : -1, end = value < 0 ? bar.bottom : bar.top;
  bool is_outcome = ordinal <= prg_outline_origin(&fan->series[i]).ordinal;
  prg_canvas_text within = text_at(fan, i, ordinal, end - out * (value_distance - 4));
  within.ink = is_outcome ? PRG_INK_PAPER : PRG_INK_SERIES;
  prg_canvas_text beyond = text_at(fan, i, ordinal, end + out * value_distance);
  if (label_beyond(fan, beyond, text, n) || label_within(fan, within, &bar, text, n))
    return;
  for (double far = 1.5; far <= farthest; far += 0.5) {
    beyond.y = end + out * far * value_distance;
    if (label_beyond(fan, beyond, text, n))
      return;
  }
}

/* "($1 − 0.31):($1 + 0.31)", a bar's sides or those of its bands. */
static void add_sides(const prg_fan *fan, size_t i, double part, prg_buffer *out) {
  for (int side = -1; side <= 1; side += 2) {
    prg_buffer_add(out, side < 0 ? "($1 + " : ":($1 + ");
    prg_script_number(out, offset(fan, i) + side * part * width(fan) / 2);
    prg_buffer_add(out, ")");
  }
}

static void add_boxes(const prg_fan *fan, size_t i, const char *block, const char *ends,
                      double part, prg_buffer *out, bool *first) {
  prg_script_next_curve(out, first);
  prg_buffer_printf(out, "$%s_%zu %susing ($1 + ", block, i + 1,
                    strcmp(block, "forecast") == 0 ? "every ::1 " : "");
  prg_script_number(out, offset(fan, i));
  prg_buffer_add(out, "):2:");
  add_sides(fan, i, part, out);
  prg_buffer_printf(out, ":%s with boxxyerror ", ends);
}

/* White lines along the bars: none in the first series, one in the second, two in the third. */
static void add_stripes(const prg_fan *fan, size_t i, const char *block, prg_buffer *out,
                        bool *first) {
  for (size_t k = 0; k < i; k++) {
    prg_script_next_curve(out, first);
    prg_buffer_printf(out, "$%s_%zu %susing ($1 + ", block, i + 1,
                      strcmp(block, "forecast") == 0 ? "every ::1 " : "");
    prg_script_number(out, offset(fan, i) + width(fan) * ((double)(k + 1) / (double)(i + 1) - 0.5));
    prg_buffer_add(out, "):2 with impulses linecolor rgb paper linewidth 4 notitle");
  }
}

static void add_forecast(const prg_fan *fan, size_t i, prg_buffer *out, bool *first) {
  add_boxes(fan, i, "forecast", "(0):2", 1, out, first);
  prg_buffer_add(out, "fillcolor rgb paper fillstyle solid noborder notitle");
  add_boxes(fan, i, "forecast", "(0):2", 1, out, first);
  prg_buffer_printf(
      out, "fillcolor rgb band(colour[%zu], band_95) fillstyle solid noborder notitle", i + 1);
  add_stripes(fan, i, "forecast", out, first);
  for (int inner = fan->both_bands ? 0 : 1; inner < 2; inner++) {
    add_boxes(fan, i, "forecast", inner ? "3:4" : "5:6", band_part, out, first);
    prg_buffer_printf(out, "fillcolor rgb band(colour[%zu], %s) fillstyle solid noborder notitle",
                      i + 1, inner ? "band_80" : "band_95");
  }
  add_boxes(fan, i, "forecast", "(0):2", 1, out, first);
  prg_buffer_printf(
      out, "linestyle %zu linewidth 3 fillstyle empty border linecolor rgb colour[%zu] notitle",
      11 + i, i + 1);
  prg_script_next_curve(out, first);
  prg_buffer_printf(out, "$forecast_%zu every ::1 using ($1 + ", i + 1);
  prg_script_number(out, offset(fan, i) - width(fan) / 2);
  prg_buffer_add(out, "):2:(");
  prg_script_number(out, width(fan));
  prg_buffer_printf(out, "):(0) with vectors nohead linecolor rgb colour[%zu] linewidth 6 notitle",
                    i + 1);
}

void prg_bars_curves(const prg_fan *fan, prg_buffer *out, bool *first) {
  for (size_t i = 0; i < fan->n; i++) {
    add_boxes(fan, i, "outcome", "(0):2", 1, out, first);
    prg_buffer_printf(out, "fillcolor rgb colour[%zu] fillstyle solid noborder notitle", i + 1);
    add_stripes(fan, i, "outcome", out, first);
    if (fan->series[i].horizon > 0)
      add_forecast(fan, i, out, first);
  }
}

static prg_status draw(const prg_forecast *const *forecast, size_t n,
                       const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  prg_fan bars;
  prg_status status = prg_bars_init(&bars, forecast, n, options, error);
  if (status == PRG_OK) {
    prg_fan_write(&bars, out);
    prg_chart_title(forecast, n, options, &out->title);
    prg_chart_describe(PRG_TEXT_ALT_BARS, PRG_TEXT_ALT_BARS_OF, forecast, n, options,
                       &out->description);
  }
  prg_fan_clear(&bars);
  return status;
}

const prg_chart_type prg_chart_bars = {"bars", PRG_TEXT_CHART_TYPE_BARS, 1, BARS_MOST, draw};
