#include "test.h"

#include <prognos/drawing.h>

static void test_failure_of_any_part_shows(void **state) {
  (void)state;
  prg_drawing drawing = {0};
  assert_false(prg_drawing_failed(&drawing));
  drawing.description.failed = true;
  assert_true(prg_drawing_failed(&drawing));
  prg_drawing_clear(&drawing);
  assert_false(prg_drawing_failed(&drawing));
}

static void test_clear_leaves_an_empty_one(void **state) {
  (void)state;
  prg_drawing drawing = {.left = 0.125, .right = 0.875};
  prg_buffer_add(&drawing.script, "plot 1");
  prg_buffer_add(&drawing.title, "Elever");
  prg_drawing_clear(&drawing);
  assert_int_equal(drawing.script.length, 0);
  assert_int_equal(drawing.title.length, 0);
  assert_true(drawing.right < 0.5);
  prg_drawing_clear(&drawing);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_failure_of_any_part_shows),
      cmocka_unit_test(test_clear_leaves_an_empty_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
