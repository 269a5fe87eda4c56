#include "model/stl.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>

static size_t at_least_odd(double x) {
  size_t n = (size_t)ceil(x);
  return n % 2 == 0 ? n + 1 : n;
}

void prg_stl_options_init(prg_stl_options *options, size_t m, size_t season_window) {
  options->season_window = season_window;
  options->trend_window = at_least_odd(1.5 * (double)m / (1 - 1.5 / (double)season_window));
  options->low_window = at_least_odd((double)m);
  options->inner = 2;
  options->outer = 0;
}

void prg_stl_options_init_robust(prg_stl_options *options, size_t m, size_t season_window) {
  prg_stl_options_init(options, m, season_window);
  options->inner = 1;
  options->outer = 15;
}

/* A loess smoother: window, degree 0 or 1, room for n weights, and the points' own weights. */
typedef struct loess {
  size_t window;
  int degree;
  double *weight;
  const double *robust; /* NULL: 1 */
} loess;

/* Tricube weights of the points left … right (from 1) seen from x; false if all are 0. */
static bool weigh(const loess *l, size_t n, double x, size_t left, size_t right) {
  double width = fmax(x - (double)left, (double)right - x), sum = 0;
  if (l->window > n)
    width += (double)((l->window - n) / 2);
  for (size_t j = left; j <= right; j++) {
    double distance = fabs((double)j - x), w = 0;
    if (distance <= 0.999 * width)
      w = distance <= 0.001 * width ? 1 : pow(1 - pow(distance / width, 3), 3);
    if (l->robust != NULL)
      w *= l->robust[j - 1];
    l->weight[j - 1] = w;
    sum += w;
  }
  if (!(sum > 0))
    return false;
  for (size_t j = left; j <= right; j++)
    l->weight[j - 1] /= sum;
  return true;
}

/* Turns weights of a local mean into those of a local line. */
static void tilt(const loess *l, size_t n, double x, size_t left, size_t right) {
  double centre = 0, spread = 0;
  for (size_t j = left; j <= right; j++)
    centre += l->weight[j - 1] * (double)j;
  for (size_t j = left; j <= right; j++)
    spread += l->weight[j - 1] * ((double)j - centre) * ((double)j - centre);
  if (!(sqrt(spread) > 0.001 * (double)(n - 1)))
    return;
  for (size_t j = left; j <= right; j++)
    l->weight[j - 1] *= (x - centre) / spread * ((double)j - centre) + 1;
}

/* The smooth at x from the points left … right; `otherwise` if none has weight. */
static double estimate(const loess *l, const double *y, size_t n, double x, size_t left,
                       size_t right, double otherwise) {
  if (!weigh(l, n, x, left, right))
    return otherwise;
  if (l->degree > 0)
    tilt(l, n, x, left, right);
  double sum = 0;
  for (size_t j = left; j <= right; j++)
    sum += l->weight[j - 1] * y[j - 1];
  return sum;
}

/* The smooth at point i (from 1), from the window around it that lies within 1 … n. */
static double estimate_at(const loess *l, const double *y, size_t n, size_t i) {
  size_t left = 1, right = n, half = (l->window + 1) / 2;
  if (l->window < n) {
    left = i < half ? 1 : i - half + 1;
    if (left > n - l->window + 1)
      left = n - l->window + 1;
    right = left + l->window - 1;
  }
  return estimate(l, y, n, (double)i, left, right, y[i - 1]);
}

static void interpolate(double *smooth, size_t from, size_t to) {
  double slope = (smooth[to - 1] - smooth[from - 1]) / (double)(to - from);
  for (size_t j = from + 1; j < to; j++)
    smooth[j - 1] = smooth[from - 1] + slope * (double)(j - from);
}

static void smooth_all(const loess *l, const double *y, size_t n, double *smooth) {
  size_t jump = (l->window + 9) / 10, last = 1;
  if (n < 2) {
    smooth[0] = y[0];
    return;
  }
  if (jump > n - 1)
    jump = n - 1;
  for (size_t i = 1; i <= n; i += jump) {
    smooth[i - 1] = estimate_at(l, y, n, i);
    if (i > 1)
      interpolate(smooth, i - jump, i);
    last = i;
  }
  if (last < n) {
    smooth[n - 1] = estimate_at(l, y, n, n);
    interpolate(smooth, last, n);
  }
}

