#include <prognos/population.h>

#include <stdlib.h>

#include "test.h"

static const prg_period y2021 = {PRG_YEAR, 2021};

static prg_period year(int ordinal) {
  return (prg_period){PRG_YEAR, ordinal};
}

/* Appends a series of two dimensions, "member[0]\0member[1]\0" in 15 bytes at most. */
static void add(prg_panel *panel, const char *name, const char *members, size_t n,
                const double *value, size_t n_value) {
  prg_series series;
  assert_int_equal(prg_series_init_values(&series, name, y2021, value, n_value, NULL), PRG_OK);
  assert_int_equal(prg_series_set_members(&series, members, n, NULL), PRG_OK);
  assert_int_equal(prg_panel_add(panel, &series, NULL), PRG_OK);
}

static const double low[] = {1713, 1690, 1650}, middle[] = {1713, 1731, NAN, 1777},
                    high[] = {1713, 1745, 1805};

static void make_panel(prg_panel *panel) {
  prg_panel_init(panel);
  assert_int_equal(prg_panel_add_dimension(panel, "område", NULL), PRG_OK);
  assert_int_equal(prg_panel_add_dimension(panel, "alternativ", NULL), PRG_OK);
  add(panel, "Norr · Låg", "Norr\0Låg\0", 10, low, 3);
  add(panel, "Norr · Mellan", "Norr\0Mellan\0", 12, middle, 4);
  add(panel, "Norr · Hög", "Norr\0HÖG\0", 10, high, 3);
  add(panel, "Syd · mellan", "Syd\0mellan\0", 11, high, 3);
}

static void test_variants_are_found_in_any_case_and_order(void **state) {
  (void)state;
  prg_panel panel;
  prg_population population;
  make_panel(&panel);
  assert_int_equal(prg_population_make(&panel, NULL, &population, NULL), PRG_OK);
  assert_int_equal(population.n, 2);
  const prg_population_group *norr = &population.group[0];
  assert_string_equal(norr->name, "Norr");
  assert_ptr_equal(norr->variant[PRG_VARIANT_HIGH], &panel.series[2]);
  assert_true(prg_population_has_spread(norr));
  assert_false(prg_population_has_spread(&population.group[1]));
  prg_population_clear(&population);
  prg_panel_clear(&panel);
}

static void test_figures_between_variants_and_years(void **state) {
  (void)state;
  prg_panel panel;
  prg_population population;
  make_panel(&panel);
  assert_int_equal(prg_population_make(&panel, NULL, &population, NULL), PRG_OK);
  const prg_population_group *norr = &population.group[0];
  assert_close(prg_population_at(norr, year(2022), 0), 1731, 0);
  assert_close(prg_population_at(norr, year(2022), -PRG_VARIANT_SCORE), 1690, 1e-9);
  assert_close(prg_population_at(norr, year(2022), PRG_VARIANT_SCORE / 2), 1738, 1e-9);
  assert_close(prg_population_at(norr, year(2023), 0), 1754, 1e-9); /* between 1731 and 1777 */
  assert_close(prg_population_at(norr, year(2024), -1), 1777, 0);   /* no low variant there */
  assert_true(isnan(prg_population_at(norr, year(2025), 0)));
  assert_true(isnan(prg_population_at(norr, year(2020), 0)));
  assert_close(prg_population_at(norr, (prg_period){PRG_SCHOOL_YEAR, 2022}, 0), 1731, 0);
  assert_true(prg_population_is_given(norr, year(2024)));
  assert_false(prg_population_is_given(norr, year(2023)));
  prg_population_clear(&population);
  prg_panel_clear(&panel);
}

static void test_pupils_find_their_group(void **state) {
  (void)state;
  prg_panel panel, pupils;
  prg_population population;
  make_panel(&panel);
  make_panel(&pupils);
  assert_int_equal(prg_population_make(&panel, NULL, &population, NULL), PRG_OK);
  assert_string_equal(prg_population_find(&population, &pupils, 3)->name, "Syd");
  free(population.group[1].name);
  population.group[1].name = strdup("Väst");
  assert_null(prg_population_find(&population, &pupils, 3));
  free(population.group[1].name);
  population.n = 1; /* one for all */
  assert_string_equal(prg_population_find(&population, &pupils, 3)->name, "Norr");
  prg_population_clear(&population);
  prg_panel_clear(&panel);
  prg_panel_clear(&pupils);
}

static void test_a_group_without_a_middle_is_refused(void **state) {
  (void)state;
  prg_panel panel;
  prg_population population;
  prg_error error;
  prg_panel_init(&panel);
  assert_int_equal(prg_panel_add_dimension(&panel, "alternativ", NULL), PRG_OK);
  add(&panel, "låg", "låg\0", 5, low, 3);
  assert_int_equal(prg_population_make(&panel, NULL, &population, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_POPULATION_NO_MIDDLE);
  prg_population_clear(&population);
  add(&panel, "låg", "låg\0", 5, low, 3);
  assert_int_equal(prg_population_make(&panel, NULL, &population, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_POPULATION_TWICE);
  prg_population_clear(&population);
  prg_panel_clear(&panel);
}

/* Variants in files of their own, and a forecast with limits. */
static void test_variants_from_other_panels_and_a_forecast(void **state) {
  (void)state;
  prg_panel panel = {0}, other = {0};
  prg_population population;
  prg_error error;
  add(&panel, "7–15 år", "", 0, middle, 2);
  add(&other, "lågt", "", 0, low, 3);
  prg_forecast forecast = {.series = &panel.series[0], .origin = year(2022)};
  static const double probability[] = {.1, .5, .9};
  assert_int_equal(prg_distribution_init(&forecast.distribution, 1, probability, 3, NULL), PRG_OK);
  memcpy(forecast.distribution.quantile, (double[]){1700, 1760, 1830}, 3 * sizeof(double));
  assert_int_equal(prg_population_make(&panel, &forecast, &population, NULL), PRG_OK);
  assert_close(prg_population_at(&population.group[0], year(2023), 0), 1760, 0);
  assert_close(prg_population_at(&population.group[0], year(2023), PRG_VARIANT_SCORE), 1830, 1e-6);
  assert_true(prg_population_has_spread(&population.group[0]));
  prg_population_clear(&population);

  assert_int_equal(prg_population_make(&panel, NULL, &population, NULL), PRG_OK);
  assert_int_equal(prg_population_add(&population, &other, PRG_VARIANT_LOW, NULL), PRG_OK);
  assert_close(prg_population_at(&population.group[0], year(2022), -PRG_VARIANT_SCORE), 1690, 1e-9);
  add(&other, "annat", "", 0, low, 3); /* two, and none of the name */
  assert_int_equal(prg_population_add(&population, &other, PRG_VARIANT_LOW, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_POPULATION_NOT_THERE);
  prg_population_clear(&population);
  prg_forecast_clear(&forecast);
  prg_panel_clear(&panel);
  prg_panel_clear(&other);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_variants_are_found_in_any_case_and_order),
      cmocka_unit_test(test_figures_between_variants_and_years),
      cmocka_unit_test(test_pupils_find_their_group),
      cmocka_unit_test(test_a_group_without_a_middle_is_refused),
      cmocka_unit_test(test_variants_from_other_panels_and_a_forecast),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
