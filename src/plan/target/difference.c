#include <prognos/difference.h>

#include <math.h>
#include <stddef.h>

#include <gsl/gsl_cdf.h>

#include <prognos/accuracy.h>

static const double level = 0.95;

prg_difference prg_difference_of_shares(const double hits[2], const double of[2]) {
  double p[2], lower[2], upper[2];
  for (int i = 0; i < 2; i++) {
    p[i] = hits[i] / of[i];
    prg_proportion_interval((size_t)hits[i], (size_t)of[i], level, &lower[i], &upper[i]);
  }
  double d = p[0] - p[1];
  prg_difference out = {d, d - hypot(p[0] - lower[0], upper[1] - p[1]),
                        d + hypot(upper[0] - p[0], p[1] - lower[1]), false};
  out.proven = out.lower > 0 || out.upper < 0;
  return out;
}

/* π = ρe/(ρe + e₀) solved for ρ. */
static double ratio_of(double proportion, const double exposure[2]) {
  return proportion >= 1 ? INFINITY : proportion / (1 - proportion) * exposure[1] / exposure[0];
}

prg_difference prg_difference_of_counts(const double count[2], const double exposure[2]) {
  double k = count[0], n = count[0] + count[1], half = (1 - level) / 2;
  if (!(n > 0))
    return (prg_difference){NAN, NAN, NAN, false};
  double low = k > 0 ? gsl_cdf_beta_Pinv(half, k, n - k + 1) : 0;
  double high = k < n ? gsl_cdf_beta_Qinv(half, k + 1, n - k) : 1;
  prg_difference out = {ratio_of(k / n, exposure), ratio_of(low, exposure),
                        ratio_of(high, exposure), false};
  out.proven = out.lower > 1 || out.upper < 1;
  return out;
}

prg_difference prg_difference_of_means(const double mean[2], const double spread[2],
                                       const double n[2]) {
  double d = mean[0] - mean[1];
  double v0 = spread[0] * spread[0] / n[0], v1 = spread[1] * spread[1] / n[1];
  if (!(v0 + v1 > 0) || !(n[0] >= 2) || !(n[1] >= 2))
    return (prg_difference){d, NAN, NAN, false};
  double df = (v0 + v1) * (v0 + v1) / (v0 * v0 / (n[0] - 1) + v1 * v1 / (n[1] - 1));
  double half = sqrt(v0 + v1) * gsl_cdf_tdist_Qinv((1 - level) / 2, df);
  prg_difference out = {d, d - half, d + half, false};
  out.proven = out.lower > 0 || out.upper < 0;
  return out;
}
