#include "unit/arima_reference.h"

#include <stdlib.h>

#include "model/arima/arima.h"

enum { H = 6 };

typedef struct outcome {
  prg_series series;
  void *state;
  prg_notes notes;
  prg_error error;
  prg_distribution distribution;
  prg_status status;
} outcome;

static void forecast_with(outcome *o, const prg_model_options *options, const double *y, size_t n,
                          int season) {
  *o = (outcome){.state = prg_model_arima.alloc(options)};
  assert_non_null(o->state);
  assert_int_equal(
      prg_series_init_values(&o->series, "serie", (prg_period){PRG_INDEX, 1}, y, n, NULL), PRG_OK);
  o->series.season = season;
  assert_int_equal(prg_distribution_init(&o->distribution, H, prg_standard_probability,
                                         prg_standard_probability_count, NULL),
                   PRG_OK);
  o->status = prg_model_arima.fit(o->state, &o->series, &o->notes, &o->error);
  if (o->status == PRG_OK)
    assert_int_equal(prg_model_arima.predict(o->state, &o->distribution, &o->error), PRG_OK);
}

static void forecast(outcome *o, const double *y, size_t n, int season) {
  prg_model_options options = {.seed = 1};
  forecast_with(o, &options, y, n, season);
}

static void clear(outcome *o) {
  prg_model_arima.free(o->state);
  prg_series_clear(&o->series);
  prg_distribution_clear(&o->distribution);
}

static double quantile(const outcome *o, size_t h, double p) {
  return prg_distribution_quantile(&o->distribution, h, p);
}

static void test_as_r(void **state) {
  (void)state;
  outcome o;
  double y[REFERENCE_VALUES], mean[REFERENCE_VALUES];
  forecast(&o, y, item("USAccDeaths", "y", y), 12);
  item("USAccDeaths", "auto.forecast", mean);
  assert_int_equal(o.status, PRG_OK);
  assert_string_equal(prg_arima_name(o.state), "ARIMA(0,1,1)(0,1,1)[12]");
  assert_true(prg_notes_has(&o.notes, PRG_TEXT_ARIMA_CHOSEN));
  for (size_t h = 1; h <= H; h++)
    assert_close(quantile(&o, h, .5), mean[h - 1], 1e-4 * mean[h - 1]);
  clear(&o);
}

/* auto.arima with the event as regressor: the same orders, and as likely. */
static void check_event(const char *name, prg_event_kind kind, int season) {
  outcome o;
  double y[REFERENCE_VALUES], mean[REFERENCE_VALUES], se[REFERENCE_VALUES], size[2];
  const prg_arima_order r = order_of(name, "event.order");
  prg_model_options options = {.seed = 1, .n_event = 1};
  int at = (int)only(name, kind == PRG_EVENT_LEVEL ? "event.level" : "event.pulse");
  options.event[0] = (prg_event){.period = {PRG_INDEX, at}, .kind = kind};
  size_t n = item(name, "y", y);
  forecast_with(&o, &options, y, n, season);
  assert_int_equal(o.status, PRG_OK);
  const prg_arima_fit *fit = prg_arima_fitted(o.state);
  assert_true(fit->order.p == r.p && fit->order.d == r.d && fit->order.q == r.q);
  assert_true(fit->order.P == r.P && fit->order.D == r.D && fit->order.Q == r.Q);
  assert_true(fit->order.constant == r.constant);
  double largest = 0;
  int exponent;
  for (size_t t = 0; t < n; t++)
    largest = fmax(largest, y[t]);
  frexp(largest, &exponent); /* the model divides by that power of two */
  double log_likelihood = fit->log_likelihood - (double)fit->n_used * exponent * log(2);
  /* Where there are differences kappa moves that of R by up to 0.003: see arima.R. */
  assert_true(log_likelihood > only(name, "event.loglik") - 3e-3);
  item(name, "event.size", size);
  item(name, "event.forecast", mean);
  item(name, "event.se", se);
  assert_true(prg_notes_has(&o.notes, kind == PRG_EVENT_LEVEL ? PRG_TEXT_EVENT_LEVEL_IS
                                                              : PRG_TEXT_EVENT_OUTLIER_IS));
  const prg_message *note = &o.notes.note[1];
  assert_close(note->argument[1].number, size[0], 0.03 * size[1]);
  for (size_t h = 1; h <= H; h++)
    assert_close(quantile(&o, h, .5), mean[h - 1], 0.03 * se[h - 1]);
  clear(&o);
}

