/* Panels from text and back, for tests of what is done to panels. */
#ifndef PROGNOS_PANEL_TEXT_H
#define PROGNOS_PANEL_TEXT_H

#include "test.h"

#include <prognos/reading.h>
#include <prognos/tidy.h>

/* The panel of a CSV text. */
static inline prg_panel panel_of(const char *text) {
  prg_reading reading;
  prg_error error;
  if (prg_read_bytes("panel.csv", text, strlen(text), NULL, &reading, &error) != PRG_OK)
    fail_msg("%zu:%zu %s\n%s", error.line, error.column,
             prg_text_get(error.message.text, PRG_ENGLISH), text);
  prg_panel panel = reading.panel;
  prg_panel_init(&reading.panel);
  prg_reading_clear(&reading);
  return panel;
}

/* Its rows of tidy CSV, without the heading line. */
static inline void assert_panel(const prg_panel *panel, const char *expected) {
  prg_buffer tidy;
  prg_buffer_init(&tidy);
  prg_tidy_rows(panel, PRG_CSV_PLAIN, &tidy);
  assert_string_equal(prg_buffer_string(&tidy), expected);
  prg_buffer_free(&tidy);
}

#endif
