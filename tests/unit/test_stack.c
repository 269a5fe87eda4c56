#include "canvas_test.h"

#include <prognos/chart.h>

#include "present/chart/stack.h"

#define MOST 12

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

/* A series from 2019 on, its forecast spreading about `ahead`. */
static void add(const char *name, const double *value, size_t n, size_t horizon, double ahead) {
  const double q[] = {0.8 * ahead, 0.9 * ahead, ahead, 1.125 * ahead, 1.25 * ahead};
  fixture_init(&series[n_series], name, (prg_period){PRG_YEAR, 2019}, value, n, horizon, q, q);
  forecast[n_series] = &series[n_series].forecast;
  n_series++;
}

static prg_status draw(void) {
  prg_drawing_clear(&drawing);
  return prg_chart_draw(prg_chart_type_find("stack"), forecast, n_series, &options, &drawing,
                        &error);
}

static void assert_tidy(const char *what) {
  prg_stack chart;
  assert_int_equal(prg_stack_init(&chart, forecast, n_series, &options, &error), PRG_OK);
  assert_canvas_tidy_of(&chart.canvas, what);
  prg_stack_clear(&chart);
}

static const double a[] = {168, 183, 198}, b[] = {96, 112, 126}, both[] = {264, 295, 324};

static void test_two_parts(void **state) {
  (void)state;
  add("Grund", a, 3, 2, 210.5);
  add("Gymnasie", b, 3, 2, 131.25);
  options.unit = "elever";
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Tillsammans: 324\u00A0elever år\u00A02021, omkring\u00A0342 år\u00A02023; "
                      "störst är Grund");
  assert_text_holds(&drawing.script, "$part_2 << END\n2019 96 168 264\n2020 112 183 295\n");
  assert_text_holds(&drawing.script, "$forecast_2 << END\n2022 131 211 342\n");
  assert_text_lacks(&drawing.script,
                    "$total"); /* the parts' intervals do not tell that of the sum */
  assert_text_holds(&drawing.description, "Staplar av 2 delar. Grund: från 168");
  assert_text_holds(&drawing.description, "Summan är 324");
  assert_text_lacks(&drawing.description, "8 gånger av 10");
  assert_tidy("two parts");
}

/* The total is none of the parts, and brings its interval. */
static void test_total_by_its_figures(void **state) {
  (void)state;
  prg_stack_figures f;
  double lower, upper;
  add("Grund", a, 3, 2, 210.5);
  add("Särskola", both, 3, 2, 341.5);
  add("Gymnasie", b, 3, 2, 131.25);
  assert_int_equal(prg_stack_figures_init(&f, forecast, 3, &options, &error), PRG_OK);
  assert_int_equal(f.n_part, 2);
  assert_string_equal(f.total->series->name, "Särskola");
  prg_stack_interval(&f, 2023, &lower, &upper);
  assert_close(lower, 0.9 * 341.5, 1e-9);
  assert_close(upper, 1.125 * 341.5, 1e-9);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.title, "Särskola: 324 år\u00A02021");
  assert_text_holds(&drawing.script, "$total << END\n2022 307.35 384.1875\n");
  assert_text_holds(&drawing.script, "'Summan, 8 av 10'");
  assert_text_holds(&drawing.description, "hamnar summan mellan 307 och 384.");
  assert_text_lacks(&drawing.script, "Delarna blir inte"); /* 342 and 341,5: rounding */
  assert_tidy("a total");
}

static void test_total_by_its_name(void **state) {
  (void)state;
  static const double other[] = {264, 301, 324};
  add("Totalt", other, 3, 0, 0);
  add("Grund", a, 3, 0, 0);
  add("Gymnasie", b, 3, 0, 0);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script,
                    "'Data t.o.m. 2021 · Delarna blir inte Totalt (2020: 295 mot 301)'");
  tear_down(NULL), set_up(NULL);
  add("Totalt", a, 3, 0, 0); /* of two series none is the total of the other */
  add("Gymnasie", b, 3, 0, 0);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.title, "Tillsammans: 324");
}

/* One period in which two figures happen to make a third is no proof. */
static void test_one_period_is_a_coincidence(void **state) {
  (void)state;
  prg_stack_figures f;
  add("Grund", a, 1, 0, 0);
  add("Särskola", both, 1, 0, 0);
  add("Gymnasie", b, 1, 0, 0);
  assert_int_equal(prg_stack_figures_init(&f, forecast, 3, &options, &error), PRG_OK);
  assert_null(f.total);
  assert_int_equal(f.n_part, 3);
}

/* What is hidden is in no bar, no sum and no word; nor is a sum that would tell it. */
static void test_hidden_part(void **state) {
  (void)state;
  static const double hidden[] = {35, NAN, 37}, whole[] = {299, 331, 361};
  add("Grund", a, 3, 0, 0);
  add("Gymnasie", b, 3, 0, 0);
  add("Träning", hidden, 3, 0, 0);
  add("Totalt", whole, 3, 0, 0);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script,
                    "$part_3 << END\n2019 35 264 299\n2020 NaN NaN NaN\n2021 37 324 361");
  assert_text_lacks(&drawing.script,
                    "'295'"); /* the two others of 2020: no sum of a part of them */
  assert_text_lacks(&drawing.script, "331");
  assert_text_lacks(&drawing.description, "331");
  assert_text_holds(&drawing.script, "set label '..' at");
  assert_text_holds(&drawing.script, " · .. uppgift saknas'");
  assert_text_holds(&drawing.description, "visas ingen summa; antal sådana perioder: 1.");
}

