#include "model/trend/trend_models.h"

#include "trend_test.h"

static const double growing[] = {13, 22, 31, 52, 71, 96, 108, 121, 124, 131};

static void check_against_r(const prg_model_type *type, const char *name) {
  fitted f = fit(type, growing, 10);
  assert_int_equal(f.status, PRG_OK);
  assert_int_equal(f.trend->n_coefficient, 3);
  for (size_t i = 0; i < 3; i++) {
    char estimate[16], se[16];
    snprintf(estimate, sizeof estimate, "estimate%zu", i + 1);
    snprintf(se, sizeof se, "se%zu", i + 1);
    assert_digits(f.trend->coefficient[i].estimate, golden(name, estimate), 7);
    assert_digits(f.trend->coefficient[i].std_error, golden(name, se), 5);
  }
  assert_digits(f.trend->sigma, golden(name, "sigma"), 10);
  assert_digits(f.trend->aicc, golden(name, "aicc"), 10);
  assert_digits(f.trend->durbin_watson, golden(name, "dw"), 7);
  assert_true(f.trend->coefficient[0].lower_95 > 0);
  assert_sound(&f, 100);
  assert_paths_agree(&f, 5);
  unfit(&f);
}

static void test_r_agrees(void **state) {
  (void)state;
  check_against_r(&prg_model_logistic, "logistic");
  check_against_r(&prg_model_gompertz, "gompertz");
}

static void test_prediction_by_the_delta_method(void **state) {
  (void)state;
  fitted f = fit(&prg_model_logistic, growing, 10);
  assert_digits(quantile_ahead(&f, 3, .5), golden("logistic", "point"), 8);
  assert_digits(quantile_ahead(&f, 3, .025), golden("logistic", "low"), 6);
  assert_digits(quantile_ahead(&f, 3, .975), golden("logistic", "high"), 6);
  assert_sentence(&f,
                  "Antalet växer mot ett tak på omkring 135 (95 %: 129–140) och når halva taket "
                  "2021.",
                  "The number grows towards a ceiling of about 135 (95%: 129–140) and reaches half "
                  "of it in 2021.");
  unfit(&f);
}

static void test_scale_does_not_matter(void **state) {
  (void)state;
  double scaled[10];
  for (size_t i = 0; i < 10; i++)
    scaled[i] = growing[i] * 1024;
  fitted f = fit(&prg_model_gompertz, growing, 10), g = fit(&prg_model_gompertz, scaled, 10);
  assert_close(quantile_ahead(&g, 4, .9), 1024 * quantile_ahead(&f, 4, .9), 0);
  unfit(&f);
  unfit(&g);
}

static void test_what_the_figures_do_not_determine(void **state) {
  (void)state;
  const double line[] = {168, 183, 198, 214, 240, 249}, doubling[] = {3, 6, 12, 24, 48, 96};
  assert_refused(&prg_model_logistic, line, 6, PRG_TEXT_TREND_CAPACITY_UNKNOWN);
  assert_refused(&prg_model_logistic, doubling, 6, PRG_TEXT_TREND_CAPACITY_UNKNOWN);
  fitted f = fit(&prg_model_gompertz, line, 6);
  assert_int_equal(f.status, PRG_EREFUSED);
  unfit(&f);
}

static void test_refusals(void **state) {
  (void)state;
  const double falling[] = {49, 42, 31, 27, 12}, constant[] = {7, 7, 7, 7, 7},
               negative[] = {-1, 4, 8, 13, 14}, zero[] = {0, 0, 0, 0, 0, 0};
  const prg_model_type *const type[] = {&prg_model_logistic, &prg_model_gompertz};
  for (size_t i = 0; i < 2; i++) {
    assert_refused(type[i], falling, 5, PRG_TEXT_TREND_DOES_NOT_GROW);
    assert_refused(type[i], constant, 5, PRG_TEXT_TREND_DOES_NOT_GROW);
    assert_refused(type[i], zero, 6, PRG_TEXT_TREND_DOES_NOT_GROW);
    assert_refused(type[i], negative, 5, PRG_TEXT_TREND_NEEDS_NOT_NEGATIVE);
    assert_refused(type[i], growing, 4, PRG_TEXT_TREND_TOO_FEW);
  }
}

/* Steps, spikes, waves, plateaus: a sound forecast or a reason, never anything else. */
static void test_odd_series_are_fitted_or_refused(void **state) {
  (void)state;
  static const double odd[][8] = {{0, 0, 0, 0, 50, 50, 50, 50},
                                  {0, 0, 0, 0, 0, 0, 0, 1},
                                  {1, 90, 91, 90, 91, 90, 91, 92},
                                  {5, 1, 9, 2, 12, 3, 15, 4},
                                  {1, 2, 4, 8, 16, 32, 64, 65},
                                  {1e-9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 2e9},
                                  {100, 100, 100, 100, 100, 100, 100, 101}};
  const prg_model_type *const type[] = {&prg_model_logistic, &prg_model_gompertz};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
    for (size_t j = 0; j < 2; j++) {
      fitted f = fit(type[j], odd[i], 8);
      if (f.status == PRG_OK)
        assert_sound(&f, 20);
      else
        assert_int_equal(f.status, PRG_EREFUSED);
      unfit(&f);
    }
  }
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_r_agrees),
      cmocka_unit_test(test_prediction_by_the_delta_method),
      cmocka_unit_test(test_scale_does_not_matter),
      cmocka_unit_test(test_what_the_figures_do_not_determine),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_odd_series_are_fitted_or_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
