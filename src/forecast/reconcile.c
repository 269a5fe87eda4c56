#include <prognos/reconcile.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_blas.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

#include "base/word.h"
#include "forecast/correlation.h"
#include "forecast/coupling.h"

static const char *const method_name[PRG_RECONCILIATION_COUNT] = {
    [PRG_BOTTOM_UP] = "bottom-up",     [PRG_TOP_DOWN] = "top-down",
    [PRG_MINT_OLS] = "mint-ols",       [PRG_MINT_STRUCT] = "mint-struct",
    [PRG_MINT_SHRINK] = "mint-shrink",
};

const char *prg_reconciliation_name(prg_reconciliation method) {
  return method_name[method];
}

bool prg_reconciliation_from_name(const char *name, prg_reconciliation *method) {
  size_t place = word_place(method_name, PRG_RECONCILIATION_COUNT, name);
  if (place == PRG_RECONCILIATION_COUNT)
    return false;
  *method = (prg_reconciliation)place;
  return true;
}

void prg_reconcile_options_init(prg_reconcile_options *options) {
  *options = (prg_reconcile_options){.method = PRG_MINT_SHRINK, .n_paths = 4000, .seed = 1};
}

typedef struct reconciler {
  const prg_panel *panel;
  const prg_hierarchy *hierarchy;
  const prg_reconcile_options *options;
  prg_forecast *forecast; /* shape (n) */
  size_t n, n_leaf;
  size_t *leaf;         /* shape (n_leaf): series */
  double *summing;      /* shape (n, n_leaf): S */
  double *spread;       /* shape (n): of the forecast one step ahead, a standard deviation */
  gsl_matrix *map;      /* shape (n_leaf, n): G; NULL for top-down */
  size_t *down;         /* shape (n_sum): the sums, those of the highest totals first */
  gsl_vector *base, *b; /* shape (n), (n_leaf) */
  bool not_negative;
} reconciler;

/* --- the parts --- */

/* Half of the central 68.3 per cent: the standard deviation, were it normal. */
static double spread_of(const prg_forecast *forecast) {
  static const double sigma = .158655253931457;
  double lower = prg_forecast_quantile(forecast, 1, sigma);
  double upper = prg_forecast_quantile(forecast, 1, 1 - sigma);
  return fmax((upper - lower) / 2, 1e-9 * fmax(fabs(upper), 1));
}

static prg_status check_alike(const reconciler *r, prg_error *error) {
  for (size_t i = 1; i < r->n; i++) {
    const prg_forecast *a = &r->forecast[0], *b = &r->forecast[i];
    char first[PRG_PERIOD_BYTES], other[PRG_PERIOD_BYTES];
    if (prg_period_compare(a->origin, b->origin) != 0 ||
        a->distribution.horizon != b->distribution.horizon)
      return prg_fail(error, PRG_TEXT_RECONCILE_ORIGINS,
                      PRG_ARGS(prg_string(r->panel->series[0].name),
                               prg_string(prg_period_print(a->origin, first)),
                               prg_string(r->panel->series[i].name),
                               prg_string(prg_period_print(b->origin, other))));
  }
  return PRG_OK;
}

/* Sharing needs one way down to each series. */
static prg_status check_tree(const reconciler *r, prg_error *error) {
  const prg_hierarchy *h = r->hierarchy;
  bool *is_total = calloc(r->n, sizeof *is_total), *is_part = calloc(r->n, sizeof *is_part);
  prg_status status =
      is_total == NULL || is_part == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  for (size_t s = 0; s < h->n_sum && status == PRG_OK; s++) {
    size_t twice = is_total[h->sum[s].total] ? h->sum[s].total : r->n;
    is_total[h->sum[s].total] = true;
    for (size_t k = h->sum[s].first; k < h->sum[s].first + h->sum[s].n; k++) {
      if (is_part[h->part[k]])
        twice = h->part[k];
      is_part[h->part[k]] = true;
    }
    if (twice < r->n)
      status = prg_fail(error, PRG_TEXT_RECONCILE_NEEDS_TREE,
                        PRG_ARGS(prg_string(r->panel->series[twice].name)));
  }
  free(is_total);
  free(is_part);
  return status;
}

static bool order_sums(reconciler *r) {
  const prg_hierarchy *h = r->hierarchy;
  size_t n = 0;
  r->down = malloc((h->n_sum + 1) * sizeof *r->down);
  if (r->down == NULL)
    return false;
  for (size_t level = h->n_levels; level-- > 0;)
    for (size_t s = 0; s < h->n_sum; s++)
      if (h->level[h->sum[s].total] == level)
        r->down[n++] = s;
  return true;
}

