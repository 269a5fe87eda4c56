/*
 * Assumptions and limits: Gaussian, stationary, no missing figures (arima_design.c makes each of
 * them a regression coefficient, which is exact). With F = hᵀPh, K = TPh and T the companion matrix
 * (T x)ᵢ = φᵢ x₀ + xᵢ₊₁, the recursions are
 *
 *   F₁ = γ₀,  K₁ = L₁ = TP₁h
 *   F ← F − l²/F,  K ← K − TL l/F,  L ← TL − K l/F,  l = L₀,
 *
 * the right-hand sides being those before the step. They lose digits as a root of φ comes within
 * 1e-6 of the unit circle, where γ₀ is huge; such models are not admissible anyway.
 *
 * References: Morf, Sidhu, Kailath, IEEE Trans. Autom. Control 19, 1974; Pearlman, Biometrika
 * 67(1), 1980. Harvey, Forecasting, Structural Time Series Models and the Kalman Filter, 1989, 3.3.
 */
#include "model/arima/arima_kalman.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/arima/arima_polynomial.h"

/* F falls to 1 and never below it; less is rounding where a root of φ is all but 1. */
static const double smallest_variance = 0.9;
/* |L| below this times √F changes F by 1e-20 of itself. */
static const double steady_change = 1e-10;

bool prg_arima_filter_resize(prg_arima_filter *filter, size_t r, size_t n_column) {
  size_t needed = 12 * r + 16 + n_column * (r + 1);
  if (needed > filter->capacity) {
    double *memory = realloc(filter->memory, needed * sizeof *memory);
    if (memory == NULL)
      return false;
    filter->memory = memory;
    filter->capacity = needed;
  }
  filter->r = r;
  filter->n_column = n_column;
  filter->phi = filter->memory;
  filter->theta = filter->phi + r;
  filter->gain = filter->theta + r;
  filter->change = filter->gain + r;
  filter->work = filter->change + r + 1;
  filter->state = filter->work + 8 * r + 8;
  return true;
}

void prg_arima_filter_clear(prg_arima_filter *filter) {
  free(filter->memory);
  *filter = (prg_arima_filter){0};
}

void prg_arima_filter_set(prg_arima_filter *filter, const double *phi, size_t p,
                          const double *theta, size_t q) {
  memset(filter->phi, 0, 2 * filter->r * sizeof *filter->phi);
  filter->theta[0] = 1;
  for (size_t i = 0; i < p; i++)
    filter->phi[i] = phi[i];
  for (size_t i = 0; i < q; i++)
    filter->theta[i + 1] = theta[i];
}

/*
 * Autocovariances g[0..n) of φ(B)u = ε, Var ε = 1, from the partial autocorrelations; n > r.
 *   g_k = κ_k v_{k−1} + Σ_{j<k} φ^{(k−1)}_j g_{k−j},  v_k = v_{k−1}(1 − κ_k²)
 */
static bool autoregressive_covariance(const double *phi, size_t r, double *work, double *g,
                                      size_t n) {
  double *partial = work, *coef = work + r, *before = coef + r;
  memcpy(coef, phi, r * sizeof *coef);
  if (!prg_arima_partial(coef, r, partial))
    return false;
  double v = 1;
  for (size_t k = 0; k < r; k++)
    v /= 1 - partial[k] * partial[k];
  g[0] = v;
  for (size_t k = 1; k <= r; k++) {
    double kappa = partial[k - 1], sum = kappa * v;
    memcpy(before, coef, (k - 1) * sizeof *before);
    for (size_t j = 0; j + 1 < k; j++)
      sum += before[j] * g[k - 1 - j];
    g[k] = sum;
    v *= 1 - kappa * kappa;
    for (size_t j = 0; j + 1 < k; j++)
      coef[j] = before[j] - kappa * before[k - 2 - j];
    coef[k - 1] = kappa;
  }
  for (size_t k = r + 1; k < n; k++) {
    double sum = 0;
    for (size_t j = 0; j < r; j++)
      sum += phi[j] * g[k - 1 - j];
    g[k] = sum;
  }
  return true;
}

/* gamma[k] = Σ_s c_s g_|k−s|, c being the autocorrelations of θ; gamma: shape (r). */
static void arma_covariance(const double *theta, size_t r, const double *g, double *gamma) {
  memset(gamma, 0, r * sizeof *gamma);
  for (size_t s = 0; s < r; s++) {
    double c = 0;
    for (size_t i = 0; i + s < r; i++)
      c += theta[i] * theta[i + s];
    if (c == 0)
      continue;
    for (size_t k = 0; k < r; k++)
      gamma[k] += c * (s == 0 ? g[k] : g[k + s] + g[k > s ? k - s : s - k]);
  }
}

