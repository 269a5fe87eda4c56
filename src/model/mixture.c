#include "model/mixture.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

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

/* Sums weight · F and weight · dF/dz over components [begin, end) at z. */
static double sum_scale(const prg_mixture *mixture, size_t begin, size_t end, double z,
                        double *density) {
  const double *value = mixture->student->value, df = mixture->student->df;
  const double half = STUDENT_CELLS / 2.0;
  double sum = 0, slope_sum = 0;
  for (size_t k = begin; k < end; k++) {
    double t = (z - mixture->location[k]) / mixture->spread[k];
    double norm = 1 / sqrt(df + t * t);
    double u = t * norm;
    double place = (u + 1) * half;
    int cell = (int)place;
    cell = cell < STUDENT_CELLS ? cell : STUDENT_CELLS - 1;
    double slope = value[cell + 1] - value[cell];
    sum += mixture->weight[k] * (value[cell] + slope * (place - cell));
    slope_sum += mixture->weight[k] * slope * half * (1 - u * u) * norm / mixture->spread[k];
  }
  *density += slope_sum;
  return sum;
}

double mixture_cdf(const prg_mixture *mixture, double xi, double *density) {
  double sum = 0, total = 0;
  for (int scale = 0; scale < SCALE_COUNT; scale++) {
    if (mixture->first[scale] == mixture->first[scale + 1] || (scale != SCALE_RAW && xi <= 0))
      continue;
    double slope = 0;
    sum += sum_scale(mixture, mixture->first[scale], mixture->first[scale + 1],
                     mixture_forward(scale, xi), &slope);
    total += slope * derivative(scale, xi);
  }
  if (density != NULL)
    *density = total;
  return sum;
}

/* Mean of the components' centres and of their spreads, in units of ξ: where to start, and how far
 * a step may go. */
static void rough_size(const prg_mixture *mixture, double *centre, double *spread) {
  *centre = *spread = 0;
  for (int scale = 0; scale < SCALE_COUNT; scale++) {
    for (size_t k = mixture->first[scale]; k < mixture->first[scale + 1]; k++) {
      double xi = mixture_backward(scale, mixture->location[k]);
      *centre += mixture->weight[k] * xi;
      double slope = scale != SCALE_RAW && xi <= 0 ? 1 : derivative(scale, xi);
      *spread += mixture->weight[k] * mixture->spread[k] / slope;
    }
  }
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
    if (f < p)
      b.low = xi;
    else
      b.high = xi;
    if (b.high - b.low <= 1e-15 * fabs(xi))
      break;
    double next = NAN;
    if (f > 0 && f < 1 && density > 0) {
      double step = (log(f / (1 - f)) - target) * f * (1 - f) / density;
      next = xi - fmax(-reach, fmin(reach, step));
    }
    if (!(next > b.low && next < b.high)) {
      next = step_aside(&b, xi, reach, f < p);
      reach *= 2;
    }
    xi = next;
  }
  return xi;
}

void mixture_quantiles(const prg_mixture *mixture, const double *p, size_t n, double *quantile) {
  double centre, spread, floor = -INFINITY;
  rough_size(mixture, &centre, &spread);
  for (size_t i = 0; i < n; i++) {
    double start = fmax(centre + spread * gsl_cdf_ugaussian_Pinv(p[i]), floor);
    /* Roots and logs have nothing below 0: start inside. */
    if (mixture->first[SCALE_ROOT] == 0 && start <= 0)
      start = centre / 4;
    quantile[i] = fmax(solve(mixture, p[i], start, spread), floor);
    floor = quantile[i];
  }
}
