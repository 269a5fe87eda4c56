#include <prognos/share.h>

#include <stdlib.h>

#include "forecast_test.h"

/* Pupils of one group and its population, both from 2019. */
typedef struct example {
  prg_series pupils, people;
  prg_population_group group;
  prg_share_options options;
  prg_share share;
  prg_error error;
  prg_status status;
} example;

static void begin(example *x, const double *pupils, size_t n, const double *people,
                  size_t n_people) {
  *x = (example){0};
  const prg_period start = {PRG_YEAR, 2019};
  assert_int_equal(prg_series_init_values(&x->pupils, "Elever", start, pupils, n, NULL), PRG_OK);
  assert_int_equal(prg_series_init_values(&x->people, "", start, people, n_people, NULL), PRG_OK);
  x->group.variant[PRG_VARIANT_MIDDLE] = &x->people;
  prg_share_options_init(&x->options);
}

static void project(example *x) {
  prg_share_clear(&x->share);
  x->status = prg_share_project(&x->pupils, &x->group, &x->options, &x->share, &x->error);
}

static void end(example *x) {
  prg_share_clear(&x->share);
  prg_series_clear(&x->pupils);
  prg_series_clear(&x->people);
}

static double point(const example *x, size_t h) {
  return prg_forecast_point(&x->share.forecast, h);
}

static const double pupils[] = {31, 37, 35, 42};
static const double people[] = {2113, 2157, 2086, 2204, 2300, 2300, 2300};

/* 17 800 children and 249 pupils, then 17 500 children; worked by hand. */
static void test_constant_and_given_share(void **state) {
  (void)state;
  example x;
  begin(&x, (double[]){249}, 1, (double[]){17800, 17500}, 2);
  project(&x);
  assert_int_equal(x.status, PRG_OK);
  assert_close(point(&x, 1), 244.8034, 5e-5);
  assert_close(x.share.year[0].share_effect, 0, 1e-12);
  assert_close(x.share.year[0].population_effect, -4.1966, 5e-5);
  assert_int_equal(prg_share_method_read("1,6", &x.options, NULL), PRG_OK);
  project(&x);
  assert_close(point(&x, 1), 280, 1e-9);
  assert_close(x.share.year[0].share_effect, 35.498, 5e-4);
  assert_close(x.share.year[0].population_effect, -4.498, 5e-4);
  assert_true(prg_notes_has(&x.share.forecast.notes, PRG_TEXT_NOTE_SHARE_FEW));
  end(&x);
}

/* The effects leave nothing over, whatever the method. */
static void test_the_effects_sum_to_the_change(void **state) {
  (void)state;
  example x;
  begin(&x, pupils, 4, people, 7);
  for (int m = PRG_SHARE_CONSTANT; m <= PRG_SHARE_TREND; m++) {
    x.options.method = (prg_share_method)m;
    project(&x);
    assert_int_equal(x.share.horizon, 3);
    for (size_t h = 1; h <= 3; h++)
      assert_close(x.share.year[h - 1].share_effect + x.share.year[h - 1].population_effect,
                   point(&x, h) - 42, 1e-9);
  }
  end(&x);
}

/* Points and 90 per cent quantiles by an independent program: the Student t of the logit, which
 * 20 000 paths meet within a per cent. */
static void test_each_method_against_the_exact_quantiles(void **state) {
  (void)state;
  example x;
  begin(&x, pupils, 4, people, 7);
  x.options.n_paths = 20000;
  project(&x);
  assert_close(point(&x, 1), 43.8294, 1e-4);
  assert_close(prg_forecast_quantile(&x.share.forecast, 1, .9), 53.2666, .5);
  assert_close(prg_forecast_quantile(&x.share.forecast, 3, .9), 61.4057, .9);
  x.options.method = PRG_SHARE_TREND;
  project(&x);
  assert_close(point(&x, 1), 47.8083, 1e-4);
  assert_close(point(&x, 3), 56.8544, 1e-4);
  assert_close(prg_forecast_quantile(&x.share.forecast, 3, .9), 91.1886, 2);
  x.options.method = PRG_SHARE_MEAN;
  project(&x);
  assert_close(point(&x, 2), 40.6243, 1e-4);
  assert_close(prg_forecast_quantile(&x.share.forecast, 2, .9), 55.4900, .7);
  end(&x);
}

