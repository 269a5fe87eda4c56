/*
 * Assumptions and limits: those who move in and out do so independently of each other, so that the
 * variance of a grade is a multiple of its expectation; true departures of the grades from the
 * reference are normal with one variance, estimated by moments.
 *
 * Reference: DerSimonian and Laird, Controlled Clinical Trials 7, 1986.
 */
#include "plan/cohort_ratio.h"

#include <math.h>

static const double least_spread = .001; /* of true departures, never called quite equal */
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

/* With w = 2^(−age / half-life): ln Σ w to − ln Σ w from, and Σ w² to / (Σ w to)². */
prg_log_ratio prg_cohort_log_ratio(const prg_cohort_table *table, size_t g,
                                   const prg_cohort_options *options) {
  double from = 0, to = 0, square = 0;
  for (size_t age = 0; age < options->years && age + 1 < table->n_year; age++) {
    prg_step step = prg_cohort_step(table, g, table->n_year - 1 - age);
    double w = exp2(-(double)age / options->half_life);
    from += isnan(step.from) ? 0 : w * step.from;
    to += isnan(step.to) ? 0 : w * step.to;
    square += isnan(step.to) ? 0 : w * w * step.to;
  }
  if (!(from > 0))
    return (prg_log_ratio){NAN, 1};
  to = fmax(to, half_a_person);
  return (prg_log_ratio){log(to / from), fmax(square, half_a_person) / (to * to)};
}

double prg_cohort_shrink(prg_departure *departure, size_t n) {
  double w = 0, wd = 0, ww = 0, known = 0, q = 0;
  for (size_t i = 0; i < n; i++)
    if (!isnan(departure[i].value)) {
      double precision = 1 / departure[i].variance;
      w += precision;
      ww += precision * precision;
      wd += precision * departure[i].value;
      known++;
    }
  double common = w > 0 ? wd / w : 0;
  for (size_t i = 0; i < n; i++)
    if (!isnan(departure[i].value))
      q += (departure[i].value - common) * (departure[i].value - common) / departure[i].variance;
  double variance = known > 1 ? (q - (known - 1)) / (w - ww / w) : 0;
  variance = fmax(variance, least_spread * least_spread);
  for (size_t i = 0; i < n; i++) {
    prg_departure *d = &departure[i];
    d->weight = isnan(d->value) ? 0 : variance / (variance + d->variance);
    d->shrunk = common + (d->weight > 0 ? d->weight * (d->value - common) : 0);
  }
  return common;
}
