#include <prognos/seasonal_prior_file.h>

#include <stdlib.h>
#include <string.h>

#include "model/pooled/prior_columns.h"

static const prior_column columns[] = {
    {"transform", offsetof(prg_seasonal_node, transform), 0, 1},
    {"alpha", offsetof(prg_seasonal_node, alpha), 0, 2},
    {"beta", offsetof(prg_seasonal_node, beta), -2, 4},
    {"phi", offsetof(prg_seasonal_node, phi), 0, 1},
    {"gamma", offsetof(prg_seasonal_node, gamma), 0, 2},
    {"tau", offsetof(prg_seasonal_node, tau), 0, 1000},
    {"kappa", offsetof(prg_seasonal_node, kappa), 0, 1000},
    {"s0", offsetof(prg_seasonal_node, s0), 1e-4, 10},
    {"log_weight", offsetof(prg_seasonal_node, log_weight), -700, 700},
    {"growth", offsetof(prg_seasonal_node, growth), -1, 1},
};

static prg_status check(const void *node, const prg_table *table, size_t row, const size_t *place,
                        prg_error *error) {
  const prg_seasonal_node *n = node;
  return prior_check_transform(n->transform, table, row, place[0], error);
}

static const prior_form form = {.node_size = sizeof(prg_seasonal_node),
                                .n_columns = sizeof columns / sizeof columns[0],
                                .column = columns,
                                .check = check};

void prg_seasonal_node_list_clear(prg_seasonal_node_list *list) {
  free(list->node);
  *list = (prg_seasonal_node_list){0};
}

/* The heading row is the first line that is not empty and does not begin with '#'. */
bool prg_seasonal_prior_file_is(const char *bytes, size_t n) {
  size_t begin = 0, end;
  for (; begin < n; begin = end + 1) {
    const char *feed = memchr(bytes + begin, '\n', n - begin);
    end = feed == NULL ? n : (size_t)(feed - bytes);
    if (bytes[begin] != '#' && bytes[begin] != '\n' && bytes[begin] != '\r')
      return memmem(bytes + begin, end - begin, "tau", 3) != NULL;
  }
  return false;
}

prg_status prg_seasonal_prior_file_read(const char *file, const char *bytes, size_t n,
                                        prg_seasonal_node_list *out, prg_error *error) {
  prior_rows rows;
  prg_status status = prior_columns_read(&form, file, bytes, n, &rows, error);
  *out = (prg_seasonal_node_list){rows.node, rows.n};
  return status;
}

void prg_seasonal_prior_file_write(const prg_seasonal_node_list *list, const char *origin,
                                   prg_buffer *out) {
  const prior_rows rows = {list->node, list->n, false};
  prior_columns_write(&form, &rows, origin, out);
}
