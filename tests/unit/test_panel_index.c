#include "gzip_test.h"

#include <unistd.h>

#include <prognos/panel_index.h>
#include <prognos/stream.h>
#include <prognos/tidy.h>

static char path[64];
static prg_buffer text;
static prg_read_options options;
static prg_error error;

static void save_bytes(const prg_buffer *bytes) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes->data, 1, bytes->length, file), bytes->length);
  assert_int_equal(fclose(file), 0);
}

static void save(void) {
  save_bytes(&text);
}

/* Packed in members of that many bytes, with an empty one last as bgzip writes it. */
static void save_packed(size_t bytes) {
  prg_buffer packed = {0};
  pack_members(text.data, text.length, bytes, &packed);
  pack("", 0, &packed);
  save_bytes(&packed);
  prg_buffer_free(&packed);
}

/* Some 2.6 MB: names with quotation marks and line feeds, series of 1 to 37 years, a footnote. */
static int set_up(void **state) {
  (void)state;
  snprintf(path, sizeof path, "/tmp/prognos-index-%ld.csv", (long)getpid());
  prg_read_options_init(&options);
  prg_buffer_free(&text);
  prg_buffer_add(&text, "skola;år;elever\n");
  for (int i = 0; i < 7000; i++)
    for (int t = 0; t <= (i * 29) % 37; t++)
      prg_buffer_printf(&text,
                        i % 11 == 3 ? "\"Skola\n%d; \"\"norra\"\"\";%d;%d\n" : "Skola %d;%d;%d\n",
                        i, 1987 + t, 100 + (i * 31 + t * 17) % 239);
  prg_buffer_add(&text, "\nKälla: påhittad\n");
  save();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  unlink(path);
  return 0;
}

static void assert_says(prg_status status, const char *words) {
  prg_buffer out = {0};
  assert_int_not_equal(status, PRG_OK);
  prg_error_write(&error, PRG_ENGLISH, &out);
  if (strstr(prg_buffer_string(&out), words) == NULL)
    fail_msg("\"%s\" is not in \"%s\"", words, prg_buffer_string(&out));
  prg_buffer_free(&out);
}

/* The series of the pieces, or of the whole file, as tidy CSV. */
static prg_status read_pieces(const prg_block *piece, size_t n, size_t skipped, prg_buffer *out) {
  prg_stream_options wanted;
  prg_stream_options_init(&wanted);
  wanted.piece = piece;
  wanted.n_piece = n;
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  prg_series_stream *stream;
  prg_panel all, part = {0};
  prg_panel_init(&all);
  prg_status status = prg_series_stream_open(&stream, fileno(file), path, &wanted, &error);
  while (status == PRG_OK && (status = prg_series_stream_next(stream, &part, &error)) == PRG_OK &&
         part.n > 0) {
    for (size_t i = 0; i < part.n && prg_series_stream_piece(stream) >= skipped; i++)
      assert_int_equal(prg_panel_add(&all, &part.series[i], &error), PRG_OK);
    prg_panel_clear(&part);
  }
  if (status == PRG_OK)
    status = prg_tidy_write(&all, PRG_CSV_PLAIN, out, &error);
  prg_panel_clear(&all);
  prg_series_stream_close(stream);
  fclose(file);
  return status;
}

static void test_blocks_follow_each_other_and_cut_no_series(void **state) {
  (void)state;
  prg_panel_index index;
  assert_int_equal(prg_panel_index_make(path, &options, 70000, &index, &error), PRG_OK);
  assert_in_range(index.n, 20, 30);
  assert_true(prg_panel_index_bytes(&index) == text.length);
  assert_true(index.block[0].bytes > 1 << 20);
  for (size_t i = 1; i < index.n; i++) {
    const prg_block *b = &index.block[i];
    assert_true(b->offset == index.block[i - 1].offset + index.block[i - 1].bytes);
    assert_int_equal(text.data[b->offset - 1], '\n');
    assert_true(i + 1 == index.n || (b->bytes >= 70000 && b->bytes < 73000));
    size_t lines = 1;
    for (size_t c = 0; c < b->offset; c++)
      lines += text.data[c] == '\n';
    assert_int_equal(b->line, lines);
  }
  prg_panel_index_clear(&index);
}

/* Each block by itself: together, in order, what the whole file gives. */
static void check_blocks_alone(const prg_panel_index *index) {
  prg_buffer whole = {0}, joined = {0};
  assert_int_equal(read_pieces(NULL, 0, 0, &whole), PRG_OK);
  for (size_t i = 0; i < index->n; i++) {
    prg_buffer one = {0};
    prg_block piece[2] = {index->block[0], index->block[i]};
    assert_int_equal(read_pieces(piece, i == 0 ? 1 : 2, i == 0 ? 0 : 1, &one), PRG_OK);
    const char *from = prg_buffer_string(&one);
    prg_buffer_add(&joined, i == 0 ? from : strchr(from, '\n') + 1); /* one heading */
    prg_buffer_free(&one);
  }
  assert_string_equal(prg_buffer_string(&joined), prg_buffer_string(&whole));
  prg_buffer_free(&whole);
  prg_buffer_free(&joined);
}

