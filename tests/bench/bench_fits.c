/*
 * bench_fits FILE SEASON: fits ets and arima to every series of a file and writes a CSV of
 *
 *   series,method,seconds,name,criterion
 *
 * with the processor time of one fit and forecast, the model that was chosen, and its AICc as R's
 * forecast package has it: ets without the constants of the likelihood, arima of the figures as
 * they are.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <gsl/gsl_errno.h>

#include <prognos/reading.h>

#include "model/arima/arima.h"
#include "model/smoothing/ets.h"

enum { AHEAD = 5 };

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Fits and forecasts; returns the processor time, negative if the model refuses. */
static double time_fit(const prg_model_type *model, void *state, const prg_series *series,
                       prg_distribution *ahead) {
  prg_notes notes = {0};
  double begin = seconds();
  if (prg_model_fit(model, state, series, &notes, NULL) != PRG_OK ||
      model->predict(state, ahead, NULL) != PRG_OK)
    return -1;
  return seconds() - begin;
}

static double ets_criterion(const void *state) {
  const prg_ets_fit *fit = prg_ets_fitted(state);
  double n = (double)fit->n_figures;
  return fit->aicc - n * (1 + log(2 * M_PI / n));
}

/* prg_model_arima divides the figures by the power of two above the largest. */
static double arima_criterion(const void *state, const prg_series *series) {
  const prg_arima_fit *fit = prg_arima_fitted(state);
  double largest = 0;
  int exponent;
  for (size_t t = 0; t < series->n; t++)
    largest = fmax(largest, fabs(series->value[t]));
  frexp(largest, &exponent);
  return fit->aicc + 2 * (double)fit->n_used * exponent * log(2);
}

static void fit_series(const prg_series *series, void *ets, void *arima, prg_distribution *ahead) {
  double time = time_fit(&prg_model_ets, ets, series, ahead);
  if (time >= 0)
    printf("%s,ets,%.9f,\"%s\",%.6f\n", series->name, time,
           prg_ets_form_name(&prg_ets_fitted(ets)->form), ets_criterion(ets));
  time = time_fit(&prg_model_arima, arima, series, ahead);
  if (time >= 0)
    printf("%s,arima,%.9f,\"%s\",%.6f\n", series->name, time, prg_arima_name(arima),
           arima_criterion(arima, series));
}

int main(int argc, char **argv) {
  static const double probability[] = {.025, .1, .5, .9, .975};
  prg_reading reading;
  prg_distribution ahead = {0};
  prg_model_options options;
  prg_model_options_init(&options);
  if (argc != 3 || prg_read_file(argv[1], NULL, &reading, NULL) != PRG_OK) {
    fprintf(stderr, "usage: %s FILE SEASON\n", argv[0]);
    return 2;
  }
  gsl_set_error_handler_off();
  void *ets = prg_model_ets.alloc(&options), *arima = prg_model_arima.alloc(&options);
  if (ets == NULL || arima == NULL ||
      prg_distribution_init(&ahead, AHEAD, probability, 5, NULL) != PRG_OK)
    return 1;
  puts("series,method,seconds,name,criterion");
  for (size_t i = 0; i < reading.panel.n; i++) {
    reading.panel.series[i].season = atoi(argv[2]);
    fit_series(&reading.panel.series[i], ets, arima, &ahead);
  }
  prg_distribution_clear(&ahead);
  prg_model_ets.free(ets);
  prg_model_arima.free(arima);
  prg_reading_clear(&reading);
  return 0;
}
