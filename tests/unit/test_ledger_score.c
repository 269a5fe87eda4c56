#include "ledger_fixture.h"

#include <gsl/gsl_cdf.h>

#include <prognos/ledger_score.h>

static prg_ledger_score score_of(prg_ledger *ledger, const prg_ledger_score_options *options) {
  prg_ledger_score score;
  assert_int_equal(prg_ledger_score_read(ledger, options, &score, NULL), PRG_OK);
  return score;
}

static const double first_plan[] = {229, 244, 259};
static const double second_plan[] = {251.5, 266};

/*
 * By hand. Plan 2021 from 214: 229, 244, 259 for 2021–2023, limits normal, s = 10. Outcomes 240,
 * 249, 261. Plan 2023, seen from 2021, 240: 251.5 and 266 for 2022 and 2023, s = 4.
 */
static prg_ledger *fill(void) {
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  prg_series one = yearly("A", 2017, ledger_known, 4), two = yearly("A", 2017, ledger_later, 5);
  prg_series all = yearly("A", 2017, ledger_later, 7);
  record_plan(ledger, &two, &(plan){"damped", "Plan 2022", "2022-02-01", second_plan, 2, 4});
  record_plan(ledger, &one, &(plan){"pooled", "Plan 2021", "2021-02-01", first_plan, 3, 10});
  see(ledger, &all, "2024-01-10");
  prg_series_clear(&one);
  prg_series_clear(&two);
  prg_series_clear(&all);
  return ledger;
}

/* Of a normal distribution: Gneiting & Raftery 2007, eq. 21. */
static double normal_crps(double mean, double s, double y) {
  double z = (y - mean) / s, density = exp(-z * z / 2) / sqrt(2 * M_PI);
  return s * (z * (2 * gsl_cdf_ugaussian_P(z) - 1) + 2 * density - 1 / sqrt(M_PI));
}

static void test_measures_by_hand(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  const prg_ledger_score_options options = {.by = PRG_LEDGER_BY_LEAD};
  prg_ledger_score score = score_of(ledger, &options);
  assert_int_equal(score.n_forecast, 2);
  assert_int_equal(score.frequency, PRG_YEAR);
  assert_int_equal(score.n_lead, 3);
  assert_int_equal(score.n_group, 0);
  const prg_ledger_line *one = &score.lead[0]; /* 229 against 240, 251.5 against 249 */
  prg_measures m = prg_accuracy_measures(&one->accuracy);
  assert_int_equal(m.n, 2);
  assert_digits(m.bias, (-11 + 2.5) / 2, 13);
  assert_digits(m.mape, (100 * 11 / 240.0 + 100 * 2.5 / 249) / 2, 13);
  assert_digits(prg_ledger_line_percentage(one), (-100 * 11 / 240.0 + 100 * 2.5 / 249) / 2, 13);
  assert_digits(m.crps, (normal_crps(229, 10, 240) + normal_crps(251.5, 4, 249)) / 2, 9);
  assert_digits(m.mase, (11 / (46 / 3.0) + 2.5 / (72 / 4.0)) / 2, 13);
  assert_int_equal(one->accuracy.inside_80, 2); /* 240 < 229 + 12.8 */
  assert_int_equal(score.lead[2].accuracy.n, 1);
  assert_digits(score.all.naive.other, 26.0 + 35 + 47 + 9 + 21, 13); /* last figures 214, 240 */
  assert_digits(score.all.naive.own, 11 + 5 + 2 + 2.5 + 5, 13);
  assert_int_equal(score.all.naive.n, 5);
  assert_int_equal(score.all.previous.n, 2); /* plan 2022 against plan 2021, for 2022 and 2023 */
  assert_digits(score.all.previous.own, 2.5 + 5, 13);
  assert_digits(score.all.previous.other, 5.0 + 2, 13);
  assert_digits(prg_ledger_contest_ratio(&score.all.previous), 7.5 / 7, 13);
  prg_ledger_score_clear(&score);
  prg_ledger_close(ledger);
}

static void test_groups_and_filters(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  prg_ledger_score_options options = {.by = PRG_LEDGER_BY_MODEL};
  prg_ledger_score score = score_of(ledger, &options);
  assert_int_equal(score.n_group, 2);
  assert_string_equal(score.group[0].name, "damped");
  assert_int_equal(score.group[0].accuracy.n, 2);
  assert_int_equal(score.group[1].accuracy.n, 3);
  assert_int_equal(score.group[1].previous.n, 0);
  prg_ledger_score_clear(&score);
  options = (prg_ledger_score_options){.by = PRG_LEDGER_BY_SERIES};
  score = score_of(ledger, &options);
  assert_int_equal(score.n_group, 1);
  assert_string_equal(score.group[0].name, "A");
  assert_int_equal(score.group[0].accuracy.n, 5);
  prg_ledger_score_clear(&score);
  options = (prg_ledger_score_options){.by = PRG_LEDGER_BY_LABEL, .filter.label = "Plan 2022"};
  score = score_of(ledger, &options);
  assert_int_equal(score.all.accuracy.n, 2);
  assert_int_equal(score.all.previous.n, 2); /* the previous plan need not be asked for */
  prg_ledger_score_clear(&score);
  prg_ledger_close(ledger);
}

