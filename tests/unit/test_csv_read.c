#include "test.h"

#include <csv.h>

#include "table/csv_read.h"

/* Marsaglia's xorshift: bits, the same in every run. */
static uint64_t next_bits(void) {
  static uint64_t state = UINT64_C(88172645463325252);
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

/* Cells in brackets, rows ended by "|n" where n counts. */
static void on_cell(void *text, size_t n, void *data) {
  prg_buffer_add_char(data, '[');
  prg_buffer_add_n(data, text, n);
  prg_buffer_add_char(data, ']');
}

static void on_row(int terminator, void *data) {
  (void)terminator;
  prg_buffer_add(data, "|");
}

static prg_buffer by_libcsv(const char *text, size_t n, char delimiter, bool *ok) {
  prg_buffer out = {0};
  struct csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&parser, (unsigned char)delimiter);
  *ok = csv_parse(&parser, text, n, on_cell, on_row, &out) == n &&
        csv_fini(&parser, on_cell, on_row, &out) == 0;
  csv_free(&parser);
  return out;
}

static prg_buffer by_table(const char *text, size_t n, char delimiter, bool *ok) {
  prg_buffer out = {0};
  prg_table table = {.dialect.delimiter = delimiter};
  prg_error error;
  csv_reader *reader = csv_reader_new(&table, 1, 16, &error);
  assert_non_null(reader);
  *ok = csv_reader_feed(reader, text, n, &error) == PRG_OK &&
        csv_reader_end(reader, &error) == PRG_OK;
  for (size_t row = 0; row < table.n_rows; row++) {
    for (size_t c = 0; c < prg_table_width(&table, row); c++)
      on_cell((void *)prg_table_cell(&table, row, c), prg_table_length(&table, row, c), &out);
    on_row(0, &out);
  }
  csv_reader_free(reader);
  prg_table_clear(&table);
  return out;
}

/* What is cut here is what libcsv would have cut, whatever stands in the lines. */
static void test_same_as_libcsv(void **state) {
  (void)state;
  static const char letters[] = "ab ;;\t,\n\n\r\"";
  int sound = 0;
  for (int i = 0; i < 60000; i++) {
    char text[40];
    size_t n = 1 + next_bits() % sizeof text;
    size_t kinds = i % 2 == 0 ? sizeof letters - 3 : sizeof letters - 1; /* every other: plain */
    for (size_t k = 0; k < n; k++)
      text[k] = letters[next_bits() % kinds];
    char delimiter = ";\t,"[i % 3];
    bool ok, ok_here;
    prg_buffer expected = by_libcsv(text, n, delimiter, &ok);
    prg_buffer cut = by_table(text, n, delimiter, &ok_here);
    assert_int_equal(ok_here, ok);
    if (ok) {
      assert_string_equal(prg_buffer_string(&cut), prg_buffer_string(&expected));
      sound++;
    }
    prg_buffer_free(&expected);
    prg_buffer_free(&cut);
  }
  assert_true(sound > 30000);
}

static void test_dropped_rows(void **state) {
  (void)state;
  prg_table table = {.dialect.delimiter = ';'};
  prg_error error;
  csv_reader *reader = csv_reader_new(&table, 7, 1, &error);
  static const char text[] = "a;b\nc\n\nd;\"e\nf\"\ng;h;i\n", rest[] = "\"j\n", last[] = "k\";l";
  assert_int_equal(csv_reader_feed(reader, text, sizeof text - 1, &error), PRG_OK);
  assert_int_equal(csv_reader_feed(reader, rest, sizeof rest - 1, &error), PRG_OK);
  assert_int_equal(table.n_rows, 4);
  csv_reader_drop(reader, 1, 3);
  assert_int_equal(csv_reader_line(reader), 14);
  assert_int_equal(csv_reader_feed(reader, last, sizeof last - 1, &error), PRG_OK);
  assert_int_equal(csv_reader_end(reader, &error), PRG_OK);
  assert_int_equal(table.n_rows, 3);
  assert_string_equal(prg_table_cell(&table, 0, 1), "b");
  assert_string_equal(prg_table_cell(&table, 1, 2), "i");
  assert_string_equal(prg_table_cell(&table, 2, 0), "j\nk");
  assert_string_equal(prg_table_cell(&table, 2, 1), "l");
  assert_int_equal(table.line[0], 7);
  assert_int_equal(table.line[1], 12);
  assert_int_equal(table.line[2], 13);
  assert_int_equal(table.last_line[2], 14);
  csv_reader_drop(reader, 0, 3);
  assert_int_equal(table.n_rows, 0);
  csv_reader_free(reader);
  csv_reader_free(NULL);
  prg_table_clear(&table);
}

static void test_errors_have_a_line(void **state) {
  (void)state;
  prg_table table = {.dialect.delimiter = ';'};
  prg_error error;
  csv_reader *reader = csv_reader_new(&table, 1, 1, &error);
  static const char text[] = "a;b\n\nc;\"d\"e\n";
  assert_int_equal(csv_reader_feed(reader, text, sizeof text - 1, &error), PRG_EINPUT);
  assert_int_equal(error.line, 3);
  assert_int_equal(error.column, 2);
  csv_reader_free(reader);
  prg_table_clear(&table);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_same_as_libcsv),
      cmocka_unit_test(test_dropped_rows),
      cmocka_unit_test(test_errors_have_a_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
