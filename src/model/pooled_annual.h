/* Pooled exponential smoothing for series without a season: see docs/method.md. */
#ifndef MODEL_POOLED_ANNUAL_H
#define MODEL_POOLED_ANNUAL_H

#include <prognos/model.h>

typedef struct prg_annual prg_annual;

/* A workspace for series of any length. NULL if memory is exhausted. prg_annual_free it after use.
 */
prg_annual *prg_annual_alloc(prg_prior prior);
void prg_annual_free(prg_annual *annual);

/* As the members of prg_model_type; the series begins and ends with a figure and has season 1. */
prg_status prg_annual_fit(prg_annual *annual, const prg_series *series, prg_notes *notes,
                          prg_error *error);
prg_status prg_annual_predict(prg_annual *annual, prg_distribution *out, prg_error *error);
prg_status prg_annual_paths(prg_annual *annual, size_t horizon, size_t n_paths, unsigned long seed,
                            double *path, prg_error *error);

#endif
