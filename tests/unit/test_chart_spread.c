#include "canvas_test.h"

#include <prognos/chart_spread.h>

#include "present/chart/spread.h"

static fixture made[6];
static const prg_forecast *forecast[6];
static size_t n_made;
static prg_chart_options options;
static prg_drawing drawing;
static prg_error error;

static int set_up(void **state) {
  (void)state;
  n_made = 0;
  prg_chart_options_init(&options);
  prg_error_clear(&error);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  for (size_t i = 0; i < n_made; i++)
    fixture_clear(&made[i]);
  prg_drawing_clear(&drawing);
  return 0;
}

static const double pupils[] = {168, 183, 198, 214, 240, 249};

static void add(const char *name, const char *model, size_t horizon, double end) {
  double first[5], last[5];
  for (int k = 0; k < 5; k++) {
    first[k] = 251 + 4 * (k - 2);
    last[k] = end + 17 * (k - 2);
  }
  fixture_init(&made[n_made], name, (prg_period){PRG_YEAR, 2017}, pupils, 6, horizon, first, last);
  made[n_made].forecast.model = model;
  forecast[n_made] = &made[n_made].forecast;
  n_made++;
}

static prg_status draw(void) {
  prg_drawing_clear(&drawing);
  return prg_chart_draw(prg_chart_type_find("spread"), forecast, n_made, &options, &drawing,
                        &error);
}

static void test_headline_tells_how_far_methods_are_apart(void **state) {
  (void)state;
  add("Grundsärskola", "pooled", 5, 286.7);
  add("Grundsärskola", "linear", 5, 335.4);
  add("Grundsärskola", "naive", 5, 244.2);
  options.unit = "elever";
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Metoderna ger mellan 244 och 335\u00A0elever år\u00A02027");
  assert_text_holds(&drawing.script, "'Elever, utfall 2017–2022, prognos 2023–2027 · "
                                     "Grundsärskola'");
  assert_text_holds(&drawing.script, "set label '335\u00A0rät linje' at");
  assert_text_holds(&drawing.script, "set label '244\u00A0senaste värdet' at");
  assert_text_holds(&drawing.script, "8 av 10 enligt sammanvägd exponentiell utjämning'");
  assert_text_holds(&drawing.script, "$from_2 << END\n2022 249\n2023 251\n");
  assert_text_holds(&drawing.script, "$line_2 << END\n2023 251\n");
  assert_text_holds(&drawing.description, "rät linje: 335\u00A0elever år\u00A02027.");
  assert_draws(&drawing.script, PRG_PICTURE_SVG);
}

static void test_series_that_differ_are_assumptions(void **state) {
  (void)state;
  add("Skola · oförändrad", "pooled", 5, 240.6);
  add("Skola · hög andel", "pooled", 3, 281.3);
  options.language = PRG_ENGLISH;
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.title, "The alternatives give between 241 and 281 in\u00A02027");
  assert_text_holds(&drawing.script, "set label '281\u00A0hög andel' at");
  assert_text_holds(&drawing.script, "2025 281.3\n2026 NaN\n2027 NaN\nEND");
}

static void test_labels_are_tidy(void **state) {
  (void)state;
  static const double same[] = {250.5, 250.5, 250.5}, none[] = {NAN, NAN, NAN};
  static const char *const name[] = {"En metod med ett mycket långt namn", "Å & \"Ö\" {x}_y^z", "C",
                                     "Särskoleverksamhetsutvecklingsplaneringsmetoden", "E"};
  prg_spread_line line[5];
  fixture alone;
  prg_spread_chart chart;
  for (int i = 0; i < 5; i++)
    line[i] = (prg_spread_line){name[i], i == 2 ? none : same};
  fixture_init(&alone, "Allt", (prg_period){PRG_SCHOOL_YEAR, 2017}, pupils, 6, 0, NULL, NULL);
  const prg_spread spread = {.series = &alone.series,
                             .origin = {PRG_SCHOOL_YEAR, 2022},
                             .horizon = 3,
                             .line = line,
                             .n = 5};
  for (int width = 1296; width <= 3240; width += 972) {
    options.width = width;
    assert_int_equal(prg_spread_chart_init(&chart, &spread, &options, &error), PRG_OK);
    assert_canvas_tidy(&chart.canvas);
    prg_spread_chart_clear(&chart);
  }
  fixture_clear(&alone);
}

static void test_refusals(void **state) {
  (void)state;
  add("A", "pooled", 2, 260);
  assert_int_equal(draw(), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_NO_SERIES);
  add("A", "naive", 0, 0);
  assert_int_equal(draw(), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_SPREAD_NO_FORECAST);
  add("A", "naive", 2, 2e15);
  forecast[1] = forecast[2];
  n_made = 2;
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_TOO_LARGE);
  n_made = 3;
}

static void test_table_below(void **state) {
  (void)state;
  add("Grundsärskola", "pooled", 5, 286.7);
  add("Grundsärskola", "linear", 3, 335.4);
  options.with_table = true;
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script, "set label 'Utfall' at");
  assert_text_holds(&drawing.script, "set label '287' at"); /* beside the name it has the name */
  prg_spread spread = {.series = forecast[0]->series,
                       .origin = forecast[0]->origin,
                       .horizon = 2,
                       .line = (const prg_spread_line[]){{"låg", (const double[]){250, 252}},
                                                         {"hög", (const double[]){NAN, 301}}},
                       .n = 2};
  prg_spread_chart chart;
  double value;
  assert_int_equal(prg_spread_chart_init(&chart, &spread, &options, &error), PRG_OK);
  assert_canvas_tidy(&chart.canvas);
  assert_int_equal(chart.strip.n, 3);
  assert_true(chart.strip.value(&chart, 0, 2022, &value));
  assert_close(value, 249, 0);
  assert_false(chart.strip.value(&chart, 0, 2023, &value));
  assert_false(chart.strip.value(&chart, 1, 2022, &value));
  assert_true(chart.strip.value(&chart, 1, 2024, &value));
  assert_close(value, 252, 0);
  assert_false(chart.strip.value(&chart, 2, 2023, &value)); /* it tells nothing of it */
  assert_true(chart.strip.value(&chart, 2, 2024, &value));
  prg_spread_chart_clear(&chart);
}

int main(void) {
  const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
      TEST(test_headline_tells_how_far_methods_are_apart),
      TEST(test_series_that_differ_are_assumptions),
      TEST(test_labels_are_tidy),
      TEST(test_table_below),
      TEST(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
