#include <prognos/event.h>
#include <prognos/reading.h>

#include "test.h"

#define COUNT_OF(array) (sizeof array / sizeof array[0])

static void test_read(void **state) {
  (void)state;
  static const char *const wrong[] = {"",       "2020:",       "2020:steg",   "igår:level",
                                      ":pulse", "2020:level:", "2020:rename", "2020:metod"};
  prg_event event;
  prg_error error;
  assert_int_equal(prg_event_read("2020K3:pulse", &event, &error), PRG_OK);
  assert_int_equal(event.kind, PRG_EVENT_OUTLIER);
  assert_int_equal(event.period.frequency, PRG_QUARTER);
  assert_int_equal(event.period.ordinal, 4 * 2020 + 2);
  assert_int_equal(prg_event_read("2020:slope", &event, &error), PRG_OK);
  assert_int_equal(event.kind, PRG_EVENT_SLOPE);
  assert_int_equal(prg_event_read("2022/23", &event, &error), PRG_OK);
  assert_int_equal(event.kind, PRG_EVENT_LEVEL);
  assert_int_equal(event.period.frequency, PRG_SCHOOL_YEAR);
  for (size_t i = 0; i < COUNT_OF(wrong); i++) {
    assert_int_equal(prg_event_read(wrong[i], &event, &error), PRG_EUSAGE);
    assert_int_equal(error.message.text, PRG_TEXT_EVENT_UNKNOWN);
  }
}

static prg_status read_list(const char *text, prg_event_list *list, prg_error *error) {
  prg_error_clear(error);
  return prg_event_list_read(list, "h.csv", text, strlen(text), error);
}

static void test_file(void **state) {
  (void)state;
  prg_event_list list;
  prg_error error;
  assert_int_equal(read_list("# vad som hänt\nDatum;Serie;Slag;Anmärkning\n"
                             "2023-07-02;Grundsärskola;Namnbyte;Anpassad grundskola\n"
                             "2018;*;nivå; ny definition \n2022-03-28;KAA;INSATS;\"7 Mkr; mars\"\n"
                             "HT2028;;årskurs;\n",
                             &list, &error),
                   PRG_OK);
  assert_int_equal(list.n, 4);
  assert_int_equal(list.item[0].kind, PRG_EVENT_RENAME);
  assert_string_equal(list.item[0].series, "Grundsärskola");
  assert_string_equal(list.item[0].to, "Anpassad grundskola");
  assert_string_equal(list.item[0].note, "");
  assert_int_equal(list.item[0].period.frequency, PRG_DAY);
  assert_int_equal(list.item[0].line, 3);
  assert_null(list.item[1].series);
  assert_string_equal(list.item[1].note, "ny definition");
  assert_int_equal(list.item[1].kind, PRG_EVENT_LEVEL);
  assert_string_equal(list.item[2].note, "7 Mkr; mars");
  assert_int_equal(list.item[2].kind, PRG_EVENT_INTERVENTION);
  assert_int_equal(list.item[3].kind, PRG_EVENT_GRADE_SHIFT);
  assert_null(list.item[3].series);
  prg_event_list_clear(&list);
  assert_int_equal(read_list("to,note,date,kind,series\nB,ny lag,2023,rename,A\n", &list, &error),
                   PRG_OK);
  assert_string_equal(list.item[0].to, "B");
  assert_string_equal(list.item[0].note, "ny lag");
  prg_event_list_clear(&list);
}

