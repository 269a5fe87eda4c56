#include "model/smoothing/intermittent.h"

#include "model/trend/count_distribution.h"

#include "forecast_test.h"

/* --- tests/reference/intermittent.csv --- */

static size_t item(const char *series, const char *name, double *value) {
  char line[128], key[64];
  size_t n = 0;
  int length = snprintf(key, sizeof key, "%s,%s,", series, name);
  FILE *file = fopen("tests/reference/intermittent.csv", "r");
  assert_non_null(file);
  while (fgets(line, sizeof line, file) != NULL)
    if (strncmp(line, key, (size_t)length) == 0)
      value[n++] = strtod(strchr(line + length, ',') + 1, NULL);
  fclose(file);
  return n;
}

static const char *const series[] = {"sparse", "clumped", "dying", "late",
                                     "once",   "never",   "always"};

typedef struct fitted {
  const prg_model_type *type;
  void *state;
  prg_series series;
  prg_notes notes;
  prg_error error;
  prg_status status;
  prg_intermittent_summary summary;
} fitted;

static fitted fit(const prg_model_type *type, const double *y, size_t n) {
  fitted f = {.type = type};
  prg_model_options options;
  prg_model_options_init(&options);
  prg_period start = {PRG_YEAR, 2011};
  assert_int_equal(prg_series_init_values(&f.series, "Olyckor", start, y, n, NULL), PRG_OK);
  f.state = type->alloc(&options);
  assert_non_null(f.state);
  f.status = type->fit(f.state, &f.series, &f.notes, &f.error);
  f.summary = prg_intermittent_summary_of(f.state);
  return f;
}

static fitted fit_reference(const prg_model_type *type, const char *name) {
  double y[64];
  fitted f = fit(type, y, item(name, "y", y));
  assert_int_equal(f.status, PRG_OK);
  return f;
}

static void unfit(fitted *f) {
  f->type->free(f->state);
  prg_series_clear(&f->series);
}

static void test_croston_as_r(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(series); i++) {
    double expected;
    fitted f = fit_reference(&prg_model_croston, series[i]);
    assert_int_equal(item(series[i], "croston.rate", &expected), 1);
    assert_digits(f.summary.rate, expected, 13);
    if (item(series[i], "croston.size", &expected) == 1)
      assert_digits(f.summary.size, expected, 13);
    if (item(series[i], "croston.interval", &expected) == 1)
      assert_digits(1 / f.summary.occurrence, expected, 13);
    unfit(&f);
  }
}

static void test_tsb_as_published(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(series); i++) {
    double expected[2];
    fitted f = fit_reference(&prg_model_tsb, series[i]);
    assert_int_equal(item(series[i], "tsb", expected), 2);
    assert_digits(f.summary.occurrence, expected[0], 13);
    assert_digits(f.summary.size, expected[1], 13);
    assert_digits(f.summary.rate, expected[0] * expected[1], 13);
    unfit(&f);
  }
}

/* P(Y <= y) of the summary's distribution. */
static double cdf(const prg_intermittent_summary *s, double y) {
  prg_count_distribution above = {s->log_mean, s->std_error, s->theta};
  double none = 1 - s->probability;
  return y < 1 ? none : none + s->probability * prg_count_cdf(&above, y - 0.5);
}

static const prg_model_type *const types[] = {&prg_model_croston, &prg_model_tsb};

/* A quantile rounds to the count that the distribution function passes p at. */
static void test_quantiles(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(series) * 2; i++) {
    fitted f = fit_reference(types[i % 2], series[i / 2]);
    prg_distribution d;
    assert_int_equal(prg_distribution_init(&d, 4, prg_standard_probability,
                                           prg_standard_probability_count, NULL),
                     PRG_OK);
    assert_int_equal(f.type->predict(f.state, &d, NULL), PRG_OK);
    for (size_t j = 0; j < d.n_probability; j++) {
      double p = d.probability[j], q = d.quantile[3 * d.n_probability + j];
      assert_close(q, d.quantile[j], 0);
      assert_true(cdf(&f.summary, ceil(q + 0.5)) >= p - 1e-6);
      assert_true(q < 0.5 || cdf(&f.summary, ceil(q - 0.5) - 1) <= p + 1e-6);
    }
    assert_true(d.quantile[d.n_probability - 1] > d.quantile[0]);
    prg_distribution_clear(&d);
    unfit(&f);
  }
}

