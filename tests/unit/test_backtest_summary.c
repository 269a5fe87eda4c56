#include "backtest_fixture.h"

#include <prognos/backtest_summary.h>

/* A summary of the oracle and naive, with the workspace whose models it borrows. */
typedef struct contest {
  prg_backtest *backtest;
  prg_backtest_result result;
  prg_backtest_summary summary;
} contest;

static void begin(contest *c) {
  static const prg_model_type *model = &oracle_model;
  prg_backtest_options options;
  prg_backtest_options_init(&options);
  options.model = &model;
  options.horizon = 2;
  c->backtest = prg_backtest_alloc(&options, NULL);
  c->result = (prg_backtest_result){0};
  assert_non_null(c->backtest);
  assert_int_equal(prg_backtest_summary_init(&c->summary, c->backtest, NULL), PRG_OK);
}

static void add(contest *c, const double *value, size_t n, oracle asked) {
  prg_series series = yearly("skola", value, n);
  the_oracle = asked;
  the_oracle.whole = &series;
  assert_int_equal(prg_backtest_run(c->backtest, &series, &c->result, NULL), PRG_OK);
  prg_backtest_summary_add(&c->summary, &c->result);
  prg_series_clear(&series);
}

static void end(contest *c) {
  prg_backtest_summary_clear(&c->summary);
  prg_backtest_summary_clear(NULL);
  prg_backtest_result_clear(&c->result);
  prg_backtest_free(c->backtest);
}

static const double school[] = {96, 112, 126, 131, 129, 126};
static const double rising[] = {31, 38, 42,  51,  55,  63,  69,  74,  83,
                                88, 94, 103, 107, 115, 121, 126, 135, 140};

/* By hand, naive on the school: errors 2 and 5 from 2020, 3 from 2021; scale 35/3. */
static void test_measures_by_lead_by_hand(void **state) {
  (void)state;
  contest c;
  begin(&c);
  add(&c, school, 6, (oracle){.offset = 4.5});
  assert_int_equal(c.summary.naive, 1);
  assert_int_equal(c.summary.n_origin, 2);
  prg_measures all = prg_backtest_summary_measures(&c.summary, 1, 0);
  prg_measures one = prg_backtest_summary_measures(&c.summary, 1, 1);
  prg_measures two = prg_backtest_summary_measures(&c.summary, 1, 2);
  assert_int_equal(all.n, 3);
  assert_int_equal(one.n, 2);
  assert_int_equal(two.n, 1);
  assert_digits(all.mase, (2 + 5 + 3) / 3.0 / (35 / 3.0), 13);
  assert_digits(one.bias, 2.5, 13);
  assert_digits(two.mape, 100 * 5 / 126.0, 13);
  assert_digits(one.smape, (200 * 2 / 260.0 + 200 * 3 / 255.0) / 2, 13);
  /* The oracle is 4.5 off: 9 against 7 from 2020, 4.5 against 3 from 2021. */
  assert_digits(prg_backtest_summary_measures(&c.summary, 0, 2).bias, 4.5, 13);
  assert_int_equal(c.summary.n_better[0], 0);
  assert_int_equal(c.summary.n_better[1], 0);
  end(&c);
}

static void test_series_add_up(void **state) {
  (void)state;
  contest c;
  begin(&c);
  add(&c, school, 6, (oracle){0});
  add(&c, rising, 18, (oracle){0});
  assert_int_equal(c.summary.n_series, 2);
  assert_int_equal(c.summary.n_origin, 2 + 14);
  assert_int_equal(c.summary.n_better[0], 16);
  assert_int_equal(prg_backtest_summary_measures(&c.summary, 1, 1).n, 16);
  assert_int_equal(prg_backtest_summary_measures(&c.summary, 1, 2).n, 14);
  prg_backtest_summary_reset(&c.summary);
  assert_int_equal(c.summary.n_origin, 0);
  assert_false(prg_backtest_summary_has(&c.summary, 0));
  assert_int_equal(prg_backtest_summary_measures(&c.summary, 1, 0).n, 0);
  add(&c, school, 6, (oracle){0});
  assert_int_equal(c.summary.n_better[0], 2);
  end(&c);
}

static prg_text recommended(const contest *c) {
  prg_notes notes = {0};
  prg_backtest_recommend(&c->summary, &notes);
  assert_int_equal(notes.n, 1);
  return notes.note[0].text;
}

static void test_recommends_what_beats_naive_often_enough(void **state) {
  (void)state;
  contest c;
  begin(&c);
  add(&c, rising, 18, (oracle){0});
  prg_notes notes = {0};
  prg_backtest_recommend(&c.summary, &notes);
  assert_int_equal(notes.note[0].text, PRG_TEXT_BACKTEST_BEST);
  assert_string_equal(notes.note[0].argument[0].string, "oracle");
  assert_close(notes.note[0].argument[3].number, 14, 0);
  assert_close(notes.note[0].argument[4].number, 14, 0);
  end(&c);
}

