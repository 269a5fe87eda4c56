#include "test.h"

#include <stdlib.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_sort.h>

#include <prognos/cohort.h>

enum { GRADES = 6, YEARS = 9, HORIZON = 5, PATHS = 1500 };

/* Grades of about 4 000 that grow by 3 per cent a step, whatever the year. */
static void fill_growing(double *count) {
  for (int g = 0; g < GRADES; g++)
    for (int t = 0; t < YEARS; t++)
      count[g * YEARS + t] = floor((4000 + 37 * ((t - g + 20) % 7)) * pow(1.03, g) + .5);
}

static prg_cohort *fit(const double *count, const prg_cohort_pool *pool, prg_migration migration) {
  const prg_cohort_table table = {GRADES, YEARS, (double *)count};
  prg_cohort_options options;
  prg_cohort_options_init(&options);
  options.migration = migration;
  prg_cohort *cohort = NULL;
  assert_int_equal(prg_cohort_fit(&table, pool, &options, &cohort, NULL), PRG_OK);
  return cohort;
}

/* Paths with a first grade of always 4 100; shape (PATHS, HORIZON, GRADES); to be freed. */
static double *paths_of(const prg_cohort *cohort, const double *added, unsigned long seed) {
  double *entry = malloc(sizeof *entry * PATHS * HORIZON);
  double *path = malloc(sizeof *path * PATHS * HORIZON * GRADES);
  for (int i = 0; i < PATHS * HORIZON; i++)
    entry[i] = 4100;
  prg_cohort_future future = {HORIZON, entry, added};
  assert_int_equal(prg_cohort_paths(cohort, &future, PATHS, seed, path, NULL), PRG_OK);
  free(entry);
  return path;
}

/* The p-quantile of grade g, h years ahead. */
static double quantile(const double *path, int h, int g, double p) {
  double draw[PATHS];
  for (int i = 0; i < PATHS; i++)
    draw[i] = path[(i * HORIZON + h - 1) * GRADES + g];
  gsl_sort(draw, 1, PATHS);
  return draw[(int)(p * (PATHS - 1) + .5)];
}

static void test_migration_names(void **state) {
  (void)state;
  prg_migration migration = PRG_MIGRATION_COUNT;
  for (int k = 0; k < PRG_MIGRATION_COUNT; k++) {
    assert_true(prg_migration_from_name(prg_migration_name((prg_migration)k), &migration));
    assert_int_equal(migration, k);
  }
  assert_false(prg_migration_from_name("all", &migration));
}

static void test_a_steady_ratio_is_found_and_followed(void **state) {
  (void)state;
  double count[GRADES * YEARS];
  fill_growing(count);
  prg_cohort *cohort = fit(count, NULL, PRG_MIGRATION_RECENT);
  for (size_t g = 1; g < GRADES; g++) {
    assert_close(prg_cohort_ratio_into(cohort, g)->used, 1.03, .0005);
    assert_int_equal(prg_cohort_ratio_into(cohort, g)->years, YEARS - 1);
  }
  double *path = paths_of(cohort, NULL, 7);
  assert_close(quantile(path, 1, 4, .5), 1.03 * count[3 * YEARS + YEARS - 1], 12);
  assert_close(quantile(path, 5, 5, .5), pow(1.03, 5) * count[YEARS - 1], 50);
  assert_close(quantile(path, 3, 2, .5), pow(1.03, 2) * 4100, 30);
  assert_true(quantile(path, 5, 5, .9) > quantile(path, 5, 5, .1));
  free(path);
  prg_cohort_free(cohort);
}