static prg_status begin(reconciler *r, prg_error *error) {
  prg_status status = check_alike(r, error);
  if (status == PRG_OK && r->options->method == PRG_TOP_DOWN)
    status = check_tree(r, error);
  if (status == PRG_OK)
    status = prg_hierarchy_matrix(r->hierarchy, r->panel, &r->leaf, &r->n_leaf, &r->summing, error);
  if (status != PRG_OK)
    return status;
  r->spread = malloc(r->n * sizeof *r->spread);
  r->base = gsl_vector_alloc(r->n);
  r->b = gsl_vector_alloc(r->n_leaf);
  if (r->spread == NULL || r->base == NULL || r->b == NULL || !order_sums(r))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  r->not_negative = true;
  for (size_t i = 0; i < r->n; i++) {
    r->spread[i] = spread_of(&r->forecast[i]);
    r->not_negative = r->not_negative && prg_series_minimum(&r->panel->series[i]) >= 0;
  }
  return PRG_OK;
}

static void end(reconciler *r) {
  free(r->leaf);
  free(r->summing);
  free(r->spread);
  free(r->down);
  gsl_matrix_free(r->map);
  gsl_vector_free(r->base);
  gsl_vector_free(r->b);
}

/* --- G --- */

static double summing(const reconciler *r, size_t i, size_t j) {
  return r->summing[i * r->n_leaf + j];
}

/* Fills W, shape (n, n). False if memory is exhausted. */
static bool fill_weights(const reconciler *r, gsl_matrix *w) {
  gsl_matrix_set_identity(w);
  if (r->options->method == PRG_MINT_OLS)
    return true;
  for (size_t i = 0; i < r->n && r->options->method == PRG_MINT_STRUCT; i++) {
    double leaves = 0;
    for (size_t j = 0; j < r->n_leaf; j++)
      leaves += summing(r, i, j);
    gsl_matrix_set(w, i, i, leaves);
  }
  if (r->options->method == PRG_MINT_STRUCT)
    return true;
  size_t *all = malloc(r->n * sizeof *all);
  for (size_t i = 0; all != NULL && i < r->n; i++)
    all[i] = i;
  bool done = all != NULL && correlation_of_changes(r->panel, all, r->n, w);
  for (size_t i = 0; done && i < r->n; i++)
    for (size_t j = 0; j < r->n; j++)
      gsl_matrix_set(w, i, j, gsl_matrix_get(w, i, j) * r->spread[i] * r->spread[j]);
  free(all);
  return done;
}

/* (S'W⁻¹S)⁻¹ S'W⁻¹ into r->map; w is overwritten. */
static void solve_map(const reconciler *r, gsl_matrix *w, gsl_matrix *weighted,
                      gsl_matrix *normal) {
  gsl_matrix_const_view s = gsl_matrix_const_view_array(r->summing, r->n, r->n_leaf);
  gsl_linalg_cholesky_decomp1(w);
  gsl_matrix_memcpy(weighted, &s.matrix);
  for (size_t j = 0; j < r->n_leaf; j++) {
    gsl_vector_view column = gsl_matrix_column(weighted, j);
    gsl_linalg_cholesky_svx(w, &column.vector);
  }
  gsl_blas_dgemm(CblasTrans, CblasNoTrans, 1, &s.matrix, weighted, 0, normal);
  gsl_linalg_cholesky_decomp1(normal);
  gsl_matrix_transpose_memcpy(r->map, weighted);
  for (size_t i = 0; i < r->n; i++) {
    gsl_vector_view column = gsl_matrix_column(r->map, i);
    gsl_linalg_cholesky_svx(normal, &column.vector);
  }
}

static bool make_map(reconciler *r) {
  if (r->options->method == PRG_TOP_DOWN)
    return true;
  r->map = gsl_matrix_calloc(r->n_leaf, r->n);
  if (r->map == NULL)
    return false;
  for (size_t j = 0; j < r->n_leaf; j++)
    gsl_matrix_set(r->map, j, r->leaf[j], 1);
  if (r->options->method == PRG_BOTTOM_UP)
    return true;
  gsl_matrix *w = gsl_matrix_alloc(r->n, r->n);
  gsl_matrix *weighted = gsl_matrix_alloc(r->n, r->n_leaf);
  gsl_matrix *normal = gsl_matrix_alloc(r->n_leaf, r->n_leaf);
  bool done = w != NULL && weighted != NULL && normal != NULL && fill_weights(r, w);
  if (done)
    solve_map(r, w, weighted, normal);
  gsl_matrix_free(w);
  gsl_matrix_free(weighted);
  gsl_matrix_free(normal);
  return done;
}

/* --- one vector of forecasts --- */

/* Parts in proportion to their forecasts; alike, if these are all 0. */
static void share_out(reconciler *r) {
  const prg_hierarchy *h = r->hierarchy;
  for (size_t s = 0; s < h->n_sum; s++) {
    const prg_sum *sum = &h->sum[r->down[s]];
    double total = gsl_vector_get(r->base, sum->total), parts = 0;
    for (size_t k = sum->first; k < sum->first + sum->n; k++)
      parts += gsl_vector_get(r->base, h->part[k]);
    for (size_t k = sum->first; k < sum->first + sum->n; k++) {
      double part = gsl_vector_get(r->base, h->part[k]);
      gsl_vector_set(r->base, h->part[k],
                     parts == 0 ? total / (double)sum->n : total * part / parts);
    }
  }
  for (size_t j = 0; j < r->n_leaf; j++)
    gsl_vector_set(r->b, j, gsl_vector_get(r->base, r->leaf[j]));
}

