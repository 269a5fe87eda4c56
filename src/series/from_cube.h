/* The series of a cube: one for each combination of the dimensions that are not time. */
#ifndef SERIES_FROM_CUBE_H
#define SERIES_FROM_CUBE_H

#include <prognos/cube.h>
#include <prognos/reading.h>

/*
 * Fills the reading. A series is named by its members in the dimensions that have several; one
 * series alone by the cube's title. A combination without a figure or a symbol makes no series, and
 * how many there are is told. A cell that is there without either, between others, is missing; one
 * that is not there is a gap, or zero if the format says so. PRG_EINPUT if a period comes twice,
 * two series get one name, or a series spans an unreasonable time. `file` is for errors.
 */
prg_status from_cube(const prg_cube *cube, const char *file, const prg_read_options *options,
                     prg_reading *out, prg_error *error);

#endif
