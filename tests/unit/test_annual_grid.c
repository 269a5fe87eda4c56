#include "model/annual_grid.h"

#include <math.h>

#include "model/prior.h"

#include "test.h"

static size_t nodes_of(const char *name) {
  const prg_annual_prior *file = prg_annual_priors;
  while (strcmp(file->name, name) != 0)
    file++;
  return file->n;
}

/* Runs differ, stand by scale, and each belongs to at least one node. */
static void test_runs_are_sorted(void **state) {
  (void)state;
  annual_grid grid;
  assert_true(annual_grid_init(&grid, PRG_PRIOR_MIXTURE));
  assert_true(grid.n_nodes == nodes_of("annual_growth") + nodes_of("annual_neutral") +
                                  nodes_of("annual_people") + nodes_of("annual_area_total"));
  assert_true(grid.n_runs < grid.n_nodes);
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
    assert_true(annual_grid_init(&grid, (prg_prior)prior));
    for (int kind = 0; kind < PRG_KIND_COUNT; kind++)
      assert_close(weight_sum(&grid, (prg_kind)kind), 1, 1e-12);
    annual_grid_clear(&grid);
  }
}

/* For people their own file counts a half instead of a quarter, each other a sixth: so a node's
 * weight doubles or falls to two thirds, and those that double have half of the weight. */
static void test_kind_tilts(void **state) {
  (void)state;
  static const prg_kind kind[] = {PRG_KIND_PEOPLE, PRG_KIND_AREA_TOTAL, PRG_KIND_ECONOMY};
  annual_grid grid;
  assert_true(annual_grid_init(&grid, PRG_PRIOR_MIXTURE));
  for (size_t k = 0; k < 3; k++) {
    double own = 0;
    for (size_t i = 0; i < grid.n_nodes; i++) {
      double change = grid.log_weight[kind[k]][i] - grid.log_weight[PRG_KIND_UNKNOWN][i];
      bool is_own = change > 0;
      assert_close(change, is_own ? log(2) : log(2 / 3.0), 1e-12);
      own += is_own ? exp(grid.log_weight[kind[k]][i]) : 0;
    }
    assert_close(own, .5, 1e-12);
  }
  for (size_t i = 0; i < grid.n_nodes; i++)
    assert_close(grid.log_weight[PRG_KIND_FLOW][i], grid.log_weight[PRG_KIND_UNKNOWN][i], 0);
  annual_grid_clear(&grid);
}

static void test_one_prior_alone(void **state) {
  (void)state;
  annual_grid grid;
  assert_true(annual_grid_init(&grid, PRG_PRIOR_PEOPLE));
  assert_int_equal(grid.n_nodes, nodes_of("annual_people"));
  for (size_t i = 0; i < grid.n_nodes; i++)
    assert_close(grid.log_weight[PRG_KIND_PEOPLE][i], grid.log_weight[PRG_KIND_ECONOMY][i], 0);
  annual_grid_clear(&grid);
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
  assert_true(annual_grid_init(&grid, PRG_PRIOR_MIXTURE));
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

/* A list that is a file: the same grid as of the file, in the same order; its weights, whatever
 * they sum to, made to sum to 1; and the nodes come back as they were. */
static void test_list_of_nodes(void **state) {
  (void)state;
  const prg_annual_prior *file = prg_annual_priors;
  while (strcmp(file->name, "annual_people") != 0)
    file++;
  prg_annual_node node[200];
  for (size_t i = 0; i < file->n; i++) {
    node[i] = file->node[file->n - 1 - i];
    node[i].log_weight += 613.25;
  }
  annual_grid grid, same;
  assert_true(annual_grid_init_nodes(&grid, &(prg_node_list){node, file->n}));
  assert_true(annual_grid_init(&same, PRG_PRIOR_PEOPLE));
  assert_int_equal(grid.n_nodes, same.n_nodes);
  assert_int_equal(grid.n_runs, same.n_runs);
  for (size_t i = 0; i < grid.n_nodes; i++) {
    prg_annual_node a = annual_grid_node(&grid, i, PRG_KIND_FLOW);
    prg_annual_node b = annual_grid_node(&same, i, PRG_KIND_PEOPLE);
    assert_close(a.log_weight, b.log_weight, 1e-12);
    a.log_weight = b.log_weight = 0;
    assert_memory_equal(&a, &b, sizeof a);
    size_t j = 0;
    while (j < file->n && (node[j].alpha != a.alpha || node[j].beta != a.beta ||
                           node[j].phi != a.phi || node[j].kappa != a.kappa || node[j].s0 != a.s0 ||
                           node[j].growth != a.growth || node[j].transform != a.transform))
      j++;
    assert_true(j < file->n);
  }
  annual_grid_clear(&same);
  annual_grid_clear(&grid);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_list_of_nodes),      cmocka_unit_test(test_runs_are_sorted),
      cmocka_unit_test(test_weights_sum_to_one), cmocka_unit_test(test_kind_tilts),
      cmocka_unit_test(test_one_prior_alone),    cmocka_unit_test(test_responses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
