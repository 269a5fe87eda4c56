#include "model/smoothing/ets_form.h"
#include "test.h"

static void test_names_are_read_and_written(void **state) {
  (void)state;
  prg_ets_form form;
  for (size_t i = 0; i < PRG_ETS_FORMS; i++) {
    assert_true(prg_ets_form_find(prg_ets_form_name(&prg_ets_forms[i]), &form));
    assert_memory_equal(&form, &prg_ets_forms[i], sizeof form);
  }
  assert_true(prg_ets_form_find("MAdA", &form));
  assert_int_equal(form.error, PRG_ETS_MULTIPLICATIVE);
  assert_int_equal(form.trend, PRG_ETS_DAMPED);
  assert_int_equal(form.season, PRG_ETS_ADDITIVE);
  assert_string_equal(prg_ets_form_name(&form), "ETS(M,Ad,A)");
}

static void test_what_is_left_out_has_no_name(void **state) {
  (void)state;
  prg_ets_form form = {PRG_ETS_ADDITIVE, PRG_ETS_NONE, PRG_ETS_MULTIPLICATIVE};
  assert_string_equal(prg_ets_form_name(&form), "");
  assert_false(prg_ets_form_find("ANM", &form));
  assert_false(prg_ets_form_find("MMN", &form));
  assert_false(prg_ets_form_find("ann", &form));
  assert_false(prg_ets_form_find("", &form));
}

static void test_parameters_are_counted(void **state) {
  (void)state;
  prg_ets_form form;
  prg_ets_form_find("ANN", &form);
  assert_int_equal(prg_ets_form_smoothing(&form), 1);
  assert_int_equal(prg_ets_form_states(&form, 1), 1);
  prg_ets_form_find("MAdM", &form);
  assert_int_equal(prg_ets_form_smoothing(&form), 4);
  assert_int_equal(prg_ets_form_states(&form, 12), 13);
  assert_true(prg_ets_form_smoothing(&form) + prg_ets_form_states(&form, PRG_ETS_SEASON_MAX) <=
              PRG_ETS_PARAMETERS);
}

static void test_the_unit_cube_is_the_usual_region(void **state) {
  (void)state;
  prg_ets_form form;
  prg_ets_form_find("MAdM", &form);
  prg_ets_smoothing s = prg_ets_smoothing_at(&form, (double[]){0, 0, 0, 0}, NULL);
  assert_close(s.alpha, 1e-4, 1e-15);
  assert_close(s.beta, 1e-4, 1e-15);
  assert_close(s.gamma, 1e-4, 1e-15);
  assert_close(s.phi, 0.8, 1e-15);
  s = prg_ets_smoothing_at(&form, (double[]){0.375, 1, 1, 1}, NULL);
  assert_close(s.beta, s.alpha, 1e-15);
  assert_close(s.gamma, 1 - s.alpha, 1e-15);
  assert_close(s.phi, 0.98, 1e-15);
  prg_ets_form_find("ANN", &form);
  s = prg_ets_smoothing_at(&form, (double[]){1}, NULL);
  assert_close(s.alpha, 0.9999, 1e-15);
  assert_true(s.beta == 0 && s.gamma == 0 && s.phi == 1);
}

static void test_derivatives_by_the_units(void **state) {
  (void)state;
  static const double h = 1e-6;
  for (size_t f = 0; f < PRG_ETS_FORMS; f++) {
    const prg_ets_form *form = &prg_ets_forms[f];
    double unit[PRG_ETS_SMOOTHING] = {0.317, 0.583, 0.241, 0.862};
    prg_ets_smoothing d[PRG_ETS_SMOOTHING];
    prg_ets_smoothing_at(form, unit, d);
    for (size_t i = 0; i < prg_ets_form_smoothing(form); i++) {
      double at = unit[i];
      unit[i] = at + h;
      prg_ets_smoothing above = prg_ets_smoothing_at(form, unit, NULL);
      unit[i] = at - h;
      prg_ets_smoothing below = prg_ets_smoothing_at(form, unit, NULL);
      unit[i] = at;
      assert_close(d[i].alpha, (above.alpha - below.alpha) / (2 * h), 1e-9);
      assert_close(d[i].beta, (above.beta - below.beta) / (2 * h), 1e-9);
      assert_close(d[i].gamma, (above.gamma - below.gamma) / (2 * h), 1e-9);
      assert_close(d[i].phi, (above.phi - below.phi) / (2 * h), 1e-9);
    }
  }
}

/* Verdicts of admissible() in R's forecast 8.20. */
static void test_admissible_as_r_says(void **state) {
  (void)state;
  static const struct {
    size_t m;
    prg_ets_smoothing s;
    bool admissible;
  } row[] = {
      {12, {0.66076563, 0.41573403, 0.02105385, 0.83178022}, false},
      {24, {0.8273078, 0.5530609, 0.1371796, 0.9302680}, false},
      {12, {0.4776241, 0.4113483, 0.2289076, 0.8127222}, false},
      {12, {0.3163085, 0.1640965, 0.4526411, 1}, false},
      {12, {0.7096, 0.0204, 0.0001, 0.98}, true},
      {4, {0.0305, 0.0305, 0.6238, 1}, true},
      {4, {0.52, 0.31, 0.27, 1}, true},
      {2, {0.83, 0.62, 0.11, 0.91}, true},
  };
  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
    prg_ets_form form = {PRG_ETS_ADDITIVE, row[i].s.phi < 1 ? PRG_ETS_DAMPED : PRG_ETS_ADDITIVE,
                         PRG_ETS_ADDITIVE};
    assert_int_equal(prg_ets_smoothing_admissible(&form, &row[i].s, row[i].m), row[i].admissible);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_are_read_and_written),
      cmocka_unit_test(test_what_is_left_out_has_no_name),
      cmocka_unit_test(test_parameters_are_counted),
      cmocka_unit_test(test_the_unit_cube_is_the_usual_region),
      cmocka_unit_test(test_derivatives_by_the_units),
      cmocka_unit_test(test_admissible_as_r_says),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
