/*
 * Broken line: two straight lines that meet, the break given or found.
 *
 *   y = b₀ + b₁t + b₂ max(0, t − k) + e,   e ~ N(0, s²) independent
 *
 * The line is continuous because that is what a planner means by "since 2020 it grows faster": the
 * first change of the new kind is the one from k to the next figure. The break is the period after
 * the knot k, the first of the second line. If it is not given, k is the figure that leaves the
 * smallest Σe², tried at every figure with two figures before it and two after it; then
 *   sup-F = max_k (RSS₀ − RSS_k)/(RSS_k/(n − 3)),
 * RSS₀ being that of the unbroken line. Its p-value is simulated: under an unbroken line with
 * normal errors the distribution of sup-F depends on the times only, so that REPLICATES draws of
 * white noise with the options' seed give (1 + number >= sup-F)/(1 + REPLICATES). A break that was
 * searched for costs a degree of freedom, n − 4 against n − 3.
 *
 * Assumptions and limits: one break; the prediction takes its place as known and extrapolates the
 * second line; with six figures there are two places to choose from.
 *
 * Reference: Andrews, Econometrica 61 (1993) 821–856; Davies, Biometrika 74 (1987) 33–43.
 */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>

#include "model/trend/line.h"
#include "model/trend/trend_models.h"

enum { REPLICATES = 1999, LEAST_EACH_SIDE = 2 };
static const double CERTAIN = 0.05; /* p below which a break is called so */

typedef struct search {
  const prg_sample *sample;
  double *norm;  /* shape (n): |hinge at t_j, freed from 1 and t|² */
  double *error; /* shape (n): workspace */
  size_t knot;   /* index of the best knot */
  double share;  /* (RSS₀ − RSS_k)/RSS₀ there */
} search;

static size_t first_knot(void) {
  return LEAST_EACH_SIDE;
}

static size_t last_knot(const prg_sample *sample) {
  return sample->n - 1 - LEAST_EACH_SIDE;
}

/* Takes the least-squares line out of e; returns Σe² of what is left. */
static double residualise(const prg_sample *sample, double *e) {
  double mean = 0, products = 0, squares = 0, rss = 0;
  for (size_t i = 0; i < sample->n; i++)
    mean += e[i] / (double)sample->n;
  for (size_t i = 0; i < sample->n; i++) {
    double t = sample->t[i] - sample->centre;
    products += t * (e[i] - mean);
    squares += t * t;
  }
  for (size_t i = 0; i < sample->n; i++) {
    e[i] -= mean + products / squares * (sample->t[i] - sample->centre);
    rss += e[i] * e[i];
  }
  return rss;
}

static void prepare(search *s) {
  for (size_t j = first_knot(); j <= last_knot(s->sample); j++) {
    for (size_t i = 0; i < s->sample->n; i++)
      s->error[i] = fmax(0, s->sample->t[i] - s->sample->t[j]);
    s->norm[j] = residualise(s->sample, s->error);
  }
}

/*
 * The knot that takes most of e, e being residuals with Σe² = rss: the hinge at t_j takes
 * (Σ_{i>j} (t_i − t_j) e_i)²/norm_j, the sums running from the end.
 */
static double best_share(const search *s, const double *e, double rss, size_t *knot) {
  const double *t = s->sample->t;
  double sum_e = 0, sum_te = 0, best = -1;
  for (size_t j = s->sample->n - 1; j >= first_knot(); j--) {
    if (j <= last_knot(s->sample)) {
      double product = sum_te - t[j] * sum_e;
      double share = product * product / (s->norm[j] * rss);
      if (share > best) {
        best = share;
        *knot = j;
      }
    }
    sum_e += e[j];
    sum_te += t[j] * e[j];
  }
  return fmin(best, 1);
}

/* The best knot for the figures; the middle one with share 0 if a line leaves nothing. */
static void find_knot(search *s, double sigma) {
  double scale = prg_sample_largest(s->sample);
  if (sigma <= 0) {
    s->knot = s->sample->n / 2;
    s->share = 0;
    return;
  }
  for (size_t i = 0; i < s->sample->n; i++)
    s->error[i] = s->sample->y[i] / scale;
  double rss = residualise(s->sample, s->error);
  s->share = best_share(s, s->error, rss, &s->knot);
}

static double simulate_p(search *s, gsl_rng *rng, unsigned long seed) {
  const double tie = 1e-9; /* shares nearer than this are equal */
  size_t as_large = 0, ignored;
  gsl_rng_set(rng, seed);
  for (size_t i = 0; i < REPLICATES; i++) {
    for (size_t j = 0; j < s->sample->n; j++)
      s->error[j] = gsl_ran_gaussian(rng, 1);
    double rss = residualise(s->sample, s->error);
    as_large += best_share(s, s->error, rss, &ignored) >= s->share - tie ? 1 : 0;
  }
  return (1 + (double)as_large) / (1 + REPLICATES);
}

static void note_search(const search *s, double p, prg_notes *notes) {
  double f = s->share / (1 - s->share) * (double)(s->sample->n - 3);
  prg_notes_add(notes, p < CERTAIN ? PRG_TEXT_TREND_BREAK_FOUND : PRG_TEXT_TREND_BREAK_UNCERTAIN,
                PRG_ARGS(prg_integer((long long)(last_knot(s->sample) - first_knot() + 1)),
                         prg_number(f, 2), prg_number(p, 4), prg_integer(REPLICATES)));
}

