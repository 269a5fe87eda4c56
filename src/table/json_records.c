/*
 * Answers that are made of records: objects that hold a value and, themselves or around them, its
 * period. Every other text or number of a record, and of the records around it, is a dimension.
 *
 *   Kolada v2     {"values": [{"kpi": "N00945", "municipality": "0581", "period": 2022,
 *                              "values": [{"gender": "T", "value": 12.4, "status": ""}]}]}
 *   Kolada v3     the same, or all in one object
 *   Skolverket    {"body": {"studentsPerTeacherQuota": [{"value": "3,6", "valueType": "EXISTS",
 *                                                         "timePeriod": "2025/26"}, …], …}}
 *
 * Where the records stand under several names, the name is a dimension too. A member is inherited
 * from an object in a list only: what stands around the lists is about the answer, not the value.
 */
#include <stdio.h>
#include <string.h>

#include <prognos/number.h>

#include "table/cube_records.h"
#include "table/json_parts.h"

#define PATH_ID "path"

/* Where the walk is: an object, the name or the list under which it stands, what is around it. */
typedef struct frame {
  const struct frame *around;
  const json_t *object;
  const char *name; /* NULL: an element of a list */
} frame;

typedef struct walker {
  prg_cube *cube;
  const char *field[CUBE_DIMENSIONS]; /* the name of each dimension in the records; NULL: none */
  cube_records records;
  bool filling;      /* the second pass */
  size_t n;          /* records met */
  prg_buffer prefix; /* what the paths of all records have in common */
  bool several;      /* paths */
  bool has_kpi;
  size_t unknown;
  char first_unknown[64];
  prg_error *error;
} walker;

static const char *const period_names[] = {"period", "timePeriod", "year", "år",
                                           "tid",    "time",       "date"};
static const char *const status_names[] = {"status", "valueType"};
static const char *const value_names[] = {"value", "värde"};
static const char *const ignored[] = {"count", "isdeleted"};

#define IN(list, name) is_in(list, sizeof list / sizeof *(list), name)
#define FIRST_OF(object, list) first_of(object, list, sizeof list / sizeof *(list))

static bool is_in(const char *const *list, size_t n, const char *name) {
  for (size_t i = 0; i < n; i++)
    if (strcmp(list[i], name) == 0)
      return true;
  return false;
}

static bool is_scalar(const json_t *value) {
  return json_is_string(value) || json_is_number(value);
}

