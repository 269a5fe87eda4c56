#include "backtest_fixture.h"

#include <stdlib.h>
#include <string.h>

#include <prognos/backtest_total.h>

#define SERIES 40
#define LEADS 3

static prg_backtest *backtest;
static prg_backtest_summary one[SERIES];

static int set_up(void **state) {
  (void)state;
  static const prg_model_type *model[3];
  prg_backtest_options options;
  prg_backtest_options_init(&options);
  model[0] = prg_model_find("drift");
  model[1] = prg_model_find("naive");
  model[2] = prg_model_find("linear");
  options.model = model;
  options.n_model = 3;
  options.horizon = LEADS;
  backtest = prg_backtest_alloc(&options, NULL);
  prg_backtest_result result = {0};
  for (size_t i = 0; i < SERIES; i++) {
    double value[16];
    for (size_t t = 0; t < 16; t++)
      value[t] = 100 + (double)((i * 31 + t * 17 * (1 + i % 5)) % 97) + .1 * (double)t;
    prg_series series = yearly("skola", value, 8 + i % 8);
    assert_int_equal(prg_backtest_run(backtest, &series, &result, NULL), PRG_OK);
    assert_int_equal(prg_backtest_summary_init(&one[i], backtest, NULL), PRG_OK);
    prg_backtest_summary_add(&one[i], &result);
    prg_series_clear(&series);
  }
  prg_backtest_result_clear(&result);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  for (size_t i = 0; i < SERIES; i++)
    prg_backtest_summary_clear(&one[i]);
  prg_backtest_free(backtest);
  return 0;
}

/* The sum of those of the series from `begin` on, `step` apart. */
static prg_backtest_total total_of(size_t begin, size_t step) {
  prg_backtest_total total;
  assert_int_equal(prg_backtest_total_init(&total, &one[0], NULL), PRG_OK);
  for (size_t i = begin; i < SERIES; i += step)
    prg_backtest_total_add(&total, &one[i]);
  return total;
}

static void assert_same(prg_backtest_total *left, prg_backtest_total *right) {
  const prg_backtest_summary *a = prg_backtest_total_summary(left);
  const prg_backtest_summary *b = prg_backtest_total_summary(right);
  assert_int_equal(a->n_series, b->n_series);
  assert_int_equal(a->n_origin, b->n_origin);
  assert_memory_equal(a->n_admitted, b->n_admitted, 3 * sizeof *a->n_admitted);
  assert_memory_equal(a->n_better, b->n_better, 3 * sizeof *a->n_better);
  assert_memory_equal(a->accuracy, b->accuracy, 3 * (LEADS + 1) * sizeof *a->accuracy);
}

/* Against one summary that all series were added to, by its doubles. */
static void test_is_the_summary_of_all(void **state) {
  (void)state;
  prg_backtest_total total = total_of(0, 1);
  const prg_backtest_summary *all = prg_backtest_total_summary(&total);
  assert_int_equal(all->n_series, SERIES);
  assert_string_equal(all->model[all->naive]->name, "naive");
  double scaled = 0;
  size_t n = 0;
  for (size_t i = 0; i < SERIES; i++) {
    n += one[i].accuracy[LEADS + 1 + 2].n_scaled; /* naive, two years ahead */
    scaled += one[i].accuracy[LEADS + 1 + 2].scaled;
  }
  prg_measures measures = prg_backtest_summary_measures(all, 1, 2);
  assert_in_range(n, 100, 400);
  assert_digits(measures.mase, scaled / (double)n, 13);
  prg_backtest_total_clear(&total);
  prg_backtest_total_clear(&total);
  prg_backtest_total_clear(NULL);
}

static void test_shares_read_back_are_the_whole(void **state) {
  (void)state;
  prg_backtest_total whole = total_of(0, 1), joined = {0};
  static const size_t order[] = {2, 0, 1};
  for (size_t k = 0; k < 3; k++) {
    prg_backtest_total share = total_of(order[k], 3);
    prg_buffer text = {0};
    prg_backtest_total_write(&share, &text);
    assert_int_equal(prg_backtest_total_read("part", prg_buffer_string(&text), &joined, NULL),
                     PRG_OK);
    prg_buffer_free(&text);
    prg_backtest_total_clear(&share);
  }
  assert_same(&joined, &whole);
  prg_backtest_total_clear(&joined);
  prg_backtest_total_clear(&whole);
}

static void test_what_is_no_total_is_refused(void **state) {
  (void)state;
  prg_backtest_total whole = total_of(0, 1);
  prg_buffer text = {0};
  prg_error error;
  prg_backtest_total_write(&whole, &text);
  const size_t n = text.length;
  for (size_t cut = 0; cut < n; cut += 3) {
    char *copy = strndup(prg_buffer_string(&text), cut);
    prg_backtest_total read = {0};
    assert_int_equal(prg_backtest_total_read("part", copy, &read, &error), PRG_EINPUT);
    assert_true(error.line >= 1);
    prg_backtest_total_clear(&read);
    free(copy);
  }
  static const char *const bad[] = {
      "backtest 3 1 1 drift,linear\n0 0\n", /* without naive */
      "backtest 0 1 1 naive\n0 0\n",        /* no lead */
      "backtest 3 1 1 naive,profet\n0 0\n", /* no model of ours */
      "backtest 3 1 99999999999999999999 naive\n",
      "backtest -3 1 1 naive\n",
  };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    prg_backtest_total read = {0};
    assert_int_equal(prg_backtest_total_read("part", bad[i], &read, &error), PRG_EINPUT);
    prg_backtest_total_clear(&read);
  }
  prg_buffer_free(&text);
  prg_backtest_total_clear(&whole);
}

static void test_other_models_are_refused(void **state) {
  (void)state;
  prg_backtest_total whole = total_of(0, 1);
  prg_error error;
  const char *other = "backtest 3 1 1 naive,drift,linear\n0 0\n";
  assert_int_equal(prg_backtest_total_read("part", other, &whole, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_BACKTEST_TOTAL_BROKEN);
  prg_backtest_total_clear(&whole);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_is_the_summary_of_all),
      TEST(test_shares_read_back_are_the_whole),
      TEST(test_what_is_no_total_is_refused),
      TEST(test_other_models_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
