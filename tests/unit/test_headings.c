#include "test.h"

#include <prognos/reading.h>
#include <prognos/tidy.h>

#include "series/headings.h"

/* The file as tidy CSV without its heading line. */
static void check_reads(const char *text, const char *expected) {
  prg_reading reading;
  prg_error error;
  prg_buffer tidy;
  prg_buffer_init(&tidy);
  if (prg_read_bytes("h.csv", text, strlen(text), NULL, &reading, &error) != PRG_OK)
    fail_msg("%zu:%zu %s", error.line, error.column, prg_text_get(error.message.text, PRG_ENGLISH));
  prg_tidy_rows(&reading.panel, PRG_CSV_PLAIN, &tidy);
  assert_string_equal(prg_buffer_string(&tidy), expected);
  prg_buffer_free(&tidy);
  prg_reading_clear(&reading);
}

static void test_a_text_beside_the_period(void **state) {
  (void)state;
  check_reads("\"Region\",\"Kon\",\"BE0101N1 2006\",\"BE0101N1 2007\",\"BE0101N2 2006\"\n"
              "\"0581\",\"1\",61873,62019,-23\n",
              "0581 · 1 · BE0101N1,2006,61873,\n0581 · 1 · BE0101N1,2007,62019,\n"
              "0581 · 1 · BE0101N2,2006,-23,\n");
  check_reads("region;Folkmängd 2021;Folkmängd 2022\nBoden;28042;28211\n",
              "Boden,2021,28042,\nBoden,2022,28211,\n");
  check_reads("region;Antal kv 1 2021;Antal kv 2 2021\nBoden;317;329\n",
              "Boden,2021K1,317,\nBoden,2021K2,329,\n");
  check_reads("Alue;2021 Väestö;2022 Väestö\nEspoo;297132;305274\n",
              "Espoo,2021,297132,\nEspoo,2022,305274,\n");
  check_reads("Skola;\"Trivsel\nläsår 2021/22\";Trygghet_2021/22\nBerga;7,3;8,1\n",
              "Berga · Trivsel,2021/22,7.3,\nBerga · Trygghet,2021/22,8.1,\n");
  /* names the series that has no other name */
  check_reads("Elever 2021;Elever 2022\n317;329\n", "Elever,2021,317,\nElever,2022,329,\n");
}

static void test_a_text_beside_lone_periods_is_another_column(void **state) {
  (void)state;
  check_reads("Skola;2021;2022;Prognos 2023;Ändring 2021-2022;2024 (mål)\nA;31;37;41;6;50\n",
              "A,2021,31,\nA,2022,37,\n");
  check_reads("Skola;2021;2022 (prel.);2023 p\nA;31;37;41\n",
              "A,2021,31,\nA,2022,37,preliminary\nA,2023,41,preliminary\n");
  /* the whole text is the name where periods are rows */
  check_reads("År;Budget 2020;Utfall\n2021;31;37\n2022;41;43\n",
              "Budget 2020,2021,31,\nBudget 2020,2022,41,\nUtfall,2021,37,\nUtfall,2022,43,\n");
}

static void test_rows_of_a_header(void **state) {
  (void)state;
  check_reads(";Boden;;Luleå;\nSkolform;2021;2022;2021;2022\nSär;31;37;41;43\n",
              "Sär · Boden,2021,31,\nSär · Boden,2022,37,\nSär · Luleå,2021,41,\n"
              "Sär · Luleå,2022,43,\n");
  check_reads("Skolform;2021;;2022;\n;Flickor;Pojkar;Flickor;Pojkar\nSär;31;37;41;43\nGy;3;7;1;9\n",
              "Sär · Flickor,2021,31,\nSär · Flickor,2022,41,\nSär · Pojkar,2021,37,\n"
              "Sär · Pojkar,2022,43,\nGy · Flickor,2021,3,\nGy · Flickor,2022,1,\n"
              "Gy · Pojkar,2021,7,\nGy · Pojkar,2022,9,\n");
  check_reads(";2021;;;;2022\nBesök;K1;K2;K3;K4;K1\nA;31;37;41;43;47\nB;3;7;1;9;2\n",
              "A,2021K1,31,\nA,2021K2,37,\nA,2021K3,41,\nA,2021K4,43,\nA,2022K1,47,\n"
              "B,2021K1,3,\nB,2021K2,7,\nB,2021K3,1,\nB,2021K4,9,\nB,2022K1,2,\n");
  check_reads(";Boden;;Luleå;\nÅr;Flickor;Pojkar;Flickor;Pojkar\n2021;31;37;41;43\n2022;3;7;1;9\n",
              "Boden · Flickor,2021,31,\nBoden · Flickor,2022,3,\nBoden · Pojkar,2021,37,\n"
              "Boden · Pojkar,2022,7,\nLuleå · Flickor,2021,41,\nLuleå · Flickor,2022,1,\n"
              "Luleå · Pojkar,2021,43,\nLuleå · Pojkar,2022,9,\n");
  check_reads("Skola;2021;2022\n;antal;antal\nBerga;317;329\n",
              "Berga,2021,317,\nBerga,2022,329,\n");
}

static void test_texts_of_a_column(void **state) {
  (void)state;
  static const char text[] = ";Boden;;Luleå;\nA;N1 2021;N1 2022;N1 2021;N2 2021\nB;31;37;41;43\n";
  prg_table table;
  prg_frame frame;
  headings found;
  assert_int_equal(prg_table_read(&table, "h.csv", text, strlen(text), NULL, NULL), PRG_OK);
  assert_int_equal(prg_frame_find(&frame, &table, NULL), PRG_OK);
  assert_int_equal(headings_find(&found, &frame, NULL), PRG_OK);
  assert_true(found.are_split);
  assert_int_equal(found.n_text, 2);
  assert_string_equal(headings_text(&found, 3, 0), "Luleå");
  assert_string_equal(headings_text(&found, 4, 1), "N2");
  assert_true(headings_same(&found, 1, 2));
  assert_false(headings_same(&found, 3, 4));
  assert_int_equal(headings_take_whole(&found, &frame, NULL), PRG_OK);
  assert_string_equal(headings_text(&found, 4, 1), "N2 2021");
  assert_false(found.column[4].is_period);
  headings_clear(&found);
  prg_frame_clear(&frame);
  prg_table_clear(&table);
}

static void test_marks_of_footnotes(void **state) {
  (void)state;
  check_reads("Skola;2021 1);2022 12);2023*;2024\u00B2\nA;31;37;41;43\n",
              "A,2021,31,\nA,2022,37,\nA,2023,41,\nA,2024,43,\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_marks_of_footnotes),
      cmocka_unit_test(test_a_text_beside_the_period),
      cmocka_unit_test(test_a_text_beside_lone_periods_is_another_column),
      cmocka_unit_test(test_rows_of_a_header),
      cmocka_unit_test(test_texts_of_a_column),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
