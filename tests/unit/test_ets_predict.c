#include "model/smoothing/ets_predict.h"

#include "ets_reference.h"

enum { HORIZON = 40 };

/* R's fit as ours, so that only the forecasting is compared. */
static bool fit_of_r(const reference_row *loglik, prg_ets_fit *fit) {
  reference_case c;
  reference_case_init(loglik, &c);
  const reference_row *sigma2 = reference_find(loglik->series, loglik->form, "sigma2");
  if (sigma2 == NULL)
    return false;
  *fit = (prg_ets_fit){.form = c.form,
                       .m = c.figures.m,
                       .smoothing = reference_smoothing(&c),
                       .periods = c.figures.n,
                       .n_figures = c.figures.n_figures,
                       .sigma2 = sigma2->value[0]};
  fit->last =
      reference_states(&c, reference_find(loglik->series, loglik->form, "last"), c.figures.n);
  return true;
}

/*
 * Means and standard deviations are R's, but for two errors of R 8.20, on which R's own simulation
 * (forecast(simulate = TRUE)) and our sample paths, below, are on our side: class1() has γ of a
 * form without trend one period early (G[3, 1]), so that (A,N,A) is too wide at h = m, 2m …, and
 * class2() with it (M,N,A) from h = m on; class3() leaves φ out of the next step's mean in
 * (M,Ad,M).
 */
static void test_moments_are_those_of_r(void **state) {
  (void)state;
  size_t n_mean = 0, n_sd = 0;
  for (size_t i = 0; i < n_reference; i++) {
    prg_ets_fit fit;
    if (strcmp(reference[i].item, "loglik") != 0 || !fit_of_r(&reference[i], &fit))
      continue;
    const reference_row *mean = reference_find(reference[i].series, reference[i].form, "mean");
    const reference_row *sd = reference_find(reference[i].series, reference[i].form, "sd");
    double our_mean[HORIZON], our_variance[HORIZON], work[2 * HORIZON];
    prg_ets_moments(&fit, mean->n, our_mean, our_variance, work);
    if (strcmp(reference[i].form, "MAdM") == 0)
      continue;
    bool early = fit.form.trend == PRG_ETS_NONE && fit.form.season == PRG_ETS_ADDITIVE;
    for (size_t h = 0; h < mean->n; h++) {
      assert_digits(our_mean[h], mean->value[h], 8);
      n_mean++;
      if (early && (fit.form.error == PRG_ETS_ADDITIVE ? (h + 1) % fit.m == 0 : h + 1 >= fit.m))
        continue;
      assert_digits(sqrt(our_variance[h]), sd->value[h], 7);
      n_sd++;
    }
  }
  assert_true(n_mean > 900 && n_sd > 800);
}

/* A form with everything in it, far from the edges. */
static prg_ets_fit example(const char *name) {
  prg_ets_fit fit = {.m = 4,
                     .smoothing = {0.37, 0.11, 0.23, 0.91},
                     .last = {.level = 212.4, .slope = 6.3},
                     .periods = 27,
                     .sigma2 = 0.0041};
  static const double ratio[] = {0.72, 1.31, 1.09, 0.88}, additive[] = {-42.3, 51.7, 13.9, -23.3};
  assert_true(prg_ets_form_find(name, &fit.form));
  for (size_t j = 0; j < 4; j++)
    fit.last.season[j] = fit.form.season == PRG_ETS_MULTIPLICATIVE ? ratio[j] : additive[j];
  if (fit.form.season == PRG_ETS_NONE)
    fit = (prg_ets_fit){fit.form,
                        1,
                        {0.37, 0.11, 0, 0.91},
                        .last = {.level = 212.4, .slope = 6.3},
                        .periods = 27,
                        .sigma2 = 0.0041};
  if (fit.form.trend == PRG_ETS_NONE)
    fit.smoothing.beta = fit.last.slope = 0;
  if (fit.form.trend != PRG_ETS_DAMPED)
    fit.smoothing.phi = 1;
  if (fit.form.error == PRG_ETS_ADDITIVE)
    fit.sigma2 *= 212.4 * 212.4;
  return fit;
}

/* The same quantity two ways: closed form and simulation, for every form. */
static void test_moments_are_those_of_sample_paths(void **state) {
  (void)state;
  enum { PATHS = 40000, AHEAD = 11 };
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  for (size_t f = 0; f < PRG_ETS_FORMS; f++) {
    prg_ets_fit fit = example(prg_ets_form_name(&prg_ets_forms[f]));
    double mean[AHEAD], variance[AHEAD], work[2 * AHEAD], path[AHEAD];
    double sum[AHEAD] = {0}, square[AHEAD] = {0};
    prg_ets_moments(&fit, AHEAD, mean, variance, work);
    gsl_rng_set(random, 20230315);
    for (int i = 0; i < PATHS; i++) {
      prg_ets_draw(&fit, fit.sigma2, random, AHEAD, path);
      for (int h = 0; h < AHEAD; h++) {
        sum[h] += path[h] - mean[h];
        square[h] += (path[h] - mean[h]) * (path[h] - mean[h]);
      }
    }
    for (int h = 0; h < AHEAD; h++) {
      double standard_error = sqrt(variance[h] / PATHS);
      assert_close(sum[h] / PATHS, 0, 4 * standard_error);
      assert_close(square[h] / PATHS / variance[h], 1, 0.04);
    }
  }
  gsl_rng_free(random);
}

/* Relative errors of several hundred per cent explode; what is told stays finite. */
static void test_explosive_forms_stay_finite(void **state) {
  (void)state;
  enum { AHEAD = 600 };
  gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
  static double mean[AHEAD], variance[AHEAD], work[2 * AHEAD], path[AHEAD];
  for (size_t f = 0; f < PRG_ETS_FORMS; f++) {
    prg_ets_fit fit = example(prg_ets_form_name(&prg_ets_forms[f]));
    fit.sigma2 = 49;
    fit.smoothing.alpha = 0.9;
    prg_ets_moments(&fit, AHEAD, mean, variance, work);
    for (int i = 0; i < 20; i++) {
      prg_ets_draw(&fit, fit.sigma2, random, AHEAD, path);
      for (int h = 0; h < AHEAD; h++)
        assert_true(isfinite(path[h]));
    }
    for (int h = 0; h < AHEAD; h++)
      assert_true(isfinite(mean[h]) && isfinite(variance[h]) && variance[h] > 0);
  }
  gsl_rng_free(random);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_moments_are_those_of_r),
      cmocka_unit_test(test_moments_are_those_of_sample_paths),
      cmocka_unit_test(test_explosive_forms_stay_finite),
  };
  return cmocka_run_group_tests(tests, reference_read, NULL);
}
