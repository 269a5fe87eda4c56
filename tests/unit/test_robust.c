#include "model/trend/trend_models.h"

#include "trend_test.h"

static const double series[] = {41.3, 43.9, 47.2, 48.8, 52.1, 54.4, 58.3, 59.1, 62.6, 65.2};

static void test_one_wrong_figure_does_not_turn_the_line(void **state) {
  (void)state;
  double wrong[10];
  memcpy(wrong, series, sizeof wrong);
  wrong[7] = 159.1;
  fitted clean = fit(&prg_model_linear, series, 10), robust = fit(&prg_model_robust, wrong, 10);
  fitted plain = fit(&prg_model_linear, wrong, 10);
  double true_slope = clean.trend->coefficient[1].estimate;
  assert_int_equal(robust.status, PRG_OK);
  assert_close(robust.trend->coefficient[1].estimate, true_slope, 0.05);
  assert_true(fabs(plain.trend->coefficient[1].estimate - true_slope) > 3);
  assert_true(robust.trend->residual[7] > 95);
  assert_true(robust.trend->sigma < plain.trend->sigma);
  assert_sound(&robust, 20);
  assert_paths_agree(&robust, 4);
  unfit(&clean);
  unfit(&robust);
  unfit(&plain);
}

/* MASS::rlm(y ~ t, psi = psi.bisquare) differs in its scale only: the line of clean data. */
static void test_clean_figures_give_nearly_least_squares(void **state) {
  (void)state;
  fitted robust = fit(&prg_model_robust, series, 10), plain = fit(&prg_model_linear, series, 10);
  const prg_coefficient *slope = &robust.trend->coefficient[1];
  assert_close(slope->estimate, plain.trend->coefficient[1].estimate, 0.03);
  assert_digits(slope->t, slope->estimate / slope->std_error, 15);
  assert_close(robust.trend->df, 8, 0);
  assert_sentence(&robust, "Värdet ökar med i genomsnitt 2,64 per år (95 %: 2,49–2,79).",
                  "The value increases by 2.64 per year on average (95%: 2.49–2.79).");
  unfit(&robust);
  unfit(&plain);
}

static void test_perfect_lines_and_short_series(void **state) {
  (void)state;
  const double perfect[] = {12, 15, 18, 21};
  fitted f = fit(&prg_model_robust, perfect, 4);
  assert_int_equal(f.status, PRG_OK);
  assert_close(f.trend->sigma, 0, 0);
  assert_sound(&f, 3);
  unfit(&f);
  assert_refused(&prg_model_robust, perfect, 3, PRG_TEXT_TREND_TOO_FEW);
}

/* Nearly all figures on a line: the scale is small, but nothing breaks. */
static void test_one_figure_off_a_perfect_line(void **state) {
  (void)state;
  const double kinked[] = {10, 20, 30, 47, 50, 60};
  fitted f = fit(&prg_model_robust, kinked, 6);
  if (f.status == PRG_OK)
    assert_sound(&f, 5);
  else
    assert_int_equal(f.error.message.text, PRG_TEXT_TREND_NO_CONVERGENCE);
  unfit(&f);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_wrong_figure_does_not_turn_the_line),
      cmocka_unit_test(test_clean_figures_give_nearly_least_squares),
      cmocka_unit_test(test_perfect_lines_and_short_series),
      cmocka_unit_test(test_one_figure_off_a_perfect_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
