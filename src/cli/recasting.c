#include "cli/recasting.h"

#include <math.h>
#include <string.h>

/* Forecasts cut[n] into the next place as the options of `run` say; a refusal is told. */
static prg_status forecast_next(command *run, const forecasting *made, recasting *out,
                                prg_error *error) {
  forecasting scratch = {0};
  prg_forecast_options options;
  prg_forecaster *forecaster = NULL;
  prg_status status = forecasting_levels(run, &scratch, error);
  if (status == PRG_OK)
    status = forecasting_options(run, &made->panel, true, &scratch, &options, error);
  if (status == PRG_OK) {
    options.events = &made->events;
    forecaster = prg_forecaster_alloc(&options, error);
    status = forecaster == NULL ? PRG_ENOMEM : PRG_OK;
  }
  if (status == PRG_OK)
    status = prg_forecaster_run(forecaster, &out->cut[out->n], &out->forecast[out->n], error);
  prg_forecaster_free(forecaster);
  forecasting_clear(&scratch);
  if (status == PRG_OK)
    out->n++;
  else
    prg_forecast_clear(&out->forecast[out->n]);
  return status;
}

prg_status recasting_models(command *run, const forecasting *made, const prg_series *series,
                            recasting *out, prg_error *error) {
  const char *list = option_string(&run->options, "models");
  *out = (recasting){0};
  while (*list != '\0' && out->n < RECASTING_MAX) {
    char name[64] = "";
    size_t length = strcspn(list, ",");
    memcpy(name, list, length < sizeof name ? length : sizeof name - 1);
    command alone = *run;
    prg_status status = option_add(&alone.options, "model", name, error);
    out->cut[out->n] = *series;
    if (status == PRG_OK)
      status = forecast_next(&alone, made, out, error);
    if (status == PRG_EREFUSED)
      command_tell_error(run, error);
    else if (status != PRG_OK)
      return status;
    list += length + (list[length] == ',');
  }
  return PRG_OK;
}

/* The place of the last figure at or before t; −1 if there is none. */
static long last_figure(const prg_series *series, long t) {
  while (t >= 0 && isnan(series->value[t]))
    t--;
  return t;
}

prg_status recasting_origins(command *run, const forecasting *made, const prg_series *series,
                             recasting *out, prg_error *error) {
  long wanted = option_integer(&run->options, "origins"), step = series->season;
  long last = last_figure(series, (long)series->n - 1);
  *out = (recasting){0};
  prg_status status = PRG_OK;
  for (long k = wanted; k >= 1 && out->n < RECASTING_MAX; k--) {
    long t = last_figure(series, last - k * step);
    if (t < 0)
      continue;
    out->cut[out->n] = *series;
    out->cut[out->n].n = (size_t)t + 1;
    status = forecast_next(run, made, out, error);
    if (status != PRG_OK && status != PRG_EREFUSED) /* too early to tell: the next one */
      return status;
  }
  return out->n > 0 || status == PRG_OK ? PRG_OK : status;
}

void recasting_clear(recasting *all) {
  for (size_t i = 0; i < all->n; i++)
    prg_forecast_clear(&all->forecast[i]);
  all->n = 0;
}
