#include "test.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <prognos/part.h>

static char folder[64], file[3][96];
static const char *path[3];
static prg_buffer whole;
static prg_error error;

static const char heading[] = "series,value\n";

static void save(const char *name, const char *bytes, size_t n) {
  FILE *out = fopen(name, "wb");
  assert_non_null(out);
  assert_int_equal(fwrite(bytes, 1, n, out), n);
  assert_int_equal(fclose(out), 0);
}

/* Writes share k of 3 of "pupils"; share 2 has no piece. */
static void write_own_part(size_t k, const char *options, const char *own, const char *to) {
  prg_part_writer writer = {0};
  prg_buffer out = {0};
  if (k != 2) {
    prg_buffer_add(&out, heading);
    prg_part_writer_head(&writer, out.length);
  }
  for (unsigned key = 0; key < 40 && k != 2; key++) {
    char piece[64];
    if ((key % 7 < 3) != (k == 1))
      continue;
    snprintf(piece, sizeof piece, "skola %u,%u\n", key, 2385 + 77 * key);
    prg_part_writer_add(&writer, 1000 * key, piece, strlen(piece));
    prg_buffer_add(&out, piece);
  }
  prg_part_about about = {.version = "0.7.3",
                          .verb = "forecast",
                          .options = options,
                          .input = "file 27b1",
                          .own = own,
                          .shard = k,
                          .n = 3,
                          .series = 10 + k,
                          .refused = k};
  if (k != 2)
    prg_buffer_printf(&writer.extra, "sum %zu", k);
  prg_part_writer_end(&writer, &about, &out);
  save(to, out.data, out.length);
  prg_buffer_free(&out);
}

static void write_part(size_t k, const char *options, const char *to) {
  write_own_part(k, options, "", to);
}

static int set_up(void **state) {
  (void)state;
  snprintf(folder, sizeof folder, "/tmp/prognos-part-%ld", (long)getpid());
  mkdir(folder, 0700);
  for (size_t k = 0; k < 3; k++) {
    snprintf(file[k], sizeof file[k], "%s/%zu.part", folder, k + 1);
    path[k] = file[k];
    write_part(k + 1, "--horizon 5", path[k]);
  }
  prg_buffer_free(&whole);
  prg_buffer_add(&whole, heading);
  for (unsigned key = 0; key < 40; key++)
    prg_buffer_printf(&whole, "skola %u,%u\n", key, 2385 + 77 * key);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  for (size_t k = 0; k < 3; k++)
    unlink(file[k]);
  rmdir(folder);
  return 0;
}

static prg_status take(void *context, const char *bytes, size_t n, prg_error *failure) {
  (void)failure;
  prg_buffer_add_n(context, bytes, n);
  return PRG_OK;
}

/* What write_part has put there. */
static prg_status read_extras(prg_parts *parts) {
  prg_status status = PRG_OK;
  for (size_t k = 1; status == PRG_OK && k <= 3; k++) {
    prg_buffer extra = {0};
    status = prg_parts_extra(parts, k, &extra, &error);
    if (status == PRG_OK && k == 2)
      assert_string_equal(prg_buffer_string(&extra), "");
    else if (status == PRG_OK)
      assert_string_equal(prg_buffer_string(&extra), k == 1 ? "sum 1" : "sum 3");
    prg_buffer_free(&extra);
  }
  return status;
}

static prg_status merge(const char *const *of, size_t n, prg_buffer *out, prg_part_about *about) {
  prg_parts *parts;
  prg_buffer_clear(out);
  prg_status status = prg_parts_open(of, n, &parts, &error);
  if (status == PRG_OK)
    status = read_extras(parts);
  if (status == PRG_OK)
    status = prg_parts_merge(parts, take, out, &error);
  if (status == PRG_OK && about != NULL)
    *about = *prg_parts_about(parts);
  prg_parts_close(parts);
  return status;
}

static void refuses(const char *const *of, size_t n, const char *words) {
  prg_buffer out = {0};
  assert_int_equal(merge(of, n, &out, NULL), PRG_EINPUT);
  prg_buffer_clear(&out);
  prg_error_write(&error, PRG_ENGLISH, &out);
  if (strstr(prg_buffer_string(&out), words) == NULL)
    fail_msg("\"%s\" is not in \"%s\"", words, prg_buffer_string(&out));
  prg_buffer_free(&out);
}

static void test_parts_become_the_whole_in_any_order(void **state) {
  (void)state;
  const char *other[] = {path[2], path[0], path[1]};
  prg_buffer out = {0};
  prg_part_about about;
  assert_int_equal(merge(path, 3, &out, &about), PRG_OK);
  assert_string_equal(prg_buffer_string(&out), prg_buffer_string(&whole));
  assert_int_equal(about.series, 11 + 12 + 13);
  assert_int_equal(about.refused, 1 + 2 + 3);
  assert_int_equal(merge(other, 3, &out, NULL), PRG_OK);
  assert_string_equal(prg_buffer_string(&out), prg_buffer_string(&whole));
  prg_buffer_free(&out);
}

static void test_parts_of_files_of_their_own(void **state) {
  (void)state;
  static const char *const own[] = {"file 11", "file 22", "file 33"};
  for (size_t k = 1; k <= 3; k++)
    write_own_part(k, "", own[k - 1], path[k - 1]);
  prg_buffer out = {0};
  assert_int_equal(merge(path, 3, &out, NULL), PRG_OK);
  assert_string_equal(prg_buffer_string(&out), prg_buffer_string(&whole));
  prg_buffer_free(&out);
}

