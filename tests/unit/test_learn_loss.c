#include "evaluate/learn_loss.h"

#include <stdlib.h>

#include "test.h"

/* Nodes on all scales, of weights so even that none is dropped when they change a little. */
#define NODE(transform, alpha, beta, phi, kappa, s0, growth, log_weight)                           \
  { transform, alpha, beta, phi, kappa, s0, growth, log_weight, 0, 0, 0 }
static prg_annual_node nodes[] = {
    NODE(1, .4, .02, .8, .3, .07, 0, -1.31),     NODE(1, 1, 0, 0, 0, .2, 0, -1.52),
    NODE(.5, .75, .0375, .95, .3, .07, 0, -1.4), NODE(.5, 1, .3, 1, 1.5, .2, .03, -1.21),
    NODE(0, 1.25, .0625, .8, 1.5, .2, 0, -1.35), NODE(0, .15, 0, 1, .15, .2, .06, -1.7),
};
#define NODES (sizeof nodes / sizeof nodes[0])

static double loss_at(prg_annual *annual, const learn_case *item, double *gradient) {
  double loss, *scratch = malloc(learn_loss_scratch(NODES) * sizeof *scratch);
  assert_int_equal(learn_loss(annual, item, scratch, &loss, gradient, NULL), PRG_OK);
  free(scratch);
  return loss;
}

static void check_gradient(const double *y, size_t n, size_t window) {
  prg_series series;
  prg_period start = {0};
  assert_int_equal(prg_period_read("2001", &start, NULL), PRG_OK);
  assert_int_equal(prg_series_init_values(&series, "s", start, y, n, NULL), PRG_OK);
  learn_case item = {.value = series.value,
                     .observation = series.observation,
                     .season = 1,
                     .n = window,
                     .ahead = n - window,
                     .scale = 7.3};
  prg_node_list list = {nodes, NODES, false};
  prg_annual *annual = prg_annual_alloc(&list, PRG_PRIOR_MIXTURE);
  double *log_weight = prg_annual_grid(annual)->log_weight[PRG_KIND_UNKNOWN];
  double gradient[NODES] = {0}, size = 0;
  double loss = loss_at(annual, &item, gradient);
  assert_close(loss_at(annual, &item, NULL), loss, 0);
  for (size_t k = 0; k < NODES; k++) {
    const double step = 1e-4, middle = log_weight[k];
    log_weight[k] = middle + step;
    double above = loss_at(annual, &item, NULL);
    log_weight[k] = middle - step;
    double below = loss_at(annual, &item, NULL);
    log_weight[k] = middle;
    assert_close(gradient[k], (above - below) / (2 * step), 2e-4 * (1 + loss));
    size += fabs(gradient[k]);
  }
  assert_true(size > 1e-3 * loss);
  prg_annual_free(annual);
  prg_series_clear(&series);
}

static void test_gradient_of_amounts(void **state) {
  (void)state;
  const double y[] = {101.3, 108.7, 104.2, 119.9, 126.1, 122.8, 131.4, 140.2, 133.7};
  check_gradient(y, 9, 6);
}

/* Whole numbers: the forecast's scale is off by a half from the figures. */
static void test_gradient_of_counts(void **state) {
  (void)state;
  const double y[] = {14, 19, 17, 12, 23, 21, 28, 17, 24};
  check_gradient(y, 9, 6);
}

static void test_gradient_with_gaps_and_negatives(void **state) {
  (void)state;
  const double y[] = {14.2, NAN, -17.1, 12.7, 23.1, -2.9, 28, NAN, 24.4};
  check_gradient(y, 9, 6);
}

/* Limits at 0 do not move with the weights. */
static void test_gradient_at_zero(void **state) {
  (void)state;
  const double y[] = {0, 3, 1, 0, 2, 0, 1, 2};
  check_gradient(y, 8, 5);
}

/* One node alone: the loss from its quantiles, recomputed here. */
static void test_loss_of_one_node(void **state) {
  (void)state;
  const double y[] = {101.3, 108.7, 104.2, 119.9, 126.1, 141.7};
  prg_series series;
  prg_period start = {0};
  assert_int_equal(prg_period_read("2001", &start, NULL), PRG_OK);
  assert_int_equal(prg_series_init_values(&series, "s", start, y, 6, NULL), PRG_OK);
  learn_case item = {.value = series.value,
                     .observation = series.observation,
                     .season = 1,
                     .n = 5,
                     .ahead = 1,
                     .scale = 11.9};
  prg_node_list list = {&nodes[1], 1, false}; /* a random walk on the raw scale */
  prg_annual *annual = prg_annual_alloc(&list, PRG_PRIOR_MIXTURE);
  double loss, scratch[64];
  assert_int_equal(learn_loss(annual, &item, scratch, &loss, NULL, NULL), PRG_OK);
  annual_view view = prg_annual_look(annual, 1);
  double p[] = {.025, .1, .5, .9, .975}, q[5], error = 141.7 - 126.1;
  mixture_course course = {0};
  mixture_quantiles(&view.mixture, p, 5, &course, q);
  for (int i = 0; i < 5; i++)
    q[i] = q[i] * view.mean - view.offset;
  assert_close(q[2], 126.1, 1e-5);
  double expected = (200 * error / (126.1 + 141.7) / 15 + error / 11.9 / 3.6) / 2;
  expected += (q[4] - q[0] + 40 * fmax(141.7 - q[4], 0)) / 11.9 / 24 / 2;
  expected += (q[3] - q[1] + 10 * fmax(141.7 - q[3], 0)) / 11.9 / 15 / 2;
  assert_close(loss, expected, 1e-6);
  prg_annual_free(annual);
  prg_series_clear(&series);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_gradient_of_amounts),
      cmocka_unit_test(test_gradient_of_counts),
      cmocka_unit_test(test_gradient_with_gaps_and_negatives),
      cmocka_unit_test(test_gradient_at_zero),
      cmocka_unit_test(test_loss_of_one_node),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
