#include <prognos/capacity_table.h>

#include "test.h"

static void fill(prg_capacity_year *year, prg_capacity *unit) {
  *year = (prg_capacity_year){.period = {PRG_YEAR, 2024},
                              .demand = 17.4,
                              .lower_80 = 14.1,
                              .upper_80 = 21.6,
                              .room = {16, NAN, NAN, NAN},
                              .places = 16,
                              .use = 17.4 / 16,
                              .over = .837,
                              .over_premises = .837,
                              .over_staff = NAN,
                              .lack = 1.9,
                              .surplus = .5,
                              .groups = NAN,
                              .groups_upper = NAN,
                              .area_per_person = NAN};
  *unit =
      (prg_capacity){.unit = "Ek & \"Al\"", .now = *year, .year = year, .horizon = 1, .likely = 1};
  unit->now.period.ordinal = 2023;
  unit->now.over = unit->now.over_premises = unit->now.lower_80 = unit->now.upper_80 = NAN;
}

static void test_only_columns_with_figures(void **state) {
  (void)state;
  prg_capacity_year year;
  prg_capacity unit;
  prg_buffer out = {0};
  fill(&year, &unit);
  prg_capacity_write(&unit, 1, &(prg_capacity_words){.moment = "hösten"}, &out);
  const char *text = prg_buffer_string(&out);
  assert_non_null(strstr(text, "Troligen fullt hösten 2024: med 84 procents sannolikhet"));
  assert_non_null(strstr(text, "Hösten 2023 användes 109 procent av platserna."));
  assert_non_null(strstr(text, "14–22"));
  assert_non_null(strstr(text, "Risk för fullt"));
  assert_null(strstr(text, "Grupper"));
  assert_null(strstr(text, "Personal"));
  assert_null(strstr(text, "tillsammans"));
  prg_buffer_free(&out);
}

static void test_several_units_are_summed(void **state) {
  (void)state;
  prg_capacity_year year[2];
  prg_capacity unit[2];
  prg_buffer out = {0};
  fill(&year[0], &unit[0]);
  fill(&year[1], &unit[1]);
  prg_capacity_write(unit, 2, &(prg_capacity_words){.language = PRG_ENGLISH, .moment = ""}, &out);
  const char *total = strstr(prg_buffer_string(&out), "All units together");
  assert_non_null(total);
  assert_non_null(strstr(total, "35")); /* 2 · 17.4 */
  assert_null(strstr(total, "Verdict"));
  prg_buffer_free(&out);
}

static void test_csv_has_a_row_for_each_period(void **state) {
  (void)state;
  prg_capacity_year year;
  prg_capacity unit;
  prg_buffer out = {0};
  fill(&year, &unit);
  prg_capacity_csv(&unit, 1, PRG_CSV_PLAIN, &out);
  assert_string_equal(
      prg_buffer_string(&out),
      "series,period,kind,demand,lower_80,upper_80,places,staff,use,prob_over,prob_over_places,"
      "prob_over_staff,lack,surplus,groups,groups_upper_80,rooms,area,area_per_person,"
      "prob_first_over\n"
      "\"Ek & \"\"Al\"\"\",2023,actual,17.4,,,16,,1.0875,,,,1.9,0.5,,,,,,\n"
      "\"Ek & \"\"Al\"\"\",2024,forecast,17.4,14.1,21.6,16,,1.0875,0.837,0.837,,1.9,0.5,,,,,,\n");
  prg_buffer_free(&out);
}

static void test_json(void **state) {
  (void)state;
  prg_capacity_year year;
  prg_capacity unit;
  prg_buffer out = {0};
  fill(&year, &unit);
  prg_capacity_json(&unit, 1, &(prg_capacity_words){.moment = ""}, &out);
  const char *text = prg_buffer_string(&out);
  assert_non_null(strstr(text, "\"series\": \"Ek & \\\"Al\\\"\""));
  assert_non_null(strstr(text, "\"prob_over\": 0.837"));
  assert_non_null(strstr(text, "\"staff\": null"));
  prg_buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_only_columns_with_figures),
      cmocka_unit_test(test_several_units_are_summed),
      cmocka_unit_test(test_csv_has_a_row_for_each_period),
      cmocka_unit_test(test_json),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
