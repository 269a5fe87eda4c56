#include "present_fixture.h"

#include <prognos/alt_text.h>

static void check(const prg_forecast *const *forecast, size_t n, const prg_chart_options *options,
                  const char *expected) {
  prg_buffer out;
  prg_buffer_init(&out);
  prg_alt_text(forecast, n, options, &out);
  assert_string_equal(prg_buffer_string(&out), expected);
  prg_buffer_free(&out);
}

static void test_forecast_in_swedish(void **state) {
  (void)state;
  fixture f;
  fixture_grund(&f);
  prg_chart_options options;
  prg_chart_options_init(&options);
  options.unit = "elever";
  options.capacity = 270;
  check((const prg_forecast *const[]){&f.forecast}, 1, &options,
        "Linjediagram. Grundsärskola: från 168 elever år\u00A02017 till 249 elever år\u00A02022. "
        "Prognosen är omkring 308 elever år\u00A02027; 8 gånger av 10 hamnar värdet mellan 244 och "
        "372, 95 gånger av 100 mellan 206 och 428. Prognosen går över kapaciteten 270 för första "
        "gången år\u00A02024.");
  fixture_clear(&f);
}

static void test_several_in_english(void **state) {
  (void)state;
  fixture a, b;
  static const double one[] = {NAN, 1070.6, NAN};
  fixture_init(&b, "KAA", (prg_period){PRG_SCHOOL_YEAR, 2021}, one, 3, 0, NULL, NULL);
  fixture_gymnasie(&a);
  prg_chart_options options;
  prg_chart_options_init(&options);
  options.language = PRG_ENGLISH;
  options.capacity = 1000;
  check((const prg_forecast *const[]){&a.forecast, &b.forecast}, 2, &options,
        "Line chart of 2 series. Gymnasiesärskola: from 96 in\u00A02017 to 126 in\u00A02022. The "
        "forecast is about 139 in\u00A02027; 8 times in 10 the value falls between 102 and 185, 95 "
        "times in 100 between 81 and 224. The forecast does not exceed the capacity of 1000. KAA: "
        "1071 in\u00A0the\u00A0school\u00A0year\u00A02022/23. The latest figure is above the "
        "capacity of 1000 already.");
  fixture_clear(&a);
  fixture_clear(&b);
}

static void test_gaps_and_nothing(void **state) {
  (void)state;
  fixture a, b;
  static const double gaps[] = {12, NAN, NAN, 17}, none[] = {NAN};
  fixture_init(&a, "A", (prg_period){PRG_YEAR, 2019}, gaps, 4, 0, NULL, NULL);
  fixture_init(&b, "B", (prg_period){PRG_YEAR, 2019}, none, 1, 0, NULL, NULL);
  prg_chart_options options;
  prg_chart_options_init(&options);
  check((const prg_forecast *const[]){&a.forecast, &b.forecast}, 2, &options,
        "Linjediagram med 2 serier. A: från 12 år\u00A02019 till 17 år\u00A02022. Antal perioder "
        "däremellan utan värde: 2. B: inga värden.");
  fixture_clear(&a);
  fixture_clear(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_forecast_in_swedish),
      cmocka_unit_test(test_several_in_english),
      cmocka_unit_test(test_gaps_and_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
