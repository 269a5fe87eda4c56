#include "test.h"

#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "model/figures.h"
#include "model/smoothing/smoothing_models.h"

/* --- what R made of the series: tests/reference/smoothing.csv --- */

enum { ROWS_MAX = 1600, H = 14 };

static struct row {
  char series[16], item[24];
  int index;
  double value;
} reference[ROWS_MAX];
static int n_rows;

static int read_reference(void **state) {
  (void)state;
  FILE *file = fopen("tests/reference/smoothing.csv", "r");
  assert_non_null(file);
  char line[128];
  while (fgets(line, sizeof line, file) != NULL) {
    struct row *row = &reference[n_rows];
    n_rows += sscanf(line, "%15[^,],%23[^,],%d,%lf", row->series, row->item, &row->index,
                     &row->value) == 4;
    assert_true(n_rows < ROWS_MAX);
  }
  fclose(file);
  return n_rows > 400 ? 0 : -1;
}

/* The values of an item in order; returns how many. */
static size_t item(const char *series, const char *name, double *value) {
  size_t n = 0;
  for (int i = 0; i < n_rows; i++)
    if (strcmp(reference[i].series, series) == 0 && strcmp(reference[i].item, name) == 0) {
      assert_int_equal(reference[i].index, n + 1);
      value[n++] = reference[i].value;
    }
  return n;
}

static prg_series series_of(const double *value, size_t n, int season) {
  prg_series series;
  assert_int_equal(prg_series_init_values(&series, "a", (prg_period){PRG_INDEX, 1}, value, n, NULL),
                   PRG_OK);
  series.season = season;
  return series;
}

static prg_series reference_series(const char *name) {
  double y[200], season;
  assert_int_equal(item(name, "season", &season), 1);
  return series_of(y, item(name, "y", y), (int)season);
}

static void *fitted(const prg_model_type *type, const prg_series *series, prg_notes *notes) {
  prg_model_options options = {0};
  prg_notes own = {0};
  void *state = type->alloc(&options);
  assert_non_null(state);
  prg_error error;
  assert_int_equal(type->fit(state, series, notes == NULL ? &own : notes, &error), PRG_OK);
  return state;
}

static prg_distribution forecast(const prg_model_type *type, void *state, size_t horizon) {
  prg_distribution d;
  assert_int_equal(prg_distribution_init(&d, horizon, prg_standard_probability,
                                         prg_standard_probability_count, NULL),
                   PRG_OK);
  assert_int_equal(type->predict(state, &d, NULL), PRG_OK);
  return d;
}

/*
 * Where R's ets stops short of the greatest likelihood: by `starts` because its starting states are
 * searched for, not solved for, at its own parameters; by `parameters` because the search stopped
 * early or on another maximum. All other fits agree to 0.005 in the log-likelihood.
 */
static const struct difference {
  const char *series, *model;
  double starts, parameters;
} differences[] = {
    /* Another maximum: no smoothing at all, a level that decays from the start. */
    {"Nile", "damped", 0.1366, 1.5896},
    /* A ridge: φ hardly matters while β is at its lower bound. */
    {"LakeHuron", "damped", 0.0064, 0.0849},
    /* α = β = 0.9999 in both: the starting slope is all that differs. */
    {"WWWusage", "holt", 1.8436, 0.0000},
    {"WWWusage", "damped", 0.4230, 0.0733},
    /* R stopped at α 0.995, β 0.990, φ 0.924; the maximum is at φ = 0.98. */
    {"uspop", "damped", 0.4436, 1.0354},
    /* Same parameters: R's starting level and slope lie 40 figures off at the end. */
    {"UKgas", "damped", 0.2378, 0.0006},
    {"nottem", "holt", 0.3931, 0.0001},
    {"nottem", "damped", 0.5435, 0.8463},
};

static struct difference expected_difference(const char *series, const char *model) {
  for (size_t i = 0; i < sizeof differences / sizeof differences[0]; i++)
    if (strcmp(differences[i].series, series) == 0 && strcmp(differences[i].model, model) == 0)
      return differences[i];
  return (struct difference){series, NULL, 0, 0};
}

