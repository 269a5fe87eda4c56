#include "test.h"

#include <prognos/atomic_file.h>
#include <prognos/job_record.h>

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char directory[] = "/tmp/prognos-test-XXXXXX";

static int make_directory(void **state) {
  (void)state;
  return mkdtemp(directory) == NULL || chdir(directory) != 0;
}

static int remove_directory(void **state) {
  (void)state;
  char command[128];
  snprintf(command, sizeof command, "rm -rf '%s'", directory);
  return chdir("/") != 0 || system(command);
}

static void fill(prg_job_record *record) {
  prg_trace first = {.path = "elever\n\\2023\t.csv", .hash = 0x6e040635e5b31fc7};
  prg_trace again = {.path = "elever\n\\2023\t.csv", .hash = 0x1};
  prg_trace missing = {.path = "händelser.csv", .kind = PRG_TRACE_MISSING};
  *record = (prg_job_record){.fingerprint = 0x00f0e9bd2a37741, .code = 3, .since = "2026-11-20"};
  prg_job_record_input(record, &first);
  prg_job_record_input(record, &again); /* what was read first counts */
  prg_job_record_input(record, &missing);
  prg_job_record_output(record, "ut/c.csv", 0x1b3);
  prg_job_record_output(record, "ut/a b.csv", 0x17);
  prg_job_record_output(record, "ut/b.csv", 0x2385);
  prg_job_record_output(record, "ut/a b.csv", 0x84a0f2be1dd4c09b); /* what was written last */
  prg_job_record_alarm(record, true, "Berga\tskolan", "full 2024");
  prg_job_record_alarm(record, true, "Berga\tskolan", "full 2025");
  prg_job_record_alarm(record, false, "", "reviderat");
  prg_job_record_alarm(record, false, "", "flyttat");
  prg_job_record_said(record, "a.csv:2:2: \"12O\"");
  prg_job_record_said(record, "more");
}

static const char as_text[] = "prognos-job 1\n"
                              "fingerprint 000f0e9bd2a37741\n"
                              "code 3\n"
                              "since 2026-11-20\n"
                              "input 6e040635e5b31fc7 elever\\n\\\\2023\\t.csv\n"
                              "input missing händelser.csv\n"
                              "output 84a0f2be1dd4c09b ut/a b.csv\n"
                              "output 0000000000002385 ut/b.csv\n"
                              "output 00000000000001b3 ut/c.csv\n"
                              "lasting Berga\\tskolan\tfull 2024\n"
                              "news \treviderat\n"
                              "news \tflyttat\n"
                              "said a.csv:2:2: \"12O\"\n"
                              "end\n";

static void test_there_and_back(void **state) {
  (void)state;
  prg_job_record record, back;
  prg_buffer text = {0}, again = {0};
  fill(&record);
  prg_job_record_write(&record, &text);
  assert_string_equal(prg_buffer_string(&text), as_text);
  assert_true(prg_job_record_parse(&back, text.data, text.length));
  assert_string_equal(back.input[0].path, "elever\n\\2023\t.csv");
  assert_non_null(prg_job_record_find_alarm(&back, "Berga\tskolan"));
  assert_null(prg_job_record_find_alarm(&back, ""));
  prg_job_record_write(&back, &again);
  assert_string_equal(prg_buffer_string(&again), as_text);
  prg_job_record_clear(&record);
  prg_job_record_clear(&back);
  prg_buffer_free(&text);
  prg_buffer_free(&again);
}

static void test_a_part_is_no_record(void **state) {
  (void)state;
  prg_job_record record;
  for (size_t n = 0; n < sizeof as_text - 2; n++) {
    assert_false(prg_job_record_parse(&record, as_text, n));
    assert_int_equal(record.n_input + record.n_output + record.n_alarm, 0);
  }
  static const char *const wrong[] = {
      "prognos-job 2\nend\n",
      "prognos-job 1\ninput 12 a\nend\n",
      "prognos-job 1\ninput 6e040635e5b31fc7\nend\n",
      "prognos-job 1\nfingerprint 6e040635e5b31fcx\nend\n",
      "prognos-job 1\noutput\nend\n",
      "prognos-job 1\nlasting Bergaskolan\nend\n",
      "prognos-job 1\ncode x\nend\n",
      "prognos-job 1\nsince 2026\nend\n",
      "prognos-job 1\nsince 2026-11\nend\n",
      "prognos-job 1\nsince 2026-11-31\nend\n",
      "prognos-job 1\nsince 2026-11-201\nend\n",
      "prognos-job 1\nanything\nend\n",
  };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    assert_false(prg_job_record_parse(&record, wrong[i], strlen(wrong[i])));
}

