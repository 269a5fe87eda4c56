#include "test.h"

#include "present/picture/picture_edit.h"

static const char drawn[] = "<?xml version=\"1.0\"?>\n<svg \n viewBox=\"0 0 19 10\"\n>\n"
                            "<title>Gnuplot</title>\n<desc>Produced by GNUPLOT </desc>\n"
                            "<g id=\"gnuplot_plot_1\" ><title>gnuplot_plot_1</title>\n"
                            "<g font-family=\"DejaVu Sans\" font-size=\"28\"/></svg>\n";

static void describe(const char *svg, const char *title, const char *description, prg_buffer *out) {
  prg_buffer in;
  prg_buffer_init(&in);
  prg_buffer_add(&in, svg);
  prg_buffer_init(out);
  prg_svg_describe(&in, PRG_SWEDISH, title, description, out);
  prg_buffer_free(&in);
}

static void test_svg_is_described(void **state) {
  (void)state;
  prg_buffer out;
  describe(drawn, "A <b> & \"c\"", "Från 168\ntill 249", &out);
  const char *svg = prg_buffer_string(&out);
  assert_non_null(strstr(svg, "<svg role=\"img\" lang=\"sv\" xml:lang=\"sv\" aria-labelledby=\""));
  assert_non_null(strstr(svg, ">A &lt;b&gt; &amp; &quot;c&quot;</title>"));
  assert_non_null(strstr(svg, ">Från 168 till 249</desc>"));
  assert_null(strstr(svg, "GNUPLOT"));
  assert_null(strstr(svg, "gnuplot_plot_1</title>"));
  assert_non_null(strstr(svg, "font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size"));
  assert_non_null(strstr(svg, "id=\"gnuplot_plot_1\""));
  prg_buffer_free(&out);
}

static void test_labelledby_names_the_elements(void **state) {
  (void)state;
  prg_buffer out;
  describe(drawn, "Rubrik", "Text", &out);
  char title[16], desc[16], element[32];
  const char *at = strstr(prg_buffer_string(&out), "aria-labelledby=\"");
  assert_non_null(at);
  assert_int_equal(sscanf(at, "aria-labelledby=\"%15[a-z0-9-] %15[a-z0-9-]\"", title, desc), 2);
  snprintf(element, sizeof element, "<title id=\"%s\">", title);
  assert_non_null(strstr(prg_buffer_string(&out), element));
  snprintf(element, sizeof element, "<desc id=\"%s\">", desc);
  assert_non_null(strstr(prg_buffer_string(&out), element));
  prg_buffer_free(&out);
}

static void test_nothing_to_say_changes_no_words(void **state) {
  (void)state;
  prg_buffer out;
  describe(drawn, NULL, "", &out);
  assert_non_null(strstr(prg_buffer_string(&out), "<title>Gnuplot</title>"));
  assert_null(strstr(prg_buffer_string(&out), "aria-labelledby"));
  prg_buffer_free(&out);
  describe("no picture, <title> not shut, font-family=\"x", "a", "b", &out);
  assert_string_equal(prg_buffer_string(&out), "no picture, <title> not shut, font-family=\"x");
  prg_buffer_free(&out);
}

static void test_pdf_date(void **state) {
  (void)state;
  prg_buffer pdf;
  prg_buffer_init(&pdf);
  prg_buffer_add(&pdf, "/CreationDate (D:20261122040308Z) /ModDate (D:20261122040308-05'30)>>");
  prg_pdf_forget_date(&pdf);
  assert_string_equal(prg_buffer_string(&pdf),
                      "/CreationDate (D:19700101000000Z) /ModDate (D:19700101000000+00'00)>>");
  prg_buffer_clear(&pdf);
  prg_buffer_add(&pdf, "/CreationDate (D:2026");
  prg_pdf_forget_date(&pdf);
  assert_string_equal(prg_buffer_string(&pdf), "/CreationDate (D:2026");
  prg_buffer_free(&pdf);
  prg_pdf_forget_date(&pdf);
}

/* 300 to the inch are 11 811 to the metre; the check as zlib reckons it. */
static void test_png_density(void **state) {
  (void)state;
  static const char head[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR............1234";
  static const char chunk[] = "\0\0\0\x09pHYs\0\0\x2E\x23\0\0\x2E\x23\x01\x78\xA5\x3F\x76";
  prg_buffer png = {0};
  prg_buffer_add_n(&png, head, 32); /* one byte is missing */
  prg_png_set_density(&png, 300);
  assert_int_equal(png.length, 32);
  prg_buffer_clear(&png);
  prg_buffer_add_n(&png, head, 33);
  prg_buffer_add(&png, "the rest");
  prg_png_set_density(&png, 300);
  assert_int_equal(png.length, 33 + 21 + 8);
  assert_memory_equal(png.data, head, 33);
  assert_memory_equal(png.data + 33, chunk, 21);
  assert_memory_equal(png.data + 54, "the rest", 8);
  prg_buffer_clear(&png);
  prg_buffer_add(&png, "GIF89a, and long enough to be something else");
  prg_png_set_density(&png, 300);
  assert_string_equal(prg_buffer_string(&png), "GIF89a, and long enough to be something else");
  prg_buffer_free(&png);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_svg_is_described),
      cmocka_unit_test(test_labelledby_names_the_elements),
      cmocka_unit_test(test_nothing_to_say_changes_no_words),
      cmocka_unit_test(test_pdf_date),
      cmocka_unit_test(test_png_density),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
