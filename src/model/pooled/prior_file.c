#include <prognos/prior_file.h>

#include <math.h>
#include <stdlib.h>

#include "model/pooled/prior_columns.h"

static const prior_column columns[] = {
    {"transform", offsetof(prg_annual_node, transform), 0, 1},
    {"alpha", offsetof(prg_annual_node, alpha), 0, 2},
    {"beta", offsetof(prg_annual_node, beta), -2, 4},
    {"phi", offsetof(prg_annual_node, phi), 0, 1},
    {"kappa", offsetof(prg_annual_node, kappa), 0, 1000},
    {"s0", offsetof(prg_annual_node, s0), 1e-4, 10},
    {"growth", offsetof(prg_annual_node, growth), -1, 1},
    {"log_weight", offsetof(prg_annual_node, log_weight), -700, 700},
    {"economy", offsetof(prg_annual_node, economy), -700, 700},
    {"people", offsetof(prg_annual_node, people), -700, 700},
    {"area_total", offsetof(prg_annual_node, area_total), -700, 700},
};

void prg_node_list_clear(prg_node_list *list) {
  free(list->node);
  *list = (prg_node_list){0};
}

/* The response moves by D = ((1−α) φ(1−α); −β φ(1−β)): its trace and determinant within the
 * triangle |det| < 1, |trace| <= 1 + det (Jury). */
bool prg_annual_node_is_stable(const prg_annual_node *node) {
  double trace = 1 - node->alpha + node->phi * (1 - node->beta);
  double determinant = node->phi * (1 - node->alpha);
  double room = 1 + determinant - fabs(trace);
  return fabs(determinant) <= 1 && room >= -1e-12;
}

static prg_status check(const void *node, const prg_table *table, size_t row, const size_t *place,
                        prg_error *error) {
  const prg_annual_node *n = node;
  prg_status status = prior_check_transform(n->transform, table, row, place[0], error);
  if (status == PRG_OK && !prg_annual_node_is_stable(n))
    status = prg_table_fail(table, row, place[1], PRG_TEXT_PRIOR_NOT_STABLE, NULL, error);
  return status;
}

static const prior_form form = {.node_size = sizeof(prg_annual_node),
                                .n_columns = sizeof columns / sizeof columns[0],
                                .n_optional = 3, /* the weights by kind */
                                .column = columns,
                                .check = check};

prg_status prg_prior_file_read(const char *file, const char *bytes, size_t n, prg_node_list *out,
                               prg_error *error) {
  prior_rows rows;
  prg_status status = prior_columns_read(&form, file, bytes, n, &rows, error);
  *out = (prg_node_list){rows.node, rows.n, rows.optional};
  return status;
}

void prg_prior_file_write(const prg_node_list *list, const char *origin, prg_buffer *out) {
  const prior_rows rows = {list->node, list->n, list->by_kind};
  prior_columns_write(&form, &rows, origin, out);
}