/* Smooths every period of the season by itself, one season longer at each end: out (n + 2m). */
static void smooth_cycles(const loess *l, const double *y, size_t n, size_t m, double *cycle,
                          double *robust, double *out) {
  double *smooth = cycle + n;
  loess own = *l;
  own.robust = l->robust == NULL ? NULL : robust;
  for (size_t j = 0; j < m; j++) {
    size_t k = (n - 1 - j) / m + 1, reach = l->window < k ? l->window : k;
    for (size_t i = 0; i < k; i++) {
      cycle[i] = y[i * m + j];
      robust[i] = l->robust == NULL ? 1 : l->robust[i * m + j];
    }
    smooth_all(&own, cycle, k, smooth + 1);
    smooth[0] = estimate(&own, cycle, k, 0, 1, reach, smooth[1]);
    smooth[k + 1] = estimate(&own, cycle, k, (double)(k + 1), k - reach + 1, k, smooth[k]);
    for (size_t i = 0; i < k + 2; i++)
      out[i * m + j] = smooth[i];
  }
}

/* Moving average: shape (n) to shape (n − length + 1). */
static void average(const double *x, size_t n, size_t length, double *out) {
  double sum = 0;
  for (size_t i = 0; i < length; i++)
    sum += x[i];
  out[0] = sum / (double)length;
  for (size_t i = length; i < n; i++) {
    sum += x[i] - x[i - length];
    out[i - length + 1] = sum / (double)length;
  }
}

/* Room and smoothers of a decomposition. */
typedef struct stl {
  size_t n, m;
  double *a, *cycle, *low, *own, *robust;
  loess seasonal, low_pass, level;
} stl;

static void pass(const stl *w, const double *y, double *season, double *trend) {
  const size_t n = w->n, m = w->m, longer = n + 2 * m;
  for (size_t t = 0; t < n; t++)
    w->a[t] = y[t] - trend[t];
  smooth_cycles(&w->seasonal, w->a, n, m, w->low, w->own, w->cycle);
  average(w->cycle, longer, m, w->low);
  average(w->low, longer - m + 1, m, w->a);
  average(w->a, n + 2, 3, w->low);
  smooth_all(&w->low_pass, w->low, n, w->a);
  for (size_t t = 0; t < n; t++) {
    season[t] = w->cycle[m + t] - w->a[t];
    w->a[t] = y[t] - season[t];
  }
  smooth_all(&w->level, w->a, n, trend);
}

/* Bisquare weights of the remainders, on six times their median. */
static void find_robust(const stl *w, const double *y, const double *season, const double *trend) {
  const double none = 0.999, full = 0.001; /* of six medians */
  for (size_t t = 0; t < w->n; t++)
    w->a[t] = w->robust[t] = fabs(y[t] - season[t] - trend[t]);
  gsl_sort(w->a, 1, w->n);
  double six = 6 * gsl_stats_median_from_sorted_data(w->a, 1, w->n);
  for (size_t t = 0; t < w->n; t++) {
    double r = w->robust[t];
    w->robust[t] = r <= full * six ? 1 : r <= none * six ? pow(1 - r / six * (r / six), 2) : 0;
  }
}

bool prg_stl(const double *y, size_t n, size_t m, const prg_stl_options *options, double *season,
             double *trend) {
  const size_t longer = n + 2 * m; /* cycle and its smooth are n + n/m + 3 long together */
  double *memory = malloc((7 * longer + 4) * sizeof *memory);
  if (memory == NULL)
    return false;
  double *weight = memory + 4 * longer + 4;
  stl w = {.n = n, .m = m, .a = memory, .cycle = memory + longer, .low = memory + 2 * longer};
  w.own = weight + longer;
  w.robust = w.own + longer;
  w.seasonal = (loess){options->season_window, 0, weight, NULL};
  w.low_pass = (loess){options->low_window, 1, weight, NULL};
  w.level = (loess){options->trend_window, 1, weight, NULL};
  memset(trend, 0, n * sizeof *trend);
  for (size_t round = 0; round <= options->outer; round++) {
    for (size_t i = 0; i < options->inner; i++)
      pass(&w, y, season, trend);
    if (round < options->outer)
      find_robust(&w, y, season, trend);
    w.seasonal.robust = w.level.robust = w.robust;
  }
  free(memory);
  return true;
}
