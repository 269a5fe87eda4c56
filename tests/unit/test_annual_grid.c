#include "model/pooled/annual_grid.h"

#include <math.h>

#include "model/pooled/prior.h"

#include "prototype_prior.h"
#include "test.h"

/* Runs differ, stand by scale, and each belongs to at least one node. */
static void test_runs_are_sorted(void **state) {
  (void)state;
  annual_grid grid;
  assert_true(annual_grid_init(&grid, NULL, PRG_PRIOR_MIXTURE));
  assert_int_equal(grid.n_nodes, prg_annual_prior.n);
  assert_true(grid.n_runs <= grid.n_nodes);
  for (size_t i = 0; i < grid.n_nodes; i++)
    assert_true(i == 0 ? grid.run[0] == 0 : grid.run[i] - grid.run[i - 1] <= 1);
  assert_int_equal(grid.run[grid.n_nodes - 1], grid.n_runs - 1);
  assert_int_equal(grid.first[0], 0);
  assert_int_equal(grid.first[SCALE_COUNT], grid.n_runs);
  for (int s = 0; s < SCALE_COUNT; s++)
    for (size_t r = grid.first[s]; r < grid.first[s + 1]; r++)
      assert_int_equal(grid.scale[r], s);
  for (size_t r = 1; r < grid.n_runs; r++)
    assert_true(grid.scale[r] != grid.scale[r - 1] || grid.alpha[r] != grid.alpha[r - 1] ||
                grid.beta[r] != grid.beta[r - 1] || grid.phi[r] != grid.phi[r - 1] ||
                grid.growth[r] != grid.growth[r - 1]);
  annual_grid_clear(&grid);
}

static double weight_sum(const annual_grid *grid, prg_kind kind) {
  double sum = 0;
  for (size_t i = 0; i < grid->n_nodes; i++)
    sum += exp(grid->log_weight[kind][i]);
  return sum;
}

static void test_weights_sum_to_one(void **state) {
  (void)state;
  for (int prior = PRG_PRIOR_MIXTURE; prior <= PRG_PRIOR_AREA_TOTAL; prior++) {
    annual_grid grid;
    assert_true(annual_grid_init(&grid, NULL, (prg_prior)prior));
    for (int kind = 0; kind < PRG_KIND_COUNT; kind++)
      assert_close(weight_sum(&grid, (prg_kind)kind), 1, 1e-12);
    annual_grid_clear(&grid);
  }
}

/* The log weight of the node with that s₀. */
static double weight_at(const annual_grid *grid, prg_kind kind, double s0) {
  for (size_t i = 0; i < grid->n_nodes; i++)
    if (grid->s0[i] == s0)
      return exp(grid->log_weight[kind][i]);
  return NAN;
}

/* Weights 1 : 3 by default, 2 : 3 for people, 5 : 1 for areas, 1 : 9 for economies. */
static prg_annual_node pair[] = {
    {.alpha = 1, .s0 = .2, .log_weight = 0, .people = .693147, .area_total = 1.609438},
    {.alpha = .4,
     .s0 = .1,
     .log_weight = 1.098612,
     .people = 1.098612,
     .area_total = 0,
     .economy = 2.197225},
};

static void test_kind_and_prior_choose_the_weights(void **state) {
  (void)state;
  prg_node_list list = {pair, 2, true};
  annual_grid grid;
  assert_true(annual_grid_init(&grid, &list, PRG_PRIOR_MIXTURE));
  assert_close(weight_at(&grid, PRG_KIND_UNKNOWN, .2), 1 / 4.0, 1e-6);
  assert_close(weight_at(&grid, PRG_KIND_FLOW, .2), 1 / 4.0, 1e-6);
  assert_close(weight_at(&grid, PRG_KIND_PEOPLE, .2), .85 * 2 / 5 + .15 / 4, 1e-6);
  assert_close(weight_at(&grid, PRG_KIND_AREA_TOTAL, .2), .85 * 5 / 6 + .15 / 4, 1e-6);
  assert_close(weight_at(&grid, PRG_KIND_ECONOMY, .2), .85 / 10 + .15 / 4, 1e-6);
  annual_grid_clear(&grid);
  assert_true(annual_grid_init(&grid, &list, PRG_PRIOR_AREA_TOTAL));
  assert_close(weight_at(&grid, PRG_KIND_UNKNOWN, .2), 5 / 6.0, 1e-6);
  assert_close(weight_at(&grid, PRG_KIND_PEOPLE, .2), 5 / 6.0, 1e-6);
  annual_grid_clear(&grid);
}

/* Without weights by kind, neither the kind nor what was asked for makes a difference. */
static void test_list_without_kinds(void **state) {
  (void)state;
  prg_node_list list = {pair, 2, false};
  for (int prior = PRG_PRIOR_MIXTURE; prior <= PRG_PRIOR_AREA_TOTAL; prior++) {
    annual_grid grid;
    assert_true(annual_grid_init(&grid, &list, (prg_prior)prior));
    for (int kind = 0; kind < PRG_KIND_COUNT; kind++)
      assert_close(weight_at(&grid, (prg_kind)kind, .2), 1 / 4.0, 1e-6);
    annual_grid_clear(&grid);
  }
}

