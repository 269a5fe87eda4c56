#include "canvas_test.h"

#include "present/chart/multiples.h"

#define MOST PRG_MULTIPLES_MAX

static fixture series[MOST];
static const prg_forecast *forecast[MOST];
static size_t n_series;
static prg_chart_options options;
static prg_drawing drawing;
static prg_error error;

static int set_up(void **state) {
  (void)state;
  n_series = 0;
  prg_chart_options_init(&options);
  prg_error_clear(&error);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  for (size_t i = 0; i < n_series; i++)
    fixture_clear(&series[i]);
  prg_drawing_clear(&drawing);
  return 0;
}

static void add(const char *name, prg_period start, const double *value, size_t n, size_t horizon,
                double end) {
  static const double part[] = {-0.2, -0.1, 0, 0.12, 0.2};
  double first[5], last[5];
  for (int k = 0; k < 5; k++) {
    first[k] = end * (1 + part[k] / 2);
    last[k] = end * (1 + part[k]);
  }
  fixture_init(&series[n_series], name, start, value, n, horizon, first, last);
  forecast[n_series] = &series[n_series].forecast;
  n_series++;
}

static prg_status draw(void) {
  prg_drawing_clear(&drawing);
  return prg_chart_draw(prg_chart_type_find("multiples"), forecast, n_series, &options, &drawing,
                        &error);
}

static void assert_tidy(void) {
  static prg_multiples chart;
  assert_int_equal(prg_multiples_init(&chart, forecast, n_series, &options, &error), PRG_OK);
  assert_canvas_tidy(&chart.canvas);
  for (size_t i = 1; i < n_series && !options.free_scale; i++) {
    assert_close(chart.axes[i].y_high, chart.axes[0].y_high, 0);
    assert_close(chart.axes[i].y_low, chart.axes[0].y_low, 0);
  }
  prg_multiples_clear(&chart);
}

static void three(void) {
  static const double one[] = {168, 183, 249}, two[] = {96, NAN, 126}, three_[] = {61, 58, 47};
  const prg_period start = {PRG_YEAR, 2020};
  add("Ekskolan", start, one, 3, 5, 271.6);
  add("Åskolan & \"Ö\"", start, two, 3, 5, 139.4);
  add("Almskolan", start, three_, 3, 5, 47.2);
}

static void test_headline_tells_how_many_rise_and_which_most(void **state) {
  (void)state;
  three();
  options.unit = "elever";
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "2 av 3 väntas öka till 2027, mest Ekskolan (+23)");
  assert_text_holds(&drawing.script, "'Elever, utfall 2020–2022, prognos 2023–2027'");
  assert_text_holds(&drawing.script, "Färgat fält: 8 av 10'");
  assert_text_holds(&drawing.script, "$outcome_2 << END\n2020 96\n2021 NaN\n2022 126\nEND");
  assert_text_holds(&drawing.script, "$end_3 << END\n2027 47.2\nEND");
  assert_text_holds(&drawing.description, "Linjediagram i 3 rutor, en per serie. Ekskolan: från "
                                          "168 elever");
  assert_draws(&drawing.script, PRG_PICTURE_SVG);
}

/* Somewhat higher, but it may as well be lower: no headline. */
static void test_what_is_uncertain_is_no_rise(void **state) {
  (void)state;
  static const double value[] = {52, 57, 54};
  add("Lindskolan", (prg_period){PRG_YEAR, 2020}, value, 3, 5, 55);
  add("Ekskolan", (prg_period){PRG_YEAR, 2020}, value, 3, 5, 53);
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Alla 2 väntas ligga kvar ungefär på dagens nivå till 2027");
}

