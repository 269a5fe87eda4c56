/*
 * JSON-stat (json-stat.org/full): a dataset has dimensions under "dimension", their order and sizes
 * in "id" and "size" (version 1 keeps these inside "dimension"), values row by row, and may have a
 * status for each. A bundle (version 1) or a collection (version 2) holds several.
 */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/cube_parts.h"
#include "table/json_parts.h"

typedef struct reader {
  prg_cube *cube;
  const json_t *dataset, *dimension;
  prg_buffer path; /* of what is being read, for errors */
  size_t unknown;  /* statuses that are not known */
  const char *first_unknown;
} reader;

static prg_status fail_at_path(reader *r, const json_t *found, prg_text expected,
                               prg_error *error) {
  return json_fail(prg_buffer_string(&r->path), found, expected, error);
}

#define PATH(reader, ...)                                                                          \
  (prg_buffer_clear(&(reader)->path), prg_buffer_printf(&(reader)->path, __VA_ARGS__))

/* --- which dataset --- */

static bool is_dataset(const json_t *object) {
  return json_is_object(json_object_get(object, "dimension")) &&
         json_object_get(object, "value") != NULL;
}

typedef struct named_dataset {
  const json_t *dataset;
  const char *name;
} named_dataset;

static bool is_class(const json_t *object, const char *class) {
  return strcmp(json_text(json_object_get(object, "class")), class) == 0;
}

bool jsonstat_is(const json_t *root) {
  const char *key;
  json_t *value;
  if (is_dataset(root) || is_class(root, "dataset") || is_class(root, "collection") ||
      is_class(root, "dimension"))
    return true;
  json_object_foreach((json_t *)root, key, value) {
    if (is_dataset(value))
      return true;
  }
  return false;
}

static void add_dataset(named_dataset *found, size_t *n, const json_t *object, const char *name) {
  if (is_dataset(object))
    found[(*n)++] = (named_dataset){object, name};
}

/* The root itself, the items of a collection, and the members of a bundle. NULL without memory. */
static named_dataset *find_datasets(const json_t *root, size_t *n) {
  const json_t *items = json_object_get(json_object_get(root, "link"), "item");
  const char *key;
  json_t *value;
  named_dataset *found = calloc(1 + json_array_size(items) + json_object_size(root), sizeof *found);
  *n = 0;
  if (found == NULL)
    return NULL;
  add_dataset(found, n, root, json_text(json_object_get(root, "label")));
  for (size_t i = 0; i < json_array_size(items); i++)
    add_dataset(found, n, json_array_get(items, i),
                json_text(json_object_get(json_array_get(items, i), "label")));
  json_object_foreach((json_t *)root, key, value) {
    add_dataset(found, n, value, key);
  }
  return found;
}

static prg_status choose_named(reader *r, const named_dataset *found, size_t n, const char *wanted,
                               prg_error *error) {
  prg_buffer names = {0};
  size_t k = 0;
  for (size_t i = 0; i < n && names.length < PRG_ARGUMENT_BYTES; i++)
    prg_buffer_printf(&names, i == 0 ? "%s" : ", %s", found[i].name);
  while (wanted != NULL && k < n && strcmp(found[k].name, wanted) != 0)
    k++;
  prg_status status = PRG_OK;
  if (n == 0)
    status = prg_fail(error, PRG_TEXT_JSONSTAT_NO_DATASET, NULL);
  else if (k == n)
    status = prg_fail(error, PRG_TEXT_JSONSTAT_DATASET_UNKNOWN,
                      PRG_ARGS(prg_string(wanted), prg_string(prg_buffer_string(&names))));
  else
    r->dataset = found[k].dataset;
  if (status == PRG_OK && n > 1)
    prg_notes_add(&r->cube->notes, PRG_TEXT_JSONSTAT_SEVERAL,
                  PRG_ARGS(prg_integer((long long)n), prg_string(prg_buffer_string(&names)),
                           prg_string(found[k].name)));
  prg_buffer_free(&names);
  return status;
}

/* The one that is asked for, else the first, with a note if there are others. */
static prg_status choose_dataset(reader *r, const json_t *root, const char *wanted,
                                 prg_error *error) {
  size_t n;
  named_dataset *found = find_datasets(root, &n);
  prg_status status = found == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                                    : choose_named(r, found, n, wanted, error);
  free(found);
  return status;
}

