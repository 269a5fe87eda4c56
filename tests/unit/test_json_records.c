#include "cube_test.h"

static void test_kolada(void **state) {
  (void)state;
  check_cube("{\"count\":2,\"next_url\":null,\"values\":["
             "{\"kpi\":\"N15033\",\"municipality\":\"0581\",\"period\":2022,\"values\":["
             "{\"count\":1,\"gender\":\"T\",\"status\":\"\",\"value\":12.5},"
             "{\"count\":1,\"gender\":\"K\",\"status\":\"Missing\",\"value\":null}]},"
             "{\"kpi\":\"N15033\",\"municipality\":\"0581\",\"period\":2021,\"values\":["
             "{\"count\":1,\"gender\":\"T\",\"status\":\"\",\"value\":11}]}]}",
             "Kolada JSON",
             "kpi=kpi: N15033=N15033\nmunicipality=municipality: 0581=0581\n"
             "gender=gender: totalt=T, kvinnor=K\nperiod=period: 2022=2022, 2021=2021\n"
             "2022 2021\n0:12.5 2:missing 1:11");
}

static void test_flat_records(void **state) {
  (void)state;
  check_cube("[{\"kpi\":\"N1\",\"ou\":\"V1\",\"period\":\"2022\",\"gender\":\"M\",\"value\":7},"
             "{\"kpi\":\"N1\",\"ou\":\"V1\",\"period\":\"2021\",\"value\":\"1 234,5\"}]",
             "Kolada JSON",
             "kpi=kpi: N1=N1\nou=ou: V1=V1\ngender=gender: män=M, –=–\n"
             "period=period: 2022=2022, 2021=2021\n2022 2021\n0:7 3:1234.5");
}

/* The school's answer: what is counted is the name of the list. */
static void test_series_newest_first(void **state) {
  (void)state;
  check_cube(
      "{\"status\":\"OK\",\"body\":{\"unit\":\"1\",\"pupils\":["
      "{\"value\":\"cirka 40\",\"valueType\":\"EXISTS\",\"timePeriod\":\"2025/26\"}],"
      "\"quota\":[{\"value\":\"5,7\",\"valueType\":\"EXISTS\",\"timePeriod\":\"2025/26\"},"
      "{\"value\":\"..\",\"valueType\":\"OMITTED_DUE_TO_BASED_ON_FEW_PUPILS\","
      "\"timePeriod\":\"2024/25\"}],\"links\":null,"
      "\"empty\":[{\"value\":null,\"valueType\":\"MISSING\",\"timePeriod\":null}]}}",
      "JSON",
      "path=path: pupils=pupils, quota=quota\nperiod=period: 2025/26=2025/26, 2024/25=2024/25\n"
      "2025/26 2024/25\n0:40approximate 2:5.7 3:suppressed");
}

static void test_more_pages_are_told(void **state) {
  (void)state;
  prg_cube cube;
  static const char text[] = "{\"next_url\":\"http://x/2\",\"values\":["
                             "{\"kpi\":\"N1\",\"period\":2022,\"value\":7}]}";
  assert_int_equal(prg_cube_read(&cube, "fil", text, sizeof text - 1, NULL, NULL), PRG_OK);
  assert_true(prg_notes_has(&cube.notes, PRG_TEXT_JSON_MORE_PAGES));
  prg_cube_clear(&cube);
}

static void test_errors(void **state) {
  (void)state;
  check_cube_fails(
      "{\"values\":[]}",
      "fil: JSON of an unknown kind; JSON-stat, PxWeb, Kolada or objects with value and "
      "period were expected");
  check_cube_fails(
      "[1,2,[3]]",
      "fil: JSON of an unknown kind; JSON-stat, PxWeb, Kolada or objects with value and "
      "period were expected");
  check_cube_fails(
      "[{\"a\":[{\"value\":true,\"period\":2022}]}]",
      "fil: a (1): found true; expected a number, null or a symbol of official statistics "
      "(.. . -)");
  check_cube_fails(
      "{\"a\":[{\"value\":7,\"status\":\"missing\",\"period\":2022}]}",
      "fil: a (1): the status \"missing\" says that there is no value, but there is one");
  check_cube_fails("[{\"value\":7,\"period\":2022},{\"value\":7,\"period\":\"2O22\"}]",
                   "fil: \"2O22\" in the dimension \"period\" is no period of the same kind as the "
                   "others (expected for example 2022, 2022/23, HT2022, 2022K1, 2022M03)");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_kolada),
      cmocka_unit_test(test_flat_records),
      cmocka_unit_test(test_series_newest_first),
      cmocka_unit_test(test_more_pages_are_told),
      cmocka_unit_test(test_errors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