static void test_headline_when_all_or_none_rise(void **state) {
  (void)state;
  static const double flat[] = {31, 31.4}, high[] = {40, 35};
  const prg_period start = {PRG_SCHOOL_YEAR, 2021};
  options.language = PRG_ENGLISH;
  options.decimals = 0;
  add("A", start, flat, 2, 2, 30.6);
  add("B", start, flat, 2, 2, 31.2);
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "All 2 are expected to stay about as they are until 2024/25");
  add("C", start, high, 2, 2, 28);
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "None of 3 is expected to rise until 2024/25; C falls most (\u22127)");
}

static void test_without_forecast_it_tells_what_has_happened(void **state) {
  (void)state;
  static const double up[] = {12.5, 15}, more[] = {9, 14.5};
  add("A", (prg_period){PRG_QUARTER, 8084}, up, 2, 0, 0);
  add("B", (prg_period){PRG_QUARTER, 8084}, more, 2, 0, 0);
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Alla 2 har ökat sedan kv. 1 2021, mest B (+5,5)");
  assert_null(strstr(prg_buffer_string(&drawing.script), "zone_forecast fillstyle"));
}

static void test_one_scale_unless_each_is_to_have_its_own(void **state) {
  (void)state;
  three();
  assert_tidy();
  options.free_scale = true;
  assert_tidy();
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script, "Varje ruta har sin egen skala");
  static prg_multiples chart;
  assert_int_equal(prg_multiples_init(&chart, forecast, n_series, &options, &error), PRG_OK);
  assert_true(chart.axes[0].y_high > 2 * chart.axes[2].y_high);
  prg_multiples_clear(&chart);
}

static void test_corner_cases_are_tidy(void **state) {
  (void)state;
  static const double none[] = {NAN, NAN}, zero[] = {0, 0}, huge[] = {0, 1000000},
                      minus[] = {-31.25, 17.5}, one[] = {1070};
  double month[60];
  for (int t = 0; t < 60; t++)
    month[t] = round(900 + 5 * t + 180 * sin(t * 0.5236));
  const prg_period start = {PRG_MONTH, 12 * 2018};
  add("Tom", start, none, 2, 0, 0);
  add("Noll", start, zero, 2, 2, 0);
  add("En kommun med ett alldeles för långt namn", start, huge, 2, 3, 900000);
  add("Minus", start, minus, 2, 0, 0);
  add("En", start, one, 1, 0, 0);
  add("Månader", start, month, 60, 12, 1210);
  assert_tidy();
  options.width = 1296;
  assert_tidy();
  options.width = 1920;
  while (n_series < MOST)
    add("Förskolan Björkhagens avdelning för yngre", start, month, 60, 12, 1210);
  assert_tidy();
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script, "set label 'inga värden'");
  assert_draws(&drawing.script, PRG_PICTURE_EMF);
  options.width = 1296;
  options.free_scale = true;
  assert_int_equal(draw(), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_MULTIPLES_NO_ROOM);
}

static void test_refusals(void **state) {
  (void)state;
  static const double none[] = {NAN, NAN}, some[] = {2.385, 1e16};
  add("Tom", (prg_period){PRG_YEAR, 2017}, none, 2, 0, 0);
  assert_int_equal(draw(), PRG_EUSAGE);
  add("Tom", (prg_period){PRG_YEAR, 2017}, none, 2, 0, 0);
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_NO_FIGURES);
  add("Stor", (prg_period){PRG_YEAR, 2017}, some, 2, 0, 0);
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_TOO_LARGE);
  add("Kvartal", (prg_period){PRG_QUARTER, 8084}, some, 1, 0, 0);
  assert_int_equal(draw(), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_MIXED_FREQUENCY);
}

int main(void) {
  const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
      TEST(test_headline_tells_how_many_rise_and_which_most),
      TEST(test_what_is_uncertain_is_no_rise),
      TEST(test_headline_when_all_or_none_rise),
      TEST(test_without_forecast_it_tells_what_has_happened),
      TEST(test_one_scale_unless_each_is_to_have_its_own),
      TEST(test_corner_cases_are_tidy),
      TEST(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
