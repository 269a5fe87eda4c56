#include "cube_test.h"

#define COLUMNS                                                                                    \
  "\"columns\":[{\"code\":\"Region\",\"text\":\"region\",\"type\":\"d\"},"                         \
  "{\"code\":\"Tid\",\"text\":\"år\",\"type\":\"t\"},"                                            \
  "{\"code\":\"BE1\",\"text\":\"Folkmängd\",\"type\":\"c\"}"

static void test_one_content(void **state) {
  (void)state;
  check_cube("{" COLUMNS
             "],\"comments\":[],\"data\":[{\"key\":[\"0581\",\"2021\"],\"values\":[\"144932\"]},"
             "{\"key\":[\"0581\",\"2022\"],\"values\":[\"..\"]},"
             "{\"key\":[\"0580\",\"2022\"],\"values\":[\"-\"]}]}",
             "PxWeb JSON",
             "region=Region: 0581=0581, 0580=0580\når=Tid: 2021=2021, 2022=2022\n"
             "ContentsCode=ContentsCode: Folkmängd=BE1\n2021 2022\n0:144932 1:missing 3:0");
}

static void test_several_contents(void **state) {
  (void)state;
  check_cube("{" COLUMNS ",{\"code\":\"BE2\",\"text\":\"Ökning\",\"type\":\"c\"}],"
             "\"data\":[{\"key\":[\"0581\",\"2022\"],\"values\":[\"7\",\"-2.5\"]}]}",
             "PxWeb JSON",
             "region=Region: 0581=0581\når=Tid: 2022=2022\n"
             "ContentsCode=ContentsCode: Folkmängd=BE1, Ökning=BE2\n2022\n0:7 1:-2.5");
}

static void test_errors(void **state) {
  (void)state;
  check_cube_fails(
      "{" COLUMNS "],\"data\":[{\"key\":[\"0581\"],\"values\":[\"7\"]}]}",
      "fil: data[0]: found a list […]; expected rows with as many keys (key) as columns");
  check_cube_fails("{" COLUMNS "],\"data\":[{\"key\":[\"0581\",\"2022\"],\"values\":[]}]}",
                   "fil: data[0]: found a list […]; expected as many values as content columns");
  check_cube_fails(
      "{" COLUMNS "],\"data\":[{\"key\":[\"0581\",\"2022\"],\"values\":[\"12O\"]}]}",
      "fil: data[0]: found 12O; expected a number, null or a symbol of official statistics "
      "(.. . -)");
  check_cube_fails("{" COLUMNS "],\"data\":[]}",
                   "fil: data: found a list […]; expected rows with as many keys (key) as columns");
  check_cube_fails(
      "{\"columns\":[{\"code\":\"x\",\"type\":\"d\"}],\"data\":[]}",
      "fil: columns: found a list […]; expected columns with code and type: first d and t, "
      "then c");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_content),
      cmocka_unit_test(test_several_contents),
      cmocka_unit_test(test_errors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
