#include "test.h"

#include "present/canvas/text_grid.h"

static prg_text_grid grid;
static prg_buffer out;

static int set_up(void **state) {
  (void)state;
  prg_buffer_init(&out);
  return prg_text_grid_init(&grid, 6, 2) ? 0 : 1;
}

static int tear_down(void **state) {
  (void)state;
  prg_text_grid_clear(&grid);
  prg_buffer_free(&out);
  return 0;
}

static const char *shown(bool colour) {
  prg_buffer_clear(&out);
  prg_text_grid_write(&grid, colour, &out);
  return prg_buffer_string(&out);
}

/* Dots 1, 4 are the upper two, 7, 8 the lower two: U+2800 + bits. */
static void test_lines_are_dots_of_braille(void **state) {
  (void)state;
  prg_text_grid_line(&grid, (const double[]){0, 0}, (const double[]){2.9, 0}, false, 3);
  prg_text_grid_line(&grid, (const double[]){4, 1.8}, (const double[]){4, 1.8}, false, 3);
  assert_string_equal(shown(false), "⠉⠉⠉\n    ⡀\n");
}

static void test_dashed_lines_have_gaps(void **state) {
  (void)state;
  prg_text_grid_line(&grid, (const double[]){0, 0}, (const double[]){3.9, 0}, true, 3);
  assert_string_equal(shown(false), "⠉ ⠉\n\n");
}

/* Behind the dots, which are behind the characters. */
static void test_what_is_in_front_hides_what_is_behind(void **state) {
  (void)state;
  for (long c = 0; c < 6; c++)
    prg_text_grid_back(&grid, c, 0, "░", 1);
  prg_text_grid_line(&grid, (const double[]){1, 0}, (const double[]){2.4, 0}, false, 3);
  prg_text_grid_put(&grid, 2, 0, "●", 3);
  assert_string_equal(shown(false), "░⠉●░░░\n\n");
}

static void test_a_label_needs_free_cells(void **state) {
  (void)state;
  prg_text_grid_back(&grid, 1, 0, "░", 1);
  assert_true(prg_text_grid_place(&grid, 0, 0, "31", 3));
  assert_false(prg_text_grid_place(&grid, 2, 0, "7", 3)); /* it would touch */
  assert_true(prg_text_grid_place(&grid, 3, 0, "745", 3));
  assert_false(prg_text_grid_place(&grid, 4, 1, "745", 3)); /* beyond the edge */
  assert_string_equal(shown(false), "31 745\n\n");
}

/* Nothing outside of the grid is written; a wide character takes two cells, a mark none. */
static void test_widths_and_edges(void **state) {
  (void)state;
  prg_text_grid_put(&grid, -1, 0, "xab", 3);
  prg_text_grid_put(&grid, 0, 1, "漢e\u0301字zzz", 3);
  prg_text_grid_put(&grid, 0, 2, "below", 3);
  prg_text_grid_put(&grid, 4, -1, "above", 3);
  prg_text_grid_line(&grid, (const double[]){-3, -3}, (const double[]){-1, 9}, false, 3);
  assert_string_equal(shown(false), "ab\n漢e\u0301字z\n");
}

static void test_broken_utf8_is_a_question_mark(void **state) {
  (void)state;
  prg_text_grid_put(&grid, 0, 0,
                    "a\xFF"
                    "b",
                    3);
  assert_string_equal(shown(false), "a?b\n\n");
}

/* Colours change where they must, and end with the line; without them the rest is the same. */
static void test_colours(void **state) {
  (void)state;
  prg_text_grid_put(&grid, 0, 0, "ab", 3);
  prg_text_grid_put(&grid, 3, 0, "c", PRG_TEXT_ALARM);
  prg_text_grid_put(&grid, 0, 1, "d", PRG_TEXT_PLAIN);
  assert_string_equal(shown(true), "\033[34mab \033[0m\033[31mc\033[0m\nd\n");
  assert_string_equal(shown(false), "ab c\nd\n");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_lines_are_dots_of_braille),
      TEST(test_dashed_lines_have_gaps),
      TEST(test_what_is_in_front_hides_what_is_behind),
      TEST(test_a_label_needs_free_cells),
      TEST(test_widths_and_edges),
      TEST(test_broken_utf8_is_a_question_mark),
      TEST(test_colours),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
