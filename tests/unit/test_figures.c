#include "test.h"

#include <stdlib.h>

#include "model/figures.h"

static void test_unit_is_the_last_decimal_of_the_figures(void **state) {
  (void)state;
  const double whole[] = {168, NAN, 12000}, tenths[] = {12.5, 13, 0}, mixed[] = {0.25, 3.125, 7.1};
  assert_close(prg_rounding_unit(whole, 3), 1, 0);
  assert_close(prg_rounding_unit(tenths, 3), 0.1, 1e-16);
  assert_close(prg_rounding_unit(mixed, 3), 0.001, 1e-18);
  assert_close(prg_rounding_unit(NULL, 0), 1, 0);
  assert_close(prg_rounding_variance(0.5), 0.25 / 12, 1e-16);
}

static void test_unit_of_any_double_is_small_and_not_zero(void **state) {
  (void)state;
  const double any[] = {M_PI, 1.0 / 3}, tiny[] = {3.7e-290};
  assert_close(prg_rounding_unit(any, 2), 1e-9 * M_PI, 1e-22); /* not told apart more finely */
  assert_true(prg_rounding_unit(tiny, 1) > 0);
  assert_true(prg_rounding_unit(tiny, 1) < 1e-289);
}

static void test_used_part_runs_from_a_figure_to_the_last(void **state) {
  (void)state;
  double value[] = {NAN, 3.1, NAN, 4.7, 5.9, NAN};
  prg_series series = {.n = 6, .value = value, .season = 1};
  size_t n;
  assert_ptr_equal(prg_figures_used(&series, 100, &n), value + 1);
  assert_int_equal(n, 4);
  assert_ptr_equal(prg_figures_used(&series, 3, &n), value + 3);
  assert_int_equal(n, 2);
  series.n = 1;
  prg_figures_used(&series, 100, &n);
  assert_int_equal(n, 0);
}

static void test_centring_is_undone_by_scale_and_centre(void **state) {
  (void)state;
  const double y[] = {61.3, 64.9, NAN, 38.2};
  double u[4], centre, scale;
  prg_figures_centre(y, 4, u, &centre, &scale);
  assert_close(u[0], 0, 0);
  assert_close(u[3], -1, 1e-15);
  assert_true(isnan(u[2]));
  assert_digits(centre + scale * u[1], 64.9, 15);
  const double same[] = {7.7, 7.7};
  prg_figures_centre(same, 2, u, &centre, &scale);
  assert_close(scale, 1, 0);
}

static void test_check_tells_what_is_wrong(void **state) {
  (void)state;
  double value[] = {2.5, NAN, 1e101};
  prg_series series = {.n = 3, .value = value, .season = 1};
  prg_error error;
  assert_int_equal(prg_figures_check(&series, "holt", 3, &error), PRG_EREFUSED);
  assert_string_equal(error.message.argument[0].string, "holt");
  assert_close(error.message.argument[2].number, 2, 0);
  assert_int_equal(prg_figures_check(&series, "holt", 2, &error), PRG_EINPUT);
  assert_close(error.message.argument[0].number, 3, 0);
  value[2] = -9e99;
  assert_int_equal(prg_figures_check(&series, "holt", 2, &error), PRG_OK);
  value[0] = 3e-101, value[2] = -7e-105;
  assert_true(prg_figures_vanish(&series));
  value[2] = -1.5e-100;
  assert_false(prg_figures_vanish(&series));
  value[0] = value[2] = 0;
  assert_false(prg_figures_vanish(&series));
}

static void test_room_grows_and_stays(void **state) {
  (void)state;
  double *array = NULL;
  size_t room = 0;
  assert_true(prg_figures_reserve(&array, &room, 5));
  double *first = array;
  assert_true(prg_figures_reserve(&array, &room, 3));
  assert_ptr_equal(array, first);
  assert_int_equal(room, 5);
  free(array);
}

static void test_offset_makes_counts_and_zeros_positive(void **state) {
  (void)state;
  const double count[] = {3, NAN, 0, 17}, zero[] = {0, 2.6, 1.7}, positive[] = {2.6, 1.7},
               negative[] = {-3, 0, 2.5}, whole_negative[] = {-3, 0, 2}, none[] = {0, 0};
  assert_close(prg_figures_offset(count, 4), 0.5, 0);
  assert_close(prg_figures_offset(none, 2), 0.5, 0);
  assert_close(prg_figures_offset(zero, 3), 0.85, 1e-15);
  assert_close(prg_figures_offset(positive, 2), 0, 0);
  assert_close(prg_figures_offset(negative, 3), 0, 0);
  assert_close(prg_figures_offset(whole_negative, 3), 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_unit_is_the_last_decimal_of_the_figures),
      cmocka_unit_test(test_unit_of_any_double_is_small_and_not_zero),
      cmocka_unit_test(test_used_part_runs_from_a_figure_to_the_last),
      cmocka_unit_test(test_centring_is_undone_by_scale_and_centre),
      cmocka_unit_test(test_check_tells_what_is_wrong),
      cmocka_unit_test(test_room_grows_and_stays),
      cmocka_unit_test(test_offset_makes_counts_and_zeros_positive),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
