#include "model/smoothing/ets_family.h"

#include "ets_reference.h"

static double scaled[REFERENCE_VALUES];

/* Our fit of R's case, by the same way as the model: figures divided by the largest. */
static void fit_case(const reference_case *c, prg_ets_fit *fit) {
  prg_ets_figures figures = c->figures;
  double largest = 0;
  for (size_t t = 0; t < figures.n; t++)
    largest = fmax(largest, figures.y[t]);
  for (size_t t = 0; t < figures.n; t++)
    scaled[t] = figures.y[t] / largest;
  figures.y = scaled;
  prg_ets_family all;
  prg_ets_fit_family(&(prg_ets_task){&figures, true, &c->form}, &all);
  assert_true(all.n > 0);
  *fit = all.fit[all.n - 1]; /* the wanted form comes after those that lead to it */
  assert_string_equal(prg_ets_form_name(&fit->form), prg_ets_form_name(&c->form));
  prg_ets_fit_rescale(fit, largest);
}

/*
 * The maximum of the likelihood, 71 fits of R's ets(): never lower, in most cases higher. Where R's
 * Nelder–Mead ended at the same optimum the parameters are the same; otherwise R stopped on the way
 * or in another basin, and what it reached is what test_ets_filter.c recomputes from its own
 * parameters with our recursions.
 */
static void test_likelihood_is_never_below_that_of_r(void **state) {
  (void)state;
  size_t n = 0, n_same = 0;
  for (size_t i = 0; i < n_reference; i++) {
    if (strcmp(reference[i].item, "loglik") != 0)
      continue;
    reference_case c;
    reference_case_init(&reference[i], &c);
    prg_ets_fit fit;
    fit_case(&c, &fit);
    double gain = -0.5 * fit.deviance - c.loglik->value[0];
    if (gain < -1e-3)
      fail_msg("%s %s: log-likelihood %.5f below R's", c.loglik->series, c.loglik->form, -gain);
    n++;
    if (gain > 1e-4)
      continue;
    prg_ets_smoothing r = reference_smoothing(&c);
    assert_close(fit.smoothing.alpha, r.alpha, 2e-3);
    assert_close(fit.smoothing.beta, r.beta, 2e-3);
    assert_close(fit.smoothing.gamma, r.gamma, 2e-3);
    assert_close(fit.smoothing.phi, r.phi, 2e-3);
    n_same++;
  }
  assert_int_equal(n, 71);
  assert_true(n_same >= 9);
}

/* Initial states of additive errors are least squares: no gradient left in them. */
static void test_additive_states_are_least_squares(void **state) {
  (void)state;
  for (size_t i = 0; i < n_reference; i++) {
    if (strcmp(reference[i].item, "loglik") != 0 || reference[i].form[0] != 'A')
      continue;
    reference_case c;
    reference_case_init(&reference[i], &c);
    prg_ets_fit fit;
    fit_case(&c, &fit);
    prg_ets_figures figures = c.figures;
    figures.y = scaled;
    prg_ets_slope slope;
    prg_ets_differentiate(&c.form, &figures, fit.z, &slope);
    size_t n_unit = prg_ets_form_smoothing(&c.form);
    for (size_t k = n_unit; k < fit.n_parameters; k++)
      assert_true(fabs(slope.gradient[k]) <= 1e-3 * sqrt(slope.hessian[k][k]));
  }
}

static const double figures_y[] = {168, 183, 198, 214, 240, 249};

/* What is told of a fit, from the definitions: log-likelihood with its constants, AICc, σ². */
static void test_criteria_are_those_of_the_definitions(void **state) {
  (void)state;
  prg_ets_figures figures = {.n = 6, .m = 1, .y = figures_y, .n_figures = 6};
  prg_ets_form form = {PRG_ETS_ADDITIVE, PRG_ETS_NONE, PRG_ETS_NONE};
  prg_ets_fit fit;
  assert_true(prg_ets_fit_form(&form, &figures, NULL, 0, &fit));
  double l = fit.first.level, squares = 0;
  for (int t = 0; t < 6; t++) {
    double e = figures_y[t] - l;
    squares += e * e;
    l += fit.smoothing.alpha * e;
  }
  double log_likelihood = -3 * (log(2 * M_PI * squares / 6) + 1);
  assert_int_equal(fit.n_parameters, 2);
  assert_close(fit.sigma2, squares / 4, 1e-9);
  assert_close(fit.log_likelihood, log_likelihood, 1e-9);
  assert_close(fit.aicc, -2 * log_likelihood + 2 * 3 + 2.0 * 3 * 4 / 2, 1e-9);
  assert_close(fit.last.level, l, 1e-9);
}

static void test_rescaling_is_fitting_in_other_units(void **state) {
  (void)state;
  static const double scale = 41.7;
  double small[6];
  for (int t = 0; t < 6; t++)
    small[t] = figures_y[t] / scale;
  prg_ets_figures figures = {.n = 6, .m = 1, .y = figures_y, .n_figures = 6}, other = figures;
  other.y = small;
  for (size_t i = 0; i < 2; i++) {
    prg_ets_fit fit, rescaled;
    assert_true(prg_ets_fit_form(&prg_ets_forms[i], &figures, NULL, 0, &fit));
    assert_true(prg_ets_fit_form(&prg_ets_forms[i], &other, NULL, 0, &rescaled));
    prg_ets_fit_rescale(&rescaled, scale);
    assert_close(rescaled.deviance, fit.deviance, 1e-5);
    assert_close(rescaled.aicc, fit.aicc, 1e-5);
    assert_close(rescaled.first.level, fit.first.level, 1e-2);
    assert_digits(rescaled.sigma2, fit.sigma2, 5);
  }
}

static void test_what_cannot_be_fitted(void **state) {
  (void)state;
  prg_ets_figures figures = {.n = 5, .m = 1, .y = figures_y, .n_figures = 5};
  prg_ets_form form;
  prg_ets_fit fit;
  assert_true(prg_ets_form_find("AAN", &form));
  assert_false(prg_ets_fit_form(&form, &figures, NULL, 0, &fit)); /* 4 parameters, 5 figures */
  figures.n = figures.n_figures = 6;
  assert_true(prg_ets_fit_form(&form, &figures, NULL, 0, &fit));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_likelihood_is_never_below_that_of_r),
      cmocka_unit_test(test_additive_states_are_least_squares),
      cmocka_unit_test(test_criteria_are_those_of_the_definitions),
      cmocka_unit_test(test_rescaling_is_fitting_in_other_units),
      cmocka_unit_test(test_what_cannot_be_fitted),
  };
  return cmocka_run_group_tests(tests, reference_read, NULL);
}
