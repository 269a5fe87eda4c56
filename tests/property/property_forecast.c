/*
 * What holds for every model and every series: a forecast is sound (finite, ordered quantiles, some
 * width, within the natural bounds) or refused with a text; a scale scales it; more periods ahead,
 * or more figures, change nothing of what was there; what was written reads back.
 */
#include <gsl/gsl_randist.h>

#include <prognos/forecast_csv.h>

#include "model/trend/trend_fit.h"

#include "forecast_test.h"

enum { LONGEST = 30, ROUNDS = 25 };

static const double levels[] = {.5, .8, .95};

/* --- sound or refused --- */

static void assert_sound(const trial *t, const char *what) {
  const prg_distribution *d = &t->forecast.distribution;
  bool positive = prg_series_minimum(&t->series) >= 0;
  for (size_t h = 1; h <= d->horizon; h++) {
    const double *row = d->quantile + (h - 1) * d->n_probability;
    bool sound = row[d->n_probability - 1] > row[0];
    for (size_t i = 0; i < d->n_probability; i++)
      sound = sound && isfinite(row[i]) && (i == 0 || row[i] >= row[i - 1]) &&
              (!positive || row[i] >= 0);
    if (!sound)
      print_error("%s, h = %zu: %g … %g … %g\n", what, h, row[0], row[d->n_probability / 2],
                  row[d->n_probability - 1]);
    assert_true(sound);
  }
}

static void assert_refused(const trial *t) {
  prg_buffer words;
  prg_buffer_init(&words);
  assert_true(t->status == PRG_EREFUSED || t->status == PRG_EINPUT);
  prg_error_write(&t->error, PRG_SWEDISH, &words);
  assert_true(words.length > 10);
  prg_buffer_free(&words);
}

static void assert_paths_sound(trial *t) {
  double path[20 * 8];
  bool positive = prg_series_minimum(&t->series) >= 0;
  assert_int_equal(prg_forecaster_paths(t->forecaster, 20, 7, path, NULL), PRG_OK);
  for (size_t i = 0; i < 20 * 8; i++)
    assert_true(isfinite(path[i]) && (!positive || path[i] >= 0));
}

static void check_model(const char *model, prg_frequency every, const char *name, const double *y,
                        size_t n) {
  char what[96];
  trial t;
  snprintf(what, sizeof what, "%s on %s, %zu figures", model, name, n);
  trial_run(&t, &(trial_options){.model = model, .every = every, .start = 8100, .horizon = 8}, y,
            n);
  if (t.status != PRG_OK) {
    assert_refused(&t);
  } else {
    assert_sound(&t, what);
    assert_paths_sound(&t);
  }
  trial_close(&t);
}

static void check_every_model(const char *name, const double *y, size_t n) {
  for (size_t i = 0; prg_models[i] != NULL; i++) {
    check_model(prg_models[i]->name, PRG_YEAR, name, y, n);
    check_model(prg_models[i]->name, PRG_QUARTER, name, y, n);
  }
}

#define HOSTILE 14

