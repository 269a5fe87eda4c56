#include <prognos/forecast.h>

#include "forecast_test.h"
#include "learn_fixture.h"

static const double upper_secondary[] = {96, 112, 126, 131, 129, 126};
static const trial_options pupils = {.every = PRG_YEAR, .start = 2017};

static void test_defaults(void **state) {
  (void)state;
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  assert_ptr_equal(options.model, prg_models[0]);
  assert_int_equal(options.horizon, 5);
  assert_false(options.model_is_explicit);
  trial t;
  trial_run(&t, &pupils, upper_secondary, 6);
  assert_int_equal(t.status, PRG_OK);
  assert_string_equal(t.forecast.model, "pooled");
  assert_ptr_equal(t.forecast.series, &t.series);
  assert_int_equal(t.forecast.origin.ordinal, 2022);
  assert_int_equal(prg_forecast_period(&t.forecast, 5).ordinal, 2027);
  assert_int_equal(t.forecast.distribution.horizon, 5);
  double lower, upper;
  prg_forecast_interval(&t.forecast, 2, .8, &lower, &upper);
  assert_close(lower, quantile_of(&t, 2, .1), 0);
  assert_close(upper, quantile_of(&t, 2, .9), 0);
  assert_close(prg_forecast_prob_above(&t.forecast, 2, lower), .9, 1e-9);
  trial_close(&t);
}

/* Acceptance: 2023 lands in 120–135, and the output says why it does not follow the line. */
static void test_turn_is_told(void **state) {
  (void)state;
  trial t;
  trial_run(&t, &pupils, upper_secondary, 6);
  assert_true(point_of(&t, 1) > 120 && point_of(&t, 1) < 135);
  assert_trial_note(&t, PRG_TEXT_NOTE_TURNS_DOWN, PRG_SWEDISH,
                    "De två senaste åren minskar (131, 129, 126); därför följer prognosen inte den "
                    "räta linjen, som skulle ge 141 för 2023.");
  assert_trial_note(&t, PRG_TEXT_NOTE_TURNS_DOWN, PRG_ENGLISH,
                    "The last two years show a fall (131, 129, 126); the forecast therefore does "
                    "not follow the straight line, which would give 141 for 2023.");
  trial_close(&t);
}

/* The mirror image, in school years, with decimals; and with a gap at the end. */
static void test_turn_upward(void **state) {
  (void)state;
  static const double y[] = {59.5, 43.2, 29.8, 24.1, 26.3, 29.4};
  static const double gap[] = {59.5, 43.2, 29.8, 24.1, NAN, 26.3, 29.4};
  trial t;
  trial_run(&t, &(trial_options){.every = PRG_SCHOOL_YEAR, .start = 2017}, y, 6);
  assert_trial_note(&t, PRG_TEXT_NOTE_TURNS_UP, PRG_SWEDISH,
                    "De två senaste läsåren ökar (24,10, 26,30, 29,40); därför följer prognosen "
                    "inte den räta linjen, som skulle ge 14,69 för 2023/24.");
  trial_close(&t);
  trial_run(&t, &pupils, gap, 7);
  prg_buffer words = trial_note(&t, PRG_TEXT_NOTE_TURNS_UP, PRG_SWEDISH);
  assert_memory_equal(prg_buffer_string(&words), "De tre senaste uppgifterna ökar",
                      strlen("De tre senaste uppgifterna ökar"));
  prg_buffer_free(&words);
  trial_close(&t);
}

/* It is told of no other model, no season, and no series that follows its line. */
static void test_turn_is_not_told(void **state) {
  (void)state;
  static const double line[] = {96.1, 112.3, 126.2, 141.4, 158.1, 171.9};
  trial t;
  trial_run(&t, &pupils, line, 6);
  assert_false(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_TURNS_UP) ||
               prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_TURNS_DOWN));
  trial_close(&t);
  trial_run(&t, &(trial_options){.model = "naive"}, upper_secondary, 6);
  assert_false(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_TURNS_DOWN));
  trial_close(&t);
  trial_run(&t, &(trial_options){.every = PRG_QUARTER, .start = 8000}, upper_secondary, 6);
  assert_int_equal(t.status, PRG_OK);
  assert_false(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_TURNS_DOWN));
  trial_close(&t);
}

