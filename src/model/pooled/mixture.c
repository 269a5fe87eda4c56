#include "model/pooled/mixture.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_cdf.h>

#include "base/clones.h"

static const double tolerance = 1e-7; /* of the log odds of a quantile */
static const double carry = 0.9; /* how much of the change from one mixture to the next goes on */
enum { iterations_max = 200 };   /* never met: halving takes some 60 */

/* The arrays over components are cut in eights, so that vectors leave no remainder. */
static size_t padded(size_t n) {
  return (n + 7) / 8 * 8;
}

size_t mixture_scratch(size_t n) {
  return 6 * padded(n);
}

void mixture_count(prg_mixture *mixture, int scale) {
  mixture->n++;
  for (int s = scale + 1; s <= SCALE_COUNT; s++)
    mixture->first[s] = mixture->n;
}

double mixture_forward(int scale, double xi) {
  if (scale == SCALE_RAW)
    return xi;
  if (scale == SCALE_ROOT)
    return xi < 0 ? -INFINITY : 2 * sqrt(xi);
  return xi <= 0 ? -INFINITY : log(xi);
}

double mixture_backward(int scale, double z) {
  if (scale == SCALE_RAW)
    return z;
  if (scale == SCALE_ROOT)
    return z <= 0 ? 0 : z * z / 4;
  return exp(fmax(fmin(z, MIXTURE_LOG_MAX), -MIXTURE_LOG_MAX));
}

/* dz/dξ at ξ > 0 (any ξ on the raw scale). */
static double derivative(int scale, double xi) {
  return scale == SCALE_RAW ? 1 : scale == SCALE_ROOT ? 1 / sqrt(xi) : 1 / xi;
}

/* d²z/dξ² there. */
static double second_derivative(int scale, double xi) {
  return scale == SCALE_RAW ? 0 : scale == SCALE_ROOT ? -1 / (2 * xi * sqrt(xi)) : -1 / (xi * xi);
}

/* t = (z − location) · precision, kept within the table, NaN too. */
PRG_CLONES
static void standardise(size_t n, double z, const double *restrict location,
                        const double *restrict precision, double *restrict t) {
  for (size_t k = 0; k < n; k++) {
    double x = (z - location[k]) * precision[k];
    x = x > -STUDENT_FARTHEST ? x : -STUDENT_FARTHEST;
    t[k] = x < STUDENT_FARTHEST ? x : STUDENT_FARTHEST;
  }
}

/* Eight sums side by side: an order that neither compiler nor vector length changes. */
PRG_CLONES
static double dot(size_t n, const double *restrict a, const double *restrict b) {
  double sum[8] = {0};
  size_t k = 0;
  for (; k + 8 <= n; k += 8)
    for (size_t i = 0; i < 8; i++)
      sum[i] += a[k + i] * b[k + i];
  for (; k < n; k++)
    sum[k % 8] += a[k] * b[k];
  return ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
}

typedef struct mixture_point {
  double cdf, density;
  double change; /* of the density: d²F/dξ² */
} mixture_point;

static mixture_point mixture_at(const prg_mixture *m, double xi) {
  const size_t room = padded(m->n);
  double *t = m->scratch, *cdf = t + room, *density = cdf + room, *change = density + room;
  double *height = change + room, *steepness = height + room;
  for (size_t k = m->n; k < room; k++)
    t[k] = 0;
  for (int s = 0; s < SCALE_COUNT; s++)
    standardise(m->first[s + 1] - m->first[s], mixture_forward(s, xi), m->location + m->first[s],
                m->precision + m->first[s], t + m->first[s]);
  student_table_evaluate(m->student, room, t, cdf, density, change);
  mixture_point point = {dot(m->n, m->weight, cdf), 0, 0};
  for (int s = 0; s < SCALE_COUNT; s++) {
    size_t begin = m->first[s], n = m->first[s + 1] - begin;
    if (n == 0 || (s != SCALE_RAW && xi <= 0))
      continue;
    double slope = derivative(s, xi), part = dot(n, height + begin, density + begin);
    point.density += part * slope;
    point.change +=
        dot(n, steepness + begin, change + begin) * slope * slope + part * second_derivative(s, xi);
  }
  return point;
}

/* What mixture_at needs: w/s and w/s² of the components, s being the scale of the t. */
static void set_heights(const prg_mixture *m) {
  const size_t room = padded(m->n);
  double *height = m->scratch + 4 * room, *steepness = height + room;
  for (size_t k = 0; k < m->n; k++) {
    height[k] = m->weight[k] * m->precision[k];
    steepness[k] = height[k] * m->precision[k];
  }
}

static mixture_size size_of(const prg_mixture *m) {
  mixture_size size = {0, 0};
  for (int s = 0; s < SCALE_COUNT; s++) {
    double weight = 0, location = 0, spread = 0;
    for (size_t k = m->first[s]; k < m->first[s + 1]; k++) {
      weight += m->weight[k];
      location += m->weight[k] * m->location[k];
      spread += m->weight[k] / m->precision[k];
    }
    if (weight == 0)
      continue;
    double xi = mixture_backward(s, location / weight);
    size.centre += weight * xi;
    size.spread += spread / (s != SCALE_RAW && xi <= 0 ? 1 : derivative(s, xi));
  }
  return size;
}

