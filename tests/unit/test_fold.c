#include "test.h"

#include "table/fold.h"

static void test_swedish_capitals(void **state) {
  (void)state;
  assert_true(fold_equal("ÅR", strlen("ÅR"), "år"));
  assert_true(fold_equal("VÄRDE", strlen("VÄRDE"), "värde"));
  assert_true(fold_equal("Öre", strlen("Öre"), "öre"));
  assert_false(fold_equal("ar", 2, "år"));
  assert_false(fold_equal("×", strlen("×"), "÷")); /* C3 97 and C3 B7: no letters */
  assert_true(fold_same("Ålder", strlen("Ålder"), "åLDER", strlen("åLDER")));
  assert_false(fold_same("ab", 2, "abc", 3));
}

static void test_ends(void **state) {
  (void)state;
  assert_true(fold_starts("Källa: SCB", strlen("Källa: SCB"), "källa"));
  assert_false(fold_starts("Käl", strlen("Käl"), "källa"));
  assert_true(fold_ends("KommunKod", 9, "kod"));
  assert_false(fold_ends("od", 2, "kod"));
}

static void test_trim_takes_every_blank(void **state) {
  (void)state;
  const char *text = " \t\xC2\xA0\xE2\x80\xAF"
                     "a b\xE2\x80\x89\r\n";
  size_t n = strlen(text);
  trim_blanks(&text, &n);
  assert_int_equal(n, 3);
  assert_memory_equal(text, "a b", 3);
  text = " \xC2\xA0 ";
  n = strlen(text);
  trim_blanks(&text, &n);
  assert_int_equal(n, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_swedish_capitals),
      cmocka_unit_test(test_ends),
      cmocka_unit_test(test_trim_takes_every_blank),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
