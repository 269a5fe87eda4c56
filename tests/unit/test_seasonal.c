#include "canvas_test.h"

#include "present/chart/seasonal.h"

static fixture made;
static prg_chart_options options;
static prg_drawing drawing;
static prg_error error;

static int set_up(void **state) {
  (void)state;
  prg_chart_options_init(&options);
  prg_error_clear(&error);
  made = (fixture){0};
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  fixture_clear(&made);
  prg_drawing_clear(&drawing);
  return 0;
}

static void make(const char *name, prg_period start, const double *value, size_t n,
                 size_t horizon) {
  static const double low[] = {880, 903, 921.5, 941, 960};
  fixture_clear(&made);
  fixture_init(&made, name, start, value, n, horizon, low, low);
}

static prg_status draw(void) {
  const prg_forecast *forecast = &made.forecast;
  prg_drawing_clear(&drawing);
  return prg_chart_draw(prg_chart_type_find("seasonal"), &forecast, 1, &options, &drawing, &error);
}

static void assert_tidy(void) {
  prg_seasonal chart;
  assert_int_equal(prg_seasonal_init(&chart, &made.forecast, &options, &error), PRG_OK);
  assert_canvas_tidy(&chart.canvas);
  prg_seasonal_clear(&chart);
}

/* Highest in March, lowest in July. */
static void monthly(double *value, size_t n) {
  static const double shape[] = {31, 44, 92, 17, 23, -61, -140, -12, 38, 51, 27, -9};
  for (size_t t = 0; t < n; t++)
    value[t] = 900 + 2 * (double)t + shape[t % 12] + (double)(t * 7919 % 5);
}

static void test_headline_names_the_highest_and_the_lowest(void **state) {
  (void)state;
  double value[60];
  monthly(value, 60);
  make("Besök", (prg_period){PRG_MONTH, 12 * 2018}, value, 60, 14);
  options.unit = "besök";
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title), "Flest besök i mars, färst i juli");
  assert_text_holds(&drawing.script,
                    "'Besök, utfall jan. 2018 – dec. 2022, prognos jan. 2023 – dec. 2023 · Besök'");
  assert_text_holds(&drawing.script, "# 2018\n$outcome_1 << END\n0 931\n");
  assert_text_holds(&drawing.script, "set label '2023 prognos' at");
  assert_text_holds(&drawing.description, "Linjediagram med en linje per år, 2018 till 2023. I "
                                          "genomsnitt: i januari ");
  assert_tidy();
  assert_draws(&drawing.script, PRG_PICTURE_SVG);
}

static void test_quarters_of_what_is_not_counted(void **state) {
  (void)state;
  static const double value[] = {12.5, 17.25, 9.75, 11, 12.75, 17.5, 9.5, 11.25, 12.25, 17};
  make("Kö", (prg_period){PRG_QUARTER, 4 * 2020}, value, 10, 4);
  options.language = PRG_ENGLISH;
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Kö: highest in quarter 2, lowest in quarter 3");
  assert_text_holds(&drawing.script, "('Q1' 0, 'Q2' 1, 'Q3' 2, 'Q4' 3)");
  /* 2022 goes on from its last figure; the forecast's own points begin after it. */
  assert_text_holds(&drawing.script, "$forecast_3 << END\n1 17 17 17\n2 921.5 903 941\n");
  assert_text_holds(&drawing.script, "$ahead_3 << END\n2 921.5 903 941\n");
  assert_text_holds(&drawing.script, "$ahead_4 << END\n0 921.5 903 941\n1 921.5 903 941\nEND");
}

static void test_no_season_is_said(void **state) {
  (void)state;
  double value[48];
  for (int t = 0; t < 48; t++)
    value[t] = 500 + (t * 7919) % 101;
  make("Ärenden", (prg_period){PRG_MONTH, 12 * 2019}, value, 48, 0);
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title), "Ärenden: ingen tydlig säsong");
}

