/* The chart of a spread, placed before spread_script.c writes it. */
#ifndef PRESENT_SPREAD_H
#define PRESENT_SPREAD_H

#include <prognos/chart_spread.h>

#include "present/canvas/strip.h"
#include "present/chart/outline.h"
#include "present/chart/page.h"

typedef struct prg_spread_chart {
  const prg_spread *spread;
  prg_canvas canvas;
  prg_page page;
  prg_axes axes;
  prg_forecast alone; /* the series, as an outline has it */
  prg_outline series;
  prg_buffer name[PRG_CHART_SERIES_MAX];           /* the figure at the end, and what the line is */
  double sample_x, sample_y[PRG_CHART_SERIES_MAX]; /* of the lines before their names; pixels */
  prg_strip strip;                                 /* of figures, below */
} prg_spread_chart;

/* Places everything. prg_spread_chart_clear it after use, also after an error. */
prg_status prg_spread_chart_init(prg_spread_chart *chart, const prg_spread *spread,
                                 const prg_chart_options *options, prg_error *error);
void prg_spread_chart_clear(prg_spread_chart *chart);

/* The last figure of a line, and after how many periods it is; NaN if it has none. */
double prg_spread_end(const prg_spread *spread, size_t i, size_t *h);

/* spread_script.c: appends the whole script. */
void prg_spread_script(const prg_spread_chart *chart, prg_buffer *out);

#endif
