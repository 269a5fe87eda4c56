#include "present_fixture.h"

#include <prognos/json.h>

static prg_buffer out;
static prg_json json;

static int set_up(void **state) {
  (void)state;
  prg_buffer_init(&out);
  prg_json_init(&json, &out);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  prg_buffer_free(&out);
  return 0;
}

static void check(const char *expected) {
  assert_int_equal(json.depth, 0);
  assert_string_equal(prg_buffer_string(&out), expected);
}

static void test_commas_and_indentation(void **state) {
  (void)state;
  prg_json_object(&json, PRG_JSON_LINES);
  prg_json_key(&json, "a");
  prg_json_array(&json, PRG_JSON_FLAT);
  prg_json_number(&json, 2.385);
  prg_json_object(&json, PRG_JSON_LINES);
  prg_json_key(&json, "b");
  prg_json_boolean(&json, true);
  prg_json_close(&json);
  prg_json_null(&json);
  prg_json_close(&json);
  prg_json_key(&json, "c");
  prg_json_array(&json, PRG_JSON_LINES);
  prg_json_close(&json);
  prg_json_key(&json, "d");
  prg_json_array(&json, PRG_JSON_LINES);
  prg_json_boolean(&json, false);
  prg_json_close(&json);
  prg_json_close(&json);
  check("{\n  \"a\": [2.385, {\"b\": true}, null],\n  \"c\": [],\n  \"d\": [\n    false\n  ]\n}");
}

static void test_strings_are_escaped(void **state) {
  (void)state;
  prg_json_string(&json, "a\"b\\c\nd\te\x01\x7f åäö \xff");
  check("\"a\\\"b\\\\c\\nd\\te\\u0001\\u007f åäö \uFFFD\"");
}

static void test_numbers(void **state) {
  (void)state;
  prg_json_array(&json, PRG_JSON_FLAT);
  prg_json_number(&json, 0.1);
  prg_json_number(&json, NAN);
  prg_json_number(&json, -INFINITY);
  prg_json_rounded(&json, 259.41536789, 6);
  prg_json_rounded(&json, INFINITY, 6);
  prg_json_close(&json);
  check("[0.1, null, null, 259.415, null]");
}

static void test_forecast(void **state) {
  (void)state;
  fixture f;
  static const double value[] = {12.5, NAN, 15.25};
  static const double quantile[] = {11.1, 13.3, 16.123456789012, 18.8, 21.7};
  fixture_init(&f, "Väntetid", (prg_period){PRG_MONTH, 12 * 2022 + 10}, value, 3, 1, quantile,
               quantile);
  f.series.observation[1] = PRG_SUPPRESSED;
  prg_notes_add(&f.forecast.notes, PRG_TEXT_ALT_MISSING, PRG_ARGS(prg_integer(1)));
  static const double level[] = {0.8, 0.95};
  prg_json_forecast(&json, &f.forecast, level, 2, PRG_ENGLISH);
  check("{\n"
        "  \"series\": \"Väntetid\",\n"
        "  \"model\": \"pooled\",\n"
        "  \"frequency\": \"month\",\n"
        "  \"origin\": \"2023M01\",\n"
        "  \"observations\": [\n"
        "    {\"period\": \"2022M11\", \"value\": 12.5, \"status\": \"\"},\n"
        "    {\"period\": \"2022M12\", \"value\": null, \"status\": \"suppressed\"},\n"
        "    {\"period\": \"2023M01\", \"value\": 15.25, \"status\": \"\"}\n"
        "  ],\n"
        "  \"forecasts\": [\n"
        "    {\"period\": \"2023M02\", \"value\": 16.12345679, \"intervals\": [{\"level\": 0.8, "
        "\"lower\": 13.3, \"upper\": 18.8}, {\"level\": 0.95, \"lower\": 11.1, \"upper\": 21.7}]}\n"
        "  ],\n"
        "  \"notes\": [\n"
        "    \"Periods between without a figure: 1.\"\n"
        "  ]\n"
        "}");
  fixture_clear(&f);
}

static void test_series_without_anything(void **state) {
  (void)state;
  fixture f;
  static const double none[] = {NAN};
  fixture_init(&f, "Tom", (prg_period){PRG_YEAR, 2022}, none, 1, 0, NULL, NULL);
  f.forecast.model = NULL;
  prg_json_forecast(&json, &f.forecast, NULL, 0, PRG_SWEDISH);
  check("{\n  \"series\": \"Tom\",\n  \"model\": \"\",\n  \"frequency\": \"year\",\n"
        "  \"observations\": [\n    {\"period\": \"2022\", \"value\": null, \"status\": \"gap\"}\n"
        "  ],\n  \"forecasts\": [],\n  \"notes\": []\n}");
  fixture_clear(&f);
}

static void test_trend(void **state) {
  (void)state;
  double time[] = {1, 2, 4}, fitted[] = {2.25, 3.5, 6.125}, residual[] = {0.135, -0.25, 0.0625};
  prg_trend trend = {.model = "linear",
                     .n = 3,
                     .n_coefficient = 1,
                     .coefficient = {{"slope", 16.9142857142857, 0.9, 18.79, 4.7e-5, 14.4, 19.4}},
                     .df = 1,
                     .sigma = 3.7651,
                     .r_squared = 0.9888,
                     .log_likelihood = -15.25,
                     .aicc = NAN,
                     .durbin_watson = 1.875,
                     .dispersion = NAN,
                     .time = time,
                     .fitted = fitted,
                     .residual = residual};
  prg_message_set(&trend.sentence, PRG_TEXT_ALT_CHART, NULL);
  prg_json_trend(&json, "Grundsärskola", &trend, PRG_SWEDISH);
  check("{\n"
        "  \"series\": \"Grundsärskola\",\n"
        "  \"model\": \"linear\",\n"
        "  \"n\": 3,\n"
        "  \"coefficients\": [\n"
        "    {\"name\": \"slope\", \"estimate\": 16.9142857142857, \"std_error\": 0.9, \"t\": "
        "18.79, \"p\": 4.7e-05, \"lower_95\": 14.4, \"upper_95\": 19.4}\n"
        "  ],\n"
        "  \"df\": 1,\n"
        "  \"sigma\": 3.7651,\n"
        "  \"r_squared\": 0.9888,\n"
        "  \"log_likelihood\": -15.25,\n"
        "  \"aicc\": null,\n"
        "  \"durbin_watson\": 1.875,\n"
        "  \"dispersion\": null,\n"
        "  \"time\": [1, 2, 4],\n"
        "  \"fitted\": [2.25, 3.5, 6.125],\n"
        "  \"residuals\": [0.135, -0.25, 0.0625],\n"
        "  \"sentence\": \"Linjediagram.\"\n"
        "}");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_commas_and_indentation),
      TEST(test_strings_are_escaped),
      TEST(test_numbers),
      TEST(test_forecast),
      TEST(test_series_without_anything),
      TEST(test_trend),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
