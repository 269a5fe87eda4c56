#include "test.h"

#include <prognos/text.h>

static void test_a_text_has_words_and_a_status(void **state) {
  (void)state;
  assert_string_equal(prg_text_get(PRG_TEXT_NONE, PRG_SWEDISH), "");
  assert_string_equal(prg_text_get(PRG_TEXT_NO_MEMORY, PRG_SWEDISH), "minnet räcker inte");
  assert_string_equal(prg_text_get(PRG_TEXT_NO_MEMORY, PRG_ENGLISH), "out of memory");
  assert_int_equal(prg_text_status(PRG_TEXT_NO_MEMORY), PRG_ENOMEM);
  assert_int_equal(prg_text_status(PRG_TEXT_HELP_HELP), PRG_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_text_has_words_and_a_status)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
