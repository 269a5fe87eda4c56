#include <prognos/accuracy.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

/* A place on the normal score's axis with the integrals from −∞ to it. */
typedef struct normal_point {
  double z;
  double p;       /* ∫ φ = Φ(z) */
  double density; /* φ(z) = − ∫ zφ */
  double product; /* ∫ zΦφ = Φ(√2 z)/(2√π) − φ(z)Φ(z) */
} normal_point;

enum { MEDIAN, LOWER_80, UPPER_80, LOWER_95, UPPER_95, LIMITS };

static const double limit_probability[LIMITS] = {.5, .1, .9, .025, .975};

struct prg_scorer {
  size_t n;
  size_t place[LIMITS]; /* of those probabilities in the grid; n: it has not got them */
  normal_point *point;  /* shape (n + 2): the grid between −∞ and +∞ */
};

static normal_point normal_point_at(double z, double p) {
  double density = gsl_ran_ugaussian_pdf(z);
  double product = gsl_cdf_ugaussian_P(M_SQRT2 * z) * M_2_SQRTPI / 4 - density * p;
  return (normal_point){z, p, density, product};
}

static size_t place_of(double p, const double *probability, size_t n) {
  size_t i = 0;
  while (i < n && fabs(probability[i] - p) > 1e-12)
    i++;
  return i;
}

prg_scorer *prg_scorer_alloc(const double *probability, size_t n, prg_error *error) {
  assert(n >= 1);
  prg_scorer *scorer = calloc(1, sizeof *scorer);
  if (scorer != NULL)
    scorer->point = malloc((n + 2) * sizeof *scorer->point);
  if (scorer == NULL || scorer->point == NULL) {
    prg_scorer_free(scorer);
    prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    return NULL;
  }
  scorer->n = n;
  for (size_t k = 0; k < LIMITS; k++)
    scorer->place[k] = place_of(limit_probability[k], probability, n);
  scorer->point[0] = (normal_point){.z = -INFINITY};
  for (size_t i = 0; i < n; i++)
    scorer->point[i + 1] = normal_point_at(gsl_cdf_ugaussian_Pinv(probability[i]), probability[i]);
  scorer->point[n + 1] = (normal_point){.z = INFINITY, .p = 1, .product = M_2_SQRTPI / 4};
  return scorer;
}

void prg_scorer_free(prg_scorer *scorer) {
  if (scorer == NULL)
    return;
  free(scorer->point);
  free(scorer);
}

/*
 * 2 ∫ (1{q > y} − p) (q − y) dp over one cell, where q − y = a + b z, b >= 0, dp = φ(z) dz:
 * ∫ (a + bz) φ = a p − b φ and ∫ (a + bz) Φφ = a p²/2 + b ∫ zΦφ between the ends of each.
 */
static double crps_of_cell(double a, double b, const normal_point *from, const normal_point *to) {
  double crossing = b > 0 ? -a / b : a > 0 ? -INFINITY : INFINITY;
  normal_point start = *from;
  if (crossing >= to->z)
    start = *to;
  else if (crossing > from->z)
    start = normal_point_at(crossing, gsl_cdf_ugaussian_P(crossing));
  double above = a * (to->p - start.p) - b * (to->density - start.density);
  double weighted = a * (to->p * to->p - from->p * from->p) / 2 + b * (to->product - from->product);
  return 2 * (above - weighted);
}

/* quantile: shape (scorer->n). */
static double crps(const prg_scorer *scorer, const double *quantile, double y) {
  size_t n = scorer->n;
  if (n == 1)
    return fabs(quantile[0] - y);
  double sum = 0;
  for (size_t cell = 0; cell <= n; cell++) {
    size_t i = cell == 0   ? 0
               : cell == n ? n - 2
                           : cell - 1; /* the tails go on as their neighbour */
    const normal_point *left = &scorer->point[i + 1];
    double b = (quantile[i + 1] - quantile[i]) / (left[1].z - left[0].z);
    double a = quantile[i] - y - b * left->z;
    sum += crps_of_cell(a, b, &scorer->point[cell], &scorer->point[cell + 1]);
  }
  return fmax(sum, 0);
}

static double limit_of(const prg_scorer *scorer, const prg_distribution *distribution, size_t h,
                       size_t k) {
  size_t i = scorer->place[k];
  return i < scorer->n ? distribution->quantile[(h - 1) * scorer->n + i]
                       : prg_distribution_quantile(distribution, h, limit_probability[k]);
}

