#include "test.h"

#include <prognos/atomic_file.h>
#include <prognos/hash.h>
#include <prognos/source.h>
#include <prognos/watch.h>

#include <unistd.h>

static char seen[512];
static uint64_t seen_hash;

static void reads(void *context, const char *path) {
  strcat(seen, (const char *)context);
  strcat(seen, path);
}

static void wrote(void *context, const char *path, uint64_t hash) {
  (void)context;
  strcat(seen, ">");
  strcat(seen, path);
  seen_hash = hash;
}

static void test_reading_and_writing_are_seen(void **state) {
  (void)state;
  static const char path[] = "/tmp/prognos-test-watch", text[] = "Gymnasiesärskola;126\n";
  prg_watcher watcher = {reads, wrote, "<"};
  prg_buffer bytes = {0};
  prg_error error;
  prg_watch_files(&watcher);
  assert_true(prg_watch_is_on());
  prg_atomic_file *file;
  assert_int_equal(prg_atomic_open(&file, path, &error), PRG_OK);
  assert_int_equal(prg_atomic_add(file, text, 7, &error), PRG_OK);
  assert_int_equal(prg_atomic_add(file, text + 7, strlen(text) - 7, &error), PRG_OK);
  assert_string_equal(seen, ""); /* it is not in its place yet */
  assert_int_equal(prg_atomic_commit(file, &error), PRG_OK);
  assert_int_equal(prg_source_read(path, &bytes, &error), PRG_OK);
  assert_int_equal(prg_source_read("/tmp/prognos-test-none", &bytes, &error), PRG_EINPUT);
  assert_string_equal(seen, ">/tmp/prognos-test-watch</tmp/prognos-test-watch"
                            "</tmp/prognos-test-none");
  assert_true(seen_hash == prg_hash(text, strlen(text)));
  prg_watch_files(NULL);
  assert_false(prg_watch_is_on());
  assert_int_equal(prg_atomic_write(path, "x", 1, &error), PRG_OK);
  assert_int_equal(strlen(seen), 71); /* nothing more */
  prg_buffer_free(&bytes);
  unlink(path);
}

/* What is written to as it is has no bytes of its own to come back to. */
static void test_a_device_is_no_output(void **state) {
  (void)state;
  prg_watcher watcher = {reads, wrote, "<"};
  prg_error error;
  seen[0] = '\0';
  prg_watch_files(&watcher);
  assert_int_equal(prg_atomic_write("/dev/null", "x", 1, &error), PRG_OK);
  prg_watch_files(NULL);
  assert_string_equal(seen, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_reading_and_writing_are_seen),
      cmocka_unit_test(test_a_device_is_no_output),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
