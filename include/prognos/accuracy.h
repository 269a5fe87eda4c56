/*
 * How good a forecast was, once the outcome is known. One forecast of one period becomes a score;
 * scores are gathered in an accuracy; an accuracy is read as measures.
 *
 *   MASE      mean |f − y| / scale, scale = mean |y[t] − y[t−m]| over the shortest window
 *   RMSSE     √ mean ((f − y)² / scale²), scale² = mean (y[t] − y[t−m])² over the same window
 *   sMAPE     mean 200 |y − f| / (|y| + |f|), per cent; 0 where both are 0
 *   MAPE      mean 100 |y − f| / |y| over the outcomes other than 0, per cent
 *   bias      mean f − y, in the unit of the series: above 0, the forecasts were too high
 *   coverage  share of outcomes within the central interval of 80 and of 95 per cent
 *   MSIS      mean (u − l + 2/α (l − y)⁺ + 2/α (y − u)⁺) / scale, α = 0.05
 *   CRPS      mean 2 ∫ (1{y < q(p)} − p) (q(p) − y) dp, in the unit of the series
 *
 * f is the median of the predictive distribution, l and u its 95 per cent limits. References:
 * Hyndman & Koehler, Int. J. Forecasting 22, 2006 (MASE); Makridakis, Spiliotis & Assimakopoulos,
 * Int. J. Forecasting 36, 2020 (sMAPE, MSIS) and 38, 2022 (RMSSE); Gneiting & Raftery, JASA 102,
 * 2007 (CRPS). Everything here is a plain value but the scorer.
 */
#ifndef PROGNOS_ACCURACY_H
#define PROGNOS_ACCURACY_H

#include <prognos/distribution.h>
#include <prognos/series.h>

PRG_BEGIN_C

/* A forecast against its outcome; all in the unit of the series. */
typedef struct prg_score {
  double actual; /* NaN: no outcome, and the rest is not set */
  double point;
  double lower_80, upper_80, lower_95, upper_95; /* NaN: the forecast is a point alone */
  double crps;
} prg_score;

/* Scores distributions of one grid of probabilities; tabulates what does not depend on them. */
typedef struct prg_scorer prg_scorer;

/* probability: shape (n), n >= 1, increasing, in (0, 1). NULL and PRG_ENOMEM in *error if memory is
 * exhausted. prg_scorer_free it after use. */
prg_scorer *prg_scorer_alloc(const double *probability, size_t n, prg_error *error);
void prg_scorer_free(prg_scorer *scorer);

/*
 * Scores the forecast h = 1 … horizon ahead, of a distribution with the scorer's probabilities
 * (their number is asserted). The CRPS is exact where the quantile function is straight in the
 * normal score between the quantiles of the grid and beyond them, as a normal one is; on the
 * standard grid it is right to 0.4 per cent for Student t with 2.5 degrees of freedom, and closer
 * with more.
 */
void prg_scorer_run(const prg_scorer *scorer, const prg_distribution *distribution, size_t h,
                    double actual, prg_score *score);

/* What errors are measured by, so that series of different size compare. */
typedef struct prg_scale {
  double absolute; /* mean |y[t] − y[t−m]|, > 0; NaN if no figure ever differs */
  double square;   /* mean (y[t] − y[t−m])² */
} prg_scale;

/*
 * The scale from value[0 … end), m being the season; where all those differences are 0 or there
 * are none, the window is extended until there is one, at last with m = 1.
 */
prg_scale prg_scale_of(const prg_series *series, size_t end);

/* Gathered scores: zeroed at first. */
typedef struct prg_accuracy {
  size_t n;          /* outcomes */
  size_t n_interval; /* of them, of forecasts that have intervals */
  size_t n_scaled;   /* of them, in series with a scale */
  size_t n_ranged;   /* of them, of forecasts that have intervals */
  size_t n_relative; /* of them, other than 0 */
  size_t inside_80, inside_95;
  double scaled, scaled_square, scaled_interval; /* sums, as the rest */
  double symmetric, relative, error, crps;
} prg_accuracy;

/* Adds a score unless it has no outcome. */
void prg_accuracy_add(prg_accuracy *accuracy, const prg_score *score, const prg_scale *scale);

/* NaN where there is nothing to take the mean of. */
typedef struct prg_measures {
  size_t n; /* outcomes */
  double mase, rmsse;
  double smape, mape;                                       /* per cent */
  double bias;                                              /* unit of the series */
  double coverage_80, coverage_80_lower, coverage_80_upper; /* share, and its 95 % interval */
  double coverage_95, coverage_95_lower, coverage_95_upper;
  double msis;
  double crps; /* unit of the series */
} prg_measures;

/* The intervals of coverage take outcomes as independent; forecasts of several periods from the
 * same origin are not, so that they are too narrow rather than too wide. */
prg_measures prg_accuracy_measures(const prg_accuracy *accuracy);

/*
 * The interval that holds a probability in view of `hits` in `n` trials (n >= 1), Wilson's, of
 * confidence `level`: (p + z²/2n ± z √(p (1 − p)/n + z²/4n²)) / (1 + z²/n). Brown, Cai & DasGupta,
 * Statistical Science 16, 2001.
 */
void prg_proportion_interval(size_t hits, size_t n, double level, double *lower, double *upper);

PRG_END_C

#endif
