#include "canvas_test.h"

#include <prognos/chart.h>

#include "present/chart/change.h"

static fixture series;
static const prg_forecast *forecast[] = {&series.forecast};
static prg_chart_options options;
static prg_drawing drawing;
static prg_error error;

static int set_up(void **state) {
  (void)state;
  prg_chart_options_init(&options);
  prg_error_clear(&error);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  fixture_clear(&series);
  series = (fixture){0};
  prg_drawing_clear(&drawing);
  return 0;
}

static void make(const char *name, prg_period start, const double *value, size_t n,
                 size_t horizon) {
  static const double first[] = {20.5, 22.25, 25.125, 28.5, 30.75};
  static const double last[] = {10.5, 18.25, 27.5, 38.5, 45.75};
  fixture_init(&series, name, start, value, n, horizon, first, last);
}

static prg_status draw(void) {
  return prg_chart_draw(prg_chart_type_find("change"), forecast, 1, &options, &drawing, &error);
}

/* 168, 183, 198, 214, 240, 249, then 259.415 … 307.616. */
static void test_figures(void **state) {
  (void)state;
  prg_change_figures f;
  fixture_grund(&series);
  assert_int_equal(prg_change_figures_init(&f, forecast[0], &options, &error), PRG_OK);
  assert_int_equal(f.lag, 1);
  assert_true(isnan(prg_change_at(&f, 2017)));
  assert_close(prg_change_at(&f, 2021), 26, 0);
  assert_close(prg_change_at(&f, 2023), 10.415, 1e-9);
  assert_close(prg_change_at(&f, 2024), (307.616 - 259.415) / 4, 1e-9);
  assert_close(prg_change_sum(&f, 2017), 0, 0);
  assert_close(prg_change_sum(&f, 2022), 81, 0);
  assert_close(prg_change_sum(&f, 2027), 139.616, 1e-9);
}

/* Known only where what is compared with is. */
static void test_intervals(void **state) {
  (void)state;
  prg_change_figures f;
  double lower, upper;
  fixture_grund(&series);
  assert_int_equal(prg_change_figures_init(&f, forecast[0], &options, &error), PRG_OK);
  prg_change_interval(&f, 2023, 0.80, &lower, &upper);
  assert_close(lower, 244.004 - 249, 1e-9);
  assert_close(upper, 274.907 - 249, 1e-9);
  prg_change_interval(&f, 2024, 0.80, &lower, &upper);
  assert_true(isnan(lower) && isnan(upper));
  prg_change_interval(&f, 2022, 0.80, &lower, &upper);
  assert_true(isnan(lower) && isnan(upper));
  prg_change_sum_interval(&f, 2027, 0.95, &lower, &upper);
  assert_close(lower, 206.069 - 168, 1e-9);
  assert_close(upper, 427.569 - 168, 1e-9);
}

/* 2021K1 … 2022K4: 12 15 . 18, 13 19 21 17. */
static void test_seasons(void **state) {
  (void)state;
  static const double value[] = {12, 15, NAN, 18, 13, 19, 21, 17};
  prg_change_figures f;
  double lower, upper;
  make("Besök", (prg_period){PRG_QUARTER, 4 * 2021}, value, 8, 5);
  assert_int_equal(prg_change_figures_init(&f, forecast[0], &options, &error), PRG_OK);
  assert_int_equal(f.lag, 4);
  assert_close(prg_change_at(&f, 4 * 2022), 1, 0);
  assert_close(prg_change_at(&f, 4 * 2022 + 1), 4, 0);
  assert_true(isnan(prg_change_at(&f, 4 * 2022 + 2)));
  assert_true(isnan(prg_change_sum(&f, 4 * 2022 + 3)));    /* the first year is not known */
  prg_change_interval(&f, 4 * 2023, 0.80, &lower, &upper); /* against 13 */
  assert_close(lower, 22.25 - 13, 1e-9);
  assert_close(upper, 28.5 - 13, 1e-9);
  prg_change_interval(&f, 4 * 2024, 0.80, &lower, &upper);
  assert_true(isnan(lower));
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Besök: −1 kv.\u00A04\u00A02022 mot samma period året före");
  assert_text_holds(&drawing.script, "'Förändring mot samma period året före, utfall");
  assert_text_holds(&drawing.script, "'De senaste 4 perioderna");
  assert_text_holds(&drawing.script, "8090 NaN # 2022K3\n");
}

static void test_sum_of_seasons(void **state) {
  (void)state;
  static const double value[] = {12, 15, 14, 18, 13, 19, 21, 17};
  prg_change_figures f;
  make("Besök", (prg_period){PRG_QUARTER, 4 * 2021}, value, 8, 0);
  assert_int_equal(prg_change_figures_init(&f, forecast[0], &options, &error), PRG_OK);
  assert_close(prg_change_sum(&f, 4 * 2021 + 3), 0, 0);
  assert_close(prg_change_sum(&f, 4 * 2022 + 3), 1 + 4 + 7 - 1, 0);
}

/* Less than a year: against the period before. */
static void test_few_quarters(void **state) {
  (void)state;
  static const double value[] = {12, 15, 11};
  make("Besök", (prg_period){PRG_QUARTER, 4 * 2021}, value, 3, 0);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script, "Förändring mot perioden före");
  assert_text_holds(&drawing.script, "8085 3 # 2021K2\n8086 -4 # 2021K3\nEND");
}

