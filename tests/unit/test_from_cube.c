#include "test.h"

#include <prognos/reading.h>
#include <prognos/tidy.h>

static void check_reads(const char *text, const prg_read_options *options, const char *tidy) {
  prg_reading reading;
  prg_error error;
  prg_buffer out = {0};
  if (prg_read_bytes("mapp/elever.px", text, strlen(text), options, &reading, &error) != PRG_OK) {
    prg_error_write(&error, PRG_ENGLISH, &out);
    print_error("%s\nin\n%s\n", prg_buffer_string(&out), text);
    fail();
  }
  assert_int_equal(prg_tidy_write(&reading.panel, PRG_CSV_PLAIN, &out, NULL), PRG_OK);
  assert_string_equal(out.data, tidy);
  prg_buffer_free(&out);
  prg_reading_clear(&reading);
}

static void check_fails(const char *text, const prg_read_options *options, const char *expected) {
  prg_reading reading;
  prg_error error;
  prg_buffer out = {0};
  assert_int_equal(prg_read_bytes("fil", text, strlen(text), options, &reading, &error),
                   PRG_EINPUT);
  prg_error_write(&error, PRG_ENGLISH, &out);
  assert_string_equal(out.data, expected);
  prg_buffer_free(&out);
}

#define HEAD                                                                                       \
  "CHARSET=\"ANSI\";CODEPAGE=\"utf-8\";CONTENTS=\"Elever\";STUB=\"skola\",\"mått\";"              \
  "HEADING=\"kön\",\"år\";VALUES(\"skola\")=\"Berga\",\"Åsen\";VALUES(\"mått\")=\"antal\";"    \
  "VALUES(\"kön\")=\"flickor\",\"pojkar\";"

/* The dimension with one member is no part of the name; time varies fastest, newest first. */
static void test_a_series_for_each_combination(void **state) {
  (void)state;
  check_reads(HEAD "VALUES(\"år\")=\"2022\",\"2021\";DATA=\n137 131 \".\" \"..\" 7 11 13 17;", NULL,
              "series,period,value,status\n"
              "Berga · flickor,2021,131,\nBerga · flickor,2022,137,\n"
              "Berga · pojkar,2021,,missing\nBerga · pojkar,2022,,not applicable\n"
              "Åsen · flickor,2021,11,\nÅsen · flickor,2022,7,\n"
              "Åsen · pojkar,2021,17,\nÅsen · pojkar,2022,13,\n");
}

static void test_time_in_the_stub(void **state) {
  (void)state;
  check_reads("CHARSET=\"ANSI\";STUB=\"tid\";HEADING=\"v\";VALUES(\"v\")=\"a\",\"b\";"
              "VALUES(\"tid\")=\"2020\",\"2022\";DATA=1 2 3 4;",
              NULL,
              "series,period,value,status\na,2020,1,\na,2021,,gap\na,2022,3,\n"
              "b,2020,2,\nb,2021,,gap\nb,2022,4,\n");
}

static void test_a_single_series_has_the_title(void **state) {
  (void)state;
  check_reads(
      "CHARSET=\"ANSI\";CONTENTS=\"Elever\";HEADING=\"tid\";VALUES(\"tid\")=\"2022\";DATA=7;", NULL,
      "series,period,value,status\nElever,2022,7,\n");
  check_reads("CHARSET=\"ANSI\";HEADING=\"tid\";VALUES(\"tid\")=\"2022\";DATA=7;", NULL,
              "series,period,value,status\nelever,2022,7,\n");
}

/* Of two members with one label, the code tells which. */
static void test_labels_that_are_not_unique(void **state) {
  (void)state;
  check_reads(
      "CHARSET=\"ANSI\";STUB=\"v\";HEADING=\"tid\";VALUES(\"v\")=\"Habo\",\"Lund\",\"Habo\";"
      "CODES(\"v\")=\"0643\",\"1281\",\"T0305\";VALUES(\"tid\")=\"2022\";DATA=7 11 13;",
      NULL,
      "series,period,value,status\nHabo (0643),2022,7,\nLund,2022,11,\n"
      "Habo (T0305),2022,13,\n");
  check_fails("CHARSET=\"ANSI\";STUB=\"v\";HEADING=\"tid\";VALUES(\"v\")=\"a\",\"a\";"
              "VALUES(\"tid\")=\"2022\";DATA=7 11;",
              NULL, "fil: two series get the same name, \"a (a)\"");
}

