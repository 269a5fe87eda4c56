#include "canvas_test.h"

#include <math.h>

#include <prognos/chart_decomposition.h>

static prg_series series;
static prg_decomposition parts;
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
  prg_decomposition_clear(&parts);
  prg_series_clear(&series);
  prg_drawing_clear(&drawing);
  return 0;
}

/* 900 + 2 a month; lowest in July (−140), highest in March (+92). */
static void make(const char *name, double scale, double wave) {
  static const double shape[] = {31, 44, 92, 17, 23, -61, -140, -12, 38, 51, 27, -110};
  double value[60];
  for (int t = 0; t < 60; t++)
    value[t] = scale * (900 + 2 * t + wave * shape[t % 12] + (t * 7919 % 7 - 3));
  tear_down(NULL);
  assert_int_equal(
      prg_series_init_values(&series, name, (prg_period){PRG_MONTH, 12 * 2018}, value, 60, &error),
      PRG_OK);
  prg_decomposition_options how;
  prg_decomposition_options_init(&how);
  series.season = 12;
  assert_int_equal(prg_decompose(&series, &how, &parts, &error), PRG_OK);
}

static prg_status draw(void) {
  prg_drawing_clear(&drawing);
  return prg_decomposition_draw(&series, &parts, &options, &drawing, &error);
}

static void test_headline_tells_trend_and_season(void **state) {
  (void)state;
  make("Besök", 1, 1);
  options.unit = "besök";
  options.decimals = 0;
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.title, "Besök: trenden från 9");
  assert_text_holds(&drawing.title, " i juli till +9");
  assert_text_holds(&drawing.title, " i mars");
  assert_text_holds(&drawing.script, "'Säsong'");
  assert_text_holds(&drawing.script, "Varje stapel till höger är ");
  assert_text_holds(&drawing.script, "$season_1 << END\n24216 ");
  assert_text_holds(&drawing.script, "with impulses");
  assert_text_holds(&drawing.description, "Fyra linjediagram över varandra");
  assert_text_holds(&drawing.description, "från 928 besök jan.");
  assert_draws(&drawing.script, PRG_PICTURE_SVG);
}

static void test_no_season_is_said(void **state) {
  (void)state;
  make("Visits", 1, 0.002);
  options.language = PRG_ENGLISH;
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.title, "Visits: trend from 9");
  assert_text_holds(&drawing.title, ", no clear season");
}

static void test_a_million_and_a_title_of_ones_own(void **state) {
  (void)state;
  make("Å \"ä\" ö", 1234.5, 1);
  options.title = "Egen `rubrik`";
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title), "Egen `rubrik`");
  assert_text_holds(&drawing.script, "'1\u00A0000\u00A0000'");
  assert_draws(&drawing.script, PRG_PICTURE_PNG);
}

static void test_refusals(void **state) {
  (void)state;
  make("Besök", 1, 1);
  options.height = 0;
  assert_int_equal(draw(), PRG_EUSAGE);
  options.height = 1080;
  parts.trend[3] = 2e15;
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_TOO_LARGE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
      TEST(test_headline_tells_trend_and_season),
      TEST(test_no_season_is_said),
      TEST(test_a_million_and_a_title_of_ones_own),
      TEST(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
