/* The heat map of a cohort plan: its cells and places, before chart_cohort_script.c writes it. */
#ifndef PRESENT_CHART_COHORT_H
#define PRESENT_CHART_COHORT_H

#include <prognos/chart_cohort.h>

#include "present/canvas/axes.h"

#define COHORT_COLUMNS 40

typedef enum cohort_sample_kind {
  COHORT_SAMPLE_SHADE,
  COHORT_SAMPLE_LARGEST,
  COHORT_SAMPLE_MISSING
} cohort_sample_kind;

/* A swatch before its explanation at the bottom; pixels: left end, middle. */
typedef struct cohort_sample {
  cohort_sample_kind kind;
  double part; /* of the shades */
  double x, y;
} cohort_sample;

#define COHORT_SAMPLES 12

typedef struct cohort_chart {
  prg_canvas canvas;
  prg_axes axes; /* x: columns 0 … n_column, y: rows 0 … n_grade from above */
  const prg_cohort_plan *plan;
  size_t n_grade, total;    /* rows of the plan: grades are the first, the total's place */
  size_t n_column, n_known; /* years shown, of them with outcome */
  double *count;            /* shape (n_column, panel.n): whole persons; NaN: no figure; owned */
  double least, most;       /* of the grades' cells */
  size_t largest;           /* the grade that the largest cohort is in, in the last known year */
  bool with_values;         /* cells have room for their figures */
  bool has_missing;
  cohort_sample sample[COHORT_SAMPLES];
  size_t n_sample;
} cohort_chart;

/* The persons of row r in column c. */
double cohort_count(const cohort_chart *chart, size_t c, size_t r);
prg_period cohort_column_period(const cohort_chart *chart, size_t c);
/* False of a grade that is not there in that year, because of a grade shift. */
bool cohort_has_grade(const cohort_chart *chart, size_t c, size_t g);
/* The grade that the largest cohort is in in column c; false if it is in none of the rows. */
bool cohort_largest_row(const cohort_chart *chart, size_t c, size_t *row);

/* chart_cohort_words.c: appends headline, subtitle, footer, alternative text. */
void cohort_title(const cohort_chart *chart, prg_buffer *out);
void cohort_subtitle(const cohort_chart *chart, prg_buffer *out);
void cohort_describe(const cohort_chart *chart, prg_buffer *out);

/* chart_cohort_places.c: chooses the years, then puts everything on the canvas. */
size_t cohort_columns_that_fit(cohort_chart *chart);
void cohort_places(cohort_chart *chart);

/* chart_cohort_script.c: how strong the colour of a figure is, 0 … 1; appends the whole script. */
double cohort_shade(const cohort_chart *chart, double count);
void cohort_script(const cohort_chart *chart, prg_buffer *out);

#endif
