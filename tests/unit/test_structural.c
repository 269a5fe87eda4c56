#include "model/structural/structural.h"

#include <gsl/gsl_cdf.h>

#include "model/structural/structural_filter.h"

#include "forecast_test.h"

/* --- R's figures: tests/reference/structural.csv --- */

/* The values of an item in order (NA is NaN); returns how many. */
static size_t item(const char *series, const char *name, double *value) {
  char line[128], key[64];
  size_t n = 0;
  int length = snprintf(key, sizeof key, "%s,%s,", series, name);
  FILE *file = fopen("tests/reference/structural.csv", "r");
  assert_non_null(file);
  while (fgets(line, sizeof line, file) != NULL)
    if (strncmp(line, key, (size_t)length) == 0) {
      const char *figure = strchr(line + length, ',') + 1;
      value[n++] = strncmp(figure, "NA", 2) == 0 ? NAN : strtod(figure, NULL);
    }
  fclose(file);
  return n;
}

typedef struct fitted {
  const prg_model_type *type;
  void *state;
  prg_series series;
  prg_notes notes;
  prg_status status;
  prg_error error;
} fitted;

static fitted fit(const prg_model_type *type, const double *y, size_t n, int season) {
  fitted f = {.type = type};
  prg_model_options options;
  prg_model_options_init(&options);
  prg_period start = {PRG_INDEX, 1};
  assert_int_equal(prg_series_init_values(&f.series, "Elever", start, y, n, NULL), PRG_OK);
  f.series.season = season;
  f.state = type->alloc(&options);
  assert_non_null(f.state);
  f.status = type->fit(f.state, &f.series, &f.notes, &f.error);
  return f;
}

static fitted fit_reference(const prg_model_type *type, const char *series) {
  double y[200], season;
  assert_int_equal(item(series, "season", &season), 1);
  fitted f = fit(type, y, item(series, "y", y), (int)season);
  assert_int_equal(f.status, PRG_OK);
  return f;
}

static void unfit(fitted *f) {
  f->type->free(f->state);
  prg_series_clear(&f->series);
}

typedef struct reference_type {
  const prg_model_type *type;
  const char *name;
  size_t n_part;
} reference_type;

static const reference_type level = {&prg_model_local_level, "level", 2},
                            trend = {&prg_model_local_trend, "trend", 3},
                            season = {&prg_model_structural, "BSM", 4};

/* Each variance to a thousandth of the largest, the likelihood to 2e-4 or better than R's. */
static void check_fit(const char *series, const reference_type *as) {
  char name[32];
  double expected[5], largest = 0;
  snprintf(name, sizeof name, "diffuse.%s", as->name);
  assert_int_equal(item(series, name, expected), as->n_part + 1);
  fitted f = fit_reference(as->type, series);
  prg_structural_summary s = prg_structural_summary_of(f.state);
  const double variance[] = {s.level, s.slope, s.season};
  for (size_t i = 0; i < as->n_part; i++)
    largest = fmax(largest, expected[i]);
  for (size_t i = 0; i + 1 < as->n_part; i++)
    assert_close(variance[i], expected[i], 1e-3 * largest);
  assert_close(s.noise, expected[as->n_part - 1], 1e-3 * largest);
  assert_true(s.log_likelihood > expected[as->n_part] - 2e-4);
  assert_close(s.log_likelihood, expected[as->n_part], 2e-3);
  unfit(&f);
}

static const char *const annual[] = {"Nile",       "gaps",  "LakeHuron", "uspop",
                                     "compulsory", "upper", "UKgas",     "lynx"};

static void test_greatest_likelihood(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(annual); i++) {
    check_fit(annual[i], &level);
    check_fit(annual[i], &trend);
  }
  check_fit("UKgas", &season);
  check_fit("USAccDeaths", &season);
  check_fit("AirPassengers", &season);
  /* Its noise is none, and so below the floor that rounding is for forecasts. */
  check_fit("WWWusage", &level);
  check_fit("WWWusage", &trend);
}

