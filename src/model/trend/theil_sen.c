/*
 * Theil–Sen line: the slope is the median of the slopes between all pairs of figures, the intercept
 * the median of y − slope · t.
 *
 * The 95 per cent interval of the slope is [Q(l), Q(N + 1 − l)] of the N ordered pairwise slopes,
 * l the largest with P(D <= l − 1) <= 0.025, D being the number of inversions of a random order
 * (Kendall's); l = 1 if n = 4, where the level is 91.7 per cent. p is Kendall's test of no
 * monotone trend. Both exact up to EXACT_N figures, by the normal approximation above.
 * Prediction: Student-t with n − 2 degrees of freedom around the line,
 *   variance s² (1 + 1/n) + v (t − t̄)²,
 * v from the width of the rank interval, never below that of least squares.
 *
 * Assumptions and limits: exchangeable errors around a straight line; ties are counted as half an
 * inversion, which makes the test a little cautious. Breaks down at 29 per cent wrong figures.
 *
 * Reference: Sen, J. Am. Stat. Assoc. 63 (1968) 1379–1389; Hollander & Wolfe, Nonparametric
 * Statistical Methods, 2nd ed. (1999), ch. 8–9.
 */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>

#include "model/trend/line.h"
#include "model/trend/trend_models.h"

enum { EXACT_N = 100 };
static const double TAIL = 0.025;

typedef struct pairwise {
  size_t n_slope;
  double *slope;     /* shape (n_slope): increasing; owned */
  double median;     /* of them */
  double inversions; /* pairs that fall, ties half */
  double lower, upper, p;
} pairwise;

/* P(D <= d), d = 0 … n(n − 1)/2, for the inversions D of a random order of n; NULL: no memory. */
static double *inversion_cdf(size_t n) {
  size_t most = n * (n - 1) / 2;
  double *p = calloc(most + 1, sizeof *p), *next = calloc(most + 1, sizeof *next);
  if (p == NULL || next == NULL) {
    free(p);
    free(next);
    return NULL;
  }
  p[0] = 1;
  for (size_t size = 2; size <= n; size++) { /* the newcomer passes 0 … size − 1 of the others */
    double window = 0;
    for (size_t d = 0; d <= size * (size - 1) / 2; d++) {
      window += p[d];
      if (d >= size)
        window -= p[d - size];
      next[d] = window / (double)size;
    }
    double *swap = p;
    p = next;
    next = swap;
  }
  for (size_t d = 1; d <= most; d++)
    p[d] += p[d - 1];
  free(next);
  return p;
}

/* The rank l of the lower end, from 1, and the two-sided p. */
static bool exact_ranks(size_t n, pairwise *pairs, size_t *rank) {
  double *cdf = inversion_cdf(n);
  if (cdf == NULL)
    return false;
  *rank = 1;
  while (cdf[*rank] <= TAIL)
    ++*rank;
  double fewer = fmin(pairs->inversions, (double)pairs->n_slope - pairs->inversions);
  pairs->p = fmin(1, 2 * cdf[(size_t)ceil(fewer)]);
  free(cdf);
  return true;
}

static void normal_ranks(size_t n, pairwise *pairs, size_t *rank) {
  double size = (double)n, half = (double)pairs->n_slope / 2;
  double sd = sqrt(size * (size - 1) * (2 * size + 5) / 72);
  double away = fmax(0, fabs(pairs->inversions - half) - 0.5);
  *rank = (size_t)floor(half - gsl_cdf_ugaussian_Qinv(TAIL) * sd);
  pairs->p = 2 * gsl_cdf_ugaussian_Q(away / sd);
}

/* Fills everything; false if memory is exhausted. free(pairs->slope) after use. */
static bool pairwise_slopes(const prg_sample *sample, pairwise *pairs) {
  size_t n = sample->n, rank;
  *pairs = (pairwise){.slope = calloc(n * (n - 1) / 2, sizeof *pairs->slope)};
  if (pairs->slope == NULL)
    return false;
  for (size_t i = 0; i < n; i++) {
    for (size_t j = i + 1; j < n; j++) {
      double slope = (sample->y[j] - sample->y[i]) / (sample->t[j] - sample->t[i]);
      pairs->slope[pairs->n_slope++] = slope;
      pairs->inversions += slope < 0 ? 1 : slope > 0 ? 0 : 0.5;
    }
  }
  gsl_sort(pairs->slope, 1, pairs->n_slope);
  pairs->median = gsl_stats_median_from_sorted_data(pairs->slope, 1, pairs->n_slope);
  if (n > EXACT_N)
    normal_ranks(n, pairs, &rank);
  else if (!exact_ranks(n, pairs, &rank))
    return false;
  pairs->lower = pairs->slope[rank - 1];
  pairs->upper = pairs->slope[pairs->n_slope - rank];
  return true;
}

/* The median of y − slope · (t − t̄); uses trend.residual as its workspace. */
static double median_level(prg_line *line, double slope) {
  double *level = line->trend.residual;
  for (size_t i = 0; i < line->sample.n; i++)
    level[i] = line->sample.y[i] - slope * (line->sample.t[i] - line->sample.centre);
  gsl_sort(level, 1, line->sample.n);
  return gsl_stats_median_from_sorted_data(level, 1, line->sample.n);
}

static void describe(prg_line *line, const pairwise *pairs) {
  double level = line->beta[0] - pairs->median * line->sample.centre;
  prg_trend *trend = &line->trend;
  trend->n_coefficient = 2;
  prg_coefficient_set(&trend->coefficient[0], "intercept", level, NAN, trend->df);
  prg_coefficient_set(&trend->coefficient[1], "slope", pairs->median, NAN, trend->df);
  trend->coefficient[1].lower_95 = pairs->lower;
  trend->coefficient[1].upper_95 = pairs->upper;
  trend->coefficient[1].p = pairs->p;
}

static void replace_by_medians(prg_line *line, const pairwise *pairs) {
  double *slope_variance = &line->student.unscaled.at[1][1];
  double std_error = (pairs->upper - pairs->lower) / (2 * gsl_cdf_ugaussian_Qinv(TAIL));
  line->beta[0] = median_level(line, pairs->median);
  line->beta[1] = pairs->median * line->sample.half_span;
  prg_line_finish(line);
  double scaled = std_error * line->sample.half_span / line->student.sigma;
  *slope_variance = fmax(*slope_variance, scaled * scaled);
  describe(line, pairs);
}

static prg_status fit_theil_sen(void *state, const prg_series *series, prg_notes *notes,
                                prg_error *error) {
  prg_line *line = state;
  pairwise pairs = {0};
  prg_status status = prg_line_read(line, &prg_model_theil_sen, series, error);
  if (status == PRG_OK)
    status = prg_line_least_squares(line, 2, error);
  if (status != PRG_OK)
    return status;
  if (!pairwise_slopes(&line->sample, &pairs)) {
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    goto cleanup;
  }
  replace_by_medians(line, &pairs);
  prg_trend_sentence(&line->trend, series, &line->trend.coefficient[1]);
  prg_note_opposing_end(series, pairs.median, notes);
  status = prg_trend_check(&line->trend, error);
cleanup:
  free(pairs.slope);
  return status;
}

const prg_model_type prg_model_theil_sen = {
    .name = "theil-sen",
    .title = PRG_TEXT_MODEL_THEIL_SEN,
    .min_n = 4,
    .alloc = prg_line_alloc,
    .free = prg_line_free,
    .fit = fit_theil_sen,
    .predict = prg_line_predict,
    .paths = prg_line_paths,
    .trend = prg_line_trend,
};
