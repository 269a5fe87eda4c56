#include "cube_test.h"

/* A dataset of version 2 whose figures and status are given. */
#define DATASET(figures)                                                                           \
  "{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"Elever\",\"id\":[\"Skola\",\"Tid\"],"    \
  "\"size\":[2,2],\"role\":{\"time\":[\"Tid\"]},\"dimension\":{\"Skola\":{\"label\":\"skola\","    \
  "\"category\":{\"index\":[\"b1\",\"b2\"],\"label\":{\"b1\":\"Berga\",\"b2\":\"Åsen\"}}},"       \
  "\"Tid\":{\"category\":{\"index\":{\"2022\":1,\"2021\":0}}}}," figures "}"
#define MEMBERS "skola=Skola: Berga=b1, Åsen=b2\nTid=Tid: 2021=2021, 2022=2022\n2021 2022\n"

static void test_version_2(void **state) {
  (void)state;
  check_cube(DATASET("\"value\":[131,137,-2.5,1e3]"), "JSON-stat 2", MEMBERS "131 137 -2.5 1000");
}

static void test_version_1(void **state) {
  (void)state;
  check_cube(
      "{\"dataset\":{\"dimension\":{\"id\":[\"Skola\",\"Tid\"],\"size\":[\"1\",\"2\"],"
      "\"role\":{\"time\":[\"Tid\"]},\"Skola\":{\"category\":{\"label\":{\"b1\":\"Berga\"}}},"
      "\"Tid\":{\"category\":{\"index\":{\"2021\":\"0\",\"2022\":\"1\"}}}},\"value\":[131,137]}}",
      "JSON-stat 1", "Skola=Skola: Berga=b1\nTid=Tid: 2021=2021, 2022=2022\n2021 2022\n131 137");
}

static void test_sparse_values(void **state) {
  (void)state;
  check_cube(DATASET("\"value\":{\"3\":131,\"1\":null},\"status\":{\"2\":\"..\",\"3\":\"p\"}"),
             "JSON-stat 2", MEMBERS "3:131preliminary 1:gap 2:missing");
  check_cube(DATASET("\"value\":{\"3\":131,\"0\":7},\"status\":\"r\""), "JSON-stat 2",
             MEMBERS "3:131revised 0:7revised");
}

static void test_statuses(void **state) {
  (void)state;
  check_cube(DATASET("\"value\":[null,null,null,7],\"status\":[\".\",\"..\",\"-\",\"bp\"]"),
             "JSON-stat 2", MEMBERS "not applicable missing 0 7preliminary");
  check_cube(DATASET("\"value\":[null,null,3,7],\"status\":{\"0\":\"c\",\"2\":\"e\"}"),
             "JSON-stat 2", MEMBERS "suppressed gap 3approximate 7");
  check_cube(DATASET("\"value\":[1,2,3,7],\"status\":[\"p\"]"), "JSON-stat 2",
             MEMBERS "1preliminary 2preliminary 3preliminary 7preliminary");
  check_cube(DATASET("\"value\":[\"..\",\"12,5\",\"-\",\"123p\"],\"status\":{}"), "JSON-stat 2",
             MEMBERS "missing 12.5 0 123preliminary");
  check_cube_fails(
      DATASET("\"value\":[1,2,3,7],\"status\":{\"1\":\"..\"}"),
      "fil: value[1]: the status \"..\" says that there is no value, but there is one");
}

static void test_unknown_statuses_are_told(void **state) {
  (void)state;
  prg_cube cube;
  static const char text[] =
      DATASET("\"value\":[1,null,3,4],\"status\":{\"0\":\"huh\",\"1\":\"why?\"}");
  assert_int_equal(prg_cube_read(&cube, "fil", text, sizeof text - 1, NULL, NULL), PRG_OK);
  assert_close(cube.value[0], 1, 0);
  assert_int_equal(cube.observation[1], PRG_MISSING);
  assert_true(prg_notes_has(&cube.notes, PRG_TEXT_CUBE_STATUS_UNKNOWN));
  prg_cube_clear(&cube);
}

#define SMALL(year, figure)                                                                        \
  "{\"class\":\"dataset\",\"label\":\"T" year "\",\"id\":[\"Tid\"],\"size\":[1],"                  \
  "\"dimension\":{\"Tid\":{\"category\":{\"index\":[\"" year "\"]}}},\"value\":[" figure "]}"