static void test_first_or_latest_outcome(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  prg_series all = yearly("A", 2017, ledger_later, 7);
  all.value[4] = 231;
  see(ledger, &all, "2024-06-10");
  prg_ledger_score_options options = {.latest = false};
  prg_ledger_score score = score_of(ledger, &options);
  assert_digits(score.lead[0].accuracy.error, -11 + 2.5, 13);
  prg_ledger_score_clear(&score);
  options.latest = true;
  score = score_of(ledger, &options);
  assert_digits(score.lead[0].accuracy.error, -2 + 2.5, 13);
  prg_ledger_score_clear(&score);
  prg_series_clear(&all);
  prg_ledger_close(ledger);
}

static prg_buffer sentences(const prg_ledger_score *score, prg_language language) {
  prg_notes notes = {0};
  prg_buffer text = {0};
  prg_ledger_score_summary(score, &notes);
  for (size_t i = 0; i < notes.n; i++) {
    prg_message_write(&notes.note[i], language, &text);
    prg_buffer_add_char(&text, '\n');
  }
  return text;
}

/* Points alone: no intervals, and a last figure that is known from the outcome at the origin. */
static void test_a_plan_of_points(void **state) {
  (void)state;
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  static const double total[] = {NAN}, point[] = {61200, NAN, 62000},
                      seen[] = {60500, 61066, 61500};
  prg_series nothing = yearly("Totalt", 2014, total, 1), outcome = yearly("Totalt", 2014, seen, 3);
  record_plan(ledger, &nothing, &(plan){"plan", "2015", "2015-04-01", point, 3, 0});
  see(ledger, &outcome, "2016-03-01");
  const prg_ledger_score_options options = {0};
  prg_ledger_score score = score_of(ledger, &options);
  assert_int_equal(score.all.accuracy.n, 1); /* the plan says nothing of 2016 */
  assert_int_equal(score.all.accuracy.n_interval, 0);
  assert_digits(prg_ledger_line_percentage(&score.all), 100 * 134 / 61066.0, 12);
  assert_digits(prg_accuracy_measures(&score.all.accuracy).crps, 134.0, 12);
  assert_true(isnan(prg_accuracy_measures(&score.all.accuracy).coverage_80));
  assert_true(isnan(prg_accuracy_measures(&score.all.accuracy).mase));
  assert_digits(score.all.naive.other, 566.0, 13);
  prg_buffer text = sentences(&score, PRG_SWEDISH);
  assert_string_equal(
      prg_buffer_string(&text),
      "Prognoserna ett år fram har i genomsnitt legat 0,2 procent för högt (n = 1).\n"
      "De hade inga intervall att pröva.\n"
      "Felen var 76 procent mindre än om det senaste värdet hade fått gälla (n = "
      "1).\n");
  prg_buffer_free(&text);
  prg_ledger_score_clear(&score);
  prg_series_clear(&nothing);
  prg_series_clear(&outcome);
  prg_ledger_close(ledger);
}

static void test_nothing_to_score(void **state) {
  (void)state;
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  prg_series known = yearly("A", 2017, ledger_known, 4);
  record_plan(ledger, &known, &(plan){"pooled", "", "2021-02-01", first_plan, 3, 10});
  const prg_ledger_score_options options = {.by = PRG_LEDGER_BY_SERIES};
  prg_ledger_score score = score_of(ledger, &options);
  prg_buffer text = sentences(&score, PRG_ENGLISH);
  assert_string_equal(prg_buffer_string(&text), "No outcomes have come yet.\n");
  assert_int_equal(score.n_group + score.n_forecast, 0);
  assert_true(isnan(prg_ledger_contest_ratio(&score.all.naive)));
  assert_true(isnan(prg_ledger_line_percentage(&score.all)));
  prg_buffer_free(&text);
  prg_ledger_score_clear(&score);
  prg_ledger_score_clear(NULL);
  prg_series_clear(&known);
  prg_ledger_close(ledger);
}

static void test_group_names(void **state) {
  (void)state;
  prg_ledger_group group;
  for (int i = 0; i < PRG_LEDGER_GROUP_COUNT; i++) {
    assert_true(prg_ledger_group_from_name(prg_ledger_group_name((prg_ledger_group)i), &group));
    assert_int_equal(group, i);
  }
  assert_false(prg_ledger_group_from_name("year", &group));
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void) {
  const struct CMUnitTest tests[] = {
      IN_FOLDER(test_measures_by_hand),        IN_FOLDER(test_groups_and_filters),
      IN_FOLDER(test_first_or_latest_outcome), IN_FOLDER(test_a_plan_of_points),
      IN_FOLDER(test_nothing_to_score),        cmocka_unit_test(test_group_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
