/*
 * Cubes in JSON. jansson's header is included in the files of src/table whose names begin with json
 * and nowhere else.
 */
#ifndef TABLE_JSON_READ_H
#define TABLE_JSON_READ_H

#include <prognos/cube.h>

/* Fills the cube from bytes[0..n), in whichever form they are. */
prg_status json_read(prg_cube *cube, const char *bytes, size_t n, const prg_cube_options *options,
                     prg_error *error);

#endif
