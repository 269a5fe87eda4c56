/* --pool-with: the growth of a forecast weighed toward that of other units. */
#ifndef CLI_POOLING_H
#define CLI_POOLING_H

#include "cli/forecasting.h"

/* True if the verb can and the options ask for it. */
bool pooling_is_on(const command *run);

/*
 * Reads the panel of --pool-with as it is, forecasts it by the same forecaster, and pools every
 * forecast with it, and its paths. Nothing is done if it was not asked for. Units of the panel that
 * cannot be forecast are no peers.
 */
prg_status pooling_apply(const command *run, prg_forecaster *forecaster, forecasting *made,
                         prg_error *error);

#endif
