#include "model/draw.h"

prg_status prg_draw_paths(prg_draw_path *draw, const void *state, size_t horizon, size_t n_paths,
                          unsigned long seed, double *path, prg_error *error) {
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  if (random == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  gsl_rng_set(random, seed);
  for (size_t i = 0; i < n_paths; i++)
    draw(state, random, horizon, path + i * horizon);
  gsl_rng_free(random);
  return PRG_OK;
}
