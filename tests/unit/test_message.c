#include "test.h"

#include <errno.h>

#include <prognos/message.h>

static void test_words_in_both_languages(void **state) {
  (void)state;
  prg_message message;
  prg_message_set(&message, PRG_TEXT_CANNOT_OPEN, PRG_ARGS(prg_string("spärrad")));
  prg_buffer out;
  prg_buffer_init(&out);
  prg_message_write(&message, PRG_SWEDISH, &out);
  prg_buffer_add(&out, " | ");
  prg_message_write(&message, PRG_ENGLISH, &out);
  assert_string_equal(prg_buffer_string(&out),
                      "kan inte öppnas: spärrad | cannot be opened: spärrad");
  prg_buffer_free(&out);
}

static void test_added_words_follow_what_is_there(void **state) {
  (void)state;
  prg_buffer out = {0};
  prg_buffer_add(&out, "- ");
  prg_add_message(
      &out, PRG_TEXT_CHART_TITLE_SERIES,
      PRG_ARGS(prg_string("Ek"), prg_integer(12490), prg_string("2022"), prg_string("in 2022")),
      PRG_SWEDISH);
  assert_string_equal(prg_buffer_string(&out), "- Ek: 12\u00A0490 2022");
  prg_buffer_free(&out);
}

static void test_arguments_of_every_kind(void **state) {
  (void)state;
  prg_message message;
  prg_message_set(&message, PRG_TEXT_OPTION_RANGE,
                  PRG_ARGS(prg_string("{9}{"), prg_number(2.5, 1), prg_integer(61066),
                           prg_text_argument(PRG_TEXT_NO_MEMORY)));
  prg_buffer out;
  prg_buffer_init(&out);
  prg_message_write(&message, PRG_SWEDISH, &out);
  assert_string_equal(prg_buffer_string(&out), "--{9}{: 2,5 ligger utanför 61\xC2\xA0"
                                               "066 till minnet räcker inte");
  prg_buffer_free(&out);
}

static void test_a_long_argument_is_cut_at_a_character(void **state) {
  (void)state;
  char name[401];
  for (size_t i = 0; i < 400; i += 2)
    memcpy(name + i, "å", 2);
  name[400] = '\0';
  prg_argument argument = prg_string(name);
  size_t length = strlen(argument.string);
  assert_true(length < PRG_ARGUMENT_BYTES && length > PRG_ARGUMENT_BYTES - 6);
  assert_string_equal(argument.string + length - 5, "å…");
}

static int count_placeholders(const char *text) {
  int count = 0;
  for (char k = '1'; k <= '6'; k++) {
    const char place[] = {'{', k, '}', '\0'};
    count += strstr(text, place) != NULL;
  }
  return count;
}

/* Which ones may differ ("2022", "in 2022"), how many may not: a fact would be lost. */
static void test_every_text_tells_as_much_in_both_languages(void **state) {
  (void)state;
  for (int text = PRG_TEXT_NONE + 1; text < PRG_TEXT_COUNT; text++) {
    const char *swedish = prg_text_get((prg_text)text, PRG_SWEDISH);
    const char *english = prg_text_get((prg_text)text, PRG_ENGLISH);
    assert_true(*swedish != '\0' && *english != '\0');
    if (count_placeholders(swedish) != count_placeholders(english))
      fail_msg("\"%s\" and \"%s\" do not take as many arguments", swedish, english);
  }
}

static void test_notes_are_kept_once(void **state) {
  (void)state;
  prg_notes notes = {0};
  prg_notes_add(&notes, PRG_TEXT_CANNOT_OPEN, PRG_ARGS(prg_string("a")));
  prg_notes_add(&notes, PRG_TEXT_CANNOT_OPEN, PRG_ARGS(prg_string("a")));
  prg_notes_add(&notes, PRG_TEXT_CANNOT_OPEN, PRG_ARGS(prg_string("b")));
  assert_int_equal(notes.n, 2);
  assert_true(prg_notes_has(&notes, PRG_TEXT_CANNOT_OPEN));
  assert_false(prg_notes_has(&notes, PRG_TEXT_NO_MEMORY));
  for (int i = 0; i < 3 * PRG_NOTES; i++)
    prg_notes_add(&notes, PRG_TEXT_CANNOT_READ, PRG_ARGS(prg_integer(i)));
  assert_int_equal(notes.n, PRG_NOTES);
}

static void test_reasons_of_the_system(void **state) {
  (void)state;
  prg_message message;
  prg_buffer words;
  prg_buffer_init(&words);
  prg_message_set(&message, PRG_TEXT_CANNOT_WRITE, PRG_ARGS(prg_system_reason(ENOSPC)));
  prg_message_write(&message, PRG_SWEDISH, &words);
  assert_string_equal(prg_buffer_string(&words), "kan inte skrivas: disken är full");
  prg_buffer_clear(&words);
  prg_message_set(&message, PRG_TEXT_CANNOT_WRITE, PRG_ARGS(prg_system_reason(EBADF)));
  prg_message_write(&message, PRG_ENGLISH, &words);
  assert_string_equal(prg_buffer_string(&words), "cannot be written: Bad file descriptor");
  assert_string_equal(prg_system_reason(-17).string, "?");
  prg_buffer_free(&words);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_reasons_of_the_system),
      cmocka_unit_test(test_words_in_both_languages),
      cmocka_unit_test(test_added_words_follow_what_is_there),
      cmocka_unit_test(test_arguments_of_every_kind),
      cmocka_unit_test(test_a_long_argument_is_cut_at_a_character),
      cmocka_unit_test(test_every_text_tells_as_much_in_both_languages),
      cmocka_unit_test(test_notes_are_kept_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