static void test_words(void **state) {
  (void)state;
  fixture_grund(&series);
  options.unit = "elever";
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Grundsärskola har ökat med 81\u00A0elever sedan 2017, mest 2021 (+26); "
                      "prognos omkring\u00A0+59 till 2027");
  assert_text_holds(&drawing.script,
                    "'Elever, förändring från år till år, utfall 2017–2022, prognos 2023–2027'");
  assert_text_holds(&drawing.description,
                    "Grundsärskola, förändring: 2018 +15, 2019 +15, 2020 +16, 2021 +26, 2022 +9.");
  assert_text_holds(&drawing.description, "mellan +76 och +204.");
  assert_text_holds(&drawing.script, "'Sammanlagt sedan 2017'");
  assert_text_holds(&drawing.script, "'+26'");
  options.language = PRG_ENGLISH;
  options.title = NULL;
  prg_drawing_clear(&drawing);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.title, "Grundsärskola has increased by 81");
}

static void test_down_and_nowhere(void **state) {
  (void)state;
  static const double down[] = {9.5, 8.25, 9.5, 8.25, 7.5}, same[] = {7.5, 8.25, 7.5};
  make("Kö", (prg_period){PRG_YEAR, 2018}, down, 5, 0);
  assert_int_equal(draw(), PRG_OK); /* two are as large: no "mest" */
  assert_string_equal(prg_buffer_string(&drawing.title), "Kö har minskat med 2,00 sedan 2018");
  tear_down(NULL);
  make("Kö", (prg_period){PRG_YEAR, 2018}, same, 3, 0);
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title), "Kö ligger där den låg år\u00A02018");
}

static void test_print(void **state) {
  (void)state;
  char text[PRG_NUMBER_BYTES + 2];
  assert_int_equal(prg_change_print(text, 12345.5, 1, PRG_SWEDISH), strlen("+12\u00A0345,5"));
  assert_string_equal(text, "+12\u00A0345,5");
  prg_change_print(text, -3, 0, PRG_SWEDISH);
  assert_string_equal(text, "−3");
  prg_change_print(text, 0.2, 0, PRG_SWEDISH); /* rounded to nothing, it has no sign */
  assert_string_equal(text, "0");
}

static void test_refusals(void **state) {
  (void)state;
  static const double apart[] = {12, NAN, 15}, none[] = {NAN, NAN}, huge[] = {1, 1e16};
  make("Luckor", (prg_period){PRG_YEAR, 2019}, apart, 3, 0);
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHANGE_NONE);
  tear_down(NULL);
  make("Tom", (prg_period){PRG_YEAR, 2019}, none, 2, 0);
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_NO_FIGURES);
  tear_down(NULL);
  make("Stor", (prg_period){PRG_YEAR, 2019}, huge, 2, 0);
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_TOO_LARGE);
}

static void assert_tidy(const char *what) {
  prg_change chart;
  assert_int_equal(prg_change_init(&chart, forecast[0], &options, &error), PRG_OK);
  assert_canvas_tidy_of(&chart.canvas, what);
  prg_change_clear(&chart);
}

static void test_nothing_lies_on_another(void **state) {
  (void)state;
  double month[60];
  for (int t = 0; t < 60; t++)
    month[t] = round(1200 + 8 * t + 220 * sin(t * 0.5236) + 37 * ((t * 7919) % 5));
  static const double wild[] = {-3.25, 1.5, 0, -4.125, 8, 8, 8}, million[] = {0, 1000000, 0};
  fixture_grund(&series);
  for (options.width = 1296; options.width <= 3240; options.width += 972)
    assert_tidy("Grundsärskola");
  options.width = 1920;
  tear_down(NULL);
  make("Besök på fritidsgården vid Björkhagens torg", (prg_period){PRG_MONTH, 24216}, month, 60,
       12);
  assert_tidy("60 months");
  tear_down(NULL);
  make("Minus", (prg_period){PRG_YEAR, 2015}, wild, 7, 4);
  assert_tidy("negative values");
  tear_down(NULL);
  make("Allt", (prg_period){PRG_SCHOOL_YEAR, 2019}, million, 3, 0);
  assert_tidy("a million and nothing");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static void test_table_below(void **state) {
  (void)state;
  prg_change chart;
  fixture_grund(&series);
  options.with_table = true;
  assert_int_equal(prg_change_init(&chart, forecast[0], &options, &error), PRG_OK);
  assert_int_equal(chart.strip.n, 2);
  assert_canvas_tidy(&chart.canvas);
  assert_true(chart.sum.x_tick[chart.sum.n_x_tick - 1].at == 2027);
  double value;
  assert_false(chart.strip.value(&chart, 0, 2017, &value)); /* nothing is before it */
  assert_true(chart.strip.value(&chart, 0, 2021, &value));
  assert_close(value, 26, 0);
  assert_true(chart.strip.value(&chart, 1, 2022, &value));
  assert_close(value, 81, 0);
  prg_change_clear(&chart);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script, "set label 'Sammanlagt' at");
  assert_text_holds(&drawing.script, "set label '+16' at"); /* 2020: no bar has it beside it */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_figures),
      TEST(test_intervals),
      TEST(test_seasons),
      TEST(test_sum_of_seasons),
      TEST(test_few_quarters),
      TEST(test_words),
      TEST(test_down_and_nowhere),
      TEST(test_print),
      TEST(test_table_below),
      TEST(test_refusals),
      TEST(test_nothing_lies_on_another),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
