#include <prognos/reconcile.h>

#include <stdlib.h>

#include "test.h"

#define PATHS 1500
#define HORIZON 3
#define SERIES 7

/* A is B and C, B is D and E, C is F and G: two levels. The last is A by sex, beside it. */
static const double figure[SERIES][6] = {
    {251, 263, 270, 262, 281, 290}, {160, 166, 171, 168, 178, 181}, {91, 97, 99, 94, 103, 109},
    {61, 66, 64, 68, 71, 70},       {99, 100, 107, 100, 107, 111},  {31, 33, 36, 34, 39, 38},
    {60, 64, 63, 60, 64, 71}};
static const char names[] = "ABCDEFG";
static const char tree[] = "total;del\nA;B\nA;C\nB;D\nB;E\nC;F\nC;G\n";

typedef struct example {
  prg_panel panel;
  prg_hierarchy hierarchy;
  prg_reconcile_options options;
  prg_forecast forecast[SERIES];
  double point[SERIES]; /* one step ahead, as it was before */
  double path[SERIES * PATHS * HORIZON];
  prg_error error;
} example;

static void forecast_all(example *x) {
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  options.horizon = HORIZON;
  prg_forecaster *forecaster = prg_forecaster_alloc(&options, NULL);
  for (size_t i = 0; i < x->panel.n; i++) {
    assert_int_equal(
        prg_forecaster_run(forecaster, &x->panel.series[i], &x->forecast[i], &x->error), PRG_OK);
    assert_int_equal(
        prg_forecaster_paths(forecaster, PATHS, 7 + i, x->path + i * PATHS * HORIZON, NULL),
        PRG_OK);
    x->point[i] = prg_forecast_point(&x->forecast[i], 1);
  }
  prg_forecaster_free(forecaster);
}

static example *begin(prg_reconciliation method, size_t n, const char *structure, double divisor) {
  example *x = calloc(1, sizeof *x);
  prg_panel_init(&x->panel);
  for (size_t i = 0; i < n; i++) {
    prg_series series;
    const char name[] = {names[i], '\0'};
    double value[6];
    for (size_t t = 0; t < 6; t++)
      value[t] = floor(figure[i][t] / divisor);
    assert_int_equal(
        prg_series_init_values(&series, name, (prg_period){PRG_YEAR, 2017}, value, 6, NULL),
        PRG_OK);
    assert_int_equal(prg_panel_add(&x->panel, &series, NULL), PRG_OK);
  }
  assert_int_equal(
      prg_hierarchy_read(&x->hierarchy, "s", structure, strlen(structure), &x->panel, &x->error),
      PRG_OK);
  prg_reconcile_options_init(&x->options);
  x->options.method = method;
  x->options.n_paths = PATHS;
  forecast_all(x);
  return x;
}

static prg_status reconcile(example *x) {
  return prg_reconcile(&x->panel, &x->hierarchy, &x->options, x->forecast, x->path, &x->error);
}

static void end(example *x) {
  for (size_t i = 0; i < SERIES; i++)
    prg_forecast_clear(&x->forecast[i]);
  prg_hierarchy_clear(&x->hierarchy);
  prg_panel_clear(&x->panel);
  free(x);
}

static double point(const example *x, size_t i) {
  return prg_forecast_point(&x->forecast[i], 1);
}

static void check_sums(const example *x) {
  for (size_t s = 0; s < x->hierarchy.n_sum; s++) {
    const prg_sum *sum = &x->hierarchy.sum[s];
    for (size_t h = 1; h <= HORIZON; h++) {
      double rest = prg_forecast_point(&x->forecast[sum->total], h);
      for (size_t k = sum->first; k < sum->first + sum->n; k++)
        rest -= prg_forecast_point(&x->forecast[x->hierarchy.part[k]], h);
      assert_close(rest, 0, 1e-9);
    }
    for (size_t p = 0; p < PATHS * HORIZON; p++) {
      double rest = x->path[sum->total * PATHS * HORIZON + p];
      for (size_t k = sum->first; k < sum->first + sum->n; k++)
        rest -= x->path[x->hierarchy.part[k] * PATHS * HORIZON + p];
      assert_close(rest, 0, 1e-9);
    }
  }
}

static void test_every_method_adds_up(void **state) {
  (void)state;
  for (int method = 0; method < PRG_RECONCILIATION_COUNT; method++) {
    example *x = begin((prg_reconciliation)method, SERIES, tree, 1);
    assert_int_equal(reconcile(x), PRG_OK);
    check_sums(x);
    for (size_t i = 0; i < SERIES; i++) /* nothing runs away: the forecasts were close already */
      assert_close(point(x, i), x->point[i], .1 * x->point[i]);
    end(x);
  }
}

static void test_bottom_up_keeps_the_leaves(void **state) {
  (void)state;
  example *x = begin(PRG_BOTTOM_UP, SERIES, tree, 1);
  assert_int_equal(reconcile(x), PRG_OK);
  for (size_t i = 3; i < SERIES; i++)
    assert_close(point(x, i), x->point[i], 1e-9);
  end(x);
}

