/*
 * A fitted trend, described so that an auditor can recompute it. Time is t = 1 for the first period
 * of the series; a period without a figure keeps its number and is left out of the fit.
 */
#ifndef PROGNOS_TREND_H
#define PROGNOS_TREND_H

#include <prognos/message.h>

PRG_BEGIN_C

#define PRG_TREND_COEFFICIENTS 8

typedef struct prg_coefficient {
  const char *name; /* "intercept", "slope" …: English, for machines; static storage */
  double estimate;
  double std_error;          /* NaN where the method has none */
  double t, p;               /* estimate / std_error, two-sided; NaN where there is none */
  double lower_95, upper_95; /* t interval, or the method's own */
} prg_coefficient;

typedef struct prg_trend {
  const char *model; /* the model's name */
  size_t n;          /* figures used */
  size_t n_coefficient;
  prg_coefficient coefficient[PRG_TREND_COEFFICIENTS];
  double df;             /* residual degrees of freedom */
  double sigma;          /* residual standard deviation: of log y for log-linear, √dispersion for
                            counts; 0 if the fit is perfect */
  double r_squared;      /* of log y for log-linear, by deviance for counts; NaN if all are equal */
  double log_likelihood; /* of the figures themselves (with the Jacobian of a transform) */
  double aicc;           /* comparable across families; NaN if n is too small or the fit perfect */
  double durbin_watson; /* of the errors sigma is of: log y, Pearson's; NaN if the fit is perfect */
  double dispersion;    /* counts: Pearson chi-square / df; else NaN */
  double *time;         /* shape (n): 1 … */
  double *fitted;       /* shape (n), on the scale of the figures */
  double *residual;     /* shape (n), figure − fitted */
  prg_message sentence; /* the trend in a sentence for a civil servant */
} prg_trend;

/* Room for n figures; PRG_ENOMEM as false. Zero-initialise before the first call; may be called
 * again with another n. */
bool prg_trend_resize(prg_trend *trend, size_t n);
void prg_trend_clear(prg_trend *trend);

PRG_END_C

#endif
