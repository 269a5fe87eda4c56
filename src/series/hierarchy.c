#include <prognos/hierarchy.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "series/hierarchy_build.h"
#include "series/listing.h"
#include "series/name_index.h"

void prg_hierarchy_clear(prg_hierarchy *hierarchy) {
  free(hierarchy->sum);
  free(hierarchy->part);
  free(hierarchy->level);
  *hierarchy = (prg_hierarchy){0};
}

/* --- the structure file --- */

enum { TOTAL, PART, GROUPING, COLUMNS };

static const listing_column columns[COLUMNS] = {
    [TOTAL] = {(const char *const[]){"total", "summa", "förälder", "parent", "sum", NULL}, true},
    [PART] = {(const char *const[]){"del", "part", "barn", "child", NULL}, true},
    [GROUPING] = {(const char *const[]){"indelning", "grouping", NULL}, false},
};

typedef struct structure_reader {
  listing list;
  name_index series;    /* by name */
  name_index groupings; /* numbered as they come */
  prg_buffer name;      /* of a part, total and all; used again for each */
  hierarchy_pairs pairs;
} structure_reader;

static prg_status fail_name(const structure_reader *r, size_t column, prg_error *error) {
  size_t n;
  const char *text = listing_cell(&r->list, column, &n);
  if (n == 0)
    return listing_fail(&r->list, column, PRG_TEXT_HIERARCHY_NAME_BLANK, NULL, error);
  return listing_fail(&r->list, column, PRG_TEXT_HIERARCHY_NAME_UNKNOWN,
                      PRG_ARGS(prg_string_n(text, n)), error);
}

/* "TOTAL · PART" before "PART". */
static bool find_part(structure_reader *r, const char *total, size_t n_total, const char *part,
                      size_t n_part, size_t *number) {
  prg_buffer_clear(&r->name);
  prg_buffer_add_n(&r->name, total, n_total);
  prg_buffer_add(&r->name, " · ");
  prg_buffer_add_n(&r->name, part, n_part);
  return name_index_find(&r->series, prg_buffer_string(&r->name), r->name.length, number) ||
         name_index_find(&r->series, part, n_part, number);
}

static prg_status read_pair(structure_reader *r, prg_error *error) {
  hierarchy_pair pair = {.line = listing_line(&r->list), .grouping = r->groupings.n};
  size_t n_total, n_part, n_grouping;
  const char *total = listing_cell(&r->list, TOTAL, &n_total);
  const char *part = listing_cell(&r->list, PART, &n_part);
  const char *grouping = listing_cell(&r->list, GROUPING, &n_grouping);
  if (n_total == 0 || !name_index_find(&r->series, total, n_total, &pair.total))
    return fail_name(r, TOTAL, error);
  if (n_part == 0 || !find_part(r, total, n_total, part, n_part, &pair.part))
    return fail_name(r, PART, error);
  if (!name_index_add(&r->groupings, grouping, n_grouping, &pair.grouping))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return hierarchy_pairs_add(&r->pairs, pair, error);
}

prg_status prg_hierarchy_read(prg_hierarchy *out, const char *file, const char *bytes, size_t n,
                              const prg_panel *panel, prg_error *error) {
  *out = (prg_hierarchy){0};
  structure_reader r = {0};
  prg_status status = listing_read(&r.list, file, bytes, n, columns, COLUMNS, error);
  if (status == PRG_OK && !name_index_add_panel(&r.series, panel))
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  while (status == PRG_OK && listing_next(&r.list))
    status = read_pair(&r, error);
  if (status == PRG_OK && r.pairs.n == 0)
    status = prg_fail_at(error, file, 0, 0, PRG_TEXT_HIERARCHY_EMPTY, NULL);
  if (status == PRG_OK)
    status = hierarchy_build(out, &r.pairs, panel, file, error);
  listing_clear(&r.list);
  name_index_clear(&r.series);
  name_index_clear(&r.groupings);
  prg_buffer_free(&r.name);
  hierarchy_pairs_clear(&r.pairs);
  return status;
}

/* --- the summing matrix --- */

/* Adds the rows of the sum's parts to `row`. */
static void add_parts(const prg_hierarchy *h, const prg_sum *sum, const double *matrix, size_t n,
                      double *row) {
  for (size_t k = 0; k < sum->n; k++) {
    const double *part = matrix + h->part[sum->first + k] * n;
    for (size_t j = 0; j < n; j++)
      row[j] += part[j];
  }
}

/* Fills the rows of the totals of one level; those below are there. `other`: shape (n). */
static prg_status fill_level(const prg_hierarchy *h, size_t level, const prg_panel *panel, size_t n,
                             double *matrix, double *other, bool *filled, prg_error *error) {
  for (size_t s = 0; s < h->n_sum; s++) {
    const prg_sum *sum = &h->sum[s];
    double *row = matrix + sum->total * n;
    if (h->level[sum->total] != level)
      continue;
    if (!filled[sum->total]) {
      add_parts(h, sum, matrix, n, row);
      filled[sum->total] = true;
      continue;
    }
    memset(other, 0, n * sizeof *other);
    add_parts(h, sum, matrix, n, other);
    if (memcmp(other, row, n * sizeof *other) != 0)
      return prg_fail(error, PRG_TEXT_HIERARCHY_LEAVES_DIFFER,
                      PRG_ARGS(prg_string(panel->series[sum->total].name)));
  }
  return PRG_OK;
}

static size_t find_leaves(const prg_hierarchy *h, size_t *leaf) {
  size_t n = 0;
  for (size_t i = 0; i < h->n_series; i++)
    if (h->level[i] == 0)
      leaf[n++] = i;
  return n;
}

prg_status prg_hierarchy_matrix(const prg_hierarchy *hierarchy, const prg_panel *panel,
                                size_t **leaf, size_t *n_leaf, double **matrix, prg_error *error) {
  size_t series = hierarchy->n_series;
  *n_leaf = 0;
  *matrix = NULL;
  *leaf = malloc((series + 1) * sizeof **leaf);
  if (*leaf == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  size_t n = *n_leaf = find_leaves(hierarchy, *leaf);
  bool fits = n == 0 || series <= SIZE_MAX / sizeof **matrix / n;
  *matrix = fits ? calloc(series * n + 1, sizeof **matrix) : NULL;
  double *other = malloc((n + 1) * sizeof *other);
  bool *filled = calloc(series + 1, sizeof *filled);
  prg_status status = PRG_OK;
  if (*matrix == NULL || other == NULL || filled == NULL)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t j = 0; status == PRG_OK && j < n; j++)
    (*matrix)[(*leaf)[j] * n + j] = 1;
  for (size_t level = 1; status == PRG_OK && level < hierarchy->n_levels; level++)
    status = fill_level(hierarchy, level, panel, n, *matrix, other, filled, error);
  free(other);
  free(filled);
  if (status != PRG_OK) {
    free(*leaf);
    free(*matrix);
    *leaf = NULL;
    *matrix = NULL;
  }
  return status;
}
