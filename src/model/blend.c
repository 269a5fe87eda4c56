#include "model/blend.h"

#include <math.h>

#include <gsl/gsl_rng.h>

static double pooled_cdf(const blend *members, size_t h, double x) {
  double sum = 0;
  for (size_t k = 0; k < members->n; k++)
    sum += members->weight[k] * (1 - prg_distribution_prob_above(members->member[k], h, x));
  return sum;
}

/* The pool's p-quantile lies between the least and the greatest of the members'. */
static double pooled_quantile(const blend *members, size_t h, size_t i) {
  double low = INFINITY, high = -INFINITY, p = members->member[0]->probability[i];
  for (size_t k = 0; k < members->n; k++) {
    const prg_distribution *d = members->member[k];
    double q = d->quantile[(h - 1) * d->n_probability + i];
    low = fmin(low, q);
    high = fmax(high, q);
  }
  while (high - low > 1e-12 * fmax(fabs(low), fabs(high))) {
    double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high)
      break;
    *(pooled_cdf(members, h, middle) < p ? &low : &high) = middle;
  }
  return high;
}

void blend_quantiles(const blend *members, prg_distribution *out) {
  for (size_t h = 1; h <= out->horizon; h++) {
    double *row = out->quantile + (h - 1) * out->n_probability;
    for (size_t i = 0; i < out->n_probability; i++) {
      row[i] = pooled_quantile(members, h, i);
      if (i > 0)
        row[i] = fmax(row[i], row[i - 1]);
    }
  }
}

bool blend_choose(const blend *members, size_t n, unsigned long seed, unsigned char *choice) {
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  if (rng == NULL)
    return false;
  gsl_rng_set(rng, seed);
  for (size_t i = 0; i < n; i++) {
    double u = gsl_rng_uniform(rng);
    size_t k = 0;
    while (k + 1 < members->n && (u -= members->weight[k]) >= 0)
      k++;
    choice[i] = (unsigned char)k;
  }
  gsl_rng_free(rng);
  return true;
}
