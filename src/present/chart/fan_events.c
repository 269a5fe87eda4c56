/* Events: a line across the plot area where each happens, and what it was beside the line. */
#include "present/chart/fan.h"

#include <string.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"

/* Pixels. */
static const double event_gap = 10;         /* from the line to its label */
static const double event_air = 6;          /* beside the line, that other labels leave free */
static const double event_label_most = 420; /* wide */
static const double event_row = 0.55;       /* of the leading: from one try to the next below */

/* What happens from a period on, happens between it and the one before. */
static double place_of(const prg_event *event, prg_period period) {
  return period.ordinal - (event->kind == PRG_EVENT_OUTLIER ? 0 : 0.5);
}

/* Its period if it is an event of a series of the chart, and within the chart. */
static bool find_place(const prg_fan *fan, const prg_event *event, double *at) {
  prg_period period;
  for (size_t i = 0; i < fan->n; i++)
    if (prg_event_period(event, fan->series[i].series, &period)) {
      *at = place_of(event, period);
      return *at > fan->axes.x_low && *at < fan->axes.x_high;
    }
  return false;
}

/* What was said of it, else its kind; on one line, cut if it is long. */
static void make_label(const prg_fan *fan, const prg_event *event, prg_buffer *label) {
  prg_text_line line;
  prg_buffer whole = {0};
  bool said = word_is_given(event->note);
  prg_add_one_line(
      &whole, said ? event->note
                   : prg_text_get(prg_event_kind_text(event->kind), fan->canvas.options->language));
  if (prg_text_wrap(prg_buffer_string(&whole), PRG_TEXT_SIZE, false, event_label_most, &line, 1) >
      0) {
    prg_buffer_add_n(label, line.start, line.length);
    prg_buffer_add(label, line.cut ? "…" : "");
  }
  label->failed = label->failed || whole.failed;
  prg_buffer_free(&whole);
}

/* At the right of the line or at its left, as high up as there is room; nowhere if there is none.
 */
static void place_label(prg_fan *fan, double x, const prg_buffer *label) {
  const char *text = prg_buffer_string(label);
  double step = event_row * PRG_TEXT_LEADING;
  for (double y = fan->axes.top + PRG_TEXT_LEADING * 0.7; y < fan->axes.bottom; y += step)
    for (int side = 0; side < 2; side++) {
      prg_canvas_text at = {.x = side == 0 ? x + event_gap : x - event_gap,
                            .y = y,
                            .align = side == 0 ? PRG_LEFT : PRG_RIGHT,
                            .ink = PRG_INK_QUIET};
      if (!prg_fan_has_room(fan, &at, text, label->length))
        continue;
      prg_canvas_add_text(&fan->canvas, at, text, label->length);
      prg_canvas_add_box(&fan->canvas, prg_canvas_text_box(&at, text, label->length));
      return;
    }
}

/* Sets the lines, on which no label may stand; which[k] is the event of line k. */
static void place_lines(prg_fan *fan, const prg_event *which[PRG_FAN_EVENTS]) {
  const prg_event_list *events = fan->canvas.options->events;
  for (size_t i = 0; i < events->n && fan->n_event < PRG_FAN_EVENTS; i++) {
    double at;
    if (!find_place(fan, &events->item[i], &at))
      continue;
    double x = prg_axes_x(&fan->axes, at);
    prg_canvas_add_box(&fan->canvas,
                       (prg_box){x - event_air, x + event_air, fan->axes.top, fan->axes.bottom});
    which[fan->n_event] = &events->item[i];
    fan->event[fan->n_event++] = at;
  }
}

void prg_fan_events(prg_fan *fan) {
  const prg_event *which[PRG_FAN_EVENTS];
  if (fan->canvas.options->events == NULL)
    return;
  place_lines(fan, which);
  for (size_t k = 0; k < fan->n_event; k++) {
    prg_buffer label = {0};
    make_label(fan, which[k], &label);
    place_label(fan, prg_axes_x(&fan->axes, fan->event[k]), &label);
    fan->canvas.failed = fan->canvas.failed || label.failed;
    prg_buffer_free(&label);
  }
}