static void test_blocks_read_alone_are_the_whole_together(void **state) {
  (void)state;
  prg_panel_index index;
  assert_int_equal(prg_panel_index_make(path, &options, 50000, &index, &error), PRG_OK);
  check_blocks_alone(&index);
  prg_panel_index_clear(&index);
}

/* The blocks do not depend on how the file is packed; each is unpacked from near where it is. */
static void test_members_of_gzip(void **state) {
  (void)state;
  static const size_t member[] = {700, 65280, 300000, 2000000};
  prg_panel_index plain, index;
  assert_int_equal(prg_panel_index_make(path, &options, 50000, &plain, &error), PRG_OK);
  for (size_t m = 0; m < sizeof member / sizeof member[0]; m++) {
    save_packed(member[m]);
    assert_int_equal(prg_panel_index_make(path, &options, 50000, &index, &error), PRG_OK);
    assert_int_equal(index.n, plain.n);
    assert_true(prg_panel_index_checksum(&index) == prg_panel_index_checksum(&plain));
    for (size_t i = 0; i < index.n; i++) {
      assert_memory_equal(&index.block[i], &plain.block[i], offsetof(prg_block, member));
      assert_true(index.block[i].skip <= member[m] + 65536);
    }
    check_blocks_alone(&index);
    check_blocks_alone(&plain); /* its blocks are unpacked from the file's beginning */
    if (m == 1) {               /* unpacked since */
      save();
      check_blocks_alone(&index);
    }
    prg_panel_index_clear(&index);
  }
  prg_panel_index_clear(&plain);
}

static prg_status read_block(const prg_panel_index *index, size_t i) {
  prg_buffer out = {0};
  prg_block piece[2] = {index->block[0], index->block[i]};
  prg_status status = read_pieces(piece, 2, 0, &out);
  prg_buffer_free(&out);
  return status;
}

static void test_a_packed_file_that_changed_is_told(void **state) {
  (void)state;
  static const char *const words = "no longer the one that the index was made for";
  prg_panel_index index;
  prg_buffer packed = {0};
  save_packed(65536);
  assert_int_equal(prg_panel_index_make(path, &options, 50000, &index, &error), PRG_OK);
  size_t last = index.n - 1;
  assert_int_equal(read_block(&index, last), PRG_OK);
  save_packed(60000); /* no member where one was */
  assert_says(read_block(&index, last), words);
  pack_members(text.data, text.length, 65536, &packed);
  packed.length = (size_t)index.block[last].member + 20; /* cut off in the middle of it … */
  save_bytes(&packed);
  assert_says(read_block(&index, last), words);
  packed.length = (size_t)index.block[last].member; /* … or before it */
  save_bytes(&packed);
  assert_says(read_block(&index, last), words);
  text.data[index.block[last].offset + 30] ^= 1;
  save_packed(65536);
  assert_says(read_block(&index, last), words);
  prg_buffer_free(&packed);
  prg_panel_index_clear(&index);
}

static void test_one_member_cannot_be_cut(void **state) {
  (void)state;
  prg_panel_index index;
  save_packed(text.length);
  assert_says(prg_panel_index_make(path, &options, 50000, &index, &error), "split -C 1M");
  assert_int_equal(error.status, PRG_EUSAGE);
  prg_panel_index_clear(&index);
  prg_buffer packed = {0};
  pack_members(text.data, text.length, 65536, &packed);
  packed.length -= 10;
  save_bytes(&packed);
  assert_says(prg_panel_index_make(path, &options, 50000, &index, &error), "cut off");
  prg_panel_index_clear(&index);
  prg_buffer_free(&packed);
}

/* The line of an error is that of the file, not of what was read of it. */
static void test_errors_have_the_line_of_the_file(void **state) {
  (void)state;
  prg_panel_index index;
  prg_buffer out = {0};
  char *bad = strstr(text.data, "Skola 6902;");
  assert_non_null(bad);
  bad = strchr(strchr(bad, ';') + 1, ';');
  bad[1] = 'O';
  save();
  size_t lines = 1;
  for (const char *c = text.data; c < bad; c++)
    lines += *c == '\n';
  assert_int_equal(prg_panel_index_make(path, &options, 50000, &index, &error), PRG_OK);
  prg_block piece[2] = {index.block[0]};
  for (size_t i = 1; i < index.n; i++)
    if (index.block[i].offset <= (uint64_t)(bad - text.data))
      piece[1] = index.block[i];
  assert_int_equal(read_pieces(piece, 2, 0, &out), PRG_EINPUT);
  assert_int_equal(error.line, lines);
  prg_buffer_free(&out);
  prg_panel_index_clear(&index);
}

