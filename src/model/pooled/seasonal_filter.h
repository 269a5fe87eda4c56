/*
 * The recursion of the seasonal exponential smoothing model and what follows from it without data.
 *
 *   e_t = z_t − l_{t−1} − φ b_{t−1} − s_{t−m}      b_t = φ b_{t−1} + β e_t
 *   l_t = l_{t−1} + φ b_{t−1} + α e_t              s_t = s_{t−m} + γ e_t
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
 * The transpose of the filter. With x_{t,i} = −∂e_t/∂θ_i for the unit start i, w_{k,i} =
 * ∂end_k/∂θ_i of the state at the end, turns the weights e (shape (n); NULL: none) and those of the
 * end into season[i] = Σ_t e_t x_{t,i} + Σ_k end_k w_{k,i}, and, unless `figure` is NULL, figure[t]
 * = Σ_u e_u ∂e_u/∂z_t − Σ_k end_k ∂end_k/∂z_t, the same for a figure that is taken off z_t. In:
 * state->season[n .. n+m) and level, slope weigh the end. Out: season[0..m), level, slope. O(n).
 */
void prg_seasonal_adjoint(const prg_seasonal_dynamics *dynamics, size_t m, size_t n,
                          const double *e, prg_seasonal_state *state, double *figure);

/* The responses of which all others are delayed copies, x as above. */
typedef struct prg_seasonal_response {
  double *season;        /* shape (n): to s_1; that to s_{i+1} comes i periods later */
  double *level, *slope; /* shape (n) */
  double *figure;        /* shape (n): ∂e_t/∂z_0; that to a later figure comes so much later */
  double *line;          /* shape (n): the errors of a line that rises by 1 per season */
} prg_seasonal_response;

/* Fills the response's arrays; season: scratch of shape (m + n). */
void prg_seasonal_respond(const prg_seasonal_dynamics *dynamics, size_t m, size_t n,
                          const prg_seasonal_response *response, double *season);

/*
 * Stable: the responses to a unit level, a unit slope (counted as a tenth) and a unit season stay
 * bounded over 60 seasons: their largest in the last one is at most 1.2 times that of the first
 * two. A fixed line (α = 0) is stable although it grows. scratch: prg_seasonal_stable_scratch(m).
 */
bool prg_seasonal_is_stable(const prg_seasonal_dynamics *dynamics, size_t m, double *scratch);
size_t prg_seasonal_stable_scratch(size_t m);

#endif
