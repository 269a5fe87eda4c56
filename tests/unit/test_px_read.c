#include "cube_test.h"

#define HEAD                                                                                       \
  "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2010\";\nTITLE=\"Elever\";\nSTUB=\"skola\";\n"                \
  "HEADING=\"\xE5r\";\nVALUES(\"skola\")=\"Berga\",\"\xC5sen\";\n"
#define YEARS "VALUES(\"\xE5r\")=\"2021\",\"2022\";\n"
#define SCHOOLS "skola=skola: Berga=Berga, Åsen=Åsen\n"

static void test_plain_file(void **state) {
  (void)state;
  check_cube(HEAD YEARS "CODES(\"skola\")=\"b1\",\"b2\";\nVARIABLECODE(\"\xE5r\")=\"Tid\";\n"
                        "DATA=\n131 137 \n-2.5 1e3 ;\n",
             "PX",
             "skola=skola: Berga=b1, Åsen=b2\når=Tid: 2021=2021, 2022=2022\n2021 2022\n"
             "131 137 -2.5 1000");
}

static void test_every_delimiter_of_data(void **state) {
  (void)state;
  check_cube(HEAD YEARS "DATA=131,137;7\t11", "PX",
             SCHOOLS "år=år: 2021=2021, 2022=2022\n2021 2022\n131 137 7 11");
}

/* Dash is zero; dots are not applicable, missing … unless the texts of the symbols say more. */
static void test_symbols(void **state) {
  (void)state;
  check_cube(HEAD YEARS "DATA=\n\"-\" \".\" \"..\" \"......\";", "PX",
             SCHOOLS "år=år: 2021=2021, 2022=2022\n2021 2022\n"
                     "0 not applicable missing missing");
  check_cube(HEAD YEARS "DATASYMBOL1=\"Uppgift saknas\";\nDATASYMBOL3=\"Sekretessbelagd\";\n"
                        "DATASYMBOLNIL=\"0\";\nDATASYMBOLSUM=\"x\";\n"
                        "DATA=\n- \".\" \"...\" \".......\";",
             "PX",
             SCHOOLS "år=år: 2021=2021, 2022=2022\n2021 2022\n0 missing suppressed suppressed");
}

static void test_long_strings_go_on(void **state) {
  (void)state;
  check_cube("CHARSET=\"ANSI\";\nHEADING=\"tid\";\nVALUES(\"tid\")=\"20\"\n\"21\",\n\"2022\";\n"
             "NOTE=\"Ett = och ett ; i en\"\n\" not (\"\"med) slut\";\nDATA= 7 11;",
             "PX", "tid=tid: 2021=2021, 2022=2022\n2021 2022\n7 11");
}

static void check_time(const char *values, const char *timeval, const char *periods) {
  prg_buffer text = {0}, expected = {0};
  prg_cube cube;
  char period[PRG_PERIOD_BYTES];
  prg_buffer_printf(&text, "CHARSET=\"ANSI\";HEADING=\"när\";VALUES(\"när\")=%s;\n%s\nDATA=1 2;",
                    values, timeval);
  assert_int_equal(prg_cube_read(&cube, "fil", text.data, text.length, NULL, NULL), PRG_OK);
  for (size_t i = 0; i < 2; i++)
    prg_buffer_printf(&expected, i == 0 ? "%s" : " %s", prg_period_print(cube.period[i], period));
  assert_string_equal(expected.data, periods);
  prg_cube_clear(&cube);
  prg_buffer_free(&expected);
  prg_buffer_free(&text);
}

static void test_time_scales(void **state) {
  (void)state;
  check_time("\"2021\",\"2022\"", "TIMEVAL(\"när\")=TLIST(A1),\"2021\",\"2022\";", "2021 2022");
  check_time("\"a\",\"b\"", "TIMEVAL(\"när\")=TLIST(A1,\"2021\"-\"2022\");", "2021 2022");
  check_time("\"a\",\"b\"", "TIMEVAL(\"när\")=TLIST(A1, \"2021\", \"2022\");", "2021 2022");
  check_time("\"a\",\"b\"", "TIMEVAL(\"när\")=TLIST(H1),\"20212\",\"20221\";", "2021H2 2022H1");
  check_time("\"a\",\"b\"", "TIMEVAL(\"när\")=TLIST(Q1),\"20214\",\"20221\";", "2021K4 2022K1");
  check_time("\"a\",\"b\"", "TIMEVAL(\"när\")=TLIST(Q1,\"20214\"-\"20221\");", "2021K4 2022K1");
  check_time("\"a\",\"b\"", "TIMEVAL(\"när\")=TLIST(M1),\"202112\",\"202201\";", "2021M12 2022M01");
  check_time("\"a\",\"b\"", "TIMEVAL(\"när\")=TLIST(M1),\"2021M12\",\"2022M01\";",
             "2021M12 2022M01");
  check_time("\"a\",\"b\"", "TIMEVAL(\"när\")=TLIST(W1),\"202152\",\"202201\";", "2021V52 2022V01");
  check_time("\"a\",\"b\"", "TIMEVAL(\"när\")=TLIST(D1),\"20211231\",\"20220101\";",
             "2021-12-31 2022-01-01");
  check_time("\"2021K4\",\"2022K1\"", "TIMEVAL(\"när\")=TLIST(Q1);", "2021K4 2022K1");
  check_time("\"2021/22\",\"2022/23\"", "TIMEVAL(\"när\")=TLIST(A1),\"2021\",\"2022\";",
             "2021/22 2022/23"); /* the values say more than the scale */
  check_time("\"2021/22\",\"2022/23\"", "", "2021/22 2022/23");
}

