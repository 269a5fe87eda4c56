#include "model/student_mixture.h"

#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

/* dt/du = √(ν+t²)³/ν, the inverse of du/dt. Near u = ±1 the density times it tends to 0 for ν > 2
 * and stays finite for ν = 2. */
static double slope_at(double u, double df) {
  double rest = 1 - u * u;
  if (rest <= 0)
    return 0;
  double t = u * sqrt(df / rest);
  return gsl_ran_tdist_pdf(t, df) * sqrt(df / rest) / rest;
}

void prg_student_table_set(prg_student_table *table, double df) {
  if (table->df == df)
    return;
  table->df = df;
  const double cell = 2.0 / PRG_STUDENT_CELLS;
  for (size_t i = 0; i <= PRG_STUDENT_CELLS / 2; i++) {
    double u = -1 + (double)i * cell, rest = 1 - u * u;
    double value = i == 0 ? 0 : gsl_cdf_tdist_P(u * sqrt(df / rest), df);
    double slope = cell * slope_at(u, df);
    table->value[i] = value;
    table->value[PRG_STUDENT_CELLS - i] = 1 - value;
    table->slope[i] = table->slope[PRG_STUDENT_CELLS - i] = slope;
  }
}

double prg_student_cdf(const prg_student_table *table, double t, double *density) {
  const double root = sqrt(table->df + t * t), u = t / root;
  const double place = fmin((u + 1) * (PRG_STUDENT_CELLS / 2.0), PRG_STUDENT_CELLS - 1e-9);
  const size_t i = (size_t)place;
  const double x = place - (double)i;
  const double f0 = table->value[i], rise = table->value[i + 1] - f0;
  const double d0 = table->slope[i], d1 = table->slope[i + 1];
  const double c2 = 3 * rise - 2 * d0 - d1, c3 = d0 + d1 - 2 * rise;
  /* du/dt = (1 − u²)/√(ν+t²) */
  *density = (d0 + x * (2 * c2 + x * 3 * c3)) * (PRG_STUDENT_CELLS / 2.0) * (1 - u * u) / root;
  return f0 + x * (d0 + x * (c2 + x * c3));
}

static double mixture_cdf(const prg_student_table *table, const prg_mixture_component *component,
                          size_t n, double x, double *density) {
  const double log_x = x > 0 ? log(x) : -INFINITY;
  double sum = 0, density_sum = 0;
  for (size_t k = 0; k < n; k++) {
    const prg_mixture_component *c = &component[k];
    if (c->log && x <= 0)
      continue;
    double f, t = ((c->log ? log_x : x) - c->location) / c->scale;
    sum += c->weight * prg_student_cdf(table, t, &f);
    density_sum += c->weight * f / (c->log ? c->scale * x : c->scale);
  }
  *density = density_sum;
  return sum;
}

static double middle(double lower, double upper) {
  return lower > 0 ? sqrt(lower) * sqrt(upper) : lower + (upper - lower) / 2;
}

/* The components' own quantiles: the mixture's lies between the least and the greatest of them.
 * Returns their weighted mean. */
static double bracket(const prg_mixture_component *component, size_t n, double student_quantile,
                      double *lower, double *upper) {
  double mean = 0;
  *lower = INFINITY;
  *upper = -INFINITY;
  for (size_t k = 0; k < n; k++) {
    const prg_mixture_component *c = &component[k];
    double x = c->location + c->scale * student_quantile;
    if (c->log)
      x = exp(fmax(fmin(x, PRG_MIXTURE_LOG_MAX), -PRG_MIXTURE_LOG_MAX));
    mean += c->weight * x;
    *lower = fmin(*lower, x);
    *upper = fmax(*upper, x);
  }
  return fmax(*lower, fmin(mean, *upper));
}

double prg_mixture_quantile(const prg_student_table *table, const prg_mixture_component *component,
                            size_t n, double p, double student_quantile) {
  enum { ITERATIONS = 200 };
  const double tolerance = 1e-6 * fmin(p, 1 - p);
  double lower, upper, x = bracket(component, n, student_quantile, &lower, &upper);
  for (int i = 0; i < ITERATIONS && lower < upper; i++) {
    double density, f = mixture_cdf(table, component, n, x, &density);
    if (fabs(f - p) <= tolerance)
      break;
    if (f < p)
      lower = x;
    else
      upper = x;
    /* d logit F/dx = f / (F (1 − F)) */
    double step = (log(p / (1 - p)) - log(f / (1 - f))) * f * (1 - f) / density;
    double next = x + step;
    x = next > lower && next < upper ? next : middle(lower, upper);
  }
  return x;
}
