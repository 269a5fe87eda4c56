/* Figures of tests/reference/targets.csv, which targets.R writes, and files read from a string. */
#ifndef PROGNOS_TARGET_REFERENCE_H
#define PROGNOS_TARGET_REFERENCE_H

#include "test.h"

#include <stdlib.h>

#include <prognos/target_file.h>

static inline double reference(const char *name, const char *item) {
  char line[256], key[128];
  int length = snprintf(key, sizeof key, "%s,%s,", name, item);
  FILE *file = fopen("tests/reference/targets.csv", "r");
  assert_non_null(file);
  double value = NAN;
  while (isnan(value) && fgets(line, sizeof line, file) != NULL)
    if (strncmp(line, key, (size_t)length) == 0)
      value = strtod(line + length, NULL);
  fclose(file);
  if (isnan(value))
    print_error("no %s\n", key);
  assert_true(isnan(value) == 0);
  return value;
}

/* Indicators and, unless NULL, outcomes; every row of both must be sound. */
static inline void read_book(prg_target_book *book, const char *indicators, const char *outcomes) {
  const prg_target_read_options options = {0};
  prg_error error;
  *book = (prg_target_book){0};
  assert_int_equal(
      prg_target_indicators_read(book, "mål.csv", indicators, strlen(indicators), &options, &error),
      PRG_OK);
  if (outcomes != NULL)
    assert_int_equal(
        prg_target_outcomes_read(book, "utfall.csv", outcomes, strlen(outcomes), &options, &error),
        PRG_OK);
  if (book->n_row_error > 0) {
    prg_buffer words;
    prg_buffer_init(&words);
    prg_error_write(&book->row_error[0], PRG_SWEDISH, &words);
    print_error("%s\n", prg_buffer_string(&words));
    prg_buffer_free(&words);
  }
  assert_int_equal(book->n_malformed, 0);
}

#endif
