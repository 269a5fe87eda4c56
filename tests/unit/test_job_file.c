#include "test.h"

#include <prognos/job_file.h>

static prg_status load(const char *path, prg_buffer *out, prg_error *error) {
  static const struct {
    const char *path, *text;
  } files[] = {
      {"etc/common.ini", "[defaults]\nlang = en\n[first]\nverb = check\n"},
      {"etc/circle.ini", "include = circle.ini\n"},
      {"etc/twice.ini", "[b]\nverb = check\n\n[b]\n"},
      {"/abs.ini", "state = /var/lib/prognos\n"},
  };
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].path, path) == 0) {
      prg_buffer_add(out, files[i].text);
      return PRG_OK;
    }
  }
  return prg_fail_at(error, path, 0, 0, PRG_TEXT_SOURCE_MISSING, NULL);
}

static prg_status read_file(const char *text, prg_job_file *file, prg_error *error) {
  return prg_job_file_read("etc/jobs.ini", text, strlen(text), load, file, error);
}

static void assert_setting(const prg_job_section *section, size_t i, const char *key,
                           const char *value, size_t line) {
  assert_true(i < section->n);
  assert_string_equal(section->setting[i].key, key);
  assert_string_equal(section->setting[i].value, value);
  assert_int_equal(section->setting[i].line, line);
}

static void test_sections_and_keys(void **state) {
  (void)state;
  prg_job_file file;
  prg_error error;
  static const char text[] = "\xEF\xBB\xBF; nightly\r\n"
                             "log = run.log\r\n"
                             "[defaults]\n"
                             "  kind = people\n"
                             "\n"
                             "# one per school\n"
                             "[ Skolor, norr ]\n"
                             "verb=forecast\n"
                             "   delimiter = ;\n"
                             "title = A = B ; not a comment\n"
                             "series = Berga\n"
                             "series = Ekbacken\n"
                             "unit =\n"
                             "[tom]";
  assert_int_equal(read_file(text, &file, &error), PRG_OK);
  assert_int_equal(file.run.n, 1);
  assert_setting(&file.run, 0, "log", "run.log", 2);
  assert_setting(&file.defaults, 0, "kind", "people", 4);
  assert_int_equal(file.n, 2);
  assert_string_equal(file.job[0].name, "Skolor, norr");
  assert_int_equal(file.job[0].line, 7);
  assert_int_equal(file.job[0].n, 6);
  assert_setting(&file.job[0], 0, "verb", "forecast", 8);
  assert_setting(&file.job[0], 1, "delimiter", ";", 9);
  assert_setting(&file.job[0], 2, "title", "A = B ; not a comment", 10);
  assert_setting(&file.job[0], 4, "series", "Ekbacken", 12);
  assert_setting(&file.job[0], 5, "unit", "", 13);
  assert_string_equal(file.job[1].name, "tom");
  assert_int_equal(file.job[1].n, 0);
  prg_job_file_clear(&file);
}

static void test_includes(void **state) {
  (void)state;
  prg_job_file file;
  prg_error error;
  assert_int_equal(
      read_file("include = /abs.ini\n[defaults]\ninclude = common.ini\nkind = stock\n[own]\n",
                &file, &error),
      PRG_OK);
  assert_setting(&file.run, 0, "state", "/var/lib/prognos", 1);
  assert_string_equal(file.run.setting[0].file, "/abs.ini");
  assert_int_equal(file.defaults.n, 2);
  assert_setting(&file.defaults, 0, "lang", "en", 2);
  assert_string_equal(file.defaults.setting[0].file, "etc/common.ini");
  assert_setting(&file.defaults, 1, "kind", "stock", 4);
  assert_int_equal(file.n, 2);
  assert_string_equal(file.job[0].name, "first");
  assert_string_equal(file.job[0].file, "etc/common.ini");
  assert_string_equal(file.job[1].name, "own");
  prg_job_file_clear(&file);
}

static void test_long_lines(void **state) {
  (void)state;
  prg_job_file file;
  prg_error error;
  char text[PRG_JOB_LINE_BYTES + 64];
  size_t n = (size_t)snprintf(text, sizeof text, "[a]\nfiles = ");
  memset(text + n, 'x', sizeof text - n);
  text[4 + PRG_JOB_LINE_BYTES - 1] = '\n';
  memcpy(text + 4 + PRG_JOB_LINE_BYTES, "verb = check", 13);
  assert_int_equal(read_file(text, &file, &error), PRG_OK); /* as long as can be */
  assert_int_equal(strlen(file.job[0].setting[0].value), PRG_JOB_LINE_BYTES - 1 - 8);
  assert_setting(&file.job[0], 1, "verb", "check", 3);
  prg_job_file_clear(&file);
  text[4 + PRG_JOB_LINE_BYTES - 1] = 'x';
  assert_int_equal(read_file(text, &file, &error), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_JOB_LINE_LONG);
  assert_int_equal(error.line, 2);
  prg_job_file_clear(&file);
}

static void test_what_is_wrong(void **state) {
  (void)state;
  static const struct {
    const char *text, *file;
    size_t line;
    prg_text wrong;
  } cases[] = {
      {"[a]\nverb forecast\n", "etc/jobs.ini", 2, PRG_TEXT_JOB_LINE},
      {"[a\nverb = forecast\n", "etc/jobs.ini", 1, PRG_TEXT_JOB_LINE},
      {"[a]\nverb = check\n\n[ ]\n", "etc/jobs.ini", 4, PRG_TEXT_JOB_NAME},
      {"[0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567"
       "8901234567890]\n",
       "etc/jobs.ini", 1, PRG_TEXT_JOB_NAME},
      {"[a]\nverb = check\n[b]\n[a]\n", "etc/jobs.ini", 4, PRG_TEXT_JOB_TWICE},
      {"include = twice.ini\n", "etc/twice.ini", 4, PRG_TEXT_JOB_TWICE},
      {"include = common.ini\n[first]\n", "etc/jobs.ini", 2, PRG_TEXT_JOB_TWICE},
      {"[a]\ninclude = common.ini\n", "etc/jobs.ini", 2, PRG_TEXT_JOB_INCLUDE_LATE},
      {"include = circle.ini\n", "etc/circle.ini", 1, PRG_TEXT_JOB_INCLUDE_DEEP},
      {"[a]\ntitle = \xE5rskurs\n", "etc/jobs.ini", 0, PRG_TEXT_JOB_NOT_TEXT},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    prg_job_file file;
    prg_error error;
    assert_int_equal(read_file(cases[i].text, &file, &error), PRG_EUSAGE);
    assert_int_equal(error.message.text, cases[i].wrong);
    assert_int_equal(error.line, cases[i].line);
    assert_string_equal(error.file, cases[i].file);
    prg_job_file_clear(&file);
  }
  prg_job_file file;
  prg_error error;
  assert_int_equal(read_file("include = none.ini\n", &file, &error), PRG_EINPUT);
  assert_string_equal(error.file, "etc/none.ini");
  prg_job_file_clear(&file);
  assert_int_equal(prg_job_file_read("j", "[a]\0b", 5, load, &file, &error), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_JOB_NOT_TEXT);
  prg_job_file_clear(&file);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sections_and_keys),
      cmocka_unit_test(test_includes),
      cmocka_unit_test(test_long_lines),
      cmocka_unit_test(test_what_is_wrong),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
