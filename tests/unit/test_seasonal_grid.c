#include "test.h"

#include <stdlib.h>

#include "model/pooled/seasonal_grid.h"

static prg_seasonal_grid grid_for(size_t m, const prg_seasonal_node_list *nodes) {
  prg_seasonal_grid grid = {0};
  assert_int_equal(prg_seasonal_grid_set(&grid, m, nodes, NULL), PRG_OK);
  return grid;
}

/* Two weeks' memory of a pattern that reacts too much is unstable with 52 weeks, not with 12
 * months; what is left keeps its place in the prior. */
static void test_unstable_nodes_are_left_out(void **state) {
  (void)state;
  prg_seasonal_node node[] = {
      {.transform = 1, .alpha = 1.2, .beta = 0.9, .phi = 1, .gamma = 0.45, .tau = 1, .kappa = 1},
      {.transform = 0, .alpha = 0.37, .gamma = 0.21, .tau = 3, .s0 = 0.1},
      {.transform = 1, .alpha = 0.37, .gamma = 0.21, .tau = 3, .s0 = 0.1},
  };
  const prg_seasonal_node_list list = {node, 3};
  prg_seasonal_grid grid = grid_for(4, &list);
  assert_int_equal(grid.n_node, 2);
  assert_int_equal(grid.origin[0], 2);
  assert_int_equal(grid.origin[1], 1);
  assert_int_equal(grid.n_factor, 1);
  prg_seasonal_grid_clear(&grid);
}

/* Nearly all of the shipped priors is stable for every season that they serve. */
static void test_shipped_priors_are_stable(void **state) {
  (void)state;
  const size_t season[] = {2, 4, 7, 12, 24, 52};
  for (int i = 0; i < 6; i++) {
    prg_seasonal_grid grid = grid_for(season[i], NULL);
    double weight = 0;
    for (size_t k = 0; k < grid.n_node; k++)
      weight += exp(grid.node[k].log_weight);
    assert_close(weight, 1, season[i] < 52 ? 2e-3 : 0.02);
    prg_seasonal_grid_clear(&grid);
  }
}

static void test_growing_responses_are_unstable(void **state) {
  (void)state;
  enum { M = 4 };
  double *scratch = calloc(prg_seasonal_stable_scratch(M), sizeof *scratch);
  const prg_seasonal_dynamics stable = {0.45, 0.0225, 1, 0.45}, line = {0, 0, 1, 0.12},
                              explosive = {1.2, 0.9, 1, 0.45};
  assert_true(prg_seasonal_is_stable(&stable, M, scratch));
  assert_true(prg_seasonal_is_stable(&line, M, scratch));
  assert_false(prg_seasonal_is_stable(&explosive, M, scratch));
  free(scratch);
}

/* Every node is in exactly one factor, with the dynamics that it has. */
static void test_factors_cover_the_nodes(void **state) {
  (void)state;
  prg_seasonal_grid grid = grid_for(12, NULL);
  size_t next = 0;
  for (size_t f = 0; f < grid.n_factor; f++) {
    const prg_seasonal_factor *factor = &grid.factor[f];
    assert_int_equal(factor->begin, next);
    next = factor->end;
    for (size_t i = factor->begin; i < factor->end; i++) {
      assert_true(grid.dynamics[factor->dynamics].alpha == grid.node[i].alpha);
      assert_true(grid.dynamics[factor->dynamics].gamma == grid.node[i].gamma);
      assert_true(factor->tau == grid.node[i].tau);
    }
  }
  assert_int_equal(next, grid.n_node);
  prg_seasonal_grid_clear(&grid);
}

/* C⁻¹ C = I, C from its eigenvalues. */
static void test_precision_is_the_inverse_of_the_smooth_covariance(void **state) {
  (void)state;
  enum { M = 12 };
  prg_seasonal_grid grid = grid_for(M, NULL);
  double lambda[M], mean = 0, log_det = 0, covariance[M] = {0};
  for (int k = 0; k < M; k++) {
    double f = k < M - k ? k : M - k;
    lambda[k] = k == 0 ? 1 : 0.1 + 0.9 / (1 + pow(f / 2, 4));
    mean += lambda[k] / M;
  }
  for (int k = 0; k < M; k++) {
    log_det += log(lambda[k] / mean);
    for (int d = 0; d < M; d++)
      covariance[d] += lambda[k] / mean * cos(2 * M_PI * k * d / M) / M;
  }
  assert_close(covariance[0], 1, 1e-14);
  for (int j = 0; j < M; j++) {
    double sum = 0;
    for (int i = 0; i < M; i++)
      sum += grid.precision[i] * covariance[(j - i + M) % M];
    assert_close(sum, j == 0, 1e-12);
  }
  assert_digits(grid.half_log_det, log_det / 2, 12);
  prg_seasonal_grid_clear(&grid);
}

