#include "model/pooled/pooled_annual.h"

#include "model/pooled/prior.h"

#include "annual_twin.h"
#include "forecast_test.h"
#include "prototype_prior.h"

/* 2.5, 10, 50, 90, 97.5 per cent. */
static const double probability[] = {.025, .1, .5, .9, .975};

typedef struct answer {
  double q[6][5];
} answer;

/* The prototype's priors; all four. */
static prg_node_list growth, neutral, mixture;

static int read_priors(void **state) {
  (void)state;
  growth = prototype_prior("annual_growth");
  neutral = prototype_prior("annual_neutral");
  mixture = prototype_mixture();
  return 0;
}

static int clear_priors(void **state) {
  (void)state;
  prg_node_list_clear(&growth);
  prg_node_list_clear(&neutral);
  prg_node_list_clear(&mixture);
  return 0;
}

/* The notes of the last forecast. */
static prg_notes notes;

/* `status` of the figures, or NULL if all are plain. */
static answer forecast_status(const prg_node_list *prior, prg_kind kind, const double *y, size_t n,
                              const prg_observation *status) {
  prg_series series;
  notes.n = 0;
  prg_distribution d;
  prg_period start = {PRG_YEAR, 2017};
  assert_int_equal(prg_series_init_values(&series, "prov", start, y, n, NULL), PRG_OK);
  series.kind = kind;
  if (status != NULL)
    memcpy(series.observation, status, n * sizeof *status);
  prg_annual *annual = prg_annual_alloc(prior, PRG_PRIOR_MIXTURE);
  assert_non_null(annual);
  assert_int_equal(prg_distribution_init(&d, 6, probability, 5, NULL), PRG_OK);
  assert_int_equal(prg_annual_fit(annual, &series, &notes, NULL), PRG_OK);
  assert_int_equal(prg_annual_predict(annual, &d, NULL), PRG_OK);
  answer result;
  memcpy(result.q, d.quantile, sizeof result.q);
  prg_distribution_clear(&d);
  prg_annual_free(annual);
  prg_series_clear(&series);
  return result;
}

static answer forecast(const prg_node_list *prior, prg_kind kind, const double *y, size_t n) {
  return forecast_status(prior, kind, y, n, NULL);
}

/* Point, 80 % and 95 % limits at h, as they were computed by an independent program with exact
 * Student quantiles, to the digits printed there. */
static void check(const answer *a, size_t h, double point, double lower80, double upper80,
                  double lower95, double upper95, double tolerance) {
  const double *q = a->q[h - 1];
  assert_close(q[2], point, tolerance);
  assert_close(q[1], lower80, tolerance);
  assert_close(q[3], upper80, tolerance);
  assert_close(q[0], lower95, tolerance);
  assert_close(q[4], upper95, tolerance);
}

static const double compulsory[] = {168, 183, 198, 214, 240, 249};
static const double upper_secondary[] = {96, 112, 126, 131, 129, 126};
#define TOLERANCE 0.0006 /* half the last digit, and what rounding the files' weights moves */

static void test_growth_prior(void **state) {
  (void)state;
  answer a = forecast(&growth, PRG_KIND_UNKNOWN, compulsory, 6);
  check(&a, 1, 261.590, 244.678, 278.423, 232.260, 292.390, TOLERANCE);
  check(&a, 5, 323.359, 261.738, 392.027, 219.767, 455.945, TOLERANCE);
  a = forecast(&growth, PRG_KIND_UNKNOWN, upper_secondary, 6);
  check(&a, 1, 128.185, 117.587, 141.948, 110.110, 153.211, TOLERANCE);
  check(&a, 5, 148.789, 106.410, 201.812, 84.440, 245.653, TOLERANCE);
}

static void test_neutral_prior(void **state) {
  (void)state;
  answer a = forecast(&neutral, PRG_KIND_UNKNOWN, compulsory, 6);
  check(&a, 1, 261.209, 244.038, 277.362, 230.367, 290.931, TOLERANCE);
  check(&a, 5, 323.673, 253.989, 386.682, 202.108, 443.763, TOLERANCE);
  a = forecast(&neutral, PRG_KIND_UNKNOWN, upper_secondary, 6);
  check(&a, 1, 127.494, 115.135, 141.924, 105.034, 155.271, TOLERANCE);
  check(&a, 5, 140.870, 93.128, 197.408, 65.656, 245.950, TOLERANCE);
}

