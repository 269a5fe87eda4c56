#include "present_fixture.h"

#include <prognos/report.h>

typedef void writer(const prg_report *report, prg_buffer *out);

static void write_one(writer *write, const char *name, const char *chart, prg_buffer *out) {
  fixture f;
  static const double value[] = {168, 183, 198, 214, 240, 249};
  static const double first[] = {233.022, 244.004, 259.415, 274.907, 286.982};
  static const double last[] = {206.069, 243.932, 307.616, 372.300, 427.569};
  fixture_init(&f, name, (prg_period){PRG_YEAR, 2017}, value, 6, 5, first, last);
  prg_report report;
  prg_report_part part = {
      .forecast = &f.forecast, .chart = chart, .chart_left = .07886, .chart_right = .78944};
  prg_report_init(&report);
  report.unit = "elever";
  report.source = "Skolverket & SCB";
  report.today = "2023-03-15";
  report.version = "2.385";
  report.part = &part;
  report.n = 1;
  write(&report, out);
  assert_false(out->failed);
  fixture_clear(&f);
}

static void has(const prg_buffer *out, const char *text) {
  if (strstr(prg_buffer_string(out), text) == NULL)
    fail_msg("not there: %s", text);
}

static void has_not(const prg_buffer *out, const char *text) {
  if (strstr(prg_buffer_string(out), text) != NULL)
    fail_msg("is there: %s", text);
}

static void test_page(void **state) {
  (void)state;
  prg_buffer out = {0};
  write_one(prg_report_html, "Grundsärskola", NULL, &out);
  has(&out, "<!DOCTYPE html>\n<html lang=\"sv\">");
  has(&out, "script-src 'sha256-");
  has(&out, "<h1>Grundsärskola: 249\u00A0elever 2022, omkring\u00A0308 år\u00A02027</h1>");
  has(&out, "<h2 id=\"del-1\">Grundsärskola</h2>");
  has(&out, "<caption>Grundsärskola: utfall och prognos, elever</caption>");
  has(&out, "<th scope=\"col\">8 av 10</th>");
  has(&out, "<th scope=\"row\">2027</th><td></td><td>308</td><td>244–372</td><td>206–428</td>");
  has(&out, "Diagrammen saknas");
  has(&out, "för kort för att prognosen ska kunna prövas");
  has(&out, "Källa: Skolverket &amp; SCB.");
  has(&out, "Framtagen med programmet prognos 2.385.");
  prg_buffer_free(&out);
}

/* The names in a drawing are made those of its section; what is read aloud keeps its own. */
static void test_chart_in_page(void **state) {
  (void)state;
  prg_buffer out = {0};
  write_one(
      prg_report_html, "A",
      "<?xml version=\"1.0\"?>\n<svg aria-labelledby=\"title-7f\"><title id=\"title-7f\">T</title>"
      "<circle id='gpDot'/><use href='#gpDot'/><text> id='x</text></svg>",
      &out);
  has(&out, "<figure data-left=\"0.0789\" data-right=\"0.7894\">");
  has(&out, "<svg aria-labelledby=\"title-7f\"><title id=\"title-7f\">T</title>"
            "<circle id='c1-gpDot'/><use href='#c1-gpDot'/><text> id='x</text></svg>");
  has_not(&out, "<?xml");
  has_not(&out, "Diagrammen saknas");
  prg_buffer_free(&out);
}

static void test_hostile_name(void **state) {
  (void)state;
  static const char name[] = "<img src=x onerror=alert(1)>|*`[a](b)";
  prg_buffer out = {0};
  write_one(prg_report_html, name, NULL, &out);
  has_not(&out, "<img");
  has(&out, "&lt;img src=x");
  prg_buffer_clear(&out);
  write_one(prg_report_markdown, name, NULL, &out);
  has(&out, "\n## \\<img src=x onerror=alert(1)\\>\\|\\*\\`\\[a\\](b)\n");
  prg_buffer_free(&out);
}

static void test_markdown_and_text(void **state) {
  (void)state;
  prg_buffer out = {0};
  write_one(prg_report_markdown, "Grundsärskola", NULL, &out);
  has(&out, "| 2027 |  | 308 | 244–372 | 206–428 |\n");
  has_not(&out, "Diagrammen saknas");
  prg_buffer_clear(&out);
  write_one(prg_report_text, "Grundsärskola", NULL, &out);
  has(&out, "Grundsärskola\n-------------\n");
  has(&out, "2027                308  244–372    206–428\n");
  prg_buffer_free(&out);
}

/* Beyond what one chart holds, the headline counts. */
static void test_headline_of_many(void **state) {
  (void)state;
  fixture f;
  fixture_grund(&f);
  prg_report_part part[7];
  for (size_t i = 0; i < 7; i++)
    part[i] = (prg_report_part){.forecast = &f.forecast};
  prg_report report;
  prg_report_init(&report);
  report.part = part;
  report.n = 7;
  prg_buffer out = {0};
  prg_report_title(&report, &out);
  assert_string_equal(prg_buffer_string(&out), "7 serier med prognos till och med år\u00A02027");
  prg_buffer_free(&out);
  fixture_clear(&f);
}

static void test_every_model_has_words(void **state) {
  (void)state;
  for (size_t i = 0; prg_models[i] != NULL; i++)
    if (prg_report_method(prg_models[i]->name) == PRG_TEXT_METHOD_OTHER)
      fail_msg("%s is not described", prg_models[i]->name);
  assert_int_equal(prg_report_method(""), PRG_TEXT_METHOD_OTHER);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_page),
      cmocka_unit_test(test_chart_in_page),
      cmocka_unit_test(test_hostile_name),
      cmocka_unit_test(test_markdown_and_text),
      cmocka_unit_test(test_headline_of_many),
      cmocka_unit_test(test_every_model_has_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
