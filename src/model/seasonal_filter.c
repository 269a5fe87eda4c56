#include "model/seasonal_filter.h"

#include <math.h>
#include <string.h>

void prg_seasonal_filter(const prg_seasonal_dynamics *dynamics, size_t m, size_t n, const double *z,
                         prg_seasonal_state *state, double *e) {
  const prg_seasonal_dynamics d = *dynamics;
  double level = state->level, slope = state->slope;
  double *season = state->season;
  for (size_t t = 0; t < n; t++) {
    double damped = d.phi * slope;
    double error = isnan(z[t]) ? 0 : z[t] - level - damped - season[t];
    level += damped + d.alpha * error;
    slope = damped + d.beta * error;
    season[m + t] = season[t] + d.gamma * error;
    e[t] = error;
  }
  state->level = level;
  state->slope = slope;
}

void prg_seasonal_adjoint(const prg_seasonal_dynamics *dynamics, size_t m, size_t n,
                          const double *seen, const double *e, prg_seasonal_state *state) {
  const prg_seasonal_dynamics d = *dynamics;
  double level = state->level, slope = state->slope;
  double *season = state->season;
  for (size_t t = n; t-- > 0;) {
    /* The weight of the prediction at t: its own, less what the error −prediction does to the
     * states after it. */
    double weight = 0;
    if (!isnan(seen[t]))
      weight = (e == NULL ? 0 : e[t]) - d.alpha * level - d.beta * slope - d.gamma * season[m + t];
    slope = d.phi * (slope + level + weight);
    level += weight;
    season[t] = season[m + t] + weight;
  }
  state->level = level;
  state->slope = slope;
}

/* The one-step predictions of the zero-data run from a unit start: `which` as in θ. */
static void unit_response(const prg_seasonal_dynamics *dynamics, size_t m, size_t n,
                          const double *silence, size_t which, double *season, double *x) {
  memset(season, 0, m * sizeof *season);
  prg_seasonal_state state = {which == m, which == m + 1, season};
  if (which < m)
    season[which] = 1;
  prg_seasonal_filter(dynamics, m, n, silence, &state, x);
  for (size_t t = 0; t < n; t++)
    x[t] = -x[t];
}

static double dot(const double *a, const double *b, size_t n) {
  double sum = 0;
  for (size_t t = 0; t < n; t++)
    sum += a[t] * b[t];
  return sum;
}

/*
 * The seasonal columns are one column c delayed: x_{t,i} = c_{t−i}. So the products of two columns
 * one step further down lack only the last term of the products before.
 */
static void gram_by_shift(size_t m, size_t n, const double *c, const double *level,
                          const double *slope, double *gram) {
  const size_t k = m + 2;
  for (size_t j = 0; j < m; j++)
    gram[j] = j < n ? dot(c, c + j, n - j) : 0;
  for (size_t i = 1; i < m; i++)
    for (size_t j = i; j < m; j++)
      gram[i * k + j] = j < n ? gram[(i - 1) * k + j - 1] - c[n - i] * c[n - j] : 0;
  for (size_t i = 0; i < m; i++) {
    gram[i * k + m] = i < n ? dot(c, level + i, n - i) : 0;
    gram[i * k + m + 1] = i < n ? dot(c, slope + i, n - i) : 0;
  }
  gram[m * k + m] = dot(level, level, n);
  gram[m * k + m + 1] = dot(level, slope, n);
  gram[(m + 1) * k + m + 1] = dot(slope, slope, n);
}

static void mirror(size_t k, double *gram) {
  for (size_t i = 0; i < k; i++)
    for (size_t j = i + 1; j < k; j++)
      gram[j * k + i] = gram[i * k + j];
}

size_t prg_seasonal_scratch(size_t m, size_t n) {
  return (m + 2) * n + n + (m + n);
}

static bool is_complete(const double *seen, size_t n) {
  for (size_t t = 0; t < n; t++)
    if (isnan(seen[t]))
      return false;
  return true;
}

void prg_seasonal_gram(const prg_seasonal_dynamics *dynamics, size_t m, size_t n,
                       const double *seen, double *gram, double *scratch) {
  const size_t k = m + 2;
  double *column = scratch, *silence = column + k * n, *season = silence + n;
  for (size_t t = 0; t < n; t++)
    silence[t] = isnan(seen[t]) ? NAN : 0;
  bool complete = is_complete(seen, n);
  for (size_t i = 0; i < k; i++)
    if (i == 0 || i >= m || !complete)
      unit_response(dynamics, m, n, silence, i, season, column + i * n);
  if (complete) {
    gram_by_shift(m, n, column, column + m * n, column + (m + 1) * n, gram);
  } else {
    for (size_t i = 0; i < k; i++)
      for (size_t j = i; j < k; j++)
        gram[i * k + j] = dot(column + i * n, column + j * n, n);
  }
  mirror(k, gram);
}

static double largest(const double *x, size_t from, size_t to) {
  double result = 0;
  for (size_t t = from; t < to; t++)
    result = fmax(result, fabs(x[t]));
  return result;
}

bool prg_seasonal_is_stable(const prg_seasonal_dynamics *dynamics, size_t m, double *scratch) {
  static const double growth_allowed = 1.2, slope_share = 0.1;
  const size_t n = PRG_SEASONAL_STABLE_SEASONS * m;
  double *x = scratch, *silence = x + n, *season = silence + n;
  memset(silence, 0, n * sizeof *silence);
  double first = 0, last = 0;
  for (size_t i = m - 1; i <= m + 1; i++) {
    if (i == m + 1 && dynamics->alpha == 0)
      continue;
    unit_response(dynamics, m, n, silence, i, season, x);
    double share = i == m + 1 ? slope_share : 1;
    first = fmax(first, share * largest(x, 0, 2 * m));
    last = fmax(last, share * largest(x, n - m, n));
  }
  return last <= growth_allowed * first;
}
