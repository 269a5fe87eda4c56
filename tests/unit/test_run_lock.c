#include "test.h"

#include <prognos/run_lock.h>

#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
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

static void write_lock(const char *text) {
  FILE *file = fopen("lock", "w");
  fputs(text, file);
  fclose(file);
}

static off_t lock_size(void) {
  struct stat about;
  return stat("lock", &about) == 0 ? about.st_size : -1;
}

static void test_one_at_a_time(void **state) {
  (void)state;
  prg_run_lock *first, *second;
  prg_error error;
  assert_int_equal(prg_run_lock_take("lock", &first, &error), PRG_OK);
  assert_int_equal(lock_size(), 0); /* whoever has nothing to do writes nothing */
  assert_int_equal(prg_run_lock_take("lock", &second, &error), PRG_ELOCKED);
  assert_null(second);
  assert_int_equal(error.message.text, PRG_TEXT_LOCK_HELD);
  prg_run_lock_sign(first, "sedan 2026-11-26T02:30:00+0100");
  assert_int_equal(prg_run_lock_take("lock", &second, &error), PRG_ELOCKED);
  assert_int_equal(error.message.text, PRG_TEXT_LOCK_HELD_BY);
  assert_int_equal(atol(error.message.argument[0].string), getpid());
  assert_string_equal(error.message.argument[1].string, "sedan 2026-11-26T02:30:00+0100");
  prg_run_lock_give(first);
  assert_int_equal(lock_size(), 0);
  assert_int_equal(prg_run_lock_take("lock", &second, &error), PRG_OK);
  prg_run_lock_give(second);
  prg_run_lock_give(NULL);
}

/* What one that was killed had signed is not said of the next one. */
static void test_words_of_the_dead(void **state) {
  (void)state;
  prg_run_lock *lock, *other;
  prg_error error;
  pid_t child = fork();
  if (child == 0) {
    prg_run_lock *killed;
    prg_run_lock_take("lock", &killed, NULL);
    prg_run_lock_sign(killed, "sedan i går");
    _exit(0);
  }
  waitpid(child, NULL, 0);
  assert_true(lock_size() > 10);
  assert_int_equal(prg_run_lock_take("lock", &lock, &error), PRG_OK);
  assert_int_equal(prg_run_lock_take("lock", &other, &error), PRG_ELOCKED);
  assert_int_equal(error.message.text, PRG_TEXT_LOCK_HELD);
  write_lock("1 \n"); /* init lives, and says nothing */
  assert_int_equal(prg_run_lock_take("lock", &other, &error), PRG_ELOCKED);
  assert_int_equal(error.message.text, PRG_TEXT_LOCK_HELD_BY);
  write_lock("not ours at all");
  assert_int_equal(prg_run_lock_take("lock", &other, &error), PRG_ELOCKED);
  assert_int_equal(error.message.text, PRG_TEXT_LOCK_HELD);
  prg_run_lock_give(lock);
}

static void test_no_place_for_it(void **state) {
  (void)state;
  prg_run_lock *lock;
  prg_error error;
  assert_int_equal(prg_run_lock_take("none/lock", &lock, &error), PRG_EIO);
  assert_string_equal(error.file, "none/lock");
  assert_int_equal(mkdir("folder", 0777), 0);
  assert_int_equal(prg_run_lock_take("folder", &lock, &error), PRG_EIO);
  assert_int_equal(symlink("lock", "link"), 0);
  assert_int_equal(prg_run_lock_take("link", &lock, &error), PRG_EIO);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_at_a_time),
      cmocka_unit_test(test_words_of_the_dead),
      cmocka_unit_test(test_no_place_for_it),
  };
  return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
