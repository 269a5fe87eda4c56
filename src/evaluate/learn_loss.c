#include "evaluate/learn_loss.h"

#include <math.h>

#define QUANTILES 5
#define MEDIAN 2
static const double probability[QUANTILES] = {.025, .1, .5, .9, .975};

/* What divides each part of the loss. */
static const double smape_unit = 15, mase_unit = 3.6, msis95_unit = 24, msis80_unit = 15;

size_t learn_loss_scratch(size_t n_nodes) {
  return 4 * ((n_nodes + 7) / 8 * 8);
}

/* ½ (sMAPE/15 + MASE/3.6) of one period at the point x; *slope: by x. */
static double point_loss(double y, double x, double scale, double *slope) {
  double error = fabs(y - x), size = fabs(y) + fabs(x), sign = x > y ? 1 : x < y ? -1 : 0;
  double smape = size > 0 ? 200 * error / size : 0;
  double smape_slope = size > 0 ? 200 *
                                      (sign - error / size *
                                                  (x > 0   ? 1
                                                   : x < 0 ? -1
                                                           : 0)) /
                                      size
                                : 0;
  *slope = (smape_slope / smape_unit + sign / scale / mase_unit) / 2;
  return (smape / smape_unit + error / scale / mase_unit) / 2;
}

/* ½ the interval score (Gneiting, Raftery 2007) of [l, u] over scale and unit. */
static double interval_loss(double y, double lower, double upper, double level, double unit,
                            double *lower_slope, double *upper_slope) {
  double penalty = 2 / (1 - level);
  *lower_slope = (y < lower ? penalty - 1 : -1) / unit / 2;
  *upper_slope = (y > upper ? 1 - penalty : 1) / unit / 2;
  return (upper - lower + penalty * (fmax(lower - y, 0) + fmax(y - upper, 0))) / unit / 2;
}

/* The loss of one period at figures x[QUANTILES], and its slope by each. */
static double period_loss(double y, const double *x, double scale, double *slope) {
  double loss = point_loss(y, x[MEDIAN], scale, &slope[MEDIAN]);
  loss += interval_loss(y, x[0], x[4], .95, msis95_unit * scale, &slope[0], &slope[4]);
  return loss + interval_loss(y, x[1], x[3], .8, msis80_unit * scale, &slope[1], &slope[3]);
}

/* dz/dξ. */
static double stretch(int scale, double xi) {
  return scale == SCALE_RAW ? 1 : scale == SCALE_ROOT ? 1 / sqrt(xi) : 1 / xi;
}

/* Adds factor · dq/d log W of the p-quantile q of the mixture. */
static void add_quantile(const prg_annual *annual, const prg_mixture *m, double q, double p,
                         double factor, double *scratch, double *gradient) {
  size_t room = (m->n + 7) / 8 * 8;
  double *t = scratch, *cdf = t + room, *density = cdf + room, *change = density + room, f = 0;
  if (q <= 0 && m->first[SCALE_ROOT] < m->n)
    return; /* where roots and logs begin the quantile stands still */
  for (int s = 0; s < SCALE_COUNT; s++)
    for (size_t k = m->first[s]; k < m->first[s + 1]; k++)
      t[k] = fmax(fmin((mixture_forward(s, q) - m->location[k]) * m->precision[k], 1e6), -1e6);
  for (size_t k = m->n; k < room; k++)
    t[k] = 0;
  student_table_evaluate(m->student, room, t, cdf, density, change);
  for (int s = 0; s < SCALE_COUNT; s++)
    for (size_t k = m->first[s]; k < m->first[s + 1]; k++)
      f += m->weight[k] * m->precision[k] * density[k] * stretch(s, q);
  if (!(f > 0))
    return;
  for (size_t k = 0; k < m->n; k++)
    gradient[prg_annual_kept(annual, k)] -= factor * m->weight[k] * (cdf[k] - p) / f;
}

/* Loss of the period h ahead. `share`: of the mean over the periods. */
static double add_period(prg_annual *annual, const annual_view *view, double y, double lowest,
                         double scale, double share, double *scratch, double *gradient) {
  double q[QUANTILES], x[QUANTILES], slope[QUANTILES];
  mixture_course course = {0};
  mixture_quantiles(&view->mixture, probability, QUANTILES, &course, q);
  for (int i = 0; i < QUANTILES; i++)
    x[i] = fmax(q[i] * view->mean - view->offset, lowest);
  double loss = period_loss(y, x, scale, slope);
  for (int i = 0; gradient != NULL && i < QUANTILES; i++)
    if (x[i] > lowest)
      add_quantile(annual, &view->mixture, q[i], probability[i], share * slope[i] * view->mean,
                   scratch, gradient);
  return share * loss;
}

prg_status learn_loss(prg_annual *annual, const learn_case *item, double *scratch, double *loss,
                      double *gradient, prg_error *error) {
  prg_series window = learn_case_window(item);
  prg_notes notes;
  notes.n = 0;
  prg_status status = prg_annual_fit(annual, &window, &notes, error);
  if (status != PRG_OK)
    return status;
  const double *target = window.value + window.n;
  double targets = 0, lowest = prg_series_minimum(&window) >= 0 ? 0 : -INFINITY;
  for (size_t h = 0; h < item->ahead; h++)
    targets += isnan(target[h]) ? 0 : 1;
  *loss = 0;
  for (size_t h = 1; h <= item->ahead; h++) {
    annual_view view = prg_annual_look(annual, h);
    if (!isnan(target[h - 1]))
      *loss += add_period(annual, &view, target[h - 1], lowest, item->scale, 1 / targets, scratch,
                          gradient);
  }
  return PRG_OK;
}
