/* Which dimension of a cube is time, and the periods of its members. */
#ifndef TABLE_CUBE_TIME_H
#define TABLE_CUBE_TIME_H

#include <prognos/cube.h>

/*
 * Sets time, part and period. cube->time is what the file says, or NO_DIMENSION; `wanted` is what
 * the user says, or NULL. PRG_EINPUT if no dimension has periods, if several have and none is named
 * as time, or if a member is no period; PRG_EUSAGE if there is no dimension of the wanted name.
 */
prg_status cube_find_time(prg_cube *cube, const char *wanted, prg_error *error);

#endif