/* Shares of paths that are at most y, within 4.5 standard errors; the mean is the rate. */
static void test_paths(void **state) {
  (void)state;
  enum { PATHS = 100000, HORIZON = 3 };
  double *path = malloc(PATHS * HORIZON * sizeof *path);
  assert_non_null(path);
  for (size_t i = 0; i < 8; i++) {
    fitted f = fit_reference(types[i % 2], series[i / 2]);
    assert_int_equal(f.type->paths(f.state, HORIZON, PATHS, 7, path, NULL), PRG_OK);
    double mean = 0;
    for (size_t k = 0; k < PATHS; k++)
      mean += path[k * HORIZON + 2] / PATHS;
    assert_close(mean, f.summary.rate, 0.03 * f.summary.rate + 0.01);
    for (double y = 0; y < 5; y++) {
      double p = cdf(&f.summary, y), share = 0;
      for (size_t k = 0; k < PATHS; k++)
        share += path[k * HORIZON + 2] <= y ? 1.0 / PATHS : 0;
      assert_close(share, p, 4.5 * sqrt(p * (1 - p) / PATHS) + 1e-5);
    }
    unfit(&f);
  }
  free(path);
}

/* One path's periods share their rate: they are not independent. */
static void test_paths_share_their_rate(void **state) {
  (void)state;
  enum { PATHS = 40000 };
  fitted f = fit_reference(&prg_model_tsb, "sparse");
  double *path = malloc(2 * PATHS * sizeof *path), both = 0, one = 0;
  assert_non_null(path);
  assert_int_equal(f.type->paths(f.state, 2, PATHS, 7, path, NULL), PRG_OK);
  for (size_t k = 0; k < PATHS; k++) {
    one += path[2 * k] > 0 ? 1.0 / PATHS : 0;
    both += path[2 * k] > 0 && path[2 * k + 1] > 0 ? 1.0 / PATHS : 0;
  }
  double p = f.summary.probability, variance = p * (1 - p) / (19 + 1); /* of the Beta */
  assert_close(one, p, 0.01);
  assert_close(both, p * p + variance, 0.006);
  assert_true(both > p * p + variance / 2);
  free(path);
  unfit(&f);
}

/* What died out goes on falling with TSB and stays with Croston. */
static void test_dying(void **state) {
  (void)state;
  fitted c = fit_reference(&prg_model_croston, "dying"), t = fit_reference(&prg_model_tsb, "dying");
  assert_true(t.summary.rate < c.summary.rate / 3);
  unfit(&c);
  unfit(&t);
}

/* A missing period is no period without events. */
static void test_gaps(void **state) {
  (void)state;
  const double y[] = {0, 3, NAN, 0, 0, 2, NAN, NAN, 0, 4, 0}, same[] = {0, 3, 0, 0, 2, 0, 4, 0};
  for (size_t i = 0; i < 2; i++) {
    fitted f = fit(types[i], y, COUNT_OF(y)), g = fit(types[i], same, COUNT_OF(same));
    assert_close(f.summary.rate, g.summary.rate, 0);
    assert_close(f.summary.log_mean, g.summary.log_mean, 0);
    unfit(&f);
    unfit(&g);
  }
}

/* Of nothing in six years and of something every year, the contrary is not impossible. */
static void test_jeffreys(void **state) {
  (void)state;
  fitted f = fit_reference(&prg_model_tsb, "never");
  assert_close(f.summary.rate, 0, 0);
  assert_digits(f.summary.probability, 0.5 / 7, 14);
  unfit(&f);
  f = fit_reference(&prg_model_croston, "always");
  assert_digits(f.summary.probability, 1 - 0.5 / 7, 14);
  unfit(&f);
}

static void test_note(void **state) {
  (void)state;
  const double y[] = {0, 0, 0, 6, 0, 0, 0};
  trial t;
  trial_run(&t, &(trial_options){.model = "croston", .every = PRG_YEAR, .start = 2015}, y, 7);
  assert_trial_note(&t, PRG_TEXT_INTERMITTENT_RATE, PRG_SWEDISH,
                    "I genomsnitt väntas 1,500 per period: något inträffar i 25 procent av "
                    "perioderna, och antalet är då i genomsnitt 6,0.");
  trial_close(&t);
}

static void test_refusals(void **state) {
  (void)state;
  const double part[] = {0, 2, 1.5, 0, 1}, below[] = {0, 2, 0, -1, 1}, few[] = {1, 0, 2};
  const double *const y[] = {part, below};
  for (size_t i = 0; i < 2; i++) {
    fitted f = fit(types[i], y[i], 5);
    assert_int_equal(f.status, PRG_EREFUSED);
    assert_int_equal(f.error.message.text, PRG_TEXT_INTERMITTENT_NEEDS_COUNTS);
    assert_string_equal(f.error.message.argument[1].string, i == 0 ? "2013" : "2014");
    unfit(&f);
  }
  fitted f = fit(&prg_model_tsb, few, 3);
  assert_int_equal(f.status, PRG_EREFUSED);
  unfit(&f);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_croston_as_r),
      cmocka_unit_test(test_tsb_as_published),
      cmocka_unit_test(test_quantiles),
      cmocka_unit_test(test_paths),
      cmocka_unit_test(test_paths_share_their_rate),
      cmocka_unit_test(test_dying),
      cmocka_unit_test(test_gaps),
      cmocka_unit_test(test_jeffreys),
      cmocka_unit_test(test_note),
      cmocka_unit_test(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
