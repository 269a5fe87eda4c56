#include "test.h"

#include <prognos/utf8.h>

static void test_valid(void **state) {
  (void)state;
  static const char good[] = "Grundsärskola – 100 € 𝄞";
  assert_true(prg_utf8_valid(good, strlen(good)));
  static const char *const bad[] = {"\xE5",  "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80",
                                    "a\x80", "\xE2\x82", "\xE0\x80\xAF", "\xC3("};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    assert_false(prg_utf8_valid(bad[i], strlen(bad[i])));
}

static void test_decode(void **state) {
  (void)state;
  uint32_t character = 0;
  assert_int_equal(prg_utf8_decode("å", 2, &character), 2);
  assert_int_equal(character, 0xE5);
  assert_int_equal(prg_utf8_decode("𝄞", 4, &character), 4);
  assert_int_equal(character, 0x1D11E);
  assert_int_equal(prg_utf8_decode("å", 1, &character), 0);
}

static void test_width(void **state) {
  (void)state;
  assert_int_equal(prg_utf8_width("Träningsskola"), 13);
  assert_int_equal(prg_utf8_width("a\xCC\x8A"), 1);
  assert_int_equal(prg_utf8_width("日本"), 4);
  assert_int_equal(prg_utf8_width("\xE5"), 1);
}

static void test_prefix_does_not_cut_a_character(void **state) {
  (void)state;
  assert_int_equal(prg_utf8_prefix("åäö", 6, 3), 2);
  assert_int_equal(prg_utf8_prefix("åäö", 6, 6), 6);
  assert_int_equal(prg_utf8_prefix("åäö", 6, 1), 0);
}

static void test_capital(void **state) {
  (void)state;
  prg_buffer out;
  prg_buffer_init(&out);
  const char *const words[] = {"flickor", "äldre", "Pojkar", "", "÷", "ÿ", "7 av 9", "é"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    prg_utf8_add_capital(&out, words[i]);
    prg_buffer_add_char(&out, ';');
  }
  assert_string_equal(prg_buffer_string(&out), "Flickor;Äldre;Pojkar;;÷;ÿ;7 av 9;É;");
  prg_buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_valid),   cmocka_unit_test(test_decode),
      cmocka_unit_test(test_width),   cmocka_unit_test(test_prefix_does_not_cut_a_character),
      cmocka_unit_test(test_capital),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
