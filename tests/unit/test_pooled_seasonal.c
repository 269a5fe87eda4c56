#include "test.h"

#include <stdlib.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_sf_gamma.h>

#include <prognos/source.h>

#include "model/figures.h"
#include "model/pooled/mixture.h"
#include "model/pooled/pooled_seasonal.h"
#include "model/pooled/seasonal_grid.h"

static prg_series series_of(const double *value, size_t n, int season) {
  prg_series series;
  assert_int_equal(prg_series_init_values(&series, "a", (prg_period){PRG_INDEX, 1}, value, n, NULL),
                   PRG_OK);
  series.season = season;
  return series;
}

static prg_notes fit(prg_seasonal *w, const double *value, size_t n, int season) {
  prg_series series = series_of(value, n, season);
  prg_notes notes = {0};
  prg_error error;
  assert_int_equal(prg_seasonal_fit(w, &series, &notes, &error), PRG_OK);
  prg_series_clear(&series);
  return notes;
}

static prg_distribution predict(prg_seasonal *w, size_t horizon) {
  prg_distribution d;
  assert_int_equal(prg_distribution_init(&d, horizon, prg_standard_probability,
                                         prg_standard_probability_count, NULL),
                   PRG_OK);
  assert_int_equal(prg_seasonal_predict(w, &d, NULL), PRG_OK);
  return d;
}

/* --- the worked example of the method's description --- */

/* The research prototype's prior, with which it was computed. */
static prg_seasonal_node_list prototype;

static int read_prototype(void **state) {
  (void)state;
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  const char *path = "tests/reference/seasonal_prototype.csv";
  prg_status status = prg_source_read(path, &bytes, NULL);
  if (status == PRG_OK)
    status = prg_seasonal_prior_file_read(path, prg_buffer_string(&bytes), bytes.length, &prototype,
                                          NULL);
  prg_buffer_free(&bytes);
  return status == PRG_OK ? 0 : 1;
}

static int clear_prototype(void **state) {
  (void)state;
  prg_seasonal_node_list_clear(&prototype);
  return 0;
}

/* A tenth of the example's figures: whole numbers would be taken for counts. */
static const double worked[] = {12, 9.5, 8, 13, 12.8, 9.9, 8.7, 14.1, 13.3, 10.8, 9, 15};
enum { WORKED = 12 };

static const struct worked_node {
  double alpha, beta, phi, gamma, log_likelihood, posterior, mean_1, sd_1, mean_4, sd_4;
} worked_node[] = {
    {.45, .0225, 1, .45, -43.474168, .33017, .224389, .042920, .331900, .058896},
    {.6, 0, 1, .25, -44.012955, .23356, .229094, .045373, .327334, .068954},
    {.6, 0, 1, .45, -43.762694, .23280, .224139, .044221, .331612, .069176},
    {.8, 0, 1, .12, -44.509817, .09815, .233378, .047942, .325841, .082001},
    {.3, .15, .95, 0, -43.990109, .09371, .229381, .047088, .323562, .060907},
};

static size_t find_node(const prg_seasonal *w, const struct worked_node *node) {
  for (size_t i = 0; i < prg_seasonal_kept(w); i++) {
    prg_seasonal_node_fit fitted = prg_seasonal_kept_node(w, i);
    if (fitted.node.alpha == node->alpha && fitted.node.gamma == node->gamma &&
        fitted.node.s0 == 0.04)
      return i;
  }
  fail();
  return 0;
}

