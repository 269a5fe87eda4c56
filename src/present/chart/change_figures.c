#include "present/chart/change.h"

#include <math.h>

prg_period prg_change_period(const prg_change_figures *figures, int x) {
  return (prg_period){figures->series.series->start.frequency, x};
}

static double level_at(const prg_change_figures *f, int x) {
  const prg_series *series = f->series.series;
  if (x < f->first || x > f->last)
    return NAN;
  if (x > f->origin)
    return prg_forecast_point(f->series.forecast, (size_t)(x - f->origin));
  return series->value[x - series->start.ordinal];
}

double prg_change_at(const prg_change_figures *figures, int x) {
  return level_at(figures, x) - level_at(figures, x - figures->lag);
}

double prg_change_sum(const prg_change_figures *figures, int x) {
  double sum = 0;
  for (int k = 0; k < figures->lag; k++)
    sum += level_at(figures, x - k) - level_at(figures, figures->first + k);
  return sum;
}

static void interval(const prg_change_figures *f, int x, double less, double level[3]) {
  double lower = NAN, upper = NAN;
  if (x > f->origin && !isnan(less))
    prg_forecast_interval(f->series.forecast, (size_t)(x - f->origin), level[0], &lower, &upper);
  level[1] = lower - less;
  level[2] = upper - less;
}

void prg_change_interval(const prg_change_figures *figures, int x, double level, double *lower,
                         double *upper) {
  int before = x - figures->lag;
  double at[3] = {level};
  interval(figures, x, before > figures->origin ? NAN : level_at(figures, before), at);
  *lower = at[1];
  *upper = at[2];
}

void prg_change_sum_interval(const prg_change_figures *figures, int x, double level, double *lower,
                             double *upper) {
  double at[3] = {level};
  interval(figures, x, figures->lag > 1 ? NAN : level_at(figures, figures->first), at);
  *lower = at[1];
  *upper = at[2];
}

static bool has_change(const prg_change_figures *f) {
  for (int x = f->first + f->lag; x <= f->last; x++)
    if (!isnan(prg_change_at(f, x)))
      return true;
  return false;
}

prg_status prg_change_figures_init(prg_change_figures *out, const prg_forecast *forecast,
                                   const prg_chart_options *options, prg_error *error) {
  *out = (prg_change_figures){.lag = 1};
  prg_outline_init(&out->series, forecast, options->decimals);
  prg_argument name = prg_string(forecast->series->name);
  if (out->series.empty)
    return prg_fail(error, PRG_TEXT_CHART_NO_FIGURES, PRG_ARGS(name));
  out->first = prg_outline_begin(&out->series).ordinal;
  out->origin = prg_outline_origin(&out->series).ordinal;
  out->last = prg_outline_end(&out->series).ordinal;
  prg_frequency frequency = forecast->series->start.frequency;
  if (frequency != PRG_DAY && prg_frequency_season(frequency) > 1) {
    out->lag = prg_frequency_season(frequency);
    if (has_change(out))
      return PRG_OK;
    out->lag = 1; /* less than a year: against the period before */
  }
  return has_change(out) ? PRG_OK : prg_fail(error, PRG_TEXT_CHANGE_NONE, PRG_ARGS(name));
}
