#include "plan/disclosure/suppression.h"

#include "cross_table.h"
#include "plan/disclosure/attacker.h"
#include "test.h"

#define WIDTH 5

typedef struct example {
  bool small[CROSS_CELLS], known[CROSS_CELLS], hidden[CROSS_CELLS];
  double cost[CROSS_CELLS];
  suppression task;
  suppressed done;
} example;

static void prepare(example *x, const cell_table *table, size_t rounds) {
  for (size_t i = 0; i < table->n; i++) {
    x->small[i] = table->value[i] > 0 && table->value[i] < 5;
    x->known[i] = false;
    x->cost[i] = 1 + table->value[i];
  }
  x->task = (suppression){table, x->small, x->known, x->cost, WIDTH, rounds};
  x->done = (suppressed){.hidden = x->hidden};
}

/* True if every hidden cell lies in an interval of WIDTH persons around the truth. */
static bool is_safe(const cell_table *table, const bool *hidden) {
  bool safe = true;
  attacker *a = attacker_new(table);
  attacker_set_hidden(a, hidden);
  for (size_t i = 0; i < table->n && safe; i++) {
    double lower, upper, x = table->value[i], below = fmin(x, WIDTH / 2);
    if (!hidden[i])
      continue;
    attacker_bounds(a, i, &lower, &upper);
    safe = lower <= x - below && upper >= x + WIDTH - below;
  }
  attacker_free(a);
  return safe;
}

static double cost_of(const example *x, const bool *hidden) {
  double cost = 0;
  for (size_t i = 0; i < x->task.table->n; i++)
    cost += hidden[i] ? x->cost[i] : 0;
  return cost;
}

/* Tries every choice there is. */
static double least_cost(const example *x) {
  const cell_table *table = x->task.table;
  bool hidden[CROSS_CELLS];
  double least = INFINITY;
  for (unsigned choice = 0; choice < 1U << table->n; choice++) {
    bool allowed = true;
    for (size_t i = 0; i < table->n; i++) {
      hidden[i] = choice >> i & 1;
      allowed = allowed && (hidden[i] ? table->value[i] > 0 : !x->small[i]);
    }
    if (allowed && cost_of(x, hidden) < least && is_safe(table, hidden))
      least = cost_of(x, hidden);
  }
  return least;
}

static void test_the_cheapest_part_goes_with_the_small_one(void **state) {
  (void)state;
  static const double value[] = {149, 96, 4, 249};
  static const size_t total[] = {3}, first[] = {0, 3}, part[] = {0, 1, 2};
  const cell_table table = {4, value, 1, total, first, part};
  example x;
  prepare(&x, &table, 50);
  assert_true(suppress(&x.task, &x.done));
  assert_memory_equal(x.hidden, ((const bool[]){false, true, true, false}), sizeof(bool[4]));
  assert_true(x.done.least_cost);
  assert_int_equal(x.done.unsafe, 0);
}

static void test_what_was_published_cannot_help(void **state) {
  (void)state;
  static const double value[] = {149, 96, 4, 249};
  static const size_t total[] = {3}, first[] = {0, 3}, part[] = {0, 1, 2};
  const cell_table table = {4, value, 1, total, first, part};
  example x;
  prepare(&x, &table, 50);
  x.known[1] = true;
  assert_true(suppress(&x.task, &x.done));
  assert_memory_equal(x.hidden, ((const bool[]){true, false, true, false}), sizeof(bool[4]));
  x.known[0] = x.known[3] = true;
  assert_true(suppress(&x.task, &x.done));
  assert_int_equal(x.done.unsafe, 1);
}

static void test_nothing_small_hides_nothing(void **state) {
  (void)state;
  static const double value[] = {17, 0, 17};
  static const size_t total[] = {2}, first[] = {0, 2}, part[] = {0, 1};
  const cell_table table = {3, value, 1, total, first, part};
  example x;
  prepare(&x, &table, 50);
  assert_true(suppress(&x.task, &x.done));
  assert_memory_equal(x.hidden, ((const bool[]){false, false, false}), sizeof(bool[3]));
}

/* Two small parts alone under a small sum: 1 + 2 = 3 leaves too little doubt without the sum. */
static void test_a_small_total_is_hidden_with_its_parts(void **state) {
  (void)state;
  static const double value[] = {1, 2, 3};
  static const size_t total[] = {2}, first[] = {0, 2}, part[] = {0, 1};
  const cell_table table = {3, value, 1, total, first, part};
  example x;
  prepare(&x, &table, 50);
  assert_true(suppress(&x.task, &x.done));
  assert_memory_equal(x.hidden, ((const bool[]){true, true, true}), sizeof(bool[3]));
  assert_int_equal(x.done.unsafe, 0);
}

static void test_cuts_find_the_least_cost(void **state) {
  (void)state;
  unsigned seed = 20230315;
  for (int k = 0; k < 12; k++) {
    cross_table t;
    example x;
    cross_make(&t, 2 + (size_t)(k % 2), 2, &seed);
    prepare(&x, &t.cells, 100);
    assert_true(suppress(&x.task, &x.done));
    double least = least_cost(&x);
    if (isinf(least)) { /* nothing protects it: zeros all around */
      assert_true(x.done.unsafe > 0);
      continue;
    }
    assert_true(is_safe(&t.cells, x.hidden));
    assert_true(x.done.least_cost);
    assert_close(cost_of(&x, x.hidden), least, 1e-9);
  }
}

static void test_large_tables_are_safe_by_either_program(void **state) {
  (void)state;
  unsigned seed = 4711;
  double cost[2] = {0, 0};
  for (int k = 0; k < 10; k++) {
    cross_table t;
    cross_make(&t, 5 + (size_t)k, 4 + (size_t)(k % 6), &seed);
    for (size_t rounds = 0; rounds <= 100; rounds += 100) {
      example x;
      prepare(&x, &t.cells, rounds);
      assert_true(suppress(&x.task, &x.done));
      assert_int_equal(x.done.unsafe, 0);
      assert_true(is_safe(&t.cells, x.hidden));
      cost[rounds > 0] += cost_of(&x, x.hidden);
    }
  }
  assert_true(cost[1] <= cost[0]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_cheapest_part_goes_with_the_small_one),
      cmocka_unit_test(test_what_was_published_cannot_help),
      cmocka_unit_test(test_nothing_small_hides_nothing),
      cmocka_unit_test(test_a_small_total_is_hidden_with_its_parts),
      cmocka_unit_test(test_cuts_find_the_least_cost),
      cmocka_unit_test(test_large_tables_are_safe_by_either_program),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
