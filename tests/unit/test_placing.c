#include "test.h"

#include "present/canvas/panels.h"
#include "present/canvas/placing.h"

static prg_chart_options options;
static prg_canvas canvas;

static int set_up(void **state) {
  (void)state;
  prg_chart_options_init(&options);
  prg_canvas_init(&canvas, &options);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  prg_canvas_clear(&canvas);
  return 0;
}

static void test_slots_move_as_little_as_they_must(void **state) {
  (void)state;
  prg_slot slot[] = {{310, 38, 0, 0}, {120, 38, 1, 0}, {130, 38, 2, 0}, {610, 38, 3, 0}};
  prg_slots_spread(slot, 4, 100, 640, 2);
  static const size_t item[] = {1, 2, 0, 3};
  static const double at[] = {105, 145, 310, 602}; /* 120 and 130, 40 apart about their middle */
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(slot[i].item, item[i]);
    assert_close(slot[i].at, at[i], 1e-9);
  }
}

static void test_slots_join_groups_that_grow_into_each_other(void **state) {
  (void)state;
  prg_slot slot[] = {{200, 30, 0, 0}, {205, 30, 1, 0}, {222, 30, 2, 0}};
  prg_slots_spread(slot, 3, 0, 1000, 0);
  assert_close(slot[0].at, (200 + 175 + 162) / 3.0, 1e-9);
  assert_close(slot[1].at, slot[0].at + 30, 1e-9);
  assert_close(slot[2].at, slot[0].at + 60, 1e-9);
  prg_slots_spread(slot, 3, 190, 1000, 0);
  assert_close(slot[0].at, 190, 1e-9);
  prg_slots_spread(slot, 3, 0, 240, 0);
  assert_close(slot[0].at, 150, 1e-9);
}

static void test_a_label_keeps_off_lines_boxes_and_edges(void **state) {
  (void)state;
  const prg_box inside = {100, 900, 100, 700};
  const prg_canvas_text at = {.x = 500, .y = 400};
  assert_true(prg_place_beside(&canvas, at, "249", 3, &inside));
  assert_true(canvas.label[0].y < 400 && canvas.label[0].x == 500);
  assert_int_equal(canvas.label[0].align, PRG_CENTRE);
  prg_canvas_add_segment(&canvas, (prg_segment){100, 360, 900, 361}); /* above, all the way */
  assert_true(prg_place_beside(&canvas, at, "249", 3, &inside));
  assert_true(canvas.label[1].y > 400);
  prg_canvas_add_box(&canvas, (prg_box){100, 900, 430, 500});
  assert_false(prg_place_beside(&canvas, at, "249", 3, &inside));
  assert_int_equal(canvas.n_label, 2);
  const prg_box narrow = {490, 510, 100, 700};
  const prg_canvas_text free = {.x = 500, .y = 600};
  assert_false(prg_place_beside(&canvas, free, "249", 3, &narrow));
}

static void test_a_grid_fills_its_area(void **state) {
  (void)state;
  prg_panel_grid grid = {{80, 1840, 200, 900}, 12, 0, 0, 30, 44, 100};
  prg_panel_grid_arrange(&grid, 1.6);
  assert_int_equal(grid.columns, 4);
  assert_int_equal(grid.rows, 3);
  prg_box first = prg_panel_grid_box(&grid, 0), last = prg_panel_grid_box(&grid, 11);
  assert_close(first.left, 80, 1e-9);
  assert_close(first.top, 244, 1e-9);
  assert_close(last.right, 1840, 1e-9);
  assert_close(last.bottom, 900, 1e-9);
  assert_false(prg_panel_grid_is_lowest(&grid, 7));
  assert_true(prg_panel_grid_is_lowest(&grid, 8));
  grid.least_width = 500;
  prg_panel_grid_arrange(&grid, 1.6);
  assert_int_equal(grid.columns, 3);
  grid.columns = 4;
  grid.n = 11;
  assert_true(prg_panel_grid_is_lowest(&grid, 7)); /* nothing below it */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_slots_move_as_little_as_they_must, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_slots_join_groups_that_grow_into_each_other, set_up,
                                      tear_down),
      cmocka_unit_test_setup_teardown(test_a_label_keeps_off_lines_boxes_and_edges, set_up,
                                      tear_down),
      cmocka_unit_test_setup_teardown(test_a_grid_fills_its_area, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
