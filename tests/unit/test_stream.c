#include "test.h"

#include <stdlib.h>
#include <unistd.h>

#include <prognos/stream.h>
#include <prognos/tidy.h>

/* The series of a text as tidy CSV, or its error in words; all panels joined. */
typedef struct outcome {
  prg_buffer text;
  prg_status status;
  size_t panels;
} outcome;

static void tell(const prg_error *error, outcome *made) {
  prg_buffer_clear(&made->text);
  prg_error_write(error, PRG_ENGLISH, &made->text);
}

static outcome streamed(const char *text, size_t n, const prg_stream_options *options) {
  FILE *file = tmpfile();
  assert_non_null(file);
  assert_int_equal(fwrite(text, 1, n, file), n);
  rewind(file);
  outcome made = {0};
  prg_series_stream *stream;
  prg_error error;
  prg_panel all, part = {0};
  prg_panel_init(&all);
  made.status = prg_series_stream_open(&stream, fileno(file), "t.csv", options, &error);
  assert_int_equal(made.status, PRG_OK);
  while ((made.status = prg_series_stream_next(stream, &part, &error)) == PRG_OK && part.n > 0) {
    made.panels++;
    for (size_t i = 0; i < part.n; i++)
      assert_int_equal(prg_panel_add(&all, &part.series[i], &error), PRG_OK);
    prg_panel_clear(&part);
  }
  if (made.status == PRG_OK)
    assert_int_equal(prg_tidy_write(&all, PRG_CSV_PLAIN, &made.text, &error), PRG_OK);
  else
    tell(&error, &made);
  if (made.status == PRG_OK)
    assert_int_equal(prg_series_stream_position(stream), n);
  prg_panel_clear(&all);
  prg_series_stream_close(stream);
  fclose(file);
  return made;
}

static outcome whole(const char *text, size_t n) {
  outcome made = {0};
  prg_reading reading;
  prg_error error;
  made.status = prg_read_bytes("t.csv", text, n, NULL, &reading, &error);
  if (made.status == PRG_OK)
    assert_int_equal(prg_tidy_write(&reading.panel, PRG_CSV_PLAIN, &made.text, &error), PRG_OK);
  else
    tell(&error, &made);
  prg_reading_clear(&reading);
  return made;
}

static prg_stream_options sizes(size_t head, size_t block) {
  prg_stream_options options;
  prg_stream_options_init(&options);
  options.whole_bytes = head;
  options.block_bytes = block;
  return options;
}

/* Reads the text in parts, with every block size, and expects what the whole read gives. */
static void same_as_whole(const char *text, size_t n, size_t head) {
  outcome expected = whole(text, n);
  for (size_t block = 1; block <= n + 1; block += block < 80 ? 1 : 37) {
    prg_stream_options options = sizes(head, block);
    outcome made = streamed(text, n, &options);
    assert_string_equal(prg_buffer_string(&made.text), prg_buffer_string(&expected.text));
    assert_int_equal(made.status, expected.status);
    prg_buffer_free(&made.text);
  }
  prg_buffer_free(&expected.text);
}

/* Appends `years` rows of each of the series A, B, C …, with figures of their own. */
static void add_series(prg_buffer *out, size_t series, int years, const char *end) {
  for (size_t s = 0; s < series; s++)
    for (int t = 0; t < years; t++)
      prg_buffer_printf(out, "%c%zu;%d;%d%s", (char)('A' + s % 26), s, 2001 + t,
                        (int)(137 * (s + 1) + 29 * (size_t)t) % 911, end);
}

static void test_every_block_size(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "Skola;År;Elever\n");
  add_series(&text, 9, 5, "\n");
  same_as_whole(text.data, text.length, 200);
  same_as_whole(text.data, text.length - 1, 200); /* the last line without its feed */
  prg_stream_options options = sizes(200, 40);
  outcome made = streamed(text.data, text.length, &options);
  assert_true(made.panels > 4); /* it was read in parts */
  prg_buffer_free(&made.text);
  options.whole_bytes = SIZE_MAX;
  made = streamed(text.data, text.length, &options);
  assert_int_equal(made.panels, 1);
  prg_buffer_free(&made.text);
  prg_buffer_free(&text);
}

static void test_wide_in_every_block_size(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "Elever\n\nSkola;2020;2021;2022\n");
  for (size_t s = 0; s < 19; s++) {
    prg_buffer_printf(&text, "Skola %zu;%d;..;%dp\n", s, (int)(137 * s) % 911, (int)(29 * s) % 97);
    if (s % 5 == 4)
      prg_buffer_add(&text, "Summa;911;97;13\n");
    if (s == 7) /* once more */
      prg_buffer_add(&text, "Skola 7;;;9p\n");
  }
  same_as_whole(text.data, text.length, 120);
  prg_stream_options options = sizes(120, 40);
  outcome made = streamed(text.data, text.length, &options);
  assert_true(made.panels > 4);
  prg_buffer_free(&made.text);
  prg_buffer_free(&text);
}

