/*
 * From a part of a year to the whole of it: what will the year's count, share or mean be, given
 * what is known of the part, and how probable is it that a goal is reached.
 */
#ifndef PROGNOS_PART_YEAR_H
#define PROGNOS_PART_YEAR_H

#include <stdbool.h>

#include <prognos/linkage.h>

PRG_BEGIN_C

/* The figures that reach a goal, from lower to upper; an end belongs to them unless it is open. */
typedef struct prg_goal_range {
  double lower, upper; /* −INFINITY and INFINITY: no bound */
  bool lower_open, upper_open;
} prg_goal_range;

bool prg_goal_range_holds(const prg_goal_range *range, double figure);

/* The whole year as seen from the part. A plain value. */
typedef struct prg_outlook {
  double median, mean;       /* unit of the figure; mean NaN where it does not exist */
  double lower_80, upper_80; /* the 10 and 90 per cent quantiles */
  double probability;        /* that the year's figure is in the range; 0 … 1 */
} prg_outlook;

/* Largest count, and denominator of a share. */
#define PRG_PART_YEAR_COUNT_MAX 1e6

typedef struct prg_part_count {
  double count;         /* in the part; whole, 0 … PRG_PART_YEAR_COUNT_MAX */
  double part;          /* of the year that has passed, in (0, 1] */
  double before, after; /* what earlier years had in the same part and in their rest, if it is
                           known; both 0: the year is taken to be even */
  bool has_profile;     /* they are known */
  double dispersion;    /* variance over that of chance alone, >= 1; NaN, not known, is 1 */
} prg_part_count;

typedef struct prg_part_share {
  double hits, of; /* in the part: whole, 0 <= hits <= of */
  double of_year;  /* the whole year's denominator, whole, >= of */
} prg_part_share;

typedef struct prg_part_mean {
  double mean;
  double part;   /* of the year, in (0, 1] */
  double spread; /* standard deviation of the single values; NaN if it is not known */
  double n;      /* how many values; NaN if it is not known */
} prg_part_mean;

/*
 * How much more the months of two years vary than chance alone would have them, as Pearson's X² of
 * the table of year by month over its degrees of freedom, at least 1. Months without cases in
 * either year do not count; NaN with fewer than PRG_DISPERSION_MONTHS others, or a year without
 * cases. now, then: shape (n).
 */
#define PRG_DISPERSION_MONTHS 4
double prg_part_year_dispersion(const double *now, const double *then, unsigned n);

/* Counts: Gamma–Poisson. See part_year.c for the equations; the outlook is of whole persons. */
prg_outlook prg_part_year_count(const prg_part_count *known, const prg_goal_range *range);

/* Shares: beta-binomial. The outlook is a share, 0 … 1. */
prg_outlook prg_part_year_share(const prg_part_share *known, const prg_goal_range *range);

/*
 * Means whose spread is known (n >= 2): the rest of the year is like the part. Figures that cannot
 * be negative: a limit below 0 becomes 0.
 */
prg_outlook prg_part_year_mean(const prg_part_mean *known, const prg_goal_range *range);

/*
 * Means by history: `change` holds, for n >= 3 earlier years, the whole year's figure minus that of
 * the same part. Not below 0, as above.
 */
prg_outlook prg_part_year_history(double mean, const double *change, unsigned n,
                                  const prg_goal_range *range);

/* A figure of a year that is over: no uncertainty. */
prg_outlook prg_part_year_known(double figure, const prg_goal_range *range);

PRG_END_C

#endif
