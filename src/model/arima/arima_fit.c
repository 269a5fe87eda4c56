/*
 * Assumptions and limits: Gaussian innovations of constant variance; the differenced series is
 * stationary. The likelihood is that of the differenced figures, exact also where figures are
 * missing; R's arima reaches the same with a diffuse prior of variance 10⁶ on the undifferenced
 * series, and differs by its third or later digit where that prior is not wide enough.
 */
#include "model/arima/arima_fit.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/bfgs.h"

static const double impossible = 1e100;   /* objective where there is no likelihood */
static const double smallest_root = 1.01; /* of an admissible model, as in R's auto.arima */
static const double start_limit = 1.5;    /* tanh⁻¹ of the partial correlations of a start */
static const double edge = 2.5; /* of an earlier estimate as a start: farther out all is flat */
static const double hessian_step = 1e-3;
/* A residual sum of squares below this part of the series' own is rounding. */
static const double perfect = 1e-24;

void prg_arima_clear(prg_arima *arima) {
  prg_arima_design_clear(&arima->design);
  prg_arima_filter_clear(&arima->filter);
  free(arima->polynomial);
  *arima = (prg_arima){0};
}

static size_t max_size(size_t a, size_t b) {
  return a > b ? a : b;
}

static bool prepare(prg_arima *arima, const prg_arima_data *data, const prg_arima_order *order) {
  size_t p = prg_arima_ar_degree(order), q = prg_arima_ma_degree(order);
  size_t r = max_size(p, q + 1);
  if (r > arima->capacity) {
    double *polynomial = realloc(arima->polynomial, 2 * r * sizeof *polynomial);
    if (polynomial == NULL)
      return false;
    arima->polynomial = polynomial;
    arima->capacity = r;
  }
  return prg_arima_design_set(&arima->design, data, order) &&
         prg_arima_filter_resize(&arima->filter, r, arima->design.n_column);
}

static void set_model(prg_arima *arima, const prg_arima_order *order, const double *arma) {
  double *phi = arima->polynomial, *theta = phi + arima->capacity;
  prg_arima_expand(order, arma, phi, theta);
  prg_arima_filter_set(&arima->filter, phi, prg_arima_ar_degree(order), theta,
                       prg_arima_ma_degree(order));
}

/* The least sum of squares that is more than rounding. */
static double least_squares(const prg_arima_design *d) {
  const double *w = d->column + (d->n_column - 1) * d->n_difference;
  double sum = 0;
  for (size_t t = 0; t < d->n_difference; t++)
    sum += w[t] * w[t];
  return fmax(perfect * sum, DBL_MIN);
}

/* log|V| + log|ZᵀV⁻¹Z| and the sum of squares; false if there is no likelihood. */
static bool likelihood_parts(prg_arima *arima, double *log_determinant, double *sum_of_squares) {
  prg_arima_design *d = &arima->design;
  double log_variance, log_missing;
  if (!prg_arima_filter_run(&arima->filter, d->column, d->n_difference, d->white, &log_variance) ||
      !prg_arima_design_solve(d, sum_of_squares, &log_missing))
    return false;
  *sum_of_squares = fmax(*sum_of_squares, least_squares(d));
  *log_determinant = log_variance + log_missing;
  return true;
}

typedef struct objective {
  prg_arima *arima;
  const prg_arima_order *order;
  double n_used;
} objective;

/* −log L / n_used up to a constant: (log σ² + log|…| / n_used) / 2. */
static double exact(const double *x, void *data) {
  const objective *o = data;
  double arma[PRG_ARIMA_PARAMETERS_MAX], log_determinant, sum_of_squares;
  prg_arima_from_free(o->order, x, arma);
  set_model(o->arima, o->order, arma);
  if (!likelihood_parts(o->arima, &log_determinant, &sum_of_squares))
    return impossible;
  return 0.5 * (log(sum_of_squares) + log_determinant / o->n_used);
}

/* log of the conditional sum of squares / 2. */
static double conditional(const double *x, void *data) {
  const objective *o = data;
  prg_arima_design *d = &o->arima->design;
  double arma[PRG_ARIMA_PARAMETERS_MAX], sum_of_squares, unused;
  prg_arima_from_free(o->order, x, arma);
  set_model(o->arima, o->order, arma);
  prg_arima_filter_conditional(&o->arima->filter, prg_arima_ar_degree(o->order),
                               prg_arima_ma_degree(o->order), d->column, d->n_difference, d->white);
  if (!prg_arima_design_solve(d, &sum_of_squares, &unused))
    return impossible;
  return 0.5 * log(fmax(sum_of_squares, least_squares(d)));
}

static prg_bfgs problem_of(objective *o) {
  return (prg_bfgs){.n = prg_arima_parameters(o->order),
                    .f = exact,
                    .data = o,
                    .step = 1e-6,
                    .tolerance = 1e-9,
                    .max_iteration = 100};
}

/* The start of the maximisation: the conditional sum of squares' minimum, kept off the edge. */
static void start_from_squares(objective *o, double *x) {
  const prg_arima_design *d = &o->arima->design;
  size_t n = prg_arima_parameters(o->order), p = prg_arima_ar_degree(o->order);
  for (size_t i = 0; i < n; i++)
    x[i] = 0;
  if (d->n_difference <= p + d->n_column + n)
    return;
  prg_bfgs problem = problem_of(o);
  problem.f = conditional;
  problem.tolerance = 1e-6;
  problem.max_iteration = 50;
  prg_bfgs_minimise(&problem, x);
  for (size_t i = 0; i < n; i++)
    x[i] = fmin(fmax(x[i], -start_limit), start_limit);
}

