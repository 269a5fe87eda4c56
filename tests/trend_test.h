/* What the tests of the trend models share: a fitted model, and R's figures to compare with. */
#ifndef PROGNOS_TREND_TEST_H
#define PROGNOS_TREND_TEST_H

#include <stdlib.h>

#include <gsl/gsl_errno.h>

#include <prognos/model.h>

#include "test.h"

/* A figure of tests/reference/trends.csv, which trends.R writes. */
static inline double golden(const char *name, const char *quantity) {
  char line[256], key[128];
  int length = snprintf(key, sizeof key, "%s,%s,", name, quantity);
  FILE *file = fopen("tests/reference/trends.csv", "r");
  assert_non_null(file);
  double value = NAN;
  bool found = false;
  while (!found && fgets(line, sizeof line, file) != NULL) {
    found = strncmp(line, key, (size_t)length) == 0;
    if (found)
      value = strtod(line + length, NULL);
  }
  fclose(file);
  if (!found)
    print_error("no %s\n", key);
  assert_true(found);
  return value;
}

typedef struct fitted {
  const prg_model_type *type;
  void *state;
  const prg_trend *trend;
  prg_series series;
  prg_notes notes;
  prg_error error;
  prg_status status;
} fitted;

static inline fitted fit_with(const prg_model_type *type, const prg_model_options *options,
                              prg_period start, const double *value, size_t n) {
  fitted f = {.type = type};
  assert_int_equal(prg_series_init_values(&f.series, "Elever", start, value, n, NULL), PRG_OK);
  f.state = type->alloc(options);
  assert_non_null(f.state);
  f.status = type->fit(f.state, &f.series, &f.notes, &f.error);
  f.trend = type->trend(f.state);
  return f;
}

/* Years from 2017, seed 1. */
static inline fitted fit(const prg_model_type *type, const double *value, size_t n) {
  return fit_with(type, &(prg_model_options){.seed = 1}, (prg_period){PRG_YEAR, 2017}, value, n);
}

static inline void unfit(fitted *f) {
  f->type->free(f->state);
  prg_series_clear(&f->series);
}

/* The p-quantile h periods ahead. */
static inline double quantile_ahead(fitted *f, size_t h, double p) {
  prg_distribution d;
  assert_int_equal(
      prg_distribution_init(&d, h, prg_standard_probability, prg_standard_probability_count, NULL),
      PRG_OK);
  assert_int_equal(f->type->predict(f->state, &d, NULL), PRG_OK);
  double value = prg_distribution_quantile(&d, h, p);
  prg_distribution_clear(&d);
  return value;
}

/* Every quantile up to h finite and nondecreasing, the widest interval of some width (but for
 * counts that have died out: all 0). */
static inline void assert_sound(fitted *f, size_t h) {
  prg_distribution d;
  assert_int_equal(
      prg_distribution_init(&d, h, prg_standard_probability, prg_standard_probability_count, NULL),
      PRG_OK);
  assert_int_equal(f->type->predict(f->state, &d, NULL), PRG_OK);
  for (size_t i = 0; i < h; i++) {
    const double *row = d.quantile + i * d.n_probability;
    for (size_t j = 0; j < d.n_probability; j++) {
      assert_true(isfinite(row[j]));
      assert_true(j == 0 || row[j] >= row[j - 1]);
    }
    assert_true(row[d.n_probability - 1] > row[0] || row[d.n_probability - 1] == 0);
  }
  prg_distribution_clear(&d);
}

static inline int compare_doubles(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* The margins of 20 000 sample paths agree with the quantiles: each quantile of the paths has
 * nearly the probability it should have (standard error 0.0035 at the median). */
static inline void assert_paths_agree(fitted *f, size_t horizon) {
  enum { PATHS = 20000 };
  double *path = calloc(PATHS * horizon, sizeof *path), *margin = calloc(PATHS, sizeof *margin);
  assert_non_null(path);
  assert_non_null(margin);
  assert_int_equal(f->type->paths(f->state, horizon, PATHS, 7, path, NULL), PRG_OK);
  for (size_t h = 1; h <= horizon; h += horizon - 1) {
    for (size_t i = 0; i < PATHS; i++)
      margin[i] = path[i * horizon + h - 1];
    qsort(margin, PATHS, sizeof *margin, compare_doubles);
    for (double p = 0.1; p < 0.95; p += 0.4) {
      double slack = 0.015;
      assert_true(margin[(size_t)((p - slack) * PATHS)] <= quantile_ahead(f, h, p) + 0.5);
      assert_true(margin[(size_t)((p + slack) * PATHS)] >= quantile_ahead(f, h, p) - 0.5);
    }
  }
  free(path);
  free(margin);
}

static inline void assert_sentence(const fitted *f, const char *swedish, const char *english) {
  prg_buffer sv, en;
  prg_buffer_init(&sv);
  prg_buffer_init(&en);
  prg_message_write(&f->trend->sentence, PRG_SWEDISH, &sv);
  prg_message_write(&f->trend->sentence, PRG_ENGLISH, &en);
  assert_string_equal(prg_buffer_string(&sv), swedish);
  assert_string_equal(prg_buffer_string(&en), english);
  prg_buffer_free(&sv);
  prg_buffer_free(&en);
}

static inline void assert_note(const fitted *f, prg_text text, const char *swedish) {
  prg_buffer sv;
  prg_buffer_init(&sv);
  for (size_t i = 0; i < f->notes.n; i++)
    if (f->notes.note[i].text == text)
      prg_message_write(&f->notes.note[i], PRG_SWEDISH, &sv);
  assert_string_equal(prg_buffer_string(&sv), swedish);
  prg_buffer_free(&sv);
}

/* The fit is refused with that text, and the message names what it is about. */
static inline void assert_refused(const prg_model_type *type, const double *value, size_t n,
                                  prg_text text) {
  fitted f = fit(type, value, n);
  assert_int_equal(f.status, PRG_EREFUSED);
  assert_int_equal(f.error.message.text, text);
  unfit(&f);
}

/* Coefficient i against the case's figures estimate<i+1>, se …, to so many digits. */
static inline void assert_coefficient(const fitted *f, size_t i, const char *name, int digits) {
  const prg_coefficient *c = &f->trend->coefficient[i];
  const char *const quantity[] = {"estimate", "se", "t", "p", "lower", "upper"};
  const double actual[] = {c->estimate, c->std_error, c->t, c->p, c->lower_95, c->upper_95};
  for (size_t k = 0; k < 6; k++) {
    char key[32];
    snprintf(key, sizeof key, "%s%zu", quantity[k], i + 1);
    assert_digits(actual[k], golden(name, key), digits);
  }
}

#endif