static void test_equal_mixture(void **state) {
  (void)state;
  answer a = forecast(&mixture, PRG_KIND_UNKNOWN, compulsory, 6);
  check(&a, 1, 259.415, 244.004, 274.907, 233.022, 286.982, TOLERANCE);
  check(&a, 5, 307.616, 243.932, 372.300, 206.069, 427.569, TOLERANCE);
  a = forecast(&mixture, PRG_KIND_UNKNOWN, upper_secondary, 6);
  check(&a, 1, 126.829, 116.845, 138.577, 109.691, 148.593, TOLERANCE);
  check(&a, 5, 138.568, 101.636, 185.259, 81.334, 223.970, TOLERANCE);
}

static void test_small_counts(void **state) {
  (void)state;
  static const double few[] = {4, 2, 3, 1, 2, 1};
  answer a = forecast(&growth, PRG_KIND_UNKNOWN, few, 6);
  assert_close(a.q[0][2], 1.308, 6e-4);
  assert_close(a.q[0][1], 0.413, 6e-4);
  assert_close(a.q[0][3], 2.752, 6e-4);
  assert_close(a.q[0][0], 0.013, 6e-4);
  assert_close(a.q[0][4], 4.022, 6e-4);
  a = forecast(&mixture, PRG_KIND_UNKNOWN, few, 6);
  check(&a, 1, 1.264, 0.395, 2.730, 0.005, 3.942, 6e-4);
}

static void test_constant_count(void **state) {
  (void)state;
  static const double hundred[] = {100, 100, 100, 100, 100, 100};
  answer a = forecast(&neutral, PRG_KIND_UNKNOWN, hundred, 6);
  check(&a, 1, 100.000, 96.513, 103.583, 94.142, 106.130, TOLERANCE);
}

static void test_exact_line(void **state) {
  (void)state;
  static const double line[] = {10.5, 20.5, 30.5, 40.5, 50.5, 60.5};
  answer a = forecast(&growth, PRG_KIND_UNKNOWN, line, 6);
  assert_close(a.q[0][2], 70.50, .01);
  assert_close(a.q[5][2], 120.49, .02);
}

static void test_one_observation(void **state) {
  (void)state;
  static const double one[] = {250};
  answer a = forecast(&growth, PRG_KIND_UNKNOWN, one, 1);
  assert_close(a.q[0][2], 257, .5);
  assert_close(a.q[0][0], 169, .5);
  assert_close(a.q[0][4], 391, .5);
  assert_close(a.q[5][2], 299, .5);
  assert_close(a.q[5][0], 104, .5);
  assert_close(a.q[5][4], 857, .5);
  a = forecast(&neutral, PRG_KIND_UNKNOWN, one, 1);
  assert_close(a.q[0][2], 250, .5);
  assert_close(a.q[0][0], 147, .5);
  assert_close(a.q[0][4], 398, .5);
}

/* --- beside the slow twin --- */

/* The quantiles agree to 1e-4 of the 80 per cent interval's width. */
static void check_twin(twin *t, const answer *a, size_t h) {
  twin_weigh(t);
  double spread = a->q[h - 1][3] - a->q[h - 1][1];
  for (size_t i = 0; i < 5; i++)
    assert_close(a->q[h - 1][i], twin_quantile(t, probability[i]), 1e-4 * spread);
}

static void check_growth(const double *y, size_t n, double offset, double extra_s0) {
  static twin t;
  answer a = forecast(&growth, PRG_KIND_UNKNOWN, y, n);
  for (size_t h = 1; h <= 6; h += h == 1 ? 1 : 4) {
    twin_init(&t, y, n, offset, extra_s0);
    twin_add(&t, &growth, h);
    check_twin(&t, &a, h);
  }
}

static void test_twin_complete(void **state) {
  (void)state;
  static const double amounts[] = {71.35, 68.02, 80.94, 77.61, 91.13, 88.47, 95.28, 103.9,
                                   99.55, 112.7, 108.3, 121.6, 119.2, 127.8, 140.1, 133.3};
  check_growth(compulsory, 6, .5, 0);
  check_growth(amounts, 16, 0, 0);
}

