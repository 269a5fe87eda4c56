#include "test.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <prognos/atomic_file.h>
#include <prognos/job_run.h>
#include <prognos/run_lock.h>
#include <prognos/source.h>
#include <prognos/watch.h>

#include "job_verbs.h"

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

static void put(const char *path, const char *text) {
  assert_int_equal(prg_atomic_write(path, text, strlen(text), NULL), PRG_OK);
}

static const char *get(const char *path) {
  static char text[256];
  FILE *file = fopen(path, "r");
  size_t n = file == NULL ? 0 : fread(text, 1, sizeof text - 1, file);
  text[n] = '\0';
  if (file != NULL)
    fclose(file);
  return file == NULL ? "(none)" : text;
}

/* The work of a job is what its input says, line by line. */
static int do_line(const prg_job *job, const prg_job_memory *memory, prg_job_record *record,
                   const char *line) {
  prg_buffer path = {0};
  if (strncmp(line, "write ", 6) == 0)
    return prg_status_exit_code(prg_atomic_write(job->output, line + 6, strlen(line + 6), NULL));
  if (strncmp(line, "say ", 4) == 0)
    fprintf(stderr, "%s\n", line + 4);
  else if (strncmp(line, "alarm ", 6) == 0)
    prg_job_record_alarm(record, true, line + 6, line + 6);
  else if (strncmp(line, "news ", 5) == 0)
    prg_job_record_alarm(record, false, "", line + 5);
  else if (strncmp(line, "exit ", 5) == 0)
    return atoi(line + 5);
  else if (strcmp(line, "die") == 0)
    raise(SIGKILL);
  else if (strcmp(line, "hang") == 0)
    for (;;)
      pause();
  else if (strcmp(line, "half") == 0) { /* and then it is killed */
    prg_atomic_file *file;
    prg_atomic_open(&file, job->output, NULL);
    prg_atomic_add(file, "ha", 2, NULL);
    raise(SIGKILL);
  } else if (strcmp(line, "remember") == 0) {
    prg_watch_files(NULL); /* it is neither input nor output */
    prg_job_memory_next(memory, "input.csv", &path);
    prg_atomic_write(path.data, "kept", 4, NULL);
    prg_buffer_free(&path);
  }
  return 0;
}

static int work(void *context, const prg_job *job, const prg_job_memory *memory,
                prg_job_record *record) {
  prg_buffer text = {0};
  (void)context;
  if (prg_source_read(job->input[0], &text, NULL) != PRG_OK)
    return 3;
  char *rest = text.data, *line;
  int code = 0;
  while (rest != NULL && code == 0 && (line = strsep(&rest, "\n")) != NULL)
    code = do_line(job, memory, record, line);
  prg_buffer_free(&text);
  return code;
}

/* What was told of a job: "a! text", "a- text", "a: line". Starts and ends are counted. */
static char told[2048];
static size_t n_started;

static void tell(void *context, const prg_job_event *event) {
  static const char sign[] = {'+', ':', '!', '-', '.'};
  (void)context;
  n_started += event->kind == PRG_JOB_STARTS;
  if (event->text == NULL)
    return;
  size_t n = strlen(told);
  snprintf(told + n, sizeof told - n, "%s%c %s\n", event->job->section->name, sign[event->kind],
           event->text);
}

#define JOBS 4

typedef struct fixture {
  prg_job_file file;
  prg_job_plan plan;
  prg_jobs jobs;
  prg_job_outcome outcome[JOBS];
  prg_status status;
  prg_error error;
} fixture;

static void set_up(fixture *f, const char *text) {
  *f = (fixture){.status = PRG_OK};
  assert_int_equal(prg_job_file_read("j.ini", text, strlen(text), NULL, &f->file, NULL), PRG_OK);
  assert_int_equal(prg_job_plan_make(&f->file, &test_verbs, &f->plan, NULL), PRG_OK);
  assert_int_equal(f->plan.n_problem, 0);
  f->jobs = (prg_jobs){.plan = &f->plan,
                       .state = "state",
                       .holder = "since then",
                       .manner = "sv",
                       .today = "2026-11-20",
                       .parallel = 2,
                       .stop = -1,
                       .work = work,
                       .tell = tell};
}

static void run(fixture *f) {
  told[0] = '\0';
  n_started = 0;
  prg_job_outcomes_clear(f->outcome, f->plan.n);
  memset(f->outcome, 0, sizeof f->outcome);
  f->status = prg_jobs_run(&f->jobs, f->outcome, &f->error);
}

static void look(fixture *f) {
  prg_job_outcomes_clear(f->outcome, f->plan.n);
  memset(f->outcome, 0, sizeof f->outcome);
  assert_int_equal(prg_jobs_look(&f->jobs, f->outcome, NULL), PRG_OK);
}

