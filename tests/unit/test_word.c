#include "test.h"

#include "base/word.h"

static void test_place_of_a_word(void **state) {
  (void)state;
  static const char *const word[] = {"svg", "png", "pdf"};
  assert_int_equal(word_place(word, 3, "svg"), 0);
  assert_int_equal(word_place(word, 3, "pdf"), 2);
  assert_int_equal(word_place(word, 2, "pdf"), 2); /* beyond the end */
  assert_int_equal(word_place(word, 3, "PNG"), 3);
  assert_int_equal(word_place(word, 3, ""), 3);
  assert_int_equal(word_place(word, 0, "svg"), 0);
}

static void test_what_is_given(void **state) {
  (void)state;
  assert_false(word_is_given(NULL));
  assert_false(word_is_given(""));
  assert_true(word_is_given(" "));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_place_of_a_word),
      cmocka_unit_test(test_what_is_given),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
