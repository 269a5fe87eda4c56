/*
 * Log-linear trends of counts:
 *
 *   y ~ Poisson(μ), or negative binomial with variance μ + μ²/θ;   log μ = log x + b₀ + b₁t,
 *
 * x being the exposure of the figure, the part of the period that it covers (forecasts are for 1),
 *
 * by iteratively reweighted least squares: weights w = μ/(1 + μ/θ), working response
 * η + (y − μ)/μ, halved steps if the likelihood falls; θ by maximum likelihood in turns with b, as
 * MASS::glm.nb does. Standard errors from (XᵀWX)⁻¹, those of b given θ; z tests and intervals are
 * normal. The dispersion is Pearson's Σ(y − μ)²/V(μ)/(n − 2); sigma its root; R² = 1 − D/D₀ of the
 * deviances; Durbin–Watson of the Pearson residuals. The prediction mixes the count's own
 * distribution with the normal uncertainty of log μ (count_distribution.h); paths are whole
 * numbers, quantiles those of a continuous variable that rounds to them.
 *
 * Assumptions and limits: counts of independent events (a flow). For a stock, whose figures are
 * nearly the same people from year to year, the intervals are far too wide, and a note says so.
 * Not for series whose positive figures are all at one end: the estimate does not exist.
 *
 * Reference: McCullagh & Nelder, Generalized Linear Models, 2nd ed. (1989), ch. 2, 6; Venables &
 * Ripley, Modern Applied Statistics with S, 4th ed. (2002), § 7.4.
 */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>

#include "model/figures.h"
#include "model/trend/count_distribution.h"
#include "model/trend/regression.h"
#include "model/trend/student.h"
#include "model/trend/trend_fit.h"
#include "model/trend/trend_models.h"

enum { MOST_ITERATIONS = 200 };
static const double CONVERGED = 1e-11;     /* change of log μ, of log θ */
static const double LARGEST_THETA = 1e7;   /* beyond it the counts are Poisson's */
static const double ODD_DISPERSION = 0.05; /* p below which the dispersion is remarked on */

typedef struct count {
  const prg_model_type *type;
  prg_sample sample;
  prg_regression regression;
  prg_trend trend; /* fitted: μ */
  double beta[2];  /* on 1, u */
  double *offset;  /* shape (sample.n): log exposure; owned */
  size_t offset_room;
  prg_student_matrix covariance;
  double theta, theta_error; /* infinity, NaN for Poisson */
} count;

static double column(const count *c, double t) {
  return (t - c->sample.centre) / c->sample.half_span;
}

static double log_mean(const count *c, double t) {
  const double most = 700; /* exp(709) is the last that is finite */
  return fmax(-most, fmin(most, c->beta[0] + c->beta[1] * column(c, t)));
}

static double variance(double mu, double theta) {
  return mu + mu * mu / theta;
}

/* log P(y) given μ. */
static double log_probability(double y, double mu, double theta) {
  double log_power = y > 0 ? y * log(mu) : 0;
  if (isinf(theta))
    return log_power - mu - gsl_sf_lngamma(y + 1);
  return gsl_sf_lngamma(theta + y) - gsl_sf_lngamma(theta) - gsl_sf_lngamma(y + 1) -
         theta * log1p(mu / theta) + log_power - y * log(theta + mu);
}

/* Σ log P(y), and μ into trend.fitted, for the present coefficients. */
static double update_means(count *c) {
  double sum = 0;
  for (size_t i = 0; i < c->sample.n; i++) {
    c->trend.fitted[i] = exp(log_mean(c, c->sample.t[i]) + c->offset[i]);
    sum += log_probability(c->sample.y[i], c->trend.fitted[i], c->theta);
  }
  return sum;
}

/* One weighted least-squares step from the means in trend.fitted. */
static bool reweighted_step(count *c) {
  prg_regression *r = &c->regression;
  for (size_t i = 0; i < c->sample.n; i++) {
    double y = c->sample.y[i], mu = c->trend.fitted[i];
    gsl_matrix_set(r->design, i, 0, 1);
    gsl_matrix_set(r->design, i, 1, column(c, c->sample.t[i]));
    gsl_vector_set(r->response, i, log(mu) - c->offset[i] + (y - mu) / mu);
    gsl_vector_set(r->weight, i, mu / (1 + mu / c->theta));
  }
  if (!prg_regression_fit(r))
    return false;
  c->beta[0] = gsl_vector_get(r->coefficient, 0);
  c->beta[1] = gsl_vector_get(r->coefficient, 1);
  return true;
}

