#include "model/trend/trend_models.h"

#include "trend_test.h"

static const double grundsarskola[] = {168, 183, 198, 214, 240, 249};
static const double gymnasiesarskola[] = {96, 112, 126, 131, 129, 126};

static void check_against_r(const prg_model_type *type, const char *name, const double *y, size_t n,
                            size_t p, size_t h) {
  fitted f = fit(type, y, n);
  assert_int_equal(f.status, PRG_OK);
  assert_int_equal(f.trend->n_coefficient, p);
  for (size_t i = 0; i < p; i++)
    assert_coefficient(&f, i, name, 9);
  assert_digits(f.trend->sigma, golden(name, "sigma"), 10);
  assert_digits(f.trend->r_squared, golden(name, "r2"), 10);
  assert_digits(f.trend->durbin_watson, golden(name, "dw"), 10);
  assert_digits(f.trend->log_likelihood, golden(name, "loglik"), 10);
  assert_digits(f.trend->aicc, golden(name, "aicc"), 10);
  bool log_scale = type == &prg_model_log_linear;
  double q[] = {quantile_ahead(&f, h, .5), quantile_ahead(&f, h, .025),
                quantile_ahead(&f, h, .975)};
  assert_digits(log_scale ? log(q[0]) : q[0], golden(name, "point"), 10);
  assert_digits(log_scale ? log(q[1]) : q[1], golden(name, "low"), 9);
  assert_digits(log_scale ? log(q[2]) : q[2], golden(name, "high"), 9);
  assert_paths_agree(&f, 5);
  assert_sound(&f, 600);
  unfit(&f);
}

static void test_the_line_of_an_auditor(void **state) {
  (void)state;
  fitted f = fit(&prg_model_linear, grundsarskola, 6);
  assert_int_equal(f.status, PRG_OK);
  assert_close(f.trend->coefficient[0].estimate, 149.4667, 5e-5);
  assert_close(f.trend->coefficient[1].estimate, 16.9143, 5e-5);
  assert_close(f.trend->coefficient[1].std_error, 0.9000, 5e-5);
  assert_close(f.trend->sigma, 3.7651, 5e-5);
  assert_close(f.trend->r_squared, 0.98880, 5e-6);
  assert_close(quantile_ahead(&f, 1, .5), 267.867, 5e-4);
  assert_close(quantile_ahead(&f, 1, .025), 253.584, 5e-4);
  assert_close(quantile_ahead(&f, 1, .975), 282.149, 5e-4);
  assert_close(quantile_ahead(&f, 5, .5), 335.524, 5e-4);
  assert_close(quantile_ahead(&f, 5, .025), 313.644, 5e-4);
  assert_close(quantile_ahead(&f, 5, .975), 357.404, 5e-4);
  assert_close(f.trend->fitted[2] + f.trend->residual[2], 198, 1e-12);
  assert_close(f.trend->time[4], 5, 0);
  assert_sentence(&f, "Antalet ökar med i genomsnitt 16,9 per år (95 %: 14,4–19,4).",
                  "The number increases by 16.9 per year on average (95%: 14.4–19.4).");
  assert_int_equal(f.notes.n, 0);
  unfit(&f);
}

static void test_r_agrees(void **state) {
  (void)state;
  check_against_r(&prg_model_linear, "linear", grundsarskola, 6, 2, 5);
  check_against_r(&prg_model_quadratic, "quadratic", grundsarskola, 6, 3, 5);
  check_against_r(&prg_model_log_linear, "log-linear", grundsarskola, 6, 2, 5);
}

static void test_missing_figures_keep_their_time(void **state) {
  (void)state;
  const double gap[] = {31.7, 29.3, NAN, 27.9, 28.8, 24.1, NAN, 22.6, 19.3};
  check_against_r(&prg_model_linear, "gap", gap, 9, 2, 3);
  fitted f = fit(&prg_model_linear, gap, 9);
  assert_int_equal(f.trend->n, 7);
  assert_close(f.trend->time[2], 4, 0);
  assert_sentence(&f, "Värdet minskar med i genomsnitt 1,41 per år (95 %: 0,89–1,93).",
                  "The value decreases by 1.41 per year on average (95%: 0.89–1.93).");
  unfit(&f);
}

/* The first forecast is for the period after the last figure, not after the last period. */
static void test_trailing_gaps_are_forecast(void **state) {
  (void)state;
  const double padded[] = {168, 183, 198, 214, 240, 249, NAN, NAN};
  fitted f = fit(&prg_model_linear, padded, 8);
  assert_close(quantile_ahead(&f, 1, .5), 267.867, 5e-4);
  unfit(&f);
}

static void test_the_line_that_the_end_contradicts(void **state) {
  (void)state;
  fitted f = fit(&prg_model_linear, gymnasiesarskola, 6);
  assert_close(quantile_ahead(&f, 1, .5), 140.6, 1e-9);
  assert_note(&f, PRG_TEXT_TREND_END_FALLS,
              "De två senaste åren minskar (−2 och −3) medan trenden genom hela serien stiger.");
  unfit(&f);
  f = fit(&prg_model_linear, gymnasiesarskola, 4);
  assert_close(quantile_ahead(&f, 1, .5), 146.0, 1e-9);
  assert_close(quantile_ahead(&f, 2, .5), 157.9, 1e-9);
  assert_int_equal(f.notes.n, 0);
  unfit(&f);
}

