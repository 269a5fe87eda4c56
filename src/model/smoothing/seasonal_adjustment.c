#include "model/smoothing/seasonal_adjustment.h"

#include <math.h>
#include <stdlib.h>

#include "model/figures.h"

/* Σ (y_t − ȳ)(y_{t+lag} − ȳ) over the pairs of figures. */
static double autocovariance(const double *y, size_t n, size_t lag, double mean) {
  double sum = 0;
  for (size_t t = 0; t + lag < n; t++)
    if (!isnan(y[t]) && !isnan(y[t + lag]))
      sum += (y[t] - mean) * (y[t + lag] - mean);
  return sum;
}

/* |r_m| > 1.645 √((1 + 2 Σ_{k<m} r_k²)/n), if there are more than two seasons. */
static bool is_seasonal(const double *y, size_t n, size_t m) {
  static const double normal_95 = 1.6448536269514722;
  if (m < 2 || n <= 2 * m)
    return false;
  double sum = 0, count = 0;
  for (size_t t = 0; t < n; t++)
    if (!isnan(y[t])) {
      sum += y[t];
      count++;
    }
  const double mean = sum / count, variance = autocovariance(y, n, 0, mean);
  if (variance <= 0)
    return false;
  double squares = 0;
  for (size_t k = 1; k < m; k++) {
    double r = autocovariance(y, n, k, mean) / variance;
    squares += r * r;
  }
  double r = autocovariance(y, n, m, mean) / variance;
  return fabs(r) > normal_95 * sqrt((1 + 2 * squares) / count);
}

/* Centred moving average over one season (2×m if m is even); NaN where it is not complete. */
static void moving_average(const double *y, size_t n, size_t m, double *trend) {
  const size_t half = m / 2;
  for (size_t t = 0; t < n; t++) {
    trend[t] = NAN;
    if (t < half || t + half >= n)
      continue;
    double sum = 0;
    for (size_t i = t - half; i <= t + half; i++)
      sum += m % 2 == 0 && (i == t - half || i == t + half) ? y[i] / 2 : y[i];
    trend[t] = sum / (double)m;
  }
}

/* The mean of y/trend (or y − trend) at each position of the season, normalised to mean 1 (or 0).
 * False if a position has no such figure, or an index next to 0. */
static bool seasonal_index(const double *y, const double *trend, size_t n, size_t m,
                           bool multiplicative, double *index) {
  static const double index_min = 1e-4;
  double mean = 0;
  for (size_t i = 0; i < m; i++) {
    double sum = 0, count = 0;
    for (size_t t = i; t < n; t += m) {
      double part = multiplicative ? y[t] / trend[t] : y[t] - trend[t];
      sum += isnan(part) ? 0 : part;
      count += !isnan(part);
    }
    if (count == 0)
      return false;
    index[i] = sum / count;
    mean += index[i] / (double)m;
  }
  for (size_t i = 0; i < m; i++) {
    index[i] = multiplicative ? index[i] / mean : index[i] - mean;
    if (multiplicative && index[i] < index_min)
      return false;
  }
  return true;
}

bool prg_seasonal_adjust(prg_seasonal_adjustment *season, const double *y, size_t n, size_t m,
                         double *x) {
  if (!prg_figures_reserve(&season->trend, &season->trend_room, n) ||
      !prg_figures_reserve(&season->index, &season->index_room, m))
    return false;
  season->n = n;
  season->m = m;
  season->multiplicative = true;
  for (size_t t = 0; t < n; t++)
    season->multiplicative = season->multiplicative && !(y[t] <= 0);
  season->adjusted = is_seasonal(y, n, m);
  if (season->adjusted) {
    moving_average(y, n, m, season->trend);
    season->adjusted =
        seasonal_index(y, season->trend, n, m, season->multiplicative, season->index);
  }
  for (size_t t = 0; t < n; t++) {
    double index = season->adjusted ? season->index[t % m] : 0;
    x[t] = !season->adjusted ? y[t] : season->multiplicative ? y[t] / index : y[t] - index;
  }
  return true;
}

void prg_seasonal_adjustment_clear(prg_seasonal_adjustment *season) {
  free(season->index);
  free(season->trend);
}

void prg_seasonal_adjustment_undo(const prg_seasonal_adjustment *season, size_t h, double *factor,
                                  double *term) {
  double index = season->adjusted ? season->index[(season->n + h - 1) % season->m] : 0;
  *factor = season->adjusted && season->multiplicative ? index : 1;
  *term = season->adjusted && !season->multiplicative ? index : 0;
}
