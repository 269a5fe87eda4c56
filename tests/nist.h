/*
 * Reads a data set of NIST's Statistical Reference Datasets (public domain, itl.nist.gov/div898/
 * strd): certified values and data stand on the lines that the head of the file names.
 */
#ifndef PROGNOS_TEST_NIST_H
#define PROGNOS_TEST_NIST_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"

#define NIST_ROWS 300
#define NIST_COLUMNS 8

typedef struct nist {
  size_t n, columns;
  double data[NIST_ROWS][NIST_COLUMNS]; /* y first */
  size_t p;
  double start[NIST_COLUMNS], estimate[NIST_COLUMNS], std_error[NIST_COLUMNS];
  double sigma;
} nist;

/* Numbers of a line into `value`; returns how many there are. */
static inline size_t nist_numbers(const char *line, double *value, size_t most) {
  size_t n = 0;
  char *end;
  for (double x = strtod(line, &end); end != line && n < most; x = strtod(line, &end)) {
    value[n++] = x;
    line = end;
  }
  return n;
}

static inline void nist_parameter(nist *set, const char *line) {
  double value[4];
  const char *equals = strchr(line, '=');
  if (equals == NULL)
    equals = line + 1 + strspn(line + 1, "0123456789"); /* after B0 */
  else
    equals++;
  size_t n = nist_numbers(equals, value, 4);
  if (n < 2)
    return;
  set->start[set->p] = n == 4 ? value[1] : 0; /* the second start, nearer the solution */
  set->estimate[set->p] = value[n - 2];
  set->std_error[set->p++] = value[n - 1];
}

static inline nist nist_read(const char *name) {
  char path[128], line[256];
  snprintf(path, sizeof path, "tests/reference/nist/%s.dat", name);
  FILE *file = fopen(path, "r");
  assert_non_null(file);
  nist set = {0};
  for (int number = 1; fgets(line, sizeof line, file) != NULL; number++) {
    const char *text = line + strspn(line, " \t");
    const char *sigma = strstr(text, "Standard Deviation ");
    double row[NIST_COLUMNS];
    if (number > 60) {
      size_t columns = nist_numbers(text, row, NIST_COLUMNS);
      if (columns < 2)
        continue;
      set.columns = columns;
      memcpy(set.data[set.n++], row, sizeof row);
    } else if (number > 30 && (text[0] == 'B' || text[0] == 'b') && text[1] >= '0' &&
               text[1] <= '9') {
      nist_parameter(&set, text);
    } else if (strncmp(text, "Residual Standard Deviation:", 28) == 0) {
      set.sigma = strtod(text + 28, NULL);
    } else if (number > 30 && sigma == text) {
      set.sigma = strtod(text + 19, NULL);
    }
  }
  fclose(file);
  return set;
}

#endif