static void test_wide_with_a_header_of_two_rows(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, ";Flickor;;Pojkar;\nSkola;2021;2022;2021;2022\n");
  for (size_t s = 0; s < 9; s++)
    prg_buffer_printf(&text, "Skola %zu;%zu;%zu;%zu;%zu\n", s, 31 + s, 37 + s, 41 + 2 * s, 43 * s);
  same_as_whole(text.data, text.length, 120);
  prg_buffer_free(&text);
}

/* Sorted by period: the first part has every series once, and each of them comes back. */
static void test_sorted_by_period(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "Skola;Ar;Elever\n");
  for (int year = 2019; year < 2023; year++)
    for (int s = 0; s < 9; s++)
      prg_buffer_printf(&text, "S%d;%d;%d\n", s, year, 31 * s + year % 17);
  same_as_whole(text.data, text.length, 60);
  prg_buffer_free(&text);
}

static void test_marks_and_line_ends(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "\xEF\xBB\xBFSkolor i kommunen\r\n\r\nSkola;År;Elever\r\n");
  add_series(&text, 5, 5, "\r\n");
  prg_buffer_add(&text, "\"Ek\r\nskolan; södra\";2001;12\r\n\"Ek\r\nskolan; södra\";2003;..\r\n");
  prg_buffer_add(&text, "\r\n;;\r\nÅby;2001;1\xC2\xA0"
                        "234,5\r\nÅby;2002;1 071\r\n\r\nKälla: SCB\r\nAnm: \"ej\" avrundat\r\n");
  same_as_whole(text.data, text.length, 130);
  prg_buffer_free(&text);
}

/* What the first part leaves open is found when it comes. */
static void test_late_marks(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "Skola;Ar;Elever\n");
  add_series(&text, 6, 5, "\n");
  prg_buffer_add(&text, "\xC5kers;2001;12.5\n\xC5kers;2002;13.25\n\xC5kers;2003;17\n");
  same_as_whole(text.data, text.length, 150);
  prg_buffer_free(&text);
}

static void test_other_layouts_are_read_whole(void **state) {
  (void)state;
  prg_buffer wide = {0}, by_year = {0};
  prg_buffer_add(&wide, "Skola;2001;2002;2003\n");
  prg_buffer_add(&by_year, "Skola;År;Elever\n");
  for (int i = 0; i < 40; i++) {
    prg_buffer_printf(&wide, "S%d;%d;%d;%d\n", i, 17 * i + 3, 19 * i + 5, 23 * i);
    prg_buffer_printf(&by_year, "S%d;%d;%d\n", i % 10, 2001 + i / 10, 31 * i % 97);
  }
  same_as_whole(wide.data, wide.length, 150);
  same_as_whole(by_year.data, by_year.length, 200);
  prg_buffer_free(&wide);
  prg_buffer_free(&by_year);
}

/* Several measures of the same names; a column that is left out; two columns of names. */
static void test_measures(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "Kommun,Skola,År,Elever,Lärare\n");
  for (int i = 0; i < 60; i++)
    prg_buffer_printf(&text, "K%d,S%d,%d,%d,%d\n", i / 20, i / 5, 2001 + i % 5, 37 * i % 101,
                      11 * i % 13);
  same_as_whole(text.data, text.length, 300);
  prg_buffer_free(&text);
}

static void test_errors_have_their_line(void **state) {
  (void)state;
  static const char *const broken[] = {
      "Q;2001;12O\n",           /* no number */
      "Q;20O1;12\n",            /* no period */
      "Q;2001K1;12\n",          /* another kind of period than on line 2 */
      "Q;2001\n",               /* too few cells */
      "Källa: SCB\n",           /* a footnote, but more follows */
      "\"Q\"x;2001;3\n",        /* text after the quotation mark */
      "Q;2001;3\nQ;2001;4\n",   /* twice with different values */
      "Q;2001;\xFF\n",          /* not UTF-8: the figures before have å */
      "Q;2001;#DIV/0!\n",       /* a spreadsheet's error */
      ";2001;3\n",              /* no name */
      "Q;2001;3\nQ;2899-12;1\n" /* mixed in one series */
  };
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    prg_buffer text = {0};
    prg_buffer_add(&text, "Skola;År;Elever\n\"Å\n\";2001;7\n");
    add_series(&text, 5, 5, "\n");
    prg_buffer_add(&text, broken[i]);
    prg_buffer_add(&text, "R;2001;5\nR;2002;6\n");
    outcome expected = whole(text.data, text.length);
    assert_int_equal(expected.status, PRG_EINPUT);
    prg_buffer_free(&expected.text);
    same_as_whole(text.data, text.length, 150);
    prg_buffer_free(&text);
  }
}

