/* Labels that stand where they belong and never on each other: values at their points, the names
 * at the ends of the lines. */
#include "present/chart/fan.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "present/canvas/gnuplot_text.h"
#include "present/canvas/placing.h"

/* Pixels. */
static const double marker_radius = 11;
static const double column_gap = 26; /* from the plot area to the column of names */
static const double column_least = 380;
static const double column_part = 0.2;    /* of the width, that the names may take */
static const double block_gap = 12;       /* between two names */
static const size_t most_with_values = 3; /* series; with more, only the ends are labelled */

/* The value h periods after the origin; h = 0 is the origin itself. */
static double forecast_value(const prg_outline *series, size_t h) {
  return h == 0 ? prg_outline_last_value(series) : prg_forecast_point(series->forecast, h);
}

prg_box prg_fan_room(const prg_fan *fan) {
  return (prg_box){fan->axes.left + 4, fan->axes.right + column_gap, fan->axes.top,
                   fan->axes.bottom - 4};
}

bool prg_fan_has_room(const prg_fan *fan, const prg_canvas_text *at, const char *text, size_t n) {
  prg_box box = prg_canvas_text_box(at, text, n);
  prg_box inside = prg_fan_room(fan);
  return prg_box_holds(&inside, &box) && prg_canvas_is_free(&fan->canvas, &box);
}

static void add_marker(prg_fan *fan, double ordinal, double value) {
  double x = prg_axes_x(&fan->axes, ordinal), y = prg_axes_y(&fan->axes, value);
  prg_canvas_add_box(&fan->canvas, (prg_box){x - marker_radius, x + marker_radius,
                                             y - marker_radius, y + marker_radius});
}

static void add_line(prg_fan *fan, double ordinal, double from, double to) {
  const prg_axes *axes = &fan->axes;
  if (!isnan(from) && !isnan(to))
    prg_canvas_add_segment(&fan->canvas,
                           (prg_segment){prg_axes_x(axes, ordinal - 1), prg_axes_y(axes, from),
                                         prg_axes_x(axes, ordinal), prg_axes_y(axes, to)});
}

/* The markers and the lines between them, that every label minds. */
void prg_fan_markers(prg_fan *fan) {
  for (size_t i = 0; i < fan->n; i++) {
    const prg_outline *series = &fan->series[i];
    const double *value = series->series->value;
    for (size_t t = series->first; t <= series->last; t++) {
      if (!isnan(value[t]))
        add_marker(fan, prg_fan_ordinal(series, t), value[t]);
      if (t > series->first)
        add_line(fan, prg_fan_ordinal(series, t), value[t - 1], value[t]);
    }
    for (size_t h = 1; h <= series->horizon; h++) {
      int x = prg_outline_origin(series).ordinal + (int)h;
      add_marker(fan, x, forecast_value(series, h));
      add_line(fan, x, forecast_value(series, h - 1), forecast_value(series, h));
    }
  }
}

/* Writes the value beside its point; false if there is no room. */
static bool label_value(prg_fan *fan, size_t i, int ordinal, double value) {
  if (fan->bars)
    return prg_bars_label(fan, i, ordinal, value);
  char text[PRG_NUMBER_BYTES];
  size_t n = prg_number_people(text, value, fan->decimals, fan->canvas.options->language);
  prg_canvas_text at = {.x = prg_axes_x(&fan->axes, ordinal),
                        .y = prg_axes_y(&fan->axes, value),
                        .ink = PRG_INK_SERIES,
                        .series = i};
  prg_box inside = prg_fan_room(fan);
  return prg_place_beside(&fan->canvas, at, text, n, &inside);
}

/* The points that matter most come first, while there is room: the last figure, the end of the
 * forecast, the first figure. False if one has none. */
