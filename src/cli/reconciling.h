/* --reconcile: the forecasts of parts made to add up to those of their totals. */
#ifndef CLI_RECONCILING_H
#define CLI_RECONCILING_H

#include "cli/forecasting.h"

/* True if the verb can and the options ask for it. */
bool reconciling_is_on(const command *run);
/* How many paths of n series and that horizon it takes, and memory allows. */
size_t reconciling_paths(size_t n, size_t horizon);

/*
 * Reconciles the forecasts with their paths; counts become whole persons. Nothing is done if it was
 * not asked for. PRG_EREFUSED if a series could not be forecast, PRG_EUSAGE if there are no sums.
 */
prg_status reconciling_apply(const command *run, forecasting *made, prg_error *error);

#endif