#define SPARSE(value)                                                                              \
  "{\"class\":\"dataset\",\"id\":[\"v\",\"t\"],\"size\":[3,4],\"dimension\":{"                     \
  "\"v\":{\"category\":{\"index\":[\"a\",\"b\",\"c\"]}},\"t\":{\"category\":{\"index\":"           \
  "[\"2019\",\"2020\",\"2021\",\"2022\"]}}},\"value\":" value "}"

/* null between figures is missing; not to be there is a gap; at the ends both are nothing. */
static void test_null_and_nothing(void **state) {
  (void)state;
  static const char tidy[] = "series,period,value,status\na,2020,7,\na,2021,,%s\na,2022,11,\n"
                             "c,2019,13,\n";
  char expected[200];
  snprintf(expected, sizeof expected, tidy, "missing");
  check_reads(SPARSE("[null,7,null,11,null,null,null,null,13,null,null,null]"), NULL, expected);
  check_reads(SPARSE("{\"8\":13,\"3\":11,\"2\":null,\"1\":7,\"0\":null}"), NULL, expected);
  snprintf(expected, sizeof expected, tidy, "gap");
  check_reads(SPARSE("{\"8\":13,\"3\":11,\"1\":7}"), NULL, expected);
}

static void test_empty_combinations_are_told(void **state) {
  (void)state;
  prg_reading reading;
  static const char text[] = SPARSE("[null,7,null,11,null,null,null,null,13,null,null,null]");
  assert_int_equal(prg_read_bytes("f", text, sizeof text - 1, NULL, &reading, NULL), PRG_OK);
  assert_int_equal(reading.panel.n, 2);
  assert_true(prg_notes_has(&reading.form, PRG_TEXT_READ_CUBE_EMPTY));
  assert_int_equal(reading.rows, 12);
  prg_reading_clear(&reading);
}

/* Rows of zeros are left out of a PX file with KEYS. */
static void test_what_keys_leave_out_is_zero(void **state) {
  (void)state;
  check_reads("CHARSET=\"ANSI\";STUB=\"v\",\"tid\";HEADING=\"k\";VALUES(\"v\")=\"a\",\"b\";"
              "VALUES(\"tid\")=\"2021\",\"2022\";VALUES(\"k\")=\"x\";KEYS(\"v\")=VALUES;"
              "KEYS(\"tid\")=VALUES;DATA=\"b\",\"2022\",7;",
              NULL, "series,period,value,status\nb,2021,0,\nb,2022,7,\n");
}

static void test_two_values_for_one_cell(void **state) {
  (void)state;
  check_reads("[{\"k\":\"a\",\"year\":2022,\"value\":7},{\"k\":\"a\",\"year\":2022,\"value\":7},"
              "{\"k\":\"b\",\"year\":2022,\"value\":7}]",
              NULL, "series,period,value,status\na,2022,7,\nb,2022,7,\n");
  check_fails("[{\"k\":\"a\",\"year\":2022,\"value\":7},{\"k\":\"a\",\"year\":2022,\"value\":8}]",
              NULL,
              "fil: the period 2022 comes twice in the dimension \"period\", or with two different "
              "values");
  check_fails(
      "CHARSET=\"ANSI\";HEADING=\"tid\";VALUES(\"tid\")=\"2022\",\"år 2022\";"
      "DATA=7 11;",
      NULL,
      "fil: the period 2022 comes twice in the dimension \"tid\", or with two different values");
}

static void test_dimensions_members_and_codes(void **state) {
  (void)state;
  prg_reading reading;
  static const char text[] = HEAD "VARIABLECODE(\"skola\")=\"Skolkod\";CODES(\"skola\")=\"b1\","
                                  "\"b2\";VALUES(\"år\")=\"2022\";DATA=1 2 3 4;";
  size_t d;
  assert_int_equal(prg_read_bytes("f", text, sizeof text - 1, NULL, &reading, NULL), PRG_OK);
  assert_int_equal(reading.panel.n_dimension, 3);
  assert_true(prg_panel_dimension(&reading.panel, "Kön", &d));
  assert_int_equal(d, 2);
  assert_true(prg_panel_dimension(&reading.panel, "skolkod", &d));
  assert_int_equal(d, 0);
  const prg_series *last = &reading.panel.series[3];
  assert_string_equal(prg_series_member(last, 0), "Åsen");
  assert_string_equal(prg_series_code(last, 0), "b2");
  assert_string_equal(prg_series_member(last, 1), "antal");
  assert_string_equal(prg_series_member(last, 2), "pojkar");
  prg_reading_clear(&reading);
}