static void test_keys_leave_rows_out(void **state) {
  (void)state;
  check_cube(HEAD YEARS "CODES(\"skola\")=\"b1\",\"b2\";\nKEYS(\"skola\")=CODES;\n"
                        "DATA=\n\"b2\",131 137\n;",
             "PX",
             "skola=skola: Berga=b1, Åsen=b2\når=år: 2021=2021, 2022=2022\n2021 2022\n"
             "2:131 3:137");
  check_cube(HEAD YEARS "KEYS(\"skola\")=VALUES;\nKEYS(\"\xE5r\")=VALUES;\n"
                        "DATA=\"\xC5sen\",\"2021\",131 \"Berga\",\"2022\",\"..\";",
             "PX", SCHOOLS "år=år: 2021=2021, 2022=2022\n2021 2022\n2:131 1:missing");
}

static void test_labels_in_the_language_of_the_reader(void **state) {
  (void)state;
  static const char text[] =
      "CHARSET=\"ANSI\";CODEPAGE=\"utf-8\";LANGUAGE=\"en\";LANGUAGES=\"en\",\"sv\";\n"
      "STUB=\"sex\";STUB[sv]=\"kön\";HEADING=\"year\";HEADING[sv]=\"år\";\n"
      "VALUES(\"sex\")=\"men\",\"women\";VALUES[sv](\"kön\")=\"män\",\"kvinnor\";\n"
      "VALUES(\"year\")=\"2022\";VALUES[sv](\"år\")=\"2022\";TIMEVAL(\"year\")=TLIST(A1),\"2022\";"
      "\n"
      "DATA=7 11;";
  prg_cube_options english = {.language = PRG_ENGLISH};
  check_cube(text, "PX", "kön=sex: män=män, kvinnor=kvinnor\når=year: 2022=2022\n2022\n7 11");
  check_cube_with(text, &english, "PX",
                  "sex=sex: men=men, women=women\nyear=year: 2022=2022\n2022\n7 11");
}

static void check_encoding(const char *codepage, const char *written, const char *label,
                           prg_encoding found) {
  prg_buffer text = {0};
  prg_cube cube;
  prg_buffer_printf(&text,
                    "%sHEADING=\"tid\";STUB=\"v\";VALUES(\"v\")=\"%s\";"
                    "VALUES(\"tid\")=\"2022\";DATA=7;",
                    codepage, written);
  assert_int_equal(prg_cube_read(&cube, "fil", text.data, text.length, NULL, NULL), PRG_OK);
  assert_string_equal(prg_cube_text(&cube, cube.dimension[0].member[0].label), label);
  assert_int_equal(cube.encoding, found);
  prg_cube_clear(&cube);
  prg_buffer_free(&text);
}

static void test_code_pages(void **state) {
  (void)state;
  check_encoding("CHARSET=\"ANSI\";CODEPAGE=\"iso-8859-15\";", "\xE5\xE4\xF6\xA4", "åäö€",
                 PRG_ISO_8859_15);
  check_encoding("CHARSET=\"ANSI\";CODEPAGE=\"utf-8\";", "åäö", "åäö", PRG_UTF_8);
  check_encoding("CHARSET=\"ANSI\";\nCODEPAGE=\"CP437\";", "\x86\x84\x94\xE0", "åäöα", PRG_CP437);
  check_encoding("CODEPAGE=\"IBM850\";", "\x86\x84\x94", "åäö", PRG_CP850);
  check_encoding("CHARSET=\"ANSI\";", "\xE5\xE4\xF6", "åäö", PRG_WINDOWS_1252);
  check_encoding("", "H\x86llf\x94r v\x84g", "Hållför väg", PRG_CP850);
  check_encoding("\xEF\xBB\xBF", "åäö", "åäö", PRG_UTF_8_BOM);
  check_cube_fails("CODEPAGE=\"koi8-r\";HEADING=\"\xE5\";",
                   "fil: CODEPAGE \"koi8-r\" cannot be read; give the encoding with --encoding "
                   "(utf-8, iso-8859-1, iso-8859-15, windows-1252, cp850 or cp437)");
}