static void test_a_file_that_changed_is_told(void **state) {
  (void)state;
  prg_panel_index index;
  prg_buffer out = {0};
  assert_int_equal(prg_panel_index_make(path, &options, 50000, &index, &error), PRG_OK);
  text.data[index.block[3].offset + 40] ^= 1;
  save();
  prg_block piece[2] = {index.block[0], index.block[3]};
  assert_says(read_pieces(piece, 2, 0, &out), "no longer the one that the index was made for");
  text.length = index.block[3].offset + 100;
  save();
  assert_says(read_pieces(piece, 2, 0, &out), "no longer the one that the index was made for");
  prg_buffer_free(&out);
  prg_panel_index_clear(&index);
}

static void test_files_that_cannot_be_cut(void **state) {
  (void)state;
  prg_panel_index index;
  text.length = 40000; /* small */
  save();
  assert_says(prg_panel_index_make(path, &options, 50000, &index, &error), "cannot be cut");
  prg_buffer_clear(&text); /* by period */
  prg_buffer_add(&text, "år;skola;elever\n");
  for (int t = 2000; t < 2004; t++)
    for (int i = 0; i < 40000; i++)
      prg_buffer_printf(&text, "%d;Skola %d;%d\n", t, i, i % 97);
  save();
  assert_says(prg_panel_index_make(path, &options, 50000, &index, &error), "cannot be cut");
  assert_int_equal(prg_panel_index_make("/tmp/finns/inte.csv", &options, 50000, &index, &error),
                   PRG_EINPUT);
}

static prg_status read_text(const char *bytes, prg_panel_index *index) {
  return prg_panel_index_read("i", bytes, strlen(bytes), index, &error);
}

static void test_text_and_back(void **state) {
  (void)state;
  prg_panel_index index, again;
  save_packed(65536);
  assert_int_equal(prg_panel_index_make(path, &options, 90000, &index, &error), PRG_OK);
  prg_buffer out = {0};
  prg_panel_index_write(&index, &out);
  assert_int_equal(read_text(prg_buffer_string(&out), &again), PRG_OK);
  assert_int_equal(again.n, index.n);
  assert_memory_equal(again.block, index.block, index.n * sizeof *index.block);
  assert_true(prg_panel_index_checksum(&again) == prg_panel_index_checksum(&index));
  again.block[2].checksum ^= 1;
  assert_true(prg_panel_index_checksum(&again) != prg_panel_index_checksum(&index));
  prg_buffer_free(&out);
  prg_panel_index_clear(&again);
  prg_panel_index_clear(&index);
}

#define HEAD "# prognos index 1\n# bytes 30\noffset,bytes,line,checksum,member,skip\n"

static void test_texts_that_are_no_index(void **state) {
  (void)state;
  static const struct {
    const char *text, *words;
  } bad[] = {
      {"", "no index"},
      {"skola;år\n", "no index"},
      {"# prognos index 1\n# bytes x\n", "no index"},
      {HEAD, "ends at byte 0 of 30"},
      {HEAD "0,10,1,ab,0,0\n", "ends at byte 10 of 30"},
      {HEAD "0,10,1,ab,0,0\n11,19,3,ab,0,11\n", "i:5"},
      {HEAD "0,10,1,ab,0,0\n10,20,1,ab,0,10\n", "i:5"},
      {HEAD "0,10,1,ab,0,0\n10,0,2,ab,0,10\n", "i:5"},
      {HEAD "0,10,1,ab,0,0\n10,20,2,xy,0,10\n", "i:5"},
      {HEAD "0,10,1,ab,0,0\n10,20,2", "i:5"},
      {HEAD "0,10,1,ab,0,0\n10,20,2,ab\n", "i:5"},
      {HEAD "0,10,1,ab,0,0\n10,20,2,ab,0,9\n", "i:5"},
      {HEAD "0,10,1,ab,0,0\n10,20,2,ab,7,11\n", "i:5"},
      {HEAD "0,10,1,ab,0,0\n10,10,2,ab,9,4\n20,10,3,ab,8,4\n", "i:6"},
      {HEAD "0,10,1,ab,0,0\n10,10,2,ab,9,4\n20,10,3,ab,9,4\n", "i:6"},
      {HEAD "0,10,1,ab,0,0\n10,10,2,ab,9,4\n20,10,3,ab,12,15\n", "i:6"},
      {HEAD "0,30,2,ab,0,0\n", "i:4"},
      {HEAD "0,30,1,ab,1,0\n", "i:4"},
      {HEAD "0,99999999999999999999999,1,ab,0,0\n", "i:4"},
  };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    prg_panel_index index;
    assert_says(read_text(bad[i].text, &index), bad[i].words);
    prg_panel_index_clear(&index);
  }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_blocks_follow_each_other_and_cut_no_series),
      TEST(test_blocks_read_alone_are_the_whole_together),
      TEST(test_members_of_gzip),
      TEST(test_a_packed_file_that_changed_is_told),
      TEST(test_one_member_cannot_be_cut),
      TEST(test_errors_have_the_line_of_the_file),
      TEST(test_a_file_that_changed_is_told),
      TEST(test_files_that_cannot_be_cut),
      TEST(test_text_and_back),
      TEST(test_texts_that_are_no_index),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
