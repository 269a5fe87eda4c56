/*
 * The seasonal plot: a line for each year over the periods of the year, the latest one strong,
 * what is forecast dashed, earlier ones quiet. Placed here before seasonal_script.c writes it.
 */
#ifndef PRESENT_SEASONAL_H
#define PRESENT_SEASONAL_H

#include <prognos/chart.h>

#include "present/canvas/strip.h"
#include "present/chart/outline.h"
#include "present/chart/page.h"

#define PRG_SEASON_MAX 53
#define PRG_SEASON_YEARS 40 /* the latest so many */

/* A year; NaN where there is no figure, or no forecast. */
typedef struct prg_season_line {
  int year;
  double outcome[PRG_SEASON_MAX];
  double median[PRG_SEASON_MAX], lower[PRG_SEASON_MAX], upper[PRG_SEASON_MAX];
} prg_season_line;

typedef struct prg_seasonal {
  prg_canvas canvas;
  prg_page page;
  prg_axes axes; /* x is the place in the year, from 0 */
  prg_outline series;
  int season;
  prg_season_line *line; /* shape (n): one for each year; owned */
  size_t n;
  size_t latest;               /* the line with the last figure */
  double mean[PRG_SEASON_MAX]; /* over the whole years, or over all figures if none is */
  prg_segment leader[PRG_SEASON_YEARS + 2]; /* from a line's end to its label, if that is away */
  size_t n_leader;
  prg_strip strip; /* of figures, below */
} prg_seasonal;

/* Places everything. prg_seasonal_clear it after use, also after an error. */
prg_status prg_seasonal_init(prg_seasonal *chart, const prg_forecast *forecast,
                             const prg_chart_options *options, prg_error *error);
void prg_seasonal_clear(prg_seasonal *chart);

/* The last place in the year with a figure or a forecast, −1 if there is none. */
int prg_season_end(const prg_seasonal *chart, const prg_season_line *line);
/* What is shown there: the figure, else the forecast; NaN if there is neither. */
double prg_season_shown(const prg_season_line *line, int place);

/* seasonal_words.c: headline, subtitle and footer; the alternative text. */
void prg_seasonal_words(prg_seasonal *chart);
void prg_seasonal_footer(prg_seasonal *chart);
void prg_seasonal_describe(const prg_seasonal *chart, prg_buffer *out);

/* seasonal_labels.c: the years at the ends of their lines, the highest and lowest figures. */
double prg_seasonal_column_width(const prg_seasonal *chart);
void prg_seasonal_labels(prg_seasonal *chart);

/* "2023", "2023 prognos" */
void prg_season_name(const prg_seasonal *chart, size_t line, bool ahead, prg_buffer *out);

/* seasonal_table.c: the rows of the strip of figures, if they are asked for. */
void prg_seasonal_table(prg_seasonal *chart);

/* seasonal_script.c: appends the whole script. */
void prg_seasonal_script(const prg_seasonal *chart, prg_buffer *out);

#endif
