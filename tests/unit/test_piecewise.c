#include "model/trend/trend_models.h"

#include "trend_test.h"

static const double broken[] = {41, 43, 42, 45, 44, 51, 55, 64, 68, 77, 82};
static const double noisy[] = {41, 44, 42, 48, 44, 47, 49, 57, 53, 58, 62};

static fitted fit_given(prg_period from, const double *y, size_t n) {
  prg_model_options options = {.seed = 1, .has_break = true, .break_from = from};
  return fit_with(&prg_model_piecewise, &options, (prg_period){PRG_YEAR, 2011}, y, n);
}

static void test_a_break_is_found(void **state) {
  (void)state;
  fitted f = fit(&prg_model_piecewise, broken, 11);
  const prg_coefficient *c = f.trend->coefficient;
  assert_int_equal(f.status, PRG_OK);
  assert_int_equal(f.trend->n_coefficient, 4);
  assert_close(c[3].estimate, golden("piecewise", "knot") + 1, 0);
  assert_digits(c[1].estimate, golden("piecewise", "before"), 11);
  assert_digits(c[2].estimate, golden("piecewise", "after"), 11);
  assert_digits(f.trend->sigma, golden("piecewise", "sigma"), 11);
  assert_close(f.trend->df, 7, 0);
  assert_close(c[3].p, 0.0005, 1e-12); /* none of the 1999 is as large */
  assert_note(&f, PRG_TEXT_TREND_BREAK_FOUND,
              "Brottet söktes bland 7 lägen och är säkert: sup-F = 136,53, p = 0,0005 (1999 "
              "simuleringar).");
  assert_close(golden("piecewise", "supf"), 136.53, 0.005);
  assert_sentence(&f,
                  "Antalet ändras med 0,67 per år till och med 2021 och med 6,30 per år därefter.",
                  "The number changes by 0.67 per year until 2021 and by 6.30 per year from then "
                  "on.");
  /* The second line goes on. */
  assert_close(quantile_ahead(&f, 4, .5) - quantile_ahead(&f, 3, .5), c[2].estimate, 1e-9);
  assert_sound(&f, 50);
  assert_paths_agree(&f, 4);
  unfit(&f);
}

static void test_a_break_that_is_none(void **state) {
  (void)state;
  fitted f = fit(&prg_model_piecewise, noisy, 11);
  assert_close(f.trend->coefficient[3].p, golden("piecewise", "noisy_p"), 0.04);
  assert_true(prg_notes_has(&f.notes, PRG_TEXT_TREND_BREAK_UNCERTAIN));
  unfit(&f);
}

static void test_the_p_value_is_the_seeds(void **state) {
  (void)state;
  double p[3];
  for (size_t i = 0; i < 3; i++) {
    prg_model_options options = {.seed = i < 2 ? 17 : 18};
    fitted f = fit_with(&prg_model_piecewise, &options, (prg_period){PRG_YEAR, 2017}, noisy, 11);
    p[i] = f.trend->coefficient[3].p;
    unfit(&f);
  }
  assert_close(p[0], p[1], 0);
  assert_true(p[0] != p[2]);
}

static void test_a_given_break(void **state) {
  (void)state;
  fitted f = fit_given((prg_period){PRG_YEAR, 2016}, broken, 11); /* knot 2015, t = 5 */
  assert_int_equal(f.status, PRG_OK);
  assert_digits(f.trend->sigma, golden("piecewise", "given_sigma"), 11);
  assert_digits(f.trend->coefficient[1].std_error, golden("piecewise", "given_se_before"), 11);
  assert_close(f.trend->df, 8, 0);
  assert_close(f.trend->coefficient[3].estimate, 6, 0);
  assert_true(isnan(f.trend->coefficient[3].p));
  assert_int_equal(f.notes.n, 0);
  unfit(&f);
}

static void test_breaks_that_cannot_be(void **state) {
  (void)state;
  const int outside[] = {1990, 2012, 2021, 2050};
  for (size_t i = 0; i < 4; i++) {
    fitted f = fit_given((prg_period){PRG_YEAR, outside[i]}, broken, 11);
    assert_int_equal(f.status, PRG_EREFUSED);
    assert_int_equal(f.error.message.text, PRG_TEXT_TREND_BREAK_AT_END);
    unfit(&f);
  }
  fitted f = fit_given((prg_period){PRG_MONTH, 2016 * 12}, broken, 11);
  assert_int_equal(f.error.message.text, PRG_TEXT_TREND_BREAK_FREQUENCY);
  unfit(&f);
  assert_refused(&prg_model_piecewise, broken, 5, PRG_TEXT_TREND_TOO_FEW);
}

static void test_lines_without_a_break(void **state) {
  (void)state;
  const double perfect[] = {12, 15, 18, 21, 24, 27}, constant[] = {4, 4, 4, 4, 4, 4};
  const double *const y[] = {perfect, constant};
  for (size_t i = 0; i < 2; i++) {
    fitted f = fit(&prg_model_piecewise, y[i], 6);
    assert_int_equal(f.status, PRG_OK);
    assert_close(f.trend->coefficient[3].p, 1, 0);
    assert_sound(&f, 4);
    unfit(&f);
  }
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_break_is_found),         cmocka_unit_test(test_a_break_that_is_none),
      cmocka_unit_test(test_the_p_value_is_the_seeds), cmocka_unit_test(test_a_given_break),
      cmocka_unit_test(test_breaks_that_cannot_be),    cmocka_unit_test(test_lines_without_a_break),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
