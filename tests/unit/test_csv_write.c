#include "test.h"

#include <prognos/csv_write.h>
#include <prognos/table.h>

static void test_plain(void **state) {
  (void)state;
  prg_buffer out;
  prg_buffer_init(&out);
  prg_csv_writer w;
  prg_csv_begin(&w, &out, PRG_CSV_PLAIN);
  prg_csv_text(&w, "A;b, \"c\"");
  prg_csv_number(&w, 249.35);
  prg_csv_end_row(&w);
  prg_csv_text(&w, "");
  prg_csv_number(&w, NAN);
  prg_csv_significant(&w, 244.77531, 5);
  prg_csv_text(&w, "=1+2");
  prg_csv_text(&w, "två\nrader");
  prg_csv_text(&w, " x");
  prg_csv_end_row(&w);
  assert_string_equal(prg_buffer_string(&out), "\"A;b, \"\"c\"\"\",249.35\n"
                                               ",,244.78,=1+2,\"två\nrader\",\" x\"\n");
  prg_buffer_free(&out);
}

static void test_excel(void **state) {
  (void)state;
  prg_buffer out;
  prg_buffer_init(&out);
  prg_csv_writer w;
  prg_csv_begin(&w, &out, PRG_CSV_EXCEL);
  prg_csv_text(&w, "Grundsärskola");
  prg_csv_number(&w, -249.35);
  prg_csv_significant(&w, NAN, 5);
  prg_csv_significant(&w, 0.12346, 3);
  prg_csv_end_row(&w);
  prg_csv_text(&w, "=cmd|'/c calc'!A1");
  prg_csv_text(&w, "+46");
  prg_csv_text(&w, "-");
  prg_csv_text(&w, "@a");
  prg_csv_text(&w, "\tb");
  prg_csv_end_row(&w);
  assert_string_equal(prg_buffer_string(&out), "\xEF\xBB\xBF"
                                               "Grundsärskola;-249,35;;0,123\r\n"
                                               "\"'=cmd|'/c calc'!A1\";'+46;'-;'@a;\"'\tb\"\r\n");
  prg_buffer_free(&out);
}

/* What was written for Excel is read as it was: the guard is taken away, and no more than that. */
static void read_what_was_written(prg_csv_style style) {
  static const char *const text[] = {"=HYPERLINK(1)", "-2+3", "'=x", "''@x", "'", "'x", "+"};
  const size_t n = sizeof text / sizeof text[0];
  prg_buffer out = {0};
  prg_csv_writer w;
  prg_csv_begin(&w, &out, style);
  for (int quoted = 0; quoted < 2; quoted++) {
    for (size_t i = 0; i < n; i++)
      prg_csv_text(&w, text[i]);
    prg_csv_text(&w, quoted ? "a;b" : "c"); /* with it, libcsv cuts the line */
    prg_csv_end_row(&w);
  }
  prg_table table = {0};
  prg_error error;
  assert_int_equal(prg_table_read(&table, "x.csv", out.data, out.length, NULL, &error), PRG_OK);
  for (size_t row = 0; row < 2; row++)
    for (size_t i = 0; i < n; i++) {
      assert_string_equal(prg_table_cell(&table, row, i), text[i]);
      assert_int_equal(prg_table_length(&table, row, i), strlen(text[i]));
    }
  prg_table_clear(&table);
  prg_buffer_free(&out);
}

static void test_guard_is_read_away(void **state) {
  (void)state;
  read_what_was_written(PRG_CSV_PLAIN);
  read_what_was_written(PRG_CSV_EXCEL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_plain),
      cmocka_unit_test(test_excel),
      cmocka_unit_test(test_guard_is_read_away),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
