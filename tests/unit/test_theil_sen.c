#include "model/trend/trend_models.h"

#include "trend_test.h"

static const double series[] = {12.3, 14.1, 13.2, 17.9, 15.4, 31.7, 18.8, 19.1};

static void test_r_agrees(void **state) {
  (void)state;
  fitted f = fit(&prg_model_theil_sen, series, 8);
  const prg_coefficient *slope = &f.trend->coefficient[1];
  assert_int_equal(f.status, PRG_OK);
  assert_digits(slope->estimate, golden("theil-sen", "slope"), 13);
  assert_digits(slope->p, golden("theil-sen", "p"), 12);
  assert_digits(slope->lower_95, golden("theil-sen", "lower"), 12);
  assert_digits(slope->upper_95, golden("theil-sen", "upper"), 12);
  assert_digits(f.trend->coefficient[0].estimate, golden("theil-sen", "intercept"), 12);
  assert_true(isnan(slope->std_error) && isnan(slope->t));
  assert_sentence(&f, "Värdet ökar med i genomsnitt 1,09 per år (95 %: 0,30–3,88).",
                  "The value increases by 1.09 per year on average (95%: 0.30–3.88).");
  assert_sound(&f, 30);
  assert_paths_agree(&f, 6);
  unfit(&f);
}

/* Above 100 figures the ranks come from the normal distribution; the two agree where they meet. */
static void test_long_series(void **state) {
  (void)state;
  double y[101];
  for (size_t i = 0; i < 101; i++)
    y[i] = 0.013 * (double)i + sin(1.7 * (double)(i * i)); /* rough, and the same every time */
  fitted exact = fit(&prg_model_theil_sen, y, 100), normal = fit(&prg_model_theil_sen, y, 101);
  const prg_coefficient *a = &exact.trend->coefficient[1], *b = &normal.trend->coefficient[1];
  assert_close(a->lower_95, b->lower_95, 5e-4);
  assert_close(a->upper_95, b->upper_95, 5e-4);
  assert_true(a->p > 0 && b->p > 0 && fabs(log(a->p / b->p)) < 0.6);
  unfit(&exact);
  unfit(&normal);
}

static void test_four_figures_give_all_slopes(void **state) {
  (void)state;
  const double four[] = {3.1, 4.7, 4.2, 6.9};
  fitted f = fit(&prg_model_theil_sen, four, 4);
  assert_close(f.trend->coefficient[1].lower_95, 4.2 - 4.7, 1e-12);
  assert_close(f.trend->coefficient[1].upper_95, 6.9 - 4.2, 1e-12);
  unfit(&f);
  assert_refused(&prg_model_theil_sen, four, 3, PRG_TEXT_TREND_TOO_FEW);
}

static void test_constant_series(void **state) {
  (void)state;
  const double constant[] = {37, 37, 37, 37, 37};
  fitted f = fit(&prg_model_theil_sen, constant, 5);
  assert_int_equal(f.status, PRG_OK);
  assert_close(f.trend->coefficient[1].p, 1, 0);
  assert_sound(&f, 5);
  unfit(&f);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_r_agrees),
      cmocka_unit_test(test_long_series),
      cmocka_unit_test(test_four_figures_give_all_slopes),
      cmocka_unit_test(test_constant_series),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