/* L L' is X'X, column by column from runs of the filter, and the prior's part; L⁻¹X'r as well. */
static void test_factor_is_that_of_explicit_columns(void **state) {
  (void)state;
  enum { M = 3, N = 11, Q = 2, K = M + Q + 2 };
  prg_seasonal_node node = {.transform = 1,
                            .alpha = 0.37,
                            .beta = 0.083,
                            .phi = 0.91,
                            .gamma = 0.21,
                            .tau = 1.7,
                            .kappa = 1};
  const prg_seasonal_node_list list = {&node, 1};
  prg_seasonal_grid grid = grid_for(M, &list);
  const prg_seasonal_pattern pattern = {N, Q, {2, 7}, {0, 4}};
  assert_int_equal(prg_seasonal_grid_factor(&grid, &pattern, NULL), PRG_OK);
  double column[K][N] = {{0}}, line[N];
  for (size_t i = 0; i < K + 1; i++) {
    double z[N] = {0}, season[M + N] = {0}, *e = i < K ? column[i] : line;
    prg_seasonal_state start = {i == K - 2, i == K - 1, season};
    if (i < M)
      season[i] = 1;
    if (i >= M && i < M + Q)
      z[pattern.loose[i - M]] = 1;
    for (int t = 0; i == K && t < N; t++)
      z[t] = t / (double)M;
    prg_seasonal_filter(&grid.dynamics[0], M, N, z, &start, e);
    for (int t = 0; (i < M || i >= M + Q) && i < K && t < N; t++)
      e[t] = -e[t]; /* x = −∂e/∂θ, but ∂e/∂z */
  }
  const prg_seasonal_factor *factor = &grid.factor[0];
  for (size_t i = 0; i < K; i++) {
    double right = 0, back = 0;
    for (size_t j = 0; j <= i; j++) {
      double p = 0, q = 0;
      for (int t = 0; t < N; t++)
        p += column[i][t] * column[j][t];
      p += i < M ? grid.precision[i - j] / (1.7 * 1.7) : 0;
      p += i == j && i == M + 1 ? 4 : i == j && i == K - 2 ? 1e-8 : 0;
      for (size_t l = 0; l <= j; l++)
        q += l == K - 1 ? factor->lower[i * K + l]
                        : factor->lower[i * K + l] * factor->lower[j * K + l];
      assert_close(q, p, 1e-12);
      back += j == K - 1 ? factor->line[j] : factor->lower[i * K + j] * factor->line[j];
    }
    for (int t = 0; t < N; t++)
      right += column[i][t] * line[t];
    assert_close(back, right, 1e-12);
  }
  prg_seasonal_grid_clear(&grid);
}

/* The adjoint weighs responses as the responses themselves do. */
static void test_adjoint_is_the_transpose_of_the_filter(void **state) {
  (void)state;
  enum { M = 3, N = 8, K = M + 2 };
  const prg_seasonal_dynamics dynamics = {0.37, 0.083, 0.91, 0.21};
  const double e[N] = {1.7, -0.4, 5, 0.93, 2.2, -1.1, 0.3, -0.77};
  const double end[K] = {0.31, -1.9, 0.57, 1.3, -0.83};
  double season[M + N] = {0}, figure[N];
  memcpy(season + N, end, M * sizeof *end);
  prg_seasonal_state back = {end[M], end[M + 1], season};
  prg_seasonal_adjoint(&dynamics, M, N, e, &back, figure);
  for (size_t i = 0; i < K + N; i++) {
    double run[M + N] = {0}, z[N] = {0}, x[N], sum = 0;
    if (i < M)
      run[i] = 1;
    if (i >= K)
      z[i - K] = 1;
    prg_seasonal_state unit = {i == M, i == M + 1, run};
    prg_seasonal_filter(&dynamics, M, N, z, &unit, x);
    for (int t = 0; t < N; t++)
      sum -= e[t] * x[t];
    for (int j = 0; j < M; j++)
      sum += end[j] * run[N + j];
    sum += end[M] * unit.level + end[M + 1] * unit.slope;
    if (i < K)
      assert_close(i < M ? season[i] : i == M ? back.level : back.slope, sum, 1e-13);
    else
      assert_close(figure[i - K], -sum, 1e-13);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_unstable_nodes_are_left_out),
      cmocka_unit_test(test_shipped_priors_are_stable),
      cmocka_unit_test(test_growing_responses_are_unstable),
      cmocka_unit_test(test_factors_cover_the_nodes),
      cmocka_unit_test(test_precision_is_the_inverse_of_the_smooth_covariance),
      cmocka_unit_test(test_factor_is_that_of_explicit_columns),
      cmocka_unit_test(test_adjoint_is_the_transpose_of_the_filter),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