static void test_hostile_series(void **state) {
  (void)state;
  static const struct {
    const char *name;
    double y[HOSTILE];
  } hostile[] = {
      {"huge", {1e300, 2e300, 1.5e300, 3e300, 1e300, 2e300, 1.7e300, 4e300, 3e300, 1e300}},
      {"large", {1e90, 2e90, 1.5e90, 3e90, 1e90, 2e90, 1.7e90, 4e90, 3e90, 1e90, 2e90, 5e90}},
      {"large constant", {1e90, 1e90, 1e90, 1e90, 1e90, 1e90, 1e90, 1e90, 1e90, 1e90, 1e90, 1e90}},
      {"tiny", {1e-300, 3e-300, 2e-300, 4e-300, 2.5e-300, 5e-300, 3e-300, 6e-300, 2e-300, 1e-300}},
      {"tiny constant", {1e-300, 1e-300, 1e-300, 1e-300, 1e-300, 1e-300, 1e-300, 1e-300, 1e-300}},
      {"subnormal", {5e-324, 1e-323, 5e-324, 2e-323, 1e-323, 5e-324, 3e-323, 5e-324, 1e-323}},
      {"far apart", {1e-200, 1e90, 1e-200, 1e90, 1, 1e-200, 1e90, 1e-99, 1e50, 3, 1e-9, 1e20}},
      {"zeros", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
      {"one event", {0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}},
      {"late event", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7}},
      {"one outlier", {12, 14, 13, 12, 15, 1e9, 13, 14, 12, 15, 14, 13, 12, 14}},
      {"one zero among millions", {3e6, 3.1e6, 3.2e6, 0, 3.1e6, 3.3e6, 3.2e6, 3.4e6, 3.3e6, 3e6}},
      {"negative", {-4, -7, -3, -8, -5, -6, -9, -2, -5, -7, -4, -6, -3, -8}},
      {"sign changes", {3.1, -2.2, .4, -1.7, 2.6, -3.3, .9, -.2, 1.4, -2.8, 3.7, -1.1, .6, -.7}},
      {"negative constant", {-5.5, -5.5, -5.5, -5.5, -5.5, -5.5, -5.5, -5.5, -5.5, -5.5, -5.5}},
      {"constant", {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7}},
      {"constant amount", {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1}},
      {"line", {3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29}},
      {"falling line", {41, 38, 35, 32, 29, 26, 23, 20, 17, 14, 11, 8, 5, 2}},
      {"line of tenths", {.1, .3, .5, .7, .9, 1.1, 1.3, 1.5, 1.7, 1.9, 2.1, 2.3, 2.5, 2.7}},
      {"doubling", {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192}},
      {"two values", {3, 9, 3, 9, 3, 9, 3, 9, 3, 9, 3, 9, 3, 9}},
      {"step", {5, 5, 5, 5, 5, 5, 5, 80, 80, 80, 80, 80, 80, 80}},
      {"missing inside", {9, NAN, NAN, 11, NAN, 8, 12, NAN, NAN, NAN, 10, NAN, 13, 9}},
      {"every other", {9.1, NAN, 11.3, NAN, 8.2, NAN, 12.8, NAN, 10.4, NAN, 9.9, NAN, 13.1, NAN}},
      {"far between", {4, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 6}},
  };
  static const size_t shorter[] = {1, 2, 3, 4, 6, 8};
  for (size_t i = 0; i < COUNT_OF(hostile); i++) {
    size_t length = HOSTILE;
    while (length > 9 && hostile[i].y[length - 1] == 0 && hostile[i].y[0] > 1)
      length--;
    for (size_t k = 0; k < COUNT_OF(shorter); k++)
      check_every_model(hostile[i].name, hostile[i].y, shorter[k]);
    check_every_model(hostile[i].name, hostile[i].y, length);
  }
}

/* A series of one of several tempers, some figures missing; returns its length. */
static size_t draw_series(gsl_rng *rng, double y[LONGEST]) {
  size_t n = 2 + gsl_rng_uniform_int(rng, LONGEST - 1), temper = gsl_rng_uniform_int(rng, 6);
  double walk = exp(gsl_ran_flat(rng, -3, 9)), noise = walk * gsl_rng_uniform(rng) / 5;
  for (size_t i = 0; i < n; i++) {
    walk += gsl_ran_gaussian(rng, noise);
    const double figure[] = {fmax(round(walk), 0),
                             walk,
                             gsl_ran_poisson(rng, fmin(fabs(walk), 1e6)),
                             gsl_ran_cauchy(rng, noise),
                             gsl_rng_uniform(rng) < .15 ? 1 : 0,
                             exp(gsl_ran_gaussian(rng, 9))};
    y[i] = gsl_rng_uniform(rng) < .08 ? NAN : figure[temper];
  }
  return n;
}

static void for_all(void (*check)(gsl_rng *rng, const double *y, size_t n)) {
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  gsl_rng_set(rng, 20230315);
  for (size_t round = 0; round < ROUNDS; round++) {
    double y[LONGEST];
    check(rng, y, draw_series(rng, y));
  }
  gsl_rng_free(rng);
}

static void drawn_series(gsl_rng *rng, const double *y, size_t n) {
  (void)rng;
  check_every_model("a drawn series", y, n);
}