static void test_options(void **state) {
  (void)state;
  prg_read_options options;
  prg_read_options_init(&options);
  options.frequency = PRG_SCHOOL_YEAR;
  static const char text[] =
      "CHARSET=\"ANSI\";CONTENTS=\"Andel\";UNITS=\"procent\";HEADING=\"tid\";"
      "VALUES(\"tid\")=\"2021\",\"2022\";DATA=7 11;";
  check_reads(text, &options, "series,period,value,status\nAndel,2021/22,7,\nAndel,2022/23,11,\n");
  options.frequency = PRG_MONTH;
  check_fails(text, &options, "fil: \"2021\" is of kind year, but --frequency says month");
  prg_reading reading;
  assert_int_equal(prg_read_bytes("f", text, sizeof text - 1, NULL, &reading, NULL), PRG_OK);
  assert_int_equal(reading.panel.series[0].kind, PRG_KIND_SHARE);
  prg_reading_clear(&reading);
}

static void test_days_far_apart(void **state) {
  (void)state;
  check_fails("[{\"date\":\"2020-12-31\",\"value\":7},{\"date\":\"2021-12-31\",\"value\":8}]", NULL,
              "fil: \"period\" has only one date per year; give --frequency year if that is what "
              "they stand for");
  check_fails("[{\"date\":\"2021-03-31\",\"value\":7},{\"date\":\"2021-04-30\",\"value\":8},"
              "{\"date\":\"2021-05-31\",\"value\":9}]",
              NULL,
              "fil: \"period\" has only one date per month; give --frequency month if that is what "
              "they stand for");
  check_fails(
      "[{\"k\":\"a\",\"date\":\"1000-12-31\",\"value\":7},{\"k\":\"a\",\"date\":\"2999-12-31\","
      "\"value\":8},{\"k\":\"b\",\"date\":\"1000-12-31\",\"value\":7},"
      "{\"k\":\"b\",\"date\":\"2999-12-31\",\"value\":8}]",
      NULL,
      "fil: \"b\" spans 1000-12-31 to 2999-12-31 with hardly any numbers between; check the "
      "periods");
}

static void test_no_figures(void **state) {
  (void)state;
  check_fails("CHARSET=\"ANSI\";HEADING=\"tid\";VALUES(\"tid\")=\"2022\";DATA=\"..\";", NULL,
              "fil: the file contains no numbers to read as a series");
}

/* Months that have not been, as zeros. */
static void test_zeros_at_the_end_are_told(void **state) {
  (void)state;
  prg_reading reading;
  static const char text[] =
      "CHARSET=\"ANSI\";STUB=\"v\";HEADING=\"tid\";VALUES(\"v\")=\"a\",\"b\";"
      "VALUES(\"tid\")=\"2020\",\"2021\",\"2022\";DATA=7 \"-\" \"-\" 0 3 0;";
  assert_int_equal(prg_read_bytes("f", text, sizeof text - 1, NULL, &reading, NULL), PRG_OK);
  assert_true(prg_notes_has(&reading.form, PRG_TEXT_READ_CUBE_ZEROS));
  prg_notes notes = {0};
  prg_buffer words = {0};
  prg_reading_describe(&reading, 4, &notes);
  prg_message_write(&notes.note[0], PRG_ENGLISH, &words);
  assert_string_equal(words.data, "Format: PX; encoding UTF-8");
  prg_buffer_free(&words);
  prg_reading_clear(&reading);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_series_for_each_combination),
      cmocka_unit_test(test_time_in_the_stub),
      cmocka_unit_test(test_a_single_series_has_the_title),
      cmocka_unit_test(test_labels_that_are_not_unique),
      cmocka_unit_test(test_null_and_nothing),
      cmocka_unit_test(test_empty_combinations_are_told),
      cmocka_unit_test(test_what_keys_leave_out_is_zero),
      cmocka_unit_test(test_two_values_for_one_cell),
      cmocka_unit_test(test_dimensions_members_and_codes),
      cmocka_unit_test(test_options),
      cmocka_unit_test(test_days_far_apart),
      cmocka_unit_test(test_no_figures),
      cmocka_unit_test(test_zeros_at_the_end_are_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
