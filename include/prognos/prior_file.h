/*
 * A prior of the annual pooled forecast: a list of models, each with the weight it has earned on
 * other series; and the file that holds one, the form of src/model/priors/annual.csv: lines that
 * begin with '#' tell where it comes from, then a heading row and a row per model. The columns
 * economy, people and area_total, all or none of them, are the logarithms of the weights that were
 * earned on series of one kind alone.
 */
#ifndef PROGNOS_PRIOR_FILE_H
#define PROGNOS_PRIOR_FILE_H

#include <prognos/error.h>

PRG_BEGIN_C

typedef struct prg_annual_node {
  double transform; /* 1 none, 0.5 square root, 0 log */
  double alpha, beta, phi, kappa, s0;
  double growth;                      /* long-run change per year on the transformed scale */
  double log_weight;                  /* not normalised */
  double economy, people, area_total; /* log weights by kind, not normalised */
} prg_annual_node;

typedef struct prg_node_list {
  prg_annual_node *node; /* shape (n); owned */
  size_t n;
  bool by_kind; /* economy, people and area_total count; else log_weight alone does */
} prg_node_list;

#define PRG_PRIOR_NODES_MAX 5000 /* in a file */

void prg_node_list_clear(prg_node_list *list);

/* True if a model with these weights forgets its start: the roots of its response lie within the
 * unit circle, or on it with a slope or level that never changes. */
bool prg_annual_node_is_stable(const prg_annual_node *node);

/*
 * Reads a prior from bytes[0..n); the columns may stand in any order. PRG_EINPUT with `file`, line
 * and column: a column that is missing (of the weights by kind: if another one is there), a cell
 * that is no number or out of range, a model that is not stable, no model at all.
 * prg_node_list_clear it after use, whatever was returned.
 */
prg_status prg_prior_file_read(const char *file, const char *bytes, size_t n, prg_node_list *out,
                               prg_error *error);

/* Appends the prior as a file. `origin` is text whose lines become comments; may be "". */
void prg_prior_file_write(const prg_node_list *list, const char *origin, prg_buffer *out);

PRG_END_C

#endif
