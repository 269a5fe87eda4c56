#include "model/trend/trend_fit.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

static const double UPPER_95 = 0.975; /* of a central 95 per cent interval */
static const double LARGEST = 1e150;  /* so that squares and long extrapolations stay finite */

bool prg_trend_resize(prg_trend *trend, size_t n) {
  double *time = realloc(trend->time, (n + 1) * sizeof *time);
  if (time != NULL)
    trend->time = time;
  double *fitted = realloc(trend->fitted, (n + 1) * sizeof *fitted);
  if (fitted != NULL)
    trend->fitted = fitted;
  double *residual = realloc(trend->residual, (n + 1) * sizeof *residual);
  if (residual != NULL)
    trend->residual = residual;
  if (time == NULL || fitted == NULL || residual == NULL)
    return false;
  trend->n = n;
  return true;
}

void prg_trend_clear(prg_trend *trend) {
  if (trend == NULL)
    return;
  free(trend->time);
  free(trend->fitted);
  free(trend->residual);
  *trend = (prg_trend){0};
}

void prg_coefficient_set(prg_coefficient *coefficient, const char *name, double estimate,
                         double std_error, double df) {
  bool normal = isinf(df);
  double width =
      std_error * (normal ? gsl_cdf_ugaussian_Pinv(UPPER_95) : gsl_cdf_tdist_Pinv(UPPER_95, df));
  *coefficient = (prg_coefficient){.name = name,
                                   .estimate = estimate,
                                   .std_error = std_error,
                                   .t = NAN,
                                   .p = NAN,
                                   .lower_95 = estimate - width,
                                   .upper_95 = estimate + width};
  if (!(std_error > 0))
    return;
  coefficient->t = estimate / std_error;
  coefficient->p = 2 * (normal ? gsl_cdf_ugaussian_Q(fabs(coefficient->t))
                               : gsl_cdf_tdist_Q(fabs(coefficient->t), df));
}

double prg_aicc(double log_likelihood, double k, size_t n) {
  double spare = (double)n - k - 1;
  if (spare <= 0)
    return NAN;
  return -2 * log_likelihood + 2 * k + 2 * k * (k + 1) / spare;
}

double prg_durbin_watson(const double *e, size_t n) {
  double squares = 0, steps = 0;
  for (size_t i = 0; i < n; i++) {
    squares += e[i] * e[i];
    if (i > 0)
      steps += (e[i] - e[i - 1]) * (e[i] - e[i - 1]);
  }
  return squares > 0 ? steps / squares : NAN;
}

static double largest_of(const double *y, size_t n) {
  double largest = 0;
  for (size_t i = 0; i < n; i++)
    largest = fmax(largest, fabs(y[i]));
  return largest;
}

/* Σ(y − ȳ)² in units of scale². */
static double squares_about_mean(const double *y, size_t n, double scale) {
  double mean = 0, squares = 0;
  for (size_t i = 0; i < n; i++)
    mean += y[i] / scale / (double)n;
  for (size_t i = 0; i < n; i++)
    squares += (y[i] / scale - mean) * (y[i] / scale - mean);
  return squares;
}

void prg_trend_finish(prg_trend *trend, const double *response, size_t n_parameters,
                      double log_jacobian) {
  size_t n = trend->n;
  double scale = largest_of(response, n), rss = 0;
  if (scale <= 0)
    scale = 1;
  for (size_t i = 0; i < n; i++) {
    double e = (response[i] - trend->fitted[i]) / scale;
    trend->residual[i] = response[i] - trend->fitted[i];
    rss += e * e;
  }
  double tss = squares_about_mean(response, n, scale);
  double noise = (double)n * pow(16 * DBL_EPSILON, 2); /* what rounding leaves of 0 */
  bool perfect = rss <= noise;
  trend->df = (double)(n - n_parameters);
  trend->sigma = perfect ? 0 : scale * sqrt(rss / trend->df);
  trend->r_squared = tss <= noise ? NAN : perfect ? 1 : 1 - rss / tss;
  trend->durbin_watson = perfect ? NAN : prg_durbin_watson(trend->residual, n);
  trend->dispersion = NAN;
  double log_variance = log(2 * M_PI * rss / (double)n) + 2 * log(scale);
  trend->log_likelihood = perfect ? NAN : -0.5 * (double)n * (log_variance + 1) + log_jacobian;
  trend->aicc = prg_aicc(trend->log_likelihood, (double)n_parameters + 1, n);
}

