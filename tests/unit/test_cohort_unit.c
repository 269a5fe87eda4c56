#include "test.h"

#include <stdint.h>

#include <prognos/cohort_unit.h>
#include <prognos/reading.h>

/* Reads a file and takes its units apart. */
static prg_status make(const char *bytes, prg_reading *reading, prg_cohort_units *units,
                       prg_error *error) {
  assert_int_equal(prg_read_bytes("test", bytes, strlen(bytes), NULL, reading, error), PRG_OK);
  return prg_cohort_units_make(&reading->panel, units, error);
}

static void clear(prg_reading *reading, prg_cohort_units *units) {
  prg_cohort_units_clear(units);
  prg_reading_clear(reading);
}

static void test_units_and_grades(void **state) {
  (void)state;
  static const char bytes[] = "Skola;Årskurs;2019;2020;2021\n"
                              "Björkskolan;Åk 1;50;49;52\nBjörkskolan;F-klass;48;51;47\n"
                              "Lindskolan;Åk 7;129;131;128\nLindskolan;Åk 8;;133;130\n";
  prg_reading reading;
  prg_cohort_units units;
  prg_error error;
  assert_int_equal(make(bytes, &reading, &units, &error), PRG_OK);
  assert_int_equal(units.n, 2);
  assert_string_equal(units.unit[0].name, "Björkskolan");
  assert_int_equal(units.unit[0].first, 0);
  assert_close(units.unit[0].table.count[0 * 3 + 1], 51, 0);
  assert_close(units.unit[0].table.count[1 * 3 + 2], 52, 0);
  assert_int_equal(units.unit[1].first, 7);
  assert_true(isnan(units.unit[1].table.count[1 * 3 + 0]));
  assert_int_equal(prg_cohort_unit_origin(&units.unit[1]).ordinal, 2021);
  assert_int_equal(prg_cohort_unit_grade(&units.unit[1], 1).number, 8);
  assert_int_equal(units.unit[1].kind, PRG_GRADE_SCHOOL);
  prg_cohort_pool pool;
  assert_int_equal(prg_cohort_pool_make(&units, 0, &units.unit[0], &pool, &error), PRG_OK);
  assert_int_equal(pool.n, 0); /* no two grades in common */
  prg_cohort_pool_clear(&pool);
  assert_int_equal(prg_cohort_pool_make(&units, SIZE_MAX, &units.unit[0], &pool, &error), PRG_OK);
  assert_int_equal(pool.n, 1);
  prg_cohort_pool_clear(&pool);
  clear(&reading, &units);
}

static void test_bare_numbers_under_a_heading(void **state) {
  (void)state;
  prg_reading reading;
  prg_cohort_units units;
  prg_error error;
  assert_int_equal(make("region,age,year,population\nGotland,0,2019,511\nGotland,0,2020,498\n"
                        "Gotland,1,2019,523\nGotland,1,2020,517\n",
                        &reading, &units, &error),
                   PRG_OK);
  assert_int_equal(units.n, 1);
  assert_string_equal(units.unit[0].name, "Gotland");
  assert_int_equal(units.unit[0].kind, PRG_GRADE_AGE);
  assert_close(units.unit[0].table.count[1 * 2 + 0], 523, 0);
  clear(&reading, &units);
}

static void test_columns_of_grades_and_names_that_end_in_one(void **state) {
  (void)state;
  prg_reading reading;
  prg_cohort_units units;
  prg_error error;
  assert_int_equal(make("År;Åk 1;Åk 2\n2019;50;47\n2020;49;52\n", &reading, &units, &error),
                   PRG_OK);
  assert_int_equal(units.n, 1);
  assert_string_equal(units.unit[0].name, "");
  clear(&reading, &units);
  assert_int_equal(
      make("series,period,value,status\nEkskolan · Åk 4,2019,50,\nEkskolan · Åk 4,2020,51,\n"
           "Ekskolan · Åk 5,2019,48,\nEkskolan · Åk 5,2020,49,\n",
           &reading, &units, &error),
      PRG_OK);
  assert_string_equal(units.unit[0].name, "Ekskolan");
  assert_int_equal(units.unit[0].first, 4);
  clear(&reading, &units);
}

