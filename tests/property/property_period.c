/* Laws that hold for every period of every frequency in the years that are read. */
#include "test.h"

#include <prognos/period.h>

static const char *const first[PRG_FREQUENCY_COUNT] = {
    [PRG_INDEX] = "1",          [PRG_YEAR] = "1000",    [PRG_SCHOOL_YEAR] = "1000/01",
    [PRG_HALF_YEAR] = "1000H1", [PRG_TERM] = "VT1000",  [PRG_QUARTER] = "1000K1",
    [PRG_MONTH] = "1000M01",    [PRG_WEEK] = "1000V01", [PRG_DAY] = "1000-01-01",
};
static const char *const last[PRG_FREQUENCY_COUNT] = {
    [PRG_INDEX] = "999",        [PRG_YEAR] = "2999",    [PRG_SCHOOL_YEAR] = "2999/00",
    [PRG_HALF_YEAR] = "2999H2", [PRG_TERM] = "HT2999",  [PRG_QUARTER] = "2999K4",
    [PRG_MONTH] = "2999M12",    [PRG_WEEK] = "2999V52", [PRG_DAY] = "2999-12-31",
};

static prg_period period(const char *text) {
  prg_period p;
  if (!prg_period_parse(text, strlen(text), &p))
    fail_msg("\"%s\" is not read", text);
  return p;
}

static void assert_reads_as(const char *text, prg_period expected) {
  prg_period p = period(text);
  if (prg_period_compare(p, expected) != 0)
    fail_msg("\"%s\" is %d of frequency %d, expected %d", text, p.ordinal, p.frequency,
             expected.ordinal);
}

static void property_what_is_printed_is_read_back(void **state) {
  (void)state;
  for (int f = 0; f < PRG_FREQUENCY_COUNT; f++) {
    prg_period end = period(last[f]);
    for (prg_period p = period(first[f]); p.ordinal <= end.ordinal; p.ordinal++) {
      char buffer[PRG_PERIOD_BYTES];
      assert_reads_as(prg_period_print(p, buffer), p);
      assert_reads_as(prg_period_print_people(p, PRG_SWEDISH, buffer), p);
      assert_reads_as(prg_period_print_people(p, PRG_ENGLISH, buffer), p);
    }
  }
}

static void property_the_range_ends_where_the_years_do(void **state) {
  (void)state;
  for (int f = 0; f < PRG_FREQUENCY_COUNT; f++) {
    char buffer[PRG_PERIOD_BYTES];
    prg_period outside[2] = {prg_period_add(period(first[f]), -1),
                             prg_period_add(period(last[f]), 1)},
               p;
    for (int i = 0; i < 2; i++) {
      prg_period_print(outside[i], buffer);
      /* The place after 999 reads as a year. */
      bool is_read = prg_period_parse(buffer, strlen(buffer), &p);
      assert_int_equal(is_read, f == PRG_INDEX && i == 1);
    }
  }
}

/* Positions follow one another and the year changes exactly where they start again. */
static void property_positions_and_years_go_round_together(void **state) {
  (void)state;
  for (int f = PRG_YEAR; f < PRG_DAY; f++) {
    int season = prg_frequency_season((prg_frequency)f);
    prg_period end = period(last[f]);
    for (prg_period p = period(first[f]); p.ordinal < end.ordinal; p.ordinal++) {
      prg_period next = prg_period_add(p, 1);
      int from = prg_period_position(p), to = prg_period_position(next);
      bool week_53 = f == PRG_WEEK && from == 51 && to == 51;
      assert_in_range(from, 0, season - 1);
      assert_true(week_53 || to == (from + 1) % season);
      assert_int_equal(prg_period_year(next) - prg_period_year(p), to == 0);
    }
  }
}

/* A small generator with a seed of its own: the same cases in every run. */
static uint32_t random_bits(uint64_t *seed) {
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(*seed >> 33);
}

static prg_period random_period(uint64_t *seed, int f) {
  prg_period p = period(first[f]);
  int span = prg_period_distance(p, period(last[f])) + 1;
  return prg_period_add(p, (int)(random_bits(seed) % (unsigned)span));
}

static void property_add_distance_and_compare_agree(void **state) {
  (void)state;
  uint64_t seed = 20221015;
  for (int i = 0; i < 200000; i++) {
    int f = i % PRG_FREQUENCY_COUNT;
    prg_period a = random_period(&seed, f), b = random_period(&seed, f);
    int steps = prg_period_distance(a, b), more = (int)(random_bits(&seed) % 1009) - 504;
    assert_int_equal(prg_period_compare(prg_period_add(a, steps), b), 0);
    assert_int_equal(prg_period_distance(b, a), -steps);
    assert_int_equal(prg_period_distance(a, prg_period_add(b, more)), steps + more);
    int order = prg_period_compare(a, b);
    assert_int_equal((order > 0) - (order < 0), (steps < 0) - (steps > 0));
    assert_int_equal((order > 0) - (order < 0),
                     (prg_period_compare(b, a) < 0) - (prg_period_compare(b, a) > 0));
    assert_true(order > 0 || prg_period_year(a) <= prg_period_year(b));
  }
}

/* Garbage made of the grammar's own letters: what is accepted has one canonical notation. */
static void property_whatever_is_read_has_a_canonical_notation(void **state) {
  (void)state;
  static const char *const pieces[] = {
      "2022", "1999", "22", "07", "1", "12", "53", "K",     "M",  "V", "H",       "HT",      "vt",
      "jan",  "maj",  "-",  "/",  ".", ":",  " ",  "läsår", "år", "a", "kvartal", "20221015"};
  uint64_t seed = 4711;
  int n_read = 0;
  for (int i = 0; i < 400000; i++) {
    char text[128] = "", buffer[PRG_PERIOD_BYTES];
    for (uint32_t n = 1 + random_bits(&seed) % 5; n > 0; n--)
      strcat(text, pieces[random_bits(&seed) % (sizeof pieces / sizeof *pieces)]);
    prg_period p;
    if (!prg_period_parse(text, strlen(text), &p))
      continue;
    assert_reads_as(prg_period_print(p, buffer), p);
    n_read++;
  }
  assert_in_range(n_read, 10000, 390000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(property_what_is_printed_is_read_back),
      cmocka_unit_test(property_the_range_ends_where_the_years_do),
      cmocka_unit_test(property_positions_and_years_go_round_together),
      cmocka_unit_test(property_add_distance_and_compare_agree),
      cmocka_unit_test(property_whatever_is_read_has_a_canonical_notation),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
