/* Is this year different from last year, or is it chance? Intervals of 95 per cent confidence. */
#ifndef PROGNOS_DIFFERENCE_H
#define PROGNOS_DIFFERENCE_H

#include <stdbool.h>

#include <prognos/linkage.h>

PRG_BEGIN_C

/* A plain value. */
typedef struct prg_difference {
  double value;        /* the difference, or of counts the ratio of the rates */
  double lower, upper; /* its interval; NaN: it cannot be told */
  bool proven;         /* no difference (0, of a ratio 1) lies outside of it */
} prg_difference;

/*
 * Share of hits in `of` minus that of the earlier hits, both of >= 1: Newcombe's hybrid score
 * interval from the two Wilson intervals (l, u),
 *
 *   d − √((p − l)² + (u₀ − p₀)²)  …  d + √((u − p)² + (p₀ − l₀)²).
 *
 * Newcombe, Statistics in Medicine 17, 1998, method 10.
 */
prg_difference prg_difference_of_shares(const double hits[2], const double of[2]);

/*
 * Cases per time over the earlier cases per time: given their sum k + k₀, k is binomial with
 * π = ρe/(ρe + e₀), and the exact interval for π (Clopper & Pearson, Biometrika 26, 1934) is turned
 * into one for ρ. [0] is this year, [1] the earlier; exposure > 0, in any unit. With no case in
 * either, nothing can be told.
 */
prg_difference prg_difference_of_counts(const double count[2], const double exposure[2]);

/* Mean minus the earlier mean by Welch's t interval; n >= 2 values with that standard deviation in
 * each. NaN in spread or n: nothing can be told. */
prg_difference prg_difference_of_means(const double mean[2], const double spread[2],
                                       const double n[2]);

PRG_END_C

#endif