void prg_scorer_run(const prg_scorer *scorer, const prg_distribution *distribution, size_t h,
                    double actual, prg_score *score) {
  assert(distribution->n_probability == scorer->n);
  *score = (prg_score){.actual = actual};
  if (isnan(actual))
    return;
  score->point = limit_of(scorer, distribution, h, MEDIAN);
  score->lower_80 = limit_of(scorer, distribution, h, LOWER_80);
  score->upper_80 = limit_of(scorer, distribution, h, UPPER_80);
  score->lower_95 = limit_of(scorer, distribution, h, LOWER_95);
  score->upper_95 = limit_of(scorer, distribution, h, UPPER_95);
  score->crps = crps(scorer, distribution->quantile + (h - 1) * scorer->n, actual);
}

/* The differences over `lag` up to `end`, and on until one of them is not 0. */
static prg_scale scale_of_lag(const prg_series *series, size_t end, size_t lag) {
  double absolute = 0, square = 0;
  size_t n = 0;
  for (size_t t = lag; t < series->n && (t < end || absolute == 0); t++) {
    double change = series->value[t] - series->value[t - lag];
    if (isnan(change))
      continue;
    absolute += fabs(change);
    square += change * change;
    n++;
  }
  if (!(absolute > 0 && isfinite(square)))
    return (prg_scale){NAN, NAN};
  return (prg_scale){absolute / (double)n, square / (double)n};
}

prg_scale prg_scale_of(const prg_series *series, size_t end) {
  prg_scale scale = scale_of_lag(series, end, (size_t)series->season);
  return isnan(scale.absolute) && series->season > 1 ? scale_of_lag(series, end, 1) : scale;
}

static double interval_score(double lower, double upper, double alpha, double y) {
  return upper - lower + 2 / alpha * (fmax(lower - y, 0) + fmax(y - upper, 0));
}

void prg_accuracy_add(prg_accuracy *accuracy, const prg_score *score, const prg_scale *scale) {
  double y = score->actual, error = score->point - y;
  if (isnan(y))
    return;
  accuracy->n++;
  accuracy->error += error;
  accuracy->crps += score->crps;
  bool has_interval = !isnan(score->lower_80);
  accuracy->n_interval += has_interval;
  accuracy->inside_80 += score->lower_80 <= y && y <= score->upper_80;
  accuracy->inside_95 += score->lower_95 <= y && y <= score->upper_95;
  if (error != 0)
    accuracy->symmetric += 200 * fabs(error) / (fabs(y) + fabs(score->point));
  if (y != 0) {
    accuracy->n_relative++;
    accuracy->relative += 100 * fabs(error) / fabs(y);
  }
  if (isnan(scale->absolute))
    return;
  accuracy->n_scaled++;
  accuracy->scaled += fabs(error) / scale->absolute;
  accuracy->scaled_square += error * error / scale->square;
  if (!has_interval)
    return;
  accuracy->n_ranged++;
  accuracy->scaled_interval +=
      interval_score(score->lower_95, score->upper_95, .05, y) / scale->absolute;
}

/* NaN for no trials, and for a sum that figures near the largest double made infinite. */
static double mean_of(double sum, size_t n) {
  return n > 0 && isfinite(sum) ? sum / (double)n : NAN;
}

void prg_proportion_interval(size_t hits, size_t n, double level, double *lower, double *upper) {
  assert(n >= 1 && hits <= n);
  double trials = (double)n, p = (double)hits / trials;
  double z = gsl_cdf_ugaussian_Qinv((1 - level) / 2), shrink = 1 + z * z / trials;
  double centre = (p + z * z / (2 * trials)) / shrink;
  double half = z * sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials)) / shrink;
  *lower = hits == 0 ? 0 : centre - half;
  *upper = hits == n ? 1 : centre + half;
}

static double coverage(size_t inside, size_t n, double *lower, double *upper) {
  *lower = *upper = NAN;
  if (n > 0)
    prg_proportion_interval(inside, n, .95, lower, upper);
  return mean_of((double)inside, n);
}

prg_measures prg_accuracy_measures(const prg_accuracy *accuracy) {
  const prg_accuracy *a = accuracy;
  prg_measures measures = {
      .n = a->n,
      .mase = mean_of(a->scaled, a->n_scaled),
      .rmsse = sqrt(mean_of(a->scaled_square, a->n_scaled)),
      .smape = mean_of(a->symmetric, a->n),
      .mape = mean_of(a->relative, a->n_relative),
      .bias = mean_of(a->error, a->n),
      .msis = mean_of(a->scaled_interval, a->n_ranged),
      .crps = mean_of(a->crps, a->n),
  };
  measures.coverage_80 = coverage(a->inside_80, a->n_interval, &measures.coverage_80_lower,
                                  &measures.coverage_80_upper);
  measures.coverage_95 = coverage(a->inside_95, a->n_interval, &measures.coverage_95_lower,
                                  &measures.coverage_95_upper);
  return measures;
}
