#include "model/auto.h"

#include "forecast_test.h"

/* UKgas, quarters of 1976–1986, million therms (R, datasets). */
static const double gas[] = {690.2, 467.5, 250.0, 600.3, 716.6, 476.6, 279.7,  701.6, 836.9, 540.6,
                             276.5, 761.8, 854.9, 538.8, 270.2, 788.6, 849.5,  550.8, 299.7, 801.6,
                             875.5, 529.4, 287.0, 784.9, 934.9, 602.4, 314.6,  801.5, 917.1, 561.3,
                             281.9, 804.9, 963.8, 611.5, 328.7, 848.1, 1163.9, 613.1, 347.4, 782.8};

static void run(trial *t, const char *model, prg_frequency every, const double *y, size_t n) {
  trial_run(t, &(trial_options){.model = model, .every = every, .start = 7904, .horizon = 6}, y, n);
  assert_int_equal(t->status, PRG_OK);
}

/* The forecast of the blend's weights, and the weights. */
static void fit_weights(const double *y, size_t n, double weight[AUTO_MEMBERS], prg_notes *notes) {
  prg_series series;
  prg_model_options options;
  prg_model_options_init(&options);
  prg_period start = {PRG_QUARTER, 7904};
  assert_int_equal(prg_series_init_values(&series, "gas", start, y, n, NULL), PRG_OK);
  void *state = prg_model_auto.alloc(&options);
  assert_non_null(state);
  assert_int_equal(prg_model_auto.fit(state, &series, notes, NULL), PRG_OK);
  memcpy(weight, auto_weights(state), AUTO_MEMBERS * sizeof *weight);
  prg_model_auto.free(state);
  prg_series_clear(&series);
}

static void test_weights(void **state) {
  (void)state;
  double weight[AUTO_MEMBERS], sum = 0;
  prg_notes notes = {0};
  fit_weights(gas, 40, weight, &notes);
  for (size_t k = 0; k < AUTO_MEMBERS; k++) {
    assert_true(weight[k] > 0 && weight[k] < 1);
    sum += weight[k];
  }
  assert_close(sum, 1, 1e-12);
  assert_true(weight[0] > .4);
  assert_true(prg_notes_has(&notes, PRG_TEXT_AUTO_BLEND));
}

/* The pool's distribution function at its quantile is the weighted mean of the members'. */
static void test_is_the_linear_pool(void **state) {
  (void)state;
  double weight[AUTO_MEMBERS];
  prg_notes notes = {0};
  fit_weights(gas, 40, weight, &notes);
  trial pool, member[AUTO_MEMBERS];
  run(&pool, "auto", PRG_QUARTER, gas, 40);
  for (size_t k = 0; k < AUTO_MEMBERS; k++)
    run(&member[k], auto_member[k]->name, PRG_QUARTER, gas, 40);
  for (size_t h = 1; h <= 6; h++)
    for (double p = .05; p < 1; p += .15) {
      double q = quantile_of(&pool, h, p), above = 0;
      for (size_t k = 0; k < AUTO_MEMBERS; k++)
        above += weight[k] * prg_forecast_prob_above(&member[k].forecast, h, q);
      assert_close(1 - above, p, 1e-3);
    }
  for (size_t k = 0; k < AUTO_MEMBERS; k++)
    trial_close(&member[k]);
  trial_close(&pool);
}

static void test_paths_follow_quantiles(void **state) {
  (void)state;
  trial t;
  run(&t, "auto", PRG_QUARTER, gas, 40);
  assert_paths_follow(&t);
  trial_close(&t);
}

/* Pooled alone, to the bit, with the reason. */
static void check_alone(prg_frequency every, const double *y, size_t n, prg_text why) {
  trial t, pooled;
  run(&t, "auto", every, y, n);
  run(&pooled, "pooled", every, y, n);
  assert_true(prg_notes_has(&t.forecast.notes, why));
  for (size_t h = 1; h <= 6; h++)
    assert_close(quantile_of(&t, h, .9), quantile_of(&pooled, h, .9), 0);
  double path[12], same[12];
  assert_int_equal(prg_forecaster_paths(t.forecaster, 2, 7, path, NULL), PRG_OK);
  assert_int_equal(prg_forecaster_paths(pooled.forecaster, 2, 7, same, NULL), PRG_OK);
  assert_memory_equal(path, same, sizeof path);
  trial_close(&t);
  trial_close(&pooled);
}

static void test_pooled_alone(void **state) {
  (void)state;
  check_alone(PRG_YEAR, gas, 40, PRG_TEXT_AUTO_ALONE_ANNUAL);
  check_alone(PRG_QUARTER, gas, 19, PRG_TEXT_AUTO_ALONE_SHORT);
  check_alone(PRG_MONTH, gas, 35, PRG_TEXT_AUTO_ALONE_SHORT);
  check_alone(PRG_WEEK, gas, 40, PRG_TEXT_AUTO_ALONE_SEASON);
}

/* A model that cannot see a series is left out; gaps at origins and ends do no harm. */
static void test_gaps_and_oddities(void **state) {
  (void)state;
  double y[40];
  memcpy(y, gas, sizeof y);
  y[36] = y[33] = y[12] = NAN;
  trial t;
  run(&t, "auto", PRG_QUARTER, y, 40);
  assert_true(point_of(&t, 1) > 600 && point_of(&t, 1) < 1400);
  trial_close(&t);
  for (size_t i = 0; i < 40; i++)
    y[i] = 417.5;
  run(&t, "auto", PRG_QUARTER, y, 40);
  assert_close(point_of(&t, 1), 417.5, 1);
  assert_true(quantile_of(&t, 1, .975) > quantile_of(&t, 1, .025));
  trial_close(&t);
  for (size_t i = 0; i < 40; i++)
    y[i] = 0;
  run(&t, "auto", PRG_QUARTER, y, 40);
  assert_true(quantile_of(&t, 6, .025) >= 0);
  trial_close(&t);
}

static void test_words(void **state) {
  (void)state;
  trial t;
  run(&t, "auto", PRG_YEAR, gas, 12);
  assert_trial_note(&t, PRG_TEXT_AUTO_ALONE_ANNUAL, PRG_SWEDISH,
                    "Prognosen kommer från modellen pooled ensam; för årsdata ger ingen blandning "
                    "bättre prognoser.");
  trial_close(&t);
  run(&t, "auto", PRG_QUARTER, gas, 40);
  prg_buffer words = trial_note(&t, PRG_TEXT_AUTO_BLEND, PRG_ENGLISH);
  assert_non_null(strstr(prg_buffer_string(&words), "The models are blended: pooled "));
  assert_non_null(strstr(prg_buffer_string(&words), " 8 earlier origins."));
  prg_buffer_free(&words);
  trial_close(&t);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_weights),
      cmocka_unit_test(test_is_the_linear_pool),
      cmocka_unit_test(test_paths_follow_quantiles),
      cmocka_unit_test(test_pooled_alone),
      cmocka_unit_test(test_gaps_and_oddities),
      cmocka_unit_test(test_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
