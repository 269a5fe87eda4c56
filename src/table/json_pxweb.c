/*
 * What PxWeb's first API answers to "format": "json":
 *
 *   {"columns": [{"code": "Region", "text": "region", "type": "d"}, … "t" (time), "c" (content)],
 *    "data": [{"key": ["0581", "2022"], "values": ["144932"]}, …]}
 */
#include <stdio.h>
#include <string.h>

#include "table/cube_records.h"
#include "table/json_parts.h"

typedef struct reader {
  prg_cube *cube;
  const json_t *columns;
  size_t n_keys, n_contents;
  size_t content; /* the dimension of the contents, if there are several */
  cube_records records;
  char path[48];
} reader;

bool json_pxweb_is(const json_t *root) {
  return json_is_array(json_object_get(root, "columns")) &&
         json_is_array(json_object_get(root, "data"));
}

static const char *column_text(const reader *r, size_t column, const char *name) {
  return json_text(json_object_get(json_array_get(r->columns, column), name));
}

/* The column's text is in front of its code for people; the contents stand after the keys. */
static prg_status add_columns(reader *r, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t i = 0; i < json_array_size(r->columns) && status == PRG_OK; i++) {
    const char *type = column_text(r, i, "type");
    if (*type == 'c') {
      r->n_contents++;
      continue;
    }
    snprintf(r->path, sizeof r->path, "columns[%zu]", i);
    if (*column_text(r, i, "code") == '\0' || r->n_contents > 0)
      return json_fail(r->path, json_array_get(r->columns, i), PRG_TEXT_JSON_COLUMN, error);
    if (*type == 't')
      r->cube->time = r->n_keys;
    status =
        cube_add_dimension(r->cube, column_text(r, i, "code"), column_text(r, i, "text"), error);
    r->n_keys++;
  }
  if (status == PRG_OK && (r->n_contents == 0 || r->n_keys == 0))
    return json_fail("columns", r->columns, PRG_TEXT_JSON_COLUMN, error);
  r->content = r->cube->n_dimensions;
  return status == PRG_OK ? cube_add_dimension(r->cube, "ContentsCode", "", error) : status;
}

static prg_status add_content(reader *r, const json_t *values, size_t k, prg_error *error) {
  double value;
  prg_observation observation;
  const json_t *item = json_array_get(values, k);
  if (item == NULL || !json_cell(item, &value, &observation))
    return json_fail(r->path, item, PRG_TEXT_JSONSTAT_VALUE, error);
  prg_status status =
      cube_records_set(&r->records, r->content, column_text(r, r->n_keys + k, "code"),
                       column_text(r, r->n_keys + k, "text"), error);
  return status == PRG_OK ? cube_records_add(&r->records, value, observation, error) : status;
}

/* Every content of a row is a record of its own, with the same keys. */
static prg_status add_row(reader *r, const json_t *row, prg_error *error) {
  const json_t *key = json_object_get(row, "key"), *values = json_object_get(row, "values");
  if (json_array_size(key) != r->n_keys)
    return json_fail(r->path, key, PRG_TEXT_JSON_KEYS, error);
  if (json_array_size(values) != r->n_contents)
    return json_fail(r->path, values, PRG_TEXT_JSON_VALUES, error);
  prg_status status = PRG_OK;
  for (size_t k = 0; k < r->n_contents && status == PRG_OK; k++) {
    for (size_t d = 0; d < r->n_keys && status == PRG_OK; d++) {
      const char *code = json_text(json_array_get(key, d));
      status = cube_records_set(&r->records, d, code, code, error);
    }
    if (status == PRG_OK)
      status = add_content(r, values, k, error);
  }
  return status;
}

prg_status json_pxweb_read(prg_cube *cube, const json_t *root, prg_error *error) {
  const json_t *data = json_object_get(root, "data");
  const json_t *about = json_array_get(json_object_get(root, "metadata"), 0);
  reader r = {.cube = cube, .columns = json_object_get(root, "columns")};
  cube->format = "PxWeb JSON";
  prg_status status = add_columns(&r, error);
  if (status == PRG_OK)
    status = cube_records_init(&r.records, cube, error);
  for (size_t i = 0; i < json_array_size(data) && status == PRG_OK; i++) {
    snprintf(r.path, sizeof r.path, "data[%zu]", i);
    status = add_row(&r, json_array_get(data, i), error);
  }
  if (status == PRG_OK && cube->n == 0)
    status = json_fail("data", data, PRG_TEXT_JSON_KEYS, error);
  if (status == PRG_OK)
    status = cube_records_finish(&r.records, error);
  cube_records_clear(&r.records);
  const char *label = json_text(json_object_get(about, "label"));
  const char *source = json_text(json_object_get(about, "source"));
  const char *updated = json_text(json_object_get(about, "updated"));
  cube->title = cube_add_text(cube, label, strlen(label));
  cube->source = cube_add_text(cube, source, strlen(source));
  cube->updated = cube_add_text(cube, updated, strlen(updated));
  return status;
}
