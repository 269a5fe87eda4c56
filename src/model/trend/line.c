#include "model/trend/line.h"

#include <math.h>
#include <stdlib.h>

void *prg_line_alloc(const prg_model_options *options) {
  prg_line *line = calloc(1, sizeof *line);
  if (line != NULL)
    line->options = *options;
  return line;
}

void prg_line_free(void *state) {
  prg_line *line = state;
  if (line == NULL)
    return;
  prg_sample_clear(&line->sample);
  prg_regression_clear(&line->regression);
  prg_trend_clear(&line->trend);
  free(line);
}

const prg_trend *prg_line_trend(const void *state) {
  return &((const prg_line *)state)->trend;
}

double prg_line_exp(double x) {
  const double largest = 700; /* exp(709) is the last that is finite */
  return exp(fmin(x, largest));
}

/* The columns at time t. */
static void basis(const prg_line *line, double t, double x[PRG_LINE_COLUMNS]) {
  double u = (t - line->sample.centre) / line->sample.half_span;
  x[0] = 1;
  x[1] = u;
  x[2] = line->third == PRG_LINE_SQUARE ? u * u : fmax(0, t - line->knot) / line->sample.half_span;
}

static double curve(const void *data, double t, double *gradient) {
  const prg_line *line = data;
  double x[PRG_LINE_COLUMNS], sum = 0;
  basis(line, t, x);
  for (size_t j = 0; j < line->p; j++) {
    gradient[j] = x[j];
    sum += x[j] * line->beta[j];
  }
  return sum;
}

static double exp_increasing(double x, void *unused) {
  (void)unused;
  return prg_line_exp(x);
}

prg_status prg_line_predict(void *state, prg_distribution *out, prg_error *error) {
  (void)error;
  const prg_line *line = state;
  prg_student_predict(&line->student, out);
  if (line->log)
    prg_distribution_map(out, exp_increasing, NULL);
  return PRG_OK;
}

prg_status prg_line_paths(void *state, size_t horizon, size_t n_paths, unsigned long seed,
                          double *path, prg_error *error) {
  const prg_line *line = state;
  prg_status status = prg_student_paths(&line->student, horizon, n_paths, seed, path, error);
  for (size_t i = 0; status == PRG_OK && line->log && i < n_paths * horizon; i++)
    path[i] = prg_line_exp(path[i]);
  return status;
}

prg_status prg_line_read(prg_line *line, const prg_model_type *type, const prg_series *series,
                         prg_error *error) {
  prg_sample *sample = &line->sample;
  if (!prg_sample_read(sample, series) || !prg_trend_resize(&line->trend, sample->n))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (sample->n < type->min_n)
    return prg_fail(error, PRG_TEXT_TREND_TOO_FEW,
                    PRG_ARGS(prg_string(type->name), prg_integer((long long)type->min_n),
                             prg_integer((long long)sample->n)));
  line->trend.model = type->name;
  for (size_t i = 0; i < sample->n; i++)
    line->trend.time[i] = sample->t[i];
  return PRG_OK;
}

/* Standard deviation of rounding on the scale of the fit: δ log y = δy/y, at the geometric mean. */
static double rounding(const prg_line *line) {
  double rounded = prg_sample_rounding(&line->sample), mean_log = 0;
  if (!line->log)
    return rounded;
  for (size_t i = 0; i < line->sample.n; i++)
    mean_log += log(line->sample.y[i]) / (double)line->sample.n;
  return rounded / exp(mean_log);
}

/* From the logarithm back to the figures. R², sigma and Durbin–Watson stay those of the log. */
static void unlog(prg_line *line) {
  for (size_t i = 0; i < line->sample.n; i++) {
    line->trend.fitted[i] = prg_line_exp(line->trend.fitted[i]);
    line->trend.residual[i] = line->sample.y[i] - line->trend.fitted[i];
  }
}

void prg_line_finish(prg_line *line) {
  prg_sample *sample = &line->sample;
  prg_trend *trend = &line->trend;
  double log_jacobian = 0, gradient[PRG_LINE_COLUMNS];
  double *response = sample->y;
  if (line->log) {
    response = line->regression.response->data;
    for (size_t i = 0; i < sample->n; i++)
      log_jacobian -= response[i];
  }
  for (size_t i = 0; i < sample->n; i++)
    trend->fitted[i] = curve(line, sample->t[i], gradient);
  prg_trend_finish(trend, response, line->p, log_jacobian);
  if (line->log)
    unlog(line);
  line->student.p = line->p;
  line->student.sigma = fmax(trend->sigma, rounding(line));
  line->student.df = trend->df;
  line->student.last = sample->last;
  line->student.curve = curve;
  line->student.data = line;
}

prg_status prg_line_least_squares(prg_line *line, size_t p, prg_error *error) {
  prg_regression *regression = &line->regression;
  const prg_sample *sample = &line->sample;
  if (!prg_regression_resize(regression, sample->n, p))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  line->p = p;
  for (size_t i = 0; i < sample->n; i++) {
    double x[PRG_LINE_COLUMNS];
    basis(line, sample->t[i], x);
    for (size_t j = 0; j < p; j++)
      gsl_matrix_set(regression->design, i, j, x[j]);
    gsl_vector_set(regression->response, i, line->log ? log(sample->y[i]) : sample->y[i]);
  }
  if (!prg_regression_fit(regression))
    return prg_fail(error, PRG_TEXT_TREND_NO_CONVERGENCE, PRG_ARGS(prg_string(line->trend.model)));
  for (size_t i = 0; i < p; i++) {
    line->beta[i] = gsl_vector_get(regression->coefficient, i);
    for (size_t j = 0; j < p; j++)
      line->student.unscaled.at[i][j] = gsl_matrix_get(regression->unscaled, i, j);
  }
  prg_line_finish(line);
  return prg_trend_check(&line->trend, error);
}

void prg_line_describe(prg_line *line, const char *const name[],
                       double transform[][PRG_LINE_COLUMNS]) {
  line->trend.n_coefficient = line->p;
  for (size_t k = 0; k < line->p; k++) {
    const double *row = transform[k];
    double estimate = 0, variance = 0;
    for (size_t i = 0; i < line->p; i++) {
      estimate += row[i] * line->beta[i];
      for (size_t j = 0; j < line->p; j++)
        variance += row[i] * line->student.unscaled.at[i][j] * row[j];
    }
    prg_coefficient_set(&line->trend.coefficient[k], name[k], estimate,
                        line->trend.sigma * sqrt(fmax(variance, 0)), line->trend.df);
  }
}

void prg_line_polynomial_transform(const prg_line *line,
                                   double transform[PRG_LINE_COLUMNS][PRG_LINE_COLUMNS]) {
  /* b₀ + b₁u + b₂u² with u = a + t/s, a = −c/s */
  double s = line->sample.half_span, a = -line->sample.centre / s;
  const double rows[PRG_LINE_COLUMNS][PRG_LINE_COLUMNS] = {
      {1, a, a * a}, {0, 1 / s, 2 * a / s}, {0, 0, 1 / (s * s)}};
  for (size_t i = 0; i < PRG_LINE_COLUMNS; i++)
    for (size_t j = 0; j < PRG_LINE_COLUMNS; j++)
      transform[i][j] = rows[i][j];
}

double prg_line_end_slope(const prg_line *line) {
  double u = (line->sample.last - line->sample.centre) / line->sample.half_span;
  double slope = line->beta[1];
  if (line->p == 3)
    slope += line->third == PRG_LINE_SQUARE ? 2 * u * line->beta[2] : line->beta[2];
  return slope / line->sample.half_span;
}
