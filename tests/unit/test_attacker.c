#include "plan/disclosure/attacker.h"

#include "test.h"

/* 249 = 149 + 96 + 4 */
static const double pupils[] = {149, 96, 4, 249};
static const size_t pupils_total[] = {3}, pupils_first[] = {0, 3}, pupils_part[] = {0, 1, 2};
static const cell_table pupils_table = {4, pupils, 1, pupils_total, pupils_first, pupils_part};

static void check_bounds(attacker *a, size_t cell, double lower, double upper) {
  double from, to;
  attacker_bounds(a, cell, &from, &to);
  assert_close(from, lower, 0);
  assert_close(to, upper, 0);
}

static void test_one_hidden_is_no_secret(void **state) {
  (void)state;
  attacker *a = attacker_new(&pupils_table);
  attacker_set_hidden(a, (const bool[]){false, false, true, false});
  check_bounds(a, 2, 4, 4);
  attacker_free(a);
}

static void test_two_hidden_share_their_sum(void **state) {
  (void)state;
  attacker *a = attacker_new(&pupils_table);
  attacker_set_hidden(a, (const bool[]){false, true, true, false});
  check_bounds(a, 1, 0, 100);
  check_bounds(a, 2, 0, 100);
  attacker_set_bounds(a, 2, 1, 4); /* who knows that it is small */
  check_bounds(a, 1, 96, 99);
  attacker_free(a);
}

static void test_a_part_and_its_total_are_unlimited_above(void **state) {
  (void)state;
  attacker *a = attacker_new(&pupils_table);
  attacker_set_hidden(a, (const bool[]){true, false, false, true});
  check_bounds(a, 0, 0, INFINITY);
  check_bounds(a, 3, 100, INFINITY);
  attacker_free(a);
}

static void test_slopes_tell_what_each_person_more_would_do(void **state) {
  (void)state;
  double slope[4];
  attacker *a = attacker_new(&pupils_table);
  attacker_set_hidden(a, (const bool[]){false, false, true, false});
  assert_close(attacker_reach(a, 2, 1, slope), 4, 1e-9);
  assert_close(slope[0], -1, 1e-9);
  assert_close(slope[1], -1, 1e-9);
  assert_close(slope[3], 1, 1e-9);
  attacker_free(a);
}

/* 8 + 13 = 20 by the source's own noise: the attacker knows by how much it is off. */
static void test_a_sum_that_is_off_hides_nothing(void **state) {
  (void)state;
  static const double value[] = {8, 13, 20};
  static const size_t total[] = {2}, first[] = {0, 2}, part[] = {0, 1};
  const cell_table table = {3, value, 1, total, first, part};
  attacker *a = attacker_new(&table);
  attacker_set_hidden(a, (const bool[]){true, false, false});
  check_bounds(a, 0, 8, 8);
  attacker_free(a);
}

static void test_what_the_source_hides_is_unknown_to_him_too(void **state) {
  (void)state;
  static const double value[] = {NAN, 7, 19, 40};
  static const size_t total[] = {3}, first[] = {0, 3}, part[] = {0, 1, 2};
  const cell_table table = {4, value, 1, total, first, part};
  attacker *a = attacker_new(&table);
  attacker_set_hidden(a, (const bool[]){false, true, false, false});
  check_bounds(a, 1, 0, 21);
  attacker_free(a);
}

/* Three of whom each two are published together: 3, 5 and 4 leave whole numbers one way only. */
static void test_whole_persons(void **state) {
  (void)state;
  static const double value[] = {1, 2, 3, 3, 5, 4};
  static const size_t total[] = {3, 4, 5}, first[] = {0, 2, 4, 6}, part[] = {0, 1, 1, 2, 0, 2};
  const cell_table table = {6, value, 3, total, first, part};
  attacker *a = attacker_new(&table);
  attacker_set_hidden(a, (const bool[]){true, true, true, false, false, false});
  check_bounds(a, 0, 1, 1);
  check_bounds(a, 2, 3, 3);
  attacker_free(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_hidden_is_no_secret),
      cmocka_unit_test(test_two_hidden_share_their_sum),
      cmocka_unit_test(test_a_part_and_its_total_are_unlimited_above),
      cmocka_unit_test(test_slopes_tell_what_each_person_more_would_do),
      cmocka_unit_test(test_a_sum_that_is_off_hides_nothing),
      cmocka_unit_test(test_what_the_source_hides_is_unknown_to_him_too),
      cmocka_unit_test(test_whole_persons),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