/* Where the start of StructTS is diffuse, its variances and likelihood are the same. */
static void test_as_struct_ts(void **state) {
  (void)state;
  static const char *const series[] = {"Nile", "LakeHuron", "uspop", "compulsory", "UKgas"};
  for (size_t i = 0; i < COUNT_OF(series); i++) {
    double expected[3];
    assert_int_equal(item(series[i], "struct.level", expected), 3);
    fitted f = fit_reference(&prg_model_local_level, series[i]);
    prg_structural_summary s = prg_structural_summary_of(f.state);
    assert_close(s.level, expected[0], 1e-4 * (expected[0] + expected[1]));
    assert_close(s.noise, expected[1], 1e-4 * (expected[0] + expected[1]));
    assert_close(s.log_likelihood, expected[2], 5e-5);
    unfit(&f);
  }
}

/* Elsewhere StructTS finds another point, with a lower diffuse likelihood. */
static void test_not_below_struct_ts(void **state) {
  (void)state;
  static const char *const series[] = {"Nile", "LakeHuron", "uspop", "compulsory", "upper"};
  const prg_structural_form form = {.n_part = 3, .m = 1};
  for (size_t i = 0; i < COUNT_OF(series); i++) {
    double y[200], r[3];
    size_t n = item(series[i], "y", y);
    assert_int_equal(item(series[i], "struct.trend", r), 3);
    double sum = r[0] + r[1] + r[2], tiny = 1e-9;
    double weight[STRUCTURAL_PARTS] = {r[2] / sum + tiny, r[0] / sum + tiny, r[1] / sum + tiny, 0};
    prg_structural_run run;
    assert_true(prg_structural_filter(&form, weight, y, n, &run));
    fitted f = fit_reference(&prg_model_local_trend, series[i]);
    assert_true(prg_structural_summary_of(f.state).log_likelihood >=
                prg_structural_log_likelihood(&form, &run) - 1e-6);
    unfit(&f);
  }
}

/*
 * Medians as R's means. R's variances are those for the likeliest σ², whose estimate here has the
 * degrees of freedom figures − states already, so that they are the same.
 */
static void check_forecast(const char *series, const reference_type *as) {
  char name[32];
  double mean[5], variance[5];
  snprintf(name, sizeof name, "mean.%s", as->name);
  assert_int_equal(item(series, name, mean), 5);
  snprintf(name, sizeof name, "variance.%s", as->name);
  assert_int_equal(item(series, name, variance), 5);
  fitted f = fit_reference(as->type, series);
  prg_distribution d;
  assert_int_equal(
      prg_distribution_init(&d, 5, prg_standard_probability, prg_standard_probability_count, NULL),
      PRG_OK);
  assert_int_equal(f.type->predict(f.state, &d, NULL), PRG_OK);
  double df =
      (double)(prg_series_observed(&f.series) - prg_structural_summary_of(f.state).n_states);
  for (size_t h = 1; h <= 5; h++) {
    double median = prg_distribution_quantile(&d, h, .5), sd = sqrt(variance[h - 1]);
    double upper = prg_distribution_quantile(&d, h, .9) - median;
    assert_close(median, mean[h - 1], 2e-3 * sd);
    assert_close(upper, sd * gsl_cdf_tdist_Pinv(.9, df), 2e-3 * sd);
  }
  prg_distribution_clear(&d);
  unfit(&f);
}

static void test_forecasts(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(annual); i++) {
    check_forecast(annual[i], &level);
    check_forecast(annual[i], &trend);
  }
  check_forecast("UKgas", &season);
  check_forecast("USAccDeaths", &season);
  check_forecast("AirPassengers", &season);
}

/* --- sample paths, notes, odd input --- */