/* The posteriors are told before the light nodes are dropped, hence their ratios. */
static void test_nodes_of_the_worked_example(void **state) {
  (void)state;
  prg_seasonal *w = prg_seasonal_alloc(&prototype);
  fit(w, worked, WORKED, 4);
  prg_distribution d = predict(w, 4);
  double first = prg_seasonal_kept_node(w, find_node(w, worked_node)).weight;
  for (int i = 0; i < 5; i++) {
    const struct worked_node *expected = &worked_node[i];
    size_t k = find_node(w, expected);
    prg_seasonal_node_fit fitted = prg_seasonal_kept_node(w, k);
    prg_seasonal_component one = prg_seasonal_component_at(w, k, 1);
    prg_seasonal_component four = prg_seasonal_component_at(w, k, 4);
    assert_close(fitted.node.beta, expected->beta, 0);
    assert_close(fitted.node.phi, expected->phi, 0);
    assert_close(fitted.log_likelihood - WORKED * log(10), expected->log_likelihood, 5e-7);
    assert_close(fitted.weight / first * worked_node[0].posterior, expected->posterior, 1e-5);
    assert_close(one.location, expected->mean_1, 5e-7);
    assert_close(one.scale, expected->sd_1, 5e-7);
    assert_close(four.location, expected->mean_4, 5e-7);
    assert_close(four.scale, expected->sd_4, 5e-7);
    assert_int_equal(one.mixture_scale, SCALE_LOG);
  }
  prg_distribution_clear(&d);
  prg_seasonal_free(w);
}

/* T_ν by Wallace's approximation, with which the example's limits were computed. */
static double wallace_cdf(double t, double nu) {
  double z = (8 * nu + 1) / (8 * nu + 3) * sqrt(nu * log(1 + t * t / nu));
  return gsl_cdf_ugaussian_P(t < 0 ? -z : z);
}

static double wallace_quantile(const prg_seasonal *w, size_t h, double p, double scale) {
  double lower = .1, upper = 100;
  while (upper - lower > 1e-8) {
    double x = (lower + upper) / 2, sum = 0;
    for (size_t i = 0; i < prg_seasonal_kept(w); i++) {
      prg_seasonal_component c = prg_seasonal_component_at(w, i, h);
      sum += c.weight * wallace_cdf((log(x / scale) - c.location) / c.scale, 4 + WORKED - 1);
    }
    if (sum < p)
      lower = x;
    else
      upper = x;
  }
  return lower;
}

/* To the printed digits with the approximation, and within 0.004 of them with the exact T. */
static void test_forecasts_of_the_worked_example(void **state) {
  (void)state;
  const struct {
    size_t h;
    double p, value;
  } expected[] = {
      {1, .5, 142.278},   {1, .025, 129.364}, {1, .975, 156.604}, {1, .1, 134.015},
      {1, .9, 151.103},   {2, .5, 113.486},   {2, .025, 101.454}, {2, .975, 126.966},
      {3, .5, 96.387},    {3, .025, 84.873},  {3, .975, 109.536}, {4, .5, 157.676},
      {4, .025, 136.696}, {4, .975, 181.712}, {4, .1, 144.292},   {4, .9, 172.234},
  };
  double scale = 0;
  for (int t = 0; t < WORKED; t++)
    scale += worked[t] / WORKED;
  prg_seasonal *w = prg_seasonal_alloc(&prototype);
  fit(w, worked, WORKED, 4);
  prg_distribution d = predict(w, 4);
  for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
    double value = expected[i].value / 10;
    assert_close(wallace_quantile(w, expected[i].h, expected[i].p, scale), value, 6e-5);
    assert_close(prg_distribution_quantile(&d, expected[i].h, expected[i].p), value, 4e-4);
  }
  prg_distribution_clear(&d);
  prg_seasonal_free(w);
}

/* --- a slow twin: each node as one linear model with a dense covariance --- */

enum { DENSE = 32 };

typedef struct dense_data {
  const double *y;
  size_t n, m;
  double rough;
  unsigned long preliminary; /* bit t: figure t */
} dense_data;

typedef struct dense_model {
  size_t m, n, h, k; /* k figures are there, at row[0..k) */
  size_t row[DENSE];
  double s[DENSE][DENSE]; /* covariance / σ², given l_0, of times 0 … n + h − 1 */
} dense_model;

/* λ_f as in the description; C_d = (1/m) Σ λ_k cos(2πkd/m). */
static double season_covariance(size_t m, double rough, size_t d) {
  double sum = 0, total = 0;
  for (size_t k = 0; k < m; k++) {
    double f = (double)(k < m - k ? k : m - k);
    double lambda = k == 0 ? 1 : rough + (1 - rough) / (1 + pow(f / 2, 4));
    total += lambda;
    sum += lambda * cos(2 * M_PI * (double)(k * d) / (double)m);
  }
  return sum / total;
}