/* Worked apart from the program: own logit weighs 0.8371 against three peers; a trend goes on from
 * there, a given share is left alone. */
static void test_the_share_is_weighed_toward_peers(void **state) {
  (void)state;
  example x;
  prg_series peer[3];
  const prg_panel peers = {.series = peer, .n = 3};
  const double share[3][2] = {{1.13, 1.21}, {1.87, 1.74}, {.83, .97}};
  for (int i = 0; i < 3; i++)
    assert_int_equal(prg_series_init_values(&peer[i], (const char *[]){"A", "B", "C"}[i],
                                            (prg_period){PRG_YEAR, 2021}, share[i], 2, NULL),
                     PRG_OK);
  begin(&x, pupils, 4, people, 7);
  x.options.peers = &peers;
  project(&x);
  assert_close(point(&x, 1), 40.861610, 1e-6);
  assert_true(prg_notes_has(&x.share.forecast.notes, PRG_TEXT_NOTE_SHARE_POOLED));
  assert_false(prg_notes_has(&x.share.forecast.notes, PRG_TEXT_NOTE_SHARE_CONSTANT));
  x.options.method = PRG_SHARE_MEAN;
  project(&x);
  assert_close(point(&x, 1), 38.200647, 1e-6);
  x.options.method = PRG_SHARE_TREND;
  project(&x);
  assert_close(point(&x, 3), 53.025338, 1e-6);
  x.options.method = PRG_SHARE_GIVEN;
  x.options.given = .017;
  project(&x);
  assert_close(point(&x, 1), 39.1, 1e-9);
  end(&x);
  for (int i = 0; i < 3; i++)
    prg_series_clear(&peer[i]);
}

/* With so many pupils that the share is sure, what is left is the population's own quantiles. */
static void test_the_population_is_carried_through(void **state) {
  (void)state;
  example x;
  prg_series low, high;
  const prg_period start = {PRG_YEAR, 2019};
  begin(&x, (double[]){5e8, 5e8, 5e8, 5e8}, 4, (double[]){1e9, 1e9, 1e9, 1e9, 1.1e9}, 5);
  assert_int_equal(
      prg_series_init_values(&low, "", start, (double[]){1e9, 1e9, 1e9, 1e9, .9e9}, 5, NULL),
      PRG_OK);
  assert_int_equal(
      prg_series_init_values(&high, "", start, (double[]){1e9, 1e9, 1e9, 1e9, 1.2e9}, 5, NULL),
      PRG_OK);
  x.group.variant[PRG_VARIANT_LOW] = &low;
  x.group.variant[PRG_VARIANT_HIGH] = &high;
  project(&x);
  assert_close(point(&x, 1), 5.5e8, 1);
  assert_close(x.share.year[0].pupils[PRG_VARIANT_LOW], 4.5e8, 1);
  assert_close(x.share.year[0].pupils[PRG_VARIANT_HIGH], 6e8, 1);
  assert_close(prg_forecast_quantile(&x.share.forecast, 1, .1), 4.5e8, .05e8);
  assert_close(prg_forecast_quantile(&x.share.forecast, 1, .9), 6e8, .05e8);
  assert_true(prg_notes_has(&x.share.forecast.notes, PRG_TEXT_NOTE_SHARE_VARIANTS));
  prg_series_clear(&low);
  prg_series_clear(&high);
  end(&x);
}

/* Nobody now is not nobody ever, everybody not everybody for ever; nothing is below 0. */
static void test_none_and_all(void **state) {
  (void)state;
  example x;
  double lower, upper;
  begin(&x, (double[]){3, 0, 0}, 3, (double[]){211, 217, 213, 219}, 4);
  project(&x);
  prg_forecast_interval(&x.share.forecast, 1, .8, &lower, &upper);
  assert_true(lower >= 0 && upper > lower + .2);
  end(&x);
  begin(&x, (double[]){211, 217, 213}, 3, (double[]){211, 217, 213, 219}, 4);
  project(&x);
  assert_true(point(&x, 1) > 217 && point(&x, 1) <= 219);
  end(&x);
}

static void test_the_same_seed_gives_the_same_paths(void **state) {
  (void)state;
  example x;
  begin(&x, pupils, 4, people, 7);
  project(&x);
  double first = x.share.path[1234], limit = prg_forecast_quantile(&x.share.forecast, 2, .975);
  project(&x);
  assert_close(x.share.path[1234], first, 0);
  x.options.seed = 2;
  project(&x);
  assert_true(x.share.path[1234] != first);
  assert_close(prg_forecast_quantile(&x.share.forecast, 2, .975), limit, 3);
  end(&x);
}

