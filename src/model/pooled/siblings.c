#include "model/pooled/siblings.h"

#include <math.h>
#include <stdlib.h>

#include "model/figures.h"
#include "model/pooled/weights_em.h"

#define FEWEST 4           /* figures: fewer say little of the series, and nothing of others */
#define MOST 2000          /* series: more would not move the weights */
#define STEPS 10           /* of EM; more would forget the prior's own shape */
#define PRIOR_SERIES 100.0 /* what the prior counts as */

/* A candidate, with the ordinal of its last figure: the origin of its forecast. */
typedef struct sibling {
  const prg_series *series;
  int origin;
} sibling;

static int compare_origins(const void *left, const void *right) {
  const sibling *a = left, *b = right;
  if (a->origin != b->origin)
    return a->origin < b->origin ? -1 : 1;
  return (a->series > b->series) - (a->series < b->series); /* the panel's order */
}

/* The series of a kind that may take part. */
static size_t gather(const prg_series *series, size_t n, prg_kind kind, sibling *out) {
  size_t found = 0;
  for (size_t i = 0; i < n; i++) {
    size_t last = series[i].n;
    while (last > 0 && isnan(series[i].value[last - 1]))
      last--;
    if (series[i].kind != kind || series[i].season > 1 ||
        prg_series_observed(&series[i]) < FEWEST ||
        prg_figures_check(&series[i], "pooled", 1, NULL) != PRG_OK)
      continue;
    out[found++] = (sibling){&series[i], series[i].start.ordinal + (int)last};
  }
  return found;
}

/* The largest group of one origin, sorted; the latest of several as large. */
static const sibling *largest_group(sibling *all, size_t n, size_t *size) {
  qsort(all, n, sizeof *all, compare_origins);
  const sibling *best = all;
  *size = 0;
  for (size_t begin = 0, end; begin < n; begin = end) {
    for (end = begin; end < n && all[end].origin == all[begin].origin;)
      end++;
    if (end - begin >= *size) {
      best = all + begin;
      *size = end - begin;
    }
  }
  return best;
}

/* The stretch from the first figure to the last. */
static prg_series figures_of(const prg_series *series) {
  prg_series part = *series;
  while (isnan(part.value[0])) {
    part.value++;
    part.observation++;
    part.n--;
  }
  while (isnan(part.value[part.n - 1]))
    part.n--;
  return part;
}

/* L_ik of every series and node, without the prior's weights. */
static prg_status fill_rows(prg_annual *annual, const sibling *group, size_t n, size_t used,
                            float *rows, double *score, prg_error *error) {
  const annual_grid *grid = prg_annual_grid(annual);
  prg_status status = PRG_OK;
  for (size_t i = 0; status == PRG_OK && i < used; i++) {
    prg_series series = figures_of(group[i * n / used].series);
    prg_notes notes = {0};
    status = prg_annual_fit(annual, &series, &notes, error);
    for (size_t k = 0; k < grid->n_nodes; k++)
      score[k] = prg_annual_scores(annual)[k] - grid->log_weight[series.kind][k];
    weights_em_row(score, grid->n_nodes, rows + i * grid->n_nodes);
  }
  return status;
}

static prg_status adapt(prg_annual *annual, prg_kind kind, const sibling *group, size_t n,
                        prg_error *error) {
  annual_grid *grid = prg_annual_grid(annual);
  size_t nodes = grid->n_nodes, used = n < MOST ? n : MOST;
  float *rows = malloc(used * nodes * sizeof *rows);
  double *room = malloc(3 * nodes * sizeof *room);
  double *weight = room, *count = room + nodes, *scratch = room + 2 * nodes;
  prg_status status = rows == NULL || room == NULL
                          ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                          : fill_rows(annual, group, n, used, rows, scratch, error);
  if (status == PRG_OK) {
    for (size_t k = 0; k < nodes; k++) {
      weight[k] = exp(grid->log_weight[kind][k]);
      count[k] = PRIOR_SERIES * weight[k];
    }
    weights_em(rows, used, nodes, count, STEPS, weight, scratch);
    for (size_t k = 0; k < nodes; k++)
      grid->log_weight[kind][k] = log(weight[k]);
    prg_annual_set_siblings(annual, kind, used);
  }
  free(rows);
  free(room);
  return status;
}

prg_status prg_siblings_share(prg_annual *annual, const prg_series *series, size_t n, size_t least,
                              prg_error *error) {
  sibling *all = malloc((n + 1) * sizeof *all);
  if (all == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = PRG_OK;
  for (int kind = 0; status == PRG_OK && kind < PRG_KIND_COUNT; kind++) {
    size_t found = gather(series, n, (prg_kind)kind, all), size;
    const sibling *group = largest_group(all, found, &size);
    if (size >= least && size > 0)
      status = adapt(annual, (prg_kind)kind, group, size, error);
  }
  free(all);
  return status;
}
