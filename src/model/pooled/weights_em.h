/*
 * Weights of a mixture by expectation and maximisation (Dempster, Laird, Rubin 1977), the
 * components being known:
 *
 *   r_ik = w_k L_ik / Σ_j w_j L_ij,   w_k = (Σ_i r_ik + a_k) / (N + Σ_j a_j)
 *
 * climbs to the mode of Π_i Σ_k w_k L_ik under a Dirichlet prior with a_k + 1.
 */
#ifndef MODEL_WEIGHTS_EM_H
#define MODEL_WEIGHTS_EM_H

#include <stddef.h>

/*
 * likelihood: shape (n_cases, n_nodes), each row up to a factor, its largest above 0; count: a,
 * shape (n_nodes), >= 0; weight: shape (n_nodes), where it starts, replaced by where it came to;
 * its entries > 0 where a row may need them. room: shape (n_nodes).
 */
void weights_em(const float *likelihood, size_t n_cases, size_t n_nodes, const double *count,
                int iterations, double *weight, double *room);

/* One iteration in its parts: adds Σ_i L_ik / Σ_j w_j L_ij of some of the cases to sum; and, with
 * the sum over all n_cases, the new weights. */
void weights_em_add(const float *likelihood, size_t n_cases, size_t n_nodes, const double *weight,
                    double *sum);
void weights_em_step(const double *sum, size_t n_cases, size_t n_nodes, const double *count,
                     double *weight);

/* A row of the matrix from logarithms: exp(score − largest score). */
void weights_em_row(const double *score, size_t n_nodes, float *row);

#endif
