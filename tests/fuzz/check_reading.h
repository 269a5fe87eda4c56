/* What must be true of any reading, whatever the bytes were. */
#ifndef FUZZ_CHECK_READING_H
#define FUZZ_CHECK_READING_H

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/reading.h>
#include <prognos/tidy.h>

#define ROUND_TRIP_PERIODS 2000 /* more take too long to write for every input */

static inline void must(bool condition) {
  if (!condition)
    abort();
}

static inline void check_series(const prg_series *series) {
  must(series->n > 0 && series->season >= 1);
  for (size_t t = 0; t < series->n; t++) {
    bool has = prg_observation_has_value(series->observation[t]);
    must(has ? isfinite(series->value[t]) != 0 : isnan(series->value[t]) != 0);
  }
}

static inline void check_same(const prg_panel *a, const prg_panel *b) {
  must(a->n == b->n);
  for (size_t i = 0; i < a->n; i++) {
    const prg_series *x = &a->series[i], *y = &b->series[i];
    must(strcmp(x->name, y->name) == 0 && prg_period_compare(x->start, y->start) == 0);
    must(x->n == y->n);
    for (size_t t = 0; t < x->n; t++)
      must(x->observation[t] == y->observation[t] &&
           (x->value[t] == y->value[t] || (isnan(x->value[t]) && isnan(y->value[t]))));
  }
}

static inline void check_round_trip(const prg_panel *panel) {
  size_t periods = 0;
  for (size_t i = 0; i < panel->n; i++)
    periods += panel->series[i].n;
  if (periods > ROUND_TRIP_PERIODS)
    return;
  prg_buffer tidy;
  prg_buffer_init(&tidy);
  must(prg_tidy_write(panel, PRG_CSV_PLAIN, &tidy, NULL) == PRG_OK);
  prg_reading again;
  must(prg_read_bytes("tidy", tidy.data, tidy.length, NULL, &again, NULL) == PRG_OK);
  check_same(panel, &again.panel);
  prg_reading_clear(&again);
  prg_buffer_free(&tidy);
}

/* Reads the bytes: an error with a text, or a panel that can be described and written again. */
static inline void check_reading(const char *name, const uint8_t *data, size_t size) {
  prg_reading reading;
  prg_error error;
  prg_status status = prg_read_bytes(name, (const char *)data, size, NULL, &reading, &error);
  if (status != PRG_OK) {
    must(error.message.text != PRG_TEXT_NONE && strcmp(error.file, name) == 0);
  } else {
    prg_notes notes = {0};
    prg_reading_describe(&reading, 6, &notes);
    must(notes.n > 0 && reading.panel.n > 0);
    for (size_t i = 0; i < reading.panel.n; i++)
      check_series(&reading.panel.series[i]);
    check_round_trip(&reading.panel);
  }
  prg_reading_clear(&reading);
}

#endif
