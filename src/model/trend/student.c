#include "model/trend/student.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>

static const size_t P = PRG_STUDENT_PARAMETERS;

/* gᵀUg */
static double leverage(const prg_student *s, const double *g) {
  double sum = 0;
  for (size_t i = 0; i < s->p; i++)
    for (size_t j = 0; j < s->p; j++)
      sum += g[i] * s->unscaled.at[i][j] * g[j];
  return fmax(sum, 0);
}

void prg_student_predict(const prg_student *student, prg_distribution *out) {
  for (size_t h = 1; h <= out->horizon; h++) {
    double gradient[PRG_STUDENT_PARAMETERS];
    double location = student->curve(student->data, student->last + (double)h, gradient);
    double scale = student->sigma * sqrt(1 + leverage(student, gradient));
    prg_distribution_set_student(out, h, location, scale, student->df);
  }
}

void prg_student_cholesky(size_t p, const prg_student_matrix *matrix, prg_student_matrix *factor) {
  *factor = (prg_student_matrix){0};
  double(*l)[PRG_STUDENT_PARAMETERS] = factor->at;
  for (size_t j = 0; j < p; j++) {
    double pivot = matrix->at[j][j];
    for (size_t k = 0; k < j; k++)
      pivot -= l[j][k] * l[j][k];
    if (pivot <= DBL_EPSILON * matrix->at[j][j])
      continue;
    l[j][j] = sqrt(pivot);
    for (size_t i = j + 1; i < p; i++) {
      double sum = matrix->at[i][j];
      for (size_t k = 0; k < j; k++)
        sum -= l[i][k] * l[j][k];
      l[i][j] = sum / l[j][j];
    }
  }
}

/* One path: the parameters' deviation L z and the error's scale are common to its periods. */
static void draw_path(const prg_student *s, const prg_student_matrix *factor, const double *curve,
                      const double *gradient, size_t horizon, gsl_rng *rng, double *path) {
  double deviation[PRG_STUDENT_PARAMETERS] = {0};
  double chi_square = fmax(gsl_ran_chisq(rng, s->df), DBL_EPSILON * DBL_EPSILON);
  double sigma = s->sigma * sqrt(s->df / chi_square);
  for (size_t j = 0; j < s->p; j++) {
    double z = gsl_ran_gaussian(rng, 1);
    for (size_t i = j; i < s->p; i++)
      deviation[i] += factor->at[i][j] * z;
  }
  for (size_t h = 0; h < horizon; h++) {
    double sum = gsl_ran_gaussian(rng, 1);
    for (size_t i = 0; i < s->p; i++)
      sum += gradient[h * P + i] * deviation[i];
    path[h] = curve[h] + sigma * sum;
  }
}

prg_status prg_student_paths(const prg_student *student, size_t horizon, size_t n_paths,
                             unsigned long seed, double *path, prg_error *error) {
  prg_student_matrix factor;
  double *curve = calloc(horizon + 1, sizeof *curve);
  double *gradient = calloc(horizon * P + 1, sizeof *gradient);
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  prg_status status = PRG_OK;
  if (curve == NULL || gradient == NULL || rng == NULL) {
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    goto cleanup;
  }
  gsl_rng_set(rng, seed);
  prg_student_cholesky(student->p, &student->unscaled, &factor);
  for (size_t h = 0; h < horizon; h++)
    curve[h] = student->curve(student->data, student->last + (double)(h + 1), gradient + h * P);
  for (size_t i = 0; i < n_paths; i++)
    draw_path(student, &factor, curve, gradient, horizon, rng, path + i * horizon);
cleanup:
  gsl_rng_free(rng);
  free(gradient);
  free(curve);
  return status;
}
