#include "present_fixture.h"

#include <string.h>

#include <zlib.h>

#include <prognos/report_book.h>

static void make_book(const char *name, double latest, prg_buffer *out) {
  fixture f;
  const double value[] = {168, 183, NAN, 214, 240, latest};
  static const double first[] = {233.022, 244.004, 259.415, 274.907, 286.982};
  static const double last[] = {206.069, 243.932, 307.616, 372.300, 427.569};
  fixture_init(&f, name, (prg_period){PRG_YEAR, 2017}, value, 6, 5, first, last);
  prg_report report;
  prg_report_part part = {.forecast = &f.forecast};
  prg_report_init(&report);
  report.today = "2023-03-15";
  report.part = &part;
  report.n = 1;
  prg_error error;
  assert_int_equal(prg_report_book(&report, out, &error), PRG_OK);
  fixture_clear(&f);
}

static size_t number_at(const unsigned char *bytes, size_t n) {
  size_t number = 0;
  while (n-- > 0)
    number = number << 8 | bytes[n];
  return number;
}

/* The file of that name in the zip archive, as text (APPNOTE.TXT 4.3.7: local file header). */
static void unpack(const prg_buffer *book, const char *name, char *text, size_t room) {
  const char *at = book->data, *end = book->data + book->length;
  while ((at = memmem(at, (size_t)(end - at), "PK\3\4", 4)) != NULL) {
    const unsigned char *head = (const unsigned char *)at;
    size_t length = number_at(head + 26, 2);
    at += 30;
    if (length != strlen(name) || memcmp(at, name, length) != 0)
      continue;
    z_stream stream = {.next_in = (unsigned char *)at + length + number_at(head + 28, 2),
                       .avail_in = (unsigned)number_at(head + 18, 4),
                       .next_out = (unsigned char *)text,
                       .avail_out = (unsigned)room - 1};
    assert_int_equal(inflateInit2(&stream, -15), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    text[stream.total_out] = '\0';
    inflateEnd(&stream);
    return;
  }
  fail_msg("no %s in the workbook", name);
}

static void has(const char *text, const char *expected) {
  if (strstr(text, expected) == NULL)
    fail_msg("not there: %s", expected);
}

static void test_figures_are_numbers(void **state) {
  (void)state;
  static char text[65536];
  prg_buffer book = {0};
  make_book("Grundsärskola", 249.385, &book);
  unpack(&book, "xl/worksheets/sheet1.xml", text, sizeof text);
  has(text, "<v>249.385</v>");         /* an outcome */
  has(text, "<v>307.616</v>");         /* the forecast at the end … */
  has(text, "<v>372.3</v>");           /* … and a limit */
  assert_null(strstr(text, "\"C4\"")); /* no figure, no cell */
  unpack(&book, "docProps/core.xml", text, sizeof text);
  has(text, "2023-03-15T00:00:00Z");
  unpack(&book, "xl/charts/chart1.xml", text, sizeof text);
  has(text, "$C$2:$C$12");
  prg_buffer_free(&book);
}

static void test_no_name_is_a_formula(void **state) {
  (void)state;
  static char text[65536];
  prg_buffer book = {0};
  make_book("=HYPERLINK(\"http://x\")", 249, &book);
  unpack(&book, "xl/worksheets/sheet1.xml", text, sizeof text);
  assert_null(strstr(text, "<f>"));
  unpack(&book, "xl/sharedStrings.xml", text, sizeof text);
  has(text, "=HYPERLINK");
  unpack(&book, "xl/charts/chart1.xml", text, sizeof text);
  assert_null(strstr(text, "<c:f>HYPERLINK"));
  prg_buffer_free(&book);
}

static void test_same_bytes(void **state) {
  (void)state;
  prg_buffer a = {0}, b = {0}, other = {0};
  make_book("Grundsärskola", 249, &a);
  make_book("Grundsärskola", 249, &b);
  make_book("Grundsärskola", 250, &other);
  assert_int_equal(a.length, b.length);
  assert_memory_equal(a.data, b.data, a.length);
  assert_false(a.length == other.length && memcmp(a.data, other.data, a.length) == 0);
  prg_buffer_free(&a);
  prg_buffer_free(&b);
  prg_buffer_free(&other);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_figures_are_numbers),
      cmocka_unit_test(test_no_name_is_a_formula),
      cmocka_unit_test(test_same_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
