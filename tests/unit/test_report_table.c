#include "present_fixture.h"

#include <prognos/report_table.h>

static void check(const prg_buffer *out, const char *expected) {
  assert_false(out->failed);
  assert_string_equal(prg_buffer_string(out), expected);
}

static void test_forecast_in_swedish(void **state) {
  (void)state;
  fixture f;
  fixture_grund(&f);
  f.series.value[2] = NAN;
  prg_notes_add(&f.forecast.notes, PRG_TEXT_ALT_MISSING, PRG_ARGS(prg_integer(1)));
  prg_report_options options;
  prg_report_options_init(&options);
  options.unit = "elever";
  options.width = 30;
  prg_buffer out;
  prg_buffer_init(&out);
  prg_report_forecast(&f.forecast, &options, &out);
  check(&out, "Grundsärskola (elever) · modell: pooled\n"
              "▁▁ ▃▅▅┊▆▆▇██\n"
              "\n"
              "Period  Utfall  Prognos  8 av 10  95 av 100\n"
              "───────────────────────────────────────────\n"
              "2017       168\n"
              "2018       183\n"
              "2019        ..\n"
              "2020       214\n"
              "2021       240\n"
              "2022       249\n"
              "2023                259  244–275    233–287\n"
              "2024                271  244–299    226–322\n"
              "2025                284  244–324    220–357\n"
              "2026                296  244–348    213–392\n"
              "2027                308  244–372    206–428\n"
              "\n"
              "Antal perioder däremellan utan\n"
              "värde: 1.\n");
  prg_buffer_free(&out);
  fixture_clear(&f);
}

static void test_levels_decimals_and_negative_bounds(void **state) {
  (void)state;
  fixture f;
  static const double value[] = {-3.25, 1.5};
  static const double quantile[] = {-6.625, -3.125, 0.5, 4.25, 12.345};
  fixture_init(&f, "Netto", (prg_period){PRG_QUARTER, 4 * 2022 + 3}, value, 2, 1, quantile,
               quantile);
  static const double level[] = {0.95};
  prg_report_options options;
  prg_report_options_init(&options);
  options.language = PRG_ENGLISH;
  options.level = level;
  options.n_level = 1;
  options.model_title = PRG_TEXT_CHART_FORECAST;
  prg_buffer out;
  prg_buffer_init(&out);
  prg_report_forecast(&f.forecast, &options, &out);
  check(&out, "Netto · model: Forecast\n"
              "▁█┊▇\n"
              "\n"
              "Period   Outcome  Forecast      95 in 100\n"
              "─────────────────────────────────────────\n"
              "Q4 2022    −3.25\n"
              "Q1 2023     1.50\n"
              "Q2 2023               0.50  −6.62 – 12.35\n");
  prg_buffer_free(&out);
  fixture_clear(&f);
}

static void test_series_alone_and_empty(void **state) {
  (void)state;
  fixture f;
  static const double value[] = {1070}, none[] = {NAN};
  prg_report_options options;
  prg_report_options_init(&options);
  prg_buffer out;
  prg_buffer_init(&out);
  fixture_init(&f, "KAA\n", (prg_period){PRG_YEAR, 2022}, value, 1, 0, NULL, NULL);
  f.forecast.model = NULL;
  prg_report_forecast(&f.forecast, &options, &out);
  check(&out, "KAA \n▄\n\nPeriod  Utfall\n──────────────\n2022      1070\n");
  fixture_clear(&f);
  prg_buffer_clear(&out);
  fixture_init(&f, "Tom", (prg_period){PRG_YEAR, 2022}, none, 1, 0, NULL, NULL);
  f.forecast.model = NULL;
  prg_report_forecast(&f.forecast, &options, &out);
  check(&out, "Tom\nPeriod  Utfall\n──────────────\n");
  prg_buffer_free(&out);
  fixture_clear(&f);
}

static const prg_trend line = {
    .model = "linear",
    .n = 6,
    .n_coefficient = 3,
    .coefficient = {{"intercept", 149.466667, 3.505098, 42.6427, 1.8e-6, 139.7349, 159.19853},
                    {"slope", 16.9142857, 0.9000378, 18.7928, 0.0471, 14.41537, 19.4132},
                    {"rate", 0.000123456, NAN, NAN, NAN, NAN, NAN}},
    .df = 4,
    .sigma = 3.7651,
    .r_squared = 0.988801,
    .aicc = NAN,
    .durbin_watson = 1.8765,
    .dispersion = NAN};

static void test_trend(void **state) {
  (void)state;
  prg_trend trend = line;
  prg_message_set(&trend.sentence, PRG_TEXT_ALT_MISSING, PRG_ARGS(prg_integer(2)));
  prg_report_options options;
  prg_report_options_init(&options);
  prg_buffer out;
  prg_buffer_init(&out);
  prg_report_trend("Grundsärskola", &trend, &options, &out);
  check(&out, "Grundsärskola · modell: linear\n"
              "Antal perioder däremellan utan värde: 2.\n"
              "\n"
              "Koefficient     Skattning  Medelfel      t       p  95 %: från     till\n"
              "───────────────────────────────────────────────────────────────────────\n"
              "nivå (t = 0)      149,467   3,50510  42,64  <0,001     139,735  159,199\n"
              "lutning           16,9143  0,900038  18,79   0,047     14,4154  19,4132\n"
              "tillväxttakt  0,000123456\n"
              "\n"
              "n 6 · frihetsgrader 4 · s 3,76510 · R² 0,988801 · Durbin–Watson 1,87650\n");
  prg_buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_forecast_in_swedish),
      cmocka_unit_test(test_levels_decimals_and_negative_bounds),
      cmocka_unit_test(test_series_alone_and_empty),
      cmocka_unit_test(test_trend),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
