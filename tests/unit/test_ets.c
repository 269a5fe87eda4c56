#include "model/smoothing/ets.h"

#include "ets_reference.h"

static prg_error error;
static prg_notes notes;

static prg_series series_of(const double *y, size_t n, int season) {
  prg_series series;
  prg_period start = {PRG_INDEX, 1};
  assert_int_equal(prg_series_init_values(&series, "serie", start, y, n, NULL), PRG_OK);
  series.season = season;
  return series;
}

/* A state with the form, fitted; *status tells how it went. */
static void *fitted(const char *form, const double *y, size_t n, int season, prg_status *status) {
  prg_model_options options = {.seed = 1};
  snprintf(options.ets_form, sizeof options.ets_form, "%s", form);
  void *state = prg_model_ets.alloc(&options);
  assert_non_null(state);
  prg_series series = series_of(y, n, season);
  notes = (prg_notes){0};
  prg_error_clear(&error);
  *status = prg_model_ets.fit(state, &series, &notes, &error);
  prg_series_clear(&series);
  return state;
}

static void *fitted_well(const char *form, const double *y, size_t n, int season) {
  prg_status status;
  void *state = fitted(form, y, n, season, &status);
  assert_int_equal(status, PRG_OK);
  return state;
}

static void assert_refused(const char *form, const double *y, size_t n, int season, prg_text text) {
  prg_status status;
  void *state = fitted(form, y, n, season, &status);
  assert_int_equal(status, prg_text_status(text));
  assert_int_equal(error.message.text, text);
  prg_model_ets.free(state);
}

static prg_distribution predicted(void *state, size_t horizon) {
  prg_distribution distribution;
  assert_int_equal(prg_distribution_init(&distribution, horizon, prg_standard_probability,
                                         prg_standard_probability_count, NULL),
                   PRG_OK);
  assert_int_equal(prg_model_ets.predict(state, &distribution, NULL), PRG_OK);
  return distribution;
}

/* Finite, ordered, and not of zero width. */
static void assert_sound(const prg_distribution *d) {
  for (size_t h = 0; h < d->horizon; h++) {
    const double *q = d->quantile + h * d->n_probability;
    for (size_t i = 0; i < d->n_probability; i++)
      assert_true(isfinite(q[i]) && (i == 0 || q[i] >= q[i - 1]));
    assert_true(q[d->n_probability - 1] > q[0]);
  }
}

/* Where R's ets() chooses another form, because its optimiser stops short of the maximum. */
static const struct {
  const char *series, *form;
  double deviance;
} likelier[] = {
    {"AirPassengers", "ETS(M,A,M)", 1351.994}, /* R stops at 1364.81 and takes (M,Ad,M), 1359.17 */
    {"lynx", "ETS(M,A,N)", 2028.516},          /* R stops at 2055.02 and takes (M,N,N), 2052.14 */
};

/* The form of the least AICc: R's, or one that R would choose had it found its maximum. */
static void test_choice_is_that_of_r_or_likelier(void **unused) {
  (void)unused;
  for (size_t i = 0; i < n_reference; i++) {
    const reference_row *best = &reference[i];
    if (strcmp(best->form, "best") != 0)
      continue;
    const reference_row *y = reference_find(best->series, "-", "y");
    const reference_row *loglik = reference_find(best->series, best->name, "loglik");
    void *state = fitted_well("", y->value, y->n, (int)y->season);
    const prg_ets_fit *fit = prg_ets_fitted(state);
    prg_ets_form form;
    assert_true(prg_ets_form_find(best->name, &form));
    const char *expected = prg_ets_form_name(&form);
    for (size_t j = 0; j < sizeof likelier / sizeof likelier[0]; j++) {
      if (strcmp(best->series, likelier[j].series) != 0)
        continue;
      expected = likelier[j].form;
      assert_close(fit->deviance, likelier[j].deviance, 2e-3);
    }
    assert_string_equal(prg_ets_form_name(&fit->form), expected);
    assert_true(-0.5 * fit->deviance >= loglik->value[0] - 1e-3);
    assert_true(prg_notes_has(&notes, PRG_TEXT_ETS_CHOSEN));
    assert_true(prg_notes_has(&notes, PRG_TEXT_ETS_NARROW));
    prg_model_ets.free(state);
  }
}

