#include "test.h"

#include <prognos/error.h>

static const char *words(const prg_error *error) {
  static char text[1024];
  prg_buffer out;
  prg_buffer_init(&out);
  prg_error_write(error, PRG_SWEDISH, &out);
  snprintf(text, sizeof text, "%s", prg_buffer_string(&out));
  prg_buffer_free(&out);
  return text;
}

static void test_place_fact(void **state) {
  (void)state;
  prg_error error;
  assert_int_equal(prg_fail_at(&error, "elever.csv", 17, 3, PRG_TEXT_CANNOT_READ,
                               PRG_ARGS(prg_string("trasig"))),
                   PRG_EIO);
  assert_int_equal(error.status, PRG_EIO);
  assert_string_equal(words(&error), "elever.csv:17:3: kan inte läsas: trasig");
  prg_fail_at(&error, "elever.csv", 17, 0, PRG_TEXT_NO_MEMORY, NULL);
  assert_string_equal(words(&error), "elever.csv:17: minnet räcker inte");
  prg_fail_at(&error, "elever.csv", 0, 0, PRG_TEXT_NO_MEMORY, NULL);
  assert_string_equal(words(&error), "elever.csv: minnet räcker inte");
}

static void test_no_place_and_no_object(void **state) {
  (void)state;
  prg_error error;
  assert_int_equal(prg_fail(&error, PRG_TEXT_NO_MEMORY, NULL), PRG_ENOMEM);
  assert_string_equal(words(&error), "minnet räcker inte");
  assert_int_equal(prg_fail(NULL, PRG_TEXT_NO_MEMORY, NULL), PRG_ENOMEM);
  prg_error_clear(&error);
  assert_int_equal(error.status, PRG_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_place_fact),
      cmocka_unit_test(test_no_place_and_no_object),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
