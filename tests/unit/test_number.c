#include "test.h"

#include <locale.h>
#include <stdlib.h>

#include <prognos/number.h>

static double parsed(const char *text, char decimal) {
  double value = NAN;
  return prg_number_parse(text, strlen(text), decimal, &value) ? value : NAN;
}

static void test_parse_accepts_what_is_a_number(void **state) {
  (void)state;
  assert_close(parsed("2.385", '.'), 2.385, 0);
  assert_close(parsed("2,385", ','), 2.385, 0);
  assert_close(parsed("-17", '.'), -17, 0);
  assert_close(parsed("+17", '.'), 17, 0);
  assert_close(parsed("\xE2\x88\x92"
                      "4,25",
                      ','),
               -4.25, 0);
  assert_close(parsed(".5", '.'), 0.5, 0);
  assert_close(parsed("1e-3", '.'), 1e-3, 0);
  assert_close(parsed("6.02214076E+23", '.'), 6.02214076e23, 0);
  assert_close(parsed("0.1234567890123456789", '.'), 0.1234567890123456789, 0);
  assert_close(parsed("123456789012345678", '.'), 123456789012345678.0, 0);
}

static void test_parse_refuses_the_rest(void **state) {
  (void)state;
  static const char *const wrong[] = {"",    "-",  "12O",   "2O22", "1 000", "0x10", "nan",
                                      "inf", "1.", "1.2.3", ".",    "e5",    "1e",   "1e+",
                                      " 1",  "1 ", "1,5",   "--1",  "1-",    "+-1"};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
    if (!isnan(parsed(wrong[i], '.')))
      fail_msg("\"%s\" was taken as a number", wrong[i]);
  assert_true(isnan(parsed("1e999", '.')));
  char digits[2000];
  memset(digits, '7', sizeof digits);
  double value = 1;
  assert_false(prg_number_parse(digits, sizeof digits, '.', &value));
  assert_close(value, 1, 0);
}

static const char *shortest(double value) {
  static char text[PRG_NUMBER_BYTES];
  prg_number_shortest(text, value);
  return text;
}

static void test_shortest_reads_back(void **state) {
  (void)state;
  assert_string_equal(shortest(168), "168");
  assert_string_equal(shortest(0.1), "0.1");
  assert_string_equal(shortest(12.4), "12.4");
  assert_string_equal(shortest(1e300), "1e+300");
  assert_close(parsed(shortest(1.0 / 3), '.'), 1.0 / 3, 0);
}

static void test_significant(void **state) {
  (void)state;
  char text[PRG_NUMBER_BYTES];
  prg_number_significant(text, 259.41523456789, 10);
  assert_string_equal(text, "259.4152346");
  prg_number_significant(text, -0.0, 10);
  assert_string_equal(text, "0");
}