/* Where the optimum is R's, so is the forecast: Nile, (M,N,N). */
static void test_forecast_of_the_same_optimum_is_that_of_r(void **unused) {
  (void)unused;
  const reference_row *y = reference_find("Nile", "-", "y");
  const reference_row *mean = reference_find("Nile", "MNN", "mean");
  const reference_row *sd = reference_find("Nile", "MNN", "sd");
  void *state = fitted_well("", y->value, y->n, 1);
  prg_distribution d = predicted(state, mean->n);
  for (size_t h = 1; h <= mean->n; h++) {
    assert_close(prg_distribution_quantile(&d, h, 0.5), mean->value[h - 1], 0.1);
    /* Student-t with 98 degrees of freedom where R takes the normal quantile. */
    double half =
        (prg_distribution_quantile(&d, h, 0.975) - prg_distribution_quantile(&d, h, 0.025)) / 2;
    assert_close(half / sd->value[h - 1], 1.984467, 1e-3);
  }
  prg_distribution_clear(&d);
  prg_model_ets.free(state);
}

static const double pupils[] = {168, 183, 198, 214, 240, 249};

static void test_six_figures_get_a_level(void **unused) {
  (void)unused;
  void *state = fitted_well("", pupils, 6, 1);
  assert_int_equal(prg_ets_fitted(state)->form.trend, PRG_ETS_NONE);
  prg_distribution d = predicted(state, 5);
  assert_sound(&d);
  assert_close(prg_distribution_quantile(&d, 1, 0.5), 249, 0.1);
  prg_distribution_clear(&d);
  prg_model_ets.free(state);
  state = fitted_well("ETS(A,A,N)", pupils, 6, 1);
  assert_true(prg_notes_has(&notes, PRG_TEXT_ETS_AS_WANTED));
  d = predicted(state, 5);
  assert_sound(&d);
  assert_close(prg_distribution_quantile(&d, 1, 0.5), 266.5, 3); /* the line goes on */
  prg_distribution_clear(&d);
  prg_model_ets.free(state);
}

static void test_one_state_serves_one_series_after_another(void **unused) {
  (void)unused;
  const reference_row *gas = reference_find("UKgas", "-", "y");
  void *state = fitted_well("", gas->value, gas->n, 4);
  prg_distribution d = predicted(state, 9);
  assert_sound(&d);
  prg_distribution_clear(&d);
  prg_series series = series_of(pupils, 6, 1);
  assert_int_equal(prg_model_ets.fit(state, &series, &notes, NULL), PRG_OK);
  prg_distribution again = predicted(state, 3);
  void *fresh = fitted_well("", pupils, 6, 1);
  prg_distribution alone = predicted(fresh, 3);
  assert_memory_equal(again.quantile, alone.quantile,
                      3 * again.n_probability * sizeof *again.quantile);
  prg_distribution_clear(&alone);
  prg_distribution_clear(&again);
  prg_series_clear(&series);
  prg_model_ets.free(fresh);
  prg_model_ets.free(state);
}

