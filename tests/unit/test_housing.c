#include "test.h"

#include <prognos/housing.h>

static prg_status read(const char *bytes, prg_housing *housing, prg_error *error) {
  return prg_housing_read("plan.csv", bytes, strlen(bytes), housing, error);
}

/* Three grades, 2021 and 2022; 30, 45 and 75 pupils in the last year. */
static double counts[] = {31, 30, /* */ 44, 45, /* */ 71, 75};
static prg_cohort_unit unit = {"Norr", PRG_GRADE_SCHOOL, 1, {PRG_YEAR, 2021}, {3, 2, counts}, NULL};

static void test_spread_as_those_who_live_there(void **state) {
  (void)state;
  prg_housing housing;
  prg_error error;
  double added[2 * 3] = {0};
  assert_int_equal(read("år;område;bostäder;barn per bostad\n2023;Norr;120;0,35\n2024;NORR;10;0,5\n"
                        "2029;Norr;900;1\n2022;Norr;900;1\n2023;Syd;70;0,2\n",
                        &housing, &error),
                   PRG_OK);
  assert_int_equal(housing.n, 5);
  assert_close(prg_housing_add(&housing, &unit, false, 2, added), 42 + 5, 1e-12);
  assert_close(added[0], 42 * .2, 1e-12);
  assert_close(added[1], 42 * .3, 1e-12);
  assert_close(added[3 + 2], 5 * .5, 1e-12);
  assert_close(prg_housing_add(&housing, &unit, true, 2, added), 42 + 5 + 14, 1e-12);
  prg_housing_clear(&housing);
}

static void test_a_profile_by_grade(void **state) {
  (void)state;
  prg_housing housing;
  prg_error error;
  double added[3] = {0};
  assert_int_equal(
      read("year,area,dwellings,children per dwelling,grade\n2023,Norr,100,0.04,grade 1\n"
           "2023,Norr,100,0.03,2\n2023,Norr,100,0.5,9\n",
           &housing, &error),
      PRG_OK);
  assert_close(prg_housing_add(&housing, &unit, false, 1, added), 7, 1e-12);
  assert_close(added[0], 4, 1e-12);
  assert_close(added[1], 3, 1e-12);
  assert_close(added[2], 0, 0);
  prg_housing_clear(&housing);
}

static void test_an_empty_unit_is_filled_evenly(void **state) {
  (void)state;
  double none[] = {0, 0, 0, 0, 0, 0}, added[3] = {0};
  prg_cohort_unit empty = unit;
  empty.table.count = none;
  prg_housing housing;
  prg_error error;
  assert_int_equal(read("år;bostäder;barn per bostad\n2023;12;0,5\n", &housing, &error), PRG_OK);
  prg_housing_add(&housing, &empty, true, 1, added);
  assert_close(added[1], 2, 1e-12);
  prg_housing_clear(&housing);
}

static void test_what_is_wrong_is_told_with_its_place(void **state) {
  (void)state;
  static const struct {
    const char *bytes;
    prg_text text;
    size_t line, column;
  } row[] = {
      {"år;område;barn per bostad\n2023;Norr;0,4\n", PRG_TEXT_LISTING_COLUMN_MISSING, 1, 1},
      {"år;bostäder;barn per bostad\n2023;12;0,4\nsnart;12;0,4\n", PRG_TEXT_HOUSING_YEAR, 3, 1},
      {"år;bostäder;barn per bostad\n2023;många;0,4\n", PRG_TEXT_HOUSING_NUMBER, 2, 2},
      {"år;bostäder;barn per bostad\n2023;12;-0,4\n", PRG_TEXT_HOUSING_NUMBER, 2, 3},
      {"år;bostäder;barn per bostad\n2023;1e200;1e200\n", PRG_TEXT_HOUSING_NUMBER, 2, 2},
      {"år;bostäder;barn per bostad;ålder\n2023;12;0,4;ung\n", PRG_TEXT_HOUSING_GRADE, 2, 4},
  };
  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
    prg_housing housing;
    prg_error error;
    assert_int_equal(read(row[i].bytes, &housing, &error), PRG_EINPUT);
    assert_int_equal(error.message.text, row[i].text);
    assert_string_equal(error.file, "plan.csv");
    assert_int_equal(error.line, row[i].line);
    assert_int_equal(error.column, row[i].column);
    prg_housing_clear(&housing);
  }
}

static void test_areas_must_be_units(void **state) {
  (void)state;
  prg_cohort_unit both[] = {unit, unit};
  both[1].name = "Väst";
  const prg_cohort_units units = {both, 2, 0}, one = {both, 1, 0};
  prg_housing housing;
  prg_error error;
  assert_int_equal(read("år;område;bostäder;barn per bostad\n2023;väst;12;0,4\n2023;Öst;12;0,4\n",
                        &housing, &error),
                   PRG_OK);
  assert_int_equal(prg_housing_check(&housing, &units, &error), PRG_EINPUT);
  assert_int_equal(error.line, 3);
  assert_int_equal(error.message.text, PRG_TEXT_HOUSING_AREA);
  assert_int_equal(prg_housing_check(&housing, &one, &error), PRG_OK);
  prg_housing_clear(&housing);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_spread_as_those_who_live_there),
      cmocka_unit_test(test_a_profile_by_grade),
      cmocka_unit_test(test_an_empty_unit_is_filled_evenly),
      cmocka_unit_test(test_what_is_wrong_is_told_with_its_place),
      cmocka_unit_test(test_areas_must_be_units),
  };
  return cmocka_run_group_tests_name("housing", tests, NULL, NULL);
}
