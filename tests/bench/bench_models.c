/*
 * What fits cost: bench_models FILE SEASON MODEL… prints, as rows of a Markdown table, the
 * processor time of one fit and forecast per series, and what a backtest from ten origins costs in
 * such fits. Model "heading" prints the heading. Series too short for ten origins are passed over.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <gsl/gsl_errno.h>

#include <prognos/backtest.h>
#include <prognos/reading.h>

enum { ORIGINS = 10, SHORTEST = 8 };

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

typedef struct cost {
  size_t n;            /* series */
  double fit, origins; /* seconds, of all of them */
} cost;

static void time_fit(const prg_model_type *model, const prg_series *series, cost *sum) {
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  options.model = model;
  options.model_is_explicit = true;
  options.horizon = 1;
  prg_forecaster *forecaster = prg_forecaster_alloc(&options, NULL);
  prg_forecast forecast = {0};
  double begin = seconds();
  prg_forecaster_run(forecaster, series, &forecast, NULL);
  sum->fit += seconds() - begin;
  prg_forecast_clear(&forecast);
  prg_forecaster_free(forecaster);
}

static void time_origins(const prg_model_type *model, const prg_series *series, cost *sum) {
  prg_backtest_options options;
  prg_backtest_options_init(&options);
  options.model = &model;
  options.horizon = 1;
  options.first = series->n - ORIGINS;
  prg_backtest *backtest = prg_backtest_alloc(&options, NULL);
  prg_backtest_result result = {0};
  double begin = seconds();
  prg_backtest_run(backtest, series, &result, NULL);
  sum->origins += seconds() - begin;
  prg_backtest_result_clear(&result);
  prg_backtest_free(backtest);
}

static void print_row(const char *file, const prg_panel *panel, const prg_model_type *model) {
  cost sum = {0, 0, 0};
  for (size_t i = 0; i < panel->n; i++) {
    const prg_series *series = &panel->series[i];
    if (series->n < ORIGINS + SHORTEST)
      continue;
    sum.n++;
    time_fit(model, series, &sum);
    time_origins(model, series, &sum);
  }
  if (sum.n > 0)
    printf("| %s | %s | %zu | %.3f | %.1f |\n", file, model->name, sum.n,
           1e3 * sum.fit / (double)sum.n, sum.origins / sum.fit);
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "heading") == 0) {
    puts("| series | model | n | ms per fit and forecast | ten origins, in fits "
         "|\n|---|---|---|---|---|");
    return 0;
  }
  prg_reading reading;
  if (argc < 4 || prg_read_file(argv[1], NULL, &reading, NULL) != PRG_OK) {
    fprintf(stderr, "usage: %s FILE SEASON MODEL… | heading\n", argv[0]);
    return 2;
  }
  gsl_set_error_handler_off();
  for (size_t i = 0; i < reading.panel.n; i++)
    reading.panel.series[i].season = atoi(argv[2]);
  const char *slash = strrchr(argv[1], '/');
  for (int k = 3; k < argc; k++)
    print_row(slash == NULL ? argv[1] : slash + 1, &reading.panel, prg_model_find(argv[k]));
  prg_reading_clear(&reading);
  return 0;
}
