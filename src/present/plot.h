/* The chart of series before it is written: the axes, the zones, the names and the values. */
#ifndef PRESENT_PLOT_H
#define PRESENT_PLOT_H

#include <prognos/chart.h>

#include "present/axes.h"
#include "present/outline.h"

/* A sample before a label: of a series' line, or of its bands. */
typedef struct prg_plot_sample {
  double x, y; /* pixels: left end, middle */
  enum { PRG_SAMPLE_LINE, PRG_SAMPLE_80, PRG_SAMPLE_95 } kind;
  size_t series;
} prg_plot_sample;

#define PRG_PLOT_EVENTS 16
#define PRG_PLOT_SAMPLES (PRG_CHART_SERIES_MAX + 4)

/* Where a series first rises above the line of places; pixels. */
typedef struct prg_plot_ring {
  double x, y;
} prg_plot_ring;

typedef struct prg_plot {
  prg_canvas canvas;
  prg_axes axes; /* its origin is the latest one of the series */
  size_t n;
  prg_outline series[PRG_CHART_SERIES_MAX];
  prg_buffer name[PRG_CHART_SERIES_MAX]; /* as it stands in the column of names */
  int decimals;                          /* of values, the same for all series */
  bool has_forecast, has_capacity;
  bool both_bands;               /* 95 per cent too */
  int x_outlook;                 /* the last ordinal of the forecast zone, x_last at most */
  double event[PRG_PLOT_EVENTS]; /* where each happens, as an ordinal */
  size_t n_event;
  const char *level_of; /* whose places the line shows */
  prg_plot_ring ring[PRG_CHART_SERIES_MAX];
  size_t n_ring;
  prg_plot_sample sample[PRG_PLOT_SAMPLES];
  size_t n_sample;
} prg_plot;

/* Places everything. prg_plot_clear it after use, also after an error. */
prg_status prg_plot_init(prg_plot *plot, const prg_forecast *const *forecast, size_t n,
                         const prg_chart_options *options, prg_error *error);
void prg_plot_clear(prg_plot *plot);

/* The ordinal of the figure at place t of a series. */
int prg_plot_ordinal(const prg_outline *series, size_t t);

/* chart_axes.c: the ranges; whether every series counts something. */
prg_status prg_plot_ranges(prg_plot *plot, prg_error *error);
bool prg_plot_counts(const prg_plot *plot);

/* chart_labels.c: the column of names at the right; the values beside their points. */
void prg_plot_names(prg_plot *plot);
double prg_plot_column_width(const prg_plot *plot);
void prg_plot_column(prg_plot *plot);
void prg_plot_values(prg_plot *plot);
void prg_plot_markers(prg_plot *plot);
/* True if the text would stand inside the plot area and on nothing. */
bool prg_plot_has_room(const prg_plot *plot, const prg_canvas_text *at, const char *text, size_t n);
/* The same, but on the line of places it may stand. */
bool prg_plot_has_room_on_level(const prg_plot *plot, const prg_canvas_text *at, const char *text,
                                size_t n);

/* chart_level.c: the level in a period, NaN if there is none; whether a box touches its line; the
 * labels of its steps; rings where series first rise above it. */
double prg_plot_level(const prg_plot *plot, int ordinal);
bool prg_plot_on_level(const prg_plot *plot, const prg_box *box);
void prg_plot_label_level(prg_plot *plot);
void prg_plot_crossings(prg_plot *plot);

/* chart_events.c: after the values, which matter more. */
void prg_plot_events(prg_plot *plot);

/* chart_words.c */
void prg_plot_subtitle(const prg_plot *plot, prg_buffer *out);
void prg_plot_footer(const prg_plot *plot, prg_buffer *out);

#endif
