#include "table/cube_records.h"

#include <stdlib.h>
#include <string.h>

static prg_status grow(cube_records *r, prg_error *error) {
  if (r->cube->n < r->capacity)
    return PRG_OK;
  size_t capacity = r->capacity == 0 ? 64 : 2 * r->capacity;
  uint32_t *grown = realloc(r->member, capacity * r->cube->n_dimensions * sizeof *grown);
  if (grown == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  r->member = grown;
  r->capacity = capacity;
  return PRG_OK;
}

prg_status cube_records_init(cube_records *records, prg_cube *cube, prg_error *error) {
  *records = (cube_records){.cube = cube};
  records->index = calloc(cube->n_dimensions + 1, sizeof *records->index);
  if (records->index == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = cube_make_sparse(cube, error);
  for (size_t d = 0; d < cube->n_dimensions && status == PRG_OK; d++)
    status = cube_index_init(&records->index[d], cube, d, false, error);
  return status == PRG_OK ? grow(records, error) : status;
}

void cube_records_clear(cube_records *records) {
  for (size_t d = 0; records->index != NULL && d < records->cube->n_dimensions; d++)
    cube_index_clear(&records->index[d]);
  free(records->index);
  free(records->member);
  *records = (cube_records){0};
}

prg_status cube_records_set(cube_records *records, size_t dimension, const char *code,
                            const char *label, prg_error *error) {
  prg_cube *cube = records->cube;
  size_t member;
  if (!cube_index_find(&records->index[dimension], code, strlen(code), &member)) {
    member = cube->dimension[dimension].n;
    prg_status status = member > UINT32_MAX / 2
                            ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                            : cube_add_member(cube, dimension, code, label, error);
    if (status == PRG_OK)
      status = cube_index_add(&records->index[dimension], error);
    if (status != PRG_OK)
      return status;
  }
  records->member[cube->n * cube->n_dimensions + dimension] = (uint32_t)member;
  return PRG_OK;
}

prg_status cube_records_add(cube_records *records, double value, prg_observation observation,
                            prg_error *error) {
  prg_status status = cube_add_cell(records->cube, 0, value, observation, error);
  return status == PRG_OK ? grow(records, error) : status;
}

prg_status cube_records_finish(cube_records *records, prg_error *error) {
  prg_cube *cube = records->cube;
  uint64_t combinations;
  if (cube->n > 0 && !cube_combinations(cube, &combinations)) {
    prg_buffer sizes = {0};
    cube_print_sizes(cube, &sizes);
    prg_status status =
        prg_fail(error, PRG_TEXT_CUBE_TOO_LARGE, PRG_ARGS(prg_string(prg_buffer_string(&sizes))));
    prg_buffer_free(&sizes);
    return status;
  }
  for (size_t i = 0; i < cube->n; i++) {
    const uint32_t *member = records->member + i * cube->n_dimensions;
    cube->position[i] = 0;
    for (size_t d = 0; d < cube->n_dimensions; d++)
      cube->position[i] = cube->position[i] * cube->dimension[d].n + member[d];
  }
  return PRG_OK;
}
