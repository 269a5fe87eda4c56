#include "model/arima/arima_polynomial.h"

#include <math.h>
#include <string.h>

size_t prg_arima_parameters(const prg_arima_order *order) {
  return (size_t)(order->p + order->q + order->P + order->Q);
}

size_t prg_arima_ar_degree(const prg_arima_order *order) {
  return (size_t)(order->p + order->m * order->P);
}

size_t prg_arima_ma_degree(const prg_arima_order *order) {
  return (size_t)(order->q + order->m * order->Q);
}

size_t prg_arima_lag(const prg_arima_order *order) {
  return (size_t)(order->d + order->m * order->D);
}

/* One polynomial: coef[k] = κ, coef[j] −= κ coef[k−1−j]; `sign` is −1 for a moving average. */
static void jones(const double *free, int n, double sign, double *coef) {
  double before[PRG_ARIMA_DEGREE_MAX];
  for (int k = 0; k < n; k++) {
    double kappa = tanh(free[k]);
    memcpy(before, coef, (size_t)k * sizeof *before);
    for (int j = 0; j < k; j++)
      coef[j] = before[j] - kappa * before[k - 1 - j];
    coef[k] = kappa;
  }
  for (int k = 0; k < n; k++)
    coef[k] *= sign;
}

void prg_arima_from_free(const prg_arima_order *order, const double *free, double *arma) {
  const int degree[4] = {order->p, order->q, order->P, order->Q};
  for (int i = 0, at = 0; i < 4; at += degree[i++])
    jones(free + at, degree[i], i % 2 == 0 ? 1 : -1, arma + at);
}

/* (1 + s Σ a Bⁱ)(1 + s Σ b Bᵐⁱ) = 1 + s Σ product Bⁱ. */
static void multiply(const double *a, int n_a, const double *b, int n_b, int m, double s,
                     double *product) {
  memset(product, 0, (size_t)(n_a + m * n_b) * sizeof *product);
  for (int i = 0; i < n_a; i++)
    product[i] = a[i];
  for (int j = 0; j < n_b; j++) {
    int at = (j + 1) * m - 1;
    product[at] += b[j];
    for (int i = 0; i < n_a; i++)
      product[at + 1 + i] += s * a[i] * b[j];
  }
}

void prg_arima_expand(const prg_arima_order *order, const double *arma, double *phi,
                      double *theta) {
  const double *ar = arma, *ma = ar + order->p, *sar = ma + order->q, *sma = sar + order->P;
  multiply(ar, order->p, sar, order->P, order->m, -1, phi);
  multiply(ma, order->q, sma, order->Q, order->m, 1, theta);
}

void prg_arima_integration(const prg_arima_order *order, double *delta) {
  size_t length = 0;
  for (int i = 0; i < order->d + order->D; i++) {
    size_t lag = i < order->d ? 1 : (size_t)order->m;
    for (size_t j = length; j < length + lag; j++)
      delta[j] = 0;
    /* 1 − Σ δ Bʲ times 1 − B^lag, from the highest power down. */
    for (size_t j = length; j-- > 0;)
      delta[j + lag] -= delta[j];
    delta[lag - 1] += 1;
    length += lag;
  }
}

bool prg_arima_partial(double *phi, size_t p, double *partial) {
  for (size_t k = p; k-- > 0;) {
    double kappa = phi[k];
    partial[k] = kappa;
    if (!(fabs(kappa) < 1))
      return false;
    double scale = 1 / (1 - kappa * kappa);
    for (size_t i = 0; 2 * i < k; i++) {
      double a = phi[i], b = phi[k - 1 - i];
      phi[i] = (a + kappa * b) * scale;
      phi[k - 1 - i] = (b + kappa * a) * scale;
    }
  }
  return true;
}

/* The roots of a(z) lie beyond r if those of a(rz) lie beyond 1 (Schur–Cohn). */
static bool roots_beyond(const double *coef, int n, double sign, double radius) {
  double scaled[PRG_ARIMA_DEGREE_MAX], partial[PRG_ARIMA_DEGREE_MAX];
  for (int i = 0; i < n; i++)
    scaled[i] = sign * coef[i] * pow(radius, i + 1);
  return prg_arima_partial(scaled, (size_t)n, partial);
}

bool prg_arima_roots_beyond(const prg_arima_order *order, const double *arma, double radius) {
  const int degree[4] = {order->p, order->q, order->P, order->Q};
  for (int i = 0, at = 0; i < 4; at += degree[i++]) {
    /* A root z of the seasonal factor stands for m roots of modulus |z|^(1/m). */
    double r = i < 2 ? radius : pow(radius, order->m);
    if (!roots_beyond(arma + at, degree[i], i % 2 == 0 ? 1 : -1, r))
      return false;
  }
  return true;
}
