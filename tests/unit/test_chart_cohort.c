#include "canvas_test.h"

#include <prognos/chart_cohort.h>

/* Rows of grades, columns of years; the largest cohort is in grade 8 in the last one. */
static double counts[] = {61, 74, 58, 63, /* */ 60, 62, 75, 59, /* */ 57, 61, 62, 66};
static prg_cohort_unit unit;
static prg_cohort_plan_options plan_options;
static prg_cohort_plan plan;
static prg_chart_options options;
static prg_drawing drawing;
static prg_error error;

static int set_up(void **state) {
  (void)state;
  static const double usual[] = {61, 74, 58, 63, 60, 62, 75, 59, 57, 61, 62, 66};
  memcpy(counts, usual, sizeof counts);
  unit = (prg_cohort_unit){"Ekskolan", PRG_GRADE_SCHOOL, 5, {PRG_YEAR, 2019}, {3, 4, counts}, NULL};
  prg_cohort_plan_options_init(&plan_options);
  plan_options.n_paths = 300;
  plan_options.horizon = 2;
  prg_chart_options_init(&options);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  prg_cohort_plan_clear(&plan);
  prg_drawing_clear(&drawing);
  return 0;
}

static const char *draw(void) {
  prg_cohort_plan_clear(&plan);
  prg_drawing_clear(&drawing);
  assert_int_equal(prg_cohort_plan_make(&unit, &plan_options, &plan, &error), PRG_OK);
  assert_int_equal(prg_cohort_draw(&plan, &options, &drawing, &error), PRG_OK);
  return prg_buffer_string(&drawing.script);
}

/* 66 in grade 7 in 2022 were 75 in grade 6 in 2021 and 74 in grade 5 in 2020. */
static void test_the_largest_cohort_is_outlined(void **state) {
  (void)state;
  const char *text = draw();
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Den största årskullen går i årskurs 7 hösten 2022, och går sedan vidare");
  assert_holds(prg_buffer_string(&drawing.description),
               "Den största årskullen: Åk 5 2020 74, Åk 6 2021 75, Åk 7 2022 66.");
  assert_int_equal(times(text, "fillstyle empty"), 4); /* and in the key */
  assert_holds(text, "'Ekskolan · Antal efter årskurs och år, utfall 2019–2022, prognos "
                     "2023–2024'");
  assert_holds(text, "# column, row, persons, how strong the colour is\n$persons << END\n"
                     "0.5 0.5 61 ");
  assert_holds(text, "\n3.5 2.5 66 ");
  assert_int_equal(times(text, " # 2023\n"), 3);
}

static void test_it_begins_a_stage(void **state) {
  (void)state;
  counts[3] = 81;
  draw();
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Den största årskullen når årskurs 7 hösten 2024");
  options.language = PRG_ENGLISH;
  unit.kind = PRG_GRADE_AGE;
  draw();
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "The largest cohort is 6 years old in 2023");
  assert_holds(prg_buffer_string(&drawing.script), "'Total'");
}

/* The largest figure has the strongest colour, the smallest the weakest. */
static void test_shades_span_the_figures(void **state) {
  (void)state;
  const char *text = draw();
  assert_holds(text, " 75 0.58 # 2021\n");
  assert_holds(text, " 57 0.05 # 2019\n");
}

static void test_missing_figures_are_hatched(void **state) {
  (void)state;
  counts[1] = NAN;
  const char *text = draw();
  assert_int_equal(times(text, "pattern 5"), 2); /* and in the key */
  assert_holds(text, "'..'");
  assert_holds(text, "'uppgift saknas'");
  assert_null(strstr(text, "1.5 0.5 "));
  assert_holds(prg_buffer_string(&drawing.description), "Den största årskullen: Åk 6 2021 75, ");
}

/* Old years give way to a long forecast, and that to three known ones. */
static void test_as_many_years_as_there_is_room_for(void **state) {
  (void)state;
  plan_options.horizon = 17;
  const char *text = draw();
  assert_null(strstr(text, "# 2019\n"));
  assert_holds(text, "# 2020\n");
  assert_holds(text, "# 2030\n");
  assert_null(strstr(text, "# 2039\n"));
}

static void test_size_is_refused(void **state) {
  (void)state;
  draw();
  options.width = 100;
  assert_int_equal(prg_cohort_draw(&plan, &options, &drawing, &error), PRG_EUSAGE);
}

static void test_gnuplot_draws_it_without_a_word(void **state) {
  (void)state;
  if (!fixture_has_gnuplot())
    skip();
  char folder[64], path[128], command[400];
  fixture_folder(folder);
  counts[1] = NAN;
  snprintf(path, sizeof path, "%s/a.gp", folder);
  fixture_write(path, draw());
  snprintf(command, sizeof command,
           "cd %s && test -z \"$(LC_ALL=C.UTF-8 gnuplot a.gp 2>&1)\" && test -s a.svg",
           folder); /* in the C locale of a bare machine it has a word about its degree sign */
  assert_int_equal(system(command), 0);
  static const char *const file[] = {"a.gp", "a.svg", NULL};
  fixture_remove_folder(folder, file);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_the_largest_cohort_is_outlined),
      TEST(test_it_begins_a_stage),
      TEST(test_shades_span_the_figures),
      TEST(test_missing_figures_are_hatched),
      TEST(test_as_many_years_as_there_is_room_for),
      TEST(test_size_is_refused),
      TEST(test_gnuplot_draws_it_without_a_word),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
