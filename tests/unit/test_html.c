#include "test.h"

#include "present/report/html.h"

static void check(const prg_buffer *out, const char *expected) {
  assert_false(out->failed);
  assert_string_equal(prg_buffer_string(out), expected);
}

static void test_elements_and_attributes(void **state) {
  (void)state;
  prg_buffer out = {0};
  prg_html html;
  prg_html_init(&html, &out);
  prg_html_open(&html, "section");
  prg_html_attribute(&html, "id", "del-3");
  prg_html_element(&html, "h2", "Grundsärskola");
  prg_html_open(&html, "p");
  prg_html_text(&html, "249 ");
  prg_html_element(&html, "span", "elever");
  prg_html_close(&html);
  prg_html_void(&html, "br");
  prg_html_close(&html);
  check(&out,
        "<section id=\"del-3\">\n<h2>Grundsärskola</h2>\n<p>249 <span>elever</span></p>\n<br>\n"
        "</section>\n");
  assert_int_equal(html.depth, 0);
  prg_buffer_free(&out);
}

/* Nothing that somebody wrote ends a tag, an attribute or an entity. */
static void test_hostile_text(void **state) {
  (void)state;
  prg_buffer out = {0};
  prg_html html;
  prg_html_init(&html, &out);
  prg_html_open(&html, "a");
  prg_html_attribute(&html, "href", "\" onclick=\"alert(1)\n<");
  prg_html_text(&html, "</a><script>alert('å & ä')</script>");
  prg_html_close(&html);
  check(&out,
        "<a href=\"&quot; onclick=&quot;alert(1) &lt;\">&lt;/a&gt;&lt;script&gt;alert('å &amp; "
        "ä')&lt;/script&gt;</a>");
  prg_buffer_free(&out);
}

static void test_broken_bytes(void **state) {
  (void)state;
  prg_buffer out = {0};
  prg_html html;
  prg_html_init(&html, &out);
  prg_html_element(&html, "p",
                   "Gr\xE5\x01"
                   "dalen\x1B[31m");
  check(&out, "<p>Gr\uFFFD dalen [31m</p>");
  prg_buffer_free(&out);
}

static void test_markup_stays(void **state) {
  (void)state;
  prg_buffer out = {0};
  prg_html html;
  prg_html_init(&html, &out);
  prg_html_open(&html, "td");
  prg_html_attribute(&html, "class", "words");
  prg_html_markup(&html, "<svg/>");
  prg_html_close(&html);
  check(&out, "<td class=\"words\"><svg/></td>");
  prg_buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_elements_and_attributes),
      cmocka_unit_test(test_hostile_text),
      cmocka_unit_test(test_broken_bytes),
      cmocka_unit_test(test_markup_stays),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
