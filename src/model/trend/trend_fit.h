/* What the trend models share when they describe a fit. */
#ifndef PROGNOS_TREND_FIT_H
#define PROGNOS_TREND_FIT_H

#include <prognos/series.h>
#include <prognos/trend.h>

#include "model/trend/sample.h"

/*
 * Estimate with standard error, t, p and 95 per cent interval from Student-t with df degrees of
 * freedom (infinity: normal). A standard error of 0 or NaN leaves t and p NaN.
 */
void prg_coefficient_set(prg_coefficient *coefficient, const char *name, double estimate,
                         double std_error, double df);

/*
 * What follows from trend->fitted by least squares, response − fitted being on the scale of the
 * errors: residual, df = n − n_parameters, sigma = √(Σe²/df), R² = 1 − Σe²/Σ(y − ȳ)²,
 * Durbin–Watson Σ(e_i − e_{i−1})²/Σe² over successive figures, and
 *   log L = −n/2 (log(2π Σe²/n) + 1) + log_jacobian,  AICc with n_parameters + 1 (sigma's).
 * What is left of a perfect fit by rounding counts as 0; its likelihood is NaN.
 */
void prg_trend_finish(prg_trend *trend, const double *response, size_t n_parameters,
                      double log_jacobian);

/* −2 log L + 2k + 2k(k + 1)/(n − k − 1); NaN if n <= k + 1. k counts every parameter. */
double prg_aicc(double log_likelihood, double k, size_t n);

/* Σ(e_i − e_{i−1})²/Σe²; NaN if all are 0. */
double prg_durbin_watson(const double *e, size_t n);

/* PRG_EREFUSED if a coefficient, a fitted figure or sigma is not finite or above 1e150. */
prg_status prg_trend_check(const prg_trend *trend, prg_error *error);

/* "Antalet", "Andelen" or "Värdet": how a sentence begins. */
prg_argument prg_trend_subject(const prg_series *series);
/* "år", "läsår" …: what a change is per. */
prg_argument prg_trend_unit(const prg_series *series);
/* A number with three significant digits for a quantity of that size. */
prg_argument prg_trend_number(double number, double size);

/* The sentence for a constant change per period with its 95 per cent interval. */
void prg_trend_sentence(prg_trend *trend, const prg_series *series, const prg_coefficient *change);
/* The same for a change of the logarithm, told in per cent. */
void prg_trend_sentence_percent(prg_trend *trend, const prg_series *series,
                                const prg_coefficient *change);

/* Least-squares slope per period of the figures; 0 if there are fewer than two. */
double prg_series_slope(const prg_series *series);

/* The least-squares line at index t of the series, which may lie beyond its end. */
double prg_series_line(const prg_series *series, size_t t);

/* How a series ends, against a slope. */
typedef struct prg_series_end {
  int direction; /* −1: falls against a rising trend; 1: rises against a falling one; 0: neither */
  size_t index[3];  /* of the last three figures, latest first */
  prg_text subject; /* "De två senaste åren" */
  int decimals;     /* that tell the last figures apart */
} prg_series_end;

/* Whether the last two changes both go against the slope; the rest is set if they do. */
prg_series_end prg_series_end_against(const prg_series *series, double slope);

/* Notes it if they do. */
void prg_note_opposing_end(const prg_series *series, double slope, prg_notes *notes);

#endif