static void test_one_of_several(void **state) {
  (void)state;
  static const char bundle[] = "{\"a\":" SMALL("2021", "7") ",\"b\":" SMALL("2022", "11") "}";
  static const char collection[] = "{\"class\":\"collection\",\"link\":{\"item\":[" SMALL(
      "2021", "7") "," SMALL("2022", "11") "]}}";
  prg_cube_options options = {.dataset = "b"};
  check_cube(bundle, "JSON-stat 2", "Tid=Tid: 2021=2021\n2021\n7");
  check_cube_with(bundle, &options, "JSON-stat 2", "Tid=Tid: 2022=2022\n2022\n11");
  options.dataset = "T2022";
  check_cube_with(collection, &options, "JSON-stat 2", "Tid=Tid: 2022=2022\n2022\n11");
  check_cube_fails_with(bundle, sizeof bundle - 1, &options,
                        "fil: there is no dataset \"T2022\"; the file has a, b");
  check_cube_fails(
      "{\"class\":\"collection\",\"link\":{\"item\":[{\"class\":\"dataset\","
      "\"href\":\"x\"}]}}",
      "fil: JSON-stat without a dataset: the file has no dimension and value, or links "
      "only");
}

/* Which dimension is time is told by role, else found from the members. */
static void test_time_is_found(void **state) {
  (void)state;
  check_cube("{\"class\":\"dataset\",\"id\":[\"k\",\"t\"],\"size\":[1,2],\"dimension\":{"
             "\"k\":{\"category\":{\"index\":[\"2022\"],\"label\":{\"2022\":\"Lund\"}}},"
             "\"t\":{\"category\":{\"index\":[\"2022M11\",\"2022M12\"],"
             "\"label\":{\"2022M12\":\"2022M12*\"}}}},\"value\":[7,11]}",
             "JSON-stat 2",
             "k=k: Lund=2022\nt=t: 2022M11=2022M11, 2022M12*=2022M12\n2022M11 2022M12\n"
             "7 11preliminary");
}

#define TWO_TIMES                                                                                  \
  "{\"class\":\"dataset\",\"id\":[\"f\",\"t\"],\"size\":[1,2],\"dimension\":{"                     \
  "\"f\":{\"category\":{\"index\":[\"2011\"]}},"                                                   \
  "\"t\":{\"category\":{\"index\":[\"2021\",\"2022\"]}}},\"value\":[7,11]}"

static void test_time_that_is_unclear(void **state) {
  (void)state;
  prg_cube_options options = {.time = "T"};
  check_cube_fails(TWO_TIMES,
                   "fil: several dimensions may be time; the file has f, t; say which with "
                   "--period-column");
  check_cube_with(TWO_TIMES, &options, "JSON-stat 2",
                  "f=f: 2011=2011\nt=t: 2021=2021, 2022=2022\n2021 2022\n7 11");
  options.time = "tid";
  check_cube_fails_with(TWO_TIMES, strlen(TWO_TIMES), &options,
                        "fil: there is no dimension \"tid\"; the file has f, t");
  check_cube_fails(
      "{\"class\":\"dataset\",\"id\":[\"f\"],\"size\":[2],\"dimension\":{"
      "\"f\":{\"category\":{\"index\":[\"x\",\"y\"]}}},\"value\":[7,11]}",
      "fil: no dimension has periods (years, quarters, months …); the file has f; name it "
      "with --period-column");
  check_cube_fails(
      "{\"class\":\"dataset\",\"id\":[\"f\"],\"size\":[2],\"role\":{\"time\":[\"f\"]},"
      "\"dimension\":{\"f\":{\"category\":{\"index\":[\"2021\",\"2O22\"]}}},"
      "\"value\":[7,11]}",
      "fil: \"2O22\" in the dimension \"f\" is no period of the same kind as the others "
      "(expected for example 2022, 2022/23, HT2022, 2022K1, 2022M03)");
}

/* The year and the month in two dimensions. */
static void test_time_in_two_dimensions(void **state) {
  (void)state;
  check_cube("{\"class\":\"dataset\",\"id\":[\"m\",\"t\"],\"size\":[2,2],\"dimension\":{"
             "\"m\":{\"label\":\"månad\",\"category\":{\"index\":[\"11\",\"12\"]}},"
             "\"t\":{\"category\":{\"index\":[\"2021\",\"2022\"]}}},\"value\":[1,2,3,4]}",
             "JSON-stat 2",
             "månad=m: 11=11, 12=12\nt=t: 2021=2021, 2022=2022\n"
             "2021M11 2021M12 2022M11 2022M12\n1 2 3 4");
}

