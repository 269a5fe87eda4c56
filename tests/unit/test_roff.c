#include "test.h"

#include "present/roff.h"

static void check(prg_buffer *out, const char *expected) {
  assert_false(out->failed);
  assert_string_equal(prg_buffer_string(out), expected);
  prg_buffer_free(out);
}

/* No text is a command, an escape or another character. */
static void test_hostile_text(void **state) {
  (void)state;
  prg_buffer out = {0};
  roff_paragraphs(&out, ".SH rm -rf \\*[x] 'a' `b` ^c~\n\n'so /etc/passwd\n\n \"quoted\"");
  check(&out, "\\&.SH rm \\-rf \\e*[x] \\(aqa\\(aq \\(gab\\(ga \\(hac\\(ti\n.PP\n"
              "\\&\\(aqso /etc/passwd\n.PP\n\\& \"quoted\"\n");
}

static void test_a_heading_is_quoted(void **state) {
  (void)state;
  prg_buffer out = {0};
  roff_heading(&out, "SE \"ÄVEN\"");
  check(&out, ".SH \"SE \\(dqÄVEN\\(dq\"\n");
}

static void test_title_item_and_reference(void **state) {
  (void)state;
  prg_buffer out = {0};
  roff_begin(&out, "prognos-events", 5, "2026-11-26", "prognos 0.1.0", "Handbok");
  roff_item(&out);
  roff_add(&out, ROFF_BOLD, "--from");
  roff_add(&out, ROFF_PLAIN, " ");
  roff_add(&out, ROFF_ITALIC, "PERIOD");
  roff_end_line(&out);
  roff_end_line(&out);
  roff_add(&out, ROFF_PLAIN, "... från och med");
  roff_reference(&out, "prognos-check", 1, false);
  roff_reference(&out, "prognos", 1, true);
  check(&out, ".TH PROGNOS\\-EVENTS 5 \"2026-11-26\" \"prognos 0.1.0\" \"Handbok\"\n.nh\n.ad l\n"
              ".TP\n\\fB\\-\\-from\\fR \\fIPERIOD\\fR\n\\&... från och med\n"
              ".BR prognos\\-check (1),\n.BR prognos (1)\n");
}

/* Lines under a heading need no paragraph; after text they do. They are never broken. */
static void test_lines(void **state) {
  (void)state;
  prg_buffer out = {0};
  roff_heading(&out, "EXEMPEL");
  roff_lines(&out, "a;b\n.c;-2\n");
  roff_add(&out, ROFF_PLAIN, "Sedan:");
  roff_lines(&out,
             "prognos forecast elever.csv --series Grundsärskola --horizon 17 --levels 50,80,95 -o "
             "ut.csv");
  check(&out,
        ".SH \"EXEMPEL\"\n.RS 4\n.nf\na;b\n\\&.c;\\-2\n.fi\n.RE\nSedan:\n.PP\n.RS 4\n.nf\n"
        "prognos forecast elever.csv \\-\\-series Grundsärskola \\-\\-horizon 17 \\-\\-levels "
        "50,80,95 \\-o ut.csv\n.fi\n.RE\n");
}

/* Running text is broken so that its source, å as \[u00E5], keeps within 79 characters. */
static void test_long_lines_are_broken(void **state) {
  (void)state;
  prg_buffer out = {0};
  roff_paragraphs(&out,
                  "åååå åååå åååå a .b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 "
                  "7 8 9 0 1 2 3 4 5 6 7 8 9");
  check(&out,
        "åååå åååå\nåååå a .b c d e f g h i j k l m n o p q r s t u v w\nx y z 1 2 3 4 5 6 7 8 9 0 "
        "1 2 3 4 5 6 7 8 9\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_hostile_text),
      cmocka_unit_test(test_a_heading_is_quoted),
      cmocka_unit_test(test_title_item_and_reference),
      cmocka_unit_test(test_lines),
      cmocka_unit_test(test_long_lines_are_broken),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