static void test_paths_are_whole_and_repeatable(void **state) {
  (void)state;
  double count[GRADES * YEARS];
  fill_growing(count);
  prg_cohort *cohort = fit(count, NULL, PRG_MIGRATION_RECENT);
  double *one = paths_of(cohort, NULL, 3), *same = paths_of(cohort, NULL, 3);
  double *other = paths_of(cohort, NULL, 4);
  assert_memory_equal(one, same, sizeof *one * PATHS * HORIZON * GRADES);
  assert_memory_not_equal(one, other, sizeof *one * PATHS * HORIZON * GRADES);
  for (int i = 0; i < PATHS * HORIZON * GRADES; i++)
    assert_true(one[i] >= 0 && one[i] == floor(one[i]));
  free(one);
  free(same);
  free(other);
  prg_cohort_free(cohort);
}

static void test_nobody_moves(void **state) {
  (void)state;
  double count[GRADES * YEARS];
  fill_growing(count);
  prg_cohort *cohort = fit(count, NULL, PRG_MIGRATION_NONE);
  assert_close(prg_cohort_ratio_into(cohort, 2)->used, 1, 0);
  double *path = paths_of(cohort, NULL, 7);
  assert_close(quantile(path, 4, 5, .5), count[1 * YEARS + YEARS - 1], 20);
  free(path);
  prg_cohort_free(cohort);
}

/* Growth of 3 per cent until four years ago and none since: the last five years are not the last
 * ten, and what is recent weighs most. */
static void test_scenarios_look_back_as_far_as_they_say(void **state) {
  (void)state;
  double count[GRADES * YEARS];
  for (int g = 0; g < GRADES; g++)
    for (int t = 0; t < YEARS; t++)
      count[g * YEARS + t] =
          t == 0 || g == 0 ? 5000 : floor(count[(g - 1) * YEARS + t - 1] * (t < 5 ? 1.03 : 1) + .5);
  prg_cohort *five = fit(count, NULL, PRG_MIGRATION_5_YEARS);
  prg_cohort *ten = fit(count, NULL, PRG_MIGRATION_10_YEARS);
  assert_close(prg_cohort_ratio_into(five, 3)->used, 1 + .03 / 5, 6e-4);
  assert_close(prg_cohort_ratio_into(ten, 3)->used, 1 + .03 * 4 / 8, 6e-4);
  prg_cohort_free(five);
  prg_cohort_free(ten);
}

static void test_housing_comes_on_top(void **state) {
  (void)state;
  double count[GRADES * YEARS], added[HORIZON * GRADES] = {0};
  fill_growing(count);
  added[0 * GRADES + 2] = 211; /* the first year, third grade: the fourth the year after */
  prg_cohort *cohort = fit(count, NULL, PRG_MIGRATION_RECENT);
  double *without = paths_of(cohort, NULL, 5), *with = paths_of(cohort, added, 5);
  assert_close(quantile(with, 1, 2, .5) - quantile(without, 1, 2, .5), 211, 20);
  assert_close(quantile(with, 2, 3, .5) - quantile(without, 2, 3, .5), 211 * 1.03, 20);
  assert_close(quantile(with, 2, 2, .5) - quantile(without, 2, 2, .5), 0, 20);
  free(without);
  free(with);
  prg_cohort_free(cohort);
}

static void test_a_pool_draws_a_small_unit(void **state) {
  (void)state;
  double small[GRADES * YEARS], big[GRADES * YEARS];
  fill_growing(big);
  for (int g = 0; g < GRADES; g++)
    for (int t = 0; t < YEARS; t++)
      small[g * YEARS + t] = 14 + (g * 5 + t * 3) % 4;
  prg_cohort_table table = {GRADES, YEARS, big};
  const prg_cohort_pool pool = {&table, 1};
  prg_cohort *pooled = fit(small, &pool, PRG_MIGRATION_RECENT);
  for (size_t g = 1; g < GRADES; g++) {
    const prg_cohort_ratio *ratio = prg_cohort_ratio_into(pooled, g);
    assert_close(ratio->reference, 1.03, .0002);
    assert_true(ratio->weight > 0 && ratio->weight < .6);
    assert_true(ratio->used > .97 && ratio->used < 1.05);
  }
  assert_true(prg_cohort_level_weight(pooled) > 0 && prg_cohort_level_weight(pooled) < 1);
  prg_cohort_free(pooled);
}

