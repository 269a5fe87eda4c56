#include "test.h"

#include <prognos/cell.h>

static prg_cell parse(const char *text, char decimal) {
  return prg_cell_parse(text, strlen(text), decimal);
}

static void check_figure(const char *text, char decimal, double value,
                         prg_observation observation) {
  prg_cell cell = parse(text, decimal);
  if (cell.kind != PRG_CELL_FIGURE)
    fail_msg("\"%s\" is no figure", text);
  assert_close(cell.value, value, 0);
  assert_int_equal(cell.observation, observation);
}

static void test_plain_figures(void **state) {
  (void)state;
  check_figure("168", ',', 168, PRG_OBSERVED);
  check_figure(" 12,45 ", ',', 12.45, PRG_OBSERVED);
  check_figure("12.45", '.', 12.45, PRG_OBSERVED);
  check_figure("-3", ',', -3, PRG_OBSERVED);
  check_figure("−3,5", ',', -3.5, PRG_OBSERVED);
  check_figure("–37", ',', -37, PRG_OBSERVED);
  check_figure("+4", ',', 4, PRG_OBSERVED);
  check_figure("1e3", '.', 1000, PRG_OBSERVED);
}

static void test_thousands(void **state) {
  (void)state;
  check_figure("1 049 490", ',', 1049490, PRG_OBSERVED);
  check_figure("1\xC2\xA0"
               "049\xC2\xA0"
               "490,5",
               ',', 1049490.5, PRG_OBSERVED);
  check_figure("17\xE2\x80\xAF"
               "835",
               ',', 17835, PRG_OBSERVED);
  check_figure("17\xE2\x80\x89"
               "835",
               '.', 17835, PRG_OBSERVED);
  check_figure("1'234.5", '.', 1234.5, PRG_OBSERVED);
  check_figure("1’234", ',', 1234, PRG_OBSERVED);
  check_figure("−1 234", ',', -1234, PRG_OBSERVED);
  check_figure("-1 234", ',', -1234, PRG_OBSERVED);
  check_figure("1.234,5", ',', 1234.5, PRG_OBSERVED);
  check_figure("1,234,567.25", '.', 1234567.25, PRG_OBSERVED);
}

static void test_zero_is_a_dash(void **state) {
  (void)state;
  check_figure("-", ',', 0, PRG_OBSERVED);
  check_figure("–", ',', 0, PRG_OBSERVED);
  check_figure(" — ", ',', 0, PRG_OBSERVED);
  check_figure("−", ',', 0, PRG_OBSERVED);
}

static void test_letters_words_and_percent(void **state) {
  (void)state;
  check_figure("123p", ',', 123, PRG_PRELIMINARY);
  check_figure("1 234 r", ',', 1234, PRG_REVISED);
  check_figure("12,5k", ',', 12.5, PRG_CORRECTED);
  check_figure("drygt 1070", ',', 1070, PRG_APPROXIMATE);
  check_figure("Ca 1 070", ',', 1070, PRG_APPROXIMATE);
  check_figure("ca. 35", ',', 35, PRG_APPROXIMATE);
  check_figure("Ungefär 35", ',', 35, PRG_APPROXIMATE);
  check_figure("~35", ',', 35, PRG_APPROXIMATE);
  check_figure("12,4 %", ',', 12.4, PRG_OBSERVED);
  check_figure("12,4%p", ',', 12.4, PRG_PRELIMINARY);
  assert_true(parse("12,4 %", ',').percent);
  assert_false(parse("12,4", ',').percent);
}

static void check_symbol(const char *text, prg_observation observation) {
  prg_cell cell = parse(text, ',');
  if (cell.kind != PRG_CELL_SYMBOL)
    fail_msg("\"%s\" is no symbol", text);
  assert_int_equal(cell.observation, observation);
  assert_true(isnan(cell.value));
}

static void test_symbols(void **state) {
  (void)state;
  check_symbol("..", PRG_MISSING);
  check_symbol("…", PRG_MISSING);
  check_symbol("N/A", PRG_MISSING);
  check_symbol("NA", PRG_MISSING);
  check_symbol("#N/A", PRG_MISSING);
  check_symbol("#SAKNAS!", PRG_MISSING);
  check_symbol("null", PRG_MISSING);
  check_symbol(".", PRG_NOT_APPLICABLE);
  check_symbol("x", PRG_SUPPRESSED);
  check_symbol("*", PRG_SUPPRESSED);
  check_symbol("<5", PRG_SUPPRESSED);
  check_symbol("< 10", PRG_SUPPRESSED);
}

static void test_blank(void **state) {
  (void)state;
  assert_int_equal(parse("", ',').kind, PRG_CELL_BLANK);
  assert_int_equal(parse(" \xC2\xA0 ", ',').kind, PRG_CELL_BLANK);
  assert_int_equal(parse("", ',').observation, PRG_GAP);
}

static void test_nothing_is_guessed(void **state) {
  (void)state;
  static const char *const texts[] = {
      "12O",    "2O22",       "12 34",  "1 0494 90",   "1234 567", "0 123",   "1 234\u00A0567",
      "12,4,5", "12..",       "1.23,4", "Enligt plan", "5-",       "(5)",     "12K",
      "12 kr",  "<",          "<5%",    ">5",          "p",        "drygt",   "0x1F",
      "1e999",  "inf",        "12,",    "%",           "--",       "1,234.5", "1 234 ",
      "1\n234", "drygt ca 5", "12 % %", "1'23"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    bool trimmed = strcmp(texts[i], "1 234 ") == 0; /* blanks around are no part of it */
    prg_cell cell = parse(texts[i], ',');
    if ((cell.kind == PRG_CELL_TEXT) == trimmed)
      fail_msg("\"%s\" is taken as %d, %g", texts[i], (int)cell.kind, cell.value);
  }
}

static void test_excel_errors(void **state) {
  (void)state;
  assert_int_equal(parse("#DIV/0!", ',').kind, PRG_CELL_EXCEL_ERROR);
  assert_int_equal(parse("#VÄRDEFEL!", ',').kind, PRG_CELL_EXCEL_ERROR);
  assert_int_equal(parse("#####", ',').kind, PRG_CELL_EXCEL_ERROR);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_plain_figures),
      cmocka_unit_test(test_thousands),
      cmocka_unit_test(test_zero_is_a_dash),
      cmocka_unit_test(test_letters_words_and_percent),
      cmocka_unit_test(test_symbols),
      cmocka_unit_test(test_blank),
      cmocka_unit_test(test_nothing_is_guessed),
      cmocka_unit_test(test_excel_errors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