static void test_events_as_r(void **state) {
  (void)state;
  check_event("Nile", PRG_EVENT_LEVEL, 1);
  check_event("USAccDeaths", PRG_EVENT_LEVEL, 12);
  check_event("lynx", PRG_EVENT_OUTLIER, 1);
  check_event("WWWusage", PRG_EVENT_OUTLIER, 1);
}

/* An effect that all or none of the figures are under cannot be told. */
static void test_events_refused(void **state) {
  (void)state;
  static const double y[] = {12.5, 13.1, 11.9, 14.2, 15.8, 15.1, 16.4, 17.7};
  prg_model_options options = {.seed = 1, .n_event = 1};
  outcome o;
  options.event[0] = (prg_event){.period = {PRG_INDEX, 1}, .kind = PRG_EVENT_LEVEL};
  forecast_with(&o, &options, y, 8, 1);
  assert_int_equal(o.status, PRG_EREFUSED);
  assert_int_equal(o.error.message.text, PRG_TEXT_EVENT_WITHOUT_FIGURES);
  clear(&o);
}

/* Random walk with drift on the pupils: s = 6.140, 4 degrees of freedom, s² (1 + 1/5). */
static void test_pupils(void **state) {
  (void)state;
  outcome o;
  forecast(&o, (double[]){168, 183, 198, 214, 240, 249}, 6, 1);
  assert_string_equal(prg_arima_name(o.state), "ARIMA(0,1,0)");
  assert_true(prg_notes_has(&o.notes, PRG_TEXT_ARIMA_CHOSEN_DRIFT));
  assert_close(quantile(&o, 1, .5), 265.2, 1e-9);
  assert_close(quantile(&o, 1, .975), 265.2 + 2.776445 * sqrt(37.7 * 1.2), 1e-4);
  assert_close(quantile(&o, 3, .025), 297.6 - 2.776445 * sqrt(37.7 * 4.8), 1e-4);
  clear(&o);
}

static void assert_sane(const outcome *o) {
  const prg_distribution *d = &o->distribution;
  for (size_t h = 1; h <= d->horizon; h++) {
    for (size_t i = 0; i < d->n_probability; i++)
      assert_true(isfinite(d->quantile[(h - 1) * d->n_probability + i]));
    assert_true(quantile(o, h, .975) > quantile(o, h, .025));
  }
}

/* No interval is narrower than the rounding of the figures: t with 7 degrees, 1/√12. */
static void test_constant(void **state) {
  (void)state;
  outcome o;
  const double y[8] = {37, 37, 37, 37, 37, 37, 37, 37};
  forecast(&o, y, 8, 1);
  assert_int_equal(o.status, PRG_OK);
  assert_true(prg_notes_has(&o.notes, PRG_TEXT_ARIMA_CHOSEN_MEAN));
  assert_close(quantile(&o, H, .5), 37, 1e-12);
  assert_close(quantile(&o, 1, .975), 37 + 2.364624 * sqrt(1. / 12 * (1 + 1. / 8)), 1e-5);
  clear(&o);
  forecast(&o, (double[]){0, 0, 0, 0}, 4, 1);
  assert_sane(&o);
  clear(&o);
}

static void test_odd_series(void **state) {
  (void)state;
  static const double y[7][8] = {
      {4, 2, 3, 1, 2, 1, 0, 0},
      {1, 2, 4, 8, 16, 32, 64, 128},
      {1, -1, 1, -1, 1, -1, 1, -1},
      {0, 0, 0, 1e6, 0, 0, 0, 0},
      {NAN, 3.1, NAN, NAN, 4.7, 2.9, NAN, 4.1},
      {1e-300, 3e-300, 2e-300, 5e-300, 1e-300, 4e-300, 2e-300, 3e-300},
      {1e90, 3e90, 2e90, 5e90, 1e90, 4e90, 2e90, 3e90},
  };
  for (int i = 0; i < 7; i++)
    for (int season = 1; season < 4; season++) {
      outcome o;
      forecast(&o, y[i], 8, season);
      assert_int_equal(o.status, PRG_OK);
      assert_sane(&o);
      clear(&o);
    }
}

