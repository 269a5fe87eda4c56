#include <prognos/learn.h>

#include "learn_fixture.h"

static const prg_node_list candidates = {(prg_annual_node *)(uintptr_t)fixture_node, FIXTURE_NODES,
                                         false};

static double weight_of(const prg_node_list *list, const prg_annual_node *node) {
  double weight = 0;
  for (size_t i = 0; i < list->n; i++)
    if (list->node[i].alpha == node->alpha && list->node[i].s0 == node->s0)
      weight += exp(list->node[i].log_weight);
  return weight;
}

/* Sixty growers, thirty wanderers, ten noisy levels of thirty-six figures. */
static void test_true_weights_are_found(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){120, 60, 20}, 36, PRG_KIND_UNKNOWN, 3);
  prg_learn_options options;
  prg_learn_options_init(&options);
  options.candidates = &candidates;
  options.likelihood_only = true;
  const prg_panel *panels[] = {&panel};
  prg_learned learned;
  prg_error error;
  assert_int_equal(prg_learn_annual(panels, 1, &options, &learned, &error), PRG_OK);
  assert_int_equal(learned.prior.n, FIXTURE_NODES);
  assert_int_equal(learned.series, 200);
  assert_int_equal(learned.left_out, 0);
  assert_int_equal(learned.windows, 1600);
  assert_close(weight_of(&learned.prior, &fixture_node[0]), .6, .04);
  assert_close(weight_of(&learned.prior, &fixture_node[1]), .3, .04);
  assert_close(weight_of(&learned.prior, &fixture_node[2]), .1, .04);
  prg_learned_clear(&learned);
  assert_null(learned.prior.node);
  prg_panel_clear(&panel);
}

/* Other candidates than the grid: all are kept, and the guards stand last. */
static void test_models_that_were_told(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){120, 0, 0}, 36, PRG_KIND_UNKNOWN, 3);
  prg_learn_options options;
  prg_learn_options_init(&options);
  options.candidates = &candidates;
  const prg_panel *panels[] = {&panel};
  prg_learned learned;
  assert_int_equal(prg_learn_annual(panels, 1, &options, &learned, NULL), PRG_OK);
  assert_int_equal(learned.prior.n, FIXTURE_NODES + 4);
  assert_int_equal(learned.candidates, FIXTURE_NODES);
  assert_true(weight_of(&learned.prior, &fixture_node[0]) > .9);
  prg_learned_clear(&learned);
  prg_panel_clear(&panel);
}

/* The whole way from the grid: what is learned forecasts better than EM's weights, has as many
 * models as asked for, weights that sum to 1, the guards last; and is the same when done again. */
static void test_the_whole_way(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){60, 25, 15}, 18, PRG_KIND_UNKNOWN, 7);
  prg_learn_options options;
  prg_learn_options_init(&options);
  options.nodes = 60;
  options.windows = 800;
  const prg_panel *panels[] = {&panel, &panel};
  prg_learned first, second;
  prg_error error;
  assert_int_equal(prg_learn_annual(panels, 2, &options, &first, &error), PRG_OK);
  assert_int_equal(first.prior.n, 60);
  assert_int_equal(first.windows, 800);
  assert_int_equal(first.series, 200);
  assert_true(first.candidates > 5000);
  double sum = 0;
  for (size_t i = 0; i < first.prior.n; i++) {
    assert_true(prg_annual_node_is_stable(&first.prior.node[i]));
    sum += exp(first.prior.node[i].log_weight);
  }
  assert_close(sum, 1, 1e-9);
  for (size_t i = 56; i < 60; i++) {
    assert_close(first.prior.node[i].kappa, 30, 0);
    assert_close(exp(first.prior.node[i].log_weight), exp(-6) / (1 + 4 * exp(-6)), 1e-12);
  }
  assert_true(first.loss_after > 0 && first.loss_after < first.loss_before * 1.02);
  options.threads = 3;
  assert_int_equal(prg_learn_annual(panels, 2, &options, &second, &error), PRG_OK);
  assert_memory_equal(first.prior.node, second.prior.node, 60 * sizeof *first.prior.node);
  assert_memory_equal(&first.loss_after, &second.loss_after, sizeof first.loss_after);
  prg_learned_clear(&second);

  options.seed = 2;
  assert_int_equal(prg_learn_annual(panels, 2, &options, &second, &error), PRG_OK);
  assert_memory_not_equal(first.prior.node, second.prior.node, 60 * sizeof *first.prior.node);
  prg_learned_clear(&second);
  prg_learned_clear(&first);
  prg_panel_clear(&panel);
}

static void test_nothing_to_learn_from(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){3, 0, 2}, 4, PRG_KIND_UNKNOWN, 5);
  const prg_panel *panels[] = {&panel};
  prg_learn_options options;
  prg_learn_options_init(&options);
  prg_learned learned;
  prg_error error;
  assert_int_equal(prg_learn_annual(panels, 1, &options, &learned, &error), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_LEARN_NO_SERIES);
  prg_learned_clear(&learned);
  prg_panel_clear(&panel);
  assert_int_equal(prg_learn_annual(panels, 1, &options, &learned, NULL), PRG_EREFUSED);
  prg_learned_clear(&learned);
}

static void test_figures_too_large(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){3, 0, 0}, 9, PRG_KIND_UNKNOWN, 5);
  panel.series[1].value[4] = 1e200;
  const prg_panel *panels[] = {&panel};
  prg_learn_options options;
  prg_learn_options_init(&options);
  prg_learned learned;
  prg_error error;
  assert_int_equal(prg_learn_annual(panels, 1, &options, &learned, &error), PRG_EINPUT);
  prg_learned_clear(&learned);
  prg_panel_clear(&panel);
}

/* Gaps, zeros, negative figures, constants, one long and one short series. */
static void test_odd_series(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){6, 4, 4}, 14, PRG_KIND_UNKNOWN, 11);
  for (size_t t = 0; t < 14; t++) {
    panel.series[0].value[t] = 0;
    panel.series[1].value[t] = -37.25;
    panel.series[2].value[t] = t % 3 == 0 ? NAN : 12.5 + (double)t;
    panel.series[3].value[t] = NAN;
    panel.series[4].value[t] = (double)(t % 2) * 3;
  }
  const prg_panel *panels[] = {&panel};
  prg_learn_options options;
  prg_learn_options_init(&options);
  options.nodes = 12;
  options.windows = 50;
  prg_learned learned;
  prg_error error;
  assert_int_equal(prg_learn_annual(panels, 1, &options, &learned, &error), PRG_OK);
  assert_int_equal(learned.prior.n, 12);
  assert_int_equal(learned.left_out, 1);
  for (size_t i = 0; i < learned.prior.n; i++)
    assert_true(isfinite(learned.prior.node[i].log_weight));
  assert_true(isfinite(learned.loss_after));
  prg_learned_clear(&learned);
  prg_panel_clear(&panel);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_true_weights_are_found), cmocka_unit_test(test_models_that_were_told),
      cmocka_unit_test(test_the_whole_way),          cmocka_unit_test(test_nothing_to_learn_from),
      cmocka_unit_test(test_figures_too_large),      cmocka_unit_test(test_odd_series),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