/* What may not end in NaN, infinity or a width of zero. */
static void test_odd_series_get_sound_forecasts(void **unused) {
  (void)unused;
  static const double constant[] = {7, 7, 7, 7, 7, 7, 7, 7};
  static const double zeros[] = {0, 0, 0, 0, 0};
  static const double outlier[] = {12, 14, 13, 12, 98000, 13, 15, 12, 14, 13};
  static const double negative[] = {-4.31, 2.72, -1.18, 0.57, 3.94, -2.63, 1.05, 0.31};
  static const double line[] = {10, 20, 30, 40, 50, 60, 70, 80, 90};
  static const double tiny[] = {2.31e-9, 2.47e-9, 2.58e-9, 2.41e-9, 2.66e-9, 2.73e-9};
  static const double large[] = {2.31e99, 2.47e99, 2.58e99, 2.41e99, 2.66e99, 2.73e99};
  static const double gaps[] = {NAN, 31, NAN, NAN, 36, 39, 35, NAN, 44, NAN};
  static const double wild[] = {1, 6400, 2, 8100, 1, 9300, 3, 7700, 1, 5600, 2};
  static const double four[] = {96, 112, 126, 131};
  static const struct {
    const double *y;
    size_t n;
  } row[] = {{constant, 8}, {zeros, 5}, {outlier, 10}, {negative, 8}, {line, 9},
             {tiny, 6},     {large, 6}, {gaps, 10},    {wild, 11},    {four, 4}};
  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
    void *state = fitted_well("", row[i].y, row[i].n, 1);
    prg_distribution d = predicted(state, 30);
    assert_sound(&d);
    double path[4 * 30];
    assert_int_equal(prg_model_ets.paths(state, 30, 4, 7, path, NULL), PRG_OK);
    for (size_t j = 0; j < 4 * 30; j++)
      assert_true(isfinite(path[j]));
    assert_true(path[0] != path[30]);
    prg_distribution_clear(&d);
    prg_model_ets.free(state);
  }
}

/* A constant: its value, with no more than the doubt of rounding. */
static void test_a_constant_goes_on(void **unused) {
  (void)unused;
  static const double constant[] = {7, 7, 7, 7, 7, 7, 7, 7};
  void *state = fitted_well("", constant, 8, 1);
  assert_string_equal(prg_ets_form_name(&prg_ets_fitted(state)->form), "ETS(A,N,N)");
  prg_distribution d = predicted(state, 3);
  assert_close(prg_distribution_quantile(&d, 3, 0.5), 7, 1e-9);
  double quartile = prg_distribution_quantile(&d, 1, 0.75);
  assert_true(quartile > 7.1 && quartile < 7.5);
  prg_distribution_clear(&d);
  prg_model_ets.free(state);
}

/* Periods without a figure leave the season where it was. */
static void test_gaps_in_a_season(void **unused) {
  (void)unused;
  const reference_row *deaths = reference_find("USAccDeaths", "-", "y");
  double y[72];
  memcpy(y, deaths->value, sizeof y);
  void *whole = fitted_well("ANA", y, 72, 12);
  for (size_t t = 30; t < 46; t++)
    y[t] = NAN; /* more than a season */
  y[57] = NAN;
  void *holed = fitted_well("ANA", y, 72, 12);
  assert_int_equal(prg_ets_fitted(holed)->n_figures, 55);
  prg_distribution a = predicted(whole, 12), b = predicted(holed, 12);
  assert_sound(&b);
  for (size_t h = 1; h <= 12; h++)
    assert_close(prg_distribution_quantile(&b, h, 0.5) / prg_distribution_quantile(&a, h, 0.5), 1,
                 0.04);
  prg_distribution_clear(&a);
  prg_distribution_clear(&b);
  prg_model_ets.free(whole);
  prg_model_ets.free(holed);
}

static void test_what_cannot_have_a_season_is_told(void **unused) {
  (void)unused;
  double weeks[80];
  for (size_t t = 0; t < 80; t++)
    weeks[t] = 100 + 9.3 * sin(0.7 * (double)t) + 3.1 * cos(2.3 * (double)t);
  prg_model_ets.free(fitted_well("", weeks, 80, 52));
  assert_true(prg_notes_has(&notes, PRG_TEXT_ETS_SEASON_LONG));
  prg_model_ets.free(fitted_well("", weeks, 9, 12));
  assert_true(prg_notes_has(&notes, PRG_TEXT_ETS_SEASON_SHORT));
  prg_model_ets.free(fitted_well("", weeks, 80, 12));
  assert_false(prg_notes_has(&notes, PRG_TEXT_ETS_SEASON_SHORT));
}