static bool label_ends(prg_fan *fan, size_t i) {
  const prg_outline *series = &fan->series[i];
  prg_period origin = prg_outline_origin(series);
  bool all = true;
  if (series->horizon > 0 && fan->n <= most_with_values)
    all &= label_value(fan, i, origin.ordinal + (int)series->horizon,
                       forecast_value(series, series->horizon));
  all &= label_value(fan, i, prg_fan_ordinal(series, series->last), prg_outline_last_value(series));
  if (series->first < series->last)
    all &= label_value(fan, i, prg_fan_ordinal(series, series->first),
                       prg_outline_first_value(series));
  return all;
}

static bool label_others(prg_fan *fan, size_t i) {
  const prg_outline *series = &fan->series[i];
  bool all = true;
  for (size_t h = 1; h < series->horizon; h++)
    all &=
        label_value(fan, i, prg_outline_origin(series).ordinal + (int)h, forecast_value(series, h));
  for (size_t t = series->first + 1; t < series->last; t++)
    if (!isnan(series->series->value[t]))
      all &= label_value(fan, i, prg_fan_ordinal(series, t), series->series->value[t]);
  return all;
}

/* Every value of bars beside each other, or none. */
static bool label_groups(prg_fan *fan, bool upright) {
  prg_canvas *canvas = &fan->canvas;
  size_t n_label = canvas->n_label, n_box = canvas->n_box, length = canvas->text.length;
  bool all = true;
  fan->upright = upright;
  for (size_t i = 0; i < fan->n; i++)
    all &= label_ends(fan, i);
  for (size_t i = 0; i < fan->n && all; i++)
    all &= label_others(fan, i);
  fan->upright = false;
  if (all)
    return true;
  canvas->n_label = n_label;
  canvas->n_box = n_box;
  canvas->text.length = length;
  return false;
}

/* True if two neighbours' labels would not fit beside each other. */
static bool is_dense(const prg_fan *fan) {
  char low[PRG_NUMBER_BYTES], high[PRG_NUMBER_BYTES];
  prg_number_people(low, fan->axes.y_lowest_shown, fan->decimals, fan->canvas.options->language);
  prg_number_people(high, fan->axes.y_highest_shown, fan->decimals, fan->canvas.options->language);
  double widest =
      fmax(prg_text_width(low, PRG_TEXT_SIZE, false), prg_text_width(high, PRG_TEXT_SIZE, false));
  if (fan->bars && fan->n > 1)
    return prg_bars_width(fan) < widest;
  return prg_axes_x(&fan->axes, 1) - prg_axes_x(&fan->axes, 0) < widest + 14;
}

/* What the strip below tells need not stand beside every point. */
void prg_fan_values(prg_fan *fan) {
  bool groups = fan->bars && fan->n > 1 && fan->strip.n == 0;
  if (groups && (label_groups(fan, false) || label_groups(fan, true)))
    return;
  for (size_t i = 0; i < fan->n; i++)
    label_ends(fan, i);
  if (fan->strip.n > 0)
    return;
  for (size_t i = 0; i < fan->n && fan->n <= most_with_values && !is_dense(fan); i++)
    label_others(fan, i);
}

static double end_value(const prg_outline *series) {
  return series->horizon > 0 ? forecast_value(series, series->horizon)
                             : prg_outline_last_value(series);
}

/* The name; with so many series that the ends of their lines cannot be told apart by a label
 * each, the value at the end goes before it. */
void prg_fan_names(prg_fan *fan) {
  for (size_t i = 0; i < fan->n; i++) {
    prg_buffer *name = &fan->name[i];
    if (fan->n > most_with_values) {
      prg_buffer_add_people(name, end_value(&fan->series[i]), fan->decimals,
                            fan->canvas.options->language);
      prg_buffer_add(name, "\u00A0");
    }
    prg_add_one_line(name, fan->series[i].series->name);
    fan->canvas.failed = fan->canvas.failed || name->failed;
  }
}

/* A series in the column at the right: its name in lines and, below, what its bands mean. */
typedef struct prg_block {
  prg_text_line name[3];
  size_t n_name, n_band;
  size_t series;
  double y, height; /* of the top; pixels */
} prg_block;