static void test_twin_with_gaps(void **state) {
  (void)state;
  static const double amounts[] = {71.35, 68.02, NAN,   77.61, 91.13, NAN,   NAN, 103.9,
                                   99.55, NAN,   108.3, 121.6, 119.2, 127.8, NAN, 133.3};
  static const double pupils[] = {96, NAN, 126, 131, NAN, 126}, two[] = {41, NAN, NAN, 57};
  check_growth(amounts, 16, 0, 0);
  check_growth(pupils, 6, .5, 0);
  check_growth(two, 4, .5, 0);
}

static void test_twin_short_and_zero(void **state) {
  (void)state;
  static const double two[] = {31, 44}, three[] = {2.71, 3.14, 1.41}, one[] = {250};
  static const double zeros[] = {1.24, 0, 2.48, .62, 0, 1.86}, none[] = {0, 0, 0, 0, 0, 0};
  check_growth(one, 1, .5, .1);
  check_growth(two, 2, .5, 0);
  check_growth(three, 3, 0, 0);
  check_growth(zeros, 6, .31, 0);
  check_growth(none, 6, .5, .1);
}

/* All four, a gap. */
static void test_twin_mixture(void **state) {
  (void)state;
  static const double y[] = {96, 112, NAN, 131, 129, 126, 133};
  static twin t;
  answer a = forecast(&mixture, PRG_KIND_PEOPLE, y, 7);
  for (size_t h = 1; h <= 5; h += 4) {
    twin_init(&t, y, 7, .5, 0);
    twin_add(&t, &mixture, h);
    check_twin(&t, &a, h);
  }
}

/* What is shipped: its own weights for a kind that it does not know; for one it does, 85 per cent
 * of the weight is the kind's column. */
static void test_twin_shipped(void **state) {
  (void)state;
  static twin t;
  prg_annual_node node[200];
  prg_node_list list = {node, prg_annual_prior.n, false};
  memcpy(node, prg_annual_prior.node, list.n * sizeof *node);
  for (int people = 0; people < 2; people++) {
    double total = 0, total_people = 0;
    for (size_t i = 0; i < list.n; i++) {
      total += exp(node[i].log_weight);
      total_people += exp(node[i].people);
    }
    for (size_t i = 0; people && i < list.n; i++)
      node[i].log_weight =
          log(.15 * exp(node[i].log_weight) / total + .85 * exp(node[i].people) / total_people);
    answer a = forecast(NULL, people ? PRG_KIND_PEOPLE : PRG_KIND_FLOW, upper_secondary, 6);
    for (size_t h = 1; h <= 5; h += 4) {
      twin_init(&t, upper_secondary, 6, .5, 0);
      twin_add(&t, &list, h);
      check_twin(&t, &a, h);
    }
  }
}

/* A preliminary figure has noise of its own, ¼ of the variance of an error; here the last and, as
 * an approximate one, the second. */
static void test_twin_preliminary(void **state) {
  (void)state;
  static const double y[] = {71.35, 68.02, 80.94, NAN, 91.13, 88.47, 95.28, 103.9};
  static const double noise[] = {0, .25, 0, 0, 0, 0, 0, .25};
  static const prg_observation status[] = {
      [1] = PRG_APPROXIMATE, [3] = PRG_MISSING, [7] = PRG_PRELIMINARY};
  static twin t;
  answer a = forecast_status(&growth, PRG_KIND_UNKNOWN, y, 8, status);
  assert_true(prg_notes_has(&notes, PRG_TEXT_NOTE_POOLED_PRELIMINARY));
  for (size_t h = 1; h <= 6; h += 5) {
    twin_init(&t, y, 8, 0, 0);
    t.series.noise = noise;
    twin_add(&t, &growth, h);
    check_twin(&t, &a, h);
  }
  answer plain = forecast(&growth, PRG_KIND_UNKNOWN, y, 8);
  assert_true(a.q[0][2] < plain.q[0][2]); /* it follows the last step less */
}

/* A survey every sixth year: what the years between hide is part of the width, which at six years
 * is about that of the same figures taken for successive ones. */
static void test_survey_every_sixth_year(void **state) {
  (void)state;
  static const double survey[] = {40.3, 44.7, 43.1, 48.2, 46.9};
  double y[25];
  for (size_t t = 0; t < 25; t++)
    y[t] = t % 6 == 0 ? survey[t / 6] : NAN;
  answer a = forecast(&neutral, PRG_KIND_UNKNOWN, y, 25);
  answer in_a_row = forecast(&neutral, PRG_KIND_UNKNOWN, survey, 5);
  double next_year = a.q[0][3] - a.q[0][1], sixth = a.q[5][3] - a.q[5][1];
  assert_true(next_year < .7 * sixth);
  assert_close(sixth / (in_a_row.q[0][3] - in_a_row.q[0][1]), 1, .6);
  assert_true(a.q[5][2] > 44 && a.q[5][2] < 52);
}

