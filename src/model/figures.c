#include "model/figures.h"

#include <math.h>
#include <stdlib.h>

static const double figure_max = 1e100;   /* squares and sums of such stay finite */
static const double largest_min = 1e-100; /* and squares of such do not vanish */

prg_status prg_figures_check(const prg_series *series, const char *model, size_t least,
                             prg_error *error) {
  const size_t observed = prg_series_observed(series);
  if (observed < least)
    return prg_fail(error, PRG_TEXT_SMOOTHING_TOO_FEW,
                    PRG_ARGS(prg_string(model), prg_integer((long long)least),
                             prg_integer((long long)observed)));
  for (size_t t = 0; t < series->n; t++)
    if (fabs(series->value[t]) > figure_max)
      return prg_fail(error, PRG_TEXT_SMOOTHING_TOO_LARGE, PRG_ARGS(prg_integer((long long)t + 1)));
  return PRG_OK;
}

bool prg_figures_vanish(const prg_series *series) {
  double largest = 0;
  for (size_t t = 0; t < series->n; t++)
    largest = fmax(largest, fabs(series->value[t])); /* fmax passes over NaN */
  return largest > 0 && largest < largest_min;
}

const double *prg_figures_used(const prg_series *series, size_t most, size_t *n) {
  size_t end = series->n;
  while (end > 0 && isnan(series->value[end - 1]))
    end--;
  size_t begin = end > most ? end - most : 0;
  while (begin < end && isnan(series->value[begin]))
    begin++;
  *n = end - begin;
  return series->value + begin;
}

bool prg_figures_reserve(double **array, size_t *room, size_t n) {
  if (n <= *room)
    return true;
  double *grown = realloc(*array, n * sizeof *grown);
  if (grown == NULL)
    return false;
  *array = grown;
  *room = n;
  return true;
}

void prg_figures_centre(const double *y, size_t n, double *u, double *centre, double *scale) {
  double farthest = 0;
  *centre = y[0];
  for (size_t t = 0; t < n; t++)
    farthest = fmax(farthest, fabs(y[t] - *centre)); /* fmax passes over NaN */
  *scale = farthest > 0 ? farthest : 1;
  for (size_t t = 0; t < n; t++)
    u[t] = (y[t] - *centre) / *scale;
}

static const double rtol = 1e-9; /* digits beyond are noise of computation */

/* Some digit must be left: 1e-300 is no multiple of 1. */
static bool is_multiple(double value, double per_unit) {
  double multiple = value * per_unit, whole = nearbyint(multiple);
  return value == 0 || (whole != 0 && fabs(multiple - whole) <= rtol * fmax(fabs(multiple), 1));
}

double prg_rounding_unit(const double *value, size_t n) {
  enum { DECIMALS_MAX = 300 };
  int decimals = 0;
  double largest = 0;
  for (size_t t = 0; t < n; t++) {
    largest = fmax(largest, fabs(value[t]));
    while (!isnan(value[t]) && decimals < DECIMALS_MAX && !is_multiple(value[t], pow(10, decimals)))
      decimals++;
  }
  return fmax(pow(10, -decimals), rtol * largest);
}

double prg_rounding_variance(double unit) {
  return unit * unit / 12;
}

double prg_figures_offset(const double *value, size_t n) {
  bool count = true, zero = false, negative = false;
  double smallest = INFINITY;
  for (size_t t = 0; t < n; t++) {
    if (isnan(value[t]))
      continue;
    count = count && value[t] >= 0 && value[t] == floor(value[t]);
    zero = zero || value[t] == 0;
    negative = negative || value[t] < 0;
    smallest = value[t] > 0 ? fmin(smallest, value[t]) : smallest;
  }
  if (count)
    return PRG_COUNT_OFFSET;
  return zero && !negative && isfinite(smallest) ? smallest / 2 : 0;
}
