#include "evaluate/learn_case.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "evaluate/learn_draw.h"
#include "model/pooled/annual_grid.h"

#define SHORTEST LEARN_SHORTEST
#define LONGEST 40
#define STEADY 8        /* figures before the origin from which the scale is taken of them alone */
#define ASIDE 10        /* one series in so many is set aside */
#define LEAST_SCALE .01 /* of the figures' mean size: a series that never moved has some, too */

/* --- drawing --- */

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

static size_t count_figures(const double *y, size_t n) {
  size_t figures = 0;
  for (size_t t = 0; t < n; t++)
    figures += isnan(y[t]) ? 0 : 1;
  return figures;
}

/* Makes [*begin, origin) begin and end with a figure, and no longer than is used of it; false if
 * fewer than SHORTEST. */
static bool trim_window(const double *y, size_t *begin, size_t origin) {
  if (*begin + ANNUAL_LENGTH < origin)
    *begin = origin - ANNUAL_LENGTH;
  while (*begin < origin && isnan(y[*begin]))
    ++*begin;
  return *begin < origin && !isnan(y[origin - 1]) &&
         count_figures(y + *begin, origin - *begin) >= SHORTEST;
}

/* What the windows of a series are drawn with. */
typedef struct drawing {
  prg_learn_sample *sample;
  learn_stratum *stratum;
  const prg_series *series;
  learn_draw draw;
  learn_case of; /* what they have in common */
  size_t made;
} drawing;

/* The window [begin, origin), if it has figures and a target. */
static prg_status draw_window(drawing *d, size_t begin, size_t origin, prg_error *error) {
  const double *y = d->series->value;
  learn_case item = d->of;
  item.priority = learn_draw_bits(&d->draw);
  if (!trim_window(y, &begin, origin) || count_figures(y + origin, item.ahead) == 0)
    return PRG_OK;
  d->made++;
  if (!learn_stratum_wants(d->stratum, item.priority))
    return PRG_OK;
  item.n = origin - begin;
  item.scale = scale_of(y, origin > STEADY ? origin : d->series->n);
  return learn_sample_keep(d->sample, d->stratum, &item, d->series, begin, error);
}

/* The windows that end before `origin`: all that is known there, and a stretch of it, as if no more
 * were. */
static prg_status draw_origin(drawing *d, size_t origin, prg_error *error) {
  const size_t horizon = d->sample->options.horizon, left = d->series->n - origin;
  double drawn = SHORTEST * pow((double)LONGEST / SHORTEST, learn_draw_uniform(&d->draw));
  size_t length = (size_t)fmin(drawn, (double)origin);
  d->of.ahead = left < horizon ? left : horizon;
  prg_status status = draw_window(d, 0, origin, error);
  return status == PRG_OK ? draw_window(d, origin - length, origin, error) : status;
}

prg_status learn_case_draw(prg_learn_sample *sample, learn_stratum *stratum,
                           const prg_series *series, size_t *made, prg_error *error) {
  const prg_learn_options *options = &sample->options;
  const size_t n = series->n, horizon = options->horizon;
  drawing d = {.sample = sample,
               .stratum = stratum,
               .series = series,
               .draw = learn_draw_begin(options->seed, stratum->panel, series->name)};
  prg_status status = PRG_OK;
  d.of.aside = learn_draw_below(&d.draw, ASIDE) == 0;
  size_t latest = n > horizon + SHORTEST ? n - horizon : SHORTEST;
  for (size_t i = 0; status == PRG_OK && n > SHORTEST && i < options->origins; i++) {
    size_t origin = i == 0 ? latest : SHORTEST + learn_draw_below(&d.draw, latest - SHORTEST + 1);
    status = draw_origin(&d, origin, error);
  }
  *made = d.made;
  return status;
}

/* --- taking --- */

void learn_cases_clear(learn_cases *cases) {
  free(cases->item);
  *cases = (learn_cases){0};
}

static void gather(const prg_learn_sample *sample, int season, learn_cases *out) {
  for (size_t s = 0; s < sample->n_strata; s++) {
    const learn_stratum *stratum = &sample->stratum[s];
    const bool of_season = stratum->season == season;
    for (size_t i = 0; of_season && i < stratum->n; i++) {
      out->item[out->n] = stratum->item[i];
      out->item[out->n++].season = season;
    }
    out->series += of_season ? stratum->gave : 0;
    out->left_out += stratum->series - (of_season ? stratum->gave : 0);
  }
}

/* Those set aside last; otherwise in an order that has nothing to do with which were kept. */
static int compare_places(const void *left, const void *right) {
  const learn_case *a = left, *b = right;
  uint64_t place_a = learn_draw_other(a->priority), place_b = learn_draw_other(b->priority);
  if (a->aside != b->aside)
    return a->aside ? 1 : -1;
  return place_a == place_b ? learn_case_compare(a, b) : place_a < place_b ? -1 : 1;
}

int learn_case_compare_lengths(const void *left, const void *right) {
  const learn_case *a = left, *b = right;
  return a->n != b->n ? (a->n < b->n ? -1 : 1) : compare_places(a, b);
}

prg_status learn_cases_take(prg_learn_sample *sample, int season, learn_cases *out,
                            prg_error *error) {
  *out = (learn_cases){0};
  learn_sample_trim(sample);
  out->item = calloc(sample->held + 1, sizeof *out->item);
  if (out->item == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  gather(sample, season, out);
  qsort(out->item, out->n, sizeof *out->item, compare_places);
  while (out->n_aside < out->n && out->item[out->n - 1 - out->n_aside].aside)
    out->n_aside++;
  out->n_aside = out->n_aside == out->n ? 0 : out->n_aside;
  return PRG_OK;
}

prg_series learn_case_window(const learn_case *item) {
  static char no_name[] = "";
  return (prg_series){.name = no_name,
                      .start = {PRG_INDEX, 1},
                      .n = item->n,
                      .value = item->value,
                      .observation = item->observation,
                      .season = item->season,
                      .kind = PRG_KIND_UNKNOWN};
}
