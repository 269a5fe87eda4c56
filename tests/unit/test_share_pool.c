#include "plan/share/share_pool.h"

#include <math.h>

#include "test.h"

#define PEERS 6

/* The unit itself and five others, of which the last has a year without anybody. */
static const struct {
  const char *name;
  double value[4];
} table[PEERS] = {
    {"Eka", {1.2, 7.7, 8.3, 9.1}},      {"Asp", {9, 1.13, 1.21, 1.32}},
    {"Björk", {NAN, 1.87, 1.74, 1.95}}, {"Lind", {NAN, .83, .97, .91}},
    {"Alm", {1.52, NAN, 1.43, NAN}},    {"Sälg", {1.4, 0, 1.1, 1.3}},
};

typedef struct example {
  prg_series series[PEERS];
  prg_series pupils;
  prg_panel peers;
  share_pool pool;
} example;

static void begin(example *x) {
  const prg_period start = {PRG_YEAR, 2019};
  *x = (example){.peers = {.n = PEERS}};
  for (size_t i = 0; i < PEERS; i++)
    assert_int_equal(
        prg_series_init_values(&x->series[i], table[i].name, start, table[i].value, 4, NULL),
        PRG_OK);
  assert_int_equal(prg_series_init_values(&x->pupils, "Eka", start, &(double){42}, 1, NULL),
                   PRG_OK);
  x->peers.series = x->series;
  x->pool = (share_pool){.peers = &x->peers,
                         .years = 3,
                         .pupils = &x->pupils,
                         .level = log(42. / 2162),
                         .variance = 2204. / (42 * 2162)};
}

static void end(example *x) {
  for (size_t i = 0; i < PEERS; i++)
    prg_series_clear(&x->series[i]);
  prg_series_clear(&x->pupils);
}

/* Worked apart from the program: s² = 0.00482195, τ² = 0.10133111, μ = −4.31736398, v = 0.02427206.
 */
static void test_the_weight(void **state) {
  (void)state;
  example x;
  share_pooled pooled;
  begin(&x);
  assert_int_equal(share_pool_fit(&x.pool, &pooled, NULL), PRG_OK);
  assert_int_equal(pooled.n, 4);
  assert_close(pooled.weight, 0.1013311093 / (0.1013311093 + 0.0242720585), 1e-8);
  assert_close(pooled.level, -4.0138263918, 1e-8);
  end(&x);
}

/* One figure each: they count as exact, and τ² is the variance of their logits, 0.14929792. */
static void test_one_figure_each(void **state) {
  (void)state;
  example x;
  share_pooled pooled;
  begin(&x);
  x.pool.years = 1;
  x.peers.n = 4;
  assert_int_equal(share_pool_fit(&x.pool, &pooled, NULL), PRG_OK);
  assert_int_equal(pooled.n, 3);
  assert_close(pooled.weight, 0.1492979237 / (0.1492979237 + 0.0242720585), 1e-8);
  end(&x);
}

static void test_refusals(void **state) {
  (void)state;
  example x;
  share_pooled pooled;
  prg_error error;
  begin(&x);
  x.peers.n = 3;
  assert_int_equal(share_pool_fit(&x.pool, &pooled, &error), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_SHARE_POOL_TOO_FEW);
  x.peers.n = PEERS;
  x.series[2].start.frequency = PRG_MONTH;
  x.series[3].start.frequency = PRG_MONTH;
  assert_int_equal(share_pool_fit(&x.pool, &pooled, &error), PRG_EREFUSED);
  x.series[1].value[3] = 132;
  assert_int_equal(share_pool_fit(&x.pool, &pooled, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_SHARE_POOL_NO_PER_CENT);
  end(&x);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_weight),
      cmocka_unit_test(test_one_figure_each),
      cmocka_unit_test(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
