#include "model/pooled/siblings.h"

#include "learn_fixture.h"

static prg_annual *alloc_fixture(void) {
  prg_node_list list = {(prg_annual_node *)(uintptr_t)fixture_node, FIXTURE_NODES, false};
  return prg_annual_alloc(&list, PRG_PRIOR_MIXTURE);
}

static double weight_of(prg_annual *annual, prg_kind kind, const prg_annual_node *node) {
  const annual_grid *grid = prg_annual_grid(annual);
  for (size_t i = 0; i < grid->n_nodes; i++) {
    prg_annual_node one = annual_grid_node(grid, i, kind);
    if (one.alpha == node->alpha && one.s0 == node->s0)
      return exp(one.log_weight);
  }
  return NAN;
}

/* Sixty growers that leave no doubt, the prior counting as a hundred series: (100/3 + 60)/160. */
static void test_weights_move_to_the_panel(void **state) {
  (void)state;
  prg_panel panel;
  prg_annual *annual = alloc_fixture();
  fixture_panel(&panel, (const size_t[]){60, 0, 0}, 40, PRG_KIND_PEOPLE, 9);
  assert_int_equal(prg_siblings_share(annual, panel.series, panel.n, 20, NULL), PRG_OK);
  assert_close(weight_of(annual, PRG_KIND_PEOPLE, &fixture_node[0]), (100 / 3.0 + 60) / 160, .01);
  assert_close(weight_of(annual, PRG_KIND_PEOPLE, &fixture_node[1]), 100 / 3.0 / 160, .01);
  for (int k = 0; k < FIXTURE_NODES; k++) /* other kinds stay */
    assert_close(weight_of(annual, PRG_KIND_ECONOMY, &fixture_node[k]), 1 / 3.0, 1e-12);

  prg_notes notes = {0};
  assert_int_equal(prg_annual_fit(annual, &panel.series[7], &notes, NULL), PRG_OK);
  assert_true(prg_notes_has(&notes, PRG_TEXT_NOTE_SIBLINGS));
  assert_close(notes.note[0].argument[0].number, 60, 0);
  panel.series[7].kind = PRG_KIND_FLOW;
  notes.n = 0;
  assert_int_equal(prg_annual_fit(annual, &panel.series[7], &notes, NULL), PRG_OK);
  assert_false(prg_notes_has(&notes, PRG_TEXT_NOTE_SIBLINGS));
  prg_annual_free(annual);
  prg_panel_clear(&panel);
}

/* Seasonal, too short, with another last figure, or without any: no siblings. */
static void test_who_takes_part(void **state) {
  (void)state;
  prg_panel panel;
  prg_annual *annual = alloc_fixture();
  fixture_panel(&panel, (const size_t[]){24, 0, 0}, 12, PRG_KIND_PEOPLE, 9);
  panel.series[0].season = 4;
  panel.series[1].value[11] = NAN;
  for (size_t t = 0; t < 12; t++)
    panel.series[2].value[t] = NAN;
  for (size_t t = 0; t < 9; t++)
    panel.series[3].value[t] = NAN;
  panel.series[4].value[5] = 1e200;
  panel.series[5].kind = PRG_KIND_FLOW;
  panel.series[6].value[0] = NAN; /* takes part */
  assert_int_equal(prg_siblings_share(annual, panel.series, panel.n, 19, NULL), PRG_OK);
  assert_close(weight_of(annual, PRG_KIND_PEOPLE, &fixture_node[0]), 1 / 3.0, 1e-12);
  assert_int_equal(prg_siblings_share(annual, panel.series, panel.n, 18, NULL), PRG_OK);
  assert_true(weight_of(annual, PRG_KIND_PEOPLE, &fixture_node[0]) > .4);
  prg_notes notes = {0};
  assert_int_equal(prg_annual_fit(annual, &panel.series[8], &notes, NULL), PRG_OK);
  assert_close(notes.note[0].argument[0].number, 18, 0);
  prg_annual_free(annual);
  prg_panel_clear(&panel);
}

static void test_empty_panel(void **state) {
  (void)state;
  prg_annual *annual = alloc_fixture();
  assert_int_equal(prg_siblings_share(annual, NULL, 0, 0, NULL), PRG_OK);
  assert_close(weight_of(annual, PRG_KIND_UNKNOWN, &fixture_node[2]), 1 / 3.0, 1e-12);
  prg_annual_free(annual);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_weights_move_to_the_panel),
      cmocka_unit_test(test_who_takes_part),
      cmocka_unit_test(test_empty_panel),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
