#include <prognos/facts.h>

#include "forecast_test.h"

static prg_facts facts_of(prg_frequency every, int start, const double *y, size_t n) {
  prg_series series;
  prg_facts facts;
  prg_period first = {every, start};
  assert_int_equal(prg_series_init_values(&series, "Elever", first, y, n, NULL), PRG_OK);
  assert_int_equal(prg_facts_find(&series, &facts, NULL), PRG_OK);
  prg_series_clear(&series);
  return facts;
}

static prg_facts yearly(const double *y, size_t n) {
  return facts_of(PRG_YEAR, 2011, y, n);
}

static void test_nothing_to_tell(void **state) {
  (void)state;
  static const double y[] = {103.2, 98.7, 101.4, 105.9, 97.3, 102.8, 99.1, 104.6, 100.2};
  prg_facts facts = yearly(y, 9);
  assert_int_equal(facts.n, 9);
  assert_int_equal(facts.spacing, 1);
  assert_false(facts.constant || facts.steady);
  assert_int_equal(facts.outlier, PRG_FACTS_NONE);
  assert_int_equal(facts.level_from, PRG_FACTS_NONE);
  assert_true(isnan(facts.season_strength) && isnan(facts.trend_strength));
}

static void test_outlier(void **state) {
  (void)state;
  static const double y[] = {100.3, 104.1, 98.2, NAN, 99.4, 180.6, 104.7, 101.5, 106.2};
  prg_facts facts = yearly(y, 9);
  assert_int_equal(facts.outlier, 5);
  assert_int_equal(facts.level_from, PRG_FACTS_NONE);
  assert_false(facts.steady);
}

/* Proven, but 3.5 per cent of the figures. */
static void test_small_departure(void **state) {
  (void)state;
  static const double y[] = {168, 183, 198, 214, 240, 249};
  prg_facts facts = yearly(y, 6);
  assert_int_equal(facts.outlier, PRG_FACTS_NONE);
  assert_true(facts.steady);
  assert_close(facts.drift, 16.2, 1e-12);
}

static void test_level(void **state) {
  (void)state;
  static const double y[] = {100.3, 104.1, 98.2, 101.7, 99.4, 180.6, 184.7, 181.5, 186.2};
  prg_facts facts = yearly(y, 9);
  assert_int_equal(facts.level_from, 5);
  assert_close(facts.level_before, 99.4, 0); /* of 98.2, 101.7, 99.4 */
  assert_close(facts.level_after, 181.5, 0);
  assert_int_equal(facts.outlier, PRG_FACTS_NONE);
}

static void test_level_with_two_figures_after(void **state) {
  (void)state;
  static const double y[] = {-40.3, -41.9, -39.6, -40.8, -41.1, -40.2, -9.7, -10.5};
  prg_facts facts = yearly(y, 8);
  assert_int_equal(facts.level_from, 6);
  assert_close(facts.level_after, -10.1, 1e-12);
}

static void test_exact_step_and_line(void **state) {
  (void)state;
  static const double step[] = {100, 100, 100, 100, 200, 200, 200};
  static const double line[] = {-3.5, -1.25, 1, 3.25, 5.5, 7.75, 10};
  prg_facts facts = yearly(step, 7);
  assert_int_equal(facts.level_from, 4);
  facts = yearly(line, 7);
  assert_true(facts.steady);
  assert_close(facts.drift, 2.25, 1e-12);
  assert_int_equal(facts.level_from, PRG_FACTS_NONE);
}

static void test_falls_steadily(void **state) {
  (void)state;
  static const double y[] = {341, 326, 318, 301, 290, 273, 261, 244};
  prg_facts facts = yearly(y, 8);
  assert_true(facts.steady);
  assert_close(facts.drift, (244 - 341) / 7.0, 1e-12);
}

/* Up by 16, 14 and 5, then down by 2 and 3; one of the two against the trend is no turn. */
static void test_turned(void **state) {
  (void)state;
  static const double y[] = {96, 112, 126, 131, 129, 126}, once[] = {96, 112, 126, 131, 129, 132};
  prg_facts facts = yearly(y, 6);
  assert_true(facts.turned);
  assert_false(facts.steady);
  assert_false(yearly(once, 6).turned);
}

