#include "model/pooled/seasonal_filter.h"

#include <math.h>
#include <string.h>

#define STABLE_SEASONS 60

void prg_seasonal_filter(const prg_seasonal_dynamics *dynamics, size_t m, size_t n, const double *z,
                         prg_seasonal_state *state, double *e) {
  const prg_seasonal_dynamics d = *dynamics;
  double level = state->level, slope = state->slope;
  double *season = state->season;
  for (size_t t = 0; t < n; t++) {
    double damped = d.phi * slope;
    double error = z[t] - level - damped - season[t];
    level += damped + d.alpha * error;
    slope = damped + d.beta * error;
    season[m + t] = season[t] + d.gamma * error;
    e[t] = error;
  }
  state->level = level;
  state->slope = slope;
}

void prg_seasonal_adjoint(const prg_seasonal_dynamics *dynamics, size_t m, size_t n,
                          const double *e, prg_seasonal_state *state, double *figure) {
  const prg_seasonal_dynamics d = *dynamics;
  double level = state->level, slope = state->slope;
  double *season = state->season;
  for (size_t t = n; t-- > 0;) {
    /* The weight of the prediction at t: its own, less what the error −prediction does to the
     * states after it. */
    double weight =
        (e == NULL ? 0 : e[t]) - d.alpha * level - d.beta * slope - d.gamma * season[m + t];
    slope = d.phi * (slope + level + weight);
    level += weight;
    season[t] = season[m + t] + weight;
    if (figure != NULL)
      figure[t] = weight;
  }
  state->level = level;
  state->slope = slope;
}

/* The errors of figures from a start without seasons but the first. */
static void run(const prg_seasonal_dynamics *dynamics, size_t m, size_t n, const double *z,
                prg_seasonal_state start, double first_season, double *e) {
  memset(start.season, 0, m * sizeof *start.season);
  start.season[0] = first_season;
  prg_seasonal_filter(dynamics, m, n, z, &start, e);
}

static void negate(double *x, size_t n) {
  for (size_t t = 0; t < n; t++)
    x[t] = -x[t];
}

void prg_seasonal_respond(const prg_seasonal_dynamics *dynamics, size_t m, size_t n,
                          const prg_seasonal_response *response, double *season) {
  double *figures = response->line; /* what is filtered, in place */
  const prg_seasonal_state zero = {0, 0, season}, level = {1, 0, season}, slope = {0, 1, season};
  memset(figures, 0, n * sizeof *figures);
  run(dynamics, m, n, figures, zero, 1, response->season);
  run(dynamics, m, n, figures, level, 0, response->level);
  run(dynamics, m, n, figures, slope, 0, response->slope);
  negate(response->season, n);
  negate(response->level, n);
  negate(response->slope, n);
  figures[0] = 1;
  run(dynamics, m, n, figures, zero, 0, response->figure);
  for (size_t t = 0; t < n; t++)
    figures[t] = (double)t / (double)m;
  run(dynamics, m, n, figures, zero, 0, response->line);
}

static double largest(const double *x, size_t from, size_t to) {
  double result = 0;
  for (size_t t = from; t < to; t++)
    result = fmax(result, fabs(x[t]));
  return result;
}

size_t prg_seasonal_stable_scratch(size_t m) {
  return 3 * STABLE_SEASONS * m + m;
}

bool prg_seasonal_is_stable(const prg_seasonal_dynamics *dynamics, size_t m, double *scratch) {
  static const double growth_allowed = 1.2, slope_share = 0.1;
  const size_t n = STABLE_SEASONS * m;
  double *x = scratch, *silence = x + n, *season = silence + n;
  memset(silence, 0, n * sizeof *silence);
  double first = 0, last = 0;
  for (int i = 0; i < 3; i++) {
    if (i == 2 && dynamics->alpha == 0)
      continue;
    run(dynamics, m, n, silence, (prg_seasonal_state){i == 1, i == 2, season}, i == 0, x);
    double share = i == 2 ? slope_share : 1;
    first = fmax(first, share * largest(x, 0, 2 * m));
    last = fmax(last, share * largest(x, n - m, n));
  }
  return last <= growth_allowed * first;
}
