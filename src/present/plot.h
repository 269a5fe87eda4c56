/*
 * The chart before it is written: every text with its place in pixels from the top left corner,
 * the axes, the zones. Places are computed here, and not left to gnuplot, so that no label lies on
 * another and every picture format gets the same picture.
 */
#ifndef PRESENT_PLOT_H
#define PRESENT_PLOT_H

#include <prognos/chart.h>

#include "present/font.h"
#include "present/outline.h"

/* Pixels here are those of a picture 1080 pixels high; any other is this one, enlarged. */
#define PRG_HEIGHT 1080.0
#define PRG_TITLE_SIZE 46
#define PRG_TEXT_SIZE 28
#define PRG_TITLE_LEADING 58
#define PRG_TEXT_LEADING 38
#define PRG_EDGE 80   /* empty margin around everything */
#define PRG_SAMPLE 84 /* width of a sample of a line or a band, before its label */

typedef enum prg_ink { PRG_INK, PRG_INK_QUIET, PRG_INK_CAPACITY, PRG_INK_SERIES } prg_ink;
typedef enum prg_face { PRG_FACE_TEXT, PRG_FACE_BOLD, PRG_FACE_TITLE } prg_face;

typedef struct prg_plot_text {
  size_t start, length; /* in prg_plot.text */
  double x, y;          /* pixels; y is the middle of the line */
  enum { PRG_LEFT, PRG_CENTRE, PRG_RIGHT } align;
  prg_face face;
  prg_ink ink;
  size_t series; /* of PRG_INK_SERIES */
} prg_plot_text;

/* A sample before a label: of a series' line, or of its bands. */
typedef struct prg_plot_sample {
  double x, y; /* pixels: left end, middle */
  enum { PRG_SAMPLE_LINE, PRG_SAMPLE_80, PRG_SAMPLE_95 } kind;
  size_t series;
} prg_plot_sample;

typedef struct prg_plot_tick {
  double at;
  size_t start, length; /* its label, in prg_plot.text */
} prg_plot_tick;

typedef struct prg_plot_box {
  double left, right, top, bottom; /* pixels */
} prg_plot_box;

#define PRG_PLOT_TICKS 64
#define PRG_PLOT_EVENTS 16
#define PRG_PLOT_SAMPLES (PRG_CHART_SERIES_MAX + 4)

typedef struct prg_plot {
  const prg_chart_options *options;
  double width, height; /* pixels */
  size_t n;
  prg_outline series[PRG_CHART_SERIES_MAX];
  prg_buffer name[PRG_CHART_SERIES_MAX]; /* as it stands in the column of names */
  int decimals;                          /* of values, the same for all series */
  bool has_forecast, has_capacity;
  bool both_bands;   /* 95 per cent too */
  prg_period origin; /* the latest one */
  int x_first, x_last;
  int x_outlook; /* the last ordinal of the forecast zone, x_last at most */
  double x_low, x_high;
  double y_low, y_high;
  bool cut_axis;                   /* the y axis does not begin at 0 */
  double left, right, top, bottom; /* the plot area; pixels */
  double y_lowest_shown, y_highest_shown;
  prg_plot_tick x_tick[PRG_PLOT_TICKS], y_tick[PRG_PLOT_TICKS];
  size_t n_x_tick, n_y_tick;
  double event[PRG_PLOT_EVENTS]; /* where each happens, as an ordinal */
  size_t n_event;
  prg_buffer text; /* the characters of all texts */
  prg_plot_text *label;
  size_t n_label, label_capacity;
  prg_plot_sample sample[PRG_PLOT_SAMPLES];
  size_t n_sample;
  prg_plot_box *box; /* where nothing more may stand */
  size_t n_box, box_capacity;
  bool failed; /* memory is exhausted */
} prg_plot;

/* Places everything. prg_plot_clear it after use, also after an error. */
prg_status prg_plot_init(prg_plot *plot, const prg_forecast *const *forecast, size_t n,
                         const prg_chart_options *options, prg_error *error);
void prg_plot_clear(prg_plot *plot);

/* Pixels of a place in the data. */
double prg_plot_x(const prg_plot *plot, double ordinal);
double prg_plot_y(const prg_plot *plot, double value);
/* The ordinal of the figure at place t of a series. */
int prg_plot_ordinal(const prg_outline *series, size_t t);

/* Adds a text; `at` tells all but start and length. Its box is kept free of others if `keep`. */
void prg_plot_add_text(prg_plot *plot, prg_plot_text at, const char *text, size_t n);
void prg_plot_add_box(prg_plot *plot, prg_plot_box box);
/* The box of a text that would stand there. */
prg_plot_box prg_plot_text_box(const prg_plot_text *at, const char *text, size_t n);

/* chart_axes.c: the ranges; then, when the plot area is known, the ticks. */
prg_status prg_plot_ranges(prg_plot *plot, prg_error *error);
void prg_plot_y_ticks(prg_plot *plot);
void prg_plot_x_ticks(prg_plot *plot);

/* chart_labels.c: the column of names at the right; the values beside their points. */
void prg_plot_names(prg_plot *plot);
double prg_plot_column_width(const prg_plot *plot);
void prg_plot_column(prg_plot *plot);
void prg_plot_values(prg_plot *plot);
void prg_plot_capacity(prg_plot *plot);
/* True if the text would stand inside the plot area and on nothing. */
bool prg_plot_has_room(const prg_plot *plot, const prg_plot_text *at, const char *text, size_t n);

/* chart_events.c: after the values, which matter more. */
void prg_plot_events(prg_plot *plot);

/* chart_words.c */
void prg_plot_subtitle(const prg_plot *plot, prg_buffer *out);
void prg_plot_footer(const prg_plot *plot, prg_buffer *out);

#endif
