/* Sample paths: the loop and the random numbers that models share. */
#ifndef MODEL_DRAW_H
#define MODEL_DRAW_H

#include <gsl/gsl_rng.h>

#include <prognos/error.h>

/* Draws one path[0 … horizon) from the state of a fitted model. */
typedef void prg_draw_path(const void *state, gsl_rng *random, size_t horizon, double *path);

/*
 * n_paths of them, one after another, from one stream of random numbers (mt19937) that begins with
 * the seed; path: shape (n_paths, horizon).
 */
prg_status prg_draw_paths(prg_draw_path *draw, const void *state, size_t horizon, size_t n_paths,
                          unsigned long seed, double *path, prg_error *error);

#endif
