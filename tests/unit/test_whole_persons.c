#include <prognos/whole_persons.h>

#include "test.h"

#define HORIZON 2

static const double probability[] = {.1, .5, .9};

typedef struct example {
  prg_panel panel;
  prg_hierarchy hierarchy;
  prg_forecast forecast[4];
} example;

/* A = B + C + D in every period, none of them whole. */
static void begin(example *x) {
  static const double point[4][HORIZON] = {{100.9, 7.2}, {33.4, 2.4}, {33.4, 2.4}, {34.1, 2.4}};
  static const char *const name[] = {"A", "B", "C", "D"}, sums[] = "total;del\nA;B\nA;C\nA;D\n";
  *x = (example){0};
  for (size_t i = 0; i < 4; i++) {
    prg_series series;
    assert_int_equal(prg_series_init_values(&series, name[i], (prg_period){PRG_YEAR, 2022},
                                            (const double[]){17}, 1, NULL),
                     PRG_OK);
    assert_int_equal(prg_panel_add(&x->panel, &series, NULL), PRG_OK);
    prg_distribution *d = &x->forecast[i].distribution;
    assert_int_equal(prg_distribution_init(d, HORIZON, probability, 3, NULL), PRG_OK);
    for (size_t h = 0; h < HORIZON; h++)
      for (size_t q = 0; q < 3; q++)
        d->quantile[3 * h + q] = point[i][h] + 1.3 * ((double)q - 1);
  }
  assert_int_equal(prg_hierarchy_read(&x->hierarchy, "s", sums, strlen(sums), &x->panel, NULL),
                   PRG_OK);
}

static void end(example *x) {
  for (size_t i = 0; i < 4; i++)
    prg_forecast_clear(&x->forecast[i]);
  prg_hierarchy_clear(&x->hierarchy);
  prg_panel_clear(&x->panel);
}

/* 100.9 → 101 leaves 101 − 33 − 33 − 34 = 1 to one of the two with the largest remainder. */
static void test_the_largest_remainder(void **state) {
  (void)state;
  example x;
  begin(&x);
  assert_int_equal(prg_whole_persons(&x.panel, &x.hierarchy, x.forecast, NULL), PRG_OK);
  double b = prg_forecast_point(&x.forecast[1], 1), c = prg_forecast_point(&x.forecast[2], 1);
  assert_close(prg_forecast_point(&x.forecast[0], 1), 101, 0);
  assert_close(prg_forecast_point(&x.forecast[3], 1), 34, 0);
  assert_close(b + c, 67, 0);
  assert_true(b == 33 || c == 33);
  assert_close(prg_forecast_point(&x.forecast[0], 2), 7, 0);
  end(&x);
}

static void test_limits_go_outward(void **state) {
  (void)state;
  example x;
  begin(&x);
  assert_int_equal(prg_whole_persons(&x.panel, &x.hierarchy, x.forecast, NULL), PRG_OK);
  assert_close(prg_forecast_quantile(&x.forecast[0], 1, .1), 99, 0);  /* 99.6 */
  assert_close(prg_forecast_quantile(&x.forecast[0], 1, .9), 103, 0); /* 102.2 */
  assert_close(prg_forecast_quantile(&x.forecast[3], 2, .1), 1, 0);   /* 1.1 */
  end(&x);
}

static void test_without_sums_to_the_nearest(void **state) {
  (void)state;
  example x;
  begin(&x);
  assert_int_equal(prg_whole_persons(&x.panel, NULL, x.forecast, NULL), PRG_OK);
  assert_close(prg_forecast_point(&x.forecast[0], 1), 101, 0);
  assert_close(prg_forecast_point(&x.forecast[1], 1), 33, 0);
  assert_close(prg_forecast_point(&x.forecast[2], 2), 2, 0);
  end(&x);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_largest_remainder),
      cmocka_unit_test(test_limits_go_outward),
      cmocka_unit_test(test_without_sums_to_the_nearest),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