/* --- outliers --- */

static void test_outlier_is_left_out(void **state) {
  (void)state;
  static const double y[] = {101.3, 104.2, 110.1, 108.4, 115.2, 240.7, 121.6, 125.3, 128.9};
  double rest[9];
  memcpy(rest, y, sizeof rest);
  rest[5] = NAN;
  answer a = forecast(&mixture, PRG_KIND_UNKNOWN, y, 9);
  assert_true(prg_notes_has(&notes, PRG_TEXT_NOTE_OUTLIER_LEFT_OUT));
  assert_string_equal(notes.note[0].argument[0].string, "2022");
  answer b = forecast(&mixture, PRG_KIND_UNKNOWN, rest, 9);
  assert_memory_equal(&a, &b, sizeof a);
}

static void test_two_outliers(void **state) {
  (void)state;
  static const double y[] = {101.3, 104.2, 310.1, 108.4, 115.2, 117.7, 121.6, 0.7, 128.9, 130.2};
  answer a = forecast(&mixture, PRG_KIND_UNKNOWN, y, 10);
  assert_int_equal(notes.n, 2);
  assert_close(a.q[0][2], 133.5, 2);
}

/* A new level, an early jump, a last figure far away: nothing that a return would prove wrong. */
static void test_no_outlier(void **state) {
  (void)state;
  static const double level[] = {101.3, 104.2, 103.1, 102.4, 241.2, 240.7, 244.6, 239.3};
  static const double last[] = {101.3, 104.2, 103.1, 102.4, 105.2, 103.7, 104.6, 239.3};
  forecast(&mixture, PRG_KIND_UNKNOWN, level, 8);
  assert_false(prg_notes_has(&notes, PRG_TEXT_NOTE_OUTLIER_LEFT_OUT));
  forecast(&mixture, PRG_KIND_UNKNOWN, last, 8);
  assert_false(prg_notes_has(&notes, PRG_TEXT_NOTE_OUTLIER_LEFT_OUT));
  forecast(&mixture, PRG_KIND_UNKNOWN, compulsory, 6);
  assert_int_equal(notes.n, 0);
}

/* --- odd input --- */

static void test_constant_amount(void **state) {
  (void)state;
  static const double y[] = {100.5, 100.5, 100.5, 100.5, 100.5, 100.5};
  check_growth(y, 6, 0, 0);
  answer a = forecast(&growth, PRG_KIND_UNKNOWN, y, 6);
  assert_close(a.q[0][2], 100.5, .1);
  assert_close(a.q[0][0], 99.3, .1);
  assert_close(a.q[0][4], 101.7, .1);
  assert_close(a.q[5][0], 93, .5);
  assert_close(a.q[5][4], 108, .7);
}

static void test_only_zeros(void **state) {
  (void)state;
  static const double y[] = {0, 0, 0, 0, 0, 0};
  trial t;
  trial_run(&t, &(trial_options){.every = PRG_YEAR, .start = 2017, .horizon = 6}, y, 6);
  assert_close(point_of(&t, 1), 0, .02);
  assert_close(quantile_of(&t, 1, .025), 0, 0);
  assert_true(quantile_of(&t, 1, .975) > .2 && quantile_of(&t, 1, .975) < 1);
  assert_true(quantile_of(&t, 6, .975) > 1 && quantile_of(&t, 6, .975) < 8);
  trial_close(&t);
}

/* With a figure below 0 only the raw scale is left, where a mirrored series mirrors its forecast.
 */
static void test_negative_figures(void **state) {
  (void)state;
  static const double y[] = {-3.17, 2.44, -1.02, 4.81, 3.3, -.56, 5.09};
  double mirrored[7];
  for (size_t i = 0; i < 7; i++)
    mirrored[i] = -y[i];
  answer a = forecast(&mixture, PRG_KIND_UNKNOWN, y, 7);
  answer b = forecast(&mixture, PRG_KIND_UNKNOWN, mirrored, 7);
  for (size_t h = 0; h < 6; h++)
    for (size_t i = 0; i < 5; i++)
      assert_close(a.q[h][i], -b.q[h][4 - i], 2e-4 * (a.q[h][3] - a.q[h][1]));
  assert_true(a.q[0][1] < 0 && a.q[0][3] > a.q[0][2]);
}

