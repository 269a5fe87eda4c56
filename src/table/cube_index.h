/* The members of a dimension by their codes or labels, through a hash table. */
#ifndef TABLE_CUBE_INDEX_H
#define TABLE_CUBE_INDEX_H

#include <prognos/cube.h>

typedef struct cube_index {
  const prg_cube *cube; /* borrowed */
  size_t dimension;
  bool by_label;
  size_t *slot; /* shape (n_slots), a power of two: member + 1, 0 is free; owned */
  size_t n_slots, n;
} cube_index;

/* An index of the members that the dimension has. Of two of one name the first counts.
 * cube_index_clear it after use, whatever was returned. */
prg_status cube_index_init(cube_index *index, const prg_cube *cube, size_t dimension, bool by_label,
                           prg_error *error);
void cube_index_clear(cube_index *index);

/* The member of that name; false if there is none. */
bool cube_index_find(const cube_index *index, const char *name, size_t n, size_t *member);

/* Adds the dimension's last member, which was just added to the cube. */
prg_status cube_index_add(cube_index *index, prg_error *error);

#endif