static void test_corner_cases_are_tidy(void **state) {
  (void)state;
  double value[480];
  monthly(value, 480);
  make("Fyrtio år", (prg_period){PRG_MONTH, 12 * 1983}, value, 480, 7);
  assert_tidy();
  options.width = 1296;
  assert_tidy();
  options.width = 1920;
  static const double term[] = {31, 1000000, NAN, 0};
  make("Terminer", (prg_period){PRG_TERM, 4042}, term, 4, 1);
  assert_tidy();
  make("En", (prg_period){PRG_HALF_YEAR, 4044}, term, 1, 0);
  assert_tidy();
  make("Veckor", (prg_period){PRG_WEEK, 2600}, value, 160, 60);
  assert_tidy();
  assert_int_equal(draw(), PRG_OK);
  assert_draws(&drawing.script, PRG_PICTURE_PDF);
}

static void test_refusals(void **state) {
  (void)state;
  static const double some[] = {168, 183, 249}, none[] = {NAN, NAN}, huge[] = {1, 1e16};
  make("År", (prg_period){PRG_YEAR, 2020}, some, 3, 0);
  assert_int_equal(draw(), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_SEASONAL_NONE);
  make("Dagar", (prg_period){PRG_DAY, 19000}, some, 3, 0);
  assert_int_equal(draw(), PRG_EREFUSED);
  make("Tom", (prg_period){PRG_MONTH, 24000}, none, 2, 0);
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_NO_FIGURES);
  make("Stor", (prg_period){PRG_MONTH, 24000}, huge, 2, 0);
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_TOO_LARGE);
}

static void test_table_below(void **state) {
  (void)state;
  double value[64], shown;
  monthly(value, 64);
  value[62] = NAN;
  make("Besök", (prg_period){PRG_MONTH, 12 * 2018 + 3}, value, 64, 14);
  options.with_table = true;
  assert_tidy();
  prg_seasonal chart;
  assert_int_equal(prg_seasonal_init(&chart, &made.forecast, &options, &error), PRG_OK);
  assert_int_equal(chart.strip.n, 6); /* 2020 … 2023, and what is forecast of 2023 and 2024 */
  assert_string_equal(prg_buffer_string(&chart.strip.label[0]), "2020");
  assert_string_equal(prg_buffer_string(&chart.strip.label[4]), "2023 prognos");
  assert_string_equal(prg_buffer_string(&chart.strip.label[5]), "2024 prognos");
  assert_true(chart.strip.value(&chart, 0, 0, &shown));
  assert_close(shown, value[21], 0);
  assert_true(chart.strip.value(&chart, 3, 5, &shown) && isnan(shown));
  assert_false(chart.strip.value(&chart, 3, 7, &shown));
  assert_false(chart.strip.value(&chart, 4, 6, &shown));
  assert_true(chart.strip.value(&chart, 4, 7, &shown));
  assert_close(shown, chart.line[5].median[7], 0);
  prg_seasonal_clear(&chart);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script, "· .. uppgift saknas");
}

static void test_table_of_a_year_that_has_begun(void **state) {
  (void)state;
  static const double value[] = {12.5, 17.25, 9.75};
  double shown;
  make("Kö", (prg_period){PRG_QUARTER, 4 * 2020 + 2}, value, 3, 4);
  options.with_table = true;
  assert_tidy();
  prg_seasonal chart;
  assert_int_equal(prg_seasonal_init(&chart, &made.forecast, &options, &error), PRG_OK);
  assert_int_equal(chart.strip.n, 4);
  assert_false(chart.strip.value(&chart, 0, 1, &shown)); /* before the first figure */
  assert_true(chart.strip.value(&chart, 0, 2, &shown));
  assert_true(chart.strip.value(&chart, 1, 0, &shown));
  assert_close(shown, 9.75, 0);
  assert_false(chart.strip.value(&chart, 1, 1, &shown));
  prg_seasonal_clear(&chart);
}

int main(void) {
  const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
      TEST(test_headline_names_the_highest_and_the_lowest),
      TEST(test_quarters_of_what_is_not_counted),
      TEST(test_no_season_is_said),
      TEST(test_corner_cases_are_tidy),
      TEST(test_table_below),
      TEST(test_table_of_a_year_that_has_begun),
      TEST(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