static void set_criteria(prg_arima_fit *fit, double log_determinant, size_t n_x) {
  double n = (double)fit->n_used;
  fit->n_coefficient = prg_arima_parameters(&fit->order) + n_x + (fit->order.constant ? 1 : 0);
  double k = (double)fit->n_coefficient + 1;
  fit->log_likelihood = -0.5 * (n * log(2 * M_PI * fit->sum_of_squares / n) + n + log_determinant);
  fit->aic = -2 * fit->log_likelihood + 2 * k;
  fit->aicc = n - k - 1 > 0 ? fit->aic + 2 * k * (k + 1) / (n - k - 1) : INFINITY;
}

/* The likelihood of the model in the workspace. */
static prg_arima_result finish(prg_arima *arima, const prg_arima_order *order, const double *arma,
                               prg_arima_fit *fit) {
  double log_determinant;
  *fit = (prg_arima_fit){.order = *order,
                         .n_used = arima->design.n_difference - arima->design.n_missing};
  for (size_t i = 0; i < prg_arima_parameters(order); i++)
    fit->arma[i] = arma[i];
  set_model(arima, order, fit->arma);
  if (!likelihood_parts(arima, &log_determinant, &fit->sum_of_squares))
    return PRG_ARIMA_IMPOSSIBLE;
  prg_arima_design_coefficients(&arima->design);
  set_criteria(fit, log_determinant, arima->design.n_beta - (order->constant ? 1 : 0));
  fit->admissible = prg_arima_roots_beyond(order, arma, smallest_root);
  return PRG_ARIMA_OK;
}

/* True if there are more figures than differences and regression coefficients take. */
static bool enough(const prg_arima_data *data, const prg_arima_order *order) {
  size_t taken = prg_arima_lag(order) + prg_arima_missing(data) + data->n_x;
  return data->n > taken + (order->constant ? 1 : 0);
}

prg_arima_result prg_arima_evaluate(prg_arima *arima, const prg_arima_data *data,
                                    const prg_arima_order *order, const double *arma,
                                    prg_arima_fit *fit) {
  if (!enough(data, order))
    return PRG_ARIMA_IMPOSSIBLE;
  if (!prepare(arima, data, order))
    return PRG_ARIMA_NO_MEMORY;
  return finish(arima, order, arma, fit);
}

static prg_arima_result climb(objective *o, double *x, bool known, prg_arima_fit *fit) {
  double arma[PRG_ARIMA_PARAMETERS_MAX];
  double inverse[PRG_ARIMA_PARAMETERS_MAX * PRG_ARIMA_PARAMETERS_MAX] = {0};
  prg_bfgs problem = problem_of(o);
  problem.inverse = inverse;
  if (known)
    memcpy(inverse, fit->inverse, problem.n * problem.n * sizeof *inverse);
  prg_bfgs_minimise(&problem, x);
  prg_arima_from_free(o->order, x, arma);
  prg_arima_result result = finish(o->arima, o->order, arma, fit);
  memcpy(fit->free, x, problem.n * sizeof *x);
  memcpy(fit->inverse, inverse, problem.n * problem.n * sizeof *inverse);
  return result;
}

prg_arima_result prg_arima_estimate(prg_arima *arima, const prg_arima_data *data,
                                    const prg_arima_order *order, prg_arima_start start,
                                    prg_arima_fit *fit) {
  double x[PRG_ARIMA_PARAMETERS_MAX] = {0};
  if (!enough(data, order))
    return PRG_ARIMA_IMPOSSIBLE;
  if (!prepare(arima, data, order))
    return PRG_ARIMA_NO_MEMORY;
  if (prg_arima_parameters(order) == 0)
    return finish(arima, order, x, fit);
  objective o = {arima, order, (double)(arima->design.n_difference - arima->design.n_missing)};
  if (start == PRG_ARIMA_FROM_SQUARES)
    start_from_squares(&o, x);
  for (size_t i = 0; start == PRG_ARIMA_FROM_FIT && i < prg_arima_parameters(order); i++)
    x[i] = fmin(fmax(fit->free[i], -edge), edge);
  return climb(&o, x, start == PRG_ARIMA_FROM_FIT, fit);
}

prg_arima_result prg_arima_check_maximum(prg_arima *arima, const prg_arima_data *data,
                                         const prg_arima_fit *fit, bool *maximum) {
  *maximum = true;
  if (prg_arima_parameters(&fit->order) == 0)
    return PRG_ARIMA_OK;
  if (!prepare(arima, data, &fit->order))
    return PRG_ARIMA_NO_MEMORY;
  objective o = {arima, &fit->order, (double)fit->n_used};
  prg_bfgs problem = problem_of(&o);
  *maximum = prg_bfgs_is_minimum(&problem, fit->free, hessian_step);
  return PRG_ARIMA_OK;
}

double prg_arima_variance(const prg_arima_fit *fit) {
  return fit->sum_of_squares / (double)(fit->n_used - fit->n_coefficient);
}
