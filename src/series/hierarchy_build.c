#include "series/hierarchy_build.h"

#include <stdint.h>
#include <stdlib.h>

prg_status hierarchy_pairs_add(hierarchy_pairs *pairs, hierarchy_pair pair, prg_error *error) {
  if (pairs->n == pairs->capacity) {
    size_t capacity = pairs->capacity == 0 ? 64 : 2 * pairs->capacity;
    hierarchy_pair *grown = realloc(pairs->pair, capacity * sizeof *grown);
    if (grown == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    pairs->pair = grown;
    pairs->capacity = capacity;
  }
  pair.order = pairs->n;
  pairs->pair[pairs->n++] = pair;
  return PRG_OK;
}

void hierarchy_pairs_clear(hierarchy_pairs *pairs) {
  free(pairs->pair);
  *pairs = (hierarchy_pairs){0};
}

static int compare_sizes(size_t a, size_t b) {
  return (a > b) - (a < b);
}

/* By sum, and within it as they came. */
static int compare_pairs(const void *a, const void *b) {
  const hierarchy_pair *x = a, *y = b;
  int by = compare_sizes(x->total, y->total);
  if (by == 0)
    by = compare_sizes(x->grouping, y->grouping);
  return by != 0 ? by : compare_sizes(x->order, y->order);
}

/* A sum, and where it began among the pairs. */
typedef struct begun_sum {
  prg_sum sum;
  size_t order;
} begun_sum;

static int compare_begun(const void *a, const void *b) {
  const begun_sum *x = a, *y = b;
  return compare_sizes(x->order, y->order);
}

static bool same_sum(const hierarchy_pair *a, const hierarchy_pair *b) {
  return a->total == b->total && a->grouping == b->grouping;
}

/* Cuts the sorted pairs into sums. */
static bool make_sums(prg_hierarchy *out, const hierarchy_pairs *pairs) {
  begun_sum *begun = malloc((pairs->n + 1) * sizeof *begun);
  out->sum = malloc((pairs->n + 1) * sizeof *out->sum);
  out->part = malloc((pairs->n + 1) * sizeof *out->part);
  if (begun == NULL || out->sum == NULL || out->part == NULL) {
    free(begun);
    return false;
  }
  out->n_part = pairs->n;
  for (size_t i = 0; i < pairs->n; i++) {
    const hierarchy_pair *pair = &pairs->pair[i];
    out->part[i] = pair->part;
    if (i == 0 || !same_sum(pair - 1, pair))
      begun[out->n_sum++] =
          (begun_sum){{.total = pair->total, .first = i, .line = pair->line}, pair->order};
    begun[out->n_sum - 1].sum.n++;
  }
  qsort(begun, out->n_sum, sizeof *begun, compare_begun);
  for (size_t s = 0; s < out->n_sum; s++)
    out->sum[s] = begun[s].sum;
  free(begun);
  return true;
}

/* `met`: shape (n_series), zeroed: the sum that had the series last, + 1. */
static prg_status check_parts(const hierarchy_pairs *pairs, const prg_panel *panel,
                              const char *file, size_t *met, prg_error *error) {
  size_t sum = 0;
  for (size_t i = 0; i < pairs->n; i++) {
    const hierarchy_pair *pair = &pairs->pair[i];
    sum += i == 0 || !same_sum(pair - 1, pair);
    if (met[pair->part] == sum)
      return prg_fail_at(error, file, pair->line, 0, PRG_TEXT_HIERARCHY_PART_TWICE,
                         PRG_ARGS(prg_string(panel->series[pair->part].name),
                                  prg_string(panel->series[pair->total].name)));
    met[pair->part] = sum;
  }
  return PRG_OK;
}

/* The sums that each series is a part of: user[begin[i] … begin[i + 1]). */
typedef struct part_users {
  size_t *begin; /* shape (n_series + 2) */
  size_t *user;  /* shape (n_part) */
} part_users;

static bool find_users(const prg_hierarchy *h, part_users *users) {
  users->begin = calloc(h->n_series + 2, sizeof *users->begin);
  users->user = malloc((h->n_part + 1) * sizeof *users->user);
  if (users->begin == NULL || users->user == NULL)
    return false;
  for (size_t k = 0; k < h->n_part; k++)
    users->begin[h->part[k] + 2]++;
  for (size_t i = 2; i < h->n_series + 2; i++)
    users->begin[i] += users->begin[i - 1];
  for (size_t s = 0; s < h->n_sum; s++)
    for (size_t k = 0; k < h->sum[s].n; k++)
      users->user[users->begin[h->part[h->sum[s].first + k] + 1]++] = s;
  return true;
}

/*
 * Kahn's order: a series is done when every part of every sum of it is. `waiting`: shape
 * (n_series): parts not done yet; `queue`: shape (n_series). Returns how many were done.
 */
static size_t find_levels(prg_hierarchy *h, const part_users *users, size_t *waiting,
                          size_t *queue) {
  size_t head = 0, tail = 0;
  for (size_t s = 0; s < h->n_sum; s++)
    waiting[h->sum[s].total] += h->sum[s].n;
  for (size_t i = 0; i < h->n_series; i++)
    if (waiting[i] == 0)
      queue[tail++] = i;
  while (head < tail) {
    size_t part = queue[head++];
    if (h->level[part] + 1 > h->n_levels)
      h->n_levels = h->level[part] + 1;
    for (size_t u = users->begin[part]; u < users->begin[part + 1]; u++) {
      size_t total = h->sum[users->user[u]].total;
      if (h->level[total] < h->level[part] + 1)
        h->level[total] = h->level[part] + 1;
      if (--waiting[total] == 0)
        queue[tail++] = total;
    }
  }
  return tail;
}

/* From a series that is not done one can go on to such a part for ever: after n_series steps one
 * is on a cycle. */
static prg_status fail_cycle(const prg_hierarchy *h, const size_t *waiting, const prg_panel *panel,
                             const char *file, prg_error *error) {
  size_t *next = malloc((h->n_series + 1) * sizeof *next), at = 0;
  size_t *line = calloc(h->n_series + 1, sizeof *line);
  if (next == NULL || line == NULL) {
    free(next);
    free(line);
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  for (size_t s = 0; s < h->n_sum; s++)
    for (size_t k = 0; k < h->sum[s].n; k++) {
      size_t part = h->part[h->sum[s].first + k];
      if (waiting[part] == 0)
        continue;
      at = h->sum[s].total;
      next[at] = part;
      line[at] = h->sum[s].line;
    }
  for (size_t i = 0; i < h->n_series; i++)
    at = next[at];
  prg_status status = prg_fail_at(
      error, file, line[at], 0, PRG_TEXT_HIERARCHY_CYCLE,
      PRG_ARGS(prg_string(panel->series[at].name), prg_string(panel->series[next[at]].name)));
  free(next);
  free(line);
  return status;
}

static prg_status order(prg_hierarchy *out, const prg_panel *panel, const char *file,
                        prg_error *error) {
  part_users users = {0};
  size_t *waiting = calloc(out->n_series + 1, sizeof *waiting);
  size_t *queue = malloc((out->n_series + 1) * sizeof *queue);
  prg_status status = PRG_OK;
  if (waiting == NULL || queue == NULL || !find_users(out, &users))
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  else if (find_levels(out, &users, waiting, queue) < out->n_series)
    status = fail_cycle(out, waiting, panel, file, error);
  free(users.begin);
  free(users.user);
  free(waiting);
  free(queue);
  return status;
}

prg_status hierarchy_build(prg_hierarchy *out, hierarchy_pairs *pairs, const prg_panel *panel,
                           const char *file, prg_error *error) {
  *out = (prg_hierarchy){.n_series = panel->n};
  if (pairs->n > 0)
    qsort(pairs->pair, pairs->n, sizeof *pairs->pair, compare_pairs);
  out->level = calloc(panel->n + 1, sizeof *out->level);
  size_t *met = calloc(panel->n + 1, sizeof *met);
  prg_status status = PRG_OK;
  if (out->level == NULL || met == NULL || !make_sums(out, pairs))
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK)
    status = check_parts(pairs, panel, file, met, error);
  if (status == PRG_OK)
    status = order(out, panel, file, error);
  free(met);
  if (status != PRG_OK)
    prg_hierarchy_clear(out);
  return status;
}
