#include "test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "present/picture/child.h"

static prg_child_result run(const char *const argument[], double time_limit, prg_buffer *talk) {
  int input = open("/dev/null", O_RDONLY | O_CLOEXEC);
  assert_true(input >= 0);
  prg_child child = {argument, "/", input, time_limit};
  prg_buffer_init(talk);
  prg_child_result result = prg_child_run(&child, talk);
  close(input);
  return result;
}

static void test_hears_what_it_says(void **state) {
  (void)state;
  prg_buffer talk;
  const char *const argument[] = {"sh", "-c", "echo unheard; echo 'aj aj' >&2; pwd >&2; exit 3",
                                  NULL};
  assert_int_equal(run(argument, 10, &talk), PRG_CHILD_FAILED);
  assert_string_equal(prg_buffer_string(&talk), "aj aj\n/\n");
  prg_buffer_free(&talk);
}

static void test_environment_is_its_own(void **state) {
  (void)state;
  setenv("GNUTERM", "x11", 1);
  prg_buffer talk;
  const char *const argument[] = {"env", "-u", "PWD", "sh", "-c", "echo \"$GNUTERM|$LC_ALL\" >&2",
                                  NULL};
  assert_int_equal(run(argument, 10, &talk), PRG_CHILD_DONE);
  assert_string_equal(prg_buffer_string(&talk), "|C.UTF-8\n");
  prg_buffer_free(&talk);
  unsetenv("GNUTERM");
}

static void test_missing(void **state) {
  (void)state;
  prg_buffer talk;
  const char *const argument[] = {"no-such-program-27b1", NULL};
  assert_int_equal(run(argument, 10, &talk), PRG_CHILD_MISSING);
  prg_buffer_free(&talk);
}

static void test_late_is_stopped(void **state) {
  (void)state;
  prg_buffer talk;
  const char *const argument[] = {"sleep", "600", NULL};
  assert_int_equal(run(argument, 0.05, &talk), PRG_CHILD_LATE);
  prg_buffer_free(&talk);
}

static void test_endless_talk_is_cut(void **state) {
  (void)state;
  prg_buffer talk;
  const char *const argument[] = {"sh", "-c", "head -c 1000000 /dev/zero >&2", NULL};
  assert_int_equal(run(argument, 30, &talk), PRG_CHILD_DONE);
  assert_in_range(talk.length, 60000, 70000);
  prg_buffer_free(&talk);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_hears_what_it_says),
      cmocka_unit_test(test_environment_is_its_own),
      cmocka_unit_test(test_missing),
      cmocka_unit_test(test_late_is_stopped),
      cmocka_unit_test(test_endless_talk_is_cut),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