/* For a model that tells nothing of it; a trend has told it itself. */
static void test_turn_is_told_once(void **state) {
  (void)state;
  static const double y[] = {96, 112, 126, 131, 129, 126};
  static const struct {
    const char *model;
    size_t told;
  } cases[] = {{"ets", 1}, {"linear", 1}, {"pooled", 0}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    trial t;
    trial_run(&t, &(trial_options){.model = cases[i].model, .every = PRG_YEAR, .start = 2017}, y,
              6);
    size_t told = 0;
    for (size_t k = 0; k < t.forecast.notes.n; k++)
      told += t.forecast.notes.note[k].text == PRG_TEXT_TREND_END_FALLS;
    assert_int_equal(told, cases[i].told);
    trial_close(&t);
  }
}

static void test_constant_zero_and_few(void **state) {
  (void)state;
  static const double equal[] = {7.5, NAN, 7.5, 7.5}, zero[] = {0, 0, 0}, two[] = {3.1, 9.4};
  assert_true(yearly(equal, 4).constant);
  assert_close(yearly(equal, 4).value, 7.5, 0);
  assert_true(yearly(zero, 3).constant);
  assert_false(yearly(two, 2).constant);
  assert_int_equal(yearly(equal, 1).n, 1);
  assert_int_equal(yearly(equal, 4).spacing, 0);
}

static void test_spacing(void **state) {
  (void)state;
  static const double y[] = {40.3, NAN, NAN, 44.7, NAN, NAN, 43.1};
  assert_int_equal(yearly(y, 7).spacing, 3);
  assert_int_equal(yearly(y, 5).spacing, 3);
}

/* Var R, T, S are known: the strengths are those of the parts that were put in. */
static void test_strengths(void **state) {
  (void)state;
  double seasonal[48], trending[48];
  static const double season[] = {-21.3, 8.4, 30.7, -17.8};
  static const double noise[] = {1.3, -.7, -1.9, .4, 2.1, -.6, .8, -1.4, .9, -1.1, .2};
  for (size_t t = 0; t < 48; t++) {
    seasonal[t] = 200 + season[t % 4] + noise[t % 11];
    trending[t] = 200 + 3.7 * (double)t + noise[t % 11];
  }
  prg_facts facts = facts_of(PRG_QUARTER, 8000, seasonal, 48);
  assert_true(facts.season_strength > .99 && facts.trend_strength < .3);
  facts = facts_of(PRG_QUARTER, 8000, trending, 48);
  assert_true(facts.trend_strength > .99 && facts.season_strength < .6);
  seasonal[17] = NAN;
  assert_true(isnan(facts_of(PRG_QUARTER, 8000, seasonal, 48).season_strength));
  assert_true(isnan(facts_of(PRG_QUARTER, 8000, trending, 8).season_strength));
}

/* --- in words --- */

static void check_words(const char *model, prg_frequency every, const double *y, size_t n,
                        prg_text text, const char *swedish, const char *english) {
  trial t;
  trial_run(&t, &(trial_options){.model = model, .every = every, .start = 2011}, y, n);
  assert_int_equal(t.status, PRG_OK);
  assert_trial_note(&t, text, PRG_SWEDISH, swedish);
  assert_trial_note(&t, text, PRG_ENGLISH, english);
  trial_close(&t);
}

