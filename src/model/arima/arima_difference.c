#include "model/arima/arima_difference.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/stl.h"

static const double same = 1.5e-8;         /* R's all.equal */
static const double kpss_critical = 0.463; /* 5 per cent, level: table 1 of the reference */
static const size_t strength_window = 11;  /* s.window of R's mstl with one season */

bool prg_arima_is_constant(const double *y, size_t n) {
  double first = NAN, deviation = 0, size = 0;
  for (size_t t = 0; t < n; t++) {
    if (isnan(y[t]))
      continue;
    if (isnan(first))
      first = y[t];
    if (y[t] != first) {
      deviation += fabs(y[t] - first);
      size += fabs(y[t]);
    }
  }
  return deviation == 0 || deviation < same * size;
}

size_t prg_arima_lagged(const double *y, size_t n, size_t lag, double *out) {
  for (size_t t = lag; t < n; t++)
    out[t - lag] = y[t] - y[t - lag];
  return n > lag ? n - lag : 0;
}

double prg_arima_kpss(const double *y, size_t n) {
  double mean = 0, cumulated = 0, numerator = 0, variance = 0, count = (double)n;
  size_t lags = (size_t)(3 * sqrt(count) / 13);
  if (prg_arima_is_constant(y, n))
    return 0;
  for (size_t t = 0; t < n; t++)
    mean += y[t] / count;
  for (size_t t = 0; t < n; t++) {
    cumulated += y[t] - mean;
    numerator += cumulated * cumulated / (count * count);
  }
  for (size_t k = 0; k <= lags; k++) {
    double covariance = 0, weight = k == 0 ? 1 : 2 * (1 - (double)k / (double)(lags + 1));
    for (size_t t = k; t < n; t++)
      covariance += (y[t] - mean) * (y[t - k] - mean) / count;
    variance += weight * covariance;
  }
  return variance > 0 ? numerator / variance : 0;
}

int prg_arima_differences(double *y, size_t n) {
  size_t observed = 0;
  int d = 0;
  for (size_t t = 0; t < n; t++)
    if (!isnan(y[t]))
      y[observed++] = y[t];
  n = observed;
  while (d < 2 && prg_arima_kpss(y, n) > kpss_critical) {
    n = prg_arima_lagged(y, n, 1, y);
    d++;
  }
  return d;
}

/* The mean of the nearest figures `step`, 2 `step` … before and after t; NaN if there are none. */
static double neighbours(const double *y, size_t n, size_t t, size_t step) {
  double before = NAN, after = NAN;
  for (size_t k = t; isnan(before) && k >= step;)
    before = y[k -= step];
  for (size_t k = t + step; isnan(after) && k < n; k += step)
    after = y[k];
  if (isnan(before) || isnan(after))
    return isnan(before) ? after : before;
  return 0.5 * before + 0.5 * after;
}

static void fill(const double *y, size_t n, size_t m, double *filled) {
  for (size_t t = 0; t < n; t++) {
    filled[t] = y[t];
    if (isnan(filled[t]))
      filled[t] = neighbours(y, n, t, m);
    if (isnan(filled[t]))
      filled[t] = neighbours(y, n, t, 1);
  }
}

/* The variance of x where y has a figure, up to its divisor. */
static double spread(const double *x, const double *y, size_t n) {
  double count = 0, mean = 0, sum = 0;
  for (size_t t = 0; t < n; t++)
    if (!isnan(y[t])) {
      count++;
      mean += x[t];
    }
  mean /= count;
  for (size_t t = 0; t < n; t++)
    if (!isnan(y[t]))
      sum += (x[t] - mean) * (x[t] - mean);
  return sum;
}

bool prg_arima_seasonal_strength(const double *y, size_t n, size_t m, double *strength) {
  prg_stl_options options;
  *strength = 0;
  if (m < 2 || n <= 2 * m)
    return true;
  double *filled = malloc(3 * n * sizeof *filled);
  if (filled == NULL)
    return false;
  double *season = filled + n, *trend = season + n;
  fill(y, n, m, filled);
  prg_stl_options_init(&options, m, strength_window);
  bool done = prg_stl(filled, n, m, &options, season, trend);
  for (size_t t = 0; done && t < n; t++) {
    trend[t] = filled[t] - trend[t];  /* S + R */
    season[t] = trend[t] - season[t]; /* R */
  }
  double both = done ? spread(trend, y, n) : 0;
  if (both > 0)
    *strength = fmax(0, 1 - spread(season, y, n) / both);
  free(filled);
  return done;
}