typedef struct bracket {
  double low, high; /* F(low) <= p <= F(high) */
} bracket;

/* The components' own p-quantiles lie around the mixture's. */
static void narrow(bracket *b, const prg_mixture *m, double p) {
  const double margin = 1e-3, t = gsl_cdf_tdist_Pinv(p, m->student->df);
  double low = INFINITY, high = -INFINITY;
  for (int s = 0; s < SCALE_COUNT; s++) {
    double least = INFINITY, greatest = -INFINITY;
    for (size_t k = m->first[s]; k < m->first[s + 1]; k++) {
      least = fmin(least, m->location[k] + (t - margin) / m->precision[k]);
      greatest = fmax(greatest, m->location[k] + (t + margin) / m->precision[k]);
    }
    if (m->first[s] == m->first[s + 1])
      continue;
    low = fmin(low, mixture_backward(s, least));
    high = fmax(high, mixture_backward(s, greatest));
  }
  b->low = fmax(b->low, low);
  b->high = fmin(b->high, high);
}

/*
 * Between the ends of the bracket, when Halley's step would leave it. Where roots begin, at 0, the
 * mixture may jump: then 0 is the quantile, and the bracket shrinks to it.
 */
static double step_aside(bracket *b, const prg_mixture *m, double p) {
  if (!(isfinite(b->low) && isfinite(b->high)))
    narrow(b, m, p);
  if (b->low <= 0 && b->high > 0) {
    if (mixture_at(m, 0).cdf < p)
      b->low = 0;
    else if (mixture_at(m, -DBL_MIN).cdf < p)
      b->low = b->high = 0;
    else
      b->high = 0;
  }
  return b->low > 0 ? sqrt(b->low) * sqrt(b->high) : b->low + (b->high - b->low) / 2;
}

typedef struct halley_step {
  double gap;   /* in log odds */
  double step;  /* in ξ; NaN if there is no slope to follow */
  double error; /* in log odds, after the step: a bound where the mixture is smooth */
} halley_step;

/*
 * Halley's step on the log odds g(ξ) = log F/(1 − F):
 *   N = (target − g)/g',   step = N/(1 + r),   r = N g''/(2 g').
 * What is left is of the order of the gap times r², or its cube; the factors 2 and ¼ are measured.
 */
static halley_step halley(const mixture_point *at, double target) {
  const double rest = 1 - at->cdf;
  if (!(at->cdf > 0 && rest > 0 && at->density > 0))
    return (halley_step){NAN, NAN, INFINITY};
  double gap = target - log(at->cdf / rest), slope = at->density / (at->cdf * rest);
  double newton = gap / slope;
  double r = newton * (at->change / at->density - slope * (1 - 2 * at->cdf)) / 2;
  double coarse = fmax(2 * fabs(r), fabs(gap) / 4);
  return (halley_step){gap, newton / (1 + fmax(-0.5, fmin(r, 1))), fabs(gap) * coarse * coarse};
}

static double solve(const prg_mixture *m, double p, double xi, double lowest) {
  const double target = log(p / (1 - p));
  bracket b = {lowest, INFINITY};
  for (int i = 0; i < iterations_max; i++) {
    mixture_point at = mixture_at(m, xi);
    halley_step step = halley(&at, target);
    double next = xi + step.step;
    *(at.cdf < p ? &b.low : &b.high) = xi;
    bool inside = next > b.low && next < b.high;
    if (inside && step.error <= tolerance)
      return next;
    if (fabs(step.gap) <= tolerance || b.high - b.low <= DBL_EPSILON * fabs(xi))
      return xi;
    xi = inside ? next : step_aside(&b, m, p);
  }
  return xi;
}

/* Quantile i in spreads from the centre as the course has it, carried on; at first the normal's. */
static double expected_score(const mixture_course *course, double p, size_t n,
                             const double *quantile) {
  const mixture_size *last = &course->previous[0], *before = &course->previous[1];
  if (course->n_solved == 0)
    return gsl_cdf_ugaussian_Pinv(p);
  double score = (*(quantile - n) - last->centre) / last->spread;
  if (course->n_solved > 1)
    score += carry * (score - (*(quantile - 2 * n) - before->centre) / before->spread);
  return score;
}

void mixture_quantiles(const prg_mixture *mixture, const double *p, size_t n,
                       mixture_course *course, double *quantile) {
  const bool positive = mixture->first[SCALE_ROOT] == 0; /* roots and logs: nothing below 0 */
  const mixture_size size = size_of(mixture);
  set_heights(mixture);
  double lowest = positive ? 0 : -INFINITY;
  for (size_t i = 0; i < n; i++) {
    double score = expected_score(course, p[i], n, quantile + i);
    double start = fmax(size.centre + size.spread * score, lowest);
    if (positive && start <= 0)
      start = size.centre / 4;
    quantile[i] = lowest = fmax(solve(mixture, p[i], start, lowest), lowest);
  }
  course->previous[1] = course->previous[0];
  course->previous[0] = size;
  course->n_solved++;
}
