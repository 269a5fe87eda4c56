#include "test.h"

#include <prognos/delimiter.h>

static char find(const char *text) {
  return prg_delimiter_find(text, strlen(text));
}

static void test_finds_what_cuts_evenly(void **state) {
  (void)state;
  assert_int_equal(find("namn;2017;2018\nA;1,5;2,5\nB;3,5;4,5\n"), ';');
  assert_int_equal(find("namn,2017,2018\nA,1.5,2.5\n"), ',');
  assert_int_equal(find("namn\t2017\nA\t1 049\n"), '\t');
  assert_int_equal(find("namn|2017\nA|168\n"), '|');
  assert_int_equal(find("\"a,b\";\"c\nd\";e\n1;2;3\n"), ';');
  assert_int_equal(find("Elever, 15 oktober\n\nnamn;2017\nA;1,5\nB;2,5\n"), ';');
}

static void test_none(void **state) {
  (void)state;
  assert_int_equal(find("2017\n2018\n"), '\0');
  assert_int_equal(find(""), '\0');
}

static void test_a_quote_that_is_never_closed(void **state) {
  (void)state;
  assert_int_equal(find("\"namn;2017;2018\nA;168;183\n"), ';');
}

static void check_line(const char *text, size_t length, char expected) {
  char delimiter = '?';
  assert_int_equal(prg_delimiter_line(text, strlen(text), &delimiter), length);
  assert_int_equal(delimiter, expected);
}

static void test_excel_says_it(void **state) {
  (void)state;
  check_line("sep=;\nA;B\n", 6, ';');
  check_line("sep=|\r\nA|B\n", 7, '|');
  check_line("\"sep=,\"\nA,B\n", 8, ',');
  check_line("sep=;", 5, ';');
  check_line("sep=", 0, '?');
  check_line("sep=;x\n", 0, '?');
  check_line("\"sep=;x\n", 0, '?');
  check_line("A;B\n", 0, '?');
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_finds_what_cuts_evenly),
      cmocka_unit_test(test_none),
      cmocka_unit_test(test_a_quote_that_is_never_closed),
      cmocka_unit_test(test_excel_says_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