/* Finds line->knot and the p-value of the break. The unbroken line must have been fitted. */
static prg_status search_break(prg_line *line, double *p, prg_notes *notes, prg_error *error) {
  prg_status status = PRG_OK;
  search s = {.sample = &line->sample};
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  s.norm = calloc(line->sample.n, sizeof *s.norm);
  s.error = calloc(line->sample.n, sizeof *s.error);
  if (rng == NULL || s.norm == NULL || s.error == NULL) {
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    goto cleanup;
  }
  prepare(&s);
  find_knot(&s, line->trend.sigma);
  *p = simulate_p(&s, rng, line->options.seed);
  line->knot = line->sample.t[s.knot];
  note_search(&s, *p, notes);
cleanup:
  free(s.error);
  free(s.norm);
  gsl_rng_free(rng);
  return status;
}

/* The knot is the last period before the given break. */
static prg_status given_break(prg_line *line, const prg_series *series, prg_error *error) {
  prg_period given = line->options.break_from;
  char from[PRG_PERIOD_BYTES], start[PRG_PERIOD_BYTES];
  prg_period_print(given, from);
  prg_period_print(series->start, start);
  if (given.frequency != series->start.frequency)
    return prg_fail(error, PRG_TEXT_TREND_BREAK_FREQUENCY,
                    PRG_ARGS(prg_string(from), prg_string(start)));
  line->knot = (double)prg_period_distance(series->start, given);
  size_t before = 0;
  while (before < line->sample.n && line->sample.t[before] <= line->knot)
    before++;
  if (before < LEAST_EACH_SIDE || line->sample.n - before < LEAST_EACH_SIDE)
    return prg_fail(error, PRG_TEXT_TREND_BREAK_AT_END, PRG_ARGS(prg_string(from)));
  return PRG_OK;
}

/* A searched break is a parameter: s, the degrees of freedom and AICc pay for it. */
static void charge_for_search(prg_line *line) {
  prg_trend *trend = &line->trend;
  double df = trend->df - 1;
  trend->sigma *= sqrt(trend->df / df);
  line->student.sigma = fmax(line->student.sigma, trend->sigma);
  line->student.df = trend->df = df;
  trend->aicc = prg_aicc(trend->log_likelihood, PRG_LINE_COLUMNS + 2, trend->n);
}

/* intercept and slope of the first line, slope of the second, and the break with its p. */
static void describe(prg_line *line, double p) {
  static const char *const name[] = {"intercept", "slope_before", "slope_after"};
  double s = line->sample.half_span;
  double transform[][PRG_LINE_COLUMNS] = {
      {1, -line->sample.centre / s, 0}, {0, 1 / s, 0}, {0, 1 / s, 1 / s}};
  prg_trend *trend = &line->trend;
  prg_line_describe(line, name, transform);
  prg_coefficient_set(&trend->coefficient[3], "break", line->knot + 1, NAN, trend->df);
  trend->coefficient[3].p = p;
  trend->n_coefficient = 4;
}

static void broken_sentence(prg_line *line, const prg_series *series) {
  char knot[PRG_PERIOD_BYTES];
  double before = line->trend.coefficient[1].estimate, after = line->trend.coefficient[2].estimate;
  double size = fmax(fabs(before), fabs(after));
  prg_period_print(prg_series_period(series, (size_t)line->knot - 1), knot);
  prg_message_set(&line->trend.sentence, PRG_TEXT_TREND_BREAKS,
                  PRG_ARGS(prg_trend_subject(series), prg_trend_number(before, size),
                           prg_trend_unit(series), prg_string(knot),
                           prg_trend_number(after, size)));
}

static prg_status fit_piecewise(void *state, const prg_series *series, prg_notes *notes,
                                prg_error *error) {
  prg_line *line = state;
  bool searched = !line->options.has_break;
  double p = NAN;
  line->third = PRG_LINE_HINGE;
  prg_status status = prg_line_read(line, &prg_model_piecewise, series, error);
  if (status == PRG_OK && searched)
    status = prg_line_least_squares(line, 2, error);
  if (status == PRG_OK)
    status = searched ? search_break(line, &p, notes, error) : given_break(line, series, error);
  if (status == PRG_OK)
    status = prg_line_least_squares(line, PRG_LINE_COLUMNS, error);
  if (status != PRG_OK)
    return status;
  if (searched)
    charge_for_search(line);
  describe(line, p);
  broken_sentence(line, series);
  prg_note_opposing_end(series, prg_line_end_slope(line), notes);
  return prg_trend_check(&line->trend, error);
}

const prg_model_type prg_model_piecewise = {
    .name = "piecewise",
    .title = PRG_TEXT_MODEL_PIECEWISE,
    .min_n = 6,
    .alloc = prg_line_alloc,
    .free = prg_line_free,
    .fit = fit_piecewise,
    .predict = prg_line_predict,
    .paths = prg_line_paths,
    .trend = prg_line_trend,
};