/* ψ of θ(B)/φ(B), psi: shape (r). */
static void impulse(const prg_arima_filter *f, double *psi) {
  for (size_t k = 0; k < f->r; k++) {
    psi[k] = f->theta[k];
    for (size_t j = 0; j < k; j++)
      psi[k] += f->phi[j] * psi[k - 1 - j];
  }
}

/* F₁ = γ₀ and K₁ = L₁ = Cov(state[t+1], y[t]). */
static bool start(prg_arima_filter *f) {
  size_t r = f->r;
  double *gamma = f->work, *psi = gamma + r, *g = psi + r, *work = g + 2 * r + 2;
  if (!autoregressive_covariance(f->phi, r, work, g, 2 * r + 1))
    return false;
  arma_covariance(f->theta, r, g, gamma);
  impulse(f, psi);
  f->variance = gamma[0];
  for (size_t i = 0; i < r; i++) {
    double sum = 0;
    for (size_t j = i; j < r; j++)
      if (f->phi[j] != 0)
        sum += f->phi[j] * gamma[j - i];
    for (size_t j = i + 1; j < r; j++)
      if (f->theta[j] != 0)
        sum += f->theta[j] * psi[j - i - 1];
    f->gain[i] = f->change[i] = sum;
  }
  f->change[r] = 0;
  f->steady = false;
  return isfinite(f->variance) && f->variance > 0;
}

void prg_arima_filter_advance(prg_arima_filter *f) {
  if (f->steady)
    return;
  double l = f->change[0], ratio = l / f->variance, largest = 0;
  for (size_t i = 0; i < f->r; i++) {
    double moved = f->phi[i] * l + f->change[i + 1];
    f->change[i] = moved - f->gain[i] * ratio;
    f->gain[i] -= moved * ratio;
    largest = fabs(f->change[i]) > largest ? fabs(f->change[i]) : largest;
  }
  f->variance -= l * ratio;
  f->steady = largest * largest < steady_change * steady_change * f->variance;
}

/* The states move on by one period: a ← Ta + K v/F; white gets v/√F. */
static void update(prg_arima_filter *f, const double *column, size_t n, size_t t, double root,
                   double *white) {
  size_t r = f->r;
  for (size_t j = 0; j < f->n_column; j++) {
    double *a = f->state + j * (r + 1);
    double first = a[0], v = (column[j * n + t] - first) * root, pull = v * root;
    white[j * n + t] = v;
    for (size_t i = 0; i < r; i++)
      a[i] = a[i + 1] + f->phi[i] * first + f->gain[i] * pull;
  }
}

bool prg_arima_filter_run(prg_arima_filter *filter, const double *column, size_t n, double *white,
                          double *log_variance) {
  size_t t = 0;
  double sum = 0, product = 1;
  if (!start(filter))
    return false;
  memset(filter->state, 0, filter->n_column * (filter->r + 1) * sizeof *filter->state);
  for (; t < n && !filter->steady; t++) {
    if (!(filter->variance > smallest_variance))
      return false;
    product *= filter->variance; /* one logarithm for many factors */
    if (product > 1e100) {
      sum += log(product);
      product = 1;
    }
    update(filter, column, n, t, 1 / sqrt(filter->variance), white);
    prg_arima_filter_advance(filter);
  }
  sum += log(product) + (double)(n - t) * log(filter->variance);
  for (double root = 1 / sqrt(filter->variance); t < n; t++)
    update(filter, column, n, t, root, white);
  *log_variance = sum;
  return isfinite(sum) && filter->variance > 0;
}

void prg_arima_filter_conditional(const prg_arima_filter *filter, size_t p, size_t q,
                                  const double *column, size_t n, double *white) {
  for (size_t j = 0; j < filter->n_column; j++) {
    const double *w = column + j * n;
    double *e = white + j * n;
    for (size_t t = 0; t < n; t++) {
      e[t] = 0;
      if (t < p)
        continue;
      double sum = w[t];
      for (size_t i = 0; i < p; i++)
        sum -= filter->phi[i] * w[t - 1 - i];
      for (size_t i = 0; i < q && i < t; i++)
        sum -= filter->theta[i + 1] * e[t - 1 - i];
      e[t] = sum;
    }
  }
}