/* The file as the program has it: few enough models, stable, weights by kind, guards of a line. */
static void test_shipped_prior(void **state) {
  (void)state;
  const prg_node_list *list = &prg_annual_prior;
  size_t guards = 0;
  assert_true(list->by_kind);
  assert_true(list->n >= 50 && list->n <= 200);
  for (size_t i = 0; i < list->n; i++) {
    const prg_annual_node *node = &list->node[i];
    assert_true(prg_annual_node_is_stable(node));
    assert_true(node->transform == 0 || node->transform == .5 || node->transform == 1);
    assert_true(node->s0 >= .001 && node->log_weight < 0 && node->log_weight > -20);
    assert_true(node->economy < 0 && node->people < 0 && node->area_total < 0);
    guards += node->kappa == 30;
    for (size_t j = 0; j < i; j++) /* no model twice */
      assert_memory_not_equal(node, &list->node[j], offsetof(prg_annual_node, log_weight));
  }
  assert_int_equal(guards, 4);
}

/* x ← D x, D = F − (α, β)ᵀ(1, φ), F = (1 φ; 0 φ): how states move when all figures are 0. */
static void step(double alpha, double beta, double phi, double x[2]) {
  double level = (1 - alpha) * x[0] + (phi - alpha * phi) * x[1];
  double slope = -beta * x[0] + (phi - beta * phi) * x[1];
  x[0] = level;
  x[1] = slope;
}

/* The tables against powers of D, run by run, summed backwards with explicit weights. */
static void test_responses(void **state) {
  (void)state;
  annual_grid grid;
  assert_true(annual_grid_init(&grid, NULL, PRG_PRIOR_MIXTURE));
  annual_grid_table(&grid, 3); /* as far as asked for, then on */
  annual_grid_table(&grid, ANNUAL_LENGTH);
  annual_grid_table(&grid, 7);
  assert_int_equal(grid.n_tabled, ANNUAL_LENGTH);
  static const size_t length[] = {1, 2, 7, 31, ANNUAL_LENGTH};
  for (size_t r = 0; r < grid.n_runs; r++) {
    double alpha = grid.alpha[r], beta = grid.beta[r], phi = grid.phi[r];
    for (size_t k = 0; k < sizeof length / sizeof length[0]; k++) {
      size_t n = length[k];
      double level[2] = {1, 0}, slope[2] = {0, 1}, c11 = 0, c12 = 0, c22 = 0;
      for (size_t t = 0; t < n; t++) {
        double x1 = level[0] + phi * level[1], x2 = slope[0] + phi * slope[1];
        double weight = pow(ANNUAL_DISCOUNT, (double)(n - 1 - t));
        assert_close(grid.x1[t * grid.n_runs + r], x1, 1e-9 * (1 + fabs(x1)));
        assert_close(grid.x2[t * grid.n_runs + r], x2, 1e-9 * (1 + fabs(x2)));
        c11 += weight * x1 * x1, c12 += weight * x1 * x2, c22 += weight * x2 * x2;
        step(alpha, beta, phi, level);
        step(alpha, beta, phi, slope);
      }
      const annual_sums *sums = &grid.sums[n];
      assert_close(sums->c11[r], c11, 1e-9 * c11);
      assert_close(sums->c12[r], c12, 1e-9 * sqrt(c11 * c22));
      assert_close(sums->c22[r], c22, 1e-9 * c22);
      assert_close(sums->l1[r], level[0], 1e-9);
      assert_close(sums->b1[r], level[1], 1e-9);
      assert_close(sums->l2[r], slope[0], 1e-9 * (1 + fabs(slope[0])));
      assert_close(sums->b2[r], slope[1], 1e-9 * (1 + fabs(slope[1])));
    }
  }
  annual_grid_clear(&grid);
}

/* The nodes come back as they were, in the order of the grid, with weights that sum to 1. */
static void test_nodes_come_back(void **state) {
  (void)state;
  prg_node_list list = prototype_prior("annual_people");
  annual_grid grid;
  for (size_t i = 0; i < list.n; i++)
    list.node[i].log_weight += 613.25;
  assert_true(annual_grid_init(&grid, &list, PRG_PRIOR_MIXTURE));
  assert_int_equal(grid.n_nodes, list.n);
  for (size_t i = 0; i < grid.n_nodes; i++) {
    prg_annual_node a = annual_grid_node(&grid, i, PRG_KIND_FLOW);
    size_t j = 0;
    while (j < list.n && memcmp(&a, &list.node[j], offsetof(prg_annual_node, log_weight)) != 0)
      j++;
    assert_true(j < list.n && list.node[j].growth == a.growth);
    assert_close(a.log_weight, list.node[j].log_weight - 613.25, 1e-4); /* it is rounded */
  }
  annual_grid_clear(&grid);
  prg_node_list_clear(&list);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nodes_come_back),
      cmocka_unit_test(test_runs_are_sorted),
      cmocka_unit_test(test_weights_sum_to_one),
      cmocka_unit_test(test_kind_and_prior_choose_the_weights),
      cmocka_unit_test(test_list_without_kinds),
      cmocka_unit_test(test_shipped_prior),
      cmocka_unit_test(test_responses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
