/*
 * Straight line, quadratic curve and exponential trend by least squares.
 *
 *   y = b₀ + b₁t (+ b₂t²) + e,   or   log y = b₀ + b₁t + e,   e ~ N(0, s²) independent
 *
 * Predicted at t with xᵀ = (1, t, t²): xᵀb + s √(1 + xᵀ(XᵀX)⁻¹x) T, Student-t with n − p degrees of
 * freedom; the exponential trend maps these quantiles by exp, so its point forecast is the median.
 *
 * Assumptions and limits: the errors are independent, of constant variance (constant relative
 * variance for the exponential), and the shape of the trend holds in the future, which for series
 * of people it seldom does. R², s and Durbin–Watson of the exponential trend are those of log y.
 *
 * Reference: Draper & Smith, Applied Regression Analysis, 3rd ed. (1998), ch. 1–5.
 */
#include <math.h>

#include "model/trend/line.h"
#include "model/trend/trend_models.h"

static const double CERTAIN = 0.05;  /* p below which a bend is called so */
static const double LEAST_P = 0.001; /* that is told */

static const char *const polynomial_name[PRG_LINE_COLUMNS] = {"intercept", "slope", "quadratic"};

static prg_status fit_polynomial(prg_line *line, size_t p, prg_error *error) {
  double transform[PRG_LINE_COLUMNS][PRG_LINE_COLUMNS];
  line->third = PRG_LINE_SQUARE;
  prg_status status = prg_line_least_squares(line, p, error);
  if (status != PRG_OK)
    return status;
  prg_line_polynomial_transform(line, transform);
  prg_line_describe(line, polynomial_name, transform);
  return prg_trend_check(&line->trend, error);
}

static prg_status fit_linear(void *state, const prg_series *series, prg_notes *notes,
                             prg_error *error) {
  prg_line *line = state;
  prg_status status = prg_line_read(line, &prg_model_linear, series, error);
  if (status == PRG_OK)
    status = fit_polynomial(line, 2, error);
  if (status != PRG_OK)
    return status;
  prg_trend_sentence(&line->trend, series, &line->trend.coefficient[1]);
  prg_note_opposing_end(series, prg_line_end_slope(line), notes);
  return PRG_OK;
}

/* The change per period at the first and at the last figure, and whether the bend is certain. */
static void quadratic_sentence(prg_line *line, const prg_series *series) {
  prg_trend *trend = &line->trend;
  const prg_coefficient *bend = &trend->coefficient[2];
  double end = prg_line_end_slope(line);
  double start = end - 2 * bend->estimate * (line->sample.last - line->sample.t[0]);
  double size = fmax(fabs(start), fabs(end));
  if (isnan(bend->p)) { /* every figure is on the curve */
    prg_trend_sentence(trend, series, &trend->coefficient[1]);
    return;
  }
  prg_text text = bend->p < CERTAIN ? PRG_TEXT_TREND_BENDS : PRG_TEXT_TREND_BENDS_UNCERTAIN;
  prg_message_set(&trend->sentence, text,
                  PRG_ARGS(prg_trend_subject(series), prg_trend_number(start, size),
                           prg_trend_unit(series), prg_trend_number(end, size),
                           prg_string(bend->p < LEAST_P ? "<" : "="),
                           prg_number(fmax(bend->p, LEAST_P), 3)));
}

static prg_status fit_quadratic(void *state, const prg_series *series, prg_notes *notes,
                                prg_error *error) {
  prg_line *line = state;
  prg_status status = prg_line_read(line, &prg_model_quadratic, series, error);
  if (status == PRG_OK)
    status = fit_polynomial(line, 3, error);
  if (status != PRG_OK)
    return status;
  quadratic_sentence(line, series);
  prg_note_opposing_end(series, prg_line_end_slope(line), notes);
  return PRG_OK;
}

static prg_status check_positive(const prg_line *line, const prg_series *series, prg_error *error) {
  for (size_t i = 0; i < line->sample.n; i++) {
    if (line->sample.y[i] > 0)
      continue;
    char period[PRG_PERIOD_BYTES];
    size_t index = (size_t)line->sample.t[i] - 1;
    prg_period_print(prg_series_period(series, index), period);
    return prg_fail(error, PRG_TEXT_TREND_NEEDS_POSITIVE,
                    PRG_ARGS(prg_string(prg_model_log_linear.name), prg_string(period),
                             prg_number(line->sample.y[i], -1)));
  }
  return PRG_OK;
}

static prg_status fit_log_linear(void *state, const prg_series *series, prg_notes *notes,
                                 prg_error *error) {
  prg_line *line = state;
  line->log = true;
  prg_status status = prg_line_read(line, &prg_model_log_linear, series, error);
  if (status == PRG_OK)
    status = check_positive(line, series, error);
  if (status == PRG_OK)
    status = fit_polynomial(line, 2, error);
  if (status != PRG_OK)
    return status;
  prg_trend_sentence_percent(&line->trend, series, &line->trend.coefficient[1]);
  prg_note_opposing_end(series, prg_line_end_slope(line), notes);
  return PRG_OK;
}

const prg_model_type prg_model_linear = {
    .name = "linear",
    .title = PRG_TEXT_MODEL_LINEAR,
    .min_n = 3,
    .alloc = prg_line_alloc,
    .free = prg_line_free,
    .fit = fit_linear,
    .predict = prg_line_predict,
    .paths = prg_line_paths,
    .trend = prg_line_trend,
};

const prg_model_type prg_model_quadratic = {
    .name = "quadratic",
    .title = PRG_TEXT_MODEL_QUADRATIC,
    .min_n = 4,
    .alloc = prg_line_alloc,
    .free = prg_line_free,
    .fit = fit_quadratic,
    .predict = prg_line_predict,
    .paths = prg_line_paths,
    .trend = prg_line_trend,
};

const prg_model_type prg_model_log_linear = {
    .name = "log-linear",
    .title = PRG_TEXT_MODEL_LOG_LINEAR,
    .min_n = 3,
    .alloc = prg_line_alloc,
    .free = prg_line_free,
    .fit = fit_log_linear,
    .predict = prg_line_predict,
    .paths = prg_line_paths,
    .trend = prg_line_trend,
};
