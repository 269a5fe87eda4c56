#include "test.h"

#include "job_verbs.h"

typedef struct fixture {
  prg_job_file file;
  prg_job_plan plan;
} fixture;

static void make(fixture *f, const char *text) {
  prg_error error;
  assert_int_equal(prg_job_file_read("j.ini", text, strlen(text), NULL, &f->file, &error), PRG_OK);
  assert_int_equal(prg_job_plan_make(&f->file, &test_verbs, &f->plan, &error), PRG_OK);
}

static void clear(fixture *f) {
  prg_job_plan_clear(&f->plan);
  prg_job_file_clear(&f->file);
}

static void test_jobs(void **state) {
  (void)state;
  fixture f;
  make(&f, "state = minne\nverbose = nej\n"
           "[defaults]\nhorizon = 3\nwhole = yes\ntimeout = 90\nalarm-revision = ja\n"
           "[a]\nverb = forecast\nfiles = a.csv \"b c.csv\"\t d.csv\noutput = a.csv.ut\n"
           "series = Berga\nseries = Ekbacken\nwhole = no\nhook = ./mejla\nalarm-moved = 1\n"
           "[b]\nverb = check\ninput = x y.csv\ninput = z.csv\nwhole = true\ntimeout = 7\n");
  assert_int_equal(f.plan.n_problem, 0);
  assert_int_equal(f.plan.n_run_option, 1);
  assert_string_equal(f.plan.run_option[0]->value, "minne");
  const prg_job *a = &f.plan.job[0], *b = &f.plan.job[1];
  assert_int_equal(a->n_input, 3);
  assert_string_equal(a->input[1], "b c.csv");
  assert_string_equal(a->input[2], "d.csv");
  assert_int_equal(a->n_option, 4); /* horizon, output and two series; not whole */
  assert_string_equal(a->option[0]->value, "3");
  assert_string_equal(a->option[3]->value, "Ekbacken");
  assert_string_equal(a->output, "a.csv.ut");
  assert_string_equal(a->hook, "./mejla");
  assert_true(a->alarm_revision && a->alarm_moved);
  assert_close(a->time_limit, 90, 0);
  assert_int_equal(b->n_input, 2);
  assert_string_equal(b->input[0], "x y.csv");
  assert_int_equal(b->n_option, 1); /* a horizon is none of its own */
  assert_false(b->alarm_revision);  /* nor can it have that alarm */
  assert_null(b->output);
  assert_close(b->time_limit, 7, 0);
  assert_int_equal(prg_job_plan_find(&f.plan, "b"), 1);
  assert_int_equal(prg_job_plan_find(&f.plan, "c"), 2);
  clear(&f);
}

static void test_order(void **state) {
  (void)state;
  fixture f;
  make(&f, "[show]\nverb = chart\nfiles = ./ut/f.csv\noutput = bilder\n"
           "[last]\nverb = check\nfiles = x\nafter = show , make\n"
           "[other]\nverb = chart\nfiles = x\noutput = bilder\n"
           "[make]\nverb = forecast\nfiles = x\noutput = ut/f.csv\nevents = ./h.csv\n"
           "[events]\nverb = forecast\nfiles = y\noutput = h.csv\n");
  assert_int_equal(f.plan.n_problem, 0); /* a directory may be shared */
  static const size_t expected[] = {4, 3, 0, 1, 2};
  assert_memory_equal(f.plan.order, expected, sizeof expected);
  assert_int_equal(f.plan.job[0].n_after, 1);
  assert_int_equal(f.plan.job[0].after[0], 3);
  assert_int_equal(f.plan.job[1].n_after, 2);
  assert_int_equal(f.plan.job[3].after[0], 4); /* it reads what that one writes */
  clear(&f);
}

static void test_a_long_chain(void **state) {
  (void)state;
  fixture f;
  prg_buffer text = {0};
  enum { N = 3000 };
  for (int i = 0; i < N; i++) {
    prg_buffer_printf(&text, "[%d]\nverb = check\nfiles = x\n", i);
    if (i < N - 1)
      prg_buffer_printf(&text, "after = %d\n", i + 1);
  }
  make(&f, prg_buffer_string(&text));
  assert_int_equal(f.plan.n_problem, 0);
  assert_int_equal(f.plan.order[0], N - 1);
  assert_int_equal(f.plan.order[N - 1], 0);
  clear(&f);
  prg_buffer_free(&text);
}

