/*
 * Growth towards a ceiling, by nonlinear least squares:
 *
 *   logistic  y = K/(1 + exp(−r(t − m))) + e       Gompertz  y = K exp(−exp(−r(t − m))) + e
 *
 * e ~ N(0, s²) independent; K > 0 the capacity, r > 0 the rate, m the time of the fastest growth.
 * K and r are estimated as logarithms, so that no step leaves their range and their intervals do
 * not either; the figures in units of the largest, time as u = (t − t̄)/(half its range). Starts:
 * for each assumed capacity the curve is a straight line after the logit (log −log) transform;
 * the best of what they lead to is kept. Prediction: Student-t with n − 3 degrees of freedom, the
 * variance of the curve by the delta method, s²(1 + gᵀ(JᵀJ)⁻¹g).
 *
 * Assumptions and limits: a series that has not begun to level out says next to nothing about its
 * ceiling. The fit is refused if the figures do not rise, if J is singular, or if the 95 per cent
 * interval of the capacity goes above CAPACITY_LIMIT times the largest figure or that of the rate
 * is wider than a factor RATE_LIMIT either way, or if m is further than MIDPOINT_LIMIT half ranges
 * of time away.
 *
 * Reference: Seber & Wild, Nonlinear Regression (1989), ch. 2, 5 and 7.
 */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "model/trend/nonlinear.h"
#include "model/trend/student.h"
#include "model/trend/trend_fit.h"
#include "model/trend/trend_models.h"

enum { LOG_CAPACITY, LOG_RATE, MIDPOINT, N_PARAMETER };

static const double CAPACITY_LIMIT = 10, RATE_LIMIT = 100, MIDPOINT_LIMIT = 20;
static const double LEAST_CONDITION =
    1e-8;                           /* reciprocal condition of J below which it is singular */
static const double MOST_LOG = 100; /* beyond this exp is as good as a step */

typedef struct shape {
  const prg_model_type *type;
  double (*unit)(double z, double *slope); /* the curve with K = 1 as a function of r(t − m) */
  double (*straighten)(double share);      /* its inverse: z for y/K in (0, 1) */
  prg_curve *curve;
  prg_text sentence;
} shape;

typedef struct growth {
  const shape *shape;
  prg_sample sample;
  prg_nonlinear problem;
  double *u, *scaled; /* shape (n): time and figures as they are fitted; owned */
  double largest;     /* the unit of scaled */
  prg_trend trend;
  prg_student student;
} growth;

static double logistic_unit(double z, double *slope) {
  double share = 1 / (1 + exp(-z));
  *slope = share * (1 - share);
  return share;
}

static double logit(double share) {
  return log(share / (1 - share));
}

static double gompertz_unit(double z, double *slope) {
  double w = exp(-fmax(z, -MOST_LOG)), share = exp(-w);
  *slope = share > 0 ? share * w : 0;
  return share;
}

static double minus_log_minus_log(double share) {
  return -log(-log(share));
}

/* exp(a) · unit(exp(b)(u − m)) and its derivatives by a, b, m. */
static double curve(double (*unit)(double, double *), const double *parameter, double u,
                    double *gradient) {
  double capacity = exp(fmin(parameter[LOG_CAPACITY], MOST_LOG)), slope;
  double rate = exp(fmin(parameter[LOG_RATE], MOST_LOG)), z = rate * (u - parameter[MIDPOINT]);
  double share = unit(z, &slope);
  gradient[LOG_CAPACITY] = capacity * share;
  gradient[LOG_RATE] = slope > 0 ? capacity * slope * z : 0;
  gradient[MIDPOINT] = -capacity * slope * rate;
  return capacity * share;
}

static double logistic_curve(const double *parameter, double u, double *gradient) {
  return curve(logistic_unit, parameter, u, gradient);
}

static double gompertz_curve(const double *parameter, double u, double *gradient) {
  return curve(gompertz_unit, parameter, u, gradient);
}

static const shape logistic = {&prg_model_logistic, logistic_unit, logit, logistic_curve,
                               PRG_TEXT_TREND_GROWS_TO_CAPACITY};
static const shape gompertz = {&prg_model_gompertz, gompertz_unit, minus_log_minus_log,
                               gompertz_curve, PRG_TEXT_TREND_GROWS_GOMPERTZ};

/* The fitted curve in the units of the figures, for prediction. */
static double curve_at(const void *data, double t, double *gradient) {
  const growth *g = data;
  double u = (t - g->sample.centre) / g->sample.half_span;
  double y = g->problem.curve(g->problem.parameter, u, gradient);
  for (size_t j = 0; j < N_PARAMETER; j++)
    gradient[j] *= g->largest;
  return y * g->largest;
}

