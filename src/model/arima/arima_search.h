/* The automatic choice of a seasonal ARIMA model. */
#ifndef MODEL_ARIMA_SEARCH_H
#define MODEL_ARIMA_SEARCH_H

#include "model/arima/arima_fit.h"

/* As R's auto.arima has them: p and q, P and Q at most; and how many models a search tries. */
enum { PRG_ARIMA_ORDER_MAX = 5, PRG_ARIMA_SEASONAL_MAX = 2, PRG_ARIMA_MODELS_MAX = 94 };
enum { PRG_ARIMA_SOUGHT = 2 * (PRG_ARIMA_ORDER_MAX + PRG_ARIMA_SEASONAL_MAX) }; /* parameters */

/* Where the estimate of a model ended: see prg_arima_fit. */
typedef struct prg_arima_end {
  prg_arima_order order;
  double free[PRG_ARIMA_SOUGHT], inverse[PRG_ARIMA_SOUGHT * PRG_ARIMA_SOUGHT];
} prg_arima_end;

typedef struct prg_arima_tried {
  size_t n;
  prg_arima_end model[PRG_ARIMA_MODELS_MAX];
} prg_arima_tried;

/* What the last search tried and the one before it. Zero-initialise before the first search, and
 * before one that has nothing to do with the last. */
typedef struct prg_arima_memory {
  int last; /* place in `tried` of the last search */
  prg_arima_tried tried[2];
} prg_arima_memory;

/* The next search begins from nothing. */
void prg_arima_forget(prg_arima_memory *memory);

/*
 * Chooses d by KPSS tests, D by the strength of the season, p, q, P, Q and the constant by a
 * stepwise search for the lowest AICc, as R's auto.arima 8.20 with its defaults, except that every
 * likelihood is exact, also where R approximates (n > 150 or m > 12), and that a model must leave
 * two degrees of freedom. At three figures the criterion is AIC. m is the length of the season; 1,
 * or more than 350, or more than half the series means no season.
 *
 * If the memory has a search for figures that begin as these do but end earlier or later, the same
 * path is gone from model to model, but models with the same differences are estimated from where
 * they ended, and not at all if that leaves them far behind the best.
 *
 * Leaves the workspace as prg_arima_evaluate at the estimate. PRG_ARIMA_IMPOSSIBLE if nothing can
 * be fitted. Reference: Hyndman, Khandakar, J. Statistical Software 27(3), 2008.
 */
prg_arima_result prg_arima_choose(prg_arima *arima, const prg_arima_data *data, int m,
                                  prg_arima_memory *memory, prg_arima_fit *fit);

#endif
