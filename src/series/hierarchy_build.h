/* From pairs of total and part to a hierarchy. */
#ifndef SERIES_HIERARCHY_BUILD_H
#define SERIES_HIERARCHY_BUILD_H

#include <prognos/hierarchy.h>

typedef struct hierarchy_pair {
  size_t total, part; /* series of the panel */
  size_t grouping;    /* pairs of one total and grouping make one sum */
  size_t line;        /* of the file; 0: none */
  size_t order;       /* in which they were added */
} hierarchy_pair;

typedef struct hierarchy_pairs {
  hierarchy_pair *pair; /* shape (n); owned */
  size_t n, capacity;
} hierarchy_pairs;

prg_status hierarchy_pairs_add(hierarchy_pairs *pairs, hierarchy_pair pair, prg_error *error);
void hierarchy_pairs_clear(hierarchy_pairs *pairs);

/*
 * Makes the sums, in the order in which they began. PRG_EINPUT in `file` (NULL: none): a part twice
 * in one sum, a series that is a part of itself.
 */
prg_status hierarchy_build(prg_hierarchy *out, hierarchy_pairs *pairs, const prg_panel *panel,
                           const char *file, prg_error *error);

#endif