/* What has the same key becomes one piece, in any number of turns; a large one is several. */
static void test_runs_of_the_same_key(void **state) {
  (void)state;
  enum { KEYS = 12, LINES = 3000 };
  prg_buffer out[3] = {{0}}, both = {0}, merged = {0};
  prg_part_writer writer[3] = {{.n = 0}};
  for (uint64_t key = 0; key < KEYS; key++)
    for (int line = 0; line < (key == 7 ? 40 : 1) * LINES; line++) {
      char text[64];
      size_t n = (size_t)snprintf(text, sizeof text, "block %d, line %d\n", (int)key, line);
      const size_t k = key % 5 == 1 ? 2 : 0;
      prg_part_writer_add(&writer[k], key, text, n);
      prg_buffer_add_n(&out[k], text, n);
      prg_buffer_add_n(&both, text, n);
    }
  for (size_t k = 0; k < 3; k++) {
    prg_part_about about = {"0.7.3", "forecast", "", "", "", k + 1, 3, 0, 0};
    size_t body = out[k].length;
    if (k != 1)
      prg_buffer_printf(&writer[k].extra, "sum %zu", k + 1);
    prg_part_writer_end(&writer[k], &about, &out[k]);
    assert_in_range(out[k].length - body, 100, 500); /* and not bytes for each line */
    save(path[k], out[k].data, out[k].length);
  }
  assert_int_equal(merge(path, 3, &merged, NULL), PRG_OK);
  assert_int_equal(merged.length, both.length);
  assert_memory_equal(merged.data, both.data, both.length);
  out[0].data[out[0].length / 2] ^= 1; /* in the middle of a long run */
  save(path[0], out[0].data, out[0].length);
  refuses(path, 3, "1.part: is no whole part");
  for (size_t k = 0; k < 3; k++)
    prg_buffer_free(&out[k]);
  prg_buffer_free(&both);
  prg_buffer_free(&merged);
}

static void test_what_is_missing_is_named(void **state) {
  (void)state;
  const char *twice[] = {path[0], path[1], path[0]};
  refuses(path, 2, "part 3 of 3 is missing");
  refuses(twice, 3, "part 1 is in ");
  write_part(3, "--horizon 6", path[2]);
  refuses(path, 3, "3.part: the options: --horizon 6, but in ");
  unlink(path[1]);
  prg_buffer out = {0};
  assert_int_equal(merge(path, 3, &out, NULL), PRG_EIO);
  prg_buffer_free(&out);
}

/* Cut off anywhere, or with any bit turned, a part is refused: nothing wrong is delivered. */
static void test_torn_and_altered_parts(void **state) {
  (void)state;
  FILE *in = fopen(path[2], "rb");
  char bytes[4096];
  size_t n = fread(bytes, 1, sizeof bytes, in);
  fclose(in);
  assert_in_range(n, 500, 4000);
  for (size_t cut = 0; cut < n; cut += 7) {
    save(path[2], bytes, cut);
    refuses(path, 3, "3.part: is no whole part");
  }
  for (size_t i = 0; i < n; i++) {
    bytes[i] ^= (char)(1 << i % 8);
    save(path[2], bytes, n);
    prg_buffer out = {0};
    if (merge(path, 3, &out, NULL) == PRG_OK)
      fail_msg("byte %zu of %zu was altered, and not found", i, n);
    prg_buffer_free(&out);
    bytes[i] ^= (char)(1 << i % 8);
  }
}

static void test_done_is_what_need_not_be_made_again(void **state) {
  (void)state;
  prg_part_about about = {.version = "0.7.3",
                          .verb = "forecast",
                          .options = "--horizon 5",
                          .input = "file 27b1",
                          .own = "",
                          .shard = 3,
                          .n = 3};
  assert_true(prg_part_is_done(path[2], &about));
  assert_false(prg_part_is_done(path[1], &about));
  about.input = "file 27b2";
  assert_false(prg_part_is_done(path[2], &about));
  about.input = "file 27b1";
  about.own = "file 42";
  assert_false(prg_part_is_done(path[2], &about));
  assert_false(prg_part_is_done("/tmp/finns/inte", &about));
}

static void test_shares_are_parsed(void **state) {
  (void)state;
  size_t shard, n;
  assert_true(prg_shard_parse("3/8", &shard, &n));
  assert_int_equal(shard, 3);
  assert_int_equal(n, 8);
  static const char *const bad[] = {
      "",     "0/8",  "9/8",  "3",   "3/",       "/8",
      "3/8x", "-1/8", "3/-8", "3/0", "1/100001", "99999999999999999999/99999999999999999999"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    assert_false(prg_shard_parse(bad[i], &shard, &n));
}

/* The first are what every version must give for ever; shares are about as large as each other. */
static void test_shares_of_names(void **state) {
  (void)state;
  size_t count[7] = {0};
  assert_int_equal(prg_shard_of("Grundsärskola", 1), 1);
  for (int i = 0; i < 70000; i++) {
    char name[32];
    snprintf(name, sizeof name, "Skola %d", i);
    count[prg_shard_of(name, 7) - 1]++;
  }
  for (size_t k = 0; k < 7; k++)
    assert_in_range(count[k], 9600, 10400);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_parts_become_the_whole_in_any_order),
      TEST(test_parts_of_files_of_their_own),
      TEST(test_runs_of_the_same_key),
      TEST(test_what_is_missing_is_named),
      TEST(test_torn_and_altered_parts),
      TEST(test_done_is_what_need_not_be_made_again),
      TEST(test_shares_are_parsed),
      TEST(test_shares_of_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
