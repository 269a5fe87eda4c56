#include <prognos/cube.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "table/cube_parts.h"
#include "table/cube_time.h"
#include "table/fold.h"
#include "table/json_read.h"
#include "table/px_read.h"

void prg_cube_clear(prg_cube *cube) {
  if (cube == NULL)
    return;
  for (size_t d = 0; d < cube->n_dimensions; d++)
    free(cube->dimension[d].member);
  free(cube->dimension);
  free(cube->period);
  free(cube->position);
  free(cube->value);
  free(cube->observation);
  prg_buffer_free(&cube->text);
  *cube = (prg_cube){0};
}

const char *prg_cube_text(const prg_cube *cube, size_t offset) {
  return offset == 0 ? "" : cube->text.data + offset;
}

/* --- filling --- */

size_t cube_add_text(prg_cube *cube, const char *text, size_t n) {
  trim_blanks(&text, &n);
  if (n == 0)
    return 0;
  if (cube->text.length == 0)
    prg_buffer_add_n(&cube->text, "", 1); /* offset 0 is "" */
  size_t offset = cube->text.length;
  prg_buffer_add_n(&cube->text, text, n);
  prg_buffer_add_n(&cube->text, "", 1);
  if (cube->text.failed)
    return 0;
  for (char *c = cube->text.data + offset; *c != '\0'; c++)
    if ((unsigned char)*c < ' ')
      *c = ' ';
  return offset;
}

