/* Forecasts a series of seven years, five years ahead. */
#include <stdio.h>

#include <prognos.h>

int main(void) {
  const double pupils[] = {168, 183, 198, 214, 240, 249, 263};
  const prg_period start = {PRG_YEAR, 2017};
  prg_error error;
  prg_error_clear(&error);
  prg_series series = {0};
  prg_forecast forecast = {0};
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  prg_forecaster *forecaster = prg_forecaster_alloc(&options, &error);
  if (prg_series_init_values(&series, "Pupils", start, pupils, 7, &error) == PRG_OK &&
      forecaster != NULL && prg_forecaster_run(forecaster, &series, &forecast, &error) == PRG_OK)
    for (size_t h = 1; h <= options.horizon; h++)
      printf("%d %.1f\n", 2023 + (int)h, prg_forecast_point(&forecast, h));
  prg_forecast_clear(&forecast);
  prg_series_clear(&series);
  prg_forecaster_free(forecaster);
  return prg_status_exit_code(error.status);
}
