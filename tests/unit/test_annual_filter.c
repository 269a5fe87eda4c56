#include "model/pooled/annual_filter.h"

#include "test.h"

/* Every error is seen: the gains are the smoothing parameters, and nothing is unknown. */
static void test_complete(void **state) {
  (void)state;
  state_cov p = {0, 0, 0};
  for (int t = 0; t < 3; t++) {
    filter_gain k = filter_step(&p, 1.37, .41, .83, true, 0);
    assert_close(k.l, 1.37, 0);
    assert_close(k.b, .41, 0);
    assert_close(k.f, 1, 0);
    assert_true(p.ll == 0 && p.lb == 0 && p.bb == 0);
  }
}

/* A random walk: after three periods unseen the next change has the variance of four. */
static void test_random_walk_with_gap(void **state) {
  (void)state;
  state_cov p = {0, 0, 0};
  for (int t = 0; t < 3; t++)
    filter_step(&p, 1, 0, 1, false, 0);
  assert_close(p.ll, 3, 1e-15);
  filter_gain k = filter_step(&p, 1, 0, 1, true, 0);
  assert_close(k.f, 4, 1e-15);
  assert_close(k.l, 1, 1e-15);
  assert_close(p.ll, 0, 1e-15);
}

/* A quarter of noise: the level takes four fifths of the step and keeps a fifth of σ². */
static void test_preliminary(void **state) {
  (void)state;
  state_cov p = {0, 0, 0};
  filter_gain k = filter_step(&p, 1, 0, 1, true, .25);
  assert_close(k.l, .8, 1e-15);
  assert_close(k.f, 1.25, 1e-15);
  assert_close(p.ll, .2, 1e-15);
}

/* One period unseen, then one seen, by hand: A = (1 φ; 0 φ), g = (α, β). */
static void test_slope_with_gap(void **state) {
  (void)state;
  const double alpha = .7, beta = .2, phi = .9;
  state_cov p = {0, 0, 0};
  filter_step(&p, alpha, beta, phi, false, 0);
  assert_close(p.ll, .49, 1e-15);
  assert_close(p.lb, .14, 1e-15);
  assert_close(p.bb, .04, 1e-15);
  double q_ll = .49 + 2 * .9 * .14 + .81 * .04, q_lb = .9 * .14 + .81 * .04, q_bb = .81 * .04;
  filter_gain k = filter_step(&p, alpha, beta, phi, true, 0);
  assert_close(k.f, q_ll + 1, 1e-15);
  assert_close(k.l, (q_ll + alpha) / k.f, 1e-15);
  assert_close(k.b, (q_lb + beta) / k.f, 1e-15);
  assert_close(p.bb, q_bb + beta * beta - k.b * k.b * k.f, 1e-15);
  assert_true(p.ll * p.bb >= p.lb * p.lb - 1e-15);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_complete),
      cmocka_unit_test(test_random_walk_with_gap),
      cmocka_unit_test(test_preliminary),
      cmocka_unit_test(test_slope_with_gap),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
