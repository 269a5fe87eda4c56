#include "test.h"

#include <gsl/gsl_cdf.h>

#include "model/pooled/mixture.h"

enum { MOST = 40 };

/* A mixture with its arrays; components are added scale by scale. */
typedef struct fixture {
  prg_mixture m;
  double weight[MOST], location[MOST], precision[MOST], scratch[8 * MOST];
  student_table table;
} fixture;

static void begin(fixture *f, double df) {
  f->m = (prg_mixture){.weight = f->weight,
                       .location = f->location,
                       .precision = f->precision,
                       .scratch = f->scratch,
                       .student = &f->table};
  student_table_set(&f->table, df);
}

static void add(fixture *f, int scale, double weight, double location, double size) {
  f->weight[f->m.n] = weight;
  f->location[f->m.n] = location;
  f->precision[f->m.n] = 1 / size;
  mixture_count(&f->m, scale);
  assert_true(mixture_scratch(f->m.n) <= sizeof f->scratch / sizeof f->scratch[0]);
}

static double exact_cdf(const fixture *f, double xi) {
  double sum = 0;
  for (int s = 0; s < SCALE_COUNT; s++)
    for (size_t k = f->m.first[s]; k < f->m.first[s + 1]; k++) {
      double z = mixture_forward(s, xi);
      if (isfinite(z))
        sum += f->weight[k] * gsl_cdf_tdist_P((z - f->location[k]) * f->precision[k], f->table.df);
    }
  return sum;
}

static void test_scales_go_there_and_back(void **state) {
  (void)state;
  for (int s = 0; s < SCALE_COUNT; s++)
    for (double xi = 0.0137; xi < 40; xi *= 1.71)
      assert_digits(mixture_backward(s, mixture_forward(s, xi)), xi, 14);
  assert_close(mixture_forward(SCALE_ROOT, 2.25), 3, 1e-15);
  assert_close(mixture_forward(SCALE_ROOT, -0.1), -INFINITY, 0);
  assert_close(mixture_forward(SCALE_LOG, 0), -INFINITY, 0);
  assert_close(mixture_backward(SCALE_ROOT, -1.3), 0, 0);
  assert_close(mixture_backward(SCALE_RAW, -1.3), -1.3, 0);
  assert_true(isfinite(mixture_backward(SCALE_LOG, 1e6)));
}

static void test_one_component_is_its_own_quantile(void **state) {
  (void)state;
  static const double p[] = {0.0213, 0.5, 0.983};
  static const double location[] = {3.71, 3.71, 0.42}, size[] = {0.62, 0.62, 0.17};
  for (int s = 0; s < SCALE_COUNT; s++) {
    fixture f = {0};
    mixture_course course = {0};
    double q[3];
    begin(&f, 7.2);
    add(&f, s, 1, location[s], size[s]);
    mixture_quantiles(&f.m, p, 3, &course, q);
    for (int i = 0; i < 3; i++)
      assert_digits(q[i],
                    mixture_backward(s, location[s] + size[s] * gsl_cdf_tdist_Pinv(p[i], 7.2)), 8);
    assert_close(course.previous[0].centre, mixture_backward(s, location[s]), 1e-12);
  }
}

static void fill_near(fixture *f) { /* as fitted models are */
  for (int k = 0; k < 11; k++)
    add(f, SCALE_RAW, 0.031, 1.13 + 0.017 * k, 0.21 - 0.011 * k);
  for (int k = 0; k < 9; k++)
    add(f, SCALE_ROOT, 0.043, 2.07 - 0.021 * k, 0.13 + 0.02 * k);
  for (int k = 0; k < 8; k++)
    add(f, SCALE_LOG, 0.034, 0.07 + 0.013 * k, 0.33 - 0.017 * k);
}

static void fill_far(fixture *f) { /* the density between them is next to nothing */
  add(f, SCALE_RAW, 0.5, -40.7, 0.013);
  add(f, SCALE_RAW, 0.19, 55.3, 0.7);
  add(f, SCALE_LOG, 0.31, 4.4, 0.002);
}

static void fill_wide(fixture *f) { /* spans of many powers of ten */
  add(f, SCALE_RAW, 0.1, 2.2, 1.9);
  add(f, SCALE_LOG, 0.3, 0.4, 11.7);
  add(f, SCALE_LOG, 0.6, -3.1, 0.4);
}

static void fill_at_zero(fixture *f) { /* a jump of a fifth at 0 */
  add(f, SCALE_RAW, 0.37, 0.4, 0.51);
  add(f, SCALE_ROOT, 0.63, 0.3, 0.62);
}

