#include "test.h"

#include <limits.h>
#include <stdlib.h>

#include <prognos/period.h>

#include "calendar/gregorian.h"

static prg_period period(const char *text) {
  prg_period p;
  if (!prg_period_parse(text, strlen(text), &p))
    fail_msg("\"%s\" is not read", text);
  return p;
}

static void test_frequency_names(void **state) {
  (void)state;
  static const char *const names[] = {"index",   "year",  "school-year", "half-year", "term",
                                      "quarter", "month", "week",        "day"};
  static const char *const swedish[] = {"löpnummer", "år",    "läsår", "halvår", "termin",
                                        "kvartal",   "månad", "vecka", "dag"};
  static const int season[] = {1, 1, 1, 2, 2, 4, 12, 52, 7};
  for (int f = 0; f < PRG_FREQUENCY_COUNT; f++) {
    prg_frequency frequency = PRG_FREQUENCY_COUNT;
    assert_string_equal(prg_frequency_name((prg_frequency)f), names[f]);
    assert_true(prg_frequency_from_name(names[f], &frequency));
    assert_int_equal(frequency, f);
    prg_text text = prg_frequency_text((prg_frequency)f);
    assert_string_equal(prg_text_get(text, PRG_SWEDISH), swedish[f]);
    assert_int_equal(prg_text_status(text), PRG_OK);
    assert_int_equal(prg_frequency_season((prg_frequency)f), season[f]);
  }
  prg_frequency untouched = PRG_WEEK;
  assert_false(prg_frequency_from_name("Year", &untouched));
  assert_false(prg_frequency_from_name("", &untouched));
  assert_int_equal(untouched, PRG_WEEK);
}

static void test_ordinals_are_those_of_the_header(void **state) {
  (void)state;
  assert_int_equal(period("37").ordinal, 37);
  assert_int_equal(period("2017").ordinal, 2017);
  assert_int_equal(period("2022/23").ordinal, 2022);
  assert_int_equal(period("2017H2").ordinal, 2 * 2017 + 1);
  assert_int_equal(period("VT2019").ordinal, 2 * 2019);
  assert_int_equal(period("HT2019").ordinal, 2 * 2019 + 1);
  assert_int_equal(period("2017K3").ordinal, 4 * 2017 + 2);
  assert_int_equal(period("2017M11").ordinal, 12 * 2017 + 10);
  assert_int_equal(period("1970V01").ordinal, 0);
  assert_int_equal(period("1969V52").ordinal, -1);
  assert_int_equal(period("1970-01-01").ordinal, 0);
  assert_int_equal(period("2022-10-15").ordinal, 19280);
  assert_int_equal(period("1969-12-28").ordinal, -4);
}

static void test_print(void **state) {
  (void)state;
  static const char *const canonical[] = {"37",      "2017",    "2022/23", "1999/00",   "2017H2",
                                          "VT2019",  "HT2019",  "2017K3",  "2017M11",   "2017M03",
                                          "2020V53", "2022V07", "1000",    "2022-10-15"};
  for (size_t i = 0; i < sizeof canonical / sizeof *canonical; i++) {
    char buffer[PRG_PERIOD_BYTES];
    const char *printed = prg_period_print(period(canonical[i]), buffer);
    assert_ptr_equal(printed, buffer);
    assert_string_equal(printed, canonical[i]);
  }
}