static void assert_refused(example *x, prg_status status, prg_text text) {
  project(x);
  assert_int_equal(x->status, status);
  assert_int_equal(x->error.message.text, text);
}

static void test_refusals(void **state) {
  (void)state;
  example x;
  begin(&x, pupils, 4, people, 4);
  assert_refused(&x, PRG_EREFUSED, PRG_TEXT_SHARE_NO_FUTURE);
  end(&x);
  begin(&x, pupils, 4, people, 3);
  assert_refused(&x, PRG_EREFUSED, PRG_TEXT_SHARE_NO_POPULATION_NOW);
  end(&x);
  begin(&x, pupils, 4, people, 7);
  x.options.horizon = 4;
  assert_refused(&x, PRG_EREFUSED, PRG_TEXT_SHARE_TOO_FAR);
  end(&x);
  begin(&x, pupils, 2, people, 7);
  x.options.method = PRG_SHARE_TREND;
  assert_refused(&x, PRG_EREFUSED, PRG_TEXT_SHARE_NO_TREND);
  end(&x);
  begin(&x, people, 4, pupils, 4);
  assert_refused(&x, PRG_EINPUT, PRG_TEXT_SHARE_ABOVE_ALL);
  end(&x);
  begin(&x, (double[]){NAN, NAN}, 2, people, 7);
  assert_refused(&x, PRG_EREFUSED, PRG_TEXT_FORECAST_NO_FIGURE);
  end(&x);
}

static void test_ways_of_writing_the_method(void **state) {
  (void)state;
  prg_share_options options;
  prg_error error;
  prg_share_options_init(&options);
  assert_int_equal(prg_share_method_read("trend", &options, NULL), PRG_OK);
  assert_int_equal(options.method, PRG_SHARE_TREND);
  assert_int_equal(prg_share_method_read("1.37", &options, NULL), PRG_OK);
  assert_int_equal(options.method, PRG_SHARE_GIVEN);
  assert_close(options.given, .0137, 1e-15);
  static const char *const wrong[] = {"", "0", "100", "-1", "1,6%", "Mean", "nan"};
  for (size_t k = 0; k < COUNT_OF(wrong); k++)
    assert_int_equal(prg_share_method_read(wrong[k], &options, &error), PRG_EUSAGE);
}

static void test_the_spread_in_pupils_and_groups(void **state) {
  (void)state;
  example x;
  prg_distribution line;
  begin(&x, (double[]){249}, 1, (double[]){17800, 17500}, 2);
  project(&x);
  prg_share_note_spread(&x.share, 8); /* nothing to differ from */
  assert_false(prg_notes_has(&x.share.forecast.notes, PRG_TEXT_NOTE_SHARE_SPREAD_GROUPS));
  assert_int_equal(prg_distribution_init(&line, 1, (double[]){.5}, 1, NULL), PRG_OK);
  line.quantile[0] = 334.9;
  prg_share_add_rival(&x.share, PRG_SHARE_LINE, &(prg_forecast){.distribution = line});
  prg_share_note_spread(&x.share, 8);
  const prg_notes *notes = &x.share.forecast.notes;
  prg_buffer words = {0};
  prg_message_write(&notes->note[notes->n - 1], PRG_SWEDISH, &words);
  assert_string_equal(prg_buffer_string(&words),
                      "Metoderna skiljer sig med 90 elever 2020 (245–335), det är 12 grupper.");
  prg_buffer_free(&words);
  prg_distribution_clear(&line);
  end(&x);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_constant_and_given_share),
      cmocka_unit_test(test_the_effects_sum_to_the_change),
      cmocka_unit_test(test_each_method_against_the_exact_quantiles),
      cmocka_unit_test(test_the_share_is_weighed_toward_peers),
      cmocka_unit_test(test_the_population_is_carried_through),
      cmocka_unit_test(test_none_and_all),
      cmocka_unit_test(test_the_same_seed_gives_the_same_paths),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_ways_of_writing_the_method),
      cmocka_unit_test(test_the_spread_in_pupils_and_groups),
  };
  gsl_set_error_handler_off();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