static double slope_steps(double phi, size_t h) {
  double power = 1, sum = 0;
  for (size_t j = 0; j < h; j++)
    sum += power *= phi;
  return sum;
}

/* Level 1, slope φ + … + φ^{t+1}, the season of t, and the past innovations, also those of figures
 * that are missing; a preliminary figure has noise of its own, a quarter of an innovation's. */
static dense_model dense_of(const prg_seasonal_node *node, const dense_data *data, size_t h) {
  const double *y = data->y;
  const size_t n = data->n, m = data->m;
  dense_model dense = {.m = m, .n = n, .h = h};
  double loading[DENSE][DENSE] = {{0}};
  for (size_t t = 0; t < n + h; t++) {
    for (size_t j = 0; j < t; j++)
      loading[t][j] = node->alpha + node->beta * slope_steps(node->phi, t - j) +
                      ((t - j) % m == 0 ? node->gamma : 0);
    loading[t][t] = 1;
    if (t < n && !isnan(y[t]))
      dense.row[dense.k++] = t;
  }
  for (size_t t = 0; t < n + h; t++)
    for (size_t u = 0; u < n + h; u++) {
      double sum = node->tau * node->tau *
                   season_covariance(m, data->rough, t % m < u % m ? u % m - t % m : t % m - u % m);
      if (node->kappa > 0)
        sum += node->kappa * node->kappa * slope_steps(node->phi, t + 1) *
               slope_steps(node->phi, u + 1);
      for (size_t j = 0; j < n + h; j++)
        sum += loading[t][j] * loading[u][j];
      dense.s[t][u] = sum + (t == u && data->preliminary >> t & 1 ? .25 : 0);
    }
  return dense;
}

/* a'S⁻¹b over the figures by GSL's Cholesky. */
static double form(gsl_matrix *cholesky, const double *a, const double *b) {
  double x[DENSE], sum = 0;
  gsl_vector_const_view right = gsl_vector_const_view_array(b, cholesky->size1);
  gsl_vector_view solution = gsl_vector_view_array(x, cholesky->size1);
  gsl_linalg_cholesky_solve(cholesky, &right.vector, &solution.vector);
  for (size_t i = 0; i < cholesky->size1; i++)
    sum += a[i] * x[i];
  return sum;
}

/*
 * Integrating the level (precision 1e-8, unnormalised, about the mean of the first season: next to
 * flat) and σ² out of N(1 l_0, σ²S): with k figures and a = (ν0 + k − 1)/2
 *   LL = −(k−1)/2 log 2π + lnΓ(a) − lnΓ(2) + 2 log B0 − a log(B0 + rss/2)
 *        − ½ log|S| − ½ log(1'S⁻¹1) + J,   rss = z'S⁻¹z − (1'S⁻¹z)²/1'S⁻¹1
 * (1'S⁻¹1 + 1e-8 throughout);
 * and the prediction is that of universal kriging.
 */
