#include <prognos/model.h>

#include <string.h>

#include "model/arima/arima.h"
#include "model/auto.h"
#include "model/figures.h"
#include "model/naive.h"
#include "model/pooled/pooled.h"
#include "model/smoothing/dotm.h"
#include "model/smoothing/ets.h"
#include "model/smoothing/intermittent.h"
#include "model/smoothing/smoothing_models.h"
#include "model/structural/structural.h"
#include "model/trend/trend_models.h"

const prg_model_type *const prg_models[] = {
    &prg_model_pooled,      &prg_model_auto,
    &prg_model_naive,       &prg_model_seasonal_naive,
    &prg_model_mean,        &prg_model_drift,
    &prg_model_ses,         &prg_model_holt,
    &prg_model_damped,      &prg_model_theta,
    &prg_model_dotm,        &prg_model_ets,
    &prg_model_arima,       &prg_model_local_level,
    &prg_model_local_trend, &prg_model_structural,
    &prg_model_linear,      &prg_model_quadratic,
    &prg_model_log_linear,  &prg_model_robust,
    &prg_model_theil_sen,   &prg_model_piecewise,
    &prg_model_events,      &prg_model_logistic,
    &prg_model_gompertz,    &prg_model_croston,
    &prg_model_tsb,         &prg_model_poisson,
    &prg_model_negbin,      NULL,
};

const prg_model_type *prg_model_find(const char *name) {
  for (size_t i = 0; prg_models[i] != NULL; i++)
    if (strcmp(prg_models[i]->name, name) == 0)
      return prg_models[i];
  return NULL;
}

void prg_model_options_init(prg_model_options *options) {
  *options = (prg_model_options){.prior = PRG_PRIOR_MIXTURE, .seed = 1};
}

static prg_status check(const prg_model_type *model, const prg_series *series, prg_error *error) {
  size_t observed = prg_series_observed(series);
  if (observed < model->min_n)
    return prg_fail(error, PRG_TEXT_MODEL_TOO_FEW,
                    PRG_ARGS(prg_string(series->name), prg_integer((long long)observed),
                             prg_string(model->name), prg_integer((long long)model->min_n)));
  for (size_t t = 0; !model->exposed && t < series->n; t++)
    if (prg_series_exposure(series, t) != 1)
      return prg_fail(error, PRG_TEXT_EXPOSURE_NOT_TAKEN, PRG_ARGS(prg_string(model->name)));
  if (prg_figures_vanish(series))
    return prg_fail(error, PRG_TEXT_FIGURES_TOO_SMALL, NULL);
  return prg_figures_check(series, model->name, model->min_n, error);
}

prg_status prg_model_fit(const prg_model_type *model, void *state, const prg_series *series,
                         prg_notes *notes, prg_error *error) {
  prg_status status = check(model, series, error);
  return status == PRG_OK ? model->fit(state, series, notes, error) : status;
}

prg_status prg_model_refit(const prg_model_type *model, void *state, const prg_series *series,
                           prg_notes *notes, prg_error *error) {
  if (model->refit == NULL)
    return prg_model_fit(model, state, series, notes, error);
  prg_status status = check(model, series, error);
  return status == PRG_OK ? model->refit(state, series, notes, error) : status;
}
