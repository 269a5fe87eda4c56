/*
 * The search for a figure that stands apart.
 *
 * Assumptions and limits: one outlier at a time; two side by side hide each other, and the last
 * figure is never suspected, since nothing tells an outlier there from a change of level.
 */
#include "model/pooled/outlier.h"

#include <math.h>

#define FEWEST 6
/* A normal's standard deviation over its median absolute deviation. */
#define NORMAL_MEDIAN 1.4826

/* The next figure after t, or n. */
static size_t next_figure(const double *value, size_t n, size_t t) {
  do
    t++;
  while (t < n && isnan(value[t]));
  return t;
}

/* |change| from the figure s to the next one, u. */
static double change(const double *value, size_t s, size_t u) {
  return fabs(value[u] - value[s]);
}

/* How many changes that do not touch `skipped` are less than x, and how many at most x. */
static void count_below(const double *value, size_t n, size_t skipped, double x, size_t *less,
                        size_t *at_most) {
  *less = *at_most = 0;
  for (size_t s = next_figure(value, n, (size_t)-1), u; (u = next_figure(value, n, s)) < n; s = u) {
    if (s == skipped || u == skipped)
      continue;
    *less += change(value, s, u) < x;
    *at_most += change(value, s, u) <= x;
  }
}

/* The (upper) median of the absolute changes that do not touch `skipped`: the change with at most
 * half of them below it and more than half not above it. */
static double median_change(const double *value, size_t n, size_t skipped, size_t n_changes) {
  for (size_t s = next_figure(value, n, (size_t)-1), u; (u = next_figure(value, n, s)) < n; s = u) {
    if (s == skipped || u == skipped)
      continue;
    size_t less, at_most;
    count_below(value, n, skipped, change(value, s, u), &less, &at_most);
    if (less <= n_changes / 2 && at_most > n_changes / 2)
      return change(value, s, u);
  }
  return 0;
}

outlier_departure outlier_search(const double *value, size_t n) {
  outlier_departure found = {0, 0, 0};
  size_t figures = 0, s = 0, t = n, u = next_figure(value, n, (size_t)-1);
  for (; u < n; s = t, t = u, u = next_figure(value, n, u)) {
    if (++figures < 3)
      continue;
    double part = (double)(t - s) / (double)(u - s);
    double departure = value[t] - (value[s] + (value[u] - value[s]) * part);
    if (fabs(departure) > fabs(found.departure))
      found = (outlier_departure){t, departure, 0};
  }
  if (figures < FEWEST)
    return (outlier_departure){0, 0, 0};
  found.noise = NORMAL_MEDIAN * median_change(value, n, found.index, figures - 3);
  return found;
}
