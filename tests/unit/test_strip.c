#include "test.h"

#include <math.h>

#include "present/canvas/strip.h"

static prg_chart_options options;
static prg_canvas canvas;
static prg_axes axes;
static prg_strip strip;

/* Row 0: 1234 in 2017, nothing known in 2018, 12 345 in 2019 and on; row 1: from 2020 on. */
static bool value(const void *chart, size_t row, int ordinal, double *out) {
  assert_ptr_equal(chart, &axes);
  *out = ordinal == 2018 ? NAN : ordinal == 2017 ? 1234 : 12345 + (double)row;
  return row == 0 || ordinal >= 2020;
}

static int set_up(void **state) {
  (void)state;
  prg_chart_options_init(&options);
  prg_canvas_init(&canvas, &options);
  axes = (prg_axes){.left = 300,
                    .right = 1500,
                    .top = 200,
                    .bottom = 800,
                    .x_low = 2016.5,
                    .x_high = 2024.5,
                    .x_first = 2017,
                    .x_last = 2024,
                    .origin = {PRG_YEAR, 2022}};
  strip = (prg_strip){.value = value, .chart = &axes};
  prg_strip_add_row(&strip, "Utfall");
  prg_strip_add_row(&strip, "8 av 10, från");
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  prg_canvas_clear(&canvas);
  prg_strip_clear(&strip);
  return 0;
}

/* The label of the canvas with that text, of those from `from` on. */
static const prg_canvas_text *find(const char *text, size_t from) {
  for (size_t i = from; i < canvas.n_label; i++)
    if (canvas.label[i].length == strlen(text) &&
        memcmp(canvas.text.data + canvas.label[i].start, text, strlen(text)) == 0)
      return &canvas.label[i];
  fail_msg("\"%s\" is not written", text);
  return NULL;
}

static void test_figures_stand_under_their_periods(void **state) {
  (void)state;
  prg_strip_fit(&strip, &axes, &canvas);
  prg_axes_x_ticks(&axes, &canvas);
  assert_int_equal(axes.n_x_tick, 8); /* 150 pixels each, 124 needed */
  prg_strip_add(&strip, &axes, &canvas);
  assert_int_equal(canvas.n_label, 2 + 8 + 5);
  assert_close(find("1234", 0)->x, prg_axes_x(&axes, 2017), 1e-9);
  assert_close(find("..", 0)->x, prg_axes_x(&axes, 2018), 1e-9);
  assert_close(find("12\u00A0345", 0)->x, prg_axes_x(&axes, 2019), 1e-9);
  const prg_canvas_text *lower = find("12\u00A0346", 0);
  assert_close(lower->x, prg_axes_x(&axes, 2020), 1e-9);
  assert_close(lower->y, find("8 av 10, från", 0)->y, 1e-9);
  assert_close(lower->y - find("1234", 0)->y, PRG_TEXT_LEADING, 1e-9);
  assert_int_equal(lower->align, PRG_CENTRE);
}

/* The ticks are as sparse as the figures need, and the last figure's period is one of them. */
static void test_ticks_wait_for_the_figures(void **state) {
  (void)state;
  axes.right = 900; /* 75 pixels each: the years' own labels need 91, the figures 124 */
  prg_strip_fit(&strip, &axes, &canvas);
  prg_axes_x_ticks(&axes, &canvas);
  assert_int_equal(axes.n_x_tick, 4);
  assert_close(axes.x_tick[0].at, 2018, 0);
  assert_close(axes.x_tick[2].at, 2022, 0);
}

/* Months: 1, 2, 3, 4, 6, 12 … of them, never every fifth. */
static void test_the_same_months_come_again(void **state) {
  (void)state;
  axes.origin = (prg_period){PRG_MONTH, 24275}; /* December 2022 */
  axes.x_first = 24252;
  axes.x_last = 24287;
  axes.x_low = axes.x_first - 0.5;
  axes.x_high = axes.x_last + 0.5;
  prg_strip_fit(&strip, &axes, &canvas);
  prg_axes_x_ticks(&axes, &canvas);
  assert_true(axes.n_x_tick >= 2);
  assert_close(axes.x_tick[1].at - axes.x_tick[0].at, 6, 0); /* 33 pixels each, 158 needed: 5 */
}

static void test_room_for_the_labels(void **state) {
  (void)state;
  double narrow = prg_strip_label_width(&strip, &axes, &canvas);
  assert_true(narrow > prg_text_width("8 av 10, från", PRG_TEXT_SIZE, false));
  prg_buffer_clear(&strip.label[1]);
  prg_buffer_add(&strip.label[1], "Norrköpings största gymnasiesärskola, södra");
  assert_true(prg_strip_label_width(&strip, &axes, &canvas) > narrow);
  assert_true(prg_strip_label_width(&strip, &axes, &canvas) < 0.25 * canvas.width); /* cut */
  assert_close(prg_strip_height(&strip), 2.35 * PRG_TEXT_LEADING, 1e-9);
  prg_strip_clear(&strip);
  assert_close(prg_strip_label_width(&strip, &axes, &canvas), 0, 0);
  assert_close(prg_strip_height(&strip), 0, 0);
  prg_strip_fit(&strip, &axes, &canvas);
  assert_close(axes.column_width, 0, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_figures_stand_under_their_periods),
      TEST(test_ticks_wait_for_the_figures),
      TEST(test_the_same_months_come_again),
      TEST(test_room_for_the_labels),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
