#include "test.h"

#include "present/canvas/font.h"

static void test_width_of_known_letters(void **state) {
  (void)state;
  assert_close(prg_text_width("8 av 10", 1000, false), 636 + 318 + 613 + 592 + 318 + 2 * 636, 1e-9);
  assert_close(prg_text_width("M", 28, true), 27.86, 1e-9);
  assert_close(prg_text_width("", 28, false), 0, 0);
}

static void test_unknown_letters_have_a_width(void **state) {
  (void)state;
  assert_close(prg_text_width("åÅ", 1000, false), 640 + 790, 1e-9);
  assert_true(prg_text_width("漢", 10, false) == 10);
  assert_true(prg_text_width("\xff", 10, true) > 5);
}

static void test_wraps_at_blanks(void **state) {
  (void)state;
  const char *text = "Förskolan Björkhagens avdelning för yngre";
  prg_text_line line[3];
  size_t n = prg_text_wrap(text, 28, true, 384, line, 3);
  assert_int_equal(n, 2);
  assert_int_equal(line[0].length, strlen("Förskolan Björkhagens"));
  assert_memory_equal(line[1].start, "avdelning för yngre", line[1].length);
  for (size_t i = 0; i < n; i++)
    assert_true(prg_text_width_n(line[i].start, line[i].length, 28, true) <= 384);
}

static void assert_lines(const char *text, double width, const char *const *expected, size_t n) {
  prg_text_line line[4];
  assert_int_equal(prg_text_wrap(text, 46, true, width, line, 4), n);
  for (size_t i = 0; i < n; i++) {
    assert_int_equal(line[i].length, strlen(expected[i]));
    assert_memory_equal(line[i].start, expected[i], line[i].length);
  }
}

static void test_keeps_a_figure_with_its_unit(void **state) {
  (void)state;
  const char *year = "Åby: från 249 år 2022 till omkring 412 år 2027";
  assert_lines(year, 1050, (const char *[]){"Åby: från 249 år 2022 till", "omkring 412 år 2027"},
               2);
  const char *grouped = "Grundskolan väntas få 1 234 elever";
  for (double width = 560; width < 780; width += 20)
    assert_lines(grouped, width, (const char *[]){"Grundskolan väntas", "få 1 234 elever"}, 2);
}

static void test_breaks_figures_that_have_no_other_blank(void **state) {
  (void)state;
  assert_lines("1 234 567 890", 200, (const char *[]){"1 234", "567", "890"}, 3);
}

static void test_leaves_a_dot_on_its_line(void **state) {
  (void)state;
  for (double width = 200; width < 320; width += 10)
    assert_lines("Åby · Söder", width, (const char *[]){"Åby ·", "Söder"}, 2);
}

static void test_breaks_a_long_word_and_cuts_a_long_text(void **state) {
  (void)state;
  prg_text_line line[2];
  size_t n = prg_text_wrap("särskoleverksamhetsutvecklingsplanering", 20, false, 150, line, 2);
  assert_int_equal(n, 2);
  assert_false(line[0].cut);
  assert_true(line[1].cut);
  assert_true(prg_text_width_n(line[1].start, line[1].length, 20, false) +
                  prg_text_width("…", 20, false) <=
              150);
}

static void test_always_gets_on(void **state) {
  (void)state;
  prg_text_line line[4];
  assert_int_equal(prg_text_wrap("abc", 20, false, 0.5, line, 4), 3);
  assert_int_equal(prg_text_wrap("", 20, false, 100, line, 4), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_width_of_known_letters),
      cmocka_unit_test(test_unknown_letters_have_a_width),
      cmocka_unit_test(test_wraps_at_blanks),
      cmocka_unit_test(test_keeps_a_figure_with_its_unit),
      cmocka_unit_test(test_breaks_figures_that_have_no_other_blank),
      cmocka_unit_test(test_leaves_a_dot_on_its_line),
      cmocka_unit_test(test_breaks_a_long_word_and_cuts_a_long_text),
      cmocka_unit_test(test_always_gets_on),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