/* Goes half the way back until the likelihood is no lower than it was. */
static double halve_step(count *c, const double old[2], double old_likelihood) {
  const double slack = 1e-12 * fabs(old_likelihood);
  double likelihood = update_means(c);
  for (int i = 0; i < 50 && !(likelihood >= old_likelihood - slack); i++) {
    c->beta[0] = 0.5 * (c->beta[0] + old[0]);
    c->beta[1] = 0.5 * (c->beta[1] + old[1]);
    likelihood = update_means(c);
  }
  return likelihood;
}

/* Maximises the likelihood in b, given θ, from the means in trend.fitted. */
static bool fit_means(count *c) {
  if (!reweighted_step(c))
    return false;
  double likelihood = update_means(c);
  for (int i = 0; i < MOST_ITERATIONS; i++) {
    double old[2] = {c->beta[0], c->beta[1]};
    if (!reweighted_step(c))
      return false;
    likelihood = halve_step(c, old, likelihood);
    if (fabs(c->beta[0] - old[0]) + fabs(c->beta[1] - old[1]) < CONVERGED)
      return true;
  }
  return false;
}

/* First and minus second derivative of the likelihood by θ, given the means. */
static void theta_score(const count *c, double theta, double *score, double *information) {
  *score = *information = 0;
  for (size_t i = 0; i < c->sample.n; i++) {
    double y = c->sample.y[i], sum = theta + c->trend.fitted[i];
    *score +=
        gsl_sf_psi(theta + y) - gsl_sf_psi(theta) + log(theta) + 1 - log(sum) - (y + theta) / sum;
    *information += gsl_sf_psi_1(theta) - gsl_sf_psi_1(theta + y) - 1 / theta + 2 / sum -
                    (y + theta) / (sum * sum);
  }
}

/* Newton's method for log θ, steps of at most 1; returns θ, LARGEST_THETA if it grows beyond. */
static double fit_theta(const count *c, double theta, double *std_error) {
  double score, information;
  for (int i = 0; i < MOST_ITERATIONS && theta < LARGEST_THETA; i++) {
    theta_score(c, theta, &score, &information);
    double curvature = theta * theta * information - theta * score;
    double step = curvature > 0 ? theta * score / curvature : copysign(1, score);
    step = fmax(-1, fmin(1, step));
    theta *= exp(step);
    if (fabs(step) < CONVERGED)
      break;
  }
  theta_score(c, theta, &score, &information);
  *std_error = information > 0 ? 1 / sqrt(information) : NAN;
  return fmin(theta, LARGEST_THETA);
}

/* Σ((y − μ)² − y): the score of 1/θ at 0 has its sign. */
static double overdispersion(const count *c) {
  double sum = 0;
  for (size_t i = 0; i < c->sample.n; i++) {
    double e = c->sample.y[i] - c->trend.fitted[i];
    sum += e * e - c->sample.y[i];
  }
  return sum;
}

/* b and θ in turns, after the Poisson fit; θ stays infinite if nothing calls for it. */
static bool fit_means_and_theta(count *c) {
  if (overdispersion(c) <= 0)
    return true;
  double squares = 0;
  for (size_t i = 0; i < c->sample.n; i++)
    squares += pow(c->sample.y[i] / c->trend.fitted[i] - 1, 2);
  c->theta = (double)c->sample.n / squares; /* the moments' estimate, as MASS starts */
  for (int i = 0; i < MOST_ITERATIONS; i++) {
    double old = c->theta;
    c->theta = fit_theta(c, old, &c->theta_error);
    if (c->theta >= LARGEST_THETA) {
      c->theta = INFINITY;
      return fit_means(c);
    }
    if (!fit_means(c))
      return false;
    if (fabs(log(c->theta / old)) < 1e-9)
      return true;
  }
  return false;
}

/* Deviance contribution 2 (log P(y; y) − log P(y; μ)). */
static double deviance(double y, double mu, double theta) {
  double saturated = y > 0 ? log_probability(y, y, theta) : 0;
  return 2 * (saturated - log_probability(y, mu, theta));
}

/* 1 − D/D₀, D₀ of the mean per exposure alone; NaN if the figures are all the same. */
static double deviance_r_squared(const count *c) {
  double sum = 0, exposure = 0, fitted = 0, null = 0;
  for (size_t i = 0; i < c->sample.n; i++) {
    sum += c->sample.y[i];
    exposure += exp(c->offset[i]);
  }
  for (size_t i = 0; i < c->sample.n; i++) {
    fitted += deviance(c->sample.y[i], c->trend.fitted[i], c->theta);
    null += deviance(c->sample.y[i], sum / exposure * exp(c->offset[i]), c->theta);
  }
  return null > 1e-9 ? 1 - fitted / null : NAN;
}