static void test_units(void **state) {
  (void)state;
  static const char text[] =
      "CHARSET=\"ANSI\";CONTENTS=\"Flyttning\";UNITS=\"antal\";SOURCE=\"SCB\";CONTVARIABLE=\"typ\";"
      "LAST-UPDATED=\"20240222 "
      "08:00\";STUB=\"typ\";HEADING=\"tid\";VALUES(\"typ\")=\"in\",\"andel\";"
      "UNITS(\"andel\")=\"procent\";VALUES(\"tid\")=\"2022\";DATA=7 11;";
  prg_cube cube;
  assert_int_equal(prg_cube_read(&cube, "fil", text, sizeof text - 1, NULL, NULL), PRG_OK);
  assert_string_equal(prg_cube_text(&cube, cube.unit), "antal");
  assert_string_equal(prg_cube_text(&cube, cube.title), "Flyttning");
  assert_string_equal(prg_cube_text(&cube, cube.source), "SCB");
  assert_string_equal(prg_cube_text(&cube, cube.updated), "20240222 08:00");
  assert_int_equal(cube.dimension[0].member[0].unit, 0);
  assert_string_equal(prg_cube_text(&cube, cube.dimension[0].member[1].unit), "procent");
  prg_cube_clear(&cube);
}

static void test_syntax_errors_have_their_line(void **state) {
  (void)state;
  check_cube_fails(
      "CHARSET=\"ANSI\";\nVALUES(\"a\")=\"00 S\"weden\",\"b\";\nDATA=1;",
      "fil:2: VALUES: found \"weden\",\"b\";\" where a comma or a semicolon was expected");
  check_cube_fails("CHARSET=\"ANSI\";\n\nTITLE=\"abc;\n",
                   "fil:3: TITLE: found \"\"abc;\" where a quotation mark that ends the text was "
                   "expected");
  check_cube_fails("CHARSET=\"ANSI\";\ntitle=\"x\";",
                   "fil:2: PX: found \"title=\"x\";\" where a keyword in capitals was expected");
  check_cube_fails("CHARSET=\"ANSI\";\nTITLE[sv=\"x\";\n",
                   "fil:2: TITLE: found \"the end of the line\" where ] after the language was "
                   "expected");
  check_cube_fails(
      "CHARSET=\"ANSI\";\nTITLE(x)=\"x\";",
      "fil:2: TITLE: found \"x)=\"x\";\" where a text in quotation marks was expected");
  check_cube_fails("CHARSET=\"ANSI\";\nTITLE(\"x\"=\"x\";",
                   "fil:2: TITLE: found \"=\"x\";\" where a closing parenthesis was expected");
  check_cube_fails("CHARSET=\"ANSI\";\nTITLE;",
                   "fil:2: TITLE: found \";\" where an equals sign was expected");
  check_cube_fails("CHARSET=\"ANSI\";\nTITLE=\"x\";\n",
                   "fil:3: the PX file ends without DATA=; it is not whole");
  check_cube_fails("CHARSET=\"ANSI\";\nTITLE=\"x\"",
                   "fil:2: TITLE: found \"the end of the file\" where a comma or a semicolon was "
                   "expected");
}

static void test_variables_that_do_not_agree(void **state) {
  (void)state;
  check_cube_fails("CHARSET=\"ANSI\";DATA=1;",
                   "fil: the PX file has neither STUB nor HEADING, hence no variables");
  check_cube_fails("CHARSET=\"ANSI\";STUB=\"a\",\"a\";VALUES(\"a\")=\"x\";DATA=1;",
                   "fil:1: STUB: the variable \"a\" has no name or comes twice");
  check_cube_fails("CHARSET=\"ANSI\";STUB=\"a\";DATA=1;",
                   "fil: VALUES(\"a\") is missing; the variable is in STUB or HEADING");
  check_cube_fails(HEAD YEARS "CODES(\"skola\")=\"b1\";DATA=1 2 3 4;",
                   "fil:8: CODES(\"skola\") has 1 values; 2 were expected, as in VALUES");
  check_cube_fails(HEAD YEARS YEARS "DATA=1 2 3 4;",
                   "fil:8: VALUES(\"år\") comes twice, first on line 7");
  check_cube_fails(HEAD "VALUES(\"\xE5r\")=\"2021\",\"\";DATA=1 2 3 4;",
                   "fil:7: value number 2 of the dimension \"år\" has neither text nor code");
  check_cube_fails(HEAD YEARS "TIMEVAL(\"\xE5r\")=TLIST(A1),\"2021\";DATA=1 2 3 4;",
                   "fil:8: TIMEVAL(\"år\") has 1 values; 2 were expected, as in VALUES");
  check_cube_fails(
      HEAD YEARS "TIMEVAL(\"\xE5r\")=TLIST(A1,\"2021\"-\"2024\");DATA=1 2 3 4;",
      "fil:8: TIMEVAL: \"2021\"–\"2024\" are not the 2 periods in a row that VALUES has");
  check_cube_fails(HEAD YEARS "TIMEVAL(\"\xE5r\")=TLIST(Z1);DATA=1 2 3 4;",
                   "fil:8: TIMEVAL: \"Z1\" is no time scale (expected TLIST and A1, H1, Q1, M1, W1 "
                   "or D1)");
  check_cube_fails(
      HEAD YEARS "TIMEVAL(\"\xE5r\")=\"x\";DATA=1 2 3 4;",
      "fil:8: TIMEVAL: \"x\" is no time scale (expected TLIST and A1, H1, Q1, M1, W1 or "
      "D1)");
}

