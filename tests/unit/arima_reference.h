/* What R made of a few series by ARIMA: tests/reference/arima.csv, written by arima.R beside it. */
#ifndef UNIT_ARIMA_REFERENCE_H
#define UNIT_ARIMA_REFERENCE_H

#include "test.h"

#include <stdlib.h>

#include "model/arima/arima_fit.h"

enum { REFERENCE_ROWS = 2500, REFERENCE_VALUES = 200 };

static struct reference_row {
  char series[24], item[24];
  int index;
  double value;
} reference[REFERENCE_ROWS];
static int n_reference;

static int read_reference(void **state) {
  (void)state;
  FILE *file = fopen("tests/reference/arima.csv", "r");
  if (file == NULL)
    return -1;
  char line[128], value[40];
  while (n_reference < REFERENCE_ROWS && fgets(line, sizeof line, file) != NULL) {
    struct reference_row *row = &reference[n_reference];
    if (sscanf(line, "%23[^,],%23[^,],%d,%39s", row->series, row->item, &row->index, value) != 4)
      continue;
    row->value = strcmp(value, "NA") == 0 ? NAN : strtod(value, NULL);
    n_reference++;
  }
  fclose(file);
  return n_reference > 1000 && n_reference < REFERENCE_ROWS ? 0 : -1;
}

/* The values of an item in order; returns how many. */
static inline size_t item(const char *series, const char *name, double *value) {
  size_t n = 0;
  for (int i = 0; i < n_reference; i++)
    if (strcmp(reference[i].series, series) == 0 && strcmp(reference[i].item, name) == 0) {
      assert_int_equal(reference[i].index, n + 1);
      value[n++] = reference[i].value;
    }
  return n;
}

/* The only value of an item. */
static inline double only(const char *series, const char *name) {
  double value[REFERENCE_VALUES];
  assert_int_equal(item(series, name, value), 1);
  return value[0];
}

/* p, d, q, P, D, Q, constant of an item, with the season of the series. */
static inline prg_arima_order order_of(const char *series, const char *name) {
  double v[REFERENCE_VALUES];
  assert_int_equal(item(series, name, v), 7);
  return (prg_arima_order){.p = (int)v[0],
                           .d = (int)v[1],
                           .q = (int)v[2],
                           .P = (int)v[3],
                           .D = (int)v[4],
                           .Q = (int)v[5],
                           .m = (int)only(series, "season"),
                           .constant = v[6] != 0};
}

#endif
