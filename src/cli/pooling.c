#include "cli/pooling.h"

#include <stdlib.h>

#include <prognos/growth_pool.h>

bool pooling_is_on(const command *run) {
  return option_exists(&run->options, "pool-with") && option_is_given(&run->options, "pool-with");
}

/* Forecasts what can be forecast of the panel into peer[0..*n). */
static prg_status forecast_peers(prg_forecaster *forecaster, const prg_panel *panel,
                                 prg_forecast *peer, size_t *n, prg_error *error) {
  for (size_t i = 0; i < panel->n; i++) {
    prg_status status = prg_forecaster_run(forecaster, &panel->series[i], &peer[*n], error);
    if (status == PRG_ENOMEM)
      return status;
    *n += status == PRG_OK;
  }
  return PRG_OK;
}

static prg_status pool_all(const prg_forecast *peer, size_t n, forecasting *made,
                           prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t i = 0; i < made->n && status == PRG_OK; i++) {
    size_t each = made->n_paths * made->forecast[i].distribution.horizon;
    double *path = made->n_paths == 0 ? NULL : made->path + i * each;
    status = prg_growth_pool(peer, n, &made->forecast[i], path, made->n_paths, error);
  }
  return status;
}

prg_status pooling_apply(const command *run, prg_forecaster *forecaster, forecasting *made,
                         prg_error *error) {
  prg_reading reading;
  if (!pooling_is_on(run))
    return PRG_OK;
  prg_status status =
      asking_read_alone(run, option_string(&run->options, "pool-with"), &reading, error);
  if (status != PRG_OK)
    return status;
  size_t n = 0;
  prg_forecast *peer = calloc(reading.panel.n + 1, sizeof *peer);
  status = peer == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                        : forecast_peers(forecaster, &reading.panel, peer, &n, error);
  if (status == PRG_OK)
    status = pool_all(peer, n, made, error);
  for (size_t i = 0; peer != NULL && i <= reading.panel.n; i++)
    prg_forecast_clear(&peer[i]);
  free(peer);
  prg_reading_clear(&reading);
  return status;
}
