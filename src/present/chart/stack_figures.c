#include "present/chart/stack.h"

#include <math.h>
#include <string.h>

#include "series/header_word.h"

static const int least_equal = 2; /* periods in which a sum is no coincidence */

prg_period prg_stack_period(const prg_stack_figures *figures, int x) {
  return (prg_period){figures->series[0].series->start.frequency, x};
}

static double value_at(const prg_outline *series, int x) {
  int origin = prg_outline_origin(series).ordinal;
  if (x > origin)
    return x <= prg_outline_end(series).ordinal
               ? prg_forecast_point(series->forecast, (size_t)(x - origin))
               : NAN;
  int t = x - series->series->start.ordinal;
  return t >= 0 && (size_t)t < series->series->n ? series->series->value[t] : NAN;
}

/* Forecasts are rounded as they are shown, so that what is shown adds up. */
double prg_stack_part_at(const prg_stack_figures *figures, size_t part, int x) {
  double sum = 0, unit = pow(10, -figures->decimals);
  for (size_t k = 0; k < figures->part[part].n; k++)
    sum += value_at(&figures->series[figures->part[part].series[k]], x);
  return x > figures->origin ? round(sum / unit) * unit : sum;
}

double prg_stack_sum(const prg_stack_figures *figures, int x) {
  double sum = 0;
  for (size_t i = 0; i < figures->n_part; i++)
    sum += prg_stack_part_at(figures, i, x);
  return sum;
}

double prg_stack_total(const prg_stack_figures *figures, int x) {
  return figures->total == NULL ? NAN : value_at(figures->total, x);
}

void prg_stack_interval(const prg_stack_figures *figures, int x, double *lower, double *upper) {
  const prg_outline *total = figures->total;
  *lower = *upper = NAN;
  if (total == NULL || isnan(prg_stack_sum(figures, x)))
    return;
  int h = x - prg_outline_origin(total).ordinal;
  if (h >= 1 && (size_t)h <= total->horizon)
    prg_forecast_interval(total->forecast, (size_t)h, 0.80, lower, upper);
}

bool prg_stack_last_sum(const prg_stack_figures *figures, int x, int *last) {
  for (*last = x; *last >= figures->first; --*last)
    if (!isnan(prg_stack_sum(figures, *last)))
      return true;
  return false;
}

/* --- which series are what --- */

/* True if the series is the sum of all the others in every period of outcome. */
static bool is_sum_of_others(const prg_stack_figures *f, size_t which) {
  int equal = 0;
  for (int x = f->first; x <= f->origin; x++) {
    double total = value_at(&f->series[which], x), sum = 0;
    for (size_t i = 0; i < f->n_series; i++)
      sum += i == which ? 0 : value_at(&f->series[i], x);
    if (isnan(total) || isnan(sum))
      continue;
    if (fabs(total - sum) > 1e-9 * fabs(total))
      return false;
    equal += total > 0;
  }
  return equal >= least_equal;
}

static void find_total(prg_stack_figures *f) {
  for (size_t i = 0; i < f->n_series && f->n_series > 2; i++) {
    const char *name = f->series[i].series->name;
    if (header_word_is_total(name, strlen(name))) {
      f->total = &f->series[i];
      return;
    }
  }
  for (size_t i = 0; i < f->n_series && f->n_series > 2; i++)
    if (is_sum_of_others(f, i)) {
      f->total = &f->series[i];
      return;
    }
}

/* The last figure; 0 if it is missing. */
static double size_of(const prg_stack_figures *f, size_t series) {
  double value = value_at(&f->series[series], f->origin);
  return isnan(value) ? 0 : value;
}

/* How many parts are larger, or as large and before it in the file. */
static size_t rank_of(const prg_stack_figures *f, size_t series) {
  size_t rank = 0;
  for (size_t i = 0; i < f->n_series; i++)
    if (i != series && &f->series[i] != f->total) {
      double own = size_of(f, series), other = size_of(f, i);
      rank += other > own || (other == own && i < series) ? 1 : 0;
    }
  return rank;
}

/* In the file's order; the smallest, if there are too many, as one part on top. */
static void set_parts(prg_stack_figures *f) {
  size_t n = f->n_series - (f->total != NULL ? 1 : 0);
  size_t kept = n > PRG_STACK_PARTS ? PRG_STACK_PARTS - 1 : n;
  f->n_part = n > kept ? kept + 1 : kept;
  size_t next = 0;
  for (size_t i = 0; i < f->n_series; i++) {
    if (&f->series[i] == f->total)
      continue;
    prg_stack_part *part = &f->part[rank_of(f, i) < kept ? next++ : kept];
    part->series[part->n++] = i;
  }
}

/* --- whether they fit together --- */

static prg_status check_series(const prg_stack_figures *f, size_t i, prg_error *error) {
  const prg_outline *series = &f->series[i];
  prg_argument name = prg_string(series->series->name);
  if (series->empty)
    return prg_fail(error, PRG_TEXT_CHART_NO_FIGURES, PRG_ARGS(name));
  prg_frequency first = f->series[0].series->start.frequency;
  prg_frequency own = series->series->start.frequency;
  if (own != first)
    return prg_fail(error, PRG_TEXT_CHART_MIXED_FREQUENCY,
                    PRG_ARGS(prg_text_argument(prg_frequency_text(first)),
                             prg_text_argument(prg_frequency_text(own))));
  if (prg_series_minimum(series->series) < 0)
    return prg_fail(error, PRG_TEXT_STACK_NEGATIVE, PRG_ARGS(name));
  for (size_t h = 1; h <= series->horizon; h++)
    if (prg_forecast_point(series->forecast, h) < 0)
      return prg_fail(error, PRG_TEXT_STACK_NEGATIVE, PRG_ARGS(name));
  return PRG_OK;
}

static void set_periods(prg_stack_figures *f) {
  for (size_t i = 0; i < f->n_series; i++) {
    const prg_outline *series = &f->series[i];
    int first = prg_outline_begin(series).ordinal, origin = prg_outline_origin(series).ordinal;
    int last = prg_outline_end(series).ordinal;
    f->first = i == 0 || first < f->first ? first : f->first;
    f->origin = i == 0 || origin < f->origin ? origin : f->origin;
    f->last = i == 0 || last < f->last ? last : f->last;
    f->decimals = series->decimals > f->decimals ? series->decimals : f->decimals;
  }
  f->origin = f->origin < f->last ? f->origin : f->last;
}

prg_status prg_stack_figures_init(prg_stack_figures *out, const prg_forecast *const *forecast,
                                  size_t n, const prg_chart_options *options, prg_error *error) {
  *out = (prg_stack_figures){.n_series = n};
  for (size_t i = 0; i < n; i++) {
    prg_outline_init(&out->series[i], forecast[i], options->decimals);
    prg_status status = check_series(out, i, error);
    if (status != PRG_OK)
      return status;
  }
  set_periods(out);
  prg_status status =
      prg_axes_check(&(prg_axes){.x_first = out->first, .x_last = out->last}, error);
  if (status != PRG_OK)
    return status;
  find_total(out);
  set_parts(out);
  if (out->n_part < 2)
    return prg_fail(error, PRG_TEXT_STACK_FEW, PRG_ARGS(prg_integer((long long)out->n_part)));
  return PRG_OK;
}