/* --- dimensions --- */

/* Version 1 has id, size and role inside dimension. */
static const json_t *member_of(const reader *r, const char *name) {
  const json_t *found = json_object_get(r->dataset, name);
  return found != NULL ? found : json_object_get(r->dimension, name);
}

/* A whole number from 0 to `end` - 1; also as a string, as some write it. */
static bool whole_number(const json_t *value, double end, size_t *number) {
  double x = json_is_number(value) ? json_number_value(value) : -1;
  if (json_is_string(value)) {
    char *rest;
    const char *text = json_string_value(value);
    unsigned long long parsed = strspn(text, "0123456789") == strlen(text) && *text != '\0'
                                    ? strtoull(text, &rest, 10)
                                    : ULLONG_MAX;
    x = (double)parsed;
  }
  if (!(x >= 0 && x < end && x == floor(x)))
    return false;
  *number = (size_t)x;
  return true;
}

/* The codes in their order, from {"code": position}; shape (n). */
static prg_status order_codes(reader *r, const json_t *index, const char **codes,
                              prg_error *error) {
  size_t n = json_object_size(index), at;
  const char *code;
  json_t *position;
  json_object_foreach((json_t *)index, code, position) {
    if (!whole_number(position, (double)n, &at) || codes[at] != NULL)
      return fail_at_path(r, position, PRG_TEXT_JSONSTAT_POSITION, error);
    codes[at] = code;
  }
  return PRG_OK;
}

static prg_status add_code(reader *r, size_t d, const json_t *category, const char *code,
                           prg_error *error) {
  const char *label = json_text(json_object_get(json_object_get(category, "label"), code));
  const json_t *unit = json_object_get(json_object_get(category, "unit"), code);
  static const char *const names[] = {"label", "base", "symbol"};
  prg_status status = cube_add_member(r->cube, d, code, label, error);
  prg_dimension *dimension = &r->cube->dimension[d];
  for (size_t i = 0; status == PRG_OK && i < sizeof names / sizeof *names; i++) {
    const char *text = json_text(json_object_get(unit, names[i]));
    prg_member *member = &dimension->member[dimension->n - 1];
    if (member->unit == 0)
      member->unit = cube_add_text(r->cube, text, strlen(text));
  }
  return status;
}

