/* The family of exponential smoothing: `--model ets`. */
#ifndef MODEL_ETS_H
#define MODEL_ETS_H

#include <prognos/model.h>

#include "model/smoothing/ets_family.h"

/*
 * Every form that the figures allow is fitted by maximum likelihood, the one with the least AICc is
 * kept; options->ets_form fixes it instead. Positive figures are needed for multiplicative forms,
 * a season of at most PRG_ETS_SEASON_MAX periods, each with a figure, for seasonal ones. Missing
 * figures are skipped updates. The predictive distribution is Student-t with n − parameters degrees
 * of freedom about the mean, the variance never below that of rounding.
 */
extern const prg_model_type prg_model_ets;

/* The form that was fitted last, in units of the figures; borrowed. */
const prg_ets_fit *prg_ets_fitted(const void *state);

#endif
