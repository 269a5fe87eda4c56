#include "model/trend/nonlinear.h"

#include <math.h>

static const size_t MOST_ITERATIONS = 500;
static const double TOLERANCE = 1e-14; /* relative: step, gradient */

void prg_nonlinear_clear(prg_nonlinear *problem) {
  gsl_multifit_nlinear_free(problem->work);
  problem->work = NULL;
}

static int residuals(const gsl_vector *parameter, void *data, gsl_vector *residual) {
  const prg_nonlinear *problem = data;
  double gradient[PRG_NONLINEAR_PARAMETERS], sum = 0;
  for (size_t i = 0; i < problem->n; i++) {
    double e = problem->curve(parameter->data, problem->x[i], gradient) - problem->y[i];
    gsl_vector_set(residual, i, e);
    sum += e * e;
  }
  return isfinite(sum) ? GSL_SUCCESS : GSL_EDOM;
}

static int jacobian(const gsl_vector *parameter, void *data, gsl_matrix *rows) {
  const prg_nonlinear *problem = data;
  double gradient[PRG_NONLINEAR_PARAMETERS], sum = 0;
  for (size_t i = 0; i < problem->n; i++) {
    problem->curve(parameter->data, problem->x[i], gradient);
    for (size_t j = 0; j < problem->p; j++) {
      gsl_matrix_set(rows, i, j, gradient[j]);
      sum += fabs(gradient[j]);
    }
  }
  return isfinite(sum) ? GSL_SUCCESS : GSL_EDOM;
}

static bool prepare(prg_nonlinear *problem) {
  gsl_multifit_nlinear_workspace *work = problem->work;
  if (work != NULL && (work->f->size != problem->n || work->x->size != problem->p))
    prg_nonlinear_clear(problem);
  if (problem->work != NULL)
    return true;
  gsl_multifit_nlinear_parameters how = gsl_multifit_nlinear_default_parameters();
  problem->work =
      gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &how, problem->n, problem->p);
  return problem->work != NULL;
}

static void read_result(prg_nonlinear *problem) {
  gsl_matrix_view unscaled = gsl_matrix_view_array_with_tda(&problem->unscaled[0][0], problem->p,
                                                            problem->p, PRG_NONLINEAR_PARAMETERS);
  const gsl_vector *residual = gsl_multifit_nlinear_residual(problem->work);
  for (size_t j = 0; j < problem->p; j++)
    problem->parameter[j] = gsl_vector_get(gsl_multifit_nlinear_position(problem->work), j);
  problem->rss = 0;
  for (size_t i = 0; i < problem->n; i++)
    problem->rss += gsl_vector_get(residual, i) * gsl_vector_get(residual, i);
  gsl_multifit_nlinear_rcond(&problem->reciprocal_condition, problem->work);
  gsl_multifit_nlinear_covar(gsl_multifit_nlinear_jac(problem->work), 0, &unscaled.matrix);
}

/* A step that can make no more progress at the resolution of a double is the minimum reached. */
static bool converged(int failure, int info) {
  return failure == GSL_SUCCESS || (failure == GSL_EMAXITER && info == GSL_ENOPROG) ||
         failure == GSL_ENOPROG;
}

prg_nonlinear_outcome prg_nonlinear_fit(prg_nonlinear *problem) {
  if (!prepare(problem))
    return PRG_NONLINEAR_NO_MEMORY;
  gsl_multifit_nlinear_fdf functions = {
      .f = residuals, .df = jacobian, .n = problem->n, .p = problem->p, .params = problem};
  gsl_vector_view start = gsl_vector_view_array(problem->parameter, problem->p);
  int info = 0;
  if (gsl_multifit_nlinear_init(&start.vector, &functions, problem->work) != GSL_SUCCESS)
    return PRG_NONLINEAR_LOST;
  int failure = gsl_multifit_nlinear_driver(MOST_ITERATIONS, TOLERANCE, TOLERANCE, 0, NULL, NULL,
                                            &info, problem->work);
  if (!converged(failure, info))
    return PRG_NONLINEAR_LOST;
  read_result(problem);
  return isfinite(problem->rss) ? PRG_NONLINEAR_FOUND : PRG_NONLINEAR_LOST;
}
