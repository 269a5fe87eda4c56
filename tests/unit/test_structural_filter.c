#include "model/structural/structural_filter.h"

#include <stdlib.h>

#include "test.h"

/*
 * The slow twin: y = X δ + u with cov u = σ² Ω, Ω from the impulse responses of the noises; the
 * diffuse likelihood is −½ [(n − d)(log(2π σ²) + 1) + log|Ω| + log|XᵀΩ⁻¹X|].
 */
enum { N = 9, D = 5 };

static double reaction(const prg_structural_form *form, size_t state, size_t steps) {
  double x[PRG_STRUCTURAL_STATES] = {0};
  x[state] = 1;
  for (size_t i = 0; i < steps; i++)
    prg_structural_advance(form, x);
  return prg_structural_seen(form, x);
}

/* Σ over the common noises of two periods (from 0). */
static double covariance(const prg_structural_form *form, const double *weight, size_t s,
                         size_t t) {
  double sum = s == t ? weight[STRUCTURAL_NOISE] : 0;
  for (size_t part = STRUCTURAL_LEVEL; part < form->n_part; part++)
    for (size_t k = 0; k <= s && k <= t; k++)
      sum += weight[part] * reaction(form, part - 1, s - k) * reaction(form, part - 1, t - k);
  return sum;
}

/* Gauss–Jordan without pivoting, on a positive definite matrix: inverts it, returns log|a|. */
static double invert(size_t n, double a[N][N]) {
  double log_determinant = 0;
  for (size_t k = 0; k < n; k++) {
    double pivot = a[k][k];
    log_determinant += log(pivot);
    a[k][k] = 1;
    for (size_t j = 0; j < n; j++)
      a[k][j] /= pivot;
    for (size_t i = 0; i < n; i++) {
      double factor = a[i][k];
      if (i == k)
        continue;
      a[i][k] = 0;
      for (size_t j = 0; j < n; j++)
        a[i][j] -= factor * a[k][j];
    }
  }
  return log_determinant;
}

static double twin(const prg_structural_form *form, const double *weight, const double *y,
                   double *rss) {
  size_t time[N], n = 0, d = prg_structural_states(form);
  double omega[N][N], x[N][D], xy[D] = {0}, xx[N][N] = {{0}}, log_determinant;
  for (size_t t = 0; t < N; t++)
    if (!isnan(y[t]))
      time[n++] = t;
  for (size_t i = 0; i < n; i++) {
    for (size_t j = 0; j < n; j++)
      omega[i][j] = covariance(form, weight, time[i], time[j]);
    for (size_t j = 0; j < d; j++)
      x[i][j] = reaction(form, j, time[i] + 1);
  }
  log_determinant = invert(n, omega);
  *rss = 0;
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < n; k++) {
      *rss += y[time[i]] * omega[i][k] * y[time[k]];
      for (size_t a = 0; a < d; a++) {
        xy[a] += x[i][a] * omega[i][k] * y[time[k]];
        for (size_t b = 0; b < d; b++)
          xx[a][b] += x[i][a] * omega[i][k] * x[k][b];
      }
    }
  log_determinant += invert(d, xx);
  for (size_t a = 0; a < d; a++)
    for (size_t b = 0; b < d; b++)
      *rss -= xy[a] * xx[a][b] * xy[b];
  double df = (double)(n - d);
  return -0.5 * (df * (log(2 * M_PI * *rss / df) + 1) + log_determinant);
}

static const double figures[N] = {2.385, 3.71, NAN, 1.94, 3.02, NAN, 4.87, 2.66, 3.95};

static void test_twin(void **state) {
  (void)state;
  static const prg_structural_form form[] = {{2, 1}, {3, 1}, {4, 2}, {4, 4}};
  static const double weight[][STRUCTURAL_PARTS] = {
      {.413, .587, 0, 0}, {.213, .487, .3, 0}, {.313, .271, .166, .25}, {.313, .271, .166, .25}};
  for (size_t i = 0; i < 4; i++) {
    prg_structural_run run = {0};
    double rss, log_likelihood = twin(&form[i], weight[i], figures, &rss);
    assert_true(prg_structural_filter(&form[i], weight[i], figures, N, &run));
    assert_int_equal(run.n_figures, 7);
    assert_digits(run.rss, rss, 10);
    assert_digits(prg_structural_log_likelihood(&form[i], &run), log_likelihood, 11);
  }
}

static void test_not_determined(void **state) {
  (void)state;
  const double weight[STRUCTURAL_PARTS] = {.25, .25, .25, .25};
  const double never[] = {1.3, NAN, 2.6, NAN, 1.9, NAN, 2.2, NAN};
  prg_structural_run run = {0};
  assert_false(prg_structural_filter(&(prg_structural_form){4, 2}, weight, never, 8, &run));
  assert_false(prg_structural_search(&(prg_structural_form){4, 2}, never, 8, &run));
  assert_false(prg_structural_filter(&(prg_structural_form){3, 1}, weight, never, 3, &run));
  assert_true(prg_structural_filter(&(prg_structural_form){3, 1}, weight, never, 8, &run));
}

/* L Lᵀ gives the matrix back; a direction without variance is left at zero. */
static void test_cholesky(void **state) {
  (void)state;
  prg_structural_matrix m = {{{4.2, 1.3, 2.6}, {1.3, 3.7, 7.4}, {2.6, 7.4, 14.8}}}, l = m;
  assert_int_equal(prg_structural_cholesky(3, &l), 2);
  assert_close(l.at[2][2], 0, 0);
  for (size_t i = 0; i < 3; i++)
    for (size_t j = 0; j <= i; j++) {
      double sum = 0;
      for (size_t k = 0; k <= j; k++)
        sum += l.at[i][k] * l.at[j][k];
      assert_close(sum, m.at[i][j], 1e-12);
    }
}

/* The search does not stop below any point of a fine grid. */
static void test_search_is_greatest(void **state) {
  (void)state;
  const prg_structural_form form = {3, 1};
  prg_structural_run run = {0}, other;
  assert_true(prg_structural_search(&form, figures, N, &run));
  double best = prg_structural_log_likelihood(&form, &run);
  for (double a = 0; a < 1; a += 0.05)
    for (double b = 0; a + b < 1; b += 0.05) {
      double weight[STRUCTURAL_PARTS] = {1 - a - b, a, b, 0};
      assert_true(prg_structural_filter(&form, weight, figures, N, &other));
      assert_true(prg_structural_log_likelihood(&form, &other) <= best + 1e-7);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_twin),
      cmocka_unit_test(test_not_determined),
      cmocka_unit_test(test_cholesky),
      cmocka_unit_test(test_search_is_greatest),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
