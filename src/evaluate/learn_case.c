#include "evaluate/learn_case.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "model/figures.h"

#define SHORTEST 4
#define LONGEST 40
#define WINDOWS 2       /* per origin */
#define STEADY 8        /* figures before the origin from which the scale is taken of them alone */
#define ASIDE 10        /* one series in so many is set aside */
#define LEAST_SCALE .01 /* of the figures' mean size: a series that never moved has some, too */

void learn_cases_clear(learn_cases *cases) {
  free(cases->item);
  *cases = (learn_cases){0};
}

prg_series learn_case_window(const learn_case *item) {
  prg_series window = *item->series;
  window.start = prg_series_period(item->series, item->begin);
  window.value = item->series->value + item->begin;
  window.observation = item->series->observation + item->begin;
  window.n = item->n;
  window.kind = PRG_KIND_UNKNOWN;
  return window;
}

/* Mean |y_t − y_{t−1}| of the series. */
static double scale_of(const double *y, size_t n) {
  double change = 0, size = 0;
  size_t changes = 0, figures = 0;
  for (size_t t = 0; t < n; t++) {
    if (isnan(y[t]))
      continue;
    size += fabs(y[t]);
    figures++;
    if (t > 0 && !isnan(y[t - 1])) {
      change += fabs(y[t] - y[t - 1]);
      changes++;
    }
  }
  double least = size > 0 ? LEAST_SCALE * size / (double)figures : 1;
  return changes > 0 ? fmax(change / (double)changes, least) : least;
}

/* Makes [begin, origin) begin and end with a figure; false if fewer than SHORTEST, or no target. */
static bool trim_case(learn_case *item, size_t begin, size_t origin) {
  const double *y = item->series->value;
  while (begin < origin && isnan(y[begin]))
    begin++;
  if (begin == origin || isnan(y[origin - 1]))
    return false;
  size_t figures = 0, targets = 0;
  for (size_t t = begin; t < origin; t++)
    figures += isnan(y[t]) ? 0 : 1;
  for (size_t t = origin; t < origin + item->ahead; t++)
    targets += isnan(y[t]) ? 0 : 1;
  item->begin = begin;
  item->n = origin - begin;
  item->scale = scale_of(y, origin > STEADY ? origin : item->series->n);
  return figures >= SHORTEST && targets > 0;
}

/* Appends the windows that end before `origin`: all that is known there, and a stretch of it, as if
 * no more were. Returns how many. */
static size_t add_origin(learn_case *item, learn_case of, size_t origin, gsl_rng *rng) {
  double drawn = SHORTEST * pow((double)LONGEST / SHORTEST, gsl_rng_uniform(rng));
  size_t length = (size_t)fmin(drawn, (double)origin), made = 0;
  item[0] = of;
  made += trim_case(&item[0], 0, origin) ? 1 : 0;
  item[made] = of;
  made += trim_case(&item[made], origin - length, origin) ? 1 : 0;
  return made;
}

/* Appends the cases of one series to item[]; returns how many. */
static size_t add_series(const prg_series *series, bool aside, const prg_learn_options *options,
                         gsl_rng *rng, learn_case *item) {
  size_t n = series->n, horizon = options->horizon, made = 0;
  if (series->season > 1 || n <= SHORTEST)
    return 0;
  size_t latest = n > horizon + SHORTEST ? n - horizon : SHORTEST;
  for (size_t i = 0; i < options->origins; i++) {
    size_t origin = i == 0 ? latest : SHORTEST + gsl_rng_uniform_int(rng, latest - SHORTEST + 1);
    learn_case of = {
        .series = series, .ahead = n - origin < horizon ? n - origin : horizon, .aside = aside};
    made += add_origin(item + made, of, origin, rng);
  }
  return made;
}

static prg_status add_panel(const prg_panel *panel, const prg_learn_options *options, gsl_rng *rng,
                            learn_cases *out, prg_error *error) {
  for (size_t i = 0; i < panel->n; i++) {
    if (prg_series_observed(&panel->series[i]) > 0) {
      prg_status status = prg_figures_check(&panel->series[i], "pooled", 1, error);
      if (status != PRG_OK)
        return status;
    }
    size_t made =
        add_series(&panel->series[i], i % ASIDE == ASIDE - 1, options, rng, out->item + out->n);
    out->n += made;
    *(made > 0 ? &out->series : &out->left_out) += 1;
  }
  return PRG_OK;
}

/* How many cases a panel may give at most, so that all give at most `most`. */
static size_t quota(const size_t *begin, size_t n_panels, size_t most) {
  size_t low = 0, high = most + 1;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2, total = 0;
    for (size_t p = 0; p < n_panels; p++) {
      size_t n = begin[p + 1] - begin[p];
      total += n < middle ? n : middle;
    }
    *(total <= most ? &low : &high) = middle;
  }
  return low;
}

/* Keeps at most `most` cases, as evenly from the panels as they allow. begin[p] is the first case
 * of panel p; begin[n_panels] their number. */
static void draw_evenly(learn_cases *cases, const size_t *begin, size_t n_panels, size_t most,
                        gsl_rng *rng) {
  size_t kept = 0, each = quota(begin, n_panels, most);
  for (size_t p = 0; p < n_panels; p++) {
    size_t n = begin[p + 1] - begin[p];
    gsl_ran_shuffle(rng, cases->item + begin[p], n, sizeof *cases->item);
    for (size_t i = 0; i < n && i < each; i++)
      cases->item[kept++] = cases->item[begin[p] + i];
  }
  cases->n = kept;
}

/* Shuffles the cases, and moves those set aside to the end. */
static void set_aside(learn_cases *cases, gsl_rng *rng) {
  gsl_ran_shuffle(rng, cases->item, cases->n, sizeof *cases->item);
  size_t n = 0;
  for (size_t i = 0; i < cases->n; i++)
    if (!cases->item[i].aside) {
      learn_case other = cases->item[n];
      cases->item[n++] = cases->item[i];
      cases->item[i] = other;
    }
  cases->n_aside = n > 0 ? cases->n - n : 0;
}

static prg_status make(const prg_panel *const *panel, size_t n_panels, size_t *begin,
                       const prg_learn_options *options, gsl_rng *rng, learn_cases *out,
                       prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t p = 0; status == PRG_OK && p < n_panels; p++) {
    begin[p] = out->n;
    status = add_panel(panel[p], options, rng, out, error);
  }
  begin[n_panels] = out->n;
  if (status == PRG_OK && out->n == 0)
    status = prg_fail(error, PRG_TEXT_LEARN_NO_SERIES, PRG_ARGS(prg_integer(SHORTEST + 1)));
  if (status == PRG_OK) {
    draw_evenly(out, begin, n_panels, options->windows, rng);
    set_aside(out, rng);
  }
  return status;
}

prg_status learn_cases_make(const prg_panel *const *panel, size_t n_panels,
                            const prg_learn_options *options, learn_cases *out, prg_error *error) {
  size_t total = 0;
  *out = (learn_cases){0};
  for (size_t p = 0; p < n_panels; p++)
    total += panel[p]->n;
  out->item = calloc(total * options->origins * WINDOWS + 1, sizeof *out->item);
  size_t *begin = calloc(n_panels + 1, sizeof *begin);
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  prg_status status = PRG_OK;
  if (out->item == NULL || begin == NULL || rng == NULL) {
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  } else {
    gsl_rng_set(rng, options->seed);
    status = make(panel, n_panels, begin, options, rng, out, error);
  }
  if (rng != NULL)
    gsl_rng_free(rng);
  free(begin);
  return status;
}