static void test_everything_wrong_is_told(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t line;
    prg_text wrong;
  } cases[] = {
      {"", 0, PRG_TEXT_JOB_NONE},
      {"stat = x\n[a]\nverb = check\nfiles = x\n", 1, PRG_TEXT_JOB_RUN_KEY_NEAR},
      {"kind = people\n[a]\nverb = check\nfiles = x\n", 1, PRG_TEXT_JOB_RUN_KEY},
      {"verbose = kanske\n[a]\nverb = check\nfiles = x\n", 1, PRG_TEXT_JOB_FLAG},
      {"[defaults]\nhorison = 3\n[a]\nverb = check\nfiles = x\n", 2, PRG_TEXT_JOB_KEY_NEAR},
      {"[a]\nfiles = x\n", 1, PRG_TEXT_JOB_NO_VERB},
      {"[a]\nverb = forcast\nfiles = x\n", 2, PRG_TEXT_JOB_VERB_NEAR},
      {"[a]\nverb = sing\nfiles = x\n", 2, PRG_TEXT_JOB_VERB},
      {"[a]\nverb = check\n", 1, PRG_TEXT_JOB_NO_INPUT},
      {"[a]\nverb = check\nfiles = -\nfiles = x\n", 3, PRG_TEXT_JOB_INPUT},
      {"[a]\nverb = check\nfiles = x\ninput =\n", 4, PRG_TEXT_JOB_INPUT},
      {"[a]\nverb = check\nfiles = x \"y z\n", 3, PRG_TEXT_JOB_QUOTE},
      {"[a]\nverb = check\nfiles = x\nwhole = kanske\n", 4, PRG_TEXT_JOB_FLAG},
      {"[a]\nverb = check\nfiles = x\ntimeout = 0\n", 4, PRG_TEXT_JOB_TIMEOUT},
      {"[a]\nverb = check\nfiles = x\ntimeout = 1 h\n", 4, PRG_TEXT_JOB_TIMEOUT},
      {"[a]\nverb = check\nfiles = x\nhorizon = 5\n", 4, PRG_TEXT_JOB_KEY},
      {"[a]\nverb = check\nfiles = x\nafterr = b\n", 4, PRG_TEXT_JOB_KEY_NEAR},
      {"[a]\nverb = check\nfiles = x\nalarm-moved = ja\n", 4, PRG_TEXT_JOB_NO_ALARM},
      {"[a]\nverb = forecast\nfiles = x\nhorizon = 5 \xC3\xA5r\noutput = u\n", 4,
       PRG_TEXT_OPTION_NOT_WHOLE},
      {"[a]\nverb = forecast\nfiles = x\n", 1, PRG_TEXT_JOB_NO_OUTPUT},
      {"[a]\nverb = forecast\nfiles = x\noutput = -\n", 1, PRG_TEXT_JOB_NO_OUTPUT},
      {"[a]\nverb = check\nfiles = x\nafter = b\n", 4, PRG_TEXT_JOB_AFTER},
      {"[a]\nverb = check\nfiles = x\nafter = a\n", 4, PRG_TEXT_JOB_AFTER},
      {"[a]\nverb = forecast\nfiles = x\noutput = ./x\n", 1, PRG_TEXT_JOB_OWN_INPUT},
      {"[a]\nverb = check\nfiles = x\nafter = b\n[b]\nverb = check\nfiles = x\nafter = a\n", 5,
       PRG_TEXT_JOB_CIRCLE},
      {"[a]\nverb = forecast\nfiles = x\noutput = u\n"
       "[b]\nverb = forecast\nfiles = x\noutput = ./u\n",
       5, PRG_TEXT_JOB_SAME_OUTPUT},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f;
    make(&f, cases[i].text);
    if (f.plan.n_problem == 0)
      fail_msg("nothing is wrong with %s", cases[i].text);
    assert_int_equal(f.plan.problem[0].message.text, cases[i].wrong);
    assert_int_equal(f.plan.problem[0].line, cases[i].line);
    assert_string_equal(f.plan.problem[0].file, "j.ini");
    assert_int_equal(f.plan.problem[0].status, PRG_EUSAGE);
    clear(&f);
  }
}

static void test_several_at_once(void **state) {
  (void)state;
  fixture f;
  make(&f, "[a]\nverb = forecast\nhorizon = x\nwole = yes\n[b]\nverb = chek\n");
  assert_int_equal(f.plan.n_problem, 5);
  assert_int_equal(f.plan.problem[1].message.text, PRG_TEXT_JOB_KEY_NEAR);
  assert_string_equal(f.plan.problem[1].message.argument[2].string, "whole");
  assert_int_equal(f.plan.problem[2].message.text, PRG_TEXT_JOB_NO_INPUT);
  assert_int_equal(f.plan.problem[4].line, 6);
  clear(&f);
}

/* An alarm is a result, too. */
static void test_alarms_need_no_output(void **state) {
  (void)state;
  fixture f;
  make(&f, "[a]\nverb = capacity\nfiles = x\nalarm = 80\n");
  assert_int_equal(f.plan.n_problem, 0);
  clear(&f);
  make(&f, "[a]\nverb = forecast\nfiles = x\noutput = -\nalarm-moved = ja\n");
  assert_int_equal(f.plan.problem[1].message.text, PRG_TEXT_JOB_MOVED_NO_OUTPUT);
  clear(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_jobs),
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_a_long_chain),
      cmocka_unit_test(test_everything_wrong_is_told),
      cmocka_unit_test(test_several_at_once),
      cmocka_unit_test(test_alarms_need_no_output),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