static void test_paths(void **state) {
  (void)state;
  static const double y[] = {13.7, 21.9, 15.1, 24.3, 16.6, 23.8, 18.2, 27.4,
                             19.9, 27.1, 20.3, NAN,  22.8, 30.6, 21.7, 31.2};
  static const char *const model[] = {"local-level", "local-trend", "structural"};
  for (size_t i = 0; i < COUNT_OF(model); i++) {
    trial t;
    trial_run(
        &t,
        &(trial_options){.model = model[i], .every = PRG_HALF_YEAR, .start = 4040, .horizon = 4}, y,
        COUNT_OF(y));
    assert_paths_follow(&t);
    trial_close(&t);
  }
}

static void test_season_notes(void **state) {
  (void)state;
  const double y[] = {13.7, 21.9, 15.1, 24.3, 16.6, 23.8, 18.2};
  fitted f = fit(&prg_model_local_level, y, 7, 4);
  assert_true(prg_notes_has(&f.notes, PRG_TEXT_SMOOTHING_NO_SEASON));
  unfit(&f);
  f = fit(&prg_model_structural, y, 7, 12);
  assert_int_equal(f.status, PRG_OK);
  assert_true(prg_notes_has(&f.notes, PRG_TEXT_ETS_SEASON_SHORT));
  unfit(&f);
  f = fit(&prg_model_structural, y, 7, 52);
  assert_true(prg_notes_has(&f.notes, PRG_TEXT_STRUCTURAL_SEASON_LONG));
  unfit(&f);
  f = fit(&prg_model_structural, y, 7, 2);
  assert_false(prg_notes_has(&f.notes, PRG_TEXT_ETS_SEASON_SHORT));
  assert_int_equal(prg_structural_summary_of(f.state).n_states, 3);
  assert_true(prg_notes_has(&f.notes, PRG_TEXT_STRUCTURAL_VARIANCES));
  assert_true(prg_notes_has(&f.notes, PRG_TEXT_STRUCTURAL_NARROW));
  unfit(&f);
}

/* One quarter of the year never has a figure: no season can be told. */
static void test_season_never_seen(void **state) {
  (void)state;
  const double y[] = {13.7, 21.9, NAN, 24.3, 16.6, 23.8, NAN, 27.4, 15.3, 22.2, NAN, 26.1};
  fitted f = fit(&prg_model_structural, y, 12, 4);
  assert_int_equal(f.status, PRG_OK);
  assert_true(prg_notes_has(&f.notes, PRG_TEXT_ETS_SEASON_SHORT));
  assert_int_equal(prg_structural_summary_of(f.state).n_states, 2);
  unfit(&f);
}

static void test_refusals(void **state) {
  (void)state;
  const double few[] = {3.1, NAN, 4.7}, large[] = {3.1, 4.7, 1e101, 5.2};
  fitted f = fit(&prg_model_local_level, few, 3, 1);
  assert_int_equal(f.status, PRG_EREFUSED);
  unfit(&f);
  f = fit(&prg_model_local_trend, large, 4, 1);
  assert_int_equal(f.status, PRG_EINPUT);
  unfit(&f);
}

/* The rounding of whole numbers is all the width there is. */
static void test_constant(void **state) {
  (void)state;
  const double y[] = {7, 7, 7, 7, 7, 7};
  trial t;
  trial_run(&t, &(trial_options){.model = "local-level", .every = PRG_YEAR, .start = 2015}, y, 6);
  assert_close(point_of(&t, 3), 7, 1e-9);
  assert_digits(quantile_of(&t, 3, .9), 7 + gsl_cdf_tdist_Pinv(.9, 5) / sqrt(12), 6);
  trial_close(&t);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_greatest_likelihood),
      cmocka_unit_test(test_as_struct_ts),
      cmocka_unit_test(test_not_below_struct_ts),
      cmocka_unit_test(test_forecasts),
      cmocka_unit_test(test_paths),
      cmocka_unit_test(test_season_notes),
      cmocka_unit_test(test_season_never_seen),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_constant),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