static void test_since_when(void **state) {
  (void)state;
  prg_job_record before = {0}, record = {.code = 3};
  prg_job_record_date(&record, &before, "2026-11-20");
  assert_string_equal(record.since, "2026-11-20");
  before = record;
  record = (prg_job_record){.code = 4}; /* another fault, but nothing was right between them */
  prg_job_record_date(&record, &before, "2026-11-21");
  assert_string_equal(record.since, "2026-11-20");
  before = record;
  record = (prg_job_record){0};
  prg_job_record_date(&record, &before, "2026-11-22");
  assert_string_equal(record.since, "");
  before = (prg_job_record){.code = 3}; /* of a version that did not note it */
  record = (prg_job_record){.code = 3};
  prg_job_record_date(&record, &before, "2026-11-23");
  assert_string_equal(record.since, "2026-11-23");
  before = (prg_job_record){0};
  prg_job_record_date(&record, &before, "10000-01-01"); /* the record must be read again */
  assert_string_equal(record.since, "");
}

static void put(const char *path, const char *text) {
  assert_int_equal(prg_atomic_write(path, text, strlen(text), NULL), PRG_OK);
}

static prg_job_record record_of(const char *input, const char *output, int code) {
  prg_job_record record = {.fingerprint = 2385, .code = code};
  prg_trace trace = {.path = (char *)input};
  prg_trace_take(input, &trace);
  prg_job_record_input(&record, &trace);
  if (output != NULL) {
    prg_trace_take(output, &trace);
    prg_job_record_output(&record, output, trace.hash);
  }
  return record;
}

static void test_whether_it_holds(void **state) {
  (void)state;
  put("in", "96;112;126");
  put("ut", "131");
  prg_job_record record = record_of("in", "ut", 0);
  assert_true(prg_job_record_holds(&record, 2385));
  assert_false(prg_job_record_holds(&record, 2386));
  put("in", "96;112;127");
  assert_false(prg_job_record_holds(&record, 2385));
  put("in", "96;112;126");
  assert_true(prg_job_record_holds(&record, 2385));
  put("ut", "130");
  assert_false(prg_job_record_holds(&record, 2385));
  unlink("ut");
  assert_false(prg_job_record_holds(&record, 2385));
  put("ut", "131");
  unlink("in");
  assert_false(prg_job_record_holds(&record, 2385));
  prg_job_record_clear(&record);
}

static void test_what_failed_is_tried_again(void **state) {
  (void)state;
  put("in", "1");
  put("ut", "2");
  static const struct {
    int code;
    const char *output;
    bool holds;
  } cases[] = {{0, NULL, true}, {3, "ut", true},  {4, "ut", true},
               {3, NULL, true}, {1, "ut", false}, {2, NULL, false}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    prg_job_record record = record_of("in", cases[i].output, cases[i].code);
    assert_int_equal(prg_job_record_holds(&record, 2385), cases[i].holds);
    prg_job_record_clear(&record);
  }
}

static void test_what_is_no_file(void **state) {
  (void)state;
  prg_job_record record = record_of("not-yet", NULL, 0);
  assert_int_equal(record.input[0].kind, PRG_TRACE_MISSING);
  assert_true(prg_job_record_holds(&record, 2385)); /* still not there */
  put("not-yet", "");
  assert_false(prg_job_record_holds(&record, 2385));
  prg_job_record_clear(&record);
  unlink("not-yet");
  record = record_of("not-yet", NULL, 3); /* an input that is missed is missed every time */
  assert_false(prg_job_record_holds(&record, 2385));
  prg_job_record_clear(&record);
  assert_int_equal(mkfifo("pipe", 0600), 0);
  record = record_of("pipe", NULL, 0); /* and it does not wait for a writer */
  assert_int_equal(record.input[0].kind, PRG_TRACE_OTHER);
  assert_false(prg_job_record_holds(&record, 2385));
  prg_job_record_clear(&record);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_there_and_back),
      cmocka_unit_test(test_a_part_is_no_record),
      cmocka_unit_test(test_since_when),
      cmocka_unit_test(test_whether_it_holds),
      cmocka_unit_test(test_what_failed_is_tried_again),
      cmocka_unit_test(test_what_is_no_file),
  };
  return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
