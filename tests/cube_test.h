/* Cubes in tests: read from a text, and printed so that a test can show what it expects. */
#ifndef PROGNOS_CUBE_TEST_H
#define PROGNOS_CUBE_TEST_H

#include "test.h"

#include <prognos/cube.h>
#include <prognos/number.h>

/* "region=REGION: Riket=00, Stockholm=01" for each dimension: label=id and label=code. */
static inline void cube_print_members(const prg_cube *cube, prg_buffer *out) {
  for (size_t d = 0; d < cube->n_dimensions; d++) {
    const prg_dimension *dimension = &cube->dimension[d];
    prg_buffer_printf(out, "%s=%s:", prg_cube_text(cube, dimension->label),
                      prg_cube_text(cube, dimension->id));
    for (size_t i = 0; i < dimension->n; i++)
      prg_buffer_printf(out, "%s %s=%s", i == 0 ? "" : ",",
                        prg_cube_text(cube, dimension->member[i].label),
                        prg_cube_text(cube, dimension->member[i].code));
    prg_buffer_add(out, "\n");
  }
}

/* The periods, then each cell that is given: "17:" before it if the cube is sparse, and its status
 * behind it if it has one. */
static inline void cube_print_cells(const prg_cube *cube, prg_buffer *out) {
  char period[PRG_PERIOD_BYTES];
  size_t n = cube->dimension[cube->time].n;
  if (cube->part != SIZE_MAX)
    n *= cube->dimension[cube->part].n;
  for (size_t i = 0; i < n; i++)
    prg_buffer_printf(out, i == 0 ? "%s" : " %s", prg_period_print(cube->period[i], period));
  for (size_t i = 0; i < cube->n; i++) {
    prg_buffer_add(out, i == 0 ? "\n" : " ");
    if (cube->position != NULL)
      prg_buffer_printf(out, "%zu:", (size_t)cube->position[i]);
    if (!isnan(cube->value[i]))
      prg_buffer_add_shortest(out, cube->value[i]);
    prg_buffer_add(out, prg_observation_name((prg_observation)cube->observation[i]));
  }
}

static inline void check_cube_with(const char *text, const prg_cube_options *options,
                                   const char *format, const char *expected) {
  prg_cube cube;
  prg_error error;
  prg_buffer printed = {0};
  if (prg_cube_read(&cube, "fil", text, strlen(text), options, &error) != PRG_OK) {
    prg_error_write(&error, PRG_ENGLISH, &printed);
    print_error("%s\nin\n%s\n", prg_buffer_string(&printed), text);
    fail();
  }
  cube_print_members(&cube, &printed);
  cube_print_cells(&cube, &printed);
  assert_string_equal(prg_buffer_string(&printed), expected);
  assert_string_equal(cube.format, format);
  prg_buffer_free(&printed);
  prg_cube_clear(&cube);
}

static inline void check_cube(const char *text, const char *format, const char *expected) {
  check_cube_with(text, NULL, format, expected);
}

/* The error in English, with its place. */
static inline void check_cube_fails_with(const char *text, size_t n,
                                         const prg_cube_options *options, const char *expected) {
  prg_cube cube;
  prg_error error;
  prg_buffer printed = {0};
  assert_int_not_equal(prg_cube_read(&cube, "fil", text, n, options, &error), PRG_OK);
  prg_error_write(&error, PRG_ENGLISH, &printed);
  assert_string_equal(prg_buffer_string(&printed), expected);
  prg_buffer_free(&printed);
  prg_cube_clear(&cube);
}

static inline void check_cube_fails(const char *text, const char *expected) {
  check_cube_fails_with(text, strlen(text), NULL, expected);
}

#endif