static void test_refusals(void **state) {
  (void)state;
  static const double one[] = {1070}, none[] = {NAN, NAN}, padded[] = {NAN, 1070, NAN};
  static const trial_options by_name = {.model = "pooled", .every = PRG_YEAR, .start = 2022};
  trial t;
  trial_run(&t, &pupils, none, 2);
  assert_int_equal(t.status, PRG_EREFUSED);
  assert_int_equal(t.error.message.text, PRG_TEXT_FORECAST_NO_FIGURE);
  trial_close(&t);
  trial_run(&t, &pupils, none, 0);
  assert_int_equal(t.error.message.text, PRG_TEXT_FORECAST_NO_FIGURE);
  trial_close(&t);
  for (size_t i = 0; i < 2; i++) {
    trial_run(&t, &pupils, i == 0 ? one : padded, i == 0 ? 1 : 3);
    assert_int_equal(t.status, PRG_EREFUSED);
    assert_int_equal(t.error.message.text, PRG_TEXT_FORECAST_ONE_FIGURE);
    trial_close(&t);
  }
  trial_run(&t, &by_name, one, 1);
  assert_int_equal(t.status, PRG_OK);
  assert_true(quantile_of(&t, 1, .025) < 900 && quantile_of(&t, 1, .975) > 1300);
  assert_true(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_FEW_FIGURES));
  trial_close(&t);
}

static void test_few_figures(void **state) {
  (void)state;
  for (size_t n = 2; n <= 4; n++) {
    trial t;
    trial_run(&t, &pupils, upper_secondary, n);
    assert_int_equal(t.status, PRG_OK);
    assert_int_equal(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_FEW_FIGURES), n < 4);
    assert_true(quantile_of(&t, 1, .025) < quantile_of(&t, 1, .975));
    trial_close(&t);
  }
  trial t;
  trial_run(&t, &(trial_options){.model = "naive"}, upper_secondary, 3);
  assert_true(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_FEW_FIGURES_ALONE));
  assert_false(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_FEW_FIGURES));
  trial_close(&t);
}

/* Blanks around the figures are no part of the series; blanks after them are forecast. */
static void test_blanks_around(void **state) {
  (void)state;
  static const double y[] = {NAN, NAN, 96, 112, 126, 131, 129, 126, NAN};
  trial plain, padded;
  trial_run(&plain, &pupils, upper_secondary, 6);
  trial_run(&padded, &(trial_options){.every = PRG_YEAR, .start = 2015}, y, 9);
  assert_int_equal(padded.forecast.origin.ordinal, 2022);
  assert_int_equal(prg_forecast_period(&padded.forecast, 1).ordinal, 2023);
  assert_false(prg_notes_has(&padded.forecast.notes, PRG_TEXT_NOTE_MISSING_INSIDE));
  size_t bytes = 5 * plain.forecast.distribution.n_probability * sizeof(double);
  assert_memory_equal(plain.forecast.distribution.quantile, padded.forecast.distribution.quantile,
                      bytes);
  trial_close(&plain);
  trial_close(&padded);
}

/* The same forecast used again for a series without bounds has none. */
static void test_bounds_are_the_series_own(void **state) {
  (void)state;
  static const double share[] = {.2, .9, .95, .97, .99, .99}, other[] = {-71, 35, 180, -93, 24, 88};
  trial t;
  trial_run(&t, &(trial_options){.kind = PRG_KIND_SHARE}, share, 6);
  for (size_t h = 1; h <= 5; h++) {
    assert_true(quantile_of(&t, h, .0001) >= 0);
    assert_true(quantile_of(&t, h, .9999) <= 1);
    assert_close(prg_forecast_prob_above(&t.forecast, h, -1e-9), 1, 0);
  }
  prg_series second;
  assert_int_equal(prg_series_init_values(&second, "saldo", t.series.start, other, 6, NULL),
                   PRG_OK);
  assert_int_equal(prg_forecaster_run(t.forecaster, &second, &t.forecast, NULL), PRG_OK);
  assert_true(quantile_of(&t, 1, .025) < 0);
  assert_true(quantile_of(&t, 1, .001) < quantile_of(&t, 1, .025));
  assert_true(quantile_of(&t, 1, .999) > 1);
  prg_series_clear(&second);
  trial_close(&t);
}

