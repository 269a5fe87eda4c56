#include "model/pooled/outlier.h"

#include "test.h"

static void test_spike(void **state) {
  (void)state;
  static const double y[] = {10.3, 11.1, 10.6, 18.25, 11.9, 12.2, 12.0};
  outlier_departure found = outlier_search(y, 7);
  assert_int_equal(found.index, 3);
  assert_close(found.departure, 18.25 - 11.25, 1e-12);
  /* of the changes .8 .5 .3 .2 that do not touch it the upper median is .5 */
  assert_close(found.noise, 1.4826 * .5, 1e-12);
}

static void test_gap_beside_it(void **state) {
  (void)state;
  static const double y[] = {NAN, 10.3, 11.1, 3.7, NAN, 12.6, 12.2, 12.9, NAN};
  outlier_departure found = outlier_search(y, 9);
  assert_int_equal(found.index, 3);
  assert_close(found.departure, 3.7 - (11.1 + 1.5 / 3), 1e-12);
}

static void test_ends_are_not_suspected(void **state) {
  (void)state;
  static const double y[] = {90.4, 10.2, 10.7, 11.3, 11.1, 11.6, 95.3};
  outlier_departure found = outlier_search(y, 7);
  assert_true(found.index > 0 && found.index < 6);
}

static void test_few_and_equal(void **state) {
  (void)state;
  static const double five[] = {1.2, 1.3, 9.7, 1.5, 1.6}, equal[] = {4, 4, 4, 4, 4, 4, 4};
  static const double one_off[] = {4, 4, 4, 7.5, 4, 4, 4}, none[] = {NAN, NAN};
  assert_close(outlier_search(five, 5).departure, 0, 0);
  assert_close(outlier_search(equal, 7).departure, 0, 0);
  assert_close(outlier_search(none, 2).departure, 0, 0);
  assert_close(outlier_search(one_off, 7).departure, 3.5, 0);
  assert_close(outlier_search(one_off, 7).noise, 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_spike),
      cmocka_unit_test(test_gap_beside_it),
      cmocka_unit_test(test_ends_are_not_suspected),
      cmocka_unit_test(test_few_and_equal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
