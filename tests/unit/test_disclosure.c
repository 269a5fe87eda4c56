#include <prognos/disclosure.h>
#include <prognos/reading.h>

#include "test.h"

typedef struct example {
  prg_reading reading;
  prg_panel *panel;
  prg_hierarchy hierarchy;
  prg_disclosure_options options;
  prg_disclosure done;
} example;

/* A long table whose first column is each series' total. */
static void begin(example *x, const char *csv, const char *parents) {
  prg_error error;
  prg_read_options options;
  prg_read_options_init(&options);
  options.keep_totals = true;
  *x = (example){0};
  assert_int_equal(prg_read_bytes("t.csv", csv, strlen(csv), &options, &x->reading, &error),
                   PRG_OK);
  x->panel = &x->reading.panel;
  prg_disclosure_options_init(&x->options);
  assert_int_equal(
      prg_hierarchy_read(&x->hierarchy, "s.csv", parents, strlen(parents), x->panel, &error),
      PRG_OK);
}

static void end(example *x) {
  prg_disclosure_clear(&x->done);
  prg_hierarchy_clear(&x->hierarchy);
  prg_reading_clear(&x->reading);
}

static prg_status disclose(example *x, prg_protection protection, prg_error *error) {
  x->options.protection = protection;
  return prg_disclose(x->panel, &x->hierarchy, &x->options, &x->done, error);
}

static void check_hidden(const example *x, const char *name, size_t t) {
  const prg_series *series = prg_panel_find(x->panel, name);
  assert_non_null(series);
  assert_true(isnan(series->value[t]));
  assert_int_equal(series->observation[t], PRG_SUPPRESSED);
}

static void check_shown(const example *x, const char *name, size_t t, double value) {
  const prg_series *series = prg_panel_find(x->panel, name);
  assert_non_null(series);
  assert_close(series->value[t], value, 0);
}

static const char pupils[] = "Del;2021;2022\nTotalt;240;249\nG;146;149\nT;89;96\nF;5;4\n";
static const char pupils_sum[] = "total;del\nTotalt;G\nTotalt;T\nTotalt;F\n";

static void test_four_takes_ninety_six_with_it(void **state) {
  (void)state;
  example x;
  begin(&x, pupils, pupils_sum);
  assert_int_equal(disclose(&x, PRG_PROTECT_HIDE, NULL), PRG_OK);
  check_hidden(&x, "F", 1);
  check_hidden(&x, "T", 1);
  check_shown(&x, "G", 1, 149);
  check_shown(&x, "Totalt", 1, 249);
  check_shown(&x, "F", 0, 5);
  assert_int_equal(x.done.small, 1);
  assert_int_equal(x.done.hidden, 1);
  assert_true(x.done.least_cost);
  assert_int_equal(x.done.n, 1); /* who knows that F is small knows T to within four */
  assert_int_equal(x.done.finding[0].kind, PRG_FINDING_TIGHT);
  assert_int_equal(x.done.finding[0].series, 2);
  assert_close(x.done.finding[0].lower, 96, 0);
  assert_close(x.done.finding[0].upper, 99, 0);
  end(&x);
}

static void test_threshold_of_ten(void **state) {
  (void)state;
  example x;
  begin(&x, pupils, pupils_sum);
  x.options.threshold = 10;
  assert_int_equal(disclose(&x, PRG_PROTECT_HIDE, NULL), PRG_OK);
  check_hidden(&x, "F", 0);
  check_hidden(&x, "T", 0);
  check_hidden(&x, "F", 1);
  end(&x);
}

/* Nothing but the parts of 2022 was published before: they cannot serve to hide the four. */
static void test_what_was_published_before(void **state) {
  (void)state;
  example x, old;
  begin(&x, pupils, pupils_sum);
  begin(&old, "Del;2021;2022\nTotalt;240;249\nT;89;96\n", "total;del\nTotalt;T\n");
  x.options.published = old.panel;
  assert_int_equal(disclose(&x, PRG_PROTECT_HIDE, NULL), PRG_OK);
  check_hidden(&x, "F", 1);
  check_hidden(&x, "G", 1);
  check_shown(&x, "T", 1, 96);
  end(&old);
  end(&x);
}