static void tear_down(fixture *f) {
  prg_job_outcomes_clear(f->outcome, f->plan.n);
  prg_job_plan_clear(&f->plan);
  prg_job_file_clear(&f->file);
  if (system("rm -rf state") != 0)
    fail();
}

static const char one[] = "[a]\nverb = forecast\nfiles = in\noutput = ut\n";

static void test_unchanged_does_nothing(void **state) {
  (void)state;
  fixture f;
  struct stat first, second;
  set_up(&f, one);
  put("in", "write 168;183\nsay nothing of note");
  run(&f);
  assert_int_equal(f.status, PRG_OK);
  assert_int_equal(f.outcome[0].state, PRG_JOB_DONE);
  assert_string_equal(f.outcome[0].record.output[0].path, "ut");
  assert_string_equal(f.outcome[0].record.said, "nothing of note");
  assert_string_equal(told, "a: nothing of note\n");
  assert_string_equal(get("ut"), "168;183");
  stat("ut", &first);
  run(&f);
  assert_int_equal(f.outcome[0].state, PRG_JOB_UNCHANGED);
  assert_int_equal(f.outcome[0].record.n_output, 1);
  assert_int_equal(n_started, 0);
  assert_string_equal(told, "");
  stat("ut", &second);
  assert_int_equal(first.st_ino, second.st_ino);
  f.jobs.manner = "en";
  run(&f);
  assert_int_equal(n_started, 1);
  put("ut", "spoilt");
  run(&f);
  assert_string_equal(get("ut"), "168;183");
  unlink("ut");
  run(&f);
  assert_string_equal(get("ut"), "168;183");
  run(&f);
  assert_int_equal(n_started, 0);
  tear_down(&f);
}

static const char chain[] = "[a]\nverb = forecast\nfiles = in\noutput = ut\n"
                            "[b]\nverb = forecast\nfiles = ut\noutput = ut2\n"
                            "[c]\nverb = check\nfiles = in2\nafter = b\n"
                            "[d]\nverb = check\nfiles = in2\n";

static void test_order_and_failure(void **state) {
  (void)state;
  fixture f;
  set_up(&f, chain);
  put("in", "write write 249\n");
  put("in2", "");
  run(&f);
  assert_string_equal(get("ut2"), "249");
  assert_int_equal(n_started, 4);
  assert_int_equal(prg_jobs_code(f.outcome, 4), 0);
  put("in", "write write 250"); /* what b reads changes only when a has run */
  run(&f);
  assert_string_equal(get("ut2"), "250");
  assert_int_equal(f.outcome[2].state, PRG_JOB_UNCHANGED);
  put("in", "exit 3\n");
  run(&f);
  assert_int_equal(f.outcome[0].state, PRG_JOB_FAILED);
  assert_int_equal(f.outcome[0].code, 3);
  assert_int_equal(f.outcome[1].state, PRG_JOB_SKIPPED);
  assert_string_equal(f.outcome[1].error.message.argument[0].string, "a");
  assert_int_equal(f.outcome[2].state, PRG_JOB_SKIPPED);
  assert_int_equal(f.outcome[3].state, PRG_JOB_UNCHANGED);
  assert_int_equal(prg_jobs_code(f.outcome, 4), 3);
  assert_string_equal(get("ut2"), "250"); /* what was there is there still */
  run(&f);                                /* the input is as wrong as it was, and that was told */
  assert_int_equal(n_started, 0);
  assert_int_equal(f.outcome[0].state, PRG_JOB_UNCHANGED);
  assert_int_equal(f.outcome[0].record.code, 3);
  assert_int_equal(f.outcome[1].state, PRG_JOB_SKIPPED);
  assert_int_equal(f.outcome[1].error.message.text, PRG_TEXT_NONE);
  assert_int_equal(f.outcome[2].error.message.text, PRG_TEXT_NONE);
  assert_int_equal(prg_jobs_code(f.outcome, 4), 0);
  assert_string_equal(f.outcome[0].record.since, "2026-11-20");
  look(&f); /* who asks is told all the same */
  assert_int_equal(f.outcome[0].state, PRG_JOB_UNCHANGED);
  assert_int_equal(f.outcome[0].code, 3);
  assert_int_equal(f.outcome[1].state, PRG_JOB_SKIPPED);
  assert_int_equal(f.outcome[2].state, PRG_JOB_SKIPPED);
  assert_int_equal(f.outcome[3].state, PRG_JOB_UNCHANGED);
  assert_int_equal(prg_jobs_code(f.outcome, 4), 3);
  f.jobs.today = "2026-11-21";
  put("in", "write write 251\nexit 3"); /* a part of it is enough to go on with */
  run(&f);
  assert_int_equal(f.outcome[0].code, 3);
  assert_string_equal(f.outcome[0].record.since, "2026-11-20"); /* it has not been right between */
  assert_string_equal(get("ut2"), "251");
  run(&f);
  assert_int_equal(f.outcome[0].state, PRG_JOB_UNCHANGED);
  assert_int_equal(f.outcome[0].record.code, 3);
  assert_int_equal(prg_jobs_code(f.outcome, 4), 0);
  tear_down(&f);
}

