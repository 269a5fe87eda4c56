/*
 * How probable is it that there are more pupils than places? Reads the table of pupils in any form
 * that prognos reads, and prints the probability for each series and year.
 *
 *   capacity elever.csv 270
 */
#include <stdio.h>
#include <stdlib.h>

#include <prognos.h>

static int tell(const prg_error *error) {
  prg_buffer words;
  prg_buffer_init(&words);
  prg_error_write(error, PRG_ENGLISH, &words);
  fprintf(stderr, "%s\n", prg_buffer_string(&words));
  prg_buffer_free(&words);
  return prg_status_exit_code(error->status);
}

static void print(const prg_forecast *forecast, size_t horizon, double places) {
  for (size_t h = 1; h <= horizon; h++) {
    char period[PRG_PERIOD_BYTES];
    double lower, upper;
    prg_forecast_interval(forecast, h, .80, &lower, &upper);
    printf("%s %s: %.0f pupils (%.0f to %.0f), above %.0f with probability %.2f\n",
           forecast->series->name, prg_period_print(prg_forecast_period(forecast, h), period),
           prg_forecast_point(forecast, h), lower, upper, places,
           prg_forecast_prob_above(forecast, h, places));
  }
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: capacity FILE PLACES\n");
    return 2;
  }
  prg_error error;
  prg_error_clear(&error);
  prg_read_options reading_options;
  prg_read_options_init(&reading_options);
  reading_options.kind = PRG_KIND_PEOPLE;
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  prg_forecaster *forecaster = prg_forecaster_alloc(&options, &error);
  prg_reading reading;
  prg_forecast forecast = {0};
  prg_status status = prg_read_file(argv[1], &reading_options, &reading, &error);
  for (size_t i = 0; forecaster != NULL && status == PRG_OK && i < reading.panel.n; i++) {
    status = prg_forecaster_run(forecaster, &reading.panel.series[i], &forecast, &error);
    if (status == PRG_OK)
      print(&forecast, options.horizon, atof(argv[2]));
  }
  prg_forecast_clear(&forecast);
  prg_reading_clear(&reading);
  prg_forecaster_free(forecaster);
  return error.status == PRG_OK ? 0 : tell(&error);
}
