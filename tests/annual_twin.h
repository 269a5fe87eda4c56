/*
 * A slow twin of annual pooling, written from its equations with dense matrices: no recursion
 * through the data, no tables, GSL's Student distribution, bisection.
 *
 * With c_j = α + β (φ + … + φ^j), c_0 = 1 and H_t = (1, φ + … + φ^t) the detrended figures of the
 * periods that have one are u = H θ + K e + v, K_ts = c_{t−s} for s <= t, v their own noise, e of
 * every period. Σ = K Kᵀ + var v = L Lᵀ; L⁻¹(u − H θ) are the standardised one-step errors.
 */
#ifndef PROGNOS_ANNUAL_TWIN_H
#define PROGNOS_ANNUAL_TWIN_H

#include <gsl/gsl_blas.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_sf_gamma.h>

#include <prognos/prior_file.h>

#include "test.h"

#define TWIN_NODES 600
#define TWIN_DISCOUNT .97
#define TWIN_NU0 4.0

typedef struct twin_series {
  const double *y;     /* NaN: missing; the first and the last are there */
  const double *noise; /* variance of v over σ²; NULL: none */
  size_t n, observed;
  double offset, mean; /* z = scale((y + offset) / mean) */
  double extra_s0;     /* added to s₀² */
  double weight_sum;
} twin_series;

typedef struct twin_node {
  double lambda, score, weight, location, scale;
} twin_node;

typedef struct twin {
  twin_series series;
  twin_node node[TWIN_NODES];
  size_t n;
  double df;
} twin;

static inline double twin_forward(double lambda, double x) {
  if (lambda == 1)
    return x;
  return x <= 0 ? -INFINITY : lambda == 0 ? log(x) : 2 * sqrt(x);
}

/* c_j, and with α = 0, β = 1 the second element of H_j. */
static inline double twin_reaction(double alpha, double beta, double phi, double j) {
  double sum = alpha;
  for (double i = 1; i <= j; i++)
    sum += beta * pow(phi, i);
  return sum;
}

/* A node's matrices, rows being the periods with a figure. */
typedef struct twin_system {
  double time[128], z1, log_sum; /* log_sum: Σ w log x */
  gsl_matrix *k, *l, *x;         /* K, L, L⁻¹ (u, H) */
} twin_system;

static inline twin_system twin_set_up(const twin_series *s, const prg_annual_node *p) {
  size_t n = s->observed, row = 0;
  twin_system sys = {
      .k = gsl_matrix_calloc(n, s->n), .l = gsl_matrix_calloc(n, n), .x = gsl_matrix_alloc(n, 3)};
  sys.z1 = twin_forward(p->transform, (s->y[0] + s->offset) / s->mean);
  for (size_t t = 1; t <= s->n; t++) {
    if (isnan(s->y[t - 1]))
      continue;
    double xi = (s->y[t - 1] + s->offset) / s->mean;
    sys.log_sum += pow(TWIN_DISCOUNT, (double)(s->n - t)) * log(xi * s->mean);
    gsl_matrix_set(sys.x, row, 0,
                   twin_forward(p->transform, xi) - sys.z1 - p->growth * (double)(t - 1));
    gsl_matrix_set(sys.x, row, 1, 1);
    gsl_matrix_set(sys.x, row, 2, twin_reaction(0, 1, p->phi, (double)t));
    sys.time[row++] = (double)t;
  }
  for (size_t i = 0; i < n; i++) {
    size_t last = (size_t)sys.time[i];
    for (size_t t = 1; t <= last; t++) {
      double c = twin_reaction(p->alpha, p->beta, p->phi, (double)(last - t));
      gsl_matrix_set(sys.k, i, t - 1, t == last ? 1 : c);
    }
    gsl_matrix_set(sys.l, i, i, s->noise == NULL ? 0 : s->noise[last - 1]);
  }
  gsl_blas_dgemm(CblasNoTrans, CblasTrans, 1, sys.k, sys.k, 1, sys.l);
  gsl_linalg_cholesky_decomp1(sys.l);
  gsl_blas_dtrsm(CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, 1, sys.l, sys.x);
  return sys;
}