static void compare_node(const prg_seasonal *w, size_t i, const dense_data *data) {
  const double *y = data->y;
  const size_t n = data->n, m = data->m;
  prg_seasonal_node_fit fitted = prg_seasonal_kept_node(w, i);
  prg_seasonal_node node = fitted.node;
  dense_model dense = dense_of(&node, data, 5);
  const size_t k = dense.k;
  double z[DENSE], one[DENSE], scale = 0, jacobian = 0, smallest = INFINITY;
  double offset = prg_figures_offset(y, n);
  for (size_t j = 0; j < k; j++) {
    scale += fabs(y[dense.row[j]] + offset) / (double)k;
    smallest = fmin(smallest, y[dense.row[j]] + offset);
  }
  if (smallest <= 0) {
    node.transform = 1;
    node.growth = 0;
  }
  gsl_matrix *s = gsl_matrix_alloc(k, k);
  for (size_t j = 0; j < k; j++) {
    double x = (y[dense.row[j]] + offset) / scale, lambda = node.transform;
    z[j] = lambda == 1 ? x : lambda == 0 ? log(x) : 2 * sqrt(x);
    one[j] = 1;
    jacobian += (lambda == 1 ? 0 : (lambda - 1) * log(x)) - log(scale);
    for (size_t l = 0; l < k; l++)
      gsl_matrix_set(s, j, l, dense.s[dense.row[j]][dense.row[l]]);
  }
  gsl_linalg_cholesky_decomp1(s);
  double half_log_det = 0;
  for (size_t j = 0; j < k; j++)
    half_log_det += log(gsl_matrix_get(s, j, j));
  double reference = 0, seen = 0;
  for (size_t j = 0; j < k && dense.row[j] < m; j++, seen++)
    reference += z[j];
  reference /= seen;
  for (size_t j = 0; j < k; j++)
    z[j] -= reference + node.growth * (double)dense.row[j] / (double)m;
  double information = form(s, one, one) + 1e-8, level = form(s, one, z) / information;
  double rss = form(s, z, z) - level * level * information;
  double a = (4 + (double)k - 1) / 2, b0 = 2 * node.s0 * node.s0;
  double expected = -((double)k - 1) / 2 * log(2 * M_PI) + gsl_sf_lngamma(a) - gsl_sf_lngamma(2) +
                    2 * log(b0) - a * log(b0 + rss / 2) - half_log_det - log(information) / 2 +
                    jacobian;
  assert_close(fitted.log_likelihood, expected, 1e-8);
  for (size_t h = 1; h <= 5; h++) {
    double cross[DENSE], rest[DENSE];
    for (size_t j = 0; j < k; j++) {
      cross[j] = dense.s[n + h - 1][dense.row[j]];
      rest[j] = z[j] - level;
    }
    double short_of_one = 1 - form(s, one, cross);
    double variance = dense.s[n + h - 1][n + h - 1] - form(s, cross, cross) +
                      short_of_one * short_of_one / information;
    prg_seasonal_component c = prg_seasonal_component_at(w, i, h);
    double grown = node.growth * (double)(n + h - 1) / (double)m;
    assert_close(c.location, reference + grown + level + form(s, cross, rest), 2e-8);
    assert_digits(c.scale, sqrt((b0 + rss / 2) / a * variance), 8);
  }
  gsl_matrix_free(s);
}

static void compare_with_dense(const dense_data *data, size_t at_least) {
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  prg_series series = series_of(data->y, data->n, (int)data->m);
  for (size_t t = 0; t < data->n; t++)
    if (data->preliminary >> t & 1)
      series.observation[t] = PRG_PRELIMINARY;
  prg_notes notes = {0};
  assert_int_equal(prg_seasonal_fit(w, &series, &notes, NULL), PRG_OK);
  prg_distribution d = predict(w, 5);
  assert_true(prg_seasonal_kept(w) >= at_least);
  for (size_t i = 0; i < prg_seasonal_kept(w); i++)
    compare_node(w, i, data);
  prg_distribution_clear(&d);
  prg_series_clear(&series);
  prg_seasonal_free(w);
}

/* One decimal and a level near 0 in places: raw and log nodes, with and without seasons. */
static const double wavy[] = {31.4, 22.7, 19.9, 36.1, 30.2, 27.5, 18.3, 33.3, 35.8,
                              25.1, 21.6, 41.7, 34.9, 29.4, 20.8, 38.6, 37.7, 26.2};
enum { WAVY = sizeof wavy / sizeof wavy[0] };

static void test_nodes_are_those_of_the_dense_model(void **state) {
  (void)state;
  compare_with_dense(&(dense_data){worked, WORKED, 4, 0.1, 0}, 5);
  compare_with_dense(&(dense_data){wavy, WAVY, 4, 0.1, 0}, 5);
  compare_with_dense(&(dense_data){wavy, 9, 2, 0.1, 0}, 20);
  compare_with_dense(&(dense_data){wavy, 11, 7, 0.3, 0}, 20);
  compare_with_dense(&(dense_data){wavy, WAVY, 12, 0.1, 0}, 20);
  compare_with_dense(&(dense_data){wavy, 5, 4, 0.1, 0}, 20);
}

static void test_raw_nodes_are_those_of_the_dense_model(void **state) {
  (void)state;
  double y[WAVY];
  for (int t = 0; t < WAVY; t++)
    y[t] = wavy[t] - 30.05;
  compare_with_dense(&(dense_data){y, WAVY, 4, 0.1, 0}, 3);
  compare_with_dense(&(dense_data){y, 3, 4, 0.1, 0}, 3); /* fewer than a season: no seasons */
}

