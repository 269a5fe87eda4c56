/*
 * The fan: series as lines, their forecasts as bands that open; and the same as bars from 0. Placed
 * here, the axes, the zones, the names and the values, before fan_script.c writes it.
 */
#ifndef PRESENT_FAN_H
#define PRESENT_FAN_H

#include <prognos/chart.h>

#include "present/canvas/axes.h"
#include "present/canvas/strip.h"
#include "present/chart/outline.h"
#include "present/chart/sample.h"
#include "present/chart/zones.h"

#define PRG_FAN_EVENTS 16
#define PRG_FAN_SAMPLES (PRG_CHART_SERIES_MAX + 4)

/* Where a series first rises above the line of places; pixels. */
typedef struct prg_fan_ring {
  double x, y;
} prg_fan_ring;

typedef struct prg_fan {
  prg_canvas canvas;
  prg_axes axes; /* its origin is the latest one of the series */
  size_t n;
  prg_outline series[PRG_CHART_SERIES_MAX];
  prg_buffer name[PRG_CHART_SERIES_MAX]; /* as it stands in the column of names */
  int decimals;                          /* of values, the same for all series */
  bool has_forecast, has_capacity;
  bool bars;                    /* instead of lines */
  bool upright;                 /* the values of bars are: they have no room otherwise */
  bool both_bands;              /* 95 per cent too */
  int x_outlook;                /* the last ordinal of the forecast zone, x_last at most */
  double event[PRG_FAN_EVENTS]; /* where each happens, as an ordinal */
  size_t n_event;
  const char *level_of; /* whose places the line shows */
  prg_fan_ring ring[PRG_CHART_SERIES_MAX];
  size_t n_ring;
  prg_sample sample[PRG_FAN_SAMPLES];
  size_t n_sample;
  prg_strip strip; /* of figures, below */
} prg_fan;

/* Places everything, as lines or as bars. prg_fan_clear it after use, also after an error. */
prg_status prg_fan_init(prg_fan *fan, const prg_forecast *const *forecast, size_t n,
                        const prg_chart_options *options, prg_error *error);
prg_status prg_bars_init(prg_fan *fan, const prg_forecast *const *forecast, size_t n,
                         const prg_chart_options *options, prg_error *error);
void prg_fan_clear(prg_fan *fan);
/* Writes what was placed; the title and the description are the caller's. */
void prg_fan_write(const prg_fan *fan, prg_drawing *out);

prg_zones prg_fan_zones(const prg_fan *fan);
/* True if a figure is missing. */
bool prg_fan_has_gap(const prg_fan *fan);
/* The ordinal of the figure at place t of a series. */
int prg_fan_ordinal(const prg_outline *series, size_t t);

/* fan_axes.c: the ranges; whether every series counts something. */
prg_status prg_fan_ranges(prg_fan *fan, prg_error *error);
bool prg_fan_counts(const prg_fan *fan);

/* fan_table.c: the rows of the strip of figures, if they are asked for. */
void prg_fan_table(prg_fan *fan);

/* fan_labels.c: the column of names at the right; the values beside their points. */
void prg_fan_names(prg_fan *fan);
double prg_fan_column_width(const prg_fan *fan);
void prg_fan_column(prg_fan *fan);
void prg_fan_values(prg_fan *fan);
void prg_fan_markers(prg_fan *fan);
/* Where labels may stand. */
prg_box prg_fan_room(const prg_fan *fan);
/* True if the text would stand inside the plot area and on nothing. */
bool prg_fan_has_room(const prg_fan *fan, const prg_canvas_text *at, const char *text, size_t n);

/* fan_level.c: the level in a period, NaN if there is none; the labels of its steps, which may
 * stand on its line as no later ones may; rings where series first rise above it. */
double prg_fan_level(const prg_fan *fan, int ordinal);
void prg_fan_label_level(prg_fan *fan);
void prg_fan_crossings(prg_fan *fan);

/* fan_events.c: after the values, which matter more. */
void prg_fan_events(prg_fan *fan);

/* bars.c: where the bar of a value stands, in pixels, and its middle as an ordinal; the boxes that
 * labels mind; the value above or within its bar, false if it has no room; the bars as curves of
 * the script. */
prg_box prg_bars_box(const prg_fan *fan, size_t i, int ordinal, double value);
double prg_bars_middle(const prg_fan *fan, size_t i, int ordinal);
double prg_bars_width(const prg_fan *fan);
void prg_bars_boxes(prg_fan *fan);
bool prg_bars_label(prg_fan *fan, size_t i, int ordinal, double value);
void prg_bars_curves(const prg_fan *fan, prg_buffer *out, bool *first);

/* fan_script.c: appends the whole script. */
void prg_fan_script(const prg_fan *fan, prg_buffer *out);

#endif
