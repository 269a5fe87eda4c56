#include "model/trend/event_effect.h"

#include "test.h"

#include <math.h>

static void test_effects(void **state) {
  (void)state;
  static const double level[] = {0, 0, 1, 1, 1}, outlier[] = {0, 0, 1, 0, 0},
                      slope[] = {0, 0, 1, 2, 3};
  for (int t = 1; t <= 5; t++) {
    assert_close(prg_event_effect(PRG_EVENT_LEVEL, 3, t), level[t - 1], 0);
    assert_close(prg_event_effect(PRG_EVENT_OUTLIER, 3, t), outlier[t - 1], 0);
    assert_close(prg_event_effect(PRG_EVENT_SLOPE, 3, t), slope[t - 1], 0);
  }
}

static prg_status place(prg_event event, double *at, prg_error *error) {
  static const double y[] = {NAN, 21.5, 23, NAN, 19.25, 26};
  const prg_model_options options = {.n_event = 1, .event = {event}};
  prg_series series;
  assert_int_equal(
      prg_series_init_values(&series, "skola", (prg_period){PRG_YEAR, 2015}, y, 6, NULL), PRG_OK);
  prg_status status = prg_events_place(&options, &series, at, error);
  prg_series_clear(&series);
  return status;
}

static void test_places(void **state) {
  (void)state;
  double at[PRG_EVENTS_MAX];
  prg_error error;
  assert_int_equal(
      place((prg_event){.period = {PRG_YEAR, 2018}, .kind = PRG_EVENT_LEVEL}, at, NULL), PRG_OK);
  assert_close(at[0], 4, 0);
  /* 2018 has no figure; all figures are after 2016; none is from 2021. */
  assert_int_equal(
      place((prg_event){.period = {PRG_YEAR, 2018}, .kind = PRG_EVENT_OUTLIER}, at, &error),
      PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_EVENT_WITHOUT_FIGURES);
  assert_int_equal(
      place((prg_event){.period = {PRG_YEAR, 2016}, .kind = PRG_EVENT_SLOPE}, at, NULL),
      PRG_EREFUSED);
  assert_int_equal(
      place((prg_event){.period = {PRG_YEAR, 2021}, .kind = PRG_EVENT_LEVEL}, at, NULL),
      PRG_EREFUSED);
  assert_int_equal(
      place((prg_event){.period = {PRG_QUARTER, 8072}, .kind = PRG_EVENT_LEVEL}, at, &error),
      PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_EVENT_FREQUENCY);
}

static void test_words(void **state) {
  (void)state;
  const prg_event event = {.period = {PRG_YEAR, 2019}, .kind = PRG_EVENT_LEVEL};
  const prg_coefficient size = {.estimate = 51.28, .lower_95 = 13.57, .upper_95 = 88.99};
  prg_notes notes = {0};
  prg_buffer words;
  prg_buffer_init(&words);
  prg_event_note(&event, &size, &notes);
  prg_message_write(&notes.note[0], PRG_ENGLISH, &words);
  assert_string_equal(prg_buffer_string(&words),
                      "The event 2019: the level changed by 51.3 (95%: 13.6 to 89.0).");
  prg_buffer_free(&words);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_effects),
      cmocka_unit_test(test_places),
      cmocka_unit_test(test_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