/* Not interpolated: integrated out, as the Kalman filter does. */
static void test_a_missing_figure_is_integrated_out(void **state) {
  (void)state;
  double y[WAVY];
  memcpy(y, wavy, sizeof y);
  y[2] = y[9] = y[10] = y[15] = NAN;
  compare_with_dense(&(dense_data){y, WAVY, 4, 0.1, 0}, 5);
  compare_with_dense(&(dense_data){y, WAVY, 12, 0.1, 0}, 20);
}

static void test_a_preliminary_figure_has_noise_of_its_own(void **state) {
  (void)state;
  double y[WAVY];
  memcpy(y, wavy, sizeof y);
  compare_with_dense(&(dense_data){y, WAVY, 4, 0.1, 1ul << (WAVY - 1) | 1ul << 6}, 5);
  y[8] = NAN;
  compare_with_dense(&(dense_data){y, WAVY, 12, 0.1, 1ul << (WAVY - 1) | 1ul << 7}, 5);
}

/* --- the workspace --- */

static void test_a_used_workspace_gives_the_same_bytes(void **state) {
  (void)state;
  double gap[WAVY];
  memcpy(gap, wavy, sizeof gap);
  gap[4] = NAN;
  prg_seasonal *fresh = prg_seasonal_alloc(NULL), *used = prg_seasonal_alloc(NULL);
  fit(fresh, wavy, WAVY, 4);
  prg_distribution expected = predict(fresh, 6);
  for (int round = 0; round < 4; round++) {
    if (round == 0)
      fit(used, gap, WAVY, 4);
    if (round == 1)
      fit(used, worked, WORKED, 12);
    if (round == 2)
      fit(used, worked, WORKED, 4);
    if (round == 3) { /* the cached factors */
      double other[WAVY];
      for (int t = 0; t < WAVY; t++)
        other[t] = 3 * wavy[WAVY - 1 - t];
      fit(used, other, WAVY, 4);
    }
    fit(used, wavy, WAVY, 4);
    prg_distribution d = predict(used, 6);
    assert_memory_equal(d.quantile, expected.quantile, 6 * d.n_probability * sizeof(double));
    prg_distribution_clear(&d);
  }
  prg_distribution_clear(&expected);
  prg_seasonal_free(fresh);
  prg_seasonal_free(used);
  prg_seasonal_free(NULL);
}

static void test_gaps_at_the_ends_change_nothing(void **state) {
  (void)state;
  double y[WAVY + 3];
  memcpy(y + 2, wavy, sizeof wavy);
  y[0] = y[1] = y[WAVY + 2] = NAN;
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  fit(w, wavy, WAVY, 4);
  prg_distribution inner = predict(w, 3);
  fit(w, y, WAVY + 3, 4);
  prg_distribution outer = predict(w, 3);
  assert_memory_equal(inner.quantile, outer.quantile, 3 * inner.n_probability * sizeof(double));
  prg_distribution_clear(&inner);
  prg_distribution_clear(&outer);
  prg_seasonal_free(w);
}

static void test_only_the_last_five_years_of_weeks_count(void **state) {
  (void)state;
  enum { WEEKS = 300 };
  double y[WEEKS];
  for (int t = 0; t < WEEKS; t++)
    y[t] = 100 + 30 * sin(2 * M_PI * t / 52) + t * 7919 % 13;
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  fit(w, y, WEEKS, 52);
  prg_distribution all = predict(w, 53);
  fit(w, y + WEEKS - 260, 260, 52);
  prg_distribution last = predict(w, 53);
  assert_memory_equal(all.quantile, last.quantile, 53 * all.n_probability * sizeof(double));
  assert_true(prg_seasonal_probability(w) > 0.99);
  for (size_t h = 1; h <= 53; h += 13)
    assert_close(prg_distribution_quantile(&all, h, 0.5),
                 106 + 30 * sin(2 * M_PI * (double)(WEEKS + h - 1) / 52), 8);
  prg_distribution_clear(&all);
  prg_distribution_clear(&last);
  prg_seasonal_free(w);
}

