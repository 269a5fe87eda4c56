#include <prognos/target.h>

#include <stdlib.h>

#include "test.h"

typedef struct example {
  prg_indicator indicator;
  prg_target_part part[2];
  prg_target_result result;
} example;

static void begin(example *x, prg_indicator_kind kind, double value, double of, double last,
                  double last_of) {
  *x = (example){.indicator = {.kind = kind}};
  for (size_t g = 0; g < 2; g++)
    x->part[g] = (prg_target_part){.value = g == 0 ? 31 : value,
                                   .of = g == 0 && !isnan(of) ? 83 : of,
                                   .last = g == 0 ? 29 : last,
                                   .last_of = g == 0 && !isnan(last_of) ? 79 : last_of,
                                   .outlook = {37, 37.5, 31, 44, .61},
                                   .difference = {.1, -.2, .4, false}};
  x->result = (prg_target_result){.indicator = &x->indicator,
                                  .part = x->part,
                                  .n_part = 2,
                                  .probability = .37,
                                  .verdict = "Delvis",
                                  .follow_up = {calloc(4, sizeof(prg_message)), 3, 4, false},
                                  .assessment = {calloc(2, sizeof(prg_message)), 1, 2, false}};
}

static void end(example *x) {
  free(x->result.follow_up.item);
  free(x->result.assessment.item);
}

static void check(prg_indicator_kind kind, double value, double of, double last, double last_of,
                  bool hidden) {
  example x;
  begin(&x, kind, value, of, last, last_of);
  assert_int_equal(prg_target_hide(&x.result, 5), hidden);
  assert_int_equal(isnan(x.part[0].value), hidden);
  assert_int_equal(isnan(x.part[1].outlook.median), hidden);
  assert_int_equal(isnan(x.result.probability), hidden);
  assert_int_equal(x.result.assessment.n, hidden ? 0 : 1);
  assert_string_equal(x.result.verdict, "Delvis");
  if (hidden) {
    assert_int_equal(x.result.follow_up.n, 1);
    assert_int_equal(x.result.follow_up.item[0].text, PRG_TEXT_TARGET_FEW);
  }
  end(&x);
}

static void test_counts(void **state) {
  (void)state;
  check(PRG_INDICATOR_COUNT, 4, NAN, 17, NAN, true);
  check(PRG_INDICATOR_COUNT, 17, NAN, 1, NAN, true);
  check(PRG_INDICATOR_COUNT, 5, NAN, 17, NAN, false);
  check(PRG_INDICATOR_COUNT, 0, NAN, 17, NAN, false);
}

/* Those who did not reach it are people, too. */
static void test_shares(void **state) {
  (void)state;
  check(PRG_INDICATOR_SHARE, 7, 21, 17, 81, false);
  check(PRG_INDICATOR_SHARE, 3, 21, 17, 81, true);
  check(PRG_INDICATOR_SHARE, 18, 21, 17, 81, true);
  check(PRG_INDICATOR_SHARE, 7, 21, 80, 81, true);
  check(PRG_INDICATOR_SHARE, 21, 21, 17, 81, false);
}

static void test_a_goal_that_tells_last_year_does_not(void **state) {
  (void)state;
  example x;
  begin(&x, PRG_INDICATOR_COUNT, 17, NAN, 3, NAN);
  prg_message_set(&x.result.goal, PRG_TEXT_GOAL_ABOVE_FIGURE,
                  PRG_ARGS(prg_number(3, 0), prg_string(" personer")));
  assert_true(prg_target_hide(&x.result, 5));
  assert_int_equal(x.result.goal.text, PRG_TEXT_GOAL_ABOVE_LAST);
  end(&x);
}

/* A share told as a percentage alone, and a mean, have no persons to show. */
static void test_figures_without_persons(void **state) {
  (void)state;
  check(PRG_INDICATOR_SHARE, .04, NAN, .03, NAN, false);
  check(PRG_INDICATOR_INDEX, 3.9, NAN, 4.1, NAN, false);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_counts),
      cmocka_unit_test(test_shares),
      cmocka_unit_test(test_a_goal_that_tells_last_year_does_not),
      cmocka_unit_test(test_figures_without_persons),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