/* Of 100 periods the last 80 count, whether all figures are there or not. */
static void test_last_eighty(void **state) {
  (void)state;
  double y[100];
  for (size_t i = 0; i < 100; i++)
    y[i] = 53.7 + .31 * (double)i + 6 * sin(1.7 * (double)(i * i));
  for (int gaps = 0; gaps < 2; gaps++) {
    trial all, last;
    trial_run(&all, &(trial_options){.every = PRG_YEAR, .start = 1900}, y, 100);
    trial_run(&last, &(trial_options){.every = PRG_YEAR, .start = 1920}, y + 20, 80);
    assert_int_equal(all.status, PRG_OK);
    assert_memory_equal(all.forecast.distribution.quantile, last.forecast.distribution.quantile,
                        5 * all.forecast.distribution.n_probability * sizeof(double));
    assert_int_equal(all.forecast.origin.ordinal, 1999);
    assert_true(prg_notes_has(&all.forecast.notes, PRG_TEXT_NOTE_POOLED_LAST));
    assert_false(prg_notes_has(&last.forecast.notes, PRG_TEXT_NOTE_POOLED_LAST));
    trial_close(&all);
    trial_close(&last);
    y[20] = y[21] = y[55] = NAN; /* in the second round */
  }
}

static void test_too_large(void **state) {
  (void)state;
  static const double y[] = {3.5, 1e101, 4.5};
  trial t;
  trial_run(&t, &(trial_options){.every = PRG_YEAR, .start = 2017}, y, 3);
  assert_int_equal(t.status, PRG_EINPUT);
  trial_close(&t);
}

/* A figure that is nothing beside the mean leaves only the raw scale. */
static void test_vanishing_figure(void **state) {
  (void)state;
  static const double y[] = {1e-300, 7e99, 3e99, 5e99};
  trial t;
  trial_run(&t, &(trial_options){.every = PRG_YEAR, .start = 2017}, y, 4);
  assert_int_equal(t.status, PRG_OK);
  assert_true(point_of(&t, 1) > 1e99 && point_of(&t, 1) < 9e99);
  trial_close(&t);
}

static void test_paths_follow_quantiles(void **state) {
  (void)state;
  static const double gaps[] = {8.13, 6.2, NAN, 9.47, 13.6, NAN, NAN, 14.4, 16.91};
  static const double negative[] = {-8.13, 6.2, 3.71, -9.47, 13.6};
  trial t;
  trial_run(&t, &(trial_options){.every = PRG_YEAR, .horizon = 4}, compulsory, 6);
  assert_paths_follow(&t);
  trial_close(&t);
  trial_run(&t, &(trial_options){.every = PRG_YEAR, .horizon = 4}, gaps, 9);
  assert_paths_follow(&t);
  trial_close(&t);
  trial_run(&t, &(trial_options){.every = PRG_YEAR, .horizon = 4}, negative, 5);
  assert_paths_follow(&t);
  trial_close(&t);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_growth_prior),        cmocka_unit_test(test_neutral_prior),
      cmocka_unit_test(test_equal_mixture),       cmocka_unit_test(test_small_counts),
      cmocka_unit_test(test_constant_count),      cmocka_unit_test(test_exact_line),
      cmocka_unit_test(test_one_observation),     cmocka_unit_test(test_twin_complete),
      cmocka_unit_test(test_twin_with_gaps),      cmocka_unit_test(test_twin_short_and_zero),
      cmocka_unit_test(test_twin_preliminary),    cmocka_unit_test(test_survey_every_sixth_year),
      cmocka_unit_test(test_outlier_is_left_out), cmocka_unit_test(test_two_outliers),
      cmocka_unit_test(test_no_outlier),          cmocka_unit_test(test_twin_mixture),
      cmocka_unit_test(test_twin_shipped),        cmocka_unit_test(test_constant_amount),
      cmocka_unit_test(test_only_zeros),          cmocka_unit_test(test_negative_figures),
      cmocka_unit_test(test_last_eighty),         cmocka_unit_test(test_too_large),
      cmocka_unit_test(test_vanishing_figure),    cmocka_unit_test(test_paths_follow_quantiles),
  };
  return cmocka_run_group_tests(tests, read_priors, clear_priors);
}