static size_t left_over(void) {
  FILE *list = popen("ls -A | grep -c '^\\.prognos-'", "r");
  int n = -1;
  if (fscanf(list, "%d", &n) != 1)
    fail();
  pclose(list);
  return (size_t)n;
}

static void test_killed_and_late(void **state) {
  (void)state;
  fixture f;
  set_up(&f, one);
  put("in", "write 1");
  run(&f);
  put("in", "half");
  run(&f);
  assert_int_equal(f.outcome[0].state, PRG_JOB_FAILED);
  assert_int_equal(f.outcome[0].code, 1);
  assert_int_equal(f.outcome[0].error.message.text, PRG_TEXT_JOB_KILLED);
  assert_close(f.outcome[0].error.message.argument[0].number, SIGKILL, 0);
  assert_string_equal(f.outcome[0].record.since, ""); /* no record is kept to date it by */
  assert_string_equal(get("ut"), "1");
  assert_int_equal(left_over(), 0);
  put("in", "say slow\nhang");
  f.plan.job[0].time_limit = 3; /* enough to say it in on a machine that is busy */
  run(&f);
  assert_int_equal(f.outcome[0].error.message.text, PRG_TEXT_JOB_LATE);
  assert_string_equal(told, "a: slow\n");
  assert_string_equal(get("ut"), "1");
  put("in", "write 2");
  f.plan.job[0].time_limit = 60;
  run(&f);
  assert_string_equal(get("ut"), "2");
  tear_down(&f);
}

static void test_alarms_are_told_once(void **state) {
  (void)state;
  fixture f;
  set_up(&f, "[a]\nverb = capacity\nfiles = in\nalarm = 80\n");
  put("in", "alarm Berga\nnews revised\nremember");
  run(&f);
  assert_string_equal(told, "a! Berga\na! revised\n");
  assert_int_equal(f.outcome[0].code, 10);
  assert_int_equal(f.outcome[0].state, PRG_JOB_DONE);
  assert_int_equal(prg_jobs_code(f.outcome, 1), 10);
  assert_string_equal(get("state/a.input.csv"), "kept");
  run(&f);
  assert_string_equal(told, "");
  assert_int_equal(prg_jobs_code(f.outcome, 1), 0);
  put("in", "alarm Berga\nalarm Ekbacken\nnews moved");
  run(&f);
  assert_string_equal(told, "a! Ekbacken\na! moved\n");
  put("in", "alarm Ekbacken\nexit 3"); /* of Berga nothing is known now */
  run(&f);
  assert_string_equal(told, "");
  assert_int_equal(f.outcome[0].code, 3);
  put("in", "alarm Ekbacken\n");
  run(&f);
  assert_string_equal(told, "a- Berga\n");
  assert_int_equal(f.outcome[0].code, 0);
  tear_down(&f);
}

static void write_hook(const char *text) {
  FILE *file = fopen("hook", "w");
  fprintf(file, "#!/bin/sh\n%s\n", text);
  fclose(file);
  chmod("hook", 0755);
}

static void test_hook(void **state) {
  (void)state;
  fixture f;
  set_up(&f, "[a]\nverb = capacity\nfiles = in\nalarm = 80\nhook = ./hook\n");
  put("in", "alarm Berga\nremember");
  run(&f); /* there is no such program */
  assert_int_equal(f.outcome[0].code, 1);
  assert_int_equal(f.outcome[0].error.message.text, PRG_TEXT_JOB_HOOK);
  assert_string_equal(get("state/a.input.csv"), "(none)");
  write_hook("echo unwilling >&2; exit 7");
  run(&f); /* told again, for it did not arrive */
  assert_string_equal(told, "a! Berga\na: unwilling\n");
  assert_close(f.outcome[0].error.message.argument[1].number, 7, 0);
  write_hook("echo \"$# $1\" > hooked; cat >> hooked");
  run(&f);
  assert_string_equal(get("hooked"), "1 a\n! Berga\n");
  assert_int_equal(f.outcome[0].code, 10);
  assert_string_equal(get("state/a.input.csv"), "kept");
  put("in", "");
  run(&f);
  assert_string_equal(get("hooked"), "1 a\n- Berga\n");
  assert_int_equal(f.outcome[0].code, 0);
  tear_down(&f);
}

