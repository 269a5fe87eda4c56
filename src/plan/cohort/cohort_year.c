/*
 * Assumptions and limits: errors are normal given φ and s, but for years far from what was
 * expected, which are given less weight as if the errors were Student-t (West, J. R. Statist. Soc.
 * B 43, 1981), and may come again: the years drawn are Student-t. The prior of φ and s is what
 * eleven Swedish counties showed 1968–2015, with a tail wide enough for a single school.
 */
#include "plan/cohort/cohort_year.h"

#include <math.h>

#include <gsl/gsl_randist.h>

static const double persistence[PRG_YEAR_PERSISTENCES] = {0, .3, .5, .7, .85, .95};
static const double persistence_weight[PRG_YEAR_PERSISTENCES] = {2, 2, 5, 12, 15, 15};
static const double smallest_spread = .0015; /* the others √2 apart, to .096 */
static const double usual_spread = .0042;
static const double spread_range = .35; /* scale of ln s, which is Student-t with … */
static const double spread_df = 3;      /* … degrees of freedom */
static const double level_variance = 8; /* κ */
static const double year_df = 5;        /* of the years' Student-t */
static const double memory = .93; /* so much less a year tells of φ and s than the next one */

/* Predicts a year ahead: z loses 1 − φ of itself and gains what keeps its variance s². */
static void step(prg_year_node *node) {
  double phi = node->persistence, s2 = node->spread * node->spread;
  node->mean[1] *= phi;
  node->mz *= phi;
  node->zz = phi * phi * node->zz + (1 - phi * phi) * s2;
}

/* The Kalman update by y, its variance raised if y is far off; returns the log density of y. */
static double update(prg_year_node *node, double y, double variance) {
  double to_level = node->mm + node->mz, to_effect = node->mz + node->zz;
  double total = to_level + to_effect + variance;
  double error = y - node->mean[0] - node->mean[1], square = error * error / total;
  double log_density = -.5 * (log(total) + (year_df + 1) * log1p(square / year_df));
  total *= fmax(1, (year_df + square) / (year_df + 1));
  node->mean[0] += to_level * error / total;
  node->mean[1] += to_effect * error / total;
  node->mm -= to_level * to_level / total;
  node->mz -= to_level * to_effect / total;
  node->zz -= to_effect * to_effect / total;
  return log_density;
}

/* Log weight of the node, up to a constant. */
static double filter(prg_year_node *node, const double *y, const double *variance, size_t n) {
  double s2 = node->spread * node->spread, log_density = 0;
  node->mean[0] = node->mean[1] = node->mz = 0;
  node->mm = level_variance * s2;
  node->zz = s2;
  for (size_t t = 0; t < n; t++) {
    if (t > 0)
      step(node);
    if (!isnan(y[t]))
      log_density = memory * log_density + update(node, y[t], variance[t]);
  }
  return log_density;
}

static void normalise(prg_year_effect *effect) {
  double largest = -INFINITY, sum = 0;
  for (size_t k = 0; k < PRG_YEAR_NODES; k++)
    largest = fmax(largest, effect->node[k].weight);
  for (size_t k = 0; k < PRG_YEAR_NODES; k++)
    sum += effect->node[k].weight = exp(effect->node[k].weight - largest);
  for (size_t k = 0; k < PRG_YEAR_NODES; k++)
    effect->node[k].weight /= sum;
}

void prg_year_effect_fit(const double *y, const double *variance, size_t n,
                         prg_year_effect *effect) {
  for (size_t k = 0; k < PRG_YEAR_NODES; k++) {
    prg_year_node *node = &effect->node[k];
    node->persistence = persistence[k / PRG_YEAR_SPREADS];
    node->spread = smallest_spread * pow(2, (double)(k % PRG_YEAR_SPREADS) / 2);
    double departure = log(node->spread / usual_spread) / spread_range;
    node->weight = log(persistence_weight[k / PRG_YEAR_SPREADS]) -
                   .5 * (spread_df + 1) * log1p(departure * departure / spread_df) +
                   filter(node, y, variance, n);
  }
  normalise(effect);
}

void prg_year_effect_rest(prg_year_effect *effect) {
  for (size_t k = 0; k < PRG_YEAR_NODES; k++) {
    prg_year_node *node = &effect->node[k];
    node->mean[0] = node->mean[1] = node->mm = node->mz = node->zz = 0;
  }
}

double prg_year_effect_mean(const prg_year_effect *effect, size_t h) {
  double mean = 0;
  for (size_t k = 0; k < PRG_YEAR_NODES; k++) {
    const prg_year_node *node = &effect->node[k];
    mean += node->weight * (node->mean[0] + pow(node->persistence, (double)h) * node->mean[1]);
  }
  return mean;
}

double prg_year_effect_level_weight(const prg_year_effect *effect) {
  double known = 0;
  for (size_t k = 0; k < PRG_YEAR_NODES; k++) {
    const prg_year_node *node = &effect->node[k];
    known += node->weight * (1 - node->mm / (level_variance * node->spread * node->spread));
  }
  return known;
}

static const prg_year_node *draw_node(const prg_year_effect *effect, gsl_rng *random) {
  double u = gsl_rng_uniform(random);
  size_t k = 0;
  while (k + 1 < PRG_YEAR_NODES && u >= effect->node[k].weight)
    u -= effect->node[k++].weight;
  return &effect->node[k];
}

void prg_year_effect_draw(const prg_year_effect *effect, gsl_rng *random, size_t horizon,
                          double *path) {
  const prg_year_node *node = draw_node(effect, random);
  double root = sqrt(fmax(node->mm, 0)), a = gsl_ran_gaussian_ziggurat(random, 1);
  double slope = root > 0 ? node->mz / root : 0, rest = sqrt(fmax(node->zz - slope * slope, 0));
  double level = node->mean[0] + root * a;
  double z = node->mean[1] + slope * a + gsl_ran_gaussian_ziggurat(random, rest);
  double fresh = node->spread * sqrt(1 - node->persistence * node->persistence);
  for (size_t h = 0; h < horizon; h++) {
    z = node->persistence * z + fresh * gsl_ran_tdist(random, year_df);
    path[h] = level + z;
  }
}