/* --- paths --- */

/* The share of paths below a quantile is its probability, within four standard errors. */
static void test_paths_follow_the_distribution(void **state) {
  (void)state;
  enum { PATHS = 5000, AHEAD = 6 };
  static double path[PATHS * AHEAD], again[PATHS * AHEAD];
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  fit(w, wavy, WAVY, 4);
  prg_distribution d = predict(w, AHEAD);
  assert_int_equal(prg_seasonal_paths(w, AHEAD, PATHS, 43, path, NULL), PRG_OK);
  assert_int_equal(prg_seasonal_paths(w, AHEAD, PATHS, 43, again, NULL), PRG_OK);
  assert_memory_equal(path, again, sizeof path);
  for (size_t h = 1; h <= AHEAD; h++)
    for (double p = 0.05; p < 1; p += 0.15) {
      double q = prg_distribution_quantile(&d, h, p), below = 0;
      for (size_t i = 0; i < PATHS; i++)
        below += path[i * AHEAD + h - 1] < q;
      assert_close(below / PATHS, p, 4 * sqrt(p * (1 - p) / PATHS));
    }
  prg_distribution_clear(&d);
  prg_seasonal_free(w);
}

/* --- figures that stand apart --- */

/* One figure three times as large, or at 40 per cent: left out and told, and the forecast is nearly
 * what it was. A new level is none, nor is the last figure. */
static void test_figures_that_stand_apart_are_left_out(void **state) {
  (void)state;
  enum { N = 40, M = 4 };
  static const double pattern[M] = {1.21, .93, .77, 1.09};
  double clean[N], y[N];
  for (size_t t = 0; t < N; t++)
    clean[t] = (203.7 + 1.9 * (double)t) * pattern[t % M] + (double)(t * 7919 % 13) - 6.3;
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  prg_notes notes = fit(w, clean, N, M);
  assert_int_equal(notes.n, 0);
  prg_distribution expected = predict(w, 4);
  const struct {
    size_t from, to;
    double factor;
    size_t left_out;
  } spoilt[] = {{29, 30, 3, 1}, {26, 27, .4, 1}, {N / 2, N, 1.6, 0}, {N - 1, N, 1.6, 0}};
  for (size_t i = 0; i < 4; i++) {
    memcpy(y, clean, sizeof y);
    for (size_t t = spoilt[i].from; t < spoilt[i].to; t++)
      y[t] *= spoilt[i].factor;
    notes = fit(w, y, N, M);
    assert_int_equal(notes.n, spoilt[i].left_out);
    prg_distribution d = predict(w, 4);
    for (size_t h = 1; h <= 4 && spoilt[i].left_out > 0; h++) {
      double point = prg_distribution_quantile(&expected, h, .5);
      assert_close(prg_distribution_quantile(&d, h, .5), point, .02 * point);
      assert_true(prg_notes_has(&notes, PRG_TEXT_NOTE_OUTLIER_LEFT_OUT));
    }
    prg_distribution_clear(&d);
  }
  prg_distribution_clear(&expected);
  prg_seasonal_free(w);
}

/* A gap longer than a season widens; more gaps than there is room for begin the series later. */
static void test_a_long_gap_costs_only_what_it_hides(void **state) {
  (void)state;
  enum { N = 160, M = 12 };
  double y[N];
  for (size_t t = 0; t < N; t++)
    y[t] = 100 + 20 * sin(2 * M_PI * (double)t / M) + (double)(t * 7919 % 17);
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  for (size_t gap = 14; gap < 90; gap += 60) {
    double gapped[N];
    memcpy(gapped, y, sizeof y);
    for (size_t t = 60; t < 60 + gap; t++)
      gapped[t] = NAN;
    fit(w, gapped, N, M);
    prg_distribution d = predict(w, M);
    for (size_t h = 1; h <= M; h++)
      assert_close(prg_distribution_quantile(&d, h, .5),
                   108 + 20 * sin(2 * M_PI * (double)(N + h - 1) / M), 12);
    if (gap > PRG_LOOSE_MAX) { /* as if it began after the gap */
      prg_distribution after;
      fit(w, y + 60 + gap, N - 60 - gap, M);
      after = predict(w, M);
      assert_memory_equal(after.quantile, d.quantile, M * d.n_probability * sizeof(double));
      prg_distribution_clear(&after);
    }
    prg_distribution_clear(&d);
  }
  prg_seasonal_free(w);
}

