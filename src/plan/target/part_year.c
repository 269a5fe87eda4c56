/*
 * Assumptions and limits: cases come at one rate through the year, or at one that follows earlier
 * years' profile, and independently of each other unless the months of two years show otherwise;
 * what is decided or planned for the rest of the year is not known here. Last year's level says
 * nothing about this year's.
 */
#include <prognos/part_year.h>

#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>

static const double tail = 1e-13; /* of a distribution that may be left out */
static const double months = 12;
/* Variances of rounding, so that no uncertainty is nought: of one value to whole units, and of the
 * difference of two means to tenths. */
static const double rounding_of_value = 1.0 / 12, rounding_of_change = 0.01 / 6;

bool prg_goal_range_holds(const prg_goal_range *range, double figure) {
  bool above = range->lower_open ? figure > range->lower : figure >= range->lower;
  bool below = range->upper_open ? figure < range->upper : figure <= range->upper;
  return above && below;
}

prg_outlook prg_part_year_known(double figure, const prg_goal_range *range) {
  return (prg_outlook){figure, figure, figure, figure, prg_goal_range_holds(range, figure)};
}

/*
 * A distribution over x = 0, 1, 2 … by its first probability and the ratios that follow,
 *
 *   f(x + 1) / f(x) = (a + x)(b + x) / ((c + x)(1 + x)) · z
 *
 * which is the negative binomial, the beta negative binomial and the beta-binomial alike.
 */
typedef struct law {
  double log_first; /* log f(0) */
  double a, b, c, z;
  double last; /* the largest x; INFINITY: none */
  double mean;
} law;

/* X ~ NB(r, p): f(x) = Γ(r + x) / (Γ(r) x!) p^r (1 − p)^x. The factor (b + x)/(c + x) is 1. */
static law negative_binomial(double r, double p) {
  return (law){r * log(p), r, 1, 1, 1 - p, INFINITY, r * (1 - p) / p};
}

/* X | φ ~ NB(r, φ), φ ~ Beta(α, β): f(0) = B(α + r, β) / B(α, β). */
static law beta_negative_binomial(double r, double alpha, double beta) {
  double log_first = gsl_sf_lnbeta(alpha + r, beta) - gsl_sf_lnbeta(alpha, beta);
  double mean = alpha > 1 ? r * beta / (alpha - 1) : NAN;
  return (law){log_first, r, beta, alpha + r + beta, 1, INFINITY, mean};
}

/*
 * Y | π ~ Bin(m, π), π ~ Beta(α, β): f(0) = B(α, β + m) / B(α, β), and with two signs turned
 * f(y + 1)/f(y) = (α + y)(y − m) / ((1 − β − m + y)(1 + y)).
 */
static law beta_binomial(double m, double alpha, double beta) {
  double log_first = gsl_sf_lnbeta(alpha, beta + m) - gsl_sf_lnbeta(alpha, beta);
  return (law){log_first, alpha, -m, 1 - beta - m, 1, m, m * alpha / (alpha + beta)};
}

/* What the walk along a law has gathered. */
typedef struct walk {
  double below;  /* probability of the figures so far … */
  double inside; /* … and of those among them that reach the goal */
  double quantile[3];
} walk;

static void step(walk *w, double f, double figure, const prg_goal_range *range) {
  static const double probability[3] = {0.1, 0.5, 0.9};
  double before = w->below;
  w->below += f;
  w->inside += prg_goal_range_holds(range, figure) ? f : 0;
  for (int k = 0; k < 3; k++)
    if (before < probability[k])
      w->quantile[k] = figure;
}

/* The figures are (first + x) / divisor. Past the bounds of the goal and the quantiles nothing more
 * is asked: above the lower end of a goal without an upper one all that is left counts. */
static prg_outlook follow(const law *l, double first, double divisor, const prg_goal_range *range) {
  walk w = {0};
  double log_f = l->log_first, figure = 0;
  double bound = isfinite(range->upper) ? range->upper : range->lower;
  for (double x = 0; x <= l->last; x++) {
    figure = (first + x) / divisor;
    if ((w.below >= 0.9 && figure > bound) || 1 - w.below < tail)
      break;
    step(&w, exp(log_f), figure, range);
    if (x < l->last)
      log_f += log((l->a + x) * (l->b + x) / ((l->c + x) * (1 + x)) * l->z);
  }
  if (!isfinite(range->upper) && figure > bound)
    w.inside += fmax(0, 1 - w.below);
  return (prg_outlook){w.quantile[1], (first + l->mean) / divisor, w.quantile[0], w.quantile[2],
                       fmin(1, w.inside)};
}