static void test_paths_have_the_margins_of_predict(void **unused) {
  (void)unused;
  enum { PATHS = 20000, AHEAD = 5 };
  static double path[PATHS * AHEAD];
  void *state = fitted_well("AAN", pupils, 6, 1);
  prg_distribution d = predicted(state, AHEAD);
  assert_int_equal(prg_model_ets.paths(state, AHEAD, PATHS, 11, path, NULL), PRG_OK);
  for (size_t h = 1; h <= AHEAD; h++) {
    size_t below_low = 0, below_high = 0;
    for (size_t i = 0; i < PATHS; i++) {
      below_low += path[i * AHEAD + h - 1] < prg_distribution_quantile(&d, h, 0.1);
      below_high += path[i * AHEAD + h - 1] < prg_distribution_quantile(&d, h, 0.9);
    }
    assert_close((double)below_low / PATHS, 0.1, 0.01);
    assert_close((double)below_high / PATHS, 0.9, 0.01);
  }
  double again[AHEAD];
  assert_int_equal(prg_model_ets.paths(state, AHEAD, 1, 11, again, NULL), PRG_OK);
  assert_memory_equal(again, path, sizeof again);
  prg_distribution_clear(&d);
  prg_model_ets.free(state);
}

static void test_refusals(void **unused) {
  (void)unused;
  static const double zero[] = {168, 0, 198, 214, 240, 249}, equal[] = {5, 5, 5, 5, 5, 5};
  static const double infinite[] = {168, INFINITY, 198, 214, 240, 249};
  static const double falls[] = {1, 2, 900, 30000, 4, 1, 2, 1, 1};
  assert_refused("AMN", pupils, 6, 1, PRG_TEXT_ETS_UNKNOWN);
  assert_refused("ANA", pupils, 6, 1, PRG_TEXT_ETS_NEEDS_SEASON);
  assert_refused("ANA", pupils, 6, 52, PRG_TEXT_ETS_NEEDS_SEASON);
  assert_refused("MNN", zero, 6, 1, PRG_TEXT_ETS_NEEDS_POSITIVE);
  assert_refused("MNN", equal, 6, 1, PRG_TEXT_ETS_NEEDS_POSITIVE);
  assert_refused("AAN", pupils, 5, 1, PRG_TEXT_ETS_TOO_FEW);
  assert_refused("ANA", pupils, 6, 4, PRG_TEXT_ETS_TOO_FEW);
  prg_status status;
  void *state = fitted("", pupils, 3, 1, &status);
  assert_int_equal(status, PRG_EREFUSED);
  prg_model_ets.free(state);
  state = fitted("", infinite, 6, 1, &status);
  assert_int_equal(status, PRG_EINPUT);
  prg_model_ets.free(state);
  state = fitted("MAN", falls, 9, 1, &status); /* inherits a level from MNN: always positive */
  assert_int_equal(status, PRG_OK);
  prg_model_ets.free(state);
}

static void test_it_is_in_the_table_and_no_trend(void **unused) {
  (void)unused;
  assert_ptr_equal(prg_model_find("ets"), &prg_model_ets);
  assert_null(prg_model_ets.trend);
  prg_model_ets.free(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_choice_is_that_of_r_or_likelier),
      cmocka_unit_test(test_forecast_of_the_same_optimum_is_that_of_r),
      cmocka_unit_test(test_six_figures_get_a_level),
      cmocka_unit_test(test_one_state_serves_one_series_after_another),
      cmocka_unit_test(test_odd_series_get_sound_forecasts),
      cmocka_unit_test(test_a_constant_goes_on),
      cmocka_unit_test(test_gaps_in_a_season),
      cmocka_unit_test(test_what_cannot_have_a_season_is_told),
      cmocka_unit_test(test_paths_have_the_margins_of_predict),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_it_is_in_the_table_and_no_trend),
  };
  return cmocka_run_group_tests(tests, reference_read, NULL);
}
