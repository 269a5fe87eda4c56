/* The simplest models, which every other must beat. */
#ifndef MODEL_NAIVE_H
#define MODEL_NAIVE_H

#include <prognos/model.h>

extern const prg_model_type prg_model_naive;          /* "naive": the last figure */
extern const prg_model_type prg_model_seasonal_naive; /* the figure a season ago */
extern const prg_model_type prg_model_mean;           /* "mean" */
extern const prg_model_type prg_model_drift;          /* "drift": random walk with drift */

#endif
