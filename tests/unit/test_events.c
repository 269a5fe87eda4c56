#include "model/trend/trend_models.h"

#include "forecast_test.h"

/* A figure of tests/reference/events.csv, which events.R writes. */
static double golden(const char *name, const char *quantity, size_t i) {
  char line[128], key[64];
  int length = snprintf(key, sizeof key, "%s,%s%zu,", name, quantity, i + 1);
  FILE *file = fopen("tests/reference/events.csv", "r");
  assert_non_null(file);
  double value = NAN;
  while (isnan(value) && fgets(line, sizeof line, file) != NULL)
    if (strncmp(line, key, (size_t)length) == 0)
      value = strtod(line + length, NULL);
  fclose(file);
  assert_true(!isnan(value));
  return value;
}

static const double figures[] = {31.7, 29.3, 27.9, 28.8, 34.1, 42.6,
                                 39.3, 38.8, 41.2, 36.5, 40.4, 44.7};

typedef struct fitted {
  void *state;
  prg_series series;
  prg_notes notes;
  prg_error error;
  prg_status status;
} fitted;

/* Years from 2011; the events as --event has them, separated by blanks. */
static fitted fit(const char *events, const double *y, size_t n) {
  fitted f = {0};
  prg_model_options options;
  char text[128];
  prg_model_options_init(&options);
  snprintf(text, sizeof text, "%s", events);
  for (char *part = strtok(text, " "); part != NULL; part = strtok(NULL, " ")) {
    prg_event *event = &options.event[options.n_event++];
    assert_int_equal(prg_event_read(part, event, &f.error), PRG_OK);
  }
  prg_period start = {PRG_YEAR, 2011};
  assert_int_equal(prg_series_init_values(&f.series, "Elever", start, y, n, NULL), PRG_OK);
  f.state = prg_model_events.alloc(&options);
  assert_non_null(f.state);
  f.status = prg_model_events.fit(f.state, &f.series, &f.notes, &f.error);
  return f;
}

static void unfit(fitted *f) {
  prg_model_events.free(f->state);
  prg_series_clear(&f->series);
}

static void check(const char *name, const char *events, const double *y) {
  fitted f = fit(events, y, COUNT_OF(figures));
  assert_int_equal(f.status, PRG_OK);
  const prg_trend *trend = prg_model_events.trend(f.state);
  assert_digits(trend->sigma, golden(name, "sigma", 0), 11);
  assert_digits(trend->log_likelihood, golden(name, "loglik", 0), 11);
  for (size_t i = 0; i < trend->n_coefficient; i++) {
    assert_digits(trend->coefficient[i].estimate, golden(name, "estimate", i), 10);
    assert_digits(trend->coefficient[i].std_error, golden(name, "se", i), 10);
    assert_digits(trend->coefficient[i].lower_95, golden(name, "lower", i), 9);
    assert_digits(trend->coefficient[i].upper_95, golden(name, "upper", i), 9);
  }
  prg_distribution d;
  assert_int_equal(
      prg_distribution_init(&d, 3, prg_standard_probability, prg_standard_probability_count, NULL),
      PRG_OK);
  assert_int_equal(prg_model_events.predict(f.state, &d, NULL), PRG_OK);
  for (size_t h = 1; h <= 3; h++) {
    assert_digits(prg_distribution_quantile(&d, h, .5), golden(name, "point", h - 1), 10);
    assert_digits(prg_distribution_quantile(&d, h, .1), golden(name, "low", h - 1), 10);
    assert_digits(prg_distribution_quantile(&d, h, .9), golden(name, "high", h - 1), 10);
  }
  prg_distribution_clear(&d);
  unfit(&f);
}

static void test_as_r(void **state) {
  (void)state;
  double gap[COUNT_OF(figures)];
  memcpy(gap, figures, sizeof gap);
  gap[2] = gap[8] = NAN;
  check("level", "2015:level", figures);
  check("pulse", "2016:pulse", figures);
  check("slope", "2015:slope", figures);
  check("all", "2015 2016:pulse 2018:slope", figures);
  check("gap", "2015:level 2016:pulse", gap);
}

