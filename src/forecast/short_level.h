/*
 * The forecast of a level that began a few figures ago. There is no trend to be seen yet: the last
 * figure stays, as a random walk does. How far it may go is told by the changes since the level
 * broke and by those before, each fitted by itself (the jump between them is no change of either);
 * the wider of the two is taken, by its 95 per cent interval one period ahead.
 */
#ifndef FORECAST_SHORT_LEVEL_H
#define FORECAST_SHORT_LEVEL_H

#include <prognos/model.h>

#define SHORT_LEVEL 4 /* figures: with so many, the level is forecast as any series is */

typedef struct short_level {
  void *state;            /* of the random walk */
  prg_distribution other; /* the second of the two, a workspace */
  double shift;           /* from where the state's walk ends to the last figure */
} short_level;

void short_level_clear(short_level *level);

/*
 * Fills out->quantile. `before` may have n = 0; `after` begins and ends with a figure. PRG_EREFUSED
 * if neither has two figures.
 */
prg_status short_level_predict(short_level *level, const prg_series *before,
                               const prg_series *after, prg_distribution *out, prg_error *error);
/* As prg_model_type's paths. */
prg_status short_level_paths(const short_level *level, size_t horizon, size_t n_paths,
                             unsigned long seed, double *path, prg_error *error);

#endif
