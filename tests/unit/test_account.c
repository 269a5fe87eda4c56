#include "panel_text.h"

/* The account of what was read of the text, in English, without its first three lines. */
static void check_account(const char *text, const char *expected) {
  prg_reading reading;
  prg_notes notes = {0};
  prg_buffer words;
  prg_buffer_init(&words);
  assert_int_equal(prg_read_bytes("a.csv", text, strlen(text), NULL, &reading, NULL), PRG_OK);
  prg_reading_describe(&reading, 1, &notes);
  for (size_t i = 3; i < notes.n; i++) {
    prg_message_write(&notes.note[i], PRG_ENGLISH, &words);
    prg_buffer_add_char(&words, '\n');
  }
  assert_string_equal(prg_buffer_string(&words), expected);
  prg_buffer_free(&words);
  prg_reading_clear(&reading);
}

static void test_counts_by_status(void **state) {
  (void)state;
  check_account("s;2017;2018;2019;2020;2021\nA;31p;37r;41k;ca 43;47\nB;..;.;x;<5;53\n",
                "Preliminary 1, revised 1, corrected 1, approximate 1\n"
                "Without a value: missing 1, not applicable 1, suppressed 2\n");
}

static void test_gaps_are_named(void **state) {
  (void)state;
  check_account("s;2017;2018;2019;2020;2021\nA;31;;;37;41\nB;43;;47;;53\n",
                "Periods without an entry inside a series: 4 (A 2018–2019, B 2018, B 2020)\n");
  check_account("s;2017;2018;2019;2020;2021\nA;31;;37;;41\nB;43;;47;;53\n",
                "Periods without an entry inside a series: 4 (A 2018, A 2020, B 2018 …)\n");
}

static void test_codes_without_their_zero(void **state) {
  (void)state;
  check_account("kommunkod;kön;2020;2021\n581;f;31;37\n581;p;41;43\n1280;f;47;53\n114;f;59;61\n",
                "kommunkod: 2 codes seem to have lost a leading zero, the first \"581\" (0581?); "
                "they were read as they are\n");
  check_account("kommunkod;2020;2021\n0581;31;37\n1280;47;53\n", "");
  check_account("kommun;2020;2021\n581;31;37\nBoden;47;53\n", "");
  check_account("ålder;2020;2021\n100;31;37\n101;47;53\n", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_counts_by_status),
      cmocka_unit_test(test_gaps_are_named),
      cmocka_unit_test(test_codes_without_their_zero),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
