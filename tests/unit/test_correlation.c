#include "forecast/correlation.h"

#include "test.h"

#define YEARS 7

static void add(prg_panel *panel, const char *name, const double *value) {
  prg_series series;
  assert_int_equal(
      prg_series_init_values(&series, name, (prg_period){PRG_YEAR, 2016}, value, YEARS, NULL),
      PRG_OK);
  assert_int_equal(prg_panel_add(panel, &series, NULL), PRG_OK);
}

/* Squares of whole numbers, so that the changes of their roots can be read off. */
static const double a[] = {100, 121, 169, 144, 196, 225, 289}, /* 1 2 −1 2 1 2 */
    b[] = {400, 441, 484, 484, 529, 529, 625},                 /* 1 1 0 1 0 2 */
    c[] = {900, 841, 784, 841, 729, 676, 576};                 /* −1 −1 1 −2 −1 −2 */

static double pearson(const double *x, const double *y, size_t n) {
  double mx = 0, my = 0, xy = 0, xx = 0, yy = 0;
  for (size_t t = 0; t < n; t++) {
    mx += x[t] / (double)n;
    my += y[t] / (double)n;
  }
  for (size_t t = 0; t < n; t++) {
    xy += (x[t] - mx) * (y[t] - my);
    xx += (x[t] - mx) * (x[t] - mx);
    yy += (y[t] - my) * (y[t] - my);
  }
  return xy / sqrt(xx * yy);
}

/* One factor shrinks all correlations; λ by another program, written from the definition. */
static void test_correlations_of_root_changes_shrunk_alike(void **state) {
  (void)state;
  static const double da[] = {1, 2, -1, 2, 1, 2}, db[] = {1, 1, 0, 1, 0, 2},
                      dc[] = {-1, -1, 1, -2, -1, -2};
  const size_t which[] = {0, 1, 2};
  prg_panel panel;
  prg_panel_init(&panel);
  add(&panel, "a", a);
  add(&panel, "b", b);
  add(&panel, "c", c);
  gsl_matrix *r = gsl_matrix_alloc(3, 3);
  assert_true(correlation_of_changes(&panel, which, 3, r));
  double kept = gsl_matrix_get(r, 0, 1) / pearson(da, db, 6);
  assert_true(kept > 0 && kept < 1);
  assert_close(gsl_matrix_get(r, 0, 2), kept * pearson(da, dc, 6), 1e-12);
  assert_close(gsl_matrix_get(r, 2, 1), kept * pearson(db, dc, 6), 1e-12);
  for (size_t i = 0; i < 3; i++)
    assert_close(gsl_matrix_get(r, i, i), 1, 0);
  assert_close(1 - kept, 0.3965722801788375, 1e-12);
  gsl_matrix_free(r);
  prg_panel_clear(&panel);
}

static void test_two_changes_tell_nothing(void **state) {
  (void)state;
  static const double early[] = {NAN, NAN, NAN, NAN, 196, 225, 289};
  const size_t which[] = {0, 1};
  prg_panel panel;
  prg_panel_init(&panel);
  add(&panel, "a", early);
  add(&panel, "b", b);
  gsl_matrix *r = gsl_matrix_alloc(2, 2);
  assert_true(correlation_of_changes(&panel, which, 2, r));
  assert_close(gsl_matrix_get(r, 0, 1), 0, 0);
  assert_close(gsl_matrix_get(r, 1, 1), 1, 0);
  gsl_matrix_free(r);
  prg_panel_clear(&panel);
}

static void test_a_constant_series_goes_with_nothing(void **state) {
  (void)state;
  static const double flat[] = {7, 7, 7, 7, 7, 7, 7};
  const size_t which[] = {0, 1};
  prg_panel panel;
  prg_panel_init(&panel);
  add(&panel, "a", a);
  add(&panel, "flat", flat);
  gsl_matrix *r = gsl_matrix_alloc(2, 2);
  assert_true(correlation_of_changes(&panel, which, 2, r));
  assert_close(gsl_matrix_get(r, 0, 1), 0, 0);
  assert_close(gsl_matrix_get(r, 1, 1), 1, 0);
  gsl_matrix_free(r);
  prg_panel_clear(&panel);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_correlations_of_root_changes_shrunk_alike),
      cmocka_unit_test(test_two_changes_tell_nothing),
      cmocka_unit_test(test_a_constant_series_goes_with_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
