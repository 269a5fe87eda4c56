/*
 * Straight line with events (interventions) whose periods are known:
 *
 *   y = b₀ + b₁t + Σ c_k x_k(t) + e,   e ~ N(0, s²) independent,
 *
 * x_k(t) for an event in period τ being 1 from τ on (level), 1 in τ alone (pulse), or max(0, t − τ
 * + 1) (slope: the first change of the new kind is the one into τ). Least squares; predicted with
 * Student-t on n − p degrees of freedom, the uncertainty of all coefficients included. Levels and
 * slopes last, a pulse is over.
 *
 * Assumptions and limits: the events are known from elsewhere, not found in the figures: an event
 * that was picked because the figures jump is always significant. Every event costs a degree of
 * freedom; a pulse takes its figure out of the rest of the fit.
 *
 * Reference: Box & Tiao, J. Am. Stat. Assoc. 70, 1975; Draper & Smith, Applied Regression Analysis,
 * 3rd ed., 1998, ch. 14.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/trend/event_effect.h"
#include "model/trend/regression.h"
#include "model/trend/sample.h"
#include "model/trend/student.h"
#include "model/trend/trend_fit.h"
#include "model/trend/trend_models.h"

enum { INTERCEPT, SLOPE, EVENTS };
_Static_assert(EVENTS + PRG_EVENTS_MAX <= PRG_STUDENT_PARAMETERS, "a parameter for each event");
_Static_assert(EVENTS + PRG_EVENTS_MAX <= PRG_TREND_COEFFICIENTS, "a coefficient for each event");

typedef struct event_line {
  prg_model_options options;
  prg_sample sample;
  prg_regression regression;
  prg_trend trend;
  prg_student student;
  double at[PRG_EVENTS_MAX]; /* the events' times, as t */
  double beta[EVENTS + PRG_EVENTS_MAX];
} event_line;

static void *events_alloc(const prg_model_options *options) {
  event_line *line = calloc(1, sizeof *line);
  if (line != NULL)
    line->options = *options;
  return line;
}

static void events_free(void *state) {
  event_line *line = state;
  if (line == NULL)
    return;
  prg_sample_clear(&line->sample);
  prg_regression_clear(&line->regression);
  prg_trend_clear(&line->trend);
  free(line);
}

static double curve(const void *data, double t, double *gradient) {
  const event_line *line = data;
  gradient[INTERCEPT] = 1;
  gradient[SLOPE] = (t - line->sample.centre) / line->sample.half_span;
  for (size_t k = 0; k < line->options.n_event; k++)
    gradient[EVENTS + k] = prg_event_effect(line->options.event[k].kind, line->at[k], t);
  double sum = 0;
  for (size_t j = 0; j < line->student.p; j++)
    sum += gradient[j] * line->beta[j];
  return sum;
}

static prg_status read_events(event_line *line, const prg_series *series, prg_error *error) {
  const prg_argument name = prg_string(prg_model_events.name);
  const size_t needed = EVENTS + line->options.n_event + 1;
  prg_sample *sample = &line->sample;
  if (line->options.n_event == 0)
    return prg_fail(error, PRG_TEXT_EVENT_MISSING, PRG_ARGS(name));
  if (!prg_sample_read(sample, series) || !prg_trend_resize(&line->trend, sample->n))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (sample->n < needed)
    return prg_fail(
        error, PRG_TEXT_TREND_TOO_FEW,
        PRG_ARGS(name, prg_integer((long long)needed), prg_integer((long long)sample->n)));
  line->trend.model = prg_model_events.name;
  for (size_t i = 0; i < sample->n; i++)
    line->trend.time[i] = sample->t[i];
  return prg_events_place(&line->options, series, line->at, error);
}

static prg_status least_squares(event_line *line, prg_error *error) {
  prg_regression *r = &line->regression;
  const prg_sample *sample = &line->sample;
  const size_t p = EVENTS + line->options.n_event;
  if (!prg_regression_resize(r, sample->n, p))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  line->student.p = p;
  for (size_t i = 0; i < sample->n; i++) {
    double x[PRG_STUDENT_PARAMETERS];
    curve(line, sample->t[i], x);
    for (size_t j = 0; j < p; j++)
      gsl_matrix_set(r->design, i, j, x[j]);
    gsl_vector_set(r->response, i, sample->y[i]);
  }
  if (!prg_regression_fit(r))
    return prg_fail(error, PRG_TEXT_EVENTS_NOT_TOLD_APART, NULL);
  for (size_t i = 0; i < p; i++) {
    line->beta[i] = gsl_vector_get(r->coefficient, i);
    for (size_t j = 0; j < p; j++)
      line->student.unscaled.at[i][j] = gsl_matrix_get(r->unscaled, i, j);
  }
  return PRG_OK;
}

