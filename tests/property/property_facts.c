/*
 * How often a fact is told of a series that has none: at most six in a hundred, for random walks,
 * with drift for the searches, and for white noise, n = 6 … 20; and that what is there is found.
 */
#include <prognos/facts.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>

#include "model/pooled/pooled_annual.h"

#include "test.h"

enum { ROUNDS = 3000, SHORTEST = 6, LONGEST = 20, FITS = 400 };

/* 100 + noise of that size, or its sum. */
static size_t draw(gsl_rng *rng, bool walk, double sigma, double drift, double y[LONGEST]) {
  size_t n = SHORTEST + gsl_rng_uniform_int(rng, LONGEST - SHORTEST + 1);
  double level = 1000;
  for (size_t t = 0; t < n; t++) {
    double e = gsl_ran_gaussian(rng, sigma);
    level += drift + (walk ? e : 0);
    y[t] = level + (walk ? 0 : e);
  }
  return n;
}

static prg_facts facts_of(prg_series *series, const double *y, size_t n) {
  prg_facts facts;
  prg_period start = {PRG_YEAR, 2001};
  assert_int_equal(prg_series_init_values(series, "slump", start, y, n, NULL), PRG_OK);
  assert_int_equal(prg_facts_find(series, &facts, NULL), PRG_OK);
  return facts;
}

typedef struct alarms {
  double outlier, level, steady, turned, any;
} alarms;

static alarms alarm_rates(bool walk, double sigma, double drift) {
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  gsl_rng_set(rng, 20231101);
  alarms rate = {0, 0, 0, 0, 0};
  for (size_t round = 0; round < ROUNDS; round++) {
    double y[LONGEST];
    prg_series series;
    prg_facts facts = facts_of(&series, y, draw(rng, walk, sigma, drift, y));
    bool outlier = facts.outlier != PRG_FACTS_NONE, level = facts.level_from != PRG_FACTS_NONE;
    rate.outlier += outlier / (double)ROUNDS;
    rate.level += level / (double)ROUNDS;
    rate.steady += facts.steady / (double)ROUNDS;
    rate.turned += facts.turned / (double)ROUNDS;
    rate.any += (outlier || level || facts.steady || facts.turned) / (double)ROUNDS;
    prg_series_clear(&series);
  }
  gsl_rng_free(rng);
  return rate;
}

/* The noise is so large that nothing is passed over for being small. */
static void test_random_walk(void **state) {
  (void)state;
  alarms rate = alarm_rates(true, 150, 0);
  assert_true(rate.outlier <= .02 && rate.level <= .02 && rate.steady <= .03);
  assert_true(rate.turned <= .03 && rate.any <= .06);
}

static void test_white_noise(void **state) {
  (void)state;
  alarms rate = alarm_rates(false, 150, 0);
  assert_true(rate.outlier <= .03 && rate.level <= .02 && rate.steady <= .02);
  assert_true(rate.turned <= .03 && rate.any <= .06);
}

static void test_drifting_walk(void **state) {
  (void)state;
  alarms rate = alarm_rates(true, 150, 90);
  assert_true(rate.outlier <= .02 && rate.level <= .02);
}

/* Ten standard deviations at once and for good, or for one period: found in most series. */
static void test_power(void **state) {
  (void)state;
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  gsl_rng_set(rng, 20231102);
  double levels = 0, outliers = 0;
  for (size_t round = 0; round < ROUNDS; round++) {
    double y[LONGEST], step[LONGEST], wild[LONGEST];
    for (size_t t = 0; t < 12; t++) {
      y[t] = 1000 + gsl_ran_gaussian(rng, 60);
      step[t] = y[t] + (t >= 7 ? 600 : 0);
      wild[t] = y[t] + (t == 7 ? 600 : 0);
    }
    prg_series series;
    levels += facts_of(&series, step, 12).level_from == 7;
    prg_series_clear(&series);
    outliers += facts_of(&series, wild, 12).outlier == 7;
    prg_series_clear(&series);
  }
  assert_true(levels > .8 * ROUNDS && outliers > .9 * ROUNDS);
  gsl_rng_free(rng);
}

/* The pooled forecast leaves out next to nothing of clean series. */
static void test_pooled_leaves_out_little(void **state) {
  (void)state;
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  gsl_rng_set(rng, 20231103);
  prg_annual *annual = prg_annual_alloc(NULL, PRG_PRIOR_MIXTURE);
  assert_non_null(annual);
  size_t left_out = 0;
  for (size_t round = 0; round < FITS; round++) {
    double y[LONGEST];
    prg_series series;
    prg_notes notes = {0};
    prg_period start = {PRG_YEAR, 2001};
    size_t n = draw(rng, round % 2 == 0, 40, 0, y);
    assert_int_equal(prg_series_init_values(&series, "slump", start, y, n, NULL), PRG_OK);
    assert_int_equal(prg_annual_fit(annual, &series, &notes, NULL), PRG_OK);
    left_out += prg_notes_has(&notes, PRG_TEXT_NOTE_OUTLIER_LEFT_OUT);
    prg_series_clear(&series);
  }
  assert_true(left_out <= FITS / 100);
  prg_annual_free(annual);
  gsl_rng_free(rng);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_random_walk),
      cmocka_unit_test(test_white_noise),
      cmocka_unit_test(test_drifting_walk),
      cmocka_unit_test(test_power),
      cmocka_unit_test(test_pooled_leaves_out_little),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
