#include "test.h"

#include <prognos/cohort_report.h>

static double counts[] = {61, 64, 58, 63, /* */ 60, 62, 65, 59, /* */ 57, 61, 62, 66};
static const prg_cohort_unit unit = {"Ekskolan",       PRG_GRADE_SCHOOL, 7,
                                     {PRG_YEAR, 2019}, {3, 4, counts},   NULL};

static prg_cohort_plan plan_of(size_t horizon) {
  prg_cohort_plan_options options;
  prg_cohort_plan plan;
  prg_cohort_plan_options_init(&options);
  options.n_paths = 300;
  options.horizon = horizon;
  assert_int_equal(prg_cohort_plan_make(&unit, &options, &plan, NULL), PRG_OK);
  return plan;
}

static size_t times(const char *text, const char *part) {
  size_t n = 0;
  for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
    n++;
  return n;
}

static void test_table_has_grades_total_ratios_and_notes(void **state) {
  (void)state;
  prg_cohort_plan plan = plan_of(2);
  prg_report_options options;
  prg_report_options_init(&options);
  prg_buffer out;
  prg_buffer_init(&out);
  prg_report_cohort(&plan, &options, &out);
  const char *text = prg_buffer_string(&out);
  assert_non_null(strstr(text, "Ekskolan · Kull för kull\n"));
  assert_non_null(strstr(text, "Årskurs"));
  assert_non_null(strstr(text, "2022"));
  assert_non_null(strstr(text, "2024"));
  assert_int_equal(times(text, "Åk 8"), 2); /* persons and ratio */
  assert_int_equal(times(text, "8 av 10"), 1);
  assert_non_null(strstr(text, "Egen vikt"));
  assert_non_null(strstr(text, "Nya i Åk 7 är en prognos"));
  prg_buffer_free(&out);
  prg_cohort_plan_clear(&plan);
}

static void test_many_years_are_several_tables(void **state) {
  (void)state;
  prg_cohort_plan plan = plan_of(17);
  prg_report_options options;
  prg_report_options_init(&options);
  options.language = PRG_ENGLISH;
  options.n_level = 0;
  prg_buffer out;
  prg_buffer_init(&out);
  prg_report_cohort(&plan, &options, &out);
  const char *text = prg_buffer_string(&out);
  assert_int_equal(times(text, "Grade"), 3);
  assert_int_equal(times(text, "Totalt"), 3);
  assert_int_equal(times(text, "8 in 10"), 0);
  assert_int_equal(times(text, "2039"), 1);
  prg_buffer_free(&out);
  prg_cohort_plan_clear(&plan);
}

static void test_json_has_ratios_and_rows(void **state) {
  (void)state;
  static const double level = .8;
  prg_cohort_plan plan = plan_of(1);
  prg_buffer out;
  prg_json json;
  prg_buffer_init(&out);
  prg_json_init(&json, &out);
  prg_json_cohort(&json, &plan, &level, 1, PRG_SWEDISH);
  const char *text = prg_buffer_string(&out);
  assert_non_null(strstr(text, "\"unit\": \"Ekskolan\""));
  assert_int_equal(times(text, "\"dispersion\""), 2);
  assert_int_equal(times(text, "\"series\""), 4);
  assert_non_null(strstr(text, "\"series\": \"Ekskolan · Totalt\""));
  prg_buffer_free(&out);
  prg_cohort_plan_clear(&plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_table_has_grades_total_ratios_and_notes),
      cmocka_unit_test(test_many_years_are_several_tables),
      cmocka_unit_test(test_json_has_ratios_and_rows),
  };
  return cmocka_run_group_tests_name("cohort_report", tests, NULL, NULL);
}