static void test_sizes_that_do_not_agree(void **state) {
  (void)state;
  check_cube_fails(DATASET("\"value\":[1,2,3]"),
                   "fil: value has 3 values; 4 were expected (2 × 2)");
  check_cube_fails(DATASET("\"value\":{\"4\":1}"),
                   "fil: value: \"4\" is no place (expected 0 to 3)");
  check_cube_fails(DATASET("\"value\":{\"01\":1}"),
                   "fil: value: \"01\" is no place (expected 0 to 3)");
  check_cube_fails(DATASET("\"value\":{\"-1\":1}"),
                   "fil: value: \"-1\" is no place (expected 0 to 3)");
  check_cube_fails(
      DATASET("\"value\":7"),
      "fil: value: found 7; expected a list of values or an object of place and value");
  check_cube_fails(DATASET("\"value\":[1,2,3,true]"),
                   "fil: value[3]: found true; expected a number, null or a symbol of official "
                   "statistics (.. . -)");
}

static void check_size(const char *size, const char *expected) {
  prg_buffer text = {0};
  prg_buffer_printf(&text,
                    "{\"class\":\"dataset\",\"id\":[\"t\"],\"size\":%s,\"dimension\":{\"t\":"
                    "{\"category\":{\"index\":[\"2021\",\"2022\"]}}},\"value\":[7,11]}",
                    size);
  check_cube_fails(text.data, expected);
  prg_buffer_free(&text);
}

static void test_sizes_that_are_wrong(void **state) {
  (void)state;
  check_size("[-2]", "fil: size[0]: found -2; expected a whole number from 1");
  check_size("[2.5]", "fil: size[0]: found 2.5; expected a whole number from 1");
  check_size("[1e300]", "fil: size[0]: found 1e+300; expected a whole number from 1");
  check_size("[3]", "fil: size[0] is 3, but the dimension \"t\" has 2 values");
  check_size("[2,1]", "fil: size: found a list […]; expected a list of as many numbers as id");
  check_size("{}", "fil: size: found an object {…}; expected a list of as many numbers as id");
}

static void check_index(const char *category, const char *expected) {
  prg_buffer text = {0};
  prg_buffer_printf(&text,
                    "{\"class\":\"dataset\",\"id\":[\"t\"],\"size\":[2],\"dimension\":{\"t\":"
                    "{\"category\":%s}},\"value\":[7,11]}",
                    category);
  check_cube_fails(text.data, expected);
  prg_buffer_free(&text);
}

static void test_members_that_are_wrong(void **state) {
  (void)state;
  check_index(
      "{\"index\":{\"2021\":0,\"2022\":2}}",
      "fil: dimension.t.category.index: found 2; expected the places from 0, each of them once");
  check_index(
      "{\"index\":{\"2021\":1,\"2022\":1}}",
      "fil: dimension.t.category.index: found 1; expected the places from 0, each of them once");
  check_index("{\"index\":[7]}",
              "fil: dimension.t.category.index: found 7; expected a list of codes or "
              "an object of code and place");
  check_index(
      "{\"label\":{\"2021\":\"a\",\"2022\":\"b\"}}",
      "fil: dimension.t.category.index: found nothing; expected a list of codes or an object of "
      "code and place");
  check_cube_fails(
      "{\"class\":\"dataset\",\"id\":[\"x\"],\"size\":[1],\"dimension\":{},\"value\":[1]}",
      "fil: dimension.x: found nothing; expected an object {…}");
  check_cube_fails("{\"class\":\"dataset\",\"id\":[7],\"size\":[1],\"dimension\":{},\"value\":[1]}",
                   "fil: id[0]: found 7; expected a list of the dimensions' ids");
  check_cube_fails("{\"class\":\"dataset\",\"dimension\":{},\"value\":[1]}",
                   "fil: id: found nothing; expected a list of the dimensions' ids");
  check_cube_fails(
      "{\"class\":\"dataset\",\"id\":[\"t\",\"t\"],\"size\":[1,1],\"dimension\":{\"t\":"
      "{\"category\":{\"index\":[\"2021\"]}}},\"value\":[1]}",
      "fil: dimension.t: found an object {…}; expected a dimension only once");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_version_2),
      cmocka_unit_test(test_version_1),
      cmocka_unit_test(test_sparse_values),
      cmocka_unit_test(test_statuses),
      cmocka_unit_test(test_unknown_statuses_are_told),
      cmocka_unit_test(test_one_of_several),
      cmocka_unit_test(test_time_is_found),
      cmocka_unit_test(test_time_that_is_unclear),
      cmocka_unit_test(test_time_in_two_dimensions),
      cmocka_unit_test(test_sizes_that_do_not_agree),
      cmocka_unit_test(test_sizes_that_are_wrong),
      cmocka_unit_test(test_members_that_are_wrong),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
