#include "canvas_test.h"

#include <prognos/chart_share.h>

static fixture made;
static prg_share_year year[3];
static prg_share share;
static prg_chart_options options;
static prg_drawing drawing;
static prg_error error;

/* 249 pupils of 17 800; three years ahead. */
static int set_up(void **state) {
  (void)state;
  prg_chart_options_init(&options);
  prg_error_clear(&error);
  fixture_grund(&made);
  for (int h = 0; h < 3; h++)
    year[h] = (prg_share_year){
        .pupils =
            {[PRG_VARIANT_MIDDLE] = 247.6 - h, [PRG_VARIANT_LOW] = NAN, [PRG_VARIANT_HIGH] = NAN},
        .rival = {[PRG_SHARE_DIRECT] = 262.5 + 13 * h, [PRG_SHARE_LINE] = 267.9 + 17 * h}};
  share = (prg_share){.year = year, .horizon = 3, .forecast = made.forecast};
  share.forecast.distribution.horizon = 3;
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  fixture_clear(&made);
  prg_drawing_clear(&drawing);
  return 0;
}

static prg_status draw(void) {
  prg_drawing_clear(&drawing);
  return prg_share_draw(&share, &options, &drawing, &error);
}

static void test_methods_stand_beside_each_other(void **state) {
  (void)state;
  options.unit = "elever";
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Metoderna ger mellan 246 och 302\u00A0elever år\u00A02025");
  assert_text_holds(&drawing.script, "set label '246\u00A0andel × befolkning' at");
  assert_text_holds(&drawing.script, "$line_1 << END\n2023 247.6\n2024 246.6\n2025 245.6\nEND");
  assert_text_holds(&drawing.description, "rät linje: 302\u00A0elever år\u00A02025.");
  assert_null(strstr(prg_buffer_string(&drawing.script), "låg befolkning"));
}

static void test_variants_of_the_population_are_lines(void **state) {
  (void)state;
  year[2].pupils[PRG_VARIANT_LOW] = 240.4;
  year[2].pupils[PRG_VARIANT_HIGH] = 251.7;
  options.language = PRG_ENGLISH;
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.title, "The methods give between 240 and 302");
  assert_text_holds(&drawing.script, "set label '252\u00A0high population' at");
  assert_text_holds(&drawing.script, "$line_2 << END\n2023 NaN\n2024 NaN\n2025 240.4\nEND");
}

static void test_refusals(void **state) {
  (void)state;
  options.width = 100;
  assert_int_equal(draw(), PRG_EUSAGE);
  options.width = 1920;
  year[1].rival[PRG_SHARE_LINE] = 3e15;
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_TOO_LARGE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
      TEST(test_methods_stand_beside_each_other),
      TEST(test_variants_of_the_population_are_lines),
      TEST(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