static void test_notes(void **state) {
  (void)state;
  fitted f = fit("2015:level 2016:pulse 2018:slope", figures, COUNT_OF(figures));
  static const prg_text text[] = {PRG_TEXT_EVENT_LEVEL_IS, PRG_TEXT_EVENT_OUTLIER_IS,
                                  PRG_TEXT_EVENT_SLOPE_IS};
  for (size_t i = 0; i < 3; i++)
    assert_int_equal(f.notes.note[i].text, text[i]);
  assert_string_equal(f.notes.note[1].argument[0].string, "2016");
  assert_close(f.notes.note[1].argument[1].number, golden("all", "estimate", 3), 0.05);
  assert_int_equal(prg_model_events.trend(f.state)->sentence.text, PRG_TEXT_TREND_UNCERTAIN);
  unfit(&f);
}

static void test_paths(void **state) {
  (void)state;
  enum { PATHS = 100000 };
  fitted f = fit("2015:level 2016:pulse", figures, COUNT_OF(figures));
  double *path = malloc(3 * PATHS * sizeof *path), below = 0;
  assert_non_null(path);
  assert_int_equal(prg_model_events.paths(f.state, 3, PATHS, 7, path, NULL), PRG_OK);
  prg_distribution d;
  assert_int_equal(
      prg_distribution_init(&d, 3, prg_standard_probability, prg_standard_probability_count, NULL),
      PRG_OK);
  assert_int_equal(prg_model_events.predict(f.state, &d, NULL), PRG_OK);
  for (size_t k = 0; k < PATHS; k++)
    below += path[3 * k + 2] < prg_distribution_quantile(&d, 3, .1) ? 1.0 / PATHS : 0;
  assert_close(below, .1, 4.5 * sqrt(.09 / PATHS));
  prg_distribution_clear(&d);
  free(path);
  unfit(&f);
}

/* Figures on a line with a step: rounding is all the width there is. */
static void test_perfect(void **state) {
  (void)state;
  const double y[] = {3, 5, 7, 9, 21, 23, 25, 27};
  fitted f = fit("2015", y, 8);
  assert_int_equal(f.status, PRG_OK);
  const prg_trend *trend = prg_model_events.trend(f.state);
  assert_close(trend->coefficient[2].estimate, 10, 1e-10);
  assert_close(trend->sigma, 0, 0);
  prg_distribution d;
  assert_int_equal(
      prg_distribution_init(&d, 1, prg_standard_probability, prg_standard_probability_count, NULL),
      PRG_OK);
  assert_int_equal(prg_model_events.predict(f.state, &d, NULL), PRG_OK);
  assert_close(prg_distribution_quantile(&d, 1, .5), 29, 1e-9);
  assert_true(prg_distribution_quantile(&d, 1, .9) > 29.3);
  prg_distribution_clear(&d);
  unfit(&f);
}

static void assert_refused(const char *events, size_t n, prg_text text) {
  fitted f = fit(events, figures, n);
  assert_int_equal(f.status, PRG_EREFUSED);
  assert_int_equal(f.error.message.text, text);
  unfit(&f);
}

static void test_refusals(void **state) {
  (void)state;
  assert_refused("", 12, PRG_TEXT_EVENT_MISSING);
  assert_refused("2012 2013 2014", 5, PRG_TEXT_TREND_TOO_FEW);
  assert_refused("2015K1", 12, PRG_TEXT_EVENT_FREQUENCY);
  assert_refused("2011", 12, PRG_TEXT_EVENT_WITHOUT_FIGURES);
  assert_refused("2023", 12, PRG_TEXT_EVENT_WITHOUT_FIGURES);
  assert_refused("2009:pulse", 12, PRG_TEXT_EVENT_WITHOUT_FIGURES);
  assert_refused("2015 2015", 12, PRG_TEXT_EVENTS_NOT_TOLD_APART);
  assert_refused("2022 2022:pulse", 12, PRG_TEXT_EVENTS_NOT_TOLD_APART);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_as_r),    cmocka_unit_test(test_notes),    cmocka_unit_test(test_paths),
      cmocka_unit_test(test_perfect), cmocka_unit_test(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
