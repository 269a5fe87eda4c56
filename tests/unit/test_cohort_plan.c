#include "test.h"

#include <prognos/cohort_plan.h>

/* A school F–9 with its last figures in 2026; grade g has about 60 + g pupils. */
enum { GRADES = 10, YEARS = 6 };
static double counts[GRADES * YEARS];

static prg_cohort_unit school(int first, size_t n_grade) {
  for (int g = 0; g < GRADES; g++)
    for (int t = 0; t < YEARS; t++)
      counts[g * YEARS + t] = 60 + g + (g * 3 + t * 5) % 7;
  return (prg_cohort_unit){"Ekskolan",
                           PRG_GRADE_SCHOOL,
                           first,
                           {PRG_SCHOOL_YEAR, 2021},
                           {n_grade, YEARS, counts + (size_t)first * YEARS},
                           NULL};
}

static prg_cohort_plan make(const prg_cohort_unit *unit, const prg_cohort_plan_options *options) {
  prg_cohort_plan plan;
  assert_int_equal(prg_cohort_plan_make(unit, options, &plan, NULL), PRG_OK);
  return plan;
}

static prg_cohort_plan_options small(void) {
  prg_cohort_plan_options options;
  prg_cohort_plan_options_init(&options);
  options.n_paths = 300;
  options.horizon = 4;
  return options;
}

static size_t row_of(const prg_cohort_plan *plan, const char *label) {
  for (size_t r = 0; r < plan->panel.n; r++)
    if (strcmp(prg_cohort_plan_label(plan, r), label) == 0)
      return r;
  fail_msg("there is no row %s", label);
  return 0;
}

/* Persons of a row in path i, h years ahead. */
static double at(const prg_cohort_plan *plan, const char *label, size_t i, size_t h) {
  return plan->path[(i * plan->horizon + h - 1) * plan->panel.n + row_of(plan, label)];
}

static void test_the_total_is_called_so_in_the_language(void **state) {
  (void)state;
  prg_cohort_unit unit = school(7, 3);
  prg_cohort_plan_options options = small();
  options.language = PRG_ENGLISH;
  prg_cohort_plan plan = make(&unit, &options);
  assert_string_equal(prg_cohort_plan_label(&plan, plan.panel.n - 1), "Total");
  assert_string_equal(plan.panel.series[plan.panel.n - 1].name, "Ekskolan · Total");
  prg_cohort_plan_clear(&plan);
}

static void test_parts_are_the_total_in_every_path(void **state) {
  (void)state;
  prg_cohort_unit unit = school(0, 10);
  prg_cohort_plan_options options = small();
  prg_cohort_plan plan = make(&unit, &options);
  assert_int_equal(plan.panel.n, 10 + 3 + 1);
  for (size_t i = 0; i < plan.n_paths; i++)
    for (size_t h = 1; h <= 4; h++)
      assert_close(at(&plan, "Lågstadiet", i, h) + at(&plan, "Mellanstadiet", i, h) +
                       at(&plan, "Högstadiet", i, h),
                   at(&plan, "Totalt", i, h), 0);
  assert_string_equal(plan.panel.series[0].name, "Ekskolan · F-klass");
  assert_close(plan.panel.series[13].value[5],
               counts[5] + counts[11] + counts[17] + counts[23] + counts[29] + counts[35] +
                   counts[41] + counts[47] + counts[53] + counts[59],
               0);
  assert_ptr_equal(plan.forecast[13].series, &plan.panel.series[13]);
  assert_true(prg_notes_has(&plan.forecast[13].notes, PRG_TEXT_NOTE_COHORT_RATIOS));
  prg_cohort_plan_clear(&plan);
}

static void test_whole_persons_sum(void **state) {
  (void)state;
  prg_cohort_unit unit = school(0, 10);
  prg_cohort_plan_options options = small();
  prg_cohort_plan plan = make(&unit, &options);
  double count[14];
  for (size_t h = 1; h <= 4; h++) {
    double sum = 0;
    prg_cohort_plan_whole(&plan, h, count);
    for (size_t r = 0; r < 10; r++) {
      assert_close(count[r], prg_forecast_point(&plan.forecast[r], h), 1.5);
      sum += count[r];
    }
    assert_close(sum, count[13], 0);
    assert_close(count[10] + count[11] + count[12], count[13], 0);
    assert_close(count[13], prg_forecast_point(&plan.forecast[13], h), .5);
  }
  prg_cohort_plan_clear(&plan);
}