static void test_words(void **state) {
  (void)state;
  static const double equal[] = {7.5, 7.5, 7.5}, zero[] = {0, 0, 0};
  static const double survey[] = {40.3, NAN, NAN, 44.7, NAN, NAN, 43.1};
  static const double level[] = {100.3, 104.1, 98.2, 101.7, 99.4, 180.6, 184.7, 181.5, 186.2};
  static const double wild[] = {100.3, 104.1, 98.2, 101.7, 99.4, 180.6, 104.7, 101.5, 106.2};
  static const double rise[] = {168, 183, 198, 214, 240, 249};
  static const double fall[] = {249, 240, 214, 198, 183, 168};
  check_words(NULL, PRG_YEAR, equal, 3, PRG_TEXT_FACTS_CONSTANT, "Alla värden är lika (7,5).",
              "All figures are equal (7.5).");
  check_words(NULL, PRG_YEAR, zero, 3, PRG_TEXT_FACTS_ZEROS, "Alla värden är noll.",
              "All figures are zero.");
  check_words(NULL, PRG_SCHOOL_YEAR, survey, 7, PRG_TEXT_FACTS_SPACING,
              "Det går 3 år mellan värdena. Prognosen anges ändå år för år, 5 år framåt från det "
              "senaste.",
              "The figures are 3 years apart. The forecast is nevertheless year by year, 5 years "
              "ahead of the last one.");
  check_words(NULL, PRG_YEAR, level, 9, PRG_TEXT_FACTS_LEVEL,
              "Nivån ändrades plötsligt 2016, från omkring 99 till omkring 182; ta reda på varför.",
              "The level changed suddenly in 2016, from about 99 to about 182; find out why.");
  check_words("naive", PRG_YEAR, wild, 9, PRG_TEXT_FACTS_OUTLIER,
              "Värdet för 2016 avviker starkt från värdena omkring; kontrollera det.",
              "The figure for 2016 departs strongly from those around it; check it.");
  check_words(NULL, PRG_SCHOOL_YEAR, rise, 6, PRG_TEXT_FACTS_RISES,
              "Ökningen är stadig, i genomsnitt 16,2 per läsår.",
              "The rise is steady, 16.2 per school year on average.");
  check_words(NULL, PRG_YEAR, fall, 6, PRG_TEXT_FACTS_FALLS,
              "Minskningen är stadig, i genomsnitt 16,2 per år.",
              "The fall is steady, 16.2 per year on average.");
}

/* What the pooled forecast has left out it has told of; gaps that are the rule are not gaps. */
static void test_nothing_twice(void **state) {
  (void)state;
  static const double wild[] = {100.3, 104.1, 98.2, 101.7, 99.4, 280.6, 104.7, 101.5, 106.2};
  static const double survey[] = {40.3, NAN, NAN, 44.7, NAN, NAN, 43.1};
  trial t;
  trial_run(&t, &(trial_options){.every = PRG_YEAR, .start = 2011}, wild, 9);
  assert_true(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_OUTLIER_LEFT_OUT));
  assert_false(prg_notes_has(&t.forecast.notes, PRG_TEXT_FACTS_OUTLIER));
  trial_close(&t);
  trial_run(&t, &(trial_options){.every = PRG_YEAR, .start = 2011}, survey, 7);
  assert_false(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_MISSING_INSIDE));
  trial_close(&t);
}

static void test_at_most_three(void **state) {
  (void)state;
  prg_series series;
  prg_notes notes = {0};
  static const double y[] = {1, 2};
  prg_facts all = {.n = 9,
                   .spacing = 6,
                   .outlier = 1,
                   .level_from = 1,
                   .level_after = 3.5,
                   .trend_strength = .5,
                   .season_strength = .7};
  prg_period first = {PRG_YEAR, 2011};
  assert_int_equal(prg_series_init_values(&series, "Elever", first, y, 2, NULL), PRG_OK);
  prg_facts_note(&all, &series, 5, &notes);
  assert_int_equal(notes.n, PRG_FACTS_TOLD);
  assert_int_equal(notes.note[2].text, PRG_TEXT_FACTS_OUTLIER);
  prg_series_clear(&series);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nothing_to_tell),
      cmocka_unit_test(test_outlier),
      cmocka_unit_test(test_small_departure),
      cmocka_unit_test(test_level),
      cmocka_unit_test(test_level_with_two_figures_after),
      cmocka_unit_test(test_exact_step_and_line),
      cmocka_unit_test(test_falls_steadily),
      cmocka_unit_test(test_turned),
      cmocka_unit_test(test_turn_is_told_once),
      cmocka_unit_test(test_constant_zero_and_few),
      cmocka_unit_test(test_spacing),
      cmocka_unit_test(test_strengths),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_nothing_twice),
      cmocka_unit_test(test_at_most_three),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