/* A figure that R gives for a model; `fallback` if the model has none. */
static double of_model(const char *series, const char *model, const char *what, double fallback) {
  char name[40];
  double value[H];
  snprintf(name, sizeof name, "%s.%s", model, what);
  return item(series, name, value) == 1 ? value[0] : fallback;
}

static double log_likelihood_at(prg_smoothing_parameters parameters, const prg_series *series) {
  double u[200], centre, scale;
  prg_smoothing_fit fit;
  prg_figures_centre(series->value, series->n, u, &centre, &scale);
  prg_smoothing_concentrate(parameters, u, series->n, &fit);
  return prg_smoothing_log_likelihood(&fit, scale);
}

static void compare_with_r(const char *name, const prg_model_type *type) {
  prg_series series = reference_series(name);
  void *model = fitted(type, &series, NULL);
  prg_smoothing_summary ours = prg_smoothing_summary_of(model);
  struct difference expected = expected_difference(name, type->name);
  prg_smoothing_parameters theirs = {of_model(name, type->name, "alpha", 0),
                                     of_model(name, type->name, "beta", 0),
                                     of_model(name, type->name, "phi", type == &prg_model_holt)};
  double r = of_model(name, type->name, "loglik", NAN), at = log_likelihood_at(theirs, &series);
  assert_true(at >= r - 1e-6);
  assert_true(ours.log_likelihood >= at - 1e-9);
  if (expected.model != NULL) {
    assert_close(at - r, expected.starts, 2e-4);
    assert_close(ours.log_likelihood - at, expected.parameters, 2e-4);
  } else {
    assert_close(ours.log_likelihood, r, 0.005);
    double forecasts[H];
    char what[40];
    snprintf(what, sizeof what, "%s.forecast", type->name);
    size_t n = item(name, what, forecasts);
    prg_distribution d = forecast(type, model, n);
    for (size_t h = 1; h <= n; h++) /* a flat optimum: to a fiftieth of the standard deviation */
      assert_close(prg_distribution_quantile(&d, h, 0.5), forecasts[h - 1],
                   0.02 * sqrt(ours.sigma2));
    assert_close(ours.alpha, theirs.alpha, 5e-4);
    assert_close(ours.beta, theirs.beta, 1e-3);
    prg_distribution_clear(&d);
  }
  type->free(model);
  prg_series_clear(&series);
}

static const prg_model_type *const smoothing_types[] = {&prg_model_ses, &prg_model_holt,
                                                        &prg_model_damped};
static const prg_model_type *const all_types[] = {&prg_model_ses, &prg_model_holt,
                                                  &prg_model_damped, &prg_model_theta};

static void test_likelihood_is_never_below_that_of_r(void **state) {
  (void)state;
  const char *names[] = {"Nile", "LakeHuron", "WWWusage", "uspop", "UKgas", "nottem"};
  for (int i = 0; i < 6; i++)
    for (int k = 0; k < 3; k++)
      compare_with_r(names[i], smoothing_types[k]);
}

/* R's α is 1 on the two short series, ours at most 0.9999: hence the 1e-3. */
static void test_theta_is_that_of_r(void **state) {
  (void)state;
  const char *names[] = {"compulsory",    "upper",       "Nile",  "LakeHuron",
                         "WWWusage",      "uspop",       "UKgas", "nottem",
                         "AirPassengers", "USAccDeaths", "lynx"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    prg_series series = reference_series(names[i]);
    prg_notes notes = {0};
    void *model = fitted(&prg_model_theta, &series, &notes);
    prg_smoothing_summary ours = prg_theta_summary_of(model);
    assert_close(ours.alpha, of_model(names[i], "theta", "alpha", NAN), 2e-4);
    assert_digits(ours.slope, of_model(names[i], "theta", "drift", NAN), 9);
    assert_int_equal(prg_notes_has(&notes, PRG_TEXT_THETA_SEASON_REMOVED), series.season > 1);
    double forecasts[H];
    size_t n = item(names[i], "theta.forecast", forecasts);
    prg_distribution d = forecast(&prg_model_theta, model, n);
    for (size_t h = 1; h <= n; h++)
      assert_close(prg_distribution_quantile(&d, h, 0.5), forecasts[h - 1],
                   2e-4 * sqrt(ours.sigma2) + 1e-5 * fabs(forecasts[h - 1]));
    prg_distribution_clear(&d);
    prg_model_theta.free(model);
    prg_series_clear(&series);
  }
}

