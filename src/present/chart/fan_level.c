/* The line of places: where it steps, what its steps are called, where a series first rises above
 * it. */
#include "present/chart/fan.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "base/word.h"
#include "present/chart/level.h"

/* Pixels. */
static const double level_distance = 24; /* from the line to the middle of its label */
static const double level_inset = 16;
static const int level_tries = 13; /* places along a step, that are tried */
static const double ring_radius = 19;
static const double ring_distance = 46; /* from the ring to the middle of its label */

double prg_fan_level(const prg_fan *fan, int ordinal) {
  return prg_level_at(fan->canvas.options, fan->level_of,
                      (prg_period){fan->axes.origin.frequency, ordinal});
}

/* The last ordinal of the step that begins at `from`. */
static int step_end(const prg_fan *fan, int from) {
  double level = prg_fan_level(fan, from);
  int x = from;
  while (x < fan->axes.x_last &&
         (prg_fan_level(fan, x + 1) == level || (isnan(level) && isnan(prg_fan_level(fan, x + 1)))))
    x++;
  return x;
}

/* Above or below the step, as far to the left as it is free. */
static bool find_place(const prg_fan *fan, prg_canvas_text *at, double room, const char *text,
                       size_t n) {
  double y = at->y, x = at->x;
  for (int k = 0; k < 2 * level_tries; k++) {
    at->x = x + (k - k % 2) * fmax(0, room) / (2 * (level_tries - 1));
    at->y = y + (k % 2 == 0 ? -level_distance : level_distance);
    if (prg_fan_has_room(fan, at, text, n))
      return true;
  }
  at->x = x;
  at->y = y - level_distance;
  return false;
}

/* "Kapacitet 270"; the first step has its label always, a later one if there is room. */
static void label_step(prg_fan *fan, int from, int to, bool first) {
  const prg_chart_options *options = fan->canvas.options;
  bool named = word_is_given(options->capacity_label);
  double level = prg_fan_level(fan, from);
  prg_buffer text = {0};
  if (first) {
    prg_buffer_add(&text, named ? options->capacity_label
                                : prg_text_get(PRG_TEXT_CHART_CAPACITY, options->language));
    prg_buffer_add_char(&text, ' ');
  }
  prg_buffer_add_people(&text, level, -1, options->language);
  const char *string = prg_buffer_string(&text);
  double left = fmax(fan->axes.left, prg_axes_x(&fan->axes, from - 0.5));
  double right = fmin(fan->axes.right, prg_axes_x(&fan->axes, to + 0.5));
  double width = prg_text_width_n(string, text.length, PRG_TEXT_SIZE, false);
  prg_canvas_text at = {
      .x = left + level_inset, .y = prg_axes_y(&fan->axes, level), .ink = PRG_INK_CAPACITY};
  if (find_place(fan, &at, right - left - width - 2 * level_inset, string, text.length) || first) {
    prg_canvas_add_text(&fan->canvas, at, string, text.length);
    prg_canvas_add_box(&fan->canvas, prg_canvas_text_box(&at, string, text.length));
  }
  fan->canvas.failed = fan->canvas.failed || text.failed;
  prg_buffer_free(&text);
}

/* The steps and what joins them, that later labels mind. */
static void add_level_lines(prg_fan *fan) {
  double before = NAN;
  for (int x = fan->axes.x_first; x <= fan->axes.x_last; x++) {
    double level = prg_fan_level(fan, x), y = prg_axes_y(&fan->axes, level);
    double left = prg_axes_x(&fan->axes, x - 0.5), right = prg_axes_x(&fan->axes, x + 0.5);
    if (!isnan(level))
      prg_canvas_add_segment(&fan->canvas, (prg_segment){left, y, right, y});
    if (!isnan(level) && !isnan(before))
      prg_canvas_add_segment(&fan->canvas, (prg_segment){left, before, left, y});
    before = y;
  }
}

void prg_fan_label_level(prg_fan *fan) {
  if (!fan->has_capacity)
    return;
  bool first = true;
  for (int from = fan->axes.x_first, to; from <= fan->axes.x_last; from = to + 1) {
    to = step_end(fan, from);
    if (isnan(prg_fan_level(fan, from)))
      continue;
    label_step(fan, from, to, first);
    first = false;
  }
  add_level_lines(fan);
}

/* "år 2026 troligen över" below or above the ring, where it is free. */
static void label_crossing(prg_fan *fan, double x, double y, prg_period when) {
  static const double side[][2] = {{0, 1}, {1, 1}, {-1, 1}, {0, -1}, {-1, -1}, {1, -1}};
  prg_message message;
  prg_buffer text = {0};
  prg_message_set(&message, PRG_TEXT_CHART_FIRST_ABOVE,
                  PRG_ARGS(prg_when(when, fan->canvas.options->language)));
  prg_message_write(&message, fan->canvas.options->language, &text);
  const char *string = prg_buffer_string(&text);
  double aside = prg_text_width_n(string, text.length, PRG_TEXT_SIZE, false) / 2;
  for (size_t k = 0; k < 3 * sizeof side / sizeof side[0]; k++) {
    const double *to = side[k % (sizeof side / sizeof side[0])];
    double farther = 1 + 0.7 * (double)(k / (sizeof side / sizeof side[0]));
    prg_canvas_text at = {.x = x + to[0] * aside,
                          .y = y + to[1] * ring_distance * farther,
                          .align = PRG_CENTRE,
                          .ink = PRG_INK_CAPACITY};
    if (!prg_fan_has_room(fan, &at, string, text.length))
      continue;
    prg_canvas_add_text(&fan->canvas, at, string, text.length);
    prg_canvas_add_box(&fan->canvas, prg_canvas_text_box(&at, string, text.length));
    break;
  }
  prg_buffer_free(&text);
}

void prg_fan_crossings(prg_fan *fan) {
  for (size_t i = 0; fan->has_capacity && i < fan->n; i++) {
    const prg_outline *series = &fan->series[i];
    size_t h = prg_level_crossing(fan->canvas.options, series);
    if (h == 0 || prg_level_is_passed(fan->canvas.options, series))
      continue;
    prg_period when = prg_forecast_period(series->forecast, h);
    if (prg_level_at(fan->canvas.options, series->series->name, when) !=
        prg_fan_level(fan, when.ordinal))
      continue; /* the unit has places of its own, that no line shows */
    double value = prg_forecast_point(series->forecast, h);
    double at = fan->bars ? prg_bars_middle(fan, i, when.ordinal) : when.ordinal;
    double x = prg_axes_x(&fan->axes, at), y = prg_axes_y(&fan->axes, value);
    fan->ring[fan->n_ring++] = (prg_fan_ring){x, y};
    prg_canvas_add_box(&fan->canvas, (prg_box){x - ring_radius, x + ring_radius, y - ring_radius,
                                               y + ring_radius});
    if (fan->n == 1)
      label_crossing(fan, x, y, when);
  }
}