/* Counts stay at 0 or above and a share within its whole; what has been negative may be again. */
static void test_bounds(void **state) {
  (void)state;
  static const double few[] = {4, 2, 3, 1, 2, 1};
  static const double share[] = {.91, .95, .93, .97, .96, .99};
  static const double percent[] = {91, 95, 93, 97, 96, 99};
  static const double signed_[] = {.4, -.2, .3, .1, -.2, .1};
  double path[200 * 5], largest = 0;
  trial t;
  trial_run(&t, &(trial_options){.model = "drift"}, few, 6);
  assert_close(quantile_of(&t, 5, .005), 0, 0);
  assert_int_equal(prg_forecaster_paths(t.forecaster, 200, 3, path, NULL), PRG_OK);
  for (size_t i = 0; i < 200 * 5; i++)
    assert_true(path[i] >= 0);
  trial_close(&t);
  trial_run(&t, &(trial_options){.model = "naive", .kind = PRG_KIND_SHARE}, share, 6);
  assert_close(quantile_of(&t, 5, .995), 1, 0);
  assert_int_equal(prg_forecaster_paths(t.forecaster, 200, 3, path, NULL), PRG_OK);
  for (size_t i = 0; i < 200 * 5; i++)
    largest = fmax(largest, path[i]);
  assert_close(largest, 1, 0);
  trial_close(&t);
  trial_run(&t, &(trial_options){.model = "naive", .kind = PRG_KIND_SHARE}, percent, 6);
  assert_close(quantile_of(&t, 5, .995), 100, 0);
  assert_close(quantile_of(&t, 5, .9999), 100, 0);
  trial_close(&t);
  trial_run(&t, &(trial_options){.model = "naive"}, signed_, 6);
  assert_true(quantile_of(&t, 5, .1) < 0);
  trial_close(&t);
}

static void test_stock_is_told(void **state) {
  (void)state;
  trial t;
  trial_run(&t, &pupils, upper_secondary, 6);
  assert_true(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_TAKEN_AS_STOCK));
  trial_close(&t);
  trial_run(&t, &(trial_options){.kind = PRG_KIND_PEOPLE}, upper_secondary, 6);
  assert_false(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_TAKEN_AS_STOCK));
  trial_close(&t);
}

/* One forecaster, one forecast: series after series, refusals between, as if each were the first.
 */
static void test_reuse(void **state) {
  (void)state;
  static const double other[] = {7.31, 2.2, NAN, 8.4, 9.9}, one[] = {5};
  trial first, t;
  prg_series series;
  trial_run(&first, &pupils, upper_secondary, 6);
  trial_run(&t, &pupils, other, 5);
  assert_int_equal(prg_series_init_values(&series, "en", first.series.start, one, 1, NULL), PRG_OK);
  assert_int_equal(prg_forecaster_run(t.forecaster, &series, &t.forecast, NULL), PRG_EREFUSED);
  assert_int_equal(prg_forecaster_run(t.forecaster, &first.series, &t.forecast, NULL), PRG_OK);
  assert_int_equal(t.forecast.notes.n, first.forecast.notes.n);
  assert_memory_equal(t.forecast.distribution.quantile, first.forecast.distribution.quantile,
                      5 * first.forecast.distribution.n_probability * sizeof(double));
  double a[7 * 5], b[7 * 5];
  assert_int_equal(prg_forecaster_paths(t.forecaster, 7, 4711, a, NULL), PRG_OK);
  assert_int_equal(prg_forecaster_paths(first.forecaster, 7, 4711, b, NULL), PRG_OK);
  assert_memory_equal(a, b, sizeof a);
  prg_series_clear(&series);
  trial_close(&first);
  trial_close(&t);
}

/* Twenty-two steady growers of one kind: with siblings each is forecast to grow on; the notes say
 * so. A model that knows no siblings stays as it was. */
static void test_siblings(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){22, 0, 0}, 9, PRG_KIND_PEOPLE, 4);
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  const char *model[] = {"pooled", "naive"};
  for (int m = 0; m < 2; m++) {
    options.model = prg_model_find(model[m]);
    prg_forecaster *alone = prg_forecaster_alloc(&options, NULL);
    prg_forecaster *together = prg_forecaster_alloc(&options, NULL);
    prg_forecast one = {0}, other = {0};
    double low, high, low_together, high_together;
    assert_int_equal(prg_forecaster_share(together, &panel, 23, NULL), PRG_OK);
    assert_int_equal(prg_forecaster_run(together, &panel.series[3], &other, NULL), PRG_OK);
    assert_false(prg_notes_has(&other.notes, PRG_TEXT_NOTE_SIBLINGS));
    assert_int_equal(prg_forecaster_share(together, &panel, 22, NULL), PRG_OK);
    assert_int_equal(prg_forecaster_run(alone, &panel.series[3], &one, NULL), PRG_OK);
    assert_int_equal(prg_forecaster_run(together, &panel.series[3], &other, NULL), PRG_OK);
    prg_forecast_interval(&one, 5, .8, &low, &high);
    prg_forecast_interval(&other, 5, .8, &low_together, &high_together);
    assert_true(prg_notes_has(&other.notes, PRG_TEXT_NOTE_SIBLINGS) == (m == 0));
    if (m == 0)
      assert_true(low_together > 1.02 * low && high_together > 1.02 * high);
    else
      assert_close(high_together, high, 0);
    prg_forecast_clear(&one);
    prg_forecast_clear(&other);
    prg_forecaster_free(alone);
    prg_forecaster_free(together);
  }
  prg_panel_clear(&panel);
}

