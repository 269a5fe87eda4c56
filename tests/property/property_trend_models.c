/*
 * What holds for every trend and every series: a fit is sound (finite, ordered quantiles; a
 * sentence; figures = fitted + residuals) or refused with a reason; the same twice; periods without
 * a figure at the end change nothing; a scale of 2^k scales the forecast by 2^k where no unit is
 * involved.
 */
#include <gsl/gsl_randist.h>

#include "model/trend/trend_models.h"

#include "trend_test.h"

enum { MODELS = 10, LONGEST = 24, ROUNDS = 150, HORIZON = 8 };

static const prg_model_type *const model[MODELS] = {
    &prg_model_linear,    &prg_model_quadratic, &prg_model_log_linear, &prg_model_robust,
    &prg_model_theil_sen, &prg_model_piecewise, &prg_model_logistic,   &prg_model_gompertz,
    &prg_model_poisson,   &prg_model_negbin};

/* A series of one of several tempers; some figures missing. Returns its length. */
static size_t draw_series(gsl_rng *rng, double y[LONGEST + 3]) {
  size_t n = 1 + gsl_rng_uniform_int(rng, LONGEST), temper = gsl_rng_uniform_int(rng, 7);
  double level = exp(gsl_ran_flat(rng, -3, 9)), slope = gsl_ran_gaussian(rng, 0.1);
  for (size_t i = 0; i < n; i++) {
    double mean = level * exp(slope * (double)i);
    const double figure[] = {floor(mean),
                             mean + gsl_ran_gaussian(rng, level),
                             gsl_ran_poisson(rng, fmin(mean, 1e6)),
                             gsl_ran_cauchy(rng, mean),
                             gsl_rng_uniform(rng) < 0.1 ? floor(mean) : 0,
                             round(100 * level / (1 + exp(3 - 0.7 * (double)i))),
                             exp(gsl_ran_gaussian(rng, 20))};
    y[i] = gsl_rng_uniform(rng) < 0.07 ? NAN : figure[temper];
  }
  return n;
}

static void check_fit(fitted *f, const double *y) {
  assert_sound(f, HORIZON);
  assert_true(f->trend->sigma >= 0 && f->trend->df >= 1 && f->trend->n_coefficient >= 2);
  assert_true(f->trend->sentence.text != PRG_TEXT_NONE);
  for (size_t i = 0; i < f->trend->n; i++) {
    double figure = y[(size_t)f->trend->time[i] - 1];
    assert_close(f->trend->fitted[i] + f->trend->residual[i], figure,
                 1e-9 * (fabs(figure) + fabs(f->trend->fitted[i])));
  }
  double path[3 * HORIZON];
  assert_int_equal(f->type->paths(f->state, HORIZON, 3, 19, path, NULL), PRG_OK);
  for (size_t i = 0; i < 3 * HORIZON; i++)
    assert_true(isfinite(path[i]));
}

static void for_all(void (*check)(gsl_rng *rng, const prg_model_type *type, double *y, size_t n)) {
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  gsl_rng_set(rng, 20221015);
  for (size_t round = 0; round < ROUNDS; round++) {
    double y[LONGEST + 3];
    size_t n = draw_series(rng, y);
    for (size_t j = 0; j < MODELS; j++)
      check(rng, model[j], y, n);
  }
  gsl_rng_free(rng);
}

static void sound_or_refused(gsl_rng *rng, const prg_model_type *type, double *y, size_t n) {
  (void)rng;
  fitted f = fit(type, y, n);
  if (f.status == PRG_OK) {
    check_fit(&f, y);
  } else {
    assert_int_equal(f.status, PRG_EREFUSED);
    assert_true(f.error.message.text != PRG_TEXT_NONE);
  }
  unfit(&f);
}

static void trailing_gaps_change_nothing(gsl_rng *rng, const prg_model_type *type, double *y,
                                         size_t n) {
  (void)rng;
  y[n] = y[n + 1] = NAN;
  fitted f = fit(type, y, n), g = fit(type, y, n + 2);
  assert_int_equal(f.status, g.status);
  if (f.status == PRG_OK)
    assert_close(quantile_ahead(&f, 3, .9), quantile_ahead(&g, 3, .9), 0);
  unfit(&f);
  unfit(&g);
}

/* Where the figures' rounding and their being whole numbers play no part. */
static void scale_scales(gsl_rng *rng, const prg_model_type *type, double *y, size_t n) {
  double scaled[LONGEST], noisy[LONGEST];
  if (type == &prg_model_poisson || type == &prg_model_negbin || type == &prg_model_log_linear)
    return;
  for (size_t i = 0; i < n; i++) {
    noisy[i] = y[i] + gsl_ran_gaussian(rng, 1 + fabs(y[i]));
    scaled[i] = 0.25 * noisy[i];
  }
  fitted f = fit(type, noisy, n), g = fit(type, scaled, n);
  assert_int_equal(f.status, g.status);
  if (f.status == PRG_OK && f.trend->sigma > 1)
    for (double p = 0.1; p < 1; p += 0.2) {
      double q = quantile_ahead(&f, 4, p);
      assert_close(4 * quantile_ahead(&g, 4, p), q, 1e-9 * (fabs(q) + f.trend->sigma));
    }
  unfit(&f);
  unfit(&g);
}

static void test_sound_or_refused(void **state) {
  (void)state;
  for_all(sound_or_refused);
}

static void test_trailing_gaps(void **state) {
  (void)state;
  for_all(trailing_gaps_change_nothing);
}

static void test_scale(void **state) {
  (void)state;
  for_all(scale_scales);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sound_or_refused),
      cmocka_unit_test(test_trailing_gaps),
      cmocka_unit_test(test_scale),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