static void assert_refused(const char *text, prg_text why, size_t line, size_t column) {
  prg_event_list list;
  prg_error error;
  assert_int_equal(read_list(text, &list, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, why);
  assert_string_equal(error.file, "h.csv");
  assert_int_equal(error.line, line);
  assert_int_equal(error.column, column);
  prg_event_list_clear(&list);
}

static void test_errors_have_a_place(void **state) {
  (void)state;
  assert_refused("date;series;note\n2022;A;x\n", PRG_TEXT_LISTING_COLUMN_MISSING, 1, 1);
  assert_refused("date;series;kind\n2022;A;level\n2O22;A;level\n", PRG_TEXT_PERIOD_BROKEN, 3, 1);
  assert_refused("date;series;kind\n2022-02-30;A;level\n", PRG_TEXT_PERIOD_BROKEN, 2, 1);
  assert_refused("date;series;kind\n2022;A;jump\n", PRG_TEXT_EVENT_KIND_UNKNOWN, 2, 3);
  assert_refused("date;series;kind\n2022;A\n", PRG_TEXT_EVENT_KIND_UNKNOWN, 2, 3);
  assert_refused("date;series;kind;note\n2022;A;rename;\n", PRG_TEXT_EVENT_RENAME_NAMES, 2, 1);
  assert_refused("date;series;kind;to\n2022;;rename;B\n", PRG_TEXT_EVENT_RENAME_NAMES, 2, 2);
  assert_refused("date;series;kind;to\n2022;B;rename;B\n", PRG_TEXT_EVENT_RENAME_NAMES, 2, 4);
}

static void read_panel(const char *text, prg_panel *panel) {
  prg_reading reading;
  prg_error error;
  assert_int_equal(prg_read_bytes("t.csv", text, strlen(text), NULL, &reading, &error), PRG_OK);
  *panel = reading.panel;
  prg_panel_init(&reading.panel);
  prg_reading_clear(&reading);
}

static void test_rename_joins(void **state) {
  (void)state;
  prg_panel panel;
  prg_event_list list;
  prg_error error;
  read_panel("S;2019;2020;2021;2022;2023;2024\nGymnasie;126;131;129;126;128;130\n"
             "Anpassad grundskola;;;;249;252p;261\nGrundsärskola;198;..;240;249;;\n",
             &panel);
  assert_int_equal(read_list("date;series;kind;to\n2023-07-02;Grundsärskola;rename;"
                             "Anpassad grundskola\n2020;Grundsärskola;level;\n"
                             "2021;Grundsärskola;outlier;\n",
                             &list, &error),
                   PRG_OK);
  assert_int_equal(prg_event_list_apply(&list, &panel, &error), PRG_OK);
  assert_int_equal(panel.n, 2);
  const prg_series *joined = &panel.series[1];
  assert_string_equal(joined->name, "Anpassad grundskola");
  assert_string_equal(prg_series_member(joined, 0), "Anpassad grundskola");
  assert_int_equal(joined->start.ordinal, 2019);
  assert_int_equal(joined->n, 6);
  static const double value[] = {198, NAN, NAN, 249, 252, 261};
  for (size_t t = 0; t < 6; t++)
    assert_close(joined->value[t], value[t], 0);
  assert_int_equal(joined->observation[1], PRG_MISSING);
  assert_int_equal(joined->observation[2], PRG_MISSING); /* the outlier */
  assert_int_equal(joined->observation[4], PRG_PRELIMINARY);
  assert_string_equal(list.item[1].series, "Anpassad grundskola");
  assert_true(prg_event_concerns(&list.item[0], joined));
  assert_false(prg_event_concerns(&list.item[0], &panel.series[0]));
  prg_panel_clear(&panel);
  prg_event_list_clear(&list);
}

/* The new name alone, the old name alone, and neither. */
static void test_rename_of_one(void **state) {
  (void)state;
  prg_panel panel;
  prg_event_list list;
  prg_error error;
  read_panel("S;2021;2022\nA;7;9\nD;5;4\n", &panel);
  assert_int_equal(read_list("date;series;kind;to\n2022;A;rename;B\n2022;C;rename;D\n"
                             "2022;E;rename;F\n",
                             &list, &error),
                   PRG_OK);
  assert_int_equal(prg_event_list_apply(&list, &panel, &error), PRG_OK);
  assert_int_equal(panel.n, 2);
  assert_string_equal(panel.series[0].name, "B");
  assert_string_equal(panel.series[1].name, "D");
  prg_panel_clear(&panel);
  prg_event_list_clear(&list);
}

static void test_rename_refused(void **state) {
  (void)state;
  prg_panel panel;
  prg_event_list list;
  prg_error error;
  read_panel("S;2021;2022;2023\nA;7;9;\nB;;8;11\n", &panel);
  assert_int_equal(read_list("date;series;kind;to\n\n2022;A;rename;B\n", &list, &error), PRG_OK);
  assert_int_equal(prg_event_list_apply(&list, &panel, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_EVENT_RENAME_OVERLAP);
  assert_string_equal(error.file, "h.csv");
  assert_int_equal(error.line, 3);
  assert_close(error.message.argument[3].number, 9, 0);
  assert_close(error.message.argument[4].number, 8, 0);
  prg_panel_clear(&panel);
  read_panel("series,period,value\nA,1,7\nA,2,8\nB,2022,9\nB,2023,9\n", &panel);
  assert_int_equal(prg_event_list_apply(&list, &panel, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_EVENT_RENAME_PERIODS);
  prg_panel_clear(&panel);
  prg_event_list_clear(&list);
}

/* A day falls into the series' own period. */
static void test_period_of_the_series(void **state) {
  (void)state;
  static const double y[] = {7, 9};
  prg_series series;
  prg_period period;
  prg_event_list list;
  prg_error error;
  assert_int_equal(read_list("date;series;kind\n2023-07-02;A;level\n2023;B;level\n", &list, &error),
                   PRG_OK);
  prg_series_init_values(&series, "A", (prg_period){PRG_SCHOOL_YEAR, 2020}, y, 2, NULL);
  assert_true(prg_event_period(&list.item[0], &series, &period));
  assert_int_equal(period.frequency, PRG_SCHOOL_YEAR);
  assert_int_equal(period.ordinal, 2023);
  assert_false(prg_event_period(&list.item[1], &series, &period));
  prg_series_clear(&series);
  prg_series_init_values(&series, "A", (prg_period){PRG_INDEX, 1}, y, 2, NULL);
  assert_false(prg_event_period(&list.item[0], &series, &period));
  prg_series_clear(&series);
  prg_event_list_clear(&list);
}

static void test_kinds_have_names(void **state) {
  (void)state;
  for (int k = 0; k < PRG_EVENT_KINDS; k++) {
    char text[80];
    prg_event_list list;
    prg_error error;
    snprintf(text, sizeof text, "date;series;kind;to\n2022;A;%s;B\n",
             prg_event_kind_name((prg_event_kind)k));
    assert_int_equal(read_list(text, &list, &error), PRG_OK);
    assert_int_equal(list.item[0].kind, k);
    assert_true(prg_text_get(prg_event_kind_text((prg_event_kind)k), PRG_SWEDISH)[0] != '\0');
    prg_event_list_clear(&list);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_read),
      cmocka_unit_test(test_file),
      cmocka_unit_test(test_errors_have_a_place),
      cmocka_unit_test(test_rename_joins),
      cmocka_unit_test(test_rename_of_one),
      cmocka_unit_test(test_rename_refused),
      cmocka_unit_test(test_period_of_the_series),
      cmocka_unit_test(test_kinds_have_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
