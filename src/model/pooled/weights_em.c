#include "model/pooled/weights_em.h"

#include <math.h>

#include "base/clones.h"

/* Eight sums side by side: an order that neither compiler nor vector length changes. */
PRG_CLONES
static double dot(size_t n, const float *restrict a, const double *restrict b) {
  double sum[8] = {0};
  size_t k = 0;
  for (; k + 8 <= n; k += 8)
    for (size_t i = 0; i < 8; i++)
      sum[i] += (double)a[k + i] * b[k + i];
  for (; k < n; k++)
    sum[k % 8] += (double)a[k] * b[k];
  return ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
}

PRG_CLONES
static void add_scaled(size_t n, double factor, const float *restrict a, double *restrict sum) {
  for (size_t k = 0; k < n; k++)
    sum[k] += factor * (double)a[k];
}

void weights_em_add(const float *likelihood, size_t n_cases, size_t n_nodes, const double *weight,
                    double *sum) {
  for (size_t c = 0; c < n_cases; c++) {
    const float *row = likelihood + c * n_nodes;
    double total = dot(n_nodes, row, weight);
    if (total > 0)
      add_scaled(n_nodes, 1 / total, row, sum);
  }
}

void weights_em_step(const double *sum, size_t n_cases, size_t n_nodes, const double *count,
                     double *weight) {
  double counts = 0;
  for (size_t k = 0; k < n_nodes; k++)
    counts += count[k];
  for (size_t k = 0; k < n_nodes; k++)
    weight[k] = (weight[k] * sum[k] + count[k]) / ((double)n_cases + counts);
}

void weights_em(const float *likelihood, size_t n_cases, size_t n_nodes, const double *count,
                int iterations, double *weight, double *room) {
  for (int i = 0; i < iterations; i++) {
    for (size_t k = 0; k < n_nodes; k++)
      room[k] = 0;
    weights_em_add(likelihood, n_cases, n_nodes, weight, room);
    weights_em_step(room, n_cases, n_nodes, count, weight);
  }
}

void weights_em_row(const double *score, size_t n_nodes, float *row) {
  double best = -INFINITY;
  for (size_t k = 0; k < n_nodes; k++)
    best = fmax(best, score[k]);
  for (size_t k = 0; k < n_nodes; k++)
    row[k] = (float)exp(score[k] - best);
}
