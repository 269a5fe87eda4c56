/* Series as bars, beside each other. */
#include "present/chart/fan.h"

#include <math.h>
#include <stdio.h>

#include <prognos/number.h>

#include "present/chart/bar.h"
#include "present/chart/chart_types.h"
#include "present/chart/chart_words.h"

#define BARS_MOST 3 /* series beside each other */

/* Parts of a period that all bars of a group take, and of a bar that is air before the next one. */
static const double group = 0.84, between = 0.06;

/* Parts of a period. */
static double slot(const prg_fan *fan) {
  return fan->n == 1 ? PRG_BAR_ALONE : group / (double)fan->n;
}

static prg_bar bar_of(const prg_fan *fan, size_t i) {
  return (prg_bar){.series = i,
                   .offset = ((double)i - ((double)fan->n - 1) / 2) * slot(fan),
                   .width = slot(fan) * (fan->n == 1 ? 1 : 1 - between)};
}

double prg_bars_middle(const prg_fan *fan, size_t i, int ordinal) {
  return ordinal + bar_of(fan, i).offset;
}

double prg_bars_width(const prg_fan *fan) {
  return slot(fan) * (prg_axes_x(&fan->axes, 1) - prg_axes_x(&fan->axes, 0));
}

prg_box prg_bars_box(const prg_fan *fan, size_t i, int ordinal, double value) {
  prg_bar bar = bar_of(fan, i);
  return prg_bar_box(&bar, &fan->axes, ordinal, value);
}

static void add_bar(prg_fan *fan, size_t i, int ordinal, double value) {
  prg_box box = prg_bars_box(fan, i, ordinal, isnan(value) ? 0 : value);
  if (isnan(value))
    prg_bar_mark_missing(&fan->canvas, &box, i);
  else
    prg_canvas_add_box(&fan->canvas, box);
}

void prg_bars_boxes(prg_fan *fan) {
  for (size_t i = 0; i < fan->n; i++) {
    const prg_outline *series = &fan->series[i];
    for (size_t t = series->first; t <= series->last; t++)
      add_bar(fan, i, prg_fan_ordinal(series, t), series->series->value[t]);
    for (size_t h = 1; h <= series->horizon; h++)
      add_bar(fan, i, prg_forecast_period(series->forecast, h).ordinal,
              prg_forecast_point(series->forecast, h));
  }
}

bool prg_bars_label(prg_fan *fan, size_t i, int ordinal, double value) {
  char text[PRG_NUMBER_BYTES];
  prg_bar_value label = {.text = text, .series = i, .down = value < 0, .upright = fan->upright};
  label.length = prg_number_people(text, value, fan->decimals, fan->canvas.options->language);
  label.is_forecast = ordinal > prg_outline_origin(&fan->series[i]).ordinal;
  double wide = prg_text_width_n(text, label.length, PRG_TEXT_SIZE, false) + 8;
  if (fan->n > 1)
    label.aside = fmax(0, wide - prg_bars_width(fan)) / 2;
  prg_box bar = prg_bars_box(fan, i, ordinal, value), room = prg_fan_room(fan);
  return prg_bar_label(&fan->canvas, &room, &bar, &label);
}

void prg_bars_curves(const prg_fan *fan, prg_buffer *out, bool *first) {
  for (size_t i = 0; i < fan->n; i++) {
    prg_bar bar = bar_of(fan, i);
    char data[64];
    snprintf(data, sizeof data, "$outcome_%zu", i + 1);
    prg_bar_outcome(&bar, data, out, first);
    snprintf(data, sizeof data, "$forecast_%zu every ::1", i + 1);
    if (fan->series[i].horizon > 0)
      prg_bar_forecast(&bar, data, fan->both_bands, out, first);
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

const prg_chart_type prg_chart_bars = {"bars",       PRG_TEXT_CHART_TYPE_BARS, 1, BARS_MOST, draw,
                                       PRG_TEXT_NONE};
