#include "test.h"

#include <prognos/grade.h>

static void test_labels_are_read(void **state) {
  (void)state;
  static const struct {
    const char *label;
    prg_grade grade;
  } row[] = {
      {"Åk 1", {PRG_GRADE_SCHOOL, 1, false}},
      {"åk7", {PRG_GRADE_SCHOOL, 7, false}},
      {"ÅRSKURS 9", {PRG_GRADE_SCHOOL, 9, false}},
      {"Grade3", {PRG_GRADE_SCHOOL, 3, false}},
      {"klass 4", {PRG_GRADE_SCHOOL, 4, false}},
      {"F-klass", {PRG_GRADE_SCHOOL, 0, false}},
      {" f ", {PRG_GRADE_SCHOOL, 0, false}},
      {"Förskoleklass", {PRG_GRADE_SCHOOL, 0, false}},
      {"FÖRSKOLEKLASS", {PRG_GRADE_SCHOOL, 0, false}},
      {"6 år", {PRG_GRADE_AGE, 6, false}},
      {"6\xC2\xA0år", {PRG_GRADE_AGE, 6, false}},
      {"age 12", {PRG_GRADE_AGE, 12, false}},
      {"13-åringar", {PRG_GRADE_AGE, 13, false}},
      {"100+ år", {PRG_GRADE_AGE, 100, true}},
      {"100+", {PRG_GRADE_BARE, 100, true}},
      {"0", {PRG_GRADE_BARE, 0, false}},
      {"19", {PRG_GRADE_BARE, 19, false}},
  };
  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
    prg_grade grade = {PRG_GRADE_BARE, -1, false};
    if (!prg_grade_parse(row[i].label, strlen(row[i].label), &grade))
      fail_msg("\"%s\" is not read", row[i].label);
    assert_int_equal(grade.kind, row[i].grade.kind);
    assert_int_equal(grade.number, row[i].grade.number);
    assert_int_equal(grade.open, row[i].grade.open);
  }
}

static void test_other_texts_are_not(void **state) {
  (void)state;
  static const char *const text[] = {"",        "Åk",   "Totalt", "7b",      "0-5 år",
                                     "2017/18", "1234", "121",    "åk 1 år", "+",
                                     "F-klas",  "−3",   "år",     "6,5"};
  for (size_t i = 0; i < sizeof text / sizeof text[0]; i++) {
    prg_grade untouched = {PRG_GRADE_AGE, 17, true};
    if (prg_grade_parse(text[i], strlen(text[i]), &untouched))
      fail_msg("\"%s\" is read as %d", text[i], untouched.number);
    assert_int_equal(untouched.number, 17);
  }
}

static void test_columns_tell_what_bare_numbers_are(void **state) {
  (void)state;
  assert_int_equal(prg_grade_kind_of_column("Årskurs"), PRG_GRADE_SCHOOL);
  assert_int_equal(prg_grade_kind_of_column("grade"), PRG_GRADE_SCHOOL);
  assert_int_equal(prg_grade_kind_of_column("ålder"), PRG_GRADE_AGE);
  assert_int_equal(prg_grade_kind_of_column("AGE"), PRG_GRADE_AGE);
  assert_int_equal(prg_grade_kind_of_column("År"), PRG_GRADE_BARE);
  assert_int_equal(prg_grade_kind_of_column("Skola"), PRG_GRADE_BARE);
  assert_int_equal(prg_grade_kind_of_column(""), PRG_GRADE_BARE);
}

static void test_printed_labels_are_read_back(void **state) {
  (void)state;
  char text[PRG_GRADE_BYTES];
  assert_string_equal(prg_grade_print((prg_grade){PRG_GRADE_SCHOOL, 0, false}, text), "F-klass");
  for (int kind = PRG_GRADE_BARE; kind <= PRG_GRADE_AGE; kind++)
    for (int number = 0; number <= PRG_GRADE_MAX; number++) {
      prg_grade grade, wanted = {(prg_grade_kind)kind, number, false};
      prg_grade_print(wanted, text);
      assert_true(prg_grade_parse(text, strlen(text), &grade));
      assert_int_equal(grade.number, wanted.number);
      assert_int_equal(grade.kind, kind);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_labels_are_read),
      cmocka_unit_test(test_other_texts_are_not),
      cmocka_unit_test(test_columns_tell_what_bare_numbers_are),
      cmocka_unit_test(test_printed_labels_are_read_back),
  };
  return cmocka_run_group_tests_name("grade", tests, NULL, NULL);
}
