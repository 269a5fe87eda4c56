#include "model/smoothing/ets_family.h"

#include "test.h"

static const double figures_y[] = {168, 183, 198, 214, 240, 249};

static size_t fitted(const prg_ets_figures *figures, bool relative, const char *wanted) {
  prg_ets_form form;
  prg_ets_family family;
  if (wanted != NULL)
    assert_true(prg_ets_form_find(wanted, &form));
  prg_ets_fit_family(&(prg_ets_task){figures, relative, wanted != NULL ? &form : NULL}, &family);
  return family.n;
}

/* Only forms that the figures allow, and that leave two of them over. */
static void test_forms_that_figures_allow(void **state) {
  (void)state;
  prg_ets_figures figures = {.n = 6, .m = 1, .y = figures_y, .n_figures = 6};
  assert_int_equal(fitted(&figures, false, NULL), 2); /* ANN, AAN */
  assert_int_equal(fitted(&figures, true, NULL), 4);
  assert_int_equal(fitted(&figures, true, "MAN"), 4); /* and what leads to it: ANN, MNN, AAN */
  assert_int_equal(fitted(&figures, true, "AAN"), 2);
  figures.n = figures.n_figures = 4;
  assert_int_equal(fitted(&figures, true, NULL), 2);
}

/* Quarters with trend and season, the noise from sin(t²). */
static void draw_quarters(double *y, size_t n) {
  static const double season[] = {0.31, -0.17, -0.24, 0.1};
  for (size_t t = 0; t < n; t++)
    y[t] = 0.4 + 0.013 * (double)t + season[t % 4] + 0.05 * sin((double)(t * t));
}

/* Every form that can be chosen is as likely as if fitted from nothing; the rest is there. */
static void test_a_shorter_window_is_fitted_from_the_longer_one(void **state) {
  (void)state;
  double y[36];
  draw_quarters(y, 36);
  prg_ets_figures figures = {.n = 36, .m = 4, .y = y, .n_figures = 36};
  const prg_ets_task task = {&figures, false, NULL};
  prg_ets_family neighbour, family, expected;
  prg_ets_fit_family(&task, &neighbour);
  assert_int_equal(neighbour.n, 6);
  for (int back = 0; back < 6; back++) {
    figures.n--;
    figures.n_figures--;
    prg_ets_refit_family(&task, &neighbour, &family);
    prg_ets_fit_family(&task, &expected);
    assert_int_equal(family.n, expected.n);
    double least = INFINITY, found = INFINITY;
    for (size_t i = 0; i < family.n; i++) {
      assert_true(family.fit[i].form.season == expected.fit[i].form.season);
      least = fmin(least, expected.fit[i].aicc);
      found = fmin(found, family.fit[i].aicc);
    }
    assert_close(found, least, 1e-3);
    neighbour = family;
  }
}

/* What the neighbour could not fit is fitted from nothing. */
static void test_forms_that_the_neighbour_had_not(void **state) {
  (void)state;
  double y[20];
  for (size_t t = 0; t < 20; t++)
    y[t] = 0.8 + 0.1 * sin((double)(t * t));
  prg_ets_figures figures = {.n = 20, .m = 1, .y = y, .n_figures = 20};
  prg_ets_task task = {&figures, false, NULL};
  prg_ets_family neighbour, family, expected;
  prg_ets_fit_family(&task, &neighbour);
  task.relative = true;
  prg_ets_refit_family(&task, &neighbour, &family);
  prg_ets_fit_family(&task, &expected);
  assert_int_equal(family.n, expected.n);
  assert_int_equal(family.n, 6);
  for (size_t i = 0; i < family.n; i++)
    assert_int_equal(family.fit[i].form.error, expected.fit[i].form.error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_forms_that_figures_allow),
      cmocka_unit_test(test_a_shorter_window_is_fitted_from_the_longer_one),
      cmocka_unit_test(test_forms_that_the_neighbour_had_not),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