static void test_a_constant_series_has_a_width(void **state) {
  (void)state;
  const double constant[] = {37, 37, 37, 37, 37}, fine[] = {2.35, 2.35, 2.35, 2.35};
  const prg_model_type *const type[] = {&prg_model_linear, &prg_model_quadratic,
                                        &prg_model_log_linear};
  for (size_t i = 0; i < 3; i++) {
    fitted f = fit(type[i], constant, 5);
    assert_int_equal(f.status, PRG_OK);
    assert_close(f.trend->sigma, 0, 0);
    assert_true(isnan(f.trend->r_squared) && isnan(f.trend->aicc) && isnan(f.trend->durbin_watson));
    assert_true(isnan(f.trend->coefficient[1].t));
    assert_sound(&f, 7);
    assert_sentence(&f, "Antalet är oförändrat hela tiden.", "The number does not change at all.");
    unfit(&f);
  }
  fitted f = fit(&prg_model_linear, fine, 4);
  double half = 4.302652729911275 * 0.01 / sqrt(12) * sqrt(1 + 0.25 + 2.5 * 2.5 / 5);
  assert_close(quantile_ahead(&f, 1, .975), 2.35 + half, 1e-9);
  unfit(&f);
}

static void test_a_perfect_line(void **state) {
  (void)state;
  const double perfect[] = {17, 24, 31, 38, 45};
  fitted f = fit(&prg_model_linear, perfect, 5);
  assert_close(f.trend->coefficient[1].estimate, 7, 1e-13);
  assert_close(f.trend->sigma, 0, 0);
  assert_close(f.trend->r_squared, 1, 0);
  assert_sound(&f, 3);
  unfit(&f);
}

static void test_no_certain_change(void **state) {
  (void)state;
  const double wavering[] = {23.7, 31.2, 25.1, 29.9, 24.4};
  fitted f = fit(&prg_model_linear, wavering, 5);
  assert_sentence(&f,
                  "Värdet visar ingen säker förändring: i genomsnitt 0,01 per år (95 %: −3,98 "
                  "till 4,00).",
                  "The value shows no certain change: 0.01 per year on average (95%: −3.98 to "
                  "4.00).");
  unfit(&f);
}

static void test_sentences_of_curves(void **state) {
  (void)state;
  fitted f = fit(&prg_model_log_linear, grundsarskola, 6);
  assert_sentence(&f, "Antalet ökar med i genomsnitt 8,51 procent per år (95 %: 7,32–9,71).",
                  "The number increases by 8.51 per cent per year on average (95%: 7.32–9.71).");
  unfit(&f);
  f = fit(&prg_model_quadratic, gymnasiesarskola, 6);
  assert_sentence(&f,
                  "Antalet ändras med 20,1 per år i början och −8,3 i slutet; krökningen är säker "
                  "(p = 0,001).",
                  "The number changes by 20.1 per year at first and −8.3 at the end; the curvature "
                  "is certain (p = 0.001).");
  assert_int_equal(f.notes.n, 0); /* the curve falls at the end, as the figures do */
  unfit(&f);
}

static void test_refusals(void **state) {
  (void)state;
  const double two[] = {12.7, 14.1}, zero[] = {12, 7, 0, 5}, huge[] = {1e308, -1e308, 1e308, 1e307};
  assert_refused(&prg_model_linear, two, 2, PRG_TEXT_TREND_TOO_FEW);
  assert_refused(&prg_model_quadratic, grundsarskola, 3, PRG_TEXT_TREND_TOO_FEW);
  assert_refused(&prg_model_log_linear, zero, 4, PRG_TEXT_TREND_NEEDS_POSITIVE);
  assert_refused(&prg_model_linear, huge, 4, PRG_TEXT_TREND_NOT_FINITE);
}

/* The log scale may run away, the figures may not become infinite. */
static void test_wild_exponentials_stay_finite(void **state) {
  (void)state;
  const double wild[] = {1e-3, 7e5, 2.3};
  fitted f = fit(&prg_model_log_linear, wild, 3);
  assert_sound(&f, 300);
  unfit(&f);
}

static void test_a_state_is_used_again(void **state) {
  (void)state;
  fitted f = fit(&prg_model_linear, grundsarskola, 4);
  prg_series other;
  prg_period start = {PRG_TERM, 2 * 2019};
  assert_int_equal(prg_series_init_values(&other, "B", start, gymnasiesarskola, 6, NULL), PRG_OK);
  assert_int_equal(f.type->fit(f.state, &other, &f.notes, &f.error), PRG_OK);
  assert_close(quantile_ahead(&f, 1, .5), 140.6, 1e-9);
  assert_note(
      &f, PRG_TEXT_TREND_END_FALLS,
      "De två senaste terminerna minskar (−2 och −3) medan trenden genom hela serien stiger.");
  prg_series_clear(&other);
  unfit(&f);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_line_of_an_auditor),
      cmocka_unit_test(test_r_agrees),
      cmocka_unit_test(test_missing_figures_keep_their_time),
      cmocka_unit_test(test_trailing_gaps_are_forecast),
      cmocka_unit_test(test_the_line_that_the_end_contradicts),
      cmocka_unit_test(test_a_constant_series_has_a_width),
      cmocka_unit_test(test_a_perfect_line),
      cmocka_unit_test(test_no_certain_change),
      cmocka_unit_test(test_sentences_of_curves),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_wild_exponentials_stay_finite),
      cmocka_unit_test(test_a_state_is_used_again),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
