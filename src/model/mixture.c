#include "model/mixture.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

#include "base/clones.h"

double mixture_forward(int scale, double xi) {
  if (scale == SCALE_RAW)
    return xi;
  if (xi <= 0)
    return -INFINITY;
  return scale == SCALE_ROOT ? 2 * sqrt(xi) : log(xi);
}

double mixture_backward(int scale, double z) {
  if (scale == SCALE_RAW)
    return z;
  if (scale == SCALE_ROOT)
    return z <= 0 ? 0 : z * z / 4;
  return exp(z);
}

/* dz/dξ at ξ > 0 (any ξ on the raw scale). */
static double derivative(int scale, double xi) {
  return scale == SCALE_RAW ? 1 : scale == SCALE_ROOT ? 1 / sqrt(xi) : 1 / xi;
}

/* The part of each component in F and in dF/dz at z. */
PRG_CLONES
static void evaluate(const double *restrict value, double df, double z, size_t n,
                     const double *restrict weight, const double *restrict location,
                     const double *restrict precision, double *restrict part,
                     double *restrict density) {
  const double half = STUDENT_CELLS / 2.0;
  for (size_t k = 0; k < n; k++) {
    double t = (z - location[k]) * precision[k];
    double norm = 1 / sqrt(df + t * t);
    double u = t * norm, place = (u + 1) * half;
    int cell = (int)place;
    cell = cell < STUDENT_CELLS ? cell : STUDENT_CELLS - 1;
    double slope = value[cell + 1] - value[cell];
    part[k] = weight[k] * (value[cell] + slope * (place - cell));
    density[k] = weight[k] * precision[k] * slope * half * (1 - u * u) * norm;
  }
}

/* Four sums side by side, in an order that no compiler changes. */
static double add_up(const double *x, size_t n) {
  double sum[4] = {0};
  size_t k = 0;
  for (; k + 4 <= n; k += 4)
    for (size_t i = 0; i < 4; i++)
      sum[i] += x[k + i];
  for (; k < n; k++)
    sum[0] += x[k];
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

double mixture_cdf(const prg_mixture *mixture, double xi, double *density) {
  double sum = 0, total = 0, *part = mixture->scratch, *slope = part + mixture->n;
  for (int scale = 0; scale < SCALE_COUNT; scale++) {
    size_t begin = mixture->first[scale], n = mixture->first[scale + 1] - begin;
    if (n == 0 || (scale != SCALE_RAW && xi <= 0))
      continue;
    evaluate(mixture->student->value, mixture->student->df, mixture_forward(scale, xi), n,
             mixture->weight + begin, mixture->location + begin, mixture->precision + begin, part,
             slope);
    sum += add_up(part, n);
    total += add_up(slope, n) * derivative(scale, xi);
  }
  if (density != NULL)
    *density = total;
  return sum;
}

static mixture_size size_of(const prg_mixture *mixture) {
  mixture_size size = {0, 0};
  for (int scale = 0; scale < SCALE_COUNT; scale++) {
    for (size_t k = mixture->first[scale]; k < mixture->first[scale + 1]; k++) {
      double xi = mixture_backward(scale, mixture->location[k]);
      size.centre += mixture->weight[k] * xi;
      double slope = scale != SCALE_RAW && xi <= 0 ? 1 : derivative(scale, xi);
      size.spread += mixture->weight[k] / (mixture->precision[k] * slope);
    }
  }
  return size;
}

typedef struct bracket {
  double low, high; /* F(low) < p < F(high); infinite until found */
} bracket;

/* The next point when Newton's would leave the bracket, or there is no slope to follow. */
static double step_aside(const bracket *b, double xi, double reach, bool upward) {
  if (isfinite(b->low) && isfinite(b->high))
    return b->low + (b->high - b->low) / 2;
  return upward ? xi + reach : xi - reach;
}

static double solve(const prg_mixture *mixture, double p, double xi, double spread) {
  bracket b = {-INFINITY, INFINITY};
  double reach = 4 * spread, tolerance = 1e-7 * fmin(p, 1 - p), target = log(p / (1 - p));
  for (int i = 0; i < 200; i++) {
    double density, f = mixture_cdf(mixture, xi, &density);
    if (fabs(f - p) <= tolerance)
      break;
    *(f < p ? &b.low : &b.high) = xi;
    if (b.high - b.low <= 1e-15 * fabs(xi))
      break;
    double step = NAN;
    if (f > 0 && f < 1 && density > 0)
      step = fmax(-reach, fmin(reach, (target - log(f / (1 - f))) * f * (1 - f) / density));
    if (!(xi + step > b.low && xi + step < b.high)) {
      xi = step_aside(&b, xi, reach, f < p);
      reach *= 2;
      continue;
    }
    xi += step;
    if (fabs(step) < 1e-4 * spread)
      break;
  }
  return xi;
}

void mixture_quantiles(const prg_mixture *mixture, const double *p, size_t n, const double *before,
                       mixture_size *size, double *quantile) {
  mixture_size now = size_of(mixture);
  double floor = -INFINITY;
  bool positive = mixture->first[SCALE_ROOT] == 0; /* roots and logs have nothing below 0 */
  for (size_t i = 0; i < n; i++) {
    double score =
        before == NULL ? gsl_cdf_ugaussian_Pinv(p[i]) : (before[i] - size->centre) / size->spread;
    double start = fmax(now.centre + now.spread * score, floor);
    if (positive && start <= 0)
      start = now.centre / 4;
    quantile[i] = fmax(solve(mixture, p[i], start, now.spread), floor);
    floor = quantile[i];
  }
  *size = now;
}