static prg_status read_figures(growth *g, const prg_series *series, prg_error *error) {
  const prg_model_type *type = g->shape->type;
  prg_sample *sample = &g->sample;
  if (!prg_sample_read(sample, series) || !prg_trend_resize(&g->trend, sample->n))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  g->trend.model = type->name;
  if (sample->n < type->min_n)
    return prg_fail(error, PRG_TEXT_TREND_TOO_FEW,
                    PRG_ARGS(prg_string(type->name), prg_integer((long long)type->min_n),
                             prg_integer((long long)sample->n)));
  for (size_t i = 0; i < sample->n; i++) {
    g->trend.time[i] = sample->t[i];
    if (sample->y[i] >= 0)
      continue;
    char period[PRG_PERIOD_BYTES];
    prg_period_print(prg_series_period(series, (size_t)sample->t[i] - 1), period);
    return prg_fail(
        error, PRG_TEXT_TREND_NEEDS_NOT_NEGATIVE,
        PRG_ARGS(prg_string(type->name), prg_string(period), prg_number(sample->y[i], -1)));
  }
  if (prg_series_slope(series) <= 0)
    return prg_fail(error, PRG_TEXT_TREND_DOES_NOT_GROW, PRG_ARGS(prg_string(type->name)));
  return PRG_OK;
}

