/*
 * What a fitted ARIMA model says of the periods ahead. The value h periods after the last figure is
 *
 *   mean[h] + σ (Σ_{j<h} ψ_j ε_{h−j} + Σ_i direction_i[h] z_i),   ε, z independent N(0, 1),
 *
 * exact for the given ARMA coefficients: the directions carry what is not known of the missing
 * figures, of the regression coefficients and of the last state. That of the ARMA coefficients and
 * of the order is not in it.
 */
#ifndef MODEL_ARIMA_PREDICT_H
#define MODEL_ARIMA_PREDICT_H

#include "model/arima/arima_fit.h"

typedef struct prg_arima_outlook {
  size_t horizon;
  size_t n_missing, n_beta, n_state; /* directions, in this order */
  double *mean;                      /* shape (horizon) */
  double *psi;                       /* shape (horizon): ψ_0 = 1 … */
  double *direction;                 /* shape (n_missing + n_beta + n_state, horizon) */
  double *memory;
} prg_arima_outlook;

/*
 * From the workspace as prg_arima_evaluate left it (prg_arima_choose does): `order` is the model's,
 * x the regressors of the periods ahead, shape (n_x, horizon), NULL if there are none. False if
 * memory is exhausted. Zero-initialise before the first call; prg_arima_outlook_clear after the
 * last.
 */
bool prg_arima_outlook_set(prg_arima_outlook *outlook, const prg_arima *arima,
                           const prg_arima_order *order, const double *x, size_t horizon);
void prg_arima_outlook_clear(prg_arima_outlook *outlook);

/* The variance h = 1 … horizon ahead in units of σ²; known_regression leaves out the uncertainty
 * of the regression coefficients, as R's predict does. */
double prg_arima_outlook_variance(const prg_arima_outlook *outlook, size_t h,
                                  bool known_regression);

#endif