/* P = X'WX + diag(0, κ⁻²) in a, X'We in b; returns e'We. */
static inline double twin_normal(const twin_series *s, const prg_annual_node *p,
                                 const twin_system *sys, gsl_matrix *a, gsl_vector *b) {
  double see = 0;
  for (size_t i = 0; i < s->observed; i++) {
    double w = pow(TWIN_DISCOUNT, (double)s->n - sys->time[i]), e = gsl_matrix_get(sys->x, i, 0);
    see += w * e * e;
    for (size_t q = 0; q < b->size; q++) {
      double x = gsl_matrix_get(sys->x, i, q + 1);
      *gsl_vector_ptr(b, q) += w * e * x;
      for (size_t r = 0; r < b->size; r++)
        *gsl_matrix_ptr(a, q, r) += w * x * gsl_matrix_get(sys->x, i, r + 1);
    }
  }
  if (b->size == 2)
    *gsl_matrix_ptr(a, 1, 1) += 1 / (p->kappa * p->kappa);
  return see;
}

/* With c the future's reactions to every error and r = L⁻¹ K c: the forecast's part from the
 * figures, r'L⁻¹u; its gradient by the initial states; what the errors leave unknown, c'c − r'r. */
static inline double twin_ahead(const twin_series *s, const prg_annual_node *p,
                                const twin_system *sys, size_t h, double gradient[2],
                                double *unknown) {
  double sum = 0, end = (double)(s->n + h);
  gsl_vector *c = gsl_vector_calloc(s->n), *r = gsl_vector_calloc(s->observed);
  for (size_t t = 1; t <= s->n; t++)
    gsl_vector_set(c, t - 1, twin_reaction(p->alpha, p->beta, p->phi, end - (double)t));
  gsl_blas_dgemv(CblasNoTrans, 1, sys->k, c, 0, r);
  gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, sys->l, r);
  gradient[0] = 1;
  gradient[1] = twin_reaction(0, 1, p->phi, end);
  for (size_t i = 0; i < s->observed; i++) {
    sum += gsl_vector_get(r, i) * gsl_matrix_get(sys->x, i, 0);
    for (size_t q = 0; q < 2; q++)
      gradient[q] -= gsl_vector_get(r, i) * gsl_matrix_get(sys->x, i, q + 1);
  }
  *unknown = pow(gsl_blas_dnrm2(c), 2) - pow(gsl_blas_dnrm2(r), 2);
  gsl_vector_free(c), gsl_vector_free(r);
  return sum;
}

/* Of one node and one horizon: log marginal likelihood, location and scale. With P = LL', L⁻¹b and
 * L⁻¹g give rss, the states' part of the forecast, its leverage. */
