#include "evaluate/learn_case.h"

#include "evaluate/learn_draw.h"
#include "learn_fixture.h"

static prg_learn_options options_of(size_t horizon, size_t windows) {
  prg_learn_options options;
  prg_learn_options_init(&options);
  options.horizon = horizon;
  options.windows = windows;
  options.origins = 2;
  return options;
}

/* The cases of the panels, and the sample that has their figures. */
static learn_cases take(const prg_panel *const *panel, size_t n, const prg_learn_options *options,
                        prg_learn_sample **sample) {
  learn_cases cases;
  assert_int_equal(learn_sample_of(panel, n, options, sample, NULL), PRG_OK);
  assert_int_equal(learn_cases_take(*sample, 1, &cases, NULL), PRG_OK);
  return cases;
}

static void done(learn_cases *cases, prg_learn_sample *sample) {
  learn_cases_clear(cases);
  prg_learn_sample_free(sample);
}

/* The series that the case is a window of, told by its last figure; *begin: where it begins. */
static size_t series_of(const prg_panel *panel, const learn_case *c, size_t *begin) {
  for (size_t i = 0; i < panel->n; i++)
    for (size_t t = 0; t + c->n + c->ahead <= panel->series[i].n; t++)
      if (memcmp(panel->series[i].value + t, c->value, (c->n + c->ahead) * sizeof *c->value) == 0) {
        *begin = t;
        return i;
      }
  fail_msg("a window of no series");
  return 0;
}

static void test_windows_keep_within_their_series(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){140, 50, 10}, 33, PRG_KIND_PEOPLE, 21);
  panel.series[4].value[0] = panel.series[4].value[17] = panel.series[9].value[26] = NAN;
  const prg_panel *panels[] = {&panel};
  prg_learn_options options = options_of(6, 1000);
  prg_learn_sample *sample;
  learn_cases cases = take(panels, 1, &options, &sample);
  assert_true(cases.n > 780 && cases.n <= 800);
  assert_int_equal(cases.series, 200);
  size_t whole = 0, shortest = 99, longest = 0, aside = 0;
  for (size_t i = 0; i < cases.n; i++) {
    const learn_case *c = &cases.item[i];
    prg_series window = learn_case_window(c);
    size_t begin = 0, from = series_of(&panel, c, &begin);
    learn_draw draw = learn_draw_begin(options.seed, 0, panel.series[from].name);
    assert_true(c->ahead == 6);
    assert_false(isnan(window.value[0]) || isnan(window.value[window.n - 1]));
    assert_ptr_equal(window.value, c->value);
    assert_int_equal(window.kind, PRG_KIND_UNKNOWN);
    assert_true(c->scale > 0);
    assert_true(c->aside == (i >= cases.n - cases.n_aside));
    assert_true(c->aside == (learn_draw_below(&draw, 10) == 0));
    aside += c->aside;
    whole += begin + c->n == 27 ? 1 : 0;
    shortest = c->n < shortest ? c->n : shortest;
    longest = c->n > longest ? c->n : longest;
  }
  assert_true(aside >= 40 && aside <= 120); /* of about one series in ten */
  assert_true(whole >= 2 * 199);            /* the last origin: all of it, and a stretch of it */
  assert_int_equal(shortest, 4);
  assert_int_equal(longest, 27);
  done(&cases, sample);
  prg_panel_clear(&panel);
}

/* No more of a long series than is used of it. */
static void test_long_series(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){1, 0, 0}, 100, PRG_KIND_PEOPLE, 2);
  panel.series[0].value[14] = NAN; /* where the last 80 known would begin */
  const prg_panel *panels[] = {&panel};
  prg_learn_options options = options_of(6, 100);
  options.origins = 1;
  prg_learn_sample *sample;
  learn_cases cases = take(panels, 1, &options, &sample);
  assert_int_equal(cases.n, 2);
  size_t longest = cases.item[0].n > cases.item[1].n ? cases.item[0].n : cases.item[1].n;
  assert_int_equal(longest, 79);
  done(&cases, sample);
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
  prg_learn_sample *sample;
  learn_cases cases = take(panels, 3, &options, &sample);
  assert_int_equal(cases.n, 20 + 2 * 50);
  const size_t n[] = {50, 20, 50};
  for (size_t p = 0; p < 3; p++) {
    learn_stratum *stratum = learn_sample_find(sample, p, 1);
    assert_int_equal(stratum->panel, p);
    assert_int_equal(stratum->n, n[p]);
  }
  done(&cases, sample);
  prg_panel_clear(&small);
  prg_panel_clear(&large);
}