/* From the leaves up; every sum of a total is made up of the same leaves, so that any will do. */
static void add_up(reconciler *r) {
  const prg_hierarchy *h = r->hierarchy;
  for (size_t j = 0; j < r->n_leaf; j++)
    gsl_vector_set(r->base, r->leaf[j], gsl_vector_get(r->b, j));
  for (size_t s = h->n_sum; s-- > 0;) {
    const prg_sum *sum = &h->sum[r->down[s]];
    double total = 0;
    for (size_t k = sum->first; k < sum->first + sum->n; k++)
      total += gsl_vector_get(r->base, h->part[k]);
    gsl_vector_set(r->base, sum->total, total);
  }
}

/* ŷ in r->base becomes ỹ. */
static void reconcile_one(reconciler *r) {
  if (r->map == NULL)
    share_out(r);
  else
    gsl_blas_dgemv(CblasNoTrans, 1, r->map, r->base, 0, r->b);
  for (size_t j = 0; j < r->n_leaf && r->not_negative; j++)
    gsl_vector_set(r->b, j, fmax(gsl_vector_get(r->b, j), 0));
  add_up(r);
}

/* --- paths and distributions --- */

/* z of the leaves has their correlation, z of a total is what follows from it: rows of S D L. */
static bool couple(reconciler *r, double *path) {
  gsl_matrix *root = gsl_matrix_alloc(r->n_leaf, r->n_leaf);
  gsl_matrix *loading = gsl_matrix_calloc(r->n, r->n_leaf);
  bool done =
      root != NULL && loading != NULL && correlation_of_changes(r->panel, r->leaf, r->n_leaf, root);
  if (done) {
    gsl_linalg_cholesky_decomp1(root);
    for (size_t i = 0; i < r->n; i++)
      for (size_t j = 0; j < r->n_leaf; j++)
        gsl_matrix_set(loading, i, j, summing(r, i, j) * r->spread[r->leaf[j]]);
    gsl_blas_dtrmm(CblasRight, CblasLower, CblasNoTrans, CblasNonUnit, 1, root, loading);
    done = couple_paths(loading, r->options->n_paths, r->forecast[0].distribution.horizon,
                        r->options->seed, path);
  }
  gsl_matrix_free(root);
  gsl_matrix_free(loading);
  return done;
}

static void reconcile_paths(reconciler *r, double *path) {
  size_t each = r->options->n_paths * r->forecast[0].distribution.horizon;
  for (size_t k = 0; k < each; k++) {
    for (size_t i = 0; i < r->n; i++)
      gsl_vector_set(r->base, i, path[i * each + k]);
    reconcile_one(r);
    for (size_t i = 0; i < r->n; i++)
      path[i * each + k] = gsl_vector_get(r->base, i);
  }
}

/* Row h becomes the quantiles of the sorted values, their median moved to the point. */
static void set_row(prg_distribution *distribution, size_t h, const double *sorted, size_t n,
                    double point, bool not_negative) {
  double move = point - gsl_stats_median_from_sorted_data(sorted, 1, n);
  double *row = distribution->quantile + (h - 1) * distribution->n_probability;
  for (size_t q = 0; q < distribution->n_probability; q++) {
    double p = distribution->probability[q];
    double value = gsl_stats_quantile_from_sorted_data(sorted, 1, n, p) + move;
    row[q] = p == .5 ? point : not_negative ? fmax(value, 0) : value;
  }
}

static bool set_distributions(reconciler *r, const double *path) {
  size_t n_paths = r->options->n_paths, horizon = r->forecast[0].distribution.horizon;
  double *sorted = malloc(n_paths * sizeof *sorted);
  for (size_t h = 1; sorted != NULL && h <= horizon; h++) {
    for (size_t i = 0; i < r->n; i++)
      gsl_vector_set(r->base, i, prg_forecast_point(&r->forecast[i], h));
    reconcile_one(r);
    for (size_t i = 0; i < r->n; i++) {
      const double *own = path + i * n_paths * horizon;
      for (size_t k = 0; k < n_paths; k++)
        sorted[k] = own[k * horizon + h - 1];
      gsl_sort(sorted, 1, n_paths);
      set_row(&r->forecast[i].distribution, h, sorted, n_paths, gsl_vector_get(r->base, i),
              r->not_negative);
    }
  }
  free(sorted);
  return sorted != NULL;
}

prg_status prg_reconcile(const prg_panel *panel, const prg_hierarchy *hierarchy,
                         const prg_reconcile_options *options, prg_forecast *forecast, double *path,
                         prg_error *error) {
  reconciler r = {.panel = panel,
                  .hierarchy = hierarchy,
                  .options = options,
                  .forecast = forecast,
                  .n = panel->n};
  prg_status status = begin(&r, error);
  if (status == PRG_OK && !(make_map(&r) && couple(&r, path)))
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK) {
    reconcile_paths(&r, path);
    if (!set_distributions(&r, path))
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  end(&r);
  return status;
}