static void test_drawn_series(void **state) {
  (void)state;
  for_all(drawn_series);
}

/* --- a scale scales --- */

/* Where figures' unit of rounding decides, or counts, or Euler's constant: not these. */
static bool scales(const char *model) {
  static const char *const counts[] = {"poisson", "negative-binomial", "croston", "tsb"};
  for (size_t i = 0; i < COUNT_OF(counts); i++)
    if (strcmp(model, counts[i]) == 0)
      return false;
  return true;
}

/* The same bits for a power of two, but for models that take the logarithm of the figures
 * themselves. Otherwise 1e-9; what searches for its parameters stops within a tolerance of its own.
 */
static double tolerance_of(const char *model, prg_frequency every, bool power_of_two) {
  static const char *const exact[] = {"pooled", "naive", "seasonal-naive", "mean", "drift"};
  static const char *const searched[] = {"ses",         "holt",       "damped",    "theta",
                                         "dotm",        "ets",        "arima",     "robust",
                                         "logistic",    "gompertz",   "piecewise", "local-level",
                                         "local-trend", "structural", "auto"};
  bool seasonal = every != PRG_YEAR && strcmp(model, "pooled") == 0;
  for (size_t i = 0; i < COUNT_OF(exact); i++)
    if (power_of_two && !seasonal && strcmp(model, exact[i]) == 0)
      return 0;
  for (size_t i = 0; i < COUNT_OF(searched); i++)
    if (strcmp(model, searched[i]) == 0)
      return 1e-5;
  return 1e-9;
}

static void check_scale(const char *model, prg_frequency every, const double *y, size_t n,
                        double factor, double tolerance) {
  double scaled[LONGEST];
  trial_options how = {.model = model, .every = every, .start = 8100, .kind = PRG_KIND_ECONOMY};
  trial t, u;
  for (size_t i = 0; i < n; i++)
    scaled[i] = factor * y[i];
  trial_run(&t, &how, y, n);
  trial_run(&u, &how, scaled, n);
  assert_int_equal(t.status, u.status);
  const prg_distribution *d = &t.forecast.distribution;
  for (size_t i = 0; t.status == PRG_OK && i < d->horizon * d->n_probability; i++) {
    double expected = factor * d->quantile[i], size = fabs(expected);
    size = fmax(size, factor * fabs(quantile_of(&t, i / d->n_probability + 1, .9)));
    if (fabs(u.forecast.distribution.quantile[i] - expected) > tolerance * size)
      print_error("%s, n = %zu, factor %g, quantile %zu\n", model, n, factor, i);
    assert_close(u.forecast.distribution.quantile[i], expected, tolerance * size);
  }
  trial_close(&t);
  trial_close(&u);
}

/* Figures with so many digits that no rounding and no count is found in them. */
static void scale_scales(gsl_rng *rng, const double *y, size_t n) {
  double noisy[LONGEST], size = 0;
  for (size_t i = 0; i < n; i++)
    size = fmax(size, fabs(y[i]));
  for (size_t i = 0; i < n; i++)
    noisy[i] = 3 + y[i] / (size > 0 ? size : 1) * 2 + gsl_ran_flat(rng, 0, .3) + M_PI / 1e7;
  for (size_t i = 0; prg_models[i] != NULL; i++) {
    const char *model = prg_models[i]->name;
    if (!scales(model))
      continue;
    for (int f = 0; f < 2; f++) {
      prg_frequency every = f == 0 ? PRG_YEAR : PRG_QUARTER;
      check_scale(model, every, noisy, n, 1024, tolerance_of(model, every, true));
      check_scale(model, every, noisy, n, 73.91, tolerance_of(model, every, false));
    }
  }
}

static void test_scale(void **state) {
  (void)state;
  for_all(scale_scales);
}

/* --- what was there stays --- */

