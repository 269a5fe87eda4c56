#include "evaluate/learn_case.h"

#include "learn_fixture.h"

static prg_learn_options options_of(size_t horizon, size_t windows) {
  prg_learn_options options;
  prg_learn_options_init(&options);
  options.horizon = horizon;
  options.windows = windows;
  options.origins = 2;
  return options;
}

static void test_windows_keep_within_their_series(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){40, 30, 10}, 33, PRG_KIND_PEOPLE, 21);
  panel.series[4].value[0] = panel.series[4].value[17] = panel.series[9].value[26] = NAN;
  const prg_panel *panels[] = {&panel};
  prg_learn_options options = options_of(6, 1000);
  learn_cases cases;
  assert_int_equal(learn_cases_make(panels, 1, &options, &cases, NULL), PRG_OK);
  assert_true(cases.n > 300 && cases.n <= 320);
  assert_int_equal(cases.n_aside, 30); /* of every tenth series */
  assert_int_equal(cases.series, 80);
  size_t whole = 0, shortest = 99, longest = 0;
  for (size_t i = 0; i < cases.n; i++) {
    const learn_case *c = &cases.item[i];
    prg_series window = learn_case_window(c);
    assert_true(c->begin + c->n + c->ahead <= 33 && c->ahead == 6);
    assert_false(isnan(window.value[0]) || isnan(window.value[window.n - 1]));
    assert_ptr_equal(window.value, c->series->value + c->begin);
    assert_int_equal(window.kind, PRG_KIND_UNKNOWN);
    assert_true(c->scale > 0);
    assert_true(c->aside == (i >= cases.n - cases.n_aside));
    assert_true(c->aside == ((c->series - panel.series) % 10 == 9));
    whole += c->begin + c->n == 27 ? 1 : 0;
    shortest = c->n < shortest ? c->n : shortest;
    longest = c->n > longest ? c->n : longest;
  }
  assert_true(whole >= 2 * 79); /* the last origin: all of it, and a stretch of it */
  assert_int_equal(shortest, 4);
  assert_int_equal(longest, 27);
  learn_cases_clear(&cases);
  prg_panel_clear(&panel);
}

/* The small panel gives all it has, the two large ones share the rest. */
static void test_panels_give_evenly(void **state) {
  (void)state;
  prg_panel small, large;
  fixture_panel(&small, (const size_t[]){5, 0, 0}, 12, PRG_KIND_PEOPLE, 2);
  fixture_panel(&large, (const size_t[]){50, 0, 0}, 12, PRG_KIND_PEOPLE, 3);
  const prg_panel *panels[] = {&large, &small, &large};
  prg_learn_options options = options_of(3, 121);
  learn_cases cases;
  assert_int_equal(learn_cases_make(panels, 3, &options, &cases, NULL), PRG_OK);
  assert_int_equal(cases.n, 20 + 2 * 50);
  size_t from_small = 0;
  for (size_t i = 0; i < cases.n; i++)
    from_small += cases.item[i].series < small.series + 5 && cases.item[i].series >= small.series;
  assert_int_equal(from_small, 20);
  learn_cases_clear(&cases);
  prg_panel_clear(&small);
  prg_panel_clear(&large);
}

/* Five figures: four to look at, one to hit. */
static void test_shortest_series(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){2, 0, 0}, 5, PRG_KIND_PEOPLE, 2);
  panel.series[1].n = 4;
  const prg_panel *panels[] = {&panel};
  prg_learn_options options = options_of(6, 100);
  learn_cases cases;
  assert_int_equal(learn_cases_make(panels, 1, &options, &cases, NULL), PRG_OK);
  assert_int_equal(cases.series, 1);
  assert_int_equal(cases.left_out, 1);
  for (size_t i = 0; i < cases.n; i++)
    assert_true(cases.item[i].n == 4 && cases.item[i].ahead == 1);
  learn_cases_clear(&cases);
  prg_panel_clear(&panel);
}

/* Of few figures: the whole series; of nine and more those before the origin alone. */
static void test_scale(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){2, 0, 0}, 6, PRG_KIND_PEOPLE, 2);
  const double y[] = {10, 13, 12, NAN, 11, 15}, flat[] = {40, 40, 40, 40, 40, 40};
  memcpy(panel.series[0].value, y, sizeof y);
  memcpy(panel.series[1].value, flat, sizeof flat);
  const prg_panel *panels[] = {&panel};
  prg_learn_options options = options_of(1, 100);
  learn_cases cases;
  assert_int_equal(learn_cases_make(panels, 1, &options, &cases, NULL), PRG_OK);
  for (size_t i = 0; i < cases.n; i++)
    assert_close(cases.item[i].scale, cases.item[i].series == panel.series ? 8 / 3.0 : .4, 1e-14);
  assert_int_equal(cases.n_aside, 0);
  learn_cases_clear(&cases);
  prg_panel_clear(&panel);

  const double last[] = {10, 13, 12, 14, 11, 15, 13, 16, 17, 95};
  fixture_panel(&panel, (const size_t[]){1, 0, 0}, 10, PRG_KIND_PEOPLE, 2);
  memcpy(panel.series[0].value, last, sizeof last);
  options.origins = 1;
  assert_int_equal(learn_cases_make(panels, 1, &options, &cases, NULL), PRG_OK);
  for (size_t i = 0; i < cases.n; i++)
    assert_close(cases.item[i].scale, 19 / 8.0, 1e-14);
  learn_cases_clear(&cases);
  prg_panel_clear(&panel);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_windows_keep_within_their_series),
      cmocka_unit_test(test_panels_give_evenly),
      cmocka_unit_test(test_shortest_series),
      cmocka_unit_test(test_scale),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
