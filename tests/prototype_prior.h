/*
 * The priors of the research prototype, whose worked figures the arithmetic is checked with:
 * tests/reference/priors.
 */
#ifndef PROGNOS_PROTOTYPE_PRIOR_H
#define PROGNOS_PROTOTYPE_PRIOR_H

#include <stdlib.h>

#include <prognos/prior_file.h>

#include "test.h"

/* "annual_growth", "annual_neutral", "annual_people" or "annual_area_total"; to be cleared. */
static inline prg_node_list prototype_prior(const char *name) {
  static char bytes[65536];
  char path[96];
  prg_node_list list;
  snprintf(path, sizeof path, "tests/reference/priors/%s.csv", name);
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  size_t n = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  assert_true(n > 0 && n < sizeof bytes);
  assert_int_equal(prg_prior_file_read(path, bytes, n, &list, NULL), PRG_OK);
  return list;
}

/* The four side by side, a quarter of the weight each. */
static inline prg_node_list prototype_mixture(void) {
  static const char *const name[] = {"annual_growth", "annual_neutral", "annual_people",
                                     "annual_area_total"};
  prg_node_list all = {.node = calloc(600, sizeof *all.node)};
  for (int i = 0; i < 4; i++) {
    prg_node_list one = prototype_prior(name[i]);
    double total = 0;
    for (size_t k = 0; k < one.n; k++)
      total += exp(one.node[k].log_weight);
    for (size_t k = 0; k < one.n; k++) {
      all.node[all.n] = one.node[k];
      all.node[all.n++].log_weight -= log(4 * total);
    }
    prg_node_list_clear(&one);
  }
  return all;
}

#endif
