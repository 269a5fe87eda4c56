/*
 * Ratios from one grade to the next: weighted sums over the last years, and their departures from a
 * reference shrunk by empirical Bayes. Steps are numbered by the year they end in, t = 1 … n − 1.
 */
#ifndef PLAN_COHORT_RATIO_H
#define PLAN_COHORT_RATIO_H

#include <prognos/cohort.h>

/* The persons of grade g − 1 in year t − 1, and those of grade g in year t; NaN if either is. */
typedef struct prg_step {
  double from, to;
} prg_step;

prg_step prg_cohort_step(const prg_cohort_table *table, size_t g, size_t t);
/* How many steps into grade g have both figures. */
size_t prg_cohort_steps(const prg_cohort_table *table, size_t g);

/* The logarithm of a weighted ratio; `spread` times the dispersion is its error variance. */
typedef struct prg_log_ratio {
  double value;  /* NaN if nobody was there to move on */
  double spread; /* > 0 */
} prg_log_ratio;

/* Into grade g in all n tables together, by the years and the half-life of the options. */
prg_log_ratio prg_cohort_log_ratio(const prg_cohort_table *table, size_t n, size_t g,
                                   const prg_cohort_options *options);

/* How many come to grade g when nobody was in the one below: the mean of the years when it was so;
 * 0 if it never was. */
double prg_cohort_from_empty(const prg_cohort_table *table, size_t g);

/* A departure from a reference: what is known of it, and what is made of it. */
typedef struct prg_departure {
  double value;     /* NaN: nothing is known of it */
  double own;       /* error variance of the unit's own logarithm; > 0 */
  double reference; /* that of the reference's; >= 0 */
  double weight;    /* of the departure from what all have in common, 0 … 1 */
  double shrunk;    /* the common part and the weighted rest */
} prg_departure;

/*
 * Fills weight and shrunk of departure[0..n); returns the common part, 0 if nothing is known. With
 * τ² the variance of true departures from the common part, the weight is
 *   (τ² + reference) / (τ² + reference + own),
 * so that a reference no surer than the unit counts for no more.
 */
double prg_cohort_shrink(prg_departure *departure, size_t n);

#endif