prg_status prg_trend_check(const prg_trend *trend, prg_error *error) {
  double sum = trend->sigma; /* of magnitudes; NaN if any is */
  for (size_t i = 0; i < trend->n_coefficient; i++)
    sum += fabs(trend->coefficient[i].estimate) / PRG_TREND_COEFFICIENTS;
  for (size_t i = 0; i < trend->n; i++)
    sum += fabs(trend->fitted[i]) / (double)trend->n;
  return sum < LARGEST ? PRG_OK : prg_fail(error, PRG_TEXT_TREND_NOT_FINITE, NULL);
}

prg_argument prg_trend_subject(const prg_series *series) {
  prg_text text = PRG_TEXT_TREND_THE_VALUE;
  if (series->kind == PRG_KIND_SHARE)
    text = PRG_TEXT_TREND_THE_SHARE;
  else if (series->kind != PRG_KIND_INDEX && series->kind != PRG_KIND_ECONOMY &&
           prg_series_is_count(series))
    text = PRG_TEXT_TREND_THE_NUMBER;
  return prg_text_argument(text);
}

prg_argument prg_trend_unit(const prg_series *series) {
  static const prg_text unit[PRG_FREQUENCY_COUNT] = {
      [PRG_INDEX] = PRG_TEXT_TREND_PER_PERIOD,
      [PRG_YEAR] = PRG_TEXT_TREND_PER_YEAR,
      [PRG_SCHOOL_YEAR] = PRG_TEXT_TREND_PER_SCHOOL_YEAR,
      [PRG_HALF_YEAR] = PRG_TEXT_TREND_PER_HALF_YEAR,
      [PRG_TERM] = PRG_TEXT_TREND_PER_TERM,
      [PRG_QUARTER] = PRG_TEXT_TREND_PER_QUARTER,
      [PRG_MONTH] = PRG_TEXT_TREND_PER_MONTH,
      [PRG_WEEK] = PRG_TEXT_TREND_PER_WEEK,
      [PRG_DAY] = PRG_TEXT_TREND_PER_DAY,
  };
  return prg_text_argument(unit[series->start.frequency]);
}

prg_argument prg_trend_number(double number, double size) {
  double magnitude = floor(log10(fmax(fabs(size), 1e-4)));
  return prg_number(number, magnitude >= 2 ? 0 : 2 - (int)magnitude);
}

/* Chooses the row: up, down, nothing certain; magnitudes where the words tell the direction. */
static void change_sentence(prg_trend *trend, const prg_series *series, double change, double lower,
                            double upper, const prg_text row[3]) {
  prg_text text = lower > 0 ? row[0] : upper < 0 ? row[1] : row[2];
  double size = fmax(fabs(change), upper - lower), sign = 1;
  if (upper < 0) {
    double magnitude = -lower;
    sign = -1;
    lower = -upper;
    upper = magnitude;
  }
  prg_message_set(&trend->sentence, text,
                  PRG_ARGS(prg_trend_subject(series), prg_trend_number(sign * change, size),
                           prg_trend_unit(series), prg_trend_number(lower, size),
                           prg_trend_number(upper, size)));
}

/* A series that never moves; what rounding leaves of its slope is no change. */
static bool is_constant(const prg_series *series) {
  double lowest = INFINITY, highest = -INFINITY;
  for (size_t i = 0; i < series->n; i++) {
    lowest = fmin(lowest, series->value[i]);
    highest = fmax(highest, series->value[i]);
  }
  return lowest == highest;
}

static bool constant_sentence(prg_trend *trend, const prg_series *series) {
  if (!is_constant(series))
    return false;
  prg_message_set(&trend->sentence, PRG_TEXT_TREND_CONSTANT, PRG_ARGS(prg_trend_subject(series)));
  return true;
}

void prg_trend_sentence(prg_trend *trend, const prg_series *series, const prg_coefficient *change) {
  static const prg_text row[] = {PRG_TEXT_TREND_INCREASES, PRG_TEXT_TREND_DECREASES,
                                 PRG_TEXT_TREND_UNCERTAIN};
  if (!constant_sentence(trend, series))
    change_sentence(trend, series, change->estimate, change->lower_95, change->upper_95, row);
}