/* A list of one model for a prior: its forecast, not the mixture's. */
static void test_prior_of_ones_own(void **state) {
  (void)state;
  prg_annual_node node = {.alpha = 1, .s0 = .05, .growth = .1};
  prg_node_list list = {&node, 1, false};
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  options.model_options.nodes = &list;
  const double y[] = {133.7, 129.2, 131.9, 136.1, 128.3};
  prg_series series;
  prg_period start = {.frequency = PRG_YEAR, .ordinal = 2001};
  assert_int_equal(prg_series_init_values(&series, "s", start, y, 5, NULL), PRG_OK);
  prg_forecaster *forecaster = prg_forecaster_alloc(&options, NULL);
  prg_forecast forecast = {0};
  assert_int_equal(prg_forecaster_run(forecaster, &series, &forecast, NULL), PRG_OK);
  assert_close(prg_forecast_point(&forecast, 2), 128.3 * exp(.2), 1e-4);
  prg_forecast_clear(&forecast);
  prg_forecaster_free(forecaster);
  prg_series_clear(&series);
}

/* --- events --- */

/* Runs a forecast of yearly figures from 2012 with one event of every series. */
static void run_with_event(trial *t, prg_event event, const char *model, const double *y,
                           size_t n) {
  static prg_event_list events;
  static prg_event item;
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  item = event;
  events = (prg_event_list){.item = &item, .n = 1};
  options.events = &events;
  options.model = prg_model_find(model);
  options.model_is_explicit = true;
  *t = (trial){0};
  prg_period start = {PRG_YEAR, 2012};
  assert_int_equal(prg_series_init_values(&t->series, "Elever", start, y, n, NULL), PRG_OK);
  t->forecaster = prg_forecaster_alloc(&options, NULL);
  assert_non_null(t->forecaster);
  t->status = prg_forecaster_run(t->forecaster, &t->series, &t->forecast, &t->error);
}

static prg_event event_of(prg_event_kind kind, int year) {
  return (prg_event){.kind = kind, .period = {PRG_YEAR, year}};
}

static void test_level_break_starts_the_fit(void **state) {
  (void)state;
  static const double y[] = {61.7, 58.2, 64.9, 101.3, 104.8, 109.9, 113.2, 118.7};
  trial broken, alone;
  run_with_event(&broken, event_of(PRG_EVENT_LEVEL, 2015), "linear", y, 8);
  assert_int_equal(broken.status, PRG_OK);
  assert_string_equal(broken.forecast.model, "linear");
  assert_int_equal(broken.forecast.origin.ordinal, 2019);
  trial_run(&alone, &(trial_options){.model = "linear", .every = PRG_YEAR, .start = 2015}, y + 3,
            5);
  for (size_t h = 1; h <= 5; h++)
    assert_close(quantile_of(&broken, h, .9), quantile_of(&alone, h, .9), 0);
  assert_true(prg_notes_has(&broken.forecast.notes, PRG_TEXT_NOTE_AFTER_BREAK));
  trial_close(&broken);
  trial_close(&alone);
}

/*
 * Three figures after the break, changes 2.5 and −1.5: variance 4.25 with 2 degrees of freedom,
 * t(.975) = 4.30265: ± 8.870. Before it the changes are −3.5, 6.7, 1.1, −4.4: variance 77.71/4 with
 * 4, t = 2.77645: ± 12.237, which is wider.
 */
static void test_short_level_has_no_trend(void **state) {
  (void)state;
  static const double y[] = {61.7, 58.2, 64.9, 66.0, 61.6, 101.3, 103.8, 102.3};
  trial t;
  run_with_event(&t, event_of(PRG_EVENT_LEVEL, 2017), "linear", y, 8);
  assert_int_equal(t.status, PRG_OK);
  assert_string_equal(t.forecast.model, "naive");
  assert_close(point_of(&t, 1), 102.3, 1e-12);
  assert_close(point_of(&t, 5), 102.3, 1e-12);
  assert_close(quantile_of(&t, 1, .975), 102.3 + 2.776445 * sqrt(77.71 / 4), 1e-4);
  assert_trial_note(&t, PRG_TEXT_NOTE_SHORT_LEVEL, PRG_SWEDISH,
                    "Värden efter nivåbrottet: 3; en trend kräver minst 4. Prognosen ligger därför "
                    "kvar på det senaste värdet, med ett brett intervall.");
  enum { PATHS = 4000 };
  static double path[PATHS * 5];
  assert_int_equal(prg_forecaster_paths(t.forecaster, PATHS, 7, path, &t.error), PRG_OK);
  size_t above = 0;
  for (size_t i = 0; i < PATHS; i++)
    above += path[5 * i] > quantile_of(&t, 1, .9);
  assert_close((double)above / PATHS, .1, .02);
  trial_close(&t);
}

