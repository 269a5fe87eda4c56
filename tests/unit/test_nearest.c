#include "test.h"

#include <prognos/nearest.h>

static const char *nearest_of(const char *word) {
  static const char *const known[] = {"horizon", "period", "period-column",
                                      "series",  "output", "lang"};
  prg_nearest nearest = {word, NULL, 0};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    prg_nearest_try(&nearest, known[i]);
  return nearest.found == NULL ? "" : nearest.found;
}

static void test_misspelt_words(void **state) {
  (void)state;
  assert_string_equal(nearest_of("horison"), "horizon");
  assert_string_equal(nearest_of("periods"), "period"); /* not period-column, farther away */
  assert_string_equal(nearest_of("period_colum"), "period-column");
  assert_string_equal(nearest_of("uotput"), "output");
  assert_string_equal(nearest_of("serie"), "series");
  assert_string_equal(nearest_of("lnag"), "lang");
}

static void test_words_that_mean_something_else(void **state) {
  (void)state;
  assert_string_equal(nearest_of("kapacitet"), "");
  assert_string_equal(nearest_of(""), "");
  assert_string_equal(nearest_of("a-word-of-more-than-forty-letters-is-nothing-we-know-of"), "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_misspelt_words),
      cmocka_unit_test(test_words_that_mean_something_else),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
