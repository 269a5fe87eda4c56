#include "test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <prognos/source.h>

static void test_reads_a_file_whole(void **state) {
  (void)state;
  char path[] = "/tmp/prognos_source_XXXXXX";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  prg_buffer written, read_back;
  prg_buffer_init(&written);
  prg_buffer_init(&read_back);
  for (int i = 0; i < 40000; i++)
    prg_buffer_printf(&written, "rad %d;%d\n", i, i * 7);
  assert_int_equal(write(fd, written.data, written.length), written.length);
  close(fd);
  prg_status status = prg_source_read(path, &read_back, NULL);
  unlink(path);
  assert_int_equal(status, PRG_OK);
  assert_int_equal(read_back.length, written.length);
  assert_memory_equal(read_back.data, written.data, written.length);
  prg_buffer_free(&written);
  prg_buffer_free(&read_back);
}

static void test_reads_piece_by_piece(void **state) {
  (void)state;
  int pipe_ends[2];
  assert_int_equal(pipe(pipe_ends), 0);
  assert_int_equal(write(pipe_ends[1], "Skola;År\n", 10), 10);
  close(pipe_ends[1]);
  prg_buffer out = {0};
  bool at_end;
  prg_error error;
  prg_source *source;
  assert_int_equal(prg_source_new(&source, pipe_ends[0], "p", &error), PRG_OK);
  assert_int_equal(prg_source_read_some(source, 7, &out, &at_end, &error), PRG_OK);
  assert_int_equal(out.length, 7);
  assert_false(at_end);
  assert_int_equal(prg_source_read_some(source, 3, &out, &at_end, &error), PRG_OK);
  assert_false(at_end); /* nobody has looked yet */
  assert_int_equal(prg_source_read_some(source, 9, &out, &at_end, &error), PRG_OK);
  assert_true(at_end);
  assert_string_equal(out.data, "Skola;År\n");
  assert_int_equal(prg_source_position(source), 10);
  prg_source_free(source);
  prg_buffer_free(&out);
  prg_source_close(pipe_ends[0]);
  prg_source_close(-1);
  int descriptor;
  assert_int_equal(prg_source_open("-", &descriptor, &error), PRG_OK);
  assert_int_equal(descriptor, STDIN_FILENO);
  assert_int_equal(prg_source_open("none/at/all", &descriptor, &error), PRG_EINPUT);
}

static void check_fails(const char *path, prg_text text, prg_status status) {
  prg_error error;
  prg_buffer out;
  prg_buffer_init(&out);
  assert_int_equal(prg_source_read(path, &out, &error), status);
  assert_int_equal(error.message.text, text);
  assert_string_equal(error.file, path);
  prg_buffer_free(&out);
}

static void test_errors_name_the_file(void **state) {
  (void)state;
  check_fails("/finns/inte.csv", PRG_TEXT_SOURCE_MISSING, PRG_EINPUT);
  check_fails("/tmp", PRG_TEXT_SOURCE_IS_DIRECTORY, PRG_EINPUT);
  check_fails("/dev/null/x", PRG_TEXT_SOURCE_MISSING, PRG_EINPUT);
  prg_error error;
  prg_buffer out;
  prg_buffer_init(&out);
  assert_int_equal(prg_source_read_descriptor(-1, "rör", &out, &error), PRG_EIO);
  assert_int_equal(error.message.text, PRG_TEXT_CANNOT_READ);
  assert_string_equal(error.message.argument[0].string, "Bad file descriptor");
  prg_buffer_free(&out);
}

static void test_permission(void **state) {
  (void)state;
  char path[] = "/tmp/prognos_source_XXXXXX";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  fchmod(fd, 0);
  close(fd);
  if (geteuid() != 0) /* root may read everything */
    check_fails(path, PRG_TEXT_SOURCE_NO_PERMISSION, PRG_EIO);
  unlink(path);
}

static void test_dash_is_standard_input(void **state) {
  (void)state;
  int ends[2], before = dup(STDIN_FILENO);
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(write(ends[1], "a;2017\nb;385\n", 13), 13);
  close(ends[1]);
  dup2(ends[0], STDIN_FILENO);
  close(ends[0]);
  prg_buffer out;
  prg_buffer_init(&out);
  prg_status status = prg_source_read("-", &out, NULL);
  dup2(before, STDIN_FILENO);
  close(before);
  assert_int_equal(status, PRG_OK);
  assert_string_equal(prg_buffer_string(&out), "a;2017\nb;385\n");
  prg_buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_reads_a_file_whole),     cmocka_unit_test(test_reads_piece_by_piece),
      cmocka_unit_test(test_errors_name_the_file),   cmocka_unit_test(test_permission),
      cmocka_unit_test(test_dash_is_standard_input),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
