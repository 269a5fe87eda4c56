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

#include "model/ets_filter.h"

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
  double deviance;              /* −2 log L as R's ets() has it */
  double log_likelihood;        /* with its constants: comparable with other families */
  double aicc;                  /* of that, the variance counted; +infinity if n is too small */
} prg_ets_fit;

/* So many more figures than parameters are needed: with one degree of freedom intervals have no
 * end. */
#define PRG_ETS_SPARE 2

/* Parameters of a form, the variance not counted. */
size_t prg_ets_form_parameters(const prg_ets_form *form, size_t m);

#define PRG_ETS_PARENTS 2

/*
 * Fits the form, from a grid of starts and from the optima of n_parent simpler forms with the same
 * season. False if it cannot be: too few figures, or multiplicative errors where no
 * start forecasts positive values throughout. A form without a season takes figures with m = 1.
 */
bool prg_ets_fit_form(const prg_ets_form *form, const prg_ets_figures *figures,
                      const prg_ets_fit *parent, size_t n_parent, prg_ets_fit *fit);

/*
 * Fits all forms, those with multiplicative errors only if `relative`, those with a season only if
 * m > 1; or only the fixed form `wanted`, if it is not NULL, with the simpler ones that lead to it.
 * Returns how many could be fitted.
 */
size_t prg_ets_fit_family(const prg_ets_figures *figures, bool relative, const prg_ets_form *wanted,
                          prg_ets_fit fit[PRG_ETS_FORMS]);

/* From figures that were divided by `scale` back to the figures; z stays as it is. */
void prg_ets_fit_rescale(prg_ets_fit *fit, double scale);

#endif
