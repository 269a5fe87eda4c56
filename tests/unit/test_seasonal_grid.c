#include "test.h"

#include <stdlib.h>

#include "model/seasonal_grid.h"

static prg_seasonal_grid grid_for(size_t m) {
  prg_seasonal_grid grid = {0};
  assert_int_equal(prg_seasonal_grid_set(&grid, m, NULL), PRG_OK);
  return grid;
}

/* The prior's nodes all pass but one, which is unstable with 52 weeks. */
static void test_unstable_nodes_are_left_out(void **state) {
  (void)state;
  const size_t season[] = {2, 4, 7, 12, 24, 52}, nodes[] = {208, 208, 208, 208, 208, 207};
  for (int i = 0; i < 6; i++) {
    prg_seasonal_grid grid = grid_for(season[i]);
    assert_int_equal(grid.n_node, nodes[i]);
    for (size_t k = 0; k < grid.n_node; k++)
      assert_false(season[i] == 52 && grid.node[k].gamma == 0.45 && grid.node[k].tau == 3 &&
                   grid.node[k].alpha == 0.03);
    prg_seasonal_grid_clear(&grid);
  }
}

static void test_growing_responses_are_unstable(void **state) {
  (void)state;
  enum { M = 4 };
  double *scratch =
      calloc(prg_seasonal_scratch(M, PRG_SEASONAL_STABLE_SEASONS * M), sizeof *scratch);
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
  prg_seasonal_grid grid = grid_for(12);
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
  prg_seasonal_grid grid = grid_for(M);
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

/* The Gram matrix of a complete series by shifts, and by explicit columns. */
static void test_shifted_columns_give_the_same_gram_matrix(void **state) {
  (void)state;
  enum { M = 7, N = 18, K = M + 2 };
  const prg_seasonal_dynamics dynamics = {0.37, 0.083, 0.91, 0.21};
  double scratch[K * (N + 3) + (N + 3) * 2 + M], seen[N + 3], gram[K * K], padded[K * K];
  for (size_t n = 3; n <= N; n += 5) {
    memset(seen, 0, sizeof seen);
    prg_seasonal_gram(&dynamics, M, n, seen, gram, scratch);
    seen[n] = NAN; /* one more period, without a figure: the slow way, and the same sums */
    prg_seasonal_gram(&dynamics, M, n + 1, seen, padded, scratch);
    for (int i = 0; i < K * K; i++)
      assert_close(gram[i], padded[i], 1e-13);
  }
}

/* The adjoint weighs responses as the responses themselves do. */
static void test_adjoint_is_the_transpose_of_the_filter(void **state) {
  (void)state;
  enum { M = 3, N = 8, K = M + 2 };
  const prg_seasonal_dynamics dynamics = {0.37, 0.083, 0.91, 0.21};
  const double silence[N] = {0, 0, NAN, 0, 0, 0, 0, 0};
  const double e[N] = {1.7, -0.4, 5, 0.93, 2.2, -1.1, 0.3, -0.77};
  const double end[K] = {0.31, -1.9, 0.57, 1.3, -0.83};
  double season[M + N] = {0};
  memcpy(season + N, end, M * sizeof *end);
  prg_seasonal_state back = {end[M], end[M + 1], season};
  prg_seasonal_adjoint(&dynamics, M, N, silence, e, &back);
  for (size_t i = 0; i < K; i++) {
    double run[M + N] = {0}, x[N], sum = 0;
    if (i < M)
      run[i] = 1;
    prg_seasonal_state unit = {i == M, i == M + 1, run};
    prg_seasonal_filter(&dynamics, M, N, silence, &unit, x);
    for (int t = 0; t < N; t++)
      sum -= e[t] * x[t];
    for (int j = 0; j < M; j++)
      sum += end[j] * run[N + j];
    sum += end[M] * unit.level + end[M + 1] * unit.slope;
    assert_close(i < M ? season[i] : i == M ? back.level : back.slope, sum, 1e-13);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_unstable_nodes_are_left_out),
      cmocka_unit_test(test_growing_responses_are_unstable),
      cmocka_unit_test(test_factors_cover_the_nodes),
      cmocka_unit_test(test_precision_is_the_inverse_of_the_smooth_covariance),
      cmocka_unit_test(test_shifted_columns_give_the_same_gram_matrix),
      cmocka_unit_test(test_adjoint_is_the_transpose_of_the_filter),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