/* From 2028, two years ahead, Åk 1 are those who would be in F-klass. */
static void test_grades_shift_with_a_class_before_the_first(void **state) {
  (void)state;
  prg_cohort_unit unit = school(0, 10);
  prg_cohort_plan_options options = small();
  prg_cohort_plan before = make(&unit, &options);
  options.shift_year = 2028;
  prg_cohort_plan plan = make(&unit, &options);
  for (size_t i = 0; i < plan.n_paths; i += 7) {
    assert_close(at(&plan, "Åk 1", i, 1), at(&before, "Åk 1", i, 1), 0);
    assert_close(at(&plan, "Åk 10", i, 1), 0, 0);
    assert_close(at(&plan, "F-klass", i, 2), 0, 0);
    assert_close(at(&plan, "Åk 1", i, 2), at(&before, "F-klass", i, 2), 0);
    assert_close(at(&plan, "Åk 10", i, 3), at(&before, "Åk 9", i, 3), 0);
    assert_close(at(&plan, "Högstadiet", i, 3), at(&before, "Högstadiet", i, 3), 0);
    assert_close(at(&plan, "Totalt", i, 4), at(&before, "Totalt", i, 4), 0);
  }
  double count[15];
  prg_cohort_plan_whole(&plan, 3, count);
  assert_close(count[11] + count[12] + count[13], count[14], 0);
  assert_true(prg_notes_has(&plan.forecast[14].notes, PRG_TEXT_NOTE_COHORT_SHIFT));
  prg_cohort_plan_clear(&before);
  prg_cohort_plan_clear(&plan);
}

/* Without F-klass the six-year-olds are those who would come to grade 1 the year after. */
static void test_grades_shift_without_one(void **state) {
  (void)state;
  prg_cohort_unit unit = school(1, 9);
  prg_cohort_plan_options options = small();
  options.shift_year = 2028;
  prg_cohort_plan plan = make(&unit, &options);
  for (size_t i = 0; i < plan.n_paths; i += 7) {
    assert_close(at(&plan, "Åk 1", i, 2), at(&plan, "Åk 2", i, 3), 25);
    double low = at(&plan, "Åk 1", i, 3) + at(&plan, "Åk 2", i, 3) + at(&plan, "Åk 3", i, 3) +
                 at(&plan, "Åk 4", i, 3);
    assert_close(at(&plan, "Lågstadiet", i, 3), low, 0);
    assert_close(at(&plan, "Lågstadiet", i, 3) + at(&plan, "Mellanstadiet", i, 3) +
                     at(&plan, "Högstadiet", i, 3),
                 at(&plan, "Totalt", i, 3), 0);
  }
  assert_true(prg_forecast_point(&plan.forecast[plan.panel.n - 1], 2) >
              prg_forecast_point(&plan.forecast[plan.panel.n - 1], 1) + 40);
  prg_cohort_plan_clear(&plan);
}

