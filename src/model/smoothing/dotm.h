/* The dynamic optimised Theta model as a row of the model table, and what a test may ask of it. */
#ifndef MODEL_DOTM_H
#define MODEL_DOTM_H

#include <prognos/model.h>

extern const prg_model_type prg_model_dotm;

/* In units of the figures (seasonally adjusted, if they were). */
typedef struct prg_dotm_summary {
  double alpha, theta; /* theta >= 1; infinity: the line itself */
  double level;        /* l_0 */
  double sse, df;      /* of the errors from the third figure on */
} prg_dotm_summary;

prg_dotm_summary prg_dotm_summary_of(const void *state);

#endif
