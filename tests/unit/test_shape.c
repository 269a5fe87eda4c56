#include "panel_text.h"

#include <prognos/shape.h>

static const char pupils[] = "kommun;kön;årskurs;2021;2022;2023\n"
                             "0581 Norrköping;flickor;1;31;37p;41\n"
                             "0581 Norrköping;pojkar;1;43;47;53r\n"
                             "0581 Norrköping;flickor;2;59;..;61\n"
                             "0580 Linköping;pojkar;1;67;x;71\n";

/* What is left of `pupils`, or the text of the error. */
static void check_select(const char *dimension, const char *member, const char *expected) {
  prg_panel panel = panel_of(pupils);
  assert_int_equal(prg_panel_select(&panel, dimension, &member, 1, NULL), PRG_OK);
  prg_buffer names;
  prg_buffer_init(&names);
  for (size_t i = 0; i < panel.n; i++)
    prg_buffer_printf(&names, "%s;", panel.series[i].name);
  assert_string_equal(prg_buffer_string(&names), expected);
  prg_buffer_free(&names);
  prg_panel_clear(&panel);
}

static void test_select(void **state) {
  (void)state;
  check_select("Kön", "FLICKOR", "0581 Norrköping · flickor · 1;0581 Norrköping · flickor · 2;");
  check_select("kommun", "0580", "0580 Linköping · pojkar · 1;");
  check_select("kommun", "linköping", "0580 Linköping · pojkar · 1;");
  check_select("kommun", "0580 Linköping", "0580 Linköping · pojkar · 1;");
  check_select("årskurs", "2", "0581 Norrköping · flickor · 2;");
}

static void test_select_by_code(void **state) {
  (void)state;
  prg_panel panel = panel_of("område;2021;2022\nNorr;31;37\nSyd;41;43\n");
  const char *member = "k17";
  assert_int_equal(prg_series_set_codes(&panel.series[1], "K17", 4, NULL), PRG_OK);
  assert_int_equal(prg_panel_select(&panel, "område", &member, 1, NULL), PRG_OK);
  assert_panel(&panel, "Syd,2021,41,\nSyd,2022,43,\n");
  prg_panel_clear(&panel);
}

static void test_select_what_is_not_there(void **state) {
  (void)state;
  prg_panel panel = panel_of(pupils);
  prg_error error;
  const char *member[] = {"flickor", "hen"};
  assert_int_equal(prg_panel_select(&panel, "ort", member, 1, &error), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_DIMENSION_UNKNOWN);
  assert_string_equal(error.message.argument[1].string, "kommun, kön, årskurs");
  assert_int_equal(prg_panel_select(&panel, "kön", member, 2, &error), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_MEMBER_UNKNOWN);
  assert_string_equal(error.message.argument[2].string, "flickor, pojkar");
  assert_int_equal(panel.n, 4);
  prg_panel_clear(&panel);
}

static void check_sum(const char *text, const char *dimension, bool partial, const char *expected) {
  prg_panel panel = panel_of(text);
  assert_int_equal(prg_panel_sum(&panel, dimension, partial, NULL), PRG_OK);
  assert_panel(&panel, expected);
  prg_panel_clear(&panel);
}

static void test_sum(void **state) {
  (void)state;
  check_sum(pupils, "kön", false,
            "0581 Norrköping · 1,2021,74,\n0581 Norrköping · 1,2022,84,preliminary\n"
            "0581 Norrköping · 1,2023,94,revised\n"
            "0581 Norrköping · 2,2021,59,\n0581 Norrköping · 2,2022,,missing\n"
            "0581 Norrköping · 2,2023,61,\n"
            "0580 Linköping · 1,2021,67,\n0580 Linköping · 1,2022,,suppressed\n"
            "0580 Linköping · 1,2023,71,\n");
  check_sum(pupils, "årskurs", false,
            "0581 Norrköping · flickor,2021,90,\n0581 Norrköping · flickor,2022,,missing\n"
            "0581 Norrköping · flickor,2023,102,\n0581 Norrköping · pojkar,2021,43,\n"
            "0581 Norrköping · pojkar,2022,47,\n0581 Norrköping · pojkar,2023,53,revised\n"
            "0580 Linköping · pojkar,2021,67,\n0580 Linköping · pojkar,2022,,suppressed\n"
            "0580 Linköping · pojkar,2023,71,\n");
}

