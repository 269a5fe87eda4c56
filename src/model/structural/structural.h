/* The structural models as rows of the model table, and what a test or an auditor may ask of their
 * fits. */
#ifndef MODEL_STRUCTURAL_H
#define MODEL_STRUCTURAL_H

#include <prognos/model.h>

extern const prg_model_type prg_model_local_level; /* "local-level": StructTS type "level" */
extern const prg_model_type prg_model_local_trend; /* "local-trend": type "trend" */
extern const prg_model_type prg_model_structural;  /* "structural": type "BSM" */

/* In units of the figures. */
typedef struct prg_structural_summary {
  double noise, level, slope, season; /* variances; 0 where the model has none */
  double log_likelihood;              /* diffuse */
  size_t n_states;
} prg_structural_summary;

prg_structural_summary prg_structural_summary_of(const void *state);

#endif
