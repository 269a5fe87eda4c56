#include "backtest_fixture.h"

static const double school[] = {96, 112, 126, 131, 129, 126};

static prg_backtest_options options_for(const prg_model_type *const *model, size_t n) {
  prg_backtest_options options;
  prg_backtest_options_init(&options);
  options.model = model;
  options.n_model = n;
  return options;
}

static prg_status run(const prg_backtest_options *options, const prg_series *series,
                      prg_backtest_result *result, prg_error *error) {
  prg_backtest *backtest = prg_backtest_alloc(options, NULL);
  assert_non_null(backtest);
  *result = (prg_backtest_result){0};
  prg_status status = prg_backtest_run(backtest, series, result, error);
  result->model = NULL; /* the workspace goes */
  prg_backtest_free(backtest);
  return status;
}

/* Acceptance D: fitted to 2017–2020 the line gives 146.0 and 157.9 against 129 and 126. */
static void test_the_line_against_what_came(void **state) {
  (void)state;
  const prg_model_type *models[] = {prg_model_find("linear"), prg_model_find("naive")};
  prg_backtest_options options = options_for(models, 2);
  prg_series series = yearly("Gymnasiesärskola", school, 6);
  prg_backtest_result result;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  assert_int_equal(result.first, 4);
  assert_int_equal(result.n_origin, 2);
  assert_int_equal(result.origin[0], 3);
  assert_int_equal(result.origin[1], 4);
  const prg_score *one = prg_backtest_score(&result, 0, 0, 1);
  const prg_score *two = prg_backtest_score(&result, 0, 0, 2);
  assert_close(one->actual, 129, 0);
  assert_close(one->point, 146, 1e-9);
  assert_close(one->point - one->actual, 17, 1e-9);
  assert_close(two->point, 157.9, 1e-9);
  assert_close(two->point - two->actual, 31.9, 1e-9);
  assert_true(isnan(prg_backtest_score(&result, 0, 0, 3)->actual));
  assert_close(prg_backtest_score(&result, 0, 1, 2)->point, 131, 0);
  assert_digits(result.scale.absolute, (16 + 14 + 5) / 3.0, 14);
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

/* An origin after a level break looks at nothing before it; one before it has no outcomes after. */
static void test_a_level_break_parts_the_series(void **state) {
  (void)state;
  static const double y[] = {103, 98, 107, 101, 111, 212, 206, 219, 203, 214};
  const prg_model_type *models[] = {prg_model_find("mean")};
  prg_event broken = {.period = {PRG_YEAR, 2022}, .kind = PRG_EVENT_LEVEL};
  prg_event_list events = {.item = &broken, .n = 1};
  prg_backtest_options options = options_for(models, 1);
  options.events = &events;
  prg_series series = yearly("skola", y, 10);
  prg_backtest_result result;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  assert_int_equal(result.n_origin, 5); /* not the last before the break */
  assert_int_equal(result.origin[0], 3);
  assert_int_equal(result.origin[1], 5);
  const prg_score *before = prg_backtest_score(&result, 0, 0, 1);
  assert_close(before->point, (103 + 98 + 107 + 101) / 4.0, 1e-9);
  assert_close(before->actual, 111, 0);
  assert_true(isnan(prg_backtest_score(&result, 0, 0, 2)->actual));
  assert_close(prg_backtest_score(&result, 1, 0, 1)->point, 212, 1e-9); /* too short: naive */
  const prg_score *after = prg_backtest_score(&result, 4, 0, 1);
  assert_close(after->point, (212 + 206 + 219 + 203) / 4.0, 1e-9);
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

/* What a window forecasts is what the forecaster says of the series cut there, for a model that is
 * fitted by search to the search's precision. */
static void test_a_window_knows_nothing_later(void **state) {
  (void)state;
  static const double y[] = {83, 91, 88, 104, 99, 117, 121, 118, 131};
  const prg_model_type *models[] = {prg_models[0], prg_model_find("theta")};
  prg_backtest_options options = options_for(models, 2);
  options.horizon = 2;
  prg_series series = yearly("skola", y, 9);
  prg_backtest_result result;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  assert_int_equal(result.n_origin, 4); /* theta needs five */
  for (size_t k = 0; k < 2; k++) {
    prg_forecast_options forecast_options;
    prg_forecast_options_init(&forecast_options);
    forecast_options.model = models[k];
    forecast_options.horizon = 2;
    prg_forecaster *forecaster = prg_forecaster_alloc(&forecast_options, NULL);
    for (size_t i = 0; i < result.n_origin; i++) {
      prg_series cut = yearly("skola", y, result.origin[i] + 1);
      prg_forecast forecast = {0};
      assert_int_equal(prg_forecaster_run(forecaster, &cut, &forecast, NULL), PRG_OK);
      const prg_score *score = prg_backtest_score(&result, i, k, 1);
      double precision = k == 0 ? 0 : 1e-4;
      assert_close(score->point, prg_forecast_point(&forecast, 1), precision);
      assert_close(score->lower_95, prg_forecast_quantile(&forecast, 1, .025), precision);
      prg_forecast_clear(&forecast);
      prg_series_clear(&cut);
    }
    prg_forecaster_free(forecaster);
  }
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

static void test_a_perfect_forecaster_has_no_errors(void **state) {
  (void)state;
  static const double y[] = {51, 47.5, 58.25, 63, 60.125, 71, 68, 80.5};
  prg_series series = yearly("skola", y, 8);
  the_oracle = (oracle){.whole = &series};
  const prg_model_type *model = &oracle_model;
  prg_backtest_options options = options_for(&model, 1);
  prg_backtest_result result;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  assert_int_equal(result.n_model, 2); /* naive is added */
  prg_accuracy accuracy = {0};
  for (size_t i = 0; i < result.n_origin; i++)
    for (size_t h = 1; h <= 5; h++)
      prg_accuracy_add(&accuracy, prg_backtest_score(&result, i, 0, h), &result.scale);
  prg_measures measures = prg_accuracy_measures(&accuracy);
  assert_int_equal(measures.n, 4 + 3 + 2 + 1);
  assert_close(measures.mase, 0, 0);
  assert_close(measures.rmsse, 0, 0);
  assert_close(measures.smape, 0, 0);
  assert_close(measures.mape, 0, 0);
  assert_close(measures.bias, 0, 0);
  assert_close(measures.msis, 0, 0);
  assert_close(measures.crps, 0, 0);
  assert_close(measures.coverage_80, 1, 0);
  assert_close(measures.coverage_95, 1, 0);
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

static void test_gaps_are_no_origins_and_no_outcomes(void **state) {
  (void)state;
  static const double y[] = {NAN, 12, 15, NAN, 14, 19, NAN, 23, NAN, NAN, 27, NAN};
  prg_series series = yearly("skola", y, 12);
  the_oracle = (oracle){.whole = &series};
  const prg_model_type *model = &oracle_model;
  prg_backtest_options options = options_for(&model, 1);
  options.horizon = 2;
  prg_backtest_result result;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  /* Four figures are known in period 5; from 7 the next figure is three periods away. */
  assert_int_equal(result.n_origin, 1);
  assert_int_equal(result.origin[0], 5);
  assert_true(isnan(prg_backtest_score(&result, 0, 0, 1)->actual));
  assert_close(prg_backtest_score(&result, 0, 0, 2)->actual, 23, 0);
  assert_close(prg_backtest_score(&result, 0, 0, 2)->point, 23, 0);
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

static void test_models_that_want_too_much_are_left_out_if_optional(void **state) {
  (void)state;
  const prg_model_type *models[] = {prg_model_find("drift"), prg_model_find("damped")};
  prg_backtest_options options = options_for(models, 2);
  prg_series series = yearly("Gymnasiesärskola", school, 6);
  prg_backtest_result result;
  prg_error error;
  assert_int_equal(run(&options, &series, &result, &error), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_BACKTEST_TOO_FEW_FOR);
  assert_close(error.message.argument[2].number, 7, 0);
  assert_string_equal(error.message.argument[3].string, "damped");
  prg_backtest_result_clear(&result);
  options.models_are_optional = true;
  assert_int_equal(run(&options, &series, &result, &error), PRG_OK);
  assert_true(result.admitted[0] && !result.admitted[1] && result.admitted[2]);
  assert_int_equal(result.first, 4);
  assert_true(prg_notes_has(&result.notes, PRG_TEXT_NOTE_BACKTEST_TOO_LONG));
  assert_true(isnan(prg_backtest_score(&result, 0, 1, 1)->actual));
  assert_true(!isnan(prg_backtest_score(&result, 0, 0, 1)->actual));
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

static void test_a_model_that_refuses_at_the_end_is_left_out(void **state) {
  (void)state;
  prg_series series = yearly("skola", school, 6);
  the_oracle = (oracle){.whole = &series, .refuse_from = 5};
  const prg_model_type *model = &oracle_model;
  prg_backtest_options options = options_for(&model, 1);
  prg_backtest_result result;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  assert_false(result.admitted[0]);
  assert_int_equal(result.n_origin, 2);
  assert_true(prg_notes_has(&result.notes, PRG_TEXT_FORECAST_NOT_FINITE));
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

static void test_an_origin_that_one_refuses_is_left_out_for_all(void **state) {
  (void)state;
  static const double y[] = {51, 47.5, 58.25, 63, 60.125, 71, 68, 80.5, 77};
  prg_series series = yearly("skola", y, 9);
  the_oracle = (oracle){.whole = &series, .refuse_odd = 1};
  const prg_model_type *model = &oracle_model;
  prg_backtest_options options = options_for(&model, 1);
  prg_backtest_result result;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  assert_true(result.admitted[0]);
  assert_int_equal(result.n_origin, 3); /* windows of 4, 6, 8 */
  for (size_t i = 0; i < result.n_origin; i++) {
    assert_true(result.origin[i] == 3 + 2 * i);
    assert_close(prg_backtest_score(&result, i, 1, 1)->point, y[3 + 2 * i], 0);
    assert_close(prg_backtest_score(&result, i, 1, 1)->actual, y[4 + 2 * i], 0);
  }
  assert_true(prg_notes_has(&result.notes, PRG_TEXT_NOTE_BACKTEST_SKIPPED));
  assert_close(result.notes.note[0].argument[0].number, 2, 0);
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

static void test_first_can_be_chosen(void **state) {
  (void)state;
  const prg_model_type *models[] = {prg_model_find("mean"), prg_model_find("drift")};
  prg_backtest_options options = options_for(models, 2);
  prg_series series = yearly("skola", school, 6);
  prg_backtest_result result;
  options.first = 2;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  assert_int_equal(result.first, 3); /* drift needs three */
  assert_int_equal(result.n_origin, 3);
  prg_backtest_result_clear(&result);
  options.first = 5;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  assert_int_equal(result.n_origin, 1);
  prg_backtest_result_clear(&result);
  options.first = 6;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_EREFUSED);
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

static void test_seasons_lengthen_the_first_window(void **state) {
  (void)state;
  double y[30];
  for (size_t t = 0; t < 30; t++)
    y[t] = 100 + 17.5 * (double)(t % 4) + (double)((t * t * 7) % 11);
  prg_series series;
  assert_int_equal(
      prg_series_init_values(&series, "kvartal", (prg_period){PRG_QUARTER, 8060}, y, 30, NULL),
      PRG_OK);
  const prg_model_type *model = prg_model_find("seasonal-naive");
  prg_backtest_options options = options_for(&model, 1);
  prg_backtest_result result;
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  assert_int_equal(result.first, 8);
  assert_int_equal(result.n_origin, 22);
  double sum = 0;
  for (size_t t = 4; t < 8; t++)
    sum += fabs(y[t] - y[t - 4]);
  assert_digits(result.scale.absolute, sum / 4, 13);
  prg_backtest_result_clear(&result);
  series.n = 12; /* two seasons would be more than half */
  assert_int_equal(run(&options, &series, &result, NULL), PRG_OK);
  assert_int_equal(result.first, 6);
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

static void test_too_few_figures(void **state) {
  (void)state;
  const double none[] = {NAN, NAN, NAN};
  prg_backtest_options options;
  prg_backtest_options_init(&options);
  prg_error error;
  prg_backtest_result result;
  prg_series series = yearly("Södra \"skolan\"", school, 4);
  assert_int_equal(run(&options, &series, &result, &error), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_BACKTEST_TOO_FEW);
  prg_backtest_result_clear(&result);
  assert_int_equal(run(&options, &series, &result, NULL), PRG_EREFUSED);
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
  series = yearly("tom", none, 3);
  assert_int_equal(run(&options, &series, &result, &error), PRG_EREFUSED);
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

static void test_figures_that_naive_cannot_take(void **state) {
  (void)state;
  static const double y[] = {1e300, -1e300, 1e300, -1e300, 1e300, -1e300, 1e300};
  prg_backtest_options options;
  prg_backtest_options_init(&options);
  prg_error error;
  prg_backtest_result result;
  prg_series series = yearly("stor", y, 7);
  assert_int_equal(run(&options, &series, &result, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_SMOOTHING_TOO_LARGE);
  prg_backtest_result_clear(&result);
  prg_series_clear(&series);
}

/* A short series after a long one, with the same memory, as a fresh result has it. */
static void test_a_result_is_used_again(void **state) {
  (void)state;
  static const double y[] = {83, 91, 88, 104, 99, 117, 121, 118, 131, 127, 140};
  const prg_model_type *models[] = {prg_model_find("drift"), prg_model_find("damped")};
  prg_backtest_options options = options_for(models, 2);
  options.models_are_optional = true;
  prg_backtest *backtest = prg_backtest_alloc(&options, NULL);
  prg_series both[] = {yearly("lång", y, 11), yearly("kort", school, 6)};
  prg_backtest_result used = {0}, fresh = {0};
  for (size_t round = 0; round < 4; round++)
    assert_int_equal(prg_backtest_run(backtest, &both[round % 2], &used, NULL), PRG_OK);
  assert_int_equal(prg_backtest_run(backtest, &both[1], &fresh, NULL), PRG_OK);
  assert_int_equal(used.n_origin, fresh.n_origin);
  assert_int_equal(used.notes.n, fresh.notes.n);
  for (size_t i = 0; i < fresh.n_origin; i++)
    for (size_t k = 0; k < fresh.n_model; k++)
      assert_close(prg_backtest_score(&used, i, k, 1)->crps,
                   prg_backtest_score(&fresh, i, k, 1)->crps, 0);
  prg_backtest_result_clear(&used);
  prg_backtest_result_clear(&fresh);
  prg_backtest_result_clear(NULL);
  prg_backtest_free(backtest);
  prg_backtest_free(NULL);
  prg_series_clear(&both[0]);
  prg_series_clear(&both[1]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_line_against_what_came),
      cmocka_unit_test(test_a_level_break_parts_the_series),
      cmocka_unit_test(test_a_window_knows_nothing_later),
      cmocka_unit_test(test_a_perfect_forecaster_has_no_errors),
      cmocka_unit_test(test_gaps_are_no_origins_and_no_outcomes),
      cmocka_unit_test(test_models_that_want_too_much_are_left_out_if_optional),
      cmocka_unit_test(test_a_model_that_refuses_at_the_end_is_left_out),
      cmocka_unit_test(test_an_origin_that_one_refuses_is_left_out_for_all),
      cmocka_unit_test(test_first_can_be_chosen),
      cmocka_unit_test(test_seasons_lengthen_the_first_window),
      cmocka_unit_test(test_too_few_figures),
      cmocka_unit_test(test_figures_that_naive_cannot_take),
      cmocka_unit_test(test_a_result_is_used_again),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
