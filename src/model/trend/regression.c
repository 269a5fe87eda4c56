#include "model/trend/regression.h"

#include <math.h>

#include <gsl/gsl_blas.h>

void prg_regression_clear(prg_regression *regression) {
  gsl_matrix_free(regression->design);
  gsl_vector_free(regression->response);
  gsl_vector_free(regression->weight);
  gsl_vector_free(regression->coefficient);
  gsl_matrix_free(regression->unscaled);
  gsl_vector_free(regression->residual);
  gsl_vector_free(regression->correction);
  gsl_multifit_linear_free(regression->work);
  *regression = (prg_regression){0};
}

bool prg_regression_resize(prg_regression *regression, size_t n, size_t p) {
  if (regression->n != n || regression->p != p) {
    prg_regression_clear(regression);
    *regression = (prg_regression){.n = n,
                                   .p = p,
                                   .design = gsl_matrix_alloc(n, p),
                                   .response = gsl_vector_alloc(n),
                                   .weight = gsl_vector_alloc(n),
                                   .coefficient = gsl_vector_alloc(p),
                                   .unscaled = gsl_matrix_alloc(p, p),
                                   .residual = gsl_vector_alloc(n),
                                   .correction = gsl_vector_alloc(p),
                                   .work = gsl_multifit_linear_alloc(n, p)};
  }
  prg_regression *r = regression;
  if (r->design == NULL || r->response == NULL || r->weight == NULL || r->coefficient == NULL ||
      r->unscaled == NULL || r->residual == NULL || r->correction == NULL || r->work == NULL) {
    prg_regression_clear(regression);
    return false;
  }
  gsl_vector_set_all(regression->weight, 1);
  return true;
}

static void residuals(prg_regression *r) {
  gsl_vector_memcpy(r->residual, r->response);
  gsl_blas_dgemv(CblasNoTrans, -1, r->design, r->coefficient, 1, r->residual);
}

bool prg_regression_fit(prg_regression *r) {
  double ignored;
  size_t rank;
  gsl_multifit_wlinear_tsvd(r->design, r->weight, r->response, GSL_DBL_EPSILON, r->coefficient,
                            r->unscaled, &ignored, &rank, r->work);
  if (rank < r->p)
    return false;
  residuals(r);
  gsl_multifit_wlinear_tsvd(r->design, r->weight, r->residual, GSL_DBL_EPSILON, r->correction,
                            r->unscaled, &ignored, &rank, r->work);
  gsl_vector_add(r->coefficient, r->correction);
  residuals(r);
  r->rss = 0;
  for (size_t i = 0; i < r->n; i++) {
    double e = gsl_vector_get(r->residual, i);
    r->rss += gsl_vector_get(r->weight, i) * e * e;
  }
  r->sigma = r->n > r->p ? sqrt(r->rss / (double)(r->n - r->p)) : 0;
  return true;
}
