/*
 * Intermittent counts: how often something happens, and how much when it does, are smoothed apart,
 * each with α = 0.1, Croston's value and that of R's croston.
 *
 *   croston   at each period with y > 0:  z ← z + α (y − z),  q ← q + α (interval − q),  rate z/q;
 *             from the first such period's size and interval
 *   tsb       every period:  p ← p + α ([y > 0] − p);  if y > 0:  z ← z + α (y − z),  rate p z;
 *             from the means of the series. It sees when something dies out, Croston does not.
 *
 * The predictive distribution is that of Y = B (1 + X): B = 1 with probability p (1/q), X negative
 * binomial with mean z − 1 and the dispersion of the sizes (geometric if there is one size only),
 * Poisson if they vary less. Both p and log(z − 1) are uncertain by what an average of
 * (2 − α)/α = 19 periods, or as many as there are, leaves: p is Beta, the mean log-normal. p stays
 * ½/(n + 1) from 0 and 1, Jeffreys' estimate from n periods that are all alike, and z − 1 as much
 * from 0: what has not happened yet may happen. Quantiles are those of a continuous variable that
 * rounds to Y, as in count_distribution.h.
 *
 * Assumptions and limits: counts, independent from one period to the next; no trend, no season; the
 * same distribution for every period ahead. A period without a figure is no period.
 *
 * Reference: Croston, Operational Research Quarterly 23, 1972; Teunter, Syntetos, Babai, European
 * J. Operational Research 214, 2011; Shenstone & Hyndman, J. Forecasting 24, 2005 (on the lack of a
 * model behind the method).
 */
#include "model/smoothing/intermittent.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>

#include "model/draw.h"
#include "model/figures.h"
#include "model/trend/count_distribution.h"

static const double ALPHA = 0.1;
static const double MEMORY = 19; /* (2 − α)/α: figures in an average of the same variance */
static const double STD_ERROR_MAX = 1; /* of the logarithm of a mean size */

typedef struct intermittent {
  const prg_model_type *type;
  size_t n, n_positive;
  prg_intermittent_summary summary;
} intermittent;

/* What the methods gather on their way through the figures. */
typedef struct passage {
  double n, n_positive;
  double mean, squares;  /* of the sizes: Σ(y − mean)² */
  double size, interval; /* Croston's */
  double elapsed;        /* since the last period that is not 0 */
} passage;

static void pass(passage *p, double y) {
  p->n++;
  p->elapsed++;
  if (y == 0)
    return;
  p->n_positive++;
  double away = y - p->mean;
  p->mean += away / p->n_positive;
  p->squares += away * (y - p->mean);
  bool first = p->n_positive == 1;
  p->size = first ? y : p->size + ALPHA * (y - p->size);
  p->interval = first ? p->elapsed : p->interval + ALPHA * (p->elapsed - p->interval);
  p->elapsed = 0;
}

static void croston(const passage *p, prg_intermittent_summary *s) {
  s->size = p->size;
  s->occurrence = p->n_positive > 0 ? 1 / p->interval : 0;
}

static void tsb(const passage *p, const prg_series *series, prg_intermittent_summary *s) {
  s->size = p->mean;
  s->occurrence = p->n_positive / p->n;
  for (size_t t = 0; t < series->n; t++) {
    double y = series->value[t];
    if (isnan(y))
      continue;
    s->occurrence += ALPHA * ((y > 0) - s->occurrence);
    s->size += y > 0 ? ALPHA * (y - s->size) : 0;
  }
}

/* Jeffreys' estimate of a share when none of n is seen. */
static double unseen(double n) {
  return 0.5 / (n + 1);
}

static void set_distribution(const passage *p, prg_intermittent_summary *s) {
  double least = unseen(p->n), spread = 0;
  s->rate = s->occurrence * s->size;
  s->probability = fmin(fmax(s->occurrence, least), 1 - least);
  double above = fmax(s->size - 1, unseen(p->n_positive)), mean = p->mean - 1;
  s->theta = 1;
  if (p->n_positive > 1) {
    spread = p->squares / (p->n_positive - 1);
    s->theta = spread > mean && mean > 0 ? mean * (mean / (spread - mean)) : INFINITY;
  }
  double figures = fmax(fmin(p->n_positive, MEMORY), 1);
  s->std_error = fmin(sqrt((1 / above + 1 / s->theta) / figures), STD_ERROR_MAX);
  s->log_mean = log(above) - s->std_error * s->std_error / 2;
}