static void test_a_small_count_published_before_is_told(void **state) {
  (void)state;
  example x, old;
  begin(&x, pupils, pupils_sum);
  begin(&old, pupils, pupils_sum);
  x.options.published = old.panel;
  assert_int_equal(disclose(&x, PRG_PROTECT_HIDE, NULL), PRG_OK);
  check_shown(&x, "F", 1, 4);
  assert_int_equal(x.done.n, 1);
  assert_int_equal(x.done.finding[0].kind, PRG_FINDING_PUBLISHED);
  end(&old);
  end(&x);
}

/* B and C cost the same: what was hidden in 2022 is hidden in 2021 too. */
static void test_the_same_series_are_hidden_over_time(void **state) {
  (void)state;
  example x;
  begin(&x, "Del;2020;2021;2022\nS;93;94;93\nA;3;4;3\nB;40;41;46\nC;50;49;44\n",
        "total;del\nS;A\nS;B\nS;C\n");
  assert_int_equal(disclose(&x, PRG_PROTECT_HIDE, NULL), PRG_OK);
  for (size_t t = 0; t < 3; t++) {
    check_hidden(&x, "A", t);
    check_hidden(&x, "C", t);
  }
  check_shown(&x, "B", 0, 40);
  end(&x);
}

static void test_a_share_goes_with_its_count(void **state) {
  (void)state;
  example x;
  prg_error error;
  begin(&x,
        "skola;innehåll;år;värde\nA;elever;2021;40\nA;elever;2022;3\nA;andel;2021;12,5\n"
        "A;andel;2022;1,5\nB;elever;2021;60\nB;elever;2022;70\nB;andel;2021;30,5\n"
        "B;andel;2022;31,5\n",
        "total;del\nA · elever;B · elever\n"); /* not true, and does not matter here */
  prg_hierarchy_clear(&x.hierarchy);
  assert_int_equal(prg_disclose(x.panel, NULL, &x.options, &x.done, &error), PRG_OK);
  check_hidden(&x, "A · elever", 1);
  check_hidden(&x, "A · andel", 1);
  check_shown(&x, "A · andel", 0, 12.5);
  check_shown(&x, "B · andel", 1, 31.5);
  assert_int_equal(x.done.shares, 1);
  end(&x);
}

static void test_other_kinds_are_left_alone(void **state) {
  (void)state;
  example x;
  begin(&x, pupils, pupils_sum);
  for (size_t i = 0; i < x.panel->n; i++)
    x.panel->series[i].kind = PRG_KIND_ECONOMY;
  assert_int_equal(disclose(&x, PRG_PROTECT_HIDE, NULL), PRG_OK);
  check_shown(&x, "F", 1, 4);
  assert_int_equal(x.done.small, 0);
  end(&x);
}

static void test_rounding_keeps_the_sums(void **state) {
  (void)state;
  example x;
  begin(&x, pupils, pupils_sum);
  assert_int_equal(disclose(&x, PRG_PROTECT_ROUND, NULL), PRG_OK);
  check_shown(&x, "Totalt", 1, 250);
  check_shown(&x, "G", 1, 150);
  check_shown(&x, "T", 1, 95);
  check_shown(&x, "F", 1, 5);
  check_shown(&x, "Totalt", 0, 240);
  assert_int_equal(x.panel->series[0].observation[0], PRG_APPROXIMATE);
  assert_int_equal(x.done.rounded, 8);
  assert_int_equal(x.done.moved, 1);
  end(&x);
}

static void test_merging_with_the_smallest_sibling(void **state) {
  (void)state;
  example x;
  begin(&x, pupils, pupils_sum);
  assert_int_equal(disclose(&x, PRG_PROTECT_MERGE, NULL), PRG_OK);
  assert_int_equal(x.panel->n, 3);
  check_shown(&x, "T + F", 0, 94);
  check_shown(&x, "T + F", 1, 100);
  check_shown(&x, "G", 1, 149);
  assert_null(prg_panel_find(x.panel, "F"));
  assert_int_equal(x.done.merged, 2);
  end(&x);
}

static void test_merging_drops_what_lies_below(void **state) {
  (void)state;
  example x;
  begin(&x, "Del;2022\nRiket;30\nNorr;3\nSyd;27\nUmeå;1\nBoden;2\nLund;13\nYstad;14\n",
        "total;del\nRiket;Norr\nRiket;Syd\nNorr;Umeå\nNorr;Boden\nSyd;Lund\nSyd;Ystad\n");
  assert_int_equal(disclose(&x, PRG_PROTECT_MERGE, NULL), PRG_OK);
  assert_int_equal(x.panel->n, 1); /* Norr + Syd is Riket, and nothing below can stand */
  check_shown(&x, "Riket", 0, 30);
  assert_int_equal(x.done.dropped, 6);
  end(&x);
}