static void test_data_that_do_not_agree(void **state) {
  (void)state;
  check_cube_fails(HEAD YEARS "DATA=\n1 2\n3;",
                   "fil:8: DATA has 3 values; 4 were expected (2 × 2)");
  check_cube_fails(HEAD YEARS "DATA=\n1 2\n3 4 5;",
                   "fil:8: DATA has 5 values; 4 were expected (2 × 2)");
  check_cube_fails(
      HEAD YEARS "DATA=\n1 2\n12O 4;",
      "fil:10: DATA: \"12O\" is neither a number (with a decimal point), a dash nor dots");
  check_cube_fails(
      HEAD YEARS "DATA=\n1 2\n\"3 4;",
      "fil:10: DATA: found \"the end of the file\" where a quotation mark that ends the "
      "text was expected");
  check_cube_fails(HEAD YEARS "KEYS(\"skola\")=YES;DATA=\n1 2\n3 4;",
                   "fil:8: KEYS is \"YES\"; VALUES or CODES was expected");
  check_cube_fails(HEAD YEARS "KEYS(\"skola\")=VALUES;DATA=\n\"Berga\",1 2\n\"Lund\",3 4;",
                   "fil:10: DATA: \"Lund\" is no value of \"skola\" (the file has KEYS)");
  check_cube_fails(HEAD YEARS "KEYS(\"skola\")=VALUES;DATA=\n\"Berga\",1 2\n\"\xC5sen\",3;",
                   "fil:10: DATA: the last row has 1 values; 2 were expected");
}

/* A header that promises a billion cells, or more than can be counted, gets no memory for them. */
static void test_a_header_may_promise_anything(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text,
                 "CHARSET=\"ANSI\";STUB=\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\";HEADING=\"tid\";"
                 "VALUES(\"tid\")=\"2022\";");
  for (char v = 'a'; v <= 'g'; v++) {
    prg_buffer_printf(&text, "VALUES(\"%c\")=\"0\"", v);
    for (int i = 1; i < 1000; i++)
      prg_buffer_printf(&text, ",\"%d\"", i);
    prg_buffer_add(&text, ";");
  }
  prg_buffer_add(&text, "DATA=1 2 3;");
  check_cube_fails(text.data,
                   "fil: the dimensions give unreasonably many combinations (1000 × 1000 × "
                   "1000 × 1000 × 1000 × 1000 × 1000 × 1), or none");
  char *stub = strstr(text.data, ",\"d\",\"e\",\"f\",\"g\"");
  memcpy(stub, ";NOTE=\"xxxxxxx\"", 15); /* four variables fewer: a billion cells */
  stub[15] = ' ';
  check_cube_fails(text.data,
                   "fil:1: DATA has 3 values; 1,000,000,000 were expected (1000 × 1000 × "
                   "1000 × 1)");
  prg_buffer_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_plain_file),
      cmocka_unit_test(test_every_delimiter_of_data),
      cmocka_unit_test(test_symbols),
      cmocka_unit_test(test_long_strings_go_on),
      cmocka_unit_test(test_time_scales),
      cmocka_unit_test(test_keys_leave_rows_out),
      cmocka_unit_test(test_labels_in_the_language_of_the_reader),
      cmocka_unit_test(test_code_pages),
      cmocka_unit_test(test_units),
      cmocka_unit_test(test_syntax_errors_have_their_line),
      cmocka_unit_test(test_variables_that_do_not_agree),
      cmocka_unit_test(test_data_that_do_not_agree),
      cmocka_unit_test(test_a_header_may_promise_anything),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
