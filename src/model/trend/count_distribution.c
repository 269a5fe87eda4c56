#include "model/trend/count_distribution.h"

#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

/* Above this mean the distribution of Y/μ is its limit's, to four digits; larger ones are scaled.
 */
static const double LARGEST_MEAN = 1e7;
static const double LARGEST_SHAPE = 1e9; /* the width of M above it is that of this */
static const double MOST_LOG = 700;      /* exp(709) is the last that is finite */

/*
 * log density of log M at `d` from its mode log(shape), 0 there: −a (e^d − 1 − d) for the gamma,
 * a d − (a + θ) log(1 + π (e^d − 1)), π = a/(a + θ), for θ times the beta-prime.
 */
static double log_density(double d, double shape, double theta) {
  if (isinf(theta))
    return -shape * (expm1(d) - d);
  return shape * d - (shape + theta) * log1p(shape / (shape + theta) * expm1(d));
}

/* How far from the mode, in direction ±1, hardly any probability is left. */
static double reach(double direction, double shape, double theta, double width) {
  const double drop = 22; /* e^−22 ≈ 3e-10 */
  double distance = width;
  while (log_density(direction * distance, shape, theta) > -drop)
    distance *= 1.2;
  return distance;
}

double prg_count_cdf(const prg_count_distribution *count, double x) {
  double mode = log(x + 0.5), shape = fmin(x + 0.5, LARGEST_SHAPE), theta = count->theta;
  double width = sqrt(1 / shape + (isinf(theta) ? 0 : 1 / theta)); /* of log M, about */
  /* A smaller σ than this is lost in the count's own spread; it bounds the number of steps. */
  double sigma = fmax(count->std_error, width / 16), sum = 0, total = 0;
  /* The rule errs by exp(−2π²(s/step)²), s being the finest detail: 1e-7. */
  double step = 1.1 * sigma * width / hypot(sigma, width);
  double from = -reach(-1, shape, theta, width), to = reach(1, shape, theta, width);
  for (double d = from; d <= to; d += step) {
    double density = exp(log_density(d, shape, theta));
    total += density;
    sum += density * gsl_cdf_ugaussian_P((mode + d - count->log_mean) / sigma);
  }
  return sum / total;
}

/* An interval of log(1 + x), where the distribution function is smooth, with p inside. */
typedef struct bracket {
  double lower, upper;     /* log(1 + x) */
  double f_lower, f_upper; /* P − p there, < 0 and >= 0 */
} bracket;

static double excess_at(const prg_count_distribution *count, double log1p_x, double p) {
  return prg_count_cdf(count, expm1(log1p_x)) - p;
}

/* Regula falsi that halves the weight of an end that stays (Illinois). */
static double narrow(const prg_count_distribution *count, bracket b, double p) {
  enum { MOST_STEPS = 100 };
  const double resolution = 1e-9;
  int stayed = 0; /* −1: the upper end has stayed, 1: the lower */
  double x = b.upper;
  for (int i = 0; i < MOST_STEPS && b.upper - b.lower > resolution; i++) {
    double before = x;
    x = (b.lower * b.f_upper - b.upper * b.f_lower) / (b.f_upper - b.f_lower);
    double f = excess_at(count, x, p);
    if (fabs(x - before) < resolution || f == 0)
      break;
    if (f < 0) {
      b.f_upper /= stayed == -1 ? 2 : 1;
      b.lower = x;
      b.f_lower = f;
      stayed = -1;
    } else {
      b.f_lower /= stayed == 1 ? 2 : 1;
      b.upper = x;
      b.f_upper = f;
      stayed = 1;
    }
  }
  return expm1(x);
}

static double solve(const prg_count_distribution *count, double p) {
  bracket b = {.lower = 0, .upper = log1p(exp(count->log_mean))};
  b.f_lower = excess_at(count, b.lower, p);
  if (b.f_lower >= 0)
    return 0;
  while ((b.f_upper = excess_at(count, b.upper, p)) < 0) {
    if (b.upper >= MOST_LOG)
      return expm1(MOST_LOG);
    b.lower = b.upper;
    b.f_lower = b.f_upper;
    b.upper = fmin(MOST_LOG, b.upper + 0.5 + 2 * count->std_error);
  }
  return narrow(count, b, p);
}

double prg_count_quantile(const prg_count_distribution *count, double p) {
  prg_count_distribution scaled = *count;
  scaled.log_mean = fmin(count->log_mean, log(LARGEST_MEAN));
  double x = solve(&scaled, p);
  double excess = count->log_mean - scaled.log_mean;
  return excess > 0 ? exp(fmin(MOST_LOG, log(fmax(x, 1e-300)) + excess)) : x;
}

double prg_count_draw(double log_mean, double theta, gsl_rng *rng) {
  const double large = 1e8; /* gsl's Poisson counts in an unsigned int */
  double mean = exp(fmin(log_mean, MOST_LOG));
  if (!isinf(theta))
    mean *= gsl_ran_gamma(rng, theta, 1 / theta);
  if (mean > large)
    return mean + sqrt(mean) * gsl_ran_gaussian(rng, 1);
  return gsl_ran_poisson(rng, mean);
}
