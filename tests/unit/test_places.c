#include <prognos/places.h>

#include "test.h"

static prg_period year(int ordinal) {
  return (prg_period){PRG_YEAR, ordinal};
}

static const char file[] = "enhet;från;platser;personal;rum;yta\n"
                           "Ekskolan;2026;+40;;;+1 000,5\n"
                           "Ekskolan;2022;270;260;18;2450\n"
                           "*;2021;120;;;\n"
                           "Ekskolan;2028;\xE2\x88\x92"
                           "25;;;\n";

static void test_steps_come_in_time(void **state) {
  (void)state;
  prg_places places;
  prg_error error;
  assert_int_equal(prg_places_read(&places, "p.csv", file, strlen(file), &error), PRG_OK);
  assert_true(isnan(prg_places_at(&places, "Ekskolan", year(2021), PRG_ROOM_PLACES)));
  assert_close(prg_places_at(&places, "Ekskolan", year(2022), PRG_ROOM_PLACES), 270, 0);
  assert_close(prg_places_at(&places, "Ekskolan", year(2025), PRG_ROOM_PLACES), 270, 0);
  assert_close(prg_places_at(&places, "Ekskolan", year(2026), PRG_ROOM_PLACES), 310, 0);
  assert_close(prg_places_at(&places, "Ekskolan", year(2031), PRG_ROOM_PLACES), 285, 0);
  assert_close(prg_places_at(&places, "Ekskolan", year(2031), PRG_ROOM_STAFF), 260, 0);
  assert_close(prg_places_at(&places, "Ekskolan", year(2027), PRG_ROOM_AREA), 3450.5, 1e-9);
  assert_close(prg_places_at(&places, "Ekskolan", year(2027), PRG_ROOM_ROOMS), 18, 0);
  prg_places_clear(&places);
}

static void test_every_other_unit(void **state) {
  (void)state;
  prg_places places;
  assert_int_equal(prg_places_read(&places, "p.csv", file, strlen(file), NULL), PRG_OK);
  assert_true(prg_places_has(&places, "Bokskolan"));
  assert_close(prg_places_at(&places, "Bokskolan", year(2024), PRG_ROOM_PLACES), 120, 0);
  assert_true(isnan(prg_places_at(&places, "Bokskolan", year(2024), PRG_ROOM_STAFF)));
  prg_places_clear(&places);
}

/* The autumn of 2026 is of the year 2026, and so is its first quarter. */
static void test_other_calendars_by_their_year(void **state) {
  (void)state;
  prg_places places;
  prg_period school_year = {PRG_SCHOOL_YEAR, 2026}, quarter = {PRG_QUARTER, 4 * 2025 + 3};
  assert_int_equal(prg_places_read(&places, "p.csv", file, strlen(file), NULL), PRG_OK);
  assert_close(prg_places_at(&places, "Ekskolan", school_year, PRG_ROOM_PLACES), 310, 0);
  assert_close(prg_places_at(&places, "Ekskolan", quarter, PRG_ROOM_PLACES), 270, 0);
  quarter = prg_period_add(quarter, 1);
  assert_close(prg_places_at(&places, "Ekskolan", quarter, PRG_ROOM_PLACES), 310, 0);
  prg_places_clear(&places);
}

static void check_text(const char *text, int ordinal, double expected) {
  prg_places places;
  assert_int_equal(prg_places_parse(&places, text, NULL), PRG_OK);
  assert_close(prg_places_at(&places, "vilken som helst", year(ordinal), PRG_ROOM_PLACES), expected,
               0);
  prg_places_clear(&places);
}

static void test_short_texts(void **state) {
  (void)state;
  check_text("270", 1999, 270);
  check_text("270,2026:+40", 2025, 270);
  check_text("270,2026:+40", 2026, 310);
  check_text("2022:270,2026:305", 2027, 305);
  check_text("2022:270,2026:305", 2021, NAN);
}

static void test_texts_that_are_none(void **state) {
  (void)state;
  static const char *const text[] = {"",         "x",     "270,", "+40",
                                     "270:2026", "2026:", "-3",   "270,2026:-300"};
  for (size_t i = 0; i < sizeof text / sizeof *text; i++) {
    prg_places places;
    prg_error error;
    assert_int_equal(prg_places_parse(&places, text[i], &error), PRG_EUSAGE);
    assert_int_equal(error.message.text, PRG_TEXT_PLACES_TEXT);
    prg_places_clear(&places);
  }
}

static void check_broken(const char *bytes, prg_text text, size_t line, size_t column) {
  prg_places places;
  prg_error error;
  assert_int_equal(prg_places_read(&places, "p.csv", bytes, strlen(bytes), &error), PRG_EINPUT);
  assert_int_equal(error.message.text, text);
  assert_int_equal(error.line, line);
  assert_int_equal(error.column, column);
  prg_places_clear(&places);
}

static void test_broken_files(void **state) {
  (void)state;
  check_broken("enhet;platser\nA;3\n", PRG_TEXT_LISTING_COLUMN_MISSING, 1, 1);
  check_broken("enhet;från;platser\nA;i höst;3\n", PRG_TEXT_PERIOD_BROKEN, 2, 2);
  check_broken("enhet;från;platser\nA;2022;2O\n", PRG_TEXT_PLACES_AMOUNT, 2, 3);
  check_broken("enhet;från;platser\nA;2022;+\n", PRG_TEXT_PLACES_AMOUNT, 2, 3);
  check_broken("enhet;från;platser\nA;2022;+20\n", PRG_TEXT_PLACES_NO_BASE, 2, 0);
  check_broken("enhet;från;platser\nA;2022;20\nB;2022;7\nA;2022;21\n", PRG_TEXT_PLACES_TWICE, 4, 0);
  check_broken("enhet;från;platser\nA;2022;20\nA;2024;-21\n", PRG_TEXT_PLACES_BELOW_ZERO, 3, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_steps_come_in_time),
      cmocka_unit_test(test_every_other_unit),
      cmocka_unit_test(test_other_calendars_by_their_year),
      cmocka_unit_test(test_short_texts),
      cmocka_unit_test(test_texts_that_are_none),
      cmocka_unit_test(test_broken_files),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