static void test_refusals(void **state) {
  (void)state;
  outcome o;
  forecast(&o, (double[]){17.3, NAN, 19.1}, 3, 1);
  assert_int_equal(o.status, PRG_EREFUSED);
  clear(&o);
  forecast(&o, (double[]){17.3, 1e200, 19.1}, 3, 1);
  assert_int_equal(o.status, PRG_EINPUT);
  clear(&o);
  double sparse[130];
  for (int t = 0; t < 130; t++)
    sparse[t] = t % 43 == 0 ? 11.7 + t : NAN;
  forecast(&o, sparse, 130, 1);
  assert_int_equal(o.status, PRG_EREFUSED);
  assert_int_equal(o.error.message.text, PRG_TEXT_ARIMA_TOO_MANY_GAPS);
  clear(&o);
}

/* Every second figure of a long series: only the part with 40 gaps is used, and that is told. */
static void test_many_gaps(void **state) {
  (void)state;
  outcome o;
  double y[200];
  for (int t = 0; t < 200; t++)
    y[t] = t % 2 == 0 ? NAN : 100 + 7.3 * sin(2.1 * t * t) + (t < 100 ? 1e5 : 0);
  forecast(&o, y, 200, 1);
  assert_int_equal(o.status, PRG_OK);
  assert_true(prg_notes_has(&o.notes, PRG_TEXT_ARIMA_RECENT_ONLY));
  assert_close(quantile(&o, 1, .5), 100, 10); /* the old level is forgotten */
  clear(&o);
}

/* Paths have the quantiles of the distribution, and the same seed the same paths. */
static void test_paths(void **state) {
  (void)state;
  enum { N = 20000 };
  outcome o;
  double y[REFERENCE_VALUES], *path = malloc(2 * N * H * sizeof *path);
  assert_non_null(path);
  size_t n = item("Nile", "y", y);
  y[n - 2] = NAN;
  forecast(&o, y, n, 1);
  for (int i = 0; i < 2; i++)
    assert_int_equal(prg_model_arima.paths(o.state, H, N, 17, path + i * N * H, NULL), PRG_OK);
  assert_memory_equal(path, path + N * H, N * H * sizeof *path);
  for (size_t h = 1; h <= H; h++) {
    static const double p[3] = {.05, .5, .9};
    for (int k = 0; k < 3; k++) {
      double below = 0;
      for (size_t i = 0; i < N; i++)
        below += path[i * H + h - 1] < quantile(&o, h, p[k]);
      assert_close(below / N, p[k], 4 * sqrt(p[k] * (1 - p[k]) / N));
    }
  }
  assert_int_equal(prg_model_arima.paths(o.state, H, 1, 18, path, NULL), PRG_OK);
  assert_true(path[0] != path[N * H]);
  free(path);
  clear(&o);
}

/* A workspace fits one series after another: the answer does not depend on the one before. */
static void test_workspace(void **state) {
  (void)state;
  outcome o, alone;
  double y[REFERENCE_VALUES], lynx[REFERENCE_VALUES];
  size_t n = item("AirPassengers", "y", y), n_lynx = item("lynx", "y", lynx);
  forecast(&alone, lynx, n_lynx, 1);
  forecast(&o, y, n, 12);
  prg_series_clear(&o.series);
  assert_int_equal(
      prg_series_init_values(&o.series, "b", (prg_period){PRG_INDEX, 1}, lynx, n_lynx, NULL),
      PRG_OK);
  assert_int_equal(prg_model_arima.fit(o.state, &o.series, &o.notes, NULL), PRG_OK);
  for (int i = 0; i < 2; i++) {
    assert_int_equal(prg_model_arima.predict(o.state, &o.distribution, NULL), PRG_OK);
    assert_memory_equal(o.distribution.quantile, alone.distribution.quantile,
                        H * o.distribution.n_probability * sizeof(double));
  }
  clear(&o);
  clear(&alone);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_as_r),           cmocka_unit_test(test_events_as_r),
      cmocka_unit_test(test_events_refused), cmocka_unit_test(test_pupils),
      cmocka_unit_test(test_constant),       cmocka_unit_test(test_odd_series),
      cmocka_unit_test(test_refusals),       cmocka_unit_test(test_many_gaps),
      cmocka_unit_test(test_paths),          cmocka_unit_test(test_workspace),
  };
  return cmocka_run_group_tests(tests, read_reference, NULL);
}