static prg_status scale_figures(growth *g, prg_error *error) {
  const prg_sample *sample = &g->sample;
  free(g->u);
  free(g->scaled);
  g->u = calloc(sample->n, sizeof *g->u);
  g->scaled = calloc(sample->n, sizeof *g->scaled);
  if (g->u == NULL || g->scaled == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  g->largest = prg_sample_largest(sample);
  for (size_t i = 0; i < sample->n; i++) {
    g->u[i] = (sample->t[i] - sample->centre) / sample->half_span;
    g->scaled[i] = sample->y[i] / g->largest;
  }
  g->problem.n = sample->n;
  g->problem.p = N_PARAMETER;
  g->problem.x = g->u;
  g->problem.y = g->scaled;
  g->problem.curve = g->shape->curve;
  return PRG_OK;
}

/* A start for an assumed capacity: z = r u − r m by least squares; false if that does not rise. */
static bool start_from(growth *g, double capacity) {
  const double least_share = 0.01; /* zeros count as this */
  double n = (double)g->sample.n, mean_z = 0, squares = 0, products = 0;
  for (size_t i = 0; i < g->sample.n; i++) {
    double z = g->shape->straighten(fmax(g->scaled[i] / capacity, least_share));
    mean_z += z / n; /* the mean of u is 0 */
    squares += g->u[i] * g->u[i];
    products += g->u[i] * z;
  }
  double rate = products / squares;
  if (!(rate > 0))
    return false;
  g->problem.parameter[LOG_CAPACITY] = log(capacity);
  g->problem.parameter[LOG_RATE] = log(rate);
  g->problem.parameter[MIDPOINT] = -mean_z / rate;
  return true;
}

/* The best of the fits from several assumed capacities. */
static prg_status fit_from_starts(growth *g, prg_error *error) {
  static const double capacity[] = {1.02, 1.2, 1.7, 3, 6};
  prg_nonlinear best = {.rss = INFINITY};
  for (size_t i = 0; i < sizeof capacity / sizeof *capacity; i++) {
    if (!start_from(g, capacity[i]))
      continue;
    prg_nonlinear_outcome outcome = prg_nonlinear_fit(&g->problem);
    if (outcome == PRG_NONLINEAR_NO_MEMORY)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    if (outcome == PRG_NONLINEAR_FOUND && g->problem.rss < best.rss)
      best = g->problem;
  }
  if (isinf(best.rss))
    return prg_fail(error, PRG_TEXT_TREND_NO_CONVERGENCE,
                    PRG_ARGS(prg_string(g->shape->type->name)));
  best.work = g->problem.work;
  g->problem = best;
  return PRG_OK;
}

static void finish(growth *g) {
  double gradient[PRG_STUDENT_PARAMETERS], unit = g->largest;
  for (size_t i = 0; i < g->sample.n; i++)
    g->trend.fitted[i] = curve_at(g, g->sample.t[i], gradient);
  prg_trend_finish(&g->trend, g->sample.y, N_PARAMETER, 0);
  g->student = (prg_student){.p = N_PARAMETER,
                             .sigma = fmax(g->trend.sigma, prg_sample_rounding(&g->sample)),
                             .df = g->trend.df,
                             .last = g->sample.last,
                             .curve = curve_at,
                             .data = g};
  for (size_t i = 0; i < N_PARAMETER; i++)
    for (size_t j = 0; j < N_PARAMETER; j++)
      g->student.unscaled.at[i][j] = g->problem.unscaled[i][j] / (unit * unit);
}

/* Standard error of parameter j, on the scale it is fitted on. */
static double std_error(const growth *g, size_t j) {
  return g->trend.sigma * sqrt(g->student.unscaled.at[j][j]);
}

/* A positive quantity estimated by its logarithm: interval on that scale, standard error by the
 * delta method. */
static void set_positive(prg_coefficient *coefficient, const char *name, double estimate,
                         double log_error, double df) {
  double width = gsl_cdf_tdist_Pinv(0.975, df) * log_error;
  prg_coefficient_set(coefficient, name, estimate, estimate * log_error, df);
  coefficient->lower_95 = estimate * exp(-width);
  coefficient->upper_95 = estimate * exp(width);
}

static void describe(growth *g) {
  double half = g->sample.half_span, df = g->trend.df;
  const double *parameter = g->problem.parameter;
  prg_coefficient *coefficient = g->trend.coefficient;
  g->trend.n_coefficient = N_PARAMETER;
  set_positive(&coefficient[LOG_CAPACITY], "capacity", g->largest * exp(parameter[LOG_CAPACITY]),
               std_error(g, LOG_CAPACITY), df);
  set_positive(&coefficient[LOG_RATE], "rate", exp(parameter[LOG_RATE]) / half,
               std_error(g, LOG_RATE), df);
  prg_coefficient_set(&coefficient[MIDPOINT], "midpoint",
                      g->sample.centre + half * parameter[MIDPOINT], half * std_error(g, MIDPOINT),
                      df);
}

static bool is_determined(const growth *g) {
  const prg_coefficient *rate = &g->trend.coefficient[LOG_RATE];
  return g->problem.reciprocal_condition > LEAST_CONDITION &&
         g->trend.coefficient[LOG_CAPACITY].upper_95 <= CAPACITY_LIMIT * g->largest &&
         rate->upper_95 <= RATE_LIMIT * rate->estimate &&
         fabs(g->problem.parameter[MIDPOINT]) <= MIDPOINT_LIMIT;
}

static void growth_sentence(growth *g, const prg_series *series) {
  const prg_coefficient *capacity = &g->trend.coefficient[LOG_CAPACITY];
  char period[PRG_PERIOD_BYTES];
  double middle = round(g->trend.coefficient[MIDPOINT].estimate);
  double size = capacity->estimate;
  prg_period_print(prg_period_add(series->start, (int)middle - 1), period);
  prg_message_set(&g->trend.sentence, g->shape->sentence,
                  PRG_ARGS(prg_trend_subject(series), prg_trend_number(capacity->estimate, size),
                           prg_trend_number(capacity->lower_95, size),
                           prg_trend_number(capacity->upper_95, size), prg_string(period)));
}

static prg_status growth_fit(void *state, const prg_series *series, prg_notes *notes,
                             prg_error *error) {
  growth *g = state;
  prg_status status = read_figures(g, series, error);
  if (status == PRG_OK)
    status = scale_figures(g, error);
  if (status == PRG_OK)
    status = fit_from_starts(g, error);
  if (status != PRG_OK)
    return status;
  finish(g);
  describe(g);
  if (!is_determined(g))
    return prg_fail(error, PRG_TEXT_TREND_CAPACITY_UNKNOWN,
                    PRG_ARGS(prg_string(g->shape->type->name)));
  growth_sentence(g, series);
  prg_note_opposing_end(series, prg_series_slope(series), notes);
  return prg_trend_check(&g->trend, error);
}

static void *growth_alloc(const shape *which) {
  growth *g = calloc(1, sizeof *g);
  if (g != NULL)
    g->shape = which;
  return g;
}

static void *alloc_logistic(const prg_model_options *options) {
  (void)options;
  return growth_alloc(&logistic);
}

static void *alloc_gompertz(const prg_model_options *options) {
  (void)options;
  return growth_alloc(&gompertz);
}

static void growth_free(void *state) {
  growth *g = state;
  if (g == NULL)
    return;
  prg_sample_clear(&g->sample);
  prg_nonlinear_clear(&g->problem);
  prg_trend_clear(&g->trend);
  free(g->u);
  free(g->scaled);
  free(g);
}

static prg_status growth_predict(void *state, prg_distribution *out, prg_error *error) {
  (void)error;
  prg_student_predict(&((growth *)state)->student, out);
  return PRG_OK;
}

static prg_status growth_paths(void *state, size_t horizon, size_t n_paths, unsigned long seed,
                               double *path, prg_error *error) {
  return prg_student_paths(&((growth *)state)->student, horizon, n_paths, seed, path, error);
}

static const prg_trend *growth_trend(const void *state) {
  return &((const growth *)state)->trend;
}

const prg_model_type prg_model_logistic = {
    .name = "logistic",
    .title = PRG_TEXT_MODEL_LOGISTIC,
    .min_n = 5,
    .alloc = alloc_logistic,
    .free = growth_free,
    .fit = growth_fit,
    .predict = growth_predict,
    .paths = growth_paths,
    .trend = growth_trend,
};

const prg_model_type prg_model_gompertz = {
    .name = "gompertz",
    .title = PRG_TEXT_MODEL_GOMPERTZ,
    .min_n = 5,
    .alloc = alloc_gompertz,
    .free = growth_free,
    .fit = growth_fit,
    .predict = growth_predict,
    .paths = growth_paths,
    .trend = growth_trend,
};
