#include "model/student_table.h"

#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "base/clones.h"

static const double bend_max = 8;

void student_table_set(student_table *table, double df) {
  if (table->df == df)
    return;
  const double cell = 2.0 / STUDENT_CELLS, bend = fmin(df, bend_max);
  table->df = df;
  table->bend = bend;
  table->value[0] = table->slope[0] = table->slope[STUDENT_CELLS] = 0;
  table->value[STUDENT_CELLS] = 1;
  for (int i = 1; i <= STUDENT_CELLS / 2; i++) {
    double u = -1 + i * cell, rest = 1 - u * u, t = u * sqrt(bend / rest);
    double below = gsl_cdf_tdist_P(t, df);
    /* dt/du = √c (1 − u²)^(−3/2) */
    double slope = cell * gsl_ran_tdist_pdf(t, df) * sqrt(bend / rest) / rest;
    table->value[i] = below;
    table->value[STUDENT_CELLS - i] = 1 - below;
    table->slope[i] = table->slope[STUDENT_CELLS - i] = slope;
  }
}

/*
 * With r = 1/√(c + t²): du/dt = (1 − u²) r and d²u/dt² = −3 u (1 − u²) r².
 */
PRG_CLONES
static void evaluate(const double *restrict value, const double *restrict slope, double bend,
                     size_t n, const double *restrict t, double *restrict cdf,
                     double *restrict density, double *restrict change) {
  const double half = STUDENT_CELLS / 2.0;
  for (size_t k = 0; k < n; k++) {
    double r = 1 / sqrt(bend + t[k] * t[k]), u = t[k] * r, place = (u + 1) * half;
    int cell = (int)place;
    cell = cell < STUDENT_CELLS ? cell : STUDENT_CELLS - 1;
    double x = place - cell, start = value[cell], rise = value[cell + 1] - start;
    double c1 = slope[cell], next = slope[cell + 1];
    double c2 = 3 * rise - 2 * c1 - next, c3 = c1 + next - 2 * rise;
    double first = (c1 + x * (2 * c2 + x * 3 * c3)) * half, second = (2 * c2 + 6 * c3 * x) * half;
    double rest = 1 - u * u, speed = rest * r;
    cdf[k] = start + x * (c1 + x * (c2 + x * c3));
    density[k] = first * speed;
    change[k] = (second * half * rest - 3 * u * first) * speed * r;
  }
}

void student_table_evaluate(const student_table *table, size_t n, const double *t, double *cdf,
                            double *density, double *change) {
  evaluate(table->value, table->slope, table->bend, n, t, cdf, density, change);
}
