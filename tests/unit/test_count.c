#include "model/trend/trend_models.h"

#include "trend_test.h"

static const double counts[] = {4, 2, 7, 5, NAN, 9, 8, 14, 11};
static const double spread[] = {3, 9, 1, 12, 5, 22, 4, 31, 9, 17, 48, 13};

static void check_against_r(const fitted *f, const char *name) {
  assert_int_equal(f->status, PRG_OK);
  for (size_t i = 0; i < 2; i++)
    assert_coefficient(f, i, name, 7);
  assert_digits(f->trend->dispersion, golden(name, "dispersion"), 8);
  assert_digits(f->trend->sigma, sqrt(golden(name, "dispersion")), 8);
  assert_digits(f->trend->log_likelihood, golden(name, "loglik"), 10);
  assert_digits(f->trend->r_squared, golden(name, "r2"), 8);
  assert_digits(f->trend->durbin_watson, golden(name, "dw"), 7);
}

static void test_poisson_agrees_with_r(void **state) {
  (void)state;
  fitted f = fit(&prg_model_poisson, counts, 9);
  check_against_r(&f, "poisson");
  assert_digits(f.trend->aicc, golden("poisson", "aicc"), 10);
  assert_int_equal(f.trend->n_coefficient, 2);
  assert_close(f.trend->fitted[7] + f.trend->residual[7], 11, 1e-13);
  assert_sentence(&f, "Antalet ökar med i genomsnitt 17,7 procent per år (95 %: 6,6–29,9).",
                  "The number increases by 17.7 per cent per year on average (95%: 6.6–29.9).");
  assert_sound(&f, 40);
  assert_paths_agree(&f, 3);
  unfit(&f);
}

static void test_negative_binomial_agrees_with_r(void **state) {
  (void)state;
  const char *name = "negative-binomial";
  fitted f = fit(&prg_model_negbin, spread, 12);
  check_against_r(&f, name);
  assert_int_equal(f.trend->n_coefficient, 3);
  assert_digits(f.trend->aicc, golden(name, "aicc"), 9);
  assert_digits(f.trend->coefficient[2].estimate, golden(name, "theta"), 7);
  assert_digits(f.trend->coefficient[2].std_error, golden(name, "theta_se"), 7);
  assert_true(f.trend->coefficient[2].lower_95 > 0);
  assert_sound(&f, 40);
  assert_paths_agree(&f, 2);
  unfit(&f);
}

/* Fitted by hand, since fit() knows no exposure. */
static fitted fit_exposed(const prg_model_type *type, const double *value, const double *exposure,
                          size_t n) {
  fitted f = {.type = type};
  prg_model_options options;
  prg_model_options_init(&options);
  prg_period start = {PRG_YEAR, 2017};
  assert_int_equal(prg_series_init_values(&f.series, "Elever", start, value, n, NULL), PRG_OK);
  for (size_t t = 0; t < n; t++)
    assert_int_equal(prg_series_set_exposure(&f.series, t, exposure[t], NULL), PRG_OK);
  f.state = type->alloc(&options);
  assert_non_null(f.state);
  f.status = prg_model_fit(type, f.state, &f.series, &f.notes, &f.error);
  f.trend = type->trend(f.state);
  return f;
}

/* A figure of half the year counts as half of what a year would have had. */
static void test_exposure_agrees_with_r(void **state) {
  (void)state;
  static const double part[] = {1, 1, 0.5, 1, 1, 1, 1.7, 1, 0.25};
  static const double of_spread[] = {1, 1, 1, 1, 0.5, 1, 1, 1, 1, 1, 1, 0.4};
  fitted f = fit_exposed(&prg_model_poisson, counts, part, 9);
  check_against_r(&f, "poisson-exposure");
  assert_digits(f.trend->aicc, golden("poisson-exposure", "aicc"), 10);
  assert_sound(&f, 8);
  assert_paths_agree(&f, 3);
  double median = quantile_ahead(&f, 3, .5); /* of a whole year, t = 12 */
  assert_close(median, exp(golden("poisson-exposure", "eta")), 1);
  unfit(&f);
  const char *name = "negbin-exposure"; /* R² apart: glm.nb's null model takes no offset */
  f = fit_exposed(&prg_model_negbin, spread, of_spread, 12);
  assert_int_equal(f.status, PRG_OK);
  for (size_t i = 0; i < 2; i++)
    assert_coefficient(&f, i, name, 7);
  assert_digits(f.trend->log_likelihood, golden(name, "loglik"), 10);
  assert_digits(f.trend->coefficient[2].estimate, golden(name, "theta"), 7);
  unfit(&f);
}