static void test_top_down_keeps_the_top_and_the_shares(void **state) {
  (void)state;
  example *x = begin(PRG_TOP_DOWN, SERIES, tree, 1);
  assert_int_equal(reconcile(x), PRG_OK);
  assert_close(point(x, 0), x->point[0], 1e-9);
  assert_close(point(x, 1) / point(x, 2), x->point[1] / x->point[2], 1e-9);
  assert_close(point(x, 5) / point(x, 6), x->point[5] / x->point[6], 1e-9);
  end(x);
}

/* With W diagonal and one sum, each gets of the difference in proportion to its variance. */
static void check_one_sum(prg_reconciliation method, double of_total) {
  example *x = begin(method, 3, "total;del\nA;B\nA;C\n", 1);
  double difference = x->point[0] - x->point[1] - x->point[2];
  assert_int_equal(reconcile(x), PRG_OK);
  assert_true(fabs(difference) > .05);
  assert_close(point(x, 0), x->point[0] - of_total / (of_total + 2) * difference, 1e-9);
  assert_close(point(x, 1), x->point[1] + difference / (of_total + 2), 1e-9);
  assert_close(point(x, 2), x->point[2] + difference / (of_total + 2), 1e-9);
  end(x);
}

static void test_least_squares(void **state) {
  (void)state;
  check_one_sum(PRG_MINT_OLS, 1);
}

static void test_structural_weights(void **state) {
  (void)state;
  check_one_sum(PRG_MINT_STRUCT, 2);
}

/* The total is no surer than its parts would be alone, and no less sure than their sum. */
static void test_intervals_are_those_of_sums(void **state) {
  (void)state;
  example *x = begin(PRG_MINT_SHRINK, SERIES, tree, 1);
  double lower[SERIES], upper[SERIES];
  assert_int_equal(reconcile(x), PRG_OK);
  for (size_t i = 0; i < SERIES; i++) {
    prg_forecast_interval(&x->forecast[i], 1, .8, &lower[i], &upper[i]);
    assert_true(lower[i] < point(x, i) && point(x, i) < upper[i]);
  }
  double widest = 0, parts = 0;
  for (size_t i = 3; i < SERIES; i++) {
    widest = fmax(widest, upper[i] - lower[i]);
    parts += upper[i] - lower[i];
  }
  assert_true(upper[0] - lower[0] > widest);
  assert_true(upper[0] - lower[0] < parts);
  end(x);
}

static void test_small_counts_stay_above_zero(void **state) {
  (void)state;
  for (int method = 0; method < PRG_RECONCILIATION_COUNT; method++) {
    example *x = begin((prg_reconciliation)method, SERIES, tree, 37);
    assert_int_equal(reconcile(x), PRG_OK);
    check_sums(x);
    for (size_t p = 0; p < SERIES * PATHS * HORIZON; p++)
      assert_true(x->path[p] >= 0);
    for (size_t i = 0; i < SERIES; i++)
      assert_true(prg_forecast_quantile(&x->forecast[i], HORIZON, .005) >= 0);
    end(x);
  }
}

static void test_the_same_seed_gives_the_same(void **state) {
  (void)state;
  example *x = begin(PRG_MINT_SHRINK, SERIES, tree, 1),
          *y = begin(PRG_MINT_SHRINK, SERIES, tree, 1);
  assert_int_equal(reconcile(x), PRG_OK);
  assert_int_equal(reconcile(y), PRG_OK);
  assert_memory_equal(x->path, y->path, sizeof x->path);
  end(x);
  end(y);
}

static void test_refusals(void **state) {
  (void)state;
  example *x = begin(PRG_TOP_DOWN, SERIES, "total;del;indelning\nA;B;1\nA;C;1\nA;D;2\nA;E;2\n", 1);
  assert_int_equal(reconcile(x), PRG_EREFUSED);
  assert_int_equal(x->error.message.text, PRG_TEXT_RECONCILE_NEEDS_TREE);
  x->forecast[4].origin.ordinal--;
  assert_int_equal(reconcile(x), PRG_EREFUSED);
  assert_int_equal(x->error.message.text, PRG_TEXT_RECONCILE_ORIGINS);
  end(x);
}

static void test_names(void **state) {
  (void)state;
  prg_reconciliation method;
  for (int i = 0; i < PRG_RECONCILIATION_COUNT; i++) {
    assert_true(
        prg_reconciliation_from_name(prg_reconciliation_name((prg_reconciliation)i), &method));
    assert_int_equal(method, i);
  }
  assert_false(prg_reconciliation_from_name("mint", &method));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_method_adds_up),
      cmocka_unit_test(test_bottom_up_keeps_the_leaves),
      cmocka_unit_test(test_top_down_keeps_the_top_and_the_shares),
      cmocka_unit_test(test_least_squares),
      cmocka_unit_test(test_structural_weights),
      cmocka_unit_test(test_intervals_are_those_of_sums),
      cmocka_unit_test(test_small_counts_stay_above_zero),
      cmocka_unit_test(test_the_same_seed_gives_the_same),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