static void test_births_that_are_known_come_to_school(void **state) {
  (void)state;
  prg_cohort_unit unit = school(0, 10);
  double births[12];
  for (int y = 0; y < 12; y++) /* 2015 … 2026; F-klass 2021 … 2026 are four fifths of 2015 … 2020 */
    births[y] = y < 6 ? counts[y] / .8 : 100 + 20 * (y - 6);
  prg_series series;
  assert_int_equal(
      prg_series_init_values(&series, "Födda", (prg_period){PRG_YEAR, 2015}, births, 12, NULL),
      PRG_OK);
  prg_cohort_plan_options options = small();
  options.births = &series;
  prg_cohort_plan plan = make(&unit, &options);
  for (size_t h = 1; h <= 4; h++)
    assert_close(prg_forecast_point(&plan.forecast[0], h), .8 * (100 + 20 * (double)(h - 1)), 3);
  assert_true(prg_notes_has(&plan.forecast[13].notes, PRG_TEXT_NOTE_COHORT_ENTRY_KNOWN));
  prg_cohort_plan_clear(&plan);

  options.horizon = 8; /* two more than are born */
  plan = make(&unit, &options);
  assert_true(prg_notes_has(&plan.forecast[13].notes, PRG_TEXT_NOTE_COHORT_ENTRY_BIRTHS));
  prg_cohort_plan_clear(&plan);

  prg_error error;
  options.lag = 13; /* nobody that old is known */
  assert_int_equal(prg_cohort_plan_make(&unit, &options, &plan, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_COHORT_BIRTHS_MISSING);
  prg_cohort_plan_clear(&plan);
  options.lag = 11; /* one year of both */
  assert_int_equal(prg_cohort_plan_make(&unit, &options, &plan, &error), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_COHORT_BIRTHS_FEW);
  prg_cohort_plan_clear(&plan);
  options.lag = 6;
  series.value[7] = NAN; /* 2022: F-klass of 2028 */
  assert_int_equal(prg_cohort_plan_make(&unit, &options, &plan, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_COHORT_BIRTHS_MISSING);
  prg_cohort_plan_clear(&plan);
  prg_series_clear(&series);
}

static void test_ages_do_not_shift(void **state) {
  (void)state;
  prg_cohort_unit unit = school(0, 10);
  unit.kind = PRG_GRADE_AGE;
  prg_cohort_plan_options options = small();
  options.shift_year = 2028;
  prg_cohort_plan plan;
  prg_error error;
  assert_int_equal(prg_cohort_plan_make(&unit, &options, &plan, &error), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_COHORT_SHIFT_OF_AGES);
  prg_cohort_plan_clear(&plan);
}

static void test_groups_of_ones_own(void **state) {
  (void)state;
  prg_cohort_plan_options options = small();
  assert_int_equal(
      prg_cohort_groups_read("Små:F-2,Stora:3-9,Åttor:8", options.group, &options.n_group, NULL),
      PRG_OK);
  assert_int_equal(options.n_group, 3);
  prg_cohort_unit unit = school(0, 10);
  prg_cohort_plan plan = make(&unit, &options);
  for (size_t i = 0; i < plan.n_paths; i += 13) {
    assert_close(at(&plan, "Små", i, 2) + at(&plan, "Stora", i, 2), at(&plan, "Totalt", i, 2), 0);
    assert_close(at(&plan, "Åttor", i, 2), at(&plan, "Åk 8", i, 2), 0);
  }
  prg_cohort_plan_clear(&plan);
}

static void test_texts_that_are_no_groups(void **state) {
  (void)state;
  static const char *const text[] = {
      "", "Låg", ":1-3", "Låg:", "Låg:3-1", "Låg:1-", "Låg:1-x", "Låg:1-3,", "Låg:1-3,,Hög:7-9"};
  prg_cohort_group group[PRG_COHORT_GROUPS_MAX];
  size_t n;
  prg_error error;
  for (size_t i = 0; i < sizeof text / sizeof text[0]; i++) {
    if (prg_cohort_groups_read(text[i], group, &n, &error) != PRG_EUSAGE)
      fail_msg("\"%s\" is read", text[i]);
    assert_int_equal(error.message.text, PRG_TEXT_COHORT_GROUP);
  }
  assert_int_equal(prg_cohort_groups_read("a:1,b:1,c:1,d:1,e:1,f:1,g:1,h:1,i:1,j:1,k:1,l:1,m:1",
                                          group, &n, &error),
                   PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_COHORT_GROUPS_MANY);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_total_is_called_so_in_the_language),
      cmocka_unit_test(test_parts_are_the_total_in_every_path),
      cmocka_unit_test(test_whole_persons_sum),
      cmocka_unit_test(test_grades_shift_with_a_class_before_the_first),
      cmocka_unit_test(test_grades_shift_without_one),
      cmocka_unit_test(test_births_that_are_known_come_to_school),
      cmocka_unit_test(test_ages_do_not_shift),
      cmocka_unit_test(test_groups_of_ones_own),
      cmocka_unit_test(test_texts_that_are_no_groups),
  };
  return cmocka_run_group_tests_name("cohort_plan", tests, NULL, NULL);
}
