#include "test.h"

#include <prognos/decimal.h>

/* The decimal mark found, or 0 if it is unclear. */
static char find(const char *text) {
  prg_table table;
  prg_frame frame;
  assert_int_equal(prg_table_read(&table, "d.csv", text, strlen(text), NULL, NULL), PRG_OK);
  assert_int_equal(prg_frame_find(&frame, &table, NULL), PRG_OK);
  char decimal = '\0';
  prg_error error;
  if (prg_decimal_find(&frame, &decimal, &error) != PRG_OK) {
    assert_int_equal(error.message.text, PRG_TEXT_DECIMAL_UNCLEAR);
    assert_true(error.line > 1 && error.column > 0);
    decimal = '\0';
  }
  prg_frame_clear(&frame);
  prg_table_clear(&table);
  return decimal;
}

static void test_figures_decide(void **state) {
  (void)state;
  assert_int_equal(find("a;2017\nA;12,4\n"), ',');
  assert_int_equal(find("a;2017\nA;12.4\n"), '.');
  assert_int_equal(find("a;2017;2018\nA;1,234;1.234,5\n"), ',');
  assert_int_equal(find("a\t2017\t2018\nA\t1,234\t1,234,567\n"), '.');
  assert_int_equal(find("a;2017;2018\nA;1.234;0.250\n"), '.');
  assert_int_equal(find("a,2017\nA,\"12,4\"\n"), ',');
  assert_int_equal(find("a;2017;2018\nA;12,4 %;..\n"), ',');
}

static void test_the_delimiter_decides_what_is_left(void **state) {
  (void)state;
  assert_int_equal(find("a;2017\nA;168\n"), ',');
  assert_int_equal(find("a,2017\nA,168\n"), '.');
  assert_int_equal(find("a;2017\nA;12,345\n"), ',');
  assert_int_equal(find("a,2017\nA,12.345\n"), '.');
  assert_int_equal(find("dag;antal\n15.10.2022;.\n"), ',');
}

static void test_unclear(void **state) {
  (void)state;
  assert_int_equal(find("a;2017\nA;12.345\n"), '\0');
  assert_int_equal(find("a,2017\nA,\"12,345\"\n"), '\0');
  assert_int_equal(find("a\t2017\nA\t12,345\n"), '\0');
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_figures_decide),
      cmocka_unit_test(test_the_delimiter_decides_what_is_left),
      cmocka_unit_test(test_unclear),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
