/*
 * The priors of pooled exponential smoothing, embedded from src/model/priors/. A prior is a grid of
 * models, each with the weight it has earned on other series; the fields are the files' columns.
 */
#ifndef MODEL_PRIOR_H
#define MODEL_PRIOR_H

#include <prognos/prior_file.h>
#include <prognos/seasonal_prior_file.h>

typedef struct prg_seasonal_prior {
  const char *name; /* the file's name without .csv */
  prg_seasonal_node_list list;
} prg_seasonal_prior;

/* annual.csv, with weights by kind. */
extern const prg_node_list prg_annual_prior;
/* The other files. Ended by a row whose name is NULL. */
extern const prg_seasonal_prior prg_seasonal_priors[];

#endif
