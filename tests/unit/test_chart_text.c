#include "canvas_test.h"

#include <prognos/chart_text.h>
#include <prognos/utf8.h>

static fixture series[2];
static const prg_forecast *forecast[2];
static size_t n_series;
static prg_chart_options options;
static prg_buffer out;
static prg_error error;

static int set_up(void **state) {
  (void)state;
  prg_chart_options_init(&options);
  options.today = "2023-03-15";
  prg_buffer_init(&out);
  fixture_grund(&series[0]);
  fixture_gymnasie(&series[1]);
  for (size_t i = 0; i < 2; i++)
    forecast[i] = &series[i].forecast;
  n_series = 1;
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  for (size_t i = 0; i < 2; i++)
    fixture_clear(&series[i]);
  prg_buffer_free(&out);
  return 0;
}

static const char *draw(size_t columns, size_t rows, bool colour) {
  const prg_text_screen screen = {columns, rows, colour};
  prg_buffer_clear(&out);
  assert_int_equal(prg_chart_text(forecast, n_series, &options, &screen, &out, &error), PRG_OK);
  return prg_buffer_string(&out);
}

/* Lines, and the columns of the widest. */
static void measure(const char *text, size_t *lines, size_t *columns) {
  char line[4096];
  *lines = *columns = 0;
  for (const char *end; (end = strchr(text, '\n')) != NULL; text = end + 1) {
    size_t n = (size_t)(end - text);
    assert_true(n < sizeof line);
    memcpy(line, text, n);
    line[n] = '\0';
    *columns = prg_utf8_width(line) > *columns ? prg_utf8_width(line) : *columns;
    ++*lines;
  }
}

static void test_it_fills_the_screen_and_no_more(void **state) {
  (void)state;
  static const size_t size[][2] = {{80, 24}, {120, 40}, {44, 30}};
  for (size_t k = 0; k < 3; k++) {
    size_t lines, columns;
    measure(draw(size[k][0], size[k][1], false), &lines, &columns);
    assert_int_equal(lines, size[k][1] - 1); /* the prompt comes after it */
    assert_true(columns <= size[k][0]);
    assert_true(columns + 12 > size[k][0]);
  }
}

static void test_values_names_and_key(void **state) {
  (void)state;
  options.capacity = 270;
  const char *text = draw(80, 24, false);
  assert_holds(text, "Grundsärskola: från 249");
  assert_holds(text, "168");
  assert_holds(text, "249");
  assert_holds(text, "308");
  assert_holds(text, "● Grundsärskola\n");
  assert_holds(text, "●\u00A0Utfall\u00A0\u00A0 ○\u00A0Prognos\u00A0\u00A0 ░\u00A0"
                     "8 av 10"
                     "\u00A0\u00A0 ━\u00A0Kapacitet\u00A0"
                     "270\n");
  assert_holds(text, "━━━");
  assert_holds(text, "Prognos 2023-03-15, data t.o.m. 2022\n");
  assert_null(strchr(text, '\033'));
}

/* Series are told apart by their markers. */
static void test_two_series_have_a_marker_each(void **state) {
  (void)state;
  n_series = 2;
  const char *text = draw(100, 30, false);
  assert_holds(text, "● Grundsärskola\n");
  assert_holds(text, "■ Gymnasiesärskola\n");
  assert_holds(text, "□");
}

/* The same characters in the same places, with colours between them. */
static void test_colour_adds_nothing_but_colour(void **state) {
  (void)state;
  prg_buffer plain = {0}, stripped = {0};
  prg_buffer_add(&plain, draw(80, 24, false));
  for (const char *c = draw(80, 24, true); *c != '\0'; c++) {
    if (*c == '\033')
      c = strchr(c, 'm');
    else
      prg_buffer_add_char(&stripped, *c);
  }
  assert_string_equal(prg_buffer_string(&stripped), prg_buffer_string(&plain));
  prg_buffer_free(&plain);
  prg_buffer_free(&stripped);
}

static void test_a_long_name_is_cut(void **state) {
  (void)state;
  fixture_clear(&series[0]);
  static const double value[] = {3, 4, 5}, first[] = {5, 5, 6, 6, 7}, last[] = {5, 5, 6, 7, 8};
  fixture_init(&series[0], "Ett namn som är mycket längre än en fjärdedel av bredden",
               (prg_period){PRG_YEAR, 2020}, value, 3, 2, first, last);
  assert_holds(draw(80, 24, false), "● Ett namn som är m…\n");
}

static void test_a_small_screen_is_taken_for_a_larger_one(void **state) {
  (void)state;
  size_t lines, columns;
  measure(draw(5, 3, false), &lines, &columns);
  assert_true(columns > 20 && columns <= 40);
  assert_true(lines >= 12);
}

