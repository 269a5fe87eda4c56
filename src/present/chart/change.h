/* The chart of changes: bars of a series' change from period to period and, in a panel of its own
 * below, a line of the change in total. */
#ifndef PRESENT_CHANGE_H
#define PRESENT_CHANGE_H

#include <prognos/number.h>

#include "present/canvas/strip.h"
#include "present/chart/outline.h"
#include "present/chart/sample.h"
#include "present/chart/zones.h"

/*
 * change_figures.c: figures and median forecasts as one line of levels y, and what changes in it.
 * NaN where one of the two levels is missing. Ordinals are those of the series' periods.
 *
 *   change(x) = y(x) − y(x − lag)      lag: 1, or the periods in a year
 *   sum(x)    = Σ change up to x       = y(x) − y(first) if lag is 1, else the latest year less the
 *                                        first one
 */
typedef struct prg_change_figures {
  prg_outline series;
  int lag;
  int first, origin, last; /* of the first level, the last figure and the last level */
} prg_change_figures;

/* PRG_EINPUT if there are no two figures to compare. */
prg_status prg_change_figures_init(prg_change_figures *out, const prg_forecast *forecast,
                                   const prg_chart_options *options, prg_error *error);
double prg_change_at(const prg_change_figures *figures, int x);
double prg_change_sum(const prg_change_figures *figures, int x);
/*
 * The central interval of a forecast change, or of the sum: only where the forecast's own interval
 * tells it, because what is compared with is known. NaN elsewhere: the difference of two forecasts
 * has no interval that theirs tell.
 */
void prg_change_interval(const prg_change_figures *figures, int x, double level, double *lower,
                         double *upper);
void prg_change_sum_interval(const prg_change_figures *figures, int x, double level, double *lower,
                             double *upper);
prg_period prg_change_period(const prg_change_figures *figures, int x);

/* change_words.c: subtitle, headline and alternative text. */
void prg_change_subtitle(const prg_change_figures *figures, const prg_chart_options *options,
                         prg_buffer *out);
void prg_change_title(const prg_change_figures *figures, const prg_chart_options *options,
                      prg_buffer *out);
void prg_change_describe(const prg_change_figures *figures, const prg_chart_options *options,
                         prg_buffer *out);
/* "+9", "−3", "0" */
size_t prg_change_print(char text[PRG_NUMBER_BYTES + 2], double value, int decimals,
                        prg_language language);

#define PRG_CHANGE_SAMPLES 4

typedef struct prg_change {
  prg_change_figures figures;
  prg_canvas canvas;
  prg_axes bars, sum; /* the two panels, above each other */
  prg_zones zones;
  prg_sample sample[PRG_CHANGE_SAMPLES]; /* the first one is of the bars */
  size_t n_sample;
  bool has_bands;  /* about the sum */
  prg_strip strip; /* of figures, below */
} prg_change;

/* Places everything. prg_change_clear it after use, also after an error. */
prg_status prg_change_init(prg_change *change, const prg_forecast *forecast,
                           const prg_chart_options *options, prg_error *error);
void prg_change_clear(prg_change *change);

/* change_script.c: appends the whole script. */
void prg_change_script(const prg_change *change, prg_buffer *out);

#endif
