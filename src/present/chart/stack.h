/* The chart of parts, stacked to a total: a bar for each period. */
#ifndef PRESENT_STACK_H
#define PRESENT_STACK_H

#include <prognos/number.h>

#include "present/canvas/strip.h"
#include "present/chart/outline.h"
#include "present/chart/zones.h"

#define PRG_STACK_PARTS 8   /* more nobody tells apart: the smallest become one */
#define PRG_STACK_SERIES 64 /* that it is made of */

typedef struct prg_stack_part {
  size_t series[PRG_STACK_SERIES]; /* shape (n): which ones it is the sum of */
  size_t n;
} prg_stack_part;

/*
 * stack_figures.c: the parts, and the total if there is one among the series: one called Summa,
 * Totalt …, or one that is the sum of all the others in every period. Figures are those of the
 * periods that every series reaches: outcome, then medians. NaN where one is missing.
 */
typedef struct prg_stack_figures {
  prg_outline series[PRG_STACK_SERIES];
  size_t n_series;
  const prg_outline *total;             /* NULL if there is none */
  prg_stack_part part[PRG_STACK_PARTS]; /* the lowest first */
  size_t n_part;
  int first, origin, last; /* ordinals; from the one after origin on, a part is a forecast */
  int decimals;
} prg_stack_figures;

/* PRG_EINPUT for series that are empty or negative, PRG_EUSAGE for those that do not fit together.
 */
prg_status prg_stack_figures_init(prg_stack_figures *out, const prg_forecast *const *forecast,
                                  size_t n, const prg_chart_options *options, prg_error *error);
double prg_stack_part_at(const prg_stack_figures *figures, size_t part, int x);
/* The sum of the parts; NaN if one is missing: what is hidden is not to be told from it. */
double prg_stack_sum(const prg_stack_figures *figures, int x);
/* What the total says itself; NaN if it is not there. */
double prg_stack_total(const prg_stack_figures *figures, int x);
/* The total's own 80 per cent interval, which those of the parts do not tell; NaN if there is none.
 */
void prg_stack_interval(const prg_stack_figures *figures, int x, double *lower, double *upper);
/* The last period with a sum up to `x`; false if there is none. */
bool prg_stack_last_sum(const prg_stack_figures *figures, int x, int *last);
prg_period prg_stack_period(const prg_stack_figures *figures, int x);

/* stack_words.c */
void prg_stack_name(const prg_stack_figures *figures, size_t part, prg_language language,
                    prg_buffer *out);
void prg_stack_title(const prg_stack_figures *figures, const prg_chart_options *options,
                     prg_buffer *out);
void prg_stack_footer(const prg_stack_figures *figures, const prg_chart_options *options,
                      prg_buffer *out);
void prg_stack_describe(const prg_stack_figures *figures, const prg_chart_options *options,
                        prg_buffer *out);

typedef struct prg_stack {
  prg_stack_figures figures;
  prg_canvas canvas;
  prg_axes axes;
  prg_zones zones;
  double sample[PRG_STACK_PARTS]; /* the middle of each part's sample; pixels */
  double interval_sample;         /* the same of the total's interval; NaN if none is shown */
  prg_strip strip;                /* of figures, below */
} prg_stack;

#define PRG_STACK_COLUMN_GAP 26.0 /* from the plot area to the column of names; pixels */
#define PRG_STACK_BAR 0.78        /* of a period; parts of three figures fit into it */
#define PRG_STACK_WHISKER 0.34    /* of a period, from the middle of a bar to its whisker */

/* Places everything. prg_stack_clear it after use, also after an error. */
prg_status prg_stack_init(prg_stack *stack, const prg_forecast *const *forecast, size_t n,
                          const prg_chart_options *options, prg_error *error);
void prg_stack_clear(prg_stack *stack);

/* stack_script.c: appends the whole script. */
void prg_stack_script(const prg_stack *stack, prg_buffer *out);

#endif