static prg_status check_counts(const intermittent *m, const prg_series *series, prg_error *error) {
  prg_status status = prg_figures_check(series, m->type->name, m->type->min_n, error);
  for (size_t t = 0; status == PRG_OK && t < series->n; t++) {
    double y = series->value[t];
    if (isnan(y) || (y >= 0 && y == floor(y)))
      continue;
    char period[PRG_PERIOD_BYTES];
    prg_period_print(prg_series_period(series, t), period);
    status = prg_fail(error, PRG_TEXT_INTERMITTENT_NEEDS_COUNTS,
                      PRG_ARGS(prg_string(m->type->name), prg_string(period), prg_number(y, -1)));
  }
  return status;
}

static prg_status intermittent_fit(void *state, const prg_series *series, prg_notes *notes,
                                   prg_error *error) {
  intermittent *m = state;
  passage p = {0};
  prg_intermittent_summary *s = &m->summary;
  prg_status status = check_counts(m, series, error);
  if (status != PRG_OK)
    return status;
  for (size_t t = 0; t < series->n; t++)
    if (!isnan(series->value[t]))
      pass(&p, series->value[t]);
  if (m->type == &prg_model_croston)
    croston(&p, s);
  else
    tsb(&p, series, s);
  set_distribution(&p, s);
  m->n = (size_t)p.n;
  m->n_positive = (size_t)p.n_positive;
  prg_notes_add(
      notes, PRG_TEXT_INTERMITTENT_RATE,
      PRG_ARGS(prg_number(s->rate, 3), prg_number(100 * s->occurrence, 0), prg_number(s->size, 1)));
  if (series->season > 1)
    prg_notes_add(notes, PRG_TEXT_SMOOTHING_NO_SEASON, PRG_ARGS(prg_string(m->type->name)));
  return PRG_OK;
}

static double quantile(const prg_intermittent_summary *s, double p) {
  double none = 1 - s->probability;
  if (p <= none)
    return fmax(p / none - 0.5, 0);
  prg_count_distribution above = {
      .log_mean = s->log_mean, .std_error = s->std_error, .theta = s->theta};
  double rest = (p - none) / s->probability;
  return 1 + prg_count_quantile(&above, fmin(fmax(rest, 1e-9), 1 - 1e-9));
}

static prg_status intermittent_predict(void *state, prg_distribution *out, prg_error *error) {
  (void)error;
  const intermittent *m = state;
  double largest = 0;
  for (size_t i = 0; i < out->n_probability; i++) {
    largest = fmax(largest, quantile(&m->summary, out->probability[i]));
    for (size_t h = 0; h < out->horizon; h++)
      out->quantile[h * out->n_probability + i] = largest;
  }
  return PRG_OK;
}

static void draw_path(const void *fitted, gsl_rng *random, size_t horizon, double *path) {
  const intermittent *m = fitted;
  const prg_intermittent_summary *s = &m->summary;
  double periods = fmin((double)m->n, MEMORY);
  double p = gsl_ran_beta(random, s->probability * periods, (1 - s->probability) * periods);
  double log_mean = s->log_mean + gsl_ran_gaussian_ziggurat(random, s->std_error);
  for (size_t h = 0; h < horizon; h++)
    path[h] = gsl_rng_uniform(random) < p ? 1 + prg_count_draw(log_mean, s->theta, random) : 0;
}

static prg_status intermittent_paths(void *state, size_t horizon, size_t n_paths,
                                     unsigned long seed, double *path, prg_error *error) {
  return prg_draw_paths(draw_path, state, horizon, n_paths, seed, path, error);
}

static void *alloc_croston(const prg_model_options *options) {
  (void)options;
  intermittent *m = calloc(1, sizeof *m);
  if (m != NULL)
    m->type = &prg_model_croston;
  return m;
}

static void *alloc_tsb(const prg_model_options *options) {
  (void)options;
  intermittent *m = calloc(1, sizeof *m);
  if (m != NULL)
    m->type = &prg_model_tsb;
  return m;
}

prg_intermittent_summary prg_intermittent_summary_of(const void *state) {
  return ((const intermittent *)state)->summary;
}

const prg_model_type prg_model_croston = {
    .name = "croston",
    .title = PRG_TEXT_CROSTON_TITLE,
    .min_n = 4,
    .alloc = alloc_croston,
    .free = free,
    .fit = intermittent_fit,
    .predict = intermittent_predict,
    .paths = intermittent_paths,
};

const prg_model_type prg_model_tsb = {
    .name = "tsb",
    .title = PRG_TEXT_TSB_TITLE,
    .min_n = 4,
    .alloc = alloc_tsb,
    .free = free,
    .fit = intermittent_fit,
    .predict = intermittent_predict,
    .paths = intermittent_paths,
};
