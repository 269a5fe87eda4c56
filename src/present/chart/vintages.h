/*
 * Earlier forecasts of one series and what came: a thin line for each from its origin on, later
 * ones stronger, the outcome thick. Placed here before vintages_script.c writes it.
 */
#ifndef PRESENT_VINTAGES_H
#define PRESENT_VINTAGES_H

#include <prognos/chart.h>

#include "present/canvas/axes.h"
#include "present/chart/outline.h"
#include "present/chart/page.h"

#define PRG_VINTAGES_MAX 24

typedef struct prg_vintages {
  prg_canvas canvas;
  prg_page page;
  prg_axes axes;
  prg_forecast alone; /* the outcome, as an outline has it */
  prg_outline outcome;
  const prg_forecast *vintage[PRG_VINTAGES_MAX]; /* shape (n): the earliest first; borrowed */
  size_t n;
  size_t pairs, inside; /* forecasts with an interval and an outcome; those within 80 per cent */
  double bias, mean_deviation; /* of the forecasts from the outcomes, parts of their size */
} prg_vintages;

/* Places everything. prg_vintages_clear it after use, also after an error. */
prg_status prg_vintages_init(prg_vintages *chart, const prg_forecast *const *forecast, size_t n,
                             const prg_chart_options *options, prg_error *error);
void prg_vintages_clear(prg_vintages *chart);

/* The outcome of a period; NaN if there is none. */
double prg_vintages_outcome(const prg_vintages *chart, prg_period period);
/* The last figure that a vintage knew; NaN if its series does not hold it. */
double prg_vintage_start(const prg_forecast *vintage);

/* vintages_words.c */
void prg_vintages_words(prg_vintages *chart);
void prg_vintages_footer(prg_vintages *chart);
void prg_vintages_describe(const prg_vintages *chart, prg_buffer *out);

/* vintages_script.c: appends the whole script. */
void prg_vintages_script(const prg_vintages *chart, prg_buffer *out);

#endif