/* --- a slow twin: the same model as one linear Gaussian, solved densely --- */

/*
 * y_t = θ-part + Σ_{j<t} c_{t−j} e_j + e_t. Best linear unbiased prediction of y at time `at` from
 * the others with θ by generalised least squares, by plain elimination of the bordered system
 * [S X; X' 0]. A missing y has no innovation. Returns the mean; the variance, for σ² = 1, in *v.
 */
enum { DENSE = 24 };

static void dense_row(const double *y, size_t t, prg_smoothing_parameters p, double *loading,
                      double x[2]) {
  double steps = 0, power = 1;
  for (size_t j = 0; j < t; j++) {
    power *= p.phi;
    steps += power;
    if (!isnan(y[t - 1 - j]))
      loading[t - 1 - j] = p.alpha + p.beta * steps;
  }
  loading[t] = 1;
  x[0] = 1;
  x[1] = steps + power * p.phi;
}

/* Gauss–Jordan with pivoting: leaves a diagonal and the right-hand side. */
static void eliminate(size_t size, double a[DENSE][DENSE + 1]) {
  for (size_t c = 0; c < size; c++) {
    size_t best = c;
    for (size_t i = c; i < size; i++)
      best = fabs(a[i][c]) > fabs(a[best][c]) ? i : best;
    for (size_t j = 0; j <= size; j++) {
      double swap = a[c][j];
      a[c][j] = a[best][j];
      a[best][j] = swap;
    }
    for (size_t i = 0; i < size; i++) {
      double factor = i == c ? 0 : a[i][c] / a[c][c];
      for (size_t j = 0; j <= size; j++)
        a[i][j] -= factor * a[c][j];
    }
  }
}

static double dense_prediction(const double *y, size_t n, size_t h, prg_smoothing_parameters p,
                               bool slope, double *v) {
  double loading[DENSE][DENSE] = {{0}}, x[DENSE][2], padded[DENSE], a[DENSE][DENSE + 1] = {{0}};
  size_t row[DENSE], k = 0;
  for (size_t t = 0; t < n + h; t++) {
    padded[t] = t < n ? y[t] : 0;
    dense_row(padded, t, p, loading[t], x[t]);
    if (!isnan(padded[t]) && t < n)
      row[k++] = t;
  }
  const size_t last = n + h - 1, size = k + (slope ? 2 : 1);
  double k0[DENSE] = {0}, own = 0;
  for (size_t i = 0; i < size; i++)
    for (size_t j = 0; j <= size; j++) {
      size_t left = i < k ? row[i] : 0, right = j < k ? row[j] : last;
      double value = 0;
      if (i < k && (j < k || j == size))
        for (size_t l = 0; l < n + h; l++)
          value += loading[left][l] * loading[right][l];
      else if (i < k)
        value = x[left][j - k];
      else if (j < k || j == size)
        value = x[right][i - k];
      a[i][j] = value;
      if (j == size)
        k0[i] = value;
    }
  for (size_t l = 0; l < n + h; l++)
    own += loading[last][l] * loading[last][l];
  eliminate(size, a);
  double mean = 0;
  *v = own;
  for (size_t i = 0; i < size; i++) {
    double weight = a[i][size] / a[i][i];
    mean += i < k ? weight * y[row[i]] : 0;
    *v -= weight * k0[i];
  }
  return mean;
}

static void compare_with_dense(const prg_model_type *type, const double *y, size_t n) {
  prg_series series = series_of(y, n, 1);
  void *model = fitted(type, &series, NULL);
  prg_smoothing_summary m = prg_smoothing_summary_of(model);
  prg_distribution d = forecast(type, model, 6);
  for (size_t h = 1; h <= 6; h++) {
    double v, mean = dense_prediction(y, n, h, (prg_smoothing_parameters){m.alpha, m.beta, m.phi},
                                      type != &prg_model_ses, &v);
    double t = gsl_cdf_tdist_Pinv(0.975, m.df);
    assert_digits(prg_distribution_quantile(&d, h, 0.5), mean, 8);
    assert_digits(prg_distribution_quantile(&d, h, 0.975), mean + t * sqrt(v * m.sigma2), 8);
  }
  prg_distribution_clear(&d);
  type->free(model);
  prg_series_clear(&series);
}