static void test_few_origins_recommend_nothing(void **state) {
  (void)state;
  contest c;
  begin(&c);
  add(&c, school, 6, (oracle){0});
  assert_int_equal(recommended(&c), PRG_TEXT_BACKTEST_FEW);
  end(&c);
}

/* Small steps and a few large ones: naive wins at most origins, and loses on the whole. */
static void test_winning_seldom_may_be_chance(void **state) {
  (void)state;
  static const double y[] = {50, 51, 50, 51, 52, 53, 52, 51, 50,  51,  50,
                             51, 52, 53, 52, 51, 50, 51, 52, 152, 253, 354};
  contest c;
  begin(&c);
  add(&c, y, 22, (oracle){.offset = 2.75});
  prg_notes notes = {0};
  prg_backtest_recommend(&c.summary, &notes);
  assert_int_equal(notes.note[0].text, PRG_TEXT_BACKTEST_UNPROVEN);
  assert_close(notes.note[0].argument[3].number, 4, 0); /* the windows that end with 51 to 253 */
  end(&c);
}

static void test_nothing_that_loses_is_recommended(void **state) {
  (void)state;
  contest c;
  begin(&c);
  add(&c, school, 6, (oracle){.offset = 4.5});
  prg_notes notes = {0};
  prg_backtest_recommend(&c.summary, &notes);
  assert_int_equal(notes.note[0].text, PRG_TEXT_BACKTEST_NONE_BEATS);
  prg_buffer words;
  prg_buffer_init(&words);
  prg_message_write(&notes.note[0], PRG_ENGLISH, &words);
  assert_string_equal(prg_buffer_string(&words),
                      "No method beat the last figure (naive), MASE 0.29; oracle came closest with "
                      "0.39 (origins: 2).");
  prg_buffer_free(&words);
  end(&c);
}

static void test_nothing_to_rank(void **state) {
  (void)state;
  static const double constant[] = {14, 14, 14, 14, 14, 14, 14};
  contest c;
  begin(&c);
  assert_int_equal(recommended(&c), PRG_TEXT_BACKTEST_NO_RANKING); /* nothing added */
  add(&c, constant, 7, (oracle){0});
  assert_int_equal(recommended(&c), PRG_TEXT_BACKTEST_NO_RANKING);
  prg_backtest_summary_reset(&c.summary);
  add(&c, school, 6, (oracle){.refuse_from = 5}); /* naive alone */
  assert_int_equal(recommended(&c), PRG_TEXT_BACKTEST_NO_RANKING);
  end(&c);
}

static void test_a_model_of_some_series_is_not_compared(void **state) {
  (void)state;
  contest c;
  begin(&c);
  add(&c, rising, 18, (oracle){0});
  add(&c, school, 6, (oracle){.refuse_from = 5});
  assert_false(prg_backtest_summary_has(&c.summary, 0));
  assert_true(prg_backtest_summary_has(&c.summary, 1));
  prg_notes notes = {0};
  prg_backtest_recommend(&c.summary, &notes);
  assert_int_equal(notes.n, 2);
  assert_int_equal(notes.note[0].text, PRG_TEXT_NOTE_BACKTEST_PARTLY);
  assert_close(notes.note[0].argument[1].number, 1, 0);
  assert_int_equal(notes.note[1].text, PRG_TEXT_BACKTEST_NO_RANKING);
  end(&c);
}

/* The oracle's intervals have no width: a little off, it is the best model, and never sure enough.
 */
static void test_narrow_intervals_are_told(void **state) {
  (void)state;
  contest c;
  begin(&c);
  add(&c, rising, 18, (oracle){.offset = .625});
  prg_notes notes = {0};
  prg_backtest_recommend(&c.summary, &notes);
  assert_int_equal(notes.n, 2);
  assert_int_equal(notes.note[0].text, PRG_TEXT_BACKTEST_BEST);
  assert_int_equal(notes.note[1].text, PRG_TEXT_BACKTEST_NARROW);
  assert_close(notes.note[1].argument[1].number, 0, 0);
  assert_close(notes.note[1].argument[2].number, 14 + 13, 0);
  end(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_measures_by_lead_by_hand),
      cmocka_unit_test(test_series_add_up),
      cmocka_unit_test(test_recommends_what_beats_naive_often_enough),
      cmocka_unit_test(test_few_origins_recommend_nothing),
      cmocka_unit_test(test_winning_seldom_may_be_chance),
      cmocka_unit_test(test_nothing_that_loses_is_recommended),
      cmocka_unit_test(test_nothing_to_rank),
      cmocka_unit_test(test_a_model_of_some_series_is_not_compared),
      cmocka_unit_test(test_narrow_intervals_are_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