/* The first figures of a level, which it has alone: how far the walk goes, those before tell. */
static void test_first_figures_of_a_level(void **state) {
  (void)state;
  static const double y[] = {61.7, 58.2, 64.9, 66.0, 61.6, 67.3, 66.1, 102.3};
  trial t;
  run_with_event(&t, event_of(PRG_EVENT_LEVEL, 2019), "pooled", y, 8);
  assert_int_equal(t.status, PRG_OK);
  assert_close(point_of(&t, 2), 102.3, 1e-12);
  trial_close(&t);
  run_with_event(&t, event_of(PRG_EVENT_LEVEL, 2013), "pooled", y, 2); /* one on each side */
  assert_int_equal(t.status, PRG_EREFUSED);
  trial_close(&t);
  run_with_event(&t, event_of(PRG_EVENT_LEVEL, 2013), "pooled", y, 3); /* one before, two after */
  assert_int_equal(t.status, PRG_OK);
  assert_close(point_of(&t, 1), 64.9, 1e-12);
  trial_close(&t);
}

/* A break before the first figure or after the last one breaks nothing. */
static void test_break_elsewhere(void **state) {
  (void)state;
  static const double y[] = {61.7, 58.2, 64.9, 66.0, 61.6, 67.3};
  trial plain, t;
  trial_run(&plain, &(trial_options){.model = "pooled", .every = PRG_YEAR, .start = 2012}, y, 6);
  for (int year = 2010; year <= 2020; year += 10) {
    run_with_event(&t, event_of(PRG_EVENT_LEVEL, year), "pooled", y, 6);
    assert_int_equal(t.status, PRG_OK);
    assert_close(quantile_of(&t, 3, .1), quantile_of(&plain, 3, .1), 0);
    assert_true(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_EVENT_LATER) == (year == 2020));
    trial_close(&t);
  }
  trial_close(&plain);
}

/* By the normal equations of a line with a step: 6.2800, standard error 1.2100, 5 degrees of
 * freedom. */
static void test_intervention_is_an_association(void **state) {
  (void)state;
  static const double y[] = {31.7, 33.3, 32.9, 34.8, 41.1, 43.6, 42.3, 44.1};
  trial t;
  run_with_event(&t, event_of(PRG_EVENT_INTERVENTION, 2016), "pooled", y, 8);
  assert_int_equal(t.status, PRG_OK);
  assert_string_equal(t.forecast.model, "pooled");
  assert_trial_note(&t, PRG_TEXT_NOTE_INTERVENTION, PRG_ENGLISH,
                    "From 2016 on the figures are off the line they followed by 6.28 (95%: 3.17 to "
                    "9.39). That is an association, not a cause: other things may have happened at "
                    "the time.");
  trial_close(&t);
  run_with_event(&t, event_of(PRG_EVENT_INTERVENTION, 2018), "pooled", y, 8);
  assert_false(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_INTERVENTION));
  assert_true(prg_notes_has(&t.forecast.notes, PRG_TEXT_NOTE_INTERVENTION_FEW));
  trial_close(&t);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_defaults),
      cmocka_unit_test(test_turn_is_told),
      cmocka_unit_test(test_turn_upward),
      cmocka_unit_test(test_turn_is_not_told),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_few_figures),
      cmocka_unit_test(test_blanks_around),
      cmocka_unit_test(test_bounds),
      cmocka_unit_test(test_bounds_are_the_series_own),
      cmocka_unit_test(test_stock_is_told),
      cmocka_unit_test(test_reuse),
      cmocka_unit_test(test_siblings),
      cmocka_unit_test(test_prior_of_ones_own),
      cmocka_unit_test(test_level_break_starts_the_fit),
      cmocka_unit_test(test_short_level_has_no_trend),
      cmocka_unit_test(test_first_figures_of_a_level),
      cmocka_unit_test(test_break_elsewhere),
      cmocka_unit_test(test_intervention_is_an_association),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
