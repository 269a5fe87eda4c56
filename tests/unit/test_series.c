#include "test.h"

#include <prognos/series.h>

static const prg_period autumn_2017 = {PRG_SCHOOL_YEAR, 2017};

static prg_series make(const double *value, size_t n) {
  prg_series series;
  assert_int_equal(prg_series_init_values(&series, "Grundsärskola", autumn_2017, value, n, NULL),
                   PRG_OK);
  return series;
}

static void test_a_new_series_is_gaps(void **state) {
  (void)state;
  prg_series series;
  prg_period month = {PRG_MONTH, 12 * 2022 + 3};
  assert_int_equal(prg_series_init(&series, "A", month, 3, NULL), PRG_OK);
  assert_int_equal(series.season, 12);
  assert_int_equal(series.kind, PRG_KIND_UNKNOWN);
  for (size_t t = 0; t < 3; t++) {
    assert_true(isnan(series.value[t]));
    assert_int_equal(series.observation[t], PRG_GAP);
  }
  assert_int_equal(prg_series_observed(&series), 0);
  assert_false(prg_series_is_count(&series));
  assert_true(isinf(prg_series_minimum(&series)));
  prg_series_clear(&series);
  prg_series_clear(NULL);
}

static void test_a_name_is_replaced(void **state) {
  (void)state;
  prg_series series = make((const double[]){168, NAN, 198.25}, 3);
  assert_int_equal(prg_series_set_members(&series, "Vall\0flickor", 13, NULL), PRG_OK);
  assert_int_equal(prg_series_set_name(&series, "Vallskolan", NULL), PRG_OK);
  assert_int_equal(prg_series_set_name(&series, series.name + 4, NULL), PRG_OK); /* its own text */
  assert_string_equal(series.name, "skolan");
  assert_string_equal(prg_series_member(&series, 1), "flickor");
  assert_close(series.value[2], 198.25, 0);
  assert_int_equal(series.observation[1], PRG_GAP);
  prg_series_clear(&series);
}

static void test_values_and_periods(void **state) {
  (void)state;
  prg_series series = make((const double[]){168, NAN, 198, 214}, 4);
  assert_string_equal(series.name, "Grundsärskola");
  assert_int_equal(prg_series_observed(&series), 3);
  assert_int_equal(series.observation[1], PRG_GAP);
  assert_int_equal(series.observation[2], PRG_OBSERVED);
  assert_int_equal(prg_series_period(&series, 5).ordinal, 2022);
  assert_close(prg_series_minimum(&series), 168, 0);
  assert_true(prg_series_is_count(&series));
  prg_series_clear(&series);
}

static void test_what_is_no_count(void **state) {
  (void)state;
  prg_series negative = make((const double[]){3, -17}, 2);
  prg_series broken = make((const double[]){3, 17.25}, 2);
  assert_false(prg_series_is_count(&negative));
  assert_false(prg_series_is_count(&broken));
  prg_series_clear(&negative);
  prg_series_clear(&broken);
}

static void test_kinds(void **state) {
  (void)state;
  for (int i = 0; i < PRG_KIND_COUNT; i++) {
    prg_kind back = PRG_KIND_COUNT;
    assert_true(prg_kind_from_name(prg_kind_name((prg_kind)i), &back));
    assert_int_equal(back, i);
  }
  prg_kind kind = PRG_KIND_FLOW;
  assert_true(prg_kind_from_name("stock", &kind));
  assert_int_equal(kind, PRG_KIND_PEOPLE);
  assert_false(prg_kind_from_name("gas", &kind));
}

static void test_a_panel_keeps_its_order(void **state) {
  (void)state;
  prg_panel panel;
  prg_panel_init(&panel);
  for (int i = 0; i < 37; i++) {
    char name[8];
    snprintf(name, sizeof name, "s%d", 36 - i);
    prg_series series;
    assert_int_equal(prg_series_init(&series, name, autumn_2017, 2, NULL), PRG_OK);
    assert_int_equal(prg_panel_add(&panel, &series, NULL), PRG_OK);
    assert_null(series.name);
  }
  assert_int_equal(panel.n, 37);
  assert_string_equal(panel.series[36].name, "s0");
  assert_ptr_equal(prg_panel_find(&panel, "s17"), &panel.series[19]);
  assert_null(prg_panel_find(&panel, "s99"));
  prg_panel_clear(&panel);
  prg_panel_clear(NULL);
}

static void test_members_and_codes(void **state) {
  (void)state;
  static const char members[] = "Norrköping\0\0flickor", codes[] = "0581\0\0K";
  prg_series series;
  assert_int_equal(prg_series_init(&series, "Norrköping · flickor", autumn_2017, 2, NULL), PRG_OK);
  assert_string_equal(prg_series_member(&series, 1), "");
  assert_int_equal(prg_series_set_members(&series, members, sizeof members, NULL), PRG_OK);
  assert_string_equal(prg_series_code(&series, 2), "");
  assert_int_equal(prg_series_set_codes(&series, codes, sizeof codes, NULL), PRG_OK);
  assert_string_equal(prg_series_member(&series, 0), "Norrköping");
  assert_string_equal(prg_series_member(&series, 1), "");
  assert_string_equal(prg_series_member(&series, 2), "flickor");
  assert_string_equal(prg_series_code(&series, 0), "0581");
  assert_string_equal(prg_series_code(&series, 2), "K");
  assert_int_equal(prg_series_set_codes(&series, NULL, 0, NULL), PRG_OK);
  assert_null(series.codes);
  prg_series_clear(&series);
  assert_null(series.members);
}

static void test_dimensions_of_a_panel(void **state) {
  (void)state;
  prg_panel panel;
  prg_panel_init(&panel);
  size_t d = 17;
  assert_false(prg_panel_dimension(&panel, "Ålder", &d));
  assert_int_equal(prg_panel_add_dimension(&panel, "Region", NULL), PRG_OK);
  assert_int_equal(prg_panel_add_dimension(&panel, "Ålder", NULL), PRG_OK);
  assert_true(prg_panel_dimension(&panel, "åLDER", &d));
  assert_int_equal(d, 1);
  assert_true(prg_panel_dimension(&panel, "region", &d));
  assert_int_equal(d, 0);
  assert_false(prg_panel_dimension(&panel, "regio", &d));
  prg_panel_clear(&panel);
  assert_int_equal(panel.n_dimension, 0);
}

/* 1 until set, and then for the others. */
static void test_exposure(void **state) {
  (void)state;
  static const double y[] = {31, 29, 14};
  prg_series series;
  prg_period start = {PRG_YEAR, 2021};
  assert_int_equal(prg_series_init_values(&series, "Kö", start, y, 3, NULL), PRG_OK);
  assert_close(prg_series_exposure(&series, 2), 1, 0);
  assert_int_equal(prg_series_set_exposure(&series, 2, 0.417, NULL), PRG_OK);
  assert_close(prg_series_exposure(&series, 2), 0.417, 0);
  assert_close(prg_series_exposure(&series, 0), 1, 0);
  prg_series_clear(&series);
  assert_null(series.exposure);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_members_and_codes),
      cmocka_unit_test(test_dimensions_of_a_panel),
      cmocka_unit_test(test_exposure),
      cmocka_unit_test(test_a_new_series_is_gaps),
      cmocka_unit_test(test_a_name_is_replaced),
      cmocka_unit_test(test_values_and_periods),
      cmocka_unit_test(test_what_is_no_count),
      cmocka_unit_test(test_kinds),
      cmocka_unit_test(test_a_panel_keeps_its_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
