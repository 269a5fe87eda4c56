/* The chart of goals: its rows, their places, its words; before chart_target_script.c writes it. */
#ifndef PRESENT_CHART_TARGET_H
#define PRESENT_CHART_TARGET_H

#include <prognos/chart_target.h>

#include "present/canvas/axes.h"

/* One row: an indicator, the heading of one with groups, or a group. Figures are NaN if unknown. */
typedef struct target_row {
  const prg_target_result *result;
  const prg_target_part *part;  /* NULL of a heading */
  bool has_name, has_verdict;   /* of the indicator */
  double low, high;             /* of its scale */
  double outlook, lower, upper; /* of the whole year; 8 in 10 */
  double last, so_far;          /* last year; this year's part of a count */
  prg_goal_range goal;          /* NaN: none, or not to be shown */
} target_row;

/* What the chart holds at all: the marks that must be explained, and may be drawn. */
typedef struct target_marks {
  bool outlook, interval, last, so_far, goal;
} target_marks;

typedef struct target_light {
  prg_target_light light;
  double x, y; /* pixels */
} target_light;

typedef enum target_mark {
  TARGET_MARK_OUTLOOK,
  TARGET_MARK_INTERVAL,
  TARGET_MARK_GOAL,
  TARGET_MARK_ZONE,
  TARGET_MARK_LAST,
  TARGET_MARK_SO_FAR,
  TARGET_MARKS
} target_mark;

/* A mark before its explanation; pixels: left end, middle. */
typedef struct target_sample {
  target_mark mark;
  double x, y;
} target_sample;

typedef struct target_chart {
  prg_canvas canvas;
  prg_axes axes; /* of the plot area; x: 0 … 1, y: the rows from above */
  const prg_target_result *result;
  size_t n_result, page, n_page;
  target_row row[PRG_TARGET_CHART_ROWS];
  size_t n;
  target_marks marks;
  target_light light[PRG_TARGET_CHART_ROWS];
  size_t n_light;
  target_sample sample[TARGET_MARKS];
  size_t n_sample;
} target_chart;

/* chart_target_rows.c: how many rows a result takes; fills the page's. */
size_t target_rows_of(const prg_target_result *result);
void target_rows_make(target_chart *chart);
/* True if figures are there and not to be shown. */
bool target_row_is_hidden(const target_row *row);

/* chart_target_words.c: appends headline, subtitle, footer, alternative text; what stands in a
 * row's columns. */
void target_title(const prg_target_result *result, size_t n, const prg_chart_options *options,
                  prg_buffer *out);
void target_subtitle(const target_chart *chart, prg_buffer *out);
void target_footer(const target_chart *chart, prg_buffer *out);
void target_describe(const target_chart *chart, prg_buffer *out);
void target_add_name(const target_row *row, bool first_on_page, prg_buffer *out);
void target_add_goal(const target_row *row, prg_language language, prg_buffer *out);
void target_add_value(const target_row *row, bool with_interval, prg_language language,
                      prg_buffer *out);
void target_add_verdict(const target_row *row, prg_language language, prg_buffer *out);
/* The year that every result is about; 0 if they differ. */
int target_year(const prg_target_result *result, size_t n);

/* chart_target_places.c: puts everything on the canvas. */
void target_places(target_chart *chart);

/* chart_target_script.c: appends the whole script. */
void target_script(const target_chart *chart, prg_buffer *out);

#endif
