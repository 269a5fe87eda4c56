/* The heat map of cohorts as gnuplot source. */
#include "present/chart/chart_cohort.h"

#include <math.h>

#include "present/canvas/script.h"

/* How much of the colour the smallest and the largest figure have. Not more, so that the figure in
 * the cell keeps its contrast. */
static const double weakest = 0.05, strongest = 0.58;

double cohort_shade(const cohort_chart *chart, double count) {
  double range = chart->most - chart->least;
  double part = range > 0 ? (count - chart->least) / range : 0.5;
  return weakest + (strongest - weakest) * part;
}

static void write_data(const cohort_chart *chart, prg_buffer *out) {
  prg_buffer_add(out, "# column, row, persons, how strong the colour is\n$persons << END\n");
  for (size_t c = 0; c < chart->n_column; c++)
    for (size_t g = 0; g < chart->n_grade; g++) {
      double count = cohort_count(chart, c, g);
      if (isnan(count) || !cohort_has_grade(chart, c, g))
        continue;
      prg_buffer_printf(out, "%zu.5 %zu.5 ", c, g);
      prg_script_number(out, count);
      prg_buffer_add(out, " ");
      prg_script_number(out, round(1000 * cohort_shade(chart, count)) / 1000);
      char period[PRG_PERIOD_BYTES];
      prg_buffer_printf(out, " # %s\n", prg_period_print(cohort_column_period(chart, c), period));
    }
  prg_buffer_add(out, "END\n"
                      "shade(part) = channel(colour[1], 16, part) + channel(colour[1], 8, part) +"
                      " channel(colour[1], 0, part)\n\n");
}

/* A rectangle of pixels, filled or outlined. */
static void write_box(const cohort_chart *chart, prg_buffer *out, const prg_box *box,
                      const char *style) {
  prg_buffer_add(out, "set object rectangle from ");
  prg_script_place(&chart->canvas, out, box->left, box->bottom);
  prg_buffer_add(out, " to ");
  prg_script_place(&chart->canvas, out, box->right, box->top);
  prg_buffer_printf(out, " %s\n", style);
}

static prg_box cell(const cohort_chart *chart, size_t c, size_t g, double inset) {
  const prg_axes *axes = &chart->axes;
  return (prg_box){prg_axes_x(axes, (double)c) + inset, prg_axes_x(axes, (double)c + 1) - inset,
                   prg_axes_y(axes, (double)g) + inset, prg_axes_y(axes, (double)g + 1) - inset};
}

static const char hatched[] =
    "back fillcolor rgb quiet fillstyle transparent pattern 5 border linecolor rgb grid";
static const char outlined[] = "front fillstyle empty border linecolor rgb ink linewidth 4";

static void write_missing(const cohort_chart *chart, prg_buffer *out) {
  for (size_t c = 0; c < chart->n_column; c++)
    for (size_t g = 0; g < chart->n_grade; g++)
      if (isnan(cohort_count(chart, c, g)) && cohort_has_grade(chart, c, g)) {
        prg_box box = cell(chart, c, g, 1.5);
        write_box(chart, out, &box, hatched);
      }
}

static void write_largest(const cohort_chart *chart, prg_buffer *out) {
  for (size_t c = 0, g; c < chart->n_column; c++)
    if (cohort_largest_row(chart, c, &g)) {
      prg_box box = cell(chart, c, g, 2.5);
      write_box(chart, out, &box, outlined);
    }
}

/* Where the forecast begins. */
static void write_border(const cohort_chart *chart, prg_buffer *out) {
  double x = prg_axes_x(&chart->axes, (double)chart->n_known);
  prg_buffer_add(out, "set arrow from ");
  prg_script_place(&chart->canvas, out, x, chart->axes.bottom + 2.4 * PRG_TEXT_LEADING);
  prg_buffer_add(out, " to ");
  prg_script_place(&chart->canvas, out, x, chart->axes.top - 2.1 * PRG_TEXT_LEADING);
  prg_buffer_add(out, " nohead front linecolor rgb quiet linewidth 3 dashtype (6,4)\n");
}

static void write_samples(const cohort_chart *chart, prg_buffer *out) {
  for (size_t i = 0; i < chart->n_sample; i++) {
    const cohort_sample *sample = &chart->sample[i];
    const prg_box box = {sample->x, sample->x + 44, sample->y - 14, sample->y + 14};
    if (sample->kind != COHORT_SAMPLE_SHADE) {
      write_box(chart, out, &box, sample->kind == COHORT_SAMPLE_LARGEST ? outlined : hatched);
      continue;
    }
    prg_buffer style = {0};
    prg_buffer_add(&style, "front fillcolor rgb shade(");
    prg_script_number(&style, round(1000 * sample->part) / 1000);
    prg_buffer_add(&style, ") fillstyle solid noborder");
    write_box(chart, out, &box, prg_buffer_string(&style));
    out->failed = out->failed || style.failed;
    prg_buffer_free(&style);
  }
}

void cohort_script(const cohort_chart *chart, prg_buffer *out) {
  prg_script_head(&chart->canvas, out);
  write_data(chart, out);
  prg_script_axes(&chart->axes, &chart->canvas, out);
  prg_buffer_add(out, "unset xtics\nunset ytics\nunset grid\n");
  write_missing(chart, out);
  write_largest(chart, out);
  write_border(chart, out);
  prg_script_labels(&chart->canvas, out);
  write_samples(chart, out);
  const char *half = chart->with_values ? "0.46" : "0.5"; /* of a cell's height */
  prg_buffer_printf(out,
                    "plot $persons using 1:2:($1-0.485):($1+0.485):($2-%s):($2+%s):(shade($4)) "
                    "with boxxyerror linecolor rgb variable fillstyle solid noborder notitle\n"
                    "set output\n",
                    half, half);
}
