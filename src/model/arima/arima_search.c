#include "model/arima/arima_search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/arima/arima_difference.h"

enum { max_season = 350 };
static const double strong_season = 0.64; /* from here on a seasonal difference: R's nsdiffs */
static const size_t fewest_for_aicc = 4;
static const size_t fewest_differenced = 3; /* figures left after d differences */

typedef struct search {
  prg_arima *arima;
  const prg_arima_data *data;
  size_t observed;
  prg_arima_order limit; /* the largest p, q, P, Q; d, D, m; constant: one may be tried */
  prg_arima_tried *tried;
  const prg_arima_tried *before; /* by a neighbour's search */
  prg_arima_fit best;
  double criterion; /* of the best; infinite if there is none yet */
  bool no_memory;
} search;

static bool same_model(const prg_arima_order *a, const prg_arima_order *b) {
  return a->p == b->p && a->q == b->q && a->P == b->P && a->Q == b->Q && a->constant == b->constant;
}

static bool may_try(const search *s, const prg_arima_order *order) {
  const prg_arima_order *limit = &s->limit;
  if (order->p < 0 || order->q < 0 || order->P < 0 || order->Q < 0 || order->p > limit->p ||
      order->q > limit->q || order->P > limit->P || order->Q > limit->Q ||
      (order->constant && !limit->constant) || s->tried->n == PRG_ARIMA_MODELS_MAX)
    return false;
  for (size_t i = 0; i < s->tried->n; i++)
    if (same_model(&s->tried->model[i].order, order))
      return false;
  return true;
}

/* True if AICc (at three figures AIC) exists for the model. */
static bool has_criterion(const search *s, const prg_arima_order *order) {
  size_t taken =
      prg_arima_lag(order) + prg_arima_parameters(order) + s->data->n_x + (order->constant ? 1 : 0);
  return s->observed > taken + (s->observed < fewest_for_aicc ? 1 : 2);
}

static double criterion_of(const search *s, const prg_arima_fit *fit) {
  return s->observed < fewest_for_aicc ? fit->aic : fit->aicc;
}

/* True if the fit may be chosen: R's auto.arima has the same conditions. */
static bool acceptable(search *s, const prg_arima_fit *fit) {
  bool maximum = false;
  if (!fit->admissible || !(criterion_of(s, fit) < s->criterion))
    return false;
  if (prg_arima_check_maximum(s->arima, s->data, fit, &maximum) == PRG_ARIMA_NO_MEMORY)
    s->no_memory = true;
  return maximum;
}

/* Estimates the model; *fit is the start where one is given. True if it is better than the best. */
static bool fit_from(search *s, const prg_arima_order *order, prg_arima_start start,
                     prg_arima_fit *fit) {
  prg_arima_result result = prg_arima_estimate(s->arima, s->data, order, start, fit);
  if (result == PRG_ARIMA_NO_MEMORY)
    s->no_memory = true;
  if (result != PRG_ARIMA_OK || !acceptable(s, fit))
    return false;
  s->best = *fit;
  s->criterion = criterion_of(s, fit);
  return true;
}

/* Where the model ended in the neighbour's search; NULL if it did not meet it. */
static const prg_arima_end *recall(const search *s, const prg_arima_order *order) {
  for (size_t i = 0; i < s->before->n; i++) {
    const prg_arima_order *other = &s->before->model[i].order;
    if (same_model(other, order) && other->d == order->d && other->D == order->D &&
        other->m == order->m)
      return &s->before->model[i];
  }
  return NULL;
}

/* Copies the estimate's end to and from a fit. */
static void begin_from(const prg_arima_end *end, prg_arima_fit *fit) {
  memcpy(fit->free, end->free, sizeof end->free);
  memcpy(fit->inverse, end->inverse, sizeof end->inverse);
}

static void remember(const prg_arima_fit *fit, prg_arima_end *end) {
  memcpy(end->free, fit->free, sizeof end->free);
  memcpy(end->inverse, fit->inverse, sizeof end->inverse);
}

/* True if the model, where the neighbour found it, is farther than `margin` behind the best. */
static bool behind(const search *s, const prg_arima_order *order, const double *free,
                   double margin) {
  double arma[PRG_ARIMA_PARAMETERS_MAX];
  prg_arima_fit fit;
  prg_arima_from_free(order, free, arma);
  return prg_arima_evaluate(s->arima, s->data, order, arma, &fit) == PRG_ARIMA_OK &&
         criterion_of(s, &fit) > s->criterion + margin;
}

/* True if an estimate has run to the edge of the stationary and invertible models: no start for
 * another one, and no model to choose. */