static void test_open_quote(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "Skola;År;Elever\n");
  add_series(&text, 6, 5, "\n");
  prg_buffer_add(&text, "\"Q;2001;5\nR;2002;6\n");
  same_as_whole(text.data, text.length, 150);
  prg_buffer_free(&text);
}

/* The place is where it comes back, and the message says where it began. */
static void test_series_returns(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "Skola;År;Elever\n");
  add_series(&text, 8, 5, "\n");
  prg_buffer_add(&text, "C2;2006;44\n");
  for (size_t block = 1; block < 200; block += 13) {
    prg_stream_options options = sizes(150, block);
    outcome made = streamed(text.data, text.length, &options);
    assert_int_equal(made.status, PRG_EINPUT);
    const char *words = prg_buffer_string(&made.text);
    assert_non_null(strstr(words, "t.csv:42:1:"));
    assert_non_null(strstr(words, "\"C2\" began on line 12"));
    assert_non_null(strstr(words, "--whole"));
    prg_buffer_free(&made.text);
  }
  prg_stream_options options = sizes(SIZE_MAX, 1);
  outcome made = streamed(text.data, text.length, &options),
          expected = whole(text.data, text.length);
  assert_string_equal(prg_buffer_string(&made.text), prg_buffer_string(&expected.text));
  prg_buffer_free(&made.text);
  prg_buffer_free(&expected.text);
  prg_buffer_free(&text);
}

static void test_no_figures(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "series,period,value,status\n");
  for (int i = 0; i < 40; i++)
    prg_buffer_printf(&text, "S%d,%d,,missing\n", i / 5, 2001 + i % 5);
  same_as_whole(text.data, text.length, 200);
  prg_buffer_free(&text);
}

static void test_many_series_of_a_whole_file(void **state) {
  (void)state;
  prg_buffer text = {0};
  prg_buffer_add(&text, "Skola;2001;2002\n");
  for (int i = 0; i < 600; i++)
    prg_buffer_printf(&text, "S%d;%d;%d\n", i, 7 * i, 3 * i);
  prg_stream_options options;
  prg_stream_options_init(&options);
  outcome made = streamed(text.data, text.length, &options),
          expected = whole(text.data, text.length);
  assert_string_equal(prg_buffer_string(&made.text), prg_buffer_string(&expected.text));
  assert_int_equal(made.panels, 1);
  prg_buffer_free(&made.text);
  prg_buffer_free(&expected.text);
  prg_buffer_free(&text);
}

static void test_head_and_bytes(void **state) {
  (void)state;
  static const char text[] = "Skola;2001;2002\nA;173;29\n";
  FILE *file = tmpfile();
  fwrite(text, 1, sizeof text - 1, file);
  rewind(file);
  prg_stream_options options = sizes(7, 3);
  prg_series_stream *stream;
  prg_error error;
  assert_int_equal(prg_series_stream_open(&stream, fileno(file), "t", &options, &error), PRG_OK);
  size_t n;
  assert_memory_equal(prg_series_stream_head(stream, &n), text, 8);
  assert_int_equal(n, 8);
  prg_buffer all = {0};
  prg_buffer_add(&all, ">");
  assert_int_equal(prg_series_stream_bytes(stream, &all, &error), PRG_OK);
  assert_string_equal(all.data + 1, text);
  prg_panel panel;
  assert_int_equal(prg_series_stream_next(stream, &panel, &error), PRG_OK);
  assert_int_equal(panel.n, 0);
  prg_buffer_free(&all);
  prg_series_stream_close(stream);
  prg_series_stream_close(NULL);
  fclose(file);
}

static void test_descriptor_that_cannot_be_read(void **state) {
  (void)state;
  prg_stream_options options;
  prg_stream_options_init(&options);
  prg_series_stream *stream;
  prg_error error;
  int closed = dup(0);
  close(closed);
  assert_int_equal(prg_series_stream_open(&stream, closed, "t.csv", &options, &error), PRG_EIO);
  assert_null(stream);
  assert_string_equal(error.file, "t.csv");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_block_size),
      cmocka_unit_test(test_wide_in_every_block_size),
      cmocka_unit_test(test_wide_with_a_header_of_two_rows),
      cmocka_unit_test(test_sorted_by_period),
      cmocka_unit_test(test_marks_and_line_ends),
      cmocka_unit_test(test_late_marks),
      cmocka_unit_test(test_other_layouts_are_read_whole),
      cmocka_unit_test(test_measures),
      cmocka_unit_test(test_errors_have_their_line),
      cmocka_unit_test(test_open_quote),
      cmocka_unit_test(test_series_returns),
      cmocka_unit_test(test_no_figures),
      cmocka_unit_test(test_many_series_of_a_whole_file),
      cmocka_unit_test(test_head_and_bytes),
      cmocka_unit_test(test_descriptor_that_cannot_be_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