void prg_trend_sentence_percent(prg_trend *trend, const prg_series *series,
                                const prg_coefficient *change) {
  static const prg_text row[] = {PRG_TEXT_TREND_INCREASES_PERCENT, PRG_TEXT_TREND_DECREASES_PERCENT,
                                 PRG_TEXT_TREND_UNCERTAIN_PERCENT};
  if (!constant_sentence(trend, series))
    change_sentence(trend, series, 100 * expm1(change->estimate), 100 * expm1(change->lower_95),
                    100 * expm1(change->upper_95), row);
}

/* Means of time (index from 0) and figures, and the least-squares slope. */
typedef struct moments {
  double t, y, slope;
} moments;

static moments moments_of(const prg_series *series) {
  moments mean = {0, 0, 0};
  double n = 0, products = 0, squares = 0;
  for (size_t i = 0; i < series->n; i++) {
    if (isnan(series->value[i]))
      continue;
    n++;
    double t_step = ((double)i - mean.t), y_step = series->value[i] - mean.y;
    mean.t += t_step / n;
    mean.y += y_step / n;
    squares += t_step * ((double)i - mean.t);
    products += t_step * (series->value[i] - mean.y);
  }
  mean.slope = squares > 0 ? products / squares : 0;
  return mean;
}

double prg_series_slope(const prg_series *series) {
  return moments_of(series).slope;
}

double prg_series_line(const prg_series *series, size_t t) {
  moments mean = moments_of(series);
  return mean.y + mean.slope * ((double)t - mean.t);
}

/* The indices of the last three figures, latest first; false if there are fewer. */
static bool last_three(const prg_series *series, size_t index[3]) {
  size_t found = 0;
  for (size_t i = series->n; i-- > 0 && found < 3;)
    if (!isnan(series->value[i]))
      index[found++] = i;
  return found == 3;
}

/* "de två senaste åren": only if these are the last two periods with nothing missing between. */
static prg_text last_two_text(const prg_series *series, const size_t index[3]) {
  static const prg_text last_two[PRG_FREQUENCY_COUNT] = {
      [PRG_INDEX] = PRG_TEXT_TREND_TWO_PERIODS,
      [PRG_YEAR] = PRG_TEXT_TREND_TWO_YEARS,
      [PRG_SCHOOL_YEAR] = PRG_TEXT_TREND_TWO_SCHOOL_YEARS,
      [PRG_HALF_YEAR] = PRG_TEXT_TREND_TWO_HALF_YEARS,
      [PRG_TERM] = PRG_TEXT_TREND_TWO_TERMS,
      [PRG_QUARTER] = PRG_TEXT_TREND_TWO_QUARTERS,
      [PRG_MONTH] = PRG_TEXT_TREND_TWO_MONTHS,
      [PRG_WEEK] = PRG_TEXT_TREND_TWO_WEEKS,
      [PRG_DAY] = PRG_TEXT_TREND_TWO_DAYS,
  };
  return index[0] - index[2] == 2 ? last_two[series->start.frequency] : PRG_TEXT_TREND_TWO_CHANGES;
}

prg_series_end prg_series_end_against(const prg_series *series, double slope) {
  prg_series_end end = {0};
  if (!last_three(series, end.index))
    return end;
  double earlier = series->value[end.index[1]] - series->value[end.index[2]];
  double latest = series->value[end.index[0]] - series->value[end.index[1]];
  end.direction = earlier < 0 && latest < 0 && slope > 0   ? -1
                  : earlier > 0 && latest > 0 && slope < 0 ? 1
                                                           : 0;
  double size = fmax(fabs(earlier), fabs(latest));
  end.subject = last_two_text(series, end.index);
  end.decimals = prg_series_is_count(series) ? 0 : prg_trend_number(0, size).decimals;
  return end;
}

void prg_note_opposing_end(const prg_series *series, double slope, prg_notes *notes) {
  prg_series_end end = prg_series_end_against(series, slope);
  if (end.direction == 0)
    return;
  const double *y = series->value;
  prg_notes_add(notes, end.direction < 0 ? PRG_TEXT_TREND_END_FALLS : PRG_TEXT_TREND_END_RISES,
                PRG_ARGS(prg_text_argument(end.subject),
                         prg_number(y[end.index[1]] - y[end.index[2]], end.decimals),
                         prg_number(y[end.index[0]] - y[end.index[1]], end.decimals)));
}
