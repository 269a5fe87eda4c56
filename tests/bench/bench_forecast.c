/*
 * How long one default annual forecast takes: five periods, 80 and 95 per cent intervals. Prints a
 * Markdown table of microseconds per series, the best of five rounds over made-up random walks.
 */
#include <math.h>
#include <stdio.h>
#include <time.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include <prognos/forecast.h>

#define SERIES 2000
#define ROUNDS 5

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void make_walk(gsl_rng *rng, double *y, size_t n) {
  double level = 200 + 300 * gsl_rng_uniform(rng), drift = gsl_ran_gaussian(rng, 5);
  for (size_t t = 0; t < n; t++) {
    level += drift + gsl_ran_gaussian(rng, 8);
    y[t] = fmax(round(level), 0);
  }
}

static double time_length(prg_forecaster *forecaster, size_t n) {
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  static prg_series series[SERIES];
  prg_forecast forecast = {0};
  double y[64], best = INFINITY;
  for (size_t i = 0; i < SERIES; i++) {
    make_walk(rng, y, n);
    prg_period start = {PRG_YEAR, 2000};
    if (prg_series_init_values(&series[i], "walk", start, y, n, NULL) != PRG_OK)
      return NAN;
  }
  for (int round = 0; round < ROUNDS; round++) {
    double begin = now();
    for (size_t i = 0; i < SERIES; i++)
      if (prg_forecaster_run(forecaster, &series[i], &forecast, NULL) != PRG_OK)
        return NAN;
    best = fmin(best, now() - begin);
  }
  for (size_t i = 0; i < SERIES; i++)
    prg_series_clear(&series[i]);
  prg_forecast_clear(&forecast);
  gsl_rng_free(rng);
  return 1e6 * best / SERIES;
}

int main(void) {
  static const double probability[] = {.025, .1, .5, .9, .975};
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  options.probability = probability;
  options.n_probability = 5;
  prg_forecaster *forecaster = prg_forecaster_alloc(&options, NULL);
  if (forecaster == NULL)
    return 1;
  printf("| one default annual forecast | µs per series |\n|---|---|\n");
  static const size_t length[] = {6, 10, 20, 30};
  for (size_t i = 0; i < sizeof length / sizeof length[0]; i++)
    printf("| prognos, n = %zu | %.0f |\n", length[i], time_length(forecaster, length[i]));
  prg_forecaster_free(forecaster);
  return 0;
}
