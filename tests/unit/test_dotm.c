#include "model/smoothing/dotm.h"

#include <gsl/gsl_cdf.h>

#include "forecast_test.h"

enum { MOST = 64 };

/*
 * The slow twin, from the definition of Theta instead of its recursions: at every figure the
 * least-squares line through all figures so far, θ's line Z = θ y + (1 − θ) line, smoothed from its
 * start, and (1/θ) smoothed + (1 − 1/θ) line one period ahead.
 */
static double twin_ahead(const double *y, size_t n, double alpha, double omega, double level) {
  double mean_t = (double)(n + 1) / 2, mean = 0, product = 0, square = 0;
  for (size_t i = 0; i < n; i++)
    mean += y[i] / (double)n;
  for (size_t i = 0; i < n; i++) {
    double t = (double)(i + 1) - mean_t;
    product += t * (y[i] - mean);
    square += t * t;
  }
  double slope = n > 1 ? product / square : 0, intercept = mean - slope * mean_t;
  double theta = 1 / (1 - omega), smoothed = theta * level;
  for (size_t i = 0; i < n; i++) {
    double line = intercept + slope * (double)(i + 1);
    smoothed = alpha * (theta * y[i] + (1 - theta) * line) + (1 - alpha) * smoothed;
  }
  return smoothed / theta + omega * (intercept + slope * (double)(n + 1));
}

static double twin_squares(const double *y, size_t n, double alpha, double omega, double level) {
  double sse = 0;
  for (size_t t = 2; t < n; t++) {
    double e = y[t] - twin_ahead(y, t, alpha, omega, level);
    sse += e * e;
  }
  return sse;
}

static const double pupils[] = {168, 183, 198, 214, 240, 249, 251, 262, 259, 270, 281, 276};
static const double lynx[] = {269, 321, 585, 871, 1475, 2821, 3928, 5943, 4950, 2577, 523, 98};
static const double rolls[] = {96, 112, 126, 131, 129, 126, 133, 121, 118};
static const double wave[] = {2.385, 7.12, 5.03, 3.61, 4.4, 6.18, 5.77, 3.02, 4.91, 6.6, 5.2};

static const struct figures {
  const double *y;
  size_t n;
} series[] = {{pupils, COUNT_OF(pupils)},
              {lynx, COUNT_OF(lynx)},
              {rolls, COUNT_OF(rolls)},
              {wave, COUNT_OF(wave)}};

typedef struct fitted {
  void *state;
  prg_series series;
  prg_notes notes;
  prg_dotm_summary summary;
} fitted;

static fitted fit(const double *y, size_t n, int season) {
  fitted f = {0};
  prg_model_options options;
  prg_error error;
  prg_model_options_init(&options);
  prg_period start = {PRG_INDEX, 1};
  assert_int_equal(prg_series_init_values(&f.series, "Elever", start, y, n, NULL), PRG_OK);
  f.series.season = season;
  f.state = prg_model_dotm.alloc(&options);
  assert_non_null(f.state);
  assert_int_equal(prg_model_dotm.fit(f.state, &f.series, &f.notes, &error), PRG_OK);
  f.summary = prg_dotm_summary_of(f.state);
  return f;
}

static void unfit(fitted *f) {
  prg_model_dotm.free(f->state);
  prg_series_clear(&f->series);
}

/* A hair short of the line itself, whose θ is infinite. */
static double omega_of(const fitted *f) {
  return fmin(1 - 1 / f->summary.theta, 1 - 1e-9);
}

static void test_errors_as_defined(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(series); i++) {
    const double *y = series[i].y;
    fitted f = fit(y, series[i].n, 1);
    double sse = twin_squares(y, series[i].n, f.summary.alpha, omega_of(&f), f.summary.level);
    assert_digits(f.summary.sse, sse, 7);
    assert_close(f.summary.df, (double)series[i].n - 5, 0);
    unfit(&f);
  }
}

/* No point of a grid over all three parameters has smaller errors. */
static void test_least_errors(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(series); i++) {
    fitted f = fit(series[i].y, series[i].n, 1);
    double spread = fabs(f.summary.level) + series[i].y[0];
    for (double alpha = 0.1; alpha < 0.99; alpha += 0.07)
      for (double omega = 0; omega < 1; omega += 0.0999)
        for (double step = -1; step <= 1; step += 0.1) {
          double level = f.summary.level + step * spread;
          double sse = twin_squares(series[i].y, series[i].n, alpha, omega, level);
          assert_true(sse >= f.summary.sse * (1 - 1e-9));
        }
    unfit(&f);
  }
}

/* Medians: the definition, what is not known yet replaced by its forecast. */
static void test_forecasts_as_defined(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(series); i++) {
    size_t n = series[i].n;
    double y[MOST];
    fitted f = fit(series[i].y, n, 1);
    memcpy(y, series[i].y, n * sizeof *y);
    prg_distribution d;
    assert_int_equal(prg_distribution_init(&d, 6, prg_standard_probability,
                                           prg_standard_probability_count, NULL),
                     PRG_OK);
    assert_int_equal(prg_model_dotm.predict(f.state, &d, NULL), PRG_OK);
    for (size_t h = 1; h <= 6; h++, n++) {
      y[n] = twin_ahead(y, n, f.summary.alpha, omega_of(&f), f.summary.level);
      assert_digits(prg_distribution_quantile(&d, h, .5), y[n], 7);
    }
    prg_distribution_clear(&d);
    unfit(&f);
  }
}

