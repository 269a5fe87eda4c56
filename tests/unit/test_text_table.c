#include "test.h"

#include <prognos/text_table.h>

static void fill(prg_text_table *table, const char *const cell[]) {
  for (; *cell != NULL; cell++)
    prg_text_table_add(table, *cell);
}

static void check(prg_text_table *table, const char *expected) {
  prg_buffer out;
  prg_buffer_init(&out);
  prg_text_table_write(table, &out);
  assert_false(out.failed);
  assert_string_equal(prg_buffer_string(&out), expected);
  prg_buffer_free(&out);
  prg_text_table_free(table);
}

static void test_aligns_by_what_a_terminal_shows(void **state) {
  (void)state;
  prg_text_table table;
  prg_text_table_init(&table, 3);
  fill(&table, (const char *const[]){"År", "Antal", "%", "2022", "−1 070", "17,25", "Östgöta", "5",
                                     "8", NULL});
  check(&table, "År        Antal      %\n"
                "──────────────────────\n"
                "2022     −1 070  17,25\n"
                "Östgöta       5      8\n");
}

static void test_no_blanks_at_line_ends(void **state) {
  (void)state;
  prg_text_table table;
  prg_text_table_init(&table, 3);
  table.right[2] = false;
  fill(&table, (const char *const[]){"a", "b", "c", "1", "", "", "2", "33", "not", "last", NULL});
  check(&table, "a      b  c\n"
                "─────────────\n"
                "1\n"
                "2     33  not\n"
                "last\n");
}

static void test_empty(void **state) {
  (void)state;
  prg_text_table table;
  prg_text_table_init(&table, 2);
  check(&table, "");
  prg_text_table_free(NULL);
}

static void test_failed_memory_is_passed_on(void **state) {
  (void)state;
  prg_text_table table;
  prg_text_table_init(&table, 1);
  table.text.failed = true;
  prg_buffer out;
  prg_buffer_init(&out);
  prg_text_table_write(&table, &out);
  assert_true(out.failed);
  prg_text_table_free(&table);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_aligns_by_what_a_terminal_shows),
      cmocka_unit_test(test_no_blanks_at_line_ends),
      cmocka_unit_test(test_empty),
      cmocka_unit_test(test_failed_memory_is_passed_on),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