/* --- odd series --- */

static void test_constant_figures_have_an_interval(void **state) {
  (void)state;
  double y[24];
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  for (int t = 0; t < 24; t++)
    y[t] = 0;
  fit(w, y, 24, 12);
  prg_distribution d = predict(w, 2);
  assert_close(prg_distribution_quantile(&d, 1, 0.5), 0, 1e-9);
  assert_close(prg_distribution_quantile(&d, 1, 0.025), 0, 0);
  assert_close(prg_distribution_quantile(&d, 1, 0.975), 0.55, 0.1); /* about half a unit */
  prg_distribution_clear(&d);
  for (int t = 0; t < 24; t++)
    y[t] = 1000;
  fit(w, y, 24, 12);
  d = predict(w, 2);
  assert_close(prg_distribution_quantile(&d, 1, 0.5), 1000, 0.01);
  assert_true(prg_distribution_quantile(&d, 1, 0.975) - 1000 > 0.59);
  assert_true(prg_distribution_quantile(&d, 1, 0.975) - 1000 < 10);
  prg_distribution_clear(&d);
  prg_seasonal_free(w);
}

/* What the guard nodes are for. */
static void test_a_line_or_a_pattern_without_noise_goes_on(void **state) {
  (void)state;
  static const double pattern[] = {11.5, 47.2, 20.9, 33.4};
  double y[24];
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  for (int t = 0; t < 24; t++)
    y[t] = 10.5 + 10 * t;
  fit(w, y, 24, 12);
  prg_distribution d = predict(w, 24);
  assert_close(prg_distribution_quantile(&d, 12, 0.5), 360.5, 0.5);
  assert_close(prg_distribution_quantile(&d, 24, 0.5), 480.5, 1);
  prg_distribution_clear(&d);
  for (int t = 0; t < 24; t++)
    y[t] = pattern[t % 4];
  fit(w, y, 24, 4);
  d = predict(w, 8);
  for (size_t h = 1; h <= 8; h++)
    assert_close(prg_distribution_quantile(&d, h, 0.5), pattern[(h - 1) % 4], 0.2);
  assert_true(prg_seasonal_probability(w) > 0.999);
  prg_distribution_clear(&d);
  prg_seasonal_free(w);
}

static void test_quantiles_are_finite_and_ordered(void **state) {
  enum { AHEAD = 150 };
  (void)state;
  static const double odd[][6] = {
      {0, 0, 0, 1, 0, 0},          {-3.3, 2.1, -7.9, 4, 0, -1},       {1, 10, 100, 1e3, 1e4, 1e5},
      {1e99, 3e99, 2e99, 1, 5, 4}, {1e-300, 4e-300, 2e-300, 1, 1, 1}, {1e-9, 1e9, 1e-9, 1e9, 1, 1},
  };
  static double path[20 * AHEAD];
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  for (int i = 0; i < 6; i++)
    for (size_t n = 2; n <= 6; n++)
      for (int m = 2; m <= 12; m += 5) {
        fit(w, odd[i], n, m);
        prg_distribution d = predict(w, AHEAD);
        for (size_t j = 0; j < AHEAD * d.n_probability; j++) {
          assert_true(isfinite(d.quantile[j]));
          assert_true(j % d.n_probability == 0 || d.quantile[j] >= d.quantile[j - 1]);
          assert_true(i == 1 || d.quantile[j] >= 0);
        }
        assert_true(d.quantile[d.n_probability - 1] > d.quantile[0]);
        assert_int_equal(prg_seasonal_paths(w, AHEAD, 20, 5, path, NULL), PRG_OK);
        for (size_t j = 0; j < 20 * AHEAD; j++)
          assert_true(isfinite(path[j]) && (i == 1 || path[j] >= 0));
        prg_distribution_clear(&d);
      }
  prg_seasonal_free(w);
}

