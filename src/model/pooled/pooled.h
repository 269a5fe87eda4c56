/* The default forecaster: pooled exponential smoothing, annual or seasonal as the series is. */
#ifndef MODEL_POOLED_H
#define MODEL_POOLED_H

#include <prognos/model.h>

extern const prg_model_type prg_model_pooled;

#endif