static void test_open_ages_are_left_out(void **state) {
  (void)state;
  prg_reading reading;
  prg_cohort_units units;
  prg_error error;
  assert_int_equal(
      make("Ålder;2019;2020\n98 år;17;15\n99 år;9;11\n100+ år;13;12\n", &reading, &units, &error),
      PRG_OK);
  assert_int_equal(units.open_grades, 1);
  assert_int_equal(units.unit[0].table.n_grade, 2);
  clear(&reading, &units);
}

static void test_a_whole_file_is_rejected(void **state) {
  (void)state;
  static const struct {
    const char *bytes;
    prg_text text;
  } row[] = {
      {"Skola;2019;2020\nBjörk;50;49\nLind;47;52\n", PRG_TEXT_COHORT_NO_DIMENSION},
      {"Årskurs;2019;2020\nÅk 1;50;49\nÅk x;47;52\n", PRG_TEXT_COHORT_NO_GRADE},
      {"Årskurs;HT2019;VT2020\nÅk 1;50;49\nÅk 2;47;52\n", PRG_TEXT_COHORT_FREQUENCY},
      {"Årskurs;2019;2020\nÅk 1;50;49\nårskurs 1;47;52\n", PRG_TEXT_COHORT_GRADE_TWICE},
  };
  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
    prg_reading reading;
    prg_cohort_units units;
    prg_error error;
    assert_int_equal(make(row[i].bytes, &reading, &units, &error), PRG_EINPUT);
    assert_int_equal(error.message.text, row[i].text);
    clear(&reading, &units);
  }
}

static void test_a_unit_is_refused_alone(void **state) {
  (void)state;
  static const struct {
    const char *bytes;
    prg_text text;
  } row[] = {
      {"Årskurs;2019;2020\nÅk 1;50;49\nÅk 3;47;52\n", PRG_TEXT_COHORT_GRADE_MISSING},
      {"Årskurs;2019;2020\nÅk 1;50;49\nÅk 2;41;..\nÅk 3;47;52\n", PRG_TEXT_COHORT_GRADE_MISSING},
      {"Årskurs;2019\nÅk 1;50\nÅk 2;47\n", PRG_TEXT_COHORT_ONE_YEAR},
      {"Årskurs;2019;2021\nÅk 1;50;53\nÅk 2;47;44\n", PRG_TEXT_COHORT_ONE_YEAR},
      {"Årskurs;2019;2020\nÅk 1;50;49\n", PRG_TEXT_COHORT_ONE_GRADE},
      {"Skola;Årskurs;2019;2020\nA;Åk 1;..;..\nB;Åk 1;5;6\nB;Åk 2;6;7\n",
       PRG_TEXT_COHORT_NO_FIGURES},
      {"Årskurs;2019;2020\nÅk 1;-5;49\nÅk 2;47;52\n", PRG_TEXT_COHORT_NEGATIVE},
  };
  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
    prg_reading reading;
    prg_cohort_units units;
    prg_error error;
    assert_int_equal(make(row[i].bytes, &reading, &units, &error), PRG_OK);
    if (units.unit[0].refusal == NULL)
      fail_msg("%s is not refused", row[i].bytes);
    assert_int_equal(units.unit[0].refusal->message.text, row[i].text);
    clear(&reading, &units);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_units_and_grades),
      cmocka_unit_test(test_bare_numbers_under_a_heading),
      cmocka_unit_test(test_columns_of_grades_and_names_that_end_in_one),
      cmocka_unit_test(test_open_ages_are_left_out),
      cmocka_unit_test(test_a_whole_file_is_rejected),
      cmocka_unit_test(test_a_unit_is_refused_alone),
  };
  return cmocka_run_group_tests_name("cohort_unit", tests, NULL, NULL);
}