static void test_print_people(void **state) {
  (void)state;
  static const char *const rows[][3] = {
      {"37", "37", "37"},
      {"2017", "2017", "2017"},
      {"2022/23", "2022/23", "2022/23"},
      {"2017H2", "halvår 2 2017", "H2 2017"},
      {"VT2019", "VT 2019", "spring 2019"},
      {"HT2019", "HT 2019", "autumn 2019"},
      {"2017K3", "kv. 3 2017", "Q3 2017"},
      {"2017M01", "jan. 2017", "Jan 2017"},
      {"2017M03", "mars 2017", "Mar 2017"},
      {"2017M10", "okt. 2017", "Oct 2017"},
      {"2020V53", "v. 53 2020", "week 53 2020"},
      {"2022V07", "v. 7 2022", "week 7 2022"},
      {"2022-10-15", "2022-10-15", "2022-10-15"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    prg_period p = period(rows[i][0]);
    char buffer[PRG_PERIOD_BYTES];
    assert_string_equal(prg_period_print_people(p, PRG_SWEDISH, buffer), rows[i][1]);
    assert_string_equal(prg_period_print_people(p, PRG_ENGLISH, buffer), rows[i][2]);
  }
}

static void test_print_any_ordinal_stays_in_the_buffer(void **state) {
  (void)state;
  static const int extremes[] = {INT_MIN, INT_MIN + 1, -12345, -1, 0, 999, INT_MAX - 1, INT_MAX};
  for (int f = 0; f < PRG_FREQUENCY_COUNT; f++) {
    for (size_t i = 0; i < sizeof extremes / sizeof *extremes; i++) {
      char buffer[PRG_PERIOD_BYTES];
      prg_period p = {(prg_frequency)f, extremes[i]};
      assert_in_range(strlen(prg_period_print(p, buffer)), 1, PRG_PERIOD_BYTES - 2);
      for (int language = PRG_SWEDISH; language <= PRG_ENGLISH; language++)
        assert_in_range(strlen(prg_period_print_people(p, (prg_language)language, buffer)), 1,
                        PRG_PERIOD_BYTES - 2);
    }
  }
}

static void test_add_and_distance_cross_years(void **state) {
  (void)state;
  static const struct {
    const char *from, *to;
    int steps;
  } rows[] = {
      {"2017", "2024", 7},
      {"1999/00", "2003/04", 4},
      {"HT2021", "VT2022", 1},
      {"2021H1", "2018H2", -5},
      {"2021K3", "2023K2", 7},
      {"2021M11", "2022M02", 3},
      {"2020V53", "2021V01", 1},
      {"2019V52", "2021V01", 54},
      {"2024-02-28", "2024-03-01", 2},
      {"2023-02-28", "2023-03-01", 1},
      {"2000-12-31", "1999-12-31", -366},
      {"13", "4", -9},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    prg_period from = period(rows[i].from), to = period(rows[i].to);
    assert_int_equal(prg_period_distance(from, to), rows[i].steps);
    assert_int_equal(prg_period_compare(prg_period_add(from, rows[i].steps), to), 0);
  }
}

static void test_add_and_distance_stop_at_the_ends_of_int(void **state) {
  (void)state;
  prg_period last = {PRG_DAY, INT_MAX - 3}, first = {PRG_DAY, INT_MIN + 5};
  assert_int_equal(prg_period_add(last, 17).ordinal, INT_MAX);
  assert_int_equal(prg_period_add(first, -17).ordinal, INT_MIN);
  assert_int_equal(prg_period_distance(first, last), INT_MAX);
  assert_int_equal(prg_period_distance(last, first), INT_MIN);
}

static void test_compare(void **state) {
  (void)state;
  assert_true(prg_period_compare(period("VT2022"), period("HT2022")) < 0);
  assert_true(prg_period_compare(period("2022K1"), period("2021K4")) > 0);
  assert_int_equal(prg_period_compare(period("2022-10"), period("oktober 2022")), 0);
  assert_true(prg_period_compare(period("2022"), period("1999/00")) < 0);
  assert_true(prg_period_compare(period("1000-01-01"), period("2999")) > 0);
}

static void test_year(void **state) {
  (void)state;
  assert_int_equal(prg_period_year(period("83")), 83);
  assert_int_equal(prg_period_year(period("2022/23")), 2022);
  assert_int_equal(prg_period_year(period("VT2023")), 2023);
  assert_int_equal(prg_period_year(period("2018M12")), 2018);
  assert_int_equal(prg_period_year(period("2020V01")), 2020);
  assert_int_equal(prg_period_year(period("2020V53")), 2020);
  assert_int_equal(prg_period_year(period("2019-12-30")), 2019);
  assert_int_equal(prg_period_year((prg_period){PRG_QUARTER, -1}), -1);
}

static void test_position(void **state) {
  (void)state;
  assert_int_equal(prg_period_position(period("83")), 0);
  assert_int_equal(prg_period_position(period("2022")), 0);
  assert_int_equal(prg_period_position(period("2022/23")), 0);
  assert_int_equal(prg_period_position(period("2022H2")), 1);
  assert_int_equal(prg_period_position(period("VT2022")), 0);
  assert_int_equal(prg_period_position(period("HT2022")), 1);
  assert_int_equal(prg_period_position(period("2022K3")), 2);
  assert_int_equal(prg_period_position(period("2022M12")), 11);
  assert_int_equal(prg_period_position(period("2022V07")), 6);
  assert_int_equal(prg_period_position(period("2020V52")), 51);
  assert_int_equal(prg_period_position(period("2020V53")), 51);
  assert_int_equal(prg_period_position(period("2022-10-15")), 5); /* a Saturday */
  assert_int_equal(prg_period_position(period("1969-12-29")), 0); /* a Monday */
  assert_int_equal(prg_period_position((prg_period){PRG_MONTH, -5}), 7);
}

/* The slow twin: a calendar that is walked through day by day. */
static void test_dates_against_a_walk_through_the_calendar(void **state) {
  (void)state;
  static const int lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  long long days = -354285; /* 1000-01-01, as R's as.Date has it */
  for (int year = PRG_YEAR_MIN; year <= PRG_YEAR_MAX; year++) {
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    for (int month = 1; month <= 12; month++) {
      int length = lengths[month - 1] + (month == 2 && leap);
      assert_int_equal(prg_date_days_in_month(year, month), length);
      for (int day = 1; day <= length; day++, days++) {
        prg_date date = prg_date_from_days(days);
        assert_true(date.year == year && date.month == month && date.day == day);
        assert_true(prg_date_to_days(date) == days);
      }
    }
  }
  assert_true(days == 376200); /* 3000-01-01 */
}

/* Years with 53 weeks are those that begin or, in leap years, end on a Thursday. */
static void test_weeks_of_every_year(void **state) {
  (void)state;
  for (int year = PRG_YEAR_MIN; year <= PRG_YEAR_MAX; year++) {
    long long first = prg_date_to_days((prg_date){year, 1, 1});
    long long last = prg_date_to_days((prg_date){year, 12, 31});
    bool is_long = prg_floor_modulo(first, 7) == 0 || prg_floor_modulo(last, 7) == 0;
    char text[24];
    snprintf(text, sizeof text, "%dV53", year);
    prg_period p;
    assert_int_equal(prg_period_parse(text, strlen(text), &p), is_long);
    assert_int_equal(prg_week_first(year + 1) - prg_week_first(year), is_long ? 53 : 52);
  }
}

static void test_floor_division(void **state) {
  (void)state;
  for (long long a = -23; a <= 23; a++) {
    long long q = prg_floor_divide(a, 7), r = prg_floor_modulo(a, 7);
    assert_true(q * 7 + r == a && r >= 0 && r < 7);
  }
}

static void assert_converts(const char *from, prg_frequency to, const char *expected) {
  prg_period period, converted;
  char text[PRG_PERIOD_BYTES];
  assert_true(prg_period_parse(from, strlen(from), &period));
  assert_true(prg_period_convert(period, to, &converted));
  assert_int_equal(converted.frequency, to);
  assert_string_equal(prg_period_print(converted, text), expected);
}

static void test_convert(void **state) {
  (void)state;
  assert_converts("2023-07-02", PRG_YEAR, "2023");
  assert_converts("2023-07-02", PRG_SCHOOL_YEAR, "2023/24");
  assert_converts("2023-06-30", PRG_SCHOOL_YEAR, "2022/23");
  assert_converts("2023-07-02", PRG_HALF_YEAR, "2023H2");
  assert_converts("2023-06-30", PRG_TERM, "VT2023");
  assert_converts("2022-12-31", PRG_QUARTER, "2022K4");
  assert_converts("2022-03-28", PRG_MONTH, "2022M03");
  assert_converts("2020-01-01", PRG_WEEK, "2020V01");
  assert_converts("2019-12-29", PRG_WEEK, "2019V52");
  assert_converts("2020V01", PRG_DAY, "2019-12-30");
  assert_converts("HT2022", PRG_MONTH, "2022M07");
  assert_converts("2022K2", PRG_DAY, "2022-04-01");
  assert_converts("2022M11", PRG_YEAR, "2022");
  assert_converts("2022", PRG_SCHOOL_YEAR, "2022/23");
  assert_converts("2022/23", PRG_YEAR, "2022");
  assert_converts("2022/23", PRG_MONTH, "2022M07");
  assert_converts("2022", PRG_QUARTER, "2022K1");
  assert_converts("7", PRG_INDEX, "7");
  prg_period period, converted;
  prg_period_parse("7", 1, &period);
  assert_false(prg_period_convert(period, PRG_YEAR, &converted));
  prg_period_parse("2022", 4, &period);
  assert_false(prg_period_convert(period, PRG_INDEX, &converted));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_convert),
      cmocka_unit_test(test_frequency_names),
      cmocka_unit_test(test_ordinals_are_those_of_the_header),
      cmocka_unit_test(test_print),
      cmocka_unit_test(test_print_people),
      cmocka_unit_test(test_print_any_ordinal_stays_in_the_buffer),
      cmocka_unit_test(test_add_and_distance_cross_years),
      cmocka_unit_test(test_add_and_distance_stop_at_the_ends_of_int),
      cmocka_unit_test(test_compare),
      cmocka_unit_test(test_year),
      cmocka_unit_test(test_position),
      cmocka_unit_test(test_dates_against_a_walk_through_the_calendar),
      cmocka_unit_test(test_weeks_of_every_year),
      cmocka_unit_test(test_floor_division),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