static void finish(count *c) {
  prg_trend *trend = &c->trend;
  size_t n = c->sample.n;
  double pearson = 0, *e = trend->residual;
  for (size_t i = 0; i < n; i++) {
    double mu = trend->fitted[i];
    e[i] = (c->sample.y[i] - mu) / sqrt(variance(mu, c->theta));
    pearson += e[i] * e[i];
  }
  trend->df = (double)n - 2;
  trend->dispersion = pearson / trend->df;
  trend->sigma = sqrt(trend->dispersion);
  trend->durbin_watson = pearson > 1e-20 ? prg_durbin_watson(e, n) : NAN;
  for (size_t i = 0; i < n; i++)
    e[i] = c->sample.y[i] - trend->fitted[i];
  trend->r_squared = deviance_r_squared(c);
  trend->log_likelihood = update_means(c);
  trend->aicc = prg_aicc(trend->log_likelihood, isinf(c->theta) ? 2 : 3, n);
  for (size_t i = 0; i < 2; i++)
    for (size_t j = 0; j < 2; j++)
      c->covariance.at[i][j] = gsl_matrix_get(c->regression.unscaled, i, j);
}

/* θ: the interval on the log scale, so that it is positive. */
static void describe_theta(count *c) {
  prg_coefficient *coefficient = &c->trend.coefficient[2];
  double width = gsl_cdf_ugaussian_Pinv(0.975) * c->theta_error / c->theta;
  prg_coefficient_set(coefficient, "theta", c->theta, c->theta_error, INFINITY);
  coefficient->t = coefficient->p = NAN; /* θ = 0 is no hypothesis */
  coefficient->lower_95 = c->theta * exp(-width);
  coefficient->upper_95 = c->theta * exp(width);
  c->trend.n_coefficient = 3;
}

static void describe(count *c) {
  prg_coefficient *coefficient = c->trend.coefficient;
  double(*v)[PRG_STUDENT_PARAMETERS] = c->covariance.at;
  double s = c->sample.half_span, a = -c->sample.centre / s; /* u = a + t/s */
  c->trend.n_coefficient = 2;
  prg_coefficient_set(&coefficient[0], "intercept", c->beta[0] + a * c->beta[1],
                      sqrt(v[0][0] + 2 * a * v[0][1] + a * a * v[1][1]), INFINITY);
  prg_coefficient_set(&coefficient[1], "slope", c->beta[1] / s, sqrt(v[1][1]) / s, INFINITY);
  if (!isinf(c->theta))
    describe_theta(c);
}

static void note_dispersion(const count *c, prg_notes *notes) {
  double df = c->trend.df, pearson = c->trend.dispersion * df;
  bool poisson = isinf(c->theta);
  if (c->type == &prg_model_negbin && poisson)
    prg_notes_add(notes, PRG_TEXT_TREND_NEGBIN_IS_POISSON, NULL);
  if (poisson && gsl_cdf_chisq_Q(pearson, df) < ODD_DISPERSION)
    prg_notes_add(notes, PRG_TEXT_TREND_OVERDISPERSED,
                  PRG_ARGS(prg_number(c->trend.dispersion, 1)));
  if (gsl_cdf_chisq_P(pearson, df) < ODD_DISPERSION)
    prg_notes_add(notes, PRG_TEXT_TREND_UNDERDISPERSED,
                  PRG_ARGS(prg_number(c->trend.dispersion, 2)));
}

static prg_status check_counts(const count *c, const prg_series *series, prg_error *error) {
  const prg_sample *sample = &c->sample;
  size_t inner = 0, first = sample->y[0] > 0, last = sample->y[sample->n - 1] > 0;
  for (size_t i = 0; i < sample->n; i++) {
    double y = sample->y[i];
    if (y < 0 || y != floor(y)) {
      char period[PRG_PERIOD_BYTES];
      prg_period_print(prg_series_period(series, (size_t)sample->t[i] - 1), period);
      return prg_fail(error, PRG_TEXT_TREND_NEEDS_COUNTS,
                      PRG_ARGS(prg_string(c->type->name), prg_string(period), prg_number(y, -1)));
    }
    inner += i > 0 && i < sample->n - 1 && y > 0;
  }
  /* Σty/Σy at the first or the last t: the likelihood has no maximum. */
  if (inner == 0 && first + last < 2)
    return prg_fail(error, PRG_TEXT_TREND_NO_COUNTS, PRG_ARGS(prg_string(c->type->name)));
  return PRG_OK;
}

static prg_status read_counts(count *c, const prg_series *series, prg_error *error) {
  prg_sample *sample = &c->sample;
  if (!prg_sample_read(sample, series) || !prg_trend_resize(&c->trend, sample->n))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  c->trend.model = c->type->name;
  if (sample->n < c->type->min_n)
    return prg_fail(error, PRG_TEXT_TREND_TOO_FEW,
                    PRG_ARGS(prg_string(c->type->name), prg_integer((long long)c->type->min_n),
                             prg_integer((long long)sample->n)));
  if (!prg_regression_resize(&c->regression, sample->n, 2) ||
      !prg_figures_reserve(&c->offset, &c->offset_room, sample->n))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < sample->n; i++) {
    c->trend.time[i] = sample->t[i];
    c->offset[i] = log(prg_series_exposure(series, (size_t)sample->t[i] - 1));
    c->trend.fitted[i] = fmax(sample->y[i], 0) + 0.5; /* where the iteration starts */
  }
  return check_counts(c, series, error);
}

