#include "test.h"

#include <prognos/csv_write.h>

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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_plain),
      cmocka_unit_test(test_excel),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
