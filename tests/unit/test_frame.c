#include "test.h"

#include <prognos/frame.h>

typedef struct parsed {
  prg_table table;
  prg_frame frame;
  prg_error error;
  prg_status status;
} parsed;

static parsed parse(const char *text) {
  parsed p;
  prg_error_clear(&p.error);
  assert_int_equal(prg_table_read(&p.table, "f.csv", text, strlen(text), NULL, &p.error), PRG_OK);
  return p;
}

static void find(parsed *p) {
  p->status = prg_frame_find(&p->frame, &p->table, &p->error);
}

static void clear(parsed *p) {
  prg_frame_clear(&p->frame);
  prg_table_clear(&p->table);
}

static void test_titles_blank_rows_and_footnotes(void **state) {
  (void)state;
  parsed p = parse("Elever i särskolan;;;;\n\nNamn;2017;2018;;\nA;168;183;;\n;;;;\n"
                   "B;96;112\n;;\n\nUppgifter per 15 oktober\nKälla: Norrköping;;\n");
  find(&p);
  assert_int_equal(p.status, PRG_OK);
  assert_int_equal(p.frame.width, 3);
  assert_int_equal(p.frame.n, 2);
  assert_string_equal(prg_frame_header(&p.frame, 1), "2017");
  assert_string_equal(prg_frame_cell(&p.frame, 1, 2), "112");
  assert_int_equal(p.frame.left_out.n, 3);
  assert_int_equal(p.frame.left_out.item[0].line, 1);
  assert_int_equal(p.frame.left_out.item[0].reason, PRG_TEXT_LEFT_OUT_TITLE);
  assert_string_equal(p.frame.left_out.item[0].what, "Elever i särskolan");
  assert_int_equal(p.frame.left_out.item[2].line, 10);
  assert_int_equal(p.frame.left_out.item[2].reason, PRG_TEXT_LEFT_OUT_FOOTNOTE);
  clear(&p);
}

/* Which rows are the header, and what its upper rows say of the last column. */
static void check_header(const char *text, size_t header, size_t n_header, const char *last) {
  parsed p = parse(text);
  find(&p);
  assert_int_equal(p.status, PRG_OK);
  assert_int_equal(p.frame.header, header);
  assert_int_equal(p.frame.n_header, n_header);
  prg_buffer parts;
  prg_buffer_init(&parts);
  for (size_t part = 0; part < n_header; part++)
    prg_buffer_printf(&parts, "%s/", prg_frame_header_part(&p.frame, part, p.frame.width - 1));
  assert_string_equal(prg_buffer_string(&parts), last);
  prg_buffer_free(&parts);
  clear(&p);
}

static void test_headers_of_several_rows(void **state) {
  (void)state;
  check_header("Elever;;;;\n;Boden;;Luleå;\nNamn;2021;2022;2021;2022\nA;31;37;41;43\n", 2, 2,
               "Luleå/2022/");
  check_header("Namn;2021;;2022;\n;K1;K2;K1;K2\nA;31;37;41;43\nB;3;7;5;9\n", 1, 2, "2022/K2/");
  check_header(";2021;2021;2022;2022\nNamn;K1;K2;K1;K2\nA;31;37;41;43\n", 1, 2, "2022/K2/");
  check_header(";A;;;\n;flickor;;pojkar;\n;2021;2022;2021;2022\nB;31;37;41;43\nC;3;1;4;5\n", 2, 3,
               "A/pojkar/2022/");
  check_header("Namn;2021;2022\n;antal;antal\nA;31;37\n", 1, 2, "2022/antal/");
  /* what looks like it, and is data */
  check_header("Namn;2021;2022\nA;..;x\nB;31;37\n", 0, 1, "2022/");
  check_header(";2021;2022\nA;2021;2022\nB;31;37\n", 0, 1, "2022/");
  check_header("namn;kön;år;antal\nA;flickor;2021;31\nB;pojkar;2021;37\n", 0, 1, "antal/");
  check_header("series,period,value,status\nA,2021,,gap\nA,2022,31,\n", 0, 1, "status/");
}

static void test_column_by_header(void **state) {
  (void)state;
  parsed p = parse("serie;ÅR; Värde \nA;2017;168\n");
  find(&p);
  size_t column = 99;
  assert_true(prg_frame_column(&p.frame, "år", &column));
  assert_int_equal(column, 1);
  assert_true(prg_frame_column(&p.frame, "värde", &column));
  assert_int_equal(column, 2);
  assert_false(prg_frame_column(&p.frame, "status", &column));
  clear(&p);
}

static void check_fails(const char *text, prg_text expected, size_t line) {
  parsed p = parse(text);
  find(&p);
  assert_int_equal(p.status, PRG_EINPUT);
  assert_int_equal(p.error.message.text, expected);
  assert_int_equal(p.error.line, line);
  assert_string_equal(p.error.file, "f.csv");
  clear(&p);
}

static void test_rows_of_another_width(void **state) {
  (void)state;
  check_fails("Namn;2017;2018\nA;168;183\nB;96;112;126\n", PRG_TEXT_ROW_WIDTH, 3);
  check_fails("Namn;2017;2018\nA;168\nB;96;112\nC;1;2\n", PRG_TEXT_ROW_WIDTH, 2);
  check_fails("Namn;2017;2018\nA;168;183\nB\n", PRG_TEXT_ROW_WIDTH, 3);
  check_fails("Namn;2017;2018\nA;168;183\n\nB\nC;1;2\n", PRG_TEXT_ROW_WIDTH, 4);
  check_fails("år;A;\n2017;168;17\n2018;183;19\n2019;198;23\n", PRG_TEXT_ROW_WIDTH, 2);
  parsed p = parse("Namn;2017;2018\nA;168;183\nB;96;112;126\n");
  find(&p);
  assert_close(p.error.message.argument[0].number, 4, 0);
  assert_close(p.error.message.argument[1].number, 3, 0);
  clear(&p);
}

static void test_no_body(void **state) {
  (void)state;
  check_fails("Namn;2017;2018\n", PRG_TEXT_HEADER_ONLY, 1);
  check_fails("Namn;2017;2018\n\nSe bilaga\n", PRG_TEXT_HEADER_ONLY, 1);
  check_fails("\nNamn;2017;2018\n;;\n", PRG_TEXT_HEADER_ONLY, 2);
  check_fails("Namn;\nA;\n", PRG_TEXT_ONE_COLUMN, 1);
}

/* Two files put together, the second with its byte order mark. */
static void test_header_once_more(void **state) {
  (void)state;
  parsed p = parse("Namn;2017;2018\nA;168;183\n\uFEFFNamn;2017;2018\nB;96;112\nNamn;2017;2019\n");
  find(&p);
  assert_int_equal(p.status, PRG_OK);
  assert_int_equal(p.frame.n, 3);
  assert_string_equal(prg_frame_cell(&p.frame, 1, 0), "B");
  assert_int_equal(p.frame.left_out.n, 1);
  assert_int_equal(p.frame.left_out.item[0].line, 3);
  assert_int_equal(p.frame.left_out.item[0].reason, PRG_TEXT_LEFT_OUT_HEADER);
  clear(&p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_header_once_more),
      cmocka_unit_test(test_titles_blank_rows_and_footnotes),
      cmocka_unit_test(test_headers_of_several_rows),
      cmocka_unit_test(test_column_by_header),
      cmocka_unit_test(test_rows_of_another_width),
      cmocka_unit_test(test_no_body),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
