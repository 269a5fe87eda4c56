#include "model/smoothing/ets_filter.h"

#include "ets_reference.h"

/* The recursions themselves: at R's parameters they give R's likelihood and R's last states. */
static void test_likelihood_and_states_are_those_of_r(void **state) {
  (void)state;
  size_t n_case = 0, n_negative = 0;
  for (size_t i = 0; i < n_reference; i++) {
    if (strcmp(reference[i].item, "loglik") != 0)
      continue;
    reference_case c;
    reference_case_init(&reference[i], &c);
    prg_ets_states last;
    double deviance = prg_ets_deviance(&c.form, &c.figures, c.z, &last, NULL);
    if (isinf(deviance)) { /* R lets relative errors be relative to negative forecasts, we do not */
      assert_int_equal(c.form.error, PRG_ETS_MULTIPLICATIVE);
      n_negative++;
      continue;
    }
    assert_close(deviance, -2 * c.loglik->value[0], 1e-5);
    prg_ets_states expected =
        reference_states(&c, reference_find(c.loglik->series, c.loglik->form, "last"), c.figures.n);
    double size = fabs(expected.level);
    assert_close(last.level, expected.level, 1e-6 * size);
    assert_close(last.slope, expected.slope, 1e-6 * size);
    for (size_t j = 0; j < c.figures.m; j++)
      assert_close(last.season[j], expected.season[j], 1e-6 * size);
    n_case++;
  }
  assert_int_equal(n_case, 66);
  assert_int_equal(n_negative, 5);
}

static const double waves[] = {31.7, 44.2, 58.9, 39.4, 35.1, 47.8, 66.3, 41.2, 33.6,
                               NAN,  71.8, 45.9, 41.7, 52.3, NAN,  49.6, 44.8, 60.1};

/* A point in the middle of everything, for seasons of 4. */
static void middle(const prg_ets_form *form, double *z) {
  size_t k = 0;
  z[k++] = 0.317;
  if (form->trend != PRG_ETS_NONE)
    z[k++] = 0.183;
  if (form->season != PRG_ETS_NONE)
    z[k++] = 0.241;
  if (form->trend == PRG_ETS_DAMPED)
    z[k++] = 0.862;
  z[k++] = 43.1;
  if (form->trend != PRG_ETS_NONE)
    z[k++] = 0.87;
  static const double additive[] = {-9.3, 2.7, 13.8}, ratio[] = {0.791, 1.043, 1.284};
  for (size_t j = 0; form->season != PRG_ETS_NONE && j < 3; j++)
    z[k++] = form->season == PRG_ETS_ADDITIVE ? additive[j] : ratio[j];
}

static prg_ets_figures figures_of(const prg_ets_form *form, double floor) {
  return (prg_ets_figures){.n = 18,
                           .m = form->season == PRG_ETS_NONE ? 1 : 4,
                           .y = waves,
                           .n_figures = 16,
                           .floor = floor};
}

/* The same quantity two ways: forward mode and central differences, gaps included. */
static void test_gradient_is_that_of_differences(void **state) {
  (void)state;
  for (size_t f = 0; f < PRG_ETS_FORMS; f++) {
    const prg_ets_form *form = &prg_ets_forms[f];
    prg_ets_figures figures = figures_of(form, 0);
    double z[PRG_ETS_PARAMETERS] = {0};
    middle(form, z);
    prg_ets_slope slope;
    prg_ets_differentiate(form, &figures, z, &slope);
    size_t n = prg_ets_form_smoothing(form) + prg_ets_form_states(form, figures.m);
    for (size_t i = 0; i < n; i++) {
      double at = z[i], h = 1e-6 * fmax(1, fabs(at));
      z[i] = at + h;
      double above = prg_ets_deviance(form, &figures, z, NULL, NULL);
      z[i] = at - h;
      double below = prg_ets_deviance(form, &figures, z, NULL, NULL);
      z[i] = at;
      assert_close(slope.gradient[i], (above - below) / (4 * h), 1e-5);
      assert_true(slope.hessian[i][i] > 0);
    }
  }
}

/* A skipped update: the states go on as forecast, and nothing is counted. By hand, for (A,Ad,N). */
static void test_a_missing_figure_is_a_skipped_update(void **state) {
  (void)state;
  prg_ets_form form = {PRG_ETS_ADDITIVE, PRG_ETS_DAMPED, PRG_ETS_NONE};
  static const double y[] = {17.3, NAN, 21.9};
  prg_ets_figures figures = {.n = 3, .m = 1, .y = y, .n_figures = 2};
  double z[PRG_ETS_PARAMETERS] = {0.4, 0.25, 0.5, 16.2, 1.3};
  prg_ets_smoothing p = prg_ets_smoothing_at(&form, z, NULL);
  prg_ets_states last;
  double squares;
  prg_ets_deviance(&form, &figures, z, &last, &squares);
  double l = 16.2, b = 1.3, sum = 0;
  for (int t = 0; t < 3; t++) {
    double e = t == 1 ? 0 : y[t] - l - p.phi * b;
    l += p.phi * b + p.alpha * e;
    b = p.phi * b + p.beta * e;
    sum += e * e;
  }
  assert_close(last.level, l, 1e-13);
  assert_close(last.slope, b, 1e-13);
  assert_close(squares, sum, 1e-13);
}

static void test_what_is_not_allowed_is_infinite(void **state) {
  (void)state;
  prg_ets_form form = {PRG_ETS_MULTIPLICATIVE, PRG_ETS_ADDITIVE, PRG_ETS_NONE};
  prg_ets_figures figures = figures_of(&form, 0);
  double falls[PRG_ETS_PARAMETERS] = {0.1, 0, 43.1, -20};
  assert_true(isinf(prg_ets_deviance(&form, &figures, falls, NULL, NULL)));
  form = (prg_ets_form){PRG_ETS_ADDITIVE, PRG_ETS_ADDITIVE, PRG_ETS_ADDITIVE};
  figures = figures_of(&form, 0);
  figures.m = 12;
  double not_forecastable[PRG_ETS_PARAMETERS] = {0.3163, 0.518, 0.662, 43.1, 0.87};
  assert_true(isinf(prg_ets_deviance(&form, &figures, not_forecastable, NULL, NULL)));
}

static void test_squares_are_never_below_the_floor(void **state) {
  (void)state;
  prg_ets_form form = {PRG_ETS_ADDITIVE, PRG_ETS_NONE, PRG_ETS_NONE};
  static const double y[] = {7, 7, 7, 7, 7};
  prg_ets_figures figures = {.n = 5, .m = 1, .y = y, .n_figures = 5, .floor = 5.0 / 12};
  double z[PRG_ETS_PARAMETERS] = {0.5, 7}, squares;
  double deviance = prg_ets_deviance(&form, &figures, z, NULL, &squares);
  assert_close(squares, 5.0 / 12, 1e-15);
  assert_close(deviance, 5 * log(5.0 / 12), 1e-12);
  prg_ets_slope slope;
  prg_ets_differentiate(&form, &figures, z, &slope);
  assert_true(slope.gradient[0] == 0 && slope.gradient[1] == 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_likelihood_and_states_are_those_of_r),
      cmocka_unit_test(test_gradient_is_that_of_differences),
      cmocka_unit_test(test_a_missing_figure_is_a_skipped_update),
      cmocka_unit_test(test_what_is_not_allowed_is_infinite),
      cmocka_unit_test(test_squares_are_never_below_the_floor),
  };
  return cmocka_run_group_tests(tests, reference_read, NULL);
}