/* The same panel given twice is drawn from anew. */
static void test_a_panel_twice(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){50, 0, 0}, 30, PRG_KIND_PEOPLE, 2);
  const prg_panel *panels[] = {&panel, &panel};
  prg_learn_options options = options_of(3, 400);
  prg_learn_sample *sample;
  learn_cases cases = take(panels, 2, &options, &sample);
  const learn_stratum *a = learn_sample_find(sample, 0, 1);
  size_t same = 0;
  assert_int_equal(cases.n, 400);
  for (size_t i = 0; i < a->n; i++) {
    const learn_stratum *b = learn_sample_find(sample, 1, 1);
    for (size_t j = 0; j < b->n; j++)
      same += a->item[i].n == b->item[j].n && a->item[i].value[0] == b->item[j].value[0];
  }
  assert_true(same >= 50 && same < 80); /* at the last origin all that is known, and by chance */
  done(&cases, sample);
  prg_panel_clear(&panel);
}

/* Five figures: four to look at, one to hit. */
static void test_shortest_series(void **state) {
  (void)state;
  prg_panel panel;
  fixture_panel(&panel, (const size_t[]){2, 0, 0}, 5, PRG_KIND_PEOPLE, 2);
  panel.series[1].n = 4;
  const prg_panel *panels[] = {&panel};
  prg_learn_options options = options_of(6, 100);
  prg_learn_sample *sample;
  learn_cases cases = take(panels, 1, &options, &sample);
  assert_int_equal(cases.series, 1);
  assert_int_equal(cases.left_out, 1);
  assert_true(cases.n > 0);
  for (size_t i = 0; i < cases.n; i++)
    assert_true(cases.item[i].n == 4 && cases.item[i].ahead == 1);
  done(&cases, sample);
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
  prg_learn_sample *sample;
  learn_cases cases = take(panels, 1, &options, &sample);
  for (size_t i = 0; i < cases.n; i++)
    assert_close(cases.item[i].scale, cases.item[i].value[0] < 20 ? 8 / 3.0 : .4, 1e-14);
  assert_true(cases.n > 2);
  done(&cases, sample);
  prg_panel_clear(&panel);

  const double last[] = {10, 13, 12, 14, 11, 15, 13, 16, 17, 95};
  fixture_panel(&panel, (const size_t[]){1, 0, 0}, 10, PRG_KIND_PEOPLE, 2);
  memcpy(panel.series[0].value, last, sizeof last);
  options.origins = 1;
  cases = take(panels, 1, &options, &sample);
  assert_int_equal(cases.n, 2);
  for (size_t i = 0; i < cases.n; i++)
    assert_close(cases.item[i].scale, 19 / 8.0, 1e-14);
  assert_int_equal(cases.n_aside, 0); /* of one series alone */
  done(&cases, sample);
  prg_panel_clear(&panel);
}

/* Numbers of a series are its own, even, and others for another seed, panel or name. */
static void test_random_numbers(void **state) {
  (void)state;
  learn_draw a = learn_draw_begin(1, 0, "skola"), b = a,
             other[] = {learn_draw_begin(2, 0, "skola"), learn_draw_begin(1, 1, "skola"),
                        learn_draw_begin(1, 0, "skolb")};
  assert_true(learn_draw_bits(&a) == learn_draw_bits(&b));
  for (size_t i = 0; i < 3; i++)
    assert_true(learn_draw_bits(&other[i]) != learn_draw_bits(&b));
  double sum = 0;
  size_t count[7] = {0};
  for (int i = 0; i < 7000; i++) {
    double u = learn_draw_uniform(&a);
    assert_true(u >= 0 && u < 1);
    sum += u;
    count[learn_draw_below(&a, 7)]++;
  }
  assert_close(sum / 7000, .5, .015);
  for (size_t i = 0; i < 7; i++)
    assert_true(count[i] > 880 && count[i] < 1120); /* four deviations */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_windows_keep_within_their_series),
      cmocka_unit_test(test_long_series),
      cmocka_unit_test(test_panels_give_evenly),
      cmocka_unit_test(test_a_panel_twice),
      cmocka_unit_test(test_shortest_series),
      cmocka_unit_test(test_scale),
      cmocka_unit_test(test_random_numbers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
