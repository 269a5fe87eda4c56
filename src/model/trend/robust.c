/*
 * Straight line by Tukey's bisquare M-estimator (gsl_multifit_robust): a figure far from the line
 * loses its weight.
 *
 * The scale is gsl's: the larger of a robust one and √((p² s_ols² + n s_rob²)/(p² + n)) (DuMouchel
 * & O'Brien 1989), so that a series of six figures does not look surer than it is. The prediction
 * is Student-t with n − 2 degrees of freedom and variance s²(1 + xᵀ(XᵀX)⁻¹x), as for least squares.
 *
 * Assumptions and limits: protects against wrong figures in the middle better than at the ends,
 * where a figure determines the slope; with fewer than about eight figures it is hardly robust.
 * R² is 1 − Σe²/Σ(y − ȳ)², the likelihood that of normal errors.
 */
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit.h>

#include "model/trend/line.h"
#include "model/trend/trend_models.h"

static const size_t MOST_ITERATIONS = 500;

/* Replaces the least-squares line by the bisquare one; true if it converged. */
static bool bisquare(prg_line *line, gsl_multifit_robust_workspace *work, gsl_matrix *covariance) {
  prg_regression *regression = &line->regression;
  gsl_multifit_robust_maxiter(MOST_ITERATIONS, work);
  int failure = gsl_multifit_robust(regression->design, regression->response,
                                    regression->coefficient, covariance, work);
  if (failure != GSL_SUCCESS)
    return false;
  for (size_t j = 0; j < line->p; j++)
    line->beta[j] = gsl_vector_get(regression->coefficient, j);
  prg_line_finish(line);
  line->trend.sigma = gsl_multifit_robust_statistics(work).sigma;
  line->student.sigma = fmax(line->student.sigma, line->trend.sigma);
  return true;
}

static prg_status replace_by_bisquare(prg_line *line, prg_error *error) {
  prg_status status = PRG_OK;
  gsl_matrix *covariance = gsl_matrix_alloc(line->p, line->p);
  gsl_multifit_robust_workspace *work =
      gsl_multifit_robust_alloc(gsl_multifit_robust_bisquare, line->sample.n, line->p);
  if (covariance == NULL || work == NULL)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  else if (!bisquare(line, work, covariance))
    status =
        prg_fail(error, PRG_TEXT_TREND_NO_CONVERGENCE, PRG_ARGS(prg_string(prg_model_robust.name)));
  gsl_multifit_robust_free(work);
  gsl_matrix_free(covariance);
  return status;
}

static prg_status fit_robust(void *state, const prg_series *series, prg_notes *notes,
                             prg_error *error) {
  static const char *const name[] = {"intercept", "slope"};
  double transform[PRG_LINE_COLUMNS][PRG_LINE_COLUMNS];
  prg_line *line = state;
  prg_status status = prg_line_read(line, &prg_model_robust, series, error);
  if (status == PRG_OK)
    status = prg_line_least_squares(line, 2, error);
  if (status == PRG_OK && line->trend.sigma > 0) /* else every figure is on the line already */
    status = replace_by_bisquare(line, error);
  if (status != PRG_OK)
    return status;
  prg_line_polynomial_transform(line, transform);
  prg_line_describe(line, name, transform);
  prg_trend_sentence(&line->trend, series, &line->trend.coefficient[1]);
  prg_note_opposing_end(series, prg_line_end_slope(line), notes);
  return prg_trend_check(&line->trend, error);
}

const prg_model_type prg_model_robust = {
    .name = "robust",
    .title = PRG_TEXT_MODEL_ROBUST,
    .min_n = 4,
    .alloc = prg_line_alloc,
    .free = prg_line_free,
    .fit = fit_robust,
    .predict = prg_line_predict,
    .paths = prg_line_paths,
    .trend = prg_line_trend,
};
