/*
 * The recursions of exponential smoothing, with their derivatives by the parameters carried along
 * (forward mode). With q = l + φb, f = q + s or q s, e = y − f, u = e or e/s, v = e or e/q:
 *
 *   l ← q + αu,   b ← φb + βu,   s ← s + γv.
 *
 * The recursions are the same for both kinds of error, which differ in what is minimised:
 *
 *   −2 log L = n log(Σr²/n) + 2Σ log f (multiplicative only) + n (1 + log 2π),  r = e or e/f.
 *
 * A period without a figure is a skipped update: e = 0, and it is not counted.
 */
#ifndef MODEL_ETS_FILTER_H
#define MODEL_ETS_FILTER_H

#include "model/smoothing/ets_form.h"

typedef struct prg_ets_figures {
  size_t n;         /* periods */
  size_t m;         /* periods in a season, 1 … PRG_ETS_SEASON_MAX */
  const double *y;  /* shape (n); NaN where there is no figure */
  size_t n_figures; /* > 0 */
  double floor;     /* >= 0: no sum of squared errors is taken for less */
} prg_ets_figures;

typedef struct prg_ets_states {
  double level, slope;
  double season[PRG_ETS_SEASON_MAX]; /* season[t mod m] holds for period t = 0, 1 … */
} prg_ets_states;

/*
 * A parameter vector z of a form: unit[0 …] (prg_ets_smoothing_at), level, slope, and the initial
 * season[0 … m − 2]; the last is what makes their sum 0 (additive) or m (multiplicative).
 */
prg_ets_states prg_ets_initial_states(const prg_ets_form *form, size_t m, const double *z);

/*
 * −2 log L at z, as R's ets() has it: without n (1 + log 2π − log n). +infinity where the form is
 * not admissible, or where a multiplicative one forecasts a value <= 0. Fills *last with the states
 * after the last period, and *squares with Σr², if they are not NULL.
 */
double prg_ets_deviance(const prg_ets_form *form, const prg_ets_figures *figures, const double *z,
                        prg_ets_states *last, double *squares);

typedef struct prg_ets_slope {
  double gradient[PRG_ETS_PARAMETERS];
  /* Fisher information, lower triangle: the Hessian but for terms of expectation 0. Of a flat
   * stretch (squares at the floor) the gradient is that of the other terms. */
  double hessian[PRG_ETS_PARAMETERS][PRG_ETS_PARAMETERS];
} prg_ets_slope;

/* Derivatives of half the deviance at z, where the deviance is finite. */
void prg_ets_differentiate(const prg_ets_form *form, const prg_ets_figures *figures,
                           const double *z, prg_ets_slope *slope);

#endif
