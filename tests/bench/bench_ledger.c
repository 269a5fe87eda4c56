/*
 * Fills a ledger: bench_ledger FILE SERIES VINTAGES. Every series is forecast five years ahead from
 * each of VINTAGES years in a row, by two methods in turn, on the standard grid, and every year has
 * an outcome; one transaction a year, as a nightly run would record them. The same in every run.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <prognos/ledger.h>

#define HORIZON 5
#define FIRST_YEAR 1900

/* Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003. */
static double uniform(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (double)(*state >> 11) * 0x1p-53;
}

static void stop(const prg_error *error) {
  prg_buffer words = {0};
  prg_error_write(error, PRG_ENGLISH, &words);
  fprintf(stderr, "%s\n", prg_buffer_string(&words));
  exit(1);
}

/* The figures of a series up to a year: it wanders around a level of its own. */
static prg_series figures(long s, size_t n) {
  prg_series series;
  prg_error error;
  char name[32];
  uint64_t state = UINT64_C(88172645463325252) + (uint64_t)s * UINT64_C(2685821657736338717);
  snprintf(name, sizeof name, "enhet %ld", s);
  if (prg_series_init(&series, name, (prg_period){PRG_YEAR, FIRST_YEAR}, n, &error) != PRG_OK)
    stop(&error);
  double value = 20 + floor(3000 * uniform(&state));
  for (size_t t = 0; t < n; t++) {
    series.value[t] = value;
    series.observation[t] = PRG_OBSERVED;
    value = fmax(0, value + floor((uniform(&state) - .5) * (1 + value / 6)));
  }
  return series;
}

static void record(prg_ledger *ledger, long s, long year, prg_forecast *forecast) {
  prg_error error;
  prg_ledger_news news = {0};
  prg_series series = figures(s, (size_t)year + 1);
  prg_distribution *distribution = &forecast->distribution;
  forecast->series = &series;
  forecast->model = year % 2 == 0 ? "pooled" : "damped";
  forecast->origin = prg_series_period(&series, (size_t)year);
  for (size_t h = 1; h <= HORIZON; h++)
    prg_distribution_set_student(distribution, h, series.value[year],
                                 (1 + series.value[year] / 21) * sqrt((double)h), 5);
  const prg_ledger_making making = {.options = "--kind=people\n",
                                    .version = "bench",
                                    .label = "Lokalförsörjningsplan",
                                    .unit = "elever",
                                    .input = (uint64_t)year * 7919,
                                    .made = {PRG_DAY, (int)(365 * year)}};
  if (prg_ledger_record(ledger, forecast, &making, NULL, &error) != PRG_OK ||
      prg_ledger_outcomes(ledger, &series, making.made, &news, &error) != PRG_OK)
    stop(&error);
  prg_series_clear(&series);
}

int main(int argc, char **argv) {
  if (argc != 4)
    return 2;
  long n_series = atol(argv[2]), vintages = atol(argv[3]);
  prg_ledger *ledger;
  prg_error error;
  prg_forecast forecast = {0};
  if (prg_ledger_open(&ledger, argv[1], PRG_LEDGER_WRITE, &error) != PRG_OK ||
      prg_distribution_init(&forecast.distribution, HORIZON, prg_standard_probability,
                            prg_standard_probability_count, &error) != PRG_OK)
    stop(&error);
  for (long year = 0; year < vintages; year++) {
    if (prg_ledger_begin(ledger, &error) != PRG_OK)
      stop(&error);
    for (long s = 1; s <= n_series; s++)
      record(ledger, s, year, &forecast);
    if (prg_ledger_commit(ledger, &error) != PRG_OK)
      stop(&error);
  }
  prg_forecast_clear(&forecast);
  prg_ledger_close(ledger);
  return 0;
}
