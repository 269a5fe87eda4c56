/* The classical smoothing models as rows of the model table, and what a test or an auditor may ask
 * of their fits. */
#ifndef MODEL_SMOOTHING_MODELS_H
#define MODEL_SMOOTHING_MODELS_H

#include <prognos/model.h>

#include "model/smoothing/smoothing_core.h"

extern const prg_model_type prg_model_ses;    /* ETS(A,N,N) */
extern const prg_model_type prg_model_holt;   /* ETS(A,A,N) */
extern const prg_model_type prg_model_damped; /* ETS(A,Ad,N) */
extern const prg_model_type prg_model_theta;

/* In units of the figures. */
typedef struct prg_smoothing_summary {
  double alpha, beta, phi; /* 0 where the model has none */
  double level, slope;     /* l_0, b_0; Theta: the drift as slope */
  double sigma2, df;       /* one-step error variance Σ e²/df, df = figures − parameters */
  double log_likelihood;   /* −n/2 log Σ e², as R's ets; Theta: of its smoothing */
} prg_smoothing_summary;

/* Of a state of ses, holt or damped, and of theta. */
prg_smoothing_summary prg_smoothing_summary_of(const void *state);
prg_smoothing_summary prg_theta_summary_of(const void *state);

#endif
