/*
 * The priors of pooled exponential smoothing, embedded from src/model/priors/. A prior is a grid of
 * models, each with the weight it has earned on other series; the fields are the files' columns.
 */
#ifndef MODEL_PRIOR_H
#define MODEL_PRIOR_H

#include <prognos/prior_file.h>

typedef struct prg_seasonal_node {
  double alpha, beta, phi;
  double trend; /* 1: with a slope */
  double gamma, tau;
  double log; /* 1: on the log scale */
  double kappa, s0;
  double weight; /* not normalised */
} prg_seasonal_node;

typedef struct prg_seasonal_prior {
  const char *name; /* the file's name without .csv */
  const prg_seasonal_node *node;
  size_t n;
} prg_seasonal_prior;

/* annual.csv, with weights by kind. */
extern const prg_node_list prg_annual_prior;
/* The other files. Ended by a row whose name is NULL. */
extern const prg_seasonal_prior prg_seasonal_priors[];

#endif
