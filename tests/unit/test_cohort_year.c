#include "test.h"

#include "plan/cohort/cohort_year.h"

static double sum_of_weights(const prg_year_effect *effect) {
  double sum = 0;
  for (size_t k = 0; k < PRG_YEAR_NODES; k++)
    sum += effect->node[k].weight;
  return sum;
}

static void test_without_figures_the_prior_stands(void **state) {
  (void)state;
  prg_year_effect effect;
  prg_year_effect_fit(NULL, NULL, 0, &effect);
  assert_close(sum_of_weights(&effect), 1, 1e-12);
  assert_close(prg_year_effect_mean(&effect, 1), 0, 0);
  assert_close(prg_year_effect_level_weight(&effect), 0, 1e-12);
}

/* One figure: (μ + z) is y · (κ + 1) s² / ((κ + 1) s² + v), of which μ has κ parts. */
static void test_one_figure_by_hand(void **state) {
  (void)state;
  double y = .00137, v = 4.1e-6;
  prg_year_effect effect;
  prg_year_effect_fit(&y, &v, 1, &effect);
  for (size_t k = 0; k < PRG_YEAR_NODES; k++) {
    const prg_year_node *node = &effect.node[k];
    double s2 = node->spread * node->spread, share = 9 * s2 / (9 * s2 + v);
    assert_close(node->mean[0] + node->mean[1], share * y, 1e-12);
    assert_close(node->mean[0], 8. / 9 * share * y, 1e-12);
    assert_close(node->mm + 2 * node->mz + node->zz, 9 * s2 * (1 - share), 1e-14);
  }
}

static void test_a_level_is_learned(void **state) {
  (void)state;
  double y[60], v[60];
  for (int t = 0; t < 60; t++) {
    y[t] = .0213 + (t % 2 == 0 ? .003 : -.003);
    v[t] = 1e-7;
  }
  prg_year_effect effect;
  prg_year_effect_fit(y, v, 60, &effect);
  assert_close(prg_year_effect_mean(&effect, 10), .0213, .0025);
  assert_true(prg_year_effect_level_weight(&effect) > .8);
  prg_year_effect_rest(&effect);
  assert_close(prg_year_effect_mean(&effect, 1), 0, 0);
}

/* Years alike one after another are told from years at random. */
static void test_persistence_is_learned(void **state) {
  (void)state;
  double waves[48], random[48], v[48];
  for (int t = 0; t < 48; t++) {
    waves[t] = .008 * sin(t / 4.);
    random[t] = .008 * sin(t * t * 1.7);
    v[t] = 1e-7;
  }
  prg_year_effect persistent, fleeting;
  prg_year_effect_fit(waves, v, 48, &persistent);
  prg_year_effect_fit(random, v, 48, &fleeting);
  double high = 0, low = 0;
  for (size_t k = 0; k < PRG_YEAR_NODES; k++) {
    high += persistent.node[k].weight * persistent.node[k].persistence;
    low += fleeting.node[k].weight * fleeting.node[k].persistence;
  }
  assert_true(high > .8 && low < .5);
}

static void test_gaps_are_passed_over(void **state) {
  (void)state;
  double y[] = {.004, NAN, .006}, v[] = {1e-6, 1, 1e-6};
  prg_year_effect effect;
  prg_year_effect_fit(y, v, 3, &effect);
  assert_close(sum_of_weights(&effect), 1, 1e-12);
  assert_true(prg_year_effect_mean(&effect, 1) > .002);
}

static void test_draws_have_the_mean(void **state) {
  (void)state;
  double y[] = {.011, .014, .009, .016, .012}, v[] = {1e-6, 1e-6, 1e-6, 1e-6, 1e-6};
  prg_year_effect effect;
  prg_year_effect_fit(y, v, 5, &effect);
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  double path[4], sum[4] = {0};
  enum { N = 40000 };
  for (int i = 0; i < N; i++) {
    prg_year_effect_draw(&effect, random, 4, path);
    for (int h = 0; h < 4; h++)
      sum[h] += path[h] / N;
  }
  gsl_rng_free(random);
  for (int h = 0; h < 4; h++)
    assert_close(sum[h], prg_year_effect_mean(&effect, (size_t)h + 1), 2e-4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_without_figures_the_prior_stands),
      cmocka_unit_test(test_one_figure_by_hand),
      cmocka_unit_test(test_a_level_is_learned),
      cmocka_unit_test(test_persistence_is_learned),
      cmocka_unit_test(test_gaps_are_passed_over),
      cmocka_unit_test(test_draws_have_the_mean),
  };
  return cmocka_run_group_tests_name("cohort_year", tests, NULL, NULL);
}