prg_status cube_add_dimension(prg_cube *cube, const char *id, const char *label, prg_error *error) {
  if (cube->n_dimensions == CUBE_DIMENSIONS)
    return prg_fail(error, PRG_TEXT_CUBE_DIMENSIONS_MANY, PRG_ARGS(prg_integer(CUBE_DIMENSIONS)));
  if (cube->dimension == NULL)
    cube->dimension = calloc(CUBE_DIMENSIONS, sizeof *cube->dimension);
  if (cube->dimension == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_dimension *added = &cube->dimension[cube->n_dimensions++];
  added->id = cube_add_text(cube, id, strlen(id));
  added->label = cube_add_text(cube, label, strlen(label));
  if (added->label == 0)
    added->label = added->id;
  if (added->id == 0)
    added->id = added->label;
  return cube->text.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

prg_status cube_add_member(prg_cube *cube, size_t dimension, const char *code, const char *label,
                           prg_error *error) {
  prg_dimension *d = &cube->dimension[dimension];
  if (d->n == d->capacity) {
    size_t capacity = d->capacity == 0 ? 8 : 2 * d->capacity;
    prg_member *grown = realloc(d->member, capacity * sizeof *grown);
    if (grown == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    d->member = grown;
    d->capacity = capacity;
  }
  prg_member member = {.code = cube_add_text(cube, code, strlen(code)),
                       .label = cube_add_text(cube, label, strlen(label))};
  if (cube->text.failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (member.code == 0 && member.label == 0)
    return prg_fail(
        error, PRG_TEXT_CUBE_MEMBER_UNNAMED,
        PRG_ARGS(prg_integer((long long)d->n + 1), prg_string(prg_cube_text(cube, d->label))));
  if (member.label == 0)
    member.label = member.code;
  if (member.code == 0)
    member.code = member.label;
  d->member[d->n++] = member;
  return PRG_OK;
}

bool cube_combinations(const prg_cube *cube, uint64_t *combinations) {
  *combinations = 1;
  for (size_t d = 0; d < cube->n_dimensions; d++)
    if (__builtin_mul_overflow(*combinations, cube->dimension[d].n, combinations))
      return false;
  return *combinations > 0 && *combinations <= INT64_MAX;
}

prg_status cube_reserve(prg_cube *cube, size_t n, prg_error *error) {
  if (n <= cube->capacity)
    return PRG_OK;
  double *value = realloc(cube->value, n * sizeof *value);
  cube->value = value == NULL ? cube->value : value;
  uint8_t *observation = realloc(cube->observation, n * sizeof *observation);
  cube->observation = observation == NULL ? cube->observation : observation;
  uint64_t *position = NULL;
  if (cube->position != NULL) {
    position = realloc(cube->position, n * sizeof *position);
    cube->position = position == NULL ? cube->position : position;
  }
  if (value == NULL || observation == NULL || (cube->position != NULL && position == NULL))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  cube->capacity = n;
  return PRG_OK;
}

prg_status cube_make_sparse(prg_cube *cube, prg_error *error) {
  cube->position = malloc((cube->capacity + 1) * sizeof *cube->position);
  return cube->position == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

prg_status cube_add_cell(prg_cube *cube, uint64_t position, double value,
                         prg_observation observation, prg_error *error) {
  if (cube->n == cube->capacity) {
    prg_status status = cube_reserve(cube, cube->n == 0 ? 64 : 2 * cube->n, error);
    if (status != PRG_OK)
      return status;
  }
  if (cube->position != NULL)
    cube->position[cube->n] = position;
  cube->value[cube->n] = value;
  cube->observation[cube->n++] = (uint8_t)observation;
  return PRG_OK;
}

/* --- looking --- */

size_t cube_find_dimension(const prg_cube *cube, const char *name) {
  for (size_t d = 0; d < cube->n_dimensions; d++) {
    const char *id = prg_cube_text(cube, cube->dimension[d].id);
    const char *label = prg_cube_text(cube, cube->dimension[d].label);
    if (fold_same(id, strlen(id), name, strlen(name)) ||
        fold_same(label, strlen(label), name, strlen(name)))
      return d;
  }
  return NO_DIMENSION;
}

void cube_print_sizes(const prg_cube *cube, prg_buffer *out) {
  for (size_t d = 0; d < cube->n_dimensions; d++)
    prg_buffer_printf(out, d == 0 ? "%zu" : " × %zu", cube->dimension[d].n);
}

void cube_print_dimensions(const prg_cube *cube, prg_buffer *out) {
  for (size_t d = 0; d < cube->n_dimensions; d++)
    prg_buffer_printf(out, d == 0 ? "%s" : ", %s", prg_cube_text(cube, cube->dimension[d].label));
}

/* --- reading --- */

static const char *past_blanks(const char *bytes, size_t n) {
  const char *end = bytes + n;
  if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
    bytes += 3;
  while (bytes < end && (*bytes == ' ' || *bytes == '\t' || *bytes == '\r' || *bytes == '\n'))
    bytes++;
  return bytes;
}

static bool is_json(const char *bytes, size_t n) {
  const char *first = past_blanks(bytes, n);
  return first < bytes + n && (*first == '{' || *first == '[');
}

bool prg_cube_is(const char *bytes, size_t n) {
  const char *first = past_blanks(bytes, n);
  return is_json(bytes, n) || px_is(first, n - (size_t)(first - bytes));
}

/* Adds the file's name to an error, which has its line and column. */
static prg_status named(const char *file, prg_status status, prg_error *error) {
  if (status != PRG_OK && error != NULL) {
    prg_error placed = *error;
    prg_fail_at(error, file, placed.line, placed.column, placed.message.text,
                placed.message.argument);
  }
  return status;
}

prg_status prg_cube_read(prg_cube *cube, const char *file, const char *bytes, size_t n,
                         const prg_cube_options *options, prg_error *error) {
  static const prg_cube_options defaults = {0};
  *cube = (prg_cube){.time = NO_DIMENSION, .part = NO_DIMENSION};
  if (options == NULL)
    options = &defaults;
  prg_status status = is_json(bytes, n) ? json_read(cube, bytes, n, options, error)
                                        : px_read(cube, bytes, n, options, error);
  if (status == PRG_OK && cube->text.failed)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK)
    status = cube_find_time(cube, options->time, error);
  return named(file, status, error);
}
