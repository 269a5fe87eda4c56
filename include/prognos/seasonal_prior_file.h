/*
 * A prior of the pooled forecast of series with a season, and the file that holds one, the form of
 * src/model/priors/quarterly.csv: as prior_file.h has it, with columns of its own.
 */
#ifndef PROGNOS_SEASONAL_PRIOR_FILE_H
#define PROGNOS_SEASONAL_PRIOR_FILE_H

#include <prognos/error.h>

PRG_BEGIN_C

/* A model. */
typedef struct prg_seasonal_node {
  double transform; /* 1 none, 0.5 square root, 0 log */
  double alpha, beta, phi, gamma;
  double tau, kappa; /* of season and slope; 0: without */
  double s0;
  double log_weight; /* not normalised */
  double growth;     /* long-run change per season (year) on the transformed scale */
} prg_seasonal_node;

typedef struct prg_seasonal_node_list {
  prg_seasonal_node *node; /* shape (n); owned */
  size_t n;
} prg_seasonal_node_list;

void prg_seasonal_node_list_clear(prg_seasonal_node_list *list);

/* True if bytes[0..n) are such a file by their heading, the column tau. */
bool prg_seasonal_prior_file_is(const char *bytes, size_t n);

/*
 * Reads a prior from bytes[0..n); the columns may stand in any order. PRG_EINPUT with `file`, line
 * and column: a column that is missing, a cell that is no number or out of range, no model at all.
 * Models that are not stable for a season are left out when they are used with it.
 * prg_seasonal_node_list_clear it after use, whatever was returned.
 */
prg_status prg_seasonal_prior_file_read(const char *file, const char *bytes, size_t n,
                                        prg_seasonal_node_list *out, prg_error *error);

/* Appends the prior as a file. `origin` is text whose lines become comments; may be "". */
void prg_seasonal_prior_file_write(const prg_seasonal_node_list *list, const char *origin,
                                   prg_buffer *out);

PRG_END_C

#endif