static inline void twin_fit(const twin_series *s, const prg_annual_node *p, size_t h,
                            twin_node *out) {
  size_t states = p->kappa > 0 ? 2 : 1;
  gsl_matrix *a = gsl_matrix_calloc(states, states);
  gsl_vector *b = gsl_vector_calloc(states);
  twin_system sys = twin_set_up(s, p);
  double gradient[2], half_log_det = states == 2 ? log(p->kappa) : 0, unknown;
  double rss = twin_normal(s, p, &sys, a, b),
         location = twin_ahead(s, p, &sys, h, gradient, &unknown);
  double variance = 1 + unknown;
  gsl_vector_view g = gsl_vector_view_array(gradient, states);
  gsl_linalg_cholesky_decomp1(a);
  gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, a, b);
  gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, a, &g.vector);
  for (size_t q = 0; q < states; q++) {
    half_log_det += log(gsl_matrix_get(a, q, q));
    rss -= gsl_vector_get(b, q) * gsl_vector_get(b, q);
    variance += gradient[q] * gradient[q];
    location += gradient[q] * gsl_vector_get(b, q);
  }
  for (size_t i = 0; i < s->observed; i++)
    half_log_det +=
        pow(TWIN_DISCOUNT, (double)s->n - sys.time[i]) * log(gsl_matrix_get(sys.l, i, i));
  for (size_t j = 1; j < h; j++)
    variance += pow(twin_reaction(p->alpha, p->beta, p->phi, (double)j), 2);
  double a0 = TWIN_NU0 / 2, b0 = a0 * (p->s0 * p->s0 + s->extra_s0), weights = s->weight_sum;
  double an = a0 + (weights - 1) / 2, bn = b0 + fmax(rss, 1e-12) / 2;
  out->lambda = p->transform;
  out->location = sys.z1 + p->growth * (double)(s->n + h - 1) + location;
  out->scale = sqrt(bn / an * variance);
  out->score = p->log_weight - (weights - 1) / 2 * log(2 * M_PI) - half_log_det + a0 * log(b0) -
               an * log(bn) + gsl_sf_lngamma(an) - gsl_sf_lngamma(a0) +
               (p->transform - 1) * sys.log_sum - p->transform * weights * log(s->mean);
  gsl_matrix_free(sys.k), gsl_matrix_free(sys.l), gsl_matrix_free(sys.x), gsl_matrix_free(a),
      gsl_vector_free(b);
}

/* Every node of the list by its log_weight. */
static inline void twin_add(twin *t, const prg_node_list *list, size_t h) {
  for (size_t i = 0; i < list->n; i++) {
    assert_true(t->n < TWIN_NODES);
    twin_fit(&t->series, &list->node[i], h, &t->node[t->n++]);
  }
}

/* Positive figures after the offset; its value is the caller's to know. */
static inline void twin_init(twin *t, const double *y, size_t n, double offset, double extra_s0) {
  *t = (twin){.series = {.y = y, .n = n, .offset = offset, .extra_s0 = extra_s0}};
  twin_series *s = &t->series;
  for (size_t i = 0; i < n; i++) {
    if (isnan(y[i]))
      continue;
    s->observed++;
    s->mean += y[i] + offset;
    s->weight_sum += pow(TWIN_DISCOUNT, (double)(n - 1 - i));
  }
  s->mean /= (double)s->observed;
  s->extra_s0 /= s->mean;
  t->df = TWIN_NU0 + s->weight_sum - 1;
}

/* Posterior weights; nodes 6 below the best in log are dropped, as the method says. */
static inline void twin_weigh(twin *t) {
  double best = -INFINITY, total = 0;
  for (size_t k = 0; k < t->n; k++)
    best = fmax(best, t->node[k].score);
  for (size_t k = 0; k < t->n; k++) {
    t->node[k].weight = t->node[k].score < best - 6 ? 0 : exp(t->node[k].score - best);
    total += t->node[k].weight;
  }
  for (size_t k = 0; k < t->n; k++)
    t->node[k].weight /= total;
}

static inline double twin_cdf(const twin *t, double y) {
  double sum = 0, xi = (y + t->series.offset) / t->series.mean;
  for (size_t k = 0; k < t->n; k++) {
    const twin_node *node = &t->node[k];
    double z = twin_forward(node->lambda, xi);
    if (node->weight > 0 && isfinite(z))
      sum += node->weight * gsl_cdf_tdist_P((z - node->location) / node->scale, t->df);
  }
  return sum;
}

static inline double twin_quantile(const twin *t, double p) {
  double low = -1e4 * t->series.mean, high = 1e4 * t->series.mean;
  for (int i = 0; i < 100; i++) {
    double middle = low + (high - low) / 2;
    *(twin_cdf(t, middle) < p ? &low : &high) = middle;
  }
  return high;
}

#endif