/* What is missing, does not apply, or has no entry. */
static void test_sums_of_parts_without_figures(void **state) {
  (void)state;
  static const char parts[] = "del;2020;2021;2022;2023\nA;31;.;37;41\nB;.;.;;43\nC;;47;53;..\n";
  check_sum(parts, "del", false,
            "Totalt,2020,,gap\nTotalt,2021,47,\nTotalt,2022,,gap\nTotalt,2023,,missing\n");
  check_sum(parts, "del", true,
            "Totalt,2020,31,\nTotalt,2021,47,\nTotalt,2022,90,\nTotalt,2023,,missing\n");
}

static void test_a_sum_has_the_other_dimensions(void **state) {
  (void)state;
  prg_panel panel = panel_of(pupils);
  assert_int_equal(prg_panel_sum(&panel, "kön", false, NULL), PRG_OK);
  assert_int_equal(panel.n_dimension, 2);
  assert_string_equal(panel.dimension[1], "årskurs");
  assert_string_equal(prg_series_member(&panel.series[1], 0), "0581 Norrköping");
  assert_string_equal(prg_series_member(&panel.series[1], 1), "2");
  assert_int_equal(prg_panel_sum(&panel, "kommun", false, NULL), PRG_OK);
  assert_int_equal(prg_panel_sum(&panel, "årskurs", false, NULL), PRG_OK);
  assert_int_equal(panel.n, 1);
  assert_int_equal(panel.n_dimension, 0);
  assert_null(panel.series[0].members);
  assert_string_equal(panel.series[0].name, "Totalt");
  assert_close(panel.series[0].value[0], 31 + 43 + 59 + 67, 0);
  prg_panel_clear(&panel);
}

static void test_what_cannot_be_summed(void **state) {
  (void)state;
  prg_error error;
  prg_panel panel = panel_of("skola;2021;2022\nA;31 %;37 %\nB;41 %;43 %\n");
  assert_int_equal(prg_panel_sum(&panel, "skola", false, &error), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_SUM_OF_SHARES);
  assert_int_equal(panel.n, 2);
  panel.series[0].kind = panel.series[1].kind = PRG_KIND_PEOPLE;
  panel.series[1].start = (prg_period){PRG_SCHOOL_YEAR, 2021};
  assert_int_equal(prg_panel_sum(&panel, "skola", false, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_SUM_OF_FREQUENCIES);
  prg_panel_clear(&panel);
}

static void check_window(const char *from, const char *to, const char *expected) {
  prg_panel panel = panel_of("s;2021K3;2021K4;2022K1;2022K2\nA;31;;37;41\nB;43;47;;\n");
  prg_period first, last;
  assert_true(from == NULL || prg_period_parse(from, strlen(from), &first));
  assert_true(to == NULL || prg_period_parse(to, strlen(to), &last));
  assert_int_equal(
      prg_panel_window(&panel, from == NULL ? NULL : &first, to == NULL ? NULL : &last, NULL),
      PRG_OK);
  assert_panel(&panel, expected);
  prg_panel_clear(&panel);
}

static void test_window(void **state) {
  (void)state;
  check_window("2021K4", NULL, "A,2022K1,37,\nA,2022K2,41,\nB,2021K4,47,\n");
  check_window("2022", NULL, "A,2022K1,37,\nA,2022K2,41,\n");
  check_window(NULL, "2021", "A,2021K3,31,\nB,2021K3,43,\nB,2021K4,47,\n");
  check_window("2022K1", "2022K1", "A,2022K1,37,\n");
  check_window("2023", NULL, "");
}

static void test_window_of_other_periods(void **state) {
  (void)state;
  prg_error error;
  prg_panel panel = panel_of("s;2021;2022\nA;31;37\n");
  prg_period quarter = {PRG_QUARTER, 4 * 2021};
  assert_int_equal(prg_panel_window(&panel, &quarter, NULL, &error), PRG_EUSAGE);
  assert_int_equal(error.message.text, PRG_TEXT_LIMIT_OF_OTHER_FREQUENCY);
  assert_panel(&panel, "A,2021,31,\nA,2022,37,\n");
  prg_panel_clear(&panel);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_select),
      cmocka_unit_test(test_select_by_code),
      cmocka_unit_test(test_select_what_is_not_there),
      cmocka_unit_test(test_sum),
      cmocka_unit_test(test_sums_of_parts_without_figures),
      cmocka_unit_test(test_a_sum_has_the_other_dimensions),
      cmocka_unit_test(test_what_cannot_be_summed),
      cmocka_unit_test(test_window),
      cmocka_unit_test(test_window_of_other_periods),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
