#include "model/pooled/weights_em.h"

#include "test.h"

/* Two components that never overlap: each row belongs to one of them, w = (rows + a)/(N + Σ a). */
static void test_rows_that_leave_no_doubt(void **state) {
  (void)state;
  const float rows[] = {1, 0, 0, 1, 1, 0, 1, 0, 1, 0};
  double count[] = {.7, .4}, weight[] = {.5, .5}, room[2];
  weights_em(rows, 5, 2, count, 1, weight, room);
  assert_close(weight[0], 4.7 / 6.1, 1e-15);
  assert_close(weight[1], 1.4 / 6.1, 1e-15);
}

/* One step by hand: r = (.3·.8, .7·.2)/.38 and (.3·.1, .7·1)/.73. */
static void test_one_step(void **state) {
  (void)state;
  const float rows[] = {.75F, .25F, .125F, 1};
  double count[] = {0, 0}, weight[] = {.3, .7}, room[2];
  double first = .3 * .75 / (.3 * .75 + .7 * .25), second = .3 * .125 / (.3 * .125 + .7);
  weights_em(rows, 2, 2, count, 1, weight, room);
  assert_close(weight[0], (first + second) / 2, 1e-15);
  assert_close(weight[0] + weight[1], 1, 1e-15);
}

static double log_likelihood(const float *rows, size_t cases, size_t nodes, const double *weight) {
  double sum = 0;
  for (size_t i = 0; i < cases; i++) {
    double total = 0;
    for (size_t k = 0; k < nodes; k++)
      total += weight[k] * (double)rows[i * nodes + k];
    sum += log(total);
  }
  return sum;
}

/* The likelihood never falls, and at its top every weight's share equals the weight. */
static void test_climbs_to_the_top(void **state) {
  (void)state;
  enum { CASES = 83, NODES = 11 };
  float rows[CASES * NODES];
  double score[NODES], count[NODES] = {0}, weight[NODES], room[NODES], before = -INFINITY;
  for (size_t i = 0; i < CASES; i++) {
    for (size_t k = 0; k < NODES; k++)
      score[k] = -1e4 + 3 * sin((double)(i * i * 7 + 13 * k * k));
    weights_em_row(score, NODES, rows + i * NODES);
  }
  for (size_t k = 0; k < NODES; k++)
    weight[k] = 1.0 / NODES;
  for (int step = 0; step < 60; step++) {
    weights_em(rows, CASES, NODES, count, 1, weight, room);
    double now = log_likelihood(rows, CASES, NODES, weight);
    assert_true(now >= before - 1e-9);
    before = now;
  }
  weights_em(rows, CASES, NODES, count, 20000, weight, room);
  for (size_t k = 0; k < NODES; k++) /* Karush–Kuhn–Tucker: mean ratio 1, or less at weight 0 */
    assert_true(room[k] / CASES <= 1 + 1e-4 && (weight[k] < 1e-4 || room[k] / CASES > 1 - 1e-4));
}

static void test_row_of_huge_scores(void **state) {
  (void)state;
  const double score[] = {-7000.5, -7001.5, -INFINITY, -9000};
  float row[4];
  weights_em_row(score, 4, row);
  assert_close(row[0], 1, 0);
  assert_close(row[1], exp(-1), 1e-7);
  assert_close(row[2], 0, 0);
  assert_close(row[3], 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows_that_leave_no_doubt),
      cmocka_unit_test(test_one_step),
      cmocka_unit_test(test_climbs_to_the_top),
      cmocka_unit_test(test_row_of_huge_scores),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