static const double bumpy[] = {61.3, 64.9, 59.2, 66.8, 71.4, 70.1, 77.7, 74.2, 79.6, 83.5, 80.8};
enum { BUMPY = sizeof bumpy / sizeof bumpy[0] };

static void test_prediction_is_that_of_the_dense_model(void **state) {
  (void)state;
  for (int k = 0; k < 3; k++)
    compare_with_dense(smoothing_types[k], bumpy, BUMPY);
}

static void test_a_missing_figure_is_a_skipped_update(void **state) {
  (void)state;
  double y[BUMPY];
  memcpy(y, bumpy, sizeof y);
  y[3] = y[7] = NAN;
  for (int k = 0; k < 3; k++)
    compare_with_dense(smoothing_types[k], y, BUMPY);
}

static void test_gaps_at_the_ends_change_nothing(void **state) {
  (void)state;
  double y[BUMPY + 3];
  memcpy(y + 2, bumpy, sizeof bumpy);
  y[0] = y[1] = y[BUMPY + 2] = NAN;
  for (int k = 0; k < 4; k++) {
    prg_series inner = series_of(bumpy, BUMPY, 1), outer = series_of(y, BUMPY + 3, 1);
    void *a = fitted(all_types[k], &inner, NULL), *b = fitted(all_types[k], &outer, NULL);
    prg_distribution da = forecast(all_types[k], a, 4), db = forecast(all_types[k], b, 4);
    assert_memory_equal(da.quantile, db.quantile, 4 * da.n_probability * sizeof(double));
    prg_distribution_clear(&da);
    prg_distribution_clear(&db);
    all_types[k]->free(a);
    all_types[k]->free(b);
    prg_series_clear(&inner);
    prg_series_clear(&outer);
  }
}

/* --- what Theta adds --- */

/* Theta's variance by brute force: each innovation through the slope's weights and the future. */
static void test_theta_variance_is_that_of_its_innovations(void **state) {
  (void)state;
  prg_series series = series_of(bumpy, BUMPY, 1);
  void *model = fitted(&prg_model_theta, &series, NULL);
  prg_smoothing_summary m = prg_theta_summary_of(model);
  prg_distribution d = forecast(&prg_model_theta, model, 7);
  const double alpha = m.alpha, centre = (BUMPY - 1) / 2.0;
  double square = 0, sse = 0, level = m.level, lag = 0, unit = 1, information = 0, slope_v = 0;
  for (int t = 0; t < BUMPY; t++) {
    square += (t - centre) * (t - centre);
    double e = bumpy[t] - level - m.slope * lag;
    sse += e * e;
    level += alpha * (bumpy[t] - level);
    lag = 1 + (1 - alpha) * lag;
    information += unit * unit;
    unit *= 1 - alpha;
  }
  assert_digits(m.sigma2, sse / (BUMPY - 3), 10);
  assert_close(lag, (1 - pow(1 - alpha, BUMPY)) / alpha, 1e-10);
  for (int j = 0; j < BUMPY; j++) {
    double reaction = 0;
    for (int t = j; t < BUMPY; t++)
      reaction += (t == j ? 1 : alpha) * (t - centre) / square;
    slope_v += reaction * reaction;
  }
  double steps = 6 + lag;
  double v = 1 + 6 * alpha * alpha + unit * unit / information + steps * steps * slope_v / 4;
  assert_digits(prg_distribution_quantile(&d, 7, 0.5), level + steps * m.slope, 10);
  assert_digits(prg_distribution_quantile(&d, 7, 0.9),
                level + steps * m.slope + gsl_cdf_tdist_Pinv(0.9, m.df) * sqrt(v * m.sigma2), 10);
  prg_distribution_clear(&d);
  prg_model_theta.free(model);
  prg_series_clear(&series);
}

