#include "test.h"

#include <prognos/encoding.h>

#define SWEDISH "Å;Ä;Ö;å;ä;ö;é;Grundsärskola;Malmö\n"

static const struct {
  const char *bytes;
  size_t n;
  prg_encoding encoding;
} swedish[] = {
#define BYTES(literal) literal, sizeof literal - 1
    {BYTES(SWEDISH), PRG_UTF_8},
    {BYTES("\xEF\xBB\xBF" SWEDISH), PRG_UTF_8_BOM},
    {BYTES("\xC5;\xC4;\xD6;\xE5;\xE4;\xF6;\xE9;Grunds\xE4rskola;Malm\xF6\n"), PRG_WINDOWS_1252},
    {BYTES("\x8F;\x8E;\x99;\x86;\x84;\x94;\x82;Grunds\x84rskola;Malm\x94\n"), PRG_CP850},
    {BYTES("\xFF\xFE\xC5\0;\0\xC4\0;\0\xD6\0;\0\xE5\0;\0\xE4\0;\0\xF6\0;\0\xE9\0;\0G\0r\0u\0n\0d\0"
           "s\0\xE4\0r\0s\0k\0o\0l\0a\0;\0M\0a\0l\0m\0\xF6\0\n\0"),
     PRG_UTF_16LE},
    {BYTES("\xFE\xFF\0\xC5\0;\0\xC4\0;\0\xD6\0;\0\xE5\0;\0\xE4\0;\0\xF6\0;\0\xE9\0;\0G\0r\0u\0n\0d"
           "\0s\0\xE4\0r\0s\0k\0o\0l\0a\0;\0M\0a\0l\0m\0\xF6\0\n"),
     PRG_UTF_16BE},
};

static void check_decodes(const char *bytes, size_t n, prg_encoding wanted, prg_encoding found,
                          const char *expected) {
  prg_decoded decoded;
  assert_int_equal(prg_decode(bytes, n, wanted, &decoded, NULL), PRG_OK);
  assert_int_equal(decoded.encoding, found);
  assert_int_equal(decoded.n, strlen(expected));
  assert_memory_equal(decoded.text, expected, decoded.n);
  prg_decoded_clear(&decoded);
}

static void test_every_encoding_gives_the_same_text(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof swedish / sizeof *swedish; i++) {
    check_decodes(swedish[i].bytes, swedish[i].n, PRG_ENCODING_UNKNOWN, swedish[i].encoding,
                  SWEDISH);
    check_decodes(swedish[i].bytes, swedish[i].n, swedish[i].encoding, swedish[i].encoding,
                  SWEDISH);
  }
}

static void test_windows_symbols_are_not_letters(void **state) {
  (void)state;
  static const char quoted[] = "Skolan \x94Tall\x94 2017\x96"
                               "2022;\x80 5\xA0"
                               "000";
  check_decodes(quoted, sizeof quoted - 1, PRG_ENCODING_UNKNOWN, PRG_WINDOWS_1252,
                "Skolan ”Tall” 2017–2022;€ 5\xC2\xA0"
                "000");
}

static void test_utf16_surrogates(void **state) {
  (void)state;
  static const char smile[] = "\xFF\xFE\x3D\xD8\x00\xDE";
  check_decodes(smile, sizeof smile - 1, PRG_ENCODING_UNKNOWN, PRG_UTF_16LE, "\xF0\x9F\x98\x80");
}

static void check_fails(const char *bytes, size_t n, prg_encoding wanted, prg_text text,
                        size_t line) {
  prg_decoded decoded;
  prg_error error;
  assert_int_equal(prg_decode(bytes, n, wanted, &decoded, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, text);
  assert_int_equal(error.line, line);
  prg_decoded_clear(&decoded);
}

static void test_broken_text_is_an_error_with_its_line(void **state) {
  (void)state;
  check_fails(BYTES("Åäö;1\nÅäö;2\nÅ\xE4;3\n"), PRG_ENCODING_UNKNOWN, PRG_TEXT_ENCODING_BROKEN, 3);
  check_fails(BYTES("a\nb\x81;3\n"), PRG_WINDOWS_1252, PRG_TEXT_ENCODING_BROKEN, 2);
  check_fails(BYTES("a;\xE4\n"), PRG_UTF_8, PRG_TEXT_ENCODING_BROKEN, 1);
  check_fails(BYTES("a;b\n1;\0\n"), PRG_ENCODING_UNKNOWN, PRG_TEXT_FILE_BINARY, 0);
  check_fails(BYTES("\xFF\xFE"
                    "a\0\n\0b"),
              PRG_ENCODING_UNKNOWN, PRG_TEXT_ENCODING_UTF16_BROKEN, 2);
  check_fails(BYTES("\xFF\xFE\x00\xDC"), PRG_ENCODING_UNKNOWN, PRG_TEXT_ENCODING_UTF16_BROKEN, 1);
}

static void test_utf16_without_a_mark(void **state) {
  (void)state;
  static const char little[] = "\xC5\0r\0;\0002\0001\0\n\0", big[] = "\0\xC5\0r\0;\0002\0001\0\n";
  assert_int_equal(prg_encoding_find(BYTES(little)), PRG_UTF_16LE);
  assert_int_equal(prg_encoding_find(BYTES(big)), PRG_UTF_16BE);
  prg_decoded decoded;
  assert_int_equal(prg_decode(BYTES(big), PRG_ENCODING_UNKNOWN, &decoded, NULL), PRG_OK);
  assert_int_equal(decoded.n, strlen("År;21\n"));
  assert_memory_equal(decoded.text, "År;21\n", decoded.n);
  prg_decoded_clear(&decoded);
}

static void test_names(void **state) {
  (void)state;
  prg_encoding found = PRG_ENCODING_UNKNOWN;
  assert_true(prg_encoding_from_name("Latin-1", &found));
  assert_int_equal(found, PRG_WINDOWS_1252);
  assert_true(prg_encoding_from_name("CP850", &found));
  assert_int_equal(found, PRG_CP850);
  assert_false(prg_encoding_from_name("ebcdic", &found));
  assert_string_equal(prg_encoding_name(PRG_UTF_16LE), "UTF-16LE");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_encoding_gives_the_same_text),
      cmocka_unit_test(test_windows_symbols_are_not_letters),
      cmocka_unit_test(test_utf16_surrogates),
      cmocka_unit_test(test_broken_text_is_an_error_with_its_line),
      cmocka_unit_test(test_utf16_without_a_mark),
      cmocka_unit_test(test_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