static prg_status count_fit(void *state, const prg_series *series, prg_notes *notes,
                            prg_error *error) {
  count *c = state;
  prg_status status = read_counts(c, series, error);
  if (status != PRG_OK)
    return status;
  c->theta = INFINITY;
  c->theta_error = NAN;
  bool found = fit_means(c);
  if (found && c->type == &prg_model_negbin)
    found = fit_means_and_theta(c);
  if (!found)
    return prg_fail(error, PRG_TEXT_TREND_NO_CONVERGENCE, PRG_ARGS(prg_string(c->type->name)));
  finish(c);
  describe(c);
  note_dispersion(c, notes);
  prg_trend_sentence_percent(&c->trend, series, &c->trend.coefficient[1]);
  prg_note_opposing_end(series, c->beta[1], notes);
  return prg_trend_check(&c->trend, error);
}

static prg_count_distribution distribution_at(const count *c, double t) {
  const double(*v)[PRG_STUDENT_PARAMETERS] = c->covariance.at;
  double u = column(c, t), spread = v[0][0] + 2 * u * v[0][1] + u * u * v[1][1];
  return (prg_count_distribution){
      .log_mean = log_mean(c, t), .std_error = sqrt(fmax(spread, 0)), .theta = c->theta};
}

static prg_status count_predict(void *state, prg_distribution *out, prg_error *error) {
  (void)error;
  const count *c = state;
  for (size_t h = 1; h <= out->horizon; h++) {
    double *row = out->quantile + (h - 1) * out->n_probability, largest = 0;
    prg_count_distribution ahead = distribution_at(c, c->sample.last + (double)h);
    for (size_t i = 0; i < out->n_probability; i++) {
      largest = fmax(largest, prg_count_quantile(&ahead, out->probability[i]));
      row[i] = largest;
    }
  }
  return PRG_OK;
}

static prg_status count_paths(void *state, size_t horizon, size_t n_paths, unsigned long seed,
                              double *path, prg_error *error) {
  const count *c = state;
  prg_student_matrix factor;
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  if (rng == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  gsl_rng_set(rng, seed);
  prg_student_cholesky(2, &c->covariance, &factor);
  for (size_t i = 0; i < n_paths; i++) {
    double z0 = gsl_ran_gaussian(rng, 1), z1 = gsl_ran_gaussian(rng, 1);
    double level = factor.at[0][0] * z0, slope = factor.at[1][0] * z0 + factor.at[1][1] * z1;
    for (size_t h = 0; h < horizon; h++) {
      double t = c->sample.last + (double)(h + 1);
      path[i * horizon + h] =
          prg_count_draw(log_mean(c, t) + level + slope * column(c, t), c->theta, rng);
    }
  }
  gsl_rng_free(rng);
  return PRG_OK;
}

static void *count_alloc(const prg_model_type *type) {
  count *c = calloc(1, sizeof *c);
  if (c != NULL)
    c->type = type;
  return c;
}

static void *alloc_poisson(const prg_model_options *options) {
  (void)options;
  return count_alloc(&prg_model_poisson);
}

static void *alloc_negbin(const prg_model_options *options) {
  (void)options;
  return count_alloc(&prg_model_negbin);
}

static void count_free(void *state) {
  count *c = state;
  if (c == NULL)
    return;
  prg_sample_clear(&c->sample);
  prg_regression_clear(&c->regression);
  prg_trend_clear(&c->trend);
  free(c->offset);
  free(c);
}

static const prg_trend *count_trend(const void *state) {
  return &((const count *)state)->trend;
}

const prg_model_type prg_model_poisson = {
    .name = "poisson",
    .title = PRG_TEXT_MODEL_POISSON,
    .min_n = 3,
    .exposed = true,
    .alloc = alloc_poisson,
    .free = count_free,
    .fit = count_fit,
    .predict = count_predict,
    .paths = count_paths,
    .trend = count_trend,
};

const prg_model_type prg_model_negbin = {
    .name = "negative-binomial",
    .title = PRG_TEXT_MODEL_NEGBIN,
    .min_n = 4,
    .exposed = true,
    .alloc = alloc_negbin,
    .free = count_free,
    .fit = count_fit,
    .predict = count_predict,
    .paths = count_paths,
    .trend = count_trend,
};
