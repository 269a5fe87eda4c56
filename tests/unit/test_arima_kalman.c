#include "test.h"

#include <stdlib.h>

#include "model/arima/arima_kalman.h"

enum { N = 23, FAR = 20000 };

static const double y[2 * N] = {
    2.385,  -1.713, 0.449,  3.127, -0.871, 1.519,  -2.237, 0.913, 1.177,  -0.363, 2.741, -1.129,
    0.577,  1.913,  -3.011, 0.233, 1.871,  -0.719, 0.337,  2.119, -1.447, 0.811,  1.663, 0.127,
    -0.917, 1.337,  2.221,  0.713, -1.871, 0.449,  -2.713, 1.127, 0.919,  -0.331, 1.727, -1.213,
    0.117,  2.913,  -0.441, 1.319, -1.657, 0.229,  0.883,  1.771, -0.593, 2.057};

/* Autocovariances from the impulse answers, the slow way. */
static void slow_covariance(const double *phi, size_t p, const double *theta, size_t q,
                            double *gamma) {
  double *psi = calloc(FAR + N, sizeof *psi);
  assert_non_null(psi);
  for (size_t k = 0; k < FAR + N; k++) {
    psi[k] = k == 0 ? 1 : k <= q ? theta[k - 1] : 0;
    for (size_t i = 0; i < p && i < k; i++)
      psi[k] += phi[i] * psi[k - 1 - i];
  }
  for (size_t k = 0; k < N; k++) {
    gamma[k] = 0;
    for (size_t j = 0; j < FAR; j++)
      gamma[k] += psi[j] * psi[j + k];
  }
  free(psi);
}

/* log|V| and yᵀV⁻¹y by Cholesky of the whole covariance matrix. */
static void slow_likelihood(const double *gamma, const double *x, double *log_v, double *square) {
  double l[N][N] = {{0}}, z[N];
  *log_v = *square = 0;
  for (size_t i = 0; i < N; i++) {
    for (size_t j = 0; j <= i; j++) {
      double sum = gamma[i - j];
      for (size_t k = 0; k < j; k++)
        sum -= l[i][k] * l[j][k];
      l[i][j] = i == j ? sqrt(sum) : sum / l[j][j];
    }
    z[i] = x[i];
    for (size_t k = 0; k < i; k++)
      z[i] -= l[i][k] * z[k];
    z[i] /= l[i][i];
    *log_v += 2 * log(l[i][i]);
    *square += z[i] * z[i];
  }
}

static void check(const double *phi, size_t p, const double *theta, size_t q) {
  prg_arima_filter filter = {0};
  double gamma[N], white[2 * N], log_v, slow_log, slow_square;
  size_t r = p > q + 1 ? p : q + 1;
  assert_true(prg_arima_filter_resize(&filter, r, 2));
  prg_arima_filter_set(&filter, phi, p, theta, q);
  assert_true(prg_arima_filter_run(&filter, y, N, white, &log_v));
  slow_covariance(phi, p, theta, q, gamma);
  for (size_t j = 0; j < 2; j++) {
    double square = 0;
    for (size_t t = 0; t < N; t++)
      square += white[j * N + t] * white[j * N + t];
    slow_likelihood(gamma, y + j * N, &slow_log, &slow_square);
    assert_close(log_v, slow_log, 1e-9);
    assert_digits(square, slow_square, 9);
  }
  prg_arima_filter_clear(&filter);
}

static void test_is_the_dense_likelihood(void **state) {
  (void)state;
  check(NULL, 0, NULL, 0);
  check((double[]){0.731}, 1, NULL, 0);
  check((double[]){0.541, -0.327, 0.213}, 3, NULL, 0);
  check(NULL, 0, (double[]){-0.873}, 1);
  check(NULL, 0, (double[]){0.417, 0.233, -0.149, 0, 0.377}, 5);
  check((double[]){1.241, -0.553}, 2, (double[]){-0.613, 0.229, 0.171, -0.317}, 4);
  check((double[]){0.31, 0, 0, 0.517, -0.16027}, 5, (double[]){-0.442}, 1);
  check((double[]){0.995}, 1, (double[]){0.999}, 1); /* near both edges */
}

/* On the unit circle: a moving average has a likelihood, an autoregression has none. */
static void test_unit_roots(void **state) {
  (void)state;
  prg_arima_filter filter = {0};
  double white[2 * N], log_v;
  check(NULL, 0, (double[]){-1}, 1);
  assert_true(prg_arima_filter_resize(&filter, 2, 2));
  prg_arima_filter_set(&filter, (double[]){1}, 1, (double[]){0.3}, 1);
  assert_false(prg_arima_filter_run(&filter, y, N, white, &log_v));
  prg_arima_filter_set(&filter, (double[]){0.7, 0.4}, 2, NULL, 0);
  assert_false(prg_arima_filter_run(&filter, y, N, white, &log_v));
  prg_arima_filter_clear(&filter);
}

/* e[t] = y[t] − .7 y[t − 1] + .4 e[t − 1] from t = 1 on. */
static void test_conditional(void **state) {
  (void)state;
  prg_arima_filter filter = {0};
  double white[N], e = 0;
  assert_true(prg_arima_filter_resize(&filter, 2, 1));
  prg_arima_filter_set(&filter, (double[]){0.7}, 1, (double[]){-0.4}, 1);
  prg_arima_filter_conditional(&filter, 1, 1, y, N, white);
  assert_close(white[0], 0, 0);
  for (size_t t = 1; t < N; t++) {
    e = y[t] - 0.7 * y[t - 1] + 0.4 * e;
    assert_close(white[t], e, 1e-13);
  }
  prg_arima_filter_clear(&filter);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_is_the_dense_likelihood),
      cmocka_unit_test(test_unit_roots),
      cmocka_unit_test(test_conditional),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
