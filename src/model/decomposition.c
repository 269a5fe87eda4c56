#include <prognos/decomposition.h>

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_statistics.h>

#include "model/figures.h"
#include "model/stl.h"

void prg_decomposition_options_init(prg_decomposition_options *options) {
  *options = (prg_decomposition_options){.season_window = 11};
}

void prg_decomposition_clear(prg_decomposition *decomposition) {
  free(decomposition->trend); /* the parts lie behind each other */
  *decomposition = (prg_decomposition){0};
}

static prg_status check(const prg_series *series, size_t first, size_t n, prg_error *error) {
  const prg_argument name = prg_string(series->name);
  const size_t needed = 2 * (size_t)series->season + 1;
  if (series->season < 2)
    return prg_fail(error, PRG_TEXT_DECOMPOSITION_NO_SEASON, PRG_ARGS(name));
  if (n < needed)
    return prg_fail(error, PRG_TEXT_DECOMPOSITION_TOO_FEW,
                    PRG_ARGS(name, prg_integer((long long)needed), prg_integer((long long)n)));
  for (size_t t = first; t < first + n; t++)
    if (isnan(series->value[t])) {
      char period[PRG_PERIOD_BYTES];
      prg_period_print(prg_series_period(series, t), period);
      return prg_fail(error, PRG_TEXT_DECOMPOSITION_GAP, PRG_ARGS(name, prg_string(period)));
    }
  return prg_figures_check(series, "stl", needed, error);
}

/* 1 − var r/var(part + r), `sum` being workspace; 0 if neither varies. */
static double strength(const double *part, const double *remainder, size_t n, double *sum) {
  for (size_t t = 0; t < n; t++)
    sum[t] = part[t] + remainder[t];
  double whole = gsl_stats_variance(sum, 1, n);
  return whole > 0 ? fmax(0, 1 - gsl_stats_variance(remainder, 1, n) / whole) : 0;
}

prg_status prg_decompose(const prg_series *series, const prg_decomposition_options *options,
                         prg_decomposition *decomposition, prg_error *error) {
  size_t n, m = (size_t)series->season;
  const double *y = prg_figures_used(series, series->n, &n);
  const size_t first = (size_t)(y - series->value);
  *decomposition = (prg_decomposition){0};
  prg_status status = check(series, first, n, error);
  if (status != PRG_OK)
    return status;
  prg_stl_options stl;
  if (options->robust)
    prg_stl_options_init_robust(&stl, m, options->season_window);
  else
    prg_stl_options_init(&stl, m, options->season_window);
  double *memory = calloc(4 * n, sizeof *memory);
  if (memory == NULL || !prg_stl(y, n, m, &stl, memory + n, memory)) {
    free(memory);
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  prg_decomposition d = {.start = prg_series_period(series, first), .n = n, .trend = memory};
  d.season = memory + n;
  d.remainder = memory + 2 * n;
  for (size_t t = 0; t < n; t++)
    d.remainder[t] = y[t] - d.trend[t] - d.season[t];
  double *work = memory + 3 * n;
  d.trend_strength = strength(d.trend, d.remainder, n, work);
  d.season_strength = strength(d.season, d.remainder, n, work);
  *decomposition = d;
  return PRG_OK;
}
