#include "cube_test.h"

static bool is_cube(const char *text) {
  return prg_cube_is(text, strlen(text));
}

/* The format is told from the content. */
static void test_what_is_a_cube(void **state) {
  (void)state;
  assert_true(is_cube("CHARSET=\"ANSI\";\n"));
  assert_true(is_cube("AXIS-VERSION=\"2000\";\n"));
  assert_true(is_cube("\xEF\xBB\xBF\r\n LANGUAGE = \"sv\";"));
  assert_true(is_cube("TITLE[sv]=\"x\";"));
  assert_true(is_cube("VALUES[sv](\"a\") =\n \"x\";"));
  assert_true(is_cube("{\"version\":\"2.0\"}"));
  assert_true(is_cube(" \n["));
  assert_false(is_cube("Skola;2021;2022\n"));
  assert_false(is_cube("sep=;\n"));
  assert_false(is_cube("SEP=;\n"));
  assert_false(is_cube("AB=\"x\";\n"));
  assert_false(is_cube("SKOLA"));
  assert_false(is_cube("SKOLA[sv"));
  assert_false(is_cube("SKOLA(x"));
  assert_false(is_cube("SKOLA="));
  assert_false(is_cube("2021=\"x\""));
  assert_false(is_cube(""));
}

static void test_clear_twice(void **state) {
  (void)state;
  prg_cube cube;
  static const char text[] = "CHARSET=\"ANSI\";HEADING=\"tid\";VALUES(\"tid\")=\"2022\";DATA=7;";
  assert_int_equal(prg_cube_read(&cube, "fil", text, sizeof text - 1, NULL, NULL), PRG_OK);
  assert_string_equal(prg_cube_text(&cube, 0), "");
  assert_int_equal(cube.part, SIZE_MAX);
  prg_cube_clear(&cube);
  prg_cube_clear(&cube);
  prg_cube_clear(NULL);
}

static void test_too_many_dimensions(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "CHARSET=\"ANSI\";STUB=\"0\"");
  for (int i = 1; i < 65; i++)
    prg_buffer_printf(&text, ",\"%d\"", i);
  prg_buffer_add(&text, ";DATA=1;");
  check_cube_fails(text.data, "fil: the file has more than 64 dimensions");
  prg_buffer_free(&text);
}

/* Texts are cleaned: no blanks around them, no line breaks in them. */
static void test_texts_are_cleaned(void **state) {
  (void)state;
  check_cube("CHARSET=\"ANSI\";STUB=\" v\";HEADING=\"tid\";VALUES(\" v\")=\"  Berga\nnorra \";"
             "VALUES(\"tid\")=\"2022\";DATA=7;",
             "PX", "v=v: Berga norra=Berga norra\ntid=tid: 2022=2022\n2022\n7");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_what_is_a_cube),
      cmocka_unit_test(test_clear_twice),
      cmocka_unit_test(test_too_many_dimensions),
      cmocka_unit_test(test_texts_are_cleaned),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
