#include <prognos/share_table.h>

#include <stdlib.h>

#include "test.h"

/* Two years of a share that was reckoned elsewhere. */
typedef struct example {
  prg_series pupils;
  prg_share_year year[2];
  prg_share share;
  prg_buffer out;
} example;

static void begin(example *x) {
  *x = (example){0};
  const prg_period start = {PRG_YEAR, 2022};
  assert_int_equal(prg_series_init_values(&x->pupils, "Ekskolan", start, (double[]){42}, 1, NULL),
                   PRG_OK);
  x->year[0] = (prg_share_year){
      {PRG_YEAR, 2023}, .019, {2290, 2300, 2330}, {43.5, 43.7, 44.3}, 0, 1.7, {47.21, NAN}};
  x->year[1] = x->year[0];
  x->year[1].period.ordinal++;
  x->share = (prg_share){.year = x->year, .horizon = 2};
  x->share.now =
      (prg_share_year){{PRG_YEAR, 2022}, .019, {2210, 2210, 2210}, {42, 42, 42}, 0, 0, {NAN, NAN}};
  x->share.forecast = (prg_forecast){.series = &x->pupils, .model = "share", .origin = start};
  static const double probability[] = {.1, .5, .9};
  assert_int_equal(prg_distribution_init(&x->share.forecast.distribution, 2, probability, 3, NULL),
                   PRG_OK);
  memcpy(x->share.forecast.distribution.quantile, (double[]){39.8, 43.7, 48.4, 38.1, 43.7, 50.9},
         6 * sizeof(double));
  prg_notes_add(&x->share.forecast.notes, PRG_TEXT_NOTE_SHARE_BETWEEN, NULL);
}

static void end(example *x) {
  prg_forecast_clear(&x->share.forecast);
  prg_series_clear(&x->pupils);
  prg_buffer_free(&x->out);
}

static void test_the_table(void **state) {
  (void)state;
  example x;
  begin(&x);
  prg_share_write(&x.share, PRG_ENGLISH, &x.out);
  assert_string_equal(
      prg_buffer_string(&x.out),
      "Ekskolan\n\n"
      "Period  Population  Share  Pupils  8 in 10  Low pop.  High pop.  By share  By pop.  "
      "Direct\n"
      "──────────────────────────────────────────────────────────────────────────────────────────"
      "\n"
      "2022          2210  1.90%    42.0\n"
      "2023          2300  1.90%    43.7    40–48      43.5       44.3       0.0      1.7    "
      "47.2\n"
      "2024          2300  1.90%    43.7    38–51      43.5       44.3       0.0      1.7    "
      "47.2\n"
      "\nThe population of years without figures is on the straight line between the years around "
      "them.\n");
  end(&x);
}

/* Variants that are all one have no columns. */
static void test_columns_without_content_are_left_out(void **state) {
  (void)state;
  example x;
  begin(&x);
  for (size_t h = 0; h < 2; h++)
    x.year[h].pupils[PRG_VARIANT_LOW] = x.year[h].pupils[PRG_VARIANT_HIGH] = 43.7;
  prg_share_write(&x.share, PRG_SWEDISH, &x.out);
  assert_null(strstr(prg_buffer_string(&x.out), "Låg bef."));
  assert_null(strstr(prg_buffer_string(&x.out), "Rät linje"));
  assert_non_null(strstr(prg_buffer_string(&x.out), "Direkt"));
  end(&x);
}

static void test_json_has_every_figure(void **state) {
  (void)state;
  example x;
  begin(&x);
  prg_share_json(&x.share, 1, PRG_ENGLISH, &x.out);
  assert_non_null(strstr(
      prg_buffer_string(&x.out),
      "{\"period\": \"2024\", \"population\": 2300, \"population_low\": 2290, \"population_high\": "
      "2330, \"share\": 0.019, \"pupils\": 43.7, \"pupils_low\": 43.5, \"pupils_high\": 44.3, "
      "\"share_effect\": 0, \"population_effect\": 1.7, \"direct\": 47.21, \"line\": null, "
      "\"lower_80\": 38.1, \"upper_80\": 50.9}"));
  end(&x);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_table),
      cmocka_unit_test(test_columns_without_content_are_left_out),
      cmocka_unit_test(test_json_has_every_figure),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
