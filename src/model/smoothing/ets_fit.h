/*
 * Maximum likelihood for one form of exponential smoothing: smoothing parameters and initial states
 * together, by Fisher scoring with a trust parameter (Levenberg–Marquardt) in the box of the usual
 * region, from the best of a grid of starts. The error variance is concentrated out; the initial
 * states of a form with additive errors are linear in the likelihood, and a scoring step solves for
 * them exactly.
 *
 * Assumptions and limits: normal, independent errors with constant (relative) variance; the initial
 * states are parameters, so that forms with a long season ask for many figures; the likelihood is
 * that of R's ets(), its maximum is often higher than what Nelder–Mead finds there.
 */
#ifndef MODEL_ETS_FIT_H
#define MODEL_ETS_FIT_H

#include "model/smoothing/ets_filter.h"

#define PRG_ETS_PARENTS 2
#define PRG_ETS_OPTIMA 6

typedef struct prg_ets_fit {
  prg_ets_form form;
  size_t m; /* of the season; 1 without one */
  prg_ets_smoothing smoothing;
  prg_ets_states first, last; /* before the first period, after the last */
  size_t periods;             /* the period after the last is number `periods` from 0 */
  size_t n_figures;
  size_t n_parameters;          /* smoothing and initial states, the variance not counted */
  double sigma2;                /* Σr²/(n − parameters) */
  double z[PRG_ETS_PARAMETERS]; /* as ets_filter.h has them */
  double optimum[PRG_ETS_OPTIMA]
                [PRG_ETS_PARAMETERS]; /* the local ones that were met, z among them */
  size_t n_optimum;
  double deviance;       /* −2 log L as R's ets() has it */
  double log_likelihood; /* with its constants: comparable with other families */
  double aicc;           /* of that, the variance counted; +infinity if n is too small */
} prg_ets_fit;

/* So many more figures than parameters are needed: with one degree of freedom intervals have no
 * end. */
#define PRG_ETS_SPARE 2

/* Parameters of a form, the variance not counted. */
size_t prg_ets_form_parameters(const prg_ets_form *form, size_t m);

/*
 * Fits the form, from a grid of starts and from the optima of n_parent simpler forms with the same
 * season. False if it cannot be: too few figures, or multiplicative errors where no
 * start forecasts positive values throughout. A form without a season takes figures with m = 1.
 */
bool prg_ets_fit_form(const prg_ets_form *form, const prg_ets_figures *figures,
                      const prg_ets_fit *parent, size_t n_parent, prg_ets_fit *fit);

/*
 * The AICc for other figures, which begin as those of `neighbour` did, scaled alike, and end
 * earlier or later, at the best of its local optima; NaN if none has a likelihood there.
 */
double prg_ets_aicc_near(const prg_ets_fit *neighbour, const prg_ets_figures *figures);

/*
 * The neighbour's form fitted to such figures: climbs from its local optima and from a grid about
 * the best, where they are near the best; not at all unless `climbing`. False as NaN above.
 */
bool prg_ets_refit_form(const prg_ets_fit *neighbour, const prg_ets_figures *figures, bool climbing,
                        prg_ets_fit *fit);

/* From figures that were divided by `scale` back to the figures; z stays as it is. */
void prg_ets_fit_rescale(prg_ets_fit *fit, double scale);

#endif
