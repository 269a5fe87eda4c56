/* One ARIMA model fitted to one series: the likelihood and its maximum. */
#ifndef MODEL_ARIMA_FIT_H
#define MODEL_ARIMA_FIT_H

#include "model/arima/arima_design.h"
#include "model/arima/arima_kalman.h"

/* A workspace; zero-initialise before the first use, prg_arima_clear after the last. */
typedef struct prg_arima {
  prg_arima_design design;
  prg_arima_filter filter;
  double *polynomial; /* shape (2 capacity): room for the expanded φ and θ */
  size_t capacity;
} prg_arima;

void prg_arima_clear(prg_arima *arima);

typedef struct prg_arima_fit {
  prg_arima_order order;
  double arma[PRG_ARIMA_PARAMETERS_MAX]; /* φ, θ, Φ, Θ */
  double free[PRG_ARIMA_PARAMETERS_MAX]; /* the same before prg_arima_from_free; of an estimate */
  double inverse[PRG_ARIMA_PARAMETERS_MAX * PRG_ARIMA_PARAMETERS_MAX]; /* of the Hessian by them */
  size_t n_used;                                                       /* figures − d − mD */
  size_t n_coefficient;  /* ARMA coefficients, regressors, constant */
  double sum_of_squares; /* of the innovations / √F */
  double log_likelihood; /* of the differenced figures, σ² = SS/n_used */
  double aic;            /* −2 log L + 2 (n_coefficient + 1) */
  double aicc;     /* + 2k(k + 1)/(n_used − k − 1), k = n_coefficient + 1; infinite if n_used is
                      too small for it */
  bool admissible; /* no root within 1.01 of the origin */
} prg_arima_fit;

typedef enum prg_arima_result {
  PRG_ARIMA_OK,
  PRG_ARIMA_NO_MEMORY,
  PRG_ARIMA_IMPOSSIBLE
} prg_arima_result;

/*
 * The exact log-likelihood at given ARMA coefficients, the regression coefficients at their
 * generalised least squares estimates. Leaves these in arima->design (beta, triangle) and the
 * predicted states in arima->filter. PRG_ARIMA_IMPOSSIBLE if the model is not stationary, if
 * n_used is not above the number of regression coefficients, or if these are not identified.
 */
prg_arima_result prg_arima_evaluate(prg_arima *arima, const prg_arima_data *data,
                                    const prg_arima_order *order, const double *arma,
                                    prg_arima_fit *fit);

typedef enum prg_arima_start {
  PRG_ARIMA_FROM_SQUARES,
  PRG_ARIMA_FROM_NOISE,
  PRG_ARIMA_FROM_FIT /* fit->free, of other figures that begin or end as these do */
} prg_arima_start;

/*
 * Maximum likelihood by BFGS on Jones's parameters, from the minimum of the conditional sum of
 * squares, from white noise, or from an earlier estimate. The workspace is prg_arima_evaluate's to
 * fill.
 */
prg_arima_result prg_arima_estimate(prg_arima *arima, const prg_arima_data *data,
                                    const prg_arima_order *order, prg_arima_start start,
                                    prg_arima_fit *fit);

/* Sets *maximum if the likelihood falls on every side of the estimate: the Hessian is negative
 * definite. A ridge (common factors of φ and θ) is no maximum. */
prg_arima_result prg_arima_check_maximum(prg_arima *arima, const prg_arima_data *data,
                                         const prg_arima_fit *fit, bool *maximum);

/* SS / (n_used − n_coefficient), the innovations' variance as R's forecast reports it. */
double prg_arima_variance(const prg_arima_fit *fit);

#endif