/* With figures below 0 the pattern is taken off and put back by addition. */
static void test_theta_adds_a_season_around_zero(void **state) {
  (void)state;
  static const double pattern[] = {-7.25, 1.5, 9.75, -4};
  double y[24];
  for (int t = 0; t < 24; t++)
    y[t] = pattern[t % 4] + (t * 37 % 11 - 5) / 20.0;
  prg_series series = series_of(y, 22, 4);
  prg_notes notes = {0};
  void *model = fitted(&prg_model_theta, &series, &notes);
  prg_distribution d = forecast(&prg_model_theta, model, 4);
  assert_true(prg_notes_has(&notes, PRG_TEXT_THETA_SEASON_REMOVED));
  for (size_t h = 1; h <= 4; h++)
    assert_close(prg_distribution_quantile(&d, h, 0.5), pattern[(22 + h - 1) % 4], 0.4);
  prg_distribution_clear(&d);
  prg_model_theta.free(model);
  prg_series_clear(&series);
}

static void test_a_seasonal_series_without_pattern_is_left_alone(void **state) {
  (void)state;
  double y[24];
  for (int t = 0; t < 24; t++)
    y[t] = 50 + (t * 37 % 23) / 3.0;
  prg_series series = series_of(y, 24, 4);
  prg_notes notes = {0};
  void *model = fitted(&prg_model_theta, &series, &notes);
  assert_int_equal(notes.n, 0);
  prg_model_theta.free(model);
  prg_series_clear(&series);
}

/* --- all of them --- */

/* The share of paths below a quantile is its probability, within four standard errors. */
static void test_paths_follow_the_distribution(void **state) {
  (void)state;
  enum { PATHS = 6000, AHEAD = 5 };
  static double path[PATHS * AHEAD], again[PATHS * AHEAD];
  prg_series series = reference_series("upper");
  double y[10];
  memcpy(y, series.value, 6 * sizeof *y);
  memcpy(y + 6, (double[]){133, 141.5, 138, 150}, 4 * sizeof *y);
  prg_series longer = series_of(y, 10, 1);
  for (int k = 0; k < 4; k++) {
    void *model = fitted(all_types[k], &longer, NULL);
    prg_distribution d = forecast(all_types[k], model, AHEAD);
    assert_int_equal(all_types[k]->paths(model, AHEAD, PATHS, 71, path, NULL), PRG_OK);
    assert_int_equal(all_types[k]->paths(model, AHEAD, PATHS, 71, again, NULL), PRG_OK);
    assert_memory_equal(path, again, sizeof path);
    for (size_t h = 1; h <= AHEAD; h++)
      for (double p = 0.1; p < 1; p += 0.2) {
        double q = prg_distribution_quantile(&d, h, p), below = 0;
        for (size_t i = 0; i < PATHS; i++)
          below += path[i * AHEAD + h - 1] < q;
        assert_close(below / PATHS, p, 4 * sqrt(p * (1 - p) / PATHS));
      }
    prg_distribution_clear(&d);
    all_types[k]->free(model);
  }
  prg_series_clear(&series);
  prg_series_clear(&longer);
}

/* Noise-free figures: the interval is that of rounding, ±0.289 standard deviations of a unit. */
static void test_no_interval_is_without_width(void **state) {
  (void)state;
  double flat[12], line[12];
  for (int t = 0; t < 12; t++) {
    flat[t] = 100;
    line[t] = 10.5 + 10 * t;
  }
  for (int k = 0; k < 4; k++) {
    prg_series series = series_of(flat, 12, 1);
    void *model = fitted(all_types[k], &series, NULL);
    prg_distribution d = forecast(all_types[k], model, 3);
    assert_close(prg_distribution_quantile(&d, 3, 0.5), 100, 1e-9);
    assert_true(prg_distribution_quantile(&d, 1, 0.975) > 100.5);
    assert_true(prg_distribution_quantile(&d, 1, 0.975) < 101);
    prg_distribution_clear(&d);
    all_types[k]->free(model);
    prg_series_clear(&series);
  }
  prg_series series = series_of(line, 12, 1);
  void *model = fitted(&prg_model_holt, &series, NULL);
  prg_distribution d = forecast(&prg_model_holt, model, 5);
  assert_close(prg_distribution_quantile(&d, 5, 0.5), 170.5, 1e-6);
  assert_close(prg_distribution_quantile(&d, 5, 0.975) - 170.5,
               gsl_cdf_tdist_Pinv(0.975, 8) * 0.1 / sqrt(12), 1e-6);
  assert_true(isfinite(prg_smoothing_summary_of(model).log_likelihood));
  prg_distribution_clear(&d);
  prg_model_holt.free(model);
  prg_series_clear(&series);
}

