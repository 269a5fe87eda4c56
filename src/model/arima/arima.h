/* Automatic ARIMA, for the table of models. */
#ifndef MODEL_ARIMA_H
#define MODEL_ARIMA_H

#include <prognos/model.h>

#include "model/arima/arima_fit.h"

extern const prg_model_type prg_model_arima; /* "arima" */

/* The model that the state was fitted with, of the figures divided by a power of two. Borrowed
 * until the next fit. */
const prg_arima_fit *prg_arima_fitted(const void *state);

/* The order that the state was fitted with, as it is written: "ARIMA(0,1,1)(0,1,1)[12]". Borrowed
 * until the next fit. */
const char *prg_arima_name(const void *state);

#endif