static const json_t *first_of(const json_t *object, const char *const *list, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const json_t *found = json_object_get(object, list[i]);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* True of an object whose texts and numbers count for the record: itself, or one in a list. */
static bool counts(const frame *at, const frame *record) {
  return at == record || (at->name == NULL && at->around != NULL && at->around->object == NULL);
}

static const json_t *period_of(const frame *at) {
  for (; at != NULL; at = at->around) {
    const json_t *period = FIRST_OF(at->object, period_names);
    if (is_scalar(period))
      return period;
  }
  return NULL;
}

/* A value that is no object or list, with a period. */
static bool is_record(const frame *at) {
  const json_t *value = FIRST_OF(at->object, value_names);
  return value != NULL && !json_is_object(value) && !json_is_array(value) && period_of(at) != NULL;
}

/* The text of a member: a number as it is written. */
static const char *scalar_text(const json_t *value, char number[PRG_NUMBER_BYTES]) {
  if (json_is_string(value))
    return json_string_value(value);
  prg_number_shortest(number, json_number_value(value));
  return number;
}

/* "body.studentsPerTeacherQuota": the names on the way to the record. */
static void add_path(const frame *at, prg_buffer *path) {
  if (at == NULL)
    return;
  add_path(at->around, path);
  if (at->name != NULL)
    prg_buffer_printf(path, path->length == 0 ? "%s" : ".%s", at->name);
}

/* --- the first pass: which dimensions there are --- */

static void shorten_prefix(walker *w, const char *path) {
  const char *prefix = prg_buffer_string(&w->prefix);
  size_t same = 0, end = 0;
  while (prefix[same] != '\0' && prefix[same] == path[same])
    same++;
  if (prefix[same] == path[same])
    return; /* the same path */
  w->several = true;
  for (size_t i = 0; i < same; i++)
    end = prefix[i] == '.' ? i + 1 : end;
  w->prefix.length = end;
  if (w->prefix.data != NULL)
    w->prefix.data[end] = '\0';
}

static void meet_path(walker *w, const frame *at) {
  prg_buffer path = {0};
  add_path(at, &path);
  if (w->n == 0)
    prg_buffer_add_n(&w->prefix, prg_buffer_string(&path), path.length);
  else
    shorten_prefix(w, prg_buffer_string(&path));
  prg_buffer_free(&path);
}

static bool is_field(const char *name, const json_t *value) {
  return is_scalar(value) && !IN(period_names, name) && !IN(status_names, name) &&
         !IN(value_names, name) && !IN(ignored, name);
}

static bool is_met(const walker *w, const char *name) {
  for (size_t d = 0; d < w->cube->n_dimensions; d++)
    if (strcmp(w->field[d], name) == 0)
      return true;
  return false;
}

static prg_status meet_fields(walker *w, const frame *at, const frame *record) {
  const char *name;
  json_t *value;
  if (at == NULL)
    return PRG_OK;
  prg_status status = meet_fields(w, at->around, record);
  if (!counts(at, record))
    return status;
  json_object_foreach((json_t *)at->object, name, value) {
    w->has_kpi = w->has_kpi || strcmp(name, "kpi") == 0;
    if (status == PRG_OK && is_field(name, value) && *name != '\0' && !is_met(w, name)) {
      status = cube_add_dimension(w->cube, name, "", w->error);
      if (status == PRG_OK)
        w->field[w->cube->n_dimensions - 1] = name;
    }
  }
  return status;
}

static prg_status meet(walker *w, const frame *at) {
  meet_path(w, at);
  w->n++;
  return w->prefix.failed ? prg_fail(w->error, PRG_TEXT_NO_MEMORY, NULL) : meet_fields(w, at, at);
}

/* --- the second pass: the members and values --- */

/* Kolada's letters. */
static const char *label_of(const char *name, const char *code) {
  static const char *const gender[][2] = {{"T", "totalt"}, {"K", "kvinnor"}, {"M", "män"}};
  for (size_t i = 0; strcmp(name, "gender") == 0 && i < 3; i++)
    if (strcmp(code, gender[i][0]) == 0)
      return gender[i][1];
  return code;
}

static prg_status set_path(walker *w, const frame *at, size_t dimension) {
  prg_buffer path = {0};
  add_path(at, &path);
  const char *rest = prg_buffer_string(&path) + w->prefix.length;
  prg_status status =
      cube_records_set(&w->records, dimension, *rest == '\0' ? "." : rest, rest, w->error);
  prg_buffer_free(&path);
  return status;
}

/* The innermost object that has the member counts; "–" if none has it. */
static prg_status set_field(walker *w, const frame *record, size_t dimension) {
  char number[PRG_NUMBER_BYTES];
  const char *code = "", *name = w->field[dimension];
  for (const frame *at = record; at != NULL && *code == '\0'; at = at->around) {
    const json_t *value = counts(at, record) ? json_object_get(at->object, name) : NULL;
    if (is_scalar(value))
      code = scalar_text(value, number);
  }
  if (strspn(code, " \t\r\n") == strlen(code))
    code = "–";
  return cube_records_set(&w->records, dimension, code, label_of(name, code), w->error);
}

static prg_status set_members(walker *w, const frame *at) {
  char number[PRG_NUMBER_BYTES];
  prg_status status = PRG_OK;
  for (size_t d = 0; d < w->cube->n_dimensions && status == PRG_OK; d++) {
    if (d == w->cube->time) {
      const char *period = scalar_text(period_of(at), number);
      status = cube_records_set(&w->records, d, period, period, w->error);
    } else if (w->several && d == 0) {
      status = set_path(w, at, d);
    } else {
      status = set_field(w, at, d);
    }
  }
  return status;
}

static prg_status fail_record(const walker *w, const frame *at, prg_text text,
                              const prg_argument *arguments) {
  prg_buffer path = {0};
  add_path(at, &path);
  prg_buffer_printf(&path, " (%zu)", w->n);
  prg_status status =
      arguments == NULL
          ? json_fail(prg_buffer_string(&path), FIRST_OF(at->object, value_names), text, w->error)
          : prg_fail(w->error, text, PRG_ARGS(prg_string(prg_buffer_string(&path)), arguments[0]));
  prg_buffer_free(&path);
  return status;
}

static prg_status fill(walker *w, const frame *at) {
  double value;
  prg_observation observation;
  w->n++;
  if (!json_cell(FIRST_OF(at->object, value_names), &value, &observation))
    return fail_record(w, at, PRG_TEXT_JSONSTAT_VALUE, NULL);
  const char *said = json_text(FIRST_OF(at->object, status_names));
  json_status_result result =
      *said == '\0' ? JSON_STATUS_KNOWN : json_status_apply(said, &value, &observation);
  if (result == JSON_STATUS_CONTRADICTS)
    return fail_record(w, at, PRG_TEXT_JSON_STATUS_CONTRADICTS, PRG_ARGS(prg_string(said)));
  if (result == JSON_STATUS_UNKNOWN && w->unknown++ == 0)
    memcpy(w->first_unknown, said, strnlen(said, sizeof w->first_unknown - 1));
  prg_status status = set_members(w, at);
  return status == PRG_OK ? cube_records_add(&w->records, value, observation, w->error) : status;
}

/* --- the walk --- */

static prg_status walk(walker *w, const json_t *value, const char *name, const frame *around) {
  frame at = {around, value, name};
  prg_status status = PRG_OK;
  const char *key;
  json_t *item;
  if (json_is_array(value)) {
    frame list = {around, NULL, name};
    for (size_t i = 0; i < json_array_size(value) && status == PRG_OK; i++)
      status = walk(w, json_array_get(value, i), NULL, &list);
  }
  if (!json_is_object(value))
    return status;
  if (is_record(&at))
    return w->filling ? fill(w, &at) : meet(w, &at);
  json_object_foreach((json_t *)value, key, item) {
    if (status == PRG_OK)
      status = walk(w, item, key, &at);
  }
  return status;
}

static prg_status walk_twice(walker *w, const json_t *root) {
  prg_status status = walk(w, root, NULL, NULL);
  if (status == PRG_OK && w->n == 0)
    return prg_fail(w->error, PRG_TEXT_JSON_UNKNOWN, NULL);
  if (status == PRG_OK && w->several) { /* the paths come first */
    status = cube_add_dimension(w->cube, PATH_ID, "", w->error);
    for (size_t d = w->cube->n_dimensions; d-- > 1 && status == PRG_OK;) {
      prg_dimension moved = w->cube->dimension[d];
      w->cube->dimension[d] = w->cube->dimension[d - 1];
      w->cube->dimension[d - 1] = moved;
      w->field[d] = w->field[d - 1];
    }
  }
  w->cube->time = w->cube->n_dimensions;
  if (status == PRG_OK)
    status = cube_add_dimension(w->cube, "period", "", w->error);
  if (status == PRG_OK)
    status = cube_records_init(&w->records, w->cube, w->error);
  w->filling = true;
  w->n = 0;
  if (status == PRG_OK)
    status = walk(w, root, NULL, NULL);
  return status == PRG_OK ? cube_records_finish(&w->records, w->error) : status;
}

static void note_pages(prg_cube *cube, const json_t *root) {
  static const char *const names[] = {"next_url", "next", "next_page"};
  const char *next = json_text(FIRST_OF(root, names));
  if (*next != '\0')
    prg_notes_add(&cube->notes, PRG_TEXT_JSON_MORE_PAGES, PRG_ARGS(prg_string(next)));
}

prg_status json_records_read(prg_cube *cube, const json_t *root, prg_error *error) {
  walker w = {.cube = cube, .error = error};
  prg_status status = walk_twice(&w, root);
  cube->format = w.has_kpi ? "Kolada JSON" : "JSON";
  if (w.unknown > 0)
    prg_notes_add(&cube->notes, PRG_TEXT_CUBE_STATUS_UNKNOWN,
                  PRG_ARGS(prg_integer((long long)w.unknown), prg_string(w.first_unknown)));
  note_pages(cube, root);
  cube_records_clear(&w.records);
  prg_buffer_free(&w.prefix);
  return status;
}
