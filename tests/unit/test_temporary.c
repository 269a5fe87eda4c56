#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <prognos/temporary.h>

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

static void make_file(const char *path) {
  int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  assert_true(file >= 0);
  close(file);
}

static void test_a_held_file_is_left_alone(void **state) {
  (void)state;
  char *name;
  int file = prg_temporary_file("ut/prognos.csv", &name);
  assert_int_equal(file, -1); /* the directory is not there */
  assert_int_equal(errno, ENOENT);
  assert_null(name);
  assert_int_equal(mkdir("ut", 0777), 0);
  file = prg_temporary_file("ut/prognos.csv", &name);
  assert_true(file >= 0);
  assert_int_equal(strncmp(name, "ut/.prognos-", 12), 0);
  assert_int_equal(prg_temporary_clean("ut"), 0);
  assert_int_equal(access(name, F_OK), 0);
  close(file); /* as when its process is killed */
  assert_int_equal(prg_temporary_clean("ut"), 1);
  assert_int_not_equal(access(name, F_OK), 0);
  free(name);
}

static void test_folders_go_with_what_is_in_them(void **state) {
  (void)state;
  char *name, path[300];
  int folder = prg_temporary_folder("bild.svg", &name);
  assert_true(folder >= 0);
  assert_int_equal(strncmp(name, ".prognos-", 9), 0);
  snprintf(path, sizeof path, "%s/picture", name);
  make_file(path);
  assert_int_equal(prg_temporary_clean("."), 0);
  assert_int_equal(access(path, F_OK), 0);
  close(folder);
  assert_int_equal(prg_temporary_clean("."), 1);
  assert_int_not_equal(access(name, F_OK), 0);
  free(name);

  folder = prg_temporary_folder("bild.svg", &name);
  snprintf(path, sizeof path, "%s/picture", name);
  make_file(path);
  prg_temporary_remove_folder(folder, name);
  assert_int_not_equal(access(path, F_OK), 0);
}

static void test_only_ours_are_removed(void **state) {
  (void)state;
  static const char *const others[] = {".prognos-abc", ".prognos-abcdefg", "prognos-abcdef",
                                       "elever.csv", ".annan-abcdef"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    make_file(others[i]);
  assert_int_equal(symlink("elever.csv", ".prognos-lankar"), 0);
  make_file(".prognos-Ab3dEf");
  assert_int_equal(prg_temporary_clean("./"), 1);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    assert_int_equal(access(others[i], F_OK), 0);
  assert_int_equal(access(".prognos-lankar", F_OK), 0);
  assert_int_equal(prg_temporary_clean("none"), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_held_file_is_left_alone),
      cmocka_unit_test(test_folders_go_with_what_is_in_them),
      cmocka_unit_test(test_only_ours_are_removed),
  };
  return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