static void test_what_the_fan_refuses_is_refused(void **state) {
  (void)state;
  const prg_text_screen screen = {80, 24, false};
  series[0].series.value[0] = series[0].series.value[1] = series[0].series.value[2] = NAN;
  series[0].series.value[3] = series[0].series.value[4] = series[0].series.value[5] = NAN;
  assert_int_equal(prg_chart_text(forecast, 1, &options, &screen, &out, &error), PRG_EINPUT);
  assert_int_equal(out.length, 0);
}

static const char *draw_bars(size_t columns, size_t rows) {
  const prg_text_screen screen = {columns, rows, false};
  prg_buffer_clear(&out);
  assert_int_equal(prg_chart_text_bars(forecast, n_series, &options, &screen, &out, &error),
                   PRG_OK);
  return prg_buffer_string(&out);
}

static void test_bars_have_values_intervals_and_a_key(void **state) {
  (void)state;
  const char *text = draw_bars(80, 24);
  size_t lines, columns;
  measure(text, &lines, &columns);
  assert_int_equal(lines, 23);
  assert_true(columns <= 80);
  assert_holds(text, "█\u00A0Utfall\u00A0\u00A0 ░\u00A0Prognos\u00A0\u00A0 ┃\u00A0"
                     "8 av 10\n");
  assert_holds(text, "█ Grundsärskola\n");
  static const char *const value[] = {"168", "183", "198", "214", "240", "249", "259", "308"};
  for (size_t i = 0; i < sizeof value / sizeof *value; i++)
    assert_holds(text, value[i]);
  assert_true(times(text, "┃") > 5);
  assert_true(times(text, "█") > 100);
}

/* Filled cells in the line that begins like that. */
static size_t cells_in(const char *text, const char *line) {
  const char *from = strstr(text, line);
  assert_non_null(from);
  char copy[400];
  size_t n = strcspn(from + 1, "\n");
  assert_true(n < sizeof copy);
  memcpy(copy, from + 1, n);
  copy[n] = '\0';
  return times(copy, "█");
}

/* On the line of 0 stand all but the 0 itself, and the name; on that of 5 the 8 alone. */
static void test_bars_are_as_high_as_their_values(void **state) {
  (void)state;
  fixture_clear(&series[0]);
  static const double value[] = {8, 4, 2, 0};
  fixture_init(&series[0], "A", (prg_period){PRG_YEAR, 2020}, value, 4, 0, NULL, NULL);
  const char *text = draw_bars(60, 24);
  size_t width = cells_in(text, "\n5  ");
  assert_true(width > 4);
  assert_int_equal(cells_in(text, "\n0  "), 3 * width + 1);
  assert_int_equal(times(text, "▁"), width); /* 0 is a line */
}

static void test_bars_go_down_and_missing_ones_are_dots(void **state) {
  (void)state;
  fixture_clear(&series[0]);
  static const double value[] = {5, -3, NAN, -42, 9};
  fixture_init(&series[0], "A", (prg_period){PRG_YEAR, 2018}, value, 5, 0, NULL, NULL);
  const char *text = draw_bars(80, 24);
  assert_holds(text, "−3");
  assert_holds(text, "−42");
  assert_holds(text, " .. ");
  assert_holds(text, "· .. uppgift saknas\n");
  const char *zero = strstr(text, "\n  0 ");
  assert_non_null(zero);
  assert_holds(zero, "█");
  assert_holds(zero, "−3");
}

static void test_bars_beside_each_other_have_a_filling_each(void **state) {
  (void)state;
  n_series = 2;
  const char *text = draw_bars(100, 30);
  assert_holds(text, "██▓▓");
  assert_holds(text, "░░╱╱");
  assert_holds(text, "▓ Gymnasiesärskola\n");
}

static void test_bars_need_columns(void **state) {
  (void)state;
  double value[60];
  const prg_text_screen screen = {60, 24, false};
  for (int t = 0; t < 60; t++)
    value[t] = 100 + t;
  fixture_clear(&series[0]);
  fixture_init(&series[0], "A", (prg_period){PRG_YEAR, 1960}, value, 60, 0, NULL, NULL);
  assert_int_equal(prg_chart_text_bars(forecast, 1, &options, &screen, &out, &error), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_TERMINAL_NARROW);
  assert_int_equal(prg_chart_text_bars(forecast, 4, &options, &screen, &out, &error), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_NO_SERIES);
  assert_int_equal(out.length, 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_it_fills_the_screen_and_no_more),
      TEST(test_values_names_and_key),
      TEST(test_two_series_have_a_marker_each),
      TEST(test_colour_adds_nothing_but_colour),
      TEST(test_a_long_name_is_cut),
      TEST(test_a_small_screen_is_taken_for_a_larger_one),
      TEST(test_what_the_fan_refuses_is_refused),
      TEST(test_bars_have_values_intervals_and_a_key),
      TEST(test_bars_are_as_high_as_their_values),
      TEST(test_bars_go_down_and_missing_ones_are_dots),
      TEST(test_bars_beside_each_other_have_a_filling_each),
      TEST(test_bars_need_columns),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