static bool is_at_edge(const prg_arima_order *order, const double *free) {
  static const double edge = 3; /* a root 1.005 from the origin */
  for (size_t i = 0; i < prg_arima_parameters(order); i++)
    if (!(fabs(free[i]) < edge))
      return true;
  return false;
}

/* Fits the newest of the tried models, from where the neighbour's search left it or from nothing.
 */
static bool fit_newest(search *s) {
  static const double far = 6; /* AICc: an estimate from so near gains less */
  prg_arima_end *end = &s->tried->model[s->tried->n - 1];
  const prg_arima_end *known = recall(s, &end->order);
  prg_arima_fit fit = {.n_used = 0};
  bool better = false;
  if (known == NULL) {
    better = fit_from(s, &end->order, PRG_ARIMA_FROM_SQUARES, &fit);
  } else {
    bool at_edge = is_at_edge(&end->order, known->free);
    begin_from(known, &fit);
    if (!behind(s, &end->order, known->free, at_edge ? 0 : far))
      better =
          fit_from(s, &end->order, at_edge ? PRG_ARIMA_FROM_SQUARES : PRG_ARIMA_FROM_FIT, &fit);
  }
  remember(&fit, end);
  return better;
}

/* Fits the model if it is new; true if it is better than the best so far. */
static bool try(search *s, prg_arima_order order) {
  if (!may_try(s, &order))
    return false;
  s->tried->model[s->tried->n++].order = order;
  return has_criterion(s, &order) && fit_newest(s);
}

static int smaller(int a, int b) {
  return a < b ? a : b;
}

static prg_arima_order candidate(const search *s, int p, int q, int P, int Q, bool constant) {
  prg_arima_order order = s->limit;
  order.p = smaller(p, s->limit.p);
  order.q = smaller(q, s->limit.q);
  order.P = smaller(P, s->limit.P);
  order.Q = smaller(Q, s->limit.Q);
  order.constant = constant;
  return order;
}

static void try_starts(search *s) {
  bool constant = s->limit.constant;
  if (s->data->n < 10)
    try(s, candidate(s, 1, 1, 0, 0, constant));
  else
    try(s, candidate(s, 2, 2, 1, 1, constant));
  try(s, candidate(s, 0, 0, 0, 0, constant));
  try(s, candidate(s, 1, 0, 1, 0, constant));
  try(s, candidate(s, 0, 1, 0, 1, constant));
  try(s, candidate(s, 0, 0, 0, 0, false));
}

/* One step from the best model; true if a neighbour is better. R's order of trying. */
static bool step(search *s) {
  static const int change[16][4] = {/* p, q, P, Q */
                                    {0, 0, -1, 0},  {0, 0, 0, -1}, {0, 0, 1, 0},  {0, 0, 0, 1},
                                    {0, 0, -1, -1}, {0, 0, -1, 1}, {0, 0, 1, -1}, {0, 0, 1, 1},
                                    {-1, 0, 0, 0},  {0, -1, 0, 0}, {1, 0, 0, 0},  {0, 1, 0, 0},
                                    {-1, -1, 0, 0}, {-1, 1, 0, 0}, {1, -1, 0, 0}, {1, 1, 0, 0}};
  const prg_arima_order centre = s->best.order;
  for (size_t i = 0; i < 16; i++) {
    prg_arima_order order = centre;
    order.p += change[i][0];
    order.q += change[i][1];
    order.P += change[i][2];
    order.Q += change[i][3];
    if (try(s, order))
      return true;
  }
  prg_arima_order order = centre;
  order.constant = !order.constant;
  return try(s, order);
}

/* Residuals of y on a constant and the regressors, to judge the need for differences by. */
static prg_arima_result free_of_regressors(search *s, double *y) {
  const prg_arima_data *data = s->data;
  const prg_arima_order order = {.m = 1, .constant = true};
  prg_arima_fit fit;
  memcpy(y, data->y, data->n * sizeof *y);
  if (data->n_x == 0)
    return PRG_ARIMA_OK;
  prg_arima_result result = prg_arima_evaluate(s->arima, data, &order, fit.arma, &fit);
  const double *beta = s->arima->design.beta + s->arima->design.n_missing;
  for (size_t j = 0; result == PRG_ARIMA_OK && j < data->n_x; j++)
    for (size_t t = 0; t < data->n; t++)
      y[t] -= beta[j] * data->x[j * data->n + t];
  return result;
}

/* True if some regressor is constant after the differences of the order. */
static bool makes_regressor_constant(const search *s, const prg_arima_order *order, double *work) {
  for (size_t j = 0; j < s->data->n_x; j++) {
    size_t n = s->data->n;
    memcpy(work, s->data->x + j * n, n * sizeof *work);
    for (int i = 0; i < order->D; i++)
      n = prg_arima_lagged(work, n, (size_t)order->m, work);
    for (int i = 0; i < order->d; i++)
      n = prg_arima_lagged(work, n, 1, work);
    if (prg_arima_is_constant(work, n))
      return true;
  }
  return false;
}

