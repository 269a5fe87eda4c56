/* The automatic choice of a seasonal ARIMA model. */
#ifndef MODEL_ARIMA_SEARCH_H
#define MODEL_ARIMA_SEARCH_H

#include "model/arima_fit.h"

/*
 * Chooses d by KPSS tests, D by the strength of the season, p, q, P, Q and the constant by a
 * stepwise search for the lowest AICc, as R's auto.arima 8.20 with its defaults, except that every
 * likelihood is exact, also where R approximates (n > 150 or m > 12), and that a model must leave
 * two degrees of freedom. At three figures the criterion is AIC. m is the length of the season; 1,
 * or more than 350, or more than half the series means no season.
 *
 * Leaves the workspace as prg_arima_evaluate at the estimate. PRG_ARIMA_IMPOSSIBLE if nothing can
 * be fitted. Reference: Hyndman, Khandakar, J. Statistical Software 27(3), 2008.
 */
prg_arima_result prg_arima_choose(prg_arima *arima, const prg_arima_data *data, int m,
                                  prg_arima_fit *fit);

#endif