/* Marsaglia's xorshift: bits, the same in every run. */
static uint64_t next_bits(void) {
  static uint64_t state = UINT64_C(88172645463325252);
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static void same_as_printf(double value, int digits) {
  char text[PRG_NUMBER_BYTES], expected[PRG_NUMBER_BYTES];
  size_t length = prg_number_significant(text, value, digits);
  snprintf(expected, sizeof expected, "%.*g", digits, value);
  if (strcmp(expected, "-0") == 0)
    memcpy(expected, "0", 2);
  if (strcmp(text, expected) != 0 || length != strlen(text))
    fail_msg("%a to %d digits is %s, expected %s", value, digits, text, expected);
}

/* The fast way of the common numbers, against printf. */
static void test_significant_is_printf(void **state) {
  (void)state;
  static const double hard[] = {
      0.5,    1.5,      2.5,     0.125,     1e-4,       0x1.a36e2eb1c432dp-14,
      1e-5,   99999.5,  9.5,     0.99999,   999999.5,   9999999999.5,
      1e15,   1e10,     1e9,     123456789, 0.00012345, 0x1.a36e2eb1c432cp-14,
      1024.5, 4097.125, 2097151, 1e14 - .5, 1e15 - 1,   9007199254740993.0};
  for (size_t i = 0; i < sizeof hard / sizeof *hard; i++)
    for (int digits = 1; digits <= 17; digits++) {
      same_as_printf(hard[i], digits);
      same_as_printf(-hard[i], digits);
    }
  for (int i = 0; i < 1000000; i++) {
    double whole = (double)(next_bits() >> (11 + next_bits() % 50));
    double fraction = (double)(next_bits() >> 11) * pow(10, (int)(next_bits() % 22) - 20);
    double tie = ((double)(next_bits() % 2000000) + .5) / (double)(1 << next_bits() % 12);
    int digits = 1 + (int)(next_bits() % 17);
    same_as_printf(whole, 10);
    same_as_printf(fraction, 10);
    same_as_printf(-fraction, digits);
    same_as_printf(tie, digits);
  }
}

/* The first of 15, 16, 17 digits that reads back. */
static void test_shortest_is_printf(void **state) {
  (void)state;
  for (int i = 0; i < 300000; i++) {
    double values[] = {(double)(next_bits() >> (11 + next_bits() % 50)),
                       (double)(long long)(next_bits() % 100000000) / 1000.0,
                       (double)(next_bits() >> 11) * pow(10, (int)(next_bits() % 40) - 20)};
    for (size_t k = 0; k < 3; k++) {
      char text[PRG_NUMBER_BYTES], expected[64];
      prg_number_shortest(text, values[k]);
      for (int digits = 15; digits <= 17; digits++) {
        snprintf(expected, sizeof expected, "%.*g", digits, values[k]);
        if (strtod(expected, NULL) == values[k])
          break;
      }
      assert_string_equal(text, expected);
    }
  }
  assert_string_equal(shortest(-0.0), "-0");
  assert_string_equal(shortest(0), "0");
}

static const char *people(double value, int decimals, prg_language language) {
  static char text[PRG_NUMBER_BYTES];
  prg_number_people(text, value, decimals, language);
  return text;
}

static void test_per_cent(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add_per_cent(&text, .1649, 1, PRG_SWEDISH);
  prg_buffer_add_per_cent(&text, -.0037, 0, PRG_ENGLISH);
  prg_buffer_add_per_cent(&text, 1.274, 0, PRG_ENGLISH);
  assert_string_equal(prg_buffer_string(&text), "16,5\xC2\xA0%0%127%");
  prg_buffer_free(&text);
}

static void test_people_follow_the_language(void **state) {
  (void)state;
  assert_string_equal(people(1234.5, 1, PRG_SWEDISH), "1234,5");
  assert_string_equal(people(61066, 0, PRG_SWEDISH), "61\xC2\xA0"
                                                     "066");
  assert_string_equal(people(1049490, 0, PRG_ENGLISH), "1,049,490");
  assert_string_equal(people(-4.25, 2, PRG_SWEDISH), "\xE2\x88\x92"
                                                     "4,25");
  assert_string_equal(people(-0.04, 1, PRG_SWEDISH), "0,0");
  assert_string_equal(people(16.9143, -1, PRG_ENGLISH), "16.9143");
  assert_string_equal(people(270, -1, PRG_SWEDISH), "270");
  assert_string_equal(people(NAN, 1, PRG_SWEDISH), "–");
  assert_true(strlen(people(1e308, 20, PRG_SWEDISH)) < PRG_NUMBER_BYTES);
}

static void test_the_locale_does_not_enter(void **state) {
  (void)state;
  static const char *const comma[] = {"sv_SE.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8"};
  for (size_t i = 0; i < 3; i++)
    setlocale(LC_ALL, comma[i]); /* whichever is installed */
  assert_string_equal(shortest(0.1), "0.1");
  assert_close(parsed("0.12345678901234567", '.'), 0.12345678901234567, 0);
  setlocale(LC_ALL, "C");
}

static void test_buffer_variants(void **state) {
  (void)state;
  prg_buffer buffer;
  prg_buffer_init(&buffer);
  prg_buffer_add_shortest(&buffer, 0.5);
  prg_buffer_add_char(&buffer, ' ');
  prg_buffer_add_significant(&buffer, 2.0 / 3, 3);
  prg_buffer_add_char(&buffer, ' ');
  prg_buffer_add_people(&buffer, 2.5, 1, PRG_SWEDISH);
  assert_string_equal(prg_buffer_string(&buffer), "0.5 0.667 2,5");
  prg_buffer_free(&buffer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_parse_accepts_what_is_a_number),
      cmocka_unit_test(test_parse_refuses_the_rest),
      cmocka_unit_test(test_shortest_reads_back),
      cmocka_unit_test(test_significant),
      cmocka_unit_test(test_significant_is_printf),
      cmocka_unit_test(test_shortest_is_printf),
      cmocka_unit_test(test_per_cent),
      cmocka_unit_test(test_people_follow_the_language),
      cmocka_unit_test(test_the_locale_does_not_enter),
      cmocka_unit_test(test_buffer_variants),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
