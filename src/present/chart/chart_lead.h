/* The chart of accuracy by lead: its lines and places, before chart_lead_script.c writes it. */
#ifndef PRESENT_CHART_LEAD_H
#define PRESENT_CHART_LEAD_H

#include <prognos/chart_lead.h>

#include "present/canvas/axes.h"

#define LEAD_LINES PRG_CHART_SERIES_MAX

/* One model. */
typedef struct lead_line {
  size_t model;              /* place in the summary */
  size_t style;              /* 0 … LEAD_LINES − 1 */
  double sample_x, sample_y; /* left of its name; pixels */
} lead_line;

typedef struct lead_chart {
  prg_canvas canvas;
  prg_axes axes; /* x: the lead */
  const prg_backtest_summary *summary;
  const prg_lead_subject *subject;
  lead_line line[LEAD_LINES]; /* the forecast, no change, then others, the best first */
  size_t n;
  size_t n_left_out; /* models that there is no room for */
  size_t last;       /* the longest lead with outcomes */
  bool scaled;       /* MASE, not per cent */
} lead_chart;

/* The error of a line at a lead of 1 … last; NaN if there is none. */
double lead_error(const lead_chart *chart, size_t line, size_t lead);
int lead_decimals(const lead_chart *chart);
/* The forecast's measures there. */
prg_measures lead_measures(const lead_chart *chart, size_t lead);

/* chart_lead_words.c: appends "3 år"; a line's name; headline, subtitle, footer, alternative text.
 */
void lead_add_length(const lead_chart *chart, size_t lead, prg_buffer *out);
void lead_add_name(const lead_chart *chart, size_t line, prg_buffer *out);
void lead_title(const lead_chart *chart, prg_buffer *out);
void lead_subtitle(const lead_chart *chart, prg_buffer *out);
void lead_footer(const lead_chart *chart, prg_buffer *out);
void lead_describe(const lead_chart *chart, prg_buffer *out);

/* chart_lead_places.c: puts everything on the canvas. */
void lead_places(lead_chart *chart);

/* chart_lead_script.c: appends the whole script. */
void lead_script(const lead_chart *chart, prg_buffer *out);

#endif
