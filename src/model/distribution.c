#include <prognos/distribution.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

const double prg_standard_probability[] = {.005, .01, .025, .05, .1,   .15, .2,  .25, .3,
                                           .35,  .4,  .45,  .5,  .55,  .6,  .65, .7,  .75,
                                           .8,   .85, .9,   .95, .975, .99, .995};
const size_t prg_standard_probability_count =
    sizeof prg_standard_probability / sizeof prg_standard_probability[0];

prg_status prg_distribution_init(prg_distribution *distribution, size_t horizon,
                                 const double *probability, size_t n, prg_error *error) {
  *distribution = (prg_distribution){.horizon = horizon, .n_probability = n};
  distribution->probability = malloc((n + 1) * sizeof *distribution->probability);
  distribution->quantile = calloc(horizon * n + 1, sizeof *distribution->quantile);
  if (distribution->probability == NULL || distribution->quantile == NULL) {
    prg_distribution_clear(distribution);
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  memcpy(distribution->probability, probability, n * sizeof *probability);
  return PRG_OK;
}

void prg_distribution_clear(prg_distribution *distribution) {
  if (distribution == NULL)
    return;
  free(distribution->probability);
  free(distribution->quantile);
  *distribution = (prg_distribution){0};
}

static double *row_of(const prg_distribution *distribution, size_t h) {
  assert(h >= 1 && h <= distribution->horizon);
  return distribution->quantile + (h - 1) * distribution->n_probability;
}

/* The line through two points (x0, y0), (x1, y1), at x; y0 if they coincide. */
static double line(double x0, double y0, double x1, double y1, double x) {
  return x1 == x0 ? y0 : y0 + (y1 - y0) * ((x - x0) / (x1 - x0));
}

/* The cell i of increasing values v[0..n), n >= 2, in which x falls or beyond which it lies:
 * 0 … n − 2. */
static size_t cell_of(const double *v, size_t n, double x) {
  size_t i = 0;
  while (i + 2 < n && x > v[i + 1])
    i++;
  return i;
}

double prg_distribution_quantile(const prg_distribution *distribution, size_t h, double p) {
  const double *quantile = row_of(distribution, h), *grid = distribution->probability;
  size_t n = distribution->n_probability;
  for (size_t i = 0; i < n; i++)
    if (fabs(grid[i] - p) <= 1e-12)
      return quantile[i];
  if (n == 1)
    return quantile[0];
  size_t i = cell_of(grid, n, p);
  return line(gsl_cdf_ugaussian_Pinv(grid[i]), quantile[i], gsl_cdf_ugaussian_Pinv(grid[i + 1]),
              quantile[i + 1], gsl_cdf_ugaussian_Pinv(p));
}

double prg_distribution_prob_above(const prg_distribution *distribution, size_t h, double x) {
  const double *quantile = row_of(distribution, h), *grid = distribution->probability;
  size_t n = distribution->n_probability;
  if (n == 1 || quantile[0] == quantile[n - 1])
    return x < quantile[0] ? 1 : 0;
  /* Quantiles tied at a lower bound hold an atom: P(value <= x) takes the last of the tie. */
  size_t i = 0;
  while (i + 2 < n && x >= quantile[i + 1])
    i++;
  if (quantile[i] == quantile[i + 1])
    return x < quantile[i] ? 1 : 1 - grid[i + 1];
  double score = line(quantile[i], gsl_cdf_ugaussian_Pinv(grid[i]), quantile[i + 1],
                      gsl_cdf_ugaussian_Pinv(grid[i + 1]), x);
  return gsl_cdf_ugaussian_Q(score);
}

void prg_distribution_set_student(prg_distribution *distribution, size_t h, double location,
                                  double scale, double df) {
  double *quantile = row_of(distribution, h);
  for (size_t i = 0; i < distribution->n_probability; i++) {
    double p = distribution->probability[i];
    double score = p == .5 ? 0 : isinf(df) ? gsl_cdf_ugaussian_Pinv(p) : gsl_cdf_tdist_Pinv(p, df);
    quantile[i] = location + scale * score;
  }
}

void prg_distribution_map(prg_distribution *distribution, double (*increasing)(double, void *),
                          void *data) {
  size_t n = distribution->horizon * distribution->n_probability;
  for (size_t i = 0; i < n; i++)
    distribution->quantile[i] = increasing(distribution->quantile[i], data);
}

void prg_distribution_clamp_below(prg_distribution *distribution, double lower) {
  size_t n = distribution->horizon * distribution->n_probability;
  for (size_t i = 0; i < n; i++)
    distribution->quantile[i] = fmax(distribution->quantile[i], lower);
}