static double column_text_width(const prg_fan *fan) {
  return fmax(column_least, column_part * fan->canvas.width);
}

static prg_block make_block(const prg_fan *fan, size_t i) {
  const prg_outline *series = &fan->series[i];
  prg_block block = {.series = i};
  block.n_name = prg_text_wrap(prg_buffer_string(&fan->name[i]), PRG_TEXT_SIZE, true,
                               column_text_width(fan), block.name, fan->n > 3 ? 2 : 3);
  /* With many series the first one speaks for all: every band is 8 in 10. */
  block.n_band = series->horizon == 0 ? 0 : fan->both_bands ? 2 : i == 0 ? 1 : 0;
  block.height = PRG_TEXT_LEADING * (double)(block.n_name + block.n_band);
  block.y = prg_axes_y(&fan->axes, end_value(series)) - PRG_TEXT_LEADING / 2.0;
  return block;
}

double prg_fan_column_width(const prg_fan *fan) {
  double widest = 0;
  prg_language language = fan->canvas.options->language;
  if (fan->has_forecast) {
    prg_text longest = fan->both_bands ? PRG_TEXT_CHART_BAND_95 : PRG_TEXT_CHART_BAND_80;
    widest = prg_text_width(prg_text_get(longest, language), PRG_TEXT_SIZE, false);
  }
  for (size_t i = 0; i < fan->n; i++) {
    prg_block block = make_block(fan, i);
    for (size_t k = 0; k < block.n_name; k++)
      widest = fmax(
          widest, prg_text_width_n(block.name[k].start, block.name[k].length, PRG_TEXT_SIZE, true) +
                      (block.name[k].cut ? PRG_TEXT_SIZE : 0));
  }
  return column_gap + PRG_SAMPLE + widest;
}

static void add_sample(prg_fan *fan, prg_sample sample) {
  if (fan->n_sample < PRG_FAN_SAMPLES)
    fan->sample[fan->n_sample++] = sample;
}

static void place_block(prg_fan *fan, const prg_block *block) {
  double x = fan->axes.right + column_gap, y = block->y + PRG_TEXT_LEADING / 2.0;
  add_sample(
      fan, (prg_sample){x, y, fan->bars ? PRG_SAMPLE_BAR : PRG_SAMPLE_LINE, block->series, false});
  prg_canvas_text at = {
      .x = x + PRG_SAMPLE, .face = PRG_FACE_BOLD, .ink = PRG_INK_SERIES, .series = block->series};
  for (size_t k = 0; k < block->n_name; k++, y += PRG_TEXT_LEADING) {
    at.y = y;
    prg_canvas_add_line(&fan->canvas, at, &block->name[k]);
  }
  at.face = PRG_FACE_TEXT;
  at.ink = PRG_INK;
  for (size_t k = 0; k < block->n_band; k++, y += PRG_TEXT_LEADING) {
    const char *text = prg_text_get(k == 0 ? PRG_TEXT_CHART_BAND_80 : PRG_TEXT_CHART_BAND_95,
                                    fan->canvas.options->language);
    add_sample(fan, (prg_sample){x, y, k == 0 ? PRG_SAMPLE_80 : PRG_SAMPLE_95, block->series,
                                 fan->both_bands});
    at.y = y;
    prg_canvas_add_text(&fan->canvas, at, text, strlen(text));
  }
}

void prg_fan_column(prg_fan *fan) {
  prg_slot slot[PRG_CHART_SERIES_MAX];
  for (size_t i = 0; i < fan->n; i++) {
    prg_block block = make_block(fan, i);
    slot[i] = (prg_slot){block.y, block.height, i, 0};
  }
  prg_slots_spread(slot, fan->n, fan->axes.top, fan->axes.bottom, block_gap);
  for (size_t k = 0; k < fan->n; k++) {
    prg_block block = make_block(fan, slot[k].item);
    block.y = slot[k].at;
    place_block(fan, &block);
  }
}
