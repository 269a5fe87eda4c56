/*
 * The recursion of the seasonal exponential smoothing model and what follows from it without data.
 *
 *   e_t = z_t − l_{t−1} − φ b_{t−1} − s_{t−m}      b_t = φ b_{t−1} + β e_t
 *   l_t = l_{t−1} + φ b_{t−1} + α e_t              s_t = s_{t−m} + γ e_t
 *
 * The unknown start is θ = (s_1 … s_m, l_0, b_0), in this order everywhere. A missing figure is NaN
 * in z: its update is skipped (e_t = 0), time goes on.
 */
#ifndef MODEL_SEASONAL_FILTER_H
#define MODEL_SEASONAL_FILTER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct prg_seasonal_dynamics {
  double alpha, beta, phi, gamma; /* phi = 0: no slope */
} prg_seasonal_dynamics;

/* Where a run of the recursion stands. season[t], t = 0 … m − 1, are the starting seasons s_1 …
 * s_m; the update at time t (from 0) writes season[m + t]. */
typedef struct prg_seasonal_state {
  double level, slope;
  double *season; /* shape (m + n); borrowed */
} prg_seasonal_state;

/* Runs over z[0..n), from the state to the state at the end; e: shape (n), the one-step errors. */
void prg_seasonal_filter(const prg_seasonal_dynamics *dynamics, size_t m, size_t n, const double *z,
                         prg_seasonal_state *state, double *e);

/*
 * The transpose of the zero-data run: with x_{t,i} the one-step prediction at t from the unit start
 * i, and w_i the state at the end from it, turns the weights `e` (shape (n); NULL: none) of the
 * predictions and the weights of the end state into their sum over the responses,
 *   season[i] = Σ_t e_t x_{t,i} + Σ_k end_k w_{k,i}.
 * In: state->season[n .. n+m) and level, slope weigh the end. Out: season[0..m), level, slope.
 * `seen` tells by NaN which updates are skipped. O(n).
 */
void prg_seasonal_adjoint(const prg_seasonal_dynamics *dynamics, size_t m, size_t n,
                          const double *seen, const double *e, prg_seasonal_state *state);

/*
 * Gram matrix A = X'X of the unit responses, shape (m+2, m+2), symmetric, row by row. `seen` tells
 * by NaN what is missing. scratch: prg_seasonal_scratch(m, n) doubles. O(nm + m²) if nothing is
 * missing, by the shift structure of the seasonal columns; O(nm²) otherwise.
 */
void prg_seasonal_gram(const prg_seasonal_dynamics *dynamics, size_t m, size_t n,
                       const double *seen, double *gram, double *scratch);
size_t prg_seasonal_scratch(size_t m, size_t n);

/*
 * Stable: the responses to a unit level, a unit slope (counted as a tenth) and a unit season stay
 * bounded over 60 seasons: their largest in the last one is at most 1.2 times that of the first
 * two. A fixed line (α = 0) is stable although it grows. scratch: prg_seasonal_scratch(m, 60 m).
 */
bool prg_seasonal_is_stable(const prg_seasonal_dynamics *dynamics, size_t m, double *scratch);
#define PRG_SEASONAL_STABLE_SEASONS 60

#endif
