#include <prognos/learn_seasonal.h>

#include "evaluate/learn_case.h"
#include "evaluate/learn_seasonal_case.h"
#include "evaluate/learn_seasonal_grid.h"
#include "learn_fixture.h"

enum { SERIES = 16, N = 40, M = 4 };

/* Half of the series is a pattern on a level that hardly moves, half wanders without a pattern. */
static void make_panel(prg_panel *panel, unsigned long seed) {
  static const double pattern[M] = {1.31, .83, .57, 1.29};
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  gsl_rng_set(rng, seed);
  prg_panel_init(panel);
  prg_period start = {0};
  assert_int_equal(prg_period_read("2010K1", &start, NULL), PRG_OK);
  for (int i = 0; i < SERIES; i++) {
    double y[N], level = 7.3;
    for (size_t t = 0; t < N; t++) {
      level += i % 2 == 0 ? 0 : gsl_ran_gaussian(rng, .05);
      y[t] = exp(level + gsl_ran_gaussian(rng, .005)) * (i % 2 == 0 ? pattern[t % M] : 1) + .003;
    }
    prg_series series;
    char name[16];
    assert_int_equal(
        prg_series_init_values(&series, fixture_name(name, panel->n), start, y, N, NULL), PRG_OK);
    assert_int_equal(series.season, M);
    assert_int_equal(prg_panel_add(panel, &series, NULL), PRG_OK);
  }
  gsl_rng_free(rng);
}

static prg_learned_seasonal learn(const prg_panel *panel, size_t nodes, size_t threads) {
  prg_learn_options options;
  prg_learn_options_init(&options);
  options.nodes = nodes;
  options.threads = threads;
  prg_learned_seasonal learned;
  assert_int_equal(prg_learn_seasonal(&panel, 1, &options, &learned, NULL), PRG_OK);
  return learned;
}

/* Weight on nodes with a pattern that hardly changes, and on wanderers without one: each about half
 * of what was learned. */
static void test_finds_what_the_series_are_made_of(void **state) {
  (void)state;
  prg_panel panel;
  make_panel(&panel, 5);
  prg_learned_seasonal learned = learn(&panel, 60, 1), again = learn(&panel, 60, 5);
  double pattern = 0, wanderer = 0, total = 0;
  assert_int_equal(learned.season, M);
  assert_int_equal(learned.series, SERIES);
  assert_int_equal(learned.left_out, 0);
  assert_int_equal(learned.windows, 2 * SERIES);
  assert_int_equal(learned.prior.n, 60);
  assert_true(learned.log_score > learned.log_score_flat);
  for (size_t i = 0; i < learned.prior.n; i++) {
    const prg_seasonal_node *node = &learned.prior.node[i];
    double weight = exp(node->log_weight);
    total += weight;
    pattern += node->tau >= 3 && node->alpha < .4 ? weight : 0;
    wanderer += node->tau == 0 && node->alpha > .5 ? weight : 0;
  }
  assert_close(total, 1, 1e-9);
  assert_close(pattern, .5, .1);
  assert_close(wanderer, .4, .15);
  assert_memory_equal(learned.prior.node, again.prior.node, 60 * sizeof *again.prior.node);
  assert_memory_equal(&learned.log_score, &again.log_score, sizeof again.log_score);
  prg_learned_seasonal_clear(&learned);
  prg_learned_seasonal_clear(&again);
  prg_panel_clear(&panel);
}

/* The guards are last, with e^−6 of the whole each; the fewest nodes are four and they. */
static void test_guards_are_appended(void **state) {
  (void)state;
  prg_panel panel;
  make_panel(&panel, 6);
  prg_learned_seasonal learned = learn(&panel, PRG_LEARN_NODES_MIN, 1);
  assert_int_equal(learned.prior.n, PRG_LEARN_NODES_MIN);
  const double share = exp(-6);
  for (int i = 0; i < LEARN_SEASONAL_GUARDS; i++) {
    const prg_seasonal_node *node = &learned.prior.node[PRG_LEARN_NODES_MIN - 1 - i];
    assert_close(node->kappa, 30, 0);
    assert_close(exp(node->log_weight), share / (1 + 4 * share), 1e-12);
  }
  prg_learned_seasonal_clear(&learned);
  prg_panel_clear(&panel);
}

/* Windows begin and end with a figure; series of another season, or hardly longer than theirs, give
 * none. */
static void test_cases(void **state) {
  (void)state;
  prg_panel panel;
  make_panel(&panel, 7);
  panel.series[1].season = 12;
  panel.series[2].n = M + 4;
  panel.series[3].value[0] = panel.series[3].value[N - 1] = NAN;
  const prg_panel *only = &panel;
  prg_learn_options options;
  prg_learn_options_init(&options);
  prg_learn_sample *sample;
  learn_cases cases;
  assert_int_equal(learn_sample_of(&only, 1, &options, &sample, NULL), PRG_OK);
  assert_int_equal(prg_learn_sample_season(sample), M);
  assert_int_equal(learn_cases_take(sample, M, &cases, NULL), PRG_OK);
  assert_int_equal(cases.left_out, 2);
  assert_int_equal(cases.series, SERIES - 2);
  for (size_t i = 0; i < cases.n; i++) {
    const learn_case *item = &cases.item[i];
    assert_true(item->n >= M && item->n <= N && item->ahead == 0 && item->season == M);
    assert_true(item->value[0] > 0 && item->value[item->n - 1] > 0); /* no NaN */
  }
  learn_cases_clear(&cases);
  prg_learn_sample_free(sample);
  prg_panel_clear(&panel);
}

static void test_refusals(void **state) {
  (void)state;
  prg_panel panel;
  make_panel(&panel, 8);
  const prg_panel *only = &panel;
  prg_learn_options options;
  prg_learn_options_init(&options);
  prg_learned_seasonal learned;
  prg_error error;
  panel.series[4].value[3] = 1e101;
  assert_int_equal(prg_learn_seasonal(&only, 1, &options, &learned, &error), PRG_EINPUT);
  prg_learned_seasonal_clear(&learned);
  panel.series[4].value[3] = 7;
  panel.series[4].season = 1; /* one without season: an annual prior is learned instead */
  assert_int_equal(prg_learn_seasonal(&only, 1, &options, &learned, &error), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_LEARN_NO_SEASONAL);
  prg_learned_seasonal_clear(&learned);
  prg_panel_clear(&panel);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_finds_what_the_series_are_made_of),
      cmocka_unit_test(test_guards_are_appended),
      cmocka_unit_test(test_cases),
      cmocka_unit_test(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
