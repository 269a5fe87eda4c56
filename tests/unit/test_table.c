#include "test.h"

#include <stdlib.h>

#include <prognos/table.h>

static prg_table read_ok(const char *text) {
  prg_table table;
  prg_error error;
  if (prg_table_read(&table, "t.csv", text, strlen(text), NULL, &error) != PRG_OK)
    fail_msg("not read: %s", prg_text_get(error.message.text, PRG_ENGLISH));
  return table;
}

static void test_cells_and_lines(void **state) {
  (void)state;
  prg_table t = read_ok("sep=;\r\nNamn;2017\r\n\r\n\"två\nrader\";\" 168 \"\r\nB; 183 ;\"x\"\"\"");
  assert_int_equal(t.n_rows, 3);
  assert_int_equal(t.dialect.delimiter, ';');
  assert_int_equal(t.dialect.encoding, PRG_UTF_8);
  assert_string_equal(prg_table_cell(&t, 1, 0), "två\nrader");
  assert_string_equal(prg_table_cell(&t, 1, 1), " 168 ");
  assert_string_equal(prg_table_cell(&t, 2, 1), "183");
  assert_string_equal(prg_table_cell(&t, 2, 2), "x\"");
  assert_string_equal(prg_table_cell(&t, 2, 3), "");
  assert_int_equal(prg_table_length(&t, 2, 1), 3);
  assert_int_equal(prg_table_length(&t, 2, 3), 0);
  assert_int_equal(prg_table_width(&t, 2), 3);
  assert_int_equal(t.line[0], 2);
  assert_int_equal(t.line[1], 4);
  assert_int_equal(t.last_line[1], 5);
  assert_int_equal(prg_table_line(&t, 1, 0), 4);
  assert_int_equal(prg_table_line(&t, 1, 1), 5);
  assert_int_equal(t.line[2], 6);
  prg_error error;
  prg_table_fail(&t, 1, 1, PRG_TEXT_ONE_COLUMN, NULL, &error);
  assert_string_equal(error.file, "t.csv");
  assert_int_equal(error.line, 5);
  assert_int_equal(error.column, 2);
  prg_table_clear(&t);
}

static void test_old_mac_line_ends(void **state) {
  (void)state;
  prg_table t = read_ok("Namn;2017\rA;168\r\rB;183\r");
  assert_int_equal(t.n_rows, 3);
  assert_int_equal(t.line[2], 4);
  prg_table_clear(&t);
}

static void check_fails_n(const char *text, size_t n, prg_text expected, size_t line,
                          size_t column) {
  prg_table table;
  prg_error error;
  assert_int_equal(prg_table_read(&table, "t.csv", text, n, NULL, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, expected);
  assert_string_equal(error.file, "t.csv");
  assert_int_equal(error.line, line);
  assert_int_equal(error.column, column);
  prg_table_clear(&table);
}

static void check_fails(const char *text, prg_text expected, size_t line, size_t column) {
  check_fails_n(text, strlen(text), expected, line, column);
}

static void test_broken_quotes_have_a_place(void **state) {
  (void)state;
  check_fails("a;b;c\n1;2;3\n4;\"5\n6;7;8\n", PRG_TEXT_QUOTE_OPEN, 3, 2);
  check_fails("a;b;c\n\n\"x\ny\";\"5\"6;8\n", PRG_TEXT_QUOTE_BROKEN, 4, 2);
  check_fails("a;b;c\n1;2;x\"y\"\n", PRG_TEXT_QUOTE_BROKEN, 2, 3);
  check_fails("\"a;b;c\n1;2;3\n", PRG_TEXT_QUOTE_OPEN, 1, 1);
  check_fails("a;b;c\n\n1;\"p\nq\";\"5\n6;7;8\n", PRG_TEXT_QUOTE_OPEN, 4, 3);
}

static void test_no_table_at_all(void **state) {
  (void)state;
  check_fails("", PRG_TEXT_FILE_EMPTY, 0, 0);
  check_fails(" \r\n\n", PRG_TEXT_FILE_EMPTY, 0, 0);
  check_fails("\xEF\xBB\xBF", PRG_TEXT_FILE_EMPTY, 0, 0);
  check_fails("2017\n2018\n", PRG_TEXT_ONE_COLUMN, 1, 0);
  check_fails_n("a;b\0\n", 5, PRG_TEXT_FILE_BINARY, 0, 0);
  check_fails_n("PK\x03\x04\0\0", 6, PRG_TEXT_FILE_OTHER_FORMAT, 0, 0);
  check_fails("%PDF-1.4\n", PRG_TEXT_FILE_OTHER_FORMAT, 0, 0);
  check_fails("<html>\n", PRG_TEXT_FILE_OTHER_FORMAT, 0, 0);
}

static void test_what_is_wanted_wins(void **state) {
  (void)state;
  prg_table t;
  prg_dialect wanted = {.delimiter = '|', .encoding = PRG_CP850};
  static const char text[] = "a;b|\x86\nc;d|e\n";
  assert_int_equal(prg_table_read(&t, "t", text, sizeof text - 1, &wanted, NULL), PRG_OK);
  assert_string_equal(prg_table_cell(&t, 0, 0), "a;b");
  assert_string_equal(prg_table_cell(&t, 0, 1), "å");
  prg_table_clear(&t);
}

static void test_a_line_of_20_megabytes(void **state) {
  (void)state;
  size_t n = 20u << 20;
  char *text = malloc(n);
  assert_non_null(text);
  memset(text, 'x', n);
  memcpy(text, "a;b\n1;\"", 7);
  memcpy(text + n - 2, "\"\n", 2);
  prg_table t;
  assert_int_equal(prg_table_read(&t, "t", text, n, NULL, NULL), PRG_OK);
  assert_int_equal(prg_table_length(&t, 1, 1), n - 9);
  prg_table_clear(&t);
  text[n - 2] = 'x';
  prg_error error;
  assert_int_equal(prg_table_read(&t, "t", text, n, NULL, &error), PRG_EINPUT);
  assert_int_equal(error.line, 2);
  prg_table_clear(&t);
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cells_and_lines),
      cmocka_unit_test(test_old_mac_line_ends),
      cmocka_unit_test(test_broken_quotes_have_a_place),
      cmocka_unit_test(test_no_table_at_all),
      cmocka_unit_test(test_what_is_wanted_wins),
      cmocka_unit_test(test_a_line_of_20_megabytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
