/* How the readers of the formats fill a cube. */
#ifndef TABLE_CUBE_PARTS_H
#define TABLE_CUBE_PARTS_H

#include <prognos/cube.h>

#define NO_DIMENSION SIZE_MAX
#define CUBE_DIMENSIONS 64 /* in one cube: more are no statistics */

/* Keeps a text, blanks around it taken away and line breaks made spaces, and returns its offset; 0
 * if nothing is left. Memory that runs out is remembered in cube->text. */
size_t cube_add_text(prg_cube *cube, const char *text, size_t n);

/* A new last dimension; `label` may be "". PRG_EINPUT if there are too many. */
prg_status cube_add_dimension(prg_cube *cube, const char *id, const char *label, prg_error *error);

/* A new last member of the dimension. An empty label is the code, an empty code the label;
 * PRG_EINPUT if both are empty. */
prg_status cube_add_member(prg_cube *cube, size_t dimension, const char *code, const char *label,
                           prg_error *error);

/* The number of combinations; false if it is 0 or too large to count. */
bool cube_combinations(const prg_cube *cube, uint64_t *combinations);

/* "30 × 3 × 22", into a buffer of the caller. */
void cube_print_sizes(const prg_cube *cube, prg_buffer *out);

/* Room for n cells in all, with their positions if the cube has some. */
prg_status cube_reserve(prg_cube *cube, size_t n, prg_error *error);

/* Adds a cell at the end, `position` ignored unless the cube is sparse (`position` array made by
 * cube_make_sparse). */
prg_status cube_add_cell(prg_cube *cube, uint64_t position, double value,
                         prg_observation observation, prg_error *error);
/* Cells come with their positions from now on; before the first cell. */
prg_status cube_make_sparse(prg_cube *cube, prg_error *error);

/* The dimension of that id or label, capitals ignored; NO_DIMENSION if there is none. */
size_t cube_find_dimension(const prg_cube *cube, const char *name);

/* "region, sex, year": the labels, joined. */
void cube_print_dimensions(const prg_cube *cube, prg_buffer *out);

#endif