static void test_empty_grades_borrow_and_never_go_below_zero(void **state) {
  (void)state;
  double count[GRADES * YEARS];
  for (int i = 0; i < GRADES * YEARS; i++)
    count[i] = i / YEARS == 2 || i / YEARS == 3 ? 0 : 3;
  prg_cohort *cohort = fit(count, NULL, PRG_MIGRATION_RECENT);
  assert_true(isnan(prg_cohort_ratio_into(cohort, 3)->own));
  assert_close(prg_cohort_ratio_into(cohort, 3)->weight, 0, 0);
  assert_true(prg_cohort_ratio_into(cohort, 3)->used > 0);
  double *path = paths_of(cohort, NULL, 1);
  for (int i = 0; i < PATHS * HORIZON * GRADES; i++)
    assert_true(path[i] >= 0 && isfinite(path[i]));
  assert_true(quantile(path, 1, 3, .995) >= 1); /* nobody expected is not nobody for sure */
  free(path);
  prg_cohort_free(cohort);
}

/* Pupils who are drawn as the model has them: δ = .12, years that persist. */
static void draw_world(gsl_rng *random, double *count, int years) {
  double z = .006 * gsl_ran_gaussian(random, 1), level = .01 * gsl_ran_gaussian(random, 1);
  for (int t = 0; t < years; t++) {
    z = .7 * z + .006 * sqrt(1 - .49) * gsl_ran_gaussian(random, 1);
    for (int g = 0; g < GRADES; g++) {
      double m = t == 0 || g == 0 ? 90 : count[(g - 1) * years + t - 1] * exp(level + z);
      count[g * years + t] = fmax(0, floor(m + sqrt(.12 * m) * gsl_ran_gaussian(random, 1) + .5));
    }
  }
}

static void test_intervals_hold_what_they_say(void **state) {
  (void)state;
  enum { WORLDS = 250, ALL = YEARS + HORIZON };
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  double in_80[2] = {0}, in_95[2] = {0}, n[2] = {0}, all[GRADES * ALL], count[GRADES * YEARS];
  for (int k = 0; k < WORLDS; k++) {
    draw_world(random, all, ALL);
    for (int g = 0; g < GRADES; g++)
      memcpy(count + g * YEARS, all + g * ALL, YEARS * sizeof *count);
    prg_cohort *cohort = fit(count, NULL, PRG_MIGRATION_RECENT);
    double *path = paths_of(cohort, NULL, (unsigned long)k);
    for (int h = 1; h <= 5; h += 4)
      for (int g = h; g < GRADES; g++) {
        double actual = all[g * ALL + YEARS + h - 1];
        in_80[h / 5] += actual >= quantile(path, h, g, .1) && actual <= quantile(path, h, g, .9);
        in_95[h / 5] +=
            actual >= quantile(path, h, g, .025) && actual <= quantile(path, h, g, .975);
        n[h / 5]++;
      }
    free(path);
    prg_cohort_free(cohort);
  }
  gsl_rng_free(random);
  for (int i = 0; i < 2; i++) {
    assert_close(in_80[i] / n[i], .82, .06); /* whole persons: a little more than 80 */
    assert_close(in_95[i] / n[i], .955, .035);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_migration_names),
      cmocka_unit_test(test_a_steady_ratio_is_found_and_followed),
      cmocka_unit_test(test_paths_are_whole_and_repeatable),
      cmocka_unit_test(test_nobody_moves),
      cmocka_unit_test(test_scenarios_look_back_as_far_as_they_say),
      cmocka_unit_test(test_housing_comes_on_top),
      cmocka_unit_test(test_a_pool_draws_a_small_unit),
      cmocka_unit_test(test_empty_grades_borrow_and_never_go_below_zero),
      cmocka_unit_test(test_intervals_hold_what_they_say),
  };
  return cmocka_run_group_tests_name("cohort", tests, NULL, NULL);
}
