/* What the tests of forecasts share: a series, its forecaster and its forecast, made in one call.
 */
#ifndef PROGNOS_FORECAST_TEST_H
#define PROGNOS_FORECAST_TEST_H

#include <stdlib.h>

#include <gsl/gsl_errno.h>

#include <prognos/forecast.h>

#include "test.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

typedef struct trial {
  prg_series series;
  prg_forecaster *forecaster;
  prg_forecast forecast;
  prg_error error;
  prg_status status;
} trial;

typedef struct trial_options {
  const char *model;   /* NULL: the default, not asked for by name */
  prg_frequency every; /* default PRG_INDEX */
  int start;           /* ordinal of the first period */
  size_t horizon;      /* default 5 */
  prg_kind kind;
  prg_prior prior;
} trial_options;

/* Runs the forecast; trial_close it after use, whatever its status. */
static inline void trial_run(trial *t, const trial_options *how, const double *y, size_t n) {
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  if (how->model != NULL) {
    options.model = prg_model_find(how->model);
    options.model_is_explicit = true;
  }
  assert_non_null(options.model);
  options.horizon = how->horizon > 0 ? how->horizon : options.horizon;
  options.model_options.prior = how->prior;
  *t = (trial){0};
  prg_period start = {how->every, how->start};
  assert_int_equal(prg_series_init_values(&t->series, "Elever", start, y, n, NULL), PRG_OK);
  t->series.kind = how->kind;
  t->forecaster = prg_forecaster_alloc(&options, NULL);
  assert_non_null(t->forecaster);
  t->status = prg_forecaster_run(t->forecaster, &t->series, &t->forecast, &t->error);
}

static inline void trial_close(trial *t) {
  prg_forecast_clear(&t->forecast);
  prg_forecaster_free(t->forecaster);
  prg_series_clear(&t->series);
}

/* The words of the first note with that text; "" if there is none. prg_buffer_free it. */
static inline prg_buffer trial_note(const trial *t, prg_text text, prg_language language) {
  prg_buffer words;
  prg_buffer_init(&words);
  for (size_t i = 0; i < t->forecast.notes.n; i++)
    if (t->forecast.notes.note[i].text == text && words.length == 0)
      prg_message_write(&t->forecast.notes.note[i], language, &words);
  return words;
}

static inline void assert_trial_note(const trial *t, prg_text text, prg_language language,
                                     const char *expected) {
  prg_buffer words = trial_note(t, text, language);
  assert_string_equal(prg_buffer_string(&words), expected);
  prg_buffer_free(&words);
}

static inline double point_of(const trial *t, size_t h) {
  return prg_forecast_point(&t->forecast, h);
}

static inline double quantile_of(const trial *t, size_t h, double p) {
  return prg_forecast_quantile(&t->forecast, h, p);
}

/*
 * The margins of 200 000 sample paths agree with the quantiles: of the paths, the share p lies
 * below the p-quantile, within 4.5 standard errors. A quantile at the bound of 0 is passed over.
 */
static inline void assert_paths_follow(trial *t) {
  enum { PATHS = 200000 };
  static const double probability[] = {.1, .5, .9};
  size_t horizon = t->forecast.distribution.horizon;
  double *path = malloc(PATHS * horizon * sizeof *path);
  assert_non_null(path);
  assert_int_equal(t->status, PRG_OK);
  assert_int_equal(prg_forecaster_paths(t->forecaster, PATHS, 20230315, path, NULL), PRG_OK);
  for (size_t h = 1; h <= horizon; h++) {
    for (size_t i = 0; i < COUNT_OF(probability); i++) {
      double p = probability[i], q = quantile_of(t, h, p), below = 0;
      for (size_t k = 0; k < PATHS; k++)
        below += path[k * horizon + h - 1] < q ? 1 : 0;
      if (q != 0)
        assert_close(below / PATHS, p, 4.5 * sqrt(p * (1 - p) / PATHS));
    }
  }
  free(path);
}

#endif