static void test_merging_takes_the_dimensions_along(void **state) {
  (void)state;
  example x;
  begin(&x,
        "skola;kön;år;antal\nAlla;alla;2022;60\nA;flickor;2022;3\nB;flickor;2022;20\n"
        "C;flickor;2022;37\n",
        "total;del\nAlla · alla;A · flickor\nAlla · alla;B · flickor\nAlla · alla;C · flickor\n");
  assert_int_equal(disclose(&x, PRG_PROTECT_MERGE, NULL), PRG_OK);
  const prg_series *series = prg_panel_find(x.panel, "A + B · flickor");
  assert_non_null(series);
  assert_string_equal(prg_series_member(series, 0), "A + B");
  assert_string_equal(prg_series_member(series, 1), "flickor");
  assert_close(series->value[0], 23, 0);
  end(&x);
}

static void test_merging_refusals(void **state) {
  (void)state;
  example x;
  prg_error error;
  begin(&x, "Del;2022\nA;3\nB;20\nC;12\nD;8\n", "total;del\nB;C\nB;D\n");
  assert_int_equal(disclose(&x, PRG_PROTECT_MERGE, &error), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_MERGE_NO_SIBLING);
  assert_int_equal(x.panel->n, 4);
  end(&x);
  begin(&x, "Del;2022\nA;3\nB;20\nC;17\nE;40\n", "total;del\nB;A\nB;C\nE;A\n");
  assert_int_equal(disclose(&x, PRG_PROTECT_MERGE, &error), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_MERGE_NEEDS_TREE);
  end(&x);
}

static void test_the_audit_finds_what_can_be_derived(void **state) {
  (void)state;
  example x;
  begin(&x, "Del;2021;2022\nTotalt;240;249\nG;146;149\nT;90;x\nF;4;x\n", pupils_sum);
  x.panel->series[2].value[1] = NAN;
  assert_int_equal(prg_disclosure_audit(x.panel, &x.hierarchy, &x.options, &x.done, NULL), PRG_OK);
  assert_int_equal(x.done.n, 1);
  assert_int_equal(x.done.finding[0].kind, PRG_FINDING_SMALL);
  prg_disclosure_clear(&x.done);
  x.panel->series[2].value[1] = 96; /* only the four hidden */
  x.panel->series[2].observation[1] = PRG_OBSERVED;
  assert_int_equal(prg_disclosure_audit(x.panel, &x.hierarchy, &x.options, &x.done, NULL), PRG_OK);
  assert_int_equal(x.done.n, 2);
  assert_int_equal(x.done.finding[1].kind, PRG_FINDING_NARROW);
  assert_close(x.done.finding[1].lower, 4, 0);
  assert_close(x.done.finding[1].upper, 4, 0);
  end(&x);
}

static void test_names(void **state) {
  (void)state;
  prg_protection protection;
  for (int i = 0; i < PRG_PROTECTION_COUNT; i++) {
    assert_true(prg_protection_from_name(prg_protection_name((prg_protection)i), &protection));
    assert_int_equal(protection, i);
  }
  assert_false(prg_protection_from_name("none", &protection));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_four_takes_ninety_six_with_it),
      cmocka_unit_test(test_threshold_of_ten),
      cmocka_unit_test(test_what_was_published_before),
      cmocka_unit_test(test_a_small_count_published_before_is_told),
      cmocka_unit_test(test_the_same_series_are_hidden_over_time),
      cmocka_unit_test(test_a_share_goes_with_its_count),
      cmocka_unit_test(test_other_kinds_are_left_alone),
      cmocka_unit_test(test_rounding_keeps_the_sums),
      cmocka_unit_test(test_merging_with_the_smallest_sibling),
      cmocka_unit_test(test_merging_drops_what_lies_below),
      cmocka_unit_test(test_merging_takes_the_dimensions_along),
      cmocka_unit_test(test_merging_refusals),
      cmocka_unit_test(test_the_audit_finds_what_can_be_derived),
      cmocka_unit_test(test_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
