#include "test.h"

#include <math.h>

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

static void test_cells_for_people(void **state) {
  (void)state;
  static const prg_period term = {PRG_QUARTER, 4 * 2023 + 2};
  for (int i = 0; i < 2; i++) {
    prg_language language = i == 0 ? PRG_SWEDISH : PRG_ENGLISH;
    prg_text_table table;
    prg_text_table_init(&table, 4);
    fill(&table, (const char *const[]){"a", "b", "c", "d", NULL});
    prg_text_table_period(&table, term, language);
    prg_text_table_number(&table, 17.25, 1, language);
    prg_text_table_per_cent(&table, .1649, 1, language);
    prg_text_table_interval(&table, 243.7, 275.2, 0, language);
    prg_text_table_period(&table, prg_period_add(term, 1), language);
    prg_text_table_number(&table, NAN, 1, language);
    prg_text_table_per_cent(&table, NAN, 0, language);
    prg_text_table_interval(&table, -2.31, 5.18, 1, language);
    prg_text_table_interval(&table, NAN, NAN, 0, language);
    check(&table, i == 0 ? "a              b       c           d\n"
                           "────────────────────────────────────\n"
                           "kv. 3 2023  17,2  16,5\xC2\xA0%     244–275\n"
                           "kv. 4 2023                −2,3 – 5,2\n\n"
                         : "a           b      c           d\n"
                           "────────────────────────────────\n"
                           "Q3 2023  17.2  16.5%     244–275\n"
                           "Q4 2023               −2.3 – 5.2\n\n");
  }
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
      cmocka_unit_test(test_cells_for_people),
      cmocka_unit_test(test_empty),
      cmocka_unit_test(test_failed_memory_is_passed_on),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
