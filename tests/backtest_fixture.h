/* Series to test, and models whose forecasts are known, for the tests of backtests. */
#ifndef TESTS_BACKTEST_FIXTURE_H
#define TESTS_BACKTEST_FIXTURE_H

#include "test.h"

#include <prognos/backtest.h>

static inline prg_series yearly(const char *name, const double *value, size_t n) {
  prg_series series;
  assert_int_equal(
      prg_series_init_values(&series, name, (prg_period){PRG_YEAR, 2017}, value, n, NULL), PRG_OK);
  return series;
}

/* What comes after the last figure of a window, for the models below. */
typedef struct oracle {
  const prg_series *whole;
  double offset;      /* added to every forecast */
  size_t refuse_odd;  /* refuses windows of an odd number of periods */
  size_t refuse_from; /* refuses windows of at least so many periods; 0: none */
} oracle;

static oracle the_oracle;

static int oracle_room;
static size_t oracle_end; /* of the window fitted last */

static inline void *oracle_alloc(const prg_model_options *options) {
  (void)options;
  return &oracle_room;
}

static inline void oracle_free(void *state) {
  (void)state;
}

static inline prg_status oracle_fit(void *state, const prg_series *series, prg_notes *notes,
                                    prg_error *error) {
  (void)state;
  (void)notes;
  oracle_end = (size_t)prg_period_distance(the_oracle.whole->start, series->start) + series->n;
  if ((the_oracle.refuse_odd && series->n % 2 == 1) ||
      (the_oracle.refuse_from > 0 && series->n >= the_oracle.refuse_from))
    return prg_fail(error, PRG_TEXT_FORECAST_NOT_FINITE,
                    PRG_ARGS(prg_string(series->name), prg_string("oracle")));
  return PRG_OK;
}

static inline prg_status oracle_predict(void *state, prg_distribution *out, prg_error *error) {
  (void)state;
  (void)error;
  for (size_t h = 1; h <= out->horizon; h++) {
    size_t t = oracle_end + h - 1;
    bool known = t < the_oracle.whole->n && !isnan(the_oracle.whole->value[t]);
    double truth = known ? the_oracle.whole->value[t] : 0;
    prg_distribution_set_student(out, h, truth + the_oracle.offset, 0, INFINITY);
  }
  return PRG_OK;
}

static const prg_model_type oracle_model = {.name = "oracle",
                                            .title = PRG_TEXT_MODEL_MEAN,
                                            .min_n = 2,
                                            .alloc = oracle_alloc,
                                            .free = oracle_free,
                                            .fit = oracle_fit,
                                            .predict = oracle_predict};

#endif