static void test_told_to_stop(void **state) {
  (void)state;
  fixture f;
  int ends[2];
  set_up(&f, "[a]\nverb = forecast\nfiles = in\noutput = ut\n"
             "[b]\nverb = forecast\nfiles = in\noutput = ut2\nafter = a\n");
  put("in", "hang");
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(write(ends[1], "!", 1), 1);
  f.jobs.stop = ends[0];
  run(&f);
  assert_int_equal(f.status, PRG_EIO);
  assert_int_equal(f.error.message.text, PRG_TEXT_JOBS_STOPPED);
  assert_int_equal(f.outcome[0].state, PRG_JOB_STOPPED);
  assert_int_equal(f.outcome[1].state, PRG_JOB_STOPPED);
  close(ends[0]);
  close(ends[1]);
  f.jobs.stop = -1;
  put("in", "write 2");
  run(&f);
  assert_int_equal(f.outcome[1].state, PRG_JOB_DONE);
  tear_down(&f);
}

static void test_chosen_and_looked_at(void **state) {
  (void)state;
  fixture f;
  static const bool chosen[] = {true, false, false, true};
  set_up(&f, chain);
  put("in", "write write 249");
  put("in2", "");
  f.jobs.chosen = chosen;
  assert_int_equal(prg_jobs_look(&f.jobs, f.outcome, NULL), PRG_OK);
  assert_int_equal(f.outcome[0].state, PRG_JOB_WAITING);
  assert_int_equal(f.outcome[1].state, PRG_JOB_LEFT_OUT);
  assert_int_not_equal(access("state", F_OK), 0); /* nothing was done */
  run(&f);
  assert_int_equal(n_started, 2);
  f.jobs.chosen = NULL;
  look(&f);
  assert_int_equal(f.outcome[0].state, PRG_JOB_UNCHANGED);
  assert_int_equal(f.outcome[1].state, PRG_JOB_WAITING);
  assert_int_equal(f.outcome[2].state, PRG_JOB_WAITING);
  assert_int_equal(f.outcome[3].state, PRG_JOB_UNCHANGED);
  assert_string_equal(prg_job_state_name(PRG_JOB_UNCHANGED), "unchanged");
  tear_down(&f);
}

static void test_lock_and_no_state(void **state) {
  (void)state;
  fixture f;
  prg_run_lock *lock;
  set_up(&f, one);
  put("in", "write 1");
  run(&f);
  assert_int_equal(prg_run_lock_take("state/lock", &lock, NULL), PRG_OK);
  run(&f);
  assert_int_equal(f.status, PRG_ELOCKED);
  assert_int_equal(n_started, 0);
  prg_run_lock_give(lock);
  f.jobs.state = "in/state";
  run(&f);
  assert_int_equal(f.status, PRG_EIO);
  put("state/a.job", "not a record");
  f.jobs.state = "state";
  run(&f);
  assert_int_equal(n_started, 1);
  assert_int_equal(f.outcome[0].state, PRG_JOB_DONE);
  tear_down(&f);
}

/* Every name has a file of its own, however long it is as one. */
static void test_long_names(void **state) {
  (void)state;
  fixture f;
  char text[600], name[PRG_JOB_NAME_BYTES];
  memset(name, '.', sizeof name - 1);
  name[sizeof name - 1] = '\0';
  snprintf(text, sizeof text,
           "[%sa]\nverb = check\nfiles = in\n[%sb]\nverb = check\nfiles = in\n"
           "[a/../b]\nverb = check\nfiles = in\n",
           name, name);
  set_up(&f, text);
  put("in", "");
  run(&f);
  assert_int_equal(n_started, 3);
  assert_int_equal(prg_jobs_code(f.outcome, 3), 0);
  assert_int_equal(access("state/a%2F%2E%2E%2Fb.job", F_OK), 0);
  run(&f);
  assert_int_equal(n_started, 0);
  tear_down(&f);
}

static void test_the_worst_code(void **state) {
  (void)state;
  prg_job_outcome outcome[3] = {{.code = 10}, {.code = 0}, {.code = 4}};
  assert_int_equal(prg_jobs_code(outcome, 3), 4);
  outcome[1].code = 3;
  assert_int_equal(prg_jobs_code(outcome, 3), 3);
  outcome[1].code = 77; /* none of ours */
  assert_int_equal(prg_jobs_code(outcome, 2), 10);
  outcome[0].code = 0;
  assert_int_equal(prg_jobs_code(outcome, 2), 1);
  assert_int_equal(prg_jobs_code(outcome, 1), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_unchanged_does_nothing),
      cmocka_unit_test(test_order_and_failure),
      cmocka_unit_test(test_killed_and_late),
      cmocka_unit_test(test_alarms_are_told_once),
      cmocka_unit_test(test_hook),
      cmocka_unit_test(test_told_to_stop),
      cmocka_unit_test(test_chosen_and_looked_at),
      cmocka_unit_test(test_lock_and_no_state),
      cmocka_unit_test(test_long_names),
      cmocka_unit_test(test_the_worst_code),
  };
  return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
