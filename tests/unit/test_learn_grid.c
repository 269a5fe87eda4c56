#include "evaluate/learn_grid.h"

#include <stdlib.h>

#include "test.h"

static void test_candidates(void **state) {
  (void)state;
  prg_node_list list;
  assert_int_equal(learn_grid_make(&list, NULL), PRG_OK);
  assert_true(list.n > 3000 && list.n <= 12000);
  double sum = 0;
  bool reverting = false, level = false, straight = false;
  for (size_t i = 0; i < list.n; i++) {
    const prg_annual_node *node = &list.node[i];
    assert_true(prg_annual_node_is_stable(node));
    assert_true(node->beta != 0 || node->kappa < 1); /* a slope that stays is a small one */
    sum += exp(node->log_weight);
    reverting = reverting || node->beta < 0;
    level = level || node->kappa == 0;
    straight = straight || (node->beta == 0 && node->kappa == .75 && node->phi == 1);
  }
  assert_close(sum, 1, 1e-9);
  assert_true(level && straight && reverting);
  prg_node_list_clear(&list);
}

static void test_guards(void **state) {
  (void)state;
  prg_node_list list = {.node = calloc(1 + LEARN_GUARDS, sizeof *list.node), .n = 1};
  list.node[0] = (prg_annual_node){.transform = .5, .alpha = .75, .s0 = .07};
  learn_grid_guard(&list);
  assert_int_equal(list.n, 1 + LEARN_GUARDS);
  double sum = 0;
  for (size_t i = 0; i < list.n; i++)
    sum += exp(list.node[i].log_weight);
  assert_close(sum, 1, 1e-14);
  assert_close(list.node[1].log_weight - list.node[0].log_weight, -6, 1e-14);
  assert_close(list.node[1].transform, 1, 0);
  assert_close(list.node[4].transform, 0, 0);
  prg_node_list_clear(&list);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_candidates),
      cmocka_unit_test(test_guards),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
