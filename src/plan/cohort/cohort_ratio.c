/*
 * Assumptions and limits: those who move in and out do so independently of each other, so that the
 * variance of a grade is a multiple of its expectation; true departures of the grades from the
 * reference are normal with one variance, estimated by moments.
 *
 * Reference: DerSimonian and Laird, Controlled Clinical Trials 7, 1986.
 */
#include "plan/cohort/cohort_ratio.h"

#include <math.h>

static const double least_spread = .003; /* of true departures, never called quite equal */
static const double half_a_person = .5;  /* so that no ratio is 0 */

prg_step prg_cohort_step(const prg_cohort_table *table, size_t g, size_t t) {
  double from = table->count[(g - 1) * table->n_year + t - 1];
  double to = table->count[g * table->n_year + t];
  if (isnan(from) || isnan(to))
    return (prg_step){NAN, NAN};
  return (prg_step){from, to};
}

size_t prg_cohort_steps(const prg_cohort_table *table, size_t g) {
  size_t n = 0;
  for (size_t t = 1; t < table->n_year; t++)
    n += isnan(prg_cohort_step(table, g, t).from) ? 0 : 1;
  return n;
}

typedef struct ratio_sums {
  double from, to, square; /* Σ w from, Σ w to, Σ w² to with w = 2^(−age / half-life) */
} ratio_sums;

static void add_steps(const prg_cohort_table *table, size_t g, const prg_cohort_options *options,
                      ratio_sums *sums) {
  for (size_t age = 0; age < options->years && age + 1 < table->n_year; age++) {
    prg_step step = prg_cohort_step(table, g, table->n_year - 1 - age);
    double w = exp2(-(double)age / options->half_life);
    if (isnan(step.from))
      continue;
    sums->from += w * step.from;
    sums->to += w * step.to;
    sums->square += w * w * step.to;
  }
}

prg_log_ratio prg_cohort_log_ratio(const prg_cohort_table *table, size_t n, size_t g,
                                   const prg_cohort_options *options) {
  ratio_sums sums = {0, 0, 0};
  for (size_t i = 0; i < n; i++)
    add_steps(&table[i], g, options, &sums);
  if (!(sums.from > 0))
    return (prg_log_ratio){NAN, 1};
  double to = fmax(sums.to, half_a_person);
  return (prg_log_ratio){log(to / sums.from), fmax(sums.square, half_a_person) / (to * to)};
}

double prg_cohort_from_empty(const prg_cohort_table *table, size_t g) {
  double sum = 0, n = 0;
  for (size_t t = 1; t < table->n_year; t++) {
    prg_step step = prg_cohort_step(table, g, t);
    sum += step.from == 0 ? step.to : 0;
    n += step.from == 0 ? 1 : 0;
  }
  return n > 0 ? sum / n : 0;
}

/* τ² by moments: Σ (d − common)² / v in excess of its expectation, never below the least. */
static double variance_of_departures(const prg_departure *departure, size_t n, double common) {
  double w = 0, ww = 0, q = 0, known = 0;
  for (size_t i = 0; i < n; i++) {
    double precision = 1 / (departure[i].own + departure[i].reference);
    if (isnan(departure[i].value))
      continue;
    w += precision;
    ww += precision * precision;
    q += precision * (departure[i].value - common) * (departure[i].value - common);
    known++;
  }
  double variance = known > 1 ? (q - (known - 1)) / (w - ww / w) : 0;
  return fmax(variance, least_spread * least_spread);
}

double prg_cohort_shrink(prg_departure *departure, size_t n) {
  double w = 0, wd = 0;
  for (size_t i = 0; i < n; i++) {
    double precision = 1 / (departure[i].own + departure[i].reference);
    w += isnan(departure[i].value) ? 0 : precision;
    wd += isnan(departure[i].value) ? 0 : precision * departure[i].value;
  }
  double common = w > 0 ? wd / w : 0;
  double variance = variance_of_departures(departure, n, common);
  for (size_t i = 0; i < n; i++) {
    prg_departure *d = &departure[i];
    double other = variance + d->reference;
    d->weight = isnan(d->value) ? 0 : other / (other + d->own);
    d->shrunk = common + (isnan(d->value) ? 0 : d->weight * (d->value - common));
  }
  return common;
}