static void test_too_few_and_too_large_are_refused(void **state) {
  (void)state;
  prg_model_options options = {0};
  prg_notes notes = {0};
  for (int k = 0; k < 4; k++) {
    void *model = all_types[k]->alloc(&options);
    prg_series few = series_of(bumpy, all_types[k]->min_n - 1, 1);
    prg_series enough = series_of(bumpy, all_types[k]->min_n, 1);
    prg_series large = series_of(bumpy, BUMPY, 1);
    prg_error error;
    assert_int_equal(all_types[k]->fit(model, &few, &notes, &error), PRG_EREFUSED);
    assert_int_equal(error.message.text, PRG_TEXT_SMOOTHING_TOO_FEW);
    assert_string_equal(error.message.argument[0].string, all_types[k]->name);
    assert_int_equal(all_types[k]->fit(model, &enough, &notes, &error), PRG_OK);
    large.value[4] = 1e101;
    assert_int_equal(all_types[k]->fit(model, &large, &notes, &error), PRG_EINPUT);
    assert_int_equal(error.message.text, PRG_TEXT_SMOOTHING_TOO_LARGE);
    large.value[4] = -INFINITY;
    assert_int_equal(all_types[k]->fit(model, &large, &notes, NULL), PRG_EINPUT);
    assert_true(all_types[k]->trend == NULL); /* no trend to describe */
    all_types[k]->free(model);
    all_types[k]->free(NULL);
    prg_series_clear(&few);
    prg_series_clear(&enough);
    prg_series_clear(&large);
  }
  assert_int_equal(notes.n, 0);
}

static void test_a_model_without_season_says_so(void **state) {
  (void)state;
  for (int k = 0; k < 3; k++) {
    prg_series series = series_of(bumpy, BUMPY, 4);
    prg_notes notes = {0};
    smoothing_types[k]->free(fitted(smoothing_types[k], &series, &notes));
    assert_true(prg_notes_has(&notes, PRG_TEXT_SMOOTHING_NO_SEASON));
    prg_series_clear(&series);
  }
}

/* Quantiles are finite and ordered whatever the size of the figures. */
static void test_extreme_sizes_stay_finite(void **state) {
  (void)state;
  static const double size[] = {1e-300, 1e-9, 1e99};
  for (int k = 0; k < 4; k++)
    for (int i = 0; i < 3; i++) {
      double y[BUMPY];
      for (int t = 0; t < BUMPY; t++)
        y[t] = bumpy[t] / 100 * size[i];
      prg_series series = series_of(y, BUMPY, 1);
      void *model = fitted(all_types[k], &series, NULL);
      prg_distribution d = forecast(all_types[k], model, 9);
      for (size_t j = 1; j < d.n_probability; j++) {
        assert_true(isfinite(d.quantile[8 * d.n_probability + j]));
        assert_true(d.quantile[8 * d.n_probability + j] > d.quantile[8 * d.n_probability + j - 1]);
      }
      assert_true(prg_distribution_quantile(&d, 9, 0.5) < 2 * size[i]);
      prg_distribution_clear(&d);
      all_types[k]->free(model);
      prg_series_clear(&series);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_likelihood_is_never_below_that_of_r),
      cmocka_unit_test(test_theta_is_that_of_r),
      cmocka_unit_test(test_prediction_is_that_of_the_dense_model),
      cmocka_unit_test(test_a_missing_figure_is_a_skipped_update),
      cmocka_unit_test(test_gaps_at_the_ends_change_nothing),
      cmocka_unit_test(test_theta_variance_is_that_of_its_innovations),
      cmocka_unit_test(test_theta_adds_a_season_around_zero),
      cmocka_unit_test(test_a_seasonal_series_without_pattern_is_left_alone),
      cmocka_unit_test(test_paths_follow_the_distribution),
      cmocka_unit_test(test_no_interval_is_without_width),
      cmocka_unit_test(test_too_few_and_too_large_are_refused),
      cmocka_unit_test(test_a_model_without_season_says_so),
      cmocka_unit_test(test_extreme_sizes_stay_finite),
  };
  return cmocka_run_group_tests(tests, read_reference, NULL);
}