static void fill_roots(fixture *f) { /* a jump, and nothing below it */
  add(f, SCALE_ROOT, 0.7, 1.1, 0.9);
  add(f, SCALE_LOG, 0.3, -1.2, 0.8);
}

static void (*const fills[])(fixture *) = {fill_near, fill_far, fill_wide, fill_at_zero,
                                           fill_roots};
static const double degrees[] = {4, 5.37, 15, 123.4, 1003};
enum { FILLS = 5, DEGREES = 5, N = 31 };

/* F(q−) <= p <= F(q) within the tolerance, in log odds. */
static void check_quantile(const fixture *f, double p, double q, double log_odds) {
  double step = 1e-9 * fabs(q) + 1e-300, tolerance = log_odds * p * (1 - p) + 2e-10;
  assert_true(exact_cdf(f, q + step) >= p - tolerance);
  assert_true(exact_cdf(f, q - step) <= p + tolerance);
}

static void test_quantile_inverts_the_mixture(void **state) {
  (void)state;
  double p[N], q[N];
  for (int i = 0; i < N; i++)
    p[i] = 0.005 + 0.99 * i / (N - 1);
  for (int d = 0; d < DEGREES; d++)
    for (int m = 0; m < FILLS; m++) {
      fixture f = {0};
      mixture_course course = {0};
      begin(&f, degrees[d]);
      fills[m](&f);
      mixture_quantiles(&f.m, p, N, &course, q);
      for (int i = 0; i < N; i++) {
        check_quantile(&f, p[i], q[i], fills[m] == fill_near ? 1e-7 : 3e-6);
        assert_true(i == 0 || q[i] >= q[i - 1]);
      }
    }
}

static void test_a_course_changes_nothing_that_shows(void **state) {
  (void)state;
  static const double p[] = {0.025, 0.1, 0.5, 0.9, 0.975};
  fixture f = {0};
  double row[4][5], expected[5];
  const double nowhere[] = {-3, -2.5, 4, 19, 20};
  mixture_course course = {0}, fresh = {0}, astray = {1, {{2, 0.31}, {0, 0}}};
  begin(&f, 8.57);
  fill_near(&f);
  mixture_quantiles(&f.m, p, 5, &fresh, expected);
  for (int h = 0; h < 4; h++) {
    mixture_quantiles(&f.m, p, 5, &course, row[h]);
    for (int i = 0; i < 5; i++)
      assert_digits(row[h][i], expected[i], 7);
  }
  assert_int_equal(course.n_solved, 4);
  memcpy(row[0], nowhere, sizeof nowhere);
  mixture_quantiles(&f.m, p, 5, &astray, row[1]);
  for (int i = 0; i < 5; i++)
    assert_digits(row[1][i], expected[i], 7);
  assert_close(astray.previous[0].spread, course.previous[1].spread, 0);
}

static void test_zero_is_the_quantile_where_roots_begin(void **state) {
  (void)state;
  static const double p[] = {0.02, 0.05, 0.1, 0.9};
  fixture f = {0};
  mixture_course course = {0};
  double q[4];
  begin(&f, 5.2);
  fill_roots(&f);
  mixture_quantiles(&f.m, p, 4, &course, q);
  assert_close(q[0], 0, 0);
  assert_close(q[1], 0, 0);
  assert_true(q[2] > 0);
}

static void test_what_is_far_off_stays_finite(void **state) {
  (void)state;
  static const double p[] = {0.005, 0.5, 0.995};
  fixture f = {0};
  mixture_course course = {0};
  double q[3];
  begin(&f, 5);
  add(&f, SCALE_LOG, 1, 12, 900);
  mixture_quantiles(&f.m, p, 3, &course, q);
  assert_true(q[0] > 0 && q[0] <= q[1] && q[1] <= q[2] && isfinite(q[2]));
  fixture g = {0};
  begin(&g, 5);
  add(&g, SCALE_RAW, 0.6, 1e200, 1e-200);
  add(&g, SCALE_RAW, 0.4, -1e200, 1e190);
  course = (mixture_course){0};
  mixture_quantiles(&g.m, p, 3, &course, q);
  assert_true(isfinite(q[0]) && q[0] <= q[1] && q[1] <= q[2] && isfinite(q[2]));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_scales_go_there_and_back),
      cmocka_unit_test(test_one_component_is_its_own_quantile),
      cmocka_unit_test(test_quantile_inverts_the_mixture),
      cmocka_unit_test(test_a_course_changes_nothing_that_shows),
      cmocka_unit_test(test_zero_is_the_quantile_where_roots_begin),
      cmocka_unit_test(test_what_is_far_off_stays_finite),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
