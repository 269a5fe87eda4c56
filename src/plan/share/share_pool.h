/* A unit's share weighed toward its peers' on the logit scale, as much as the figures warrant. */
#ifndef PLAN_SHARE_POOL_H
#define PLAN_SHARE_POOL_H

#include <prognos/series.h>

#define SHARE_PEERS 3 /* at least so many */

typedef struct share_pool {
  const prg_panel *peers;   /* their shares in per cent; borrowed */
  size_t years;             /* >= 1: the last figures of each that count */
  const prg_series *pupils; /* of the unit itself; borrowed */
  double level, variance;   /* its logit, and the variance of that by chance, > 0 */
} share_pool;

typedef struct share_pooled {
  double level;  /* w level + (1 − w) the mean of the peers */
  double weight; /* w, 0 … 1 */
  size_t n;      /* peers */
} share_pooled;

/*
 * Random effects (random_effects.h) of the peers' mean logits, each with the variance s²/k, s² of
 * all peers' k figures about their own means. The series named as the unit is no peer, nor is one
 * with other periods or with 0 or 100 per cent among those figures. PRG_EINPUT if a figure is no
 * per cent; PRG_EREFUSED if there are fewer than SHARE_PEERS peers; PRG_ENOMEM.
 */
prg_status share_pool_fit(const share_pool *pool, share_pooled *out, prg_error *error);

#endif
