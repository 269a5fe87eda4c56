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
  *distribution = (prg_distribution){
      .horizon = horizon, .n_probability = n, .lower = -INFINITY, .upper = INFINITY};
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

/*
 * Between two quantiles of the grid: a monotone cubic in the normal score (Fritsch & Butland, SIAM
 * J. Sci. Stat. Comput. 5, 1984). Beyond the first and the last: the line through the end two.
 */
typedef struct cell {
  double score, width;          /* of its left end; to its right end */
  double low, high;             /* the quantiles at the ends */
  double low_slope, high_slope; /* by the score */
} cell;

/* The slope of the chord over cell i; 0 if its ends coincide in either direction. */
static double chord(const double *grid, const double *quantile, size_t i) {
  double width = gsl_cdf_ugaussian_Pinv(grid[i + 1]) - gsl_cdf_ugaussian_Pinv(grid[i]);
  return width > 0 ? (quantile[i + 1] - quantile[i]) / width : 0;
}

/* The slope between two chords that share a point: a harmonic mean, so that the cubic stays
 * monotone. A flat neighbour is a bound's atom and has no say. */
static double slope_between(double own, double own_width, double other, double other_width) {
  if (other <= 0)
    return own;
  double a = 2 * other_width + own_width, b = 2 * own_width + other_width;
  return own > 0 ? (a + b) / (a / own + b / other) : 0;
}

static cell cell_at(const double *grid, const double *quantile, size_t n, size_t i) {
  cell c = {.score = gsl_cdf_ugaussian_Pinv(grid[i]), .low = quantile[i], .high = quantile[i + 1]};
  c.width = gsl_cdf_ugaussian_Pinv(grid[i + 1]) - c.score;
  c.low_slope = c.high_slope = chord(grid, quantile, i);
  double own = c.low_slope;
  if (i > 0)
    c.low_slope = slope_between(own, c.width, chord(grid, quantile, i - 1),
                                c.score - gsl_cdf_ugaussian_Pinv(grid[i - 1]));
  if (i + 2 < n)
    c.high_slope =
        slope_between(own, c.width, chord(grid, quantile, i + 1),
                      gsl_cdf_ugaussian_Pinv(grid[i + 2]) - gsl_cdf_ugaussian_Pinv(grid[i + 1]));
  return c;
}

/* The quantile at a score. */
static double quantile_in(const cell *c, double score) {
  if (c->width <= 0)
    return c->low;
  double x = (score - c->score) / c->width, rise = c->high - c->low;
  if (x < 0 || x > 1)
    return c->low + x * rise;
  double first = c->low_slope * c->width - rise, last = c->high_slope * c->width - rise;
  return c->low + x * rise + x * (1 - x) * ((1 - x) * first - x * last);
}

/* The score of a quantile, by bisection within the cell. */
static double score_in(const cell *c, double quantile) {
  double rise = c->high - c->low, low = 0, high = 1;
  if (quantile <= c->low || quantile >= c->high)
    return c->score + c->width * ((quantile - c->low) / rise);
  for (int i = 0; i < 52; i++) {
    double middle = (low + high) / 2;
    *(quantile_in(c, c->score + middle * c->width) < quantile ? &low : &high) = middle;
  }
  return c->score + c->width * high;
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
  cell c = cell_at(grid, quantile, n, cell_of(grid, n, p));
  double x = quantile_in(&c, gsl_cdf_ugaussian_Pinv(p));
  return fmin(fmax(x, distribution->lower), distribution->upper);
}

double prg_distribution_prob_above(const prg_distribution *distribution, size_t h, double x) {
  const double *quantile = row_of(distribution, h), *grid = distribution->probability;
  size_t n = distribution->n_probability;
  if (x < distribution->lower || x >= distribution->upper)
    return x < distribution->lower ? 1 : 0;
  if (n == 1 || quantile[0] == quantile[n - 1])
    return x < quantile[0] ? 1 : 0;
  /* Quantiles tied at a lower bound hold an atom: P(value <= x) takes the last of the tie; at an
   * upper bound nothing is above. */
  size_t i = 0;
  while (i + 2 < n && x >= quantile[i + 1])
    i++;
  if (quantile[i] == quantile[i + 1])
    return x < quantile[i] ? 1 : i + 2 == n ? 0 : 1 - grid[i + 1];
  cell c = cell_at(grid, quantile, n, i);
  return gsl_cdf_ugaussian_Q(score_in(&c, x));
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
  distribution->lower = fmax(distribution->lower, lower);
  for (size_t i = 0; i < n; i++)
    distribution->quantile[i] = fmax(distribution->quantile[i], lower);
}

void prg_distribution_clamp_above(prg_distribution *distribution, double upper) {
  size_t n = distribution->horizon * distribution->n_probability;
  distribution->upper = fmin(distribution->upper, upper);
  for (size_t i = 0; i < n; i++)
    distribution->quantile[i] = fmin(distribution->quantile[i], upper);
}
