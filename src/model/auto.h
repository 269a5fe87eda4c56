/* The automatic choice: the pooled forecast, alone or blended with other models. */
#ifndef MODEL_AUTO_H
#define MODEL_AUTO_H

#include <prognos/model.h>

#define AUTO_MEMBERS 4

/* The members, the pooled forecast first. */
extern const prg_model_type *const auto_member[AUTO_MEMBERS];

/* Weight of each member for the series fitted last; 0: not in the blend. Shape (AUTO_MEMBERS). */
const double *auto_weights(const void *state);

extern const prg_model_type prg_model_auto;

#endif
