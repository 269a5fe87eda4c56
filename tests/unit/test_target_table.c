#include <prognos/target_table.h>

#include <gsl/gsl_errno.h>

#include "target_reference.h"

static const char indicators[] =
    "Id;Indikator;Typ;Riktning;Mål;Enhet;Grupper;Uppföljning;Bedömning\n"
    "k;Besök | *ute*;antal;minst;18;besök;;=SUMMA(A1);\n"
    "n;Nöjdhet;index;över;80;index;män, äldre;;\n"
    "t;Samverkan;;;;;;Startar 2018-09-01;\n";
static const char outcomes[] = "Id;Grupp;År;Till och med;Utfall\nk;;2018;juni;7\n"
                               "n;män;2018;juni;81,5\n";

static void write_all(prg_target_format format, prg_language language, prg_buffer *out) {
  prg_target_book book;
  prg_target_scale scale;
  prg_target_result result[3];
  prg_error error;
  read_book(&book, indicators, outcomes);
  assert_true(prg_target_scale_of_name("outlook", language, &scale));
  for (size_t i = 0; i < 3; i++)
    assert_int_equal(prg_target_assess(&book, i, &scale, language, &result[i], &error), PRG_OK);
  prg_buffer_init(out);
  prg_target_write(result, 3, format, language, out);
  assert_false(out->failed);
  for (size_t i = 0; i < 3; i++)
    prg_target_result_clear(&result[i]);
  prg_target_book_clear(&book);
}

static void assert_holds(const prg_buffer *out, const char *what) {
  if (strstr(prg_buffer_string(out), what) == NULL)
    print_error("\"%s\" is not in \"%s\"\n", what, prg_buffer_string(out));
  assert_non_null(strstr(prg_buffer_string(out), what));
}

static size_t count(const prg_buffer *out, char character) {
  size_t n = 0;
  for (const char *c = prg_buffer_string(out); *c != '\0'; c++)
    n += *c == character;
  return n;
}

static void test_markdown_is_the_table_of_the_report(void **state) {
  (void)state;
  prg_buffer out;
  write_all(PRG_TARGET_MARKDOWN, PRG_SWEDISH, &out);
  assert_holds(&out, "| Indikator | Mål | Uppföljning delår | Bedömning helår 2018 |\n"
                     "|---|---|---|---|\n| Besök \\| \\*ute\\* | minst 18 besök | ");
  assert_holds(&out, "Bedöms ej uppnås. Helåret väntas ge omkring 14 besök");
  assert_holds(&out, "| Startar 2018-09-01 | Ingen bedömning är angiven. |\n");
  assert_int_equal(count(&out, '\n'), 5);
  prg_buffer_free(&out);
}

static void test_excel_guards_formulas(void **state) {
  (void)state;
  prg_buffer out;
  write_all(PRG_TARGET_EXCEL, PRG_SWEDISH, &out);
  assert_holds(&out, "\xEF\xBB\xBFIndikator;Mål;Uppföljning delår;Bedömning helår 2018\r\n");
  assert_holds(&out, "uppnås");
  assert_null(strstr(prg_buffer_string(&out), ";=SUMMA"));
  assert_holds(&out, "Samverkan;;Startar 2018-09-01;");
  assert_int_equal(count(&out, '\r'), 4);
  prg_buffer_free(&out);
}

static void test_csv_has_a_row_per_group(void **state) {
  (void)state;
  prg_buffer out;
  write_all(PRG_TARGET_CSV, PRG_ENGLISH, &out);
  assert_holds(&out, "id,indicator,group,kind,goal,unit,through,outcome,of,");
  assert_holds(&out, "\nn,Nöjdhet,män,index,over 80,index,2018M06,81.5,");
  assert_holds(&out, "\nn,Nöjdhet,äldre,index,over 80,index,2018M06,,");
  assert_holds(&out, "the goal has been reached in part");
  assert_holds(&out, "\nt,Samverkan,,text,,,,");
  assert_int_equal(count(&out, '\n'), 5);
  prg_buffer_free(&out);
}

static void test_json(void **state) {
  (void)state;
  prg_buffer out;
  write_all(PRG_TARGET_JSON, PRG_SWEDISH, &out);
  assert_holds(&out, "\"id\": \"k\"");
  assert_holds(&out, "\"probability\": 0.2018198533");
  assert_holds(&out, "\"measured\": false");
  assert_int_equal(count(&out, '{'), 3 + 3);
  assert_int_equal(count(&out, '{'), count(&out, '}'));
  prg_buffer_free(&out);
}

static void test_the_table_for_people(void **state) {
  (void)state;
  prg_buffer out;
  write_all(PRG_TARGET_TABLE, PRG_SWEDISH, &out);
  assert_holds(&out, "Indikator      Mål             Sannolikhet  Bedömning\n");
  assert_holds(&out, "Besök | *ute*  minst 18 besök         20 %  bedöms ej uppnås\n");
  assert_holds(&out, "Män 81,5. Äldre ej mätt.");
  assert_holds(&out, "1 av 2 grupper når målet. Ej mätta: 1.");
  prg_buffer_free(&out);
}

static void test_names_of_formats(void **state) {
  (void)state;
  for (int i = 0; i < PRG_TARGET_FORMATS; i++) {
    prg_target_format format;
    assert_true(prg_target_format_from_name(prg_target_format_name((prg_target_format)i), &format));
    assert_int_equal(format, i);
  }
  prg_target_format format = PRG_TARGET_CSV;
  assert_false(prg_target_format_from_name("word", &format));
  assert_int_equal(format, PRG_TARGET_CSV);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_markdown_is_the_table_of_the_report),
      cmocka_unit_test(test_excel_guards_formulas),
      cmocka_unit_test(test_csv_has_a_row_per_group),
      cmocka_unit_test(test_json),
      cmocka_unit_test(test_the_table_for_people),
      cmocka_unit_test(test_names_of_formats),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
