/* What R made of the forms of exponential smoothing: tests/reference/ets.csv (see ets.R). */
#ifndef TESTS_ETS_REFERENCE_H
#define TESTS_ETS_REFERENCE_H

#include <stdlib.h>

#include "model/smoothing/ets_fit.h"
#include "test.h"

enum { REFERENCE_VALUES = 160, REFERENCE_ROWS = 600 };

typedef struct reference_row {
  char series[32], form[8], item[16], name[8];
  size_t season, n;
  double value[REFERENCE_VALUES];
} reference_row;

static reference_row reference[REFERENCE_ROWS];
static size_t n_reference;

static inline int reference_read(void **state) {
  (void)state;
  static char line[8192];
  FILE *file = fopen("tests/reference/ets.csv", "r");
  assert_non_null(file);
  for (n_reference = 0; fgets(line, sizeof line, file) != NULL; n_reference++) {
    assert_true(n_reference < REFERENCE_ROWS);
    reference_row *row = &reference[n_reference];
    int start = 0;
    assert_int_equal(sscanf(line, "%31[^,],%zu,%7[^,],%15[^,],%n", row->series, &row->season,
                            row->form, row->item, &start),
                     4);
    row->n = 0;
    sscanf(line + start, "%7s", row->name);
    char *end;
    for (char *p = line + start; row->n < REFERENCE_VALUES; p = end) {
      double value = strtod(p, &end);
      if (end == p)
        break;
      row->value[row->n++] = value;
    }
  }
  fclose(file);
  return 0;
}

/* The row; NULL if there is none. */
static inline const reference_row *reference_find(const char *series, const char *form,
                                                  const char *item) {
  for (size_t i = 0; i < n_reference; i++)
    if (strcmp(reference[i].series, series) == 0 && strcmp(reference[i].form, form) == 0 &&
        strcmp(reference[i].item, item) == 0)
      return &reference[i];
  return NULL;
}

/* A fit of R: its form, the figures, and its parameters as ets_filter.h has them. */
typedef struct reference_case {
  const reference_row *loglik;
  prg_ets_form form;
  prg_ets_figures figures;
  double z[PRG_ETS_PARAMETERS];
} reference_case;

/* Where `value` lies between 1e-4 and `highest`, kept within them. */
static inline double unit_of(double value, double lowest, double highest) {
  return highest > lowest ? fmin(1, fmax(0, (value - lowest) / (highest - lowest))) : 0;
}

/* R's states, l, b, s1 (of the period before `period`) … sm, in the house's order. */
static inline prg_ets_states reference_states(const reference_case *c, const reference_row *row,
                                              size_t period) {
  prg_ets_states states = {.level = row->value[0]};
  size_t k = 1, m = c->figures.m;
  if (c->form.trend != PRG_ETS_NONE)
    states.slope = row->value[k++];
  for (size_t i = 1; c->form.season != PRG_ETS_NONE && i <= m; i++)
    states.season[(period + m * 2 - i) % m] = row->value[k++];
  return states;
}

static inline prg_ets_smoothing reference_smoothing(const reference_case *c) {
  const double *v = reference_find(c->loglik->series, c->loglik->form, "smoothing")->value;
  return (prg_ets_smoothing){v[0], v[1], v[2], v[3]};
}

/* Fills the case of a "loglik" row. */
static inline void reference_case_init(const reference_row *loglik, reference_case *c) {
  const reference_row *y = reference_find(loglik->series, "-", "y");
  *c = (reference_case){.loglik = loglik, .figures = {.n = y->n, .n_figures = y->n}};
  c->figures.y = y->value;
  assert_true(prg_ets_form_find(loglik->form, &c->form));
  c->figures.m = c->form.season == PRG_ETS_NONE ? 1 : loglik->season;
  prg_ets_smoothing s = reference_smoothing(c);
  size_t k = 0;
  c->z[k++] = unit_of(s.alpha, 1e-4, 0.9999);
  if (c->form.trend != PRG_ETS_NONE)
    c->z[k++] = unit_of(s.beta, 1e-4, s.alpha);
  if (c->form.season != PRG_ETS_NONE)
    c->z[k++] = unit_of(s.gamma, 1e-4, 1 - s.alpha);
  if (c->form.trend == PRG_ETS_DAMPED)
    c->z[k++] = unit_of(s.phi, 0.8, 0.98);
  const reference_row *first = reference_find(loglik->series, loglik->form, "first");
  prg_ets_states states = reference_states(c, first, 0);
  c->z[k++] = states.level;
  if (c->form.trend != PRG_ETS_NONE)
    c->z[k++] = states.slope;
  for (size_t j = 0; c->form.season != PRG_ETS_NONE && j + 1 < c->figures.m; j++)
    c->z[k++] = states.season[j];
}

#endif
