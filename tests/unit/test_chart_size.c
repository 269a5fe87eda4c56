#include "test.h"

#include <prognos/chart_size.h>

static void test_names_and_pixels(void **state) {
  (void)state;
  prg_chart_options options;
  prg_chart_options_init(&options);
  assert_int_equal(options.width, 1920);
  assert_int_equal(options.height, 1080);
  assert_close(options.text_scale, 1, 0);
  for (const prg_chart_size *size = prg_chart_sizes; size->name != NULL; size++) {
    assert_true(prg_chart_size_set(&options, size->name));
    assert_int_equal(options.width, size->width);
    assert_int_equal(prg_chart_check_size(&options, NULL), PRG_OK);
  }
  assert_true(prg_chart_size_set(&options, "a4"));
  assert_true(prg_chart_size_set(&options, "1601x907"));
  assert_int_equal(options.width, 1601);
  assert_int_equal(options.height, 907);
  assert_close(options.text_scale, 1, 0); /* a slide again */
  assert_int_equal(options.dots_per_inch, 144);
}

/* A figure of 160 mm, its text at least 8 points. */
static void test_a4_is_measured_on_paper(void **state) {
  (void)state;
  prg_chart_options options;
  prg_chart_options_init(&options);
  assert_true(prg_chart_size_set(&options, "a4"));
  double inches = (double)options.width / options.dots_per_inch;
  assert_close(25.4 * inches, 160, 0.1);
  double pixels = 28 * options.text_scale * options.height / 1080;
  assert_true(72 * pixels / options.dots_per_inch > 8.4);
  assert_true(72 * pixels / options.dots_per_inch < 8.6);
}

static void test_what_is_no_size(void **state) {
  (void)state;
  static const char *const wrong[] = {"",       "a5",         "1600",    "x900",
                                      "1600x",  "1600x900x2", "-1x900",  "1e3x900",
                                      "slide ", "1600X900",   "999999x2"};
  prg_chart_options options;
  prg_chart_options_init(&options);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    assert_false(prg_chart_size_set(&options, wrong[i]));
  assert_int_equal(options.width, 1920);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_and_pixels),
      cmocka_unit_test(test_a4_is_measured_on_paper),
      cmocka_unit_test(test_what_is_no_size),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
