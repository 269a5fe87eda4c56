/* Reading what was written gives the same panel: random panels, gaps at the ends included. */
#include "test.h"

#include <prognos/number.h>
#include <prognos/reading.h>
#include <prognos/tidy.h>

#define PANELS 400

/* SplitMix64 (Steele, Lea, Flood 2014): the same panels on every machine. */
static uint64_t random_state;

static uint64_t next_random(void) {
  uint64_t z = (random_state += UINT64_C(0x9E3779B97F4A7C15));
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

static size_t below(size_t n) {
  return (size_t)(next_random() % n);
}

static double random_value(void) {
  switch (below(4)) {
  case 0:
    return (double)below(1500);
  case 1:
    return (double)below(1000000) / 1000.0 - 300;
  case 2:
    return ldexp((double)(next_random() >> 11), (int)below(400) - 250);
  default:
    return -(double)(1 + below(90)) * 1e-3;
  }
}

static void random_name(size_t number, prg_buffer *name) {
  static const char *const pieces[] = {"Grundsärskola", ";", ",",  "\"",    " · ", "12,4", "=1",
                                       "2017",          "…", "–",  "Summa", "x",   "å",    "#",
                                       "sep=",          "|", "..", "'"};
  size_t n = 1 + below(4);
  for (size_t i = 0; i < n; i++)
    prg_buffer_add(name, pieces[below(sizeof pieces / sizeof *pieces)]);
  prg_buffer_printf(name, "%zu", number); /* tells them apart, and ends them without a blank */
}

static prg_period random_start(prg_frequency frequency) {
  static const int first[PRG_FREQUENCY_COUNT] = {1,        1975,      1975,   2 * 1975, 2 * 1975,
                                                 4 * 1975, 12 * 1975, 52 * 5, 365 * 5};
  return (prg_period){frequency, first[frequency] + (int)below(40)};
}

static void add_random_series(prg_panel *panel, prg_frequency frequency) {
  prg_buffer name;
  prg_buffer_init(&name);
  random_name(panel->n, &name);
  const char *text = prg_buffer_string(&name);
  prg_series series;
  prg_series_init(&series, text + strspn(text, " "), random_start(frequency), 1 + below(14), NULL);
  for (size_t t = 0; t < series.n; t++) {
    series.observation[t] = (prg_observation)below(PRG_OBSERVATION_COUNT);
    if (prg_observation_has_value(series.observation[t]))
      series.value[t] = random_value();
  }
  if (panel->n == 0) { /* a file must have a figure */
    series.observation[0] = PRG_OBSERVED;
    series.value[0] = 249;
  }
  assert_int_equal(prg_panel_add(panel, &series, NULL), PRG_OK);
  prg_buffer_free(&name);
}

static void assert_same_series(const prg_series *a, const prg_series *b) {
  assert_string_equal(a->name, b->name);
  assert_int_equal(prg_period_compare(a->start, b->start), 0);
  assert_int_equal(a->n, b->n);
  for (size_t t = 0; t < a->n; t++) {
    assert_int_equal(a->observation[t], b->observation[t]);
    assert_close(b->value[t], a->value[t], 0);
  }
}

static void check_panel(const prg_panel *panel, const prg_buffer *text) {
  prg_reading again;
  prg_error error;
  if (prg_read_bytes("tidy.csv", text->data, text->length, NULL, &again, &error) != PRG_OK)
    fail_msg("line %zu: %s\n%s", error.line, prg_text_get(error.message.text, PRG_ENGLISH),
             text->data);
  assert_int_equal(again.layout, PRG_LAYOUT_LONG);
  assert_int_equal(panel->n, again.panel.n);
  for (size_t i = 0; i < panel->n; i++)
    assert_same_series(&panel->series[i], &again.panel.series[i]);
  prg_buffer twice;
  prg_buffer_init(&twice);
  assert_int_equal(prg_tidy_write(&again.panel, PRG_CSV_PLAIN, &twice, NULL), PRG_OK);
  assert_string_equal(text->data, twice.data);
  prg_buffer_free(&twice);
  prg_reading_clear(&again);
}

static void property_written_panel_reads_back(void **state) {
  (void)state;
  random_state = 20221015;
  for (int i = 0; i < PANELS; i++) {
    prg_panel panel;
    prg_panel_init(&panel);
    prg_frequency frequency = (prg_frequency)below(PRG_FREQUENCY_COUNT);
    for (size_t n = 1 + below(6); n > 0; n--)
      add_random_series(&panel, frequency);
    prg_buffer text;
    prg_buffer_init(&text);
    assert_int_equal(prg_tidy_write(&panel, PRG_CSV_PLAIN, &text, NULL), PRG_OK);
    check_panel(&panel, &text);
    prg_buffer_free(&text);
    prg_panel_clear(&panel);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(property_written_panel_reads_back)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