/* A negative figure has no logarithm: every node works on the figures as they are. */
static void test_negative_figures_use_the_raw_scale(void **state) {
  (void)state;
  double y[WAVY];
  memcpy(y, wavy, sizeof y);
  y[5] = -0.1;
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  fit(w, y, WAVY, 4);
  prg_distribution d = predict(w, 1);
  for (size_t i = 0; i < prg_seasonal_kept(w); i++)
    assert_int_equal(prg_seasonal_component_at(w, i, 1).mixture_scale, SCALE_RAW);
  prg_distribution_clear(&d);
  prg_seasonal_free(w);
}

static void test_notes_tell_how_much_of_the_season_was_seen(void **state) {
  (void)state;
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  prg_notes notes = fit(w, wavy, 3, 4);
  assert_int_equal(notes.n, 1);
  assert_true(prg_notes_has(&notes, PRG_TEXT_SEASONAL_NOT_SEEN));
  assert_close(prg_seasonal_probability(w), 0, 0);
  notes = fit(w, wavy, 7, 4);
  assert_int_equal(notes.n, 1);
  assert_true(prg_notes_has(&notes, PRG_TEXT_SEASONAL_SEEN_ONCE));
  assert_close(notes.note[0].argument[0].number, 100 * prg_seasonal_probability(w), 1e-12);
  notes = fit(w, wavy, 8, 4);
  assert_int_equal(notes.n, 0);
  prg_seasonal_free(w);
}

static void test_what_cannot_be_forecast_is_refused(void **state) {
  (void)state;
  prg_seasonal *w = prg_seasonal_alloc(NULL);
  prg_notes notes = {0};
  prg_error error;
  prg_series series = series_of(wavy, WAVY, 4);
  const int season[] = {1, 0, -3, PRG_SEASON_MAX + 1};
  for (int i = 0; i < 4; i++) {
    series.season = season[i];
    assert_int_equal(prg_seasonal_fit(w, &series, &notes, &error), PRG_EREFUSED);
    assert_int_equal(error.message.text, PRG_TEXT_SEASONAL_SEASON_LENGTH);
  }
  series.season = PRG_SEASON_MAX;
  assert_int_equal(prg_seasonal_fit(w, &series, &notes, &error), PRG_OK);
  series.season = 4;
  series.value[3] = INFINITY;
  assert_int_equal(prg_seasonal_fit(w, &series, &notes, &error), PRG_EINPUT);
  for (size_t t = 1; t < WAVY; t++)
    series.value[t] = NAN;
  assert_int_equal(prg_seasonal_fit(w, &series, &notes, &error), PRG_EREFUSED);
  assert_int_equal(error.message.text, PRG_TEXT_SMOOTHING_TOO_FEW);
  assert_int_equal(prg_seasonal_kept(w), 0);
  prg_series_clear(&series);
  prg_seasonal_free(w);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nodes_of_the_worked_example),
      cmocka_unit_test(test_forecasts_of_the_worked_example),
      cmocka_unit_test(test_nodes_are_those_of_the_dense_model),
      cmocka_unit_test(test_raw_nodes_are_those_of_the_dense_model),
      cmocka_unit_test(test_a_missing_figure_is_integrated_out),
      cmocka_unit_test(test_a_preliminary_figure_has_noise_of_its_own),
      cmocka_unit_test(test_a_used_workspace_gives_the_same_bytes),
      cmocka_unit_test(test_gaps_at_the_ends_change_nothing),
      cmocka_unit_test(test_only_the_last_five_years_of_weeks_count),
      cmocka_unit_test(test_paths_follow_the_distribution),
      cmocka_unit_test(test_figures_that_stand_apart_are_left_out),
      cmocka_unit_test(test_a_long_gap_costs_only_what_it_hides),
      cmocka_unit_test(test_constant_figures_have_an_interval),
      cmocka_unit_test(test_a_line_or_a_pattern_without_noise_goes_on),
      cmocka_unit_test(test_quantiles_are_finite_and_ordered),
      cmocka_unit_test(test_negative_figures_use_the_raw_scale),
      cmocka_unit_test(test_notes_tell_how_much_of_the_season_was_seen),
      cmocka_unit_test(test_what_cannot_be_forecast_is_refused),
  };
  return cmocka_run_group_tests(tests, read_prototype, clear_prototype);
}
