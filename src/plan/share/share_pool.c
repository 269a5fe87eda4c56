/*
 * Assumptions and limits: the last k figures of a peer are independent about its true share, with
 * the same variance on the logit scale for all; true shares are normal about a common mean. Without
 * a peer that has two figures nothing is known of that variance, and the peers' figures count as
 * exact: the unit then keeps more of its own share than it might. The method is in docs/method.md.
 */
#include "plan/share/share_pool.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "forecast/random_effects.h"

#define EXACT 1e-12 /* the variance of figures that are rounded in the sixth digit */

/* The last figures of a peer, as logits. */
typedef struct peer_logits {
  size_t n; /* 0: it cannot be used */
  double mean;
  double squares; /* Σ (x − mean)² */
} peer_logits;

static prg_status no_per_cent(const prg_series *series, size_t t, prg_error *error) {
  char period[PRG_PERIOD_BYTES];
  return prg_fail(error, PRG_TEXT_SHARE_POOL_NO_PER_CENT,
                  PRG_ARGS(prg_string(series->name),
                           prg_string(prg_period_print(prg_series_period(series, t), period)),
                           prg_number(series->value[t], -1)));
}

static prg_status read_logits(const prg_series *series, size_t years, peer_logits *out,
                              prg_error *error) {
  bool whole = false; /* none or all, whose logit is infinite */
  *out = (peer_logits){0};
  for (size_t t = series->n; t-- > 0 && out->n < years;) {
    double p = series->value[t] / 100;
    if (isnan(p))
      continue;
    if (p < 0 || p > 1)
      return no_per_cent(series, t, error);
    whole = whole || p == 0 || p == 1;
    double off = log(p / (1 - p)) - out->mean; /* Welford's update */
    out->mean += off / (double)++out->n;
    out->squares += off * off * (1 - 1 / (double)out->n);
  }
  if (whole)
    out->n = 0;
  return PRG_OK;
}

/* Fills mean[0..*n), and variance with s²/k. */
static prg_status read_peers(const share_pool *pool, double *mean, double *variance, size_t *n,
                             prg_error *error) {
  double squares = 0, df = 0;
  for (size_t i = 0; i < pool->peers->n; i++) {
    const prg_series *series = &pool->peers->series[i];
    peer_logits x;
    prg_status status = read_logits(series, pool->years, &x, error);
    if (status != PRG_OK)
      return status;
    if (x.n == 0 || strcmp(series->name, pool->pupils->name) == 0 ||
        series->start.frequency != pool->pupils->start.frequency)
      continue;
    mean[*n] = x.mean;
    variance[(*n)++] = 1 / (double)x.n;
    squares += x.squares;
    df += (double)x.n - 1;
  }
  double s2 = df > 0 ? fmax(squares / df, EXACT) : EXACT;
  for (size_t i = 0; i < *n; i++)
    variance[i] *= s2;
  return PRG_OK;
}

prg_status share_pool_fit(const share_pool *pool, share_pooled *out, prg_error *error) {
  *out = (share_pooled){0};
  double *mean = calloc(2 * pool->peers->n + 1, sizeof *mean);
  if (mean == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  double *variance = mean + pool->peers->n;
  prg_status status = read_peers(pool, mean, variance, &out->n, error);
  if (status == PRG_OK && out->n < SHARE_PEERS)
    status = prg_fail(error, PRG_TEXT_SHARE_POOL_TOO_FEW,
                      PRG_ARGS(prg_string(pool->pupils->name), prg_integer((long long)out->n),
                               prg_integer(SHARE_PEERS)));
  if (status == PRG_OK) {
    random_effects fit = random_effects_fit(mean, variance, out->n);
    out->weight = random_effects_weight(&fit, pool->variance);
    out->level = out->weight * pool->level + (1 - out->weight) * fit.mean;
  }
  free(mean);
  return status;
}
