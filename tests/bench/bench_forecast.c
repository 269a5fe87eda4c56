/*
 * How long one forecast takes: five periods, 80 and 95 per cent intervals, of made-up random walks
 * of 6, 10, 20 and 30 years and of 120 months. Prints a CSV
 *
 *   model,n,season,seconds
 *
 * of processor time per series, the best of five rounds; bench_forecast series writes the first
 * walks of each length as series,period,value, for others to be timed on.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include <prognos/forecast.h>

enum { SERIES = 200, SHOWN = 10, ROUNDS = 5, LONGEST = 120 };

typedef struct span {
  size_t n;
  int season;
} span;

static const span lengths[] = {{6, 1}, {10, 1}, {20, 1}, {30, 1}, {120, 12}};
enum { LENGTHS = sizeof lengths / sizeof lengths[0] };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void make_walk(gsl_rng *rng, double *y, span length) {
  double level = 200 + 300 * gsl_rng_uniform(rng), drift = gsl_ran_gaussian(rng, 5);
  for (size_t t = 0; t < length.n; t++) {
    double season = length.season > 1 ? 40 * sin(2 * M_PI * (double)t / length.season) : 0;
    level += drift + gsl_ran_gaussian(rng, 8);
    y[t] = fmax(round(level + season), 0);
  }
}

/* The same walks in every run; false if memory is exhausted. */
static bool make_series(prg_series *series, span length) {
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  bool made = rng != NULL;
  const prg_period start = {length.season > 1 ? PRG_MONTH : PRG_YEAR,
                            length.season > 1 ? 2010 * 12 : 1990};
  for (size_t i = 0; made && i < SERIES; i++) {
    double y[LONGEST];
    char name[32];
    snprintf(name, sizeof name, "walk %zu %zu", length.n, i + 1);
    make_walk(rng, y, length);
    made = prg_series_init_values(&series[i], name, start, y, length.n, NULL) == PRG_OK;
    series[i].season = length.season;
  }
  gsl_rng_free(rng);
  return made;
}

static double time_model(const prg_model_type *model, const prg_series *series) {
  static const double probability[] = {.025, .1, .5, .9, .975};
  prg_forecast_options options;
  prg_forecast forecast = {0};
  double best = INFINITY;
  prg_forecast_options_init(&options);
  options.model = model;
  options.model_is_explicit = true;
  options.probability = probability;
  options.n_probability = 5;
  prg_forecaster *forecaster = prg_forecaster_alloc(&options, NULL);
  for (int round = 0; forecaster != NULL && round < ROUNDS; round++) {
    double begin = now();
    for (size_t i = 0; i < SERIES; i++)
      prg_forecaster_run(forecaster, &series[i], &forecast, NULL);
    best = fmin(best, now() - begin);
  }
  prg_forecast_clear(&forecast);
  prg_forecaster_free(forecaster);
  return best / SERIES;
}

static void show(const prg_series *series) {
  char period[PRG_PERIOD_BYTES];
  for (size_t i = 0; i < SHOWN; i++)
    for (size_t t = 0; t < series[i].n; t++)
      printf("%s,%s,%g\n", series[i].name,
             prg_period_print(prg_series_period(&series[i], t), period), series[i].value[t]);
}

int main(int argc, char **argv) {
  static const char *const model[] = {"pooled", "ets", "arima", "theta"};
  static prg_series series[SERIES];
  bool only_series = argc > 1 && strcmp(argv[1], "series") == 0;
  puts(only_series ? "series,period,value" : "model,n,season,seconds");
  for (size_t k = 0; k < LENGTHS; k++) {
    if (!make_series(series, lengths[k]))
      return 1;
    if (only_series)
      show(series);
    for (size_t j = 0; !only_series && j < sizeof model / sizeof model[0]; j++)
      printf("%s,%zu,%d,%.9f\n", model[j], lengths[k].n, lengths[k].season,
             time_model(prg_model_find(model[j]), series));
    for (size_t i = 0; i < SERIES; i++)
      prg_series_clear(&series[i]);
  }
  return 0;
}
