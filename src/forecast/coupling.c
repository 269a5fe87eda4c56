#include "forecast/coupling.h"

#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_blas.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sort.h>

typedef struct coupling {
  size_t n_paths, horizon;
  gsl_matrix *noise; /* shape (·, n_paths): ε */
  double *score;     /* shape (n_paths) */
  size_t *order;     /* shape (n_paths): the paths by increasing mean */
  size_t *place;     /* shape (n_paths): the places by increasing z */
  double *old;       /* shape (n_paths, horizon) */
} coupling;

static bool begin(coupling *c, size_t sources, size_t n_paths, size_t horizon) {
  *c = (coupling){.n_paths = n_paths, .horizon = horizon};
  c->noise = gsl_matrix_alloc(sources, n_paths);
  c->score = malloc(n_paths * sizeof *c->score);
  c->order = malloc(n_paths * sizeof *c->order);
  c->place = malloc(n_paths * sizeof *c->place);
  c->old = malloc(n_paths * horizon * sizeof *c->old);
  return c->noise != NULL && c->score != NULL && c->order != NULL && c->place != NULL &&
         c->old != NULL;
}

static void end(coupling *c) {
  gsl_matrix_free(c->noise);
  free(c->score);
  free(c->order);
  free(c->place);
  free(c->old);
}

static bool draw_noise(coupling *c, unsigned long seed) {
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  if (random == NULL)
    return false;
  gsl_rng_set(random, seed);
  for (size_t k = 0; k < c->n_paths; k++)
    for (size_t j = 0; j < c->noise->size1; j++)
      gsl_matrix_set(c->noise, j, k, gsl_ran_gaussian_ziggurat(random, 1));
  gsl_rng_free(random);
  return true;
}

/* Gives the path of rank r the place whose z has rank r. */
static void shuffle(coupling *c, const gsl_vector *loading, double *path) {
  size_t horizon = c->horizon;
  gsl_vector_view z = gsl_vector_view_array(c->score, c->n_paths);
  gsl_blas_dgemv(CblasTrans, 1, c->noise, loading, 0, &z.vector);
  gsl_sort_index(c->place, c->score, 1, c->n_paths);
  for (size_t k = 0; k < c->n_paths; k++) {
    c->score[k] = 0;
    for (size_t h = 0; h < horizon; h++)
      c->score[k] += path[k * horizon + h];
  }
  gsl_sort_index(c->order, c->score, 1, c->n_paths);
  memcpy(c->old, path, c->n_paths * horizon * sizeof *path);
  for (size_t r = 0; r < c->n_paths; r++)
    memcpy(path + c->place[r] * horizon, c->old + c->order[r] * horizon, horizon * sizeof *path);
}

bool couple_paths(const gsl_matrix *loading, size_t n_paths, size_t horizon, unsigned long seed,
                  double *path) {
  coupling c;
  bool done = begin(&c, loading->size2, n_paths, horizon) && draw_noise(&c, seed);
  for (size_t i = 0; done && i < loading->size1; i++) {
    gsl_vector_const_view row = gsl_matrix_const_row(loading, i);
    shuffle(&c, &row.vector, path + i * n_paths * horizon);
  }
  end(&c);
  return done;
}