static void finish(event_line *line) {
  double gradient[PRG_STUDENT_PARAMETERS];
  prg_trend *trend = &line->trend;
  for (size_t i = 0; i < line->sample.n; i++)
    trend->fitted[i] = curve(line, line->sample.t[i], gradient);
  prg_trend_finish(trend, line->sample.y, line->student.p, 0);
  line->student.sigma = fmax(trend->sigma, prg_sample_rounding(&line->sample));
  line->student.df = trend->df;
  line->student.last = line->sample.last;
  line->student.curve = curve;
  line->student.data = line;
}

/* Intercept and slope as they read in t, the events as they are. */
static void describe(event_line *line) {
  static const char *const name[PRG_EVENTS_MAX] = {"event_1", "event_2", "event_3",
                                                   "event_4", "event_5", "event_6"};
  double(*u)[PRG_STUDENT_PARAMETERS] = line->student.unscaled.at;
  const double s = line->sample.half_span, a = -line->sample.centre / s; /* column = a + t/s */
  prg_trend *trend = &line->trend;
  prg_coefficient *c = trend->coefficient;
  trend->n_coefficient = line->student.p;
  prg_coefficient_set(&c[0], "intercept", line->beta[0] + a * line->beta[1],
                      trend->sigma * sqrt(fmax(u[0][0] + 2 * a * u[0][1] + a * a * u[1][1], 0)),
                      trend->df);
  prg_coefficient_set(&c[1], "slope", line->beta[1] / s, trend->sigma * sqrt(u[1][1]) / s,
                      trend->df);
  for (size_t j = EVENTS; j < line->student.p; j++)
    prg_coefficient_set(&c[j], name[j - EVENTS], line->beta[j], trend->sigma * sqrt(u[j][j]),
                        trend->df);
}

static void note_events(const event_line *line, prg_notes *notes) {
  for (size_t k = 0; k < line->options.n_event; k++)
    prg_event_note(&line->options.event[k], &line->trend.coefficient[EVENTS + k], notes);
}

/* The change per period at the last figure. */
static double end_slope(const event_line *line) {
  double slope = line->beta[SLOPE] / line->sample.half_span;
  for (size_t k = 0; k < line->options.n_event; k++)
    slope += line->options.event[k].kind == PRG_EVENT_SLOPE ? line->beta[EVENTS + k] : 0;
  return slope;
}

static prg_status events_fit(void *state, const prg_series *series, prg_notes *notes,
                             prg_error *error) {
  event_line *line = state;
  prg_status status = read_events(line, series, error);
  if (status == PRG_OK)
    status = least_squares(line, error);
  if (status != PRG_OK)
    return status;
  finish(line);
  describe(line);
  status = prg_trend_check(&line->trend, error);
  if (status != PRG_OK)
    return status;
  prg_trend_sentence(&line->trend, series, &line->trend.coefficient[SLOPE]);
  note_events(line, notes);
  prg_note_opposing_end(series, end_slope(line), notes);
  return PRG_OK;
}

static prg_status events_predict(void *state, prg_distribution *out, prg_error *error) {
  (void)error;
  prg_student_predict(&((const event_line *)state)->student, out);
  return PRG_OK;
}

static prg_status events_paths(void *state, size_t horizon, size_t n_paths, unsigned long seed,
                               double *path, prg_error *error) {
  const event_line *line = state;
  return prg_student_paths(&line->student, horizon, n_paths, seed, path, error);
}

static const prg_trend *events_trend(const void *state) {
  return &((const event_line *)state)->trend;
}

const prg_model_type prg_model_events = {
    .name = "events",
    .title = PRG_TEXT_MODEL_EVENTS,
    .min_n = EVENTS + 2,
    .alloc = events_alloc,
    .free = events_free,
    .fit = events_fit,
    .predict = events_predict,
    .paths = events_paths,
    .trend = events_trend,
};