/*
 * k cases in the part φ of a year of unknown rate λ: k ~ Poisson(λφ), the rest X ~ Poisson(λ(1 −
 * φ)). Jeffreys' prior for a Poisson rate, ∝ λ^(−1/2), a gamma distribution of shape ½ and rate 0,
 * gives λφ | k ~ Gamma(k + ½, 1) and
 *
 *   X | k ~ NB(k + ½, φ),   E X = (k + ½)(1 − φ)/φ.
 *
 * φ is the part of the year that has passed. If earlier years' months are known, s of their cases
 * in the same months and u in the others, then φ ~ Beta(m + s, 12 − m + u): every profile of twelve
 * months is equally likely beforehand (one case per month), m being the months that have passed.
 * Integrated over φ, X is beta negative binomial.
 *
 * Cases that vary c times as much as chance alone come as if in parties of c: the above holds for
 * the parties k/c, s/c, u/c, and the year's figure is k + cX.
 */
prg_outlook prg_part_year_count(const prg_part_count *known, const prg_goal_range *range) {
  if (known->part >= 1)
    return prg_part_year_known(known->count, range);
  double c = isnan(known->dispersion) ? 1 : known->dispersion;
  double r = known->count / c + 0.5, passed = months * known->part;
  law rest = known->has_profile ? beta_negative_binomial(r, passed + known->before / c,
                                                         months - passed + known->after / c)
                                : negative_binomial(r, known->part);
  prg_outlook outlook = follow(&rest, known->count / c, 1 / c, range);
  outlook.median = round(outlook.median);
  outlook.lower_80 = round(outlook.lower_80);
  outlook.upper_80 = round(outlook.upper_80);
  return outlook;
}

double prg_part_year_dispersion(const double *now, const double *then, unsigned n) {
  double sum_now = 0, sum_then = 0, x2 = 0;
  unsigned used = 0;
  for (unsigned j = 0; j < n; j++) {
    sum_now += now[j];
    sum_then += then[j];
    used += now[j] + then[j] > 0;
  }
  if (used < PRG_DISPERSION_MONTHS || sum_now == 0 || sum_then == 0)
    return NAN;
  for (unsigned j = 0; j < n; j++) {
    double expected = (now[j] + then[j]) * sum_now / (sum_now + sum_then), off = now[j] - expected;
    if (expected > 0) /* both cells of the column are off by as much */
      x2 += off * off / expected * (1 + sum_now / sum_then);
  }
  return fmax(1, x2 / (used - 1));
}

/*
 * k of n in the part, m = N − n to come: π | k ~ Beta(k + ½, n − k + ½) after Jeffreys' prior, the
 * hits to come Y | k ~ beta-binomial, the year's share (k + Y)/N.
 */
prg_outlook prg_part_year_share(const prg_part_share *known, const prg_goal_range *range) {
  if (known->of_year <= known->of)
    return prg_part_year_known(known->hits / known->of, range);
  law rest =
      beta_binomial(known->of_year - known->of, known->hits + 0.5, known->of - known->hits + 0.5);
  return follow(&rest, known->hits, known->of_year, range);
}

/* centre + scale · T, T Student with df degrees of freedom. */
static prg_outlook student(double centre, double scale, double df, const prg_goal_range *range) {
  double half = scale * gsl_cdf_tdist_Pinv(0.9, df);
  double above = isfinite(range->lower) ? gsl_cdf_tdist_Q((range->lower - centre) / scale, df) : 1;
  double beyond = isfinite(range->upper) ? gsl_cdf_tdist_Q((range->upper - centre) / scale, df) : 0;
  return (prg_outlook){fmax(0, centre), centre, fmax(0, centre - half), fmax(0, centre + half),
                       fmax(0, above - beyond)};
}

/*
 * n values with mean x and standard deviation s in the part τ; n(1 − τ)/τ more will come. Their
 * mean less x is t(n − 1) distributed with scale s √(1/n + τ/(n(1 − τ))), and the year's mean
 * τx + (1 − τ)·rest moves by (1 − τ) of that:  x + s √((1 − τ)/n) · t(n − 1).
 */
prg_outlook prg_part_year_mean(const prg_part_mean *known, const prg_goal_range *range) {
  if (known->part >= 1)
    return prg_part_year_known(known->mean, range);
  double variance = known->spread * known->spread + rounding_of_value;
  double scale = sqrt(variance * (1 - known->part) / known->n);
  return student(known->mean, scale, known->n - 1, range);
}

/* The change of a new year is predicted from n others: mean + s √(1 + 1/n) · t(n − 1). */
prg_outlook prg_part_year_history(double mean, const double *change, unsigned n,
                                  const prg_goal_range *range) {
  double sum = 0, squares = 0;
  for (unsigned i = 0; i < n; i++)
    sum += change[i];
  for (unsigned i = 0; i < n; i++)
    squares += (change[i] - sum / n) * (change[i] - sum / n);
  double scale = sqrt((squares / (n - 1) + rounding_of_change) * (1 + 1.0 / n));
  return student(mean + sum / n, scale, n - 1, range);
}
