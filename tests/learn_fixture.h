/* A panel drawn from known models: what learning has to find again. */
#ifndef PROGNOS_LEARN_FIXTURE_H
#define PROGNOS_LEARN_FIXTURE_H

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include <prognos/prior_file.h>
#include <prognos/series.h>

#include "test.h"

/* A steady grower, a wanderer, and a noisy level: three models that thirty figures tell apart. */
static const prg_annual_node fixture_node[] = {
    {.alpha = 1, .s0 = .01, .growth = .06, .log_weight = -1.0986},
    {.alpha = 1, .s0 = .2, .log_weight = -1.0986},
    {.alpha = .15, .s0 = .07, .log_weight = -1.0986},
};
#define FIXTURE_NODES 3

static inline void fixture_draw(double *y, size_t n, const prg_annual_node *node, gsl_rng *rng) {
  double level = log(500 + 900 * gsl_rng_uniform(rng));
  double sigma = node->s0 * sqrt(2 / gsl_ran_gamma(rng, 2, 1)); /* σ² ~ Inv-Gamma(2, 2 s₀²) */
  for (size_t t = 0; t < n; t++) {
    double e = gsl_ran_gaussian(rng, sigma);
    y[t] = exp(level + node->growth * (double)t + e) + .001;
    level += node->alpha * e;
  }
}

/* A name for each series of a panel: which windows are drawn depends on it. */
static inline const char *fixture_name(char name[16], size_t number) {
  snprintf(name, 16, "series %zu", number);
  return name;
}

/* counts[k] series of n figures from model k, all of that kind, one after another. */
static inline void fixture_panel(prg_panel *panel, const size_t counts[FIXTURE_NODES], size_t n,
                                 prg_kind kind, unsigned long seed) {
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  gsl_rng_set(rng, seed);
  prg_panel_init(panel);
  prg_period start = {0};
  assert_int_equal(prg_period_read("1990", &start, NULL), PRG_OK);
  for (size_t k = 0; k < FIXTURE_NODES; k++)
    for (size_t i = 0; i < counts[k]; i++) {
      double y[100];
      char name[16];
      prg_series series;
      fixture_draw(y, n, &fixture_node[k], rng);
      assert_int_equal(
          prg_series_init_values(&series, fixture_name(name, panel->n), start, y, n, NULL), PRG_OK);
      series.kind = kind;
      assert_int_equal(prg_panel_add(panel, &series, NULL), PRG_OK);
    }
  gsl_rng_free(rng);
}

#endif
