#include "test.h"

#include "present/canvas/gnuplot_text.h"

static void check_quoted(const char *text, const char *expected) {
  prg_buffer out;
  prg_buffer_init(&out);
  prg_gnuplot_quote(&out, text, strlen(text));
  assert_string_equal(prg_buffer_string(&out), expected);
  prg_buffer_free(&out);
}

static void test_only_the_quote_is_doubled(void **state) {
  (void)state;
  check_quoted("a`touch b` $(c) \\ \"d\" @e #f {g}", "'a`touch b` $(c) \\ \"d\" @e #f {g}'");
  check_quoted("it's ''", "'it''s '''''");
  check_quoted("", "''");
  check_quoted("'' . system('x')", "\"'\".\"'\".' . system(''x'')'");
  check_quoted("'", "\"'\".''");
}

static void test_a_text_cannot_end_its_line(void **state) {
  (void)state;
  check_quoted("a\nb\rc\x01\x7f", "'a b c  '");
  check_quoted("a\xC2\x85"
               "b\u2028c",
               "'a b c'");
  check_quoted("a\xff\xc3", "'a\uFFFD\uFFFD'");
}

static void test_comment(void **state) {
  (void)state;
  prg_buffer out;
  prg_buffer_init(&out);
  prg_gnuplot_comment(&out, "command", "x\nsystem('y')\\");
  assert_string_equal(prg_buffer_string(&out), "# command: x system('y')\\ \n");
  prg_buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_only_the_quote_is_doubled),
      cmocka_unit_test(test_a_text_cannot_end_its_line),
      cmocka_unit_test(test_comment),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
