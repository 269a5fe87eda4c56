#include <prognos/capacity.h>

#include <stdlib.h>

#include "forecast_test.h"

#define PATHS 4000

static const double grundsarskola[] = {168, 183, 198, 214, 240, 249};

typedef struct example {
  trial t;
  prg_places places;
  prg_capacity_options options;
  prg_capacity capacity;
  double *path;
} example;

static void reckon(example *x, const char *places) {
  prg_error error;
  trial_run(&x->t, &(trial_options){.model = "drift", .every = PRG_YEAR, .start = 2017},
            grundsarskola, 6);
  x->path = malloc(PATHS * 5 * sizeof *x->path);
  assert_int_equal(prg_forecaster_paths(x->t.forecaster, PATHS, 7, x->path, NULL), PRG_OK);
  assert_int_equal(prg_places_parse(&x->places, places, &error), PRG_OK);
  prg_capacity_options_init(&x->options);
  x->options.group_size = 8;
  assert_int_equal(prg_capacity_reckon(&x->t.forecast, x->path, PATHS, &x->places, &x->options,
                                       &x->capacity, &error),
                   PRG_OK);
}

static void end(example *x) {
  prg_capacity_clear(&x->capacity);
  prg_places_clear(&x->places);
  free(x->path);
  trial_close(&x->t);
}

/* Worked by hand: drift 16.2, s 6.140, Student t with 4 degrees of freedom. */
static void test_the_table_against_270_places(void **state) {
  (void)state;
  example x;
  reckon(&x, "270");
  const prg_capacity *c = &x.capacity;
  assert_close(c->now.use, 249 / 270., 1e-12);
  assert_close(c->now.surplus, 21, 0);
  assert_close(c->now.groups, 32, 0);
  assert_close(c->year[0].over, .26, .005);
  assert_close(c->year[1].over, .84, .005);
  assert_close(c->year[2].over, .95, .005);
  assert_int_equal(c->likely, 2);
  assert_close(c->year[0].demand, 265.2, 1e-9);
  assert_close(c->year[0].groups, 34, 0);       /* 33.15 */
  assert_close(c->year[0].groups_upper, 35, 0); /* 275.5 / 8 = 34.4 */
  end(&x);
}

static void test_the_table_against_280_places(void **state) {
  (void)state;
  example x;
  reckon(&x, "280");
  assert_close(x.capacity.year[0].over, .05, .005);
  assert_close(x.capacity.year[1].over, .55, .005);
  assert_close(x.capacity.year[2].over, .87, .005);
  end(&x);
}

static void test_a_step_in_the_places(void **state) {
  (void)state;
  example x;
  reckon(&x, "270,2026:+40");
  assert_close(x.capacity.year[2].places, 270, 0);
  assert_close(x.capacity.year[3].places, 310, 0);
  assert_true(x.capacity.year[3].over < x.capacity.year[2].over);
  end(&x);
}

/* E(X − c)⁺ − E(c − X)⁺ = E X − c, and for a Student t E X is the median. */
static void test_lack_and_surplus_balance(void **state) {
  (void)state;
  example x;
  reckon(&x, "270");
  for (size_t h = 0; h < 5; h++) {
    const prg_capacity_year *year = &x.capacity.year[h];
    assert_true(year->lack > 0 && year->surplus > 0);
    assert_close(year->lack - year->surplus, year->demand - 270, .05);
  }
  end(&x);
}

/* Each future has one first year at most; by the year before the last most of them had it. */
static void test_the_first_year_over(void **state) {
  (void)state;
  example x;
  reckon(&x, "270");
  double sum = 0;
  for (size_t h = 0; h < 5; h++) {
    assert_true(x.capacity.first[h] >= 0);
    sum += x.capacity.first[h];
    assert_true(sum >= x.capacity.year[h].over - .03); /* once over, the year counts */
  }
  assert_true(sum <= 1 + 1e-9);
  assert_close(x.capacity.first[0], x.capacity.year[0].over, .025); /* three standard errors */
  end(&x);
}