/* The seven largest, and the others as one, the lowest first as in the file. */
static void test_many_parts(void **state) {
  (void)state;
  static const double size[10] = {7, 60, 8, 96, 40, 33, 210, 25, 80, 15};
  prg_stack_figures f;
  double value[10][2];
  for (size_t i = 0; i < 10; i++) {
    char name[] = "Förskolan Björkhagens avdelning för yngre A";
    name[strlen(name) - 1] = (char)('A' + i);
    value[i][0] = size[i] + 1;
    value[i][1] = size[i];
    add(name, value[i], 2, 3, size[i]);
  }
  assert_int_equal(prg_stack_figures_init(&f, forecast, 10, &options, &error), PRG_OK);
  assert_int_equal(f.n_part, 8);
  assert_int_equal(f.part[0].series[0], 1);
  assert_int_equal(f.part[6].series[0], 8);
  assert_int_equal(f.part[7].n, 3); /* 7, 8, 15 */
  assert_close(prg_stack_part_at(&f, 7, 2020), 30, 0);
  assert_close(prg_stack_sum(&f, 2019), 584, 0);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script, "'Övriga (3)'");
  for (options.width = 1296; options.width <= 3240; options.width += 972)
    assert_tidy("ten parts");
}

static void test_extremes(void **state) {
  (void)state;
  static const double large[] = {1000000, 0, 512345}, none[] = {0, 0, 0};
  add("Allt", large, 3, 10, 600000);
  add("Inget & \"'`{}", none, 3, 10, 0);
  assert_tidy("a million and nothing");
  tear_down(NULL), set_up(NULL);
  add("Inget", none, 3, 0, 0);
  add("Ingenting", none, 3, 0, 0);
  assert_tidy("nothing");
}

static void refuses(prg_status status, prg_text text) {
  assert_int_equal(draw(), status);
  assert_int_equal(error.message.text, text);
  assert_int_equal(drawing.script.length, 0);
}

static void test_refusals(void **state) {
  (void)state;
  static const double negative[] = {3, -1.5, 2}, empty[] = {NAN, NAN};
  add("Grund", a, 3, 0, 0);
  refuses(PRG_EUSAGE, PRG_TEXT_CHART_NO_SERIES);
  add("Minus", negative, 3, 0, 0);
  refuses(PRG_EINPUT, PRG_TEXT_STACK_NEGATIVE);
  tear_down(NULL), set_up(NULL);
  add("Grund", a, 3, 1, 190);
  add("Ner", b, 3, 1, -12.5);
  refuses(PRG_EINPUT, PRG_TEXT_STACK_NEGATIVE);
  tear_down(NULL), set_up(NULL);
  add("Grund", a, 3, 0, 0);
  add("Tom", empty, 2, 0, 0);
  refuses(PRG_EINPUT, PRG_TEXT_CHART_NO_FIGURES);
  tear_down(NULL), set_up(NULL);
  add("Grund", a, 3, 0, 0);
  fixture_init(&series[1], "Kvartal", (prg_period){PRG_QUARTER, 8076}, b, 3, 0, NULL, NULL);
  forecast[1] = &series[1].forecast;
  n_series = 2;
  refuses(PRG_EUSAGE, PRG_TEXT_CHART_MIXED_FREQUENCY);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static void test_table_below(void **state) {
  (void)state;
  static const double first[] = {60, 64, 58, 66}, second[] = {96, NAN, 126, 131};
  add("Åsa", first, 4, 2, 70);
  add("Björk", second, 4, 2, 120);
  options.with_table = true;
  assert_tidy("a table");
  prg_stack chart;
  double value;
  assert_int_equal(prg_stack_init(&chart, forecast, n_series, &options, &error), PRG_OK);
  assert_int_equal(chart.strip.n, 3);
  assert_string_equal(prg_buffer_string(&chart.strip.label[0]), "Björk"); /* as they lie */
  assert_true(chart.strip.value(&chart, 1, 2021, &value));
  assert_close(value, 58, 0);
  assert_true(chart.strip.value(&chart, 2, 2024, &value));
  assert_close(value, 190, 0);
  assert_true(chart.strip.value(&chart, 2, 2020, &value) && isnan(value));
  prg_stack_clear(&chart);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script, "set label 'Tillsammans' at");
}

static void test_table_needs_room(void **state) {
  (void)state;
  static const char *const name[] = {"A", "B", "C", "D", "E", "F", "G"};
  static const double value[] = {60, 64, 58, 66};
  options.with_table = true;
  for (size_t i = 0; i < 7; i++)
    add(name[i], value, 4, 2, 70);
  n_series = 6;
  assert_tidy("six parts and a table");
  n_series = 7;
  assert_int_equal(draw(), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_TABLE_ROOM);
  for (size_t i = n_series; i < 7; i++)
    fixture_clear(&series[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_two_parts),         TEST(test_total_by_its_figures),
      TEST(test_total_by_its_name), TEST(test_one_period_is_a_coincidence),
      TEST(test_hidden_part),       TEST(test_many_parts),
      TEST(test_extremes),          TEST(test_table_below),
      TEST(test_table_needs_room),  TEST(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