/* A longer horizon only adds; another figure changes none of the rows of the past. */
static void nothing_moves(gsl_rng *rng, const double *y, size_t n) {
  (void)rng;
  static const char *const model[] = {"pooled", "theta", "drift"};
  for (size_t i = 0; i < COUNT_OF(model); i++) {
    trial near, far;
    trial_run(&near, &(trial_options){.model = model[i], .every = PRG_YEAR, .horizon = 3}, y, n);
    trial_run(&far, &(trial_options){.model = model[i], .every = PRG_YEAR, .horizon = 9}, y, n);
    assert_int_equal(near.status, far.status);
    if (near.status == PRG_OK)
      assert_memory_equal(near.forecast.distribution.quantile, far.forecast.distribution.quantile,
                          3 * near.forecast.distribution.n_probability * sizeof(double));
    trial_close(&near);
    trial_close(&far);
  }
}

static void test_longer_horizon(void **state) {
  (void)state;
  for_all(nothing_moves);
}

static prg_buffer written(const prg_forecast *forecast) {
  prg_buffer out;
  prg_buffer_init(&out);
  prg_forecast_csv_head(levels, COUNT_OF(levels), PRG_CSV_PLAIN, &out);
  prg_forecast_csv_write(forecast, levels, COUNT_OF(levels), PRG_CSV_PLAIN, PRG_SWEDISH, &out);
  return out;
}

/* The rows of the past as text; the next figure is appended after them. */
static void past_stays(gsl_rng *rng, const double *y, size_t n) {
  (void)rng;
  trial before, after;
  trial_options how = {.model = "pooled", .every = PRG_YEAR, .start = 1990};
  if (n < 3 || isnan(y[n - 1]) || isnan(y[n - 2]))
    return;
  trial_run(&before, &how, y, n - 1);
  trial_run(&after, &how, y, n);
  assert_int_equal(after.status, PRG_OK);
  prg_buffer a = written(&before.forecast), b = written(&after.forecast);
  size_t past = (size_t)(strstr(prg_buffer_string(&a), ",forecast,") - a.data);
  while (a.data[past - 1] != '\n')
    past--;
  assert_memory_equal(a.data, b.data, past);
  prg_buffer_free(&a);
  prg_buffer_free(&b);
  trial_close(&before);
  trial_close(&after);
}

static void test_past_stays(void **state) {
  (void)state;
  for_all(past_stays);
}

/* --- written and read --- */

/* Figures read back as they were, quantiles to ten digits; written again they give the same bytes.
 */
static void reads_back(gsl_rng *rng, const double *y, size_t n) {
  trial t;
  prg_frequency every = (prg_frequency)gsl_rng_uniform_int(rng, PRG_FREQUENCY_COUNT);
  bool by_year = every >= PRG_YEAR && every <= PRG_MONTH; /* an ordinal that counts from year 0 */
  int start = by_year ? 2001 * prg_frequency_season(every) : 1;
  trial_run(&t, &(trial_options){.model = "pooled", .every = every, .start = start}, y, n);
  if (t.status == PRG_OK) {
    prg_forecast_set set;
    prg_error error = {0};
    prg_buffer out = written(&t.forecast);
    prg_forecast_csv_read("f", out.data, out.length, &set, &error);
    if (error.status != PRG_OK)
      print_error("%s", out.data);
    assert_int_equal(error.status, PRG_OK);
    const prg_forecast *read = &set.forecast[0];
    assert_int_equal(prg_period_compare(read->origin, t.forecast.origin), 0);
    for (size_t i = 0; i < read->series->n; i++)
      assert_close(read->series->value[i], y[i], 0);
    for (size_t h = 1; h <= 5; h++) {
      assert_digits(prg_forecast_point(read, h), point_of(&t, h), 10);
      assert_digits(prg_forecast_quantile(read, h, .025), quantile_of(&t, h, .025), 10);
    }
    set.forecast[0].notes = t.forecast.notes; /* notes are not read */
    prg_buffer again = written(read);
    assert_string_equal(prg_buffer_string(&again), prg_buffer_string(&out));
    prg_buffer_free(&again);
    prg_buffer_free(&out);
    prg_forecast_set_clear(&set);
  }
  trial_close(&t);
}

static void test_reads_back(void **state) {
  (void)state;
  for_all(reads_back);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_hostile_series), cmocka_unit_test(test_drawn_series),
      cmocka_unit_test(test_scale),          cmocka_unit_test(test_longer_horizon),
      cmocka_unit_test(test_past_stays),     cmocka_unit_test(test_reads_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