static void test_the_sentences(void **state) {
  (void)state;
  example x;
  prg_message sentence;
  prg_buffer text = {0};
  reckon(&x, "270");
  prg_capacity_sentence(&x.capacity, "hösten", &sentence);
  prg_message_write(&sentence, PRG_SWEDISH, &text);
  assert_string_equal(
      prg_buffer_string(&text),
      "Troligen fullt hösten 2024: med 84 procents sannolikhet är platserna fyllda hösten 2024.");
  prg_buffer_clear(&text);
  prg_capacity_use_sentence(&x.capacity, "hösten", &sentence);
  prg_message_write(&sentence, PRG_SWEDISH, &text);
  assert_string_equal(prg_buffer_string(&text), "hösten 2022 användes 92 procent av platserna.");
  end(&x);
  reckon(&x, "900");
  prg_buffer_clear(&text);
  prg_capacity_sentence(&x.capacity, "", &sentence);
  prg_message_write(&sentence, PRG_ENGLISH, &text);
  assert_string_equal(
      prg_buffer_string(&text),
      "The places are probably enough until 2027, with a probability of 99 per cent.");
  prg_buffer_free(&text);
  end(&x);
}

/* Eight and eight make two groups in two schools, and one of sixteen would have been enough. */
static void test_groups_are_rounded_up_in_each_unit(void **state) {
  (void)state;
  prg_capacity_year year[2] = {{.demand = 9, .places = 12, .groups = 2},
                               {.demand = 7, .places = 6, .groups = 1, .lack = 1}};
  prg_capacity unit[2] = {{.now = year[0], .year = &year[0], .horizon = 1},
                          {.now = year[1], .year = &year[1], .horizon = 1}};
  prg_capacity_year total = prg_capacity_total(unit, 2, 1);
  assert_close(total.groups, 3, 0);
  assert_close(total.demand, 16, 0);
  assert_close(total.places, 18, 0);
  assert_close(total.lack, 1, 0);
  assert_true(isnan(total.over));
}

static void test_staff_may_bind(void **state) {
  (void)state;
  example x;
  prg_places places;
  prg_capacity capacity;
  static const char file[] = "från;platser;personal;yta\n2020;270;255;2700\n";
  reckon(&x, "270");
  assert_int_equal(prg_places_read(&places, "p", file, strlen(file), NULL), PRG_OK);
  assert_int_equal(
      prg_capacity_reckon(&x.t.forecast, NULL, 0, &places, &x.options, &capacity, NULL), PRG_OK);
  assert_close(capacity.year[0].places, 255, 0);
  assert_close(capacity.year[0].over, capacity.year[0].over_staff, 0);
  assert_close(capacity.year[0].over_premises, x.capacity.year[0].over, 0);
  assert_close(capacity.year[0].area_per_person, 2700 / 265.2, 1e-9);
  assert_null(capacity.first);
  prg_capacity_clear(&capacity);
  prg_places_clear(&places);
  end(&x);
}

static void test_a_unit_without_places(void **state) {
  (void)state;
  example x;
  prg_places places;
  prg_capacity capacity;
  prg_error error;
  static const char file[] = "enhet;från;platser\nBokskolan;2020;270\n";
  reckon(&x, "270");
  assert_int_equal(prg_places_read(&places, "p.csv", file, strlen(file), NULL), PRG_OK);
  assert_int_equal(
      prg_capacity_reckon(&x.t.forecast, NULL, 0, &places, &x.options, &capacity, &error),
      PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_CAPACITY_NO_UNIT);
  prg_places_clear(&places);
  end(&x);
}

static void test_verdicts(void **state) {
  (void)state;
  assert_int_equal(prg_capacity_verdict(.95), PRG_TEXT_CAPACITY_FULL);
  assert_int_equal(prg_capacity_verdict(.84), PRG_TEXT_CAPACITY_LIKELY);
  assert_int_equal(prg_capacity_verdict(.26), PRG_TEXT_CAPACITY_OPEN);
  assert_int_equal(prg_capacity_verdict(.05), PRG_TEXT_CAPACITY_ROOM);
  assert_int_equal(prg_capacity_verdict(NAN), PRG_TEXT_NONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_table_against_270_places),
      cmocka_unit_test(test_the_table_against_280_places),
      cmocka_unit_test(test_a_step_in_the_places),
      cmocka_unit_test(test_lack_and_surplus_balance),
      cmocka_unit_test(test_the_first_year_over),
      cmocka_unit_test(test_the_sentences),
      cmocka_unit_test(test_groups_are_rounded_up_in_each_unit),
      cmocka_unit_test(test_staff_may_bind),
      cmocka_unit_test(test_a_unit_without_places),
      cmocka_unit_test(test_verdicts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
