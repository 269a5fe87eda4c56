#include "cube_test.h"

static void test_broken_json_has_line_and_column(void **state) {
  (void)state;
  check_cube_fails("{\n \"a\": [1,\n 2}\n", "fil:3:3: broken JSON at '}'");
  check_cube_fails("{\"a\": [1,", "fil:1:9: the JSON file ends too early; it is not whole");
  check_cube_fails("{\"a\":1,\n\"a\":2}",
                   "fil:2:3: the same name comes twice in an object, at '\"a\"'");
  check_cube_fails("{\"a\":1e999}", "fil:1:10: the number is too large, at '1e999'");
  check_cube_fails("{\"a\":\"\\u0000\"}", "fil:1:13: a zero character (\\u0000) in the JSON");
  check_cube_fails("{} {}", "fil:1:4: there is more after the end of the JSON, at '{'");
}

static void test_depth_is_bounded(void **state) {
  (void)state;
  prg_buffer deep = {0};
  prg_buffer_fill(&deep, '[', 1000000);
  check_cube_fails(deep.data, "fil:1:2049: the JSON is unreasonably deep");
  prg_buffer_free(&deep);
}

static void test_no_text(void **state) {
  (void)state;
  check_cube_fails_with(
      "{\"a\":\0}", 8, NULL,
      "fil: binary file (it contains zero bytes); a CSV file in text was expected");
}

static void test_other_encodings(void **state) {
  (void)state;
  check_cube("[{\"k\":\"\xC5sen och \xD6rn\xE4s\",\"year\":2022,\"value\":7}]", "JSON",
             "k=k: Åsen och Örnäs=Åsen och Örnäs\nperiod=period: 2022=2022\n2022\n0:7");
  check_cube("\xEF\xBB\xBF \n[{\"k\":\"Åsen\",\"year\":2022,\"value\":7}]", "JSON",
             "k=k: Åsen=Åsen\nperiod=period: 2022=2022\n2022\n0:7");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_broken_json_has_line_and_column),
      cmocka_unit_test(test_depth_is_bounded),
      cmocka_unit_test(test_no_text),
      cmocka_unit_test(test_other_encodings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