/* True if the regression of the differenced series is identified with this d and D. */
static bool identified(const search *s, const prg_arima_order *order) {
  prg_arima_fit fit = {0};
  return prg_arima_evaluate(s->arima, s->data, order, fit.arma, &fit) != PRG_ARIMA_IMPOSSIBLE;
}

/* True if the d and D of the order leave enough figures, and a regression that is one. */
static bool may_difference(const search *s, const prg_arima_order *order, double *work) {
  return s->observed >= prg_arima_lag(order) + fewest_differenced &&
         !makes_regressor_constant(s, order, work) && identified(s, order);
}

static bool has_season(const search *s, int m) {
  return m > 1 && m <= max_season && s->data->n > 2 * (size_t)m;
}

/* Sets d, D, m of the limit; *constant: nothing varies after them. */
static prg_arima_result choose_differences(search *s, int m, bool *constant) {
  size_t n = s->data->n;
  double strength = 0, *y = malloc(2 * n * sizeof *y);
  prg_arima_order *limit = &s->limit;
  prg_arima_result result = PRG_ARIMA_NO_MEMORY;
  if (y == NULL || (result = free_of_regressors(s, y)) != PRG_ARIMA_OK)
    goto cleanup;
  double *work = y + n;
  *limit = (prg_arima_order){.m = has_season(s, m) ? m : 1};
  if (!prg_arima_seasonal_strength(y, n, (size_t)limit->m, &strength)) {
    result = PRG_ARIMA_NO_MEMORY;
    goto cleanup;
  }
  limit->D = strength > strong_season ? 1 : 0;
  if (!may_difference(s, limit, work))
    limit->D = 0;
  if (limit->D > 0)
    n = prg_arima_lagged(y, n, (size_t)limit->m, y);
  memcpy(work, y, n * sizeof *y);
  limit->d = prg_arima_differences(work, n);
  while (limit->d > 0 && !may_difference(s, limit, work))
    limit->d--;
  for (int i = 0; i < limit->d; i++)
    n = prg_arima_lagged(y, n, 1, y);
  *constant = prg_arima_is_constant(y, n);
cleanup:
  free(y);
  return result;
}

static void set_limits(search *s) {
  prg_arima_order *limit = &s->limit;
  int third = (int)(s->observed / 3), seasons = third / limit->m;
  bool seasonal = limit->m > 1;
  limit->p = smaller(PRG_ARIMA_ORDER_MAX, third);
  limit->q = smaller(PRG_ARIMA_ORDER_MAX, third);
  limit->P = seasonal ? smaller(PRG_ARIMA_SEASONAL_MAX, seasons) : 0;
  limit->Q = seasonal ? smaller(PRG_ARIMA_SEASONAL_MAX, seasons) : 0;
  if (limit->P > 0)
    limit->p = smaller(limit->p, limit->m - 1);
  if (limit->Q > 0)
    limit->q = smaller(limit->q, limit->m - 1);
  limit->constant = limit->d + limit->D <= 1;
}

void prg_arima_forget(prg_arima_memory *memory) {
  memory->tried[memory->last].n = 0;
}

prg_arima_result prg_arima_choose(prg_arima *arima, const prg_arima_data *data, int m,
                                  prg_arima_memory *memory, prg_arima_fit *fit) {
  search s = {.arima = arima,
              .data = data,
              .tried = &memory->tried[1 - memory->last],
              .before = &memory->tried[memory->last],
              .observed = data->n - prg_arima_missing(data),
              .criterion = INFINITY};
  bool constant = false;
  memory->last = 1 - memory->last;
  s.tried->n = 0;
  prg_arima_result result = choose_differences(&s, m, &constant);
  if (result != PRG_ARIMA_OK)
    return result;
  set_limits(&s);
  /* Where nothing varies, and where no model has a criterion, differences and constant remain. */
  s.best.order = candidate(&s, 0, 0, 0, 0, s.limit.constant);
  if (!constant) {
    try_starts(&s);
    while (isfinite(s.criterion) && step(&s))
      ;
  }
  const prg_arima_order order = s.best.order;
  if (isfinite(s.criterion)) /* the other start may lead higher */
    fit_from(&s, &order, PRG_ARIMA_FROM_NOISE, &(prg_arima_fit){.n_used = 0});
  if (s.no_memory)
    return PRG_ARIMA_NO_MEMORY;
  double arma[PRG_ARIMA_PARAMETERS_MAX];
  memcpy(arma, s.best.arma, sizeof arma);
  return prg_arima_evaluate(arima, data, &order, arma, fit);
}