/* Figures on a line: the line goes on, with the width of rounding. */
static void test_line(void **state) {
  (void)state;
  const double y[] = {3, 5, 7, 9, 11, 13, 15, 17};
  trial t;
  trial_run(&t, &(trial_options){.model = "dotm", .every = PRG_YEAR, .start = 2015}, y, 8);
  assert_int_equal(t.status, PRG_OK);
  assert_close(point_of(&t, 1), 19, 1e-5);
  assert_close(point_of(&t, 4), 25, 1e-4);
  assert_digits(quantile_of(&t, 1, .9) - point_of(&t, 1), gsl_cdf_tdist_Pinv(.9, 3) / sqrt(12), 3);
  trial_close(&t);
}

/* One step ahead: σ² (1 + the uncertainty of l_0 and ω) by numbers from the twin's derivatives. */
static void test_width(void **state) {
  (void)state;
  fitted f = fit(pupils, COUNT_OF(pupils), 1);
  double a = f.summary.alpha, w = omega_of(&f), l = f.summary.level, h = 1e-4;
  double xx[2][2] = {{0}}, g[2], determinant;
  assert_true(w > 0.01 && w < 0.99);
  for (size_t t = 2; t <= COUNT_OF(pupils); t++) {
    g[0] = (twin_ahead(pupils, t, a, w, l + h) - twin_ahead(pupils, t, a, w, l - h)) / (2 * h);
    g[1] = (twin_ahead(pupils, t, a, w + h, l) - twin_ahead(pupils, t, a, w - h, l)) / (2 * h);
    for (int i = 0; i < 4 && t < COUNT_OF(pupils); i++)
      xx[i / 2][i % 2] += g[i / 2] * g[i % 2];
  }
  determinant = xx[0][0] * xx[1][1] - xx[0][1] * xx[1][0];
  double known = (xx[1][1] * g[0] * g[0] - 2 * xx[0][1] * g[0] * g[1] + xx[0][0] * g[1] * g[1]);
  double sd = sqrt(f.summary.sse / f.summary.df * (1 + known / determinant));
  trial t;
  trial_run(&t, &(trial_options){.model = "dotm", .every = PRG_YEAR}, pupils, COUNT_OF(pupils));
  assert_digits(quantile_of(&t, 1, .9) - point_of(&t, 1), sd * gsl_cdf_tdist_Pinv(.9, f.summary.df),
                4);
  trial_close(&t);
  unfit(&f);
}

/* Exact one step ahead, and farther where ω is at its bound and the model linear in the rest. */
static void test_paths(void **state) {
  (void)state;
  trial t;
  trial_options how = {.model = "dotm", .every = PRG_YEAR, .start = 2011, .horizon = 1};
  trial_run(&t, &how, pupils, COUNT_OF(pupils));
  assert_paths_follow(&t);
  trial_close(&t);
  how.horizon = 5;
  trial_run(&t, &how, wave, COUNT_OF(wave));
  assert_paths_follow(&t);
  trial_close(&t);
}

/* A gap is time that passes: a line with gaps is the same line. */
static void test_gaps(void **state) {
  (void)state;
  const double y[] = {3, 5, NAN, 9, 11, 13, NAN, NAN, 19, 21, 23, 25};
  trial t;
  trial_run(&t, &(trial_options){.model = "dotm", .every = PRG_YEAR}, y, COUNT_OF(y));
  assert_int_equal(t.status, PRG_OK);
  assert_close(point_of(&t, 2), 29, 0.05);
  trial_close(&t);
}

static void test_season(void **state) {
  (void)state;
  double y[24];
  for (size_t i = 0; i < 24; i++)
    y[i] =
        (41.7 + 1.3 * (double)i) * (1 + 0.2 * ((double)(i % 4) - 1.5)) + (double)(i * 7 % 5) / 10;
  fitted f = fit(y, 24, 4);
  assert_true(prg_notes_has(&f.notes, PRG_TEXT_THETA_SEASON_REMOVED));
  assert_true(prg_notes_has(&f.notes, PRG_TEXT_DOTM_FOUND));
  unfit(&f);
  trial t;
  trial_run(&t, &(trial_options){.model = "dotm", .every = PRG_QUARTER, .start = 8000}, y, 24);
  for (size_t h = 1; h <= 4; h++) {
    size_t i = 23 + h;
    double expected = (41.7 + 1.3 * (double)i) * (1 + 0.2 * ((double)(i % 4) - 1.5));
    assert_close(point_of(&t, h), expected, 0.05 * expected);
  }
  trial_close(&t);
}

static void test_refusals(void **state) {
  (void)state;
  const double large[] = {3.1, 4.7, 1e101, 5.2, 3.3, 4.4, 5.1};
  trial t;
  trial_run(&t, &(trial_options){.model = "dotm", .every = PRG_YEAR}, large, 6);
  assert_int_equal(t.status, PRG_EREFUSED);
  trial_close(&t);
  trial_run(&t, &(trial_options){.model = "dotm", .every = PRG_YEAR}, large, 7);
  assert_int_equal(t.status, PRG_EINPUT);
  trial_close(&t);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_errors_as_defined),
      cmocka_unit_test(test_least_errors),
      cmocka_unit_test(test_forecasts_as_defined),
      cmocka_unit_test(test_line),
      cmocka_unit_test(test_width),
      cmocka_unit_test(test_paths),
      cmocka_unit_test(test_gaps),
      cmocka_unit_test(test_season),
      cmocka_unit_test(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
