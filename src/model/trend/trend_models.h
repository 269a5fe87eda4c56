/* The trends of src/model, for the table of models. */
#ifndef PROGNOS_TREND_MODELS_H
#define PROGNOS_TREND_MODELS_H

#include <prognos/model.h>

extern const prg_model_type prg_model_linear;     /* linear.c: "linear" */
extern const prg_model_type prg_model_quadratic;  /* linear.c: "quadratic" */
extern const prg_model_type prg_model_log_linear; /* linear.c: "log-linear" */
extern const prg_model_type prg_model_robust;     /* robust.c: "robust" */
extern const prg_model_type prg_model_theil_sen;  /* theil_sen.c: "theil-sen" */
extern const prg_model_type prg_model_piecewise;  /* piecewise.c: "piecewise" */
extern const prg_model_type prg_model_events;     /* events.c: "events" */
extern const prg_model_type prg_model_logistic;   /* growth.c: "logistic" */
extern const prg_model_type prg_model_gompertz;   /* growth.c: "gompertz" */
extern const prg_model_type prg_model_poisson;    /* count.c: "poisson" */
extern const prg_model_type prg_model_negbin;     /* count.c: "negative-binomial" */

#endif