static prg_status add_ordered(reader *r, size_t d, const json_t *category, const json_t *index,
                              prg_error *error) {
  const char **codes = calloc(json_object_size(index) + 1, sizeof *codes);
  if (codes == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = order_codes(r, index, codes, error);
  for (size_t i = 0; i < json_object_size(index) && status == PRG_OK; i++)
    status = add_code(r, d, category, codes[i], error);
  free(codes);
  return status;
}

/* index: a list of codes, or {"code": position}; a single member may have a label alone. */
static prg_status add_members(reader *r, size_t d, const json_t *category, prg_error *error) {
  const json_t *index = json_object_get(category, "index");
  const json_t *label = json_object_get(category, "label");
  prg_status status = PRG_OK;
  if (json_is_object(index))
    return add_ordered(r, d, category, index, error);
  if (index == NULL && json_object_size(label) == 1)
    return add_code(r, d, category, json_object_iter_key(json_object_iter((json_t *)label)), error);
  if (!json_is_array(index))
    return fail_at_path(r, index, PRG_TEXT_JSONSTAT_INDEX, error);
  for (size_t i = 0; i < json_array_size(index) && status == PRG_OK; i++) {
    const json_t *code = json_array_get(index, i);
    status = json_is_string(code) ? add_code(r, d, category, json_string_value(code), error)
                                  : fail_at_path(r, code, PRG_TEXT_JSONSTAT_INDEX, error);
  }
  return status;
}

static prg_status add_dimension(reader *r, const char *id, prg_error *error) {
  size_t d = r->cube->n_dimensions;
  PATH(r, "dimension.%s", id);
  const json_t *dimension = json_object_get(r->dimension, id);
  if (!json_is_object(dimension))
    return fail_at_path(r, dimension, PRG_TEXT_JSON_OBJECT, error);
  if (cube_find_dimension(r->cube, id) != NO_DIMENSION)
    return fail_at_path(r, dimension, PRG_TEXT_JSONSTAT_ONCE, error);
  prg_status status =
      cube_add_dimension(r->cube, id, json_text(json_object_get(dimension, "label")), error);
  prg_buffer_printf(&r->path, ".category.index");
  return status == PRG_OK ? add_members(r, d, json_object_get(dimension, "category"), error)
                          : status;
}

static prg_status check_size(reader *r, size_t d, const json_t *size, prg_error *error) {
  size_t n;
  PATH(r, "size[%zu]", d);
  if (!whole_number(size, 9e15, &n) || n == 0)
    return fail_at_path(r, size, PRG_TEXT_JSONSTAT_SIZE, error);
  const prg_dimension *of = &r->cube->dimension[d];
  if (n == of->n)
    return PRG_OK;
  return prg_fail(error, PRG_TEXT_JSONSTAT_SIZE_WRONG,
                  PRG_ARGS(prg_string(prg_buffer_string(&r->path)), prg_integer((long long)n),
                           prg_string(prg_cube_text(r->cube, of->id)),
                           prg_integer((long long)of->n)));
}

static prg_status add_dimensions(reader *r, prg_error *error) {
  const json_t *ids = member_of(r, "id"), *sizes = member_of(r, "size");
  prg_status status = PRG_OK;
  PATH(r, "id");
  if (!json_is_array(ids) || json_array_size(ids) == 0)
    return fail_at_path(r, ids, PRG_TEXT_JSONSTAT_IDS, error);
  PATH(r, "size");
  if (!json_is_array(sizes) || json_array_size(sizes) != json_array_size(ids))
    return fail_at_path(r, sizes, PRG_TEXT_JSONSTAT_SIZES, error);
  for (size_t d = 0; d < json_array_size(ids) && status == PRG_OK; d++) {
    PATH(r, "id[%zu]", d);
    const json_t *id = json_array_get(ids, d);
    if (!json_is_string(id))
      return fail_at_path(r, id, PRG_TEXT_JSONSTAT_IDS, error);
    status = add_dimension(r, json_string_value(id), error);
    if (status == PRG_OK)
      status = check_size(r, d, json_array_get(sizes, d), error);
  }
  return status;
}

static void set_roles(reader *r) {
  const json_t *times = json_object_get(member_of(r, "role"), "time");
  const char *time = json_text(json_is_array(times) ? json_array_get(times, 0) : times);
  r->cube->time = *time == '\0' ? NO_DIMENSION : cube_find_dimension(r->cube, time);
}

/* --- values --- */

static prg_status set_status(reader *r, const char *status, double *value,
                             prg_observation *observation, prg_error *error) {
  json_status_result result = json_status_apply(status, value, observation);
  if (result == JSON_STATUS_UNKNOWN && r->unknown++ == 0)
    r->first_unknown = status;
  if (result != JSON_STATUS_CONTRADICTS)
    return PRG_OK;
  return prg_fail(error, PRG_TEXT_JSON_STATUS_CONTRADICTS,
                  PRG_ARGS(prg_string(prg_buffer_string(&r->path)), prg_string(status)));
}

/* `status` is the cell's own, NULL if it has none. */
static prg_status add_value(reader *r, size_t position, const json_t *item, const json_t *status,
                            prg_error *error) {
  double value;
  prg_observation observation;
  bool good = json_cell(item, &value, &observation);
  prg_status result = PRG_OK;
  if (!good || json_is_string(status)) {
    PATH(r, "value[%zu]", position);
    result = good ? set_status(r, json_string_value(status), &value, &observation, error)
                  : fail_at_path(r, item, PRG_TEXT_JSONSTAT_VALUE, error);
  }
  return result == PRG_OK ? cube_add_cell(r->cube, position, value, observation, error) : result;
}

/* One status for all, a list, or by position; one in a list is for all. */
static const json_t *status_of(const json_t *status, size_t position) {
  char key[24];
  if (json_is_array(status))
    return json_array_get(status, json_array_size(status) == 1 ? 0 : position);
  if (!json_is_object(status))
    return status;
  if (json_object_size(status) == 0)
    return NULL;
  snprintf(key, sizeof key, "%zu", position);
  return json_object_get(status, key);
}

static prg_status fail_values(reader *r, size_t found, uint64_t expected, prg_error *error) {
  prg_buffer sizes = {0};
  cube_print_sizes(r->cube, &sizes);
  prg_status status =
      prg_fail(error, PRG_TEXT_JSONSTAT_COUNT,
               PRG_ARGS(prg_integer((long long)found), prg_integer((long long)expected),
                        prg_string(prg_buffer_string(&sizes))));
  prg_buffer_free(&sizes);
  return status;
}

static prg_status add_list(reader *r, const json_t *values, const json_t *status,
                           uint64_t combinations, prg_error *error) {
  size_t n = json_array_size(values);
  if (n != combinations)
    return fail_values(r, n, combinations, error);
  prg_status result = cube_reserve(r->cube, n, error);
  for (size_t i = 0; i < n && result == PRG_OK; i++)
    result = add_value(r, i, json_array_get(values, i), status_of(status, i), error);
  return result;
}

static prg_status position_of(reader *r, const char *key, uint64_t combinations, size_t *position,
                              prg_error *error) {
  char printed[24];
  char *end;
  *position = strtoul(key, &end, 10);
  snprintf(printed, sizeof printed, "%zu", *position);
  if (strcmp(printed, key) == 0 && *position < combinations)
    return PRG_OK;
  PATH(r, "value");
  return prg_fail(error, PRG_TEXT_JSONSTAT_KEY,
                  PRG_ARGS(prg_string(key), prg_integer((long long)combinations - 1)));
}

/* {"position": value}, and the statuses of positions without a value. */
static prg_status add_sparse(reader *r, const json_t *values, const json_t *status,
                             uint64_t combinations, prg_error *error) {
  const char *key;
  json_t *item;
  size_t position;
  prg_status result = cube_make_sparse(r->cube, error);
  json_object_foreach((json_t *)values, key, item) {
    const json_t *own = json_is_object(status) ? json_object_get(status, key) : NULL;
    if (result == PRG_OK)
      result = position_of(r, key, combinations, &position, error);
    if (result == PRG_OK)
      result = add_value(r, position, item,
                         json_is_object(status) ? own : status_of(status, position), error);
  }
  json_object_foreach((json_t *)status, key, item) {
    if (json_object_get(values, key) != NULL)
      continue;
    if (result == PRG_OK)
      result = position_of(r, key, combinations, &position, error);
    json_t *nothing = json_null();
    if (result == PRG_OK)
      result = add_value(r, position, nothing, item, error);
  }
  return result;
}

static prg_status add_values(reader *r, prg_error *error) {
  const json_t *values = json_object_get(r->dataset, "value");
  const json_t *status = json_object_get(r->dataset, "status");
  uint64_t combinations;
  PATH(r, "value");
  if (!cube_combinations(r->cube, &combinations))
    return prg_fail(error, PRG_TEXT_CUBE_TOO_LARGE, PRG_ARGS(prg_string("size")));
  if (json_is_array(values))
    return add_list(r, values, status, combinations, error);
  if (json_is_object(values))
    return add_sparse(r, values, status, combinations, error);
  return fail_at_path(r, values, PRG_TEXT_JSONSTAT_VALUES, error);
}

static size_t add_text_of(const reader *r, const char *name) {
  const char *text = json_text(json_object_get(r->dataset, name));
  return cube_add_text(r->cube, text, strlen(text));
}

static prg_status read_dataset(reader *r, prg_error *error) {
  r->dimension = json_object_get(r->dataset, "dimension");
  prg_status status = add_dimensions(r, error);
  if (status != PRG_OK)
    return status;
  set_roles(r);
  r->cube->title = add_text_of(r, "label");
  r->cube->source = add_text_of(r, "source");
  r->cube->updated = add_text_of(r, "updated");
  status = add_values(r, error);
  if (r->unknown > 0)
    prg_notes_add(&r->cube->notes, PRG_TEXT_CUBE_STATUS_UNKNOWN,
                  PRG_ARGS(prg_integer((long long)r->unknown), prg_string(r->first_unknown)));
  return status;
}

prg_status jsonstat_read(prg_cube *cube, const json_t *root, const prg_cube_options *options,
                         prg_error *error) {
  reader r = {.cube = cube};
  prg_status status = choose_dataset(&r, root, options->dataset, error);
  if (status == PRG_OK) {
    bool second = *json_text(json_object_get(r.dataset, "version")) == '2' ||
                  *json_text(json_object_get(root, "version")) == '2' ||
                  json_object_get(r.dataset, "id") != NULL;
    cube->format = second ? "JSON-stat 2" : "JSON-stat 1";
    status = read_dataset(&r, error);
  }
  prg_buffer_free(&r.path);
  return status;
}
