#include <prognos/growth_pool.h>

#include "test.h"

enum { FIGURES = 5, PEERS = 5 };

/* Five figures and a forecast of one period, the 10 and 90 per cent limits 8 per cent off. */
typedef struct unit {
  prg_series series;
  prg_forecast forecast;
} unit;

static void make(unit *u, const char *name, const double *value, double median) {
  static const double probability[] = {.1, .5, .9};
  const prg_period start = {PRG_YEAR, 2018};
  *u = (unit){0};
  assert_int_equal(prg_series_init_values(&u->series, name, start, value, FIGURES, NULL), PRG_OK);
  u->series.season = 1;
  u->forecast = (prg_forecast){.series = &u->series, .origin = {PRG_YEAR, 2022}};
  assert_int_equal(prg_distribution_init(&u->forecast.distribution, 1, probability, 3, NULL),
                   PRG_OK);
  memcpy(u->forecast.distribution.quantile, (double[]){.92 * median, median, 1.08 * median},
         3 * sizeof(double));
}

typedef struct example {
  unit own, other[PEERS];
  prg_forecast peer[PEERS];
  prg_error error;
} example;

static const double own[FIGURES] = {97, 108, 103, 117, 121};

/* Peers with the growths of a panel whose units differ as much as `spread` says. */
static void begin(example *x, double spread) {
  static const char *const name[] = {"Norr", "Syd", "Väst", "Öst", "Mitt"};
  static const double wobble[FIGURES] = {0, .011, -.007, .013, 0};
  make(&x->own, "Eka", own, 131);
  for (int i = 0; i < PEERS; i++) {
    double value[FIGURES], growth = .012 + spread * (i - 2);
    for (int t = 0; t < FIGURES; t++)
      value[t] = (310 + 57 * i) * exp(growth * t + wobble[(t * (i + 1)) % FIGURES]);
    make(&x->other[i], name[i], value, value[FIGURES - 1] * exp(growth));
    x->peer[i] = x->other[i].forecast;
  }
}

static void end(example *x) {
  for (int i = 0; i < PEERS; i++) {
    prg_forecast_clear(&x->other[i].forecast);
    prg_series_clear(&x->other[i].series);
  }
  prg_forecast_clear(&x->own.forecast);
  prg_series_clear(&x->own.series);
}

static prg_status pool(example *x, size_t n, double *path, size_t n_paths) {
  return prg_growth_pool(x->peer, n, &x->own.forecast, path, n_paths, &x->error);
}

/* Units that do not differ: the own growth counts for nothing, 121 grows as they do. */
static void test_alike_units_take_over(void **state) {
  (void)state;
  example x;
  begin(&x, 0);
  assert_int_equal(pool(&x, PEERS, NULL, 0), PRG_OK);
  assert_close(prg_forecast_point(&x.own.forecast, 1), 121 * exp(.012), 1e-6);
  assert_int_equal(x.own.forecast.notes.note[0].text, PRG_TEXT_NOTE_POOLED_GROWTH);
  assert_close(x.own.forecast.notes.note[0].argument[0].number, 100, 0);
  assert_close(x.own.forecast.notes.note[0].argument[1].number, PEERS, 0);
  end(&x);
}

/* The more the units differ, the more of its own a unit keeps. */
static void test_the_weight_follows_the_differences(void **state) {
  (void)state;
  double before = 121 * exp(.012);
  static const double spread[] = {.02, .05, .2};
  for (int k = 0; k < 3; k++) {
    example x;
    begin(&x, spread[k]);
    assert_int_equal(pool(&x, PEERS, NULL, 0), PRG_OK);
    double point = prg_forecast_point(&x.own.forecast, 1);
    assert_true(point > before && point < 131);
    before = point;
    end(&x);
  }
}

static void test_limits_and_paths_move_with_the_point(void **state) {
  (void)state;
  example x;
  double path[] = {127, 144};
  begin(&x, .05);
  assert_int_equal(pool(&x, PEERS, path, 2), PRG_OK);
  double moved = prg_forecast_point(&x.own.forecast, 1) / 131;
  assert_close(prg_forecast_quantile(&x.own.forecast, 1, .9), 1.08 * 131 * moved, 1e-9);
  assert_close(path[0], 127 * moved, 1e-9);
  assert_close(path[1], 144 * moved, 1e-9);
  end(&x);
}

/* The unit itself is in the panel, and one has a zero: two are left of four. */
static void test_too_few_peers(void **state) {
  (void)state;
  example x;
  begin(&x, .02);
  strcpy(x.other[0].series.name, "Eka");
  x.other[1].series.value[3] = 0;
  assert_int_equal(pool(&x, 4, NULL, 0), PRG_EREFUSED);
  assert_int_equal(x.error.message.text, PRG_TEXT_POOL_TOO_FEW);
  assert_close(x.error.message.argument[1].number, 2, 0);
  assert_int_equal(pool(&x, 5, NULL, 0), PRG_OK);
  end(&x);
}

static void test_zeros_and_seasons(void **state) {
  (void)state;
  example x;
  begin(&x, .02);
  x.own.series.value[1] = 0;
  assert_int_equal(pool(&x, PEERS, NULL, 0), PRG_OK);
  assert_close(prg_forecast_point(&x.own.forecast, 1), 131, 0);
  assert_true(prg_notes_has(&x.own.forecast.notes, PRG_TEXT_NOTE_NOT_POOLED));
  x.own.series.season = 12;
  assert_int_equal(pool(&x, PEERS, NULL, 0), PRG_EREFUSED);
  assert_int_equal(x.error.message.text, PRG_TEXT_POOL_SEASONS);
  end(&x);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_alike_units_take_over),
      cmocka_unit_test(test_the_weight_follows_the_differences),
      cmocka_unit_test(test_limits_and_paths_move_with_the_point),
      cmocka_unit_test(test_too_few_peers),
      cmocka_unit_test(test_zeros_and_seasons),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
