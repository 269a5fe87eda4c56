#include "test.h"

#include "table/row_scan.h"

static size_t end_of(const char *text, size_t from) {
  return row_scan_end(text, strlen(text), from, ';');
}

static void test_rows_end_at_their_line_feed(void **state) {
  (void)state;
  const char *text = "Ek;1\n\nBok;2\r\nAl;3";
  assert_int_equal(end_of(text, 0), 5);
  assert_int_equal(end_of(text, 5), 6);
  assert_int_equal(end_of(text, 6), 13);
  assert_int_equal(end_of(text, 13), 0); /* it may go on */
}

static void test_a_line_feed_in_quotes_ends_no_row(void **state) {
  (void)state;
  assert_int_equal(end_of("\"Ek\nskolan\";1\nBok;2\n", 0), 14);
  assert_int_equal(end_of("1;\"a\"\"\n\"\"b\"\nBok;2\n", 0), 12);
  assert_int_equal(end_of("\"Ek\n", 0), 0);
  assert_int_equal(end_of("5\" rör;1\n", 0), (int)strlen("5\" rör;1\n")); /* no cell begins so */
}

static bool same(const char *a, const char *b) {
  static const bool column[] = {true, false, true};
  const row_key key = {';', column, 3};
  return row_scan_same(&key, a, strlen(a), b, strlen(b));
}

static void test_the_key_tells_whom_a_row_is_about(void **state) {
  (void)state;
  assert_true(same("Ek;2021;flickor;17\n", "Ek;2022;flickor;19\n"));
  assert_false(same("Ek;2021;flickor;17\n", "Ek;2022;pojkar;17\n"));
  assert_false(same("Ek;2021;flickor\n", "Bok;2021;flickor\n"));
  assert_true(same("\"Ek\";2021;flickor;17\n", " Ek ;2022;\"flickor\"\r\n"));
  assert_false(same("Ek;2021\n", "Ek;2022;pojkar\n"));
}

static void test_width_and_lines(void **state) {
  (void)state;
  assert_true(row_scan_is_wide("Ek;17\n", 6, ';'));
  assert_true(row_scan_is_wide(";;Ek;17", 7, ';'));
  assert_false(row_scan_is_wide("Källa: SCB;;\n", 14, ';'));
  assert_false(row_scan_is_wide("\n", 1, ';'));
  assert_int_equal(row_scan_lines("a\nb\n\nc", 6), 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows_end_at_their_line_feed),
      cmocka_unit_test(test_a_line_feed_in_quotes_ends_no_row),
      cmocka_unit_test(test_the_key_tells_whom_a_row_is_about),
      cmocka_unit_test(test_width_and_lines),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
