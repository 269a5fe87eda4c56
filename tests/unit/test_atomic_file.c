#include "test.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <prognos/atomic_file.h>

static char directory[] = "/tmp/prognos-test-XXXXXX";

static int make_directory(void **state) {
  (void)state;
  return mkdtemp(directory) == NULL;
}

static int remove_directory(void **state) {
  (void)state;
  char command[128];
  snprintf(command, sizeof command, "rm -rf '%s'", directory);
  return system(command);
}

static const char *in_directory(const char *name) {
  static char path[256];
  snprintf(path, sizeof path, "%s/%s", directory, name);
  return path;
}

static size_t count_files(void) {
  size_t count = 0;
  DIR *listing = opendir(directory);
  for (struct dirent *entry; (entry = readdir(listing)) != NULL;)
    count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
  closedir(listing);
  return count;
}

static void test_writes_and_replaces(void **state) {
  (void)state;
  prg_error error;
  assert_int_equal(prg_atomic_write(in_directory("a"), "first", 5, &error), PRG_OK);
  assert_int_equal(prg_atomic_write(in_directory("a"), "and second", 10, &error), PRG_OK);
  char content[32] = "";
  FILE *file = fopen(in_directory("a"), "r");
  assert_int_equal(fread(content, 1, sizeof content, file), 10);
  fclose(file);
  assert_string_equal(content, "and second");
  assert_int_equal(count_files(), 1); /* no temporary file is left */
}

static void test_piece_by_piece(void **state) {
  (void)state;
  prg_error error;
  prg_atomic_file *file;
  size_t before = count_files();
  assert_int_equal(prg_atomic_open(&file, in_directory("p"), &error), PRG_OK);
  assert_int_equal(prg_atomic_add(file, "one, ", 5, &error), PRG_OK);
  assert_int_not_equal(access(in_directory("p"), F_OK), 0); /* not there yet */
  assert_int_equal(prg_atomic_add(file, "two", 3, &error), PRG_OK);
  assert_int_equal(prg_atomic_commit(file, &error), PRG_OK);
  assert_int_equal(prg_atomic_open(&file, in_directory("p"), &error), PRG_OK);
  assert_int_equal(prg_atomic_add(file, "never", 5, &error), PRG_OK);
  prg_atomic_discard(file);
  prg_atomic_discard(NULL);
  char content[32] = "";
  FILE *kept = fopen(in_directory("p"), "r");
  assert_int_equal(fread(content, 1, sizeof content, kept), 8);
  fclose(kept);
  assert_string_equal(content, "one, two");
  assert_int_equal(count_files(), before + 1);
  assert_int_equal(prg_atomic_open(&file, in_directory("none/b"), &error), PRG_EIO);
  assert_null(file);
}

static void test_failure_leaves_nothing(void **state) {
  (void)state;
  prg_error error;
  size_t before = count_files();
  assert_int_equal(prg_atomic_write(in_directory("none/b"), "x", 1, &error), PRG_EIO);
  assert_non_null(strstr(error.file, "none/b"));
  mkdir(in_directory("c"), 0777);
  assert_int_equal(prg_atomic_write(in_directory("c"), "x", 1, &error), PRG_EIO);
  assert_int_equal(count_files(), before + 1);
}

static void test_keeps_link_and_permissions(void **state) {
  (void)state;
  prg_error error;
  char link[256];
  snprintf(link, sizeof link, "%s", in_directory("link"));
  assert_int_equal(prg_atomic_write(in_directory("real"), "first", 5, &error), PRG_OK);
  assert_int_equal(chmod(in_directory("real"), 0640), 0);
  assert_int_equal(symlink("real", link), 0);
  assert_int_equal(prg_atomic_write(link, "second!", 7, &error), PRG_OK);
  struct stat about;
  assert_int_equal(lstat(link, &about), 0);
  assert_true(S_ISLNK(about.st_mode));
  assert_int_equal(stat(in_directory("real"), &about), 0);
  assert_int_equal(about.st_size, 7);
  assert_int_equal(about.st_mode & 07777, 0640);
}

/* A pipe of our own stands for the devices: run as root, the old way replaced /dev/null. */
static void test_writes_to_a_pipe(void **state) {
  (void)state;
  prg_error error;
  char content[8] = "";
  assert_int_equal(mkfifo(in_directory("pipe"), 0600), 0);
  int reader = open(in_directory("pipe"), O_RDONLY | O_NONBLOCK);
  assert_int_equal(prg_atomic_write(in_directory("pipe"), "237", 3, &error), PRG_OK);
  assert_int_equal(read(reader, content, sizeof content), 3);
  assert_string_equal(content, "237");
  close(reader);
  struct stat about;
  assert_int_equal(stat(in_directory("pipe"), &about), 0);
  assert_true(S_ISFIFO(about.st_mode));
}

static void test_makes_directories(void **state) {
  (void)state;
  prg_error error;
  assert_int_equal(prg_make_directory(in_directory("d/e/f"), &error), PRG_OK);
  assert_int_equal(prg_make_directory(in_directory("d/e/f/"), &error), PRG_OK);
  struct stat about;
  assert_int_equal(stat(in_directory("d/e/f"), &about), 0);
  assert_int_equal(prg_make_directory(in_directory("a/b"), &error), PRG_EIO);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_writes_and_replaces),
      cmocka_unit_test(test_piece_by_piece),
      cmocka_unit_test(test_failure_leaves_nothing),
      cmocka_unit_test(test_keeps_link_and_permissions),
      cmocka_unit_test(test_writes_to_a_pipe),
      cmocka_unit_test(test_makes_directories),
  };
  return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
