#include "model/pooled/student_table.h"

#include <math.h>

#include <gsl/gsl_sf_gamma.h>

#include "base/clones.h"

static const double bend_max = 8;

/*
 * log dF/du less its constant: with q = 1 − u², t² = c u²/q and dt/du = √c q^(−3/2),
 *   (ν/2 − 1) log q − (ν + 1)/2 log(q + c u²/ν).
 */
static double log_slope(double df, double bend, double u) {
  const double q = 1 - u * u;
  return (df / 2 - 1) * log(q) - (df + 1) / 2 * log(q + bend / df * u * u);
}

/* The values are integrals of the slopes from the middle, where F = ½, by Simpson's rule. */
void student_table_set(student_table *table, double df) {
  if (table->df == df)
    return;
  const double cell = 2.0 / STUDENT_CELLS, bend = fmin(df, bend_max);
  const double constant = log(cell) + gsl_sf_lngamma((df + 1) / 2) - gsl_sf_lngamma(df / 2) +
                          log(bend / (df * M_PI)) / 2;
  double *value = table->value + STUDENT_CELLS / 2, *slope = table->slope + STUDENT_CELLS / 2;
  table->df = df;
  table->bend = bend;
  value[0] = 0.5;
  slope[0] = exp(constant + log_slope(df, bend, 0));
  for (int i = 1; i <= STUDENT_CELLS / 2; i++) {
    double between = exp(constant + log_slope(df, bend, (i - 0.5) * cell));
    slope[i] = slope[-i] =
        i < STUDENT_CELLS / 2 ? exp(constant + log_slope(df, bend, i * cell)) : 0;
    value[-i] = fmax(value[1 - i] - (slope[i - 1] + 4 * between + slope[i]) / 6, 0);
    value[i] = 1 - value[-i];
  }
  value[-STUDENT_CELLS / 2] = 0;
  value[STUDENT_CELLS / 2] = 1;
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
