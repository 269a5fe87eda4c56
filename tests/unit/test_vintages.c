#include "canvas_test.h"

#include "present/chart/vintages.h"

static fixture made[PRG_VINTAGES_MAX];
static const prg_forecast *forecast[PRG_VINTAGES_MAX];
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

/* What was known of the first n figures, and a forecast from first to last. */
static void add(size_t n, size_t horizon, double first, double last) {
  double begin[5], end[5];
  for (int k = 0; k < 5; k++) {
    begin[k] = first + 3 * (k - 2);
    end[k] = last + 6 * (k - 2);
  }
  fixture_init(&made[n_made], "Grundsärskola", (prg_period){PRG_YEAR, 2017}, pupils, n, horizon,
               begin, end);
  forecast[n_made] = &made[n_made].forecast;
  n_made++;
}

static prg_status draw(void) {
  prg_drawing_clear(&drawing);
  return prg_chart_draw(prg_chart_type_find("vintages"), forecast, n_made, &options, &drawing,
                        &error);
}

/* From 2019: 205, 215 and 225 against 214, 240 and 249; from 2021: 250, 260 against 249. */
static void test_bias_and_hits(void **state) {
  (void)state;
  add(6, 0, 0, 0);
  add(5, 2, 250, 260);
  add(3, 3, 205, 225);
  prg_vintages chart;
  assert_int_equal(prg_vintages_init(&chart, forecast, n_made, &options, &error), PRG_OK);
  assert_int_equal(chart.n, 2);
  assert_int_equal(chart.vintage[0]->origin.ordinal, 2019); /* sorted */
  assert_int_equal(chart.pairs, 4);
  assert_int_equal(chart.inside, 1);
  assert_close(chart.bias, (-9 - 25 - 24 + 1) / 952.0, 1e-12);
  assert_close(chart.mean_deviation, 59 / 952.0, 1e-12);
  assert_canvas_tidy(&chart.canvas);
  prg_vintages_clear(&chart);
}

static void test_words_and_script(void **state) {
  (void)state;
  add(6, 0, 0, 0);
  add(3, 3, 205, 225);
  add(5, 2, 250, 260);
  options.unit = "elever";
  assert_int_equal(draw(), PRG_OK);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Grundsärskola: prognoserna har i genomsnitt legat 6 procent för lågt");
  assert_text_holds(&drawing.script, "Inom \"8 av 10\": 1 av 4 utfall'");
  assert_text_holds(&drawing.script, "prognoser märkta med sista kända period'");
  assert_text_holds(&drawing.script, "$vintage_1 << END\n2019 198\n2020 205\n2021 215\n2022 225\n");
  assert_text_holds(&drawing.script, "set label '2019' at");
  assert_text_holds(&drawing.script, "set label 'Utfall' at");
  assert_text_holds(&drawing.description,
                    "Prognosen från år\u00A02019 var omkring 225 år\u00A02022; "
                    "utfallet blev 249.");
  assert_draws(&drawing.script, PRG_PICTURE_EMF);
  options.recomputed = true;
  options.language = PRG_ENGLISH;
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.script, "recomputed afterwards by today");
  assert_text_holds(&drawing.title, "6 per cent too low");
}

static void test_other_headlines(void **state) {
  (void)state;
  add(6, 0, 0, 0);
  add(5, 1, 290.4, 290.4);
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.title, "legat 17 procent för högt");
  made[1].forecast.distribution.quantile[2] = 249.3;
  assert_int_equal(draw(), PRG_OK);
  assert_text_holds(&drawing.title, "varken legat för högt eller för lågt");
}

static void test_many_are_tidy(void **state) {
  (void)state;
  double value[60];
  for (int t = 0; t < 60; t++)
    value[t] = round(900 + 5 * t + 180 * sin(t * 0.5236));
  static const double q[] = {880, 890, 905, 921, 960};
  for (size_t i = 0; i < PRG_VINTAGES_MAX; i++) {
    fixture_init(&made[i], "Å \"ä\"", (prg_period){PRG_MONTH, 12 * 2018}, value, 60 - 2 * i, 12, q,
                 q);
    forecast[i] = &made[i].forecast;
    n_made++;
  }
  prg_vintages chart;
  assert_int_equal(prg_vintages_init(&chart, forecast, n_made, &options, &error), PRG_OK);
  assert_int_equal(chart.n, PRG_VINTAGES_MAX - 1); /* the latest is no earlier one */
  assert_canvas_tidy(&chart.canvas);
  prg_vintages_clear(&chart);
}

static void test_refusals(void **state) {
  (void)state;
  static const double none[] = {NAN}, huge[] = {2e15};
  add(6, 3, 250, 270);
  assert_int_equal(draw(), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_VINTAGES_NONE);
  fixture_init(&made[1], "A", (prg_period){PRG_QUARTER, 8084}, huge, 1, 0, NULL, NULL);
  forecast[1] = &made[1].forecast;
  n_made = 2;
  assert_int_equal(draw(), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_MIXED_FREQUENCY);
  fixture_clear(&made[1]);
  fixture_init(&made[1], "A", (prg_period){PRG_YEAR, 2023}, none, 1, 0, NULL, NULL);
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_NO_FIGURES);
  fixture_clear(&made[1]);
  fixture_init(&made[1], "A", (prg_period){PRG_YEAR, 2023}, huge, 1, 0, NULL, NULL);
  assert_int_equal(draw(), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CHART_TOO_LARGE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
      TEST(test_bias_and_hits), TEST(test_words_and_script), TEST(test_other_headlines),
      TEST(test_many_are_tidy), TEST(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
