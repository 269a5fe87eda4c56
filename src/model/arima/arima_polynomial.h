/*
 * The polynomials of a seasonal ARIMA model
 *   φ(B) Φ(Bᵐ) (1 − B)ᵈ (1 − Bᵐ)ᴰ (y − xβ) = θ(B) Θ(Bᵐ) ε,
 *   φ(B) = 1 − φ₁B − …,  θ(B) = 1 + θ₁B + …   (the signs of R and of Box and Jenkins for φ).
 */
#ifndef MODEL_ARIMA_POLYNOMIAL_H
#define MODEL_ARIMA_POLYNOMIAL_H

#include <stdbool.h>
#include <stddef.h>

typedef struct prg_arima_order {
  int p, d, q;   /* autoregressive, differences, moving average: >= 0 */
  int P, D, Q;   /* the same across seasons */
  int m;         /* periods in a season, >= 1 */
  bool constant; /* a mean if d + D = 0, a drift per period if d + D = 1; else false */
} prg_arima_order;

#define PRG_ARIMA_DEGREE_MAX 6      /* of each of p, q, P, Q */
#define PRG_ARIMA_PARAMETERS_MAX 24 /* p + q + P + Q */

/* p + q + P + Q: the length of the arrays `free` and `arma` below. */
size_t prg_arima_parameters(const prg_arima_order *order);
/* p + mP, q + mQ, d + mD. */
size_t prg_arima_ar_degree(const prg_arima_order *order);
size_t prg_arima_ma_degree(const prg_arima_order *order);
size_t prg_arima_lag(const prg_arima_order *order);

/*
 * From unbounded numbers to coefficients φ, θ, Φ, Θ (in this order) with every root outside the
 * unit circle: tanh gives partial autocorrelations, the Durbin–Levinson recursion the coefficients.
 * Reference: Jones, Technometrics 22(3), 1980. The arrays may be the same.
 */
void prg_arima_from_free(const prg_arima_order *order, const double *free, double *arma);

/* The products φ(B)Φ(Bᵐ) and θ(B)Θ(Bᵐ): phi[i] belongs to −Bⁱ⁺¹, theta[i] to +Bⁱ⁺¹. */
void prg_arima_expand(const prg_arima_order *order, const double *arma, double *phi, double *theta);

/* y[t] = w[t] + Σ delta[j] y[t−1−j], w being y differenced; delta: shape (d + mD). */
void prg_arima_integration(const prg_arima_order *order, double *delta);

/* True if every root of φ(B)Φ(Bᵐ) and θ(B)Θ(Bᵐ) has a modulus above `radius` (>= 1). */
bool prg_arima_roots_beyond(const prg_arima_order *order, const double *arma, double radius);

/*
 * The Durbin–Levinson recursion downward: partial[0..p) of the autoregression phi[0..p). Returns
 * false if it is not stationary. phi is used up.
 */
bool prg_arima_partial(double *phi, size_t p, double *partial);

#endif