/* An exposure of 1 changes nothing, a common one only the level; other models refuse it. */
static void test_common_exposure(void **state) {
  (void)state;
  static const double one[] = {1, 1, 1, 1, 1, 1, 1, 1, 1},
                      half[] = {.5, .5, .5, .5, .5, .5, .5, .5, .5};
  fitted plain = fit(&prg_model_poisson, counts, 9);
  fitted same = fit_exposed(&prg_model_poisson, counts, one, 9);
  fitted halved = fit_exposed(&prg_model_poisson, counts, half, 9);
  assert_close(quantile_ahead(&same, 2, .9), quantile_ahead(&plain, 2, .9), 0);
  assert_digits(halved.trend->coefficient[1].estimate, plain.trend->coefficient[1].estimate, 10);
  assert_digits(exp(halved.trend->coefficient[0].estimate),
                2 * exp(plain.trend->coefficient[0].estimate), 10);
  assert_digits(halved.trend->fitted[3], plain.trend->fitted[3], 10);
  unfit(&plain);
  unfit(&same);
  unfit(&halved);
  fitted refused = fit_exposed(&prg_model_linear, counts, half, 9);
  assert_int_equal(refused.status, PRG_EREFUSED);
  assert_int_equal(refused.error.message.text, PRG_TEXT_EXPOSURE_NOT_TAKEN);
  unfit(&refused);
}

static void test_dispersion_is_remarked_on(void **state) {
  (void)state;
  const double stock[] = {168, 183, 198, 214, 240, 249};
  fitted f = fit(&prg_model_poisson, spread, 12);
  assert_note(&f, PRG_TEXT_TREND_OVERDISPERSED,
              "Spridningen är 7,7 gånger den som Poisson förutsätter: intervallen är för smala, "
              "pröva negative-binomial.");
  unfit(&f);
  f = fit(&prg_model_negbin, stock, 6);
  assert_int_equal(f.status, PRG_OK);
  assert_int_equal(f.trend->n_coefficient, 2);
  assert_true(prg_notes_has(&f.notes, PRG_TEXT_TREND_NEGBIN_IS_POISSON));
  assert_note(&f, PRG_TEXT_TREND_UNDERDISPERSED,
              "Spridningen är bara 0,07 gånger den som modellen förutsätter: intervallen är för "
              "breda, troligen är detta ett bestånd och inte ett flöde.");
  unfit(&f);
}

static void test_refusals(void **state) {
  (void)state;
  const double zero[] = {0, 0, 0, 0}, last[] = {0, 0, 0, 5}, first[] = {3, 0, 0, 0},
               broken[] = {3, 4.5, 5, 6}, negative[] = {3, 4, -5, 6};
  const prg_model_type *const type[] = {&prg_model_poisson, &prg_model_negbin};
  for (size_t i = 0; i < 2; i++) {
    assert_refused(type[i], zero, 4, PRG_TEXT_TREND_NO_COUNTS);
    assert_refused(type[i], last, 4, PRG_TEXT_TREND_NO_COUNTS);
    assert_refused(type[i], first, 4, PRG_TEXT_TREND_NO_COUNTS);
    assert_refused(type[i], broken, 4, PRG_TEXT_TREND_NEEDS_COUNTS);
    assert_refused(type[i], negative, 4, PRG_TEXT_TREND_NEEDS_COUNTS);
    assert_refused(type[i], counts, 2, PRG_TEXT_TREND_TOO_FEW);
  }
}

static void test_small_counts_are_never_negative(void **state) {
  (void)state;
  const double small[] = {4, 2, 3, 1, 2, 1};
  fitted f = fit(&prg_model_poisson, small, 6);
  assert_true(quantile_ahead(&f, 5, .005) >= 0);
  assert_sound(&f, 5);
  unfit(&f);
}

/* Sparse, exploding, constant, huge: a sound forecast or a reason. */
static void test_odd_counts_are_fitted_or_refused(void **state) {
  (void)state;
  static const double odd[][6] = {{0, 3, 0, 0, 0, 0},          {0, 0, 0, 0, 1, 900000},
                                  {1e15, 9e14, 3, 1e12, 7, 0}, {5, 5, 5, 5, 5, 5},
                                  {1, 0, 0, 0, 0, 1},          {0, 100000, 0, 0, 100000, 0}};
  const prg_model_type *const type[] = {&prg_model_poisson, &prg_model_negbin};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
    for (size_t j = 0; j < 2; j++) {
      fitted f = fit(type[j], odd[i], 6);
      if (f.status == PRG_OK)
        assert_sound(&f, 60);
      else
        assert_int_equal(f.status, PRG_EREFUSED);
      unfit(&f);
    }
  }
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_poisson_agrees_with_r),
      cmocka_unit_test(test_exposure_agrees_with_r),
      cmocka_unit_test(test_common_exposure),
      cmocka_unit_test(test_negative_binomial_agrees_with_r),
      cmocka_unit_test(test_dispersion_is_remarked_on),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_small_counts_are_never_negative),
      cmocka_unit_test(test_odd_counts_are_fitted_or_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
