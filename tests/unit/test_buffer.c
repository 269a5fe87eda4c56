#include "test.h"

#include <prognos/buffer.h>

static void test_an_empty_buffer_is_an_empty_string(void **state) {
  (void)state;
  prg_buffer buffer;
  prg_buffer_init(&buffer);
  assert_string_equal(prg_buffer_string(&buffer), "");
  prg_buffer_clear(&buffer);
  prg_buffer_free(&buffer);
  prg_buffer_free(NULL);
}

static void test_appends_grow(void **state) {
  (void)state;
  prg_buffer buffer;
  prg_buffer_init(&buffer);
  for (int i = 0; i < 1000; i++)
    prg_buffer_printf(&buffer, "%d;", i);
  assert_int_equal(buffer.length, 3890);
  assert_memory_equal(buffer.data + buffer.length - 8, "998;999;", 9);
  prg_buffer_clear(&buffer);
  prg_buffer_fill(&buffer, '=', 5);
  prg_buffer_add_n(&buffer, "abc", 2);
  prg_buffer_add_char(&buffer, '!');
  assert_string_equal(prg_buffer_string(&buffer), "=====ab!");
  prg_buffer_free(&buffer);
}

static void test_no_memory_is_remembered(void **state) {
  (void)state;
  prg_buffer buffer;
  prg_buffer_init(&buffer);
  prg_buffer_add(&buffer, "kept");
  prg_buffer_fill(&buffer, 'x', SIZE_MAX / 2);
  assert_true(buffer.failed);
  prg_buffer_add(&buffer, "lost");
  assert_string_equal(prg_buffer_string(&buffer), "kept");
  prg_buffer_free(&buffer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_an_empty_buffer_is_an_empty_string),
      cmocka_unit_test(test_appends_grow),
      cmocka_unit_test(test_no_memory_is_remembered),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
